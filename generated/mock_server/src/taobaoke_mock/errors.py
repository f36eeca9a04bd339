"""Errors of the gateway, and the explanations that only the mock gives."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from .knowledge import Api, platform

BAN = "This ban will last for {} more seconds"
NO_PACKAGE, PACKAGE_LIMIT = "11", "isv.permission-api-package-limit"
HELD_PACKAGES = ("11655", "381", "13168")
"""Packages of rights that apps were seen to hold. The refusal tells those, not the missing one."""

SUB_DEFAULTS = {
    "7": ("accesscontrol.limited-by-api-access-count", BAN.format(1)),
    "27": ("invalid-sessionkey", "SessionKey非法"),
    "29": ("isv.appkey-not-exists", None),
}
"""The sub code and sub message that the gateway sends along with a code."""

BACKEND = "15"
"""The code under which the methods' own errors come."""

OUTER_CODES = {
    "accesscontrol.": "7",
    "isv.permission-": "11",
    "isv.appkey-not-exists": "29",
    "invalid-sessionkey": "27",
    "sessionkey-not-generated-by-server": "27",
    "session-expired": "27",
}
"""Beginning of a sub code → the code under which the gateway itself sends it."""

UNTOLD = "Invalid request"
"""What is said if the product's documents do not know a code."""

PREFIXES = re.compile(r"^(?:is[vp]\.)+")
"""A code is documented with one of them and may be sent without."""


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
        message = platform()["errors"].get(code, UNTOLD)
        self.message = message + (f":{argument}" if argument else "")
        self.sub_code = sub_code or default_code
        self.sub_msg = sub_msg or (default_message if self.sub_code == default_code else None)
        self.hint = hint
        super().__init__(f"{self.code} {self.message}")

    @property
    def name(self) -> str:
        """As a fault is written: with the sub code, unless it always goes with the code."""
        usual = (
            PACKAGE_LIMIT if self.code == NO_PACKAGE else SUB_DEFAULTS.get(self.code, (None,))[0]
        )
        return self.code if self.sub_code in (None, usual) else f"{self.code}:{self.sub_code}"


class BookError(Exception):
    """A state file that cannot be used."""


def sub_message(api: Api, sub_code: str) -> str | None:
    """The message that is documented for a sub code, with or without its prefix."""
    if sub_code.startswith("accesscontrol."):
        return BAN.format(1)
    if sub_code == PACKAGE_LIMIT:
        held = [package for package in HELD_PACKAGES if package not in api["packages"]]
        return f"scope ids is {' '.join(held[:2])}"
    for table in (api["errors"], platform()["sub_errors"]):
        if found := documented(table, sub_code):
            return table[found] or None
    return None


def documented(codes: Collection[str], sub_code: str) -> str | None:
    """The code as it is documented: the same one, or the same but for prefixes."""
    if sub_code in codes:
        return sub_code
    bare = without_prefix(sub_code)
    return next((code for code in codes if without_prefix(code) == bare), None)


def code_of_value(api: Api, parameter: str) -> str | None:
    """The method's own code for a value that a parameter cannot have: jumpType非法."""
    first, *words = parameter.split("_")
    message = f"{first}{''.join(word.capitalize() for word in words)}非法"
    return next((code for code, told in api["errors"].items() if told == message), None)


def outer_code(sub_code: str) -> str:
    """The code under which a sub code comes."""
    own = (code for start, code in OUTER_CODES.items() if sub_code.startswith(start))
    return next(own, BACKEND)


def without_prefix(sub_code: str) -> str:
    """A code as it may be sent as well."""
    return PREFIXES.sub("", sub_code)
