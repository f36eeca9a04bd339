"""Kinds of values, both ways: `read` takes whatever the gateway sends, `write` refuses mistakes.

`read` gives None for what it cannot make sense of. `write` gives the JSON value that goes on the
wire and notes every problem, so that one error can tell all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Protocol

from .._words import DAY_FORMAT, MOMENT_FORMAT
from .file import File
from .record import NOTHING, Record
from .replies import decode_json
from .shown import shown
from .values import (
    TOO_LARGE,
    compact_json,
    day_text,
    exact,
    number_text,
    parse_day,
    parse_moment,
    plain,
    read_day,
    read_moment,
)

_NUMBERS = (int, float, Decimal)
_CANONICAL_INTEGER = re.compile(r"-?[1-9][0-9]{0,17}|0")
_TRUTH = {"true": True, "1": True, "false": False, "0": False}


class Problems(list[str]):
    """What is wrong with the arguments of a call."""

    def note(self, path: str, text: str) -> None:
        """Add one problem of one argument; the name may be any text of the caller."""
        told = f"{path}：{text}" if path else text
        self.append(told.encode("utf-8", "backslashreplace").decode())

    def note_broken(self, path: str, error: Exception) -> None:
        """Add an argument that raises when it is read: an object of the caller."""
        self.note(path, f"读取时出错：{shown(error, 80)}")


class Kind(Protocol):
    """What every kind can do."""

    def read(self, raw: Any) -> Any:
        """The typed value of a wire value; None if it does not fit."""

    def write(self, value: Any, path: str, problems: Problems) -> Any:
        """The wire value of a typed one."""


def scalar_text(raw: Any) -> str | None:
    """A scalar of a reply as text."""
    if isinstance(raw, str):
        return raw
    if isinstance(raw, bool):
        return "true" if raw else "false"
    try:
        return number_text(raw) if isinstance(raw, _NUMBERS) else None
    except ValueError:  # more digits than Python converts
        return None


def wrong_type(path: str, wanted: str, value: object, problems: Problems) -> None:
    problems.note(path, f"应为{wanted}，得到 {type(value).__name__} {shown(value)}")


def _is_whole(value: Any, path: str, problems: Problems) -> bool:
    """Whether a value is a whole number of a plausible size."""
    if not isinstance(value, int) or isinstance(value, bool):
        wrong_type(path, "整数", value, problems)
        return False
    if not -TOO_LARGE < value < TOO_LARGE:
        problems.note(path, "数太大")
        return False
    return True


def _check_range(
    number: int | Decimal,
    minimum: int | Decimal | None,
    maximum: int | Decimal | None,
    path: str,
    problems: Problems,
) -> None:
    if minimum is not None and number < minimum:
        problems.note(path, f"不能小于 {minimum}，得到 {number}")
    if maximum is not None and number > maximum:
        problems.note(path, f"不能大于 {maximum}，得到 {number}")


def _check_count(
    count: int, fewest: int | None, most: int | None, what: str, path: str, problems: Problems
) -> None:
    if fewest is not None and count < fewest:
        problems.note(path, f"至少 {fewest} {what}，得到 {count}")
    if most is not None and count > most:
        problems.note(path, f"最多 {most} {what}，得到 {count}")


def _without_idle_zeros(text: str, scale: int) -> str:
    """A number with no more zeros at its end than decimals are allowed."""
    whole, _, decimals = text.partition(".")
    kept = decimals[:scale] + decimals[scale:].rstrip("0")
    return f"{whole}.{kept}" if kept else whole


def _check_scale(text: str, scale: int, path: str, problems: Problems) -> None:
    if len(text.partition(".")[2]) > scale:
        most = f"最多 {scale} 位小数" if scale else "不能有小数"
        problems.note(path, f"{most}，得到 {text}")


def _time_text(value: date, form: str, path: str, problems: Problems) -> str | None:
    """A moment or day as text; a problem, if the gateway's calendar does not hold it."""
    try:
        return day_text(value, form)
    except OverflowError as error:
        problems.note(path, str(error))
        return None


