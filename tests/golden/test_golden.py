"""What a small spec tree is rendered to, as files that a review can read.

After an intended change, take over the new output and look at its diff:

    UPDATE_GOLDEN=1 python -m pytest tests/golden
"""

import os
import shutil
from pathlib import Path

from project import REPOSITORY, tree

from generator.pipeline import Pipeline, Project
from generator.output.publish import publish

EXPECTED = Path(__file__).parent / "generated"
SPECS = REPOSITORY / "tests" / "frozen" / "specs"


def rendered(root: Path) -> dict[str, bytes]:
    """Everything that depends on the specs: plain files of the templates need no second copy."""
    shutil.copytree(SPECS, root / "specs")
    shutil.copytree(REPOSITORY / "templates", root / "templates")
    files = Pipeline(Project.at(root, cached=False)).render()
    plain = set(tree(REPOSITORY / "templates").values())
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
