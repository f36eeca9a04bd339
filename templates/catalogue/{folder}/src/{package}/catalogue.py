"""The catalogue: what is known about the gateway and all its methods, as data.

目录：网关与全部 API 的资料，供命令行、控制台、文档与其他工具读取。

`catalogue()` reads catalogue.json when it is first called; nothing else in the package does. The
file is JSON on one line and the same in client and mock. Its form is told by the types below:

- names are those of the wire, `python_name` is the one in Python where it differs; dicts of
  parameters and fields keep the order of the documents;
- paths (of constraints, pages, windows, outcomes) are dotted wire names without list wrappers;
- what is as usual is left out: a key that may be missing tells in its remark what that means;
- prose is Chinese where it has no `en` beside it;
- a word (`role`, `unit`, `retry`, …) is a key of the table of its name in `words`, which tells what
  to show to people;
- `see` names public documents, keys of `links`;
- durations are whole seconds, whole numbers are whole.

All callers share one object: do not change it.
"""

import functools
import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any, Literal, NotRequired, TypedDict, cast

Json = Any
"""A JSON value, as `json.loads` gives it."""


class Truth(TypedDict):
    """What means true and false on the wire; the first of each is what is sent."""

    yes: list[str]
    no: list[str]


class Type(TypedDict):
    """What a value is."""

    type: str
    """A word of `words.types`."""
    wire: NotRequired[str]
    """The JSON kind that carries a scalar; usually the one that `words.types` tells."""
    format: NotRequired[str]
    """How a moment or a day is written: a word of `words.formats`."""
    further_formats: NotRequired[list[str]]
    """Forms in which the gateway sends it as well, words of `words.formats`."""
    truth: NotRequired[Truth]
    """How a boolean is written; usually as true and false."""
    placeholders: NotRequired[list[str]]
    """Values of a reply that mean none."""
    separator: NotRequired[str]
    """What joins the values of a csv, or of a list of scalars in a request; usually a comma."""
    items: NotRequired["Type"]
    """What a list holds."""
    wrapper: NotRequired[str]
    """The key inside which a list of a reply stands: {"results": {"shop": […]}}."""
    wrapper_inferred: NotRequired[bool]
    """True if that key is a guess."""
    ref: NotRequired[str]
    """The shared object that this is: a key of `objects`; `members()` follows it."""
    name: NotRequired[str]
    """The name of an object that is not shared."""
    members: NotRequired[dict[str, "Member"]]
    """Its members; without, and without `ref`, nobody documents them."""
    description: NotRequired[str]


class Member(Type):
    """A parameter of a request or a field of a reply."""

    python_name: NotRequired[str]
    """Usually the same."""
    required: NotRequired[bool | None]
    """None: no source says; usually False."""
    default: NotRequired[Json]
    example: NotRequired[Json]
    enum: NotRequired[dict[str, str]]
    """The documented values, as text, and what they mean; of a list, those of its elements."""
    closed: NotRequired[str]
    """Why there are no other values, a word of `words.closings`; usually there may be."""
    minimum: NotRequired[float]
    maximum: NotRequired[float]
    """Both ends are allowed."""
    min_length: NotRequired[int]
    max_length: NotRequired[int]
    min_items: NotRequired[int]
    max_items: NotRequired[int]
    scale: NotRequired[int]
    """The most decimals of a number."""
    unit: NotRequired[str]
    """What one unit of the number is: a word of `words.units`."""
    deprecated: NotRequired[bool]
    deprecation: NotRequired[str]
    """What to use instead."""
    see: NotRequired[list[str]]
    note: NotRequired[str]
    """A doubt about the sources."""
    taken_from: NotRequired[dict[str, str]]
    """Keys whose value is not from the method's own documents, and the method whose document has
    it; `ours` for an example that is made up."""


class Object(TypedDict):
    """An object that several methods share."""

    side: Literal["request", "response"]
    description: str
    members: dict[str, Member]


class Words(TypedDict):
    """A label or a sentence for people."""

    zh: str
    en: str


class ErrorClass(Words):
    """What went wrong."""

    advice: str
    """What that means for the caller, in Chinese."""


class Topic(Words):
    """A chapter."""

    note: NotRequired[str]
    """What users of all its methods should know."""


class Kind(Words):
    """A type. `wire` is the JSON kind that usually carries a scalar."""

    wire: NotRequired[str]


class Format(Words):
    """A time format: a form for strptime, or a count since 1970."""

    pattern: str
    """A regular expression for the whole text."""
    strptime: NotRequired[str]
    per_second: NotRequired[int]


