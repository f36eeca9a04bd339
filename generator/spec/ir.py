"""The intermediate representation: what the specs say, typed, resolved and frozen.

One vocabulary everywhere: a *method* has *parameters* and *fields* (both are *members*), each with
a *type*; a string or number may have an *enum*; a call may end in an *error*.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from generator.problems import Origin
from generator.spec.text import SpecText

Json = None | bool | int | Decimal | str | list["Json"] | dict[str, "Json"]
"""A YAML or JSON value; numbers with a fraction are exact."""

Scalar = bool | int | Decimal | str

ScalarKind = Literal[
    "string", "integer", "decimal", "boolean", "datetime", "date", "json", "csv", "bytes"
]
Wire = Literal["string", "number", "boolean"]
Role = Literal["publisher", "service_provider", "common", "other"]
Coverage = Literal["full", "request", "name"]
Session = Literal["none", "optional", "required", "unknown"]
ConstraintKind = Literal["at_least_one_of", "exactly_one_of", "at_most_one_of", "together"]
Retry = Literal["never", "later", "ban", "clock", "sub_code"]


@dataclass(frozen=True, slots=True)
class ScalarType:
    """One value. `format` is set for datetime and date, `separator` for csv."""

    kind: ScalarKind
    wire: Wire
    format: str | None = None
    separator: str | None = None


@dataclass(frozen=True, slots=True)
class ArrayType:
    """A list. In a reply it stands inside `wrapper`; a list of scalars is sent joined."""

    items: "Type"
    wrapper: str | None = None
    wrapper_inferred: bool = False
    separator: str = ","


@dataclass(frozen=True, slots=True)
class ObjectType:
    """An object. Without a class name its members are unknown and it stays plain data."""

    name: str | None
    description: SpecText
    members: tuple["Member", ...]
    origin: Origin
    side: Literal["request", "response"]
    shared: bool = False
    """Whether it is declared in specs/_shared/types.yaml."""


Type = ScalarType | ArrayType | ObjectType


@dataclass(frozen=True, slots=True)
class EnumValue:
    """One documented value of an enum."""

    value: str
    meaning: SpecText


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of a value (both ends allowed), of its length, or of the number of its elements."""

    minimum: Decimal | None = None
    maximum: Decimal | None = None
    min_length: int | None = None
    max_length: int | None = None
    min_items: int | None = None
    max_items: int | None = None

    def __bool__(self) -> bool:
        return self != Limits()


@dataclass(frozen=True, slots=True)
class Member:
    """A parameter (of a request) or a field (of a response)."""

    name: str
    python_name: str
    type: Type
    description: SpecText
    origin: Origin
    required: bool | None = False
    """None: no source says."""
    default: Scalar | None = None
    example: Json = None
    enum: tuple[EnumValue, ...] = ()
    limits: Limits = field(default_factory=Limits)
    unit: str | None = None
    deprecated: bool = False
    deprecation: SpecText | None = None
    note: SpecText | None = None


@dataclass(frozen=True, slots=True)
class Constraint:
    """A rule between parameters, given by their paths."""

    kind: ConstraintKind
    names: tuple[str, ...]
    when: tuple[tuple[str, Scalar], ...] = ()


@dataclass(frozen=True, slots=True)
class Pagination:
    """How to reach the next page. Paths are dotted wire names without list wrappers."""

    style: Literal["page", "cursor"]
    items: str
    page: str | None = None
    first: int = 1
    size: str | None = None
    total: str | None = None
    more: str | None = None
    send: str | None = None
    read: str | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """The time span that a call asks for. Durations are whole seconds."""

    start: str
    end: str | None = None
    longest: int | None = None
    peak: int | None = None
    within: int | None = None


