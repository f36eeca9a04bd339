"""Methods about refunds: 维权与处罚."""

from __future__ import annotations

from datetime import timedelta
from typing import Literal

from .. import types
from .._runtime import hints
from .._runtime.arguments import IdLike, MomentLike
from .._runtime.clients import BaseClient
from .._runtime.masking import MaskedText


class RefundsMethods(BaseClient):
    """Methods about refunds.

    维权与处罚类 API。
    """

    def tbk_dg_punish_order_get(
        self,
        *,
        af_order_option: types.TbkDgPunishOrderGetTopApiAfOrderOption | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkDgPunishOrderGetResponse:
        """List your own punished orders.

        查询自己被处罚的订单。

        以推广订单的创建时间为起点，用 span 给出天数，最多 30 天。tb_trade_parent_id、
        special_id、violation_type、punish_status 四个条件已停用，不要传。

        时间跨度须短于 30 天。12 个参数没有资料说明是否必填。

        权限包：
        - 15736：https://open.taobao.com/api.htm?docId=42050&docType=2&scopeId=15736

        注：文档页没有列出 af_order_option 的成员；它们出自客户端 caitunai/go-topsdk
        （2024-10），那里没有说明哪些必填

        Args:
            af_order_option: 查询条件
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkDgPunishOrderGetResponse: 一页结果，iter_all() 逐个给出本页及后续各
                页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.dg.punish.order.get，文档编号 42050
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_dg_punish_order_get import METHOD

        session = MaskedText.of(session)
        return self._call(
            METHOD,
            {
                "af_order_option": af_order_option,
            },
            session=session,
            timeout=timeout,
        )

    def tbk_dg_punish_order_get_all(
        self,
        *,
        start: MomentLike,
        end: MomentLike | None = None,
        relation_id: IdLike | None = None,
        tb_trade_id: IdLike | None = None,
        page_size: int | None = None,
        adzone_id: IdLike | None = None,
        site_id: IdLike | None = None,
        resume: str | None = None,
        overlap: timedelta | None = None,
        step: timedelta | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> hints.Pull[types.TbkDgPunishOrderGetPunishOrder]:
        """Everything of a period: List your own punished orders.

        取完一个时期：查询自己被处罚的订单。时期会切成平台允许的各段，嫌长就再切短，每段
        翻完各页。没有成员能标识一个元素：只去掉前后两段都给出的、完全相同的元素；变化过
        的会再给一次。取不到的时段不会悄悄略过：取完其余的之后以 IncompletePull 报告。

        Args:
            start: 必填；从什么时候起，没有时区的按北京时间；有 resume 时以它为准
            end: 到什么时候为止，不给或还没到则取到现在；恰在这一秒的也会给出
            relation_id: 渠道关系 ID
            tb_trade_id: 淘宝子订单号
            page_size: 每页条数
            adzone_id: 推广位 ID，PID（mm_1_2_3）的第三段
            site_id: 媒体（网站）ID，即 pid 的第二段数字
            resume: 上一次的 token，从它记下的地方接着取，先补上缺的时段
            overlap: 接着取时往回多查多久，默认 30 分钟；补上晚到的，给过的不再给
            step: 每段最长多久，默认略短于平台的上限，也不会更长
            session: 用户授权，覆盖客户端的设置
            timeout: 每次调用的超时秒数，覆盖客户端的设置

        Returns:
            Pull: 用 for 逐个取得元素，token 是可以保存的进度

        Raises:
            InvalidArguments: 参数有误，请求未发送
            IncompletePull: 有的时段没有取到，其余都已给出
            CallError: 别的时段也会同样失败，例如没有权限；再次迭代从停下处接着取

        API: taobao.tbk.dg.punish.order.get，文档编号 42050
        """
        from .._runtime.pulls import Pull
        from ..methods.tbk_dg_punish_order_get import METHOD

        session = MaskedText.of(session)
        return Pull(
            self,
            METHOD,
            {
                "af_order_option": {
                    "relation_id": relation_id,
                    "tb_trade_id": tb_trade_id,
                    "page_size": page_size,
                    "adzone_id": adzone_id,
                    "site_id": site_id,
                    "page_no": 1,
                }
            },
            start=start,
            end=end,
            resume=resume,
            overlap=overlap,
            step=step,
            session=session,
            timeout=timeout,
        )

    def tbk_order_refund_get(
        self,
        *,
        publisher_refund_order_query_option: (
            types.TbkOrderRefundGetPublisherRefundOrderQueryOption | None
        ) = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkOrderRefundGetResponse:
        """List refunded orders of a time span with the commission to return.

        按时间段分页查询售后维权订单及应退还的佣金。

        参数都放在 publisher_refund_order_query_option 里。从第二页起要带上 jump_type，
        并原样传回上一页的 position_index。起始时间早于 2022-12-20 零点时，query_type 只
        有 1、2、3 可用，之后才支持 4 和 5。存疑：order_scene 取 1 得到的是所有订单还是
        只有常规订单，各来源说法不一。

        9 个参数没有资料说明是否必填。

        注：publisher_refund_order_query_option 的成员出自 2024-10 的客户端，没有资料说
        明哪些必填

        Args:
            publisher_refund_order_query_option: 维权订单的查询条件
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkOrderRefundGetResponse: 一页结果，iter_all() 逐个给出本页及后续各页
                的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页 tbk_order_refund_get
                101: 参数有误
            TransportError: 没有得到可用的应答

        API: taobao.tbk.order.refund.get，文档编号 65180
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_order_refund_get import METHOD

        session = MaskedText.of(session)
        return self._call(
            METHOD,
            {
                "publisher_refund_order_query_option": publisher_refund_order_query_option,
            },
            session=session,
            timeout=timeout,
        )

    def tbk_order_refund_get_all(
        self,
        *,
        start: MomentLike,
        end: MomentLike | None = None,
        order_scene: Literal[1] | int | None = None,
        query_type: Literal[1, 2, 3, 4, 5] | None = None,
        member_type: Literal[1, 2, 4] | int | None = None,
        resume: str | None = None,
        overlap: timedelta | None = None,
        step: timedelta | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> hints.Pull[types.TbkOrderRefundGetPublisherRefundOrder]:
        """Everything of a period: List refunded orders of a time span with the
        commission to return.

        取完一个时期：按时间段分页查询售后维权订单及应退还的佣金。时期会切成平台允许的各
        段，嫌长就再切短，每段翻完各页。refund_suit_id 与 modified_time 都相同的只给一
        次；变化过的会再给一次，以后来的为准。取不到的时段不会悄悄略过：取完其余的之后以
        IncompletePull 报告。

        Args:
            start: 必填；从什么时候起，没有时区的按北京时间；有 resume 时以它为准
            end: 到什么时候为止，不给或还没到则取到现在；恰在这一秒的也会给出
            order_scene: 订单场景筛选；已知取值：
                - 1：全部订单
                注：存疑：最新文档写 1 为所有订单，十个公开程序中有九个把 1 当作常规订
                单、2 当作渠道订单、3 当作会员运营订单
            query_type: 按哪种时间查询；start_time 早于 2022-12-20 00:00:00 时只能取 1、
                2、3；只能取：
                - 1：维权发起时间
                - 2：正向订单的结算时间
                - 3：维权完成时间
                - 4：订单创建时间
                - 5：订单更新时间
            member_type: 推广者角色；已知取值：
                - 1：二方
                - 2：三方
                - 4：不限
            resume: 上一次的 token，从它记下的地方接着取，先补上缺的时段
            overlap: 接着取时往回多查多久，默认 30 分钟；补上晚到的，给过的不再给
            step: 每段最长多久，默认略短于平台的上限，也不会更长
            session: 用户授权，覆盖客户端的设置
            timeout: 每次调用的超时秒数，覆盖客户端的设置

        Returns:
            Pull: 用 for 逐个取得元素，token 是可以保存的进度

        Raises:
            InvalidArguments: 参数有误，请求未发送
            IncompletePull: 有的时段没有取到，其余都已给出
            CallError: 别的时段也会同样失败，例如没有权限；再次迭代从停下处接着取

        API: taobao.tbk.order.refund.get，文档编号 65180
        """
        from .._runtime.pulls import Pull
        from ..methods.tbk_order_refund_get import METHOD

        session = MaskedText.of(session)
        return Pull(
            self,
            METHOD,
            {
                "publisher_refund_order_query_option": {
                    "order_scene": order_scene,
                    "query_type": query_type,
                    "member_type": member_type,
                    "jump_type": 1,
                    "page_size": 100,
                    "page_no": 1,
                }
            },
            start=start,
            end=end,
            resume=resume,
            overlap=overlap,
            step=step,
            session=session,
            timeout=timeout,
        )

    def tbk_relation_refund(
        self,
        *,
        search_option: types.TbkRelationRefundTopApiRefundRptOption,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkRelationRefundResponse:
        """List refunds of your channel or member orders.

        查询自己的渠道或会员订单的维权退款。

        起始时间按 search_type 所选的时间解释。只涵盖渠道与会员两类订单，全部订单的退款
        见 taobao.tbk.order.refund.get。

        6 个参数没有资料说明是否必填。

        权限包：
        - 16175：https://open.taobao.com/api.htm?docId=40121&docType=2&scopeId=16175

        注：文档页没有列出 search_option 的成员；它们出自客户端 caitunai/go-topsdk
        （2024-10），那里没有说明哪些必填；服务商接口中全部必填

        Args:
            search_option: 必填；查询条件
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkRelationRefundResponse: 一页结果，iter_all() 逐个给出本页及后续各页
                的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.relation.refund，文档编号 40121
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_relation_refund import METHOD

        session = MaskedText.of(session)
        return self._call(
            METHOD,
            {
                "search_option": search_option,
            },
            session=session,
            timeout=timeout,
        )

    def tbk_relation_refund_all(
        self,
        *,
        start: MomentLike,
        page_size: int | None = None,
        search_type: Literal[1, 2, 3, 4, 5] | int | None = None,
        refund_type: Literal[0, 1, 2] | int | None = None,
        biz_type: Literal[1, 2] | int | None = None,
        resume: str | None = None,
        overlap: timedelta | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> hints.Pull[types.RelationRefundOrder]:
        """Everything of a period: List refunds of your channel or member orders.

        取完一个时期：查询自己的渠道或会员订单的维权退款。平台只接受起点，从那里一直取到
        现在。没有成员能标识一个元素：只去掉前后两段都给出的、完全相同的元素；变化过的会
        再给一次。取不到的时段不会悄悄略过：取完其余的之后以 IncompletePull 报告。

        Args:
            start: 必填；从什么时候起，没有时区的按北京时间；有 resume 时以它为准
            page_size: 每页条数
            search_type: 按哪种时间查询；已知取值：
                - 1：维权发起时间
                - 2：正向订单的结算时间
                - 3：维权完成时间
                - 4：订单创建时间
                - 5：订单更新时间
            refund_type: 维权订单的参与方数；已知取值：
                - 0：不限
                - 1：二方
                - 2：三方
            biz_type: 按哪种关系 ID 查询；已知取值：
                - 1：渠道关系 ID
                - 2：会员关系 ID
            resume: 上一次的 token，从它记下的地方接着取，先补上缺的时段
            overlap: 接着取时往回多查多久，默认 30 分钟；补上晚到的，给过的不再给
            session: 用户授权，覆盖客户端的设置
            timeout: 每次调用的超时秒数，覆盖客户端的设置

        Returns:
            Pull: 用 for 逐个取得元素，token 是可以保存的进度

        Raises:
            InvalidArguments: 参数有误，请求未发送
            IncompletePull: 有的时段没有取到，其余都已给出
            CallError: 别的时段也会同样失败，例如没有权限；再次迭代从停下处接着取

        API: taobao.tbk.relation.refund，文档编号 40121
        """
        from .._runtime.pulls import Pull
        from ..methods.tbk_relation_refund import METHOD

        session = MaskedText.of(session)
        return Pull(
            self,
            METHOD,
            {
                "search_option": {
                    "page_size": page_size,
                    "search_type": search_type,
                    "refund_type": refund_type,
                    "biz_type": biz_type,
                    "page_no": 1,
                }
            },
            start=start,
            resume=resume,
            overlap=overlap,
            session=session,
            timeout=timeout,
        )

    def tbk_sc_order_refund_get(
        self,
        *,
        order_scene: Literal[1] | int,
        page_size: int,
        query_type: Literal[1, 2, 3, 4, 5],
        page_no: int,
        start_time: MomentLike,
        member_type: Literal[1, 2, 4] | int,
        end_time: MomentLike,
        jump_type: Literal[-1, 1] | None = None,
        position_index: str | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkScOrderRefundGetResponse:
        """List refunded orders of an authorised publisher in a time span.

        按时间段分页查询已授权推广者的售后维权订单。

        从第二页起要带上 jump_type，并原样传回上一页的 position_index。起始时间早于
        2022-12-20 零点时，query_type 只有 1、2、3 可用，之后才支持 4 和 5。参数在顶层还
        是在推广者版那样的选项对象里，各来源不一致，首次使用请先试一次。存疑：
        order_scene 取 1 得到的是所有订单还是只有常规订单，各来源说法不一。

        资料来自公开的 SDK，未与平台文档核对。1 个参数没有资料说明是否必填。1 个列表的外
        层键名是推断的。

        注：客户端把这些参数放在顶层，推广者接口的文档则放在
        publisher_refund_order_query_option 之内；position_index 与各项说明取自推广者接
        口

        Args:
            order_scene: 必填；订单场景筛选；已知取值：
                - 1：全部订单
                注：存疑：最新文档写 1 为所有订单，十个公开程序中有九个把 1 当作常规订
                单、2 当作渠道订单、3 当作会员运营订单
            page_size: 必填；每页条数；取值 1–100
            query_type: 必填；按哪种时间查询；start_time 早于 2022-12-20 00:00:00 时只能
                取 1、2、3；只能取：
                - 1：维权发起时间
                - 2：正向订单的结算时间
                - 3：维权完成时间
                - 4：订单创建时间
                - 5：订单更新时间
            page_no: 必填；页码
            start_time: 必填；查询时段的起点；格式：yyyy-MM-dd HH:mm:ss
            member_type: 必填；推广者角色；已知取值：
                - 1：二方
                - 2：三方
                - 4：不限
            end_time: 必填；查询时段的终点；格式：yyyy-MM-dd HH:mm:ss
            jump_type: 翻页方向，翻页时必填；只能取：
                - -1：向前翻页
                - 1：向后翻页
            position_index: 翻页位点，原样传入上一页返回的值；首页之外必填
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkScOrderRefundGetResponse: 一页结果，iter_all() 逐个给出本页及后续各
                页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.sc.order.refund.get，文档编号 65381
        资料：公开的客户端代码 2026，最后核对 2026-11-26
        """
        from ..methods.tbk_sc_order_refund_get import METHOD

        session = MaskedText.of(session)
        return self._call(
            METHOD,
            {
                "order_scene": order_scene,
                "page_size": page_size,
                "query_type": query_type,
                "page_no": page_no,
                "start_time": start_time,
                "member_type": member_type,
                "end_time": end_time,
                "jump_type": jump_type,
                "position_index": position_index,
            },
            session=session,
            timeout=timeout,
        )

    def tbk_sc_order_refund_get_all(
        self,
        *,
        start: MomentLike,
        end: MomentLike | None = None,
        order_scene: Literal[1] | int,
        query_type: Literal[1, 2, 3, 4, 5],
        member_type: Literal[1, 2, 4] | int,
        resume: str | None = None,
        overlap: timedelta | None = None,
        step: timedelta | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> hints.Pull[types.TbkScOrderRefundGetPublisherRefundOrder]:
        """Everything of a period: List refunded orders of an authorised publisher in a
        time span.

        取完一个时期：按时间段分页查询已授权推广者的售后维权订单。时期会切成平台允许的各
        段，嫌长就再切短，每段翻完各页。refund_suit_id 与 modified_time 都相同的只给一
        次；变化过的会再给一次，以后来的为准。取不到的时段不会悄悄略过：取完其余的之后以
        IncompletePull 报告。

        Args:
            start: 必填；从什么时候起，没有时区的按北京时间；有 resume 时以它为准
            end: 到什么时候为止，不给或还没到则取到现在；恰在这一秒的也会给出
            order_scene: 必填；订单场景筛选；已知取值：
                - 1：全部订单
                注：存疑：最新文档写 1 为所有订单，十个公开程序中有九个把 1 当作常规订
                单、2 当作渠道订单、3 当作会员运营订单
            query_type: 必填；按哪种时间查询；start_time 早于 2022-12-20 00:00:00 时只能
                取 1、2、3；只能取：
                - 1：维权发起时间
                - 2：正向订单的结算时间
                - 3：维权完成时间
                - 4：订单创建时间
                - 5：订单更新时间
            member_type: 必填；推广者角色；已知取值：
                - 1：二方
                - 2：三方
                - 4：不限
            resume: 上一次的 token，从它记下的地方接着取，先补上缺的时段
            overlap: 接着取时往回多查多久，默认 30 分钟；补上晚到的，给过的不再给
            step: 每段最长多久，默认略短于平台的上限，也不会更长
            session: 用户授权，覆盖客户端的设置
            timeout: 每次调用的超时秒数，覆盖客户端的设置

        Returns:
            Pull: 用 for 逐个取得元素，token 是可以保存的进度

        Raises:
            InvalidArguments: 参数有误，请求未发送
            IncompletePull: 有的时段没有取到，其余都已给出
            CallError: 别的时段也会同样失败，例如没有权限；再次迭代从停下处接着取

        API: taobao.tbk.sc.order.refund.get，文档编号 65381
        """
        from .._runtime.pulls import Pull
        from ..methods.tbk_sc_order_refund_get import METHOD

        session = MaskedText.of(session)
        return Pull(
            self,
            METHOD,
            {
                "order_scene": order_scene,
                "query_type": query_type,
                "member_type": member_type,
                "page_size": 100,
                "page_no": 1,
                "jump_type": 1,
            },
            start=start,
            end=end,
            resume=resume,
            overlap=overlap,
            step=step,
            session=session,
            timeout=timeout,
        )

    def tbk_sc_punish_order_get(
        self,
        *,
        af_order_option: types.TbkScPunishOrderGetTopApiAfOrderOption | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkScPunishOrderGetResponse:
        """List a publisher's punished orders.

        代推广者查询被处罚的订单。

        需要推广者的授权。以推广订单的创建时间为起点，用 span 给出天数，最多 30 天。
        tb_trade_parent_id、special_id、violation_type、punish_status 四个条件已停用，不
        要传。

        需要用户授权（session）。时间跨度须短于 30 天。1 个列表的外层键名是推断的。

        权限包：
        - 15738：https://open.taobao.com/api.htm?docId=41942&docType=2&scopeId=15738

        Args:
            af_order_option: 查询条件
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkScPunishOrderGetResponse: 一页结果，iter_all() 逐个给出本页及后续各
                页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.sc.punish.order.get，文档编号 41942
        资料：公开的客户端代码 2025-02，最后核对 2026-11-24
        """
        from ..methods.tbk_sc_punish_order_get import METHOD

        session = MaskedText.of(session)
        return self._call(
            METHOD,
            {
                "af_order_option": af_order_option,
            },
            session=session,
            timeout=timeout,
        )

    def tbk_sc_punish_order_get_all(
        self,
        *,
        start: MomentLike,
        end: MomentLike | None = None,
        relation_id: IdLike | None = None,
        tb_trade_id: IdLike | None = None,
        page_size: int | None = None,
        adzone_id: IdLike | None = None,
        site_id: IdLike | None = None,
        resume: str | None = None,
        overlap: timedelta | None = None,
        step: timedelta | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> hints.Pull[types.TbkScPunishOrderGetPunishOrder]:
        """Everything of a period: List a publisher's punished orders.

        取完一个时期：代推广者查询被处罚的订单。时期会切成平台允许的各段，嫌长就再切短，
        每段翻完各页。没有成员能标识一个元素：只去掉前后两段都给出的、完全相同的元素；变
        化过的会再给一次。取不到的时段不会悄悄略过：取完其余的之后以 IncompletePull 报
        告。

        Args:
            start: 必填；从什么时候起，没有时区的按北京时间；有 resume 时以它为准
            end: 到什么时候为止，不给或还没到则取到现在；恰在这一秒的也会给出
            relation_id: 渠道关系 ID
            tb_trade_id: 淘宝子订单号
            page_size: 每页条数
            adzone_id: 推广位 ID，PID（mm_1_2_3）的第三段
            site_id: 媒体（网站）ID，即 pid 的第二段数字
            resume: 上一次的 token，从它记下的地方接着取，先补上缺的时段
            overlap: 接着取时往回多查多久，默认 30 分钟；补上晚到的，给过的不再给
            step: 每段最长多久，默认略短于平台的上限，也不会更长
            session: 用户授权，覆盖客户端的设置
            timeout: 每次调用的超时秒数，覆盖客户端的设置

        Returns:
            Pull: 用 for 逐个取得元素，token 是可以保存的进度

        Raises:
            InvalidArguments: 参数有误，请求未发送
            IncompletePull: 有的时段没有取到，其余都已给出
            CallError: 别的时段也会同样失败，例如没有权限；再次迭代从停下处接着取

        API: taobao.tbk.sc.punish.order.get，文档编号 41942
        """
        from .._runtime.pulls import Pull
        from ..methods.tbk_sc_punish_order_get import METHOD

        session = MaskedText.of(session)
        return Pull(
            self,
            METHOD,
            {
                "af_order_option": {
                    "relation_id": relation_id,
                    "tb_trade_id": tb_trade_id,
                    "page_size": page_size,
                    "adzone_id": adzone_id,
                    "site_id": site_id,
                    "page_no": 1,
                }
            },
            start=start,
            end=end,
            resume=resume,
            overlap=overlap,
            step=step,
            session=session,
            timeout=timeout,
        )

    def tbk_sc_relation_refund(
        self,
        *,
        search_option: types.TbkScRelationRefundTopApiRefundRptOption,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkScRelationRefundResponse:
        """List refunds of a publisher's channel or member orders.

        代推广者查询渠道或会员订单的维权退款。

        需要推广者的授权。起始时间按 search_type 所选的时间解释。只涵盖渠道与会员两类订
        单，全部订单的退款见 taobao.tbk.sc.order.refund.get。

        需要用户授权（session）。1 个列表的外层键名是推断的。

        权限包：
        - 16322：https://open.taobao.com/api.htm?docId=43874&docType=2&scopeId=16322

        Args:
            search_option: 必填；查询条件
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkScRelationRefundResponse: 一页结果，iter_all() 逐个给出本页及后续各
                页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.sc.relation.refund，文档编号 43874
        资料：公开的客户端代码 2026，最后核对 2026-11-24
        """
        from ..methods.tbk_sc_relation_refund import METHOD

        session = MaskedText.of(session)
        return self._call(
            METHOD,
            {
                "search_option": search_option,
            },
            session=session,
            timeout=timeout,
        )

    def tbk_sc_relation_refund_all(
        self,
        *,
        start: MomentLike,
        page_size: int,
        search_type: Literal[1, 2, 3, 4, 5] | int,
        refund_type: Literal[0, 1, 2] | int,
        biz_type: Literal[1, 2] | int,
        resume: str | None = None,
        overlap: timedelta | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> hints.Pull[types.RelationRefundOrder]:
        """Everything of a period: List refunds of a publisher's channel or member
        orders.

        取完一个时期：代推广者查询渠道或会员订单的维权退款。平台只接受起点，从那里一直取
        到现在。没有成员能标识一个元素：只去掉前后两段都给出的、完全相同的元素；变化过的
        会再给一次。取不到的时段不会悄悄略过：取完其余的之后以 IncompletePull 报告。

        Args:
            start: 必填；从什么时候起，没有时区的按北京时间；有 resume 时以它为准
            page_size: 必填；每页条数
            search_type: 必填；按哪种时间查询；已知取值：
                - 1：维权发起时间
                - 2：正向订单的结算时间
                - 3：维权完成时间
                - 4：订单创建时间
                - 5：订单更新时间
            refund_type: 必填；维权订单的参与方数；已知取值：
                - 0：不限
                - 1：二方
                - 2：三方
            biz_type: 必填；按哪种关系 ID 查询；已知取值：
                - 1：渠道关系 ID
                - 2：会员关系 ID
            resume: 上一次的 token，从它记下的地方接着取，先补上缺的时段
            overlap: 接着取时往回多查多久，默认 30 分钟；补上晚到的，给过的不再给
            session: 用户授权，覆盖客户端的设置
            timeout: 每次调用的超时秒数，覆盖客户端的设置

        Returns:
            Pull: 用 for 逐个取得元素，token 是可以保存的进度

        Raises:
            InvalidArguments: 参数有误，请求未发送
            IncompletePull: 有的时段没有取到，其余都已给出
            CallError: 别的时段也会同样失败，例如没有权限；再次迭代从停下处接着取

        API: taobao.tbk.sc.relation.refund，文档编号 43874
        """
        from .._runtime.pulls import Pull
        from ..methods.tbk_sc_relation_refund import METHOD

        session = MaskedText.of(session)
        return Pull(
            self,
            METHOD,
            {
                "search_option": {
                    "page_size": page_size,
                    "search_type": search_type,
                    "refund_type": refund_type,
                    "biz_type": biz_type,
                    "page_no": 1,
                }
            },
            start=start,
            resume=resume,
            overlap=overlap,
            session=session,
            timeout=timeout,
        )
