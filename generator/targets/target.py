"""What a target is: views of the IR, and a template folder whose paths are the output paths."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.output.outputs import Copy, Names, Output, Planned, View, check_path
from generator.spec.ir import Spec
from generator.spec.product import Product
from generator.targets.namespaces import Namespace

JINJA = ".jinja"


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
    licensed: bool = False
    """Whether the project's licence goes with it."""

    def path(self, template: str, names: Names) -> str:
        """The path below generated/ of what stands at a path below templates/."""
        below = template.removeprefix(f"{self.name}/")
        below = f"{self.root}/{below}" if self.root else below
        return below.format(**names)


def plan(targets: Iterable[Target], spec: Spec, project: Path) -> Iterator[Planned]:
    """All files of all targets, every path once and inside of the output folder."""
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
        where = target.path(f"{target.name}/LICENSE", {})
        yield Planned(where, Copy(project / spec.product.licence.file))


def template_files(folder: Path) -> list[str]:
    """The files of a template folder, without what editors and systems leave behind."""
    return [
        path.relative_to(folder).as_posix()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not is_litter(path.relative_to(folder).as_posix())
    ]


def litter(templates: Path) -> list[str]:
    """What editors and systems left among the templates, caches aside."""
    return [
        path.relative_to(templates).as_posix()
        for path in sorted(templates.rglob("*"))
        if path.is_file()
        and is_litter(path.relative_to(templates).as_posix())
        and "__pycache__" not in path.parts
        and not path.parent.name.endswith("_cache")
    ]


def is_litter(path: str) -> bool:
    """Caches, backups and hidden files: nobody wants them in a package."""
    steps = path.split("/")
    name = steps[-1]
    return (
        any(step == "__pycache__" or step.endswith("_cache") for step in steps)
        or any(step.startswith((".", "#")) for step in steps)
        or name.endswith(("~", ".pyc", ".swp", ".bak", ".orig", ".rej", ".tmp"))
        or name in ("Thumbs.db", "desktop.ini")
    )
