"""Puts the rendered packages and the helpers of the tests on the import path."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parent.parent

for folder in ("generated/client/src", "generated/mock_server/src", "tests"):
    sys.path.insert(0, str(ROOT / folder))

import real  # noqa: E402 - it stands in one of these folders

from generator.spec.ir import Spec  # noqa: E402

# A slow machine is no bug; CI tries the same examples every time, developers new ones.
settings.register_profile("here", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("here")


@pytest.fixture(scope="session")
def spec() -> Spec:
    """The IR of the real specs."""
    return real.spec()
