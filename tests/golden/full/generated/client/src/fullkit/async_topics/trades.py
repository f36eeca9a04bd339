"""Methods about trades: 交易."""

from __future__ import annotations

from datetime import timedelta
from typing import Literal

from .. import types
from .._runtime import hints
from .._runtime.arguments import MomentLike
from .._runtime.clients import BaseAsyncClient
from .._runtime.masking import MaskedText


class TradesMethods(BaseAsyncClient):
    """Methods about trades.

    交易类 API。

    交易类接口将于明年合并
    """

    async def full_trade_list(
        self,
        *,
        start_time: MomentLike,
        end_time: MomentLike,
        page_no: int | None = None,
        page_size: int | None = None,
        status: Literal[1, 2] | int | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.AsyncFullTradeListResponse:
        """List the trades of a span of time.

        按时间查询交易。

        先查交易，再查退款

        时间跨度须短于 3 小时（大促期间 20 分钟）。

        权限包（有其一即可）：
        - 27939：https://open.taobao.com/apply.htm?docId=901&id=27939
        - 381（旧）：https://open.taobao.com/apply.htm?docId=901&id=381

        参见 收寄规则 <https://open.taobao.com/rules.htm?id=1>

        注：两份资料的总数不一致

        Args:
            start_time: 必填；起点；格式：yyyy-MM-dd HH:mm:ss
            end_time: 必填；终点；格式：yyyy-MM-dd HH:mm:ss
            page_no: 页码；取值 0–9；默认 0
            page_size: 每页条数；取值 1–50；默认 3
            status: 状态；默认 1；已知取值：
                - 1：已付款
                - 2：已发货
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.AsyncFullTradeListResponse: 一页结果，iter_all() 逐个给出本页及后续各
                页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页 full_trade_list
                isp.busy: 平台故障
                isv.none: 没有结果
            TransportError: 没有得到可用的应答

        API: taobao.full.trade.list，文档编号 901
        资料：平台文档页 2025-06，最后核对 2026-11-20
        """
        from ..methods.full_trade_list import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "start_time": start_time,
                "end_time": end_time,
                "page_no": page_no,
                "page_size": page_size,
                "status": status,
            },
            session=session,
            timeout=timeout,
        )

    def full_trade_list_all(
        self,
        *,
        start: MomentLike,
        end: MomentLike | None = None,
        status: Literal[1, 2] | int | None = None,
        resume: str | None = None,
        overlap: timedelta | None = None,
        step: timedelta | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> hints.AsyncPull[types.FullTradeListTrade | types.FullTradeListRefund]:
        """Everything of a period: List the trades of a span of time.

        取完一个时期：按时间查询交易。时期会切成平台允许的各段，嫌长就再切短，每段翻完各
        页。没有成员能标识一个元素：只去掉前后两段都给出的、完全相同的元素；变化过的会再
        给一次。取不到的时段不会悄悄略过：取完其余的之后以 IncompletePull 报告。

        Args:
            start: 必填；从什么时候起，没有时区的按北京时间；有 resume 时以它为准
            end: 到什么时候为止，不给或还没到则取到现在；恰在这一秒的也会给出
            status: 状态；默认 1；已知取值：
                - 1：已付款
                - 2：已发货
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

        API: taobao.full.trade.list，文档编号 901
        """
        from .._runtime.pulls import AsyncPull
        from ..methods.full_trade_list import METHOD

        session = MaskedText.of(session)
        return AsyncPull(
            self,
            METHOD,
            {"status": status, "page_no": 0, "page_size": 50},
            start=start,
            end=end,
            resume=resume,
            overlap=overlap,
            step=step,
            session=session,
            timeout=timeout,
        )
