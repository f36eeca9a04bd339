"""Which names generated modules of the client import, and from where."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.output import python
from generator.output.escape import Printable, Safe, compose
from generator.output.python import Expression, Group

STANDARD = {
    "collections.abc": ("Iterable", "Mapping"),
    "datetime": ("date", "datetime", "timedelta"),
    "decimal": ("Decimal",),
    "typing": ("TYPE_CHECKING", "Literal", "Required", "TypedDict"),
}
RUNTIME = {
    "_runtime": ("hints",),
    "_runtime.advice": ("Advice", "Limit", "PermissionPackage"),
    "_runtime.arguments": (
        "CsvLike",
        "DayLike",
        "FileLike",
        "IdLike",
        "JsonLike",
        "MomentLike",
        "NumberLike",
        "Value",
    ),
    "_runtime.deprecation": ("deprecated",),
    "_runtime.kinds": (
        "Anything",
        "Boolean",
        "Csv",
        "Day",
        "Exact",
        "Integer",
        "JsonText",
        "ListOf",
        "Moment",
        "Object",
        "Text",
        "Upload",
    ),
    "_runtime.masking": ("MaskedText",),
    "_runtime.method": ("Batch", "Method", "Rule", "Window"),
    "_runtime.models": (
        "AsyncPagedResponse",
        "Json",
        "Model",
        "PagedResponse",
        "Response",
        "SplitResponse",
        "wire",
    ),
    "_runtime.outcomes": ("ItemOutcome", "ReplyOutcome"),
    "_runtime.paging": ("Cursor", "Offset", "PageNumbers"),
}
IMPORTED = frozenset[str]().union(*STANDARD.values(), *RUNTIME.values())
"""All names that generated modules may import."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """A type in source, with the names in it that have to be imported."""

    text: Safe
    names: frozenset[str] = frozenset()

    def inside(self, template: str, *names: str) -> "Annotation":
        """This type inside another one: `list[{}]`."""
        return Annotation(compose(template, self.text), self.names.union(names))


def annotation(template: str, *names: str) -> Annotation:
    """A constant type, and the names of its own that it needs."""
    return Annotation(Safe(template), frozenset(names))


def class_annotation(name: Printable) -> Annotation:
    """A generated class."""
    return Annotation(compose("{}", name), frozenset([str(name)]))


def called(*expressions: Expression | None) -> Iterator[str]:
    """The names of everything that is called in some expressions."""
    for expression in expressions:
        if isinstance(expression, Group):
            if expression.is_call:
                yield expression.start.removesuffix("(")
            yield from called(*(value for _, value in expression.items))


def import_lines(
    names: Iterable[str], parent: str, own: Mapping[str, Iterable[str]]
) -> tuple[Safe, ...]:
    """The imports of a module that uses some names: of `own` by module, and of known ones."""
    wanted = set(names)

    def used(modules: Mapping[str, Iterable[str]], prefix: str) -> list[Safe]:
        found = {
            prefix + module: [name for name in names if name in wanted]
            for module, names in modules.items()
        }
        return [*python.import_lines({module: names for module, names in found.items() if names})]

    standard, local = used(STANDARD, ""), used({**RUNTIME, **own}, parent)
    return (*standard, *([Safe("")] if standard and local else []), *local)
