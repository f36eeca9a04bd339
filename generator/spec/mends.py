"""Finds what keeps a text from being YAML: the edit with which the parser comes further.

A guess that is proved so is told, its edit is taken, and the search goes on from there: one run
names every slip of a file.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

import yaml

from generator.spec.slips import (
    HALF,
    KEY,
    PAIRS,
    STARTS,
    UNQUOTED_SIGN,
    WIDE,
    Slip,
    both,
    in_line,
    special,
    wide,
)

Failure = Callable[[str], yaml.YAMLError | None]
"""Why a text cannot be parsed, if so."""

_MAX_SLIPS = 20
_MAX_TRIES = 300
_MAX_LINE = 2000
"""Beyond these nobody typed the text, and the parser's own words will do."""

_LOOK_BACK = 40
"""How many lines above a failure its cause is looked for."""

_SPECIAL = "@`%*&!|>?-{}[],"
_VALUE = re.compile(rf"({STARTS}(?:{KEY}:[ \t]+)?)(\S.*)")
_COLON = re.compile(r":(?= |$)")

_CLEAR = ("escape", "document", "nest", "depth")
"""Words of failures that are no slips."""

_MEANINGS: Mapping[str, str] = {
    "could not find expected ':'": "缺少冒号",
    "mapping values are not allowed in this context": "此处不能再有“键: 值”",
    "did not find expected key": "此处应为键，请检查缩进与引号",
    "did not find expected ',' or '}'": "此处应为 , 或 }",
    "did not find expected ',' or ']'": "此处应为 , 或 ]",
    "did not find expected '-' indicator": "此处应为 -，请检查缩进",
    "found unknown escape character": "双引号中的反斜杠写法无效，反斜杠本身写作 \\\\",
    "but found another document": "一个文件只能有一份文档",
}


@dataclass(frozen=True, slots=True)
class _Guess:
    """What a line may have been meant to be, and the slip if that is so."""

    slip: Slip
    line: int
    meant: str
    is_whole: bool = False
    """The failure must be in another line then."""
    depth: "_Depth | None" = None
    """Of a guess at an indentation: several lines may be the odd one, at several depths."""


class _Depth(NamedTuple):
    """What speaks for an indentation, if the parser comes equally far with another one."""

    was_odd: bool
    """People indent by even numbers of spaces."""
    is_even: bool
    nearness: int
    like_next: bool
    """The line that follows has the same."""


def find_slips(text: str, error: yaml.MarkedYAMLError, failure: Failure) -> list[Slip]:
    """What keeps a text from being YAML; at least one slip, and all that can be told apart."""
    return list(_Search(text.split("\n"), failure).slips(error))


def _place(error: yaml.YAMLError) -> tuple[int, int]:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return (mark.line, mark.column) if mark else (0, 0)


