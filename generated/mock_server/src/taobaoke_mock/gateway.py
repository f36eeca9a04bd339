"""The gateway: a request in, a reply out. It has no input or output, no thread and no lock."""

import gzip
import itertools
import logging
from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import replace
from typing import Any, Literal

from . import batch, forms, mistakes, reply, signing
from .cache import Cache
from .checks import Call, Checks, Scope, Settings
from .clock import Clock
from .errors import GatewayError, Hint
from .hints import LOG, headers, log_page, one_line
from .http import Headers, Reply, Request, plain
from .journal import SECRET, Journal, RecordedRequest
from .knowledge import platform
from .limits import Limits, ban_error
from .methods import Method, find_method
from .pages import BATCH, PATH, page
from .rules import NOTHING_ORDERED, Answer, Rules
from .state.rows import Page
from .tokens import Sessions

JAVASCRIPT, XML = "text/javascript;charset=UTF-8", "text/xml;charset=UTF-8"
FAULT_HEADER, FAULT_MESSAGE_HEADER = "X-Mock-Error", "X-Mock-Sub-Msg"
BAD_GATEWAY = "<html><head><title>{0}</title></head><body><h1>{0}</h1></body></html>"

Form = Literal["json", "simple", "xml"]
State = Callable[[Call], Mapping[str, Any]]
"""Answers a method from what the mock remembers."""

_VARY = ("Vary", "Accept-Encoding")
_PLACE = "mock-request-id"
"""Stands in the bytes that are kept, where each reply has an id of its own."""