def _as_number(text: str) -> int | str:
    """A whole number, if the text is exactly how one is written."""
    return int(text) if _CANONICAL_INTEGER.fullmatch(text) else text


class Text(Record):
    """Text, and every id: `number` marks ids that JSON carries as numbers."""

    number: bool = False
    min_length: int | None = None
    max_length: int | None = None

    def read(self, raw: Any) -> str | None:
        return scalar_text(raw)

    def write(self, value: Any, path: str, problems: Problems) -> Any:
        if isinstance(value, str):
            text = str.__str__(value)
        elif not isinstance(value, int) or isinstance(value, bool):
            return wrong_type(path, "文字", value, problems)
        elif _is_whole(value, path, problems):
            text = number_text(value)
        else:
            return None
        _check_count(len(text), self.min_length, self.max_length, "个字符", path, problems)
        return _as_number(text) if self.number else text


class Integer(Record):
    """A whole number; `text` marks those that JSON carries as text."""

    text: bool = False
    minimum: int | None = None
    maximum: int | None = None

    def read(self, raw: Any) -> int | None:
        number = exact(raw)
        if number is None or number != number.to_integral_value():
            return None
        return int(number)

    def write(self, value: Any, path: str, problems: Problems) -> Any:
        if not _is_whole(value, path, problems):
            return None
        _check_range(value, self.minimum, self.maximum, path, problems)
        return number_text(value) if self.text else int(value)


class Exact(Record):
    """Money, rates and other exact numbers; `number` marks those that JSON carries as numbers."""

    number: bool = False
    minimum: Decimal | int | None = None
    maximum: Decimal | int | None = None
    scale: int | None = None
    """Most decimals."""

    def read(self, raw: Any) -> Decimal | None:
        return exact(raw)

    def write(self, value: Any, path: str, problems: Problems) -> Any:
        number = exact(value)
        if number is None:
            return wrong_type(path, "数（Decimal、int、float 或数字文本）", value, problems)
        _check_range(number, self.minimum, self.maximum, path, problems)
        text = number_text(number)
        if self.scale is not None:
            text = _without_idle_zeros(text, self.scale)
            _check_scale(text, self.scale, path, problems)
        return Decimal(text) if self.number else text


class Boolean(Record):
    """True or false; `text` marks those that JSON carries as text.

    `yes` and `no` are the texts that mean it, if not true and false themselves; the first one of
    each is what is sent.
    """

    text: bool = False
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()

    def read(self, raw: Any) -> bool | None:
        text = scalar_text(raw)
        if text in self.yes or text in self.no:
            return text in self.yes
        return _TRUTH.get((text or "").strip().lower())

    def write(self, value: Any, path: str, problems: Problems) -> Any:
        if not isinstance(value, bool):
            return wrong_type(path, " True 或 False", value, problems)
        if spellings := self.yes if value else self.no:
            return spellings[0] if self.text else int(spellings[0])
        return scalar_text(value) if self.text else value


class Moment(Record):
    """A moment, as text of some form or as a number since the epoch.

    `further` are forms that the gateway sends as well.
    """

    form: str = MOMENT_FORMAT
    number: bool = False
    further: tuple[str, ...] = ()

    def read(self, raw: Any) -> datetime | None:
        text = scalar_text(raw)
        return read_moment(text, self.form, *self.further) if text else None

    def write(self, value: Any, path: str, problems: Problems) -> Any:
        if isinstance(value, str) and parse_moment(value, self.form):
            text: str | None = value
        elif isinstance(value, datetime):
            text = _time_text(value, self.form, path, problems)
        else:
            return wrong_type(path, f" datetime 或 {self.form} 形式的文字", value, problems)
        return _as_number(text) if self.number and text else text


