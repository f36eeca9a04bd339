"""JSON as no gateway should write it, and what must hold of whatever a client makes of it."""

import contextlib
import copy
import json
import pickle
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from taobaoke import CallError, GatewayError, Model, PagingError, TaobaokeError, TransportError
from taobaoke._runtime.method import Method
from taobaoke._runtime.models import Response, SplitResponse

from generator.spec.ir import Api

DIGITS = b"9" * 5000
DEEP = 900
"""Levels that one parser still takes and the other does not."""
VALUES: dict[str, bytes] = {
    "null": b"null",
    "true": b"true",
    "false": b"false",
    "zero": b"0",
    "minus zero": b"-0.0",
    "a number": b"-7",
    "a fraction": b"1.5",
    "a huge exponent": b"1e300000000",
    "a tiny exponent": b"-1e-300000000",
    "an exponent beyond decimals": b"1e99999999999999999999",
    "5000 digits": DIGITS,
    "5000 decimals": b"0." + DIGITS,
    "30 digits": b"9" * 30,
    "a time of another age": b"99999999999999",
    "text of 5000 digits": b'"%s"' % DIGITS,
    "text of an exponent": b'"1e300000000"',
    "text of a huge exponent": b'"1e99999999999999999999"',
    "text NaN": b'"NaN"',
    "text sNaN": b'"sNaN"',
    "text -Infinity": b'"-Infinity"',
    "empty": b'""',
    "blanks": b'"  \\t\\u3000"',
    "text": '"无"'.encode(),
    "half a character": rb'"\ud800"',
    "the other half": rb'"x\udfff\ud83d"',
    "a character in two halves": rb'"\ud83d\ude00"',
    "half a character in bytes": b'"\xed\xa0\x80"',
    "no UTF-8": b'"\xff\xfe"',
    "raw control characters": b'"\x00\x01\n"',
    "an entity of 5000 digits": b'"&#%s;"' % DIGITS,
    "an entity of no character": b'"&#xD800;&#x110000;"',
    "a ban of 5000 digits": b'"ban will last for %s more seconds"' % DIGITS,
    "a date": b'"0000-00-00 00:00:00"',
    "a year of five digits": b'"12026-01-01 00:00:00"',
    "other digits": '"２０２６-01-01 00:00:00"'.encode(),
    "JSON in text": rb'"{\"a\": [1, {\"b\": 1e999}]}"',
    "deep JSON in text": b'"' + b"[" * 9999 + b']"',
    "an empty list": b"[]",
    "a list of null": b"[null]",
    "a list of everything": b'[1,"a",null,[],{},[[]],{"a":[1.5]},true]',
    "an empty object": b"{}",
    "an object": b'{"a":{"b":[1,{"c":null}]}}',
    "an empty name": b'{"":""}',
    "a name with half a character": rb'{"\ud800":1}',
    "names twice": b'{"a":1,"a":[2],"a":{"a":3}}',
    "deep lists": b"[" * DEEP + b"]" * DEEP,
    "deep objects": b'{"a":' * DEEP + b"1" + b"}" * DEEP,
}
NO_JSON: dict[str, bytes] = {
    "nothing": b"",
    "a NUL": b"\x00",
    "a byte order mark": b"\xef\xbb\xbf",
    "UTF-16": '{"a":1}'.encode("utf-16"),
    "NaN": b"NaN",
    "Infinity": b"-Infinity",
    "a list without end": b"[1,",
    "text without end": b'"abc',
    "an escape without end": rb'{"a":"\u12',
    "two values": b"{}{}",
    "a comma too many": b'{"a":1,}',
    "single quotes": b"{'a':1}",
    "a callback": b'callback({"a":1})',
    "too deep": b"[" * 200_000 + b"]" * 200_000,
    "too deep, without end": b'{"a":' * 200_000,
    "HTML": b"<!doctype html><title>login</title>",
    "half a code in XML": b"<error_response><code>27",
    "an error without a code in XML": b"<error_response><msg>27</msg></error_response>",
    "an error with an empty code in XML": b"<error_response><code> </code></error_response>",
    "an error inside other XML": b"<html><error_response><code>27</code></error_response></html>",
    "an error with entities of its own": b'<!DOCTYPE error_response [<!ENTITY a "27">]>'
    b"<error_response><code>&a;</code></error_response>",
    "an endless error in XML": b"<error_response><code>27</code>"
    + b"<msg/>" * 20_000
    + b"</error_response>",
    "a page that tells of an error": b"<!doctype html><title>error_response</title>",
    "XML": b'<?xml version="1.0"?><tbk_shop_get_response/>',
    "random bytes": bytes(range(256)) * 9,
}
_HERE = "\x00here"