class Vocabulary(TypedDict):
    """Every list of words, in the order in which people should see them."""

    roles: dict[str, Words]
    topics: dict[str, Topic]
    types: dict[str, Kind]
    formats: dict[str, Format]
    units: dict[str, Words]
    separators: dict[str, Words]
    constraints: dict[str, Words]
    """`zh` has a gap {} for the names."""
    retries: dict[str, Words]
    sessions: dict[str, Words]
    coverages: dict[str, Words]
    confidences: dict[str, Words]
    error_classes: dict[str, ErrorClass]
    limit_scopes: dict[str, Words]
    limit_spans: dict[str, Words]
    closings: dict[str, Words]
    source_kinds: dict[str, Words]


class Link(TypedDict):
    """A public document."""

    title: str
    url: str


class PermissionPackage(TypedDict):
    """A package of rights that an app applies for."""

    legacy: NotRequired[bool]
    """True for one of former years: apps hold it, new ones may not get it."""


class Limit(TypedDict):
    """A limit of calls."""

    scope: str
    """Which calls are counted together: a word of `words.limit_scopes`."""
    lasts: str
    """How long it lasts: a word of `words.limit_spans`."""


class Error(TypedDict):
    """A documented error."""

    message: NotRequired[str]
    """In the platform's words."""
    solution: str
    error_class: str
    """What went wrong: a word of `words.error_classes`."""
    retry: str
    """A word of `words.retries`."""
    limit: NotRequired[Limit]
    """What is limited, of a `rate_limit`."""
    see: NotRequired[list[str]]
    note: NotRequired[str]
    """A doubt about the sources."""


class Source(TypedDict):
    """The newest source of the facts."""

    kind: str
    """A word of `words.source_kinds`."""
    date: NotRequired[str]
    """Of when it is: yyyy, yyyy-mm or yyyy-mm-dd; without, nobody knows."""


class Doc(TypedDict):
    """What the facts rest on."""

    id: NotRequired[int]
    """The number of the platform's document."""
    page: NotRequired[str]
    """Where the platform shows it."""
    verified: NotRequired[str]
    """The day on which the facts were last compared with their sources, yyyy-mm-dd; the sources
    themselves may be much older, see `source`."""
    confidence: str
    """A word of `words.confidences`."""
    sources: list[str]
    source: NotRequired[Source]
    notes: NotRequired[list[str]]
    """Doubts, and contradictions between sources."""


class Constraint(TypedDict):
    """A rule between parameters."""

    kind: str
    """A word of `words.constraints`."""
    names: list[str]
    when: NotRequired[dict[str, Json]]
    """It holds only while these parameters have these values; usually always."""


class Window(TypedDict):
    """The time span that a call asks for; durations are seconds."""

    start: str
    end: NotRequired[str]
    longest: NotRequired[int]
    peak: NotRequired[int]
    """The longest on days of big sales."""
    peak_days: NotRequired[list[str]]
    """Those that have a date, mm-dd."""
    within: NotRequired[int]
    """How far back it may begin."""
    length: NotRequired[str]
    """The parameter with its length in days, where none closes it."""
    too_long: NotRequired[str]
    """The code of the error that refuses a window as too long."""
    key: NotRequired[str]
    """The path from an element to what identifies it."""
    changed: NotRequired[str]
    """The path from an element to the moment of its last change."""


class Batch(TypedDict):
    """A list of values that are asked for together and answered one by one."""

    values: str
    """The parameter with the values; its `max_items` is how many one call takes."""
    items: str
    """The list with the answers."""
    key: str
    """The path from an answer to the value that it repeats."""


class Pagination(TypedDict):
    """How to reach the next page."""

    style: Literal["page", "cursor", "offset"]
    items: list[str]
    """The list, or the lists, that a page holds."""
    page: NotRequired[str]
    offset: NotRequired[str]
    """The parameter that takes how many elements to skip."""
    first: NotRequired[int]
    """The number of the first page; usually 1."""
    size: NotRequired[str]
    total: NotRequired[str]
    more: NotRequired[str]
    send: NotRequired[str]
    """The parameter that takes the cursor."""
    read: NotRequired[str]
    """The field that gives it."""
    direction: NotRequired[str]
    """The parameter that turns pages onward with 1 and back with -1."""


class ReplyOutcome(TypedDict):
    """Where a reply that looks successful tells that the whole call failed."""

    success: NotRequired[str]
    code: NotRequired[str]
    message: NotRequired[str]
    ok: NotRequired[list[Json]]
    """Codes that mean success."""


class ItemOutcome(TypedDict):
    """Where a successful reply tells that single elements of its lists failed."""

    lists: list[str]
    code: str
    """Inside of an element, like `message`."""
    message: NotRequired[str]
    ok: NotRequired[list[Json]]


