"""Which files are specs: no odd file among them hangs, hides or breaks anything."""

import os
import socket
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.spec.files import header, schema_name, spec_files

FOLDER = "specs/apis/common"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / FOLDER).mkdir(parents=True)
    (tmp_path / FOLDER / "a.yaml").write_text("a: 1\n")
    return tmp_path


def told(root: Path) -> list[tuple[str, str, str]]:
    found, problems = spec_files(root)
    assert [path.relative_to(root).as_posix() for path in found] == [f"{FOLDER}/a.yaml"]
    assert all(problem.rule == "stray-file" and problem.line == 1 for problem in problems)
    return [(problem.file, problem.message, problem.hint) for problem in problems]


@pytest.mark.parametrize(
    "name",
    ["._x.yaml", ".x.yaml.swp", ".x.yaml", "x.yaml~", "#x.yaml#", ".DS_Store", "README.md",
     ".x.yml", "x.json", "yaml", "x.yamlish"],
)  # fmt: skip
def test_what_is_no_spec_is_skipped(root: Path, name: str) -> None:
    (root / FOLDER / name).write_text("x")
    assert told(root) == []


def test_the_lock_of_an_editor_is_skipped(root: Path) -> None:
    (root / FOLDER / ".#a.yaml").symlink_to("somebody@host.123:456")
    assert told(root) == []


def test_what_is_in_a_hidden_folder_is_skipped(root: Path) -> None:
    (root / "specs/.git").mkdir()
    (root / "specs/.git/x.yaml").write_text("x")
    assert told(root) == []


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [
        ("x.yml", ".yml is read by nobody", "rename it to x.yaml"),
        ("x.YAML", ".YAML is read by nobody", "rename it to x.yaml"),
        ("x.Yml", ".Yml is read by nobody", "rename it to x.yaml"),
        ("x.yaml.txt", ".yaml.txt is read by nobody", "rename it to x.yaml"),
        ("t.x.get.yaml.orig", ".yaml.orig is read by nobody", "rename it to t.x.get.yaml"),
    ],
)
def test_what_was_meant_to_be_a_spec_is_told(
    root: Path, name: str, message: str, hint: str
) -> None:
    (root / FOLDER / name).write_text("x")
    ((file, found, mend),) = told(root)
    assert file == f"{FOLDER}/{name}"
    assert found.startswith(message)
    assert mend.startswith(hint)


def _dangling(path: Path) -> None:
    path.symlink_to("nowhere.yaml")


def _outside(path: Path) -> None:
    outside = path.parents[3] / "outside.yaml"
    outside.write_text("x")
    path.symlink_to(outside)


def _to_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _beside(path: Path) -> None:
    """A folder whose name only starts like specs/."""
    folder = path.parents[3] / "specs2"
    folder.mkdir()
    (folder / "x.yaml").write_text("x")
    path.symlink_to(folder / "x.yaml")


def _to_itself(path: Path) -> None:
    path.symlink_to(path.name)


def _to_folder(path: Path) -> None:
    path.symlink_to("..")


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        here = Path.cwd()
        os.chdir(path.parent)  # the names of sockets are short
        try:
            made.bind(path.name)
        finally:
            os.chdir(here)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (_dangling, "a link to nowhere.yaml, which does not exist"),
        (_outside, "out of specs/"),
        (_beside, "out of specs/"),
        (_to_device, "a link to /dev/zero, out of specs/"),
        (_to_itself, "does not exist"),
        (_to_folder, "a link to the folder .."),
        (os.mkfifo, "a named pipe (FIFO), no file"),
        (_socket, "a socket, no file"),
        (Path.mkdir, "a folder, no file"),
    ],
)
def test_what_is_no_file_is_told_and_not_opened(
    root: Path, make: Callable[[Path], None], message: str
) -> None:
    make(root / FOLDER / "x.yaml")
    ((file, found, hint),) = told(root)
    assert file == f"{FOLDER}/x.yaml"
    assert message in found
    assert hint


def test_a_link_to_a_folder_is_not_followed(root: Path) -> None:
    (root / "specs/again").symlink_to(".")
    ((file, found, _),) = told(root)
    assert (file, found) == ("specs/again", "a link to the folder .")


def test_a_link_inside_is_a_spec(root: Path) -> None:
    (root / FOLDER / "b.yaml").symlink_to("a.yaml")
    found, problems = spec_files(root)
    assert ([path.name for path in found], problems) == (["a.yaml", "b.yaml"], [])


def test_a_name_that_cannot_be_shown_is_told(root: Path) -> None:
    path = os.fsencode(root / FOLDER) + b"/\xe9\n.yaml"
    with open(path, "wb"):
        pass
    ((file, found, _),) = told(root)
    assert file.startswith(f"{FOLDER}/\\udce9")
    assert file.encode()
    assert "cannot be shown" in found


def test_the_order_is_that_of_the_paths(tmp_path: Path) -> None:
    names = ["b.yaml", "a/z.yaml", "a-b/a.yaml", "a/b/c.yaml", "_shared/x.yaml", "Z.yaml"]
    for name in names:
        path = tmp_path / "specs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    found, _ = spec_files(tmp_path)
    assert found == sorted((tmp_path / "specs").rglob("*.yaml"))
    assert len(found) == len(names)


def test_a_project_without_specs_has_none(tmp_path: Path) -> None:
    assert spec_files(tmp_path) == ([], [])
    (tmp_path / "specs").write_text("x")
    found, (problem,) = spec_files(tmp_path)
    assert found == []
    assert problem.file == "specs"
    assert "cannot be read" in problem.message


def test_five_thousand_files_take_a_moment(tmp_path: Path) -> None:
    for folder in range(10):
        parent = tmp_path / f"specs/apis/role{folder}"
        parent.mkdir(parents=True)
        for number in range(500):
            (parent / f"x{number}.yaml").touch()
    start = time.process_time()
    found, _ = spec_files(tmp_path)
    assert len(found) == 5000
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("specs/platform.yaml", "# yaml-language-server: $schema=_schema/platform.schema.json\n"),
        ("specs/_shared/enums.yaml",
         "# yaml-language-server: $schema=../_schema/enums.schema.json\n"),
        ("specs/apis/common/x.yaml",
         "# yaml-language-server: $schema=../../_schema/api.schema.json\n"),
        ("specs/other.yaml", ""),
    ],
)  # fmt: skip
def test_the_first_line_leads_to_the_schema(file: str, line: str) -> None:
    assert header(file) == line
    assert (schema_name(file) is None) == (line == "")
