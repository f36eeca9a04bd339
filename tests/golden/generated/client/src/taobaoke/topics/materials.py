"""Methods about materials: 物料搜索与推荐."""

from __future__ import annotations

from .. import types
from .._runtime.clients import BaseClient
from .._runtime.deprecation import deprecated
from .._runtime.masking import MaskedText


class MaterialsMethods(BaseClient):
    """Methods about materials.

    物料搜索与推荐类 API。
    """

    @deprecated("已废弃，请改用 tbk_order_get")
    def tbk_dg_item_recommend(
        self,
        *,
        page_no: int | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkDgItemRecommendResponse:
        """Recommend items.

        推荐商品。

        已废弃，请改用 tbk_order_get。

        返回内容没有公开资料。1 个参数没有资料说明是否必填。

        注：返回没有公开的文档

        Args:
            page_no: 第几页；不小于 1
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkDgItemRecommendResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.dg.item.recommend，文档编号 202
        """
        from ..methods.tbk_dg_item_recommend import METHOD

        session = MaskedText.of(session)
        return self._call(
            METHOD,
            {
                "page_no": page_no,
            },
            session=session,
            timeout=timeout,
        )
