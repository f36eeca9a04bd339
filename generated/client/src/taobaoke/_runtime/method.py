"""What a client must know about one API method."""

from __future__ import annotations

import functools
import re
import warnings
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from importlib import import_module
from typing import Any, Generic, NamedTuple, Self, TypeVar

from .._words import DURATIONS, ConstraintKind
from ..platform import DROPPED_PREFIX, RESPONSE_SUFFIX
from .advice import Advice, PermissionPackage
from .codes import Mask, failure
from .errors import InvalidArguments
from .file import File
from .kinds import ListOf, Object, Problems, as_file, as_moment
from .models import Response
from .paging import argument_at
from .record import NOTHING, Record
from .shown import shown
from .values import GATEWAY_ZONE, plain, text_of

R = TypeVar("R", bound=Response)

Files = list[tuple[str, File]]

_MODULE = re.compile(r"[a-z][a-z0-9_]*")
PUBLIC_PARAMETERS = (
    *("method", "app_key", "sign_method", "timestamp", "format", "v", "session", "partner_id"),
    "sign",
)
"""What the client itself sends with every call."""
_ASKER = 3
"""Frames from `warned` up to the code that called the method of the client."""


def _now() -> datetime:
    return datetime.now(GATEWAY_ZONE)


class Rule(Record):
    """A rule between parameters, given by their wire paths."""

    kind: ConstraintKind
    names: tuple[str, ...]
    when: Mapping[str, str] = NOTHING

    def check(self, written: Mapping[str, Any], problems: Problems) -> None:
        """Note a problem if the written parameters break the rule."""
        for path, expected in self.when.items():
            value = argument_at(written, path)
            if value is None or text_of(value) != expected:
                return
        given = sum(argument_at(written, name) not in (None, "", [], {}) for name in self.names)
        names = "、".join(self.names)
        when = "、".join(f"{path} 为 {value}" for path, value in self.when.items())
        rule = f"当 {when} 时，{names}" if when else names
        match self.kind:
            case "at_least_one_of" if given == 0 and len(self.names) == 1:
                problems.note("", f"{rule} 必填")
            case "at_least_one_of" if given == 0:
                problems.note("", f"{rule} 至少要给一个")
            case "exactly_one_of" if given != 1:
                problems.note("", f"{rule} 要给且只能给一个，得到 {given} 个")
            case "at_most_one_of" if given > 1:
                problems.note("", f"{rule} 最多给一个，得到 {given} 个")
            case "together" if 0 < given < len(self.names):
                problems.note("", f"{rule} 要么都给，要么都不给")


class Window(Record):
    """The time span that a call asks for; durations are seconds."""

    start: str
    end: str | None = None
    longest: int | None = None
    peak: int | None = None
    """The longest on days of big sales, of which `peak_days` have a date."""
    peak_days: tuple[str, ...] = ()
    within: int | None = None
    length: str | None = None
    """The parameter with the length in days, where none closes the window."""
    too_long: str | None = None
    """The code that refuses a window as too long."""
    key: str | None = None
    """The path from an element of the reply to what identifies it."""
    changed: str | None = None
    """The path from an element to the moment of its last change."""
    pull: str | None = None
    """The call for longer periods."""

    def check(
        self, request: Object, written: Mapping[str, Any], now: datetime, problems: Problems
    ) -> None:
        """Note what is wrong with the span."""
        start = self._moment(request, written, self.start)
        end = self._moment(request, written, self.end)
        if start and self.within and start < now - timedelta(seconds=self.within):
            problems.note(self.start, f"最早只能到 {_span(self.within)}前")
        if start and end and end <= start:
            problems.note(f"{self.end}", f"应晚于 {self.start}")
        elif start and end and self.longest and end - start >= timedelta(seconds=self.longest):
            longer = f"；更长的时期用 {self.pull}" if self.pull else ""
            problems.note(
                f"{self.end}", f"与 {self.start} 须相隔不到 {_span(self.longest)}{longer}"
            )

    @staticmethod
    def _moment(request: Object, written: Mapping[str, Any], path: str | None) -> datetime | None:
        value = argument_at(written, path)
        return None if path is None or value is None else as_moment(request.kind_at(path), value)


class Batch(Record):
    """A list of values that a call takes, of which each gets an answer of its own."""

    values: str
    """The parameter with the values."""
    most: int
    """How many a call takes."""
    items: str
    """The path from a response to the list of answers."""
    key: str
    """The path from an answer to the value that it repeats."""


def _span(seconds: int) -> str:
    size, name = next((size, name) for size, name in DURATIONS if seconds % size == 0)
    return f"{seconds // size} {name}"


class Encoded(NamedTuple):
    """Arguments as they go on the wire."""

    parameters: dict[str, str]
    files: Files
    written: Mapping[str, Any]
    """The same before it became text; nothing that the caller changes later is in it."""


