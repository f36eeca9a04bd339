"""Methods about orders: 订单."""

from __future__ import annotations

from typing import Literal

from .. import types
from .._runtime.arguments import CsvLike, MomentLike
from .._runtime.clients import BaseAsyncClient
from .._runtime.masking import MaskedText


class OrdersMethods(BaseAsyncClient):
    """Methods about orders.

    订单类 API。
    """

    async def tbk_dg_trade_list(
        self,
        *,
        position: str | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkDgTradeListResponse:
        """Read trades piece by piece.

        逐段读取交易。

        资料来自公开的 SDK，未与平台文档核对。

        Args:
            position: 上次读到的位置
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkDgTradeListResponse: 一页结果，iter_all() 逐个给出本页及后续各页的
                元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.dg.trade.list
        """
        from ..methods.tbk_dg_trade_list import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "position": position,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_order_get(
        self,
        *,
        start_time: MomentLike,
        end_time: MomentLike | None = None,
        page_no: int | None = None,
        page_size: int | None = None,
        status: Literal[1, 2] | int | None = None,
        title: str | None = None,
        fields: CsvLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkOrderGetResponse:
        """List orders.

        查询订单。

        按时间查询

        时间跨度须短于 3 小时。title、status 至少填一个。

        权限包：
        - 381

        注：a doubt

        Args:
            start_time: 必填；起点；格式：yyyy-MM-dd HH:mm:ss
            end_time: 结束时间；格式：yyyy-MM-dd HH:mm:ss
            page_no: 第几页；不小于 1
            page_size: 每页条数；取值 1–100；默认 20
            status: 状态；已知取值：
                - 1：成功
                - 2：失败
            title: 店铺名称；至多 20 个字符
            fields: 返回哪些列；以英文逗号分隔；已知取值：
                - a：甲
                - b：乙
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkOrderGetResponse: 一页结果，iter_all() 逐个给出本页及后续各页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页 tbk_order_get
                isv.busy: 平台故障
                isv.none: 业务不允许
            TransportError: 没有得到可用的应答

        API: taobao.tbk.order.get，文档编号 101
        资料：最后核对 2026-11-01
        """
        from ..methods.tbk_order_get import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "start_time": start_time,
                "end_time": end_time,
                "page_no": page_no,
                "page_size": page_size,
                "status": status,
                "title": title,
                "fields": fields,
            },
            session=session,
            timeout=timeout,
        )
