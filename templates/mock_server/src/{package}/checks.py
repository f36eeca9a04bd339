"""The checks of the gateway, one per error code. Their order stands in platform.json."""

import itertools
import re
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from . import signing
from .arguments import UPLOADED, Notes, broken, read_time, window_ends
from .errors import BACKEND, GatewayError, Hint, code_of_value, sub_message
from .forms import Form
from .knowledge import Api, Window, platform
from .limits import Limits
from .methods import Method
from .options import check_whole
from .suggestions import method_meant
from .times import DAY, FORMAT
from .tokens import Sessions

APP_KEY, APP_SECRET, SESSION = "12345678", "helloworld", "test"
"""The account that the documents' examples use."""

WINDOW_REVERSED, WINDOW_IN_FUTURE, WINDOW_TOO_OLD, WINDOW_TOO_LONG = "2001", "2002", "2004", "2007"
"""Sub codes of the methods that query orders."""
VERBS = ("GET", "POST")
REPLACEMENT = "\ufffd"
"""What bytes that are no UTF-8 are decoded to."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How the mock behaves."""

    app_key: str
    app_secret: str = field(repr=False)
    check_clock: bool = True
    simplify_root: bool = False
    """Whether simplified replies keep the response root."""
    results: int | None = None
    """How many results a paged method has; None: those of its sample."""
    content_type: str | None = None
    """Of JSON replies; None: the gateway's own, which says that they are JavaScript."""

    def __post_init__(self) -> None:
        for name in ("app_key", "app_secret"):
            value = getattr(self, name)
            if not isinstance(value, str) or not value.encode(errors="replace").decode() == value:
                raise ValueError(f"{name} 应为文本 (a text is expected)")
        if self.results is not None:
            check_whole("results", self.results, 0)
        kind = self.content_type
        if kind is not None and not (isinstance(kind, str) and _CONTENT_TYPE(kind)):
            raise ValueError(f"content_type 应如 application/json，不是 {kind!a} (a media type)")


@dataclass(slots=True)
class Call:
    """A call of a method, query and form merged."""

    verb: str
    form: Form
    parameters: dict[str, str]
    """As they came."""
    method: Method
    known: bool
    """Whether the method exists."""
    now: float
    given: dict[str, Any] = field(default_factory=dict)
    """The arguments and uploaded files; filled when they are checked."""
    notes: Notes = field(default_factory=list)
    """What is likely a mistake although the gateway accepts it."""
    signed_body: bytes = b""
    """What is signed behind the parameters: the body of a batch."""
    request_id: str = ""
    """Of the reply, once it has one."""


Step = Callable[[Call], None]
"""One check: raises GatewayError if the call deserves it."""
Order = Sequence[tuple[str, Step]]
Scope = Literal["call", "batch", "part"]
"""What is checked: a call, or what a batch has once, or one of its calls."""


