"""The order queries: a window of one of four times, page by page."""

from typing import Any, Final

from ..errors import Hint
from ..reply import LARGEST_PAGE
from . import cursors
from .book import Found, Place, Span
from .calls import Call
from .cursors import Cursor, cursor_of
from .facts import facts
from .ledger import Ledger
from .lives import CLOSED, PAID, RECEIVED, REGULAR, SETTLED, UNPAID
from .rows import Page, page, row_json, sample_row
from .windows import Window, refusal, window_of

METHODS: Final = (
    "taobao.tbk.order.details.get",
    "taobao.tbk.sc.order.details.get",
    "taobao.tbk.cp.order.details.get",
)
STATUSES = (UNPAID, PAID, CLOSED, RECEIVED, SETTLED)
NO_STATUS = -1
_ASKED = (
    "start_time",
    "end_time",
    "query_type",
    "order_scene",
    "member_type",
    "tk_status",
    "page_size",
    "page_no",
    "jump_type",
    "position_index",
)
"""All that a call may say of the page that it wants."""


def answer(ledger: Ledger, call: Call) -> Page:
    """A page of orders; GatewayError as documented."""
    cursors.note_ignored(call, call.number("page_no", 1), call.text("position_index"))
    query = (call.api["method"], *map(call.parameters.get, _ASKED))
    return Page(ledger.page(query, lambda now: _made(ledger, call, now)))


def _made(ledger: Ledger, call: Call, now: int) -> tuple[bytes, int]:
    """The open JSON of a page, and until when it holds."""
    method = call.api["method"]
    given = call.parameters
    window = window_of(method, given, now, ledger.settings.sale_days)
    span = _span(ledger, call, window)
    size = min(max(call.number("page_size", 20), 1), LARGEST_PAGE)
    number = call.number("page_no", 1)
    jump = call.number("jump_type", 1)
    query = f"{given['start_time']} {given['end_time']} {span[3:]} {span.query_type}"
    cursor = cursor_of(method, query, number, call.text("position_index"))
    if jump not in (1, -1):
        raise refusal(method, "1005", Hint("jump_type 只有 1 和 -1", "jump_type is 1 or -1"))
    ledger.fill(window.start, window.end, created=span.query_type == 1)
    found, has_pre, has_next = _found(ledger, span, now, size, cursor, jump)
    beside = {
        "has_pre": has_pre,
        "position_index": cursors.written(query, _ends(found)) if found else None,
        "has_next": has_next,
        "page_no": number,
        "page_size": size,
    }
    return _page(ledger, call, beside, found), ledger.until(span, now)


def _span(ledger: Ledger, call: Call, window: Window) -> Span:
    query_type = call.number("query_type", 1)
    scene = call.number("order_scene", 1)
    status = call.number("tk_status", NO_STATUS) if call.text("tk_status") else None
    if status is not None and status not in STATUSES:
        listed = ", ".join(map(str, STATUSES))
        raise refusal(
            call.api["method"], "1006", Hint(f"状态只有 {listed}", f"the statuses are {listed}")
        )
    everything = scene == REGULAR and ledger.settings.scene_one == "all"
    if everything or not _asks_scene(call):
        scene = 0
    return Span(
        query_type=query_type if query_type in (1, 2, 3, 4) else 1,
        start=window.start,
        end=window.end,
        scene=scene or None,
        role=call.number("member_type") or None,
        status=status,
    )


def _asks_scene(call: Call) -> bool:
    """Whether the method has a choice of scenes; without one it gives all orders."""
    return any(parameter["name"] == "order_scene" for parameter in call.api["parameters"] or ())


def _found(
    ledger: Ledger, span: Span, now: int, size: int, cursor: Cursor | None, jump: int
) -> tuple[list[Found], bool, bool]:
    """The rows of a page, and whether there are rows before and behind it.

    Places are held against the book as it is now: a row that has moved since the last page is
    met again, or not, as its new time says.
    """
    book = ledger.book
    if cursor is None:
        rows = book.page(span, now, size + 1)
        return rows[:size], False, len(rows) > size
    if jump == 1:
        rows = book.page(span, now, size + 1, after=cursor.last)
        edge = _place(rows[0]) if rows else Place(span.end, 1 << 40)
        return rows[:size], bool(book.page(span, now, 1, after=edge, back=True)), len(rows) > size
    rows = book.page(span, now, size + 1, after=cursor.first, back=True)
    shown = rows[:size][::-1]
    edge = _place(shown[-1]) if shown else Place(span.start, -1)
    return shown, len(rows) > size, bool(book.page(span, now, 1, after=edge))


def _ends(found: list[Found]) -> Cursor:
    return Cursor(_place(found[0]), _place(found[-1]))


def _place(found: Found) -> Place:
    return Place(found.time, found.id)


def _page(ledger: Ledger, call: Call, beside: dict[str, Any], found: list[Found]) -> bytes:
    """The content in the form of the method's sample."""
    data = call.api["response"]["data"]
    name = call.api["pagination"]["items"][0].rpartition(".")[2]
    (wrapper,) = data[name]
    told = {key: beside[key] for key in data if beside.get(key) is not None}
    return page(told, name, wrapper, _rows(ledger, call.api["method"], found))


def _rows(ledger: Ledger, method: str, found: list[Found]) -> list[bytes]:
    """The JSON of rows; only those are made that were not before."""
    rows = ledger.rows
    written = [rows.find((method, id_, since)) for _, id_, since in found]
    missing = [index for index, row in enumerate(written) if row is None]
    if missing:
        sample, account = sample_row(method), ledger.settings.account
        versions = ledger.book.versions([found[index] for index in missing])
        for index, (order, version) in zip(missing, versions, strict=True):
            row = row_json(sample, facts(order, version, account))
            rows.keep((method, order.id, version.since), row)
            written[index] = row
    return [row for row in written if row is not None]
