"""Orders and questions of tests over HTTP, for programs in any language."""

import inspect
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, cast
from urllib.parse import parse_qsl

from .errors import BookError
from .faults import table
from .http import Headers, Reply, Request, plain
from .journal import RecordedRequest
from .ordering import Order
from .suggestions import meant
from .surface import Surface
from .times import written

CONTROL = "/mock/"
_STEPS = ("add", "late", "pay", "receive", "settle", "refund", "close", "change", "punish")
"""What can happen to an order, by the names of what `mock.orders` does, with its arguments."""
_MADE = {"add": "trade_id", "late": "trade_id", "refund": "refund_suit_id"}
"""What a step gives back."""
USAGE = f"""\
GET    {CONTROL}requests                收到的调用，JSON (the calls that came)
PUT    {CONTROL}replies/METHOD[?ORDER]  以后的回复，正文是响应根之内的 JSON (a reply)
PUT    {CONTROL}faults/METHOD[?ORDER]   以后的故障，正文如 7 (a fault); METHOD: * = 所有方法 (all)
PUT    {CONTROL}scenario                场景文件，代替全部规则与限流，也可有时钟与订单 (a scenario)
PUT    {CONTROL}limits                  {{"qps": 5, "per_day": 1000}}
POST   {CONTROL}verify                  {{"method": "…", "times": 1, "parameters": {{"q": "…"}}}}
                                      200 相符 (as expected)；409 不符，正文是差别 (difference)
GET    {CONTROL}clock                   现在几点 (what time it is)
POST   {CONTROL}clock                   {{"set": "2026-11-11 00:00:00"}}  停在这一刻 (stand still)
                                      {{"advance": 3600}}  过去这么多秒 (let seconds pass)
                                      {{"run": 60}}  每秒走 60 秒 (seconds a second)
                                      {{"reset": true}}  回到本机的时钟 (the machine's clock)
GET    {CONTROL}orders[?since=TIME]     现在该有的全部订单，JSON (what a job should have)
                                      since、now：如 2026-11-11 00:00:00 (created since; as of)
GET    {CONTROL}refunds                 现在该有的全部退款，JSON (likewise, of refunds)
POST   {CONTROL}orders/add              {{"alipay_total_price": "99.00", "relation_id": 1}}
POST   {CONTROL}orders/late             {{"by": 600}}  创建后这么多秒才看得到 (seconds late)
POST   {CONTROL}orders/STEP             {{"trade_id": "…"}}; STEP: {"、".join(_STEPS[2:])}
POST   {CONTROL}orders/audit            {{"seen": [订单, …]}}  200 对；409 差别 (differences)
                                      也可有 now、since；只要几个字段就不必传全行 (or a few fields)
POST   {CONTROL}refunds/audit           {{"seen": [退款, …]}}  同上 (likewise)
DELETE {CONTROL}orders                  不要任何订单 (no orders)
GET    {CONTROL}book                    导出订单簿，JSON (export)
PUT    {CONTROL}book                    导入 (import)
POST   {CONTROL}items                   {{"item_id": "1", "price": "9.90"}}  商品 (an item)
DELETE {CONTROL}all                     回到刚启动的样子 (as at the start)

ORDER: times=N & when={{"q": "…"}} & sub_msg=… & new=true
  times    只对接下来 N 次 (for so many calls only)
  when     只对参数相符的调用，JSON (for calls with these parameters)
  new      文档里没有的方法或参数，却是真的 (a method or a parameter is new, but is meant)

故障 (faults):
{table()}
"""
_SEE = f"全部用法见 GET {CONTROL} (for all of it GET {CONTROL})\n"
LARGEST = 256 * 1024
"""Bytes of an order: reading YAML takes long, and calls wait for it."""
_LARGE = ("book", "orders", "refunds")
"""What may be as large as a request: books, and what a job has seen."""

_JSON: Headers = (("Content-Type", "application/json; charset=utf-8"),)


