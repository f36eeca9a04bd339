"""Facts that people have read in the sources, and what the IR says to each of them.

A table is a YAML file of this folder: a list of entries. An entry names its `source` and what its
facts are about (`of`: methods, `platform`, or all `specs`), and states facts by the keys below; one
key of `parameters` and `fields` may name several members, with spaces between them. `errors` holds
all codes of a method. Of an enum, a table gives every value and a word of its meaning.

`parameter_kinds` and `field_kinds` tell in few words what members are, many at once:
`decimal 元: price fee`; below a path stand the kinds of its members: `results: {string: id}`.
A kind is the type, then, where there is one, the format of a time, the unit, `as` the JSON kind
that is not the usual one of the type, and `in` the key around a list. `required`, `defaults`,
`limits`, `separators` and `taken_from` tell of all parameters of a method: an example is `ours`
where the source has none or one that is no value.

About 2,780 rows were written by hand. The rows that pin whole methods (kinds, defaults, limits,
paging) were printed from the IR once and then compared with the sources, by a script and by
reading: they hold what was right that day. New rows come from a source; a spec that changes by
mistake contradicts them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from project import REPOSITORY

from generator.problems import Origin, Problem
from generator.spec.ir import (
    Api,
    ArrayType,
    ErrorCode,
    Limits,
    Member,
    Members,
    ObjectType,
    Platform,
    ScalarType,
    Side,
    Spec,
)
from generator.spec.language import DURATIONS, SCALARS
from generator.spec.load import parse, place
from generator.spec.text import SpecData, SpecText

FOLDER = Path(__file__).parent
PLATFORM = Origin("specs/platform.yaml")
LEGACY = " (legacy)"
ABSENT = "there is no such member"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a source says."""

    table: str
    source: str
    subject: str
    """A method, or `platform`."""
    side: Side | None
    path: str
    """Of a member, or a code; empty: the subject itself."""
    key: str
    expected: Any
    says: str = ""
    """In what words the source says it, where that is not plain."""

    @property
    def about(self) -> str:
        """Which fact this is."""
        where = ".".join(part for part in (self.side or "", self.path) if part)
        return " ".join(part for part in (self.subject, where, self.key) if part)


def plain(value: object) -> Any:
    """A part of the IR as YAML would write it."""
    if isinstance(value, SpecText | SpecData):
        return plain(value.reveal())
    if isinstance(value, tuple | list):
        return [plain(part) for part in value]
    if value is None or isinstance(value, bool | int):
        return value
    return str(value)


def duration(seconds: int | None) -> str | None:
    """10800 → `3h`."""
    if seconds is None:
        return None
    letter, size = next((k, size) for k, (size, _) in DURATIONS.items() if seconds % size == 0)
    return f"{seconds // size}{letter}"


def _record(part: Any) -> dict[str, Any] | None:
    """What a record of the IR holds, without what it leaves open or as usual."""
    if part is None:
        return None
    usual: dict[str, Any] = {"first": 1, "ok": [], "peak_days": []}
    values = {key: plain(getattr(part, key)) for key in part.__slots__}
    return {key: value for key, value in values.items() if value not in (None, usual.get(key))}


def _window(api: Api) -> dict[str, Any] | None:
    found = _record(api.window)
    return found and {
        key: duration(value) if isinstance(value, int) else value for key, value in found.items()
    }


def _constraints(api: Api) -> list[str]:
    return [
        " ".join([rule.kind.name, *rule.names, *(f"when {n}={plain(v)}" for n, v in rule.when)])
        .replace("['", "")
        .replace("']", "")
        for rule in api.constraints
    ]


def advice(error: ErrorCode | None) -> str | None:
    """`rate_limit later account shortly`: class, retry word, and what a limit is about."""
    if error is None:
        return None
    words = [error.error_class.name, error.retry.name]
    return " ".join(
        words + ([error.limit.scope.name, error.limit.lasts.name] if error.limit else [])
    )


