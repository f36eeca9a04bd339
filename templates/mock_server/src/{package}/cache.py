"""What need not be made twice, within bounds."""

from collections.abc import Hashable
from typing import Generic, TypeVar

Key = tuple[Hashable, ...]
_Value = TypeVar("_Value")

MOST_ENTRIES = 2_000
MOST_BYTES = 4_000_000
LARGEST = 200_000


class Cache(Generic[_Value]):
    """Values by key; when there are too many, the oldest go."""

    def __init__(self, most_bytes: int = MOST_BYTES, largest: int = LARGEST) -> None:
        self._most_bytes, self._largest = most_bytes, largest
        self._entries: dict[Key, _Value] = {}
        self._sizes: dict[Key, int] = {}
        self._size = 0
        self.get = self._entries.get

    def put(self, key: Key, value: _Value, size: int) -> _Value:
        """Keep a value of so many bytes, unless it is large; it is returned."""
        self._drop(key)
        size += _size(key)
        if size > self._largest:
            return value
        self._entries[key], self._sizes[key] = value, size
        self._size += size
        while self._size > self._most_bytes or len(self._entries) > MOST_ENTRIES:
            self._drop(next(iter(self._entries)))
        return value

    def _drop(self, key: Key) -> None:
        if key in self._entries:
            del self._entries[key]
            self._size -= self._sizes.pop(key)


def _size(key: Key) -> int:
    """Callers choose the texts of keys, and so how long they are."""
    return sum(len(each) for each in key if isinstance(each, str))
