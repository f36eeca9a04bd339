"""What is printed is what black would print; black is asked."""

import keyword
import unicodedata
from typing import Any

import black
import pytest
from black.strings import str_width
from hostile.texts import HOSTILE
from hypothesis import given, settings
from hypothesis import strategies as st
from tables import every

from generator.output.escape import Safe, compose, literal
from generator.output.python import (
    LINE_LENGTH,
    Expression,
    Group,
    attribute,
    call,
    class_line,
    dict_of,
    import_line,
    import_lines,
    one_line,
    parameter,
    statement,
    strings,
    tuple_of,
    width,
)
from generator.spec.text import Name, SpecText

MODE = black.Mode(line_length=LINE_LENGTH, target_versions={black.TargetVersion.PY311})

NAMES = st.from_regex(r"[a-z][a-z0-9_]{0,40}[a-z0-9]", fullmatch=True).filter(
    lambda name: not keyword.iskeyword(name) and name not in ("match", "case", "type")
)
TEXTS = (
    st.sampled_from([text for text in HOSTILE if len(text) < 50])
    | st.text(st.sampled_from("ab \"'\\中文，—\u3000\U0001f600\u0301\n"), max_size=40)
    | st.text(st.characters(exclude_categories=["Cs", "So", "No"]), max_size=30)
)
LEAVES = st.builds(lambda text: literal(SpecText(text)), TEXTS) | st.integers(0, 10**9).map(Safe)


def _calls(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Group]:
    options = st.dictionaries(NAMES.filter(lambda name: name != "name"), inner, max_size=5)
    return st.builds(
        lambda name, positional, named: call(name.title().replace("_", ""), *positional, **named),
        NAMES,
        st.lists(inner, max_size=3),
        options,
    )


TREES: st.SearchStrategy[Any] = st.recursive(
    LEAVES,
    lambda inner: _calls(inner)
    | st.lists(inner, max_size=4).map(tuple_of)
    | st.lists(TEXTS, max_size=6).map(strings)
    | st.lists(st.tuples(TEXTS, inner), max_size=4).map(dict_of),
    max_leaves=12,
)


def assert_black_agrees(source: str) -> None:
    assert black.format_str(source, mode=MODE) == source


def placed(text: str, depth: int) -> str:
    """A statement in the body of nested blocks."""
    heads = "".join(f"{'    ' * level}if x:\n" for level in range(depth))
    return f"{heads}{'    ' * depth}{text}\n"


@settings(max_examples=120)
@given(TREES, NAMES, st.integers(0, 3))
def test_black_leaves_a_statement_unchanged(tree: Expression, name: str, depth: int) -> None:
    assert_black_agrees(placed(statement(Safe(f"{name} = "), tree, depth), depth))


@settings(max_examples=50)
@given(st.lists(st.tuples(TEXTS, TREES), min_size=1, max_size=4))
def test_black_leaves_rows_of_a_dict_unchanged(rows: list[tuple[str, Expression]]) -> None:
    """As the tables of errors are printed: one row after the other, by a template."""
    lines = [
        "    "
        + statement(compose("{}: ", literal(SpecText(key))), value, depth=1, after=",")
        + "\n"
        for key, value in rows
    ]
    assert_black_agrees("TABLE = {\n" + "".join(lines) + "}\n")


@settings(max_examples=50)
@given(NAMES, st.lists(NAMES, min_size=1, max_size=8), st.integers(0, 1))
def test_black_leaves_class_lines_unchanged(name: str, bases: list[str], depth: int) -> None:
    head = class_line(Name(name.title()), [Safe(base.title()) for base in bases], depth)
    block = "if x:\n\n    " if depth else ""
    assert_black_agrees(f"{block}{head}\n{'    ' * depth}    pass\n")


@settings(max_examples=50)
@given(NAMES, st.sets(NAMES, min_size=1, max_size=12), st.integers(0, 1))
def test_black_leaves_imports_unchanged(module: str, names: set[str], depth: int) -> None:
    block = "if x:\n    " if depth else ""
    assert_black_agrees(f"{block}{import_line(module, names, depth)}\n")


@settings(max_examples=50)
@given(NAMES, st.lists(NAMES, min_size=1, max_size=6), st.sampled_from(["", " = None"]))
def test_black_leaves_parameters_unchanged(name: str, kinds: list[str], default: str) -> None:
    annotation = Safe(" | ".join(kind.title() for kind in kinds))
    row = parameter(Name(name), annotation, default, depth=2)
    assert_black_agrees(
        f"class C:\n    def f(\n        self,\n        *,\n        {row}\n    ): ...\n"
    )