METHOD: Mapping[str, Callable[[Api], Any]] = {
    "doc": lambda api: api.doc.id,
    "session": lambda api: api.auth.session.name,
    "packages": lambda api: [
        str(package.id) + (LEGACY if package.legacy else "") for package in api.auth.packages
    ],
    "idempotent": lambda api: api.idempotent,
    "idempotent_reason": lambda api: plain(api.idempotent_reason),
    "coverage": lambda api: api.coverage.name,
    "replaced_by": lambda api: api.replaced_by and str(api.replaced_by.method),
    "deprecated": lambda api: api.deprecated,
    "invitation_only": lambda api: api.invitation_only,
    "root": lambda api: str(api.root),
    "window": _window,
    "pagination": lambda api: _record(api.pagination),
    "batch": lambda api: _record(api.batch),
    "constraints": _constraints,
    "reply_outcome": lambda api: _record(api.reply_outcome),
    "item_outcome": lambda api: _record(api.item_outcome),
    "codes": lambda api: sorted(plain(error.code) for error in api.errors),
    "required": lambda api: _paths(api, lambda member: member.required is True),
    "required_unknown": lambda api: _paths(api, lambda member: member.required is None),
    "defaults": lambda api: _of_parameters(api, lambda member: plain(member.default)),
    "limits": lambda api: _of_parameters(api, _limits),
    "separators": lambda api: _of_parameters(api, lambda m: plain(_scalar(m, "separator"))),
    "taken_from": lambda api: _of_parameters(api, lambda member: plain_map(member.taken_from)),
    "see": lambda api: [str(link.name) for link in api.see],
}


def _of_parameters(api: Api, key: Callable[[Member], Any]) -> dict[str, Any]:
    """By path, what parameters say, without those that say nothing."""
    found = ((visit.path, key(visit.member)) for visit in api.parameters.walk())
    return {path: value for path, value in found if value not in (None, {})}


def _paths(api: Api, wanted: Callable[[Member], bool]) -> list[str]:
    return sorted(visit.path for visit in api.parameters.walk() if wanted(visit.member))


def _limits(member: Member) -> dict[str, Any]:
    found = {key: plain(getattr(member.limits, key)) for key in Limits.__slots__}
    return {key: value for key, value in found.items() if value is not None}


def plain_map(written: Mapping[str, Any]) -> dict[str, str]:
    """A mapping of the IR as YAML would write it."""
    return {key: str(value) for key, value in written.items()}


def _kind(member: Member) -> str:
    inner = member.element
    words = [_type(member)]
    if isinstance(inner, ScalarType) and inner.format:
        words.append(inner.format.name)
    if member.unit:
        words.append(member.unit.name)
    if isinstance(inner, ScalarType) and inner.wire != SCALARS[inner.kind].wire:
        words.append(f"as {inner.wire}")
    if isinstance(member.type, ArrayType) and member.type.wrapper:
        words.append(f"in {member.type.wrapper}")
    return " ".join(words)


def _type(member: Member) -> str:
    kinds = {ObjectType: "object"}
    inner = member.element
    kind = inner.kind if isinstance(inner, ScalarType) else kinds[type(inner)]
    return f"list of {kind}" if isinstance(member.type, ArrayType) else kind


def _scalar(member: Member, key: str) -> Any:
    inner = member.element
    return getattr(inner, key) if isinstance(inner, ScalarType) else None


def _limit(key: str) -> Callable[[Member], Any]:
    return lambda member: plain(getattr(member.limits, key))


MEMBER: Mapping[str, Callable[[Member], Any]] = {
    "kind": _kind,
    "type": _type,
    "wire": lambda member: _scalar(member, "wire"),
    "required": lambda member: "unknown" if member.required is None else member.required,
    "default": lambda member: plain(member.default),
    "enum": lambda member: {plain(row.value): plain(row.meaning) for row in member.enum},
    "closed": lambda member: member.closed.name if member.closed else False,
    "unit": lambda member: member.unit.name if member.unit else None,
    "format": lambda member: (found := _scalar(member, "format")) and found.name,
    "further_formats": lambda member: [
        row.name for row in _scalar(member, "further_formats") or ()
    ],
    "placeholders": lambda member: plain(_scalar(member, "placeholders") or ()),
    "truth": lambda member: _record(_scalar(member, "truth")),
    "separator": lambda member: plain(_scalar(member, "separator")),
    "wrapper": lambda member: (
        plain(member.type.wrapper) if isinstance(member.type, ArrayType) else None
    ),
    "deprecated": lambda member: member.deprecated,
    "see": lambda member: [str(link.name) for link in member.see],
    "meaning": lambda member: plain(member.description),
    **{key: _limit(key) for key in Limits.__slots__},
}


def _vectors(platform: Platform) -> dict[str, str]:
    return {
        plain(vector.name): f"{way.name} {vector.sign}"
        for way in platform.signing
        for vector in way.vectors
    }


_RAW: Mapping[str, Callable[[Any], Any]] = {
    "plain_gateways": lambda raw: {
        name: address.get("plain") for name, address in raw["gateways"].items()
    },
    "packages_page": lambda raw: raw["packages"]["page"],
    "legacy_packages": lambda raw: raw["packages"]["legacy"],
}
"""What the IR holds in another form."""

