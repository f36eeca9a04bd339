"""The log in which SQLite keeps what was written last: how much of it can still be read.

SQLite stops at the first frame that is damaged and says nothing. The form is that of its documents:
a header, then frames, each with the salt of the header and a checksum that goes on from the frame
before; the last frame of a transaction tells how large the database is.
"""

import struct
from pathlib import Path

_HEADER, _FRAME_HEADER = 32, 24
_MAGIC = 0x377F0682
"""The last bit tells the order of the bytes that are summed."""
_MODULUS = 1 << 32

Sums = tuple[int, int]


def lost_transactions(log: Path) -> int | None:
    """How many transactions SQLite does not find behind a damaged frame; None: it finds none at
    all. The one that a killed process was writing may be incomplete, and does not count."""
    data = log.read_bytes()
    if len(data) < _HEADER:
        return None
    magic, _, page, _, *salt, first, second = struct.unpack(">8I", data[:_HEADER])
    order = ">" if magic & 1 else "<"
    sums = _summed(data[: _HEADER - 8], order, (0, 0))
    if magic & ~1 != _MAGIC or sums != (first, second):
        return None
    found, behind, is_whole = 0, 0, True
    for start in range(_HEADER, len(data) - page - _FRAME_HEADER + 1, page + _FRAME_HEADER):
        head = data[start : start + _FRAME_HEADER]
        _, size, *rest = struct.unpack(">6I", head)
        if rest[:2] != salt:
            break  # of an earlier time
        if is_whole:
            content = data[start + _FRAME_HEADER : start + _FRAME_HEADER + page]
            sums = _summed(content, order, _summed(head[:8], order, sums))
            is_whole = sums == (rest[2], rest[3])
        found, behind = found + bool(size and is_whole), behind + bool(size and not is_whole)
    return max(behind - 1, 0) if found else None


def _summed(data: bytes, order: str, sums: Sums) -> Sums:
    first, second = sums
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for one, other in zip(words[::2], words[1::2], strict=True):
        first = (first + one + second) % _MODULUS
        second = (second + other + first) % _MODULUS
    return first, second
