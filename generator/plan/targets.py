"""All targets, in the order in which they are rendered."""

from collections.abc import Callable, Iterable
from pathlib import Path

from generator.model import Spec
from generator.plan import Output, check_paths, client, docs, mock_server, openapi

Target = Callable[[Spec, Path], Iterable[Output]]

TARGETS: dict[str, Target] = {
    "client": client.outputs,
    "mock_server": mock_server.outputs,
    "docs": docs.outputs,
    "openapi": openapi.outputs,
}


def plan(spec: Spec, templates: Path, targets: Iterable[str] = TARGETS) -> list[Output]:
    """The outputs of the chosen targets."""
    outputs = [output for name in targets for output in TARGETS[name](spec, templates)]
    check_paths(outputs)
    return outputs