GATEWAY: Mapping[str, Callable[[Platform], Any]] = {
    "gateways": lambda platform: {str(row.name): str(row.url) for row in platform.gateways},
    "utc_offset": lambda platform: duration(int(platform.utc_offset.total_seconds())),
    "clock_tolerance": lambda platform: duration(platform.clock_tolerance),
    "algorithms": lambda platform: {str(way.name): way.algorithm for way in platform.signing},
    "vectors": _vectors,
    "dropped_prefix": lambda platform: str(platform.dropped_prefix),
    "response_suffix": lambda platform: str(platform.response_suffix),
    "error_root": lambda platform: str(platform.error_root),
    "request_id": lambda platform: str(platform.request_id),
    "checks": lambda platform: plain(platform.checks),
    "codes": lambda platform: [plain(error.code) for error in platform.errors],
    "sub_codes": lambda platform: sorted(plain(error.code) for error in platform.sub_errors),
    "parameter_names": lambda platform: sorted(platform.parameters.paths()),
}


def _with_session(spec: Spec, word: str) -> list[str]:
    return sorted(str(api.method) for api in spec.apis if api.auth.session.name == word)


SPEC: Mapping[str, Callable[[Spec], Any]] = {
    "methods_that_write": lambda spec: sorted(
        str(api.method) for api in spec.apis if not api.idempotent
    ),
    "methods_with_a_reason": lambda spec: sorted(
        str(api.method) for api in spec.apis if api.idempotent_reason
    ),
    "deprecated_methods": lambda spec: sorted(
        str(api.method) for api in spec.apis if api.deprecated
    ),
    "methods_that_need_a_session": lambda spec: _with_session(spec, "required"),
    "methods_without_a_session": lambda spec: _with_session(spec, "none"),
    "methods_with_packages": lambda spec: sorted(
        str(api.method) for api in spec.apis if api.auth.packages
    ),
    "documents": lambda spec: {str(api.method): api.doc.id for api in spec.apis if api.doc.id},
    "coverages": lambda spec: _by_word(spec, lambda api: api.coverage.name),
    "confidences": lambda spec: _by_word(spec, lambda api: api.doc.confidence.name),
    "first_arguments": lambda spec: (call := spec.product.first_call)
    and plain_map(call.arguments.reveal()),  # type: ignore[arg-type]
    "links": lambda spec: {str(link.name): plain(link.url) for link in spec.links},
}


def _by_word(spec: Spec, word: Callable[[Api], str]) -> dict[str, list[str]]:
    """The methods of each word, without the most frequent one."""
    found: dict[str, list[str]] = {}
    for api in spec.apis:
        found.setdefault(word(api), []).append(str(api.method))
    usual = max(found, key=lambda name: len(found[name]))
    return {name: methods for name, methods in found.items() if name != usual}


def _members(subject: str, side: Side, spec: Spec) -> Members:
    if subject == "platform":
        return spec.platform.parameters
    api = spec.find(subject)
    assert api, f"{subject}: the specs do not hold this method"
    return api.parameters if side == "request" else api.fields


def _errors(fact: Fact, spec: Spec) -> tuple[ErrorCode, ...]:
    if fact.subject == "platform":
        return spec.platform.errors + spec.platform.sub_errors
    api = spec.find(fact.subject)
    assert api, fact.subject
    return api.errors


def _origin(fact: Fact, spec: Spec) -> Origin:
    api = spec.find(fact.subject)
    return api.origin if api else PLATFORM


def look(fact: Fact, spec: Spec) -> tuple[Any, Origin]:
    """What the specs say to a fact, and where."""
    if fact.side:
        member = _members(fact.subject, fact.side, spec).find(fact.path)
        if member is None:
            return ABSENT, _origin(fact, spec)
        return MEMBER[fact.key](member), member.origin
    if fact.key in ("error", "message"):
        error = next((row for row in _errors(fact, spec) if plain(row.code) == fact.path), None)
        found = advice(error) if fact.key == "error" else error and plain(error.message)
        where = "sub_errors" if fact.subject == "platform" and not fact.path.isdigit() else "errors"
        return found, _origin(fact, spec).at(where, fact.path)
    if fact.subject == "specs":
        return SPEC[fact.key](spec), Origin("specs/apis")
    if fact.subject == "platform":
        if fact.key in _RAW:
            raw: Any = parse(PLATFORM.file, (REPOSITORY / PLATFORM.file).read_bytes()).data
            return _RAW[fact.key](raw), PLATFORM
        return GATEWAY[fact.key](spec.platform), PLATFORM
    api = spec.find(fact.subject)
    assert api, f"{fact.subject}: the specs do not hold this method"
    return METHOD[fact.key](api), api.origin


WORDS = ("enum", "idempotent_reason", "meaning", "message")
"""Keys whose text is ours: the table gives the word of it that matters."""


