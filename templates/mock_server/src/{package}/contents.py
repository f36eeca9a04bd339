"""The contents of replies that tests order: checked at once, filled in at every call."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from re import Match, compile
from typing import Any

from .errors import Hint
from .knowledge import Api, platform
from .matching import value_at
from .suggestions import meant
from .texts import flaw, sendable

Content = dict[str, Any]

PARAMETER, TEXT = "$parameter", "$text"
"""An object with this one key stands for a parameter of the call, or for a text with several.

Both are objects, so that no text of a real reply can be taken for one.
"""
DEEPEST = 64
MOST_HINTS = 10
_LONGEST_NUMBER = 10**300
_PLACE = compile(r"\{([^{}]+)\}")
_START = "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u3001-\ud7ff"
_XML_NAME = compile(f"[{_START}][{_START}0-9.\u00b7-]*").fullmatch
"""Any reply may be asked for in XML."""
_ABSENT = object()


def checked(content: Any) -> Content:
    """A copy that no later change of the original touches; ValueError if it is no content."""
    if callable(written := getattr(content, "to_wire", None)):
        content = written()  # a model of the client
    if not isinstance(content, Mapping):
        raise ValueError(
            f"回复应为 JSON 对象，不是 {type(content).__name__} (the reply must be a JSON object)"
        )
    copy = _checked(content, "")
    if not isinstance(copy, dict) or _template(copy):
        raise ValueError("整个回复不能是模板 (the reply as a whole cannot be a template)")
    return copy


def undocumented(content: Content, api: Api | None) -> list[Hint]:
    """What is said of names that a method's response is not documented to have."""
    fields = api["fields"] if api else []
    hints = []
    for name in content if fields else ():
        if name not in fields and name != platform()["request_id"]:
            zh, en = meant(name, fields)
            hints.append(
                Hint(f"文档没有字段 {name}{zh}", f"no field {name[:60]!r} is documented{en}")
            )
    return hints[:MOST_HINTS]


def is_template(content: Content) -> bool:
    """Whether anything must be filled in."""
    return any(map(_is_template, content.values()))


def filled(content: Content, parameters: Mapping[str, str]) -> Content:
    """A content with the parameters of a call; what the call does not give is left out."""

    def inside(value: Any) -> Any:
        if isinstance(value, list):
            return [each for item in value if (each := inside(item)) is not _ABSENT]
        if not isinstance(value, dict):
            return value
        if kind := _template(value):
            return _TEMPLATES[kind](value[kind], parameters)
        pairs = ((key, inside(item)) for key, item in value.items())
        return {key: item for key, item in pairs if item is not _ABSENT}

    result: Content = inside(content)
    return result


def _parameter(path: str, parameters: Mapping[str, str]) -> Any:
    """A single value as it came; structures are not echoed."""
    found = value_at(parameters, path)
    if isinstance(found, str):
        return sendable(found)
    return found if isinstance(found, int) else _ABSENT


def _text(pattern: str, parameters: Mapping[str, str]) -> str:
    def value(place: Match[str]) -> str:
        found = _parameter(place[1], parameters)
        return "" if found is _ABSENT else str(found)

    return _PLACE.sub(value, pattern)


_TEMPLATES: Mapping[str, Callable[[str, Mapping[str, str]], Any]] = {
    PARAMETER: _parameter,
    TEXT: _text,
}


def _template(value: Mapping[str, Any]) -> str | None:
    return next((key for key in value if key in _TEMPLATES), None)


def _is_template(value: Any) -> bool:
    if isinstance(value, list):
        return any(map(_is_template, value))
    return isinstance(value, dict) and bool(
        _template(value) or any(map(_is_template, value.values()))
    )


def _checked(value: Any, path: str, depth: int = 0) -> Any:
    if depth > DEEPEST:
        raise ValueError(f"{path[:80]}… 嵌套超过 {DEEPEST} 层 (nested too deeply)")
    if isinstance(value, Mapping):
        return _checked_object(value, path, depth)
    if isinstance(value, list | tuple):
        return [_checked(item, f"{path}[{at}]", depth + 1) for at, item in enumerate(value)]
    if wrong := _wrong(value):
        raise ValueError(f"{path or '回复'} {wrong}")
    return value


def _checked_object(value: Mapping[Any, Any], path: str, depth: int) -> Content:
    for key in value:
        if not isinstance(key, str):
            raise ValueError(f"{path or '回复'} 的键应为文本，不是 {key!r} (keys are text)")
        if wrong := _wrong(key):
            raise ValueError(f"{path}.{key!r} {wrong}")
        if not key.startswith("$") and not _XML_NAME(key):
            raise ValueError(f"{path or '回复'} 的键 {key!r} 不能作 XML 的标签 (no name in XML)")
    copy = {
        key: _checked(item, f"{path}.{key}".lstrip("."), depth + 1) for key, item in value.items()
    }
    if any(key.startswith("$") for key in copy) and not _is_right_template(copy):
        raise ValueError(
            f'{path or "回复"} 里的模板应为 {{"{PARAMETER}": "q"}} 或 {{"{TEXT}": "…{{q}}…"}} '
            "(a template has one of these forms)"
        )
    return copy


def _is_right_template(value: Content) -> bool:
    kind = _template(value)
    return kind is not None and len(value) == 1 and isinstance(value[kind], str)


def _wrong(value: Any) -> str | None:
    """Why a value cannot stand in a reply, and what can stand in its place."""
    if isinstance(value, str):
        return flaw(value)
    if isinstance(value, float) and not -float("inf") < value < float("inf"):
        return f"不是 JSON 数：{value} (JSON has no such number)"
    if isinstance(value, int) and abs(value) >= _LONGEST_NUMBER:
        return "数字过长 (the number is too long)"
    if value is None or isinstance(value, bool | int | float):
        return None
    if isinstance(value, Decimal):
        return f"是 Decimal：网关以文本传金额，写成 {str(value)!r} (write it as text)"
    if hasattr(value, "isoformat"):
        return f"是 {type(value).__name__}：写成文本，如 '2024-06-18 12:00:00' (write it as text)"
    return f"不能是 {type(value).__name__} (JSON has no such type)"
