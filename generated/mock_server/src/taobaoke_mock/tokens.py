"""Sessions with a life time: tokens for codes, and new ones for refresh tokens."""

import hashlib
import itertools
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from .errors import BACKEND, GatewayError, Hint
from .times import DAY

CREATE, REFRESH = "taobao.top.auth.token.create", "taobao.top.auth.token.refresh"
METHODS = CREATE, REFRESH
LIFETIME, REFRESHABLE = DAY, 30 * DAY
"""Seconds. The platform has a life time for each kind of app, and tells it in expires_in."""

CODE, REFRESH_TOKEN = "demo_code", "demo_refresh_token"
"""Those of the documents' examples: they are good for ever, as their session is."""

_LONGEST = 10**9
"""Seconds that a session may hold: some thirty years."""
_MOST = 10_000
"""So many codes and tokens are remembered, and then the oldest ones forgotten."""
_USER = {"taobao_user_id": "1000000001", "taobao_user_nick": "%E6%A8%A1%E6%8B%9F%E7%94%A8%E6%88%B7"}

State = Literal["valid", "expired", "unknown"]


@dataclass(frozen=True, slots=True)
class Lifetimes:
    """How long tokens hold, in seconds."""

    session: int = LIFETIME
    refresh: int = REFRESHABLE

    def __post_init__(self) -> None:
        for name, value in (("token", self.session), ("refresh", self.refresh)):
            if type(value) is not int or not 0 < value <= _LONGEST:
                raise ValueError(
                    f"{name}_lifetime 应为 1 到 {_LONGEST} 秒 (1 to {_LONGEST} seconds)"
                )


class Sessions:
    """Sessions that are valid for ever, and those that calls have created."""

    def __init__(
        self,
        permanent: frozenset[str],
        lifetimes: Lifetimes = Lifetimes(),
    ) -> None:
        self._permanent = permanent
        self._lifetimes = lifetimes
        self._own = secrets.token_hex(8)
        """Stands in all tokens: no other mock, and no other run of this one, gives the same."""
        self._numbers = itertools.count(1)
        self.clear()

    def clear(self) -> None:
        """Forget what calls have created; their tokens are never given again."""
        self._codes: dict[bytes, None] = {}
        self._ends: dict[str, float] = {}
        self._refreshable: dict[str, float] = {}

    def state(self, session: str, now: float) -> State:
        """Whether calls may carry a session."""
        if session in self._permanent:
            return "valid"
        end = self._ends.get(session)
        if end is None:
            return "unknown"
        return "valid" if now < end else "expired"

    def answer(self, method: str, given: Mapping[str, Any], now: float) -> dict[str, Any]:
        """The content of the reply to a call of one of METHODS."""
        if method == CREATE:
            return self._created(str(given["code"]), now)
        return self._refreshed(str(given["refresh_token"]), now)

    def _created(self, code: str, now: float) -> dict[str, Any]:
        digest = hashlib.sha256(code.encode(errors="replace")).digest()
        if digest in self._codes:
            raise _refusal("code", "一个授权码只能用一次", "a code can be used once")
        if code != CODE:
            _remember(self._codes, digest, None)
        refresh = self._token("refresh")
        _remember(self._refreshable, refresh, now + self._lifetimes.refresh)
        return self._result(refresh, now)

    def _refreshed(self, refresh: str, now: float) -> dict[str, Any]:
        if refresh == REFRESH_TOKEN:
            self._refreshable[refresh] = now + self._lifetimes.refresh
        if refresh not in self._refreshable:
            raise _refusal("refresh_token", "不是本服务发的刷新令牌", "not a token of this mock")
        if now >= self._refreshable[refresh]:
            raise _refusal("refresh_token", "刷新令牌已过期", "the refresh token has expired")
        return self._result(refresh, now)

    def _result(self, refresh: str, now: float) -> dict[str, Any]:
        session = self._token("session")
        lifetime = self._lifetimes.session
        _remember(self._ends, session, now + lifetime)
        result = {
            "access_token": session,
            "token_type": "Bearer",
            "expires_in": lifetime,
            "refresh_token": refresh,
            "re_expires_in": int(self._refreshable[refresh] - now),
            **{f"{level}_expires_in": lifetime for level in ("r1", "r2", "w1", "w2")},
            **_USER,
        }
        return {"token_result": json.dumps(result, separators=(",", ":"))}

    def _token(self, kind: str) -> str:
        return f"mock-{kind}-{self._own}-{next(self._numbers)}"


def _refusal(parameter: str, zh: str, en: str) -> GatewayError:
    """No document tells how such calls are refused; this is what it says of any argument."""
    sub_code = f"isv.invalid-parameter:{parameter}"
    return GatewayError(BACKEND, sub_code=sub_code, hint=Hint(zh, en))


def _remember(table: dict[Any, Any], key: Any, value: Any) -> None:
    if len(table) >= _MOST:
        del table[next(iter(table))]
    table[key] = value
