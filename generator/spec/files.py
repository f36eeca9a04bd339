"""Which files are specs, and what else lies among them; which schema a spec file has."""

import os
import re
import stat
from pathlib import Path

from generator.problems import Problem, rule

STRAY_FILE = rule(
    "stray-file",
    "specs/ holds regular files named *.yaml, and no links out of it",
    "What looks like a spec but is read by nobody holds facts that never reach a user.",
    "Rename the file to <name>.yaml, move it out of specs/, or remove it.",
)

SPECS = "specs"
PLATFORM = "specs/platform.yaml"
PRODUCT = "specs/product.yaml"
CATALOG = "specs/catalog.yaml"
APIS = "specs/apis/"
FIELDS = "specs/_shared/fields.yaml"
FIELDS_OF_TOPICS = "specs/_shared/fields/"
"""The folder of shared members that belong to one topic; the file is named like it."""
TYPES = "specs/_shared/types.yaml"
ENUMS = "specs/_shared/enums.yaml"
ERRORS = "specs/_shared/errors.yaml"
LINKS = "specs/_shared/links.yaml"
SINGLE_FILES = (
    "platform",
    "product",
    "catalog",
    "_shared/fields",
    "_shared/types",
    "_shared/enums",
    "_shared/errors",
    "_shared/links",
)
"""The spec files beside those of the methods, below specs/ and without `.yaml`."""

_SUFFIX = ".yaml"
_MISSPELT = re.compile(r"\.ya?ml(\.\w+)?\Z", re.IGNORECASE)
"""How names end that were meant to be specs: `.yml`, `.YAML`, `.yaml.txt`."""

_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a named pipe (FIFO)"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def is_fields(file: str) -> bool:
    """Whether a file holds shared members."""
    return file == FIELDS or (file.startswith(FIELDS_OF_TOPICS) and file.endswith(_SUFFIX))


def schema_name(file: str) -> str | None:
    """The schema of a spec file: specs/platform.yaml → platform.schema.json."""
    if file.startswith(APIS):
        return "api.schema.json"
    if is_fields(file):
        return "fields.schema.json"
    name = file.removeprefix(f"{SPECS}/").removesuffix(_SUFFIX)
    return f"{name.rpartition('/')[2]}.schema.json" if name in SINGLE_FILES else None


def header(file: str) -> str:
    """The first line of a spec file: editors then check it and show each key's meaning."""
    schema = schema_name(file)
    if schema is None:
        return ""
    up = "../" * (file.count("/") - 1)
    return f"# yaml-language-server: $schema={up}_schema/{schema}\n"


def spec_files(root: Path) -> tuple[list[Path], list[Problem]]:
    """The spec files of a project in the order of their paths, and what only looks like one.

    Names that start with a dot, and those like `x.yaml~` and `#x.yaml#`, are left by editors and
    systems; nobody means them.
    """
    walk = _Walk(os.fspath(root))
    return [root / file for file in sorted(walk.found, key=_steps)], walk.problems


def _steps(file: str) -> list[str]:
    return file.split("/")


class _Walk:
    """One walk over specs/. Links are not followed: they can lead anywhere, and in circles."""

    def __init__(self, root: str) -> None:
        self.found: list[str] = []
        self.problems: list[Problem] = []
        self._root = root
        self._specs = os.path.realpath(f"{root}/{SPECS}")
        self._folders = [SPECS]
        while self._folders:
            self._folder(self._folders.pop())
        self.problems.sort(key=lambda problem: _steps(problem.file))

    def _folder(self, folder: str) -> None:
        try:
            with os.scandir(f"{self._root}/{folder}") as entries:
                for entry in entries:
                    if not entry.name.startswith("."):
                        self._entry(f"{folder}/{entry.name}", entry)
        except FileNotFoundError:
            return  # Somebody removes it just now; or there is no specs/, as the pipeline says.
        except OSError as error:
            self._report(folder, f"cannot be read: {error.strerror}", "make it a readable folder")

    def _entry(self, file: str, entry: "os.DirEntry[str]") -> None:
        name = entry.name
        is_spec = name.endswith(_SUFFIX)
        if not name.isprintable():
            self._report(file, "a name with characters that cannot be shown", "rename it")
        elif entry.is_symlink() and os.path.isdir(entry.path):
            target = os.readlink(entry.path)
            self._report(file, f"a link to the folder {target}", "put the folder itself here")
        elif entry.is_dir(follow_symlinks=False) and not is_spec:
            self._folders.append(file)
        elif not is_spec:
            if wrong := _MISSPELT.search(name):
                hint = f"rename it to {name[: wrong.start()]}{_SUFFIX}, or remove it"
                self._report(file, f"{wrong[0]} is read by nobody: specs end in {_SUFFIX}", hint)
        elif entry.is_symlink():
            self._link(file, entry)
        elif entry.is_file():
            self.found.append(file)
        else:
            mode = entry.stat(follow_symlinks=False).st_mode
            kind = next((kind for is_kind, kind in _KINDS if is_kind(mode)), "something")
            self._report(file, f"{kind}, no file", "rename or remove it: *.yaml are specs")

    def _link(self, file: str, entry: "os.DirEntry[str]") -> None:
        target, end = os.readlink(entry.path), os.path.realpath(entry.path)
        if not os.path.exists(end):
            self._report(file, f"a link to {target}, which does not exist", "remove it")
        elif not end.startswith(self._specs + os.sep):
            self._report(file, f"a link to {target}, out of {SPECS}/", "put the file itself here")
        elif not os.path.isfile(end):
            self._report(file, f"a link to {target}, which is no file", "remove it")
        else:
            self.found.append(file)

    def _report(self, file: str, message: str, hint: str) -> None:
        # A name that is no text must not break the output.
        file, message = (
            text.encode("utf-8", "backslashreplace").decode() for text in (file, message)
        )
        self.problems.append(Problem(STRAY_FILE, message, file, (), hint, line=1))