class Gateway:
    """Answers calls; everything that tests order or look at is given to it."""

    def __init__(
        self,
        settings: Settings,
        rules: Rules,
        journal: Journal,
        limits: Limits,
        sessions: Sessions,
        clock: Clock,
        state: Mapping[str, State] | None = None,
    ) -> None:
        self._settings = settings
        self._rules = rules
        self._journal = journal
        self._limits = limits
        self._clock = clock
        self._state = state or {}
        self._checks = Checks(settings, limits, sessions)
        self._numbers = itertools.count(1)
        self._replies: Cache[tuple[bytes, bytes]] = Cache()
        json: Headers = (("Content-Type", settings.content_type or JAVASCRIPT), _VARY)
        self._headers = {"json": json, "simple": json, "xml": (("Content-Type", XML), _VARY)}

    def answer(self, request: Request) -> Reply:
        """The reply to a request; there is one to every request."""
        if request.path == PATH:
            return _compressed(request, self._answer_call(request))
        if request.path == BATCH:
            return _compressed(request, self._answer_batch(request))
        answer = page(request.path, request.verb)
        log_page(request, answer)
        return answer

    def _answer_call(self, request: Request) -> Reply:
        call = self._call(request.verb, forms.read(request))
        try:
            answer = self._ordered(request, call)
        except ValueError as error:
            return self._no_fault(call, error)
        return self._reply(call, answer, "call")

    def _answer_batch(self, request: Request) -> Reply:
        whole = self._call(request.verb, forms.read(replace(request, body=b"")))
        whole.signed_body = request.body
        try:
            self._checks.run(whole, "batch")
            calls = batch.read(request)
            parts = [self._part(whole, request, parameters) for parameters in calls.calls]
        except GatewayError as refusal:
            return self._refuse(whole, refusal, NOTHING_ORDERED)
        except ValueError as error:
            return self._no_fault(whole, error)
        for part in parts:
            if part.status != 200 or part.pace.drop:
                return part
        body = calls.separator.join(part.body for part in parts)
        return replace(parts[0], parts=(body,))

    def _part(self, whole: Call, request: Request, parameters: Mapping[str, str]) -> Reply:
        """The reply to one call of a batch."""
        form = forms.Form({**whole.parameters, **parameters})
        call = self._call(request.verb, form)
        return self._reply(call, self._ordered(request, call), "part")

    def _call(self, verb: str, form: forms.Form) -> Call:
        name = form.parameters.get("method", "")
        method = find_method(name)
        known = method.known or self._rules.knows(name)
        return Call(verb, form, form.parameters, method, known, self._clock.now())

    def _ordered(self, request: Request, call: Call) -> Answer:
        """What a call asks for itself, or a test ordered; ValueError if it is no fault."""
        text = request.headers.get("x-mock-error")
        if text is not None:
            sub_msg = request.headers.get("x-mock-sub-msg")
            return self._rules.fault(text, sub_msg, call.method.name)
        if not self._rules:
            return NOTHING_ORDERED
        return self._rules.find(call.method.name, call.parameters)

    # Answers

    def _reply(self, call: Call, answer: Answer, scope: Scope) -> Reply:
        fault = answer.fault
        if answer.pace.drop:
            self._give(call, answer)
            self._record(call, answer.name, [], answer)
            return Reply(200, self._headers[_form(call)], (), answer.pace)
        if fault and fault.kind == "http":
            self._give(call, answer)
            self._record(call, answer.name, [], answer)
            page = BAD_GATEWAY.format(fault.status).encode()
            return Reply(fault.status, (("Content-Type", "text/html"),), (page,), answer.pace)
        ordered, place = _ordered_error(call, answer) if fault else (None, None)
        try:
            self._checks.run(call, scope, ordered=ordered, place=place)
            body = self._body(call, answer)
        except GatewayError as refusal:
            given = answer if refusal is ordered else answer.refused
            self._give(call, given)
            return replace(self._refuse(call, refusal, given), pace=given.pace)
        self._give(call, answer)
        mistakes.note(call)
        hints = self._masked([*call.form.hints, *call.notes, *answer.notes])
        self._record(call, answer.name, hints, answer)
        told = self._headers[_form(call)]
        if hints:
            told += headers(hints, None)
        return Reply(200, told, body, answer.pace)

    def _give(self, call: Call, answer: Answer) -> None:
        """What was ordered is used up by a call that gets it, and by no other."""
        if not answer.rules:
            return
        self._rules.use(answer)
        if answer.fault and answer.fault.kind == "ban" and call.known:
            self._limits.ban(call.method.name, answer.fault.seconds, call.now)

    def _body(self, call: Call, answer: Answer) -> tuple[bytes, ...]:
        form, method, fault = _form(call), call.method, answer.fault
        if fault and fault.kind == "bad-json":
            return (BAD_GATEWAY.format("200").encode(),)
        if answer.content is not None:
            content = reply.with_wrappers(method.api, dict(answer.content))
        elif fault and fault.kind == "empty":
            content = reply.without_results(method.api)
        elif (state := self._state.get(method.name)) is not None:
            return self._remembered(call, state(call), form)
        else:
            return self._usual(call, form)
        content[platform()["request_id"]] = self._request_id(call)
        return (self._written(method, content, form),)

    def _remembered(self, call: Call, content: Mapping[str, Any], form: Form) -> tuple[bytes, ...]:
        """What the state tells. A page of orders is written already."""
        method = call.method
        name, id_ = platform()["request_id"], self._request_id(call)
        if form == "json" and isinstance(content, Page):
            before, after = f'{{"{method.root}":', f',"{name}":"{id_}"}}}}'
            return before.encode(), content.open_json, after.encode()
        return (self._written(method, {**content, name: id_}, form),)

    def _usual(self, call: Call, form: Form) -> tuple[bytes, ...]:
        """The sample, or the page of it that is asked for; bytes are kept but for the id."""
        key = (call.method, form, *call.method.page(call.given))
        parts = self._replies.get(key)
        if parts is None:
            content = reply.page_of(call.method.api, call.given, self._settings.results)
            content[platform()["request_id"]] = _PLACE
            before, _, after = self._written(call.method, content, form).rpartition(_PLACE.encode())
            parts = self._replies.put(key, (before, after), len(before) + len(after))
        before, after = parts
        return before, self._request_id(call).encode(), after

    def _written(self, method: Method, content: dict[str, Any], form: Form) -> bytes:
        if form == "xml":
            return reply.xml_body(method.root, content)
        if form == "simple":
            content = reply.simplified(content)
            if not self._settings.simplify_root:
                return reply.json_body(content)
        return reply.json_body({method.root: content})

    def _refuse(self, call: Call, refusal: GatewayError, answer: Answer) -> Reply:
        signed = None
        hints = [*call.form.hints, *([refusal.hint] if refusal.hint else []), *answer.notes]
        if refusal.code == "25" and refusal.hint:
            secret = self._settings.app_secret
            signed = signing.shown_text(call.parameters, secret, call.signed_body)
        elif refusal.code in _OF_ARGUMENTS:
            mistakes.note(call)
            hints += call.notes
        hints = self._masked(hints)
        content: dict[str, Any] = {"code": int(refusal.code), "msg": refusal.message}
        if refusal.sub_code:
            content["sub_code"] = refusal.sub_code
        if refusal.sub_msg:
            content["sub_msg"] = refusal.sub_msg
        content[platform()["request_id"]] = self._request_id(call)
        self._record(call, refusal.name, hints, answer, signed)
        form, root = _form(call), platform()["error_root"]
        if form == "xml":
            body = reply.xml_body(root, content)
        else:
            if refusal.sub_msg:
                content["sub_msg"] = reply.html_escaped(refusal.sub_msg)
            body = reply.json_body({root: content})
        return Reply(200, self._headers[form] + headers(hints, signed), (body,))

    def _masked(self, hints: list[Hint]) -> list[Hint]:
        """The hints without the secret, which a caller may have put anywhere."""
        secret = self._settings.app_secret
        if not hints or not secret:
            return hints
        return [
            Hint(hint.zh.replace(secret, signing.MASK), hint.en.replace(secret, signing.MASK))
            for hint in hints
        ]

    def _no_fault(self, call: Call, error: ValueError) -> Reply:
        """The reply to a call that asks for a fault that there is not."""
        hints = self._masked([Hint(f"{FAULT_HEADER}：{error}", "no such fault")])
        self._record(call, "http-400", hints, NOTHING_ORDERED)
        return plain(f"{FAULT_HEADER}: {error}\n", 400)

    def _request_id(self, call: Call) -> str:
        call.request_id = f"mock{next(self._numbers):08x}"
        return call.request_id

    def _record(
        self,
        call: Call,
        error: str | None,
        hints: list[Hint],
        answer: Answer,
        signed: str | None = None,
    ) -> None:
        parameters: MutableMapping[str, str] = call.parameters
        secret = self._settings.app_secret
        for name, value in parameters.items():
            if value and (name in SECRET or value == secret):
                parameters[name] = signing.MASK
        method = parameters.get("method", "")
        explanation = None
        if hints:
            explanation = "\n".join(one_line(str(hint)) for hint in hints)
        recorded = RecordedRequest(
            call.verb, method, call.parameters, call.form.files, error, explanation, answer.form
        )
        self._journal.add(recorded)
        if LOG.isEnabledFor(logging.INFO):
            told = recorded.told(call.request_id)
            if signed:
                told += f"\n  服务端签名的串 (the server signed): {one_line(signed)}"
            LOG.info(told)


