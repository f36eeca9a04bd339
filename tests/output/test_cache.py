"""What is remembered saves time and never changes what is written."""

import contextlib
import json
import os
import re
import sqlite3
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from project import ORDERS, PRODUCT, SHOP_FIELDS, SHOPS, TinyProject, tree

from generator.output import cache as module
from generator.output.cache import Cache, Shelf
from generator.pipeline import Pipeline, Project
from generator.problems import SpecError
from output.deaths import dies_at_step, without_rights

HEAVY = ("jinja2", "black", "yaml", "jsonschema", "rich", "msgspec")


def kept(folder: Path, texts: dict[str, str], made_by: str = "") -> Shelf:
    """A shelf on which these texts lie since the last run."""
    shelf = Cache(folder).texts("x", made_by)
    for key, text in texts.items():
        shelf.keep(key, text)
    shelf.save()
    return Cache(folder).texts("x", made_by)


def test_texts_are_remembered_exactly(tmp_path: Path) -> None:
    texts = {"a": "", "b": "中\r\n\0\udc00 \U0001f600", "": "x" * 100_000, "\ud800": "y"}
    shelf = kept(tmp_path, texts)
    assert {key: shelf.get(key) for key in texts} == texts
    assert shelf.get("c") is None


def test_values_are_remembered_exactly(tmp_path: Path) -> None:
    value = {
        "numbers": [Decimal("1.10"), Decimal("1E-10"), Decimal("0.30000000000000000001"), 10**30],
        "texts": {"中": '\0 \\udc00 " \u202e \U0001f600', "": [True, False, None]},
    }
    shelf = Cache(tmp_path).values("x", "")
    shelf.keep("a", value)
    shelf.save()
    assert repr(Cache(tmp_path).values("x", "").get("a")) == repr(value)
    assert Cache(tmp_path).values("x", "").get("b") is None


def test_what_a_run_keeps_it_finds_itself(tmp_path: Path) -> None:
    shelf = kept(tmp_path, {"a": "1"})
    shelf.keep("a", "2")
    shelf.keep("b", "3")
    assert (shelf.get("a"), shelf.get("b")) == ("2", "3")
    shelf.save()


def test_without_save_nothing_is_remembered(tmp_path: Path) -> None:
    shelf = kept(tmp_path, {"a": "1"})
    shelf.keep("a", "2")
    shelf.keep("b", "3")
    shelf.close()
    assert (shelf.get("a"), shelf.get("b")) == ("1", None)


def test_what_a_run_does_not_use_is_forgotten(tmp_path: Path) -> None:
    shelf = kept(tmp_path, {"a": "1", "b": "2", "c": "3"})
    shelf.get("a")
    shelf.keep("d", "4")
    shelf.save()
    shelf = Cache(tmp_path).texts("x", "")
    assert [shelf.get(key) for key in "abcd"] == ["1", None, None, "4"]
    shelf.close()
    kept(tmp_path, {})
    assert kept(tmp_path, {}).get("a") is None


def test_a_run_that_changes_nothing_writes_nothing(tmp_path: Path) -> None:
    shelf = kept(tmp_path, {"a": "1"})
    before = (tmp_path / "x.sqlite").stat()
    assert shelf.get("a") == "1"
    shelf.save()
    after = (tmp_path / "x.sqlite").stat()
    assert (after.st_mtime_ns, after.st_size) == (before.st_mtime_ns, before.st_size)


def test_a_small_change_of_much_writes_little(tmp_path: Path) -> None:
    shelf = kept(tmp_path, {str(number): str(number) * 2000 for number in range(1000)})
    for number in range(1, 1000):
        shelf.get(str(number))
    shelf.keep("new", "text")
    count = 0

    def counting(statement: str) -> None:
        nonlocal count
        count += statement.startswith(("INSERT", "DELETE"))

    assert shelf._connection
    shelf._connection.set_trace_callback(counting)
    shelf.save()
    assert count == 1  # The unused one goes, nothing else is touched.


def test_what_other_code_made_is_not_found(tmp_path: Path) -> None:
    kept(tmp_path, {"a": "1"}, made_by="code")
    assert Cache(tmp_path).texts("x", "other code").get("a") is None
    assert Cache(tmp_path).texts("x", "code").get("a") == "1"


