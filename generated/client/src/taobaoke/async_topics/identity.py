"""Methods about identity: 用户标识与匹配."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from .. import types
from .._runtime import hints
from .._runtime.arguments import CsvLike, IdLike, MomentLike, Value
from .._runtime.clients import BaseAsyncClient
from .._runtime.masking import MaskedText


class IdentityMethods(BaseAsyncClient):
    """Methods about identity.

    用户标识与匹配类 API。
    """

    async def tbk_dg_rta_uvid_match(
        self,
        *,
        uvid: CsvLike,
        qmt_id: IdLike,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkDgRtaUvidMatchResponse:
        """Check whether uvids hit the crowd of a task.

        查询 uvid 是否命中任务的目标人群。

        Args:
            uvid: 必填；要匹配的联盟加密用户标识；以英文逗号分隔
                注：说明未提多个，示例为逗号分隔的两个值
            qmt_id: 必填；任务 ID
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkDgRtaUvidMatchResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.dg.rta.uvid.match，文档编号 71718
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_dg_rta_uvid_match import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "uvid": uvid,
                "qmt_id": qmt_id,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_dg_uvid_behavior_report(
        self,
        *,
        item_id: IdLike,
        action_time: MomentLike,
        action: Literal[1, 2, 3, 4, 8, 9, 10, 11, 12] | int,
        uvid: str | None = None,
        scd_id: IdLike | None = None,
        task_id: IdLike | None = None,
        channel: str | None = None,
        call_back_url: str | None = None,
        oaid: str | None = None,
        oaid_md5: str | None = None,
        idfa: str | None = None,
        idfa_md5: str | None = None,
        android_id: IdLike | None = None,
        android_id_md5: str | None = None,
        caid: str | None = None,
        caid_md5: str | None = None,
        caid_version: str | None = None,
        caid2: str | None = None,
        caid2_md5: str | None = None,
        caid2_version: str | None = None,
        adzone_id: IdLike | None = None,
        relation_id: IdLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkDgUvidBehaviorReportResponse:
        """Report exposures, clicks and other user actions on items or ads.

        上报用户对商品或广告的曝光、点击等行为。

        action_time 用毫秒时间戳；action 的 8 到 12 只供 RID 业务使用；caid 原值要转成小
        写。

        Args:
            item_id: 必填；商品 ID，新旧两种格式都可能出现
            action_time: 必填；行为发生的时间；格式：毫秒时间戳
            action: 必填；用户行为；已知取值：
                - 1：广告曝光
                - 2：广告点击
                - 3：商品曝光
                - 4：商品点击
                - 8：feed 流商品曝光，限 RID
                - 9：feed 流商品点击，限 RID
                - 10：商品详情页曝光，限 RID
                - 11：详情页点立即分享，限 RID
                - 12：详情页点立即购买，限 RID
                注：文档以省略号略去 5 至 7
            uvid: 联盟加密后的用户标识
            scd_id: 社群 ID
            task_id: 联盟任务 ID
            channel: 联盟的渠道 ID
            call_back_url: 行为上报的回调地址
            oaid: 安卓设备的 OAID
            oaid_md5: OAID 的 MD5 值
            idfa: iOS 设备的 IDFA，iOS 6 起可用
            idfa_md5: iOS 设备 IDFA 的 MD5
            android_id: 用户设备的 Android ID
            android_id_md5: Android ID 的 MD5
            caid: CAID 明文，小写
            caid_md5: CAID 的 MD5，小写
            caid_version: CAID 的版本号
            caid2: 第二个 CAID 的明文，小写
            caid2_md5: 第二个 CAID 的 MD5，小写
            caid2_version: 第二个 CAID 的版本号
            adzone_id: 推广位 ID，PID（mm_1_2_3）的第三段
                参见 淘宝联盟后台 <https://pub.alimama.com>
            relation_id: 渠道关系 ID
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkDgUvidBehaviorReportResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.dg.uvid.behavior.report，文档编号 70485
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_dg_uvid_behavior_report import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "item_id": item_id,
                "action_time": action_time,
                "action": action,
                "uvid": uvid,
                "scd_id": scd_id,
                "task_id": task_id,
                "channel": channel,
                "call_back_url": call_back_url,
                "oaid": oaid,
                "oaid_md5": oaid_md5,
                "idfa": idfa,
                "idfa_md5": idfa_md5,
                "android_id": android_id,
                "android_id_md5": android_id_md5,
                "caid": caid,
                "caid_md5": caid_md5,
                "caid_version": caid_version,
                "caid2": caid2,
                "caid2_md5": caid2_md5,
                "caid2_version": caid2_version,
                "adzone_id": adzone_id,
                "relation_id": relation_id,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_dg_uvid_bind_status_get(
        self,
        *,
        uvid: str,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkDgUvidBindStatusGetResponse:
        """Check whether a uvid is matched to a consumer and authorised.

        查询 uvid 是否匹配到消费者、用户是否授权。

        user_permission 与 bind_time 只在返利业务中有意义。

        Args:
            uvid: 必填；联盟加密后的用户标识
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkDgUvidBindStatusGetResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.dg.uvid.bind.status.get，文档编号 70587
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_dg_uvid_bind_status_get import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "uvid": uvid,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_dsp_rta_consumer_match(
        self,
        *,
        qmt_id_list: CsvLike,
        device_d_t_o_list: Iterable[types.TbkDspRtaConsumerMatchDevice],
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkDspRtaConsumerMatchResponse:
        """Check whether devices fit the target users of tasks.

        批量判断设备是否符合各任务的目标用户要求。

        一次最多 5 个任务、10 台设备；IMEI、IDFA、OAID 传 32 位小写 MD5，CAID 传原值并附
        device_version。

        注：device_d_t_o_list：文档页写成单个 DeviceDTO，却允许最多 10 个设备，因此这里
        按列表发送

        Args:
            qmt_id_list: 必填；任务 ID；以英文逗号分隔；至多 5 个元素
                注：文档没有写多个任务 ID 的分隔符，这里用逗号
            device_d_t_o_list: 必填；要匹配的设备；IMEI、IDFA、OAID 传 32 位小写 MD5，
                CAID 传原始值；至多 10 个元素
                注：文档类型为单个 DeviceDTO，参数名与说明都指列表
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkDspRtaConsumerMatchResponse: 各元素分别成败，见 ok 与 failed

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页
                tbk_dsp_rta_consumer_match
                2: 没有结果
                3: 平台故障
            TransportError: 没有得到可用的应答

        API: taobao.tbk.dsp.rta.consumer.match，文档编号 72399
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_dsp_rta_consumer_match import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "qmt_id_list": qmt_id_list,
                "device_d_t_o_list": device_d_t_o_list,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_rta_consumer_match(
        self,
        *,
        adzone_id: IdLike,
        offer_list: Iterable[types.TbkRtaConsumerMatchOffer] | None = None,
        special_id: IdLike | None = None,
        device_value: str | None = None,
        device_type: Literal["IMEI", "IDFA", "OAID", "MOBILE"] | str | None = None,
        strategy_id_list: str | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkRtaConsumerMatchResponse:
        """Check whether a consumer qualifies for given activities or strategies, and
        get promotion links.

        判断消费者能否参加指定活动或策略，符合时给出推广链接。

        消费者用 special_id 或设备信息指明，两者都传时以会员 ID 为准；按设备识别属于模糊
        匹配，设备值要做 MD5（32 位小写）。传策略 ID 时看 strategy_result_list，传活动列
        表（最多 100 个）时看 result_list。status 为 3 只说明此人不符合条件，不算调用失
        败。

        offer_list、strategy_id_list 必须且只能填一个。3 个参数没有资料说明是否必填。

        注：strategy_id_list：文档为 String，2025-09 的客户端为 String[]

        注：offer_list 的成员出自 2025-09 的客户端

        注：offer_list 在 2023-02 的客户端中必填，该客户端没有 strategy_id_list

        Args:
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
            offer_list: 待匹配的活动；至多 100 个元素
            special_id: 消费者的会员 ID；与设备信息同时传时以它为准
            device_value: 用户标识的 MD5 值，32 位小写
            device_type: 用户标识的类别；按设备查询是模糊匹配，结果可能有偏差；已知取
                值：
                - IMEI：安卓设备 IMEI
                - IDFA：苹果设备 IDFA
                - OAID：安卓匿名标识 OAID
                - MOBILE：手机号
            strategy_id_list: 策略 ID，与活动列表任选其一
                注：参数名像是列表；文档类型为 String，有客户端用 String[]；没有资料说明
                分隔符
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkRtaConsumerMatchResponse: 各元素分别成败，见 ok 与 failed

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页 tbk_rta_consumer_match
                1601: 参数有误
                1701: 平台故障
                1702: 参数有误
                2: 参数有误
                4: 参数有误
                1803: 参数有误
                1802: 参数有误
            TransportError: 没有得到可用的应答

        API: taobao.tbk.rta.consumer.match，文档编号 55891
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_rta_consumer_match import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "adzone_id": adzone_id,
                "offer_list": offer_list,
                "special_id": special_id,
                "device_value": device_value,
                "device_type": device_type,
                "strategy_id_list": strategy_id_list,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_rta_uvid_get(
        self,
        *,
        rta_id: IdLike,
        manufacturer: (
            Literal["huawei", "rongyao", "oppo", "vivo", "xiaomi", "rongyaoNetwork"] | str
        ),
        page_size: int,
        cursor: str | None = None,
        main_accountid: IdLike | None = None,
        rta_type: Literal[0, 1] | int | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.AsyncTbkRtaUvidGetResponse:
        """List encrypted user ids for an RTA id and a phone maker.

        按 RTA ID 和手机厂商翻页获取加密用户标识。

        rta_id 是同步设备时所用的那一个；每页最多 10 条，翻页时把 cursor 原样带回，直到
        has_more 为 false。

        Args:
            rta_id: 必填；同步设备时所用的 RTA ID
            manufacturer: 必填；手机厂商；已知取值：
                - huawei：华为
                - rongyao：荣耀
                - oppo：OPPO
                - vivo：vivo
                - xiaomi：小米
                - rongyaoNetwork：荣耀网络消息
            page_size: 必填；每页条数；不大于 10；默认 10
            cursor: 翻页的游标
            main_accountid: 账号组的主账号 ID；传入后按账号组维度创建
            rta_type: RTA 的类型；已知取值：
                - 0：厂商 RTA
                - 1：联盟 RTA
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.AsyncTbkRtaUvidGetResponse: 一页结果，iter_all() 逐个给出本页及后续各
                页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.rta.uvid.get，文档编号 68848
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_rta_uvid_get import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "rta_id": rta_id,
                "manufacturer": manufacturer,
                "page_size": page_size,
                "cursor": cursor,
                "main_accountid": main_accountid,
                "rta_type": rta_type,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_sc_uvid_encrypt(
        self,
        *,
        tk_domain: Literal[1, 2, 3, 4, 5] | int,
        source_type: Literal[1] | None = None,
        source_values: CsvLike | None = None,
        main_accountid: IdLike | None = None,
        device_type: Literal["1", "2", "3", "4", "5", "6"] | str | None = None,
        device_value: str | None = None,
        caid_version: str | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkScUvidEncryptResponse:
        """Convert user or device ids into encrypted user ids for an authorised
        publisher.

        把媒体用户 ID 或设备号转成加密用户标识（uvid）。

        一次最多 10 个用户 ID；各元素的 error_message 有值即表示该 ID 没有转换成功。传
        main_accountid 时按账号组生成。

        需要用户授权（session）。当 device_type 为 4 时，device_value、caid_version 必须
        同时填写。

        注：推广者接口的文档另有 group_type

        Args:
            tk_domain: 必填；淘客所属业务域；已知取值：
                - 1：导购
                - 2：流量
                - 3：社群
                - 4：代理
                - 5：返利
            source_type: 原始 ID 的种类，固定传 1；只能取：
                - 1：媒体侧的用户 ID
            source_values: 待加密的原始用户 ID；以英文逗号分隔；至多 10 个元素
            main_accountid: 账号组的主账号 ID；传入后按账号组维度创建
            device_type: 设备号类别及加密方式；已知取值：
                - 1：OAID 原文
                - 2：IMEI 的 MD5
                - 3：IDFA 的 MD5
                - 4：CAID
                - 5：CAID2
                - 6：OAID 的 MD5
            device_value: 设备号取值
            caid_version: CAID 的版本号，传 CAID 时必填
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkScUvidEncryptResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.sc.uvid.encrypt，文档编号 70083
        资料：平台文档页 2025，最后核对 2026-11-24
        """
        from ..methods.tbk_sc_uvid_encrypt import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "tk_domain": tk_domain,
                "source_type": source_type,
                "source_values": source_values,
                "main_accountid": main_accountid,
                "device_type": device_type,
                "device_value": device_value,
                "caid_version": caid_version,
            },
            session=session,
            timeout=timeout,
        )

    def tbk_sc_uvid_encrypt_many(
        self,
        source_values: Iterable[Value],
        *,
        tk_domain: Literal[1, 2, 3, 4, 5] | int,
        source_type: Literal[1] | None = None,
        main_accountid: IdLike | None = None,
        device_type: Literal["1", "2", "3", "4", "5", "6"] | str | None = None,
        device_value: str | None = None,
        caid_version: str | None = None,
        concurrency: int = 4,
        session: str | None = None,
        timeout: float | None = None,
    ) -> hints.AsyncMany[Value, types.UvIdGenerateRes]:
        """Any number of values: Convert user or device ids into encrypted user ids for
        an authorised publisher.

        任意多个值：把媒体用户 ID 或设备号转成加密用户标识（uvid）。每次调用至多 10 个，
        同时几次由 concurrency 决定。按给出的次序，每个值恰好得到一个 Answer；元素以
        source_value 对应到值，应答里没有的是 Unanswered。因某个值而整批被拒时，对半拆开
        再问，直到只剩那个值。

        Args:
            source_values: 必填；任意多个，可以是生成器；待加密的原始用户 ID
            tk_domain: 必填；淘客所属业务域；已知取值：
                - 1：导购
                - 2：流量
                - 3：社群
                - 4：代理
                - 5：返利
            source_type: 原始 ID 的种类，固定传 1；只能取：
                - 1：媒体侧的用户 ID
            main_accountid: 账号组的主账号 ID；传入后按账号组维度创建
            device_type: 设备号类别及加密方式；已知取值：
                - 1：OAID 原文
                - 2：IMEI 的 MD5
                - 3：IDFA 的 MD5
                - 4：CAID
                - 5：CAID2
                - 6：OAID 的 MD5
            device_value: 设备号取值
            caid_version: CAID 的版本号，传 CAID 时必填
            concurrency: 同时至多几次调用；先读入的值也至多这么多批
            session: 用户授权，覆盖客户端的设置
            timeout: 每次调用的超时秒数，覆盖客户端的设置

        Returns:
            AsyncMany: 用 async for 逐个取得 Answer：value、element、error

        Raises:
            InvalidArguments: 其他参数有误，请求未发送；某个值有误只是那个值的 error
            CallError: 别的值也会同样失败，例如没有权限，而给出的是不知道长度的生成器

        API: taobao.tbk.sc.uvid.encrypt，文档编号 70083
        """
        from .._runtime.many import AsyncMany
        from ..methods.tbk_sc_uvid_encrypt import METHOD

        session = MaskedText.of(session)
        return AsyncMany(
            self,
            METHOD,
            source_values,
            {
                "tk_domain": tk_domain,
                "source_type": source_type,
                "main_accountid": main_accountid,
                "device_type": device_type,
                "device_value": device_value,
                "caid_version": caid_version,
            },
            concurrency=concurrency,
            session=session,
            timeout=timeout,
        )

    async def tbk_uvid_encrypt(
        self,
        *,
        tk_domain: Literal[1, 2, 3, 4, 5] | int,
        source_type: Literal[1] | None = None,
        source_values: CsvLike | None = None,
        main_accountid: IdLike | None = None,
        device_type: Literal["1", "2", "3", "4", "5", "6"] | str | None = None,
        device_value: str | None = None,
        caid_version: str | None = None,
        group_type: Literal[1, 2] | int | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkUvidEncryptResponse:
        """Convert media user ids or a device id into encrypted user ids (uvid).

        把媒体用户 ID 或设备号转成加密用户标识（uvid）。

        一次最多 10 个用户 ID；各元素的 error_message 有值即表示该 ID 没有转换成功。传
        main_accountid 时按账号组生成。

        当 device_type 为 4 时，device_value、caid_version 必须同时填写。

        Args:
            tk_domain: 必填；淘客所属业务域；已知取值：
                - 1：导购
                - 2：流量
                - 3：社群
                - 4：代理
                - 5：返利
            source_type: 原始 ID 的种类，固定传 1；只能取：
                - 1：媒体侧的用户 ID
            source_values: 待加密的原始用户 ID；以英文逗号分隔；至多 10 个元素
            main_accountid: 账号组的主账号 ID；传入后按账号组维度创建
            device_type: 设备号类别及加密方式；已知取值：
                - 1：OAID 原文
                - 2：IMEI 的 MD5
                - 3：IDFA 的 MD5
                - 4：CAID
                - 5：CAID2
                - 6：OAID 的 MD5
            device_value: 设备号取值
            caid_version: CAID 的版本号，传 CAID 时必填
            group_type: 账号组类型，main_accountid 非空且取其他值时按媒体账号组处理；已
                知取值：
                - 1：媒体账号组
                - 2：自定义账号组
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkUvidEncryptResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.uvid.encrypt，文档编号 68029
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_uvid_encrypt import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "tk_domain": tk_domain,
                "source_type": source_type,
                "source_values": source_values,
                "main_accountid": main_accountid,
                "device_type": device_type,
                "device_value": device_value,
                "caid_version": caid_version,
                "group_type": group_type,
            },
            session=session,
            timeout=timeout,
        )

    def tbk_uvid_encrypt_many(
        self,
        source_values: Iterable[Value],
        *,
        tk_domain: Literal[1, 2, 3, 4, 5] | int,
        source_type: Literal[1] | None = None,
        main_accountid: IdLike | None = None,
        device_type: Literal["1", "2", "3", "4", "5", "6"] | str | None = None,
        device_value: str | None = None,
        caid_version: str | None = None,
        group_type: Literal[1, 2] | int | None = None,
        concurrency: int = 4,
        session: str | None = None,
        timeout: float | None = None,
    ) -> hints.AsyncMany[Value, types.UvIdGenerateRes]:
        """Any number of values: Convert media user ids or a device id into encrypted
        user ids (uvid).

        任意多个值：把媒体用户 ID 或设备号转成加密用户标识（uvid）。每次调用至多 10 个，
        同时几次由 concurrency 决定。按给出的次序，每个值恰好得到一个 Answer；元素以
        source_value 对应到值，应答里没有的是 Unanswered。因某个值而整批被拒时，对半拆开
        再问，直到只剩那个值。

        Args:
            source_values: 必填；任意多个，可以是生成器；待加密的原始用户 ID
            tk_domain: 必填；淘客所属业务域；已知取值：
                - 1：导购
                - 2：流量
                - 3：社群
                - 4：代理
                - 5：返利
            source_type: 原始 ID 的种类，固定传 1；只能取：
                - 1：媒体侧的用户 ID
            main_accountid: 账号组的主账号 ID；传入后按账号组维度创建
            device_type: 设备号类别及加密方式；已知取值：
                - 1：OAID 原文
                - 2：IMEI 的 MD5
                - 3：IDFA 的 MD5
                - 4：CAID
                - 5：CAID2
                - 6：OAID 的 MD5
            device_value: 设备号取值
            caid_version: CAID 的版本号，传 CAID 时必填
            group_type: 账号组类型，main_accountid 非空且取其他值时按媒体账号组处理；已
                知取值：
                - 1：媒体账号组
                - 2：自定义账号组
            concurrency: 同时至多几次调用；先读入的值也至多这么多批
            session: 用户授权，覆盖客户端的设置
            timeout: 每次调用的超时秒数，覆盖客户端的设置

        Returns:
            AsyncMany: 用 async for 逐个取得 Answer：value、element、error

        Raises:
            InvalidArguments: 其他参数有误，请求未发送；某个值有误只是那个值的 error
            CallError: 别的值也会同样失败，例如没有权限，而给出的是不知道长度的生成器

        API: taobao.tbk.uvid.encrypt，文档编号 68029
        """
        from .._runtime.many import AsyncMany
        from ..methods.tbk_uvid_encrypt import METHOD

        session = MaskedText.of(session)
        return AsyncMany(
            self,
            METHOD,
            source_values,
            {
                "tk_domain": tk_domain,
                "source_type": source_type,
                "main_accountid": main_accountid,
                "device_type": device_type,
                "device_value": device_value,
                "caid_version": caid_version,
                "group_type": group_type,
            },
            concurrency=concurrency,
            session=session,
            timeout=timeout,
        )