class Day(Record):
    """A calendar day; `further` are forms that the gateway sends as well."""

    form: str = DAY_FORMAT
    number: bool = False
    further: tuple[str, ...] = ()

    def read(self, raw: Any) -> date | None:
        text = scalar_text(raw)
        return read_day(text, self.form, *self.further) if text else None

    def write(self, value: Any, path: str, problems: Problems) -> Any:
        if isinstance(value, str) and parse_day(value, self.form):
            text: str | None = value
        elif isinstance(value, date):
            text = _time_text(value, self.form, path, problems)
        else:
            return wrong_type(path, f" date 或 {self.form} 形式的文字", value, problems)
        return _as_number(text) if self.number and text else text


class Unless(Record):
    """Another kind, of which some values mean that there is none."""

    kind: Kind
    placeholders: tuple[str, ...]

    def means_none(self, raw: Any) -> bool:
        """Whether a value says that there is none."""
        return scalar_text(raw) in self.placeholders

    def read(self, raw: Any) -> Any:
        return self.kind.read(None if self.means_none(raw) else raw)

    def write(self, value: Any, path: str, problems: Problems) -> Any:
        return self.kind.write(value, path, problems)


class Csv(Record):
    """Several values in one text."""

    separator: str = ","
    min_items: int | None = None
    max_items: int | None = None

    def read(self, raw: Any) -> list[str]:
        if isinstance(raw, list):
            return [text for item in raw if (text := scalar_text(item)) is not None]
        text = scalar_text(raw)
        return text.split(self.separator) if text else []

    def write(self, value: Any, path: str, problems: Problems) -> Any:
        if isinstance(value, str | int) and not isinstance(value, bool):
            value = self.read(value)
        elif isinstance(value, Mapping | bytes) or not isinstance(value, Iterable):
            return wrong_type(path, "文字，或若干文字组成的列表", value, problems)
        parts = []
        for index, item in enumerate(value):
            part = Text().write(item, f"{path}[{index}]", problems)
            if part is not None and self.separator in part:
                problems.note(f"{path}[{index}]", f"不能含有分隔符 {self.separator!r}")
            parts.append(part or "")
        _check_count(len(parts), self.min_items, self.max_items, "个值", path, problems)
        return self.separator.join(parts)


class JsonText(Record):
    """Text that holds JSON; it reads as the value it holds."""

    def read(self, raw: Any) -> Any:
        try:
            return decode_json(raw.encode("utf-8", "replace")) if isinstance(raw, str) else raw
        except ValueError:
            return None

    def write(self, value: Any, path: str, problems: Problems) -> Any:
        if isinstance(value, str):
            if self.read(value) is None and value != "null":
                problems.note(path, f"不是合法的 JSON 文本：{shown(value)}")
            return value
        json = Anything().write(value, path, problems)
        return None if json is None else compact_json(json)


def as_file(value: Any, path: str, problems: Problems) -> File | None:
    """A file to upload; what would break the head of its part is refused."""
    if isinstance(value, bytes | bytearray):
        return File(bytes(value))
    if not isinstance(value, File):
        wrong_type(path, " bytes 或 File", value, problems)
        return None
    if not isinstance(value.content, bytes | bytearray):
        problems.note(path, f"文件内容应为 bytes，得到 {type(value.content).__name__}")
    for what, text in (("文件名", value.name), ("媒体类型", value.media_type)):
        if not isinstance(text, str) or not text or not text.isprintable():
            problems.note(path, f"{what}应为没有控制字符的文字，得到 {shown(text)}")
    return value


class Upload(Record):
    """A file, sent as a part of its own."""

    def read(self, raw: Any) -> None:
        return None

    def write(self, value: Any, path: str, problems: Problems) -> Any:
        return as_file(value, path, problems)


class Anything(Record):
    """A JSON value that no spec describes."""

    def read(self, raw: Any) -> Any:
        return raw

    def write(self, value: Any, path: str, problems: Problems) -> Any:
        try:
            return plain(value)
        except (TypeError, OverflowError, RecursionError) as error:
            return problems.note(path, str(error))


