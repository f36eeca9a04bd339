"""Whatever happens, ours is exact, what is not ours is untouched, and no run leaves a mess."""

import errno
import hashlib
import os
import shutil
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from project import REPOSITORY, SHOP_FIELDS, TinyProject, tree

from generator.output.lock import locked
from generator.output.publish import (
    MANIFEST,
    Changes,
    compare,
    diff,
    publish,
    read_manifest,
    replace_file,
)
from generator.problems import GeneratorError
from output.deaths import dies_at_step, dies_inside_a_write, without_rights

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


def _empty_folders(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_dir() and not any(path.iterdir())]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("trees")


@given(st.lists(trees, min_size=1, max_size=3), st.sampled_from(["foreign", "a/foreign"]))
@settings(max_examples=60, deadline=None)
@pytest.mark.slow
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
        assert _empty_folders(folder) == []
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


OLD = {"a": b"1", "b/x": b"2", "c/y": b"3", "d": b"4", "keep": b"5"}
NEW = {"a": b"one", "b": b"two", "e/f/g": b"new", "d/z": b"four", "keep": b"5"}
MORE = OLD | {"e/f/g": b"new", "h": b"newer", "b/i": b"newest"}


@pytest.mark.parametrize(("before", "after"), [(OLD, NEW), (OLD, MORE), (MORE, OLD), ({}, NEW)])
@pytest.mark.slow
def test_a_run_killed_at_any_step_leaves_whole_files_and_the_next_one_completes(
    tmp_path: Path, before: dict[str, bytes], after: dict[str, bytes]
) -> None:
    step, killed = 0, True
    while killed:
        step += 1
        folder = tmp_path / str(step)
        if before:
            publish(folder, before)
        (folder / "c").mkdir(parents=True, exist_ok=True)
        (folder / "c/foreign").write_bytes(b"mine")
        killed = dies_at_step(step, lambda folder=folder: publish(folder, after))
        for path, content in ours(folder).items():
            if ".tbkgen-" not in path:
                assert content in (before.get(path), after.get(path)), (step, path)
        if killed and any(".tbkgen-" in path for path in tree(folder)):
            assert compare(folder, after).leftovers, step
        # The next run may want a third state: no file of the killed one may be forgotten.
        for target in (after, {"z": b"26"})[step % 2 :]:
            publish(folder, target)
            assert ours(folder) == target, step
            assert not compare(folder, target)
        assert _empty_folders(folder) == []
        assert (folder / "c/foreign").read_bytes() == b"mine"
    assert step > 12


def test_a_run_killed_inside_a_write_leaves_the_old_files(tmp_path: Path) -> None:
    old = {"a": b"old", "b/c": b"o" * 3000}
    new = {"a": b"new", "b/c": b"n" * 3000, "d": b"n" * 3000}
    publish(tmp_path, old)
    assert dies_inside_a_write(1000, lambda: publish(tmp_path, new))
    left = tree(tmp_path)
    assert {path: left[path] for path in old} == old
    assert any(len(content) == 1000 for content in left.values()), "the death came too late"
    assert compare(tmp_path, new).leftovers
    assert ".tbkgen-staging" in publish(tmp_path, old).leftovers
    assert ours(tmp_path) == old
    assert not compare(tmp_path, old)


def test_one_file_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    replace_file(tmp_path, "a/b", b"old")
    assert dies_inside_a_write(1000, lambda: replace_file(tmp_path, "a/b", b"n" * 3000))
    assert (tmp_path / "a/b").read_bytes() == b"old"
    replace_file(tmp_path, "a/b", b"n" * 3000)
    assert (tmp_path / "a/b").read_bytes() == b"n" * 3000


def test_who_reads_a_file_while_it_is_replaced_gets_the_old_one_whole(tmp_path: Path) -> None:
    publish(tmp_path, {"a": b"old", "b": b"1"})
    with (tmp_path / "a").open("rb") as a, (tmp_path / MANIFEST).open("rb") as manifest:
        publish(tmp_path, {"a": b"new"})
        assert a.read() == b"old"
        assert b"b\n" in manifest.read()
    assert (tmp_path / "a").read_bytes() == b"new"


