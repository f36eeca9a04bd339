"""The gateway: a request in, a response out."""

import gzip
import itertools
import logging
from collections.abc import Mapping
from io import BytesIO
from typing import Any
from urllib.parse import parse_qsl, quote

from werkzeug.exceptions import BadRequest, HTTPException
from werkzeug.wrappers import Request, Response

from . import reply, signing
from .arguments import notes
from .checks import Call, Settings, check
from .errors import ConnectionDropError, GatewayError, Hint
from .faults import Fault, parse_fault
from .knowledge import bare_api, find_api, platform
from .pages import CONTROL, HEALTH, PATH, control, index, plain
from .recording import RecordedRequest, Recording

MIMETYPES = {"json": "text/javascript;charset=UTF-8", "xml": "text/xml;charset=UTF-8"}
FAULT_HEADER, FAULT_MESSAGE_HEADER = "X-Mock-Error", "X-Mock-Sub-Msg"
HINT_HEADER, SIGNED_HEADER = "X-Mock-Hint", "X-Mock-Signed"
LONGEST_HEADER = 4000
_READABLE = "{}[]:,\"'()/=&+ *"
VERBS = ("GET", "POST")
REPLACEMENT = "\ufffd"
"""What bytes that are no UTF-8 are decoded to."""
BAD_GATEWAY = "<html><head><title>{0}</title></head><body><h1>{0}</h1></body></html>"
LOG = logging.getLogger(__package__)


class GatewayRequest(Request):
    """A request; pictures are sent as text or as files."""

    max_content_length = 32 * 1024 * 1024
    max_form_memory_size = max_content_length

    def _get_file_stream(self, *_: object, **_options: object) -> BytesIO:
        """Where a file goes: not into a temporary one, which stays open if the upload is cut."""
        return BytesIO()


