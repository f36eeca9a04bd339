"""One call from arguments to response, all attempts included, without any I/O."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from urllib.parse import quote_plus

from .._product import NAME, USER_AGENT, RootError
from .._words import LimitScope
from ..platform import ERROR_ROOT
from .advice import Limit
from .attempt import Attempt
from .checks import seconds_problems, text_problems
from .codes import Mask, end_of, refusal
from .errors import (
    CallError,
    GatewayError,
    HeldBack,
    InvalidAppKey,
    InvalidArguments,
    InvalidSettings,
    InvalidSignature,
    InvalidTimestamp,
    RateLimited,
    TransportError,
)
from .http import HttpFailure, HttpReply, HttpRequest
from .masking import MaskedBytes, masked
from .method import Encoded, Files, Method, by_name
from .models import Response
from .replies import content_of, decode_json, decode_xml_error
from .settings import Settings
from .shown import shown
from .signing import explain, sign
from .values import GATEWAY_ZONE, moment_text

if TYPE_CHECKING:
    from .limiter import Caller, NoPermit
    from .retry import RetryPolicy
    from .shared import Shared

R = TypeVar("R", bound=Response)

_LONGEST_EXCERPT = 200
_CALLER = 5
"""Frames from a call up to the code that called the method of the client."""
_SHORTLY = 1.0
"""Seconds that a limit is taken to last where nobody says how long it does."""
_SHORTEST_TIMEOUT = 0.001
_LIBRARIES = (NAME, "aiohttp", "msgspec", "redis", "urllib3", "yarl")
_NO_JSON = object()
_MOST_DIGITS = 9
_PLAUSIBLE_YEARS = range(2020, 2100)
_PASSING_STATUSES = (408, 425, 429)
_NEEDS_NO_QUOTING = re.compile(r"[A-Za-z0-9_.~-]*").fullmatch
_FORM = "application/x-www-form-urlencoded;charset=utf-8"


class Call(Generic[R]):
    """What becomes of one call of a method."""

    def __init__(
        self,
        settings: Settings,
        shared: Shared,
        method: Method[R],
        arguments: Mapping[str, Any],
        session: str | None,
        timeout: float | None,
        encoded: Encoded | None = None,
    ) -> None:
        method.warn(_CALLER)
        problems = [
            *_session_problems(session),
            *(() if timeout is None else seconds_problems("timeout", timeout)),
        ]
        self._settings = settings
        self._shared = shared
        self._method = method
        self._session = session or settings.session
        self._seconds = settings.timeout if timeout is None else timeout
        self._end = None if settings.deadline is None else monotonic() + settings.deadline
        self._encoded = encoded or _encoded(method, arguments, self._session, self.now(), problems)
        self._parameters: Mapping[str, str] = {}
        self._attempts: list[Attempt] = []
        self._failures = 0
        """Of all tries, also those that the limiter did not let go out."""
        self._waited = 0.0
        self._sent_at = 0.0
        self._cost = 0
        self._reply: HttpReply | None = None
        self._offset_before: float | None = None
        self._outcome: R | Exception | None = None
        self.pause = 0.0
        """Seconds to wait before the next attempt."""
        self.ban: tuple[LimitScope | None, float] | None = None
        """A limit that the last attempt met, and the seconds that it lasts."""

    def now(self) -> datetime:
        """The gateway's time."""
        return gateway_time(self._settings, self._shared)

    # Before an attempt

    @property
    def caller(self) -> Caller:
        """For whom the limiter counts."""
        from .limiter import Caller  # not needed without a limiter

        return Caller(self._settings.app_key, self._settings.account, self._method.name)

    @property
    def patience(self) -> float:
        """Until when the limiter may keep the call waiting, by the monotonic clock."""
        return monotonic() + self._seconds if self._end is None else self._end

    def waited(self, seconds: float) -> None:
        """Note a wait before the next attempt."""
        self._waited += seconds

    def request(self) -> HttpRequest:
        """The request of the next attempt."""
        settings, (own, files, _) = self._settings, self._encoded
        public = public_parameters(settings, self._method.name, self._session, self.now())
        self._parameters = {**own, **public}
        signature = sign(self._parameters, settings.secret, settings.sign_method)
        form = {**self._parameters, "sign": signature}
        body, content_type = _multipart(form, files) if files else (_form(form), _FORM)
        headers = {
            "Content-Type": content_type,
            "Accept-Encoding": "gzip",
            "User-Agent": USER_AGENT,
        }
        self._reply = None
        self._sent_at = monotonic()
        seconds = self._seconds
        if self._end is not None:
            seconds = max(min(seconds, self._end - self._sent_at), _SHORTEST_TIMEOUT)
        return HttpRequest(settings.gateway.url, headers, MaskedBytes(body), seconds)

    # After an attempt

    @property
    def is_over(self) -> bool:
        """Whether there is a result."""
        return self._outcome is not None

    @property
    def written(self) -> Mapping[str, Any]:
        """The arguments as they went out."""
        return self._encoded.written

    @property
    def attempts(self) -> tuple[Attempt, ...]:
        """All sendings."""
        return tuple(self._attempts)

    def result(self) -> R:
        """The response; an error is raised here, where no frame knows a secret."""
        outcome, self._outcome = self._outcome, None  # or error and frame would hold each other
        if isinstance(outcome, Exception):
            raise outcome
        assert outcome is not None
        return outcome

    def receive(self, reply: HttpReply) -> None:
        """Take a reply; CallError if it tells a failure, or nothing that can be used."""
        if not isinstance(reply, HttpReply):
            raise TypeError(f"transport.send 应返回 HttpReply，得到 {type(reply).__name__}")
        self._reply, self.ban = reply, None
        response = self._method.read(self._content(reply), self.now, self._masked)
        self._note(None)
        if self._shared.quota is not None:
            self._shared.quota.give_back(self._cost)
        self._outcome = response

    def fail(self, failure: Exception) -> None:
        """Take a failure: it ends the call, or a pause comes and another attempt."""
        error = self._meaning(failure).with_traceback(None)
        if isinstance(error, CallError):
            self._failures += 1
            error.is_write = not self._method.idempotent
            self._note(error)
            error.attempts = self.attempts
            self.ban = self._ban(error)
            pause = self._pause_after(error)
            if pause is not None:
                self.pause = self._waited = pause
                return
        self._outcome = error

    def _meaning(self, failure: Exception) -> RootError:
        """The error that a failure is to the caller."""
        if isinstance(failure, RootError):
            return failure
        if isinstance(failure, HttpFailure):
            return self._lost(failure)
        if self._settings.limiter is not None and not self._sent_at:
            # Loaded, as there is a limiter.
            from .limiter import NoPermit
            from .windows import LimiterUnavailable

            if isinstance(failure, NoPermit):
                return self._held_back(failure)
            if isinstance(failure, LimiterUnavailable):
                return self._lost(HttpFailure(str(failure), sent=False))
        if self._settings.transport is None and not _is_of_libraries(failure):
            raise failure  # of a signal handler: a task that is told to stop has to hear it
        told = f"意外的 {self._masked(shown(failure, _LONGEST_EXCERPT))}"
        error = self._lost(HttpFailure(told, sent=bool(self._sent_at), passing=False))
        error.__cause__ = failure
        return error

    @contextmanager
    def noting_ban(self) -> Iterator[None]:
        """While the limiter is told of a ban: its trouble does not hide what the platform said."""
        from .windows import LimiterUnavailable  # loaded, as there is a limiter

        with suppress(LimiterUnavailable):
            yield

    def _content(self, reply: HttpReply) -> dict[str, Any]:
        body = self._decoded(reply.body)
        if isinstance(body, dict) and (refused := self._told_refusal(body)) is not None:
            raise self._refusal(refused)
        if reply.status != 200:
            passing = reply.status >= 500 or reply.status in _PASSING_STATUSES
            raise self._unusable(f"HTTP 状态码 {reply.status}", passing=passing)
        content = content_of(body, self._method)
        if content is None:
            raise self._unusable(f"{self._strangeness(body)}，这不是网关的应答")
        return content

    def _strangeness(self, body: Any) -> str:
        if body is _NO_JSON:
            return "正文不是 JSON"
        return f"正文里没有 {self._method.root}" if isinstance(body, dict) else "正文不是 JSON 对象"

    def _told_refusal(self, body: dict[str, Any]) -> dict[str, Any] | None:
        """What an error of the gateway tells, whatever its shape; None if there is none."""
        told = body.get(ERROR_ROOT)
        if isinstance(told, dict):
            return told
        if ERROR_ROOT not in body or isinstance(body.get(self._method.root), dict):
            return None
        return {"msg": f"{ERROR_ROOT}={shown(told, _LONGEST_EXCERPT)}"}

    @staticmethod
    def _decoded(body: bytes) -> Any:
        """The JSON value of a body, or the mark that it is none; errors may come as XML."""
        try:
            return decode_json(body)
        except ValueError:
            return decode_xml_error(body) or _NO_JSON

    def _refusal(self, raw: dict[str, Any]) -> GatewayError:
        error = refusal(self._method, raw, self.now(), self._masked)
        match error:
            case InvalidSignature():
                secret, way = self._settings.secret, self._settings.sign_method
                error.explanation = explain(self._parameters, secret, way)
            case InvalidAppKey():
                error.gateway = self._settings.gateway.url
        if error.retry_after is None:
            error.retry_after = self._told_wait()
        return error

    def _unusable(self, reason: str, *, passing: bool = True) -> TransportError:
        assert self._reply is not None
        # Masked before it is cut, or a secret on the edge would show its first half.
        text = self._masked(self._reply.body.decode("utf-8", "replace"))
        error = TransportError(
            self._method.name,
            reason,
            status=self._reply.status,
            excerpt=text[:_LONGEST_EXCERPT],
            passing=passing,
        )
        error.retry_after = self._told_wait()
        return error

    def _lost(self, failure: HttpFailure) -> TransportError:
        """The error of a request without a reply."""
        return TransportError(
            self._method.name,
            self._masked(str(failure.reason)),
            sent=failure.sent,
            passing=failure.passing,
        )

    def _held_back(self, refusal: NoPermit) -> HeldBack:
        limit = Limit(refusal.scope, "told")
        error = HeldBack(self._method.name, limit, refusal.retry_after)
        error.until = end_of(limit, refusal.retry_after, self.now())
        return error

    def _ban(self, error: CallError) -> tuple[LimitScope | None, float] | None:
        """The scope and the seconds of a limit that other calls should know of."""
        if isinstance(error, HeldBack) or not isinstance(error, RateLimited):
            return None
        if error.retry_after is not None:
            return error.scope, error.retry_after
        left = (error.until - self.now()).total_seconds() if error.until else _SHORTLY
        return error.scope, max(left, 0.0)

    def _pause_after(self, error: CallError) -> float | None:
        """Seconds to wait before the next attempt; None if there is none."""
        if isinstance(error, InvalidTimestamp) and error.retry == "clock":
            return 0.0 if self._learns_clock() and self._is_time_left(0.0) else None
        retry = self._policy.retry(error, attempt=self._failures)
        if retry is None or not self._is_time_left(retry.pause):
            return None
        if not self._shared.charge(retry.cost):
            return None
        self._cost = retry.cost
        return retry.pause

    @property
    def _policy(self) -> RetryPolicy:
        from .retry import USUAL_POLICY  # programs without failures do without it

        return self._settings.retries or USUAL_POLICY

    def _note(self, error: CallError | None) -> None:
        if self._sent_at:
            failure = error.summary if error else None
            self._attempts.append(Attempt(self._waited, monotonic() - self._sent_at, failure))
        self._waited = self._sent_at = 0.0

    def _is_time_left(self, pause: float) -> bool:
        return self._end is None or monotonic() + pause < self._end

    def _learns_clock(self) -> bool:
        """Take the gateway's time from the reply; give it up again if it did not help."""
        shared = self._shared
        if self._offset_before is not None:
            shared.clock_offset, self._offset_before = self._offset_before, None
            return False
        server = _moment(self._reply.header("Date")) if self._reply else None
        if server is None:
            return False
        self._offset_before = shared.clock_offset
        shared.clock_offset = server.timestamp() - self._settings.clock()
        return self._failures < self._policy.attempts

    def _told_wait(self) -> float | None:
        """What `Retry-After` tells, in seconds."""
        told = self._reply.header("Retry-After") if self._reply else None
        if told is None:
            return None
        if told.isdecimal() and told.isascii():
            return float(told) if len(told) <= _MOST_DIGITS else None
        moment = _moment(told)
        return max((moment - self.now()).total_seconds(), 0.0) if moment else None

    def _masked(self, text: str) -> str:
        return mask_of(self._settings, self._session)(text)


