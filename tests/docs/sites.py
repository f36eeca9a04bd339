"""Renders the pages and builds the site."""

import shutil
import subprocess
import sys
from pathlib import Path

from generator.spec.ir import Spec
from generator.targets import docs
from real import rendered


def render(spec: Spec, folder: Path) -> Path:
    """The docs of a spec; the folder that holds zensical.toml."""
    for path, content in rendered(docs.TARGET, spec).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder / "docs"


def build_site(source: Path, folder: Path) -> "subprocess.CompletedProcess[str]":
    """The site, in folder/site; links and anchors that lead nowhere are failures."""
    shutil.copytree(source, folder)
    return subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--strict"],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
