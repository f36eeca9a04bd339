"""Last stage: compare, replace, prune. A run killed at any moment leaves every file old or new."""

import contextlib
import difflib
import os
import shutil
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.output.line_ends import with_line_feeds
from generator.output.lock import LOCK, PATIENCE, locked
from generator.output.stamp import sha256
from generator.problems import GeneratorError
from generator.spec.disk import NotRegularError, is_inside, read_regular, real

MANIFEST = ".files"
"""Lists the files that are ours, one path a line, and seals the list: nothing else is removed."""

_SEAL = "# sha256 "
_TEMPORARY = ".tbkgen-"
_STAGING = f"{_TEMPORARY}staging"


@dataclass(frozen=True, slots=True)
class Changes:
    """How the output folder differs from what it should be; paths are below it."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int
    line_ends: tuple[str, ...] = ()
    """Those of `changed` in which nothing but the line ends differs."""
    leftovers: tuple[str, ...] = ()
    """What a killed run left, or a run that goes on just now."""
    unproven: tuple[str, ...] = ()
    """Files that a damaged manifest lists: perhaps not ours, so they stay."""
    manifest: bool = False
    """Whether the manifest itself is not what it should be."""
    digests: Mapping[str, str] = field(default_factory=dict)
    """SHA-256 of all that was published, the manifest included."""

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed or self.leftovers or self.manifest)

    @property
    def only_line_ends(self) -> bool:
        """Whether all would be well, had nobody changed the line ends."""
        others = self.added or self.removed or self.leftovers or self.manifest
        return bool(self.line_ends) and self.line_ends == self.changed and not others


def compare(folder: Path, files: Mapping[str, bytes]) -> Changes:
    """What `publish` would do."""
    survey = _Survey(folder, files.keys())
    for path, content in files.items():
        survey.differs(path, content)
    return survey.changes()


def publish(
    folder: Path,
    files: Mapping[str, bytes],
    *,
    tell: Callable[[str], None] = lambda word: None,
    patience: float = PATIENCE,
) -> Changes:
    """Make the output folder hold exactly these files of ours, and leave all others alone.

    Each content is asked for once and not kept. While another process publishes into the folder,
    this one waits with a word to `tell`, at most `patience` seconds.
    """
    _refuse_unsafe(files)
    with _telling(folder, "nothing was changed"):
        folder.mkdir(parents=True, exist_ok=True)
    _refuse_links(folder, read_manifest(folder) | files.keys())
    with _telling(folder), locked(folder, tell, patience):
        survey = _Survey(folder, files.keys(), held=True)
        _remove_leftovers(folder, survey)
        staging = _Staging(folder)
        try:
            digests = {}
            for path, content in files.items():
                digests[path] = sha256(content)
                if survey.differs(path, content):
                    staging.add(path, content)
            changes = survey.changes(digests)
            _replace(folder, files.keys(), changes, staging)
        finally:
            staging.remove()
    return changes


def _replace(folder: Path, wanted: Iterable[str], changes: Changes, staging: "_Staging") -> None:
    """From the old files to the new ones. Everything that may fail for want of space is over."""
    manifest = manifest_text(wanted)
    if changes.added or changes.removed:
        # First own everything old and new, so that a killed run leaves no orphan behind.
        _replace_whole(folder / MANIFEST, manifest_text([*wanted, *changes.removed]))
    # First remove: where a file was, there may be a folder now, and the other way round.
    for path in changes.removed:
        with _telling(folder / path):
            (folder / path).unlink(missing_ok=True)
    _remove_empty_folders(folder, changes.removed)
    staging.move()
    if _content(folder / MANIFEST) != manifest:
        _replace_whole(folder / MANIFEST, manifest)


class _Survey:
    """Compares a folder with the files that it should hold, one after the other."""

    def __init__(self, folder: Path, wanted: Iterable[str], *, held: bool = False) -> None:
        self.folder = folder
        self.wanted = set(wanted)
        self.listed, self.sealed = _read_manifest(folder)
        stale = [path for path in self.listed - self.wanted if _is_file_or_link(folder / path)]
        self.stale = tuple(sorted(stale))
        self.leftovers = _leftovers(folder, self.listed | self.wanted, held=held)
        self._stale_by_letters = {path.casefold(): path for path in self.stale}
        self._added: list[str] = []
        self._changed: list[str] = []
        self._line_ends: list[str] = []
        self._unchanged = 0

    def differs(self, path: str, content: bytes) -> bool:
        """Whether the file has to be written."""
        try:
            current = read_regular(self.folder / path)
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError, NotRegularError):
            self._added.append(path)
            return True
        except OSError as error:
            raise GeneratorError(f"cannot read {self.folder / path}: {error.strerror}") from error
        if current == content and not self._is_stale_in_other_letters(path):
            self._unchanged += 1
            return False
        self._changed.append(path)
        if current != content and with_line_feeds(current) == content:
            self._line_ends.append(path)
        return True

    def _is_stale_in_other_letters(self, path: str) -> bool:
        """Whether the disk tells no upper from lower case, and removing a file removes this one."""
        stale = self._stale_by_letters.get(path.casefold())
        return stale is not None and (self.folder / stale).samefile(self.folder / path)

    def changes(self, digests: Mapping[str, str] | None = None) -> Changes:
        """All that was found."""
        manifest = manifest_text(self.wanted)
        return Changes(
            added=tuple(sorted(self._added)),
            changed=tuple(sorted(self._changed)),
            removed=self.stale if self.sealed else (),
            unchanged=self._unchanged,
            line_ends=tuple(sorted(self._line_ends)),
            leftovers=self.leftovers,
            unproven=() if self.sealed else self.stale,
            manifest=_line_feeds(_content(self.folder / MANIFEST)) != manifest,
            digests={} if digests is None else {**digests, MANIFEST: sha256(manifest)},
        )


class _Staging:
    """New files, written whole in a folder of their own before the first old one is replaced."""

    def __init__(self, folder: Path) -> None:
        self._target = folder
        self._folder = folder / _STAGING
        self._paths: list[str] = []

    def add(self, path: str, content: bytes) -> None:
        """Keep the content of a file."""
        with _telling(self._target / path, "nothing was changed"):
            self._folder.mkdir(exist_ok=True)
            self._staged(len(self._paths)).write_bytes(content)
        self._paths.append(path)

    def move(self) -> None:
        """Put every file in its place."""
        for number, path in enumerate(self._paths):
            target = self._target / path
            with _telling(target):
                target.parent.mkdir(parents=True, exist_ok=True)
                os.replace(self._staged(number), target)

    def _staged(self, number: int) -> Path:
        return self._folder / str(number)

    def remove(self) -> None:
        """Nothing of it stays, whatever happened."""
        shutil.rmtree(self._folder, ignore_errors=True)


def replace_file(folder: Path, path: str, content: bytes) -> None:
    """Write one file below the folder, whole or not at all.

    It keeps its mode; through a link that stays in the folder, the file behind it is written.
    """
    target = folder / path
    if target.is_symlink() and target.exists() and is_inside(target, folder):
        target = real(target)
    _replace_whole(target, content)


def _replace_whole(target: Path, content: bytes) -> None:
    temporary = target.parent / f"{_TEMPORARY}{os.getpid()}.tmp"
    with _telling(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            temporary.write_bytes(content)
            if target.is_file() and not target.is_symlink():
                temporary.chmod(stat.S_IMODE(target.stat().st_mode))
            os.replace(temporary, target)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise


# The manifest


def manifest_text(paths: Iterable[str]) -> bytes:
    """The content of the manifest: sorted paths, and a seal that shows edits and damage."""
    text = "".join(f"{path}\n" for path in sorted(set(paths) - {MANIFEST}))
    return f"{text}{_SEAL}{sha256(text.encode())}\n".encode()


def read_manifest(folder: Path) -> set[str]:
    """The paths that an earlier run wrote; none if somebody else wrote the manifest, too."""
    paths, sealed = _read_manifest(folder)
    return paths if sealed else set()


def _read_manifest(folder: Path) -> tuple[set[str], bool]:
    """The paths below the folder that the manifest lists, and whether we wrote exactly that."""
    try:
        content = with_line_feeds(read_regular(folder / MANIFEST))
    except OSError:
        return set(), False
    lines = content.decode("utf-8", "replace").split("\n")
    paths = {line for line in lines if is_below(line) and not line.startswith("#")}
    return paths, manifest_text(paths) == content


def is_below(path: str) -> bool:
    """Whether a relative path stays below the folder it is joined to, on every system."""
    steps = path.split("/")
    odd = any(step in ("", ".", "..") or "\\" in step or ":" in step for step in steps)
    return path.isprintable() and not odd


# What is refused before anything is touched


def _refuse_unsafe(paths: Iterable[str]) -> None:
    """Each path below the folder, and none that is another one on some file system."""
    known: dict[str, str] = {}
    for path in paths:
        if not is_below(path):
            raise GeneratorError(f"{path!r} would leave the output folder")
    for path in (*_folders_above(paths), *paths):
        other = known.setdefault(path.casefold(), path)
        if other != path:
            raise GeneratorError(
                f"{path!r} and {other!r} differ in upper and lower case only: "
                "on many disks they are one file; rename one of them"
            )
    for path in _folders_above(paths).intersection(paths):
        raise GeneratorError(f"{path!r} would be a file and a folder; rename one of them")


def _refuse_links(folder: Path, paths: Iterable[str]) -> None:
    """No folder of ours may be a link to somewhere else."""
    for parent in sorted(_folders_above(paths)):
        if not is_inside(folder / parent, folder):
            raise GeneratorError(
                f"{folder / parent} leads out of {folder} by a symbolic link; remove it"
            )


def _folders_above(paths: Iterable[str]) -> set[str]:
    """All folders between the output folder and the paths."""
    folders: set[str] = set()
    for path in paths:
        while (path := path.rpartition("/")[0]) and path not in folders:
            folders.add(path)
    return folders


# What killed runs leave


def _leftovers(folder: Path, paths: Iterable[str], *, held: bool) -> tuple[str, ...]:
    """Temporary files beside ours; the lock is none while we hold it."""
    found = []
    for parent in ("", *_folders_above(paths)):
        try:
            names = os.listdir(folder / parent)
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as error:
            raise GeneratorError(f"cannot read {folder / parent}: {error.strerror}") from error
        ours = [name for name in names if name.startswith(_TEMPORARY)]
        found += [f"{parent}/{name}" if parent else name for name in ours]
    return tuple(sorted(path for path in found if _is_leftover(folder, path, held=held)))


def _is_leftover(folder: Path, path: str, *, held: bool) -> bool:
    if path == LOCK:
        return not held
    return path == _STAGING or _is_file_or_link(folder / path)


def _remove_leftovers(folder: Path, survey: _Survey) -> None:
    for path in survey.leftovers:
        leftover = folder / path
        with _telling(leftover):
            if leftover.is_dir() and not leftover.is_symlink():
                shutil.rmtree(leftover)
            else:
                leftover.unlink()
    owned = survey.wanted | survey.listed if survey.sealed else survey.wanted
    _remove_empty_folders(folder, owned)


def _remove_empty_folders(folder: Path, paths: Iterable[str]) -> None:
    """The folders above the paths, the deepest first, that hold nothing any more."""
    for parent in sorted(_folders_above(paths), reverse=True):
        with contextlib.suppress(OSError):
            (folder / parent).rmdir()


# Little helpers


@contextlib.contextmanager
def _telling(path: Path, state: str = "every file is old or new, none is cut") -> Iterator[None]:
    """Turn the system's error into one that names the path and the state of things."""
    try:
        yield
    except OSError as error:
        raise GeneratorError(
            f"cannot write {path}: {error.strerror}; {state}: "
            "run the command again when this is mended"
        ) from error


def _is_file_or_link(path: Path) -> bool:
    return path.is_symlink() or path.is_file()


def _content(path: Path) -> bytes | None:
    try:
        return read_regular(path)
    except OSError:
        return None


def _line_feeds(content: bytes | None) -> bytes | None:
    return None if content is None else with_line_feeds(content)


def diff(folder: Path, files: Mapping[str, bytes], changes: Changes) -> Iterator[str]:
    """A unified diff of what would change, for people."""
    for path in (*changes.changed, *changes.added, *changes.removed):
        before = (_content(folder / path) or b"").decode("utf-8", "replace")
        after = files[path].decode("utf-8", "replace") if path in files else ""
        yield from difflib.unified_diff(
            before.splitlines(), after.splitlines(), f"a/{path}", f"b/{path}", lineterm="", n=1
        )