@pytest.mark.parametrize("path", [".tbkgen-7.tmp", "b/.tbkgen-7.tmp", ".tbkgen-staging/7"])
def test_what_killed_runs_left_is_told_and_removed(tmp_path: Path, path: str) -> None:
    publish(tmp_path, OLD)
    (tmp_path / path).parent.mkdir(exist_ok=True)
    (tmp_path / path).write_bytes(b"half")
    found = compare(tmp_path, OLD)
    assert found.leftovers == (path.removesuffix("/7"),)
    assert found
    assert publish(tmp_path, OLD).leftovers == found.leftovers
    assert ours(tmp_path) == OLD
    assert not compare(tmp_path, OLD)


def test_a_link_among_the_leftovers_is_removed_and_not_followed(tmp_path: Path) -> None:
    folder, precious = tmp_path / "out", tmp_path / "precious"
    publish(folder, OLD)
    precious.mkdir()
    (precious / "x").write_bytes(b"mine")
    (folder / ".tbkgen-staging").symlink_to(precious)
    publish(folder, NEW)
    assert ours(folder) == NEW
    assert (precious / "x").read_bytes() == b"mine"


def test_two_runs_at_once_both_succeed(tmp_path: Path) -> None:
    """Whoever comes last wins, whole."""
    states = [{f"{name}/{number}": name.encode() for number in range(60)} for name in "abcd"]
    errors: list[BaseException] = []

    def run(files: dict[str, bytes]) -> None:
        try:
            for _ in range(3):
                publish(tmp_path, files)
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=run, args=(files,)) for files in states]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert ours(tmp_path) in states


def test_who_finds_another_writer_says_so_and_gives_up_in_the_end(tmp_path: Path) -> None:
    publish(tmp_path, OLD)
    words: list[str] = []
    with locked(tmp_path, pytest.fail):
        with pytest.raises(GeneratorError, match=f"written by process {os.getpid()} on"):
            publish(tmp_path, NEW, tell=words.append, patience=0.1)
        assert ours(tmp_path) == OLD | {".tbkgen-lock": (tmp_path / ".tbkgen-lock").read_bytes()}
    assert len(words) == 1


class Contents(Mapping[str, bytes]):
    """Files whose content is made when it is asked for."""

    def __init__(self, files: dict[str, bytes], fails_at: str = "") -> None:
        self.files = files
        self.fails_at = fails_at
        self.asked: list[str] = []

    def __getitem__(self, path: str) -> bytes:
        self.asked.append(path)
        if path == self.fails_at:
            raise GeneratorError("a template is wrong")
        return self.files[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self.files)

    def __len__(self) -> int:
        return len(self.files)


@pytest.mark.parametrize("function", [publish, compare])
def test_each_content_is_made_once(
    tmp_path: Path, function: Callable[[Path, Mapping[str, bytes]], Changes]
) -> None:
    publish(tmp_path, OLD)
    contents = Contents(NEW)
    assert function(tmp_path, contents)
    assert sorted(contents.asked) == sorted(NEW)


def test_content_that_cannot_be_made_changes_nothing(tmp_path: Path) -> None:
    publish(tmp_path, OLD)
    before = tree(tmp_path)
    with pytest.raises(GeneratorError, match="a template is wrong"):
        publish(tmp_path, Contents(NEW, fails_at="keep"))
    assert tree(tmp_path) == before


def test_the_digests_of_all_that_was_published(tmp_path: Path) -> None:
    digests = publish(tmp_path, {"a": b"abc", "b/c": b""}).digests
    assert digests["a"] == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert digests["b/c"] == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    manifest = hashlib.sha256((tmp_path / MANIFEST).read_bytes()).hexdigest()
    assert digests == digests | {MANIFEST: manifest}
    assert len(digests) == 3


def _failing(code: int, on: str) -> Callable[..., object]:
    original = Path.write_bytes

    def fail(self: Path, content: bytes) -> int:
        if on in self.as_posix():
            raise OSError(code, os.strerror(code))
        return original(self, content)

    return fail


