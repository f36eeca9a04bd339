"""Promotion links, short links and passcodes: made here, and understood wherever one is given."""

import base64
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

from .calls import Call, State
from .goods import DOCUMENTED_ITEMS, Item, find_item, find_shop, short_code

PROMOTION_HOSTS = ("uland.taobao.com", "s.click.taobao.com", "ai.taobao.com", "temai.taobao.com")
_OWN_HOSTS = ("taobao.com", "tmall.com", "tb.cn", "tmall.hk", "alimama.com", "fliggy.com", "ele.me")
ADZONE, CODE = "adzone", "code"
"""Kinds of things."""

DOCUMENTED_CODES = (
    "asaff 2k12308DjviP 2kt123e08DjviP hxlgccEumBB SIH6XbwRfyt AbCdEfGhIjK YI3Uopu pQBDhNu"
).split()
"""Passcodes and short links that the documents use in examples; each leads to one of the items."""
DOCUMENTED_PAGES = (
    "123 123456 203567898765 20356789765 20150318020014311 20150318020015276"
).split()
"""Pages of the platform's campaigns."""

_PASSCODE = re.compile(r"[￥¥$](?:\s*CZ[0-9]+\s+)?([0-9A-Za-z]{4,16})[￥¥$]")
_SHORT = re.compile(
    r"(?:m\.tb\.cn/h\.|s\.click\.taobao\.com/)([0-9A-Za-z]{4,16})(?![0-9A-Za-z/?=])"
)


@dataclass(frozen=True, slots=True)
class Target:
    """Where a promotion link leads to."""

    kind: str
    """item, shop or page."""
    id: str
    pid: str = ""
    coupon: str = ""
    """The coupon that is handed out on the way."""
    marks: Mapping[str, str] = field(default_factory=dict)
    """What orders are told apart by: relation_id, special_id and the like."""

    @property
    def url(self) -> str:
        """The long link, which says all of this."""
        content = [self.kind, self.id, self.pid, self.coupon, dict(self.marks)]
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        blob = base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")
        path = "uland.taobao.com/coupon/edetail" if self.coupon else "s.click.taobao.com/t"
        return f"https://{path}?e={blob}"


@dataclass(frozen=True, slots=True)
class Found:
    """What a link or a passcode turned out to be."""

    url: str
    target: Target | None
    """None: a page that is none of those known."""
    is_passcode: bool


# Making


def pid_of(state: State, call: Call) -> str:
    """The pid of the advertising space that a call names."""
    adzone = call.text("adzone_id")
    known = state.things.find(ADZONE, adzone)
    site = known.data["site_id"] if known else call.text("site_id") or state.account.site
    return own_pid(state, site, adzone)


def own_pid(state: State, site: str | int, adzone: str | int) -> str:
    """A pid of the account."""
    return f"mm_{state.account.publisher}_{site}_{adzone}"


_MARKS = "relation_id special_id external_id xid unid union_id ucrowd_id sku_id".split()


def marks_of(call: Call) -> dict[str, str]:
    """The marks that a call gives its links."""
    return {name: text for name in _MARKS if (text := call.text(name))}


def code_of(state: State, url: str) -> str:
    """The code behind which a link is kept: always the same of a link."""
    return state.things.add(CODE, short_code(url, 11), {"url": url}, state.now()).id


def short_url(state: State, url: str) -> str:
    """A short link."""
    return f"https://s.click.taobao.com/{code_of(state, url)}"


def short_passcode(state: State, url: str, mark: str = "￥") -> str:
    """A passcode alone."""
    return f"{mark}{code_of(state, url)}{mark}"


def full_passcode(state: State, url: str, title: str) -> str:
    """A passcode in a text that phones read."""
    code = code_of(state, url)
    return f"47￥ CZ3457 {code}￥ https://m.tb.cn/h.{code}  {title}"


# Understanding


def understood(state: State, text: str) -> Found | None:
    """What a text with a passcode or a link leads to; None if there is nothing known in it."""
    if passcode := _PASSCODE.search(text):
        url = _kept(state, passcode[1])
        return reached(state, url) if url else None
    if short := _SHORT.search(text):
        url = _kept(state, short[1])
        is_passcode = "m.tb.cn" in short[0]
        return reached(state, url, is_passcode=is_passcode) if url else None
    target = _target(state, text)
    return Found(text, target, is_passcode=False) if target else None


def reached(state: State, url: str, *, is_passcode: bool = True) -> Found:
    """What a link turns out to be that was kept behind something short."""
    return Found(url, _target(state, url), is_passcode)


def has_passcode(text: str) -> bool:
    """Whether a text has the form of a passcode somewhere."""
    return bool(_PASSCODE.search(text) or _SHORT.search(text))


def is_own_link(url: str) -> bool:
    """Whether a link leads to a page of the platform."""
    host = _host(url)
    return any(host == own or host.endswith("." + own) for own in _OWN_HOSTS)


def is_promotion_link(url: str) -> bool:
    """Whether a link is one that the affiliate platform gives out."""
    return _host(url) in PROMOTION_HOSTS


def item_of(state: State, target: Target | None) -> Item | None:
    """The item to which a link leads."""
    return find_item(state, target.id) if target and target.kind == "item" else None


def is_own_pid(state: State, pid: str) -> bool:
    """Whether a pid is one of the account."""
    return pid.startswith(f"mm_{state.account.publisher}_")


def _kept(state: State, code: str) -> str | None:
    if thing := state.things.find(CODE, code):
        return str(thing.data["url"])
    if code in DOCUMENTED_CODES:
        return _documented(state, DOCUMENTED_CODES.index(code))
    return None


def _documented(state: State, place: int) -> str:
    item = find_item(state, DOCUMENTED_ITEMS[place])
    assert item
    pid = own_pid(state, state.account.site, state.account.zones[0])
    return Target("item", item.id, pid, item.coupon_id).url


def _target(state: State, url: str) -> Target | None:
    parts = _split(url)
    if parts is None:
        return None
    query = parse_qs(parts.query)
    if is_promotion_link(url):
        return _read(query.get("e", [""])[0])
    host = _host(url)
    if "id" in query and host.endswith(("taobao.com", "tmall.com")):
        item = find_item(state, query["id"][0])
        return Target("item", item.id) if item else None
    if seller := re.fullmatch(r"shop([0-9]+)\.taobao\.com", host):
        return Target("shop", seller[1]) if find_shop(seller[1]) else None
    return None


def _read(blob: str) -> Target | None:
    try:
        data = base64.urlsafe_b64decode(blob + "=" * (-len(blob) % 4))
        kind, id_, pid, coupon, marks = json.loads(data)
    except (ValueError, TypeError, RecursionError):
        return None
    whole = all(isinstance(part, str) for part in (kind, id_, pid, coupon))
    return Target(kind, id_, pid, coupon, _marks(marks)) if whole else None


def _marks(marks: Any) -> dict[str, str]:
    return {str(key): str(value) for key, value in marks.items()} if isinstance(marks, dict) else {}


def _host(url: str) -> str:
    parts = _split(url)
    return parts.netloc.lower().rpartition("@")[2].partition(":")[0] if parts else ""


def _split(url: str) -> Any:
    """The parts of a link, which may stand without its scheme."""
    text = url.strip()
    if "://" not in text:
        text = "https://" + text.lstrip("/")
    try:
        return urlsplit(text)
    except ValueError:
        return None
