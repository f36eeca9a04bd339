"""Rules about types and values: ids, examples, defaults, enums, samples."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.problems import Problem, rule, shortened
from generator.spec import values
from generator.spec.ir import (
    ArrayType,
    Member,
    ObjectType,
    Part,
    ScalarType,
    Spec,
    Type,
    walk_value,
)
from generator.spec.lint.registry import all_members, check, problem
from generator.spec.text import Json, Scalar

ID_TYPE = rule(
    "id-type",
    "An id is text",
    "Ids outgrow numbers (those of items became text with hyphens), and nobody adds them up.",
    "Use `type: string`; where the document says Number, add `wire: number`.",
)
EXAMPLE = rule(
    "example",
    "Examples and defaults satisfy their own type and limits",
    "They become samples of the mock, of the docs and of tests; a wrong one teaches a wrong call.",
    "Correct the example, or the type or limit if that is what is wrong; drop a placeholder.",
)
LIMITS = rule(
    "limits",
    "Limits fit the type and leave room for a value",
    "A limit that nothing can satisfy, or that no target can check, is a mistake.",
    "Swap the two, or remove the one that does not belong to this type.",
)
ENUM = rule(
    "enum",
    "An enum lists every documented value, each of its member's type, and each once",
    "A value that the documents show but the enum lacks is a value without a meaning.",
    "Add the value with its meaning, or correct its spelling.",
)
UPLOAD = rule(
    "upload",
    "A file is a parameter of its own",
    "Inside an object, which is sent as JSON, and in a reply there is no way to carry one.",
    "Use another type, or move the parameter out of the object.",
)
SAMPLE = rule(
    "sample",
    "A documented sample agrees with the fields",
    "The sample must decode into the typed model and encode back without a change.",
    "Correct the field if the sample is right; otherwise correct the sample and say why in "
    "`example: {note: …}`.",
)

_SIDES = 2
_ID = re.compile(r"(?:^|_)ids?$")
_LIMITED = {
    "integer": frozenset({"minimum", "maximum"}),
    "decimal": frozenset({"minimum", "maximum", "scale"}),
    "string": frozenset({"min_length", "max_length"}),
    "csv": frozenset({"min_items", "max_items"}),
    "json": frozenset({"min_items", "max_items"}),
    "array": frozenset({"min_items", "max_items"}),
}
"""The limits that a type can have."""


def kind(type_: Type) -> str:
    """A type as the spec language names it."""
    match type_:
        case ScalarType():
            return type_.kind
        case ArrayType():
            return "array"
        case _:
            return "object"


@check
def ids(spec: Spec) -> Iterator[Problem]:
    """Ids that are numbers."""
    for member in all_members(spec):
        found = kind(member.element)
        if found in ("integer", "decimal") and _ID.search(member.name):
            message = f"the id {str(member.name)!r} is {found}, not string"
            yield problem(ID_TYPE, message, member.origin, key=True)


@check
def limits(spec: Spec) -> Iterator[Problem]:
    """Limits that do not belong to the type or are none of its values, or exclude each other."""
    for member in all_members(spec):
        bounds = member.limits
        for key in sorted(_limit_names(member) - _LIMITED.get(kind(member.type), frozenset())):
            message = f"`{key}` means nothing to the type {kind(member.type)}"
            yield problem(LIMITS, message, member.origin.at(key), key=True)
        for key in ("minimum", "maximum"):
            if kind(member.type) == "integer" and isinstance(getattr(bounds, key), Decimal):
                message = f"{getattr(bounds, key)} is no limit of whole numbers"
                yield problem(LIMITS, message, member.origin.at(key), "write a whole number")
        for low, high, key in (
            (bounds.minimum, bounds.maximum, "minimum"),
            (bounds.min_length, bounds.max_length, "min_length"),
            (bounds.min_items, bounds.max_items, "min_items"),
        ):
            if low is not None and high is not None and low > high:
                message = f"{low} to {high} leaves no value"
                yield problem(LIMITS, message, member.origin.at(key), key=True)


def _limit_names(member: Member) -> set[str]:
    bounds = member.limits
    return {name for name in bounds.__slots__ if getattr(bounds, name) is not None}


@check
def examples(spec: Spec) -> Iterator[Problem]:
    """Examples and defaults that their own member forbids."""
    for member in all_members(spec):
        for key, written in (("example", member.example), ("default", member.default)):
            if written is not None and (why := unfit(written.reveal(), member)):
                message = f"{key} {shown(written.reveal())} {why}"
                yield problem(EXAMPLE, message, member.origin.at(key))


def shown(value: Json) -> str:
    """A value in a message, shortened."""
    return shortened(repr(value))


def unfit(value: Json, member: Member) -> str | None:
    """Why a value is none of its member."""
    type_ = member.type
    if isinstance(type_, ScalarType) and type_.kind == "bytes" and isinstance(value, str):
        return None  # a file's name
    if why := _unfit_type(value, type_):
        return why
    if isinstance(type_, ArrayType):
        return values.wrong_count(len(value), member) if isinstance(value, list) else None
    return values.outside_limits(value, member) if isinstance(value, Scalar) else None


def _unfit_type(value: Json, type_: Type) -> str | None:
    """Why a value is none of a type, looking into lists and objects."""
    if isinstance(type_, ScalarType):
        return values.mismatch(value, type_) or values.unusable(value, type_)
    if isinstance(type_, ObjectType):
        return _unfit_object(value, type_)
    if not isinstance(value, list):
        return "is no list"
    if not value:
        return "shows no element"
    return next(filter(None, (_unfit_type(item, type_.items) for item in value)), None)


def _unfit_object(value: Json, type_: ObjectType) -> str | None:
    """Why a value is none of an object; one without documented members may hold anything."""
    if not isinstance(value, dict):
        return "is no object"
    if not type_.members:
        return None
    for part in walk_value(type_.members, value):
        if why := _unfit_part(part):
            return f"has {'.'.join(map(str, part.steps))}, which {why}"
    return _lacking(type_, value)


def _unfit_part(part: Part) -> str | None:
    """Why a part of an object's example is none of its type; its own parts come by themselves."""
    type_, value = part.type, part.value
    if type_ is None:
        return "is not among the fields"
    if isinstance(type_, ScalarType):
        return _unfit_type(value, type_)
    if isinstance(type_, ArrayType):
        wrapped = isinstance(value, dict) and set(value) == {type_.wrapper}
        return None if wrapped or isinstance(value, list) else "is no list"
    if not isinstance(value, dict):
        return "is no object"
    return _lacking(type_, value)


