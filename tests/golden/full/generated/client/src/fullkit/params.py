"""Request objects.

请求中的对象参数；也可以直接传内容相同的 dict。
"""

from __future__ import annotations

from typing import Literal, Required, TypedDict

from ._runtime.arguments import IdLike, MomentLike


class Address(TypedDict, total=False):
    """收件地址"""

    city: Required[str]
    """城市"""
    floor: int
    """楼层；取值 -3–200"""


class FullParcelSaveRow(TypedDict, total=False):
    """装箱单的一行"""

    sku_id: Required[IdLike]
    """规格编号"""
    number: int
    """数量；不小于 1"""
    class_: Literal["bag", "box"]
    """包装；只能取：

    - bag：袋子
    - box：纸箱
    参见 尺寸表 <https://open.taobao.com/sizes.htm>
    注：文档两处写法不同
    """
    bought_at: MomentLike
    """购入时间；格式：yyyy-MM-dd HH:mm:ss"""