def mask_of(settings: Settings, session: str | None) -> Mask:
    """What takes the secrets of a call out of texts."""
    proxy = settings.proxy
    secrets = settings.secret.decode(), session, settings.session
    return partial(masked, secrets=(*secrets, *(proxy.secrets if proxy else ())))


def _is_of_libraries(error: Exception) -> bool:
    """Whether a class of errors is one of those that the transports' libraries raise."""
    root = type(error).__module__.partition(".")[0]
    return root in sys.stdlib_module_names or root in _LIBRARIES


def _session_problems(session: object) -> Iterator[str]:
    if session is not None:
        yield from text_problems("session", session, secret=True)


def _encoded(
    method: Method[Any],
    arguments: Mapping[str, Any],
    session: str | None,
    now: datetime,
    problems: list[str],
) -> Encoded:
    """The wire form of the arguments; one InvalidArguments tells all problems, earlier ones too."""
    try:
        encoded = method.encode(arguments, session=session, now=now)
    except InvalidArguments as error:
        further = error.problems
    else:
        if not problems:
            return encoded
        further = ()
    raise InvalidArguments(method.name, (*problems, *further))


def gateway_time(settings: Settings, shared: Shared) -> datetime:
    """The gateway's time, as far as it is known."""
    try:
        return datetime.fromtimestamp(settings.clock() + shared.clock_offset, GATEWAY_ZONE)
    except Exception as error:  # a function of the caller
        problem = f"clock：应返回 Unix 秒数，出错：{shown(error, _LONGEST_EXCERPT)}"
    raise InvalidSettings("clock", (problem,))


