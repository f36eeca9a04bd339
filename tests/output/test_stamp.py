"""A run that finds nothing changed may do nothing; it must find every change."""

import hashlib
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from tables import every

from generator.output import stamp as module
from generator.output.stamp import Stamp, files_below, toolchain
from generator.problems import Problem

LONG_AGO = 1_700_000_000_123_456_789


class Shop:
    """A folder of inputs, one of outputs, and a stamp."""

    def __init__(self, root: Path) -> None:
        self.inputs, self.output = root / "in", root / "out"
        self.file = root / "cache" / "stamp.json"
        for path in (self.inputs / "a.yaml", self.inputs / "deep/b.yaml", self.output / "d/c"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(path.name.encode())

    def stamp(self) -> Stamp:
        stamp = Stamp(self.file)
        stamp.look(files_below(self.inputs))
        return stamp

    def is_current(self) -> bool:
        return self.stamp().is_current(self.output)

    def published(self) -> dict[str, str]:
        return {
            path: hashlib.sha256(Path(path).read_bytes()).hexdigest()
            for path in files_below(self.output)
        }

    def renew(self) -> None:
        self.stamp().renew(self.output, self.published(), {"methods": 3})


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    """As it is some time after a build."""
    shop = Shop(tmp_path)
    _settle()
    shop.renew()
    return shop


def _settle() -> None:
    """Until files are old enough for their times to tell the next change."""
    time.sleep(0.07)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The names of the files that are read."""
    names: list[str] = []
    original = Path.read_bytes

    def noting(path: Path) -> bytes:
        names.append(path.name)
        return original(path)

    monkeypatch.setattr(Path, "read_bytes", noting)
    return names


def test_nothing_changed(shop: Shop, read: list[str]) -> None:
    assert shop.is_current()
    assert read == ["stamp.json"]
    assert shop.stamp().extra == {"methods": 3}


def test_the_first_run_has_work(tmp_path: Path) -> None:
    assert not Shop(tmp_path).is_current()


def test_without_a_file_nothing_is_remembered(tmp_path: Path) -> None:
    shop = Shop(tmp_path)
    stamp = Stamp(None)
    stamp.look(files_below(shop.inputs))
    assert not stamp.is_current(shop.output)
    stamp.renew(shop.output, shop.published(), {})
    assert not shop.file.parent.exists()


def _same_size(path: Path) -> None:
    path.write_bytes(b"x" * path.stat().st_size)


def _same_size_and_time(path: Path) -> None:
    times = path.stat()
    _same_size(path)
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def _same_inode_size_and_time_moved(path: Path) -> None:
    """Another file of the same size and time comes in its place."""
    times, other = path.stat(), path.with_name("other")
    other.write_bytes(b"x" * times.st_size)
    os.utime(other, ns=(times.st_atime_ns, times.st_mtime_ns))
    other.replace(path)


def _to_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("file", ["in/a.yaml", "in/deep/b.yaml", "out/d/c"])
@pytest.mark.parametrize(
    "change",
    [
        Path.unlink,
        _same_size,
        _same_size_and_time,
        _same_inode_size_and_time_moved,
        _to_folder,
        lambda path: path.write_bytes(b""),
    ],
)
@pytest.mark.slow
def test_any_change_is_found(shop: Shop, file: str, change: Callable[[Path], object]) -> None:
    path = shop.file.parent.parent / file
    change(path)
    assert not shop.is_current()


@pytest.mark.parametrize(
    "path",
    ["in/new.yaml", "in/deep/.hidden", "in/new/x", "out/.tbkgen-staging", "out/.tbkgen-lock"],
)
def test_new_inputs_and_leftovers_are_found(shop: Shop, path: str) -> None:
    new = shop.file.parent.parent / path
    new.parent.mkdir(exist_ok=True)
    new.write_bytes(b"")
    assert not shop.is_current()


@pytest.mark.parametrize(
    "path", ["in/__pycache__/a.pyc", "in/deep/.mypy_cache/x/y", "out/foreign", "out/d/foreign"]
)
def test_what_is_nobodys_business_is_no_change(shop: Shop, path: str) -> None:
    new = shop.file.parent.parent / path
    new.parent.mkdir(parents=True, exist_ok=True)
    new.write_bytes(b"")
    assert shop.is_current()


def test_a_file_that_was_only_touched_is_read_once(shop: Shop, read: list[str]) -> None:
    """As after a `git stash` and `git stash pop`."""
    for path in (shop.inputs / "a.yaml", shop.output / "d/c"):
        path.write_bytes(path.name.encode())
    _settle()
    assert shop.is_current()
    assert read == ["stamp.json", "a.yaml", "c"]
    read.clear()
    assert shop.is_current()
    assert read == ["stamp.json"]
    assert shop.stamp().extra == {"methods": 3}


def test_a_young_file_is_not_trusted_for_its_looks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Within one tick of the clock it may change twice and look the same."""
    shop = Shop(tmp_path)
    shop.renew()
    original = os.stat
    looks = {path: original(path) for path in (shop.inputs / "a.yaml", shop.output / "d/c")}
    for path, state in looks.items():
        content = path.read_bytes()
        _same_size(path)
        with monkeypatch.context() as patch:
            patch.setattr(
                module.os,
                "stat",
                lambda p, path=path, s=state: s if p == str(path) else original(p),
            )
            assert not shop.is_current(), path
        path.write_bytes(content)
    assert shop.is_current()


@every(
    ("age", "whole_seconds", "trusted"),
    [(0.0, False, False), (0.04, False, False), (0.06, False, True),
     (0.06, True, False), (1.9, True, False), (2.1, True, True)],
)  # fmt: skip
def test_how_long_a_file_is_young(age: float, *, whole_seconds: bool, trusted: bool) -> None:
    """Disks that count whole seconds (or two) need longer."""
    changed = LONG_AGO - LONG_AGO % 1_000_000_000 if whole_seconds else LONG_AGO
    now = changed + int(age * 1e9)
    for mtime, ctime in ((changed, changed), (changed, changed - 10**12)):
        state = SimpleNamespace(st_mtime_ns=mtime, st_ctime_ns=ctime)
        assert module._is_young(state, now) != trusted
    moved = SimpleNamespace(st_mtime_ns=LONG_AGO - 10**12, st_ctime_ns=LONG_AGO)
    assert module._is_young(moved, LONG_AGO + 40_000_000)


def test_an_input_that_changes_during_the_run_is_found_by_the_next(shop: Shop) -> None:
    run = shop.stamp()
    (shop.inputs / "a.yaml").write_bytes(b"too late for this run")
    run.renew(shop.output, shop.published(), {})
    assert not shop.is_current()


def test_an_output_that_somebody_changed_during_the_run_is_not_remembered(shop: Shop) -> None:
    run, published = shop.stamp(), shop.published()
    (shop.output / "d/c").write_bytes(b"scribble")
    run.renew(shop.output, published, {})
    assert not shop.is_current()
    (shop.output / "d/c").unlink()
    shop.stamp().renew(shop.output, published, {})
    assert not shop.is_current()


def test_another_output_folder_is_another_matter(shop: Shop, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    assert not shop.stamp().is_current(tmp_path / "other")


def test_other_tools_are_a_change(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 99, 0, "final", 0))
    assert not shop.is_current()


KEPT = {"rule": "r", "message": "m", "file": "f", "hint": "", "line": 1, "column": None}


def _resealed(read: object) -> bytes:
    text = json.dumps(read).encode()
    return text + b"\n" + hashlib.sha256(text).hexdigest().encode()


def test_a_damaged_or_foreign_stamp_remembers_nothing(shop: Shop) -> None:
    good = shop.file.read_bytes()
    read = json.loads(good.rpartition(b"\n")[0])
    middle = len(good) // 2
    damages = [
        b"", good[:middle], good[:-1], b"\xff\xfe\0",
        good[:middle] + bytes([good[middle] ^ 1]) + good[middle + 1 :],
        *(_resealed(other) for other in ([], {}, None, "x", 1, {"inputs": {}})),
        *(_resealed(read | {name: other}) for name in ("inputs", "single", "outputs", "extra")
          for other in ([], None, {"a": []}, {"a": None})),
        _resealed(read | {"more": 1}), _resealed(read | {"extra": {"methods": True}}),
        *(_resealed(read | {"warnings": other}) for other in ({}, None, ["x"], [{"rule": "r"}])),
        *(_resealed(read | {"warnings": [KEPT | wrong]})
          for wrong in ({"more": ""}, {"line": "1"}, {"line": True}, {"message": None})),
    ]  # fmt: skip
    for damaged in damages:
        shop.file.write_bytes(damaged)
        assert not shop.is_current(), damaged
        assert shop.stamp().extra == {}
        assert [*shop.stamp().warnings] == []
    shop.renew()
    assert shop.is_current()


def test_warnings_are_remembered_until_the_next_run(shop: Shop) -> None:
    placed = Problem("layout", "甲 “x”\n", "a.yaml", (), "乙", line=3, column=1, warning=True)
    nowhere = Problem("sample", "丙", "b.yaml", ("x", 1), "", True, warning=True)
    shop.stamp().renew(shop.output, shop.published(), {"methods": 3}, [placed, nowhere])
    for _ in range(2):  # Also when the looks of a file are written anew.
        assert shop.is_current()
        told = [*shop.stamp().warnings]
        assert [str(warning) for warning in told] == [str(placed), str(nowhere)]
        assert all(warning.warning for warning in told)
        (shop.inputs / "a.yaml").touch()
    shop.renew()
    assert [*shop.stamp().warnings] == []


def test_a_stamp_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    shop = Shop(tmp_path)
    (tmp_path / "cache").write_text("a file where the folder should be")
    shop.renew()
    assert not shop.is_current()


def test_links_and_pipes_among_the_inputs_are_not_waited_for(shop: Shop) -> None:
    os.mkfifo(shop.inputs / "pipe")
    (shop.inputs / "dangling").symlink_to("nowhere")
    assert shop.is_current()
    (shop.inputs / "nowhere").write_bytes(b"somewhere now")
    assert not shop.is_current()


def test_the_digest_of_folders_tells_names_and_contents_but_not_where_they_are(
    tmp_path: Path,
) -> None:
    def digest(root: str, files: dict[str, str], *folders: str) -> str:
        for path, content in files.items():
            file = tmp_path / root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content)
        stamp = Stamp(None)
        stamp.look(files_below(tmp_path / root))
        return stamp.digest(*(tmp_path / root / folder for folder in folders))

    base = digest("1", {"x/a": "1", "x/b": "2", "y/c": "3", "xx": "4"}, "x", "y")
    assert digest("2", {"y/c": "3", "x/b": "2", "x/a": "1"}, "x", "y") == base
    others = [
        digest("3", {"x/a": "1", "x/b": "2", "y/c": "4"}, "x", "y"),
        digest("4", {"x/a": "1", "x/B": "2", "y/c": "3"}, "x", "y"),
        digest("5", {"x/a": "1", "y/b": "2", "y/c": "3"}, "x", "y"),
        digest("6", {"x/a": "1", "x/b": "2", "y/c": "3", "y/d": ""}, "x", "y"),
    ]
    assert len({base, *others}) == 5


