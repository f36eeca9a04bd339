"""Tables of parameters and fields."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.output.escape import Safe, compose, joined, md_cell, md_code
from generator.output.phrases import Code, phrase
from generator.problems import shortened
from generator.spec.ir import ArrayType, Link, Member, Members, ObjectType, ScalarType, Type, Visit
from generator.spec.text import Scalar, SpecText
from generator.spec.values import scalar_text
from generator.targets import words
from generator.targets.client.types import ClassNames, class_name
from generator.targets.samples import Samples

LONGEST_EXAMPLE = 48
"""Longer examples are shortened in tables; the sample reply shows them in full."""

_INDENT = Safe("&emsp;")
_FEW = 3
"""Up to so many values of an enum stand on one line."""


@dataclass(frozen=True, slots=True)
class MemberRow:
    """One row of a table of parameters or fields."""

    name: Safe
    type: Safe
    required: Safe
    text: Safe


def rows(
    members: Members, samples: Samples, name: ClassNames = class_name
) -> tuple[MemberRow, ...]:
    """The members and, indented, theirs; classes have the names that users import."""
    return tuple(_row(visit, samples, name) for visit in members.walk())


def _row(visit: Visit, samples: Samples, name: ClassNames) -> MemberRow:
    member = visit.member
    return MemberRow(
        compose("{}{}", Safe(_INDENT * visit.depth), md_code(member.name)),
        _type_cell(member.type, name),
        _required_cell(member.required),
        joined("<br>", _remarks(member, samples, nested=visit.depth > 0)),
    )


def _type_cell(type_: Type, name: ClassNames) -> Safe:
    inner, told = type_.element, Safe(words.type_words(type_))
    if isinstance(inner, ObjectType) and inner.name and inner.members:
        return compose("{} {}", told, md_code(f"types.{name(inner)}"))
    return told


def _required_cell(required: bool | None) -> Safe:
    if required is None:
        return Safe("未说明")
    return Safe("**必填**" if required else "可选")


def _remarks(member: Member, samples: Samples, *, nested: bool) -> Iterator[Safe]:
    """Description, values, limits and form of a member, each a line of the cell."""
    if member.deprecated:
        advice = compose("：{}", md_cell(member.deprecation)) if member.deprecation else Safe("")
        yield compose("**已废弃**{}", advice)
    if member.description:
        yield md_cell(member.description)
    if member.enum:
        yield _enum(member)
    rules = [*_rules(member, nested=nested)]
    if rules:
        yield joined("；", rules)
    if shown := [*_example(member, samples)]:
        source = words.borrowed_words(member, "example").markdown()
        yield compose("示例 {}{}", joined("、", shown), source)
    yield from asides(member.see, member.note)


def asides(see: Iterable[Link], note: SpecText | None) -> Iterator[Safe]:
    """Where to read more, and what to beware of; each a line of a cell."""
    for told in (*words.see_words(see), *words.note_words(note)):
        yield told.markdown()


def _enum(member: Member) -> Safe:
    """Values of an enum: a few on one line, many below each other."""
    if len(member.enum) <= _FEW:
        return words.enum_words(member).markdown()
    return words.enum_words(member, "<br>", "<br>").markdown()


def _rules(member: Member, *, nested: bool) -> Iterable[Safe]:
    for told in (
        *words.default_words(member),
        *words.unit_words(member),
        *words.limit_words(member),
    ):
        yield told.markdown()
    type_ = member.type
    for told in words.form_words(type_):
        yield told.markdown()
    if isinstance(type_, ArrayType) and type_.wrapper:
        guessed = "（键名为推断）" if type_.wrapper_inferred else ""
        yield phrase("JSON 中列表外有一层 {}{}", Code(type_.wrapper), guessed).markdown()
    elif isinstance(type_, ArrayType) and isinstance(type_.items, ScalarType) and not nested:
        yield words.separator_words(type_.separator).markdown()


def _example(member: Member, samples: Samples) -> Iterator[Safe]:
    """The value of the documented example, or those of its list; objects show theirs inside."""
    if member.example is None:
        return
    is_scalar = isinstance(member.type, ScalarType)
    value = samples.value(member) if is_scalar else member.example.reveal()
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, Scalar):
            yield _shortened(scalar_text(item))


def _shortened(text: str) -> Safe:
    return md_code(SpecText(shortened(text, LONGEST_EXAMPLE)))
