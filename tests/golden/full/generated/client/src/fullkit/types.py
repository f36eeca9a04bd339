"""All models of replies and all objects of requests, each imported when it is first used.

全部返回类型与请求中的对象，第一次用到时才导入：`from fullkit import types`，然后写
`types.名称`。只属于一个 API 的类型，名称以该 API 的名称开头。
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .methods.full_goods_search import (
        AsyncFullGoodsSearchResponse,
        FullGoodsSearchGood,
        FullGoodsSearchResponse,
    )
    from .methods.full_label_get import (
        FullLabelGetAsked,
        FullLabelGetLabel,
        FullLabelGetLabelData,
        FullLabelGetLabelHint,
        FullLabelGetNear,
        FullLabelGetResponse,
    )
    from .methods.full_note_get import FullNoteGetResponse
    from .methods.full_parcel_save import (
        FullParcelSaveOtherResult,
        FullParcelSaveResponse,
        FullParcelSaveSaveResult,
    )
    from .methods.full_stock_record import (
        AsyncFullStockRecordResponse,
        FullStockRecordPlace,
        FullStockRecordResponse,
        FullStockRecordStock,
        FullStockRecordStockPage,
    )
    from .methods.full_trade_list import (
        AsyncFullTradeListResponse,
        FullTradeListRefund,
        FullTradeListResponse,
        FullTradeListTrade,
        FullTradeListTradePage,
    )
    from .models import Shelf
    from .params import Address, FullParcelSaveRow

__all__ = [
    "Address",
    "AsyncFullGoodsSearchResponse",
    "AsyncFullStockRecordResponse",
    "AsyncFullTradeListResponse",
    "FullGoodsSearchGood",
    "FullGoodsSearchResponse",
    "FullLabelGetAsked",
    "FullLabelGetLabel",
    "FullLabelGetLabelData",
    "FullLabelGetLabelHint",
    "FullLabelGetNear",
    "FullLabelGetResponse",
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
    "Address": "params",
    "AsyncFullGoodsSearchResponse": "methods.full_goods_search",
    "AsyncFullStockRecordResponse": "methods.full_stock_record",
    "AsyncFullTradeListResponse": "methods.full_trade_list",
    "FullGoodsSearchGood": "methods.full_goods_search",
    "FullGoodsSearchResponse": "methods.full_goods_search",
    "FullLabelGetAsked": "methods.full_label_get",
    "FullLabelGetLabel": "methods.full_label_get",
    "FullLabelGetLabelData": "methods.full_label_get",
    "FullLabelGetLabelHint": "methods.full_label_get",
    "FullLabelGetNear": "methods.full_label_get",
    "FullLabelGetResponse": "methods.full_label_get",
    "FullNoteGetResponse": "methods.full_note_get",
    "FullParcelSaveOtherResult": "methods.full_parcel_save",
    "FullParcelSaveResponse": "methods.full_parcel_save",
    "FullParcelSaveRow": "params",
    "FullParcelSaveSaveResult": "methods.full_parcel_save",
    "FullStockRecordPlace": "methods.full_stock_record",
    "FullStockRecordResponse": "methods.full_stock_record",
    "FullStockRecordStock": "methods.full_stock_record",
    "FullStockRecordStockPage": "methods.full_stock_record",
    "FullTradeListRefund": "methods.full_trade_list",
    "FullTradeListResponse": "methods.full_trade_list",
    "FullTradeListTrade": "methods.full_trade_list",
    "FullTradeListTradePage": "methods.full_trade_list",
    "Shelf": "models",
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
