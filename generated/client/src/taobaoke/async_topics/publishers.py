"""Methods about publishers: 备案与推广位."""

from __future__ import annotations

from typing import Literal

from .. import types
from .._runtime.arguments import IdLike, JsonLike
from .._runtime.clients import BaseAsyncClient
from .._runtime.masking import MaskedText


class PublishersMethods(BaseAsyncClient):
    """Methods about publishers.

    备案与推广位类 API。
    """

    async def tbk_adzone_create(
        self,
        *,
        site_id: IdLike,
        adzone_name: str,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkAdzoneCreateResponse:
        """Create an ad zone and get its pid.

        在自己的媒体下新建推广位并取得 pid。

        site_id 是 pid 的第二段，名称最长 64 个字符。返回的是完整 pid，第三段即新的
        adzone_id。

        Args:
            site_id: 必填；媒体（网站）ID，即 pid 的第二段数字
            adzone_name: 必填；推广位名称；至多 64 个字符
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkAdzoneCreateResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.adzone.create，文档编号 31372
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_adzone_create import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "site_id": site_id,
                "adzone_name": adzone_name,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_sc_adzone_create(
        self,
        *,
        site_id: IdLike,
        adzone_name: str,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkScAdzoneCreateResponse:
        """Create an ad zone for a publisher and get its pid.

        代推广者新建推广位并取得 pid。

        需要推广者的授权。名称最长 64 个字符；返回的是完整 pid，第三段即新的 adzone_id。

        需要用户授权（session）。

        权限包：
        - 13878：https://open.taobao.com/api.htm?docId=34751&docType=2&scopeId=13878

        Args:
            site_id: 必填；媒体（网站）ID，即 pid 的第二段数字
            adzone_name: 必填；推广位名称；至多 64 个字符
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkScAdzoneCreateResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.sc.adzone.create，文档编号 34751
        资料：公开的客户端代码 2026，最后核对 2026-11-24
        """
        from ..methods.tbk_sc_adzone_create import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "site_id": site_id,
                "adzone_name": adzone_name,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_sc_invitecode_get(
        self,
        *,
        relation_app: str,
        code_type: Literal[1, 2, 3] | int,
        relation_id: IdLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkScInvitecodeGetResponse:
        """Get an invite code for channels or members.

        取得邀请渠道、渠道裂变或邀请会员用的邀请码。

        需要授权。得到的邀请码用于 taobao.tbk.sc.publisher.info.save。

        需要用户授权（session）。

        权限包：
        - 14474：https://open.taobao.com/api.htm?docId=38046&docType=2&scopeId=14474

        Args:
            relation_app: 必填；渠道推广所用的物料类型
            code_type: 必填；邀请码的用途；已知取值：
                - 1：邀请渠道
                - 2：渠道裂变
                - 3：邀请会员
            relation_id: 渠道关系 ID
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkScInvitecodeGetResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页 tbk_sc_invitecode_get
                isp.tbkapi-service-unavailable: 平台故障
                isv.invalid-parameter:start_price: 参数有误
                isv.invalid-parameter:end_price: 参数有误
                isv.invalid-parameter:end_tk_rate: 参数有误
                4: 参数有误
                2: 参数有误
            TransportError: 没有得到可用的应答

        API: taobao.tbk.sc.invitecode.get，文档编号 38046
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_sc_invitecode_get import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "relation_app": relation_app,
                "code_type": code_type,
                "relation_id": relation_id,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_sc_membergroup_optional(
        self,
        *,
        member_group_id: IdLike | None = None,
        tb_num_ids: str | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkScMembergroupOptionalResponse:
        """Look up or add a member group of a service provider.

        查询或新增服务商的 member 组。

        同一接口兼作查询与新增；哪种传参触发新增，已有资料没有写明，超时后应先查询再决定
        是否重发。

        注：文档的标题是“工具服务商member组查询、新增接口”

        Args:
            member_group_id: member 分组 ID
            tb_num_ids: 淘宝用户的数字 ID
                注：参数名为复数，文档未写分隔符
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkScMembergroupOptionalResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.sc.membergroup.optional，文档编号 63718
        资料：公开的客户端代码 2025-02，最后核对 2026-11-24
        """
        from ..methods.tbk_sc_membergroup_optional import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "member_group_id": member_group_id,
                "tb_num_ids": tb_num_ids,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_sc_publisher_info_get(
        self,
        *,
        info_type: Literal[1, 2],
        relation_app: Literal["common", "etao", "minietao", "offlineShop", "offlinePerson"] | str,
        relation_id: IdLike | None = None,
        page_no: int | None = None,
        page_size: int | None = None,
        special_id: IdLike | None = None,
        external_id: IdLike | None = None,
        external_type: Literal[0, 1, 2, 3, 4, 5] | int | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.AsyncTbkScPublisherInfoGetResponse:
        """List registered channels or members.

        查询已备案的渠道或会员。

        需要授权。info_type 1 查渠道，2 查会员；查会员时 relation_app 填 common。页码从
        0 起。

        需要用户授权（session）。

        权限包：
        - 14474：https://open.taobao.com/api.htm?docId=37989&docType=2&scopeId=14474

        Args:
            info_type: 必填；要查询的信息类型；只能取：
                - 1：渠道
                - 2：会员
            relation_app: 必填；备案场景；查会员信息时用 common；默认 common；已知取值：
                - common：通用备案
                - etao：一淘备案
                - minietao：一淘小程序备案
                - offlineShop：线下门店备案
                - offlinePerson：线下个人备案
            relation_id: 渠道关系 ID，查渠道时用
            page_no: 页码，首页为 0；不小于 0；默认 1
                注：文档称下标从 0 起而默认值为 1
            page_size: 每页条数；默认 10
            special_id: 会员运营 ID，查会员时用
            external_id: 淘宝客为自有用户设定的外部标识，如账户 ID、微信 ID
            external_type: 外部用户所在平台；默认 0；已知取值：
                - 0：其他
                - 1：微信
                - 2：微博
                - 3：抖音
                - 4：快手
                - 5：QQ
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.AsyncTbkScPublisherInfoGetResponse: 一页结果，iter_all() 逐个给出本页
                及后续各页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页 tbk_sc_publisher_info_get
                isp.tbkapi-service-unavailable: 平台故障
                isv.invalid-parameter:start_price: 参数有误
                isv.invalid-parameter:end_price: 参数有误
                isv.invalid-parameter:end_tk_rate: 参数有误
                4: 参数有误
                2: 参数有误
                30501: 参数有误
                isp.sys-error: 平台故障
            TransportError: 没有得到可用的应答

        API: taobao.tbk.sc.publisher.info.get，文档编号 37989
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_sc_publisher_info_get import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "info_type": info_type,
                "relation_app": relation_app,
                "relation_id": relation_id,
                "page_no": page_no,
                "page_size": page_size,
                "special_id": special_id,
                "external_id": external_id,
                "external_type": external_type,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_sc_publisher_info_save(
        self,
        *,
        inviter_code: str,
        info_type: int,
        relation_from: str | None = None,
        offline_scene: Literal["1", "2", "3", "4"] | str | None = None,
        online_scene: Literal["1", "2", "3"] | str | None = None,
        note: str | None = None,
        register_info: JsonLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkScPublisherInfoSaveResponse:
        """Register a channel or member under a publisher.

        把渠道或会员备案到淘宝客名下。

        邀请码由 taobao.tbk.sc.invitecode.get 取得，调用时要带授权。线下备案的
        register_info 是 JSON，要含电话、省市区与详细地址，个人另填经营类型，门店另填店
        铺类型与名称。重复绑定不报错，由 data.desc 说明。

        需要用户授权（session）。

        权限包：
        - 14474：https://open.taobao.com/api.htm?docId=37988&docType=2&scopeId=14474

        Args:
            inviter_code: 必填；邀请渠道或会员所用的邀请码
            info_type: 必填；备案的信息类型；默认 1
                注：文档只写默认为 1，未列取值含义
            relation_from: 渠道备案的来源，取自链接的来源
            offline_scene: 渠道的线下推广场景；已知取值：
                - 1：门店
                - 2：学校
                - 3：工厂
                - 4：其他
            online_scene: 渠道的线上推广场景；已知取值：
                - 1：微信群
                - 2：QQ 群
                - 3：其他
            note: 媒体自己对渠道的备注
            register_info: 线下备案资料：phoneNumber、province、city、location（区县街
                道）、detailAddress 必填；线下个人另须 career；线下店铺另须 shopType 与
                shopName，可带 shopCertifyType 与 certifyNumber
                注：文档示例把省和市的值写反了
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkScPublisherInfoSaveResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页
                tbk_sc_publisher_info_save
                isp.tbkapi-service-unavailable: 平台故障
                isv.invalid-parameter:start_price: 参数有误
                isv.invalid-parameter:end_price: 参数有误
                isv.invalid-parameter:end_tk_rate: 参数有误
                4: 参数有误
                2: 参数有误
                30501: 参数有误
                1: 业务不允许
                isp.sys-error: 平台故障
            TransportError: 没有得到可用的应答

        API: taobao.tbk.sc.publisher.info.save，文档编号 37988
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_sc_publisher_info_save import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "inviter_code": inviter_code,
                "info_type": info_type,
                "relation_from": relation_from,
                "offline_scene": offline_scene,
                "online_scene": online_scene,
                "note": note,
                "register_info": register_info,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_tbkinfo_get(
        self,
        *,
        pid: str,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkTbkinfoGetResponse:
        """Check whether a pid is valid.

        校验一个 pid 是否正确。

        result.data 为 true 即 pid 有效；false 是正常的答案，不是调用失败。

        Args:
            pid: 必填；待校验的三段式 PID
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkTbkinfoGetResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.tbkinfo.get，文档编号 39869
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_tbkinfo_get import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "pid": pid,
            },
            session=session,
            timeout=timeout,
        )
