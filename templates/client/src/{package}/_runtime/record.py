"""A base for plain tables of values, as dataclasses are, without what those cost at import.

The standard ones import `inspect` and compile code for each class: a tenth of the time from the
start of a program to its first call.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, ClassVar, dataclass_transform

NOTHING: Mapping[str, Any] = MappingProxyType({})
"""The default of a mapping."""


@dataclass_transform(eq_default=False)
class Record:
    """Takes its annotated members by position or name; a value in the class is a default."""

    _members: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls._members = tuple(dict.fromkeys((*cls._members, *cls.__annotations__)))

    def __init__(self, *values: Any, **named: Any) -> None:
        given = self.__dict__
        given.update(zip(self._members, values, strict=False), **named)
        for name in self._members:
            if name not in given and not hasattr(type(self), name):
                raise TypeError(f"{type(self).__name__}() misses {name}")
        if len(values) > len(self._members) or not given.keys() <= set(self._members):
            raise TypeError(f"{type(self).__name__}() takes {', '.join(self._members)}")

    def __repr__(self) -> str:
        members = ", ".join(f"{name}={value!r}" for name, value in self.__dict__.items())
        return f"{type(self).__name__}({members})"
