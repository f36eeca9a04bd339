"""What a target is: views of the IR, and a template folder whose paths are the output paths."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.output.outputs import Copy, Names, Output, Planned, View, check_path
from generator.problems import GeneratorError
from generator.spec.ir import Spec
from generator.spec.product import Product
from generator.targets.folders import JINJA, refuse_strange_files, strangeness, template_files
from generator.targets.namespaces import Namespace

_PLACE = re.compile(r"\{([a-z]+)\}")


def _no_namespaces(spec: Spec) -> Iterable[Namespace]:
    return ()


def _one_place(product: Product) -> Sequence[Names]:
    return ({},)


@dataclass(frozen=True, slots=True)
class Target:
    """One kind of output."""

    name: str
    """Its folder below templates/."""
    root: str
    """Where that folder goes below generated/; empty: generated/ itself."""
    outputs: Callable[[Spec], Iterable[Output]]
    namespaces: Callable[[Spec], Iterable[Namespace]] = _no_namespaces
    """The final names of its output, to be judged."""
    places: Callable[[Product], Sequence[Names]] = _one_place
    """What stands for `{package}` and the like in the paths of plain files, once for each copy."""
    optional: frozenset[str] = frozenset()
    """Outputs that some specs have no use for, by their paths below templates/."""
    licensed: bool = False
    """Whether the project's licence goes with it."""

    def path(self, template: str, names: Names) -> str:
        """The path below generated/ of what stands at a path below templates/."""
        below = template.removeprefix(f"{self.name}/")
        below = f"{self.root}/{below}" if self.root else below
        filled = _PLACE.sub(lambda place: names.get(place[1], place[0]), below)
        if "{" in filled or "}" in filled:
            known = ", ".join(f"{{{name}}}" for name in sorted(names)) or "nothing"
            raise GeneratorError(
                f"templates/{template}: what stands in braces is not filled in; known is {known}"
            )
        return filled


def plan(targets: Iterable[Target], spec: Spec, project: Path) -> Iterator[Planned]:
    """All files of all targets, every path once and inside of the output folder."""
    refuse_strange_files(project)
    seen: set[str] = set()
    for target in targets:
        for planned in _planned(target, spec, project):
            check_path(planned.path, seen)
            yield planned


def _planned(target: Target, spec: Spec, project: Path) -> Iterator[Planned]:
    templates = project / "templates"
    for output in target.outputs(spec):
        template = output.template if isinstance(output, View) else output.path
        yield Planned(target.path(template, output.names), output)
    for path in template_files(templates / target.name):
        if not path.endswith(JINJA):
            for names in target.places(spec.product):
                where = target.path(f"{target.name}/{path}", names)
                yield Planned(where, Copy(templates / target.name / path))
    if target.licensed:
        licence = spec.product.licence.file
        if what := strangeness(project / licence, project):
            raise GeneratorError(f"{licence}: {what}")
        yield Planned(target.path(f"{target.name}/LICENSE", {}), Copy(project / licence))
