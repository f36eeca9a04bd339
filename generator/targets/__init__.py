"""All targets, in the order in which they are rendered."""

from collections.abc import Callable, Iterable
from pathlib import Path

from generator.spec.ir import Spec
from generator.output.outputs import Output, check_paths
from generator.targets import client
from generator.targets import docs
from generator.targets import mock_server
from generator.targets import openapi

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
