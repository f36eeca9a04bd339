"""Stage 1: YAML text → plain data, read strictly; and positions for problems."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from generator.problems import Problem, SpecError, rule
from generator.spec import slips
from generator.spec.mends import find_slips
from generator.spec.slips import Slip, both
from generator.spec.text import Json

MAX_FILE_BYTES = 1 << 20
MAX_DEPTH = 60
MAX_KEY = 160
"""YAML wants a `?` before a key of more than 1024 characters, and an escape takes up to six."""

YAML_SYNTAX = rule(
    "yaml-syntax",
    "The file is YAML",
    "A file that does not parse holds no facts.",
    "Mend the line that the message names. Quote texts that hold ': ' or ' #', or start with a "
    "special character; write the signs of YAML in half width.",
)
YAML_STRICT = rule(
    "yaml-strict",
    "Only the plain part of YAML",
    "Anchors, aliases, merge keys, tags and several documents in a file hide what a spec says, and "
    "can blow up a small file. `no`, `on`, dates and 12:30 stay text; numbers are decimal.",
    "Write the value out where it is used, or share it by `use:` in specs/_shared.",
)
DUPLICATE_KEY = rule(
    "duplicate-key",
    "No key twice",
    "YAML keeps the last one in silence, so a fact would be lost.",
    "Remove or rename one of the two.",
)
FILE_SIZE = rule(
    "file-size",
    "A file of at most 1 MiB",
    "A larger file is a mistake or an attack.",
    "Shorten the samples: two elements of a list tell as much as two hundred.",
)
FILE_ENCODING = rule(
    "file-encoding",
    "UTF-8 without a byte order mark",
    "Any other encoding garbles Chinese text.",
    "Save the file as UTF-8.",
)

_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,30})")
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]+([eE][+-]?[0-9]{1,3})?")
_BREAK = re.compile("[\x85\u2028\u2029]")
"""What YAML takes as the end of a line, and editors do not."""

_TIGHT_SIGN = re.compile(r"(?m)(?<=[^\s#])[ \t]+(#[^\s#].*)$")
"""A comment behind a value, which may be a part of it."""

_WORDS: Mapping[str, Json] = {"true": True, "false": False, "null": None, "~": None, "": None}


class _Loader(yaml.CSafeLoader):
    """The C parser without YAML 1.1's guessing: every plain scalar reaches us as text."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML's own attribute


@dataclass(frozen=True, slots=True)
class Document:
    """One parsed YAML file; `file` is its path below the project, with slashes."""

    file: str
    data: Json


class _Constructor:
    """Turns the nodes of one file into plain data and gathers what is not allowed."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self._text = text
        self._seen: set[int] = set()

    def report(self, name: str, message: str, mark: yaml.Mark, hint: str = "") -> None:
        self.problems.append(
            Problem(name, message, self.file, (), hint, line=mark.line + 1, column=mark.column + 1)
        )

    def document(self, node: yaml.Node) -> Json:
        """The data of the whole file."""
        data = self.construct(node)
        self._tell_lines(node)
        for sign in _TIGHT_SIGN.finditer(self._text):
            at = sign.start(1)
            if not any(start <= at < end for start, end in spans(self._text, node)):
                line_start = self._text.rfind("\n", 0, at) + 1
                line = self._text.count("\n", 0, at)
                self._tell(slips.tight_sign(line, at - line_start))
        return data

    def _tell_lines(self, node: yaml.Node) -> None:
        """Tell what lines hold keys, if a text in lines of its own seems to be some."""
        if isinstance(node, yaml.ScalarNode) and not node.style:
            self._tell(*slips.in_lines(self._text, node.start_mark.line, node.end_mark.line))

    def _tell(self, *told: Slip | None) -> None:
        self.problems += (_slip_problem(self.file, slip) for slip in told if slip)

    def construct(self, node: yaml.Node, depth: int = 0) -> Json:
        if id(node) in self._seen:
            return None  # an alias: its anchor is reported
        self._seen.add(id(node))
        self._refuse_properties(node)
        if depth > MAX_DEPTH:
            self.report(YAML_STRICT, f"nested deeper than {MAX_DEPTH} levels", node.start_mark)
            return None
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, depth)
        if isinstance(node, yaml.SequenceNode):
            return [self.construct(item, depth + 1) for item in node.value]
        assert isinstance(node, yaml.ScalarNode)
        if node.style or node.value[:1] in slips.WIDE:
            self._tell(slips.in_value(node))
        return _scalar(node)

    def _refuse_properties(self, node: yaml.Node) -> None:
        """Report tags and anchors, which stand in front of the node that they belong to."""
        first = self._text[node.start_mark.index : node.start_mark.index + 1]
        if first == "!":
            message = both(f"the tag {node.tag}", "不允许标签")
            hint = both("remove the tag; quote the text if ! belongs to it", "! 属于文本时请加引号")
            self.report(YAML_STRICT, message, node.start_mark, hint)
        elif first == "&":
            message = both("an anchor, because of the &", "& 会被当作锚点")
            hint = both(
                "write the value out where it is used; quote the text if & belongs to it",
                "& 属于文本时请加引号",
            )
            self.report(YAML_STRICT, message, node.start_mark, hint)

    def _mapping(self, node: yaml.MappingNode, depth: int) -> dict[str, Json]:
        data: dict[str, Json] = {}
        lines: dict[str, int] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self.report(YAML_STRICT, "a key that is not text", key_node.start_mark)
                continue
            self._refuse_properties(key_node)
            key = key_node.value
            if len(key) > MAX_KEY:
                message = both(f"a key of {len(key)} characters", f"键有 {len(key)} 个字符")
                hint = both(f"at most {MAX_KEY}", f"最多 {MAX_KEY} 个")
                self.report(YAML_STRICT, message, key_node.start_mark, hint)
            is_alone = isinstance(value_node, yaml.ScalarNode) and not value_node.value
            if is_alone or key[:1] in slips.WIDE or "：" in key:
                self._tell(slips.in_key(key_node, is_alone=is_alone))
            if key_node.start_mark.line < value_node.start_mark.line:
                self._tell_lines(value_node)
            if key in data:
                self.report(
                    DUPLICATE_KEY,
                    f"the key {key!r} stands here again",
                    key_node.start_mark,
                    f"it stands first in line {lines[key]}",
                )
            lines.setdefault(key, key_node.start_mark.line + 1)
            data[key] = self.construct(value_node, depth + 1)
        return data


def _scalar(node: Any) -> Json:
    text: str = node.value
    if node.style:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _NUMBER.fullmatch(text):
        return Decimal(text)
    return text


def decode(file: str, content: bytes) -> str:
    """The text of a spec file, or a SpecError that says why it cannot be read."""
    if len(content) > MAX_FILE_BYTES:
        raise SpecError(
            [Problem(FILE_SIZE, f"{len(content):,} bytes", file, hint="at most 1 MiB", line=1)]
        )
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise SpecError(
            [
                Problem(
                    FILE_ENCODING, f"byte {content[error.start]:#04x} is not UTF-8", file, line=line
                )
            ]
        ) from None
    if text.startswith("\ufeff"):
        raise SpecError([Problem(FILE_ENCODING, "a byte order mark", file, line=1, column=1)])
    if broken := _BREAK.search(text):
        line = text.count("\n", 0, broken.start()) + 1
        code = f"\\u{ord(broken[0]):04x}"
        message = both(f"the invisible line separator {code}", f"不可见的换行符 {code}")
        hint = both(f"remove it, or write {code} between double quotes", "请删除")
        raise SpecError([Problem(FILE_ENCODING, message, file, (), hint, line=line)])
    return text


def compose(text: str) -> yaml.Node | None:
    """The nodes of a text, with their marks; None if it holds nothing but comments."""
    node: yaml.Node | None = yaml.compose(text, Loader=_Loader)
    return node


def spans(text: str, node: yaml.Node) -> Iterator[tuple[int, int]]:
    """From where to where quoted texts and blocks of text go, in their order: # is a sign there."""
    if isinstance(node, yaml.ScalarNode):
        begin, end = node.start_mark.index, node.end_mark.index
        if node.style in ("|", ">"):
            begin = text.find("\n", begin)  # a comment may stand behind the | or >
        if node.style:
            yield begin, end
    else:
        for item in node.value:
            for inner in item if isinstance(item, tuple) else (item,):
                yield from spans(text, inner)