class Gateway:
    """Answers calls; `recording` holds what tests ordered and what came."""

    def __init__(self, settings: Settings, recording: Recording) -> None:
        self._settings = settings
        self._recording = recording
        self._numbers = itertools.count(1)

    def respond(self, request: Request) -> Response:
        """The response; ConnectionDropError if there shall be none."""
        try:
            return _compressed(request, self._route(request))
        except HTTPException as error:
            return plain(f"{error}\n", error.code or 400)

    def _route(self, request: Request) -> Response:
        if request.path == PATH:
            return self._gateway(request)
        if request.path.startswith(CONTROL):
            return control(request, self._recording)
        if request.path == HEALTH:
            return plain("ok\n")
        if request.path == "/" and request.method in ("GET", "HEAD"):
            return plain(index())
        return plain(f"网关地址是 {PATH} (the gateway is at {PATH})\n", 404)

    # Calls

    def _gateway(self, request: Request) -> Response:
        call = self._call(request)
        format_ = "json" if call.parameters.get("format") == "json" else "xml"
        fault = self._fault(request, call)
        error: str | None = fault.kind if fault else None
        hints: list[Hint] = []
        signed: str | None = None
        try:
            response = self._answer(call, fault, format_)
            hints = list(notes(call.api, call.parameters))
        except GatewayError as refusal:
            error = refusal.code
            hints = [refusal.hint] if refusal.hint else []
            if refusal.code == "25" and refusal.hint:
                signed = signing.shown_text(call.parameters, self._settings.app_secret)
            content = self._error_content(refusal)
            response = self._written({platform()["error_root"]: content}, format_)
        finally:
            self._record(call, error, hints, signed)
        if hints:
            hint = "; ".join(_ascii(hint.en) for hint in hints)
            response.headers[HINT_HEADER] = hint[:LONGEST_HEADER]
        if signed:
            response.headers[SIGNED_HEADER] = quote(signed, safe=_READABLE)[:LONGEST_HEADER]
        return response

    def _call(self, request: Request) -> Call:
        parameters = _parameters(request)
        method = parameters.get("method", "")
        api = find_api(method)
        known = api is not None or self._recording.replies.knows(method)
        return Call(
            verb=request.method,
            parameters=parameters,
            files=frozenset(request.files),
            api=api or bare_api(method),
            known=known,
        )

    def _fault(self, request: Request, call: Call) -> Fault | None:
        text = request.headers.get(FAULT_HEADER)
        if text is None:
            return self._recording.faults.take(call.api["method"])
        try:
            sub_msg = request.headers.get(FAULT_MESSAGE_HEADER)
            return parse_fault(text, sub_msg, call.api["method"])
        except ValueError as error:
            raise BadRequest(f"{FAULT_HEADER}: {error}") from error

    def _answer(self, call: Call, fault: Fault | None, format_: str) -> Response:
        if fault and fault.kind == "drop":
            raise ConnectionDropError(fault.seconds)
        if fault and fault.kind == "http":
            return Response(
                BAD_GATEWAY.format(fault.status), status=fault.status, mimetype="text/html"
            )
        self._check(call, fault.error(call.api) if fault and fault.kind == "error" else None)
        if fault and fault.kind == "bad-json":
            return Response(BAD_GATEWAY.format("200"), content_type=MIMETYPES[format_])
        content = self._content(call, empty=fault is not None and fault.kind == "empty")
        content[platform()["request_id"]] = self._request_id()
        if format_ == "json" and call.parameters.get("simplify") == "true":
            content = reply.simplified(content)
            if not self._settings.simplify_root:
                return self._written(content, format_)
        return self._written({call.api["root"]: content}, format_)

    def _check(self, call: Call, ordered: GatewayError | None) -> None:
        """Raise the first error in the order of the gateway, ordered ones among them."""
        if call.verb not in VERBS:
            raise GatewayError("9", hint=Hint("只能用 GET 或 POST", "use GET or POST"))
        if any(REPLACEMENT in value for value in call.parameters.values()):
            raise GatewayError("47", hint=Hint("参数不是 UTF-8", "a parameter is no UTF-8"))
        order = platform()["checks"]
        if ordered and ordered.code not in order:
            raise ordered
        for code in order:
            check(code, call, self._settings)
            if ordered and ordered.code == code:
                raise ordered

    def _content(self, call: Call, *, empty: bool) -> dict[str, Any]:
        told = self._recording.replies.take(call.api["method"])
        if told is not None:
            return reply.with_wrappers(call.api, told)
        if empty:
            return reply.without_results(call.api)
        return reply.page_of(call.api, call.parameters, self._settings.results)

    def _error_content(self, error: GatewayError) -> dict[str, Any]:
        content: dict[str, Any] = {"code": int(error.code), "msg": error.message}
        if error.sub_code:
            content["sub_code"] = error.sub_code
        if error.sub_msg:
            content["sub_msg"] = error.sub_msg
        content[platform()["request_id"]] = self._request_id()
        return content

    def _written(self, body: Mapping[str, Any], format_: str) -> Response:
        if format_ == "xml":
            ((root, content),) = body.items()
            text = reply.xml_body(root, content)
        else:
            error = body.get(platform()["error_root"])
            if error and "sub_msg" in error:
                error["sub_msg"] = reply.html_escaped(error["sub_msg"])
            text = reply.json_body(body)
        return Response(text, content_type=MIMETYPES[format_])

    def _request_id(self) -> str:
        return f"mock{_base36(next(self._numbers)):0>8}"

    def _record(self, call: Call, error: str | None, hints: list[Hint], signed: str | None) -> None:
        parameters = dict(call.parameters)
        if "session" in parameters:
            parameters["session"] = signing.MASK
        method = parameters.get("method", "")
        explanation = "\n".join(map(str, hints)) or None
        self._recording.add(
            RecordedRequest(
                call.verb, method, parameters, tuple(sorted(call.files)), error, explanation
            )
        )
        lines = [f"{call.verb} {_ascii(method) or '-'} → {error or 'ok'}"]
        lines += [f"  {_one_line(str(hint))}" for hint in hints]
        if signed:
            lines.append(f"  服务端签名的串 (the server signed): {_one_line(signed)}")
        LOG.info("\n".join(lines))


def _parameters(request: Request) -> dict[str, str]:
    """Query and form in one; what is no UTF-8 becomes REPLACEMENT."""
    pairs = request.query_string
    if request.mimetype == "multipart/form-data":
        form = request.form.to_dict()
    else:
        form = {}
        pairs += b"&" + request.get_data()
    text = pairs.decode("utf-8", "replace")
    return dict(parse_qsl(text, keep_blank_values=True, errors="replace")) | form


def _compressed(request: Request, response: Response) -> Response:
    response.headers["Vary"] = "Accept-Encoding"
    if "gzip" in request.accept_encodings.values():
        response.set_data(gzip.compress(response.get_data(), compresslevel=1, mtime=0))
        response.headers["Content-Encoding"] = "gzip"
    return response


def _ascii(text: str) -> str:
    return text.encode("unicode_escape").decode("ascii")


def _one_line(text: str) -> str:
    return "".join(char if char.isprintable() else _ascii(char) for char in text)


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits
