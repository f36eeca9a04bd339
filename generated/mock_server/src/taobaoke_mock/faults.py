"""Faults that a test can ask for."""

import difflib
import re
from dataclasses import dataclass
from http import HTTPStatus
from typing import Literal

from .errors import (
    BACKEND,
    NO_PACKAGE,
    PACKAGE_LIMIT,
    GatewayError,
    documented,
    sub_message,
    without_prefix,
)
from .http import NO_PACE, Pace
from .knowledge import Api, find_api, platform

FORMS = (
    "7 | 15:isv.invalid-parameter | 2007 | isv.CODE | CODE | http-502 | timeout | timeout-3 | "
    "disconnect | bad-json | empty"
)
HELD_OPEN = 60.0
"""Seconds after which a call without an answer is dropped."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What shall happen instead of the usual answer."""

    kind: Literal["error", "ban", "http", "bad-json", "empty"]
    code: str = ""
    sub_code: str | None = None
    sub_msg: str | None = None
    status: int = 200
    seconds: float | None = None
    """How long a ban lasts; None: until midnight."""

    @property
    def name(self) -> str:
        """As the journal calls it."""
        return f"http-{self.status}" if self.kind == "http" else self.code or self.kind

    def error(self, api: Api) -> GatewayError:
        """The error reply of a fault of kind error."""
        sub_code = self.sub_code or (PACKAGE_LIMIT if self.code == NO_PACKAGE else None)
        message = self.sub_msg or (sub_message(api, sub_code) if sub_code else None)
        return GatewayError(self.code, sub_code=sub_code, sub_msg=message)


def parse_fault(
    text: str, sub_msg: str | None = None, method: str = ""
) -> tuple[Fault | None, Pace]:
    """What is answered and how, from a short form; ValueError tells which forms there are."""
    if pause := re.fullmatch(r"timeout(?:-([0-9]{1,4}(?:\.[0-9]+)?))?", text):
        return None, Pace(delay=float(pause[1] or HELD_OPEN), drop=True)
    if text == "disconnect":
        return None, Pace(drop=True)
    return _fault(text, sub_msg, method), NO_PACE


def _fault(text: str, sub_msg: str | None, method: str) -> Fault:
    code, _, sub_code = text.partition(":")
    if code in platform()["errors"]:
        return Fault("error", code=code, sub_code=sub_code or None, sub_msg=sub_msg)
    if re.fullmatch(r"-?[0-9]+|is[vp]\..+", text):
        return Fault("error", code=BACKEND, sub_code=text, sub_msg=sub_msg)
    if (status := re.fullmatch(r"http-([45][0-9]{2})", text)) and _is_status(int(status[1])):
        return Fault("http", status=int(status[1]))
    if text == "bad-json":
        return Fault("bad-json")
    if text == "empty":
        return Fault("empty")
    if documented(_codes(method), text):
        return Fault("error", code=BACKEND, sub_code=text, sub_msg=sub_msg)
    near = difflib.get_close_matches(text, _codes(method), n=1)
    meant = f"，是否想写 {near[0]}？" if near else "，"
    raise ValueError(f"不认识的故障 {text!r}{meant}可用：{FORMS} (unknown fault)")


def _codes(method: str) -> list[str]:
    """The sub codes that a method may answer, with and without their prefix."""
    api = find_api(method)
    codes = [*(api["errors"] if api else ()), *platform()["sub_errors"]]
    return [*dict.fromkeys([*codes, *map(without_prefix, codes)])]


def _is_status(number: int) -> bool:
    return number in list(HTTPStatus)
