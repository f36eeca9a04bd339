"""What changed in the public surface between two states of the specs, as Markdown."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from generator.spec.ir import (
    Api,
    ArrayType,
    ErrorCode,
    Limits,
    Member,
    Members,
    ObjectType,
    ScalarType,
    Spec,
    Type,
)
from generator.spec.text import SpecText, json_literal

Level = Literal["breaking", "changed", "added"]
_TITLES: dict[Level, str] = {"breaking": "Breaking", "changed": "Changed", "added": "Added"}


@dataclass(frozen=True, slots=True)
class Change:
    """One difference that a user of the client can notice."""

    level: Level
    method: str
    text: str


def compare(before: Spec, after: Spec) -> list[Change]:
    """All differences, the breaking ones first."""
    changes = list(_changes(before, after))
    order: list[Level] = ["breaking", "changed", "added"]
    return sorted(
        changes, key=lambda change: (order.index(change.level), change.method, change.text)
    )


GATEWAY = "(every method)"
"""Where a change stands that concerns no method more than others."""


def _changes(before: Spec, after: Spec) -> Iterator[Change]:
    was, now = before.platform, after.platform
    yield from _error_changes(GATEWAY, was.errors, now.errors)
    yield from _error_changes(GATEWAY, was.sub_errors, now.sub_errors)
    old = {api.method: api for api in before.apis}
    new = {api.method: api for api in after.apis}
    for method in sorted(old.keys() | new.keys()):
        if method not in new:
            level: Level = "breaking" if old[method].typed else "changed"
            yield Change(level, method, "the method is gone")
        elif method not in old:
            told = f"the method is new (coverage: {new[method].coverage.name})"
            yield Change("added", method, told)
        else:
            yield from _api_changes(old[method], new[method])


def _api_changes(old: Api, new: Api) -> Iterator[Change]:
    method = new.method
    if old.typed and not new.typed:
        yield Change("breaking", method, "no typed call any more")
    elif new.typed and not old.typed:
        yield Change("added", method, "a typed call")
    if new.deprecated and not old.deprecated:
        hint = f"; call `{new.replaced_by.method}` instead" if new.replaced_by else ""
        yield Change("changed", method, f"deprecated{hint}")
    if old.idempotent != new.idempotent:
        text = "is retried now" if new.idempotent else "is not retried any more"
        yield Change("changed", method, text)
    if old.auth.session != new.auth.session:
        level: Level = "breaking" if new.needs_session else "changed"
        was, now = old.auth.session.name, new.auth.session.name
        yield Change(level, method, f"session: {was} → {now}")
    if (packages := _packages(old)) != (others := _packages(new)):
        yield Change("changed", method, f"permission packages: {packages} → {others}")
    if old.pagination != new.pagination:
        level = "breaking" if old.pagination and not new.pagination else "changed"
        yield Change(
            level, method, "pagination differs" if new.pagination else "no pagination any more"
        )
    yield from _error_changes(method, old.errors, new.errors)
    yield from _class_moves(old, new)
    yield from _member_changes(method, "parameter", old.parameters, new.parameters)
    yield from _member_changes(method, "field", old.fields, new.fields)


def _packages(api: Api) -> str:
    """The packages that grant a method; their order says which to apply for."""
    return ", ".join(package.id for package in api.auth.packages) or "none"


def _error_changes(
    method: str, old: Iterable[ErrorCode], new: Iterable[ErrorCode]
) -> Iterator[Change]:
    """Codes that programs treat otherwise."""
    before = {error.code.reveal(): error for error in old}
    after = {error.code.reveal(): error for error in new}
    for code in sorted(before.keys() | after.keys()):
        if code not in after:
            yield Change("changed", method, f"error `{code}` is gone")
        elif code not in before:
            yield Change("added", method, f"error `{code}` ({after[code].error_class.name})")
        else:
            told = _differences(_consequences(before[code]), _consequences(after[code]))
            if text := ", ".join(told):
                yield Change("changed", method, f"error `{code}`: {text}")


def _consequences(error: ErrorCode) -> dict[str, str]:
    """What a program does about an error."""
    limit = error.limit
    told = {"class": error.error_class.name, "retry": error.retry.name}
    return told | ({"limit": f"{limit.scope.name}/{limit.lasts.name}"} if limit else {})


def _class_moves(old: Api, new: Api) -> Iterator[Change]:
    """Classes of the client that are named otherwise, since a type is shared or no more."""
    if not (old.typed and new.typed):
        return
    for before, after in ((old.fields, new.fields), (old.parameters, new.parameters)):
        were_shared, were_own = _classes(before)
        are_shared, are_own = _classes(after)
        long = {name: f"{new.class_prefix}{name}" for name in were_shared | were_own}
        renames = [(name, long[name]) for name in were_shared & are_own]
        renames += [(long[name], name) for name in were_own & are_shared]
        for was, now in sorted(renames):
            yield Change("breaking", new.method, f"the class `types.{now}` was `types.{was}`")


def _classes(members: Members) -> tuple[set[str], set[str]]:
    """The names of the classes that stand with those of all methods, and of the method's own."""
    named = {str(type_.name) for type_ in members.objects()}
    inside = [t for type_ in members.objects() if type_.shared for t in type_.members.objects()]
    shared = {str(t.name) for t in [*inside, *(t for t in members.objects() if t.shared)]}
    return shared, named - shared


