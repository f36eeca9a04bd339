"""Orders and questions of tests over HTTP, for programs in any language."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, cast
from urllib.parse import parse_qsl

from .faults import table
from .http import Headers, Reply, Request, plain
from .journal import RecordedRequest
from .ordering import Order
from .orders import Orders

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
  new      文档里没有的方法或参数，却是真的 (a method or a parameter is new, but is meant)

故障 (faults):
{table()}
"""
LARGEST = 256 * 1024
"""Bytes of an order: reading YAML takes long, and calls wait for it."""

_JSON: Headers = (("Content-Type", "application/json; charset=utf-8"),)


def control(request: Request, orders: Orders) -> Reply:
    """Carry out an order, or answer a question."""
    kind, _, method = request.path.removeprefix(CONTROL).partition("/")
    if len(request.body) > LARGEST:
        return plain(f"正文超过 {LARGEST} 字节 (the order is too large)\n", 413)
    if request.verb == "GET" and kind == "requests" and not method:
        text = json.dumps([_as_json(call) for call in orders.requests], ensure_ascii=False)
        return Reply(200, _JSON, text.encode(errors="replace"))
    if (request.verb, kind) == ("GET", ""):
        return plain(USAGE)
    try:
        if method and (carry_out := _OF_A_METHOD.get((request.verb, kind))):
            carry_out(orders, method, request)
        elif not method and (carry_out_ := _OF_ALL.get((request.verb, kind))):
            carry_out_(orders, request)
        else:
            return _no_such_order(request, kind, of_a_method=bool(method))
    except AssertionError as difference:
        return plain(f"{difference}\n", 409)
    except (ValueError, RecursionError) as error:
        return plain(f"{error}\n", 400)
    return plain("ok\n")


def _no_such_order(request: Request, kind: str, *, of_a_method: bool) -> Reply:
    """What is wrong with the path or the verb, and the usage behind it."""
    verbs = [verb for verb, known in (_OF_A_METHOD if of_a_method else _OF_ALL) if known == kind]
    if kind in ("", "requests") and not of_a_method:
        verbs = ["GET"]
    if verbs:
        allowed = ", ".join(verbs)
        told = f"{request.path} 只能用 {allowed} (use {allowed}, not {request.verb})"
        reply = plain(f"{told}\n\n{USAGE}", 405)
        return replace(reply, headers=(*reply.headers, ("Allow", allowed)))
    return plain(f"没有 {request.path} (no such path)\n\n{USAGE}", 404)


_NEW = "?new=true"


def _reply(orders: Orders, method: str, request: Request) -> None:
    options = _options(request, "times", "when", "new")
    order = {"method": method, "reply": _object(request.body), **options}
    orders.order(cast(Order, order), _NEW)


def _fault(orders: Orders, method: str, request: Request) -> None:
    options = _options(request, "times", "when", "new", "sub_msg")
    order = {"method": method, "fail": _text(request.body).strip(), **options}
    orders.order(cast(Order, order), _NEW)


def _scenario(orders: Orders, request: Request) -> None:
    orders.play(_text(request.body))


def _limits(orders: Orders, request: Request) -> None:
    orders.limit(**_members(request.body, "qps", "per_day"))


def _verify(orders: Orders, request: Request) -> None:
    asked = _members(request.body, "method", "times", "parameters")
    if not isinstance(asked.get("method"), str):
        raise ValueError("缺少 method (method is missing)")
    orders.verify(**asked)


def _clock(orders: Orders, request: Request) -> None:
    seconds: Any = _members(request.body, "advance").get("advance")
    try:
        orders.clock.advance(seconds)
    except ValueError as error:
        raise ValueError(f"advance：{error}") from error


def _reset(orders: Orders, request: Request) -> None:
    orders.reset()


_OF_A_METHOD: Mapping[tuple[str, str], Callable[[Orders, str, Request], None]] = {
    ("PUT", "replies"): _reply,
    ("PUT", "faults"): _fault,
}
_OF_ALL: Mapping[tuple[str, str], Callable[[Orders, Request], None]] = {
    ("PUT", "scenario"): _scenario,
    ("PUT", "limits"): _limits,
    ("POST", "verify"): _verify,
    ("POST", "clock"): _clock,
    ("DELETE", "all"): _reset,
}


def _options(request: Request, *known: str) -> dict[str, Any]:
    """The options of an order; a wrong or unknown one is no order."""
    options: dict[str, Any] = {}
    for name, text in parse_qsl(_text(request.query), keep_blank_values=True):
        if name not in known:
            raise ValueError(f"没有选项 {name!r}，只有 {'、'.join(known)} (unknown option)")
        try:
            options[name] = _OPTIONS[name](text)
        except ValueError as error:
            raise ValueError(f"{name}={text[:80]}：{error}") from error
    return options


def _times(text: str) -> int:
    if not text.isdecimal() or len(text) > _DIGITS or int(text) == 0:
        raise ValueError("应为正整数 (a whole number, at least 1)")
    return int(text)


def _truth(text: str) -> bool:
    if text not in ("true", "false"):
        raise ValueError("只能是 true 或 false (either true or false)")
    return text == "true"


_DIGITS = 9
_OPTIONS: Mapping[str, Callable[[str], Any]] = {
    "times": _times,
    "when": lambda text: _object(text.encode()),
    "sub_msg": str,
    "new": _truth,
}


def _text(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise ValueError(f"第 {error.start + 1} 字节不是 UTF-8 (no UTF-8)") from error


def _object(data: bytes) -> dict[str, Any]:
    try:
        content = json.loads(_text(data))
    except json.JSONDecodeError as error:
        place = f"第 {error.lineno} 行第 {error.colno} 列"
        raise ValueError(f"不是 JSON：{place}，{error.msg} (no JSON)") from error
    except RecursionError as error:
        raise ValueError("JSON 嵌套太深 (nested too deeply)") from error
    if not isinstance(content, dict):
        raise ValueError('应为 JSON 对象，如 {"q": "x"} (a JSON object is expected)')
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
