"""What callers may pass for a parameter."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TypeAlias, TypeVar

from .file import File

IdLike: TypeAlias = str | int
"""编号：文字或整数。"""
Value = TypeVar("Value", bound=str | int)
"""一批值之一：原样放在它的回答里。"""
CsvLike: TypeAlias = str | Iterable[str | int]
"""若干值：已用分隔符连接的文字，或各个值。"""
NumberLike: TypeAlias = Decimal | int | float | str
"""精确的数。"""
MomentLike: TypeAlias = datetime | str
"""时刻；没有时区的按北京时间。"""
DayLike: TypeAlias = date | str
"""日期。"""
JsonLike: TypeAlias = str | Mapping[str, object] | Sequence[object]
"""JSON 文本，或将写成 JSON 的值。"""
FileLike: TypeAlias = bytes | File
"""要上传的文件。"""
