"""Templates cannot print what needs an escaper, what is None and what does not exist."""

from pathlib import Path

import pytest
from project import TinyProject

from generator.problems import GeneratorError
from generator.output.outputs import Copy, Part, Row, Twin
from generator.output.render import Renderer, fingerprint, part_key
from generator.spec.text import SpecText


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    folder = tmp_path / "templates"
    folder.mkdir()
    return folder


def render(templates: Path, source: str, **context: object) -> str:
    (templates / "x.jinja").write_text(source, encoding="utf-8")
    return Renderer(templates).render(Part("x.jinja", context))


@pytest.mark.parametrize(
    ("source", "line", "reason"),
    [
        ("one\n\n{{ text }}\n", 3, "spec text needs an escaper"),
        ("one\n{{ nothing }}\n", 2, "None must not be rendered"),
        ("one\n{{ unknown }}\n", 2, "'unknown' is undefined"),
        ("{{ text.unknown }}\n", 1, "has no attribute 'unknown'"),
        ("one\n{% if unknown %}x{% endif %}\n", 2, "'unknown' is undefined"),
        ("one\n{{ text | shout }}\n", 2, "No filter named 'shout'"),
        ("one\n{{ text ~ 'x' }}\n", 2, "SpecText needs an escaper"),
        ("one\n{{ text | upper }}\n", 2, "SpecText needs an escaper"),
        ("one\n{{ [text] | join }}\n", 2, "SpecText needs an escaper"),
        ("one\n{{ '%s' % text }}\n", 2, "SpecText needs an escaper"),
        ("one\n{% for x in y %}\n", 2, "unexpected end|Unexpected end"),
    ],
)
def test_mistakes_of_templates_are_told_with_name_and_line(
    templates: Path, source: str, line: int, reason: str
) -> None:
    with pytest.raises(GeneratorError, match=rf"templates/x\.jinja:{line}: .*({reason})"):
        render(templates, source, text=SpecText("danger"), nothing=None)


def test_a_missing_template_is_told(templates: Path) -> None:
    with pytest.raises(GeneratorError, match=r"templates/y\.jinja"):
        Renderer(templates).render(Part("y.jinja", {}))


def test_a_secret_of_a_text_is_not_in_the_message(templates: Path) -> None:
    with pytest.raises(GeneratorError) as caught:
        render(templates, "{{ text }}", text=SpecText("danger"))
    assert "danger" not in str(caught.value)


@pytest.mark.parametrize(
    ("escaper", "written"),
    [
        ("literal", "'say \"hi\" | <b>'"),
        ("docstring", 'say "hi" | <b>'),
        ("comment", 'say "hi" | <b>'),
        ("md", 'say "hi" &#124; &lt;b&gt;'),
        ("md_cell", 'say "hi" &#124; &lt;b&gt;'),
        ("json", '"say \\"hi\\" | <b>"'),
    ],
)
def test_escapers_are_filters(templates: Path, escaper: str, written: str) -> None:
    source = f"{{{{ text | {escaper} }}}}"
    assert render(templates, source, text=SpecText('say "hi" | <b>')) == written


def test_equal_contexts_have_equal_keys_and_others_do_not(tmp_path: Path) -> None:
    tiny = TinyProject.create(tmp_path / "project")
    spec, again = tiny.spec(), tiny.spec()
    first, second = spec.apis
    contexts = [{"api": first}, {"api": second}, {"a": (first, "x")}, {"a": (first, "y")}]
    keys = {part_key(Part("t", context), "code") for context in contexts}
    assert len(keys) == len(contexts)
    for api, same in zip(spec.apis, again.apis, strict=True):
        assert fingerprint(api) == fingerprint(same)
    assert part_key(Part("t", {}), "code") != part_key(Part("t", {}), "other code")
    assert part_key(Part("t", {}), "code") != part_key(Part("u", {}), "code")


def test_rows_copies_and_twins_become_files(tmp_path: Path) -> None:
    templates = tmp_path / "own"
    templates.mkdir()
    (templates / "a.jinja").write_text("def f( x ): return {{ value | literal }}\n")
    (templates / "b.jinja").write_text("{{ value | md }};")
    (templates / "plain.py").write_bytes(b"x  =  1 # kept as it is\r\n")
    tiny = TinyProject.create(tmp_path / "project", templates=templates)
    code = Part("a.jinja", {"value": SpecText("*f*")})
    prose = Part("b.jinja", {"value": SpecText("*f*")})
    files = tiny.pipeline().files(
        [
            Row("p/a.py", (code,), "python"),
            Row("p/b.md", (prose, prose)),
            Copy("p/c.py", "plain.py"),
            Twin("p/d.py", "p/a.py", {"def ": "async def "}),
        ]
    )
    assert files == {
        "p/a.py": b'def f(x):\n    return "*f*"\n',
        "p/b.md": b"\\*f\\*;\\*f\\*;",
        "p/c.py": b"x  =  1 # kept as it is\r\n",
        "p/d.py": b'async def f(x):\n    return "*f*"\n',
    }


def test_the_docstrings_of_a_twin_stay(tmp_path: Path) -> None:
    templates = tmp_path / "own"
    templates.mkdir()
    (templates / "a.jinja").write_text(
        'def f():\n    """{{ text | docstring }}\n\n    def end\n    """\n\n\ndef g():\n    pass\n'
    )
    tiny = TinyProject.create(tmp_path / "project", templates=templates)
    for text in ("def x", '"""def x', 'def \\"', "def \\"):
        row = Row("a.py", (Part("a.jinja", {"text": SpecText(text)}),), "python")
        files = tiny.pipeline().files([row, Twin("b.py", "a.py", {"def ": "async def "})])
        before, after = files["a.py"].decode(), files["b.py"].decode()
        assert after.startswith("async def f():")
        assert "\nasync def g():" in after
        assert after.replace("async ", "") == before
        assert after.count("async ") == 2
