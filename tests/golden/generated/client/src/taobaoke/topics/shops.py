"""Methods about shops: 店铺."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from .._runtime.clients import BaseClient
from .._runtime.masking import MaskedText
from ..params import TbkScShopSaveDetail

if TYPE_CHECKING:
    from ..methods.tbk_sc_shop_save import TbkScShopSaveResponse


class ShopsMethods(BaseClient):
    """Methods about shops.

    店铺类 API。
    """

    def tbk_sc_shop_save(
        self,
        *,
        title: str,
        page_no: int | None = None,
        status: int | None = None,
        detail: TbkScShopSaveDetail | Mapping[str, object] | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> TbkScShopSaveResponse:
        """Save a shop.

        保存店铺。

        需要用户授权（session）。资料来自公开的 SDK，未与平台文档核对。

        Args:
            title: 必填；店铺名称
            page_no: 第几页；不小于 1
            status: 状态；已知取值：1 成功、2 失败
            detail: 细节
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            TbkScShopSaveResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
                isv.busy: 平台故障；稍候重试
            TransportError: 没有得到可用的应答

        API: taobao.tbk.sc.shop.save
        """
        from ..methods.tbk_sc_shop_save import METHOD

        session = MaskedText.of(session)
        return self._call(
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
