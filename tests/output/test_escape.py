"""No text leaves its place: literals, docstrings, comments, JSON and Markdown hold any text."""

import ast
import html
import inspect
import io
import json
import re
import tokenize
from collections.abc import Callable

import black
import markdown
import pytest
import yaml
from hostile.texts import HOSTILE, texts
from hypothesis import example, given, settings
from tables import every

from generator.output.escape import (
    comment,
    docstring,
    json_string,
    literal,
    md,
    md_cell,
    md_code,
    md_link,
)
from generator.spec.text import SpecText

quick = settings(max_examples=200, deadline=None)
MARKDOWN = markdown.Markdown(
    extensions=[
        "tables",
        "attr_list",
        "admonition",
        "footnotes",
        "def_list",
        "abbr",
        "md_in_html",
        "pymdownx.details",
        "pymdownx.superfences",
        "pymdownx.tabbed",
        "pymdownx.tilde",
        "pymdownx.caret",
        "pymdownx.mark",
        "pymdownx.tasklist",
        "pymdownx.arithmatex",
        "pymdownx.emoji",
    ]
)
UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def every_hostile_text(function: Callable[..., None]) -> Callable[..., None]:
    """Try all of HOSTILE, and formulas, beside what hypothesis finds."""
    for text in (*HOSTILE, "[0]", "\\[x\\] \\(y\\) $$z$$"):
        function = example(text)(function)
    return function


def rendered(source: str) -> str:
    MARKDOWN.reset()
    return MARKDOWN.convert(source)


def shown(page: str) -> str:
    """The text that a reader sees."""
    return html.unescape(re.sub(r"<[^>]*>", "", page))


def as_shown(text: str) -> str:
    """The text as Markdown can show it: one line, and escapes instead of what has no shape."""
    line = "".join(" " if char.isspace() else char for char in text)
    return collapsed("".join(char if char.isprintable() else repr(char)[1:-1] for char in line))


def collapsed(text: str) -> str:
    return re.sub(r" +", " ", text).strip()


def test_spec_text_has_no_text_of_its_own() -> None:
    for convert in (str, "{}".format, lambda text: f"{text}", "".__add__):
        with pytest.raises(TypeError, match=r"escaper|can only concatenate"):
            convert(SpecText("x"))


@quick
@given(texts)
@every_hostile_text
def test_a_literal_is_the_text(text: str) -> None:
    source = literal(SpecText(text))
    assert ast.literal_eval(source) == text
    assert source.isprintable()
    assert black.format_str(f"x = {source}\n", mode=black.Mode()) == f"x = {source}\n"


@quick
@given(texts)
@every_hostile_text
def test_a_docstring_holds_the_text(text: str) -> None:
    source = f'def f():\n    """{docstring(SpecText(text))}"""\n    return 1\n'
    formatted = black.format_str(source, mode=black.Mode(line_length=100))
    if text and not text[0].isspace() and not text[-1].isspace():
        assert formatted == source
    for module in (source, formatted):
        (function,) = ast.parse(module).body
        assert isinstance(function, ast.FunctionDef)
        assert [type(statement).__name__ for statement in function.body] == ["Expr", "Return"]
        assert not UNPRINTABLE.search(module.replace("\n", ""))
        names: dict[str, Callable[[], int]] = {}
        exec(module, names)
        assert (inspect.getdoc(names["f"]) or "").strip() == inspect.cleandoc(text).strip()


@quick
@given(texts)
@every_hostile_text
def test_a_comment_stays_on_its_line(text: str) -> None:
    source = f"x = 1  # {comment(SpecText(text))}\ny = 2\n"
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    kinds = [tokenize.tok_name[token.type] for token in tokens]
    assert kinds == [
        *("NAME", "OP", "NUMBER", "COMMENT", "NEWLINE", "NAME", "OP", "NUMBER", "NEWLINE"),
        "ENDMARKER",
    ]
    assert not UNPRINTABLE.search(source.replace("\n", ""))


@every(
    ("text", "shown"),
    [
        ("type: ignore", '"type": ignore'),
        ("type : ignore[a]", '"type" : ignore[a]'),
        ("正式 # noqa", '正式 # "noqa"'),
        ("NOQA: F401", '"NOQA": F401'),
        ("fmt:skip", '"fmt":skip'),
        ("pragma no cover", '"pragma" no cover'),
        ("-*- coding: gbk -*-", '-*- "coding": gbk -*-'),
        ("vim: fileencoding=gbk", 'vim: "fileencoding"=gbk'),
        ("环境isort:skip", '环境"isort":skip'),
        ("a type of prototype: x", "a type of prototype: x"),
    ],
)
def test_a_comment_tells_tools_nothing(text: str, shown: str) -> None:
    assert comment(SpecText(text)) == shown
    module = ast.parse(f"x: int = ''  # {shown}\n", type_comments=True)
    assert module.type_ignores == []