def control(request: Request, surface: Surface) -> Reply:
    """Carry out an order, or answer a question."""
    kind, _, method = request.path.removeprefix(CONTROL).partition("/")
    if len(request.body) > LARGEST and kind not in _LARGE:
        return plain(f"正文超过 {LARGEST} 字节 (the order is too large)\n", 413)
    if (request.verb, kind) == ("GET", ""):
        return plain(USAGE)
    try:
        if not method and request.verb == "GET" and kind in _QUESTIONS:
            return _QUESTIONS[kind](surface, request)
        if method and (carry_out := _OF_A_METHOD.get((request.verb, kind))):
            told = carry_out(surface, method, request)
        elif not method and (carry_out_ := _OF_ALL.get((request.verb, kind))):
            told = carry_out_(surface, request)
        else:
            return _no_such_order(request, kind, of_a_method=bool(method))
    except AssertionError as difference:
        return plain(f"{difference}\n", 409)
    except (ValueError, RecursionError) as error:
        return plain(f"{error}\n", 400)
    except BookError as error:
        return plain(f"{error}\n", 500)
    return plain("ok\n") if told is None else _json(told)


def _json(content: Any) -> Reply:
    return Reply(200, _JSON, (_bytes(content),))


def _json_list(pieces: Iterable[Iterable[Any]], before: bytes = b"", after: bytes = b"") -> Reply:
    """A list whose elements come in pieces: to write a large one at once would stop all threads."""
    parts = [b", ".join(map(_bytes, piece)) for piece in pieces]
    between = [part for each in parts if each for part in (b",\n", each)][1:]
    return Reply(200, _JSON, (before + b"[", *between, b"]" + after))


def _bytes(content: Any) -> bytes:
    return json.dumps(content, ensure_ascii=False).encode(errors="replace")


_AUDITS = (f"{CONTROL}orders/audit", f"{CONTROL}refunds/audit")
_SLOW = ("orders", "refunds", "book")


def is_slow(request: Request) -> bool:
    """Whether the reply may take seconds, in which others want theirs."""
    path = request.path
    return path in _AUDITS or path.removeprefix(CONTROL) in _SLOW


def is_large(path: str) -> bool:
    """Whether the body may be a whole book, or all that a job has seen."""
    return path in (f"{CONTROL}book", *_AUDITS)


def _no_such_order(request: Request, kind: str, *, of_a_method: bool) -> Reply:
    """What is wrong with the path or the verb."""
    verbs = [verb for verb, known in (_OF_A_METHOD if of_a_method else _OF_ALL) if known == kind]
    if not of_a_method and kind in ("", *_QUESTIONS):
        verbs = ["GET", *verbs]
    if verbs:
        allowed = ", ".join(verbs)
        told = f"{request.path} 只能用 {allowed} (use {allowed}, not {request.verb})"
        reply = plain(f"{told}\n{_SEE}", 405)
        return replace(reply, headers=(*reply.headers, ("Allow", allowed)))
    return plain(f"没有 {request.path} (no such path)\n{_SEE}", 404)


_NEW = "?new=true"


def _reply(surface: Surface, method: str, request: Request) -> None:
    options = _options(request, "times", "when", "new")
    order = {"method": method, "reply": _object(request.body), **options}
    surface.order(cast(Order, order), _NEW)


def _fault(surface: Surface, method: str, request: Request) -> None:
    options = _options(request, "times", "when", "new", "sub_msg")
    order = {"method": method, "fail": _text(request.body).strip(), **options}
    surface.order(cast(Order, order), _NEW)


def _scenario(surface: Surface, request: Request) -> None:
    surface.play(_text(request.body))


def _limits(surface: Surface, request: Request) -> None:
    surface.limit(**_members(request.body, "qps", "per_day"))


def _verify(surface: Surface, request: Request) -> None:
    asked = _members(request.body, "method", "times", "parameters")
    if not isinstance(asked.get("method"), str):
        raise ValueError("缺少 method (method is missing)")
    surface.verify(**asked)


def _clock(surface: Surface, request: Request) -> None:
    told: dict[str, Any] = _members(request.body, "set", "advance", "run", "reset")
    clock = surface.clock
    if not told:
        raise ValueError("要有 set、advance、run 或 reset (one of them is needed)")
    if "reset" in told:
        if told != {"reset": True}:
            raise ValueError("reset 只能是 true，并且单独写 (reset is true, and stands alone)")
        clock.reset()
    for name, move in (("set", clock.set), ("advance", clock.advance), ("run", clock.run)):
        if name in told:
            try:
                move(told[name])
            except (TypeError, ValueError) as error:
                raise ValueError(f"{name}：{error}") from error


def _time(surface: Surface, request: Request) -> Reply:
    _options(request)
    return _json({"now": written(int(surface.clock.now())), "speed": surface.clock.speed})