class _Search:
    def __init__(self, lines: list[str], failure: Failure) -> None:
        self._lines = lines
        self._failure = failure
        self._tries = 0
        self._grown: dict[int, list[tuple[int, int]]] = {}
        """Where the mends so far changed a line, and how many characters they added there."""

    def slips(self, failed: yaml.MarkedYAMLError) -> Iterator[Slip]:
        error: yaml.YAMLError | None = failed
        if guess := self._opening():
            yield self._taken(guess)
            error = self._failure("\n".join(self._lines))
        for _ in range(_MAX_SLIPS):
            if not isinstance(error, yaml.MarkedYAMLError):
                return
            guess, following = self._proved(error)
            if guess is None:
                yield _in_the_parsers_words(error, self._lines)
                return
            yield self._taken(guess)
            error = following

    def _opening(self) -> _Guess | None:
        """The first line that is no comment must be a key; if it is not, all of it is one text."""
        content = (n for n, line in enumerate(self._lines) if line.strip() and line[0] != "#")
        number = next(content, 0)
        line = self._lines[number]
        if len(line) > _MAX_LINE or _COLON.search(line):
            return None
        slips = in_line(line, number)
        return next((_Guess(slip, number, meant) for slip, meant in slips), None)

    def _taken(self, guess: _Guess) -> Slip:
        """The slip where it stands in the text as it was."""
        slip, before = guess.slip, self._lines[guess.line]
        grown = sum(size for at, size in self._grown.get(slip.line, ()) if at < slip.column)
        pairs = zip(before, guess.meant, strict=False)
        at = next((n for n, (old, new) in enumerate(pairs) if old != new), len(before))
        self._grown.setdefault(guess.line, []).append((at, len(guess.meant) - len(before)))
        self._lines[guess.line] = guess.meant
        return replace(slip, column=max(0, slip.column - grown))

    def _proved(self, error: yaml.MarkedYAMLError) -> tuple[_Guess | None, yaml.YAMLError | None]:
        """The first guess that brings the parser further, and where it fails then.

        Among indentations it is the one that brings it furthest: a line can be made to fit one
        that is odd, but those after it do not fit then.
        """
        line, column = _place(error)
        best: tuple[_Guess, yaml.YAMLError | None] | None = None
        rank: tuple[bool, tuple[int, int], _Depth] | None = None
        for guess in self._guesses(error):
            if best and not guess.depth:
                continue
            self._tries += 1
            if self._tries > _MAX_TRIES:
                break
            at = guess.line
            meant = [*self._lines[:at], guess.meant, *self._lines[at + 1 :]]
            after = self._failure("\n".join(meant))
            grown = max(0, len(guess.meant) - len(self._lines[at])) if at == line else 0
            least = (line + 1, -1) if guess.is_whole else (line, column + grown)
            if after and _place(after) <= least:
                continue
            if not guess.depth:
                return guess, after
            reached = after is None, _place(after) if after else (0, 0), guess.depth
            if rank is None or reached > rank:
                best, rank = (guess, after), reached
        return best or (None, error)

    def _guesses(self, error: yaml.MarkedYAMLError) -> Iterator[_Guess]:
        if any(word in (error.problem or "") for word in _CLEAR) and error.context_mark:
            return
        line, column = _place(error)
        context = error.context_mark
        for number in self._suspects(error, line):
            text = self._lines[number]
            if not text.strip() or len(text) > _MAX_LINE:
                continue
            columns = [column] if number == line else []
            if context and context.line == number:
                columns.append(context.column)
            yield from _wide_signs(text, number, columns[0] if columns else len(text))
            yield from _tabs(self._lines, number)
            yield from _unclosed(self._lines, number, line)
            yield from _unopened(text, number, columns)
            yield from _unquoted(text, number, columns)
            if number == line:
                yield from _indented(self._lines, number)
                for odd in self._begins_block(context, line):
                    yield from _at_depth(self._lines, odd, _depth(text), is_above=True)
            if error.context == "while scanning a simple key":
                yield from _missing_colon(text, number)

    def _begins_block(self, context: yaml.Mark | None, line: int) -> list[int]:
        """The lines above that a line does not fit, and that may be the odd ones."""
        above = range(min(line, len(self._lines)) - 1, -1, -1)
        nearest = next((number for number in above if self._lines[number].strip()), None)
        numbers = [context.line if context else None, nearest]
        return [*dict.fromkeys(n for n in numbers if n is not None and n < line)]

    def _suspects(self, error: yaml.MarkedYAMLError, line: int) -> Iterator[int]:
        """The lines in which the slip may be, the likeliest first."""
        numbers = [line]
        if context := error.context_mark:
            at = 0 if error.context == "while scanning a simple key" else 1
            numbers.insert(at, context.line)
        above = range(min(line, len(self._lines)) - 1, max(-1, line - _LOOK_BACK), -1)
        told = [number for number in above if self._lines[number].strip()]
        numbers += told[:1]
        numbers += [number for number in told if _open_quote(self._lines[number]) is not None][:1]
        yield from (n for n in dict.fromkeys(numbers) if n < len(self._lines))


def _wide_signs(text: str, number: int, column: int) -> Iterator[_Guess]:
    """Signs of a Chinese keyboard, those nearest before the failure first."""
    yield from (_Guess(slip, number, meant) for slip, meant in in_line(text, number))
    known = [at for at, char in enumerate(text) if char in WIDE]
    known.sort(key=lambda at: (at > column, abs(at - column)))
    for at in known[:12]:
        char = text[at]
        closing, signs = PAIRS.get(char, ("", ""))
        end = next((i for i in range(at + 1, len(text)) if text[i] in closing), None)
        if end is not None:
            inner = text[at + 1 : end]
            if signs == '""':
                inner = json.dumps(inner, ensure_ascii=False)[1:-1]
            meant = text[:at] + signs[0] + inner + signs[1] + text[end + 1 :]
            yield _Guess(wide(number, at, char, meant), number, meant)
        if char in HALF:
            meant = text[:at] + HALF[char] + text[at + 1 :].lstrip(" ")
            yield _Guess(wide(number, at, char, meant), number, meant)


def _missing_colon(text: str, number: int) -> Iterator[_Guess]:
    column = len(text) - len(text.lstrip())
    message = both("a line without a colon", "这一行缺少冒号")
    hint = both("write `key: value`", "应写成 键: 值")
    yield _Guess(Slip(number, column, message, hint), number, text.rstrip() + ":")


