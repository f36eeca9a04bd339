"""Methods about content: 内容与达人."""

from __future__ import annotations

from collections.abc import Iterable

from .. import types
from .._runtime.arguments import CsvLike, DayLike, FileLike, JsonLike, MomentLike, NumberLike
from .._runtime.clients import BaseAsyncClient
from .._runtime.masking import MaskedText


class ContentMethods(BaseAsyncClient):
    """Methods about content.

    内容与达人类 API。
    """

    async def tbk_image_upload(
        self,
        *,
        image: FileLike,
        day: DayLike | None = None,
        at: MomentLike | None = None,
        rate: NumberLike | None = None,
        options: JsonLike | None = None,
        ids: CsvLike | None = None,
        class_: str | None = None,
        places: Iterable[types.TbkImageUploadPlace] | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkImageUploadResponse:
        """Upload an image.

        上传一张图片。

        仅向受邀的应用开放。day、at 必须且只能填一个。当 class 为 cover 时，rate、
        options 必须同时填写。1 个列表的外层键名是推断的。

        权限包（有其一即可）：
        - 11
        - 27

        Args:
            image: 必填；图片文件
            day: 归属日；格式：yyyy-MM-dd
            at: 拍摄的时刻；格式：毫秒时间戳
            rate: 比率；取值 0.01–1
            options: 其他选项
            ids: 商品编号；至多 3 个元素
            class_: 图片类别
            places: 出现的位置
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkImageUploadResponse: 各元素分别成败，见 ok 与 failed

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页 tbk_image_upload
                isv.*-too-big: 业务不允许
            TransportError: 没有得到可用的应答

        API: taobao.tbk.image.upload
        资料：最后核对 2026-11-01
        """
        from ..methods.tbk_image_upload import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "image": image,
                "day": day,
                "at": at,
                "rate": rate,
                "options": options,
                "ids": ids,
                "class_": class_,
                "places": places,
            },
            session=session,
            timeout=timeout,
        )
