"""YAML is read strictly, exactly, and quickly even if somebody wants to blow it up."""

import time
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tables import every

from generator.problems import Problem, SpecError
from generator.spec.load import parse
from generator.spec.text import Json


def read(text: str) -> Json:
    return parse("specs/x.yaml", text.encode()).data


def refused(content: bytes) -> tuple[Problem, ...]:
    """The problems of a content that must be refused before it costs much."""
    start = time.process_time()
    with pytest.raises(SpecError) as caught:
        parse("specs/x.yaml", content)
    assert time.process_time() - start < 5
    assert all(problem.file == "specs/x.yaml" and problem.line for problem in caught.value.problems)
    return caught.value.problems


def problems_of(content: bytes) -> tuple[Problem, ...]:
    """What is wrong with a content, if anything."""
    try:
        parse("specs/x.yaml", content)
    except SpecError as error:
        return error.problems
    return ()


@every(
    ("plain", "value"),
    [
        ("no", "no"),
        ("on", "on"),
        ("Yes", "Yes"),
        ("TRUE", "TRUE"),
        ("2019-01-01", "2019-01-01"),
        ("2019-04-05 12:18:22", "2019-04-05 12:18:22"),
        ("12:30", "12:30"),
        ("0x10", "0x10"),
        ("0o17", "0o17"),
        ("017", "017"),
        ("1_000", "1_000"),
        (".5", ".5"),
        ("5.", "5."),
        ("+5", "+5"),
        ("1e3", "1e3"),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("=", "="),
        ("<<", "<<"),
        ("", None),
        ("~", None),
        ("null", None),
        ("Null", "Null"),
        ("true", True),
        ("false", False),
        ("0", 0),
        ("-7", -7),
        ("12345678901234567890", 12345678901234567890),
        ("0.1", Decimal("0.1")),
        ("1.10", Decimal("1.10")),
        ("-0.30000000000000000001", Decimal("-0.30000000000000000001")),
        ("1.5e-7", Decimal("1.5e-7")),
        ('"5"', "5"),
        ("'5'", "5"),
        ("'true'", "true"),
        ("'no'", "no"),
        ('"\\0"', "\0"),
        ("|\n    12\n", "12\n"),
    ],
)
def test_scalars_are_what_they_look_like(plain: str, value: Json) -> None:
    data = read(f"key: {plain}\n")
    assert isinstance(data, dict)
    assert repr(data["key"]) == repr(value)


def test_keys_are_text() -> None:
    assert read("1: a\nno: b\n2.50: c\n~: d\n2019-01-01: e\n") == {
        "1": "a",
        "no": "b",
        "2.50": "c",
        "~": "d",
        "2019-01-01": "e",
    }


def test_a_bomb_of_aliases_is_refused() -> None:
    levels = [b"l0: &l0 [lol, lol]\n"]
    levels += [b"l%d: &l%d [*l%d, *l%d]\n" % (n, n, n - 1, n - 1) for n in range(1, 60)]
    problems = refused(b"".join(levels))
    assert {problem.rule for problem in problems} == {"yaml-strict"}
    assert (problems[0].line, problems[0].column) == (1, 5)


@every(
    "content",
    [
        b"[" * 100_000,
        b"{a: " * 100_000,
        b"[a, " * 100_000 + b"]" * 100_000,
        b"- " * 100_000 + b"x",
        b"-   " * 100_000 + b"x",
        b"? " * 100_000 + b"x",
        b"".join(b" " * depth + b"a:\n" for depth in range(1000)),
        b"{a: " * 70 + b"1" + b"}" * 70,
    ],
    ids=["lists", "mappings", "closed", "dashes", "wide dashes", "keys", "indented", "70 levels"],
)
def test_deep_nesting_is_refused(content: bytes) -> None:
    (problem,) = refused(content)
    assert problem.rule in ("yaml-syntax", "yaml-strict")
    assert "nest" in problem.message


def test_sixty_levels_are_enough_for_anybody_and_allowed() -> None:
    assert read("[" * 60 + "]" * 60)