class Checks:
    """All checks, in the order of the gateway."""

    def __init__(self, settings: Settings, limits: Limits, sessions: Sessions) -> None:
        self._settings = settings
        self._secret = settings.app_secret.encode()
        self._limits = limits
        self._sessions = sessions
        order = [(code, self._step(code)) for code in platform()["checks"]]
        self._steps = [*_joined(order)]
        self._orders: Mapping[Scope, Order] = {
            "call": order,
            "batch": [(code, step) for code, step in order if code in _OF_BATCH],
            "part": [(code, step) for code, step in order if code not in _OF_BATCH],
        }

    def run(
        self,
        call: Call,
        scope: Scope = "call",
        *,
        ordered: GatewayError | None = None,
        place: str | None = None,
    ) -> None:
        """Raise the first error that a call deserves; an ordered one comes in its turn.

        `place` is the code in whose turn it comes; None: its own.
        """
        _check_request(call)
        if scope == "call" and ordered is None:
            for step in self._steps:
                step(call)
            return
        for code, step in self._orders[scope]:
            step(call)
            if ordered and (place or ordered.code) == code:
                break
        if ordered:
            raise ordered

    def _step(self, code: str) -> Step:
        if code in _PRESENCE:
            return _present({code: _PRESENCE[code]})
        own: Mapping[str, Step] = {
            "7": self._check_limits,
            "25": self._check_signature,
            "27": self._check_session,
            "29": self._check_app_key,
            "31": self._check_timestamp,
        }
        return own.get(code) or _CHECKS.get(code, _check_nothing)

    def _check_app_key(self, call: Call) -> None:
        if call.parameters["app_key"] != self._settings.app_key:
            own = self._settings.app_key
            raise GatewayError("29", hint=Hint(f"本服务的 AppKey 是 {own}", f"this mock has {own}"))

    def _check_timestamp(self, call: Call) -> None:
        text = call.parameters["timestamp"]
        if _MILLISECONDS(text):
            moment: float | None = int(text) / 1000
        else:
            local = read_time(text, FORMAT)
            moment = None if local is None else local - platform()["utc_offset"]
        if moment is None:
            raise GatewayError(
                "31",
                hint=Hint(
                    "应为 yyyy-MM-dd HH:mm:ss 或 13 位毫秒", "yyyy-MM-dd HH:mm:ss or milliseconds"
                ),
            )
        if not self._settings.check_clock:
            return
        # A client follows the machine's clock, or that of the mock.
        ahead = min(moment - time.time(), moment - call.now, key=abs)
        if abs(ahead) > platform()["clock_tolerance"]:
            raise GatewayError(
                "31",
                hint=Hint(
                    f"与服务端相差 {ahead:+.0f} 秒；timestamp 要用北京时间",
                    f"{ahead:+.0f} s off; the timestamp is Beijing time",
                ),
            )

    def _check_signature(self, call: Call) -> None:
        if not signing.is_signed(call.parameters, self._secret, call.signed_body):
            reason = signing.explain(call.parameters, self._secret, call.signed_body)
            raise GatewayError("25", hint=reason)

    def _check_limits(self, call: Call) -> None:
        if self._limits and (refusal := self._limits.refusal(call.method.name, call.now)):
            raise refusal

    def _check_session(self, call: Call) -> None:
        session = call.parameters.get("session")
        if not session:
            return
        state = self._sessions.state(session, call.now)
        if state == "unknown":
            raise GatewayError(
                "27",
                hint=Hint("不是本服务认识的 session", "not a session of this mock, see --session"),
            )
        if state == "expired":
            raise GatewayError(
                "27",
                sub_code="session-expired",
                hint=Hint("session 已过期", "the session has expired"),
            )


def _check_request(call: Call) -> None:
    """What the gateway notices before it looks at any parameter."""
    if call.verb not in VERBS:
        raise GatewayError("9", hint=Hint("只能用 GET 或 POST", "use GET or POST"))
    if call.form.error:
        raise call.form.error
    if REPLACEMENT in "".join(call.parameters.values()):
        raise GatewayError("47", hint=Hint("参数不是 UTF-8", "a parameter is no UTF-8"))


def _joined(order: Order) -> Iterator[Step]:
    """The steps of a call for which nothing is ordered: those that follow each other as one."""
    for is_present, some in itertools.groupby(order, lambda each: each[0] in _PRESENCE):
        if is_present:
            yield _present({code: _PRESENCE[code] for code, _ in some})
        else:
            yield from (step for _, step in some if step is not _check_nothing)


def _check_nothing(call: Call) -> None:
    """Of errors that calls only meet if they are ordered."""


def _present(names: Mapping[str, str]) -> Step:
    items = tuple(names.items())

    def check(call: Call) -> None:
        parameters = call.parameters
        for code, name in items:
            if not parameters.get(name):
                raise GatewayError(code, hint=Hint(f"没有公共参数 {name}", f"{name} is missing"))

    return check


def _check_format(call: Call) -> None:
    known = platform()["formats"]
    if known and call.parameters.get("format") not in (None, "", *known):
        allowed = " | ".join(known)
        raise GatewayError("23", hint=Hint(f"format 只能是 {allowed}", f"format must be {allowed}"))


def _check_version_number(call: Call) -> None:
    if not _VERSION(call.parameters["v"]):
        raise GatewayError("33", hint=Hint("v 应为数字", "v must be a number"))


def _check_version_known(call: Call) -> None:
    known = platform()["versions"]
    if known and call.parameters["v"] not in known:
        raise GatewayError("34", hint=Hint(f"v 填 {known[0]}", f"v must be {known[0]}"))


def _check_method(call: Call) -> None:
    if not call.known:
        zh, en = method_meant(call.method.name)
        raise GatewayError(
            "22",
            hint=Hint(
                f"没有这个方法{zh or '；'}先用 reply() 给它一个回复，就能调用",
                f"no such method{en or ';'} give it a reply first and it can be called",
            ),
        )


def _check_session_given(call: Call) -> None:
    if call.method.needs_session and not call.parameters.get("session"):
        raise GatewayError("26", hint=Hint("该方法需要 session", "this method needs a session"))