def _lacking(type_: ObjectType, value: Mapping[str, Json]) -> str | None:
    """Which required member an object lacks, or which one breaks its limits."""
    for member in type_.members:
        given = value.get(member.name)
        if member.required and given is None:
            return f"lacks the required {str(member.name)!r}"
        if isinstance(given, Scalar) and (why := values.outside_limits(given, member)):
            return f"has a {str(member.name)!r} that {why}"
    return None


@check
def enums(spec: Spec) -> Iterator[Problem]:
    """Enum values of another type, or the same one twice; examples and defaults outside."""
    for member in all_members(spec):
        type_ = member.element
        if not member.enum:
            continue
        if not isinstance(type_, ScalarType) or type_.kind == "bytes":
            message = f"an enum means nothing to the type {kind(type_)}"
            yield problem(ENUM, message, member.origin.at("enum"), key=True)
            continue
        known = [value.value.reveal() for value in member.enum]
        if member.closed and member.closed.name == "two_sided" and len(known) != _SIDES:
            message = f"{len(known)} values are not two sides"
            yield problem(ENUM, message, member.origin.at("closed"))
        seen: dict[object, str] = {}
        for value in known:
            where = member.origin.at("enum", value)
            if why := values.mismatch(value, type_) or values.unusable(value, type_):
                yield problem(ENUM, f"enum value {value!r} {why}", where)
                continue
            alone = member.type is type_ and type_.kind != "csv"
            if alone and (why := values.outside_limits(value, member)):
                yield problem(ENUM, f"enum value {value!r} {why}", where)
            first = seen.setdefault(meant(value, type_), value)
            if first != value:
                yield problem(ENUM, f"enum value {value!r} is the same as {first!r}", where)
        for key, written in (("example", member.example), ("default", member.default)):
            for part in _strangers(written.reveal() if written else None, member):
                message = f"{key} {part!r} is not among the enum values"
                yield problem(ENUM, message, member.origin.at(key))


def meant(value: str, type_: ScalarType) -> object:
    """What makes two spellings one value."""
    return values.number(value) if type_.kind in ("integer", "decimal") else value


def undocumented(value: Json, member: Member) -> str | None:
    """Why a value is none of the member's enum."""
    part = next(_strangers(value, member), None)
    return part and f"has {part!r}, which is not among the enum values"


def _strangers(value: Json, member: Member) -> Iterator[str]:
    """The parts of a value that the member's enum does not list."""
    type_ = member.element
    known = {value.value.reveal() for value in member.enum}
    if known and isinstance(type_, ScalarType):
        yield from (part for part in _scalars(value, type_) if part not in known)


def _scalars(value: Json, type_: ScalarType) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, Scalar):
            for part in values.parts(type_, values.scalar_text(item)):
                yield part.strip()


@check
def uploads(spec: Spec) -> Iterator[Problem]:
    """Files where nothing can carry one."""
    inner = [visit for api in spec.apis for visit in api.parameters.walk(shared=False)]
    placed = [(visit.member, "an object") for visit in inner if visit.depth]
    placed += [(m, "a reply") for api in spec.apis for _, m, _ in api.fields.walk(shared=False)]
    placed += [
        (m, "an object") for type_ in spec.types for _, m, _ in type_.members.walk(shared=False)
    ]
    for member, carrier in placed:
        if kind(member.element) == "bytes":
            yield problem(UPLOAD, f"{carrier} cannot carry a file", member.origin, key=True)


@check
def sample_envelopes(spec: Spec) -> Iterator[Problem]:
    """Documented samples with the id that the gateway gives to every reply.

    A warning: it is as documented, and drafts of the import hold it.
    """
    request_id = spec.platform.request_id
    for api in spec.apis:
        sample = api.sample.reveal() if api.sample else None
        if isinstance(sample, dict) and request_id in sample and not api.fields.find(request_id):
            message = f"{str(request_id)!r} is none of the fields: the gateway adds it"
            origin = api.origin.at("example", "response", str(request_id))
            yield problem(SAMPLE, message, origin, "remove it", key=True, warning=True)


@check
def samples(spec: Spec) -> Iterator[Problem]:
    """Documented samples that contradict the fields."""
    for api in spec.apis:
        if api.sample is None or api.coverage.name != "full":
            continue
        base = api.origin.at("example", "response")
        found = values.sample_mismatches(api.sample.reveal(), api.fields, spec.platform.request_id)
        for steps, why in found:
            shown = ".".join(map(str, steps))
            yield problem(SAMPLE, f"{shown} {why}", base.at(*steps), key=True)
