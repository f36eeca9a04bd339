"""Arguments against their spec.

The parameters of a method are compiled once: what depends on the spec alone – paths, limits, sets
of values – is made then, and a call only meets the tests that its parameters have. Sentences are
made when something is wrong.
"""

import difflib
import functools
import itertools
import json
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any, Protocol

from .errors import Hint
from .knowledge import Constraint, Parameter, Window, platform


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with the argument at a dotted path."""

    path: str
    hint: Hint
    is_unlisted: bool = False
    """Whether it has the right form, but is none of the values that there are."""


class _Mark:
    """A value that stands for something else."""


UNREADABLE = _Mark()
"""An argument that should be JSON and is not."""
FROM_PYTHON, FROM_JAVASCRIPT = _Mark(), _Mark()
"""The same, but what wrote it can be told."""
UPLOADED = _Mark()
"""An argument that came as a file."""

Given = Mapping[str, Any]
"""Arguments by name: texts, and what JSON says instead of its text."""
Notes = list[Hint]
"""What the gateway accepts without a word but is likely a mistake."""

_MOST_NOTES = 20
_LONGEST_SHOWN = 60
_LONGEST_NUMBER = 1000
"""Characters; nothing that is counted or paid has more, and reading them takes long."""
_LONGEST_COUNT = 18
"""Digits; what is beyond is cut: no page has such a number."""


class Arguments:
    """The parameters of a method, or the members of an object."""

    def __init__(self, parameters: Sequence[Parameter], prefix: str = "") -> None:
        self._checkers = {
            parameter["name"]: _checker(parameter, prefix + parameter["name"])
            for parameter in parameters
        }
        self._required = frozenset(
            parameter["name"] for parameter in parameters if parameter.get("required")
        )
        self._structured = {
            name: checker
            for name, checker in self._checkers.items()
            if not isinstance(checker, _Scalar)
        }
        self.names = self._checkers.keys()
        self._demanding = [
            (name, checker)
            for name, checker in self._checkers.items()
            if name in self._required or name in self._structured
        ]
        self._place = {name: place for place, name in enumerate(self._checkers)}

    def read(self, given: Given) -> dict[str, Any]:
        """The same with JSON read, so that it is read only once."""
        result = dict(given)
        for name, checker in self._structured.items():
            value = result.get(name)
            if value is not None and value != "":
                result[name] = checker.read(value)
        return result

    def missing(self, given: Given) -> str | None:
        """The path of the first required parameter that is not given."""
        for name, checker in self._demanding:
            value = given.get(name)
            if value is None or value == "":
                if name in self._required:
                    return checker.path
            elif name in self._structured and (found := checker.missing(value)):
                return found
        return None

    def check(self, given: Given, notes: Notes) -> Problem | None:
        """The first argument of a wrong type, outside its limits, or none of the values."""
        for name in sorted(self.names & given.keys(), key=self._place.__getitem__):
            value = given[name]
            if value is None or value == "":
                continue
            if (problem := self._checkers[name].check(value, notes)) is not None:
                return problem
        return None

    def note_unknown(self, names: Iterable[str], notes: Notes) -> None:
        """Say of names that they are not documented."""
        for name in itertools.islice(sorted(names), _MOST_NOTES):
            _note(notes, *self._unknown(name))

    def _unknown(self, name: str) -> tuple[str, str]:
        if holder := self._holder(name):
            example = f'{holder}={{"{name.rpartition(".")[2]}": …}}'
            return (
                f"{_shown(name)} 是 {holder} 的成员，要写在它的 JSON 里：{example}",
                f"{name!r} is a member of {holder}; send it as JSON: "
                + example.replace("…", "..."),
            )
        near = None
        if len(name) <= _LONGEST_SHOWN:
            near = next(iter(difflib.get_close_matches(name, self.names, n=1)), None)
        zh = f"，是否想写 {near}？" if near else ""
        en = f", did you mean {near}?" if near else ""
        return (
            f"文档没有参数 {_shown(name)}{zh}",
            f"no parameter {_shown(name)!r} is documented{en}",
        )

    def _holder(self, name: str) -> str | None:
        """The parameter among whose members a name is, bare or with the path in front."""
        for parameter, checker in self._structured.items():
            member = name.removeprefix(f"{parameter}.")
            if member in checker.members:
                return parameter
        return None


class _Checker(Protocol):
    """What is known of one parameter, ready to be held against values."""

    path: str

    @property
    def members(self) -> Collection[str]:
        """The names of an object's members."""

    def read(self, value: Any) -> Any:
        """The value with its JSON read."""

    def missing(self, value: Any) -> str | None:
        """The path of a required member that is not given."""

    def check(self, value: Any, notes: Notes) -> Problem | None:
        """What is wrong with the value."""


