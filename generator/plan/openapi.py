"""The outputs of generated/openapi."""

from collections.abc import Iterator
from pathlib import Path

from generator.model import Spec
from generator.plan import Output


def outputs(spec: Spec, templates: Path) -> Iterator[Output]:
    """Everything below generated/openapi."""
    yield from ()
