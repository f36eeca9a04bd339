"""All models of replies and all objects of requests, each imported when it is first used.

全部返回类型与请求中的对象，第一次用到时才导入：`from taobaoke import types`，然后写
`types.名称`。只属于一个 API 的类型，名称以该 API 的名称开头。
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .methods.tbk_dg_item_recommend import TbkDgItemRecommendResponse
    from .methods.tbk_dg_trade_list import (
        TbkDgTradeListResponse,
        Trade as TbkDgTradeListTrade,
        TradePage as TbkDgTradeListTradePage,
    )
    from .methods.tbk_image_upload import Failure as TbkImageUploadFailure, TbkImageUploadResponse
    from .methods.tbk_order_get import Order as TbkOrderGetOrder, TbkOrderGetResponse
    from .methods.tbk_sc_shop_save import TbkScShopSaveResponse
    from .models import Shop
    from .params import TbkImageUploadPlace, TbkScShopSaveDetail

__all__ = [
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
    "Shop": "models:Shop",
    "TbkDgItemRecommendResponse": "methods.tbk_dg_item_recommend:TbkDgItemRecommendResponse",
    "TbkDgTradeListResponse": "methods.tbk_dg_trade_list:TbkDgTradeListResponse",
    "TbkDgTradeListTrade": "methods.tbk_dg_trade_list:Trade",
    "TbkDgTradeListTradePage": "methods.tbk_dg_trade_list:TradePage",
    "TbkImageUploadFailure": "methods.tbk_image_upload:Failure",
    "TbkImageUploadPlace": "params:TbkImageUploadPlace",
    "TbkImageUploadResponse": "methods.tbk_image_upload:TbkImageUploadResponse",
    "TbkOrderGetOrder": "methods.tbk_order_get:Order",
    "TbkOrderGetResponse": "methods.tbk_order_get:TbkOrderGetResponse",
    "TbkScShopSaveDetail": "params:TbkScShopSaveDetail",
    "TbkScShopSaveResponse": "methods.tbk_sc_shop_save:TbkScShopSaveResponse",
}
"""Modules and classes by name."""

if not TYPE_CHECKING:  # or type checkers would take every name for good

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}{_meant(name)}")
        module, _, own = _HOMES[name].partition(":")
        value = globals()[name] = getattr(import_module(f".{module}", __package__), own)
        return value


def _meant(name: str) -> str:
    """The names that a class has here if a method's own name for it was given."""
    near = [known for known, home in _HOMES.items() if home.endswith(f":{name}")]
    return f"；这里的名称是 {'、'.join(near)}" if near else ""


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
