"""Whatever happens, ours is exact, what is not ours is untouched, and no run leaves a mess."""

import errno
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from project import FIELDS, REPOSITORY, TinyProject, tree

from generator.output import publish as write
from generator.output.publish import MANIFEST, compare, diff, publish, read_manifest
from generator.problems import GeneratorError

names = st.sampled_from(["a", "b", "c.py", "a/x", "a/y.md", "b/x", "a/x/deep", "d/e/f"])
contents = st.binary(max_size=3)


def _without_clashes(files: dict[str, bytes]) -> dict[str, bytes]:
    """A path cannot be a file and a folder at once: the shorter one stays."""
    return {
        path: content
        for path, content in files.items()
        if not any(path.startswith(other + "/") for other in files)
    }


trees = st.dictionaries(names, contents, max_size=6).map(_without_clashes)


def ours(folder: Path) -> dict[str, bytes]:
    """Everything in the folder beside the manifest and what is not ours."""
    return {
        path: content
        for path, content in tree(folder).items()
        if path != MANIFEST and not path.endswith("foreign")
    }


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("trees")


@given(st.lists(trees, min_size=1, max_size=3), st.sampled_from(["foreign", "a/foreign"]))
@settings(max_examples=60, deadline=None)
def test_after_publish_ours_is_exact_and_the_rest_untouched(
    shelf: Path, states: list[dict[str, bytes]], foreign: str
) -> None:
    folder = shelf / "output"
    shutil.rmtree(folder, ignore_errors=True)
    if any("a" in state for state in states):
        foreign = "foreign"
    (folder / foreign).parent.mkdir(parents=True)
    (folder / foreign).write_bytes(b"mine")
    before: dict[str, bytes] = {}
    for files in states:
        changes = publish(folder, files)
        assert ours(folder) == files
        assert set(changes.added) == files.keys() - before.keys()
        assert set(changes.removed) == before.keys() - files.keys()
        assert changes.unchanged == sum(before.get(path) == files[path] for path in files)
        assert read_manifest(folder) == files.keys()
        assert (folder / foreign).read_bytes() == b"mine"
        empty = [path for path in folder.rglob("*") if path.is_dir() and not any(path.iterdir())]
        assert not empty
        assert not compare(folder, files)
        before = files


