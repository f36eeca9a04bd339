"""What need not be made twice, within bounds."""

from collections.abc import Hashable

Key = tuple[Hashable, ...]
Parts = tuple[bytes, bytes]

MOST_ENTRIES = 2_000
MOST_BYTES = 4_000_000
LARGEST = 200_000


class Cache:
    """Bytes by key; when there are too many, the oldest go."""

    def __init__(self) -> None:
        self._entries: dict[Key, Parts] = {}
        self._size = 0
        self.get = self._entries.get

    def put(self, key: Key, parts: Parts) -> Parts:
        """Keep the parts, unless they are large; they are returned."""
        size = _size(key, parts)
        if size > LARGEST:
            return parts
        self._entries[key] = parts
        self._size += size
        while self._size > MOST_BYTES or len(self._entries) > MOST_ENTRIES:
            oldest = next(iter(self._entries))
            self._size -= _size(oldest, self._entries.pop(oldest))
        return parts


def _size(key: Key, parts: Parts) -> int:
    """Callers choose the texts of keys, and so how long they are."""
    return sum(map(len, parts)) + sum(len(each) for each in key if isinstance(each, str))