def test_what_other_tools_made_is_not_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(tmp_path, {"a": "1"})
    with monkeypatch.context() as patch:
        patch.setattr(sys, "version_info", (3, 99, 0, "final", 0))
        assert Cache(tmp_path).texts("x", "").get("a") is None
    with monkeypatch.context() as patch:
        patch.setattr(module, "toolchain", lambda: "jinja2-99")
        assert Cache(tmp_path).texts("x", "").get("a") is None
    assert Cache(tmp_path).texts("x", "").get("a") == "1"


def test_without_a_folder_nothing_is_remembered() -> None:
    shelf = Cache(None).texts("x", "")
    shelf.keep("a", "1")
    assert shelf.get("a") is None
    shelf.save()
    assert Cache(None).stamp_file is None


def test_a_python_without_sqlite_remembers_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "sqlite3", None)
    assert kept(tmp_path, {"a": "1"}).get("a") is None


def _execute(file: Path, *statements: str) -> None:
    with contextlib.closing(sqlite3.connect(file)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def _swap(file: Path) -> None:
    """Two entries, each under the other's key."""
    with contextlib.closing(sqlite3.connect(file)) as connection:
        rows = connection.execute("SELECT key, content, digest FROM entries").fetchall()
        for (key, *_), (_, *others) in zip(rows, reversed(rows), strict=True):
            connection.execute("INSERT OR REPLACE INTO entries VALUES (?, ?, ?)", (key, *others))
        connection.commit()


def _flip(file: Path, text: bytes) -> None:
    content = file.read_bytes()
    assert text in content
    file.write_bytes(content.replace(text, bytes([text[0] ^ 1]) + text[1:]))


def _cut(file: Path, part: float) -> None:
    content = file.read_bytes()
    file.write_bytes(content[: int(len(content) * part)])


DAMAGES: dict[str, Callable[[Path], object]] = {
    "empty": lambda file: file.write_bytes(b""),
    "noise": lambda file: file.write_bytes(b"\xff\xfe\0" * 5000),
    "of another shape": lambda file: file.write_bytes(b"[]"),
    "cut in the middle": lambda file: _cut(file, 0.5),
    "cut at the end": lambda file: _cut(file, 0.9),
    "a flipped bit": lambda file: _flip(file, b"first text"),
    "a broken tree": lambda file: file.write_bytes(
        file.read_bytes()[:4096] + b"\xff" * (file.stat().st_size - 4096)
    ),
    "another table": lambda file: _execute(
        file, "DROP TABLE entries", "CREATE TABLE entries (key TEXT, value TEXT)"
    ),
    "more columns": lambda file: _execute(file, "ALTER TABLE entries ADD COLUMN more"),
    "text for bytes": lambda file: _execute(file, "UPDATE entries SET content = 'x'"),
    "numbers": lambda file: _execute(file, "UPDATE entries SET content = 1, digest = 2"),
    "nothing": lambda file: _execute(file, "UPDATE entries SET content = NULL, digest = NULL"),
    "exchanged": _swap,
    "a folder": lambda file: (file.unlink(), file.mkdir()),
    "a link to nowhere": lambda file: (file.unlink(), file.symlink_to("nowhere/else")),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_forgetting(tmp_path: Path, damage: str) -> None:
    texts = {"a": "first text" * 2000, "b": "second text" * 2000}
    kept(tmp_path, texts).close()
    DAMAGES[damage](tmp_path / "x.sqlite")
    for _ in range(3):  # The run that finds it, and those that follow.
        shelf = Cache(tmp_path).texts("x", "")
        found = {key: shelf.get(key) for key in texts}
        assert all(found[key] in (None, text) for key, text in texts.items())
        for key, text in texts.items():
            if found[key] is None:
                shelf.keep(key, text)
        shelf.save()
    last = {key: Cache(tmp_path).texts("x", "").get(key) for key in texts}
    healed = damage != "a folder"
    assert last == (texts if healed else dict.fromkeys(texts))


def test_a_cache_that_may_not_be_written_is_read(open_folder: Path) -> None:
    kept(open_folder, {"a": "1"}).close()
    (open_folder / "x.sqlite").chmod(0o444)
    open_folder.chmod(0o555)

    def use() -> None:
        shelf = Cache(open_folder).texts("x", "")
        assert shelf.get("a") == "1"
        shelf.keep("b", "2")
        assert shelf.get("a") == "1"
        shelf.save()

    without_rights(use)
    assert Cache(open_folder).texts("x", "").get("b") is None


def test_a_cache_that_may_not_be_read_counts_as_empty(open_folder: Path) -> None:
    kept(open_folder, {"a": "1"}).close()
    (open_folder / "x.sqlite").chmod(0)

    def use() -> None:
        shelf = Cache(open_folder).texts("x", "")
        assert shelf.get("a") is None
        shelf.keep("b", "2")
        shelf.save()
        elsewhere = Cache(open_folder / "below" / "x.sqlite").texts("x", "")
        elsewhere.keep("a", "1")
        elsewhere.save()

    open_folder.chmod(0o555)
    without_rights(use)
    (open_folder / "x.sqlite").chmod(0o600)
    assert Cache(open_folder).texts("x", "").get("a") == "1"


def test_two_runs_at_once_do_not_wait_for_each_other(tmp_path: Path) -> None:
    kept(tmp_path, {"a": "1"})
    one, two = Cache(tmp_path).texts("x", ""), Cache(tmp_path).texts("x", "")
    for shelf, text in ((one, "one"), (two, "two")):
        assert shelf.get("a") == "1"
        shelf.keep("b", text)
    one.save()
    two.save()
    assert Cache(tmp_path).texts("x", "").get("b") == "one"


def test_a_killed_run_leaves_what_was_remembered_before(tmp_path: Path) -> None:
    texts = {str(number): "x" * 5000 for number in range(50)}

    def run(folder: Path) -> None:
        shelf = Cache(folder).texts("x", "")
        for key in texts:
            shelf.keep(key, "y" * 5000)
        shelf.save()

    for step in range(1, 4):
        folder = tmp_path / str(step)
        kept(folder, texts).close()
        dies_at_step(step, lambda folder=folder: run(folder))
        shelf = Cache(folder).texts("x", "")
        assert {shelf.get(key) for key in texts} <= {"x" * 5000, "y" * 5000}
        run(folder)
        assert {Cache(folder).texts("x", "").get(key) for key in texts} == {"y" * 5000}


# The whole program


@pytest.fixture
def built(tmp_path: Path) -> TinyProject:
    tiny = TinyProject.create(tmp_path / "project")
    tiny.pipeline(cached=True).build()
    return tiny


def _damaged_bytes(content: bytes) -> dict[str, bytes]:
    middle = len(content) // 2
    return {
        "empty": b"",
        "cut": content[:middle],
        "flipped": content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :],
        "noise": b"\xff\xfe\0",
        "of another shape": b"[]",
    }


@pytest.mark.slow
def test_damaged_files_are_ignored(built: TinyProject) -> None:
    folder = built.root / ".cache" / "tbkgen"
    good = tree(folder)
    assert set(good) == {"documents.sqlite", "rendered.sqlite", "stamp.json"}
    wanted = tree(built.root / "generated")
    for name, content in good.items():
        for damage, damaged in _damaged_bytes(content).items():
            for file, original in good.items():
                (folder / file).write_bytes(damaged if file == name else original)
            (folder / "stamp.json").write_bytes(damaged if name == "stamp.json" else b"")
            summary = built.pipeline(cached=True).build()
            assert not summary.changes, f"{name} {damage}"
    assert tree(built.root / "generated") == wanted


MISTAKES = [
    # what each stage of the line refuses, and words of the problem
    (ORDERS, "topic: orders", "topic: [orders", "yaml-syntax"),
    (ORDERS, "role: publisher", "role: publishers", "publishers"),
    (ORDERS, "{use: page_no", "{use: page_nr", "page_nr"),
    (ORDERS, "minimum: 1, maximum: 100", "minimum: 1.5e300, maximum: 100", "is no number"),
    (ORDERS, "default: 20", "default: 200", "above the maximum 100"),
    (SHOP_FIELDS, "title: {type: string", "title: {tpye: string", "tpye"),
    (PRODUCT, "  shops: {zh", "  stores: {zh", "'shops' is not one of"),
]


@pytest.mark.parametrize(("file", "old", "new", "words"), MISTAKES)
def test_a_wrong_spec_is_wrong_in_the_next_run_too(
    built: TinyProject, file: str, old: str, new: str, words: str
) -> None:
    """Nothing wrong is remembered as sound, nor what other words of the product made so."""
    built.edit(file, old, new)
    told = []
    for _ in range(3):
        with pytest.raises(SpecError) as caught:
            built.pipeline(cached=True).build()
        told.append([str(problem) for problem in caught.value.problems])
    assert told[0] == told[1] == told[2]
    assert any(words in problem for problem in told[0]), told[0]
    built.edit(file, new, old)
    assert not built.pipeline(cached=True).build().changes


def test_a_warning_is_told_in_every_run(built: TinyProject) -> None:
    built.edit(SHOPS, "summary: {", "summary:   {")
    for _ in range(3):
        (warning,) = built.pipeline(cached=True).build().warnings
        assert (warning.rule, warning.file) == ("layout", SHOPS)
    built.edit(SHOPS, "summary:   {", "summary: {")
    assert built.pipeline(cached=True).build().warnings == ()


@pytest.mark.parametrize("other", ["python", "tools"])
@pytest.mark.slow
def test_other_tools_render_anew(
    built: TinyProject, monkeypatch: pytest.MonkeyPatch, other: str
) -> None:
    (built.root / ".cache/tbkgen/stamp.json").unlink()
    rendered = _renderings(monkeypatch)
    assert not built.pipeline(cached=True).build().changes
    assert rendered == []
    (built.root / ".cache/tbkgen/stamp.json").unlink()
    if other == "python":
        monkeypatch.setattr(sys, "version_info", (3, 99, 0, "final", 0))
    else:
        monkeypatch.setattr(module, "toolchain", lambda: "jinja2-99")
    assert not built.pipeline(cached=True).build().changes
    assert len(rendered) > 10


def _renderings(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    from generator.output.render import Renderer

    rendered: list[object] = []
    original: Any = Renderer.render

    def noting(self: Renderer, view: Any, parts: Any) -> Any:
        if not view.parts:  # The others are put together from their parts in every run.
            rendered.append(view)
        return original(self, view, parts)

    monkeypatch.setattr(Renderer, "render", noting)
    return rendered


def test_a_run_that_finds_nothing_changed_imports_nothing_heavy(built: TinyProject) -> None:
    run = built.run("build", PYTHONPROFILEIMPORTTIME="1")
    assert run.returncode == 0, run.stderr
    assert "files written 0" in run.stdout
    imported = {line.split("|")[-1].strip().split(".")[0] for line in run.stderr.splitlines()}
    assert "generator" in imported
    assert not imported & set(HEAVY)


def test_a_file_that_somebody_changed_is_written_again(built: TinyProject) -> None:
    wanted = tree(built.root / "generated")
    path = "openapi.yaml"
    (built.root / "generated" / path).write_bytes(b"scribble")
    assert built.pipeline(cached=True).build().changes.changed == (path,)
    assert tree(built.root / "generated") == wanted


def test_a_template_that_changed_is_rendered_again(built: TinyProject) -> None:
    head = "templates/openapi/openapi.yaml.jinja"
    built.write(head, "# changed\n" + built.read(head))
    assert built.pipeline(cached=True).build().changes.changed == ("openapi.yaml",)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (ORDERS, "订单编号", "订单号码"),
        (SHOPS, "description: 重量", "description: 分量"),
        (SHOP_FIELDS, "店铺名称", "店铺招牌"),
    ],
)
def test_an_edit_changes_the_files_that_hold_the_text_and_no_other(
    built: TinyProject, file: str, old: str, new: str
) -> None:
    before = tree(built.root / "generated")
    built.edit(file, old, new)
    changes = built.pipeline(cached=True).build().changes
    after = tree(built.root / "generated")
    shows = re.compile("|".join({old.split()[-1], _escaped(old.split()[-1])})).search
    assert changes.added == changes.removed == ()
    assert set(changes.changed) == {
        path for path, content in before.items() if shows(content.decode("utf-8", "replace"))
    }
    assert {path for path in after if after[path] != before[path]} == set(changes.changed)
    rendered = dict(Pipeline(Project.at(built.root, cached=False)).render())
    assert after == rendered | {".files": after[".files"]}


def _escaped(text: str) -> str:
    return json.dumps(text)[1:-1].replace("\\", "\\\\")


def test_a_pipe_in_the_place_of_a_shelf_is_removed_and_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "texts.sqlite")
    Cache(tmp_path).texts("texts", "x").keep("key", "text")
    assert not (tmp_path / "texts.sqlite").exists()


def test_a_link_in_the_place_of_a_shelf_is_removed_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "precious").touch()
    (tmp_path / "texts.sqlite").symlink_to("precious")
    Cache(tmp_path).texts("texts", "x").keep("key", "text")
    assert (tmp_path / "precious").read_bytes() == b""
    assert not (tmp_path / "texts.sqlite").is_symlink()
