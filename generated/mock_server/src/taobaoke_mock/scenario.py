"""A scenario file: rules, limits, a clock and orders as YAML; all problems are told at once."""

import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import yaml
from jsonschema import Draft202012Validator, ValidationError

from .limits import Quota
from .ordering import OrderError, Path, rule_from
from .rules import Rule
from .suggestions import ANY, meant
from .times import moment_of

_SCHEMA = files(__package__ or "") / "scenario.schema.json"
_KINDS = {
    "object": "对象 (an object)",
    "array": "列表 (a list)",
    "string": "文本 (text)",
    "integer": "整数 (a whole number)",
    "number": "数 (a number)",
    "boolean": "true 或 false (true or false)",
}


@dataclass(frozen=True, slots=True)
class Scenario:
    """What a file says."""

    rules: tuple[Rule, ...]
    quota: Quota
    clock: tuple[float, float] | None = None
    """A moment, and how many seconds pass in a second from then on."""
    orders: tuple[Any, ...] = ()
    """What `plan` has made of them."""


Plan = Callable[[Mapping[str, Any], int | None, int], Any]
"""Makes something of an order, at a moment, of so many; OrderError tells what is wrong."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """What is wrong at a place of the file, counted from 1."""

    line: int
    column: int
    text: str


class ScenarioError(ValueError):
    """All that is wrong with a scenario, a line each."""

    def __init__(self, name: str, problems: Collection[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(
            "\n".join(f"{name}:{each.line}:{each.column}: {each.text}" for each in self.problems)
        )


def read(
    text: str,
    name: str = "scenario",
    further: Collection[str] = (),
    plan: Plan = lambda order, now, number: order,
) -> Scenario:
    """A scenario; ScenarioError if anything is wrong. `further` are methods that tests told of."""
    loader = None
    try:
        loader = _Loader(text)
        node = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        told = f"YAML 的写法有误：{error.problem} (wrong YAML)"
        raise ScenarioError(name, [Problem(line, column, told)]) from error
    except (yaml.YAMLError, RecursionError, ValueError, OverflowError) as error:
        told = f"不是可读的 YAML：{error} (unreadable YAML)"
        line, column = (loader.line + 1, loader.column + 1) if loader else (1, 1)
        raise ScenarioError(name, [Problem(line, column, told)]) from error
    reader = _Reader()
    content = reader.value(node, ()) if node else {}
    problems = [*reader.problems]
    wrong = [*_schema_problems(content, reader, problems)]
    rules = _rules(content, reader, further, wrong, problems)
    clock = _clock(content, reader, wrong, problems)
    now = int(clock[0]) if clock else None
    orders = _orders(content, reader, wrong, problems, lambda *told: plan(told[0], now, told[1]))
    if problems:
        raise ScenarioError(name, problems)
    # For JSON Schema 5.0 is a whole number as well.
    quota = {limit: int(number) for limit, number in content.get("limits", {}).items()}
    return Scenario(tuple(rules), Quota(**quota), clock, tuple(orders))


_FORBIDDEN = {"anchor": "不能用锚点与别名 (no anchors, no aliases)", "tag": "不能用标签 (no tags)"}


class _Loader(yaml.SafeLoader):
    """YAML as JSON would read it: no anchors, no guessed dates, yes is a text."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 – as the base class declares it

    def compose_node(self, parent: Any, index: Any) -> Any:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        for name, told in _FORBIDDEN.items():
            if getattr(event, name, None) is not None:
                raise yaml.composer.ComposerError(None, None, told, event.start_mark)
        return super().compose_node(parent, index)


for _tag, _pattern, _starts in (
    ("null", r"null|~|", ["n", "~", ""]),
    ("bool", r"true|false", ["t", "f"]),
    ("int", r"-?(?:0|[1-9][0-9]{0,300})", list("-0123456789")),
    ("float", r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]{1,3})?", list("-0123456789")),
):
    _Loader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(f"({_pattern})$"), _starts
    )


