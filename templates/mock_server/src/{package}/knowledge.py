"""What the mock knows of the platform and its methods: the generated files of data/."""

import functools
import json
from importlib.resources import files
from typing import Any, NotRequired, TypedDict, cast

_DATA = files(__package__ or "") / "data"


class Parameter(TypedDict):
    """A parameter, or a member of an object in one."""

    name: str
    type: str
    required: NotRequired[bool]
    format: NotRequired[str]
    """Of a date or datetime: for strptime, or one of `Platform.epochs`."""
    separator: NotRequired[str]
    truth: NotRequired[list[str]]
    """What a boolean accepts; without it true and false."""
    enum: NotRequired[list[str]]
    """The values of a list that refuses others."""
    known: NotRequired[list[str]]
    """The values of any other list."""
    minimum: NotRequired[int | str]
    """Text if it is no whole number; so is the maximum."""
    maximum: NotRequired[int | str]
    scale: NotRequired[int]
    """Most decimals."""
    min_length: NotRequired[int]
    max_length: NotRequired[int]
    min_items: NotRequired[int]
    max_items: NotRequired[int]
    items: NotRequired["Parameter"]
    members: NotRequired[list["Parameter"]]


class Constraint(TypedDict):
    """A rule between parameters."""

    kind: str
    names: list[str]
    when: dict[str, str]


class Window(TypedDict):
    """The time span that a call asks for."""

    start: str
    end: str
    format: str
    longest: NotRequired[int]
    """Seconds."""
    peak: NotRequired[int]
    """Seconds, on days of big sales."""
    peak_days: NotRequired[list[str]]
    """Those that have a date, mm-dd."""
    within: NotRequired[int]
    """Seconds before now from which on calls may be asked for."""


class Pagination(TypedDict):
    """How to reach the next page; paths are dotted and without list wrappers."""

    items: list[str]
    """The list, or the lists, of a page."""
    page: NotRequired[str]
    first: int
    offset: NotRequired[str]
    """The parameter that tells how many results to skip."""
    size: NotRequired[str]
    default_size: int
    total: NotRequired[str]
    more: NotRequired[str]
    send: NotRequired[str]
    read: NotRequired[str]
    ids: list[str]
    """Fields of an item that differ from item to item."""


class Api(TypedDict):
    """One method."""

    method: str
    root: str
    session: str
    packages: list[str]
    """The packages of rights of which each one grants the method."""
    parameters: list[Parameter] | None
    """None: not known."""
    constraints: list[Constraint]
    window: NotRequired[Window]
    pagination: NotRequired[Pagination]
    wrappers: dict[str, str]
    """Path of a list → the key inside which it stands."""
    errors: dict[str, str]
    """Code → message, or the empty text."""
    fields: list[str]
    """Names inside the response root; empty: not known."""
    response: dict[str, Any]


class Platform(TypedDict):
    """What holds for every method."""

    checks: list[str]
    errors: dict[str, str]
    sub_errors: dict[str, str]
    signing: dict[str, str]
    """Signature method → algorithm."""
    parameters: list[str]
    formats: list[str]
    """Empty: any."""
    versions: list[str]
    """Empty: any."""
    epochs: dict[str, int]
    """Time formats that count since 1970 → units a second."""
    utc_offset: int
    """Seconds."""
    clock_tolerance: int
    """Seconds."""
    error_root: str
    request_id: str
    dropped_prefix: str
    response_suffix: str
    methods: dict[str, str]
    """Method → title."""


def _read(name: str) -> Any:
    return json.loads((_DATA / name).read_text("utf-8"))


@functools.cache
def platform() -> Platform:
    """The platform's rules."""
    return cast(Platform, _read("platform.json"))


def find_api(method: str) -> Api | None:
    """A method of the specs."""
    return _api(method) if method in platform()["methods"] else None


@functools.cache
def _api(method: str) -> Api:
    """Kept for the names that there are alone: callers send any."""
    return cast(Api, _read(f"{method}.json"))


def bare_api(method: str) -> Api:
    """A method of which only the name is known."""
    name = method.removeprefix(platform()["dropped_prefix"]).replace(".", "_")
    return {
        "method": method,
        "root": name + platform()["response_suffix"],
        "session": "unknown",
        "packages": [],
        "parameters": None,
        "constraints": [],
        "wrappers": {},
        "errors": {},
        "fields": [],
        "response": {},
    }
