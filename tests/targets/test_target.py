"""A target: template paths are output paths, plain files are copied, litter stays behind."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from project import TinyProject

from generator.output.outputs import Copy, View
from generator.problems import GeneratorError
from generator.spec.text import Name
from generator.targets import TARGETS
from generator.targets.target import Target, is_litter, plan, template_files


@pytest.mark.parametrize(
    "path",
    [
        *("__pycache__/x.py", "a/__pycache__/b.txt", ".mypy_cache/x", "a/.ruff_cache/x/y"),
        *(".DS_Store", "a/.DS_Store", "._x.py", ".x.py.swp", "x.py~", "#x.py#", ".#x.py"),
        *("a.pyc", "x.bak", "x.orig", "x.rej", "x.tmp", "Thumbs.db", "a/desktop.ini"),
        *(".git/config", ".idea/x.xml", ".hidden"),
    ],
)
def test_litter(path: str) -> None:
    assert is_litter(path)


@pytest.mark.parametrize(
    "path",
    ["x.py", "py.typed", "a/b.css", "{package}/x.py", "cache.py", "tmp/x.py", "a.b.md.jinja"],
)
def test_no_litter(path: str) -> None:
    assert not is_litter(path)


def test_files_of_a_folder(tmp_path: Path) -> None:
    for path in ("b.py", "a/c.txt", "a/.DS_Store", "__pycache__/b.pyc", "a/c.txt~"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text("x")
    assert template_files(tmp_path) == ["a/c.txt", "b.py"]


def test_litter_in_the_templates_is_not_published(tiny: TinyProject) -> None:
    before = sorted(tiny.pipeline().render())
    for path in (
        "client/.DS_Store",
        "docs/docs/index.md.jinja~",
        "mock_server/src/{package}/x.pyc",
    ):
        tiny.write(f"templates/{path}", "litter")
    assert sorted(tiny.pipeline().render()) == before


@dataclass(frozen=True)
class _View:
    name: Name


def _target(root: str = "out", **more: object) -> Target:
    views = [View("one/{package}/x.py", _View, (Name("v"),), {"package": Name("p")})]
    return Target("one", root, lambda spec: views, **more)  # type: ignore[arg-type]


def _planned(tiny: TinyProject, *targets: Target) -> list[str]:
    return [planned.path for planned in plan(targets, tiny.spec(), tiny.root)]


def test_template_paths_are_output_paths(tiny: TinyProject) -> None:
    tiny.write("templates/one/{package}/x.py.jinja", "{{ name }}")
    tiny.write("templates/one/{package}/plain.txt", "x")
    places = [{"package": Name("p")}, {"package": Name("q")}]
    target = _target(places=lambda product: places)
    assert sorted(_planned(tiny, target)) == [
        *("out/p/plain.txt", "out/p/x.py", "out/q/plain.txt"),
    ]


def test_without_a_root_files_stand_at_the_top(tiny: TinyProject) -> None:
    tiny.write("templates/one/{package}/x.py.jinja", "{{ name }}")
    assert _planned(tiny, _target(root="")) == ["p/x.py"]


def test_the_licence_goes_with_a_package(tiny: TinyProject) -> None:
    tiny.write("templates/one/{package}/x.py.jinja", "{{ name }}")
    (planned,) = [
        p for p in plan([_target(licensed=True)], tiny.spec(), tiny.root) if p.path[-1] == "E"
    ]
    assert planned.path == "out/LICENSE"
    assert isinstance(planned.output, Copy)
    assert planned.output.source == tiny.root / "LICENSE"


def test_no_path_comes_from_two_targets(tiny: TinyProject) -> None:
    tiny.write("templates/one/{package}/x.py.jinja", "{{ name }}")
    with pytest.raises(GeneratorError, match=r"repeated output path 'out/p/x\.py'"):
        _planned(tiny, _target(), _target())


def test_targets_have_names_of_their_own() -> None:
    names = [target.name for target in TARGETS]
    assert len(set(names)) == len(names)