def _checker(parameter: Parameter, path: str) -> _Checker:
    match parameter["type"]:
        case "object":
            return _Object(parameter, path)
        case "array":
            return _List(parameter, path)
    return _Scalar(parameter, path)


class _Object:
    """An object, as JSON text or inside one."""

    def __init__(self, parameter: Parameter, path: str) -> None:
        self.path = path
        self._arguments = Arguments(parameter.get("members", ()), path + ".")
        self.members: Collection[str] = self._arguments.names
        self._names = frozenset(self.members)

    def read(self, value: Any) -> Any:
        if isinstance(value, str):
            value = _decoded(value)
        return self._arguments.read(value) if isinstance(value, dict) else _unreadable(value)

    def missing(self, value: Any) -> str | None:
        return self._arguments.missing(value) if isinstance(value, dict) else None

    def check(self, value: Any, notes: Notes) -> Problem | None:
        if value is UPLOADED:
            _note_upload(self.path, notes)
            return None
        if not isinstance(value, dict):
            return Problem(self.path, _json_hint("JSON 对象的文本", "a JSON object as text", value))
        if self._names and (unknown := value.keys() - self._names):
            self._arguments.note_unknown(unknown, notes)
        return self._arguments.check(value, notes)


class _List:
    """A list: JSON text, or joined by the separator if its elements are single values."""

    def __init__(self, parameter: Parameter, path: str) -> None:
        self.path = path
        self._element = _checker(parameter["items"], path)
        self.members: Collection[str] = self._element.members
        self._is_structured = not isinstance(self._element, _Scalar)
        self._separator = parameter.get("separator")
        self._count = _within(parameter, "items")

    def read(self, value: Any) -> Any:
        if isinstance(value, str):
            if self._separator is not None and not value.startswith("["):
                return value.split(self._separator)
            value = _decoded(value)
        if not isinstance(value, list):
            return _unreadable(value)
        return [self._element.read(each) for each in value] if self._is_structured else value

    def missing(self, value: Any) -> str | None:
        if self._is_structured and isinstance(value, list):
            for element in value:
                if found := self._element.missing(element):
                    return found
        return None

    def check(self, value: Any, notes: Notes) -> Problem | None:
        if value is UPLOADED:
            _note_upload(self.path, notes)
            return None
        if not isinstance(value, list):
            return Problem(self.path, _json_hint("JSON 数组的文本", "a JSON array as text", value))
        if self._count and (wrong := self._count(len(value))):
            return Problem(self.path, wrong)
        for element in value:
            if (problem := self._element.check(element, notes)) is not None:
                return problem
        return None


class _Scalar:
    """A single value."""

    members: Collection[str] = ()

    def __init__(self, parameter: Parameter, path: str) -> None:
        self.path = path
        self._tests = tuple(_tests(parameter))
        self._is_file = parameter["type"] == "bytes"
        self._is_closed = "enum" in parameter
        self._known = frozenset(parameter.get("known", ()))
        self._listed = parameter.get("known", [])
        self._separator = parameter.get("separator")

    def read(self, value: Any) -> Any:
        return value

    def missing(self, value: Any) -> str | None:
        return None

    def check(self, value: Any, notes: Notes) -> Problem | None:
        if not isinstance(value, str):
            if value is UPLOADED:
                if not self._is_file:
                    _note_upload(self.path, notes)
                return None
            if isinstance(value, dict | list):
                return Problem(
                    self.path, Hint("应为单个值", "one value is expected, not a structure")
                )
            value = text_of(value)
        for test in self._tests:
            if (wrong := test(value)) is not None:
                is_unlisted = self._is_closed and test is self._tests[-1]
                return Problem(self.path, wrong, is_unlisted)
        if self._known and value not in self._known:
            self._note_others(value, notes)
        return None

    def _note_others(self, text: str, notes: Notes) -> None:
        for other in _others(text, self._separator, self._known):
            _note(
                notes,
                f"{self.path} 的值 {_shown(other)} 不在文档所列之中：{'、'.join(self._listed)}",
                f"{self.path}={_shown(other)!r} is not among the documented values",
            )


def _note(notes: Notes, zh: str, en: str) -> None:
    if len(notes) < _MOST_NOTES:
        notes.append(Hint(zh, en))


def _note_upload(path: str, notes: Notes) -> None:
    _note(notes, f"{path} 不是文件参数，要以文本发送", f"{path!r} is no file; send it as text")


def _unreadable(value: Any) -> Any:
    return value if isinstance(value, _Mark) else UNREADABLE


