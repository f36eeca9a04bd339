"""What the rendered pages say."""

import dataclasses
import html
import json
import re
import tomllib
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
import real
from hostile.texts import HOSTILE

from docs.poison import TEXT, TITLE, poisoned
from docs.sites import render
from generator.output.render import output_key
from generator.spec.ir import Api, Members, Spec
from generator.spec.text import Name
from generator.targets import docs

ENGLISH = re.compile(r"^\*[A-Z][\x20-\x7e’–]+\*$", re.MULTILINE)


def page(source: Path, api: Api) -> str:
    return (source / "docs" / "methods" / f"{api.python_name}.md").read_text("utf-8")


def names(members: Members) -> Iterator[str]:
    """All of them, outer ones before theirs."""
    return (str(visit.member.name) for visit in members.walk())


def test_every_method_has_a_page(source: Path, spec: Spec) -> None:
    pages = {path.stem for path in (source / "docs" / "methods").iterdir()}
    assert pages == {api.python_name for api in spec.apis}


def test_every_page_has_an_english_line(source: Path) -> None:
    silent = [
        path.name
        for path in (source / "docs").rglob("*.md")
        if not ENGLISH.search(path.read_text("utf-8"))
    ]
    assert silent == []


def test_pages_name_all_members_and_errors(source: Path, spec: Spec) -> None:
    missing = []
    for api in spec.apis:
        text = page(source, api)
        told = [
            *names(api.parameters),
            *names(api.fields),
            *(error.code.reveal() for error in api.errors),
        ]
        missing += [(api.method, name) for name in told if f"`{name}`" not in text]
    assert missing == []


def test_rows_follow_the_order_and_depth_of_the_spec(source: Path, spec: Spec) -> None:
    api = next(api for api in spec.apis if api.method == "taobao.tbk.order.details.get")
    table = page(source, api).split("## 返回内容")[1].split("###")[0]
    rows = re.findall(r"^\| ((?:&emsp;)*)`(\w+)`", table, re.MULTILINE)
    assert [name for _, name in rows] == [*names(api.fields)]
    assert {name: indent.count("&emsp;") for indent, name in rows}["trade_id"] == 2


def test_sample_replies_are_json_with_the_root(source: Path, spec: Spec) -> None:
    for api in spec.apis:
        if api.fields:
            sample = page(source, api).split("```json\n")[1].split("```")[0]
            assert list(json.loads(sample)) == [api.root]


def test_coverage_lists_all_titles_in_order(source: Path, spec: Spec) -> None:
    text = (source / "docs" / "coverage.md").read_text("utf-8")
    listed, beyond = text.split("## 列表之外")
    numbers = [int(number) for number in re.findall(r"^\| (\d+) \|", listed, re.MULTILINE)]
    assert numbers == [*range(1, 1 + sum(entry.listed for entry in spec.titles))]
    assert len(re.findall(r"^\| .*`taobao", beyond, re.MULTILINE)) == len(
        [entry for entry in spec.titles if not entry.listed]
    )
    for api in spec.apis:
        row = next(line for line in text.splitlines() if f"methods/{api.python_name}.md" in line)
        assert ("推测" in row) == (api.doc.confidence.name == "inferred")


@pytest.mark.slow
def test_equal_specs_give_equal_pages(spec: Spec, source: Path, tmp_path: Path) -> None:
    again = render(spec, tmp_path)
    for path in source.rglob("*"):
        if path.is_file():
            assert (again / path.relative_to(source)).read_bytes() == path.read_bytes()


def test_a_change_of_one_api_is_a_change_of_its_page(spec: Spec) -> None:
    changed = dataclasses.replace(spec.apis[0], digest=Name("changed"))
    before = docs.TARGET.outputs(spec)
    after = docs.TARGET.outputs(dataclasses.replace(spec, apis=(changed, *spec.apis[1:])))
    different = {
        docs.TARGET.path(one.template, one.names)
        for one, other in zip(before, after, strict=True)
        if output_key(one) != output_key(other)
    }
    pages = {path for path in different if "/methods/" in path}
    assert pages == {f"docs/docs/methods/{changed.python_name}.md"}


class _Elements(HTMLParser):
    """The elements, the text and the scripts of a page."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.script = ""
        self.feed(page.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "script":
            self.script += data
        else:
            self.text += data


@pytest.mark.slow
def test_spec_text_stays_text(poisoned_site: Path) -> None:
    for path in poisoned_site.rglob("*.html"):
        found = _Elements(path)
        assert "alert" not in found.script
        assert not [
            attrs for _, attrs in found.elements if any(name.startswith("on") for name in attrs)
        ]
        assert not [attrs for tag, attrs in found.elements if tag == "img" and attrs["src"] == "x"]
        assert not [a for _, a in found.elements if str(a.get("href")).startswith("javascript")]
    shown = _Elements(poisoned_site / "methods/tbk_spread_get.html")
    assert " ".join(TEXT.split()) in " ".join(shown.text.split())
    assert shown.text.count(TITLE) > len(["title", "header", "navigation", "heading"])
    assert ("meta", {"name": "description", "content": TEXT}) in shown.elements


def test_navigation_holds_any_title(spec: Spec) -> None:
    for text in HOSTILE:
        files = real.rendered(docs.TARGET, poisoned(spec, text, text))
        config = tomllib.loads(files["docs/zensical.toml"].decode())
        (chapter,) = config["project"]["nav"][-1]["API"]
        (title,) = chapter["链接转换与解析"][0]
        assert html.unescape(title) == text