class Outcome(TypedDict):
    """How replies tell failures, beside error replies."""

    reply: NotRequired[ReplyOutcome]
    items: NotRequired[ItemOutcome]


class Method(TypedDict):
    """A method of the gateway."""

    python_name: str
    """The method of the client, if it is `typed`."""
    class_prefix: str
    """What the client's classes of this method begin with."""
    root: str
    """The only key of a successful reply."""
    title: str
    """The platform's own."""
    summary: Words
    description: NotRequired[str]
    role: str
    topic: str
    coverage: str
    typed: bool
    """Whether the client has a method for it; if not, it can be called by name."""
    session: str
    """Whether the user's authorisation is needed: a word of `words.sessions`."""
    packages: NotRequired[dict[str, str | None]]
    """The permission packages that grant it, keys of `packages`, each with the page where to apply
    for it; one of them is enough. Without: no source says."""
    idempotent: bool
    """False: never send it again when the outcome is unknown."""
    idempotent_reason: NotRequired[str]
    """Where its name suggests otherwise."""
    see: NotRequired[list[str]]
    deprecated: NotRequired[bool]
    replaced_by: NotRequired[str]
    invitation_only: NotRequired[bool]
    doc: Doc
    parameters: NotRequired[dict[str, Member]]
    """Without: it takes none, or (coverage `name`) nobody knows."""
    constraints: NotRequired[list[Constraint]]
    window: NotRequired[Window]
    batch: NotRequired[Batch]
    fields: NotRequired[dict[str, Member]]
    response_complete: bool
    """Whether all fields are known."""
    pagination: NotRequired[Pagination]
    outcome: NotRequired[Outcome]
    errors: NotRequired[dict[str, Error]]
    """By code: of the method itself, beside those of the platform."""
    sample: NotRequired[Json]
    """The documented content of the root."""
    sample_note: NotRequired[str]
    """What was corrected in the sample."""


class Gateway(TypedDict):
    """An address."""

    url: str
    description: str


class Vector(TypedDict):
    """An example of a signature."""

    name: str
    secret_hex: str
    parameters: dict[str, str]
    sign: str


class SigningMethod(TypedDict):
    """A signature method."""

    algorithm: Literal["md5", "hmac_md5", "hmac_sha256"]
    description: str
    vectors: NotRequired[list[Vector]]


class Platform(TypedDict):
    """What holds for every method."""

    gateways: dict[str, Gateway]
    parameters: dict[str, Member]
    """Those of every call."""
    utc_offset: int
    clock_tolerance: int
    signing: dict[str, SigningMethod]
    dropped_prefix: str
    """What Python names leave out of the method's."""
    response_suffix: str
    error_root: str
    request_id: str
    checks: list[str]
    """Error codes in the order in which the gateway checks a call."""
    errors: dict[str, Error]
    sub_errors: dict[str, Error]
    """`*` stands for any text."""


class Package(TypedDict):
    """A package that is rendered from the specs."""

    distribution: str
    package: str
    description: str


class FirstCall(TypedDict):
    """A call for first steps."""

    method: str
    arguments: dict[str, Json]
    show: list[str]


class Product(TypedDict):
    """What this is the catalogue of."""

    version: str
    title: Words
    class_prefix: str
    client: Package
    mock: Package
    first_call: NotRequired[FirstCall]
    guides: NotRequired[dict[str, str]]


class Title(TypedDict):
    """A row of the platform's list of methods."""

    title: str
    method: NotRequired[str]
    """Without: its name is not public."""
    doc_id: NotRequired[int]
    listed: NotRequired[bool]
    """False: known, although the platform's list does not show it; usually True."""
    note: NotRequired[str]


class Catalogue(TypedDict):
    """Everything."""

    product: Product
    platform: Platform
    words: Vocabulary
    links: dict[str, Link]
    """The public documents that `see` names."""
    packages: dict[str, PermissionPackage]
    """Every known permission package, by its number."""
    objects: dict[str, Object]
    titles: list[Title]
    methods: dict[str, Method]
    """By full name, `taobao.…`."""


@functools.cache
def catalogue() -> Catalogue:
    """The catalogue, read once."""
    text = files(__package__ or "").joinpath("catalogue.json").read_text("utf-8")
    return cast(Catalogue, json.loads(text))


def members(type_: Type) -> Mapping[str, Member]:
    """The members of an object, or of the objects in a list, wherever they are told."""
    while "items" in type_:
        type_ = type_["items"]
    if "ref" in type_:
        return catalogue()["objects"][type_["ref"]]["members"]
    return type_.get("members", {})
