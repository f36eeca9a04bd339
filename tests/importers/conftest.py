"""A small project to import into, and the saved page of an invented method."""

import shutil
from pathlib import Path

import pytest
from saved_pages import HERE, PAGES, SPECS


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with schemas, the product's words, a vocabulary and a catalog, and no API."""
    folder = Path(shutil.copytree(HERE / "project", tmp_path / "project"))
    shutil.copytree(SPECS / "_schema", folder / "specs" / "_schema")
    shutil.copy(SPECS / "product.yaml", folder / "specs")
    return folder


@pytest.fixture
def page() -> str:
    """The page of the invented method as text."""
    return (PAGES / "parcel_list.txt").read_text(encoding="utf-8")
