"""YAML is read strictly, exactly, and quickly even if somebody wants to blow it up."""

import time
from decimal import Decimal

import pytest

from generator.problems import Problem, SpecError
from generator.spec.load import parse
from generator.spec.text import Json


def read(text: str) -> Json:
    return parse("specs/x.yaml", text.encode()).data


def refused(content: bytes) -> tuple[Problem, ...]:
    """The problems of a content that must be refused within a second."""
    start = time.perf_counter()
    with pytest.raises(SpecError) as caught:
        parse("specs/x.yaml", content)
    assert time.perf_counter() - start < 1
    assert all(problem.file == "specs/x.yaml" and problem.line for problem in caught.value.problems)
    return caught.value.problems


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
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
        (b"a: 1\n\tb: 2\n", "yaml-syntax", (2, 1), "found a tab"),
        (b'a: "\\ud800"\n', "yaml-syntax", (1, None), "escape"),
        (b"a: *b\n", "yaml-syntax", (1, 4), "undefined alias"),
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
