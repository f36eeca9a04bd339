"""Orders as rows of a method's reply, and pages of them that need not be written twice."""

import json
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from ..knowledge import find_api
from .shapes import Facts, filled

_Key = tuple[str, int, int]


def json_of(value: Any) -> bytes:
    """JSON as the gateway writes it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("/", "\\/").encode()


def sample_row(method: str) -> dict[str, Any]:
    """The row that a method's documents show; empty if there is no such method."""
    api = find_api(method)
    if api is None:
        return {}
    found: Any = api["response"]
    for step in api["pagination"]["items"][0].split("."):
        found = found[step]
    ((first, *_),) = found.values()
    return dict(first)


class Page(Mapping[str, Any]):
    """The content of a reply with a page of rows, whose JSON is there already.

    It is a content like any other; what it holds is read only when somebody looks inside.
    """

    __slots__ = ("_content", "json")

    def __init__(self, written: bytes) -> None:
        self.json = written
        self._content: dict[str, Any] | None = None

    def _read(self) -> dict[str, Any]:
        if self._content is None:
            self._content = json.loads(self.json)
        return self._content

    def __getitem__(self, key: str) -> Any:
        return self._read()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())


class Rows:
    """The JSON of rows by method, order and version; the least recently used ones go."""

    def __init__(self, most: int = 8000) -> None:
        self._written: OrderedDict[_Key, bytes] = OrderedDict()
        self._most = most

    def json(self, key: _Key, sample: Mapping[str, Any], facts: Callable[[], Facts]) -> bytes:
        """The JSON of a row."""
        found = self._written.get(key)
        if found is not None:
            self._written.move_to_end(key)
            return found
        written = json_of(filled(sample, facts()))
        self._written[key] = written
        if len(self._written) > self._most:
            self._written.popitem(last=False)
        return written


def page(beside: Mapping[str, Any], name: str, wrapper: str, rows: Sequence[bytes]) -> Page:
    """The content `{"data": {…}}` with rows in a list; without rows there is no list."""
    listed = (
        b'"%b":{"%b":[%b]},' % (name.encode(), wrapper.encode(), b",".join(rows)) if rows else b""
    )
    return Page(b'{"data":{%b%b}}' % (listed, json_of(beside)[1:-1]))