@every(
    ("content", "rule", "place", "message"),
    [
        (b"a: " + b"x" * 2_000_000, "file-size", (1, None), "2,000,003 bytes"),
        (b"a: !!python/object:os.system x\n", "yaml-strict", (1, 4), "python/object:os.system"),
        (b"a:\n  - !!int 5\n", "yaml-strict", (2, 5), "the tag"),
        (b"a: !!str 5\n", "yaml-strict", (1, 4), "the tag"),
        (b"a: ! 5\n", "yaml-strict", (1, 4), "the tag"),
        (b"!k a: 5\n", "yaml-strict", (1, 1), "the tag"),
        (b"a: &x 5\n", "yaml-strict", (1, 4), "an anchor"),
        (b"&x a: 5\n", "yaml-strict", (1, 1), "an anchor"),
        (b"a: 1\n&x b: 5\n", "yaml-strict", (2, 1), "an anchor"),
        (b"a: 1\n!!str b: 5\n", "yaml-strict", (2, 1), "the tag"),
        (b"a: &x {b: 1}\nc: {<<: *x}\n", "yaml-strict", (1, 4), "an anchor"),
        (b"a: &x\n  b: *x\n", "yaml-strict", (1, 4), "an anchor"),
        (b"{[a]: 1}\n", "yaml-strict", (1, 2), "a key that is not text"),
        (b"a: 1\n---\nb: 2\n", "yaml-syntax", (2, 1), "another document"),
        (b"a: 1\nb: {c: 1, c: 2}\n", "duplicate-key", (2, 11), "'c' stands here again"),
        (b"\xef\xbb\xbfa: 1\n", "file-encoding", (1, 1), "byte order mark"),
        ("a: 1\nb: 淘宝\n".encode("gbk"), "file-encoding", (2, None), "0xcc is not UTF-8"),
        ("a: 1\n".encode("utf-16"), "file-encoding", (1, None), "is not UTF-8"),
        (b"a: 1\nb: x\0y\n", "yaml-syntax", (2, None), "#x0000"),
        (b"a: 1\nb: \x1b[31m\n", "yaml-syntax", (2, None), "#x001b"),
        (b"a: 1\n\tb: 2\n", "yaml-syntax", (2, 1), "a tab"),
        (b'a: "\\ud800"\n', "yaml-syntax", (1, None), "escape"),
        (b"a: *b\n", "yaml-syntax", (1, 4), "starts with *"),
        ("a: x\u2028b: 1\n".encode(), "file-encoding", (1, None), "\\u2028"),
        ("a: 1\n# x\x85\n".encode(), "file-encoding", (2, None), "\\u0085"),
        (b"", "yaml-syntax", (1, None), "the file is empty"),
        (b"# only a comment\n", "yaml-syntax", (1, None), "the file is empty"),
    ],
)
def test_what_is_no_plain_yaml_is_refused_where_it_stands(
    content: bytes, rule: str, place: tuple[int, int | None], message: str
) -> None:
    problem = refused(content)[0]
    assert problem.rule == rule
    assert message in problem.message
    assert problem.line == place[0]
    assert place[1] is None or problem.column == place[1]


def test_all_problems_of_a_file_are_told() -> None:
    problems = refused(b"a: 1\na: 2\nb: !x 1\nc: &y 2\n")
    assert [(problem.rule, problem.line) for problem in problems] == [
        ("duplicate-key", 2),
        ("yaml-strict", 3),
        ("yaml-strict", 4),
    ]


# Slips of the keyboard


