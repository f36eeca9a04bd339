"""Errors of the gateway, and the explanations that only the mock gives."""

from dataclasses import dataclass

from .knowledge import Api, platform

BAN = "This ban will last for 1 more seconds"
SUB_DEFAULTS = {
    "7": ("accesscontrol.limited-by-api-access-count", BAN),
    "11": ("isv.permission-api-package-limit", "scope ids is 381 11655 13168"),
    "27": ("invalid-sessionkey", "SessionKey非法"),
    "29": ("isv.appkey-not-exists", None),
}
"""The sub code and sub message that the gateway sends along with a code."""

BACKEND = "15"
"""The code under which the methods' own errors come."""


@dataclass(frozen=True, slots=True)
class Hint:
    """What went wrong and what to do, in Chinese and in English."""

    zh: str
    en: str

    def __str__(self) -> str:
        return f"{self.zh} ({self.en})"


class GatewayError(Exception):
    """A call ends with an error reply."""

    def __init__(
        self,
        code: str,
        *,
        argument: str | None = None,
        sub_code: str | None = None,
        sub_msg: str | None = None,
        hint: Hint | None = None,
    ) -> None:
        default_code, default_message = SUB_DEFAULTS.get(code, (None, None))
        self.code = code
        self.message = platform()["errors"][code] + (f":{argument}" if argument else "")
        self.sub_code = sub_code or default_code
        self.sub_msg = sub_msg or (default_message if self.sub_code == default_code else None)
        self.hint = hint
        super().__init__(f"{self.code} {self.message}")


def sub_message(api: Api, sub_code: str) -> str | None:
    """The message that is documented for a sub code."""
    if sub_code.startswith("accesscontrol."):
        return BAN
    return api["errors"].get(sub_code) or platform()["sub_errors"].get(sub_code) or None


class ConnectionDropError(Exception):
    """The connection is dropped without an answer, after some seconds."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        super().__init__(f"connection dropped after {seconds:g} s")
