"""The checks of the gateway, one function per error code. Their order stands in platform.json."""

import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from . import signing
from .arguments import broken, missing, problems, read_time, window_seconds
from .errors import BACKEND, GatewayError, Hint, sub_message
from .knowledge import Api, platform

APP_KEY, APP_SECRET, SESSION = "12345678", "helloworld", "test"
"""The account that the documents' examples use."""

TIMESTAMP = "%Y-%m-%d %H:%M:%S"
WINDOW_REVERSED, WINDOW_TOO_LONG = "2001", "2007"
"""Sub codes of the methods that query orders."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How the mock behaves."""

    app_key: str
    app_secret: str = field(repr=False)
    sessions: frozenset[str] = field(repr=False)
    check_clock: bool = True
    simplify_root: bool = False
    """Whether simplified replies keep the response root."""
    results: int | None = None
    """How many results a paged method has; None: those of its sample."""


@dataclass(frozen=True, slots=True)
class Call:
    """A call of a method, query and form merged."""

    verb: str
    parameters: Mapping[str, str]
    files: frozenset[str]
    api: Api
    known: bool
    """Whether the method exists."""

    @property
    def given(self) -> Mapping[str, Any]:
        """The arguments and uploaded files."""
        return {**self.parameters, **dict.fromkeys(self.files, True)}


def check(code: str, call: Call, settings: Settings) -> None:
    """Raise the error with this code if the call deserves it."""
    if code in _PRESENCE:
        if not call.parameters.get(_PRESENCE[code]):
            name = _PRESENCE[code]
            raise GatewayError(code, hint=Hint(f"没有公共参数 {name}", f"{name} is missing"))
    elif code in _CHECKS:
        _CHECKS[code](call, settings)


def _format(call: Call, settings: Settings) -> None:
    known = platform()["formats"]
    if known and call.parameters.get("format") not in (None, "", *known):
        allowed = " | ".join(known)
        raise GatewayError("23", hint=Hint(f"format 只能是 {allowed}", f"format must be {allowed}"))


def _app_key(call: Call, settings: Settings) -> None:
    if call.parameters["app_key"] != settings.app_key:
        hint = Hint(f"本服务的 AppKey 是 {settings.app_key}", f"this mock has {settings.app_key}")
        raise GatewayError("29", hint=hint)


def _timestamp(call: Call, settings: Settings) -> None:
    text = call.parameters["timestamp"]
    if re.fullmatch(r"[0-9]{13}", text):
        moment: float | None = int(text) / 1000
    else:
        local = read_time(text, TIMESTAMP)
        moment = None if local is None else local - platform()["utc_offset"]
    if moment is None:
        raise GatewayError(
            "31",
            hint=Hint(
                "应为 yyyy-MM-dd HH:mm:ss 或 13 位毫秒", "yyyy-MM-dd HH:mm:ss or milliseconds"
            ),
        )
    ahead = moment - time.time()
    if settings.check_clock and abs(ahead) > platform()["clock_tolerance"]:
        raise GatewayError(
            "31",
            hint=Hint(
                f"与服务端相差 {ahead:+.0f} 秒；timestamp 要用北京时间",
                f"{ahead:+.0f} s off; the timestamp is Beijing time",
            ),
        )


def _version_number(call: Call, settings: Settings) -> None:
    if not re.fullmatch(r"[0-9]+(\.[0-9]+)*", call.parameters["v"]):
        raise GatewayError("33", hint=Hint("v 应为数字", "v must be a number"))


def _version_known(call: Call, settings: Settings) -> None:
    known = platform()["versions"]
    if known and call.parameters["v"] not in known:
        raise GatewayError("34", hint=Hint(f"v 填 {known[0]}", f"v must be {known[0]}"))


def _method(call: Call, settings: Settings) -> None:
    if not call.known:
        raise GatewayError(
            "22",
            hint=Hint(
                "没有这个方法；先用 reply() 给它一个回复，就能调用",
                "no such method; give it a reply first and it can be called",
            ),
        )


def _signature(call: Call, settings: Settings) -> None:
    if not signing.is_signed(call.parameters, settings.app_secret):
        raise GatewayError("25", hint=signing.explain(call.parameters, settings.app_secret))


def _session_given(call: Call, settings: Settings) -> None:
    if call.api["session"] == "required" and not call.parameters.get("session"):
        raise GatewayError("26", hint=Hint("该方法需要 session", "this method needs a session"))


def _session_known(call: Call, settings: Settings) -> None:
    if call.parameters.get("session") and call.parameters["session"] not in settings.sessions:
        raise GatewayError(
            "27", hint=Hint("不是本服务认识的 session", "not a session of this mock, see --session")
        )


def _arguments_given(call: Call, settings: Settings) -> None:
    path = missing(call.api["parameters"] or (), call.given)
    if path is not None:
        raise GatewayError("40", argument=path, hint=Hint(f"缺少 {path}", f"{path} is missing"))


def _arguments_valid(call: Call, settings: Settings) -> None:
    for problem in problems(call.api["parameters"] or (), call.parameters):
        raise GatewayError("41", argument=problem.path, hint=problem.hint)


def _backend(call: Call, settings: Settings) -> None:
    """Rules between parameters, which the method itself checks."""
    rule = broken(call.api["constraints"], call.given)
    if rule is not None:
        names = ",".join(rule["names"])
        given = rule["kind"] in ("exactly_one_of", "at_most_one_of")
        sub_code = f"isv.{'parameters-mismatch' if given else 'missing-parameter'}:{names}"
        zh, en = _RULES[rule["kind"]]
        hint = Hint(zh.format(names), en.format(names))
        raise GatewayError(BACKEND, sub_code=sub_code, sub_msg=hint.zh, hint=hint)
    window = call.api.get("window")
    seconds = None if window is None else window_seconds(window, call.parameters)
    if window is None or seconds is None:
        return
    longest = window.get("longest", float("inf"))
    if seconds < 0:
        raise _window_error(
            call.api, WINDOW_REVERSED, Hint("开始时间晚于结束时间", "start after end")
        )
    if seconds >= longest:
        zh, en = f"时间跨度须小于 {longest:g} 秒", f"the window must be shorter than {longest:g} s"
        raise _window_error(call.api, WINDOW_TOO_LONG, Hint(zh, en))


def _window_error(api: Api, sub_code: str, hint: Hint) -> GatewayError:
    if sub_code not in api["errors"]:
        sub_code = "isv.invalid-parameter"
    message = sub_message(api, sub_code) or hint.zh
    return GatewayError(BACKEND, sub_code=sub_code, sub_msg=message, hint=hint)


_PRESENCE = {"21": "method", "24": "sign", "28": "app_key", "30": "timestamp", "32": "v"}

_CHECKS: Mapping[str, Callable[[Call, Settings], None]] = {
    "22": _method,
    "23": _format,
    "25": _signature,
    "26": _session_given,
    "27": _session_known,
    "29": _app_key,
    "31": _timestamp,
    "33": _version_number,
    "34": _version_known,
    "40": _arguments_given,
    "41": _arguments_valid,
    BACKEND: _backend,
}

_RULES = {
    "at_least_one_of": ("{} 至少要传一个", "at least one of {} is needed"),
    "exactly_one_of": ("{} 必须且只能传一个", "exactly one of {} is needed"),
    "at_most_one_of": ("{} 不能同时传", "{} exclude each other"),
    "together": ("{} 要么都传，要么都不传", "{} belong together"),
}
