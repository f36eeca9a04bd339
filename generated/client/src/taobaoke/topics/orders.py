"""Methods about orders: 订单."""

from __future__ import annotations

from datetime import timedelta
from typing import Literal

from .. import types
from .._runtime import hints
from .._runtime.arguments import IdLike, MomentLike
from .._runtime.clients import BaseClient
from .._runtime.masking import MaskedText


class OrdersMethods(BaseClient):
    """Methods about orders.

    订单类 API。
    """

    def tbk_cp_order_details_get(
        self,
        *,
        end_time: MomentLike,
        start_time: MomentLike,
        query_type: Literal[1, 2, 3] | int | None = None,
        position_index: str | None = None,
        page_size: int | None = None,
        tk_status: Literal[3, 12, 13, 14] | int | None = None,
        jump_type: Literal[-1, 1] | None = None,
        page_no: int | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkCpOrderDetailsGetResponse:
        """List service-fee orders of a recruiting leader, by time span.

        按时间段拉取招商团长的服务费订单。

        一次查询最多跨 3 小时，更长的时间要切段调用。首次调用 position_index 留空，之后
        原样传回 data.position_index，并配合 jump_type（-1 向前、1 向后）与 page_no；返
        回字段只公开了少数几个。

        时间跨度须短于 3 小时。资料来自公开的 SDK，未与平台文档核对。返回内容没有公开资
        料，或只有一部分。6 个参数没有资料说明是否必填。

        注：必填标记与默认值来自一个公开客户端的参数检查，不是文档

        注：2020 年的标题列表在这个位置是 淘宝客-团长-所有订单查询，标题大概后来改过

        注：返回结构取自一段在用的 PHP 代码，只读到这几个字段

        注：该代码不传 session 即可调用

        注：该代码每页传 1000 条，jump_type 与 query_type 都传 1；没有来源说明 page_size
        的上限

        注：该代码在返回中没有 data 时，把时间段从 3 小时缩到 20 分钟再查

        Args:
            end_time: 必填；查询时段的终点，距起点最多 3 小时；格式：yyyy-MM-dd HH:mm:ss
            start_time: 必填；查询时段的起点；格式：yyyy-MM-dd HH:mm:ss
            query_type: 按哪种时间查询订单；已知取值：
                - 1：创建时间
                - 2：付款时间
                - 3：结算时间
            position_index: 翻页位点，首次留空，之后传 data.position_index
            page_size: 每页条数；默认 20
            tk_status: 按淘客订单状态筛选；已知取值：
                - 3：结算成功
                - 12：已付款
                - 13：已关闭
                - 14：已确认收货
            jump_type: 翻页方向；默认 1；只能取：
                - -1：向前翻页
                - 1：向后翻页
                注：客户端只接受 -1 与 1，含义取自其他订单接口
            page_no: 页码；默认 1
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkCpOrderDetailsGetResponse: 一页结果，iter_all() 逐个给出本页及后续
                各页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.cp.order.details.get
        资料：公开的客户端代码，日期不详，最后核对 2026-11-26
        """
        from ..methods.tbk_cp_order_details_get import METHOD

        session = MaskedText.of(session)
        return self._call(
            METHOD,
            {
                "end_time": end_time,
                "start_time": start_time,
                "query_type": query_type,
                "position_index": position_index,
                "page_size": page_size,
                "tk_status": tk_status,
                "jump_type": jump_type,
                "page_no": page_no,
            },
            session=session,
            timeout=timeout,
        )

    def tbk_cp_order_details_get_all(
        self,
        *,
        start: MomentLike,
        end: MomentLike | None = None,
        query_type: Literal[1, 2, 3] | int | None = None,
        page_size: int | None = None,
        tk_status: Literal[3, 12, 13, 14] | int | None = None,
        resume: str | None = None,
        overlap: timedelta | None = None,
        step: timedelta | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> hints.Pull[types.TbkCpOrderDetailsGetServiceFeeOrder]:
        """Everything of a period: List service-fee orders of a recruiting leader, by
        time span.

        取完一个时期：按时间段拉取招商团长的服务费订单。时期会切成平台允许的各段，嫌长就
        再切短，每段翻完各页。没有成员能标识一个元素：只去掉前后两段都给出的、完全相同的
        元素；变化过的会再给一次。取不到的时段不会悄悄略过：取完其余的之后以
        IncompletePull 报告。

        Args:
            start: 必填；从什么时候起，没有时区的按北京时间；有 resume 时以它为准
            end: 到什么时候为止，不给或还没到则取到现在；恰在这一秒的也会给出
            query_type: 按哪种时间查询订单；已知取值：
                - 1：创建时间
                - 2：付款时间
                - 3：结算时间
            page_size: 每页条数；默认 20
            tk_status: 按淘客订单状态筛选；已知取值：
                - 3：结算成功
                - 12：已付款
                - 13：已关闭
                - 14：已确认收货
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

        API: taobao.tbk.cp.order.details.get
        """
        from .._runtime.pulls import Pull
        from ..methods.tbk_cp_order_details_get import METHOD

        session = MaskedText.of(session)
        return Pull(
            self,
            METHOD,
            {
                "query_type": query_type,
                "page_size": page_size,
                "tk_status": tk_status,
                "jump_type": 1,
                "page_no": 1,
            },
            start=start,
            end=end,
            resume=resume,
            overlap=overlap,
            step=step,
            session=session,
            timeout=timeout,
        )

    def tbk_order_details_get(
        self,
        *,
        end_time: MomentLike,
        start_time: MomentLike,
        query_type: Literal[1, 2, 3, 4] | int | None = None,
        position_index: str | None = None,
        page_size: int | None = None,
        member_type: Literal[2, 3] | int | None = None,
        tk_status: Literal[3, 11, 12, 13, 14] | None = None,
        jump_type: Literal[-1, 1] | None = None,
        page_no: int | None = None,
        order_scene: Literal[1, 2, 3] | int | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkOrderDetailsGetResponse:
        """List your promotion orders within a time window.

        按时间段查询自己的推广订单。

        平日时间窗不超过 3 小时，618、双 11、年货节等大促日不超过 20 分钟，起点最早到 90
        天前；恰好等于上限也可能被拒，宜略短。翻页时原样送回 position_index 并把
        jump_type 设为 1。同一账号在各渠道的请求合并限流。存疑：order_scene 取 1 得到的
        是所有订单还是只有常规订单，各来源说法不一。

        时间跨度须短于 3 小时（大促期间 20 分钟）。

        权限包：
        - 16175：https://open.taobao.com/api.htm?docId=43328&docType=2&scopeId=16175

        Args:
            end_time: 必填；查询时段的终点，距起点平时最多 3 小时，大促期间最多 20 分
                钟，超出报错；格式：yyyy-MM-dd HH:mm:ss
                注：文档示例的终点 2019-04-23 12:28:22 距起点 18 天，超出上限，这里换成
                同一天的时刻
            start_time: 必填；查询时段的起点；格式：yyyy-MM-dd HH:mm:ss
            query_type: 按哪种时间查询订单；默认 1；已知取值：
                - 1：创建时间
                - 2：付款时间
                - 3：结算时间
                - 4：更新时间
            position_index: 翻页位点，原样传入上一页返回的值；首页之外必填
            page_size: 每页条数；取值 1–100；默认 20
            member_type: 推广者角色，不传为全部；已知取值：
                - 2：二方
                - 3：三方
            tk_status: 按淘客订单状态筛选，不传则包含全部状态；只能取：
                - 3：结算成功
                - 11：拍下未付款
                - 12：已付款
                - 13：已关闭
                - 14：已确认收货
            jump_type: 翻页方向，翻页时必填；默认 1；只能取：
                - -1：向前翻页
                - 1：向后翻页
            page_no: 页码；取值 1–100；默认 1
            order_scene: 订单场景筛选；默认 1；已知取值：
                - 1：所有订单
                - 2：渠道订单
                - 3：会员运营订单
                注：存疑：最新文档写 1 为所有订单，十个公开程序中有九个把 1 当作常规订
                单、2 当作渠道订单、3 当作会员运营订单
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkOrderDetailsGetResponse: 一页结果，iter_all() 逐个给出本页及后续各
                页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页 tbk_order_details_get
                1005: 参数有误
                1006: 参数有误
                1008: 参数有误
                2001: 参数有误
                2002: 参数有误
                2004: 参数有误
                2007: 参数有误
                3000: 调用过频（同一账号，到次日为止）
                3001: 平台故障
                9100: 调用过频（同一账号，片刻）
                2000: 参数有误
                1001: 参数有误
                isp.pubrpt-service-unavailable: 平台故障
            TransportError: 没有得到可用的应答

        API: taobao.tbk.order.details.get，文档编号 43328
        资料：公开的客户端代码 2026，最后核对 2026-11-26
        """
        from ..methods.tbk_order_details_get import METHOD

        session = MaskedText.of(session)
        return self._call(
            METHOD,
            {
                "end_time": end_time,
                "start_time": start_time,
                "query_type": query_type,
                "position_index": position_index,
                "page_size": page_size,
                "member_type": member_type,
                "tk_status": tk_status,
                "jump_type": jump_type,
                "page_no": page_no,
                "order_scene": order_scene,
            },
            session=session,
            timeout=timeout,
        )

    def tbk_order_details_get_all(
        self,
        *,
        start: MomentLike,
        end: MomentLike | None = None,
        query_type: Literal[1, 2, 3, 4] | int | None = None,
        member_type: Literal[2, 3] | int | None = None,
        tk_status: Literal[3, 11, 12, 13, 14] | None = None,
        order_scene: Literal[1, 2, 3] | int | None = None,
        resume: str | None = None,
        overlap: timedelta | None = None,
        step: timedelta | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> hints.Pull[types.TbkOrderDetailsGetPublisherOrder]:
        """Everything of a period: List your promotion orders within a time window.

        取完一个时期：按时间段查询自己的推广订单。时期会切成平台允许的各段，嫌长就再切
        短，每段翻完各页。trade_id 与 modified_time 都相同的只给一次；变化过的会再给一
        次，以后来的为准。取不到的时段不会悄悄略过：取完其余的之后以 IncompletePull 报
        告。

        Args:
            start: 必填；从什么时候起，没有时区的按北京时间；有 resume 时以它为准
            end: 到什么时候为止，不给或还没到则取到现在；恰在这一秒的也会给出
            query_type: 按哪种时间查询订单；默认 1；已知取值：
                - 1：创建时间
                - 2：付款时间
                - 3：结算时间
                - 4：更新时间
            member_type: 推广者角色，不传为全部；已知取值：
                - 2：二方
                - 3：三方
            tk_status: 按淘客订单状态筛选，不传则包含全部状态；只能取：
                - 3：结算成功
                - 11：拍下未付款
                - 12：已付款
                - 13：已关闭
                - 14：已确认收货
            order_scene: 订单场景筛选；默认 1；已知取值：
                - 1：所有订单
                - 2：渠道订单
                - 3：会员运营订单
                注：存疑：最新文档写 1 为所有订单，十个公开程序中有九个把 1 当作常规订
                单、2 当作渠道订单、3 当作会员运营订单
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

        API: taobao.tbk.order.details.get，文档编号 43328
        """
        from .._runtime.pulls import Pull
        from ..methods.tbk_order_details_get import METHOD

        session = MaskedText.of(session)
        return Pull(
            self,
            METHOD,
            {
                "query_type": query_type,
                "member_type": member_type,
                "tk_status": tk_status,
                "order_scene": order_scene,
                "page_size": 100,
                "jump_type": 1,
                "page_no": 1,
            },
            start=start,
            end=end,
            resume=resume,
            overlap=overlap,
            step=step,
            session=session,
            timeout=timeout,
        )

    def tbk_sc_cp_order_details_get(
        self,
        *,
        end_time: MomentLike,
        start_time: MomentLike,
        query_type: Literal[1, 2, 3] | int | None = None,
        position_index: str | None = None,
        page_size: int | None = None,
        tk_status: Literal[3, 12, 13, 14] | int | None = None,
        jump_type: Literal[-1, 1] | None = None,
        page_no: int | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkScCpOrderDetailsGetResponse:
        """List orders of a recruiting leader for a service provider, by time span.

        按时间段拉取团长的订单，供服务商工具使用。

        一次查询最多跨 3 小时，更长的时间要切段调用。翻页靠 position_index 与 jump_type
        （-1 向前、1 向后）配合 page_no；返回字段没有公开资料。

        时间跨度须短于 3 小时。资料来自公开的 SDK，未与平台文档核对。返回内容没有公开资
        料。6 个参数没有资料说明是否必填。

        注：必填标记与默认值出自公开客户端的参数校验，而非文档

        Args:
            end_time: 必填；查询时段的终点，距起点最多 3 小时；格式：yyyy-MM-dd HH:mm:ss
            start_time: 必填；查询时段的起点；格式：yyyy-MM-dd HH:mm:ss
            query_type: 按哪种时间查询订单；已知取值：
                - 1：创建时间
                - 2：付款时间
                - 3：结算时间
            position_index: 翻页位点
            page_size: 每页条数；默认 20
            tk_status: 按淘客订单状态筛选；已知取值：
                - 3：结算成功
                - 12：已付款
                - 13：已关闭
                - 14：已确认收货
            jump_type: 翻页方向；默认 1；只能取：
                - -1：向前翻页
                - 1：向后翻页
                注：客户端只接受 -1 与 1，含义取自其他订单接口
            page_no: 页码；默认 1
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkScCpOrderDetailsGetResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.sc.cp.order.details.get
        资料：公开的客户端代码，日期不详，最后核对 2026-11-24
        """
        from ..methods.tbk_sc_cp_order_details_get import METHOD

        session = MaskedText.of(session)
        return self._call(
            METHOD,
            {
                "end_time": end_time,
                "start_time": start_time,
                "query_type": query_type,
                "position_index": position_index,
                "page_size": page_size,
                "tk_status": tk_status,
                "jump_type": jump_type,
                "page_no": page_no,
            },
            session=session,
            timeout=timeout,
        )

    def tbk_sc_order_details_get(
        self,
        *,
        end_time: MomentLike,
        start_time: MomentLike,
        query_type: Literal[1, 2, 3, 4] | int | None = None,
        position_index: str | None = None,
        page_size: int | None = None,
        member_type: Literal[2, 3] | int | None = None,
        tk_status: Literal[3, 12, 13, 14] | int | None = None,
        jump_type: Literal[-1, 1] | None = None,
        page_no: int | None = None,
        order_scene: Literal[1, 2, 3] | int | None = None,
        member_group_id: IdLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkScOrderDetailsGetResponse:
        """List a publisher's orders within a time window.

        代推广者按时间段查询推广订单。

        需要推广者的授权。平日时间窗不超过 3 小时，618、双 11、年货节等大促日不超过 20
        分钟，起点最早到 90 天前；恰好等于上限也可能被拒，宜略短。翻页时原样送回
        position_index 并把 jump_type 设为 1。存疑：order_scene 取 1 得到的是所有订单还
        是只有常规订单，各来源说法不一。

        需要用户授权（session）。时间跨度须短于 3 小时（大促期间 20 分钟）。2 个列表的外
        层键名是推断的。

        权限包：
        - 16322：https://open.taobao.com/api.htm?docId=43755&docType=2&scopeId=16322

        注：资料没有列出本接口的错误码；错误码与 90 天的限制都取自推广者接口（文档
        43328）

        Args:
            end_time: 必填；查询时段的终点，距起点平时最多 3 小时，大促期间最多 20 分
                钟，超出报错；格式：yyyy-MM-dd HH:mm:ss
            start_time: 必填；查询时段的起点；格式：yyyy-MM-dd HH:mm:ss
            query_type: 按哪种时间查询订单；已知取值：
                - 1：创建时间
                - 2：付款时间
                - 3：结算时间
                - 4：更新时间
            position_index: 翻页位点，原样传入上一页返回的值；首页之外必填
            page_size: 每页条数；取值 1–100；默认 20
            member_type: 推广者角色，不传为全部；已知取值：
                - 2：二方
                - 3：三方
            tk_status: 按淘客订单状态筛选，不传则包含全部状态；已知取值：
                - 3：结算成功
                - 12：已付款
                - 13：已关闭
                - 14：已确认收货
            jump_type: 翻页方向，翻页时必填；只能取：
                - -1：向前翻页
                - 1：向后翻页
            page_no: 页码；取值 1–100；默认 1
            order_scene: 订单场景筛选；默认 1；已知取值：
                - 1：所有订单
                - 2：渠道订单
                - 3：会员运营订单
                注：存疑：最新文档写 1 为所有订单，十个公开程序中有九个把 1 当作常规订
                单、2 当作渠道订单、3 当作会员运营订单
            member_group_id: member 分组 ID
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkScOrderDetailsGetResponse: 一页结果，iter_all() 逐个给出本页及后续
                各页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页 tbk_sc_order_details_get
                1005: 参数有误
                1006: 参数有误
                1008: 参数有误
                2001: 参数有误
                2002: 参数有误
                2004: 参数有误
                2007: 参数有误
                3000: 调用过频（同一账号，到次日为止）
                3001: 平台故障
                9100: 调用过频（同一账号，片刻）
            TransportError: 没有得到可用的应答

        API: taobao.tbk.sc.order.details.get，文档编号 43755
        资料：公开的客户端代码 2026，最后核对 2026-11-26
        """
        from ..methods.tbk_sc_order_details_get import METHOD

        session = MaskedText.of(session)
        return self._call(
            METHOD,
            {
                "end_time": end_time,
                "start_time": start_time,
                "query_type": query_type,
                "position_index": position_index,
                "page_size": page_size,
                "member_type": member_type,
                "tk_status": tk_status,
                "jump_type": jump_type,
                "page_no": page_no,
                "order_scene": order_scene,
                "member_group_id": member_group_id,
            },
            session=session,
            timeout=timeout,
        )

    def tbk_sc_order_details_get_all(
        self,
        *,
        start: MomentLike,
        end: MomentLike | None = None,
        query_type: Literal[1, 2, 3, 4] | int | None = None,
        member_type: Literal[2, 3] | int | None = None,
        tk_status: Literal[3, 12, 13, 14] | int | None = None,
        order_scene: Literal[1, 2, 3] | int | None = None,
        member_group_id: IdLike | None = None,
        resume: str | None = None,
        overlap: timedelta | None = None,
        step: timedelta | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> hints.Pull[types.TbkScOrderDetailsGetPublisherOrder]:
        """Everything of a period: List a publisher's orders within a time window.

        取完一个时期：代推广者按时间段查询推广订单。时期会切成平台允许的各段，嫌长就再切
        短，每段翻完各页。trade_id 与 modified_time 都相同的只给一次；变化过的会再给一
        次，以后来的为准。取不到的时段不会悄悄略过：取完其余的之后以 IncompletePull 报
        告。

        Args:
            start: 必填；从什么时候起，没有时区的按北京时间；有 resume 时以它为准
            end: 到什么时候为止，不给或还没到则取到现在；恰在这一秒的也会给出
            query_type: 按哪种时间查询订单；已知取值：
                - 1：创建时间
                - 2：付款时间
                - 3：结算时间
                - 4：更新时间
            member_type: 推广者角色，不传为全部；已知取值：
                - 2：二方
                - 3：三方
            tk_status: 按淘客订单状态筛选，不传则包含全部状态；已知取值：
                - 3：结算成功
                - 12：已付款
                - 13：已关闭
                - 14：已确认收货
            order_scene: 订单场景筛选；默认 1；已知取值：
                - 1：所有订单
                - 2：渠道订单
                - 3：会员运营订单
                注：存疑：最新文档写 1 为所有订单，十个公开程序中有九个把 1 当作常规订
                单、2 当作渠道订单、3 当作会员运营订单
            member_group_id: member 分组 ID
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

        API: taobao.tbk.sc.order.details.get，文档编号 43755
        """
        from .._runtime.pulls import Pull
        from ..methods.tbk_sc_order_details_get import METHOD

        session = MaskedText.of(session)
        return Pull(
            self,
            METHOD,
            {
                "query_type": query_type,
                "member_type": member_type,
                "tk_status": tk_status,
                "order_scene": order_scene,
                "member_group_id": member_group_id,
                "page_size": 100,
                "jump_type": 1,
                "page_no": 1,
            },
            start=start,
            end=end,
            resume=resume,
            overlap=overlap,
            step=step,
            session=session,
            timeout=timeout,
        )