def _check_arguments_given(call: Call) -> None:
    call.given = call.method.arguments.read(
        {**call.parameters, **dict.fromkeys(call.form.files, UPLOADED)}
        if call.form.files
        else call.parameters
    )
    path = call.method.arguments.missing(call.given)
    if path is not None:
        raise GatewayError("40", argument=path, hint=Hint(f"缺少 {path}", f"{path} is missing"))


def _check_arguments(call: Call) -> None:
    problem = call.method.arguments.check(call.given, call.notes)
    if problem is None:
        return
    api, path = call.method.api, problem.path
    named = Hint(f"{path}：{problem.hint.zh}", f"{path}: {problem.hint.en}")
    if problem.is_unlisted and (code := code_of_value(api, path)):
        told = sub_message(api, code)
        raise GatewayError(BACKEND, sub_code=code, sub_msg=told, hint=named)
    raise GatewayError("41", argument=path, hint=named)


def _check_backend(call: Call) -> None:
    """Rules between parameters, which the method itself checks."""
    api = call.method.api
    rule = broken(api["constraints"], call.given)
    if rule is not None:
        names = ",".join(rule["names"])
        given = rule["kind"] in ("exactly_one_of", "at_most_one_of")
        sub_code = f"isv.{'parameters-mismatch' if given else 'missing-parameter'}:{names}"
        zh, en = _RULES[rule["kind"]]
        hint = Hint(zh.format(names), en.format(names))
        raise GatewayError(BACKEND, sub_code=sub_code, sub_msg=hint.zh, hint=hint)
    if (window := api.get("window")) is not None:
        _check_window(api, window, call)


def _check_window(api: Api, window: Window, call: Call) -> None:
    start, end = window_ends(window, call.given)
    if start is not None and end is not None:
        longest = window.get("longest", float("inf"))
        if end < start:
            hint = Hint("开始时间晚于结束时间", "start after end")
            raise _window_error(api, WINDOW_REVERSED, hint)
        if end - start >= longest:
            hint = Hint(
                f"时间跨度须小于 {longest:g} 秒", f"the window must be shorter than {longest:g} s"
            )
            raise _window_error(api, WINDOW_TOO_LONG, hint)
    if start is None:
        return
    if start > call.now:
        hint = Hint("开始时间在将来；时间是北京时间", "the start is in the future of Beijing time")
        raise _window_error(api, WINDOW_IN_FUTURE, hint)
    within = window.get("within")
    if within is not None and start < call.now - within:
        # Documented examples are older than that; who only wants to see one still gets it.
        code, days = _window_code(api, WINDOW_TOO_OLD), f"{within / DAY:g}"
        call.notes.append(
            Hint(
                f"{window['start']} 早于 {days} 天前，真网关会拒绝：{BACKEND}:{code}",
                f"{window['start']} is more than {days} days ago; "
                f"the real gateway refuses it with {BACKEND}:{code}",
            )
        )


def _window_code(api: Api, sub_code: str) -> str:
    return sub_code if sub_code in api["errors"] else "isv.invalid-parameter"


def _window_error(api: Api, sub_code: str, hint: Hint) -> GatewayError:
    sub_code = _window_code(api, sub_code)
    message = sub_message(api, sub_code) or hint.zh
    return GatewayError(BACKEND, sub_code=sub_code, sub_msg=message, hint=hint)


_CONTENT_TYPE = re.compile(r"[!-~]+/[!-~]+(?: *; *[!-~]+)*").fullmatch
_MILLISECONDS = re.compile(r"[0-9]{13}").fullmatch
_VERSION = re.compile(r"[0-9]+(\.[0-9]+)*").fullmatch

_PRESENCE = {"21": "method", "24": "sign", "28": "app_key", "30": "timestamp", "32": "v"}

_OF_BATCH = ("23", "24", "25", "28", "29", "30", "31", "32", "33", "34")
"""Codes of the parameters that a batch has once."""

_CHECKS: Mapping[str, Step] = {
    "22": _check_method,
    "23": _check_format,
    "26": _check_session_given,
    "33": _check_version_number,
    "34": _check_version_known,
    "40": _check_arguments_given,
    "41": _check_arguments,
    BACKEND: _check_backend,
}

_RULES = {
    "at_least_one_of": ("{} 至少要传一个", "at least one of {} is needed"),
    "exactly_one_of": ("{} 必须且只能传一个", "exactly one of {} is needed"),
    "at_most_one_of": ("{} 不能同时传", "{} exclude each other"),
    "together": ("{} 要么都传，要么都不传", "{} belong together"),
}
