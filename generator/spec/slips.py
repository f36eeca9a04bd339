"""Slips of the keyboard, in English and Chinese, and those that YAML takes for something else.

Where a slip makes the parser fail, `mends` finds it.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import yaml

HALF: Mapping[str, str] = {
    "：": ": ", "，": ", ", "、": ", ", "＃": "# ", "－": "- ", "\u3000": " ", "\xa0": " ",
}  # fmt: skip
"""What full-width characters mean where YAML's own should stand."""

PAIRS: Mapping[str, tuple[str, str]] = {
    "“": ("”“", '""'), "”": ("”", '""'), "‘": ("’‘", '""'), "’": ("’", '""'),
    "「": ("」", '""'), "『": ("』", '""'), "＂": ("＂", '""'), "＇": ("＇", '""'),
    "｛": ("｝}", "{}"), "［": ("］]", "[]"), "【": ("】]", "[]"),
}  # fmt: skip
"""Opening characters, with those that close them and what both mean."""

WIDE = frozenset([*HALF, *PAIRS])
"""What Chinese keyboards type in the place of YAML's own signs."""

_SPACES = ("\u3000", "\xa0")
_QUOTES = frozenset("“”‘’「」『』＂＇")
_MAX_SHOWN = 100

KEY = r"""(?:"[^"]*"|'[^']*'|[^\s"'#:{}\[\],：，-][^\s#:{}\[\],：，]*)"""
STARTS = r"[ \t]*(?:- +)*"
_WIDE_COLON = re.compile(rf"({STARTS}{KEY})：[ \u3000]*")
_NO_BLANK = re.compile(rf"({STARTS}[A-Za-z_][\w.]*):(?=[^\s/])")
_MORE_THAN_A_KEY = re.compile(r"：\s*[{\[]|，")


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong and what to do, both in English and Chinese. Line and column count from 0."""

    line: int
    column: int
    message: str
    hint: str = ""


def both(english: str, chinese: str) -> str:
    """One message in two languages."""
    return f"{english} · {chinese}"


UNQUOTED_SIGN = both("an unquoted # opens a comment", "未加引号的 # 会被当作注释")


def special(char: str) -> str:
    """What is wrong with a text that starts with this character."""
    return both(f"an unquoted text that starts with {char}", f"文本以 {char} 开头，须加引号")


def wide(line: int, column: int, char: str, meant: str = "") -> Slip:
    """A character of a Chinese keyboard where YAML's own should stand; how the line is meant."""
    hint = write(meant) if meant else ""
    if char in _SPACES:
        return Slip(line, column, both("a full-width space", "误用全角空格"), hint)
    if char in _QUOTES:
        message = both(f"{char} does not quote", f"弯引号 {char} 不起引号作用")
        return Slip(line, column, message, hint or both('quote by "', '请用半角 "'))
    sign = PAIRS[char][1][0] if char in PAIRS else HALF[char].strip()
    message = both(
        f"a full-width {char} where {sign} is meant", f"误用全角“{char}”，应为半角“{sign}”"
    )
    return Slip(line, column, message, hint)


def write(meant: str) -> str:
    """The hint that shows a line as it was meant."""
    shown = meant.strip()
    return both(f"write: {shown}", f"改为：{shown}") if len(shown) <= _MAX_SHOWN else ""


def in_line(line: str, number: int) -> Iterator[tuple[Slip, str]]:
    """`role：publisher` and `role:publisher`, with the line as it was meant."""
    if found := _WIDE_COLON.match(line):
        meant = f"{found[1]}: {line[found.end() :]}"
        yield wide(number, found.end(1), "：", meant), meant
    if found := _NO_BLANK.match(line):
        meant = f"{line[: found.end()]} {line[found.end() :]}"
        message = both("no space behind the colon", "冒号之后缺少空格")
        yield Slip(number, found.end() - 1, message, write(meant)), meant


def in_lines(text: str, first: int, last: int) -> Iterator[Slip]:
    """The slips of lines that YAML takes for one long text, since none has a colon of its own."""
    for number, line in enumerate(text.split("\n")[first : last + 1], first):
        yield from (slip for slip, _ in [*in_line(line, number)][:1])


def in_key(node: yaml.ScalarNode, *, is_alone: bool) -> Slip | None:
    """`{role：publisher}` is a key that stands alone, `“7”` one with quotes inside."""
    key, mark = node.value, node.start_mark
    if node.style:
        return None
    if key[:1] in _SPACES or is_wrapped(key):
        return wide(mark.line, mark.column, key[0])
    if is_alone or (_WIDE_COLON.match(key) and _MORE_THAN_A_KEY.search(key)):
        for at, char in enumerate(key):
            if char in ":：":
                slips = in_lines(key, 0, 0)
                return next((_moved(slip, mark) for slip in slips), None)
            if char in WIDE or char in _QUOTES:
                return wide(mark.line, mark.column + at, char)
    return None


def _moved(slip: Slip, mark: yaml.Mark) -> Slip:
    return replace(slip, line=slip.line + mark.line, column=slip.column + mark.column)


def in_value(node: yaml.ScalarNode) -> Slip | None:
    """`“text”` has its quotes inside, and `>5` is no text at all."""
    value, mark = node.value, node.start_mark
    if node.style in ("|", ">") and not value.strip():
        hint = both("quote it, or write lines below", "请加引号，或在下面缩进写正文")
        return Slip(mark.line, mark.column, special(node.style), hint)
    if node.style or not is_wrapped(value):
        return None
    signs = PAIRS[value[0]][1]
    slip = wide(mark.line, mark.column, value[0], f"{signs[0]}{value[1:-1]}{signs[1]}")
    kept = json.dumps(value, ensure_ascii=False)
    other = both(f"or, if {value[0]} belongs to it: {kept}", f"若属于文本则为 {kept}")
    return replace(slip, hint=f"{slip.hint} · {other}")


def is_wrapped(value: str) -> bool:
    """Whether a text stands as a whole between quotes or brackets of a Chinese keyboard."""
    if len(value) < 2 or value[0] not in PAIRS or value[-1] not in PAIRS[value[0]][0]:
        return False
    return not any(char in PAIRS or char in _QUOTES for char in value[1:-1])


def tight_sign(line: int, column: int) -> Slip:
    """`title: a #1` loses the 1 without a word."""
    hint = both(
        "quote the text, or put a space behind the # of a comment",
        "属于文本时请加引号；若是注释，# 后加空格",
    )
    return Slip(line, column, UNQUOTED_SIGN, hint)
