"""The trial call: the rendered client talks to the rendered mock over HTTP on loopback."""

import os
import subprocess
import sys
from pathlib import Path

from generator.output.escape import literal
from generator.problems import GeneratorError
from generator.spec.ir import Spec
from generator.targets.client.platform import first_call

_PATIENCE = 30
"""Seconds until something that should be quick counts as broken."""

_FROM_FOLDERS = """\
import sys

sys.path[:0] = {folders!a}
"""
"""PYTHONPATH would take a folder apart whose name holds its separator."""

_MOCK = """\
import runpy

runpy.run_module({package!a}, run_name="__main__", alter_sys=True)
"""

_PROGRAM = """\
import sys

from {package} import Client

with Client("12345678", "helloworld", session="test", gateway=sys.argv[1]) as client:
    reply = {call}
print(">>> " + {shown})
print(f"{{type(reply).__name__}}(request_id={{reply.request_id!r}})")
{lines}
"""


def program(spec: Spec) -> str:
    """The product's first call, and what it shows of the reply."""
    product, call = spec.product, first_call(spec.product, spec.first)
    paths = product.first_call.show if product.first_call else ()
    longest = max(map(len, paths), default=0)
    lines = []
    for path in paths:
        assert spec.first, path
        attribute = ".".join(member.python_name for member in spec.first.fields.along(path))
        lines.append(f'print(f"  .{attribute:{longest}} = {{reply.{attribute}!r}}")')
    return _PROGRAM.format(
        package=product.client.package, call=call, shown=literal(call), lines="\n".join(lines)
    )


def one_call(spec: Spec, generated: Path) -> str:
    """Start the mock on a free port, call it, stop it; what a user would see."""
    folders = [str(generated / target / "src") for target in ("client", "mock_server")]
    found = _FROM_FOLDERS.format(folders=folders)
    environment = os.environ | {"PYTHONPATH": "", "PYTHONIOENCODING": "utf-8"}
    start = found + _MOCK.format(package=str(spec.product.mock.package))
    with subprocess.Popen(
        [sys.executable, "-c", start, "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environment,
        text=True,
        encoding="utf-8",
    ) as mock:
        try:
            url = _announced_url(mock)
            call = subprocess.run(
                [sys.executable, "-c", found + program(spec), url],
                capture_output=True,
                env=environment,
                timeout=_PATIENCE,
                check=False,
            )
        finally:
            mock.terminate()
            try:
                mock.wait(_PATIENCE)
            except subprocess.TimeoutExpired:
                mock.kill()
    output = (call.stdout + call.stderr).decode("utf-8", "replace").strip()
    if call.returncode:
        raise GeneratorError(f"the call through the fresh client failed:\n{output}")
    return f"mock at {url}\n{output}"


def _announced_url(mock: subprocess.Popen[str]) -> str:
    """The address that the mock prints when it listens."""
    assert mock.stdout is not None
    seen = []
    for line in mock.stdout:
        seen.append(line)
        for word in line.split():
            if word.startswith("http://"):
                return word.rstrip(".,，。")
    raise GeneratorError(f"the fresh mock did not start:\n{''.join(seen).strip()}")
