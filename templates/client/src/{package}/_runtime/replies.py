"""Bytes of a reply → the content of a method's answer."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from decimal import Decimal, InvalidOperation
from typing import Any, NoReturn, Protocol

import msgspec

from ..platform import ERROR_ROOT, REQUEST_ID

_decode = msgspec.json.Decoder(float_hook=Decimal).decode
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|(?P<half>u[dD][89a-fA-F][0-9a-fA-F]{2})|.)",
    re.DOTALL,
)
_REPLACEMENT = r"\ufffd"
_DECLARED = re.compile(
    rb"""<\?xml[^>]{1,80}?\bencoding\s{0,9}=\s{0,9}["'](gbk|gb18030|gb2312)["']""", re.I
)
"""The encodings besides UTF-8 that an error may come in; gb18030 reads all of them."""
_SLIPS_IN_XML = re.compile(
    r"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)|[\x00-\x08\v\f\x0e-\x1f]"
)
_LONGEST_XML = 65_536
"""An error of the gateway takes less than one kilobyte."""


class Answered(Protocol):
    """What tells the answer of a method from any other JSON."""

    @property
    def root(self) -> str:
        """Name of the member that holds the answer."""
        ...

    @property
    def members(self) -> frozenset[str] | None:
        """Names of the documented members; None if no spec knows them."""
        ...


def decode_json(body: bytes) -> Any:
    """The JSON value of a body, numbers exact; ValueError if it is none.

    The gateway sometimes leaves raw control characters in texts, half a character, or a number
    beyond all bounds, which only a lenient parser takes.
    """
    try:
        return _decode(body)
    except (msgspec.DecodeError, ValueError, InvalidOperation, RecursionError):
        pass
    text = body.removeprefix(_BYTE_ORDER_MARK).decode("utf-8", "replace")
    try:
        return json.loads(
            _ESCAPE.sub(_whole_characters, text),
            strict=False,
            parse_int=_whole_number,
            parse_float=_fraction,
            parse_constant=_refuse_constant,
        )
    except RecursionError:
        raise ValueError("nested too deeply") from None


def _whole_characters(escape: re.Match[str]) -> str:
    """An escape; half of a character would break whatever prints or sends it."""
    return _REPLACEMENT if escape["half"] else escape[0]


def _whole_number(text: str) -> int | str:
    """A whole number, or its text if it has more digits than Python converts."""
    try:
        return int(text)
    except ValueError:
        return text


def _fraction(text: str) -> Decimal | str:
    """An exact number, or its text if no exact number goes that far."""
    try:
        return Decimal(text)
    except InvalidOperation:
        return text


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


def decode_xml_error(body: bytes) -> dict[str, dict[str, str]] | None:
    """An error that came as XML, as JSON would tell it; None if a body is anything else.

    XML is the gateway's own default: it answers so where it refuses a request before it has
    understood which format is asked for.
    """
    if len(body) > _LONGEST_XML or ERROR_ROOT.encode() not in body:
        return None
    from xml.parsers import expat  # few programs ever meet one

    told: dict[str, str] = {}
    path: list[str] = []
    texts: list[str] = []

    def start(name: str, attributes: Mapping[str, str]) -> None:
        path.append(name)
        if path[0] != ERROR_ROOT:
            raise ValueError(f"{name} is no error")

    def text(data: str) -> None:
        if len(path) == 2:
            texts.append(data)

    def end(name: str) -> None:
        if len(path) == 2:
            told.setdefault(name, "".join(texts).strip())
            texts.clear()
        path.pop()

    def refuse(*_: object) -> NoReturn:
        raise ValueError("a document type may declare entities without bounds")

    parser = expat.ParserCreate("utf-8")  # whatever the document says: it was decoded already
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    with suppress(expat.ExpatError, ValueError):  # what was told before a break holds
        parser.Parse(_mended_xml(body), True)
    return {ERROR_ROOT: told} if told.get("code") else None


def _mended_xml(body: bytes) -> bytes:
    """XML in UTF-8, without the slips at which a parser stops.

    An & becomes an entity in CDATA as well: whoever shows the text resolves it, as in JSON.
    """
    bare = body.removeprefix(_BYTE_ORDER_MARK).strip()
    text = bare.decode("gb18030" if _DECLARED.match(bare) else "utf-8", "replace")
    return _SLIPS_IN_XML.sub(lambda slip: "&amp;" if slip[0] == "&" else " ", text).encode()


def content_of(body: Any, method: Answered) -> dict[str, Any] | None:
    """The answer inside of a reply; None if the reply is not one of the method.

    A proxy or an option of the platform may have taken the root away; then documented members tell
    the answer from whatever else speaks JSON. Without them, silence would pass for an empty answer.
    """
    if not isinstance(body, dict):
        return None
    if method.root in body:
        content = body[method.root]
        return content if isinstance(content, dict) else None
    return body if _is_bare_answer(body, method.members) else None


def _is_bare_answer(body: Mapping[str, Any], members: frozenset[str] | None) -> bool:
    if members is None:
        return REQUEST_ID in body and "code" not in body
    answered = members.intersection(body) - {REQUEST_ID}
    if REQUEST_ID in body:
        return bool(answered)
    # A bare code may be anybody's, and so may `data` beside a stranger: walls against robots.
    holds = any(isinstance(body[name], dict | list) for name in answered)
    return holds and members.issuperset(body)
