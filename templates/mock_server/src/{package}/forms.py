"""Query and body → parameters and files: read once, and within limits."""

import functools
from dataclasses import dataclass, field
from urllib.parse import unquote_to_bytes

from .errors import GatewayError, Hint
from .http import Request

MOST_FIELDS = 10_000
MOST_PARTS = 1_000
_SHORT = 200
_SLICE = 60_000
"""Escapes are replaced in pieces of this length: the pieces of one need much memory."""

UPLOAD_FAILED, BAD_PARAMETERS = "3", "43"


@dataclass(slots=True)
class Form:
    """What a request carries; what could be read, if anything is wrong."""

    parameters: dict[str, str] = field(default_factory=dict)
    """What is no UTF-8 has become U+FFFD."""
    files: tuple[str, ...] = ()
    """Names of the uploaded files' parameters, sorted; their content is not kept."""
    hints: list[Hint] = field(default_factory=list)
    error: GatewayError | None = None
    """Why the body could not be read."""


def read(request: Request) -> Form:
    """Query and form in one; the form wins."""
    form = Form()
    try:
        form.parameters = pairs(request.query)
        _read_body(request, form)
    except GatewayError as error:
        form.error = error
    return form


def _read_body(request: Request, form: Form) -> None:
    kind = request.headers.get("content-type", "")
    if kind.startswith("multipart/form-data") or kind[:19].lower() == "multipart/form-data":
        _read_parts(request, kind, form)
    elif "json" in kind.lower() or request.body[:1] in (b"{", b"["):
        form.hints.append(
            Hint(
                "正文是 JSON：参数要用表单发送 (application/x-www-form-urlencoded)",
                "the body is JSON; send a form (application/x-www-form-urlencoded), not JSON",
            )
        )
    else:
        form.parameters |= pairs(request.body)


def pairs(data: bytes) -> dict[str, str]:
    """`name=value&…`; the last of several values counts."""
    if not data:
        return {}
    if data.count(b"&") >= MOST_FIELDS:
        raise GatewayError(
            BAD_PARAMETERS,
            hint=Hint(f"参数超过 {MOST_FIELDS} 个", f"more than {MOST_FIELDS} parameters"),
        )
    found = {}
    for pair in data.decode("utf-8", "replace").replace("+", " ").split("&"):
        name, equals, value = pair.partition("=")
        if "%" in pair:
            name, value = _unquoted(name), _unquoted(value)
        if name or equals:
            found[name] = value
    return found


def _unquoted(text: str) -> str:
    if "%" not in text:
        return text
    return _short_unquoted(text) if len(text) <= _SHORT else _long_unquoted(text)


@functools.lru_cache(1024)
def _short_unquoted(text: str) -> str:
    """Kept, because times, lists of fields and the like come again and again."""
    return unquote_to_bytes(text).decode("utf-8", "replace")


def _long_unquoted(text: str) -> str:
    if len(text) <= _SLICE:
        return unquote_to_bytes(text).decode("utf-8", "replace")
    data = bytearray()
    start = 0
    while start < len(text):
        end = start + _SLICE
        end -= max(0, end - text.rfind("%", end - 2, end)) if "%" in text[end - 2 : end] else 0
        data += unquote_to_bytes(text[start:end])
        start = end
    return data.decode("utf-8", "replace")


def _read_parts(request: Request, kind: str, form: Form) -> None:
    from multipart import (  # type: ignore[import-untyped]
        MultipartError,
        PushMultipartParser,
        parse_options_header,
    )

    files: set[str] = set()
    try:
        _, options = parse_options_header(kind)
        parser = PushMultipartParser(
            options.get("boundary", ""),
            max_segment_count=MOST_PARTS,
            max_segment_size=max(len(request.body), 1),
        )
        with parser:
            name, text = "", bytearray()
            is_file = False
            for event in parser.parse(request.body):
                if event is None:
                    if is_file:
                        files.add(name)
                    else:
                        form.parameters[name] = text.decode("utf-8", "replace")
                elif isinstance(event, bytes | bytearray):
                    if not is_file:
                        text += event
                else:
                    name, is_file = event.name or "", event.filename is not None
                    text = bytearray()
                    if not name:
                        raise MultipartError("a part has no name")
    except (MultipartError, ValueError, LookupError) as error:
        raise GatewayError(
            UPLOAD_FAILED,
            hint=Hint(
                f"multipart 正文无法读取：{error}", f"the multipart body cannot be read: {error}"
            ),
        ) from error
    finally:
        form.files = tuple(sorted(files))
