"""All models of replies and all objects of requests, each imported when it is first used.

全部返回类型与请求中的对象，第一次用到时才导入：`from fullkit import types`，然后写
`types.名称`。只属于一个 API 的类型，名称以该 API 的名称开头。
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .methods.full_goods_search import FullGoodsSearchResponse, Good as FullGoodsSearchGood
    from .methods.full_note_get import FullNoteGetResponse
    from .methods.full_parcel_save import (
        FullParcelSaveResponse,
        OtherResult as FullParcelSaveOtherResult,
        SaveResult as FullParcelSaveSaveResult,
    )
    from .methods.full_stock_record import (
        FullStockRecordResponse,
        Place as FullStockRecordPlace,
        Stock as FullStockRecordStock,
        StockPage as FullStockRecordStockPage,
    )
    from .methods.full_trade_list import (
        FullTradeListResponse,
        Refund as FullTradeListRefund,
        Trade as FullTradeListTrade,
        TradePage as FullTradeListTradePage,
    )
    from .models import Shelf
    from .params import Address, FullParcelSaveRow

__all__ = [
    "Address",
    "FullGoodsSearchGood",
    "FullGoodsSearchResponse",
    "FullNoteGetResponse",
    "FullParcelSaveOtherResult",
    "FullParcelSaveResponse",
    "FullParcelSaveRow",
    "FullParcelSaveSaveResult",
    "FullStockRecordPlace",
    "FullStockRecordResponse",
    "FullStockRecordStock",
    "FullStockRecordStockPage",
    "FullTradeListRefund",
    "FullTradeListResponse",
    "FullTradeListTrade",
    "FullTradeListTradePage",
    "Shelf",
]

_HOMES = {
    "Address": "params:Address",
    "FullGoodsSearchGood": "methods.full_goods_search:Good",
    "FullGoodsSearchResponse": "methods.full_goods_search:FullGoodsSearchResponse",
    "FullNoteGetResponse": "methods.full_note_get:FullNoteGetResponse",
    "FullParcelSaveOtherResult": "methods.full_parcel_save:OtherResult",
    "FullParcelSaveResponse": "methods.full_parcel_save:FullParcelSaveResponse",
    "FullParcelSaveRow": "params:FullParcelSaveRow",
    "FullParcelSaveSaveResult": "methods.full_parcel_save:SaveResult",
    "FullStockRecordPlace": "methods.full_stock_record:Place",
    "FullStockRecordResponse": "methods.full_stock_record:FullStockRecordResponse",
    "FullStockRecordStock": "methods.full_stock_record:Stock",
    "FullStockRecordStockPage": "methods.full_stock_record:StockPage",
    "FullTradeListRefund": "methods.full_trade_list:Refund",
    "FullTradeListResponse": "methods.full_trade_list:FullTradeListResponse",
    "FullTradeListTrade": "methods.full_trade_list:Trade",
    "FullTradeListTradePage": "methods.full_trade_list:TradePage",
    "Shelf": "models:Shelf",
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