def test_the_toolchain_tells_versions(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for number, name in enumerate(
        [
            "Jinja2-3.1.2.dist-info",
            "jinja2-2.0.dist-info",
            "PyYAML-6.0.egg-info",
            "black-1.dist-info",
        ]
    ):
        (tmp_path / str(number) / name).mkdir(parents=True)
    (tmp_path / "4").mkdir()
    folders = [str(tmp_path / str(number)) for number in (5, 0, 1, 2, 3, 4)]
    monkeypatch.setattr(sys, "path", folders)
    monkeypatch.setattr(sys, "version_info", (3, 12, 4, "final", 0))
    told = toolchain()
    assert told == f"{sys.implementation.name} 3.12.4 jinja2-3.1.2.dist-info pyyaml-6.0.egg-info"
    monkeypatch.setattr(sys, "version_info", (3, 12, 5, "final", 0))
    assert toolchain() != told


def test_the_toolchain_here_is_complete() -> None:
    told = toolchain()
    for tool in ("jinja2-", "jsonschema-", "markupsafe-", "pyyaml-"):
        assert tool in told


def _renew_with(shop: Shop, single: Path) -> None:
    stamp = shop.stamp()
    stamp.look_at_single([str(single)])
    stamp.renew(shop.output, shop.published(), {})


def test_a_single_input_beside_the_folders_is_watched(tmp_path: Path) -> None:
    shop, licence = Shop(tmp_path), tmp_path / "LICENSE"
    licence.write_text("old")
    _renew_with(shop, licence)
    assert shop.is_current()
    licence.write_text("new")
    assert not shop.is_current()


def test_a_missing_input_that_appears_is_found(tmp_path: Path) -> None:
    shop, readme = Shop(tmp_path), tmp_path / "README.md"
    _renew_with(shop, readme)
    assert shop.is_current()
    readme.write_text("new")
    assert not shop.is_current()


def test_a_single_input_that_the_run_itself_wrote_is_no_news(tmp_path: Path) -> None:
    shop, readme = Shop(tmp_path), tmp_path / "out" / "README.md"
    readme.write_text("to be filled")
    stamp = shop.stamp()
    stamp.look_at_single([str(readme)])
    readme.write_text("filled")
    stamp.renew(shop.output, shop.published(), {})
    assert shop.is_current()


@pytest.mark.parametrize("name", ["stamp.json", "stamp.tmp"])
def test_a_pipe_in_the_place_of_the_stamp_is_never_opened(tmp_path: Path, name: str) -> None:
    shop = Shop(tmp_path)
    shop.file.parent.mkdir()
    os.mkfifo(shop.file.with_name(name))
    assert not shop.is_current()
    shop.renew()
    assert shop.is_current()


def test_a_name_that_is_no_text_has_a_digest(tmp_path: Path) -> None:
    shop = Shop(tmp_path)
    before = shop.stamp().digest(shop.inputs)
    (shop.inputs / os.fsdecode(b"a\xff")).write_bytes(b"x")
    assert shop.stamp().digest(shop.inputs) != before
