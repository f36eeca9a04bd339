"""Stage 10: compare, replace, prune. A run killed at any moment leaves every file old or new."""

import contextlib
import difflib
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.problems import GeneratorError

MANIFEST = ".files"
"""Lists the files that are ours, one path a line: nothing else is ever removed."""

_TEMPORARY_PREFIX = ".tbkgen-"


@dataclass(frozen=True, slots=True)
class Changes:
    """How the output folder differs from what it should be; paths are below it."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def read_manifest(folder: Path) -> set[str]:
    """The paths that an earlier run wrote."""
    try:
        lines = (folder / MANIFEST).read_text(encoding="utf-8").splitlines()
    except OSError:
        return set()
    return {line for line in lines if line and is_inside(line)}


def is_inside(path: str) -> bool:
    """Whether a relative path stays below the folder it is joined to."""
    steps = path.split("/")
    return not any(step in ("", ".", "..") or "\\" in step or "\0" in step for step in steps)


def compare(folder: Path, files: Mapping[str, bytes]) -> Changes:
    """What `publish` would do."""
    added, changed, unchanged = [], [], 0
    for path in sorted(files):
        try:
            current = (folder / path).read_bytes()
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            added.append(path)
        except OSError as error:
            raise GeneratorError(f"cannot read {folder / path}: {error.strerror}") from error
        else:
            if current == files[path]:
                unchanged += 1
            else:
                changed.append(path)
    stale = read_manifest(folder) - set(files) - {MANIFEST}
    removed = sorted(path for path in stale if _is_file_or_link(folder / path))
    return Changes(tuple(added), tuple(changed), tuple(removed), unchanged)


def _is_file_or_link(path: Path) -> bool:
    return path.is_symlink() or path.is_file()


def publish(folder: Path, files: Mapping[str, bytes]) -> Changes:
    """Make the output folder hold exactly these files of ours, and leave all others alone."""
    for path in files:
        if not is_inside(path):
            raise GeneratorError(f"{path!r} would leave the output folder")
    owned = read_manifest(folder) | set(files)
    _refuse_links(folder, owned)
    with _telling(folder):
        folder.mkdir(parents=True, exist_ok=True)
        _remove_leftovers(folder, owned)
    changes = compare(folder, files)
    if changes.added or changes.removed:
        # First own everything old and new, so that a killed run leaves no orphan behind.
        replace_file(folder, MANIFEST, manifest_text(owned))
    # First remove: where a file was, there may be a folder now, and the other way round.
    for path in changes.removed:
        _remove(folder, path)
    for path in (*changes.added, *changes.changed):
        replace_file(folder, path, files[path])
    manifest = manifest_text(files)
    if _content(folder / MANIFEST) != manifest:
        replace_file(folder, MANIFEST, manifest)
    return changes


@contextlib.contextmanager
def _telling(path: Path) -> Iterator[None]:
    """Turn the system's error into one that names the path."""
    try:
        yield
    except OSError as error:
        raise GeneratorError(
            f"cannot write {path}: {error.strerror}; files written so far are complete, "
            "run the command again when this is mended"
        ) from error


def _refuse_links(folder: Path, paths: Iterable[str]) -> None:
    """No folder of ours may be a link to somewhere else."""
    inside = folder.resolve()
    for parent in sorted({(folder / path).parent for path in paths}):
        if not parent.resolve().is_relative_to(inside):
            raise GeneratorError(f"{parent} leads out of {folder} by a symbolic link; remove it")


def manifest_text(paths: Iterable[str]) -> bytes:
    """The content of the manifest."""
    return "".join(f"{path}\n" for path in sorted(set(paths) - {MANIFEST})).encode()


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def replace_file(folder: Path, path: str, content: bytes) -> None:
    """Write one file below the folder, whole or not at all."""
    target = folder / path
    temporary = target.parent / f"{_TEMPORARY_PREFIX}{os.getpid()}.tmp"
    with _telling(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            temporary.write_bytes(content)
            os.replace(temporary, target)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise


def _remove(folder: Path, path: str) -> None:
    target = folder / path
    with _telling(target):
        target.unlink(missing_ok=True)
    _remove_empty_folders(folder, [path])


def _remove_leftovers(folder: Path, paths: Iterable[str]) -> None:
    """Temporary files and emptied folders of a run that was killed."""
    for parent in {(folder / path).parent for path in paths} | {folder}:
        if parent.is_dir():
            for leftover in parent.glob(f"{_TEMPORARY_PREFIX}*.tmp"):
                leftover.unlink(missing_ok=True)
    _remove_empty_folders(folder, paths)


def _remove_empty_folders(folder: Path, paths: Iterable[str]) -> None:
    """The folders above the paths, the deepest first, that hold nothing any more."""
    above = {parent for path in paths for parent in Path(path).parents[:-1]}
    for parent in sorted(above, reverse=True):
        with contextlib.suppress(OSError):
            (folder / parent).rmdir()


def diff(folder: Path, files: Mapping[str, bytes], changes: Changes) -> Iterator[str]:
    """A unified diff of what would change, for people."""
    for path in (*changes.changed, *changes.added, *changes.removed):
        before = (_content(folder / path) or b"").decode("utf-8", "replace")
        after = files.get(path, b"").decode("utf-8", "replace")
        yield from difflib.unified_diff(
            before.splitlines(), after.splitlines(), f"a/{path}", f"b/{path}", lineterm="", n=1
        )
