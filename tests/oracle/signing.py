"""How a call is signed.

Sources: page articleId=101617 (API调用方法详解) for the steps, md5 and hmac; generated Go SDK
crazyunix/topsdk (2025-08) for hmac-sha256; SDK code for empty values.
"""

import hashlib
import hmac
from collections.abc import Mapping


def text_to_sign(parameters: Mapping[str, str]) -> str:
    """All parameters but `sign` and files, by name, each name before its value: bar2foo1."""
    names = sorted(name for name in parameters if name != "sign")
    return "".join(f"{name}{parameters[name]}" for name in names)


def signature(parameters: Mapping[str, str], key: bytes, way: str = "") -> str:
    """Upper-case hexadecimal, by the call's own sign_method unless told otherwise."""
    text = text_to_sign(parameters).encode("utf-8")
    way = way or parameters["sign_method"]
    if way == "md5":
        digest = hashlib.md5(key + text + key).hexdigest()
    elif way == "hmac":
        digest = hmac.new(key, text, hashlib.md5).hexdigest()
    elif way == "hmac-sha256":
        digest = hmac.new(key, text, hashlib.sha256).hexdigest()
    else:
        raise ValueError(way)
    return digest.upper()
