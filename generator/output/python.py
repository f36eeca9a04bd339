"""Python source as a formatter would print it, so that nothing needs formatting afterwards.

`black` is the judge: a test has it look at everything that is rendered. What it decides by
measuring lines is decided here for the few shapes that generated code has; all else stands in
templates as black wants it.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.output.escape import Printable, Safe, compose, literal
from generator.spec.text import Name, SpecText

LINE_LENGTH = 100
_INDENT = "    "


@dataclass(frozen=True, slots=True)
class Group:
    """Something in brackets: a call, or a tuple, list or dict."""

    start: Safe
    """Everything up to and including the opening bracket."""
    items: tuple[tuple[Safe, "Expression"], ...]
    """What stands in front of an element (`key=`, `"key": `), and the element."""
    end: str

    @property
    def is_call(self) -> bool:
        """Whether the bracket belongs to a name."""
        return len(self.start) > 1


Expression = Safe | Group
_NOTHING = Safe("")


def call(name: str, /, *positional: Expression, **options: Expression | int | None) -> Group:
    """The source of a call; options that are None, False, empty or zero are left out."""
    named = ((key, _expression(value)) for key, value in options.items())
    return Group(
        compose("{}(", Name(name)),
        (
            *((_NOTHING, value) for value in positional),
            *((compose("{}=", Name(key)), value) for key, value in named if value is not None),
        ),
        ")",
    )


def _expression(value: Expression | int | None) -> Expression | None:
    if isinstance(value, Group):
        return value if value.items or value.is_call else None
    if not value:
        return None
    return Safe(value)


def strings(values: Iterable[SpecText | str]) -> Group:
    """A tuple of string literals."""
    return tuple_of(literal(value) for value in values)


def tuple_of(values: Iterable[Expression]) -> Group:
    """A tuple."""
    items = tuple((_NOTHING, value) for value in values)
    return Group(Safe("("), items, ",)" if len(items) == 1 else ")")


def dict_of(items: Iterable[tuple[SpecText | str, Expression]]) -> Group:
    """A dict with keys that are strings."""
    rows = ((compose("{}: ", literal(key)), value) for key, value in items)
    return Group(Safe("{"), tuple(rows), "}")


def one_line(expression: Expression) -> str:
    """An expression on one line."""
    if not isinstance(expression, Group):
        return expression
    inner = ", ".join(before + one_line(value) for before, value in expression.items)
    return f"{expression.start}{inner}{expression.end}"


def statement(before: Printable, expression: Expression, depth: int = 0, after: str = "") -> Safe:
    """`before` and the expression, over as many lines as it takes.

    `depth` counts the indents of the place, which stand there already; as an element of something
    in brackets, a comma comes `after`.
    """
    pad = _INDENT * depth
    return Safe("\n".join(_lines(str(before), expression, after, pad)).removeprefix(pad))


def _lines(before: str, expression: Expression, after: str, pad: str) -> Iterator[str]:
    line = f"{pad}{before}{one_line(expression)}{after}"
    if not isinstance(expression, Group) or not expression.items or width(line) <= LINE_LENGTH:
        yield line
        return
    yield f"{pad}{before}{expression.start}"
    inner = pad + _INDENT
    content = ", ".join(before + one_line(value) for before, value in expression.items)
    if expression.is_call and width(inner + content) <= LINE_LENGTH:
        yield inner + content
    else:
        comma = "," if len(expression.items) > 1 or expression.end == ",)" else ""
        for name, value in expression.items:
            yield from _lines(name, value, comma, inner)
    yield f"{pad}{expression.end.lstrip(',')}{after}"


def class_line(name: Name, bases: Iterable[Safe], depth: int = 0) -> Safe:
    """The first line of a class, or its first lines."""
    pad = _INDENT * depth
    content = ", ".join(bases)
    line = f"class {name}({content}):"
    if width(pad + line) <= LINE_LENGTH:
        return Safe(line)
    inside = _type_lines("", content, pad + _INDENT)
    return Safe("\n".join([f"class {name}(", *inside, f"{pad}):"]))


def import_lines(modules: Mapping[str, Iterable[str]]) -> Iterator[Safe]:
    """The imports of names from modules, sorted by module."""
    for module, names in sorted(modules.items()):
        yield import_line(module, names)


def import_line(module: str, names: Iterable[str], depth: int = 0) -> Safe:
    """`from module import names`, sorted as import sorters do: constants, classes, the rest."""
    pad = _INDENT * depth
    ordered = sorted(names, key=lambda name: (not name.isupper(), not name[0].isupper(), name))
    line = f"from {module} import {', '.join(ordered)}"
    if len(pad + line) > LINE_LENGTH:
        rows = "".join(f"{pad}{_INDENT}{name},\n" for name in ordered)
        line = f"from {module} import (\n{rows}{pad})"
    return Safe(line)


def parameter(name: Name, annotation: Safe, default: str, depth: int) -> Safe:
    """A parameter on a line of its own, or on several."""
    lines = _declared(f"{name}: ", annotation, f"{default},", _INDENT * depth)
    return Safe("\n".join(lines).lstrip(" "))


def attribute(name: Name, annotation: Safe, value: Group | None, depth: int) -> Safe:
    """An attribute of a class with its type, and with a call as its value if there is one."""
    pad = _INDENT * depth
    declared = f"{name}: {annotation}"
    if value is None:
        lines = _declared(f"{name}: ", annotation, "", pad)
    elif width(f"{pad}{declared} = {value.start}") <= LINE_LENGTH:
        lines = [*_lines(f"{declared} = ", value, "", pad)]
    elif width(f"{pad}{declared} = (") <= LINE_LENGTH:
        lines = [f"{pad}{declared} = (", *_lines("", value, "", pad + _INDENT), f"{pad})"]
    else:
        *before, last = _split(f"{name}: ", annotation, " = ", pad)
        lines = [*before, *_lines(last.lstrip(" "), value, "", pad)]
    return Safe("\n".join(lines).lstrip(" "))


def _declared(before: str, annotation: str, after: str, pad: str) -> list[str]:
    """A name with its type, over as many lines as it takes."""
    line = f"{pad}{before}{annotation}{after}"
    return [line] if width(line) <= LINE_LENGTH else _split(before, annotation, after, pad)


def _split(before: str, annotation: str, after: str, pad: str) -> list[str]:
    """The same over several lines, in parentheses or in the brackets that the type has."""
    inner: Iterable[str]
    if len(_parts(annotation, " | ")) > 1:
        inner = _type_lines("", annotation, pad + _INDENT)
        return [f"{pad}{before}(", *inner, f"{pad}){after}"]
    if annotation.endswith("]"):
        start, _, content = annotation[:-1].partition("[")
        inner = _type_lines("", content, pad + _INDENT)
        return [f"{pad}{before}{start}[", *inner, f"{pad}]{after}"]
    inner = [f"{pad}{_INDENT}{annotation}"]
    if not after and width(inner[0]) <= LINE_LENGTH:  # a parameter has a comma, and no parentheses
        return [f"{pad}{before}(", *inner, f"{pad})"]
    return [f"{pad}{before}{annotation}{after}"]


def _type_lines(before: str, annotation: str, pad: str, after: str = "") -> Iterator[str]:
    """A type inside of brackets, or several, over as many lines as it takes."""
    elements, operands = _parts(annotation, ", "), _parts(annotation, " | ")
    if width(pad + before + annotation + after) <= LINE_LENGTH:
        yield pad + before + annotation + after
    elif len(elements) > 1:
        for element in elements:
            yield from _type_lines("", element, pad, ",")
    elif len(operands) > 1:
        for operand in operands:
            yield from _type_lines(before, operand, pad)
            before = "| "
    elif annotation.endswith("]"):
        start, _, content = annotation[:-1].partition("[")
        yield f"{pad}{before}{start}["
        yield from _type_lines("", content, pad + _INDENT)
        yield f"{pad}]{after}"
    else:
        yield pad + before + annotation + after


_TYPE_TOKEN = re.compile(r'"(?:\\.|[^"\\])*"' r"|'(?:\\.|[^'\\])*'" r"| \| |, |.", re.DOTALL)


def _parts(annotation: str, sign: str) -> list[str]:
    """What stands between the signs in a type, if not inside of brackets or of a text."""
    parts, depth = [""], 0
    for piece in _TYPE_TOKEN.findall(annotation):
        depth += (piece == "[") - (piece == "]")
        if piece == sign and not depth:
            parts.append("")
        else:
            parts[-1] += piece
    return parts


def width(line: str) -> int:
    """Columns that a line takes on a terminal: wide characters take two, as black counts."""
    if line.isascii():
        return len(line)
    return sum(map(_columns, line))


def _columns(char: str) -> int:
    if unicodedata.east_asian_width(char) not in "WF":
        return 1
    # What changes the character before it, such as a tone mark, counts as one.
    changes = unicodedata.category(char) in ("Mn", "Mc") or "\U0001f3fb" <= char <= "\U0001f3ff"
    return 1 if changes else 2
