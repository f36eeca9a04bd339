"""Builds a small product of its own with the repository's templates."""

import shutil
from pathlib import Path

from project import REPOSITORY

from generator.pipeline import Pipeline, Project

PARCELKIT = Path(__file__).parent / "parcelkit"


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
