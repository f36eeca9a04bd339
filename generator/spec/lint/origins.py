"""Rules about where facts come from: borrowed values, examples of our own, the age of sources."""

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from generator.problems import Problem, rule
from generator.spec import names
from generator.spec.ir import Api, Member, Members, ScalarType, Side, Spec, Visit
from generator.spec.language import OURS
from generator.spec.lint.registry import check, check_all, problem
from generator.spec.lint.values import shown
from generator.spec.text import Json, SpecData

TAKEN_FROM = rule(
    "taken-from",
    "A borrowed value says from where, and is found there",
    "A default or limit of a twin's document may be wrong here; readers have to know.",
    "Name the method whose document gives the value, `taken_from: {default: taobao.tbk.x}`; an "
    f"example that nobody documents is `{OURS}`; a value of the method's own needs no entry.",
)
REQUIRED_EXAMPLE = rule(
    "required-example",
    "A required parameter shows a value",
    "It stands in the sample call of the docs, in the collection of calls and in tests.",
    f"Add the documented `example`; if there is none, one of your own with `taken_from: {{example: "
    f"{OURS}}}`.",
)
STALE = rule(
    "stale",
    "A spec was compared with its sources within the last year",
    "The platform changes methods without notice.",
    "Compare the spec with its document (`tbkgen import PAGE`) and set `verified` to today.",
)
OLD_SOURCE = rule(
    "old-source",
    "The newest source of a method is younger than a year",
    "Comparing with an old page again and again does not make it newer.",
    "Save the document of today (`tbkgen import PAGE`) and set `doc: {source: …}` to its date.",
)

OLDEST = 365
"""Days after which a source, or a comparison with it, is too old."""


@check_all
def borrowed(spec: Spec) -> Iterator[Problem]:
    """Values that are said to come from where they are not."""
    apis = {str(api.method): api for api in spec.apis}
    for api in spec.apis:
        for members in (api.parameters, api.fields):
            for visit in members.walk(shared=False):
                yield from _borrowed(visit.member, _side(api, members), apis)
    for type_ in spec.types:
        for visit in type_.members.walk(shared=False):
            yield from _borrowed(visit.member, type_.side, apis)


def _side(api: Api, members: Members) -> Side:
    return "request" if members is api.parameters else "response"


def _borrowed(member: Member, side: Side, apis: Mapping[str, Api]) -> Iterator[Problem]:
    for key, source in member.taken_from.items():
        where, value = member.origin.at("taken_from", key), _value(member, key)
        lender = apis.get(str(source))
        if value is None:
            yield problem(TAKEN_FROM, f"there is no `{key}`", where, key=True)
        elif source == OURS:
            continue
        elif lender is None:
            others = (name for name, api in apis.items() if api.origin.file != member.origin.file)
            hint = names.did_you_mean(source, others)
            hint = hint or "if the method was retired, remove the value as well as the entry"
            yield problem(TAKEN_FROM, f"no method is named {str(source)!r}", where, hint)
        elif lender.origin.file == member.origin.file:
            message = "a method does not borrow from itself"
            yield problem(TAKEN_FROM, message, where, "remove the entry")
        elif why := _not_lent(lender, member, side, key):
            yield problem(TAKEN_FROM, why, where)


def _not_lent(lender: Api, member: Member, side: Side, key: str) -> str | None:
    """Why another method does not give the value of a key, if so."""
    value, namesakes = _value(member, key), [*_namesakes(lender, member, side)]
    twins = [twin for twin in namesakes if _value(twin, key) == value]
    if not namesakes:
        return f"{lender.method} has no {str(member.name)!r} in its {side}"
    if not twins:
        there = {shown(given) for twin in namesakes if (given := _value(twin, key)) is not None}
        told = f"{' or '.join(sorted(there))} there" if there else "not given there"
        return f"`{key}` of {str(member.name)!r} is {told}"
    if all(key in twin.taken_from for twin in twins):
        return f"{lender.method} borrows this `{key}` itself, from {twins[0].taken_from[key]}"
    return None


def _namesakes(api: Api, member: Member, side: Side) -> Iterator[Member]:
    """The members of another method that are called alike."""
    members = api.parameters if side == "request" else api.fields
    found = (visit.member for visit in members.walk() if visit.member.name == member.name)
    return (twin for twin in found if twin is not member)


def _value(member: Member, key: str) -> Json:
    """The value of a key of a member, of itself or of its limits."""
    holder: Any = member.limits if hasattr(member.limits, key) else member
    value = getattr(holder, key)
    return value.reveal() if isinstance(value, SpecData) else value


@check
def examples_of_required(spec: Spec) -> Iterator[Problem]:
    """Required parameters of which nobody sees a value."""
    for api in spec.apis:
        yield from _without_example(api.parameters)
    for type_ in spec.types:
        if type_.side == "request":
            yield from _without_example(type_.members)


def _without_example(members: Members) -> Iterator[Problem]:
    for visit in members.walk(shared=False):
        if _needs_example(visit) and visit.member.example is None:
            message = f"the required parameter {str(visit.member.name)!r} has no example"
            where = visit.member.origin
            yield problem(REQUIRED_EXAMPLE, message, where, key=True, warning=True)


def _needs_example(visit: Visit) -> bool:
    """Whether a call must give a value; files have none, and objects show theirs by member."""
    inner = visit.member.element
    is_value = isinstance(inner, ScalarType) and inner.kind != "bytes"
    return is_value and visit.member.required is True


def stale(spec: Spec, today: datetime.date) -> Iterator[Problem]:
    """Sources, and comparisons with them, that are too old. Not part of `lint`: a clock decides."""
    for api in spec.apis:
        age = (today - api.doc.verified).days if api.doc.verified else 0
        if age > OLDEST:
            origin = api.origin.at("doc", "verified")
            yield problem(STALE, f"last compared {age} days ago", origin, warning=True)
        source = api.doc.source
        latest = source.latest if source else None
        if source and latest and (today - latest).days > OLDEST:
            origin = api.origin.at("doc", "source")
            message = f"the newest source ({source.kind.name}) is of {source.date}"
            yield problem(OLD_SOURCE, message, origin, warning=True)
