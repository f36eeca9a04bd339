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
    """Arguments of a wrong type, outside their limits, or none of the values that there are."""
    yield from _walk(parameters, given, prefix, _scalar_problems)


def notes(api: Api, given: Mapping[str, Any]) -> Iterator[Hint]:
    """What the gateway accepts without a word but is likely a mistake."""
    if api["parameters"] is None:
        return
    names = [parameter["name"] for parameter in api["parameters"]]
    for name in given:
        if name not in names and name not in platform()["parameters"]:
            near = difflib.get_close_matches(name, names, n=1)
            zh = f"，是否想写 {near[0]}？" if near else ""
            en = f", did you mean {near[0]}?" if near else ""
            yield Hint(f"文档没有参数 {name}{zh}", f"no parameter {name!r} is documented{en}")
    for unknown in _walk(api["parameters"], given, "", _unknown_values):
        yield unknown.hint


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
    """JSON as it is; fractions stay text, for a float would not keep them exact."""
    try:
        return json.loads(text, parse_float=str)
    except ValueError:
        return None


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _parts(parameter: Parameter, text: str) -> list[str]:
    return text.split(parameter["separator"]) if "separator" in parameter else [text]


Judge = Callable[[Parameter, str, str], Iterator[Problem]]
"""Says what is wrong with a single value: its parameter, its text, its path."""


def _walk(
    parameters: Sequence[Parameter], given: Mapping[str, Any], prefix: str, judge: Judge
) -> Iterator[Problem]:
    """What is wrong with the form of arguments, and what a judge says of every single value."""
    for parameter in parameters:
        value = given.get(parameter["name"])
        if value is not None and value != "":
            yield from _walk_argument(parameter, value, prefix + parameter["name"], judge)


def _walk_argument(parameter: Parameter, value: Any, path: str, judge: Judge) -> Iterator[Problem]:
    kind = parameter["type"]
    if kind == "object":
        decoded = _decoded(value) if isinstance(value, str) else value
        if isinstance(decoded, dict):
            yield from _walk(parameter.get("members", ()), decoded, path + ".", judge)
        else:
            yield Problem(path, Hint("应为 JSON 对象的文本", "a JSON object as text is expected"))
    elif kind == "array":
        elements = _elements(parameter, value)
        if elements is None:
            yield Problem(path, Hint("应为 JSON 数组的文本", "a JSON array as text is expected"))
            return
        yield from _outside(parameter, len(elements), "items", path)
        for element in elements:
            yield from _walk_argument(parameter["items"], element, path, judge)
    elif isinstance(value, dict | list):
        yield Problem(path, Hint("应为单个值", "one value is expected, not a structure"))
    else:
        yield from judge(parameter, _text(value), path)


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
        return
    if kind in ("integer", "decimal"):
        yield from _number_problems(parameter, Decimal(text), path)
    elif kind == "csv":
        yield from _outside(parameter, len(_parts(parameter, text)), "items", path)
    yield from _outside(parameter, len(text), "length", path)
    if "enum" in parameter:
        allowed = parameter["enum"]
        for other in _others(parameter, text, allowed):
            zh, en = "、".join(allowed), ", ".join(allowed)
            yield Problem(
                path, Hint(f"{path} 没有值 {other}，只有 {zh}", f"{other!r} is none of {en}")
            )


def _number_problems(parameter: Parameter, number: Decimal, path: str) -> Iterator[Problem]:
    low, high = parameter.get("minimum"), parameter.get("maximum")
    if (low is not None and number < Decimal(low)) or (high is not None and number > Decimal(high)):
        yield Problem(path, _range_hint("值", "the value", low, high))
    scale = parameter.get("scale")
    if scale is not None and _decimals(number) > scale:
        yield Problem(
            path, Hint(f"小数最多 {scale} 位", f"at most {scale} decimals are documented")
        )


def _decimals(number: Decimal) -> int:
    """How many decimals a number needs; never rounded, as normalizing would."""
    _, digits, exponent = number.as_tuple()
    needed = "".join(map(str, digits)).rstrip("0")
    if not needed or not isinstance(exponent, int):
        return 0
    return max(0, len(needed) - len(digits) - exponent)


def _unknown_values(parameter: Parameter, text: str, path: str) -> Iterator[Problem]:
    known = parameter.get("known", [])
    for other in _others(parameter, text, known) if known else ():
        yield Problem(
            path,
            Hint(
                f"{path} 的值 {other} 不在文档所列之中：{'、'.join(known)}",
                f"{path}={other!r} is not among the documented values",
            ),
        )


def _others(parameter: Parameter, text: str, listed: Sequence[str]) -> list[str]:
    """The values of a text that are not listed."""
    return [part for part in dict.fromkeys(_parts(parameter, text)) if part not in listed]


def _outside(parameter: Parameter, count: int, what: str, path: str) -> Iterator[Problem]:
    low: Any = parameter.get(f"min_{what}")
    high: Any = parameter.get(f"max_{what}")
    if (low is not None and count < low) or (high is not None and count > high):
        zh, en = {"items": ("个数", "the number of elements"), "length": ("长度", "the length")}[
            what
        ]
        yield Problem(path, _range_hint(zh, en, low, high))


def _range_hint(zh: str, en: str, low: int | str | None, high: int | str | None) -> Hint:
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
    allowed = parameter.get("truth", ["true", "false"])
    if text in allowed:
        return None
    return Hint(f"应为 {' 或 '.join(allowed)}", f"{' or '.join(allowed)} is expected")


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
