"""Hostile specs through the real templates: nothing executes, nothing breaks, no text is lost."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import product
from pathlib import Path
from typing import Any

import markdown
import pytest
import yaml
from formatting import assert_black
from project import CATALOG, ENUMS, ERRORS, FIELDS, ORDERS, PLATFORM, SHOPS, TYPES, TinyProject
from zensical.config import parse_config

from generator.output.publish import is_below, publish
from generator.pipeline import Pipeline, Project
from generator.targets.docs.members import LONGEST_EXAMPLE
from hostile.specs import Placed, hostile_files, starts

APIS = (ORDERS, SHOPS)
IMPORT_EVERYTHING = """
import importlib, pathlib, sys
for folder in sys.argv[1:]:
    sys.path.insert(0, folder)
for folder in sys.argv[1:]:
    for path in sorted(pathlib.Path(folder).rglob("*.py")):
        name = ".".join(path.relative_to(folder).with_suffix("").parts).removesuffix(".__init__")
        if not name.endswith("__main__"):
            importlib.import_module(name)
print("all imported")
"""
NO_TEXT_HAS_THESE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
)


@dataclass(frozen=True)
class Output:
    """What was rendered, and the texts that it was rendered from."""

    root: Path
    files: dict[str, bytes]
    placed: Placed

    def placed_at(self, files: Iterable[str], keys: str) -> Iterator[str]:
        for file, key in product(files, keys.split()):
            yield from self.placed.get(f"{file} {key}", ())

    def texts(self, suffix: str) -> Iterator[tuple[str, str]]:
        for path, content in self.files.items():
            if path.endswith(suffix):
                yield path, content.decode("utf-8")


@pytest.fixture(scope="module", params=list(starts()))
def output(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Output:
    tiny = TinyProject.create(tmp_path_factory.mktemp("hostile") / "project")
    files, placed = hostile_files(request.param)
    for file, content in files.items():
        tiny.write(file, content)
    # Hostile texts are what they are: not all of them are Chinese.
    assert {problem.rule for problem in tiny.problems()} <= {"note-language"}
    rendered = Pipeline(Project.at(tiny.root, cached=False)).render()
    publish(tiny.root / "generated", rendered)
    return Output(tiny.root, rendered, placed)


def test_no_path_leads_out(output: Output) -> None:
    assert all(is_below(path) and path.isascii() for path in output.files)
    assert {path.name for path in output.root.parent.iterdir()} == {"project"}
    assert {path.name for path in output.root.iterdir()} == {
        *("specs", "templates", "generated", "LICENSE")
    }


def test_no_file_holds_a_character_that_hides_something(output: Output) -> None:
    for path, text in output.texts(""):
        assert not NO_TEXT_HAS_THESE.search(text), path


@pytest.mark.slow
def test_python_compiles_is_formatted_and_does_nothing_when_imported(output: Output) -> None:
    for path, text in output.texts(".py"):
        compile(text, path, "exec")
    folders = [str(output.root / "generated" / name / "src") for name in ("client", "mock_server")]
    run = subprocess.run(
        [sys.executable, "-c", IMPORT_EVERYTHING, *folders],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (run.returncode, run.stdout) == (0, "all imported\n"), run.stderr


@pytest.mark.slow
def test_black_leaves_the_python_unchanged(output: Output) -> None:
    assert_black(output.root / "generated")


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _strings(key)
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def _python_strings(output: Output) -> Iterator[str]:
    for _, text in output.texts(".py"):
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def _unspaced(text: str) -> str:
    """Docstrings are wrapped."""
    return "".join(text.split())


def test_texts_are_read_back_equal_from_the_client(output: Output) -> None:
    told = _unspaced("\n\n".join(_python_strings(output)))
    wanted = [
        *output.placed_at(APIS, "zh en description item meaning deprecated"),
        *output.placed_at((FIELDS, TYPES), "description deprecated"),
        *output.placed_at((ENUMS,), "meaning"),
        *output.placed_at((PLATFORM, ERRORS, *APIS), "solution"),
    ]
    assert [text for text in wanted if _unspaced(text) not in told] == []


def test_texts_are_read_back_equal_from_openapi(output: Output) -> None:
    document = yaml.load(output.files["openapi.yaml"], Loader=yaml.CSafeLoader)
    told = "\n\n".join(_strings(document))
    wanted = [
        *output.placed_at(APIS, "zh en description meaning value code solution message"),
        *output.placed_at((FIELDS, TYPES), "description value"),
        *output.placed_at((PLATFORM, ENUMS), "meaning"),
        *output.placed_at((ERRORS,), "code message solution"),
    ]
    assert [text for text in wanted if text not in told] == []


def test_json_and_toml_and_yaml_are_read(output: Output) -> None:
    told: list[str] = []
    for _, text in output.texts(".json"):
        told += _strings(json.loads(text))
    for _, text in output.texts(".toml"):
        tomllib.loads(text)
    wanted = output.placed_at((PLATFORM, ERRORS, *APIS), "message code")
    assert [text for text in wanted if not any(text in one for one in told)] == []


class Page(HTMLParser):
    """The tags, the attributes and the rows of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: dict[str, str | None] = {}
        self.tables: list[list[int]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(attrs)
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append(0)
        elif tag in ("td", "th"):
            self.tables[-1][-1] += 1

    def handle_data(self, data: str) -> None:
        self.text.append(data)


ALLOWED_TAGS = set(
    "a abbr blockquote br code div em h1 h2 h3 h4 hr li ol p pre small span strong table tbody td "
    "th thead tr ul details summary nav label input".split()
)


@pytest.fixture(scope="module")
def pages(output: Output) -> dict[str, Page]:
    config = parse_config(str(output.root / "generated" / "docs" / "zensical.toml"))
    convert = markdown.Markdown(
        extensions=config["markdown_extensions"], extension_configs=config["mdx_configs"]
    )
    found = {}
    for path, text in output.texts(".md"):
        if path.startswith("docs/"):
            convert.reset()
            page = Page()
            page.feed(convert.convert(re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.S)))
            found[path] = page
    return found