def test_a_full_disk_is_told_and_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(tmp_path, {"a/x": b"old", "b": b"old"})
    monkeypatch.setattr(Path, "write_bytes", _failing(errno.ENOSPC, "/.tbkgen-staging/1"))
    with pytest.raises(GeneratorError, match=r"/b: No space left on device; nothing was changed"):
        publish(tmp_path, {"a/x": b"new", "b": b"new", "c": b"new"})
    assert ours(tmp_path) == {"a/x": b"old", "b": b"old"}


def test_a_failure_between_two_replacements_tells_that_the_next_run_completes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(tmp_path, {"a": b"old", "b": b"old"})
    replace = os.replace

    def fail(source: Path, target: Path) -> None:
        if target.name == "b":
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        replace(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", fail)
        with pytest.raises(GeneratorError, match=r"/b: Input/output error; every file is old or"):
            publish(tmp_path, {"a": b"new", "b": b"new"})
    assert ours(tmp_path) == {"a": b"new", "b": b"old"}
    publish(tmp_path, {"a": b"new", "b": b"new"})
    assert ours(tmp_path) == {"a": b"new", "b": b"new"}


def test_a_read_only_folder_is_told_and_is_no_obstacle_when_nothing_changed(
    open_folder: Path,
) -> None:
    folder = open_folder / "out"
    publish(folder, {"x": b"old"})
    folder.chmod(0o555)

    def publish_twice() -> None:
        assert not publish(folder, {"x": b"old"})
        with pytest.raises(GeneratorError, match=r"out/x: Permission denied; nothing was changed"):
            publish(folder, {"x": b"new"})

    without_rights(publish_twice)
    folder.chmod(0o755)
    assert ours(folder) == {"x": b"old"}


def test_a_folder_in_the_place_of_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "foreign").write_bytes(b"mine")
    with pytest.raises(GeneratorError, match=r"/a: Is a directory"):
        publish(tmp_path, {"a": b"1"})
    assert (tmp_path / "a" / "foreign").read_bytes() == b"mine"


@pytest.mark.parametrize(
    "path", ["../x", "/x", "a/../../x", "a//x", "a/./x", "", "a\\x", "a\0", "C:/x", "a\nb"]
)
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


def test_two_files_that_differ_in_case_only_are_refused(tmp_path: Path) -> None:
    for files in (["a/Shop.md", "a/shop.md"], ["a/x", "A/y"], ["Stra\u00dfe", "strasse"]):
        with pytest.raises(GeneratorError, match="differ in upper and lower case only"):
            publish(tmp_path, dict.fromkeys(files, b""))
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_would_be_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GeneratorError, match="'a/b' would be a file and a folder"):
        publish(tmp_path, {"a/b": b"", "a/b/c": b""})
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_changes_its_case_stays_on_disks_that_know_no_case(tmp_path: Path) -> None:
    """There both names are one file, as two hard links are: removing the old removes the new."""
    publish(tmp_path, {"Shop.md": b"1"})
    (tmp_path / "shop.md").hardlink_to(tmp_path / "Shop.md")
    changes = publish(tmp_path, {"shop.md": b"1"})
    assert (changes.removed, changes.changed) == (("Shop.md",), ("shop.md",))
    assert ours(tmp_path) == {"shop.md": b"1"}


# The manifest


CONFLICT = b"<<<<<<< ours\na\nmine\n=======\nb\n>>>>>>> theirs\n"
OF_OTHERS = b"a\n../precious\n/precious\nC:/precious\nb\0c\nmine\n"


