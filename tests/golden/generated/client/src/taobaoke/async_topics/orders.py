"""Methods about orders: 订单."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Literal

from .. import types
from .._runtime import hints
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
    ) -> types.AsyncTbkDgTradeListResponse:
        """Read trades piece by piece.

        逐段读取交易。

        资料来自公开的 SDK，未与平台文档核对。

        Args:
            position: 上次读到的位置
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.AsyncTbkDgTradeListResponse: 一页结果，iter_all() 逐个给出本页及后续各
                页的元素

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
        fields: Iterable[Literal["a", "b"]] | CsvLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.AsyncTbkOrderGetResponse:
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
            types.AsyncTbkOrderGetResponse: 一页结果，iter_all() 逐个给出本页及后续各页
                的元素

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

    def tbk_order_get_all(
        self,
        *,
        start: MomentLike,
        end: MomentLike | None = None,
        status: Literal[1, 2] | int | None = None,
        title: str | None = None,
        fields: Iterable[Literal["a", "b"]] | CsvLike | None = None,
        resume: str | None = None,
        overlap: timedelta | None = None,
        step: timedelta | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> hints.AsyncPull[types.TbkOrderGetOrder]:
        """Everything of a period: List orders.

        取完一个时期：查询订单。时期会切成平台允许的各段，嫌长就再切短，每段翻完各页。没
        有成员能标识一个元素：只去掉前后两段都给出的、完全相同的元素；变化过的会再给一
        次。取不到的时段不会悄悄略过：取完其余的之后以 IncompletePull 报告。

        Args:
            start: 必填；从什么时候起，没有时区的按北京时间；有 resume 时以它为准
            end: 到什么时候为止，不给或还没到则取到现在；恰在这一秒的也会给出
            status: 状态；已知取值：
                - 1：成功
                - 2：失败
            title: 店铺名称；至多 20 个字符
            fields: 返回哪些列；以英文逗号分隔；已知取值：
                - a：甲
                - b：乙
            resume: 上一次的 token，从它记下的地方接着取，先补上缺的时段
            overlap: 接着取时往回多查多久，默认 30 分钟；补上晚到的，给过的不再给
            step: 每段最长多久，默认略短于平台的上限，也不会更长
            session: 用户授权，覆盖客户端的设置
            timeout: 每次调用的超时秒数，覆盖客户端的设置

        Returns:
            AsyncPull: 用 async for 逐个取得元素，token 是可以保存的进度

        Raises:
            InvalidArguments: 参数有误，请求未发送
            IncompletePull: 有的时段没有取到，其余都已给出
            CallError: 别的时段也会同样失败，例如没有权限；再次迭代从停下处接着取

        API: taobao.tbk.order.get，文档编号 101
        """
        from .._runtime.pulls import AsyncPull
        from ..methods.tbk_order_get import METHOD

        session = MaskedText.of(session)
        return AsyncPull(
            self,
            METHOD,
            {"status": status, "title": title, "fields": fields, "page_no": 1, "page_size": 100},
            start=start,
            end=end,
            resume=resume,
            overlap=overlap,
            step=step,
            session=session,
            timeout=timeout,
        )
