"""The line: load → validate → resolve → build → lint → plan → render → format → write."""

import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.output.cache import Cache
from generator.output.publish import Changes, compare, publish
from generator.output.stamp import Stamp, files_below, sha256
from generator.problems import GeneratorError, Problem, SpecError

if TYPE_CHECKING:
    from generator.output.format import Formatter
    from generator.output.outputs import Output, Row
    from generator.spec.ir import Spec
    from generator.spec.load import Document

# Modules that take long to import (yaml, jsonschema, jinja2, black) are imported where they are
# needed: a run that finds nothing changed needs none of them.

Progress = Callable[[str], None]


@dataclass(slots=True)
class Project:
    """Where things are."""

    root: Path
    output: Path
    cache: Cache
    workers: int | None = None

    @classmethod
    def at(cls, root: Path, *, output: Path | None = None, cached: bool = True) -> "Project":
        """The project in a folder."""
        cache = Cache(root / ".cache" / "tbkgen" if cached else None)
        return cls(root, output or root / "generated", cache)

    @property
    def templates(self) -> Path:
        return self.root / "templates"

    def spec_files(self) -> list[Path]:
        """All YAML files of specs/."""
        return sorted((self.root / "specs").rglob("*.yaml"))

    def inputs(self) -> Iterator[str]:
        """Everything that decides the output."""
        for folder in (self.root / "specs", *self.code_folders()):
            yield from files_below(folder)

    def code_folders(self) -> tuple[Path, ...]:
        """Everything beside the specs that decides the output."""
        return Path(__file__).parent, self.templates, self.root / "specs" / "_schema"


@dataclass(slots=True)
class Summary:
    """What a run did, for the last lines that it prints."""

    apis: int = 0
    members: int = 0
    changes: Changes = field(default_factory=lambda: Changes((), (), (), 0))
    warnings: tuple[Problem, ...] = ()
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str, progress: Progress) -> Iterator[None]:
        """Time one stage."""
        progress(name)
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - start


def _silent(stage: str) -> None:
    pass


