"""Rules about how values are written: what means true, none, and which forms a time has."""

import re
from collections.abc import Iterator

from generator.problems import Problem, rule
from generator.spec.ir import Member, ScalarType, Spec
from generator.spec.lint.registry import all_members, check, element_origin, problem
from generator.spec.lint.values import meant
from generator.spec.text import SpecText
from generator.spec.values import truth_texts

AMBIGUOUS_FORM = rule(
    "ambiguous-form",
    "What a value means can be told from how it is written",
    "A text that means true and false, or digits that are a day and a count, are read wrongly.",
    "Leave out one of the two; `truth` belongs to booleans that go as text or as digits.",
)


_DIGITS = re.compile(r"0|-?[1-9][0-9]{0,17}")


@check
def truths(spec: Spec) -> Iterator[Problem]:
    """Booleans whose spellings contradict each other, or cannot go over the wire."""
    for member, type_ in _scalars(spec):
        if type_.truth is None:
            continue
        where = element_origin(member).at("truth")
        if type_.wire == "boolean":
            message = "true and false themselves need no spelling"
            yield problem(AMBIGUOUS_FORM, message, where, "say `wire: string` or `wire: number`")
        for text in sorted(set(type_.truth.yes) & set(type_.truth.no)):
            yield problem(AMBIGUOUS_FORM, f"{text.reveal()!r} means both", where)
        for told in truth_texts(type_):
            if not told:
                yield problem(AMBIGUOUS_FORM, "an empty text is never sent", where)
            elif type_.wire == "number" and not _DIGITS.fullmatch(told):
                yield problem(AMBIGUOUS_FORM, f"{told!r} is not how JSON writes a number", where)
        if SpecText("false") in type_.truth.yes:
            yield problem(AMBIGUOUS_FORM, "'false' means true", where)


@check
def forms_of_times(spec: Spec) -> Iterator[Problem]:
    """Forms that cannot be told apart, for both are digits, or that are one form."""
    for member, type_ in _scalars(spec):
        if type_.format is None:
            continue
        seen = [type_.format]
        for index, form in enumerate(type_.further_formats):
            where = element_origin(member).at("further_formats", index)
            if form in seen:
                yield problem(AMBIGUOUS_FORM, f"{form.name!r} is said already", where)
            elif other := next((other for other in seen if form.digits and other.digits), None):
                message = f"{form.name!r} and {other.name!r} are digits, and look alike"
                yield problem(AMBIGUOUS_FORM, message, where)
            seen.append(form)


@check
def placeholders(spec: Spec) -> Iterator[Problem]:
    """Values that mean none and something as well."""
    for member, type_ in _scalars(spec):
        meaning = {meant(value.value.reveal(), type_) for value in member.enum}
        if type_.kind == "boolean":
            meaning |= {*truth_texts(type_)}
        for index, text in enumerate(type_.placeholders):
            if meant(text.reveal(), type_) in meaning:
                message = f"{text.reveal()!r} means none and something else"
                where = element_origin(member).at("placeholders", index)
                yield problem(AMBIGUOUS_FORM, message, where)


def _scalars(spec: Spec) -> Iterator[tuple[Member, ScalarType]]:
    """The members that are single values, or lists of them, with the type of one value."""
    for member in all_members(spec):
        type_ = member.element
        if isinstance(type_, ScalarType):
            yield member, type_