def with_values(document: Any, value: bytes) -> bytes:
    """JSON, with an odd value where the document says HERE."""
    return json.dumps(document).encode().replace(json.dumps(_HERE).encode(), value)


HERE: Any = _HERE


def without_parameters(api: Api) -> Method[Any]:
    """A method as it is, but that anything may be asked."""
    method = import_module(f"taobaoke.methods.{api.python_name}").METHOD
    changes = {"parameters": None, "rules": (), "window": None, "needs_session": False}
    return type(method)(**{**vars(method), **changes})


def with_one_odd(value: Any) -> Iterator[Any]:
    """A JSON value with each of its nodes, in turn, replaced by HERE."""
    yield HERE
    if isinstance(value, dict):
        for name, item in value.items():
            yield from ({**value, name: odd} for odd in with_one_odd(item))
    if isinstance(value, list):
        for index, item in enumerate(value[:1]):
            yield from ([*value[:index], odd, *value[index + 1 :]] for odd in with_one_odd(item))


def with_all_odd(value: Any) -> Any:
    """A JSON value with HERE in the place of each scalar."""
    if isinstance(value, dict):
        return {name: with_all_odd(item) for name, item in value.items()}
    return [with_all_odd(item) for item in value] if isinstance(value, list) else HERE


def read_all(response: Response) -> None:
    """Read whatever can be read of a response; nothing may raise."""
    _read_model(response)
    assert response.attempts
    assert isinstance(response.request_id, str | None)
    if isinstance(response, SplitResponse):
        assert isinstance(response.ok + response.failed, list)
    response.to_wire()
    if paging := getattr(response, "_paging", None):
        paging.elements(response)
        with contextlib.suppress(PagingError):
            paging.following(response, {})
        paging.breaks_off(response, {})


def _read_model(model: Model) -> None:
    for name in model._members():
        for value in _models(getattr(model, name)):
            _read_model(value)
    assert repr(model).startswith(type(model).__name__)
    assert str(model)
    assert isinstance(model.to_dict(), dict)
    assert isinstance(model.raw, dict)
    assert isinstance(model.extra, dict)
    assert model == model
    assert isinstance(model.unreadable(), dict)


def _models(value: Any) -> list[Model]:
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, Model)]


def judge(error: TaobaokeError, method: Method[Any]) -> None:
    """What must hold of every error of a call that was begun and sent."""
    assert isinstance(error, CallError)
    text = str(error)
    assert text.startswith(f"{method.name}: ")
    headline = text.removeprefix(f"{method.name}: ").partition(" / ")[0]
    assert headline, text
    assert headline.isascii(), text
    text.encode()  # can be printed
    repr(error).encode()
    assert error.attempts
    if isinstance(error, TransportError):
        assert error.sent
        assert error.reason
        assert len(error.excerpt) <= 200
        assert error.may_have_taken_effect == error.is_write
    if isinstance(error, GatewayError) and not error.is_documented:
        assert error.may_have_taken_effect == error.is_write
    assert error.is_write == (not method.idempotent)
    assert error.may_have_taken_effect == ("写操作可能已生效" in text)
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert type(twin) is type(error)
        assert str(twin) == text
