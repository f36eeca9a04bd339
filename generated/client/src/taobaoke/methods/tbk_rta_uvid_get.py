"""List encrypted user ids for an RTA id and a phone maker: `taobao.tbk.rta.uvid.get`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.kinds import Integer, Object, Text
from .._runtime.method import Method
from .._runtime.models import AsyncPagedResponse, PagedResponse, wire
from .._runtime.paging import Cursor


class TbkRtaUvidGetResponse(PagedResponse[str]):
    """按 RTA ID 和手机厂商翻页获取加密用户标识：返回内容"""

    _paging = Cursor(lists=("result_list",), more="has_more", send="cursor", read="cursor")

    has_more: bool | None = wire()
    """后面是否还有数据页"""
    cursor: str | None = wire()
    """下一页的游标，取下一页时照传"""
    result_list: list[str] = wire(wrapper="string")
    """用户的 uvid"""


if TYPE_CHECKING:

    class AsyncTbkRtaUvidGetResponse(AsyncPagedResponse[str], TbkRtaUvidGetResponse):
        """The same class, whose further pages `async for` goes through."""

else:
    AsyncTbkRtaUvidGetResponse = TbkRtaUvidGetResponse


METHOD = Method(
    "taobao.tbk.rta.uvid.get",
    AsyncTbkRtaUvidGetResponse,
    Object(
        {
            "rta_id": Text(),
            "manufacturer": Text(),
            "cursor": Text(),
            "page_size": Integer(maximum=10),
            "main_accountid": Text(number=True),
            "rta_type": Integer(),
        },
        required=("rta_id", "manufacturer", "page_size"),
    ),
    idempotent=True,
    page="https://open.taobao.com/api.htm?docId=68848&docType=2",
)
