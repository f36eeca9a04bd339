"""How names of the platform become names in Python."""

import difflib
from collections.abc import Iterable

# Written down, not derived from the interpreter: a new Python must not rename a published method.
KEYWORDS = frozenset("""
    False None True and as assert async await break class continue def del elif else except
    finally for from global if import in is lambda nonlocal not or pass raise return try
    while with yield
    """.split())

CALL_OPTIONS = frozenset({"self", "session", "timeout"})
"""Names that every client method takes beside the parameters of the API."""

MODEL_MEMBERS = frozenset("""
    extra failed get items iter_all iter_pages keys ok raw request_id to_dict values
    bool date datetime int list str wire
    """.split())
"""Names that response models define themselves, and those that their annotations use."""

CLIENT_MEMBERS = frozenset("""
    app_key asynchronous build call clock_offset close explain_signature gateway learn_clock masked
    now public_parameters retries sign_method sleep timeout
    """.split())
"""Names that clients define themselves."""


def is_keyword(name: str) -> bool:
    """Whether `name` cannot be an attribute or argument in any supported Python."""
    return name in KEYWORDS


def python_method(method: str) -> str:
    """`taobao.tbk.shop.get` → `tbk_shop_get`: the one naming rule of the client."""
    return method.removeprefix("taobao.").replace(".", "_")


def class_prefix(method: str) -> str:
    """`taobao.tbk.shop.get` → `TbkShopGet`, as the official class names start."""
    return "".join(part.capitalize() for part in python_method(method).split("_"))


def pascal_case(name: str) -> str:
    """`order_page` → `OrderPage`; inner capitals stay."""
    return "".join(part[:1].upper() + part[1:] for part in name.split("_"))


def did_you_mean(wrong: str, known: Iterable[str]) -> str:
    """A hint that names the nearest known word, or nothing if none is near."""
    near = difflib.get_close_matches(wrong, sorted(known), n=1, cutoff=0.6)
    return f"did you mean {near[0]!r}?" if near else ""