BANNED = "7"
"""The code in whose turn all bans come."""
_OF_ARGUMENTS = ("40", "41")
"""Codes behind which a misspelt name often stands."""


_ONLY_THIS = Hint(
    "写在请求头里的封禁只管这一次", "a ban that a header asks for is of this call only"
)


def _ordered_error(call: Call, answer: Answer) -> tuple[GatewayError | None, str | None]:
    """The error that is ordered for a call, and the code in whose turn it comes."""
    fault, method = answer.fault, call.method
    if fault and fault.kind == "error":
        return fault.error(method.api), None
    if fault and fault.kind == "ban":
        error = ban_error(method.name, fault.seconds, call.now)
        if not answer.rules:
            error.hint = _ONLY_THIS
        return error, BANNED
    return None, None


def _form(call: Call) -> Form:
    """In which form a call wants its reply."""
    if call.parameters.get("format") != "json":
        return "xml"
    return "simple" if call.parameters.get("simplify") == "true" else "json"


def _compressed(request: Request, answer: Reply) -> Reply:
    if "accept-encoding" not in request.headers or not answer.length:
        return answer
    if not _takes_gzip(request.headers["accept-encoding"]):
        return answer
    body = gzip.compress(answer.body, compresslevel=1, mtime=0)
    return replace(answer, headers=(*answer.headers, ("Content-Encoding", "gzip")), parts=(body,))


def _takes_gzip(accepted: str) -> bool:
    for coding in accepted.split(","):
        name, _, quality = coding.partition(";")
        if name.strip() == "gzip":
            return quality.replace(" ", "").rstrip("0.") != "q="
    return False