class ListOf(Record):
    """A list; in replies it stands inside the key `wrapper`."""

    items: Kind
    wrapper: str | None = None
    separator: str = ","
    min_items: int | None = None
    max_items: int | None = None

    def read(self, raw: Any) -> list[Any]:
        values = map(self.items.read, self.unwrapped(raw))
        return [value for value in values if value is not None]

    def unwrapped(self, raw: Any) -> list[Any]:
        """The elements, whichever shape the gateway chose today.

        Wrapped, bare, wrapped twice, a single element without a list (XML), or nothing.
        """
        if isinstance(raw, list):
            return raw
        if raw is None or raw == "" or raw == {}:
            return []
        if isinstance(raw, dict):
            inner = raw.get(self.wrapper)
            if isinstance(inner, list):
                return inner
            if self.wrapper in raw and (len(raw) == 1 or not inner or isinstance(inner, dict)):
                return self.unwrapped(inner)
            if len(raw) == 1 and isinstance(only := next(iter(raw.values())), list):
                return only
        return [raw]

    def wrapped(self, elements: list[Any], raw: Any) -> Any:
        """Elements in the documented shape; what `raw` holds beside the list stays."""
        if self.wrapper is None:
            return elements
        beside = raw if isinstance(raw, dict) and self.wrapper in raw else {}
        return {**beside, self.wrapper: elements}

    def write(self, value: Any, path: str, problems: Problems) -> Any:
        if isinstance(value, str) and not isinstance(self.items, Object | Upload):
            value = value.split(self.separator)
        if isinstance(value, File | bytes | bytearray) and isinstance(self.items, Upload):
            value = [value]
        if isinstance(value, Mapping | str | bytes) or not isinstance(value, Iterable):
            return wrong_type(path, "列表", value, problems)
        written = [
            self.items.write(item, f"{path}[{index}]", problems) for index, item in enumerate(value)
        ]
        _check_count(len(written), self.min_items, self.max_items, "个元素", path, problems)
        return {self.wrapper: written} if self.wrapper else written


class Object(Record):
    """An object of a request with the members that the spec names."""

    members: Mapping[str, Kind]
    """By Python name."""
    required: tuple[str, ...] = ()
    renamed: Mapping[str, str] = NOTHING
    """Wire names by Python name, where they differ."""

    def read(self, raw: Any) -> Any:
        return raw

    def write(self, value: Any, path: str, problems: Problems) -> Any:
        if not isinstance(value, Mapping):
            return wrong_type(path, " dict", value, problems)
        python_names = self._python_names()
        written: dict[str, Any] = {}
        for key, item in value.items():
            if item is None and key in self.members:
                continue  # most parameters of a call are left out
            name = python_names.get(str(key), str(key))
            inner = f"{path}.{key}" if path else str(key)
            if name not in self.members:
                problems.note(inner, self._unknown(name))
            elif item is not None:
                wire = self.renamed.get(name, name)
                try:
                    written[wire] = self.members[name].write(item, inner, problems)
                except Exception as error:
                    problems.note_broken(inner, error)
        for name in self.required:
            wire = self.renamed.get(name, name)
            if wire not in written or written[wire] in ("", []):
                problems.note(f"{path}.{name}" if path else name, "必填，不能缺少或为空")
        return written

    def _unknown(self, key: str) -> str:
        import difflib  # needed by nobody who spells everything right

        near = difflib.get_close_matches(key, self.members, n=1)
        return "没有这个参数" + (f"，是否想写 {near[0]}？" if near else "")

    def kind_at(self, path: str) -> Kind:
        """The kind of the member that a dotted path of wire names leads to."""
        first, _, rest = path.partition(".")
        kind = self.members[self._python_names().get(first, first)]
        return kind.kind_at(rest) if rest and isinstance(kind, Object) else kind

    def _python_names(self) -> dict[str, str]:
        return {wire: python for python, wire in self.renamed.items()}


def as_moment(kind: Kind, wire: Any) -> datetime | None:
    """The moment that a written parameter stands for; a day stands for its start."""
    if not isinstance(kind, Moment | Day):
        return None
    return parse_moment(scalar_text(wire) or "", kind.form)