@quick
@given(texts)
@every_hostile_text
def test_json_is_read_back_as_json_and_as_yaml(text: str) -> None:
    source = str(json_string(SpecText(text)))
    assert json.loads(source) == text
    assert yaml.load(source, Loader=yaml.CSafeLoader) == text
    assert not UNPRINTABLE.search(source)


@quick
@given(texts)
@every_hostile_text
def test_markdown_shows_the_text_and_nothing_else(text: str) -> None:
    page = rendered(f"{md(SpecText(text))}\n")
    assert re.findall(r"<(/?\w+)", page) in ([], ["p", "/p"])
    assert collapsed(shown(page)) == as_shown(text)


@quick
@given(texts)
@every_hostile_text
def test_a_table_keeps_its_cells(text: str) -> None:
    cell = md_cell(SpecText(text))
    page = rendered(f"a|b|c\n-|-|-\nx|{cell}|z\n\n| a | b |\n| - | - |\n| {cell} | end |\n")
    assert not set(re.findall(r"<(\w+)", page)) - {"table", "thead", "tbody", "tr", "th", "td"}
    cells = [collapsed(shown(found)) for found in re.findall(r"<td>(.*?)</td>", page, re.S)]
    assert cells == ["x", as_shown(text), "z", as_shown(text), "end"]


@every(
    ("text", "code"),
    [
        ("a_b", "`a_b`"),
        ("*a*", "`*a*`"),
        ("a|b", "<code>a&#124;b</code>"),
        ("a`b", "<code>a&#96;b</code>"),
        ("a\\b", "<code>a&#92;b</code>"),
        ("<b>", "<code>&#60;b&#62;</code>"),
        (" a", "<code> a</code>"),
        ("", "<code></code>"),
    ],
)
def test_code_that_any_dialect_of_markdown_keeps_in_its_cell(text: str, code: str) -> None:
    assert md_code(SpecText(text)) == code


@quick
@given(texts)
@every_hostile_text
def test_code_in_a_table_shows_the_text(text: str) -> None:
    cell = md_code(text)
    page = rendered(f"| a | b |\n| - | - |\n| {cell} | {cell} and {cell} |\n\nsee {cell}\n")
    assert not set(re.findall(r"<(\w+)", page)) - {
        *("table", "thead", "tbody", "tr", "th", "td", "code", "p")
    }
    codes = [html.unescape(found) for found in re.findall(r"<code>(.*?)</code>", page, re.S)]
    escaped = "".join(char if char.isprintable() else repr(char)[1:-1] for char in text)
    assert [collapsed(code) for code in codes] == [collapsed(escaped)] * 4


@pytest.mark.parametrize(
    "url",
    [
        "https://pub.alimama.com",
        "https://open.taobao.com/api.htm?docId=31106&docType=2&scopeId=16189",
        "https://open.taobao.com/api.htm?a=1&copy=2&amp=3",
        "https://market.m.taobao.com/qn/index-pc.html#/detail/10628875",
        "https://www.yuque.com/a_b_c/__x__?y=1,2;3",
    ],
)
def test_a_link_leads_where_the_text_says(url: str) -> None:
    link = md_link(SpecText("资料"), SpecText(url))
    page = rendered(f"| a | b |\n| - | - |\n| {link} | {link} |\n\nsee {link}\n")
    found = re.findall(r'<a href="(.*?)">(.*?)</a>', page)
    assert [(html.unescape(href), text) for href, text in found] == [(url, "资料")] * 3


@quick
@given(texts)
@every_hostile_text
def test_the_title_of_a_link_is_text(text: str) -> None:
    link = md_link(SpecText(f"见{text}"), SpecText("https://pub.alimama.com/x"))
    page = rendered(f"| a | b |\n| - | - |\n| {link} | end |\n")
    (shown_title,) = re.findall(
        r'<td><a href="https://pub.alimama.com/x">(.*?)</a></td>', page, re.S
    )
    assert not re.findall(r"<", shown_title)
    assert collapsed(shown(shown_title)) == as_shown(f"见{text}")


@every(
    "url",
    [
        "javascript:alert(1)",
        "http://pub.alimama.com",
        "https://a.cn/ onclick=x",
        "https://a.cn/>x",
        'https://a.cn/"x',
        "https://a.cn/(x)",
        "https://",
    ],
)
def test_an_address_that_is_none_of_the_webs_is_no_link(url: str) -> None:
    page = rendered(f"see {md_link(SpecText('资料'), SpecText(url))}\n")
    assert "<a" not in page
    assert url in html.unescape(page)


@quick
@given(texts)
@every_hostile_text
def test_an_address_stays_in_its_link(text: str) -> None:
    page = rendered(f"| {md_link(SpecText('资料'), SpecText(text))} | x |\n| - | - |\n")
    assert not set(re.findall(r"<(\w+)", page)) - {
        *("table", "thead", "tbody", "tr", "th", "td", "code", "a")
    }
    assert not re.search(r'href="(?!https://)', page)
