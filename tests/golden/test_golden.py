"""What a small spec tree is rendered to, as files that a review can read.

After an intended change, take over the new output and look at its diff:

    make golden
"""

import os
from pathlib import Path

from project import REPOSITORY, frozen_project, tree

from generator.output.publish import publish
from generator.pipeline import Pipeline

EXPECTED = Path(__file__).parent / "generated"


def rendered(root: Path) -> dict[str, bytes]:
    """Everything that depends on the specs: plain files of the templates need no second copy."""
    files = Pipeline(frozen_project(root)).render()
    plain = {*tree(REPOSITORY / "templates").values(), (REPOSITORY / "LICENSE").read_bytes()}
    return {path: content for path, content in files.items() if content not in plain}


def test_the_output_is_the_reviewed_one(tmp_path: Path) -> None:
    files = rendered(tmp_path)
    if os.environ.get("UPDATE_GOLDEN"):
        publish(EXPECTED, files)
    expected = {path: text for path, text in tree(EXPECTED).items() if path != ".files"}
    assert sorted(files) == sorted(expected)
    for path, content in files.items():
        if content != expected[path]:
            assert content.decode() == expected[path].decode(), path
