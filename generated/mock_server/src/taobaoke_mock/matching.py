"""Which calls are meant: the parameters that a test names, against those of a call."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from .knowledge import Api, Parameter, platform
from .suggestions import meant

Scalar = str | int | float | Decimal | bool | None
Conditions = Mapping[str, tuple[Scalar, ...]]
"""Dotted path → the values of which the call must have one; None: it is not given."""

_LONGEST = 200
"""Characters of a value that are shown: pictures are sent as text."""
_LARGEST = 10**300
_MOST = 64
"""Parameters that are compared; each rule is held against each call."""
_TRUE, _FALSE = ("true", "1"), ("false", "0")


@dataclass(frozen=True, slots=True)
class Difference:
    """A parameter of a call that is none of what was wanted."""

    path: str
    wanted: tuple[Scalar, ...]
    got: tuple[str, ...]
    """Its texts; several if a list on the way has several elements."""

    def __str__(self) -> str:
        wanted = " | ".join(map(_shown, self.wanted))
        got = " | ".join(map(_shown, self.got)) or _shown(None)
        return f"{self.path}: 期望 (expected) {wanted}，实际 (got) {got}"


def conditions(wanted: Mapping[str, Any] | None, api: Api | None, new: str = "") -> Conditions:
    """What a test writes, checked. A list holds alternatives, an object the members of one.

    A name that looks like a slip for a documented one is refused. So is any other that no document
    has, if the caller can say that it is meant: `new` is how.
    """
    if wanted is not None and not isinstance(wanted, Mapping):
        raise ValueError(
            f"参数应写成 {{名称: 值}}，不是 {wanted!r} (names and values are expected)"
        )
    check_count(wanted or {})
    result = dict(_flat(wanted or {}, ""))
    check_count(result)
    if api is not None and api["parameters"] is not None:
        for path in result:
            _check_path(path, api["parameters"], new)
    return result


def check_count(wanted: Mapping[str, Any]) -> None:
    """ValueError if there are so many parameters that comparing them would take long."""
    if len(wanted) > _MOST:
        raise ValueError(f"参数至多比较 {_MOST} 个 (at most {_MOST} parameters)")


def differences(parameters: Mapping[str, str], wanted: Conditions) -> list[Difference]:
    """What keeps a call from being the one that is meant."""
    read = Values(parameters)
    return [
        Difference(path, values, tuple(map(_text, given)))
        for path, values in wanted.items()
        if not _meets(given := read.values(path), values)
    ]


def meets(call: "Values", wanted: Conditions) -> bool:
    """Whether a call is the one that is meant."""
    return all(_meets(call.values(path), values) for path, values in wanted.items())


def described(wanted: Conditions) -> str:
    """Conditions for people."""
    return "，".join(f"{path}={' | '.join(map(_shown, values))}" for path, values in wanted.items())


def value_at(parameters: Mapping[str, str], path: str) -> Any:
    """The first value at a dotted path; None if there is none."""
    return next(iter(Values(parameters).values(path)), None)


def _flat(wanted: Mapping[Any, Any], prefix: str) -> Iterator[tuple[str, tuple[Scalar, ...]]]:
    for name, value in wanted.items():
        if not isinstance(name, str) or not name:
            raise ValueError(f"参数名应为文本：{name!r} (a parameter's name is text)")
        path = prefix + name
        if isinstance(value, Mapping) and value:
            yield from _flat(value, f"{path}.")
        elif isinstance(value, list | tuple | set | frozenset) and value:
            yield path, tuple(_scalar(path, each) for each in value)
        else:
            yield path, (_scalar(path, value),)


def _scalar(path: str, value: Any) -> Scalar:
    finite = not isinstance(value, float | Decimal) or Decimal(value).is_finite()
    if isinstance(value, int) and abs(value) >= _LARGEST:
        raise ValueError(f"{path} 的数字过长 (the number is too long)")
    if not isinstance(value, Scalar) or not finite:
        raise ValueError(
            f"{path} 只能与文本、数、true/false、None 或它们的列表比较，不是 {value!r} "
            "(a text, a number, true or false, None, or a list of those)"
        )
    return value


def _check_path(path: str, parameters: Sequence[Parameter], new: str) -> None:
    public = platform()["parameters"]
    level: Sequence[Parameter] = parameters
    for depth, step in enumerate(path.split(".")):
        names = {parameter["name"]: parameter for parameter in level}
        if step not in names:
            if not names or (depth == 0 and step in public):
                return
            zh, en = meant(step, [*names, *(public if depth == 0 else ())])
            if new:
                zh, en = f"{zh or '；'}确为新参数时加 {new}", f"{en or '.'} If it is new, say {new}"
            if zh:
                raise ValueError(f"没有参数 {path}{zh} (no such parameter{en})")
            return
        inner = names[step].get("items", names[step])
        level = inner.get("members", ())


class Values:
    """What the parameters of one call hold; each JSON text is read once."""

    def __init__(self, parameters: Mapping[str, str]) -> None:
        self._parameters = parameters
        self._read: dict[str, Any] = {}

    def values(self, path: str) -> list[Any]:
        """The values at a dotted path: every element of the lists on the way."""
        if path in self._parameters:
            return [self._parameters[path]]
        first, *rest = path.split(".")
        values = [self._parameters[first]] if first in self._parameters else []
        for step in rest:
            values = [
                inner[step] for value in values for inner in self._objects(value) if step in inner
            ]
        return values

    def _objects(self, value: Any) -> Iterator[Mapping[str, Any]]:
        if isinstance(value, str):
            if value not in self._read:
                self._read[value] = _decoded(value)
            value = self._read[value]
        for element in value if isinstance(value, list) else [value]:
            if isinstance(element, Mapping):
                yield element


def _decoded(text: str) -> Any:
    try:
        return json.loads(text, parse_float=str)
    except (ValueError, RecursionError):
        return None


def _meets(given: Sequence[Any], wanted: tuple[Scalar, ...]) -> bool:
    filled = [value for value in given if value is not None and value != ""]
    if not filled:
        return None in wanted or (bool(given) and "" in wanted)
    return any(_same(one, _text(value)) for value in filled for one in wanted)


def _same(wanted: Scalar, text: str) -> bool:
    if isinstance(wanted, bool):
        return text in (_TRUE if wanted else _FALSE)
    if isinstance(wanted, int | float | Decimal):
        try:
            return Decimal(text) == Decimal(str(wanted))
        except InvalidOperation:
            return False
    return wanted == text


def _text(value: Any) -> str:
    """A value as it stands on the wire; structures are compared with nothing."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict | list):
        return "{…}" if isinstance(value, dict) else "[…]"
    return str(value)


def _shown(wanted: Scalar) -> str:
    if wanted is None:
        return "没有 (absent)"
    text = repr(wanted)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}… ({len(text)})"
