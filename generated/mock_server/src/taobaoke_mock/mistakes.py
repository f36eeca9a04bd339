"""What the gateway accepts without a word, or refuses without a reason, but is likely a mistake."""

import re

from .arguments import argument, whole_number
from .checks import Call
from .errors import Hint
from .knowledge import platform
from .reply import LARGEST_PAGE

_LOOKED_AT = 1_000
"""Characters of a value that are looked at to tell how it is written."""
_TWICE = re.compile(r"(?i)https?%3a|(?:%[0-9a-f]{2})*%[89a-f][0-9a-f]")


def note(call: Call) -> None:
    """Add what is worth a hint to the notes of a call."""
    parameters, method = call.parameters, call.method
    if method.has_parameters:
        known = method.documented
        if not (known.issuperset(parameters) and known.issuperset(call.form.files)):
            unknown = {*parameters, *call.form.files} - known
            method.arguments.note_unknown(unknown, call.notes)
    if method.size is not None:
        _note_size(call, method.size)
    texts = "".join(parameters.values())
    if "%" in texts or "//" in texts:
        _note_addresses(call)
    simplify = parameters.get("simplify")
    if simplify and simplify not in ("true", "false") and "simplify" in platform()["parameters"]:
        call.notes.append(
            Hint("simplify 只认 true 和 false", "simplify is either true or false; ignored")
        )


def _note_size(call: Call, name: str) -> None:
    size = whole_number(argument(call.given, name))
    if size is not None and size > LARGEST_PAGE:
        zh, en = "模拟网关一页最多 {} 条", "{} is more than the {} results that a page has here"
        call.notes.append(Hint(zh.format(LARGEST_PAGE), en.format(name, LARGEST_PAGE)))


def _note_addresses(call: Call) -> None:
    """Addresses and other texts that were written in another way than the gateway reads them."""
    for name, value in call.parameters.items():
        if "%" in value and _TWICE.match(value, 0, _LOOKED_AT):
            call.notes.append(
                Hint(f"{name} 编码了两次，只需编码一次", f"{name[:60]!r} is URL-encoded twice")
            )
        elif value.startswith("//"):
            call.notes.append(
                Hint(
                    f"{name} 没有协议，前面加上 https:",
                    f"{name[:60]!r} has no scheme; put https: in front",
                )
            )
