"""No output leaves its folder, and none stands twice."""

import pytest
from tables import every

from generator.output.outputs import check_path
from generator.problems import GeneratorError


@pytest.mark.parametrize("path", ["a", "a/b.py", "client/src/x/_y.py", "docs/a-b.c.md", ".files"])
def test_paths(path: str) -> None:
    seen: set[str] = set()
    check_path(path, seen)
    assert seen == {path}


@every(
    "path",
    [
        *("", "/etc/passwd", "../x", "a/../../x", "a/./b", "a//b", "a/", ".."),
        *("a\\b", "a\0b", "c:x", "{package}/x", "a}/b"),
    ],
)
def test_unsafe_paths(path: str) -> None:
    with pytest.raises(GeneratorError, match="unsafe or repeated output path"):
        check_path(path, set())


def test_two_paths_that_are_one_on_some_systems() -> None:
    seen: set[str] = set()
    check_path("a/B.py", seen)
    with pytest.raises(GeneratorError, match=r"'A/b\.py'"):
        check_path("A/b.py", seen)
