"""What all tests share: projects and specs."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

pytest.register_assert_rewrite("edits", "formatting", "project")

import real  # noqa: E402
from project import TinyProject  # noqa: E402

from generator.spec.ir import Spec  # noqa: E402

# A slow machine is no bug; CI tries the same examples every time, developers new ones.
settings.register_profile("here", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("here")


@pytest.fixture
def tiny(tmp_path: Path) -> TinyProject:
    """A tiny project with good specs."""
    return TinyProject.create(tmp_path / "project")


@pytest.fixture(scope="session")
def spec() -> Spec:
    """The IR of the real specs."""
    return real.spec()