def _member_changes(method: str, kind: str, old: Members, new: Members) -> Iterator[Change]:
    before = {visit.path: visit.member for visit in old.walk()}
    after = {visit.path: visit.member for visit in new.walk()}
    for path in sorted(before.keys() | after.keys()):
        above = path.rpartition(".")[0]
        if above and not (_is_object(before.get(above)) and _is_object(after.get(above))):
            continue  # what became of the object says it all
        if path not in after:
            yield Change("breaking", method, f"{kind} `{path}` is gone")
        elif path in before:
            yield from _one_member(method, kind, before[path], after[path], path)
        elif kind == "parameter" and after[path].required is True:
            yield Change("breaking", method, f"required {kind} `{path}` is new")
        else:
            yield Change("added", method, f"{kind} `{path}`")


def _is_object(member: Member | None) -> bool:
    return member is not None and isinstance(member.element, ObjectType)


def _one_member(method: str, kind: str, old: Member, new: Member, path: str) -> Iterator[Change]:
    if (was := type_label(old.type)) != (now := type_label(new.type)):
        yield Change("breaking", method, f"{kind} `{path}`: {was} → {now}")
    elif old.python_name != new.python_name:
        text = f"{kind} `{path}` is `{new.python_name}` in Python, was `{old.python_name}`"
        yield Change("breaking", method, text)
    if was == now:
        for text in _differences(_wire_form(old.type), _wire_form(new.type)):
            yield Change("changed", method, f"{kind} `{path}`: wire format: {text}")
    if kind == "parameter" and old.required is not True and new.required is True:
        yield Change("breaking", method, f"parameter `{path}` is required now")
    elif kind == "parameter" and old.required is True and new.required is not True:
        yield Change("changed", method, f"parameter `{path}` is optional now")
    if kind == "parameter" and old.limits != new.limits:
        differences = _differences(_shown_limits(old.limits), _shown_limits(new.limits))
        yield Change("changed", method, f"parameter `{path}`: {', '.join(differences)}")
    if new.deprecated and not old.deprecated:
        yield Change("changed", method, f"{kind} `{path}` is deprecated")
    if bool(old.closed) != bool(new.closed):
        text = "other values are type errors now" if new.closed else "other values pass now"
        yield Change("changed", method, f"{kind} `{path}`: {text}")
    was_listed = {value.value.reveal() for value in old.enum}
    is_listed = {value.value.reveal() for value in new.enum}
    gone, fresh = was_listed - is_listed, is_listed - was_listed
    if gone:
        yield Change("changed", method, f"{kind} `{path}`: values gone: {', '.join(sorted(gone))}")
    if fresh:
        yield Change("added", method, f"{kind} `{path}`: values {', '.join(sorted(fresh))}")


def _differences(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[str]:
    """What became of each thing that differs: `minimum 1 → 2`."""
    for name in dict.fromkeys([*old, *new]):
        was, now = old.get(name, "none"), new.get(name, "none")
        if was != now:
            yield f"{name} {was} → {now}"


def _shown_limits(limits: Limits) -> dict[str, str]:
    found = {name: getattr(limits, name) for name in limits.__slots__}
    return {name: str(limit) for name, limit in found.items() if limit is not None}


def _wire_form(type_: Type) -> dict[str, str]:
    """How values of a type are written, beside what its label tells."""
    if isinstance(type_, ArrayType):
        own = {"separator": json_literal(type_.separator)}
        own |= {"wrapper": str(type_.wrapper)} if type_.wrapper else {}
        return {f"{name} of elements": how for name, how in _wire_form(type_.items).items()} | own
    if not isinstance(type_, ScalarType):
        return {}
    form = {"JSON kind": str(type_.wire)}
    form |= {"time": type_.format.name} if type_.format else {}
    form |= {"separator": json_literal(type_.separator)} if type_.separator else {}
    further = ", ".join(further.name for further in type_.further_formats)
    form |= {"further times": further} if further else {}
    if type_.truth:
        form |= {"true": _listed(type_.truth.yes), "false": _listed(type_.truth.no)}
    return form | ({"none": _listed(type_.placeholders)} if type_.placeholders else {})


def _listed(texts: Iterable[SpecText]) -> str:
    return ", ".join(map(json_literal, texts))


def type_label(type_: Type) -> str:
    """A type in one word: `list[string]`, `OrderPage`, `datetime`."""
    if isinstance(type_, ArrayType):
        return f"list[{type_label(type_.items)}]"
    if isinstance(type_, ScalarType):
        return type_.kind
    return type_.name or "object"


def _one_line(text: str) -> str:
    """A text that holds values of specs, without what would be Markdown of its own."""
    shown = "".join(char if char.isprintable() else " " for char in text)
    return shown.replace("<", "&lt;")


def markdown(changes: list[Change], since: str) -> str:
    """A changelog entry."""
    if not changes:
        return f"The public surface is the same as at {since}.\n"
    lines = [f"Public surface since {since}:"]
    for level, title in _TITLES.items():
        chosen = [change for change in changes if change.level == level]
        if chosen:
            lines += ["", f"### {title}", ""]
            lines += [f"- `{change.method}`: {_one_line(change.text)}" for change in chosen]
    return "\n".join(lines) + "\n"
