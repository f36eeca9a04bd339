"""What is remembered saves time and never changes what is written."""

import json
import re
from decimal import Decimal
from pathlib import Path

import pytest
from project import FIELDS, ORDERS, SHOPS, TinyProject, tree

from generator.output.cache import Cache
from generator.pipeline import Pipeline, Project

HEAVY = ("jinja2", "black", "yaml", "jsonschema", "rich", "msgspec")


def test_values_are_remembered_exactly(tmp_path: Path) -> None:
    values = {
        "numbers": [Decimal("1.10"), Decimal("1E-10"), Decimal("0.30000000000000000001"), 10**30],
        "texts": {"中": '\0 \\udc00 " \u202e \U0001f600', "": [True, False, None]},
    }
    Cache(tmp_path / "cache").write("x", values)
    assert repr(Cache(tmp_path / "cache").read("x")) == repr(values)


def test_without_a_folder_nothing_is_remembered() -> None:
    cache = Cache(None)
    cache.write("x", {"a": 1})
    assert cache.read("x") == {}


def test_a_cache_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    cache = Cache(tmp_path / "cache")
    cache.write("x", {"a": 1})
    assert cache.read("x") == {}


@pytest.fixture
def built(tmp_path: Path) -> TinyProject:
    tiny = TinyProject.create(tmp_path / "project")
    tiny.pipeline(cached=True).build()
    return tiny


def _damages(content: bytes) -> dict[str, bytes]:
    middle = len(content) // 2
    return {
        "empty": b"",
        "cut": content[:middle],
        "flipped": content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :],
        "noise": b"\xff\xfe\0",
        "of another shape": b"[]",
        "of other keys": json.dumps({"a": 1}).encode(),
    }


def test_damaged_files_are_ignored(built: TinyProject) -> None:
    folder = built.root / ".cache" / "tbkgen"
    good = tree(folder)
    assert set(good) == {"documents.json", "formatted.json", "rendered.json", "stamp.json"}
    wanted = tree(built.root / "generated")
    built.edit(FIELDS, "店铺名称", "店铺的名称")
    built.edit(FIELDS, "店铺的名称", "店铺名称")
    for name, content in good.items():
        for damage, damaged in _damages(content).items():
            for file, original in good.items():
                (folder / file).write_bytes(damaged if file == name else original)
            (folder / "stamp.json").write_bytes(damaged if name == "stamp.json" else b"")
            summary = built.pipeline(cached=True).build()
            assert not summary.changes, f"{name} {damage}"
    assert tree(built.root / "generated") == wanted


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
    head = "templates/openapi/head.yaml.jinja"
    built.write(head, "# changed\n" + built.read(head))
    assert built.pipeline(cached=True).build().changes.changed == ("openapi.yaml",)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (ORDERS, "订单编号", "订单号码"),
        (SHOPS, "description: 重量", "description: 分量"),
        (FIELDS, "店铺名称", "店铺招牌"),
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
    assert after == Pipeline(Project.at(built.root, cached=False)).render() | {
        ".files": after[".files"]
    }


def _escaped(text: str) -> str:
    return json.dumps(text)[1:-1].replace("\\", "\\\\")
