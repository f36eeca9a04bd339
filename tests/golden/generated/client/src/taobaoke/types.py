"""All models of replies and all objects of requests, each imported when it is first used.

全部返回类型与请求中的对象，第一次用到时才导入：`from taobaoke import types`，然后写
`types.名称`。只属于一个 API 的类型，名称以该 API 的名称开头。
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .methods.tbk_dg_item_recommend import TbkDgItemRecommendResponse
    from .methods.tbk_dg_trade_list import (
        AsyncTbkDgTradeListResponse,
        TbkDgTradeListResponse,
        TbkDgTradeListTrade,
        TbkDgTradeListTradePage,
    )
    from .methods.tbk_image_upload import TbkImageUploadFailure, TbkImageUploadResponse
    from .methods.tbk_order_get import (
        AsyncTbkOrderGetResponse,
        TbkOrderGetOrder,
        TbkOrderGetResponse,
    )
    from .methods.tbk_sc_shop_save import TbkScShopSaveResponse
    from .models import Shop
    from .params import TbkImageUploadPlace, TbkScShopSaveDetail

__all__ = [
    "AsyncTbkDgTradeListResponse",
    "AsyncTbkOrderGetResponse",
    "Shop",
    "TbkDgItemRecommendResponse",
    "TbkDgTradeListResponse",
    "TbkDgTradeListTrade",
    "TbkDgTradeListTradePage",
    "TbkImageUploadFailure",
    "TbkImageUploadPlace",
    "TbkImageUploadResponse",
    "TbkOrderGetOrder",
    "TbkOrderGetResponse",
    "TbkScShopSaveDetail",
    "TbkScShopSaveResponse",
]

_HOMES = {
    "AsyncTbkDgTradeListResponse": "methods.tbk_dg_trade_list",
    "AsyncTbkOrderGetResponse": "methods.tbk_order_get",
    "Shop": "models",
    "TbkDgItemRecommendResponse": "methods.tbk_dg_item_recommend",
    "TbkDgTradeListResponse": "methods.tbk_dg_trade_list",
    "TbkDgTradeListTrade": "methods.tbk_dg_trade_list",
    "TbkDgTradeListTradePage": "methods.tbk_dg_trade_list",
    "TbkImageUploadFailure": "methods.tbk_image_upload",
    "TbkImageUploadPlace": "params",
    "TbkImageUploadResponse": "methods.tbk_image_upload",
    "TbkOrderGetOrder": "methods.tbk_order_get",
    "TbkOrderGetResponse": "methods.tbk_order_get",
    "TbkScShopSaveDetail": "params",
    "TbkScShopSaveResponse": "methods.tbk_sc_shop_save",
}
"""Modules by name."""

if not TYPE_CHECKING:  # or type checkers would take every name for good

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}{_meant(name)}")
        value = globals()[name] = getattr(import_module(f".{_HOMES[name]}", __package__), name)
        return value


def _meant(name: str) -> str:
    """The full names of a class whose method was left out."""
    near = [known for known in __all__ if known.endswith(name)]
    return f"；是否想写 {'、'.join(near)}？" if near else ""


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
