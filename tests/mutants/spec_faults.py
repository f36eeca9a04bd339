"""Faults of specs: a fact is lost, or another one than the sources tell."""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

import yaml

from generator.spec import language
from mutants.faults import Fault, Source, distinct

_DROPPED = {
    "required": "required dropped",
    "closed": "closed dropped",
    "placeholders": "placeholders dropped",
    "further_formats": "format dropped",
    "format": "format dropped",
    "truth": "truth dropped",
    "deprecated": "deprecated dropped",
    "replaced_by": "deprecated dropped",
    "status": "deprecated dropped",
    "wire": "wire dropped",
    "separator": "separator dropped",
    "window": "window dropped",
    "pagination": "paging dropped",
    "python": "name dropped",
    "unit": "unit dropped",
    "scale": "scale dropped",
    "taken_from": "owner dropped",
}
"""Facts whose loss a spec survives."""
_NUMBERS = frozenset(
    "minimum maximum min_length max_length min_items max_items default scale id".split()
)
_UNITS = {"元": "分", "分": "元", "百分之一": "万分之一", "万分之一": "百分之一", "秒": "毫秒"}
_TYPES = {
    "decimal": "string",
    "integer": "string",
    "boolean": "string",
    "datetime": "string",
    "date": "string",
    "string": "integer",
    "csv": "string",
}
_SESSIONS = {"none": "required", "required": "none", "optional": "none", "unknown": "none"}
_TABLES: Mapping[str, tuple[str, ...]] = {
    "retry": tuple(language.RETRIES),
    "class": tuple(language.ERROR_CLASSES),
    "scope": tuple(language.LIMIT_SCOPES),
    "lasts": tuple(language.LIMIT_SPANS),
    "coverage": tuple(language.COVERAGES),
    "confidence": tuple(language.CONFIDENCES),
}
_ALGORITHMS = {"md5": "hmac_md5", "hmac_md5": "hmac_sha256", "hmac_sha256": "hmac_md5"}
_LISTS = {"packages": "package dropped", "constraints": "constraint dropped"}
_SCHEMA: tuple[tuple[re.Pattern[str], Callable[[str], str]], ...] = (
    (re.compile(r'"additionalProperties": (false)'), lambda _: "true"),
    (re.compile(r'"(?:min|max)\w+": (\d)\b'), lambda text: str(int(text) + 1)),
    (re.compile(r'"pattern": ("[^"]+")'), lambda _: '""'),
    (re.compile(r'"uniqueItems": (true)'), lambda _: "false"),
    (re.compile(r'"required": \[("\w+", )'), lambda _: ""),
    (re.compile(r'"(required)": \["\w+"\]'), lambda _: "$comment"),
)


def schema_faults(file: str, text: str) -> Iterator[Fault]:
    """All faults that are known for a JSON schema."""
    source = Source(file, text)
    return distinct(
        source.fault("schema", *found.span(1), new(found[1]))
        for pattern, new in _SCHEMA
        for found in pattern.finditer(text)
    )


def spec_faults(file: str, text: str, shared: frozenset[str] = frozenset()) -> Iterator[Fault]:
    """All faults that are known for a spec; `shared` are the names of all shared fields."""
    return distinct(_Faults(file, text, shared).find())


