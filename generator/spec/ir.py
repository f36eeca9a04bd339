"""The intermediate representation: what the specs say, typed, resolved and frozen.

One vocabulary everywhere: a *method* has *parameters* and *fields* (both are *members*), each with
a *type*; a string or number may have an *enum*; a call may end in an *error*.

Nobody else walks over members: ask `Members` (find, walk, paths, objects), `fold` to build
something along types, or `walk_value` to hold a value against them.
"""

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, NamedTuple, Protocol, TypeVar

from generator.problems import Origin
from generator.spec.language import (
    ConstraintWord,
    ErrorClass,
    Retry,
    ScalarKind,
    TimeFormat,
    Unit,
    Wire,
    Word,
)
from generator.spec.product import Product, Role, Topic
from generator.spec.text import Json, Name, SpecData, SpecText

Side = Literal["request", "response"]


@dataclass(frozen=True, slots=True)
class Truth:
    """What means true and false on the wire; the first of each is what is sent."""

    yes: tuple[SpecText, ...]
    no: tuple[SpecText, ...]


@dataclass(frozen=True, slots=True)
class ScalarType:
    """One value. `format` is set for datetime and date, `separator` for csv."""

    kind: ScalarKind
    wire: Wire
    format: TimeFormat | None = None
    separator: SpecText | None = None
    further_formats: tuple[TimeFormat, ...] = ()
    """Forms in which the gateway sends the time as well."""
    truth: Truth | None = None
    """None: true and false themselves."""
    placeholders: tuple[SpecText, ...] = ()
    """Values that mean none."""

    @property
    def element(self) -> "Type":
        """Itself: what its lists hold, if it were one."""
        return self


@dataclass(frozen=True, slots=True)
class ArrayType:
    """A list. In a reply it stands inside `wrapper`; a list of scalars is sent joined."""

    items: "Type"
    wrapper: Name | None
    wrapper_inferred: bool
    separator: SpecText

    @property
    def element(self) -> "ScalarType | ObjectType":
        """What the innermost list holds."""
        inner: Type = self.items
        while isinstance(inner, ArrayType):
            inner = inner.items
        return inner


@dataclass(frozen=True, slots=True)
class ObjectType:
    """An object. Without a class name its members are unknown and it stays plain data."""

    name: Name | None
    description: SpecText
    members: "Members"
    origin: Origin
    side: Side
    shared: bool = False
    """Whether it is declared in specs/_shared/types.yaml."""

    @property
    def element(self) -> "ObjectType":
        """Itself: what its lists hold, if it were one."""
        return self


Type = ScalarType | ArrayType | ObjectType


@dataclass(frozen=True, slots=True)
class Link:
    """A public document."""

    name: Name
    title: SpecText
    url: SpecText


@dataclass(frozen=True, slots=True)
class EnumValue:
    """One documented value of an enum."""

    value: SpecText
    meaning: SpecText


Number = int | Decimal
"""Whole numbers are whole; all others are exact."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of a value (both ends allowed), its length, its elements or its decimals."""

    minimum: Number | None = None
    maximum: Number | None = None
    min_length: int | None = None
    max_length: int | None = None
    min_items: int | None = None
    max_items: int | None = None
    scale: int | None = None
    """Most decimals."""

    def __bool__(self) -> bool:
        return self != Limits()


@dataclass(frozen=True, slots=True)
class Member:
    """A parameter (of a request) or a field (of a response)."""

    name: Name
    python_name: Name
    type: Type
    description: SpecText
    origin: Origin
    required: bool | None = False
    """None: no source says."""
    default: SpecData | None = None
    example: SpecData | None = None
    enum: tuple[EnumValue, ...] = ()
    closed: Word | None = None
    """Why the enum is complete; None: it is open, and other values pass."""
    limits: Limits = field(default_factory=Limits)
    unit: Unit | None = None
    deprecated: bool = False
    deprecation: SpecText | None = None
    see: tuple[Link, ...] = ()
    note: SpecText | None = None
    taken_from: Mapping[str, Name] = field(default_factory=dict)
    """Keys whose value comes from the documents of another method, or is ours."""

    @property
    def element(self) -> ScalarType | ObjectType:
        """Its type, or what its lists hold."""
        inner = self.type.element
        assert not isinstance(inner, ArrayType)
        return inner

    @property
    def members(self) -> "Members":
        """The members of the object that it is, or of the objects that it holds."""
        inner = self.element
        return inner.members if isinstance(inner, ObjectType) else NO_MEMBERS