@pytest.mark.parametrize(
    ("manifest", "unproven"),
    [
        (lambda ours: b"mine\n" + ours, ("a", "mine")),  # a line of somebody else in ours
        (lambda ours: ours.replace(b"b\n", b""), ("a",)),
        (lambda ours: ours.partition(b"#")[0], ("a",)),
        (lambda ours: CONFLICT, ("a", "mine")),
        (lambda ours: OF_OTHERS, ("a", "mine")),
        (lambda ours: b"mine\n# sha256 " + b"0" * 64 + b"\n", ("mine",)),
        (lambda ours: b"\xff\xfea\0\n\0", ()),  # UTF-16
        (lambda ours: b"[]", ()),
        (lambda ours: b"", ()),
    ],
)
def test_a_manifest_that_is_not_exactly_ours_removes_nothing(
    tmp_path: Path, manifest: Callable[[bytes], bytes], unproven: tuple[str, ...]
) -> None:
    folder = tmp_path / "out"
    publish(folder, {"a": b"1", "b": b"2"})
    (tmp_path / "precious").write_bytes(b"mine")
    (folder / "mine").write_bytes(b"mine")
    (folder / MANIFEST).write_bytes(manifest((folder / MANIFEST).read_bytes()))
    assert read_manifest(folder) == set()
    files = {"b": b"2", "c": b"3"}
    assert compare(folder, files).manifest
    changes = publish(folder, files)
    assert (changes.removed, changes.unproven) == ((), unproven)
    assert ours(folder) == files | {"a": b"1", "mine": b"mine"}
    assert (tmp_path / "precious").read_bytes() == b"mine"
    assert not compare(folder, files)


def test_a_lost_manifest_is_written_again(tmp_path: Path) -> None:
    publish(tmp_path, OLD)
    manifest = (tmp_path / MANIFEST).read_bytes()
    (tmp_path / MANIFEST).unlink()
    found = compare(tmp_path, OLD)
    assert found
    assert found.manifest
    publish(tmp_path, OLD)
    assert (tmp_path / MANIFEST).read_bytes() == manifest


def test_the_manifest_lists_what_is_ours_for_people(tmp_path: Path) -> None:
    publish(tmp_path, {"b/c": b"", "a": b""})
    lines = (tmp_path / MANIFEST).read_text().splitlines()
    assert lines[:2] == ["a", "b/c"]
    assert lines[2:] == [
        "# sha256 a0de030150d30c9aa2726d517addc57d1e291deb93125c81d2795094f02fec76"
    ]


def test_a_folder_in_the_place_of_the_manifest_is_told(tmp_path: Path) -> None:
    (tmp_path / MANIFEST / "x").mkdir(parents=True)
    with pytest.raises(GeneratorError, match=r"cannot write .*/\.files: Is a directory"):
        publish(tmp_path, OLD)


def test_files_of_others_in_a_folder_of_ours_stay(tmp_path: Path) -> None:
    publish(tmp_path, {"a/x": b"1"})
    (tmp_path / "a/foreign").write_bytes(b"mine")
    publish(tmp_path, {"b": b"2"})
    assert tree(tmp_path / "a") == {"foreign": b"mine"}


# Line ends


def test_files_in_which_only_the_line_ends_differ_are_told_apart(tmp_path: Path) -> None:
    files = {"a": b"1\n2\n", "b/c": b"3\n", "d": b"4\n"}
    publish(tmp_path, files)
    for path in ("a", "b/c", MANIFEST):
        content = (tmp_path / path).read_bytes()
        (tmp_path / path).write_bytes(content.replace(b"\n", b"\r\n"))
    found = compare(tmp_path, files)
    assert found.changed == found.line_ends == ("a", "b/c")
    assert found.only_line_ends
    assert found.removed == ()
    (tmp_path / "d").write_bytes(b"5\r\n")
    found = compare(tmp_path, files)
    assert found.changed == ("a", "b/c", "d")
    assert found.line_ends == ("a", "b/c")
    assert not found.only_line_ends
    (tmp_path / "d").write_bytes(b"4\n")
    publish(tmp_path, files)
    assert ours(tmp_path) == files
    assert b"\r" not in (tmp_path / MANIFEST).read_bytes()
    assert not compare(tmp_path, files).only_line_ends


def test_a_manifest_with_other_line_ends_is_still_ours(tmp_path: Path) -> None:
    publish(tmp_path, {"a": b"1", "b": b"2"})
    manifest = (tmp_path / MANIFEST).read_bytes().replace(b"\n", b"\r\n")
    (tmp_path / MANIFEST).write_bytes(manifest)
    assert publish(tmp_path, {"b": b"2"}).removed == ("a",)
    assert b"\r" not in (tmp_path / MANIFEST).read_bytes()