@every(
    ("text", "line", "column", "english", "chinese", "hint"),
    [
        # What Chinese keyboards type
        ("a: 1\nrole：x\nb: 2\n", 2, 5, "a full-width ：", "误用全角“：”", "write: role: x ·"),
        ("role：x\n", 1, 5, "a full-width ：", "误用全角“：”", "write: role: x ·"),
        ("a:\n  b： {c: 1}\nd: 2\n", 2, 4, "a full-width ：", "误用全角“：”", "write: b: {c ·"),
        ("a:\n  b：1\n  c：2\nd: 3\n", 2, 4, "a full-width ：", "误用全角“：”", "write: b: 1"),
        ("a: {b：x, c: 1}\n", 1, 6, "a full-width ：", "误用全角“：”", "write: b: x"),
        ("a: {b: x，c: 1}\nd: 1\n", 1, 9, "a full-width ，", "半角“,”", "write: a: {b: x, c: 1}"),
        ("a: {b: “x”，c: “y: z”}\n", 1, 11, "a full-width ，", "半角“,”", "“x”, c:"),
        ("a: “x”\n", 1, 4, "“ does not quote", "弯引号", 'write: "x"'),
        ("a: “x”\n", 1, 4, "“ does not quote", "弯引号", '"“x”"'),
        ("a: ‘x’\n", 1, 4, "‘ does not quote", "弯引号", 'write: "x"'),
        ("a: “b: c”\n", 1, 4, "“ does not quote", "弯引号", 'write: a: "b: c"'),
        ("“7”: {a: 1}\n", 1, 1, "“ does not quote", "弯引号", '"'),
        ("a: {b: “x, y”, c: 1}\n", 1, 13, "” does not quote", "弯引号", '"'),
        ("a: ｛b: 1｝\nc: 1\n", 1, 4, "a full-width ｛", "半角“{”", "write: a: {b: 1}"),
        ("a: 【x，y】\n", 1, 4, "a full-width 【", "半角“[”", "write: [x，y]"),
        ("a: 1\n＃ x\nb: 1\n", 2, 1, "a full-width ＃", "半角“#”", "write: # x"),
        ("a: 1\n\u3000b: 2\n", 2, 1, "a full-width space", "全角空格", ""),
        ("a: 1\nb:\u3000c\nd: 2\n", 2, 3, "a full-width space", "全角空格", "write: b: c"),
        # Spaces and tabs
        ("a: 1\nb:c\nd: 2\n", 2, 2, "no space behind the colon", "缺少空格", "write: b: c"),
        ("a: {b:c, d: 1}\n", 1, 6, "no space behind the colon", "缺少空格", "write: b: c"),
        ("a:\n\tb: 2\n", 2, 1, "a tab", "制表符", "spaces · 缩进请用空格"),
        ("a:\n  b: 1\n\tc: 2\n", 3, 1, "a tab", "制表符", "spaces"),
        ("a:\n  b: 1\n c: 2\n", 3, 2, "indented by 1", "缩进 1 格", "2 would fit · 应为 2 格"),
        ("a:\n  b: 1\n   c: 2\n", 3, 4, "indented by 3", "缩进 3 格", "2 would fit"),
        ("a: 1\n  b: 2\n", 2, 3, "indented by 2", "缩进 2 格", "0 would fit"),
        ("a:\n  - x\n - y\n", 3, 2, "indented by 1", "缩进 1 格", "2 would fit"),
        # What must be quoted
        ("a: 1\ntitle: x: y\n", 2, 9, "a colon inside of a text", "含有冒号", 'quote it: "x: y" ·'),
        ("a: {b: x: y, c: 1}\n", 1, 9, "a colon inside of a text", "含有冒号", 'quote it: "x: y"'),
        ("a: x #1\n", 1, 6, "an unquoted # opens a comment", "当作注释", "quote the text"),
        ("a: {b: x #1, c: 2}\nd: 1\n", 1, 10, "an unquoted #", "当作注释", 'quote it: "x #1"'),
        ("a: @x\n", 1, 4, "starts with @", "以 @ 开头", 'quote it: "@x"'),
        ("a: `x`\n", 1, 4, "starts with `", "以 ` 开头", 'quote it: "`x`"'),
        ("a: %x\n", 1, 4, "starts with %", "以 % 开头", 'quote it: "%x"'),
        ("%x: 1\n", 1, 1, "starts with %", "以 % 开头", "quote it"),
        ("a: *热卖*\n", 1, 4, "starts with *", "以 * 开头", 'quote it: "*热卖*"'),
        ("a: &热卖\n", 1, 4, "starts with &", "以 & 开头", 'quote it: "&热卖"'),
        ("a: !热卖\n", 1, 4, "starts with !", "以 ! 开头", 'quote it: "!热卖"'),
        ("a: &x y\n", 1, 4, "an anchor", "锚点", "quote the text"),
        ("a: !x y\n", 1, 4, "the tag !x", "标签", "quote the text"),
        ("a: >5\n", 1, 4, "starts with >", "以 > 开头", "quote it"),
        ("a: |x\n", 1, 4, "starts with |", "以 | 开头", 'quote it: "|x"'),
        ("a: [x] y\n", 1, 4, "starts with [", "以 [ 开头", 'quote it: "[x] y"'),
        ("a: {b: @x}\n", 1, 8, "starts with @", "以 @ 开头", 'quote it: "@x"'),
        ('a: "x" y\nb: 1\n', 1, 7, "text behind the closing quote", "右引号", '"\\"x\\" y"'),
        ("a: 'it's'\nb: 1\n", 1, 8, "text behind the closing quote", "右引号", '"it\'s"'),
        # What is not closed, where it opens
        ('a: 1\nb: "x\nc: 1\n', 2, 4, 'this " is never closed', "没有闭合", 'add the "'),
        ('a: "x\nb: "y"\nc: 1\n', 1, 4, 'this " is never closed', "没有闭合", 'add the "'),
        ('a: 1\nb: "x\n  y\nc: 3\nd: "z"\n', 2, 4, 'this " is never closed', "没有闭合", ""),
        ("a: 'x\nb: 1\n", 1, 4, "this ' is never closed", "没有闭合", "add the '"),
        ("a: {b: 'x', c: \"y}\nd: 1\n", 1, 16, 'this " is never closed', "没有闭合", ""),
        ("a: {b: 1\nc: 2\n", 1, 4, "this { is never closed", "没有闭合", "add the }"),
        ("a: {b: {c: 1}\nd: 2\n", 1, 4, "this { is never closed", "没有闭合", "add the }"),
        ("a: 1\nb: [1, 2\n", 2, 4, "this [ is never closed", "没有闭合", "add the ]"),
        ("a: {b: 1}}\nc: 1\n", 1, 10, "this } closes nothing", "多余", "remove it"),
        # And the rest
        ("a: 1\nb\nc: 2\n", 2, 1, "a line without a colon", "缺少冒号", "key: value"),
        ('a: "\\q"\n', 1, 5, "unknown escape character", "反斜杠", ""),
    ],
)  # fmt: skip
def test_a_slip_is_named_where_it_is(
    text: str, line: int, column: int, english: str, chinese: str, hint: str
) -> None:
    problem = refused(text.encode())[0]
    assert (problem.line, problem.column) == (line, column)
    assert english in problem.message.partition(" · ")[0]
    assert chinese in problem.message.partition(" · ")[2]
    assert hint in problem.hint


