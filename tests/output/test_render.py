"""Templates print what an escaper made, names and whole numbers; all else is refused by name."""

import dataclasses
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from project import TinyProject
from tables import every

from generator.output.cache import Cache
from generator.output.escape import Safe, literal
from generator.output.outputs import Data, Planned, View
from generator.output.render import Renderer, fingerprint, output_key
from generator.output.rendering import Rendering
from generator.problems import GeneratorError
from generator.spec.text import Name, SpecData, SpecText

TEXT = SpecText("danger")


@dataclasses.dataclass(frozen=True)
class Row:
    """An object inside a view."""

    text: SpecText = TEXT
    bare: str = "danger"
    safe: Safe = dataclasses.field(default_factory=lambda: literal(TEXT))


@dataclasses.dataclass(frozen=True)
class Values:
    """A view with every kind of value."""

    text: SpecText = TEXT
    data: SpecData = dataclasses.field(default_factory=lambda: SpecData(["danger"]))
    name: Name = dataclasses.field(default_factory=lambda: Name("tbk.shop"))
    safe: Safe = dataclasses.field(default_factory=lambda: literal(TEXT))
    bare: str = "danger"
    number: int = 5
    fraction: Decimal = Decimal("1.5")
    yes: bool = True
    nothing: None = None
    texts: tuple[SpecText, ...] = (TEXT, TEXT)
    bares: tuple[str, ...] = ("danger",)
    names: tuple[Name, ...] = dataclasses.field(default_factory=lambda: (Name("a"), Name("b")))
    row: Row = dataclasses.field(default_factory=Row)


@pytest.fixture
def render(tmp_path: Path) -> Callable[..., str]:
    """Renders a template of one line or more."""

    def rendered(source: str, view: Any = Values) -> str:
        (tmp_path / "x.jinja").write_text(source, encoding="utf-8")
        return Renderer(tmp_path).render(View("x", view, ()), {})

    return rendered


NEEDS = "SpecText needs an escaper"
BARE = "must not be printed; use an escaper"


@every(
    ("source", "line", "reason"),
    [
        ("one\n\n{{ text }}\n", 3, f"SpecText {BARE}"),
        ("one\n{{ data }}\n", 2, f"SpecData {BARE}"),
        ("one\n{{ bare }}\n", 2, f"str {BARE}"),
        ("one\n{{ row.bare }}\n", 2, f"str {BARE}"),
        ("{{ row.text }}", 1, f"SpecText {BARE}"),
        ("{{ row }}", 1, f"Row {BARE}"),
        ("{{ nothing }}", 1, f"NoneType {BARE}"),
        ("{{ yes }}", 1, f"bool {BARE}"),
        ("{{ fraction }}", 1, f"Decimal {BARE}"),
        ("{{ texts }}", 1, f"tuple {BARE}"),
        ("{{ number / 2 }}", 1, f"float {BARE}"),
        ("{{ name ~ 'x' }}", 1, f"str {BARE}"),
        ("{{ name.upper() }}", 1, f"str {BARE}"),
        ("{{ safe[1:] }}", 1, f"str {BARE}"),
        ("{{ safe + bare }}", 1, f"str {BARE}"),
        ("{{ safe | upper }}", 1, f"str {BARE}"),
        ("{{ bare if yes else name }}", 1, f"str {BARE}"),
        ("{{ row.__class__.__name__ }}", 1, f"str {BARE}"),
        ("{{ text ~ 'x' }}", 1, NEEDS),
        ("{{ text | upper }}", 1, NEEDS),
        ("{{ '%s' % text }}", 1, NEEDS),
        ("{{ '%s' | format(text) }}", 1, NEEDS),
        ("{{ '{}'.format(text) }}", 1, NEEDS),
        ("{{ text | string }}", 1, NEEDS),
        ("{{ texts | join(', ') }}", 1, "SpecText must be escaped before it is composed"),
        ("{{ bares | join(', ') }}", 1, "str must be escaped before it is composed"),
        ("{% macro m(x) %}{{ x }}{% endmacro %}\n{{ m(text) }}", 1, f"SpecText {BARE}"),
        ("{% macro m(x) %}{{ x | literal }}{% endmacro %}\n{{ m(text) }}", 2, f"str {BARE}"),
        ("{% set x %}{{ text }}{% endset %}{{ x }}", 1, f"SpecText {BARE}"),
        ("{% filter upper %}{{ text }}{% endfilter %}", 1, f"SpecText {BARE}"),
        ("{% call(x) m() %}{{ text }}{% endcall %}", 1, "'m' is undefined"),
        ("{% for text in texts %}{{ text }}{% endfor %}", 1, f"SpecText {BARE}"),
        ("one\n{{ unknown }}\n", 2, "'unknown' is undefined"),
        ("{{ text.unknown }}\n", 1, "has no attribute 'unknown'"),
        ("one\n{% if unknown %}x{% endif %}\n", 2, "'unknown' is undefined"),
        ("one\n{{ text | shout }}\n", 2, "No filter named 'shout'"),
        ("one\n{{ 1 // 0 }}\n", 2, "ZeroDivisionError: "),
        ("{% include 'x.jinja' %}", 1, "RecursionError: "),
        ("one\n{% for x in y %}\n", 2, "unexpected end|Unexpected end"),
    ],
)
def test_mistakes_of_templates_are_told_with_name_and_line(
    render: Callable[..., str], source: str, line: int, reason: str
) -> None:
    with pytest.raises(GeneratorError, match=rf"templates/x\.jinja:{line}: .*({reason})"):
        render(source)


