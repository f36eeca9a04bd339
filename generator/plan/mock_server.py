"""The outputs of generated/mock_server."""

from collections.abc import Iterator
from pathlib import Path

from generator.model import Spec
from generator.plan import Output


def outputs(spec: Spec, templates: Path) -> Iterator[Output]:
    """Everything below generated/mock_server."""
    yield from ()