def test_all_slips_of_a_file_are_told_where_they_stand() -> None:
    problems = refused("""\
method: x
role：publisher
topic：orders
title: x: y
request:
  a: {type: @x, default: %y}
  b: {type: string，unit: 元}
   c: {type: string}
example: "x
""".encode())
    assert [(problem.line, problem.column) for problem in problems] == [
        (2, 5), (3, 6), (4, 9), (6, 13), (6, 26), (7, 19), (8, 4), (9, 10),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["a: 1\n\tb: 2\nc: 3\n", "a:\n\tb: 2\nc: 3\n", "a:\n\t- b\n"])
def test_a_tab_is_one_slip(text: str) -> None:
    (problem,) = refused(text.encode())
    assert (problem.line, problem.column) == (2, 1)


BLOCK = """\
a:
  one: {x: 1}
  two:
    x: 1
    y: 2
    z: 3
  three: {x: 1}
  four: {x: 1}
b:
  - x
  - y
  - z
c:
  d: 1
  e: 2
f: 1
"""


@every(
    ("old", "new", "line", "hint"),
    [
        ("  one:", "   one:", 2, "2 would fit"),
        ("  one:", " one:", 2, "2 would fit"),
        ("  one:", "    one:", 2, "2 would fit"),
        ("  two:", "   two:", 3, "2 would fit"),
        ("    x: 1\n", "     x: 1\n", 4, "4 would fit"),
        ("    y: 2", "     y: 2", 5, "4 would fit"),
        ("    z: 3", "   z: 3", 6, "would fit"),
        ("  three:", "   three:", 7, "2 would fit"),
        ("  - x", "   - x", 10, "2 would fit"),
        ("  d: 1", "   d: 1", 14, "2 would fit"),
        ("  d: 1", " d: 1", 14, "2 would fit"),
        ("  e: 2", "   e: 2", 15, "2 would fit"),
    ],
)
def test_the_odd_line_is_told_and_not_those_that_do_not_fit_it(
    old: str, new: str, line: int, hint: str
) -> None:
    (problem,) = refused(BLOCK.replace(old, new).encode())
    assert problem.line == line
    assert hint in problem.hint


