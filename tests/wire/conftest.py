"""The specs, as the generator understands them."""

from pathlib import Path

import pytest

from generator.spec.ir import Spec
from generator.pipeline import Pipeline, Project

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def spec() -> Spec:
    return Pipeline(Project.at(ROOT, cached=False)).spec()
