"""Passcodes: what is made of a link can be turned back into it, and into the caller's own link."""

import re
from collections.abc import Mapping

from ..reply import Content
from . import links
from .calls import Call, Handler, State
from .goods import find_shop
from .links import Found, Target

MIXED = "mixed passcode"
"""The kind of thing that a passcode of the caller's own words is."""

_PID = re.compile("mm_[0-9]+_[0-9]+_[0-9]+")
_URL_TYPES = {"item": "1", "shop": "2", "page": "3"}
_SHORTEST_TEXT = 5


def _create(state: State, call: Call) -> Content:
    url = call.text("url")
    if not links.is_own_link(url):
        call.refuse("26")
    half_width = "¥" in str(call.api["response"])
    mark = "¥" if half_width else "￥"
    code, title = links.code_of(state, url), _title(state, url)
    short, page = links.short_passcode(state, url, mark), f"https://m.tb.cn/h.{code}"
    model = f"8緮置内容{short}达开?τao寶?或掂击炼接 {page} 至浏.览览.器{title}"
    return call.answer({"password_simple": short, "model": model})


def _title(state: State, url: str) -> str:
    found = links.understood(state, url)
    item = links.item_of(state, found.target) if found else None
    return f"【{item.title}】" if item else ""


def _mix(state: State, call: Call) -> Content:
    """A passcode of the caller's own words, which nobody else may have taken."""
    password, text = call.text("password"), call.text("text")
    if len(text) <= _SHORTEST_TEXT:
        return call.answer({"status": "3"})
    known = state.things.find(MIXED, password)
    if known:
        return call.answer({"status": "2"})
    state.things.add(MIXED, password, {"url": call.text("url")}, state.now())
    return call.answer({"status": "1", "password": f"{text}{password}"})


def _understood(state: State, text: str) -> Found | None:
    for mixed in state.things.all(MIXED):
        if mixed.id in text:
            return links.reached(state, str(mixed.data["url"]))
    return links.understood(state, text)


def _parse(state: State, call: Call) -> Content:
    found = _understood(state, call.text("password_content"))
    if not found:
        call.refuse("6")
        return call.sample()
    return call.answer({"origin_url": found.url})


def _convert(state: State, call: Call) -> Content:
    text = call.text("password_content")
    if call.text("sub_pid") and not _PID.fullmatch(call.text("sub_pid")):
        call.refuse("20013")
    found = _understood(state, text)
    if not found:
        call.refuse("isv.parse-result-invalid" if links.has_passcode(text) else "20010")
        return call.sample()
    if not found.target:
        return call.answer({"origin_url": found.url, "origin_pid": "0", "url_type": "0"})
    return call.answer(_converted(state, call, found, found.target))


def _converted(state: State, call: Call, found: Found, origin: Target) -> Mapping[str, object]:
    pid = call.text("sub_pid") or links.pid_of(state, call)
    item = links.item_of(state, origin)
    shop = item.shop if item else find_shop(origin.id) if origin.kind == "shop" else None
    url = Target(origin.kind, origin.id, pid, origin.coupon, links.marks_of(call)).url
    return {
        "num_iid": item.id if item else None,
        "seller_id": shop.seller_id if shop else None,
        "click_url": url,
        "origin_url": found.url,
        "origin_pid": origin.pid if links.is_own_pid(state, origin.pid) else "0",
        "biz_scene_id": "1",
        "url_type": _URL_TYPES.get(origin.kind, "0"),
        "model": links.short_passcode(state, url),
        "password": links.full_passcode(state, url, item.title if item else ""),
        "short_url": links.short_url(state, url),
    }


HANDLERS: Mapping[str, Handler] = {
    "taobao.tbk.tpwd.create": _create,
    "taobao.tbk.private.tpwd.create": _create,
    "taobao.tbk.sc.private.tpwd.create": _create,
    "taobao.tbk.tpwd.mix.create": _mix,
    "taobao.tbk.tpwd.parse": _parse,
    "taobao.tbk.tpwd.convert": _convert,
    "taobao.tbk.sc.tpwd.convert": _convert,
    "taobao.tbk.tpwd.share.convert": _convert,
}