@every(
    ("source", "printed"),
    [
        ("{{ name }} {{ number }} {{ safe }}", 'tbk.shop 5 "danger"'),
        ("{{ text | literal }}", '"danger"'),
        ("{{ names | join(', ') }}", "a, b"),
        ("{% if yes %}{{ number + 1 }}{% endif %}", "6"),
        ("{% for one in names %}{{ loop.index }}{{ one }}{% endfor %}", "1a2b"),
        ("{{ row.safe }}", '"danger"'),
        ("no newline", "no newline"),
        ("one\n", "one\n"),
        ("  {% if yes %}\nx\n  {% endif %}\n", "x\n"),
    ],
)
def test_what_a_template_may_print(render: Callable[..., str], source: str, printed: str) -> None:
    assert render(source) == printed


def test_a_text_inside_an_f_string_of_a_view_is_refused(render: Callable[..., str]) -> None:
    def view() -> Values:
        return Values(bare=f"{TEXT}")

    with pytest.raises(TypeError, match=NEEDS):
        render("{{ bare | literal }}", view)


def test_a_missing_template_is_told(tmp_path: Path) -> None:
    with pytest.raises(GeneratorError, match=r"templates/y\.jinja"):
        Renderer(tmp_path).render(View("y", Values, ()), {})


def test_a_template_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "y.jinja").write_bytes(b"a\xff")
    with pytest.raises(GeneratorError, match=r"templates/y\.jinja: UnicodeDecodeError: "):
        Renderer(tmp_path).render(View("y", Values, ()), {})


def test_a_text_is_not_in_the_message_that_refuses_it(render: Callable[..., str]) -> None:
    for source in ("{{ text }}", "{{ bare }}", "{{ data }}", "{{ text ~ bare }}", "{{ row }}"):
        with pytest.raises(GeneratorError) as caught:
            render(source)
        assert "danger" not in str(caught.value)


@every(
    ("escaper", "written"),
    [
        ("literal", "'say \"hi\" | <b>'"),
        ("docstring", 'say "hi" | <b>'),
        ("comment", 'say "hi" | <b>'),
        ("md", 'say "hi" &#124; &lt;b&gt;'),
        ("md_cell", 'say "hi" &#124; &lt;b&gt;'),
        ("md_code", "<code>say &#34;hi&#34; &#124; &#60;b&#62;</code>"),
        ("json", '"say \\"hi\\" | <b>"'),
    ],
)
def test_escapers_are_filters(render: Callable[..., str], escaper: str, written: str) -> None:
    view = Values(text=SpecText('say "hi" | <b>'))
    assert render(f"{{{{ text | {escaper} }}}}", lambda: view) == written


def test_equal_inputs_have_equal_keys_and_others_do_not(tiny: TinyProject) -> None:
    spec, again = tiny.spec(), tiny.spec()
    first, second = spec.apis
    inputs: list[tuple[Any, ...]] = [
        (first,),
        (second,),
        (first, "x"),
        (first, "y"),
        ((first,), "x"),
        (spec.platform,),
        (spec.product,),
        (spec,),
        ({"a": first},),
        ({"b": first},),
        (None,),
        (),
    ]
    keys = [output_key(View("t", Values, given)) for given in inputs]
    assert len(set(keys)) == len(keys)
    for one, same in zip(spec.apis, again.apis, strict=True):
        assert fingerprint(one) == fingerprint(same)
    assert fingerprint(spec) == fingerprint(again)


def test_keys_change_with_template_and_maker() -> None:
    key = output_key(View("t", Values, ()))
    assert output_key(View("u", Values, ())) != key
    assert output_key(View("t", Row, ())) != key
    assert output_key(Data("t", Values, ())) == key


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (SpecText("danger"), "SpecText('danger') is not JSON; data takes its .reveal()"),
        (SpecData([1]), "SpecData([1]) is not JSON; data takes its .reveal()"),
        (("a",), "('a',) is not JSON; give text, numbers, lists and dicts"),
    ],
)
def test_data_that_is_no_json_is_told_with_its_file(tmp_path: Path, value: Any, told: str) -> None:
    def made() -> Any:
        return {"name": [value]}

    shelf = Cache(None).texts("rendered", "x")
    planned = [Planned("docs/names.json", Data("docs/names.json", made, ()))]
    with pytest.raises(GeneratorError) as caught:
        Rendering(Renderer(tmp_path), shelf, planned)["docs/names.json"]
    assert str(caught.value).startswith(f"docs/names.json, made by {__name__}.")
    assert str(caught.value).endswith(f": {told}")