def _orders(surface: Surface, step: str, request: Request) -> dict[str, Any] | None:
    known = (*_STEPS, "audit")
    if step not in known:
        zh, en = meant(step, known)
        raise ValueError(f"没有 {step!r}{zh} (no such step{en})")
    made = _done(step, getattr(surface.orders, step), _object(request.body))
    if step == "audit" and not made:
        raise AssertionError(made)
    return {_MADE[step]: made} if made and step in _MADE else None


def _audit_refunds(surface: Surface, step: str, request: Request) -> None:
    if step != "audit":
        raise ValueError(f"没有 {step!r}，只有 audit (no such step, only audit)")
    found = _done(step, surface.orders.audit_refunds, _object(request.body))
    if not found:
        raise AssertionError(found)


def _done(name: str, function: Callable[..., Any], told: Mapping[str, Any]) -> Any:
    """What a function makes of arguments; ValueError if one is missing, or one too many."""
    parameters = inspect.signature(function).parameters.values()
    known = [each.name for each in parameters if each.kind is not each.VAR_KEYWORD]
    needed = [each.name for each in parameters if each.name in known and each.default is each.empty]
    if missing := [each for each in needed if each not in told]:
        raise ValueError(f"{name}：缺少 {'、'.join(missing)} ({', '.join(missing)} is missing)")
    for each in told if len(known) == len(parameters) else ():
        if each not in known:
            zh, en = meant(each, known)
            raise ValueError(f"{name}：没有 {each!r}{zh} (no such argument{en})")
    return function(**told)


def _no_orders(surface: Surface, request: Request) -> None:
    surface.orders.clear()


def _book(surface: Surface, request: Request) -> None:
    surface.orders.load(_object(request.body))


def _item(surface: Surface, request: Request) -> None:
    _done("items", surface.items.add, _object(request.body))


def _reset(surface: Surface, request: Request) -> None:
    surface.reset()


def _calls(surface: Surface, request: Request) -> Reply:
    _options(request)
    return _json([_as_json(call) for call in surface.requests])


def _truths(surface: Surface, request: Request) -> Reply:
    return _json_list(surface.orders.truth_by_day(**_options(request, "now", "since")))


def _refunds(surface: Surface, request: Request) -> Reply:
    return _json_list([surface.orders.refunds(**_options(request, "now"))])


def _export(surface: Surface, request: Request) -> Reply:
    _options(request)
    book = surface.orders.export()
    orders = [book.pop("orders")]
    return _json_list(orders, _bytes(book)[:-1] + b', "orders": ', b"}")


_QUESTIONS: Mapping[str, Callable[[Surface, Request], Reply]] = {
    "requests": _calls,
    "clock": _time,
    "orders": _truths,
    "refunds": _refunds,
    "book": _export,
}
_OF_A_METHOD: Mapping[tuple[str, str], Callable[[Surface, str, Request], Any]] = {
    ("PUT", "replies"): _reply,
    ("PUT", "faults"): _fault,
    ("POST", "orders"): _orders,
    ("POST", "refunds"): _audit_refunds,
}
_OF_ALL: Mapping[tuple[str, str], Callable[[Surface, Request], Any]] = {
    ("PUT", "book"): _book,
    ("POST", "items"): _item,
    ("DELETE", "orders"): _no_orders,
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
            only = f"只有 {'、'.join(known)}" if known else "这里没有选项"
            raise ValueError(f"没有选项 {name!r}，{only} (unknown option)")
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
    "now": str,
    "since": str,
}


def _text(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise ValueError(f"第 {error.start + 1} 字节不是 UTF-8 (no UTF-8)") from error


class _TwiceError(ValueError):
    """A key that is there twice."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for key, value in pairs:
        if key in made:
            raise _TwiceError(key[:80])
        made[key] = value
    return made


def _object(data: bytes) -> dict[str, Any]:
    try:
        # A look at every object of a whole book would take seconds.
        hook = _once if len(data) <= LARGEST else None
        content = json.loads(_text(data), object_pairs_hook=hook)
    except json.JSONDecodeError as error:
        place = f"第 {error.lineno} 行第 {error.colno} 列"
        raise ValueError(f"不是 JSON：{place}，{error.msg} (no JSON)") from error
    except RecursionError as error:
        raise ValueError("JSON 嵌套太深 (nested too deeply)") from error
    except _TwiceError as error:
        raise ValueError(f"{error} 写了两次 (twice)") from error
    except ValueError as error:
        raise ValueError("JSON 里有太长的数 (a number has too many digits)") from error
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