def _tabs(lines: list[str], number: int) -> Iterator[_Guess]:
    """A tab as wide as the lines after it are indented, or else of any usual width."""
    text = lines[number]
    column = text.find("\t")
    if column >= 0:
        next_depth = _depth_of_next(line for line in lines[number + 1 :] if "\t" not in line)
        widths = [width for width in (2, 4, 8) if width * text.count("\t") == next_depth]
        for width in dict.fromkeys([*widths, 2, 4, 8, 0]):
            meant = text.replace("\t", " " * width)
            yield _Guess(_tab(number, column), number, meant, is_whole=True)


def _tab(line: int, column: int) -> Slip:
    message = both("a tab", "误用制表符（Tab）")
    return Slip(line, column, message, both("indent by spaces", "缩进请用空格"))


def _open_quote(text: str) -> int | None:
    """Where the quote stands that a line does not close; a quote inside of a word is none."""
    opened: int | None = None
    for at, char in enumerate(text):
        if opened is None:
            if _opens_quote(text, at):
                opened = at
        elif char == text[opened] and not (char == '"' and text[at - 1] == "\\"):
            opened = None
    return opened


def _opens_quote(text: str, at: int) -> bool:
    return text[at] in "\"'" and (at == 0 or text[at - 1] in " {[,")


def _unclosed(lines: list[str], number: int, failed: int) -> Iterator[_Guess]:
    """A quote or bracket that is not closed, here or in one of the lines up to the failure."""
    text = lines[number]
    if (opened := _open_quote(text)) is not None:
        quote = text[opened]
        slip = _never_closed(number, opened, quote)
        for at in (i for i in range(opened + 1, len(text)) if text[i] in ",}]"):
            yield _Guess(slip, number, f"{text[:at].rstrip()}{quote}{text[at:]}")
        for last in range(number, max(number + 1, min(failed, number + _LOOK_BACK))):
            yield _Guess(slip, last, f"{lines[last].rstrip()}{quote}")
    elif crossed := _crossed_brackets(text):
        opened, at = crossed
        closing = "}" if text[opened] == "{" else "]"
        slip = _never_closed(number, opened, text[opened])
        yield _Guess(slip, number, text[:at] + closing + text[at:])
    elif brackets := _open_brackets(text):
        closing = "".join("}" if text[at] == "{" else "]" for at in reversed(brackets))
        slip = _never_closed(number, brackets[-1], text[brackets[-1]])
        yield _Guess(slip, number, text + closing)


def _open_brackets(text: str) -> list[int]:
    """Where the brackets stand that a line opens and does not close."""
    opened: list[int] = []
    for at, char in _brackets(text):
        if char in "{[":
            opened.append(at)
        elif opened:
            opened.pop()
    return opened


def _crossed_brackets(text: str) -> tuple[int, int] | None:
    """The first bracket that one of the other kind closes, and where that one stands."""
    opened: list[int] = []
    for at, char in _brackets(text):
        if char in "{[":
            opened.append(at)
        elif opened and (text[opened[-1]] == "{") != (char == "}"):
            return opened[-1], at
        elif opened:
            opened.pop()
    return None


def _brackets(text: str) -> Iterator[tuple[int, str]]:
    """The brackets of a line that are signs of YAML, with their places."""
    depth, quote = 0, ""
    for at, char in enumerate(text):
        if quote:
            quote = "" if char == quote else quote
        elif _opens_quote(text, at):
            quote = char
        elif char in "{[" and (depth or at == 0 or text[at - 1] == " "):
            depth += 1
            yield at, char
        elif char in "}]" and depth:
            depth -= 1
            yield at, char
        elif char == "#" and text[at - 1 : at] == " ":
            return


def _never_closed(line: int, column: int, sign: str) -> Slip:
    closing = {"{": "}", "[": "]"}.get(sign, sign)
    message = both(f"this {sign} is never closed", f"此处的 {sign} 没有闭合")
    return Slip(line, column, message, both(f"add the {closing}", f"补上 {closing}"))


def _unopened(text: str, number: int, columns: list[int]) -> Iterator[_Guess]:
    for column in columns:
        if (sign := text[column : column + 1]) and sign in "}]":
            message = both(f"this {sign} closes nothing", f"此处的 {sign} 多余")
            slip = Slip(number, column, message, both("remove it", "请删除"))
            yield _Guess(slip, number, text[:column] + text[column + 1 :])


