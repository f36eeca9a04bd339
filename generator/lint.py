"""Stage 5: what the schema cannot say. Each rule is one function."""

from collections.abc import Iterator

from generator.errors import Problem
from generator.model import Spec


def lint(spec: Spec) -> Iterator[Problem]:
    """Every problem and warning that the rules find."""
    yield from ()
