"""Where things are: the folders of a project, and what decides its output."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.output.cache import Cache
from generator.output.stamp import files_below
from generator.spec.disk import is_inside

WORDS = "words.schema.json"
"""The schema that is written and not read."""


@dataclass(slots=True)
class Project:
    """A project's folders."""

    root: Path
    output: Path
    cache: Cache

    @classmethod
    def at(cls, root: Path, *, output: Path | None = None, cached: bool = True) -> "Project":
        """The project in a folder."""
        folder = root / ".cache" / "tbkgen"
        # A link to somewhere else is not followed: who knows what stands there.
        cached = cached and is_inside(folder, root)
        return cls(root, output or root / "generated", Cache(folder if cached else None))

    @property
    def templates(self) -> Path:
        """What targets print."""
        return self.root / "templates"

    @property
    def schemas(self) -> Path:
        """What specs may say."""
        return self.root / "specs" / "_schema"

    def code_folders(self) -> tuple[Path, ...]:
        """Everything beside the specs that decides the output."""
        return Path(__file__).parent, self.templates, self.schemas

    def source_folders(self) -> tuple[Path, ...]:
        """What people write; output must not mix with it."""
        own = Path(__file__).parent
        return self.root / "specs", self.templates, self.root / own.name, own

    def inputs(self) -> Iterator[str]:
        """All files that decide the output; one of the schemas is output itself."""
        for folder in (self.root / "specs", *self.code_folders()):
            for path in files_below(folder):
                if not path.endswith(WORDS):
                    yield path
