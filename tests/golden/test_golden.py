"""What two small spec trees are rendered to, as files that a review can read.

The old specs of tests/frozen, and those of tests/full that use every key of the language. What the
latter must show is stated there, in plain words; this is all of it, for the eye.

After an intended change, take over the new output and look at its diff:

    make golden
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from full.building import full_project
from project import REPOSITORY, frozen_project, tree

from generator.output.publish import publish
from generator.pipeline import Pipeline
from generator.project import Project

HERE = Path(__file__).parent


def rendered(project: Project) -> dict[str, bytes]:
    """Everything that depends on the specs: plain files of the templates need no second copy."""
    files = Pipeline(project).render()
    plain = {*tree(REPOSITORY / "templates").values(), (REPOSITORY / "LICENSE").read_bytes()}
    return {path: content for path, content in files.items() if content not in plain}


@pytest.mark.parametrize(
    ("project_at", "folder"), [(frozen_project, "generated"), (full_project, "full/generated")]
)
def test_the_output_is_the_reviewed_one(
    project_at: Callable[[Path], Project], folder: str, tmp_path: Path
) -> None:
    files = rendered(project_at(tmp_path))
    if os.environ.get("UPDATE_GOLDEN"):
        publish(HERE / folder, files)
    expected = {path: text for path, text in tree(HERE / folder).items() if path != ".files"}
    assert sorted(files) == sorted(expected)
    for path, content in files.items():
        if content != expected[path]:
            assert content.decode() == expected[path].decode(), path
