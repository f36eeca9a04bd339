"""The same windows in Redis, for all processes and machines that share it.

One script decides, by the clock of Redis. Every key expires by itself: windows when their last
permit no longer counts, places in line when their owner does not come back, bans when they end.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from hashlib import sha1
from math import ceil
from typing import TYPE_CHECKING, Any

from .errors import MissingPackage
from .windows import FOREVER, LONGEST_NAP, LimiterUnavailable, Needs, Place, Rate, Wait

if TYPE_CHECKING:
    import redis.asyncio

_TIMEOUT = 2.0
"""Seconds for connecting and for each answer, unless the URL says otherwise."""
_MILLION = 1_000_000
_GRACE = 2.0
"""Seconds that a caller in line may be late before it loses its place."""


class _Script:
    def __init__(self, text: str) -> None:
        self.text = text
        self.digest = sha1(text.encode(), usedforsecurity=False).hexdigest()


_TAKE = _Script("""
-- KEYS: for each need its window, the line before it, when those in line are due, its ban.
-- ARGV: name and ticket (0: none yet) of the caller, its patience (-1: endless), the longest nap
-- before it looks again, the grace if it is late; for each need how many calls in what time (0: no
-- window).
-- The answer: how long to wait, for which need (0: the permit is taken), whether a ban is the
-- reason, the ticket, whether it is worth the wait. All times are microseconds.
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]
local name, ticket, patience = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
local longest_nap, grace = tonumber(ARGV[4]), tonumber(ARGV[5])

local function text(number)
  return string.format('%.0f', number)
end

local function expire(key, span)
  redis.call('PEXPIRE', key, text(math.ceil(span / 1000) + 1))
end

-- A clock that was set back must not make old permits young for ever.
local function reset_future(window)
  local ahead = 0
  while (tonumber(redis.call('LINDEX', window, -1)) or now) > now do
    redis.call('RPOP', window)
    ahead = ahead + 1
  end
  for _ = 1, ahead do
    redis.call('RPUSH', window, text(now))
  end
end

local function remove_old(window, span)
  while now - (tonumber(redis.call('LINDEX', window, 0)) or now) >= span do
    redis.call('LPOP', window)
  end
end

local function remove_absent(line, due)
  for _, absent in ipairs(redis.call('ZRANGEBYSCORE', due, '-inf', '(' .. text(now))) do
    redis.call('ZREM', line, absent)
    redis.call('ZREM', due, absent)
  end
end

local function window_wait(window, line, count, span)
  local ahead
  if ticket == 0 then
    ahead = redis.call('ZCARD', line)
  else
    ahead = redis.call('ZCOUNT', line, '-inf', '(' .. text(ticket))
  end
  local held = math.min(redis.call('LLEN', window), count)
  local turn, vacant = ahead % count, count - held
  local wait = math.floor(ahead / count) * span
  if turn >= vacant then
    local moment = tonumber(redis.call('LINDEX', window, turn - vacant - held))
    wait = wait + math.max(0, span - (now - moment))
  end
  return wait
end

local needs, longest, missing, banned = #KEYS / 4, 0, 0, 0
local function need(i)
  local window, line, due, ban = unpack(KEYS, 4 * i - 3, 4 * i)
  return window, line, due, ban, tonumber(ARGV[2 * i + 4]), tonumber(ARGV[2 * i + 5])
end

for i = 1, needs do
  local window, line, due, ban, count, span = need(i)
  if count > 0 then
    reset_future(window)
    remove_old(window, span)
    remove_absent(line, due)
    local wait = window_wait(window, line, count, span)
    if wait > longest then
      longest, missing, banned = wait, i, 0
    end
  end
  local left = redis.call('PTTL', ban) * 1000
  if left >= 0 and left + 1000 > longest then
    longest, missing, banned = left + 1000, i, 1
  end
end

local joins = missing > 0 and (patience < 0 or longest <= patience)
if joins and ticket == 0 then
  ticket = now
end
local nap = banned == 1 and longest or math.min(longest, longest_nap)
for i = 1, needs do
  local window, line, due, _, count, span = need(i)
  if count > 0 then
    if joins and missing == i then
      redis.call('ZADD', line, text(ticket), name)
      redis.call('ZADD', due, text(now + nap + grace), name)
      for _, key in ipairs({line, due}) do
        if redis.call('PTTL', key) * 1000 < nap + grace then
          expire(key, nap + grace)
        end
      end
    elseif ticket > 0 then
      redis.call('ZREM', line, name)
      redis.call('ZREM', due, name)
    end
    if missing == 0 then
      redis.call('RPUSH', window, text(now))
      expire(window, span)
    end
  end
end
return {longest, missing, banned, ticket, joins and 1 or 0}
""")

_LEAVE = _Script("""
-- KEYS: a line, and when those in it are due. ARGV: the name of the caller.
redis.call('ZREM', KEYS[1], ARGV[1])
redis.call('ZREM', KEYS[2], ARGV[1])
""")

_BAN = _Script("""
-- KEYS: a ban. ARGV: milliseconds; a longer ban stays.
if redis.call('PTTL', KEYS[1]) < tonumber(ARGV[1]) then
  redis.call('SET', KEYS[1], '1', 'PX', ARGV[1])
