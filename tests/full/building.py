"""Builds the product of this folder with the repository's templates, and imports its packages."""

import importlib
import json
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from project import REPOSITORY

from generator.pipeline import Pipeline
from generator.project import Project

HERE = Path(__file__).parent
ACCOUNT = ("12345678", "helloworld")
PACKAGES = {"client": "fullkit", "mock_server": "fullkit_stub"}


@dataclass(frozen=True)
class Full:
    """What the specs of this folder are rendered to."""

    root: Path
    client: Any
    mock: Any

    def text(self, path: str) -> str:
        """A file of the output."""
        return (self.root / "generated" / path).read_text("utf-8")

    def json(self, path: str) -> Any:
        return json.loads(self.text(path))

    def module(self, name: str) -> Any:
        """A module of the client."""
        return importlib.import_module(f"fullkit.{name}")


def full_project(root: Path) -> Project:
    """A project with the specs of this folder, and our templates and schemas."""
    shutil.copytree(HERE / "specs", root / "specs")
    shutil.copy(HERE / "LICENCE.txt", root)
    shutil.copytree(REPOSITORY / "templates", root / "templates")
    shutil.copytree(REPOSITORY / "specs" / "_schema", root / "specs" / "_schema")
    return Project.at(root, cached=False)


@contextmanager
def built(root: Path) -> Iterator[Full]:
    """The output, with its packages beside whatever else is imported."""
    Pipeline(full_project(root)).build()
    folders = [str(root / "generated" / name / "src") for name in PACKAGES]
    sys.path[:0] = folders
    try:
        yield Full(root, *map(importlib.import_module, PACKAGES.values()))
    finally:
        for folder in folders:
            sys.path.remove(folder)
        for name in [name for name in sys.modules if name.startswith("fullkit")]:
            del sys.modules[name]
        importlib.invalidate_caches()