class Method(Record, Generic[R]):
    """One API method: its parameters, rules, reply and errors."""

    name: str
    response: type[R]
    parameters: Object | None = None
    """None: no spec knows the parameters; values are written by their Python types."""
    rules: tuple[Rule, ...] = ()
    window: Window | None = None
    batch: Batch | None = None
    needs_session: bool = False
    successor: str = ""
    """Python name of the method to use instead, if this one is deprecated."""
    idempotent: bool = False
    packages: tuple[PermissionPackage, ...] = ()
    """With one of them, an app may call the method."""
    page: str | None = None
    """The platform's page about the method, if nothing tells the packages."""
    errors: Mapping[str, Advice] = NOTHING
    """Of the business behind the method: by `sub_code`, or by the codes inside of replies."""

    @property
    def root(self) -> str:
        """Name of the response root: `taobao.time.get` → `time_get_response`."""
        return self.name.removeprefix(DROPPED_PREFIX).replace(".", "_") + RESPONSE_SUFFIX

    @property
    def members(self) -> frozenset[str] | None:
        """Names of the documented members of the reply; None if no spec knows them."""
        if self.response is Response:
            return None
        return frozenset(field.wire_name for field in self.response._members().values())

    def warn(self, frames: int) -> None:
        """Tell the code so many frames up of the successor, if there is one."""
        if self.successor:
            text = f"{self.name} 已废弃，请改用 {self.successor}"
            warnings.warn(text, DeprecationWarning, stacklevel=frames + 1)

    def warned(self) -> Self:
        """The same for many calls, after the code that asks for them was told of the successor."""
        self.warn(_ASKER)
        return type(self)(**{**vars(self), "successor": ""})

    def encode(
        self, arguments: Mapping[str, Any], *, session: str | None, now: datetime
    ) -> Encoded:
        """The wire form of the arguments, or one InvalidArguments with every problem."""
        problems = Problems()
        if self.needs_session and not session:
            problems.note("session", "此 API 需要用户授权，请在调用或创建客户端时给出")
        if self.parameters is None:
            written, separators = _plain(arguments, problems), NOTHING
        else:
            written = self.parameters.write(arguments, "", problems)
            separators = _separators(self.parameters)
            for rule in self.rules:
                rule.check(written, problems)
            if self.window:
                self.window.check(self.parameters, written, now, problems)
        encoded = _encoded(written, separators, problems)
        if problems:
            raise InvalidArguments(self.name, tuple(problems))
        return encoded

    def encode_again(self, written: Mapping[str, Any]) -> Encoded:
        """The wire form of what was written before, with another page."""
        separators = _separators(self.parameters) if self.parameters else NOTHING
        return _encoded(written, separators, Problems())

    def read(
        self, content: Mapping[str, Any], now: Callable[[], datetime] = _now, mask: Mask = str
    ) -> R:
        """The response, or an error if its content reports a failure."""
        response = self.response.from_raw(dict(content))
        failed = response._outcome and response._outcome.failure(response)
        if failed:
            raise failure(self, *failed, response, now(), mask)
        return response


@functools.cache
def _separators(parameters: Object) -> Mapping[str, str]:
    """What joins the values of lists, by wire name."""
    return {
        parameters.renamed.get(name, name): kind.separator
        for name, kind in parameters.members.items()
        if isinstance(kind, ListOf)
    }


def _plain(arguments: Mapping[str, Any], problems: Problems) -> dict[str, Any]:
    written: dict[str, Any] = {}
    if not isinstance(arguments, Mapping):
        problems.note("", f"参数应为 dict，得到 {shown(arguments)}")
        return written
    try:
        given = dict(arguments)
    except Exception as error:
        problems.note_broken("", error)
        return written
    for name, value in given.items():
        if value is None:
            continue
        if wrong := _wrong_name(name):
            problems.note(shown(name), wrong)
        elif isinstance(value, File | bytes | bytearray):
            written[name] = as_file(value, name, problems)
        else:
            try:
                written[name] = plain(value)
            except (TypeError, OverflowError) as error:
                problems.note(name, str(error))
            except Exception as error:
                problems.note_broken(name, error)
    return written


def _wrong_name(name: object) -> str | None:
    """What is wrong with the name of a parameter that no spec knows."""
    if not is_name(name):
        return "参数名应为没有空白的文字"
    if name == "session":
        return "请用 call(…, session=…) 给出"
    return "公共参数由客户端给出，请删去" if name in PUBLIC_PARAMETERS else None


def kept(value: Any) -> Any:
    """An argument that can be sent many times."""
    if isinstance(value, Iterable) and not isinstance(value, str | bytes | Mapping):
        return [*value]
    return value


def is_name(text: object) -> bool:
    """Whether something can be the name of a method or a parameter."""
    return isinstance(text, str) and text != "" and text.isprintable() and " " not in text


def _encoded(
    written: Mapping[str, Any], separators: Mapping[str, str], problems: Problems
) -> Encoded:
    encoded = Encoded({}, [], written)
    for name, value in written.items():
        if value is None:
            continue
        files = value if isinstance(value, list) else [value]
        if files and all(isinstance(file, File) for file in files):
            encoded.files.extend((name, file) for file in files)
            continue
        try:
            text = text_of(value, separators.get(name, ","))
            text.encode()
        except UnicodeEncodeError:
            problems.note(name, "含有不能用 UTF-8 表示的字符")
            continue
        except Exception as error:
            problems.note_broken(name, error)
            continue
        # The gateway leaves empty parameters out of the signature, so they are not sent at all.
        if text:
            encoded.parameters[name] = text
    return encoded


def by_name(name: str) -> Method[Response]:
    """A method that is called by its name: only what the spec says of its errors is known."""
    if not is_name(name):
        problem = f"method：应为 API 的全名，如 taobao.time.get，得到 {shown(name)}"
        raise InvalidArguments("call", (problem,))
    name = str.__str__(name)
    known = _known(name)
    if known is None:
        return Method(name, Response)
    return Method(name, Response, packages=known.packages, page=known.page, errors=known.errors)


@functools.lru_cache(maxsize=256)
def _known(name: str) -> Method[Any] | None:
    """The method of this name that the package has a typed call for."""
    module = name.removeprefix(DROPPED_PREFIX).replace(".", "_")
    if not _MODULE.fullmatch(module):
        return None
    try:
        found: Method[Any] = import_module(f"..methods.{module}", __package__).METHOD
    except ModuleNotFoundError:
        return None
    return found if found.name == name else None
