"""The template folders: which files are meant, and which only lie there."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.output.outputs import Output, View
from generator.problems import GeneratorError
from generator.spec.disk import is_inside

JINJA = ".jinja"
_PARTS = "_parts"


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


def unused(templates: Path, outputs: Iterable[Output], optional: Iterable[str]) -> list[str]:
    """The templates that print nothing; optional ones and pieces that others include aside."""
    used = {f"{template}{JINJA}" for output in outputs for template in _printed_by(output)}
    used |= {f"{template}{JINJA}" for template in optional}
    return [
        path
        for path in template_files(templates)
        if path.endswith(JINJA) and path not in used and _PARTS not in path.split("/")
    ]


def _printed_by(output: Output) -> Iterator[str]:
    if isinstance(output, View):
        yield output.template
        for parts in output.parts.values():
            for part in parts:
                yield from _printed_by(part)


def refuse_strange_files(project: Path) -> None:
    """No template may be what a package cannot ship, or lead out of the project by a link."""
    templates = project / "templates"
    wrong = [
        f"{_shown(path.relative_to(project).as_posix())}: {what}"
        for path in sorted(templates.rglob("*"))
        if not is_litter(path.relative_to(templates).as_posix())
        if (what := strangeness(path, project))
    ]
    if wrong:
        raise GeneratorError("\n".join(wrong))


def strangeness(path: Path, project: Path) -> str | None:
    """Why something in the project cannot be published as a file, if it cannot."""
    if not path.name.isprintable():
        return "a name with characters that cannot be shown; rename it"
    if path.is_symlink():
        target = _shown(os.readlink(path))
        if not path.exists():
            return f"a link to {target}, which does not exist; remove it"
        if not is_inside(path, project):
            return f"a link to {target}, out of the project; put the file itself here"
        if path.is_dir():
            return f"a link to the folder {target}; put the folder itself here"
    if path.exists() and not path.is_file() and not path.is_dir():
        return "neither a file nor a folder; remove it"
    return None


def _shown(path: str) -> str:
    """A path whose name need not be text."""
    return path.encode("utf-8", "backslashreplace").decode()