def _json_hint(zh: str, en: str, value: Any) -> Hint:
    hint = Hint(f"应为 {zh}", f"{en} is expected")
    if value is FROM_PYTHON:
        return Hint(
            f"{hint.zh}；收到的是 Python 的写法，要用 json.dumps()",
            f"{hint.en}; " "this is how Python prints it, use json.dumps()",
        )
    if value is FROM_JAVASCRIPT:
        return Hint(
            f"{hint.zh}；收到的是 JavaScript 的 String()，要用 JSON.stringify()",
            f"{hint.en}; this is what String() of JavaScript gives, use JSON.stringify()",
        )
    return hint


# Rules between parameters


def broken(constraints: Sequence[Constraint], given: Given) -> Constraint | None:
    """The first rule between parameters that a call breaks."""
    for rule in constraints:
        if any(text_of(argument(given, path)) != value for path, value in rule["when"].items()):
            continue
        count = sum(argument(given, name) is not None for name in rule["names"])
        kept = {
            "at_least_one_of": count >= 1,
            "exactly_one_of": count == 1,
            "at_most_one_of": count <= 1,
            "together": count in (0, len(rule["names"])),
        }
        if not kept[rule["kind"]]:
            return rule
    return None


def window_ends(window: Window, given: Given) -> tuple[float | None, float | None]:
    """When the time window of a call starts and ends, in seconds since 1970; None: not told."""
    form = window["format"]
    ahead = 0 if form in platform()["epochs"] else platform()["utc_offset"]

    def end(path: str) -> float | None:
        value = argument(given, path)
        moment = None if value is None else read_time(text_of(value), form)
        return None if moment is None else moment - ahead

    return end(window["start"]), end(window["end"])


def argument(given: Given, path: str) -> Any:
    """The argument at a dotted path, None if there is none; of a list the first element counts."""
    if path in given:
        return given[path] or None
    value: Any = given
    for step in path.split("."):
        if isinstance(value, list):
            value = next((element for element in value if isinstance(element, dict)), None)
        value = value.get(step) if isinstance(value, Mapping) else None
    return None if value == "" else value


def whole_number(value: Any) -> int | None:
    """A number that is not negative, from text or JSON; None if it is none."""
    text = text_of(value)
    if not text.isascii() or not text.isdecimal():
        return None
    return int(text.lstrip("0")[:_LONGEST_COUNT] or "0")


# Values


_EPOCH = datetime(1970, 1, 1)
_LONGEST_TIME = 40


def read_time(text: str, format_: str) -> float | None:
    """Seconds of a moment as it is written on the wire, for comparisons."""
    return _moment(text, format_) if len(text) <= _LONGEST_TIME and text.isascii() else None


@functools.lru_cache(1024)
def _moment(text: str, format_: str) -> float | None:
    """Kept, because calls of the same second have the same time, and reading it takes long."""
    try:
        if per_second := platform()["epochs"].get(format_):
            return int(text) / per_second if re.fullmatch(r"-?[0-9]+", text) else None
        return (datetime.strptime(text, format_) - _EPOCH).total_seconds()
    except ValueError:
        return None


