"""The line: load → validate → resolve → build → lint → plan → render → publish."""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.output.cache import Cache, digest_files, sha256, toolchain
from generator.output.escape import Safe
from generator.output.outputs import Copy, Data, View
from generator.output.publish import Changes, compare, publish
from generator.output.render import Renderer, output_key
from generator.problems import GeneratorError, Problem, SpecError
from generator.spec import words
from generator.spec.build import APIS, Builder
from generator.spec.ir import Spec
from generator.spec.lint import lint
from generator.spec.load import Document, parse, place
from generator.spec.product import PRODUCT
from generator.spec.validate import Schemas
from generator.targets import TARGETS, namespaces
from generator.targets.samples import json_line, json_text
from generator.targets.target import Planned, plan

Progress = Callable[[str], None]


@dataclass(slots=True)
class Project:
    """Where things are."""

    root: Path
    output: Path
    cache: Cache

    @classmethod
    def at(cls, root: Path, *, output: Path | None = None, cached: bool = True) -> "Project":
        """The project in a folder."""
        cache = Cache(root / ".cache" / "tbkgen" if cached else None)
        return cls(root, output or root / "generated", cache)

    @property
    def templates(self) -> Path:
        return self.root / "templates"

    @property
    def schemas(self) -> Path:
        return self.root / "specs" / "_schema"

    def spec_files(self) -> list[Path]:
        """All YAML files of specs/."""
        return sorted((self.root / "specs").rglob("*.yaml"))

    def code_files(self) -> list[Path]:
        """Everything beside the specs that decides the output."""
        generator = Path(__file__).parent
        files = [*generator.rglob("*.py")]
        templates = [p for p in self.templates.rglob("*") if p.is_file() and p.suffix != ".pyc"]
        written = [*self.schemas.glob("*.json")]
        by_hand = [path for path in written if path.name != words.FILE]
        return sorted(files) + sorted(templates) + sorted(by_hand)


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
        self._digests: tuple[str, str] | None = None

    # The whole line

    def build(self) -> Summary:
        """Bring generated/ up to date."""
        files = self.render()
        with self._stage("publish"):
            self.summary.changes = publish(self.project.output, files)
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
            planned = list(plan(TARGETS, spec, self.project.root))
        with self._stage("render"):
            return self.files(planned)

    def spec(self) -> Spec:
        """The linted IR, or a SpecError with every problem of every file."""
        spec, problems = self._sound_spec()
        with self._stage("lint"):
            if spec:
                complete = not problems
                problems += lint(spec, complete=complete)
                for target in TARGETS:
                    problems += namespaces.problems(target.namespaces(spec))
        found = self._placed(problems)
        self.summary.warnings = tuple(problem for problem in found if problem.warning)
        if spec is None or len(self.summary.warnings) < len(found):
            raise SpecError(found)
        self.summary.apis = len(spec.apis)
        self.summary.members = spec.member_count
        return spec

    def unlinted_spec(self) -> Spec:
        """The IR of specs that may be older than today's lint rules."""
        spec, problems = self._sound_spec()
        if spec is None or problems:
            raise SpecError(self._placed(problems))
        return spec

    # Stages

    def _stage(self, name: str) -> AbstractContextManager[None]:
        return self.summary.stage(name, self._progress)

    def _placed(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """The problems with their lines and columns, in reading order."""
        return place(problems, self.project.root)

    def _sound_spec(self) -> tuple[Spec | None, list[Problem]]:
        """The IR of all sound files, and the problems of the others: one run reports them all."""
        documents, problems = self._sound_documents()
        if any(not problem.file.startswith(APIS) for problem in problems):
            # Without what all APIs share, everything that uses it would look wrong.
            return None, problems
        with self._stage("build"):
            builder = Builder(documents, complete=not problems)
            spec = builder.spec()
        return spec, problems + builder.problems

    def _sound_documents(self) -> tuple[dict[str, Document], list[Problem]]:
        """The parsed and valid spec files; what did not change is remembered."""
        remembered = self.project.cache.read("documents")
        kept: dict[str, Any] = {}
        fresh: list[Document] = []
        problems: list[Problem] = []
        documents: dict[str, Document] = {}
        with self._stage("load"):
            contents = {
                path.relative_to(self.project.root).as_posix(): _read(path)
                for path in self._spec_files()
            }
            # What is valid depends on the words of the product, too.
            tools = self._code_digest().encode() + contents.get(PRODUCT, b"")
            for file, content in contents.items():
                key = sha256(b"\0".join((tools, file.encode(), content)))
                if key in remembered:
                    documents[file] = Document(file, remembered[key])
                else:
                    try:
                        documents[file] = parse(file, content)
                    except SpecError as error:
                        problems += error.problems
                        continue
                    fresh.append(documents[file])
                kept[key] = documents[file].data
        with self._stage("validate"):
            if fresh:
                problems += self._invalid(fresh, documents)
        if not problems and kept.keys() != remembered.keys():
            self.project.cache.write("documents", kept)
        return documents, problems

    def _invalid(
        self, fresh: Iterable[Document], documents: dict[str, Document]
    ) -> Iterator[Problem]:
        """What is wrong with fresh documents; the wrong ones leave `documents`."""
        product = documents.get(PRODUCT)
        schemas = Schemas(self.project.schemas, {})
        if product and (found := schemas.check(product)):
            yield from found
            del documents[PRODUCT]
        elif product:
            assert isinstance(product.data, dict)
            schemas = Schemas(self.project.schemas, product.data)
        for document in fresh:
            if document is not product and (found := schemas.check(document)):
                yield from found
                del documents[document.file]

    def _spec_files(self) -> list[Path]:
        files = self.project.spec_files()
        if not (self.project.root / "specs" / "platform.yaml").is_file():
            raise GeneratorError(
                f"{self.project.root} has no specs/platform.yaml; run in the project's folder "
                "or name it with --root"
            )
        return files

    def files(self, planned: Iterable[Planned]) -> dict[str, bytes]:
        """Render and copy; what did not change is remembered."""
        rendering = _Rendering(self.project, self._code_digest())
        files = {file.path: rendering.content(file.output) for file in planned}
        rendering.remember()
        return files

    # What a run remembers

    def _code_digest(self) -> str:
        project = self.project
        if self._digests is None:
            generator = Path(__file__).parent
            code = [p for p in project.code_files() if p.is_relative_to(generator)]
            other = [p for p in project.code_files() if not p.is_relative_to(generator)]
            digest = digest_files(generator, code) + digest_files(project.root, other)
            self._digests = sha256((digest + toolchain()).encode()), ""
        return self._digests[0]


class _Rendering:
    """Makes the contents of one run's outputs."""

    def __init__(self, project: Project, code_digest: str) -> None:
        self._cache = project.cache
        self._code = code_digest
        self._renderer = Renderer(project.templates)
        self._remembered: dict[str, str] = project.cache.read("rendered")
        self._kept: dict[str, str] = {}

    def content(self, output: View | Data | Copy) -> bytes:
        """The bytes of one file."""
        if isinstance(output, Copy):
            return _read(output.source)
        return self._text(output).encode("utf-8")

    def _text(self, output: View | Data) -> str:
        if isinstance(output, View) and output.parts:
            # Cheap beside its parts, and its text is as long as theirs together.
            parts = {
                name: [Safe(self._text(part)) for part in views]
                for name, views in output.parts.items()
            }
            return self._renderer.render(output, parts)
        key = output_key(output, self._code)
        text = self._remembered.get(key)
        if text is None:
            text = self._made(output)
        self._kept[key] = text
        return text

    def _made(self, output: View | Data) -> str:
        if isinstance(output, View):
            return self._renderer.render(output, {})
        made = output.make(*output.inputs)
        return (json_line(made, ",", ":") if output.compact else json_text(made)) + "\n"

    def remember(self) -> None:
        """Keep what this run used, for the next one."""
        if self._kept.keys() != self._remembered.keys():
            self._cache.write("rendered", self._kept)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise GeneratorError(f"cannot read {path}: {error.strerror}") from error
