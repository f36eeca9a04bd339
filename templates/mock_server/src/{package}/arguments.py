"""Arguments against their spec."""

import difflib
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from .errors import Hint
from .knowledge import Api, Constraint, Parameter, Window, platform


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with the argument at a dotted path."""

    path: str
    hint: Hint


def missing(
    parameters: Sequence[Parameter], given: Mapping[str, Any], prefix: str = ""
) -> str | None:
    """The path of the first required parameter that is not given."""
    for parameter in parameters:
        path = prefix + parameter["name"]
        value = given.get(parameter["name"])
        if value is None or value == "":
            if parameter.get("required"):
                return path
            continue
        inner = parameter.get("items", parameter)
        if "members" in inner:
            for element in _objects(value):
                if found := missing(inner["members"], element, path + "."):
                    return found
    return None


def problems(
    parameters: Sequence[Parameter], given: Mapping[str, Any], prefix: str = ""
) -> Iterator[Problem]:
    """Arguments of a wrong type or outside their limits."""
    for parameter in parameters:
        value = given.get(parameter["name"])
        if value is not None and value != "":
            yield from _argument_problems(parameter, value, prefix + parameter["name"])


def notes(api: Api, given: Mapping[str, Any]) -> Iterator[Hint]:
    """What the gateway accepts without a word but is likely a mistake."""
    parameters = {parameter["name"]: parameter for parameter in api["parameters"] or ()}
    if api["parameters"] is None:
        return
    for name, value in given.items():
        if name in platform()["parameters"]:
            continue
        if name not in parameters:
            near = difflib.get_close_matches(name, parameters, n=1)
            zh = f"，是否想写 {near[0]}？" if near else ""
            en = f", did you mean {near[0]}?" if near else ""
            yield Hint(f"文档没有参数 {name}{zh}", f"no parameter {name!r} is documented{en}")
            continue
        enum = parameters[name].get("enum")
        if enum and isinstance(value, str):
            for unknown in set(_parts(parameters[name], value)).difference(enum):
                yield Hint(
                    f"{name} 的值 {unknown} 不在文档所列之中：{'、'.join(enum)}",
                    f"{name}={unknown!r} is not among the documented values",
                )


def broken(constraints: Sequence[Constraint], given: Mapping[str, Any]) -> Constraint | None:
    """The first rule between parameters that a call breaks."""
    for rule in constraints:
        if any(_text(argument(given, path)) != value for path, value in rule["when"].items()):
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


def window_seconds(window: Window, given: Mapping[str, Any]) -> float | None:
    """How long the time window of a call is, if both ends are given and readable."""
    ends = []
    for path in (window["start"], window["end"]):
        value = argument(given, path)
        moment = None if value is None else read_time(_text(value), window["format"])
        if moment is None:
            return None
        ends.append(moment)
    return ends[1] - ends[0]


def argument(given: Mapping[str, Any], path: str) -> Any:
    """The argument at a dotted path; the outermost object is JSON text."""
    value: Any = given
    for step in path.split("."):
        value = next(iter(_objects(value)), {}).get(step)
    return None if value == "" else value


def read_time(text: str, format_: str) -> float | None:
    """Seconds of a moment as it is written on the wire, for comparisons."""
    try:
        if per_second := platform()["epochs"].get(format_):
            return int(text) / per_second
        return (datetime.strptime(text, format_) - datetime(1970, 1, 1)).total_seconds()
    except ValueError:
        return None


def _objects(value: Any) -> list[Mapping[str, Any]]:
    """The objects of an argument: itself, or the elements of a list; as JSON text or decoded."""
    if isinstance(value, str):
        value = _decoded(value)
    elements = value if isinstance(value, list) else [value]
    return [element for element in elements if isinstance(element, Mapping)]


def _decoded(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return None


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _parts(parameter: Parameter, text: str) -> list[str]:
    return text.split(parameter["separator"]) if "separator" in parameter else [text]


def _argument_problems(parameter: Parameter, value: Any, path: str) -> Iterator[Problem]:
    kind = parameter["type"]
    if kind == "object":
        decoded = _decoded(value) if isinstance(value, str) else value
        if isinstance(decoded, dict):
            yield from problems(parameter.get("members", ()), decoded, path + ".")
        else:
            yield Problem(path, Hint("应为 JSON 对象的文本", "a JSON object as text is expected"))
    elif kind == "array":
        elements = _elements(parameter, value)
        if elements is None:
            yield Problem(path, Hint("应为 JSON 数组的文本", "a JSON array as text is expected"))
            return
        yield from _outside(parameter, len(elements), "items", path)
        for element in elements:
            yield from _argument_problems(parameter["items"], element, path)
    elif isinstance(value, dict | list):
        yield Problem(path, Hint("应为单个值", "one value is expected, not a structure"))
    else:
        yield from _scalar_problems(parameter, _text(value), path)


def _elements(parameter: Parameter, value: Any) -> list[Any] | None:
    """The elements of a list: JSON, or joined by the separator if they are scalars."""
    if isinstance(value, str):
        joined = "separator" in parameter and not value.startswith("[")
        value = _parts(parameter, value) if joined else _decoded(value)
    return value if isinstance(value, list) else None


def _scalar_problems(parameter: Parameter, text: str, path: str) -> Iterator[Problem]:
    kind = parameter["type"]
    if wrong := _SCALARS[kind](parameter, text):
        yield Problem(path, wrong)
    elif kind in ("integer", "decimal"):
        low, high = parameter.get("minimum"), parameter.get("maximum")
        if (low is not None and Decimal(text) < low) or (high is not None and Decimal(text) > high):
            yield Problem(path, _range_hint("值", "the value", low, high))
    elif kind == "csv":
        yield from _outside(parameter, len(_parts(parameter, text)), "items", path)
    yield from _outside(parameter, len(text), "length", path)


def _outside(parameter: Parameter, count: int, what: str, path: str) -> Iterator[Problem]:
    low: Any = parameter.get(f"min_{what}")
    high: Any = parameter.get(f"max_{what}")
    if (low is not None and count < low) or (high is not None and count > high):
        zh, en = {"items": ("个数", "the number of elements"), "length": ("长度", "the length")}[
            what
        ]
        yield Problem(path, _range_hint(zh, en, low, high))


def _range_hint(zh: str, en: str, low: float | None, high: float | None) -> Hint:
    if low is None:
        return Hint(f"{zh}不能大于 {high}", f"{en} must be at most {high}")
    if high is None:
        return Hint(f"{zh}不能小于 {low}", f"{en} must be at least {low}")
    return Hint(f"{zh}须在 {low} 到 {high} 之间", f"{en} must be {low} to {high}")


def _integer(parameter: Parameter, text: str) -> Hint | None:
    return None if re.fullmatch(r"-?[0-9]+", text) else Hint("应为整数", "an integer is expected")


def _decimal(parameter: Parameter, text: str) -> Hint | None:
    try:
        finite = Decimal(text).is_finite()
    except InvalidOperation:
        finite = False
    return None if finite else Hint("应为数字", "a number is expected")


def _boolean(parameter: Parameter, text: str) -> Hint | None:
    right = text in ("true", "false")
    return None if right else Hint("应为小写的 true 或 false", "true or false is expected")


def _time(parameter: Parameter, text: str) -> Hint | None:
    if read_time(text, parameter["format"]) is not None:
        return None
    return Hint(
        f"时间格式应为 {parameter['format']}", f"a time like {parameter['format']} is expected"
    )


def _json(parameter: Parameter, text: str) -> Hint | None:
    right = _decoded(text) is not None or text == "null"
    return None if right else Hint("应为 JSON 文本", "JSON text is expected")


def _file(parameter: Parameter, text: str) -> Hint | None:
    return Hint("应以 multipart 文件上传", "must be uploaded as a multipart file")


def _anything(parameter: Parameter, text: str) -> Hint | None:
    return None


_SCALARS: Mapping[str, Callable[[Parameter, str], Hint | None]] = {
    "string": _anything,
    "csv": _anything,
    "integer": _integer,
    "decimal": _decimal,
    "boolean": _boolean,
    "datetime": _time,
    "date": _time,
    "json": _json,
    "bytes": _file,
}
