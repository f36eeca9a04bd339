"""Request objects.

请求中的对象参数；也可以直接传内容相同的 dict。
"""

from __future__ import annotations

from typing import Required, TypedDict

from ._runtime.arguments import NumberLike


class TbkImageUploadPlace(TypedDict, total=False):
    """一个位置"""

    x: Required[int]
    """横坐标"""
    old: str
    """旧的坐标；已废弃，已停用"""


class TbkScShopSaveDetail(TypedDict, total=False):
    """细节"""

    weight: NumberLike
    """重量；不小于 0.5"""