class Visit(NamedTuple):
    """A member on a walk: the dotted path of wire names that leads to it, and its neighbours."""

    path: str
    member: Member
    siblings: "Members"

    @property
    def depth(self) -> int:
        """0 for the members that the walk began with."""
        return self.path.count(".")


class Members(tuple[Member, ...]):
    """The members of a request, a response or an object, in the order of the document."""

    __slots__ = ()

    def find(self, path: str | None) -> Member | None:
        """The member that a dotted path of wire names leads to; lists are passed through."""
        found, members = None, self
        for name in path.split(".") if path else ():
            found = next((member for member in members if member.name == name), None)
            if found is None:
                return None
            members = found.members
        return found

    def along(self, path: str) -> Iterator[Member]:
        """The members on a path that leads somewhere, the last one being the one it leads to."""
        members = self
        for name in path.split("."):
            found = next(member for member in members if member.name == name)
            yield found
            members = found.members

    def walk(
        self, *, shared: bool = True, prefix: str = "", keep: Callable[[Visit], bool] | None = None
    ) -> Iterator[Visit]:
        """All members at every depth, outer ones first.

        With shared=False no shared type is entered; what `keep` refuses is left out with all that
        is inside it.
        """
        for member in self:
            visit = Visit(prefix + member.name, member, self)
            if keep is None or keep(visit):
                yield visit
                inner = member.element
                if isinstance(inner, ObjectType) and (shared or not inner.shared):
                    below = visit.path + "."
                    yield from inner.members.walk(shared=shared, prefix=below, keep=keep)

    def paths(self) -> Iterator[str]:
        """The dotted paths of all members, outer ones first."""
        return (visit.path for visit in self.walk())

    def objects(self, *, shared: bool = True) -> Iterator[ObjectType]:
        """All object types that have a class, inner ones first; the same one may come again."""
        return _objects(self, shared)

    @property
    def total(self) -> int:
        """How many members there are at every depth."""
        return sum(1 + member.members.total for member in self)


NO_MEMBERS = Members()


def _objects(members: Members, shared: bool) -> Iterator[ObjectType]:
    for member in members:
        inner = member.element
        if isinstance(inner, ObjectType) and inner.name and (shared or not inner.shared):
            yield from _objects(inner.members, shared)
            yield inner


_T = TypeVar("_T")


class Builder(Protocol[_T]):
    """What `fold` asks: what a scalar becomes, and what lists and objects become of their content.

    `visit.member` is the member whose type, or whose elements' type, is at hand.
    """

    def wanted(self, visit: Visit) -> bool:
        """Whether a member is built at all."""

    def scalar(self, type_: ScalarType, visit: Visit) -> _T:
        """What a scalar becomes."""

    def array(self, type_: ArrayType, items: _T, visit: Visit) -> _T:
        """What a list becomes."""

    def object(self, type_: ObjectType, members: Mapping[Name, _T], visit: Visit) -> _T:
        """What an object becomes; `members` holds what was wanted of it, by wire name."""


def fold(members: Members, builder: Builder[_T], prefix: str = "") -> dict[Name, _T]:
    """Build something along the types of members, from the inside out; by wire name."""
    built: dict[Name, _T] = {}
    for member in members:
        visit = Visit(prefix + member.name, member, members)
        if builder.wanted(visit):
            built[member.name] = fold_type(member.type, builder, visit)
    return built


def fold_type(type_: Type, builder: Builder[_T], visit: Visit) -> _T:
    """Build something along one type."""
    if isinstance(type_, ScalarType):
        return builder.scalar(type_, visit)
    if isinstance(type_, ArrayType):
        return builder.array(type_, fold_type(type_.items, builder, visit), visit)
    return builder.object(type_, fold(type_.members, builder, visit.path + "."), visit)


Steps = tuple[str | int, ...]
"""Keys and indices from the root of a value to a part of it."""


class Part(NamedTuple):
    """A part of a JSON value and the type that it should have; None: no member has this name."""

    steps: Steps
    type: Type | None
    value: Json


def walk_value(members: Members, value: Mapping[str, Json], steps: Steps = ()) -> Iterator[Part]:
    """Every part of an object in full JSON form, beside its type; what misfits is not entered."""
    known = {str(member.name): member.type for member in members}
    for name, inner in value.items():
        yield from _parts(known.get(name), inner, (*steps, name))


