"""Orders and questions of tests over HTTP, for programs in any language."""

import json
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import parse_qsl

from .faults import table
from .http import Headers, Reply, Request, plain
from .journal import RecordedRequest
from .surface import Surface

CONTROL = "/mock/"
USAGE = f"""\
GET    {CONTROL}requests                收到的调用，JSON (the calls that came)
PUT    {CONTROL}replies/METHOD[?ORDER]  以后的回复，正文是响应根之内的 JSON (a reply)
PUT    {CONTROL}faults/METHOD[?ORDER]   以后的故障，正文如 7 (a fault); METHOD: * = 所有方法 (all)
PUT    {CONTROL}scenario                场景文件，代替全部规则与限流 (a scenario: all rules anew)
PUT    {CONTROL}limits                  {{"qps": 5, "per_day": 1000}}
POST   {CONTROL}verify                  {{"method": "…", "times": 1, "parameters": {{"q": "…"}}}}
                                      200 相符 (as expected)；409 不符，正文是差别 (difference)
POST   {CONTROL}clock                   {{"advance": 3600}}  过去这么多秒 (let seconds pass)
DELETE {CONTROL}all                     回到刚启动的样子 (as at the start)

ORDER: times=N & when={{"q": "…"}} & sub_msg=… & new=true
  times    只对接下来 N 次 (for so many calls only)
  when     只对参数相符的调用，JSON (for calls with these parameters)
  new      方法名像笔误，却是真的 (the name looks like a slip, but is meant)

故障 (faults):
{table()}
"""
LARGEST = 256 * 1024
"""Bytes of an order: reading YAML takes long, and calls wait for it."""

_JSON: Headers = (("Content-Type", "application/json; charset=utf-8"),)


def control(request: Request, surface: Surface) -> Reply:
    """Carry out an order, or answer a question."""
    kind, _, method = request.path.removeprefix(CONTROL).partition("/")
    if len(request.body) > LARGEST:
        return plain(f"正文超过 {LARGEST} 字节 (the order is too large)\n", 413)
    if request.verb == "GET" and kind == "requests" and not method:
        text = json.dumps([_as_json(call) for call in surface.requests], ensure_ascii=False)
        return Reply(200, _JSON, text.encode(errors="replace"))
    if (request.verb, kind) == ("GET", ""):
        return plain(USAGE)
    try:
        if method and (carry_out := _OF_A_METHOD.get((request.verb, kind))):
            carry_out(surface, method, request)
        elif not method and (carry_out_ := _OF_ALL.get((request.verb, kind))):
            carry_out_(surface, request)
        else:
            return plain(USAGE, 404)
    except AssertionError as difference:
        return plain(f"{difference}\n", 409)
    except (ValueError, RecursionError) as error:
        return plain(f"{error}\n", 400)
    return plain("ok\n")


def _reply(surface: Surface, method: str, request: Request) -> None:
    options = _options(request)
    options.pop("sub_msg", None)
    surface.reply(method, _object(request.body), **options)


def _fault(surface: Surface, method: str, request: Request) -> None:
    options = _options(request)
    options.pop("new", None)
    surface.fail(method, request.body.decode().strip(), **options)


def _scenario(surface: Surface, request: Request) -> None:
    surface.play(request.body.decode())


def _limits(surface: Surface, request: Request) -> None:
    surface.limit(**_members(request.body, "qps", "per_day"))


def _verify(surface: Surface, request: Request) -> None:
    asked = _members(request.body, "method", "times", "parameters")
    if not isinstance(asked.get("method"), str):
        raise ValueError("缺少 method (method is missing)")
    surface.verify(**asked)


def _clock(surface: Surface, request: Request) -> None:
    seconds = _members(request.body, "advance").get("advance")
    if not isinstance(seconds, int | float):
        raise ValueError("advance 应为秒数 (advance is a number of seconds)")
    surface.clock.advance(seconds)


def _reset(surface: Surface, request: Request) -> None:
    surface.reset()


_OF_A_METHOD: Mapping[tuple[str, str], Callable[[Surface, str, Request], None]] = {
    ("PUT", "replies"): _reply,
    ("PUT", "faults"): _fault,
}
_OF_ALL: Mapping[tuple[str, str], Callable[[Surface, Request], None]] = {
    ("PUT", "scenario"): _scenario,
    ("PUT", "limits"): _limits,
    ("POST", "verify"): _verify,
    ("POST", "clock"): _clock,
    ("DELETE", "all"): _reset,
}


def _options(request: Request) -> dict[str, Any]:
    """The options of an order; a wrong or unknown one is no order."""
    options: dict[str, Any] = {}
    for name, text in parse_qsl(request.query.decode(), keep_blank_values=True):
        if name not in _OPTIONS:
            known = "、".join(_OPTIONS)
            raise ValueError(f"没有选项 {name!r}，只有 {known} (unknown option)")
        try:
            options[name] = _OPTIONS[name](text)
        except (KeyError, ValueError) as error:
            raise ValueError(f"{name} 不能是 {text[:80]!r} (a wrong value)") from error
    return options


_OPTIONS: Mapping[str, Callable[[str], Any]] = {
    "times": int,
    "when": lambda text: _object(text.encode()),
    "sub_msg": str,
    "new": {"true": True, "false": False}.__getitem__,
}


def _object(data: bytes) -> dict[str, Any]:
    content = json.loads(data)
    if not isinstance(content, dict):
        raise ValueError("应为 JSON 对象 (a JSON object is expected)")
    return content


def _members(data: bytes, *names: str) -> dict[str, Any]:
    """An object with some of these members."""
    content = _object(data)
    for name in content:
        if name not in names:
            raise ValueError(f"没有 {name!r}，只有 {'、'.join(names)} (unknown member)")
    return content


def _as_json(call: RecordedRequest) -> dict[str, Any]:
    return {name: getattr(call, name) for name in RecordedRequest.__slots__}
