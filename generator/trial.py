"""One real call: the rendered client talks to the rendered mock over HTTP on loopback."""

import os
import subprocess
import sys
from pathlib import Path

from generator.problems import GeneratorError

_PATIENCE = 30
"""Seconds until something that should be quick counts as broken."""

_PROGRAM = """\
import sys

from taobaoke import Client

with Client("12345678", "helloworld", session="test", gateway=sys.argv[1]) as client:
    reply = client.tbk_sc_private_tpwd_create(url="https://s.click.taobao.com/YI3Uopu")
print(">>> client.tbk_sc_private_tpwd_create(url=\\"https://s.click.taobao.com/YI3Uopu\\")")
print(f"{type(reply).__name__}(request_id={reply.request_id!r})")
print(f"  .data.password_simple = {reply.data.password_simple!r}")
print(f"  .data.model           = {reply.data.model!r}")
"""


def one_call(generated: Path) -> str:
    """Start the mock on a free port, call it, stop it; what a user would see."""
    packages = [generated / "client" / "src", generated / "mock_server" / "src"]
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join(map(str, packages)),
        "PYTHONIOENCODING": "utf-8",
    }
    mock = subprocess.Popen(
        [sys.executable, "-m", "taobaoke_mock", "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environment,
        text=True,
        encoding="utf-8",
    )
    try:
        url = _announced_url(mock)
        call = subprocess.run(
            [sys.executable, "-c", _PROGRAM, url],
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