@pytest.mark.parametrize(
    "tabs",
    [
        {"  one:": "\tone:", "  four:": "\tfour:"},
        {"    x: 1\n    y: 2": "\tx: 1\n\ty: 2"},
        {"    x: 1\n    y: 2": "\t\tx: 1\n\t\ty: 2"},
        {"  - x\n  - y": "\t- x\n\t- y"},
    ],
    ids=str,
)
def test_tabs_on_two_lines_are_two_slips(tabs: dict[str, str]) -> None:
    text = BLOCK
    for old, new in tabs.items():
        text = text.replace(old, new)
    lines = [number for number, line in enumerate(text.split("\n"), 1) if "\t" in line]
    assert [problem.line for problem in refused(text.encode())] == lines
    assert len(lines) == 2


def test_an_odd_line_does_not_hide_other_slips() -> None:
    text = BLOCK.replace("  one:", "   one:").replace("  e: 2", "  e: @")
    assert [(p.line, p.column) for p in refused(text.encode())] == [(2, 4), (15, 6)]


def test_what_is_no_slip_is_read() -> None:
    assert (
        read("""\
a: 淘宝客：转链，推广
b: “双11”和“双12”
c: 见【新品】页（a，b）
d: {e: 甲：乙, "f：g": 1} # 注释：x
h: a#b
i:
  - ：
  - 10:30
"错误：x": 1
""")
        == {
            "a": "淘宝客：转链，推广",
            "b": "“双11”和“双12”",
            "c": "见【新品】页（a，b）",
            "d": {"e": "甲：乙", "f：g": 1},
            "h": "a#b",
            "i": ["：", "10:30"],
            "错误：x": 1,
        }
    )


@given(
    st.text(st.sampled_from("ab: \n\t-,{}[]\"'#&*!|>%@`：，“”｛】　\\?0"), max_size=60)
    | st.text(max_size=40)
)
@settings(max_examples=300)
@example("a: {b：")
@example("“")
@example("：")
@example("\n\n")
@example("{a: “}")
def test_no_text_breaks_the_reader(text: str) -> None:
    lines = text.count("\n") + 1
    for problem in problems_of(text.encode()):
        assert 1 <= (problem.line or 0) <= lines + 1
        assert (problem.column or 1) >= 1


@given(st.binary(max_size=60))
def test_no_bytes_break_the_reader(content: bytes) -> None:
    assert all(problem.line for problem in problems_of(content))


@pytest.mark.parametrize(
    "text",
    [
        "{a: b, " * 20_000,
        "".join(f"a{number}: “x: y\n" for number in range(20_000)),
        "a: @\n" * 20_000,
        "a: {b: " + "x，" * 20_000 + "@",
    ],
    ids=["brackets", "quotes", "specials", "commas"],
)
def test_many_slips_are_told_quickly(text: str) -> None:
    assert len(refused(text.encode())) <= 20