def explained(
    settings: Settings,
    shared: Shared,
    method: str,
    arguments: Mapping[str, Any],
    session: str | None,
) -> str:
    """How a call by name would be signed, with all secrets masked."""
    now = gateway_time(settings, shared)
    problems = [*_session_problems(session)]
    own, *_ = _encoded(by_name(method), arguments, session, now, problems)
    public = public_parameters(settings, method, session or settings.session, now)
    return explain({**own, **public}, settings.secret, settings.sign_method)


def public_parameters(
    settings: Settings, method: str, session: str | None, now: datetime
) -> dict[str, str]:
    """The parameters of every call, without the signature."""
    return {
        "method": method,
        "app_key": settings.app_key,
        "sign_method": settings.sign_method,
        "timestamp": moment_text(now),
        "format": "json",
        "v": "2.0",
        **({"session": session} if session else {}),
        **({"partner_id": settings.partner_id} if settings.partner_id else {}),
    }


def _form(form: Mapping[str, str]) -> bytes:
    return "&".join([f"{_quoted(name)}={_quoted(text)}" for name, text in form.items()]).encode()


def _quoted(text: str) -> str:
    """The same as `quote_plus`, faster for words, numbers and moments, which most of a form is."""
    if _NEEDS_NO_QUOTING(text):
        return text
    if _NEEDS_NO_QUOTING(text.replace(" ", "").replace(":", "")):
        return text.replace(" ", "+").replace(":", "%3A")
    return quote_plus(text)


def _multipart(form: Mapping[str, str], files: Files) -> tuple[bytes, str]:
    from urllib3.filepost import encode_multipart_formdata  # few calls upload anything

    parts = [(name, (file.name, file.content, file.media_type)) for name, file in files]
    return encode_multipart_formdata([*form.items(), *parts])


def _moment(date: str | None) -> datetime | None:
    """The moment that a header tells, if it is a plausible one."""
    try:
        moment = parsedate_to_datetime(date or "")
    except (ValueError, TypeError, OverflowError):
        return None
    return moment.replace(tzinfo=moment.tzinfo or UTC) if moment.year in _PLAUSIBLE_YEARS else None