class _Faults:
    def __init__(self, file: str, text: str, shared: frozenset[str]) -> None:
        self.source = Source(file, text)
        self.shared = shared
        self.root: yaml.Node | None = yaml.compose(
            text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        )

    def find(self) -> Iterator[Fault]:
        yield from self._walk(self.root, ())

    def _walk(self, node: yaml.Node | None, path: tuple[str, ...]) -> Iterator[Fault]:
        if isinstance(node, yaml.MappingNode):
            if path[-1:] not in (("sources",), ("example",), ("vectors",), ("taken_from",)):
                yield from self._mapping(node, path)
        elif isinstance(node, yaml.SequenceNode) and path[-1:] != ("vectors",):
            yield from self._sequence(node, path)

    def _mapping(self, node: yaml.MappingNode, path: tuple[str, ...]) -> Iterator[Fault]:
        inside = path[-1] if path else ""
        names = inside in ("request", "fields", "parameters") or (
            not path and self.source.file.startswith("specs/_shared/")
        )
        for place, (key, value) in enumerate(node.value):
            name = str(key.value)
            if not names:
                yield from self._fact(node, place, name, value, path)
            yield from self._walk(value, (*path, name))
        if inside in ("enum", "truth") and not names:
            for (_, one), (_, other) in pairwise(node.value):
                if isinstance(one, yaml.ScalarNode) and isinstance(other, yaml.ScalarNode):
                    yield self._swapped("meanings swapped", one, other)
            if len(node.value) > 1:
                for place in range(len(node.value)):
                    yield from self._dropped("value dropped", node, place)
        if inside in ("errors", "codes", "sub_errors"):
            for place, (key, _) in enumerate(node.value):
                if key.value != "use" and len(node.value) > 1:
                    yield from self._dropped("error code dropped", node, place)

    def _sequence(self, node: yaml.SequenceNode, path: tuple[str, ...]) -> Iterator[Fault]:
        inside = path[-1] if path else ""
        if inside == "checks":
            for one, other in pairwise(node.value):
                yield self._swapped("order of checks", one, other)
        kind = _LISTS.get(inside) or (
            "error code dropped" if path[-2:] == ("errors", "use") else ""
        )
        if kind and len(node.value) > 1 and node.flow_style:
            for place in range(len(node.value)):
                start, end = self._entry([(n, n) for n in node.value], place)
                yield self.source.fault(kind, start, end, "")
        for value in node.value:
            yield from self._walk(value, path)

    def _fact(
        self,
        node: yaml.MappingNode,
        place: int,
        name: str,
        value: yaml.Node,
        path: tuple[str, ...],
    ) -> Iterator[Fault]:
        if name in _DROPPED:
            yield from self._dropped(_DROPPED[name], node, place)
        if not isinstance(value, yaml.ScalarNode):
            return
        text = value.value
        for kind, new in self._others(name, text, value.tag, path):
            start, end = self._span(value)
            quote = self.source.text[start] if self.source.text[start] in "\"'" else ""
            yield self.source.fault(kind, start, end, quote + new + quote)

    def _others(
        self, name: str, text: str, tag: str, path: tuple[str, ...]
    ) -> Iterator[tuple[str, str]]:
        """What else might stand there."""
        if name == "unit":
            yield "unit", _UNITS.get(text, "元")
        elif name in _TABLES:
            table = _TABLES[name]
            kind = {"scope": "limit", "lasts": "limit"}.get(name, name)
            if text in table:
                yield kind, table[(table.index(text) + 1) % len(table)]
        elif name == "session" and path[-1:] == ("auth",):
            yield "session", _SESSIONS[text]
        elif name == "idempotent":
            yield "idempotent", "false" if text == "true" else "true"
        elif name == "wrapper":
            yield "wrapper", text + "s"
        elif name == "type" and text in _TYPES:
            yield "type", _TYPES[text]
        elif name == "algorithm":
            yield "algorithm", _ALGORITHMS[text]
        elif name in ("url", "plain"):
            yield "gateway", text.replace("taobao.com", "tmall.com").replace("tbsandbox", "sandbox")
        elif name == "utc_offset":
            yield "clock", text.replace("8", "7")
        elif path == ("naming",):
            yield "naming", text + "s"
        elif name == "use" and isinstance(text, str):
            base = text.partition("__")[0]
            kin = sorted(n for n in self.shared if n.partition("__")[0] == base and n != text)
            for other in kin[:1]:
                yield "another declaration", other
        elif name == "default" and text in ("true", "false"):
            yield "default", "false" if text == "true" else "true"
        elif name in _NUMBERS and re.fullmatch(r"-?\d{1,9}", text):
            kind = (
                "default"
                if name == "default"
                else "document" if name == "id" else "limit of values"
            )
            yield kind, str(int(text) + 1)
        elif re.fullmatch(r"[1-9]\d{0,4}[smhd]", text) and name != "example":
            yield "span of time", f"{int(text[:-1]) + 1}{text[-1]}"

    def _span(self, node: yaml.Node) -> tuple[int, int]:
        one, other = node.start_mark, node.end_mark
        return self.source.at(one.line, one.column), self.source.at(other.line, other.column)

    def _swapped(self, kind: str, one: yaml.Node, other: yaml.Node) -> Fault:
        (start, left), (right, end) = self._span(one), self._span(other)
        text = self.source.text
        new = text[right:end] + text[left:right] + text[start:left]
        return self.source.fault(kind, start, end, new)

    def _entry(self, entries: list[tuple[yaml.Node, yaml.Node]], place: int) -> tuple[int, int]:
        """An entry between brackets, with the comma before or behind it."""
        key, value = entries[place]
        if place + 1 < len(entries):
            return self._span(key)[0], self._span(entries[place + 1][0])[0]
        before = self._span(entries[place - 1][1])[1] if place else self._span(key)[0]
        return before, self._span(value)[1]

    def _dropped(self, kind: str, node: yaml.MappingNode, place: int) -> Iterator[Fault]:
        key, value = node.value[place]
        if node.flow_style:
            yield self.source.fault(kind, *self._entry(node.value, place), "")
            return
        first = key.start_mark.line
        if self.source.lines[first][: key.start_mark.column].strip():
            return  # behind a hyphen
        last = value.end_mark.line
        if place + 1 < len(node.value):
            last = node.value[place + 1][0].start_mark.line - 1
        elif last > first and not self.source.lines[last][: value.end_mark.column].strip():
            last -= 1
        while last > first and not _is_content(self.source.lines[last]):
            last -= 1
        yield self.source.dropped_lines(kind, first, last)


def _is_content(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")
