"""Read a note: `taobao.full.note.get`."""

from __future__ import annotations

from .._runtime.kinds import Integer, Object, Text
from .._runtime.method import Method
from .._runtime.models import Response


class FullNoteGetResponse(Response):
    """读取便签：返回内容"""


METHOD = Method(
    "taobao.full.note.get",
    FullNoteGetResponse,
    Object({"note_id": Text(), "page": Integer()}),
    idempotent=True,
)
