"""Methods about utilities: 其他工具."""

from __future__ import annotations

from typing import Literal

from .. import types
from .._runtime.arguments import FileLike, IdLike
from .._runtime.clients import BaseClient
from .._runtime.masking import MaskedText


class UtilitiesMethods(BaseClient):
    """Methods about utilities.

    其他工具类 API。
    """

    def tbk_data_report(
        self,
        *,
        data: str,
        type: Literal["1", "2"] | str | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkDataReportResponse:
        """Report promotion or content logs.

        上报推广日志或内容日志。

        type 1 是推广日志，2 是内容日志。data 以 dataId= 开头，其中的日志 ID 须全局唯
        一。只知道请求部分，返回内容没有公开资料。

        资料来自公开的 SDK，未与平台文档核对。返回内容没有公开资料。1 个参数没有资料说明
        是否必填。

        注：必填标记只见于公开客户端的参数校验

        注：type：easytbk 要求填 1，swooleyaf 允许 1 与 2，默认发送 1

        Args:
            data: 必填；日志的内容；dataId 不得重复，SDK 要求以 dataId= 开头
            type: 日志类型；已知取值：
                - 1：推广日志
                - 2：内容日志
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkDataReportResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.data.report
        资料：公开的客户端代码，日期不详，最后核对 2026-11-24
        """
        from ..methods.tbk_data_report import METHOD

        session = MaskedText.of(session)
        return self._call(
            METHOD,
            {
                "data": data,
                "type": type,
            },
            session=session,
            timeout=timeout,
        )

    def tbk_sc_action_plan_spout(
        self,
        *,
        target_identity: str,
        plan_id: IdLike | None = None,
        params: types.TbkScActionPlanSpoutSfPlanQueryParams | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkScActionPlanSpoutResponse:
        """Get a promotion plan and its actions by identity and Taobao passwords.

        按身份标识和口令获取推广计划及其操作。

        plan_id 默认为 0；操作失败时，原因在该操作的 action_extend 里。

        1 个列表的外层键名是推断的。

        注：响应的层级依照文档页的排版，没有见到 JSON 示例

        Args:
            target_identity: 必填；目标对象的唯一身份标识
            plan_id: 计划 ID；默认 0
            params: 其余查询条件
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkScActionPlanSpoutResponse: 各元素分别成败，见 ok 与 failed

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页 tbk_sc_action_plan_spout
                1001: 没有结果
            TransportError: 没有得到可用的应答

        API: taobao.tbk.sc.action.plan.spout，文档编号 73431
        资料：平台文档页 2025，最后核对 2026-11-24
        """
        from ..methods.tbk_sc_action_plan_spout import METHOD

        session = MaskedText.of(session)
        return self._call(
            METHOD,
            {
                "target_identity": target_identity,
                "plan_id": plan_id,
                "params": params,
            },
            session=session,
            timeout=timeout,
        )

    def tbk_sc_pic_embed(
        self,
        *,
        adzone_id: IdLike,
        item_id: IdLike,
        site_id: IdLike,
        pic_stream: FileLike | None = None,
        relation_id: IdLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkScPicEmbedResponse:
        """Put a promotion code for an item on a picture and return its download
        address.

        生成打上商品推广码的图片，返回其下载地址。

        下载地址 15 分钟后失效，拿到后应立即保存。pic_stream 是否必填，资料说法不一，建
        议总是上传图片。

        需要用户授权（session）。资料来自公开的 SDK，未与平台文档核对。

        注：pic_stream 在一个客户端中可选，在另一个客户端的参数校验中必填

        Args:
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
            item_id: 必填；商品 ID，新旧两种格式都可能出现
            site_id: 必填；媒体（网站）ID，即 pid 的第二段数字
            pic_stream: 要打码的图片内容
            relation_id: 渠道关系 ID
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkScPicEmbedResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.sc.pic.embed
        资料：公开的客户端代码 2024-02，最后核对 2026-11-24
        """
        from ..methods.tbk_sc_pic_embed import METHOD

        session = MaskedText.of(session)
        return self._call(
            METHOD,
            {
                "adzone_id": adzone_id,
                "item_id": item_id,
                "site_id": site_id,
                "pic_stream": pic_stream,
                "relation_id": relation_id,
            },
            session=session,
            timeout=timeout,
        )

    def top_auth_token_create(
        self,
        *,
        code: str,
        uuid: str | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TopAuthTokenCreateResponse:
        """Exchange an authorisation code for an access token.

        用授权码换取访问令牌。

        只能经 HTTPS 调用，不传 session。一个授权码只能用一次，再次换取须先让用户重新授
        权。token_result 是一段 JSON 文本，成员有 access_token、token_type（值为
        Bearer）、expires_in、r1_expires_in、r2_expires_in、w1_expires_in、w2_expires_in
        （以上有效期都以秒计）、taobao_user_id、taobao_user_nick（URL 编码）；还可能有
        refresh_token、re_expires_in（秒）、sub_taobao_user_id、sub_taobao_user_nick。
        access_token 就是其他接口的公共参数 session。

        注：不属于淘宝客接口，是平台的授权接口，因取得 session 要用而收入；平台标题未见
        于来源

        注：各成员的名称与含义取自授权端点的返回，来源说明两者相同

        Args:
            code: 必填；用户授权后回调地址收到的授权码
            uuid: 与授权码一同提交的标识
                注：来源没有说明用途
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TopAuthTokenCreateResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.top.auth.token.create，文档编号 25388
        资料：最后核对 2026-11-26
        """
        from ..methods.top_auth_token_create import METHOD

        session = MaskedText.of(session)
        return self._call(
            METHOD,
            {
                "code": code,
                "uuid": uuid,
            },
            session=session,
            timeout=timeout,
        )

    def top_auth_token_refresh(
        self,
        *,
        refresh_token: str,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TopAuthTokenRefreshResponse:
        """Exchange a refresh token for a new access token.

        用刷新令牌换取新的访问令牌。

        只能经 HTTPS 调用，不传 session。仅服务市场订购类应用可以刷新；其他应用的令牌时
        长固定，到期后须让用户重新授权。token_result 是一段 JSON 文本，成员有
        access_token、token_type（值为 Bearer）、expires_in、r1_expires_in、
        r2_expires_in、w1_expires_in、w2_expires_in（以上有效期都以秒计）、
        taobao_user_id、taobao_user_nick（URL 编码）；还可能有 refresh_token、
        re_expires_in（秒）、sub_taobao_user_id、sub_taobao_user_nick。

        注：不属于淘宝客接口，是平台的授权接口，因续期 session 要用而收入；平台标题未见
        于来源

        注：token_result 的成员取自授权端点的返回，来源只说刷新也返回 token_result

        Args:
            refresh_token: 必填；换取令牌时得到的刷新令牌
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TopAuthTokenRefreshResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.top.auth.token.refresh，文档编号 25387
        资料：最后核对 2026-11-26
        """
        from ..methods.top_auth_token_refresh import METHOD

        session = MaskedText.of(session)
        return self._call(
            METHOD,
            {
                "refresh_token": refresh_token,
            },
            session=session,
            timeout=timeout,
        )