def _failure(text: str) -> yaml.YAMLError | None:
    try:
        compose(text)
    except yaml.YAMLError as error:
        return error
    return None


def _compose(file: str, text: str) -> yaml.Node | None:
    try:
        return compose(text)
    except yaml.MarkedYAMLError as error:
        told = find_slips(text, error, _failure)
        raise SpecError(_slip_problem(file, slip) for slip in told) from None
    except yaml.YAMLError as error:
        line = text.count("\n", 0, getattr(error, "position", 0) or 0) + 1
        message = both(str(error).splitlines()[0], "含有不允许的字符")
        raise SpecError([Problem(YAML_SYNTAX, message, file, line=line)]) from None


def _slip_problem(file: str, slip: Slip) -> Problem:
    line, column = slip.line + 1, slip.column + 1
    return Problem(YAML_SYNTAX, slip.message, file, (), slip.hint, line=line, column=column)


def parse(file: str, content: bytes) -> Document:
    """Read one YAML file, or raise a SpecError with everything that is wrong with its syntax."""
    text = decode(file, content)
    node = _compose(file, text)
    if node is None:
        raise SpecError([Problem(YAML_SYNTAX, "the file is empty", file, line=1)])
    constructor = _Constructor(file, text)
    data = constructor.document(node)
    if constructor.problems:
        raise SpecError(constructor.problems)
    return Document(file, data)


def place(problems: Iterable[Problem], root: Path) -> tuple[Problem, ...]:
    """Give every problem its line and column, in reading order, each once."""
    nodes: dict[str, yaml.Node | None] = {}
    placed = set()
    for problem in problems:
        if problem.line is None:
            if problem.file not in nodes:
                nodes[problem.file] = _read_nodes(root, problem.file)
            problem = _located(problem, nodes[problem.file])
        placed.add(problem)
    return tuple(
        sorted(placed, key=lambda p: (p.file, p.line or 0, p.column or 0, p.rule, p.message))
    )


def _read_nodes(root: Path, file: str) -> yaml.Node | None:
    try:
        return _compose(file, decode(file, (root / file).read_bytes()))
    except (OSError, SpecError):
        return None


def _located(problem: Problem, node: yaml.Node | None) -> Problem:
    if node is None:
        return replace(problem, line=1)
    mark = node.start_mark
    for step in problem.path:
        found = _child(node, step)
        if found is None:
            break
        key, node = found
        last = step == problem.path[-1]
        mark = (
            key.start_mark if key is not None and (problem.on_key or not last) else node.start_mark
        )
    return replace(problem, line=mark.line + 1, column=mark.column + 1)


def _child(node: yaml.Node, step: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return key, value
    elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None