MEMBERS = st.integers(1, 80).map(lambda length: Name("m" * length))
CLASSES = st.integers(1, 130).map("X".__mul__)
LISTS = st.lists(TEXTS.map(SpecText).map(literal), min_size=1, max_size=12).map(
    lambda values: f"Literal[{', '.join(values)}]"
)
LISTED = LISTS | LISTS.map("{} | str".format)
FIELDS = (CLASSES | LISTED).map("{} | None".format) | st.recursive(
    CLASSES.map("list[{}]".format), lambda inner: inner.map("list[{}]".format), max_leaves=3
)
"""Types of fields of a reply."""
OBJECTS = CLASSES | CLASSES.map("FileLike | Iterable[{}]".format)
ARGUMENTS = OBJECTS | OBJECTS.map("Iterable[{}]".format) | LISTED
"""Long types of parameters."""
HINTS = st.none() | st.dictionaries(
    st.sampled_from(["name", "wrapper", "form"]), NAMES.map(literal), min_size=1
).map(lambda options: call("wire", **options))


@settings(max_examples=150)
@given(MEMBERS, FIELDS, HINTS)
def test_black_leaves_fields_of_replies_unchanged(
    name: Name, kind: str, hint: Group | None
) -> None:
    assert_black_agrees(f"class C:\n    {attribute(name, Safe(kind), hint, depth=1)}\n")


@settings(max_examples=150)
@given(MEMBERS, ARGUMENTS | ARGUMENTS.map("Required[{}]".format))
def test_black_leaves_members_of_request_objects_unchanged(name: Name, kind: str) -> None:
    assert_black_agrees(f"class C:\n    {attribute(name, Safe(kind), None, depth=1)}\n")


@settings(max_examples=150)
@given(MEMBERS, ARGUMENTS, st.sampled_from([("", ""), (" | None", " = None")]))
def test_black_leaves_long_parameters_unchanged(
    name: Name, kind: str, ends: tuple[str, str]
) -> None:
    row = parameter(name, Safe(kind + ends[0]), ends[1], depth=2)
    assert_black_agrees(
        f"class C:\n    def f(\n        self,\n        *,\n        {row}\n    ): ...\n"
    )


@every(
    ("expression", "line"),
    [
        (call("f"), "f()"),
        (call("f", literal("a"), b=1, c=None, d=0, e=False, g=Safe("")), 'f("a", b=1)'),
        (call("f", b=tuple_of([]), c=dict_of([]), d=call("g")), "f(d=g())"),
        (call("f", yes=True), "f(yes=True)"),
        (strings(["a"]), '("a",)'),
        (strings(["a", "b"]), '("a", "b")'),
        (strings([]), "()"),
        (dict_of([("k", literal("v")), ("l", call("f"))]), '{"k": "v", "l": f()}'),
    ],
)
def test_on_one_line(expression: Expression, line: str) -> None:
    assert one_line(expression) == line
    assert statement(Safe("x = "), expression) == f"x = {line}"


LONG = ["a" * 30, "b" * 30, "c" * 30]


@pytest.mark.parametrize(
    ("expression", "lines"),
    [
        (
            call("f", *map(literal, LONG[:2]), literal("d" * 26)),
            ["x = f(", f'    "{LONG[0]}", "{LONG[1]}", "{"d" * 26}"', ")"],
        ),
        (
            strings(LONG),
            ["x = (", f'    "{LONG[0]}",', f'    "{LONG[1]}",', f'    "{LONG[2]}",', ")"],
        ),
        (
            call("f", literal("中" * 50)),
            ["x = f(", f'    "{"中" * 50}"', ")"],
        ),
        (strings(["a" * 100]), ["x = (", f'    "{"a" * 100}",', ")"]),
    ],
)
def test_over_several_lines(expression: Expression, lines: list[str]) -> None:
    source = statement(Safe("x = "), expression)
    assert source.splitlines() == lines
    assert_black_agrees(source + "\n")


def test_a_line_of_exactly_the_limit_stays_whole() -> None:
    fits = statement(Safe("x = "), call("f", literal("a" * 91)))
    assert len(fits) == LINE_LENGTH == 100
    assert "\n" in statement(Safe("x = "), call("f", literal("a" * 92)))


@every(
    ("text", "columns"),
    [("abc", 3), ("中文", 4), ("a中", 3), ("e\u0301", 2), ("\U0001f600", 2), ("—", 1), ("｜", 2)],
)
def test_columns(text: str, columns: int) -> None:
    assert width(text) == columns == str_width(text)


def test_every_character_is_as_wide_as_black_thinks() -> None:
    """Symbols aside, which each new version of Unicode calls wide in greater numbers."""
    printable = (char for char in map(chr, range(0x110000)) if char.isprintable())
    letters = (char for char in printable if unicodedata.category(char) not in ("So", "No"))
    assert [char for char in letters if width(char) != str_width(char)] == []


def test_imports_are_sorted_by_module_and_as_import_sorters_do() -> None:
    lines = [*import_lines({"b": ["b", "Ab", "CONST"], "a": ["z"]})]
    assert lines == ["from a import z", "from b import CONST, Ab, b"]


def test_text_of_a_spec_is_refused() -> None:
    with pytest.raises(TypeError):
        statement(Safe("x = "), tuple_of([SpecText("x")]))  # type: ignore[list-item]
    with pytest.raises(TypeError):
        call("f", SpecText("x"), y=SpecText("x"))  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="is no name"):
        call("f(x); g")
    with pytest.raises(ValueError, match="is no name"):
        call("f", **{"x=1, y": Safe("1")})