def text_of(value: Any) -> str:
    """A single value as it stands on the wire."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    return "null" if value is None else str(value)


def _decoded(text: str) -> Any:
    """What JSON text says; numbers stay text: they are exact, and may have any length."""
    try:
        return json.loads(text, parse_float=str, parse_int=str, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        if _PYTHON(text):
            return FROM_PYTHON
        return FROM_JAVASCRIPT if text.startswith("[object ") else UNREADABLE


_PYTHON = re.compile(r"[\[{][\s\[{(]*'|[\[{].*\b(?:True|False|None)\b", re.DOTALL).match


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


_Test = Callable[[str], Hint | None]


def _tests(parameter: Parameter) -> Iterable[_Test]:
    """What the text of a single value must pass, in this order."""
    kind = parameter["type"]
    if kind in _FORMS:
        yield _FORMS[kind](parameter)
    if kind in ("integer", "decimal"):
        yield from _number_tests(parameter)
    separator = parameter.get("separator")
    if kind == "csv" and separator and (count := _within(parameter, "items")):
        yield lambda text: count(text.count(separator) + 1)
    if length := _within(parameter, "length"):
        yield lambda text: length(len(text))
    if "enum" in parameter:
        yield _listed(parameter["enum"], separator)


def _listed(allowed: Sequence[str], separator: str | None) -> _Test:
    values = frozenset(allowed)

    def test(text: str) -> Hint | None:
        if text in values:
            return None
        for other in _others(text, separator, values):
            zh, en = "、".join(allowed), ", ".join(allowed)
            return Hint(f"没有值 {_shown(other)}，只有 {zh}", f"{_shown(other)!r} is none of {en}")
        return None

    return test


def _others(text: str, separator: str | None, listed: frozenset[str]) -> list[str]:
    """The values of a text that are not listed."""
    parts = [text] if separator is None else text.split(separator)
    return [part for part in dict.fromkeys(parts) if part not in listed]


def _number_tests(parameter: Parameter) -> Iterable[_Test]:
    low, high = parameter.get("minimum"), parameter.get("maximum")
    if low is not None or high is not None:
        least = None if low is None else Decimal(low)
        most = None if high is None else Decimal(high)

        def within(text: str) -> Hint | None:
            number = Decimal(text)
            if (least is None or number >= least) and (most is None or number <= most):
                return None
            return _range_hint("值", "the value", low, high)

        yield within
    scale = parameter.get("scale")
    if scale is not None:

        def scaled(text: str) -> Hint | None:
            if _decimals(Decimal(text)) <= scale:
                return None
            return Hint(f"小数最多 {scale} 位", f"at most {scale} decimals are documented")

        yield scaled


def _decimals(number: Decimal) -> int:
    """How many decimals a number needs; never rounded, as normalizing would."""
    _, digits, exponent = number.as_tuple()
    needed = "".join(map(str, digits)).rstrip("0")
    if not needed or not isinstance(exponent, int):
        return 0
    return max(0, len(needed) - len(digits) - exponent)


def _within(parameter: Parameter, what: str) -> Callable[[int], Hint | None] | None:
    """The test of a number of elements or characters; None if there is no limit."""
    low: Any = parameter.get(f"min_{what}")
    high: Any = parameter.get(f"max_{what}")
    if low is None and high is None:
        return None
    least, most = low or 0, float("inf") if high is None else high

    def test(count: int) -> Hint | None:
        if least <= count <= most:
            return None
        zh, en = _COUNTED[what]
        return _range_hint(zh, en, low, high)

    return test


_COUNTED = {"items": ("个数", "the number of elements"), "length": ("长度", "the length")}


def _range_hint(zh: str, en: str, low: int | str | None, high: int | str | None) -> Hint:
    if low is None:
        return Hint(f"{zh}不能大于 {high}", f"{en} must be at most {high}")
    if high is None:
        return Hint(f"{zh}不能小于 {low}", f"{en} must be at least {low}")
    return Hint(f"{zh}须在 {low} 到 {high} 之间", f"{en} must be {low} to {high}")


def _shown(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}..."


# Forms: each makes the test of a parameter's texts.


def _integer(parameter: Parameter) -> _Test:
    form = re.compile(rf"-?[0-9]{{1,{_LONGEST_NUMBER}}}").fullmatch
    return lambda text: None if form(text) else Hint("应为整数", "an integer is expected")


def _decimal(parameter: Parameter) -> _Test:
    def test(text: str) -> Hint | None:
        try:
            finite = len(text) <= _LONGEST_NUMBER and Decimal(text).is_finite()
        except InvalidOperation:
            finite = False
        return None if finite else Hint("应为数字", "a number is expected")

    return test


def _boolean(parameter: Parameter) -> _Test:
    allowed = parameter.get("truth", ["true", "false"])

    def test(text: str) -> Hint | None:
        if text in allowed:
            return None
        small = ("，须小写", ", in lower case") if text.lower() in allowed else ("", "")
        return Hint(
            f"应为 {' 或 '.join(allowed)}{small[0]}",
            f"{' or '.join(allowed)} is expected{small[1]}",
        )

    return test


def _time(parameter: Parameter) -> _Test:
    form = parameter["format"]
    shown = re.sub("%.", lambda found: _TIME_PARTS.get(found[0], found[0]), form)

    def test(text: str) -> Hint | None:
        if read_time(text, form) is not None:
            return None
        return Hint(f"时间格式应为 {shown}", f"a time like {shown} is expected")

    return test


_TIME_PARTS = {"%Y": "yyyy", "%m": "MM", "%d": "dd", "%H": "HH", "%M": "mm", "%S": "ss"}
"""As the platform's documents write times."""


def _json(parameter: Parameter) -> _Test:
    def test(text: str) -> Hint | None:
        value = _decoded(text)
        return _json_hint("JSON 文本", "JSON text", value) if isinstance(value, _Mark) else None

    return test


def _file(parameter: Parameter) -> _Test:
    return lambda text: Hint("应以 multipart 文件上传", "must be uploaded as a multipart file")


_FORMS: Mapping[str, Callable[[Parameter], _Test]] = {
    "integer": _integer,
    "decimal": _decimal,
    "boolean": _boolean,
    "datetime": _time,
    "date": _time,
    "json": _json,
    "bytes": _file,
}
"""By type; any text is a text, and so is a list of them."""
