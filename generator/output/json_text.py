"""JSON as text: numbers with all their digits, laid out for people or on one line."""

from generator.spec.text import Json, Scalar, SpecData, SpecText, json_literal
from generator.spec.values import scalar_text

_LINE = 100
"""What is longer is broken."""


class NotJsonError(TypeError):
    """A value that is none of JSON, and what to do about it."""

    def __init__(self, value: object) -> None:
        of_spec = isinstance(value, SpecText | SpecData)
        hint = "data takes its .reveal()" if of_spec else "give text, numbers, lists and dicts"
        super().__init__(f"{value!r:.60} is not JSON; {hint}")


def json_text(value: Json, indent: str = "") -> str:
    """JSON that people can read: what fits on a line stays on one line."""
    line = json_line(value)
    if len(indent) + len(line) <= _LINE or not isinstance(value, dict | list) or not value:
        return line
    inner = indent + "  "
    if isinstance(value, dict):
        rows = [f"{json_literal(key)}: {json_text(item, inner)}" for key, item in value.items()]
        start, end = "{", "}"
    else:
        rows = [json_text(item, inner) for item in value]
        start, end = "[", "]"
    return f"{start}\n{inner}" + f",\n{inner}".join(rows) + f"\n{indent}{end}"


def json_line(value: Json, comma: str = ", ", colon: str = ": ") -> str:
    """JSON on one line, numbers with all their digits."""
    if isinstance(value, dict):
        pairs = (
            json_literal(key) + colon + json_line(item, comma, colon) for key, item in value.items()
        )
        return "{" + comma.join(pairs) + "}"
    if isinstance(value, list):
        return "[" + comma.join(json_line(item, comma, colon) for item in value) + "]"
    if value is None:
        return "null"
    if not isinstance(value, Scalar):
        raise NotJsonError(value)
    return json_literal(value) if isinstance(value, str) else scalar_text(value)