def _parts(type_: Type | None, value: Json, steps: Steps) -> Iterator[Part]:
    yield Part(steps, type_, value)
    if isinstance(type_, ArrayType):
        if isinstance(value, dict) and type_.wrapper and set(value) == {type_.wrapper}:
            value, steps = value[type_.wrapper], (*steps, str(type_.wrapper))
        for index, item in enumerate(value if isinstance(value, list) else ()):
            yield from _parts(type_.items, item, (*steps, index))
    elif isinstance(type_, ObjectType) and type_.members and isinstance(value, dict):
        yield from walk_value(type_.members, value, steps)


@dataclass(frozen=True, slots=True)
class Constraint:
    """A rule between parameters, given by their paths."""

    kind: ConstraintWord
    names: tuple[Name, ...]
    when: tuple[tuple[Name, SpecData], ...] = ()


@dataclass(frozen=True, slots=True)
class Pagination:
    """How to reach the next page. Paths are dotted wire names without list wrappers."""

    style: Literal["page", "cursor", "offset"]
    items: tuple[Name, ...]
    """The list, or the lists, that a page holds."""
    page: Name | None = None
    offset: Name | None = None
    first: int = 1
    size: Name | None = None
    total: Name | None = None
    more: Name | None = None
    send: Name | None = None
    read: Name | None = None
    direction: Name | None = None
    """Parameter that turns pages onward with 1 and back with -1."""


@dataclass(frozen=True, slots=True)
class Window:
    """The time span that a call asks for. Durations are whole seconds."""

    start: Name
    end: Name | None = None
    longest: int | None = None
    peak: int | None = None
    within: int | None = None
    peak_days: tuple[Name, ...] = ()
    """MM-DD; there may be others that have no date."""
    length: Name | None = None
    """Parameter with the length in days, where none closes the window."""
    too_long: Name | None = None
    """Code that refuses a window as too long."""
    key: Name | None = None
    """Path from an element to what identifies it."""
    changed: Name | None = None
    """Path from an element to the moment of its last change."""


@dataclass(frozen=True, slots=True)
class Batch:
    """A list of values that are asked for together and answered one by one."""

    values: Name
    """Parameter with the values; its limit is how many one call takes."""
    items: Name
    """List of the reply with the answers."""
    key: Name
    """Path from an element to the value that it answers."""