def test_pages_hold_no_tag_that_the_templates_did_not_write(pages: dict[str, Page]) -> None:
    assert len(pages) > 5
    for path, page in pages.items():
        assert page.tags <= ALLOWED_TAGS, path
        assert not any(name.startswith("on") for name in page.attributes), path
        assert "javascript:" not in str(page.attributes.values()), path


def test_every_row_of_a_table_has_the_cells_of_its_head(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        for rows in page.tables:
            assert len(set(rows)) == 1, path


def test_pages_show_the_texts(output: Output, pages: dict[str, Page]) -> None:
    told = _one_line("\n\n".join("".join(page.text) for page in pages.values()))
    wanted = [
        *output.placed_at(APIS, "title zh en description meaning code solution message"),
        *output.placed_at((*APIS, CATALOG), "sources notes"),
        *output.placed_at((FIELDS,), "description deprecated"),
        *output.placed_at((TYPES,), "deprecated"),
        *output.placed_at((PLATFORM, ENUMS), "meaning"),
        *output.placed_at((PLATFORM, ERRORS), "code message solution"),
    ]
    assert [text for text in wanted if not _shown(text, told)] == []
    values = output.placed_at((*APIS, FIELDS), "value")
    assert [text for text in values if not _shown(text[: LONGEST_EXAMPLE - 1], told)] == []


def _shown(text: str, page: str) -> bool:
    return _one_line(text) in page or _escaped(text) in page


def _escaped(text: str) -> str:
    """As code is shown: white space that is no plain space is an escape, too."""
    escaped = "".join(char if char.isprintable() else repr(char)[1:-1] for char in text)
    return re.sub(r" +", " ", escaped)


def _one_line(text: str) -> str:
    """As prose is shown: white space is one space, and what has no shape is an escape."""
    return _escaped("".join(" " if char.isspace() else char for char in text))


def test_front_matter_and_navigation_are_yaml(output: Output) -> None:
    for path, text in output.texts(".md"):
        if text.startswith("---\n"):
            front = text.split("---\n")[1]
            assert isinstance(yaml.load(front, Loader=yaml.CSafeLoader), dict), path