# The whole program


@pytest.mark.slow
def test_builds_at_once_and_killed_builds_leave_a_whole_tree(tmp_path: Path) -> None:
    tiny = TinyProject.create(tmp_path / "project")
    assert tiny.run("build").returncode == 0
    tiny.edit(SHOP_FIELDS, "店铺名称", "店铺的名称")
    command = [sys.executable, "-m", "generator", "--root", str(tiny.root), "build"]
    started = [
        subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        for _ in range(3)
    ]
    time.sleep(0.4)
    started[0].kill()
    ended = [(process.communicate(timeout=60)[1], process.returncode) for process in started]
    assert [code for _, code in ended[1:]] == [0, 0]
    words = b"".join(told for told, _ in ended[1:]).splitlines()
    assert all(line.startswith(b"tbkgen: waiting for process") for line in words)
    assert tiny.run("build").returncode == 0
    assert tiny.run("check", "--no-cache").returncode == 0
    assert not list((tiny.root / "generated").rglob(".tbkgen-*"))


@pytest.mark.parametrize("make", [Path.touch, os.mkfifo])
def test_a_file_in_the_place_of_the_staging_folder_is_removed(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    publish(tmp_path, {"a": b"1"})
    make(tmp_path / ".tbkgen-staging")
    assert publish(tmp_path, {"a": b"2"}).changed == ("a",)
    assert ours(tmp_path) == {"a": b"2"}
    assert not (tmp_path / ".tbkgen-staging").exists()


@pytest.mark.parametrize("path", ["a", ".files"])
def test_a_pipe_in_the_place_of_a_file_of_ours_is_replaced_and_never_read(
    tmp_path: Path, path: str
) -> None:
    publish(tmp_path, {"a": b"1"})
    before = tree(tmp_path)
    (tmp_path / path).unlink()
    os.mkfifo(tmp_path / path)
    assert compare(tmp_path, {"a": b"1"})
    publish(tmp_path, {"a": b"1"})
    assert tree(tmp_path) == before


def test_a_replaced_file_keeps_its_mode(tmp_path: Path) -> None:
    for path, mode in (("a", 0o600), ("b", 0o640)):
        (tmp_path / path).touch(mode)
        (tmp_path / path).chmod(mode)
        replace_file(tmp_path, path, b"new")
        assert stat.S_IMODE((tmp_path / path).stat().st_mode) == mode


def test_a_link_inside_of_the_folder_is_written_through(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a").write_bytes(b"old")
    (tmp_path / "b").symlink_to("deep/a")
    replace_file(tmp_path, "b", b"new")
    assert (tmp_path / "b").readlink() == Path("deep/a")
    assert (tmp_path / "deep" / "a").read_bytes() == b"new"
    assert sorted(tree(tmp_path)) == ["b", "deep/a"]


def test_a_link_out_of_the_folder_is_replaced_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "precious").write_bytes(b"mine")
    (tmp_path / "in" / "b").symlink_to("../precious")
    replace_file(tmp_path / "in", "b", b"new")
    assert (tmp_path / "precious").read_bytes() == b"mine"
    assert (tmp_path / "in" / "b").read_bytes() == b"new"


def test_a_manifest_that_is_a_link_never_overwrites_a_file_of_ours(tmp_path: Path) -> None:
    publish(tmp_path, {"a": b"1"})
    (tmp_path / ".files").unlink()
    (tmp_path / ".files").symlink_to("a")
    publish(tmp_path, {"a": b"1"})
    assert ours(tmp_path) == {"a": b"1"}
    assert not (tmp_path / ".files").is_symlink()


def test_a_link_to_itself_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("a")
    replace_file(tmp_path, "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"new"


def test_a_folder_that_is_a_link_to_itself_is_told(tmp_path: Path) -> None:
    (tmp_path / "d").symlink_to("d")
    with pytest.raises(GeneratorError, match="d: Too many levels of symbolic links"):
        publish(tmp_path, {"d/a": b"1"})