@dataclass(frozen=True, slots=True)
class ReplyOutcome:
    """Where a reply that looks successful tells that the whole call failed."""

    success: Name | None = None
    code: Name | None = None
    message: Name | None = None
    ok: tuple[SpecData, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemOutcome:
    """Where a successful reply tells that single elements failed."""

    lists: tuple[Name, ...]
    code: Name
    message: Name | None = None
    ok: tuple[SpecData, ...] = ()


@dataclass(frozen=True, slots=True)
class RateLimit:
    """Which calls are counted together, and how long the limit lasts."""

    scope: Word
    lasts: Word


@dataclass(frozen=True, slots=True)
class ErrorCode:
    """A documented error. `code` may hold `*` in the platform's sub codes."""

    code: SpecText
    message: SpecText | None
    solution: SpecText
    error_class: ErrorClass
    retry: Retry
    origin: Origin
    limit: RateLimit | None = None
    see: tuple[Link, ...] = ()
    note: SpecText | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """The newest source of a method's facts."""

    kind: Word
    date: Name | None = None
    """`2025`, `2025-10` or `2025-10-31`."""

    @property
    def latest(self) -> datetime.date | None:
        """The last day that the date can mean."""
        if self.date is None:
            return None
        year, month, day = (*map(int, self.date.split("-")), 0, 0)[:3]
        if day:
            return datetime.date(year, month, day)
        first_behind = (year + (month or 12) // 12, (month or 12) % 12 + 1)
        return datetime.date(*first_behind, 1) - datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Doc:
    """Where the facts come from."""

    id: int | None
    verified: datetime.date | None
    """When the spec was last compared with its sources."""
    sources: tuple[SpecText, ...]
    confidence: Word
    source: Source | None = None
    notes: tuple[SpecText, ...] = ()
    page: SpecText | None = None
    """Where the platform shows the document."""


@dataclass(frozen=True, slots=True)
class PermissionPackage:
    """A package of rights that an app applies for."""

    id: Name
    page: SpecText | None
    """Where to apply for it."""
    legacy: bool


@dataclass(frozen=True, slots=True)
class Auth:
    """What the caller must hold: with one of the packages, an app may call the method."""

    session: Word
    packages: tuple[PermissionPackage, ...] = ()


@dataclass(frozen=True, slots=True)
class Successor:
    """The method to call instead of a deprecated one."""

    method: Name
    python_name: Name


@dataclass(frozen=True, slots=True)
class Api:
    """One API method."""

    method: Name
    python_name: Name
    class_prefix: Name
    root: Name
    """Name of the response root, `tbk_shop_get_response`."""
    title: SpecText
    summary: SpecText
    summary_en: SpecText
    description: SpecText | None
    see: tuple[Link, ...]
    role: Role
    topic: Topic
    coverage: Word
    deprecated: bool
    replaced_by: Successor | None
    invitation_only: bool
    doc: Doc
    auth: Auth
    idempotent: bool
    idempotent_reason: SpecText | None
    parameters: Members
    constraints: tuple[Constraint, ...]
    fields: Members
    response_complete: bool
    pagination: Pagination | None
    window: Window | None
    batch: Batch | None
    reply_outcome: ReplyOutcome | None
    item_outcome: ItemOutcome | None
    errors: tuple[ErrorCode, ...]
    sample: SpecData | None
    """The documented content of the response root."""
    sample_note: SpecText | None
    """What was corrected in the sample."""
    origin: Origin
    digest: Name
    """Of everything this IR was made from; equal digests mean equal IR."""

    @property
    def typed(self) -> bool:
        """Whether the client has a typed call: the request is known and the name is no guess."""
        return self.coverage.name != "name" and self.doc.confidence.name != "inferred"

    @property
    def needs_session(self) -> bool:
        """Whether the gateway refuses the call without a session."""
        return self.auth.session.name == "required"


@dataclass(frozen=True, slots=True)
class Gateway:
    """An address of the gateway."""

    name: Name
    url: Name
    description: SpecText


@dataclass(frozen=True, slots=True)
class SigningVector:
    """A published or computed example of a signature."""

    name: SpecText
    secret: bytes
    parameters: SpecData
    sign: Name


_STRONGEST_FIRST = ("hmac_sha256", "hmac_md5", "md5")


@dataclass(frozen=True, slots=True)
class SigningMethod:
    """A signature method."""

    name: Name
    algorithm: Literal["md5", "hmac_md5", "hmac_sha256"]
    description: SpecText
    vectors: tuple[SigningVector, ...]


@dataclass(frozen=True, slots=True)
class Platform:
    """What holds for every method."""

    gateways: tuple[Gateway, ...]
    parameters: Members
    utc_offset: datetime.timedelta
    clock_tolerance: int
    """Seconds."""
    signing: tuple[SigningMethod, ...]
    dropped_prefix: Name
    response_suffix: Name
    error_root: Name
    request_id: Name
    checks: tuple[Name, ...]
    errors: tuple[ErrorCode, ...]
    sub_errors: tuple[ErrorCode, ...]
    digest: Name

    @property
    def sign_methods(self) -> tuple[Name, ...]:
        """The names of the signature methods, the strongest first: clients use that one."""
        by_strength = sorted(self.signing, key=lambda way: _STRONGEST_FIRST.index(way.algorithm))
        return tuple(way.name for way in by_strength)


@dataclass(frozen=True, slots=True)
class ListedTitle:
    """One row of the platform's list of methods, specs/catalog.yaml."""

    title: SpecText
    method: Name | None
    doc_id: int | None
    listed: bool
    """False: known, although the platform's list does not show it."""
    note: SpecText | None
    origin: Origin


@dataclass(frozen=True, slots=True)
class Spec:
    """Everything that the specs say."""

    product: Product
    platform: Platform
    titles: tuple[ListedTitle, ...]
    types: tuple[ObjectType, ...]
    """The shared object types, by name."""
    vocabulary: Members
    """The shared fields, by the name of the declaration."""
    links: tuple[Link, ...]
    """The public documents, by name."""
    apis: tuple[Api, ...]
    """By method name."""

    @property
    def typed(self) -> tuple[Api, ...]:
        """The methods with a typed call."""
        return tuple(api for api in self.apis if api.typed)

    @property
    def member_count(self) -> int:
        """Parameters and fields, members of shared types counted once for every use."""
        return sum(api.parameters.total + api.fields.total for api in self.apis)

    def find(self, method: str | None) -> Api | None:
        """The method of this name."""
        return next((api for api in self.apis if api.method == method), None)

    @property
    def first(self) -> Api | None:
        """The method of the product's first call."""
        call = self.product.first_call
        return self.find(call.method) if call else None

    def guide(self, use: str) -> Api | None:
        """The method that a hand-written guide calls."""
        return self.find(self.product.guides.get(Name(use)))