class Pipeline:
    """One run over a project."""

    def __init__(self, project: Project, progress: Progress = _silent) -> None:
        self.project = project
        self.summary = Summary()
        self._progress = progress
        self._stamp = Stamp(project.cache.stamp_file)
        self._looked = False

    # The whole line

    def build(self) -> Summary:
        """Bring generated/ up to date."""
        with self._stage("compare"):
            self._code_digest()
            current = self._stamp.is_current(self.project.output)
        if current:
            self.summary.apis = self._stamp.extra["methods"]
            self.summary.members = self._stamp.extra["members"]
            self.summary.changes = Changes((), (), (), self._stamp.extra["files"])
            return self.summary
        files = self.render()
        with self._stage("write"):
            self.summary.changes = publish(self.project.output, files)
            published = self.summary.changes.digests
            self._stamp.renew(
                self.project.output,
                {str(self.project.output / path): digest for path, digest in published.items()},
                {
                    "methods": self.summary.apis,
                    "members": self.summary.members,
                    "files": len(files),
                },
            )
        return self.summary

    def check(self) -> tuple[Summary, dict[str, bytes]]:
        """Compare generated/ with what `build` would write."""
        files = self.render()
        with self._stage("compare"):
            self.summary.changes = compare(self.project.output, files)
        return self.summary, files

    def render(self) -> dict[str, bytes]:
        """All files, by path below generated/."""
        spec = self.spec()
        with self._stage("plan"):
            from generator.targets import plan

            outputs = plan(spec, self.project.templates)
        return self.files(outputs)

    def spec(self) -> "Spec":
        """The linted IR, or a SpecError with every problem of every file."""
        spec, problems = self._sound_spec()
        with self._stage("lint"):
            from generator.spec.lint import lint

            problems += lint(spec, complete=not problems) if spec else ()
        found = self._placed(problems)
        self.summary.warnings = tuple(problem for problem in found if problem.warning)
        if spec is None or len(self.summary.warnings) < len(found):
            raise SpecError(found)
        self.summary.apis = len(spec.apis)
        self.summary.members = spec.member_count
        return spec

    def unlinted_spec(self) -> "Spec":
        """The IR of specs that may be older than today's lint rules."""
        spec, problems = self._sound_spec()
        if spec is None or problems:
            raise SpecError(self._placed(problems))
        return spec

    # Stages

    def _stage(self, name: str) -> Any:
        return self.summary.stage(name, self._progress)

    def _placed(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """The problems with their lines and columns, in reading order."""
        from generator.spec.load import place

        return place(problems, self.project.root)

    def _sound_spec(self) -> tuple["Spec | None", list[Problem]]:
        """The IR of all sound files, and the problems of the others: one run reports them all."""
        documents, problems = self._sound_documents()
        if any(not problem.file.startswith("specs/apis/") for problem in problems):
            # Without what all APIs share, everything that uses it would look wrong.
            return None, problems
        with self._stage("build"):
            from generator.spec.build import Builder

            builder = Builder(documents, complete=not problems)
            spec = builder.spec()
        return spec, problems + builder.problems

    def _sound_documents(self) -> tuple[dict[str, "Document"], list[Problem]]:
        """The parsed and valid spec files; what did not change is remembered."""
        from generator.spec.load import Document, parse

        remembered = self.project.cache.values("documents", self._code_digest())
        keys: dict[str, str] = {}
        fresh: list[Document] = []
        problems: list[Problem] = []
        documents: dict[str, Document] = {}
        with self._stage("load"):
            for path in self._spec_files():
                file = path.relative_to(self.project.root).as_posix()
                content = _read(path)
                key = keys[file] = sha256(b"\0".join((file.encode(), content)))
                if (data := remembered.get(key)) is not None:
                    documents[file] = Document(file, data)
                else:
                    try:
                        documents[file] = parse(file, content)
                    except SpecError as error:
                        problems += error.problems
                        continue
                    fresh.append(documents[file])
        with self._stage("validate"):
            if fresh:
                from generator.spec.validate import Schemas

                schemas = Schemas(self.project.root / "specs" / "_schema")
                for document in fresh:
                    if found := schemas.check(document):
                        problems += found
                        del documents[document.file]
                    else:
                        remembered.keep(keys[document.file], document.data)
        if problems:
            remembered.close()
        else:
            remembered.save()
        return documents, problems

    def _spec_files(self) -> list[Path]:
        files = self.project.spec_files()
        if not (self.project.root / "specs" / "platform.yaml").is_file():
            raise GeneratorError(
                f"{self.project.root} has no specs/platform.yaml; run in the project's folder "
                "or name it with --root"
            )
        return files

    def files(self, outputs: Iterable["Output"]) -> dict[str, bytes]:
        """Render, copy and format; what did not change is remembered."""
        from generator.output.format import Formatter
        from generator.output.outputs import Copy, Row, Twin

        outputs = list(outputs)
        formatter = Formatter({}, self.project.workers)
        files: dict[str, bytes] = {}
        with self._stage("render"):
            rendered = self._render_rows(
                [row for row in outputs if isinstance(row, Row)], formatter
            )
        with self._stage("format"):
            formatted, _ = formatter.results()
        texts = rendered | formatted
        for output in outputs:
            match output:
                case Row():
                    files[output.path] = texts[output.path].encode("utf-8")
                case Copy():
                    files[output.path] = _read(self.project.templates / output.source)
                case Twin():
                    files[output.path] = _twin(texts[output.of], output.words).encode("utf-8")
        return files

    def _render_rows(self, rows: Iterable["Row"], formatter: "Formatter") -> dict[str, str]:
        """The text of every row; Python goes to the formatter as soon as it is rendered."""
        from generator.output.render import Renderer, part_key

        code = self._code_digest()
        remembered = self.project.cache.texts("rendered", code)
        renderer = Renderer(self.project.templates)
        rendered: dict[str, str] = {}
        for row in rows:
            texts = []
            for part in row.parts:
                key = part_key(part, code)
                text = remembered.get(key)
                if text is None:
                    text = renderer.render(part)
                    remembered.keep(key, text)
                texts.append(text)
            rendered[row.path] = "".join(texts)
            if row.language == "python":
                formatter.add(row.path, rendered[row.path])
        remembered.save()
        return rendered

    # What a run remembers

    def _code_digest(self) -> str:
        if not self._looked:
            self._stamp.look(self.project.inputs())
            self._looked = True
        return self._stamp.digest(*self.project.code_folders())


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise GeneratorError(f"cannot read {path}: {error.strerror}") from error


_DOCSTRING = re.compile(r'("""(?:\\.|(?!""").)*""")', re.DOTALL)


def _twin(text: str, words: Mapping[str, str]) -> str:
    """The text with words replaced in its code; docstrings hold spec text and stay."""
    pieces = _DOCSTRING.split(text)
    for index in range(0, len(pieces), 2):
        for word, replacement in words.items():
            pieces[index] = pieces[index].replace(word, replacement)
    return "".join(pieces)
