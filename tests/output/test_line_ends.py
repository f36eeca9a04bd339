"""Text reads alike on every machine, and what is no text is not touched."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from project import FILES, ORDERS, REPOSITORY, TinyProject

from generator.output.line_ends import read_text_file, with_line_feeds
from generator.problems import GeneratorError
from generator.spec.load import parse


@pytest.mark.parametrize(
    ("content", "read"),
    [
        (b"a\r\nb\r\n", b"a\nb\n"),
        (b"a\nb\r\nc\rd\r\r\n", b"a\nb\nc\rd\r\n"),
        ("中\r\n".encode(), "中\n".encode()),
        (b"", b""),
        (b"PNG\r\n\0", b"PNG\r\n\0"),
        (b"\x89PNG\r\n\x1a\n", b"\x89PNG\r\n\x1a\n"),
    ],
)
def test_text_is_read_with_line_feeds_and_the_rest_as_it_is(
    tmp_path: Path, content: bytes, read: bytes
) -> None:
    (tmp_path / "x").write_bytes(content)
    assert read_text_file(tmp_path / "x") == read


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    with pytest.raises(GeneratorError, match=r"cannot read .*/x: Is a directory"):
        read_text_file(tmp_path / "x")


def test_content_with_line_feeds() -> None:
    assert with_line_feeds(b"\xff\r\n\r\n\n") == b"\xff\n\n\n"


SCALARS = """\
literal: |
  a

  b
folded: >-
  a
  b
quoted: "a
  b"
plain: a
  b
"""


def test_specs_load_alike() -> None:
    for text in (*FILES.values(), SCALARS):
        windows = text.replace("\n", "\r\n").encode()
        assert parse("x.yaml", windows).data == parse("x.yaml", text.encode()).data


def test_a_project_with_other_line_ends_renders_the_same_bytes(tmp_path: Path) -> None:
    tiny = TinyProject.create(tmp_path / "unix")
    shutil.copytree(tiny.root, tmp_path / "windows")
    for path in (tmp_path / "windows").rglob("*"):
        if path.is_file() and path.suffix in (".yaml", ".json", ".jinja"):
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    windows = TinyProject(tmp_path / "windows")
    assert "\r\n" in (windows.root / ORDERS).read_bytes().decode()
    assert windows.pipeline().render() == tiny.pipeline().render()


GIT = shutil.which("git")


@pytest.mark.skipif(GIT is None, reason="needs git")
def test_a_clone_on_windows_has_line_feeds(tmp_path: Path) -> None:
    """`core.autocrlf` is the default there; .gitattributes wins."""
    origin, clone = tmp_path / "origin", tmp_path / "clone"
    files = [
        "generated/a/x.py",
        "generated/.files",
        "specs/a.yaml",
        "templates/a.jinja",
        "README.md",
    ]
    origin.mkdir()
    shutil.copy(REPOSITORY / ".gitattributes", origin)
    for file in files:
        (origin / file).parent.mkdir(parents=True, exist_ok=True)
        (origin / file).write_bytes(b"a\nb\n")
    (origin / "tests/importers/pages").mkdir(parents=True)
    (origin / "tests/importers/pages/page.html").write_bytes(b"a\r\nb\n")

    def git(*arguments: str, cwd: Path = origin) -> str:
        identity = ("-c", "user.name=a", "-c", "user.email=a@example.org")
        run = subprocess.run(
            [str(GIT), "-c", "core.autocrlf=true", *identity, *arguments],
            cwd=cwd, capture_output=True, encoding="utf-8", check=True,
        )  # fmt: skip
        return run.stdout

    git("init", "--quiet")
    git("add", ".")
    git("commit", "--quiet", "--message", "all")
    git("clone", "--quiet", str(origin), str(clone), cwd=tmp_path)
    assert {file: (clone / file).read_bytes() for file in files} == dict.fromkeys(files, b"a\nb\n")
    assert (clone / "tests/importers/pages/page.html").read_bytes() == b"a\r\nb\n"
    told = git("check-attr", "linguist-generated", "--", "generated/a/x.py", "specs/a.yaml")
    assert told.splitlines() == [
        "generated/a/x.py: linguist-generated: set",
        "specs/a.yaml: linguist-generated: unspecified",
    ]


def test_a_pipe_is_told_and_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "LICENSE")
    with pytest.raises(GeneratorError, match="LICENSE: not a regular file"):
        read_text_file(tmp_path / "LICENSE")
