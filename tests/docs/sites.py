"""Renders the pages and builds the site."""

import shutil
import subprocess
import sys
from pathlib import Path

from generator.spec.ir import Spec
from generator.pipeline import Pipeline, Project
from generator.targets import docs

ROOT = Path(__file__).resolve().parents[2]


def render(spec: Spec, folder: Path) -> Path:
    """The docs of a spec; the folder that holds zensical.toml."""
    project = Project.at(ROOT, output=folder, cached=False)
    for path, content in Pipeline(project).files(docs.outputs(spec, project.templates)).items():
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