end
""")


def client_of(given: redis.Redis | redis.asyncio.Redis | str) -> Any:
    """A client for what the user gave; ValueError says what is wrong with it."""
    if not isinstance(given, str):
        if not hasattr(given, "execute_command"):
            kind = type(given).__name__
            raise ValueError(f"应为网址、redis.Redis 或 redis.asyncio.Redis，得到 {kind}")
        return given
    try:
        from redis import ConnectionError, Redis
        from redis.backoff import NoBackoff
        from redis.retry import Retry
    except ModuleNotFoundError:
        raise MissingPackage("Limiter(redis=…)", "redis", "redis") from None
    try:
        return Redis.from_url(
            given,
            socket_timeout=_TIMEOUT,
            socket_connect_timeout=_TIMEOUT,
            # A connection may have died while nobody used it; who is slow once is slow again.
            retry=Retry(NoBackoff(), 1, (ConnectionError,)),
        )
    except ValueError:  # Its text may show the password.
        raise ValueError("网址应形如 redis://主机:6379/0、rediss://… 或 unix://…") from None


class RedisWindows:
    """Windows and bans of everybody who uses this Redis with this prefix."""

    def __init__(self, client: Any, prefix: str) -> None:
        # Who shares has paid for both.
        from inspect import iscoroutinefunction

        from redis.exceptions import NoScriptError, RedisError

        self._client = client
        self._prefix = prefix
        self._native = iscoroutinefunction(client.execute_command)
        self._failures = (RedisError, OSError)
        self._unknown_script = NoScriptError

    def take(self, needs: Needs, place: Place, patience: float) -> Wait | None:
        """Take a permit of all needs or of none; stand in line if it comes in time."""
        answer = self._run(_TAKE, self._keys(needs), _question(needs, place, patience))
        return _wait(needs, place, answer)

    async def take_async(self, needs: Needs, place: Place, patience: float) -> Wait | None:
        """The same for tasks."""
        answer = await self._run_async(_TAKE, self._keys(needs), _question(needs, place, patience))
        return _wait(needs, place, answer)

    def leave(self, place: Place) -> None:
        """Give up a place in line, if there is one."""
        if place.line is not None:
            with suppress(LimiterUnavailable):  # The place expires.
                self._run(_LEAVE, self._line(place.line), [place.name])

    async def leave_async(self, place: Place) -> None:
        """The same for tasks."""
        if place.line is not None:
            with suppress(LimiterUnavailable):  # The place expires.
                await self._run_async(_LEAVE, self._line(place.line), [place.name])

    def ban(self, key: str, seconds: float) -> None:
        """Give no permit for a while; a longer ban stays."""
        if seconds > 0:
            self._run(_BAN, [self._ban(key)], [_milliseconds(seconds)])

    async def ban_async(self, key: str, seconds: float) -> None:
        """The same for tasks."""
        if seconds > 0:
            await self._run_async(_BAN, [self._ban(key)], [_milliseconds(seconds)])

    def _keys(self, needs: Needs) -> list[str]:
        return [
            key
            for need in needs
            for key in (self._window(need.key), *self._line(need.key), self._ban(need.key))
        ]

    def _window(self, key: str) -> str:
        return f"{self._prefix}:{key}"

    def _line(self, key: str) -> tuple[str, str]:
        return f"{self._prefix}:line:{key}", f"{self._prefix}:due:{key}"

    def _ban(self, key: str) -> str:
        return f"{self._prefix}:ban:{key}"

    def _run(self, script: _Script, keys: Sequence[str], arguments: Sequence[str | int]) -> Any:
        if self._native:
            raise RuntimeError(
                "同步的 Client 用不了 redis.asyncio.Redis：请把网址或 redis.Redis 交给 Limiter"
            )
        request = (len(keys), *keys, *arguments)
        try:
            try:
                return self._client.execute_command("EVALSHA", script.digest, *request)
            except self._unknown_script:
                return self._client.execute_command("EVAL", script.text, *request)
        except self._failures as error:
            raise _unavailable(error) from error

    async def _run_async(
        self, script: _Script, keys: Sequence[str], arguments: Sequence[str | int]
    ) -> Any:
        if not self._native:
            from asyncio import to_thread  # Only tasks need it.

            return await to_thread(self._run, script, keys, arguments)
        request = (len(keys), *keys, *arguments)
        try:
            try:
                return await self._client.execute_command("EVALSHA", script.digest, *request)
            except self._unknown_script:
                return await self._client.execute_command("EVAL", script.text, *request)
        except self._failures as error:
            raise _unavailable(error) from error


def _question(needs: Needs, place: Place, patience: float) -> list[str | int]:
    """The arguments of a try, which leaves no place unless its answer says so."""
    place.line = None
    place.name = place.name or os.urandom(8).hex()
    endless = patience == FOREVER
    return [
        place.name,
        place.ticket,
        -1 if endless else max(0, int(patience * _MILLION)),
        int(LONGEST_NAP * _MILLION),
        int(_GRACE * _MILLION),
        *(number for need in needs for number in _window_arguments(need.rate)),
    ]


def _window_arguments(rate: Rate | None) -> tuple[int, int]:
    """How many calls in how many microseconds, rounded to the strict side."""
    return (rate.calls, ceil(rate.seconds * _MILLION)) if rate else (0, 0)


def _wait(needs: Needs, place: Place, answer: Sequence[int]) -> Wait | None:
    microseconds, missing, banned, place.ticket, joins = answer
    if not missing:
        return None
    need = needs[missing - 1]
    place.line = need.key if need.rate and joins else None
    return Wait(microseconds / _MILLION, need.scope, bool(banned))


def _milliseconds(seconds: float) -> int:
    return ceil(seconds * 1000)


def _unavailable(error: Exception) -> LimiterUnavailable:
    return LimiterUnavailable(f"{type(error).__name__}: {error}".rstrip("."))
