"""Methods about shops: 店铺."""

from __future__ import annotations

from typing import Literal

from .. import types
from .._runtime.clients import BaseAsyncClient
from .._runtime.masking import MaskedText


class ShopsMethods(BaseAsyncClient):
    """Methods about shops.

    店铺类 API。
    """

    async def tbk_sc_shop_save(
        self,
        *,
        title: str,
        page_no: int | None = None,
        status: Literal[1, 2] | int | None = None,
        detail: types.TbkScShopSaveDetail | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkScShopSaveResponse:
        """Save a shop.

        保存店铺。

        需要用户授权（session）。资料来自公开的 SDK，未与平台文档核对。

        Args:
            title: 必填；店铺名称
            page_no: 第几页；不小于 1
            status: 状态；已知取值：
                - 1：成功
                - 2：失败
            detail: 细节
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkScShopSaveResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页 tbk_sc_shop_save
                isv.busy: 平台故障
            TransportError: 没有得到可用的应答

        API: taobao.tbk.sc.shop.save
        """
        from ..methods.tbk_sc_shop_save import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "title": title,
                "page_no": page_no,
                "status": status,
                "detail": detail,
            },
            session=session,
            timeout=timeout,
        )
