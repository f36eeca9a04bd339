"""A target: template paths are output paths, plain files are copied, litter stays behind."""

import re
from dataclasses import dataclass

import pytest
from project import TinyProject

from generator.output.outputs import Copy, View
from generator.problems import GeneratorError
from generator.spec.text import Name
from generator.targets import TARGETS
from generator.targets.target import Target, plan


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


@pytest.mark.parametrize("name", ["{foo}.txt", "a{.txt", "a}.txt", "{0}.txt", "{package.x}.txt"])
def test_braces_that_are_not_filled_in_are_told_with_the_file(tiny: TinyProject, name: str) -> None:
    tiny.write("templates/one/{package}/x.py.jinja", "{{ name }}")
    tiny.write(f"templates/one/{name}", "x")
    target = _target(places=lambda product: [{"package": Name("p")}])
    told = re.escape(f"templates/one/{name}: ") + r".*known is \{package\}"
    with pytest.raises(GeneratorError, match=told):
        _planned(tiny, target)


def test_a_licence_that_leads_out_of_the_project_is_refused(tiny: TinyProject) -> None:
    (tiny.root / "LICENSE").unlink()
    (tiny.root / "LICENSE").symlink_to("/etc/passwd")
    with pytest.raises(GeneratorError, match="LICENSE: a link to /etc/passwd, out of the project"):
        _planned(tiny, _target(licensed=True))
