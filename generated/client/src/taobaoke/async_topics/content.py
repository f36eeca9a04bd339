"""Methods about content: 内容与达人."""

from __future__ import annotations

from .. import types
from .._runtime.arguments import CsvLike, IdLike, MomentLike
from .._runtime.clients import BaseAsyncClient
from .._runtime.masking import MaskedText


class ContentMethods(BaseAsyncClient):
    """Methods about content.

    内容与达人类 API。
    """

    async def tbk_content_daren_material_upload(
        self,
        *,
        adzone_id: IdLike,
        content_link: str,
        content_id: IdLike,
        sub_pid: str,
        picture_url: CsvLike,
        keywords: CsvLike | None = None,
        keywords_weight: CsvLike | None = None,
        content_label: CsvLike | None = None,
        content_detail: str | None = None,
        picture_label: CsvLike | None = None,
        content_title: str | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkContentDarenMaterialUploadResponse:
        """Upload creator content for recognition and item matching.

        上传达人的图文内容，供平台识别并匹配商品。

        识别是异步的，状态码 1000 只说明已收下，匹配结果用
        taobao.tbk.content.recommend.material.get 取。只看返回列表的第一项。图片列表最长
        20 张但只用前 6 张，建议单张不超过 150 KB；关键词最多 8 个。

        Args:
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
            content_link: 必填；文章的链接
            content_id: 必填；媒体侧的内容 ID
            sub_pid: 必填；达人的 PID
            picture_url: 必填；图片链接，只取前 6 张；建议不超过 150 KB、600×600，格式限
                jpg、png、bmp、gif；至多 20 个元素
                注：文档既写列表上限 20，又写只取前 6 张
            keywords: 内容关键词，中文须为 UTF-8 编码；以英文逗号分隔；至多 8 个元素
            keywords_weight: 各关键词的权重，与 keywords 对应；以英文逗号分隔
            content_label: 内容的标签，中文用 UTF-8 编码；以英文逗号分隔
            content_detail: 文章正文，UTF-8 编码
            picture_label: 各图片的标签，以 UTF-8 编码；至多 20 个元素
            content_title: 文章的标题，UTF-8 编码
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkContentDarenMaterialUploadResponse: 各元素分别成败，见 ok 与 failed

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.content.daren.material.upload，文档编号 42939
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_content_daren_material_upload import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "adzone_id": adzone_id,
                "content_link": content_link,
                "content_id": content_id,
                "sub_pid": sub_pid,
                "picture_url": picture_url,
                "keywords": keywords,
                "keywords_weight": keywords_weight,
                "content_label": content_label,
                "content_detail": content_detail,
                "picture_label": picture_label,
                "content_title": content_title,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_content_order_get(
        self,
        *,
        cont_id: IdLike,
        q_time: MomentLike,
        page_size: int | None = None,
        page_no: int | None = None,
        adzone_id: IdLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkContentOrderGetResponse:
        """Get order amounts and details of one content id, from the start of the month
        to a given hour.

        按内容 ID 汇总当月截至某一小时的订单金额与明细。

        q_time 精确到小时，统计从该月 1 日零点算起。结果是单个对象，多笔订单的明细以逗号
        拼在同一字段里；每页最多 20 条，has_next 为 true 时加大 page_no 继续取。

        Args:
            cont_id: 必填；内容 ID
            q_time: 必填；订单的截止时间，精确到小时；从当月 1 日 0 点统计到该时刻；格
                式：yyyy-MM-dd HH:mm:ss
            page_size: 每页条数；取值 1–20；默认 20
            page_no: 页码；不小于 1；默认 1
            adzone_id: 媒体的推广位 ID
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkContentOrderGetResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.content.order.get，文档编号 62658
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_content_order_get import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "cont_id": cont_id,
                "q_time": q_time,
                "page_size": page_size,
                "page_no": page_no,
                "adzone_id": adzone_id,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_content_recommend_material_get(
        self,
        *,
        adzone_id: IdLike,
        content_id: IdLike,
        sub_pid: str,
        page_size: int | None = None,
        page_num: int | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.AsyncTbkContentRecommendMaterialGetResponse:
        """List items recommended for a piece of creator content.

        查询为一篇达人内容匹配的推荐商品。

        content_id 与 sub_pid 要和上传内容时一致；total_results 只计审核通过的商品。

        Args:
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
            content_id: 必填；媒体侧的内容 ID
            sub_pid: 必填；达人的 PID
            page_size: 每页条数；取值 1–100；默认 20
            page_num: 页码；默认 1
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.AsyncTbkContentRecommendMaterialGetResponse: 一页结果，iter_all() 逐个
                给出本页及后续各页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.content.recommend.material.get，文档编号 42937
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_content_recommend_material_get import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "adzone_id": adzone_id,
                "content_id": content_id,
                "sub_pid": sub_pid,
                "page_size": page_size,
                "page_num": page_num,
            },
            session=session,
            timeout=timeout,
        )
