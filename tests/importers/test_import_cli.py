"""`tbkgen import` on the command line: what is printed, what is written, the exit code."""

import shutil
from pathlib import Path

import pytest
from saved_pages import PAGES, SPEC, SPECS

from generator.cli import main


@pytest.fixture
def root(project: Path) -> Path:
    """The project with everything that the command looks for."""
    shutil.copy(SPECS / "platform.yaml", project / "specs")
    return project


def test_good_and_bad_files(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = root / "bad.txt"
    bad.write_text("no page", encoding="utf-8")
    files = [str(bad), str(PAGES / "parcel_list.txt"), str(root / "nowhere.txt")]
    assert main(["--root", str(root), "import", "--write", *files]) == 1
    out, err = capsys.readouterr()
    assert f"wrote {SPEC}" in out
    assert "bad.txt:1: import-not-api: " in err
    assert f"{root}/nowhere.txt: import-file: cannot be read: No such file or directory" in err
    assert "2 problem(s) in 2 file(s), of which nothing was written" in err
    assert "Traceback" not in err


def test_a_look_writes_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(root), "import", str(PAGES / "parcel_list.txt")]) == 0
    assert "nothing was written" in capsys.readouterr().out
    assert not (root / SPEC).exists()


def test_problems_in_a_folder_are_told_apart(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("saved/a", "saved/b"):
        (root / folder).mkdir(parents=True)
        (root / folder / "page.txt").write_text("no page", encoding="utf-8")
    monkeypatch.chdir(root)
    assert main(["--root", str(root), "import", "saved"]) == 1
    err = capsys.readouterr().err
    assert "saved/a/page.txt:1: import-not-api: " in err
    assert "saved/b/page.txt:1: import-not-api: " in err


def test_a_folder_tells_what_is_no_document(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "saved").mkdir()
    shutil.copy(PAGES / "parcel_list.txt", root / "saved")
    for name in ("logo.png", "style.css", ".DS_Store"):
        (root / "saved" / name).write_bytes(b"x")
    monkeypatch.chdir(root)
    assert main(["--root", str(root), "import", "saved"]) == 0
    told = "passed over: 2 file(s) of other kinds: saved/logo.png, saved/style.css"
    assert told in capsys.readouterr().out.splitlines()


def test_a_folder_without_documents_is_told(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    (empty / "photo.png").write_bytes(b"x")
    assert main(["--root", str(root), "import", str(empty)]) == 1
    out, err = capsys.readouterr()
    assert out.startswith("passed over: 1 file(s)")
    assert err.startswith("tbkgen: no document was found; of a folder, *.htm, *.html, ")
