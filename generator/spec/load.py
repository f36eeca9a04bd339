"""Stage 1: YAML text → plain data, read strictly; and positions for problems."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from generator.problems import Problem, SpecError, rule
from generator.spec.text import Json

MAX_FILE_BYTES = 1 << 20
MAX_DEPTH = 60

YAML_SYNTAX = rule(
    "yaml-syntax",
    "The file is YAML",
    "A file that does not parse holds no facts.",
    "Mend the line that the message names. Quote texts that hold ': ' or '#', or start with a "
    "special character.",
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
        return _scalar(node)

    def _refuse_properties(self, node: yaml.Node) -> None:
        """Report tags and anchors, which stand in front of the node that they belong to."""
        first = self._text[node.start_mark.index : node.start_mark.index + 1]
        if first == "!":
            self.report(YAML_STRICT, f"the tag {node.tag}", node.start_mark, "remove the tag")
        elif first == "&":
            self.report(
                YAML_STRICT, "an anchor", node.start_mark, "write the value out where it is used"
            )

    def _mapping(self, node: yaml.MappingNode, depth: int) -> dict[str, Json]:
        data: dict[str, Json] = {}
        lines: dict[str, int] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self.report(YAML_STRICT, "a key that is not text", key_node.start_mark)
                continue
            self._refuse_properties(key_node)
            key = key_node.value
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
    return text


def _compose(file: str, text: str) -> yaml.Node | None:
    try:
        return yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        message, hint = (error.problem or str(error)).strip(), error.context or ""
        problem = Problem(YAML_SYNTAX, message, file, (), hint, line=line, column=column)
        raise SpecError([problem]) from None
    except yaml.YAMLError as error:
        position_in_text = getattr(error, "position", 0) or 0
        line = text.count("\n", 0, position_in_text) + 1
        message = str(error).splitlines()[0]
        raise SpecError([Problem(YAML_SYNTAX, message, file, line=line)]) from None


def parse(file: str, content: bytes) -> Document:
    """Read one YAML file, or raise a SpecError with everything that is wrong with its syntax."""
    text = decode(file, content)
    node = _compose(file, text)
    if node is None:
        raise SpecError([Problem(YAML_SYNTAX, "the file is empty", file, line=1)])
    constructor = _Constructor(file, text)
    data = constructor.construct(node)
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