def test_unchanged_files_are_not_touched(tmp_path: Path) -> None:
    publish(tmp_path, {"a": b"1", "b": b"2"})
    stamps = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    assert not publish(tmp_path, {"a": b"1", "b": b"2"})
    assert {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == stamps


def test_a_diff_shows_what_would_change(tmp_path: Path) -> None:
    publish(tmp_path, {"a": b"one\ntwo\n", "gone": b"x\n"})
    files = {"a": b"one\n2\n", "new": b"y\n"}
    lines = list(diff(tmp_path, files, compare(tmp_path, files)))
    assert {"-two", "+2", "+y", "-x"} <= set(lines)


class Killed(BaseException):
    """Stands for the end of the process."""


STEPS = ("replace", "unlink", "mkdir", "write_bytes", "rmdir")


def _kill_at(monkeypatch: pytest.MonkeyPatch, step: int) -> Callable[[], int]:
    """Let the process end at the given change to the disk; tells how many there were."""
    count = 0

    def counting(original: Callable[..., object]) -> Callable[..., object]:
        def changed(*arguments: object, **options: object) -> object:
            nonlocal count
            count += 1
            if count >= step:  # Nothing changes any more, clean-up code included.
                raise Killed
            return original(*arguments, **options)

        return changed

    monkeypatch.setattr(write.os, "replace", counting(os.replace))
    for name in STEPS[1:]:
        monkeypatch.setattr(Path, name, counting(getattr(Path, name)))
    return lambda: count


OLD = {"a": b"1", "b/x": b"2", "c/y": b"3", "d": b"4", "keep": b"5"}
NEW = {"a": b"one", "b": b"two", "e/f/g": b"new", "d/z": b"four", "keep": b"5"}


def test_a_run_killed_at_any_step_leaves_whole_files_and_the_next_one_completes(
    tmp_path: Path,
) -> None:
    step, finished = 0, False
    while not finished:
        step += 1
        folder = tmp_path / str(step)
        publish(folder, OLD)
        (folder / "c/foreign").write_bytes(b"mine")
        with pytest.MonkeyPatch.context() as patch:
            _kill_at(patch, step)
            try:
                publish(folder, NEW)
                finished = True
            except Killed:
                pass
        for path, content in ours(folder).items():
            if ".tbkgen-" not in path:
                assert content in (OLD.get(path), NEW.get(path))
        # The next run may want a third state: no file of the killed one may be forgotten.
        target = NEW if step % 2 else {"z": b"26"}
        publish(folder, target)
        assert ours(folder) == target
        assert (folder / "c/foreign").read_bytes() == b"mine"
    assert step > 15


def _failing(code: int, on: str) -> Callable[..., object]:
    original = Path.write_bytes

    def fail(self: Path, content: bytes) -> int:
        if on in self.as_posix():
            raise OSError(code, os.strerror(code))
        return original(self, content)

    return fail


def test_a_full_disk_is_told_with_path_and_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(tmp_path, {"a/x": b"old"})
    monkeypatch.setattr(Path, "write_bytes", _failing(errno.ENOSPC, "/a/"))
    with pytest.raises(GeneratorError, match=r"a/x: No space left on device.*run the command"):
        publish(tmp_path, {"a/x": b"new"})
    assert ours(tmp_path) == {"a/x": b"old"}


def test_a_read_only_folder_is_told_with_path_and_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "out"
    publish(folder, {"a/x": b"old"})
    if os.geteuid() == 0:  # Permissions do not stop root, so the system call has to say no.
        monkeypatch.setattr(Path, "write_bytes", _failing(errno.EACCES, "/out/"))
    else:
        (folder / "a").chmod(0o500)
    try:
        with pytest.raises(GeneratorError, match=r"out/a/x: Permission denied"):
            publish(folder, {"a/x": b"new"})
    finally:
        (folder / "a").chmod(0o700)
    assert ours(folder) == {"a/x": b"old"}


def test_a_folder_in_the_place_of_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "foreign").write_bytes(b"mine")
    with pytest.raises(GeneratorError, match=r"/a: Is a directory"):
        publish(tmp_path, {"a": b"1"})
    assert (tmp_path / "a" / "foreign").read_bytes() == b"mine"


@pytest.mark.parametrize("path", ["../x", "/x", "a/../../x", "a//x", "a/./x", "", "a\\x", "a\0"])
def test_a_path_outside_is_refused(tmp_path: Path, path: str) -> None:
    folder = tmp_path / "out"
    with pytest.raises(GeneratorError, match="would leave the output folder"):
        publish(folder, {path: b"1"})
    assert not folder.exists()


def test_a_link_that_leads_out_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "out"
    outside.mkdir()
    folder.mkdir()
    (folder / "a").symlink_to(outside)
    for files in ({"a/b/x": b"1"}, {"z": b"1", "a/x": b"2"}):
        with pytest.raises(GeneratorError, match=r"leads out of .* by a symbolic link; remove it"):
            publish(folder, files)
    assert tree(outside) == {}
    assert not any(outside.iterdir())
    assert [path.name for path in folder.iterdir()] == ["a"]


def test_a_manifest_that_names_other_places_removes_nothing_there(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    publish(folder, {"a": b"1"})
    (tmp_path / "precious").write_bytes(b"mine")
    (folder / MANIFEST).write_text(f"a\n../precious\n{tmp_path}/precious\nb\0c\n")
    publish(folder, {"b": b"2"})
    assert (tmp_path / "precious").read_bytes() == b"mine"
    assert ours(folder) == {"b": b"2"}


def test_a_build_that_is_killed_is_completed_by_the_next_one(tmp_path: Path) -> None:
    tiny = TinyProject.create(tmp_path / "project")
    assert tiny.run("build").returncode == 0
    chance = random.Random(20261124)
    command = [sys.executable, "-m", "generator", "--root", str(tiny.root), "build", "--workers=1"]
    for number in range(5):
        tiny.edit(FIELDS, "店铺名称" + "称" * number, "店铺名称" + "称" * (number + 1))
        process = subprocess.Popen(
            command, cwd=REPOSITORY, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(chance.uniform(0.05, 1.2))
        process.send_signal(signal.SIGKILL)
        process.wait(30)
    built = tiny.run("build")
    assert built.returncode == 0, built.stderr
    assert tiny.run("check", "--no-cache").returncode == 0
    assert not list((tiny.root / "generated").rglob(".tbkgen-*"))
