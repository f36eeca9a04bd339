"""Builds a small product of its own with the repository's templates, and imports its packages."""

import importlib
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from project import REPOSITORY

from generator.pipeline import Pipeline, Project

PARCELKIT = Path(__file__).parent / "parcelkit"
ACCOUNT = ("12345678", "helloworld")


def project_of(root: Path) -> Path:
    """A project in a folder: the product's specs and licence, our templates and schemas."""
    shutil.copytree(PARCELKIT, root, dirs_exist_ok=True)
    shutil.copytree(REPOSITORY / "templates", root / "templates")
    shutil.copytree(REPOSITORY / "specs" / "_schema", root / "specs" / "_schema")
    return root


def built(root: Path) -> Path:
    """Its output."""
    Pipeline(Project.at(root, cached=False)).build()
    return root / "generated"


@contextmanager
def imported(output: Path) -> Iterator[tuple[Any, Any]]:
    """Its client and mock, beside whatever else is imported."""
    folders = [str(output / name / "src") for name in ("client", "mock_server")]
    sys.path[:0] = folders
    try:
        yield importlib.import_module("parcelkit"), importlib.import_module("parcelkit_stub")
    finally:
        for folder in folders:
            sys.path.remove(folder)
        for name in [name for name in sys.modules if name.startswith("parcelkit")]:
            del sys.modules[name]
        importlib.invalidate_caches()


def edit(file: Path, old: str, new: str) -> None:
    """Replace a text that stands there exactly once."""
    before = file.read_text("utf-8")
    assert before.count(old) == 1, f"{old!r} stands {before.count(old)} times in {file}"
    file.write_text(before.replace(old, new), "utf-8")
