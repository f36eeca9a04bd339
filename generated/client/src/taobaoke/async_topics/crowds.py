"""Methods about crowds: 人群与社群."""

from __future__ import annotations

from typing import Literal

from .. import types
from .._runtime.arguments import CsvLike, IdLike
from .._runtime.clients import BaseAsyncClient
from .._runtime.masking import MaskedText


class CrowdsMethods(BaseAsyncClient):
    """Methods about crowds.

    人群与社群类 API。
    """

    async def tbk_sc_relation_record(
        self,
        *,
        external_id: IdLike,
        external_type: Literal[0, 1, 2, 3, 4, 5] | int,
        op_type: Literal[1, 2] | int,
        redirect_url: str,
        ucrowd_id: IdLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkScRelationRecordResponse:
        """Mark a private-domain member with an external id and return the link for
        registration.

        标记私域会员，并返回供其授权备案的链接。

        op_type 为 1 是首次绑定，为 2 是改写已有标记。会员打开链接授权后跳到
        redirect_url；带了 ucrowd_id 时会把该会员加进对应人群。返回的口令字段已停用，需
        要口令请另外生成。

        Args:
            external_id: 必填；淘宝客为私域用户自定的标记，如私域系统账号
            external_type: 必填；外部用户所在平台；已知取值：
                - 0：其他
                - 1：微信
                - 2：微博
                - 3：抖音
                - 4：快手
                - 5：QQ
            op_type: 必填；授权类型，更新时可改外部用户标记；默认 1；已知取值：
                - 1：新绑
                - 2：更新
            redirect_url: 必填；会员授权备案完成后跳到的页面
            ucrowd_id: 人群标签 ID，用户授权备案后自动归入该人群
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkScRelationRecordResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.sc.relation.record，文档编号 53880
        资料：公开的 API 元数据 2023-10，最后核对 2026-11-24
        """
        from ..methods.tbk_sc_relation_record import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "external_id": external_id,
                "external_type": external_type,
                "op_type": op_type,
                "redirect_url": redirect_url,
                "ucrowd_id": ucrowd_id,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_sc_ucrowd_create(
        self,
        *,
        ucrowd_type: Literal[1] | int,
        ucrowd_name: str,
        external_crowd_code: str | None = None,
        desc: str | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkScUcrowdCreateResponse:
        """Create a crowd tag and return its id.

        新建一个人群标签并返回其 ID。

        建好后用 taobao.tbk.sc.ucrowd.member.add 传入成员，用
        taobao.tbk.sc.ucrowd.report.get 看推广效果。网络超时后不要直接重发，以免重复建标
        签。

        Args:
            ucrowd_type: 必填；人群类型；已知取值：
                - 1：社群
            ucrowd_name: 必填；人群名称；至多 32 个字符
            external_crowd_code: 人群外部编码，由字母、数字、下划线组成，首位须为字母或
                数字；至多 128 个字符
            desc: 人群描述；至多 100 个字符
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkScUcrowdCreateResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.sc.ucrowd.create，文档编号 53867
        资料：公开的 API 元数据 2023-10，最后核对 2026-11-24
        """
        from ..methods.tbk_sc_ucrowd_create import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "ucrowd_type": ucrowd_type,
                "ucrowd_name": ucrowd_name,
                "external_crowd_code": external_crowd_code,
                "desc": desc,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_sc_ucrowd_member_add(
        self,
        *,
        account_type: Literal[1] | int,
        ucrowd_id: IdLike,
        account_list: CsvLike,
        edit_type: Literal[1, 2] | int,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkScUcrowdMemberAddResponse:
        """Upload members to a crowd tag, adding to it or replacing it.

        上传人群标签的成员，可追加也可整体覆盖。

        一次最多 999 个成员。edit_type 为 2 会用本次名单取代原有成员，名单要分多批时不要
        用全量方式。

        Args:
            account_type: 必填；成员账号的种类；已知取值：
                - 1：sid
            ucrowd_id: 必填；人群标签 ID
            account_list: 必填；要加入人群的成员账号；至多 999 个元素
            edit_type: 必填；人群成员的更新方式；已知取值：
                - 1：增量
                - 2：全量
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkScUcrowdMemberAddResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.sc.ucrowd.member.add，文档编号 53886
        资料：公开的 API 元数据 2023-10，最后核对 2026-11-24
        """
        from ..methods.tbk_sc_ucrowd_member_add import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "account_type": account_type,
                "ucrowd_id": ucrowd_id,
                "account_list": account_list,
                "edit_type": edit_type,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_sc_ucrowd_report_get(
        self,
        *,
        ucrowd_id: IdLike,
        report_date: str,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkScUcrowdReportGetResponse:
        """Query clicks, sales and estimated income of a crowd tag, by day or month.

        按日或按月查看一个人群标签的点击、成交与预估收入。

        report_date 写到月（2020-12）得月数据，写到日（2020-12-30）得日数据。预估收入以
        付款额计算，可能与结算口径有出入。

        Args:
            ucrowd_id: 必填；人群标签 ID
            report_date: 必填；报表的月份（yyyy-MM）或日期（yyyy-MM-dd）
                注：月份与日期两种格式都可用，因此按文本传入
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkScUcrowdReportGetResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.sc.ucrowd.report.get，文档编号 54135
        资料：公开的 API 元数据 2023-10，最后核对 2026-11-24
        """
        from ..methods.tbk_sc_ucrowd_report_get import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "ucrowd_id": ucrowd_id,
                "report_date": report_date,
            },
            session=session,
            timeout=timeout,
        )