class _Reader:
    """Nodes of YAML → plain values; remembers where each stands."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self._places: dict[Path, yaml.Node] = {}
        self._keys: dict[Path, yaml.Node] = {}

    def value(self, node: yaml.Node, path: Path) -> Any:
        """The value of a node."""
        self._places[path] = node
        if isinstance(node, yaml.MappingNode):
            return self._object(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(each, (*path, at)) for at, each in enumerate(node.value)]
        return _SCALARS[node.tag](node.value)

    def problem(self, path: Path, text: str, *, at_key: bool = False) -> Problem:
        """A problem at the place of a path, or of the nearest one around it."""
        if at_key and path in self._keys:
            return _at(self._keys[path], text)
        while path not in self._places:
            path = path[:-1]
        return _at(self._places[path], text)

    def _object(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = key_node.value
            if not isinstance(key, str):
                self._report(key_node, "键应为文本 (keys are text)")
                continue
            if key in result:
                self._report(key_node, f"{key} 写了两次 (twice)")
            self._keys[*path, key] = key_node
            result[key] = self.value(value_node, (*path, key))
        return result

    def _report(self, node: yaml.Node, text: str) -> None:
        self.problems.append(_at(node, text))


_SCALARS: Mapping[str, Callable[[str], Any]] = {
    "tag:yaml.org,2002:str": str,
    "tag:yaml.org,2002:null": lambda text: None,
    "tag:yaml.org,2002:bool": lambda text: text == "true",
    "tag:yaml.org,2002:int": int,
    "tag:yaml.org,2002:float": float,
}


def _at(node: yaml.Node, text: str) -> Problem:
    return Problem(node.start_mark.line + 1, node.start_mark.column + 1, text)


def _schema_problems(content: Any, reader: _Reader, problems: list[Problem]) -> Iterator[Path]:
    """Note what is wrong with the form; the paths of it."""
    validator = Draft202012Validator(json.loads(_SCHEMA.read_text("utf-8")))
    for error in validator.iter_errors(content):
        path = tuple(error.absolute_path)
        if error.validator == "additionalProperties":
            known = error.schema["properties"]
            for key in error.instance:
                if key not in known:
                    zh, en = meant(key, known)
                    text = f"没有 {key}{zh or '，只有 ' + '、'.join(known)} (unknown key{en})"
                    problems.append(reader.problem((*path, key), text, at_key=True))
                    yield (*path, key)
        else:
            problems.append(reader.problem(path, _told(error)))
            yield path


def _told(error: ValidationError) -> str:
    wanted: Any = error.validator_value
    match error.validator:
        case "type":
            kinds = [wanted] if isinstance(wanted, str) else wanted
            return f"应为{' 或 '.join(_KINDS[kind] for kind in kinds)}"
        case "required":
            return f"缺少 {'、'.join(wanted)} (missing)"
        case "anyOf":
            keys = [each["required"][0] for each in wanted]
            return f"须有 {' 或 '.join(keys)} (one of them is needed)"
        case "not":
            return "answers 不能与 reply、fail 并列 (answers stands alone)"
        case "exclusiveMinimum":
            return f"应大于 {wanted} (more than {wanted})"
        case "maximum":
            return f"不能大于 {wanted} (at most {wanted})"
        case "minimum":
            return f"不能小于 {wanted} (at least {wanted})"
        case "maxItems":
            return f"最多 {wanted} 条 (at most {wanted})"
        case "minItems":
            return "不能为空 (must not be empty)"
    return error.message


_NEW = "new: true"
_ANSWERS = {"reply", "fail", "answers"}


def _rules(
    content: Any,
    reader: _Reader,
    further: Collection[str],
    wrong: Collection[Path],
    problems: list[Problem],
) -> list[Rule]:
    """The rules. What is wrong with their meaning is noted, where their form is not wrong."""
    rules: list[Rule] = []
    known = {*further}
    for at, told in _listed(content, "rules"):
        place: Path = ("rules", at)
        faulty = {path[2:] for path in wrong if path[:2] == place}
        order: Any = _mended(told, faulty)
        found: Sequence[tuple[Path, str]] = ()
        try:
            rules.append(rule_from(order, known, _NEW))
        except OrderError as error:
            found = error.problems
            problems += [
                reader.problem((*place, *path), text, at_key=path[:1] == ("when",))
                for path, text in found
                if path not in faulty and (path != ("method",) or "method" in told)
            ]
        if all(path != ("method",) for path, _ in found):
            known.add(order["method"])
    return rules


def _mended(told: Mapping[str, Any], faulty: Collection[Path]) -> dict[str, Any]:
    """A rule or an answer, with something harmless in the place of what is not well formed."""
    order = {key: value for key, value in told.items() if (key,) not in faulty}
    if ("reply",) in faulty:
        order["reply"] = {}
    if "answers" in order:
        order["answers"] = [
            _mended(
                answer if isinstance(answer, dict) else {},
                {path[2:] for path in faulty if path[:2] == ("answers", at)},
            )
            for at, answer in enumerate(order["answers"])
        ]
    return {"method": ANY, **({} if order.keys() & _ANSWERS else {"fail": "7"}), **order}


def _clock(
    content: Any, reader: _Reader, wrong: Collection[Path], problems: list[Problem]
) -> tuple[float, float] | None:
    """When the clock begins, and its speed; 0: it stands."""
    told = content.get("clock") if isinstance(content, dict) else None
    if told is None or any(path[:1] == ("clock",) for path in wrong):
        return None
    try:
        return moment_of(told["set"]), float(told.get("run", 0))
    except ValueError:
        text = "应如 '2026-11-11 00:00:00'，北京时间 (a moment in Beijing)"
        problems.append(reader.problem(("clock", "set"), text))
        return None


def _orders(
    content: Any,
    reader: _Reader,
    wrong: Collection[Path],
    problems: list[Problem],
    plan: Callable[[Mapping[str, Any], int], Any],
) -> list[Any]:
    """What is made of the orders; those with the same id would take each other's place."""
    made: list[Any] = []
    ids: set[str] = set()
    for at, told in _listed(content, "orders"):
        place: Path = ("orders", at)
        faulty = {path[2:] for path in wrong if path[:2] == place}
        order = {name: value for name, value in told.items() if (name,) not in faulty}
        try:
            made.append(plan(order, at))
        except OrderError as error:
            problems += [
                reader.problem((*place, *path), text, at_key=True) for path, text in error.problems
            ]
        if "trade_id" in order:
            id_ = str(order["trade_id"])
            if id_ in ids:
                problems.append(reader.problem((*place, "trade_id"), f"{id_} 写了两次 (twice)"))
            ids.add(id_)
    return made


def _listed(content: Any, name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    told = content.get(name) if isinstance(content, dict) else None
    for at, each in enumerate(told if isinstance(told, list) else ()):
        if isinstance(each, dict):
            yield at, each
