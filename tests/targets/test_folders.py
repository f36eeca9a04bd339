"""Template folders: what is meant, what is litter, and what must not stand there."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from project import TinyProject
from tables import every

from generator.problems import GeneratorError
from generator.targets.folders import is_litter, template_files


@every(
    "path",
    [
        *("__pycache__/x.py", "a/__pycache__/b.txt", ".mypy_cache/x", "a/.ruff_cache/x/y"),
        *(".DS_Store", "a/.DS_Store", "._x.py", ".x.py.swp", "x.py~", "#x.py#", ".#x.py"),
        *("a.pyc", "x.bak", "x.orig", "x.rej", "x.tmp", "Thumbs.db", "a/desktop.ini"),
        *(".git/config", ".idea/x.xml", ".hidden"),
    ],
)
def test_litter(path: str) -> None:
    assert is_litter(path)


@every(
    "path",
    ["x.py", "py.typed", "a/b.css", "{package}/x.py", "cache.py", "tmp/x.py", "a.b.md.jinja"],
)
def test_no_litter(path: str) -> None:
    assert not is_litter(path)


def test_files_of_a_folder(tmp_path: Path) -> None:
    for path in ("b.py", "a/c.txt", "a/.DS_Store", "__pycache__/b.pyc", "a/c.txt~"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text("x")
    assert template_files(tmp_path) == ["a/c.txt", "b.py"]


def test_litter_in_the_templates_is_not_published(tiny: TinyProject) -> None:
    before = sorted(tiny.pipeline().render())
    for path in (
        "client/.DS_Store",
        "docs/docs/index.md.jinja~",
        "mock_server/src/{package}/x.pyc",
    ):
        tiny.write(f"templates/{path}", "litter")
    assert sorted(tiny.pipeline().render()) == before


def _link(target: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(target)


@pytest.mark.parametrize(
    ("name", "make", "told"),
    [
        ("x.py", _link("/etc/passwd"), "x.py: a link to /etc/passwd, out of the project"),
        ("x.md.jinja", _link("/etc/passwd"), "x.md.jinja: a link to /etc/passwd, out of"),
        ("x", _link("/etc"), "x: a link to /etc, out of the project"),
        ("x", _link("src"), "x: a link to the folder src"),
        ("x.py", _link("nowhere"), "x.py: a link to nowhere, which does not exist"),
        ("x.py", _link("x.py"), "x.py: a link to x.py, which does not exist"),
        ("x.py", os.mkfifo, "x.py: neither a file nor a folder"),
        (os.fsdecode(b"a\xffb"), Path.touch, "a\\udcffb: a name with characters that cannot"),
    ],
)
def test_what_cannot_be_published_is_refused_with_its_path(
    tiny: TinyProject, name: str, make: Callable[[Path], None], told: str
) -> None:
    make(tiny.root / "templates" / "client" / name)
    with pytest.raises(GeneratorError, match=re.escape(f"templates/client/{told}")):
        tiny.pipeline().render()


def test_a_link_inside_of_the_project_and_the_locks_of_editors_are_fine(tiny: TinyProject) -> None:
    folder = tiny.root / "templates" / "client"
    (folder / "x.txt").symlink_to("../../LICENSE")
    (folder / ".#x.txt").symlink_to("me@here.123")
    files = tiny.pipeline().render()
    assert files["client/x.txt"] == (tiny.root / "LICENSE").read_bytes()


def test_a_template_that_nobody_uses_is_told(tiny: TinyProject) -> None:
    before = tiny.pipeline()
    before.render()
    assert before.summary.notices == ()
    tiny.write("templates/client/other.txt.jinja", "x")
    after = tiny.pipeline()
    after.render()
    (notice,) = after.summary.notices
    assert "templates/client/other.txt.jinja" in notice
