"""Methods about gifts: 淘礼金."""

from __future__ import annotations

from typing import Literal

from .. import types
from .._runtime.arguments import IdLike, MomentLike, NumberLike
from .._runtime.clients import BaseClient
from .._runtime.masking import MaskedText


class GiftsMethods(BaseClient):
    """Methods about gifts.

    淘礼金类 API。
    """

    def tbk_dg_vegas_tlj_create(
        self,
        *,
        send_start_time: MomentLike,
        per_face: NumberLike,
        security_switch: bool,
        user_total_win_num_limit: int,
        name: str,
        total_num: int,
        item_id: IdLike,
        adzone_id: IdLike,
        security_level: Literal[0] | None = None,
        use_start_time: str | None = None,
        use_end_time_mode: Literal[1, 2] | int | None = None,
        use_end_time: str | None = None,
        send_end_time: MomentLike | None = None,
        campaign_type: str | None = None,
        use_threshold: NumberLike | None = None,
        award_img_template_id: Literal["1", "2", "3"] | IdLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkDgVegasTljCreateResponse:
        """Create a TLJ gift (Taobao red packet) for an item.

        为一件商品创建淘礼金。

        须先申请淘礼金权限并往玩法钱包充值。security_switch 固定传 true，security_level
        固定传 0。面额不低于 1 元，门槛不得低于面额，名称最长 10 个字符，发放期不超过 30
        天。相对时间模式下使用期为领取后的 1 至 7 天。超时后先查账户余额或报表，避免重复
        创建。

        仅向受邀的应用开放。

        权限包：
        - 15029：https://open.taobao.com/api.htm?docId=40173&docType=2&scopeId=15029

        注：per_face、total_num、user_total_win_num_limit 的最小值出自错误码

        Args:
            send_start_time: 必填；淘礼金开始发放的时刻；格式：yyyy-MM-dd HH:mm:ss
            per_face: 必填；每个淘礼金的金额，至多两位小数；单位：元；不小于 1；至多 2
                位小数
            security_switch: 必填；安全开关，只能传 true
            user_total_win_num_limit: 必填；每个用户累计可中奖的次数上限，不得超过
                total_num；单位：次；不小于 1
            name: 必填；淘礼金的名称；至多 10 个字符
            total_num: 必填；要创建的淘礼金个数；单位：个；不小于 1
            item_id: 必填；商品 ID 或营销 ID
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
            security_level: 安全等级，固定传 0；只能取：
                - 0：唯一可用的值
            use_start_time: 可用起始时间。相对模式不填，从领取时算起；绝对模式填
                yyyy-MM-dd（当天 00:00:00 起）或 yyyy-MM-dd HH:mm:ss
                注：日期与时间两种写法都可用，因此按文本传入
            use_end_time_mode: 使用截止时间的模式；已知取值：
                - 1：相对时间
                - 2：绝对时间
            use_end_time: 使用截止时间。相对模式填 1 到 7 的整数，即领取后的天数；绝对模
                式填 yyyy-MM-dd（到当天 23:59:59）或 yyyy-MM-dd HH:mm:ss
                注：相对模式与绝对模式写法不同，因此按文本传入
            send_end_time: 淘礼金停止发放的时刻；格式：yyyy-MM-dd HH:mm:ss
            campaign_type: 推广计划的类型；已废弃，已下线，不必再传
            use_threshold: 使用门槛，实付款达到该金额才能使用，且不得低于淘礼金面额；单
                位：元
            award_img_template_id: 淘礼金皮肤模板；已知取值：
                - 1：日常模板，长期可用
                - 2：弹窗模板，长期可用
                - 3：近期大促活动模板
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkDgVegasTljCreateResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页 tbk_dg_vegas_tlj_create
                isp.vegas-server-unavailable: 平台故障
                isp.call-limited: 调用过频（同一 API，片刻）
                isv.FAIL_BIZ_HAS_NO_PRIVILEGE: 没有权限
                isv.FAIL_BIZ_VIOLATION_POINT_EXCEED: 没有权限
                isv.FAIL_BIZ_ITEM_FORBIDDEN: 业务不允许
                isv.FAIL_BIZ_NOT_TK_ITEM: 业务不允许
                isv.FAIL_CHECK_DAILY_SEND_AMOUNT_EXCEED: 业务不允许
                isv.FAIL_CHECK_MEMBER_DAILY_SEND_ITEM_ABOVE_LIMIT_ERROR: 业务不允许
                isv.FAIL_CHECK_MEMBER_ITEM_DAILY_SEND_TLJ_ABOVE_LIMIT_ERROR: 业务不允许
                isv.FAIL_CHECK_SELLER_CREATE_ITEM_NUM_RULE_ERROR: 业务不允许
                isv.FAIL_CHECK_MEMBER_CREATE_ITEM_NUM_CHECK_ERROR: 业务不允许
                isv.FAIL_CHECK_SELLER_DAILY_CREATE_NUM_ABOVE_LIMIT_ERROR: 业务不允许
                isv.FAIL_CHECK_TLJ_MIN_FACE_ERROR: 参数有误
                isv.FAIL_BIZ_ASSET_ACCOUNT_NOT_EXISTS: 业务不允许
                isv.FAIL_BIZ_ACCOUNT_UN_PAID: 业务不允许
                isv.ASSET_ACCOUNT_BALANCE_NOT_ENOUGH: 业务不允许
                isv.FAIL_BIZ_PARAMS_ERROR: 参数有误
                isv.FAIL_BIZ_CREATE_FORBIDDEN: 没有权限
                isv.FAIL_BIZ_EXTERNAL_SERVICE_EXCEPTION: 平台故障
                isv.FAIL_BIZ_SYSTEM_ERROR: 平台故障
                isp.ACK_FREEZE_ASSET_ACCOUNT_ERROR: 平台故障
                isv.FAIL_CHECK_ITEM_DAILY_SEND_NUM_CHECK_ERROR: 业务不允许
                isv.PARAM_IS_EMPTY: 参数有误
                isv.FAIL_BIZ_SERVICE_TIMEOUT: 平台故障
                isv.MEMBER_DAILY_DRAW_ITEM_ABOVE_LIMIT: 业务不允许
                isv.SELLER_DAILY_DRAW_ITEM_ABOVE_LIMIT: 业务不允许
                isv.DAILY_DRAW_ITEM_ABOVE_LIMIT: 业务不允许
                isv.CREATE_INSTANCE_ERROR: 平台故障
                isv.ACK_FREEZE_FAIL: 业务不允许
                isv.NAME_LENGTH_EXCEED: 参数有误
                isv.SEND_DATE_TIME_LIMIT: 参数有误
                isv.TOTAL_NUM_BELOW_LIMIT: 参数有误
                isv.USER_TOTAL_WIN_NUM_LIMIT: 参数有误
                isv.USER_TOTAL_WIN_NUM_LIMIT_BELOW_TOTAL_NUM: 参数有误
                isv.ACCOUNT_STATUS_INVALID: 业务不允许
                isv.invalid-argument: 参数有误
                isv.SHIELD_ACCESS_RELATION_ERROR: 没有权限
                isv.SHIELD_ACCESS_SELF_ERROR: 没有权限
                -4003: 参数有误
            TransportError: 没有得到可用的应答

        API: taobao.tbk.dg.vegas.tlj.create，文档编号 40173
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_dg_vegas_tlj_create import METHOD

        session = MaskedText.of(session)
        return self._call(
            METHOD,
            {
                "send_start_time": send_start_time,
                "per_face": per_face,
                "security_switch": security_switch,
                "user_total_win_num_limit": user_total_win_num_limit,
                "name": name,
                "total_num": total_num,
                "item_id": item_id,
                "adzone_id": adzone_id,
                "security_level": security_level,
                "use_start_time": use_start_time,
                "use_end_time_mode": use_end_time_mode,
                "use_end_time": use_end_time,
                "send_end_time": send_end_time,
                "campaign_type": campaign_type,
                "use_threshold": use_threshold,
                "award_img_template_id": award_img_template_id,
            },
            session=session,
            timeout=timeout,
        )

    def tbk_dg_vegas_tlj_report(
        self,
        *,
        rights_id: IdLike,
        adzone_id: IdLike,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkDgVegasTljReportResponse:
        """Get claims, use, refunds and sales of one Taolijin gift.

        查询一个淘礼金的领取、使用、退款和引导成交情况。

        红包退回后再次使用会重复计数，因此使用与付款类指标可能高于消费者的实际用量。

        注：金额与比率的单位由示例推断，文档没有给出

        Args:
            rights_id: 必填；淘礼金 ID，创建时产生，每个唯一
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkDgVegasTljReportResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.dg.vegas.tlj.report，文档编号 58736
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_dg_vegas_tlj_report import METHOD

        session = MaskedText.of(session)
        return self._call(
            METHOD,
            {
                "rights_id": rights_id,
                "adzone_id": adzone_id,
            },
            session=session,
            timeout=timeout,
        )

    def tbk_dg_vegas_tlj_share_convert(
        self,
        *,
        adzone_id: IdLike,
        origin_url: str,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkDgVegasTljShareConvertResponse:
        """Convert a two-party Taolijin link into a three-party profit-sharing link.

        转换二方分成的淘礼金链接，得到三方分成链接。

        Args:
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
            origin_url: 必填；待转换的二方分成链接
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkDgVegasTljShareConvertResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.dg.vegas.tlj.share.convert，文档编号 60552
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_dg_vegas_tlj_share_convert import METHOD

        session = MaskedText.of(session)
        return self._call(
            METHOD,
            {
                "adzone_id": adzone_id,
                "origin_url": origin_url,
            },
            session=session,
            timeout=timeout,
        )

    def tbk_dg_vegas_tlj_stop(
        self,
        *,
        rights_id: IdLike,
        adzone_id: IdLike,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkDgVegasTljStopResponse:
        """Stop handing out a Taolijin gift.

        停止发放一个已创建的淘礼金。

        rights_id 是创建时得到的编号。result_success 只说明调用成功，是否真正停下要看
        model.update_success。

        Args:
            rights_id: 必填；淘礼金 ID，创建时产生，每个唯一
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkDgVegasTljStopResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.dg.vegas.tlj.stop，文档编号 58713
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_dg_vegas_tlj_stop import METHOD

        session = MaskedText.of(session)
        return self._call(
            METHOD,
            {
                "rights_id": rights_id,
                "adzone_id": adzone_id,
            },
            session=session,
            timeout=timeout,
        )
