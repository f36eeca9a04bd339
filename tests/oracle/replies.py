"""How a reply looks.

Sources: platform.json `response_root`, `json_lists`, `simplify`, `formats`; gateway.md, Bodies.
A content is written here with bare lists; `keys` names the inner key of each list by its path.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

Content = dict[str, Any]


def root(method: str) -> str:
    """taobao.tbk.shop.get → tbk_shop_get_response; other first words stay."""
    words = method.split(".")
    return "_".join(words[1:] if words[0] == "taobao" else words) + "_response"


def inner_key(class_name: str) -> str:
    """NTbkShop → n_tbk_shop, ServiceFeeDTO → service_fee_d_t_o."""
    return re.sub("([A-Z])", r"_\1", class_name).lower().lstrip("_")


def wrapped(content: Any, keys: Mapping[str, str], path: str = "") -> Any:
    """Full form: every list alone in an object, an empty list without its key."""
    if isinstance(content, dict):
        return {
            name: wrapped(value, keys, f"{path}.{name}" if path else name)
            for name, value in content.items()
        }
    if isinstance(content, list):
        return {keys[path]: [wrapped(item, keys, path) for item in content]} if content else {}
    return content


def json_body(method: str, content: Content, keys: Mapping[str, str]) -> bytes:
    """The usual JSON; slashes are escaped."""
    text = json.dumps({root(method): wrapped(content, keys)}, ensure_ascii=False)
    return text.replace("/", "\\/").encode("utf-8")


def simplified_body(content: Content) -> bytes:
    """simplify=true: neither root nor inner keys."""
    return json.dumps(content, ensure_ascii=False).encode("utf-8")


def xml_body(method: str, content: Content, keys: Mapping[str, str]) -> bytes:
    """XML: a list repeats its inner key; a comment names the host."""
    inside = _elements(root(method), wrapped(content, keys))
    host = "<!--top011023105124.center.na61-->"
    return f'<?xml version="1.0" encoding="utf-8" ?>{inside}{host}'.encode()


def _elements(name: str, value: Any) -> str:
    if isinstance(value, list):
        return "".join(_elements(name, item) for item in value)
    if isinstance(value, dict):
        inner = "".join(_elements(key, item) for key, item in value.items())
    else:
        text = {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)
        inner = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<{name}>{inner}</{name}>"