def _unquoted(text: str, number: int, columns: list[int]) -> Iterator[_Guess]:
    """A text that means something else without quotes: one between brackets, or the whole value."""
    sign = text.find(" #")
    parts = [
        _between_brackets(text, column)
        for column in (*columns, sign)
        if column > 0 and _open_brackets(text[:column])
    ]
    if found := _VALUE.fullmatch(text.rstrip()):
        if found.start(2) < sign:
            parts.append((found.start(2), sign))
        parts.append((found.start(2), found.end(2)))
    for start, end in parts:
        if value := text[start:end].rstrip():
            quotes = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
            quoted = json.dumps(value[1:-1] if quotes else value, ensure_ascii=False)
            column, message = _cause(value)
            hint = both(f"quote it: {quoted}", f"请加引号：{quoted}")
            meant = text[:start] + quoted + text[start + len(value) :]
            yield _Guess(Slip(number, start + column, message, hint), number, meant)


def _between_brackets(text: str, column: int) -> tuple[int, int]:
    """The value around a column, which ends at commas and brackets."""
    start = max(text.rfind(sign, 0, column) for sign in "{[,") + 1
    end = min((at for sign in ",}]" if (at := text.find(sign, column)) >= 0), default=len(text))
    colon = text.find(": ", start, end)
    start = colon + 2 if colon >= 0 else start
    return start + len(text[start:end]) - len(text[start:end].lstrip()), end


def _cause(value: str) -> tuple[int, str]:
    """Why a text must be quoted, and where in it that is seen."""
    first = value[0]
    if first in _SPECIAL:
        return 0, special(first)
    if first in "\"'":
        column = value.find(first, 1) + 1
        return column, both("text behind the closing quote", "右引号之后还有文字")
    if colon := _COLON.search(value):
        return colon.start(), both("a colon inside of a text", "文本中含有冒号加空格")
    if " #" in value:
        return value.index(" #") + 1, UNQUOTED_SIGN
    return 0, both("a text that needs quotes", "此文本须加引号")


def _indented(lines: list[str], number: int) -> Iterator[_Guess]:
    """A line that should stand at the depth of one above, or just below it."""
    fitting: list[int] = []
    for above in reversed(lines[max(0, number - _LOOK_BACK) : number]):
        depth = _depth(above)
        if above.strip() and (not fitting or depth < fitting[-1]):
            fitting.append(depth)
    for depth in [*fitting, *(depth + 2 for depth in fitting[:1])]:
        yield from _at_depth(lines, number, depth)


def _at_depth(
    lines: list[str], number: int, depth: int, *, is_above: bool = False
) -> Iterator[_Guess]:
    """A line that should be indented by so many spaces; one above the failure as that line is."""
    indent = _depth(lines[number])
    if depth != indent:
        message = both(f"indented by {indent}", f"缩进 {indent} 格")
        hint = both(f"{depth} would fit", f"应为 {depth} 格")
        meant = " " * depth + lines[number].lstrip(" ")
        told = _Depth(
            was_odd=indent % 2 == 1,
            is_even=depth % 2 == 0,
            nearness=-abs(indent - depth),
            like_next=not is_above and _depth_of_next(lines[number + 1 :]) == depth,
        )
        yield _Guess(Slip(number, indent, message, hint), number, meant, depth=told)


def _depth(line: str) -> int:
    """By how many spaces a line is indented."""
    return len(line) - len(line.lstrip(" "))


def _depth_of_next(lines: Iterable[str]) -> int | None:
    """By how many spaces the first line is indented that is not blank."""
    return next((_depth(line) for line in lines if line.strip()), None)


def _in_the_parsers_words(error: yaml.MarkedYAMLError, lines: list[str]) -> Slip:
    """The failure as it is told, but at the place where something was opened and not closed."""
    line, column = _place(error)
    problem, context = (error.problem or "").strip(), error.context or ""
    if (opened := error.context_mark) and opened.line < min(line, len(lines)):
        text, sign = lines[opened.line], lines[opened.line][opened.column : opened.column + 1]
        is_open = _open_quote(text) == opened.column or opened.column in _open_brackets(text)
        if sign and sign in "\"'{[" and is_open:
            return _never_closed(opened.line, opened.column, sign)
    if line < len(lines) and lines[line][column : column + 1] == "\t":
        return _tab(line, column)
    if context == "while scanning a directive" and opened:
        return Slip(opened.line, opened.column, special("%"), both("quote it", "请加引号"))
    return Slip(line, column, both(problem, _MEANINGS.get(problem, "不是合法的 YAML")), context)
