"""Only regular files are opened, and links are followed to where they lead."""

import os
from pathlib import Path

import pytest

from generator.spec.disk import NotRegularError, is_inside, read_regular


def test_a_file_is_read_and_so_is_one_behind_a_link(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    (tmp_path / "b").symlink_to("a")
    assert read_regular(tmp_path / "a") == read_regular(tmp_path / "b") == b"x"


def test_pipes_and_devices_are_refused_and_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/zero")):
        with pytest.raises(NotRegularError, match="not a regular file"):
            read_regular(path)


def test_folders_and_missing_files_are_refused_by_the_system(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        read_regular(tmp_path)
    with pytest.raises(FileNotFoundError):
        read_regular(tmp_path / "a")


def test_where_links_lead(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name, target in (("up", ".."), ("here", "."), ("self", "self")):
        (tmp_path / "in" / name).symlink_to(target)
    assert not is_inside(tmp_path / "in" / "up", tmp_path / "in")
    assert is_inside(tmp_path / "in" / "here", tmp_path / "in")
    assert is_inside(tmp_path / "in" / "self", tmp_path / "in")
