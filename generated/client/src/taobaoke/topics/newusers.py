"""Methods about new users: 拉新."""

from __future__ import annotations

from datetime import timedelta
from typing import Literal

from .. import types
from .._runtime import hints
from .._runtime.arguments import DayLike, IdLike, MomentLike
from .._runtime.clients import BaseClient
from .._runtime.masking import MaskedText


class NewusersMethods(BaseClient):
    """Methods about new users.

    拉新类 API。
    """

    def tbk_dg_newuser_order_get(
        self,
        *,
        activity_id: IdLike,
        page_size: int | None = None,
        page_no: int | None = None,
        adzone_id: IdLike | None = None,
        start_time: MomentLike | None = None,
        end_time: MomentLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkDgNewuserOrderGetResponse:
        """List the new users that you won in an acquisition campaign.

        查询自己拉新活动的新用户明细。

        start_time 与 end_time 的含义随活动而变，淘宝活动指注册时间，支付宝活动指绑定时
        间，天猫活动指领红包的时间。

        权限包（有其一即可）：
        - 16188：https://open.taobao.com/api.htm?docId=33892&docType=2&scopeId=16188
        - 11655（旧）：
          https://open.taobao.com/api.htm?docId=33892&docType=2&scopeId=11655

        Args:
            activity_id: 必填；拉新活动 ID；已废弃
                注：文档同时标为必填与已废弃
            page_size: 每页条数；取值 1–100；默认 20
            page_no: 页码；默认 1
            adzone_id: 推广位 ID，PID（mm_1_2_3）的第三段
            start_time: 查询时段的起点：淘宝活动按注册时间、支付宝活动按绑定时间、天猫活
                动按领红包的时间计；格式：yyyy-MM-dd HH:mm:ss
            end_time: 查询时段的终点：淘宝活动按结束时间、支付宝活动按绑定时间、天猫活动
                按领红包的时间计；格式：yyyy-MM-dd HH:mm:ss
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkDgNewuserOrderGetResponse: 一页结果，iter_all() 逐个给出本页及后续
                各页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页 tbk_dg_newuser_order_get
                isp.tbkapi-service-unavailable: 平台故障
                isv.invalid-parameter:start_price: 参数有误
                isv.invalid-parameter:end_price: 参数有误
                isv.invalid-parameter:end_tk_rate: 参数有误
                4: 参数有误
                2: 参数有误
            TransportError: 没有得到可用的应答

        API: taobao.tbk.dg.newuser.order.get，文档编号 33892
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_dg_newuser_order_get import METHOD

        session = MaskedText.of(session)
        return self._call(
            METHOD,
            {
                "activity_id": activity_id,
                "page_size": page_size,
                "page_no": page_no,
                "adzone_id": adzone_id,
                "start_time": start_time,
                "end_time": end_time,
            },
            session=session,
            timeout=timeout,
        )

    def tbk_dg_newuser_order_get_all(
        self,
        *,
        start: MomentLike,
        end: MomentLike | None = None,
        activity_id: IdLike,
        adzone_id: IdLike | None = None,
        resume: str | None = None,
        overlap: timedelta | None = None,
        step: timedelta | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> hints.Pull[types.TbkDgNewuserOrderGetNewuserOrderResult]:
        """Everything of a period: List the new users that you won in an acquisition
        campaign.

        取完一个时期：查询自己拉新活动的新用户明细。时期会切成平台允许的各段，嫌长就再切
        短，每段翻完各页。没有成员能标识一个元素：只去掉前后两段都给出的、完全相同的元
        素；变化过的会再给一次。取不到的时段不会悄悄略过：取完其余的之后以
        IncompletePull 报告。

        Args:
            start: 必填；从什么时候起，没有时区的按北京时间；有 resume 时以它为准
            end: 到什么时候为止，不给或还没到则取到现在；恰在这一秒的也会给出
            activity_id: 必填；拉新活动 ID；已废弃
                注：文档同时标为必填与已废弃
            adzone_id: 推广位 ID，PID（mm_1_2_3）的第三段
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

        API: taobao.tbk.dg.newuser.order.get，文档编号 33892
        """
        from .._runtime.pulls import Pull
        from ..methods.tbk_dg_newuser_order_get import METHOD

        session = MaskedText.of(session)
        return Pull(
            self,
            METHOD,
            {"adzone_id": adzone_id, "activity_id": activity_id, "page_size": 100, "page_no": 1},
            start=start,
            end=end,
            resume=resume,
            overlap=overlap,
            step=step,
            session=session,
            timeout=timeout,
        )

    def tbk_dg_newuser_order_sum(
        self,
        *,
        page_size: int,
        page_no: int,
        activity_id: IdLike,
        adzone_id: IdLike | None = None,
        site_id: IdLike | None = None,
        settle_month: DayLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkDgNewuserOrderSumResponse:
        """Read daily totals of your acquisition campaign.

        查询自己拉新活动的汇总数据。

        settle_month 写成 201807 这样的六位数字。CPA 金额只在会员维度有值。

        权限包（有其一即可）：
        - 16188：https://open.taobao.com/api.htm?docId=36836&docType=2&scopeId=16188
        - 11655（旧）：
          https://open.taobao.com/api.htm?docId=36836&docType=2&scopeId=11655

        注：不需要授权，依据是公开的 Go 客户端调用时不传 session

        Args:
            page_size: 必填；每页条数；取值 1–100；默认 20
            page_no: 必填；页码；默认 1
            activity_id: 必填；拉新活动 ID
                参见 拉新活动与活动 ID 列表
                <https://tbk.bbs.taobao.com/detail.html?appId=45301&postId=8599277>
            adzone_id: 推广位 ID，PID（mm_1_2_3）的第三段
            site_id: 媒体（网站）ID，即 pid 的第二段数字
            settle_month: 结算所在月份；格式：yyyyMM
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkDgNewuserOrderSumResponse: 一页结果，iter_all() 逐个给出本页及后续
                各页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页 tbk_dg_newuser_order_sum
                isp.tbkapi-service-unavailable: 平台故障
                isv.invalid-parameter:start_price: 参数有误
                isv.invalid-parameter:end_price: 参数有误
                isv.invalid-parameter:end_tk_rate: 参数有误
                4: 参数有误
                2: 参数有误
            TransportError: 没有得到可用的应答

        API: taobao.tbk.dg.newuser.order.sum，文档编号 36836
        资料：平台文档页 2025-10，最后核对 2026-11-26
        """
        from ..methods.tbk_dg_newuser_order_sum import METHOD

        session = MaskedText.of(session)
        return self._call(
            METHOD,
            {
                "page_size": page_size,
                "page_no": page_no,
                "activity_id": activity_id,
                "adzone_id": adzone_id,
                "site_id": site_id,
                "settle_month": settle_month,
            },
            session=session,
            timeout=timeout,
        )

    def tbk_sc_newuser_order_get(
        self,
        *,
        activity_id: Literal["119013_2", "119013_3", "119013_4", "200000_5"] | IdLike,
        page_size: int | None = None,
        page_no: int | None = None,
        adzone_id: IdLike | None = None,
        site_id: IdLike | None = None,
        end_time: MomentLike | None = None,
        start_time: MomentLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkScNewuserOrderGetResponse:
        """List new users won by a publisher in an acquisition campaign.

        代推广者查询拉新活动的新用户明细。

        需要推广者的授权。start_time 与 end_time 的含义随活动而变，淘宝活动指注册时间，
        支付宝活动指绑定时间，天猫活动指领红包的时间。

        需要用户授权（session）。资料来自公开的 SDK，未与平台文档核对。6 个参数没有资料
        说明是否必填。

        权限包：
        - 11655（旧）：
          https://open.taobao.com/api.htm?docId=33897&docType=2&scopeId=11655

        注：响应的成员出自公开客户端的类；根字段 results 与列表的包装键依照推广者接口
        （文档编号 33892），两者的类名相同

        注：必填的只确知 activity_id，出自客户端 a07061625/swooleyaf 的校验

        Args:
            activity_id: 必填；拉新活动 ID；已知取值：
                - 119013_2：2 月手淘拉新
                - 119013_3：3 月手淘拉新
                - 119013_4：4 月手淘拉新
                - 200000_5：拉支付宝新用户赚赏金
            page_size: 每页条数；取值 1–100；默认 20
            page_no: 页码；默认 1
            adzone_id: 推广位 ID，PID（mm_1_2_3）的第三段
            site_id: 媒体（网站）ID，即 pid 的第二段数字
            end_time: 查询时段的终点：淘宝活动按结束时间、支付宝活动按绑定时间、天猫活动
                按领红包的时间计；格式：yyyy-MM-dd HH:mm:ss
            start_time: 查询时段的起点：淘宝活动按注册时间、支付宝活动按绑定时间、天猫活
                动按领红包的时间计；格式：yyyy-MM-dd HH:mm:ss
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkScNewuserOrderGetResponse: 一页结果，iter_all() 逐个给出本页及后续
                各页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.sc.newuser.order.get，文档编号 33897
        资料：公开的客户端代码 2025-02，最后核对 2026-11-24
        """
        from ..methods.tbk_sc_newuser_order_get import METHOD

        session = MaskedText.of(session)
        return self._call(
            METHOD,
            {
                "activity_id": activity_id,
                "page_size": page_size,
                "page_no": page_no,
                "adzone_id": adzone_id,
                "site_id": site_id,
                "end_time": end_time,
                "start_time": start_time,
            },
            session=session,
            timeout=timeout,
        )

    def tbk_sc_newuser_order_get_all(
        self,
        *,
        start: MomentLike,
        end: MomentLike | None = None,
        activity_id: Literal["119013_2", "119013_3", "119013_4", "200000_5"] | IdLike,
        adzone_id: IdLike | None = None,
        site_id: IdLike | None = None,
        resume: str | None = None,
        overlap: timedelta | None = None,
        step: timedelta | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> hints.Pull[types.TbkScNewuserOrderGetNewuserOrderResult]:
        """Everything of a period: List new users won by a publisher in an acquisition
        campaign.

        取完一个时期：代推广者查询拉新活动的新用户明细。时期会切成平台允许的各段，嫌长就
        再切短，每段翻完各页。没有成员能标识一个元素：只去掉前后两段都给出的、完全相同的
        元素；变化过的会再给一次。取不到的时段不会悄悄略过：取完其余的之后以
        IncompletePull 报告。

        Args:
            start: 必填；从什么时候起，没有时区的按北京时间；有 resume 时以它为准
            end: 到什么时候为止，不给或还没到则取到现在；恰在这一秒的也会给出
            activity_id: 必填；拉新活动 ID；已知取值：
                - 119013_2：2 月手淘拉新
                - 119013_3：3 月手淘拉新
                - 119013_4：4 月手淘拉新
                - 200000_5：拉支付宝新用户赚赏金
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

        API: taobao.tbk.sc.newuser.order.get，文档编号 33897
        """
        from .._runtime.pulls import Pull
        from ..methods.tbk_sc_newuser_order_get import METHOD

        session = MaskedText.of(session)
        return Pull(
            self,
            METHOD,
            {
                "adzone_id": adzone_id,
                "site_id": site_id,
                "activity_id": activity_id,
                "page_size": 100,
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

    def tbk_sc_newuser_order_sum(
        self,
        *,
        page_size: int,
        page_no: int,
        activity_id: Literal["119013_2", "119013_3"] | IdLike,
        adzone_id: IdLike | None = None,
        site_id: IdLike | None = None,
        settle_month: DayLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkScNewuserOrderSumResponse:
        """Read daily totals of a publisher's acquisition campaign.

        代推广者查询拉新活动的汇总数据。

        settle_month 写成 201807 这样的六位数字。

        需要用户授权（session）。

        权限包：
        - 11655（旧）：
          https://open.taobao.com/api.htm?docId=36837&docType=2&scopeId=11655

        注：文档副本止于明细中段，其后的 bind_buy_valid_user_cnt、
        bind_card_valid_user_cnt、re_buy_valid_user_cnt、valid_num、relation_id 取自公开
        的 Go 客户端，与推广者版（36836）相同

        注：需要授权，依据是公开的 Go 客户端调用时传入 session

        Args:
            page_size: 必填；每页条数；取值 1–100；默认 20
            page_no: 必填；页码；默认 1
            activity_id: 必填；拉新活动 ID；已知取值：
                - 119013_2：2 月手淘拉新
                - 119013_3：3 月手淘拉新
            adzone_id: 推广位 ID，PID（mm_1_2_3）的第三段
            site_id: 媒体（网站）ID，即 pid 的第二段数字
            settle_month: 活动规定的结算月份；格式：yyyyMM
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkScNewuserOrderSumResponse: 一页结果，iter_all() 逐个给出本页及后续
                各页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.sc.newuser.order.sum，文档编号 36837
        资料：平台文档页 2025，最后核对 2026-11-26
        """
        from ..methods.tbk_sc_newuser_order_sum import METHOD

        session = MaskedText.of(session)
        return self._call(
            METHOD,
            {
                "page_size": page_size,
                "page_no": page_no,
                "activity_id": activity_id,
                "adzone_id": adzone_id,
                "site_id": site_id,
                "settle_month": settle_month,
            },
            session=session,
            timeout=timeout,
        )