@dataclass(frozen=True, slots=True)
class ReplyOutcome:
    """Where a reply that looks successful tells that the whole call failed."""

    success: str | None = None
    code: str | None = None
    message: str | None = None
    ok: tuple[Scalar, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemOutcome:
    """Where a successful reply tells that single elements failed."""

    lists: tuple[str, ...]
    code: str
    message: str | None = None
    ok: tuple[Scalar, ...] = ()


@dataclass(frozen=True, slots=True)
class ErrorCode:
    """A documented error. `code` may hold `*` in the platform's sub codes."""

    code: str
    message: SpecText | None
    solution: SpecText
    retry: Retry


@dataclass(frozen=True, slots=True)
class Doc:
    """Where the facts come from."""

    id: int | None
    verified: str | None
    sources: tuple[SpecText, ...]
    confidence: Literal["documented", "sdk", "inferred"]
    notes: tuple[SpecText, ...] = ()


@dataclass(frozen=True, slots=True)
class Auth:
    """What the caller must hold."""

    session: Session
    scopes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """Documented samples, as wire values."""

    request: dict[str, Json] | None = None
    response: dict[str, Json] | None = None
    error: dict[str, Json] | None = None


@dataclass(frozen=True, slots=True)
class Api:
    """One API method."""

    method: str
    python_name: str
    class_prefix: str
    root: str
    """Name of the response root, `tbk_shop_get_response`."""
    title: SpecText
    summary: SpecText
    summary_en: SpecText
    description: SpecText | None
    role: Role
    topic: str
    coverage: Coverage
    deprecated: bool
    replaced_by: "str | None"
    invitation_only: bool
    doc: Doc
    auth: Auth
    idempotent: bool
    parameters: tuple[Member, ...]
    constraints: tuple[Constraint, ...]
    fields: tuple[Member, ...]
    response_complete: bool
    pagination: Pagination | None
    window: Window | None
    reply_outcome: ReplyOutcome | None
    item_outcome: ItemOutcome | None
    errors: tuple[ErrorCode, ...]
    example: Example
    origin: Origin
    digest: str
    """Of everything this IR was made from; equal digests mean equal IR."""

    @property
    def typed(self) -> bool:
        """Whether the client has a typed call: the request is known and the name is no guess."""
        return self.coverage != "name" and self.doc.confidence != "inferred"


@dataclass(frozen=True, slots=True)
class Gateway:
    """An address of the gateway."""

    name: str
    url: str
    description: SpecText


@dataclass(frozen=True, slots=True)
class SigningVector:
    """A published or computed example of a signature."""

    name: str
    secret: bytes
    parameters: dict[str, str]
    sign: str


@dataclass(frozen=True, slots=True)
class SigningMethod:
    """A signature method."""

    name: str
    algorithm: Literal["md5", "hmac_md5", "hmac_sha256"]
    description: SpecText
    vectors: tuple[SigningVector, ...]


@dataclass(frozen=True, slots=True)
class Platform:
    """What holds for every method."""

    gateways: tuple[Gateway, ...]
    parameters: tuple[Member, ...]
    utc_offset: str
    clock_tolerance: int
    """Seconds."""
    signing: tuple[SigningMethod, ...]
    dropped_prefix: str
    response_suffix: str
    error_root: str
    request_id: str
    checks: tuple[str, ...]
    errors: tuple[ErrorCode, ...]
    sub_errors: tuple[ErrorCode, ...]
    digest: str


@dataclass(frozen=True, slots=True)
class CatalogEntry:
    """One row of the platform's list of methods."""

    title: SpecText
    method: str | None
    doc_id: int | None
    listed: bool
    note: SpecText | None


@dataclass(frozen=True, slots=True)
class Spec:
    """Everything that the specs say."""

    platform: Platform
    catalog: tuple[CatalogEntry, ...]
    types: tuple[ObjectType, ...]
    """The shared object types, by name."""
    vocabulary: tuple[Member, ...]
    """The shared fields, by the name of the declaration."""
    apis: tuple[Api, ...]
    """By method name."""

    @property
    def member_count(self) -> int:
        """Parameters and fields, members of shared types counted once for every use."""
        return sum(_count(api.parameters) + _count(api.fields) for api in self.apis)


def _count(members: tuple[Member, ...]) -> int:
    total = 0
    for member in members:
        total += 1
        inner = member.type
        while isinstance(inner, ArrayType):
            inner = inner.items
        if isinstance(inner, ObjectType):
            total += _count(inner.members)
    return total
