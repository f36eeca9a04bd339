"""Methods about passcodes: 淘口令."""

from __future__ import annotations

from typing import Literal

from .. import types
from .._runtime.arguments import IdLike, JsonLike
from .._runtime.clients import BaseAsyncClient
from .._runtime.masking import MaskedText


class TpwdMethods(BaseAsyncClient):
    """Methods about passcodes.

    淘口令类 API。
    """

    async def tbk_dg_tpwd_report_get(
        self,
        *,
        tao_password: str,
        adzone_id: IdLike,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkDgTpwdReportGetResponse:
        """Get the visits that a Taobao password brought back, in the last hour and
        today.

        查询一条淘口令近一小时和当天的回流 PV、UV。

        只统计到调用那一刻，没有历史数据，需要趋势就定时查询并自行留存。

        Args:
            tao_password: 必填；要查询的淘口令
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkDgTpwdReportGetResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.dg.tpwd.report.get，文档编号 56693
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_dg_tpwd_report_get import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "tao_password": tao_password,
                "adzone_id": adzone_id,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_dg_tpwd_risk_report(
        self,
        *,
        offset: int,
        limit: int,
        pid: str | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.AsyncTbkDgTpwdRiskReportResponse:
        """List pids or channel relations of the own account whose Taobao passwords are
        warned about or blocked.

        列出账号下口令被预警或拦截的 PID 或渠道。

        不传 pid 得到 pid 名单，传 pid 则得到它下面的渠道名单。status 为 0 是预警、1 是
        拦截，两者并存时只报拦截。

        Args:
            offset: 必填；分页偏移
            limit: 必填；单次返回的条数；不大于 1000
            pid: 要查询的 PID：传入时返回其下的 relation_id 名单，不传时返回账号下的 PID
                名单
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.AsyncTbkDgTpwdRiskReportResponse: 一页结果，iter_all() 逐个给出本页及
                后续各页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.dg.tpwd.risk.report，文档编号 59692
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_dg_tpwd_risk_report import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "offset": offset,
                "limit": limit,
                "pid": pid,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_private_tpwd_create(
        self,
        *,
        url: str,
        text: str | None = None,
        logo: str | None = None,
        ext: str | None = None,
        user_id: IdLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkPrivateTpwdCreateResponse:
        """Create an encrypted Taobao password from a promotion link.

        生成联盟推广链接的加密淘口令。

        url 只能用联盟产出的链接，且不得改动。iOS 14 及以上要用 model 的整段文本（改文案
        后务必实测能否唤起手淘），其余设备用 password_simple。text、logo、ext、user_id
        只为兼容保留，传了也不起作用。

        Args:
            url: 必填；联盟官方渠道取得的推广链接，改动后可能生成不了口令
            text: 旧版遗留的文案参数；已废弃，无需传入
            logo: 旧版遗留的图标参数；已废弃，无需传入
            ext: 旧版接口遗留参数；已废弃，无需传入
            user_id: 旧版遗留的用户参数；已废弃，无需传入
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkPrivateTpwdCreateResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.private.tpwd.create，文档编号 57813
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_private_tpwd_create import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "url": url,
                "text": text,
                "logo": logo,
                "ext": ext,
                "user_id": user_id,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_sc_private_tpwd_create(
        self,
        *,
        url: str,
        text: str | None = None,
        logo: str | None = None,
        ext: str | None = None,
        user_id: IdLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkScPrivateTpwdCreateResponse:
        """Create an encrypted Taobao password from a promotion link, for an authorised
        publisher.

        生成授权推广者推广链接的加密淘口令。

        url 只能用联盟产出的链接，且不得改动。iOS 14 及以上要用 model 的整段文本（改文案
        后务必实测能否唤起手淘），其余设备用 password_simple。text、logo、ext、user_id
        只为兼容保留，传了也不起作用。

        需要用户授权（session）。

        注：文档的响应表止于 data；data 的成员出自 JSON 示例，XML 示例只有
        password_simple

        注：示例用半角 ¥，推广者接口用全角 ￥

        Args:
            url: 必填；联盟官方渠道取得的推广链接，改动后可能生成不了口令
            text: 旧版遗留的文案参数；已废弃，无需传入
            logo: 旧版遗留的图标参数；已废弃，无需传入
            ext: 旧版接口遗留参数；已废弃，无需传入
            user_id: 旧版遗留的用户参数；已废弃，无需传入
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkScPrivateTpwdCreateResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.sc.private.tpwd.create，文档编号 57916
        资料：平台文档页 2025，最后核对 2026-11-24
        """
        from ..methods.tbk_sc_private_tpwd_create import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "url": url,
                "text": text,
                "logo": logo,
                "ext": ext,
                "user_id": user_id,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_sc_tpwd_convert(
        self,
        *,
        password_content: str,
        adzone_id: IdLike,
        site_id: IdLike,
        dx: Literal["1"] | str | None = None,
        ucrowd_id: IdLike | None = None,
        relation_id: IdLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkScTpwdConvertResponse:
        """Parse a passcode and convert it for a publisher.

        代推广者解析淘口令并转为推广链接。

        需要推广者的授权。url_type 说明口令指向单品、店铺、活动还是其他。origin_pid 为 0
        表示原口令不是当前推广者的。

        需要用户授权（session）。

        权限包：
        - 16401：https://open.taobao.com/api.htm?docId=43873&docType=2&scopeId=16401

        Args:
            password_content: 必填；待解析的淘口令
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
            site_id: 必填；媒体（网站）ID，即 pid 的第二段数字
            dx: 转链计划，不传或取其他值时优先转营销计划；已知取值：
                - 1：转为通用计划链接
            ucrowd_id: 会员人群 ID，供统计人群推广效果
            relation_id: 渠道关系 ID
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkScTpwdConvertResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.sc.tpwd.convert，文档编号 43873
        资料：公开的客户端代码 2026，最后核对 2026-11-24
        """
        from ..methods.tbk_sc_tpwd_convert import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "password_content": password_content,
                "adzone_id": adzone_id,
                "site_id": site_id,
                "dx": dx,
                "ucrowd_id": ucrowd_id,
                "relation_id": relation_id,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_sc_tpwd_report_get(
        self,
        *,
        adzone_id: IdLike,
        site_id: IdLike,
        pwd_content: str,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkScTpwdReportGetResponse:
        """Get the visits that a Taobao password brought back, for an authorised
        publisher.

        查询授权推广者一条淘口令的回流 PV、UV。

        口令文本的参数名以公告为准写作 pwd_content，推广者版本却叫 tao_password，尚未核
        实；返回层级也没有完整资料。

        返回内容没有公开资料，或只有一部分。

        注：pwd_content：2021 年的公告如此命名，推广者接口叫 tao_password；本方法实际用
        哪一个未经验证

        注：公告把两个接口的参数列在一起，这里认为 site_id 属于本方法

        注：公告只列最内层的字段，并在 pv 之后截断；推广者接口把它们放在 data 中

        Args:
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
            site_id: 必填；媒体（网站）ID，即 pid 的第二段数字
            pwd_content: 必填；带淘口令的推广文案
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkScTpwdReportGetResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.sc.tpwd.report.get
        资料：平台公告 2021-07-21，最后核对 2026-11-24
        """
        from ..methods.tbk_sc_tpwd_report_get import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "adzone_id": adzone_id,
                "site_id": site_id,
                "pwd_content": pwd_content,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_sc_tpwd_risk_report(
        self,
        *,
        offset: int,
        limit: int,
        pid: str | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.AsyncTbkScTpwdRiskReportResponse:
        """List pids or channel relations of an authorised account whose Taobao
        passwords are warned about or blocked.

        列出授权账号下口令被预警或拦截的 PID 或渠道。

        不传 pid 得到 pid 名单，传 pid 则得到它下面的渠道名单。status 为 0 是预警、1 是
        拦截，两者并存时只报拦截。

        需要用户授权（session）。资料来自公开的 SDK，未与平台文档核对。1 个列表的外层键
        名是推断的。

        Args:
            offset: 必填；分页偏移
            limit: 必填；单次返回的条数；不大于 1000
            pid: 要查询的 PID：传入时返回其下的 relation_id 名单，不传时返回账号下的 PID
                名单
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.AsyncTbkScTpwdRiskReportResponse: 一页结果，iter_all() 逐个给出本页及
                后续各页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.sc.tpwd.risk.report
        资料：公开的客户端代码 2025-02，最后核对 2026-11-24
        """
        from ..methods.tbk_sc_tpwd_risk_report import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "offset": offset,
                "limit": limit,
                "pid": pid,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_tpwd_convert(
        self,
        *,
        password_content: str,
        adzone_id: IdLike,
        dx: Literal["1"] | str | None = None,
        ucrowd_id: IdLike | None = None,
        relation_id: IdLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkTpwdConvertResponse:
        """Parse a passcode and convert it to your own promotion link.

        解析淘口令并换成自己的推广链接。

        url_type 说明口令指向单品、店铺、活动还是其他。origin_pid 为 0 表示原口令不是当
        前推广者的。

        权限包（有其一即可）：
        - 16290：https://open.taobao.com/api.htm?docId=32932&docType=2&scopeId=16290
        - 11653（旧）：
          https://open.taobao.com/api.htm?docId=32932&docType=2&scopeId=11653

        Args:
            password_content: 必填；待解析的淘口令
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
            dx: 转链计划，不传或取其他值时优先转营销计划；已知取值：
                - 1：转为通用计划链接
            ucrowd_id: 会员人群 ID，自动带入转链结果，供统计人群推广效果
            relation_id: 渠道关系 ID
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkTpwdConvertResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页 tbk_tpwd_convert
                isp.param-error: 参数有误
                isp.sys-error: 平台故障
                1: 业务不允许
                20010: 参数有误
                20011: 没有结果
                20012: 参数有误
                10000: 没有结果
                20013: 参数有误
                20015: 没有结果
                20016: 平台故障
                4: 参数有误
                isv.parse-result-invalid: 没有结果
                2: 参数有误
                20014: 参数有误
                20008: 没有结果
                0: 平台故障
            TransportError: 没有得到可用的应答

        API: taobao.tbk.tpwd.convert，文档编号 32932
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_tpwd_convert import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "password_content": password_content,
                "adzone_id": adzone_id,
                "dx": dx,
                "ucrowd_id": ucrowd_id,
                "relation_id": relation_id,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_tpwd_create(
        self,
        *,
        url: str,
        text: str | None = None,
        logo: str | None = None,
        ext: str | None = None,
        user_id: IdLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkTpwdCreateResponse:
        """Make a Taobao passcode from an official promotion link.

        把官方推广链接做成淘口令。

        url 只接受联盟下发、未经改动的链接。其余参数为兼容旧版而留，不起作用。iOS 14 及
        以上的设备用 model，其他设备用 password_simple。

        权限包：
        - 11655（旧）：
          https://open.taobao.com/api.htm?docId=31127&docType=2&scopeId=11655

        Args:
            url: 必填；联盟官方渠道取得的推广链接，改动后可能生成不了口令
            text: 旧版遗留的文案参数；已废弃，无需传入
            logo: 旧版遗留的图标参数；已废弃，无需传入
            ext: 旧版接口遗留参数；已废弃，无需传入
            user_id: 旧版遗留的用户参数；已废弃，无需传入
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkTpwdCreateResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页 tbk_tpwd_create
                isp.param-error: 参数有误
                isp.sys-error: 平台故障
                1: 业务不允许
                20000: 参数有误
                20001: 参数有误
                20002: 参数有误
                24: 参数有误
                25: 平台故障
                23: 参数有误
                26: 参数有误
            TransportError: 没有得到可用的应答

        API: taobao.tbk.tpwd.create，文档编号 31127
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_tpwd_create import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "url": url,
                "text": text,
                "logo": logo,
                "ext": ext,
                "user_id": user_id,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_tpwd_mix_create(
        self,
        *,
        url: str,
        text: str,
        password: str,
        ext: JsonLike | None = None,
        logo: str | None = None,
        user_id: IdLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkTpwdMixCreateResponse:
        """Create a passcode with custom wording.

        生成带自定义文字的文本淘口令。

        口令文本不能与已有的重复，且须合乎平台的文本规范；结果看 data.status，2 表示重
        复，3 表示文本不合规。

        Args:
            url: 必填；口令要打开的页面
            text: 必填；口令弹窗里的文案，应多于 5 个字符
                注：字数要求只见于示例
            password: 必填；自定义的口令文字
            ext: 扩展字段
            logo: 口令弹框中的图标链接
            user_id: 生成口令者的淘宝用户 ID
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkTpwdMixCreateResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.tpwd.mix.create，文档编号 31728
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_tpwd_mix_create import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "url": url,
                "text": text,
                "password": password,
                "ext": ext,
                "logo": logo,
                "user_id": user_id,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_tpwd_parse(
        self,
        *,
        password_content: str,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkTpwdParseResponse:
        """Parse a passcode into the link behind it.

        解析淘口令，得到它指向的原始链接。

        Args:
            password_content: 必填；待解析的淘口令
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkTpwdParseResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页 tbk_tpwd_parse
                isp.param-error: 参数有误
                isp.sys-error: 平台故障
                1: 业务不允许
                20010: 参数有误
                20011: 没有结果
                20012: 参数有误
                6: 没有结果
            TransportError: 没有得到可用的应答

        API: taobao.tbk.tpwd.parse，文档编号 42646
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_tpwd_parse import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "password_content": password_content,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_tpwd_share_convert(
        self,
        *,
        password_content: str,
        adzone_id: IdLike,
        sub_pid: str,
        dx: Literal["1"] | str | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkTpwdShareConvertResponse:
        """Parse a passcode and convert it to a link shared with a third-party pid.

        解析淘口令并换成带三方分成的推广链接。

        adzone_id 填自己的推广位，sub_pid 填参与分成的第三方。dx 为 1 时走通用计划，否则
        优先营销计划。

        Args:
            password_content: 必填；待解析的淘口令
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
            sub_pid: 必填；三方推广者的 PID，形如 mm_xxx_xxx_xxx
            dx: 转链计划，不传或取其他值时优先转营销计划；已知取值：
                - 1：转为通用计划链接
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkTpwdShareConvertResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页 tbk_tpwd_share_convert
                isp.param-error: 参数有误
                isp.sys-error: 平台故障
                1: 业务不允许
                20010: 参数有误
                20011: 没有结果
                20012: 参数有误
                10000: 没有结果
                20013: 参数有误
                20015: 没有结果
                20016: 平台故障
                4: 参数有误
                isv.parse-result-invalid: 没有结果
            TransportError: 没有得到可用的应答

        API: taobao.tbk.tpwd.share.convert，文档编号 32931
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_tpwd_share_convert import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "password_content": password_content,
                "adzone_id": adzone_id,
                "sub_pid": sub_pid,
                "dx": dx,
            },
            session=session,
            timeout=timeout,
        )