def agrees(key: str, expected: Any, actual: Any) -> bool:
    """Whether the specs say what the source says."""
    if key == "enum" and isinstance(expected, dict) and isinstance(actual, dict):
        return expected.keys() == actual.keys() and all(
            word in actual[value] for value, word in expected.items()
        )
    if key in WORDS and isinstance(expected, str) and isinstance(actual, str):
        return expected in actual
    return type(expected) is type(actual) and bool(expected == actual)


def complaint(fact: Fact, actual: Any, origin: Origin) -> str:
    """What to tell whoever changed a spec."""
    at = Problem("fact", "", origin.file, origin.path)
    problem = place([at], REPOSITORY)[0] if (REPOSITORY / origin.file).is_file() else at
    line = f":{problem.line}" if problem.line else ""
    rows = [
        fact.about,
        f"  the spec says    {actual!r}",
        f"  the source says  {fact.expected!r}" + (f" – {fact.says}" if fact.says else ""),
        f"  source           {fact.source}",
        f"  spec             {origin.file}{line} (with `use:`, see specs/_shared, too)",
        f"  pinned in        tests/facts/{fact.table}",
        "  Correct the spec. Change the table only if a newer source says something else.",
    ]
    if isinstance(actual, dict) and isinstance(fact.expected, dict):
        rows[3:3] = [
            f"  they differ in   {key!r}: {actual.get(key)!r} instead of {fact.expected.get(key)!r}"
            for key in sorted(fact.expected.keys() | actual.keys())
            if not agrees(WORDS[-1], fact.expected.get(key), actual.get(key))
        ]
    if isinstance(actual, list) and isinstance(fact.expected, list):
        missing = [row for row in fact.expected if row not in actual]
        further = [row for row in actual if row not in fact.expected]
        rows[3:3] = [f"  missing {missing}, not in the source {further}"]
    return "\n".join(rows)


def _of_members(start: Fact, side: Side, written: Mapping[str, Any], within: str) -> Iterator[Fact]:
    for paths, keys in written.items():
        says = keys.get("says", start.says)
        for name in paths.split():
            path = f"{within}.{name}" if within else name
            for key, expected in keys.items():
                if key != "says":
                    assert key in MEMBER, f"{start.table}: {paths}: no key {key!r}"
                    yield Fact(
                        start.table, start.source, start.subject, side, path, key, expected, says
                    )


def _of_kinds(start: Fact, side: Side, written: Mapping[str, Any], within: str) -> Iterator[Fact]:
    for word, below in written.items():
        if isinstance(below, str):
            for name in below.split():
                path = f"{within}.{name}" if within else name
                yield replace(start, side=side, path=path, key="kind", expected=word)
        else:
            yield from _of_kinds(start, side, below, f"{within}.{word}" if within else word)


def _entry(table: str, entry: Mapping[str, Any]) -> Iterator[Fact]:
    known = {"source", "of", "within", "says", "parameters", "fields", "errors", "messages"}
    known |= {"parameter_kinds", "field_kinds"}
    for subject in entry["of"]:
        own = {"platform": GATEWAY.keys() | _RAW.keys(), "specs": SPEC.keys()}
        keys = own.get(subject, METHOD.keys())
        start = Fact(table, entry["source"], subject, None, "", "", None, entry.get("says", ""))
        sides: dict[str, Side] = {"parameters": "request", "fields": "response"}
        for word, side in sides.items():
            within = entry.get("within", "") if side == "response" else ""
            yield from _of_members(start, side, entry.get(word, {}), within)
            kinds = entry.get(f"{word[:-1]}_kinds", {})
            yield from _of_kinds(start, side, kinds, within)
        for word, key in (("errors", "error"), ("messages", "message")):
            for code, expected in entry.get(word, {}).items():
                yield Fact(table, start.source, subject, None, code, key, expected, start.says)
        for key in (key for key in entry if key not in known):
            assert key in keys, f"{table}: {subject} has no key {key!r}"
            yield Fact(table, start.source, subject, None, "", key, entry[key], start.says)
        if subject not in own and "errors" in entry:
            yield Fact(
                table, start.source, subject, None, "", "codes", sorted(entry["errors"]), start.says
            )


def read(files: Iterable[Path]) -> tuple[Fact, ...]:
    """All facts of some tables."""
    return tuple(
        fact
        for file in files
        for entry in parse(f"tests/facts/{file.name}", file.read_bytes()).data  # type: ignore[union-attr]
        for fact in _entry(file.name, entry)  # type: ignore[arg-type]
    )


FACTS = read(sorted(FOLDER.glob("*.yaml")))
