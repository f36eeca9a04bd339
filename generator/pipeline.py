"""The line: load → validate → resolve → build → lint → plan → render → publish."""

import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from generator.output.documents import fill_document
from generator.output.line_ends import with_line_feeds
from generator.output.outputs import Copy, Planned
from generator.output.publish import Changes, compare, publish, replace_file
from generator.output.render import Renderer
from generator.output.rendering import Rendering
from generator.output.stamp import Stamp, sha256
from generator.problems import GeneratorError, Problem, SpecError, rule
from generator.project import Project
from generator.spec import words
from generator.spec.build import Builder
from generator.spec.disk import read_input, read_regular
from generator.spec.files import APIS, PLATFORM, PRODUCT, spec_files
from generator.spec.fmt import layout_problems
from generator.spec.ir import Spec
from generator.spec.lint import lint
from generator.spec.load import Document, decode, parse, place
from generator.spec.validate import Schemas
from generator.targets import TARGETS, namespaces, readmes
from generator.targets.folders import litter, unused
from generator.targets.target import plan
from generator.trial import one_call

MISSING_FILE = rule(
    "missing-file",
    "Files of the project that the specs name are there",
    "Every package ships the text of its licence.",
    "Add the file to the project's folder, or correct its name in specs/product.yaml.",
)


class Listener(Protocol):
    """Who wants to know what a run does."""

    def progress(self, stage: str) -> None:
        """A stage begins."""

    def tell(self, text: str) -> None:
        """Something that people should know at once."""


class Silence:
    """Nobody wants to know."""

    def progress(self, stage: str) -> None:
        pass

    def tell(self, text: str) -> None:
        pass


@dataclass(slots=True)
class Summary:
    """What a run did, for the last lines that it prints."""

    methods: int = 0
    members: int = 0
    changes: Changes = field(default_factory=lambda: Changes((), (), (), 0))
    documents: tuple[str, ...] = ()
    """Files of the project outside of generated/ that were, or are to be, brought up to date."""
    warnings: tuple[Problem, ...] = ()
    notices: tuple[str, ...] = ()
    seconds: dict[str, float] = field(default_factory=dict)


class Pipeline:
    """One run over a project."""

    def __init__(
        self, project: Project, stamp: Stamp | None = None, listener: Listener | None = None
    ) -> None:
        self.project = project
        self.summary = Summary()
        self._listener: Listener = listener or Silence()
        self._stamp = stamp or Stamp(project.cache.stamp_file)
        self._stamp.look(project.inputs())
        self._spec: Spec | None = None

    # The whole line

    def build(self) -> Summary:
        """Bring generated/, the words of the schemas and the numbers in READMEs up to date."""
        files = self.render()
        documents = self._documents(files)
        with self._stage("render and publish"):
            changes = publish(self.project.output, files, tell=self._listener.tell)
            files.remember()
            for file in self.summary.documents:
                replace_file(self.project.root, file, documents[file])
        self.summary.changes = changes
        published = {
            str(self.project.output / path): digest for path, digest in changes.digests.items()
        }
        for file, content in documents.items():
            published[str(self.project.root / file)] = sha256(content)
        told = {
            "methods": self.summary.methods,
            "members": self.summary.members,
            "files": len(files),
        }
        # The next run, be there nothing to do, has to tell the warnings again.
        self._stamp.renew(self.project.output, published, told, self.summary.warnings)
        return self.summary

    def check(self) -> tuple[Summary, Rendering]:
        """Compare with what `build` would write."""
        files = self.render()
        self._documents(files)
        with self._stage("render and compare"):
            self.summary.changes = compare(self.project.output, files)
            files.remember()
        return self.summary, files

    def render(self) -> Rendering:
        """All files by path below generated/; each is made when it is asked for."""
        spec = self.spec()
        with self._stage("plan"):
            planned = list(plan(TARGETS, spec, self.project.root))
            self._stamp.look_at_single(self._single_inputs(spec, planned))
            shelf = self.project.cache.texts("rendered", self._code_digest())
        self.summary.notices = tuple(self._notices(spec, planned))
        return Rendering(Renderer(self.project.templates), shelf, planned)

    def trial(self) -> str:
        """One call through the fresh client and the fresh mock, as a user would see it."""
        with self._stage("try"):
            return one_call(self.spec(), self.project.output)

    def spec(self) -> Spec:
        """The linted IR, or a SpecError with every problem of every file."""
        if self._spec:
            return self._spec
        spec, problems = self._sound_spec()
        with self._stage("lint"):
            if spec:
                complete = all(problem.warning for problem in problems)
                problems += lint(spec, complete=complete)
                for target in TARGETS:
                    problems += namespaces.problems(target.namespaces(spec))
                problems += self._missing_licence(spec)
        found = self._placed(problems)
        self.summary.warnings = tuple(problem for problem in found if problem.warning)
        if spec is None or len(self.summary.warnings) < len(found):
            raise SpecError(found)
        self.summary.methods = len(spec.apis)
        self.summary.members = spec.member_count
        self._spec = spec
        return spec

    def unlinted_spec(self) -> Spec:
        """The IR of specs that may be older than today's lint rules."""
        spec, problems = self._sound_spec()
        wrong = [problem for problem in problems if not problem.warning]
        if spec is None or wrong:
            raise SpecError(self._placed(wrong))
        return spec

    # Stages

    @contextmanager
    def _stage(self, name: str) -> Iterator[None]:
        """Tell that a stage begins, and time it."""
        self._listener.progress(name)
        start = time.perf_counter()
        try:
            yield
        finally:
            spent = time.perf_counter() - start
            self.summary.seconds[name] = self.summary.seconds.get(name, 0.0) + spent

    def _placed(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """The problems with their lines and columns, in reading order, each once.

        Every user of a shared declaration meets what is wrong with it.
        """
        return place(dict.fromkeys(problems), self.project.root)

    def _sound_spec(self) -> tuple[Spec | None, list[Problem]]:
        """The IR of all sound files, and the problems of the others: one run reports them all."""
        documents, problems = self._sound_documents()
        wrong = [problem for problem in problems if not problem.warning]
        if any(not problem.file.startswith(APIS) for problem in wrong):
            # Without what all APIs share, everything that uses it would look wrong.
            return None, problems
        with self._stage("build"):
            builder = Builder(documents, complete=not wrong)
            spec = builder.spec()
        return spec, problems + builder.problems

    def _sound_documents(self) -> tuple[dict[str, Document], list[Problem]]:
        """The parsed and valid spec files; what did not change is remembered."""
        documents: dict[str, Document] = {}
        keys: dict[str, str] = {}
        fresh: dict[str, str] = {}
        with self._stage("load"):
            contents, problems = self._contents()
            # What is valid depends on the words of the product, too.
            made_by = self._code_digest() + sha256(contents.get(PRODUCT, b""))
            remembered = self.project.cache.values("documents", made_by)
            for file, content in contents.items():
                key = keys[file] = sha256(file.encode() + b"\0" + content)
                data = remembered.get(key)
                if data is not None:
                    documents[file] = Document(file, data)
                    continue
                try:
                    documents[file] = parse(file, content)
                    fresh[file] = decode(file, content)
                except SpecError as error:
                    problems += error.problems
        with self._stage("validate"):
            found = list(self._invalid(fresh, documents))
            problems += found
            not_kept = {problem.file for problem in found}
            for file in fresh:
                if file not in not_kept:
                    remembered.keep(keys[file], documents[file].data)
            remembered.save()
        return documents, problems

    def _contents(self) -> tuple[dict[str, bytes], list[Problem]]:
        """All spec files, read, and what is wrong with files that are none."""
        if not (self.project.root / PLATFORM).is_file():
            raise GeneratorError(
                f"{self.project.root} has no {PLATFORM}; run in the project's folder "
                "or name it with --root"
            )
        paths, problems = spec_files(self.project.root)
        return {
            path.relative_to(self.project.root).as_posix(): read_input(path) for path in paths
        }, problems

    def _invalid(
        self, fresh: Mapping[str, str], documents: dict[str, Document]
    ) -> Iterator[Problem]:
        """What is wrong with fresh documents, given with their texts; wrong ones leave `documents`.

        The words of the product come first, since they decide what the others may say.
        """
        if not fresh:
            return
        schemas = Schemas(self.project.schemas)
        if PRODUCT in fresh and (found := schemas.check(documents[PRODUCT])):
            yield from found
            del documents[PRODUCT]
        if product := documents.get(PRODUCT):
            assert isinstance(product.data, dict)
            schemas = Schemas(self.project.schemas, product.data)
        left = [(file, text) for file, text in fresh.items() if file in documents]
        for file, text in left:
            if file != PRODUCT and (found := schemas.check(documents[file])):
                # An unknown key has no place of its own, so the layout would look wrong, too.
                yield from found
                del documents[file]
            else:
                yield from layout_problems(file, text, documents[file].data)

    def _documents(self, rendering: Rendering) -> dict[str, bytes]:
        """The files beside generated/ with something of ours; the summary names what changes."""
        root = self.project.root
        product = parse(PRODUCT, read_input(root / PRODUCT)).data
        assert isinstance(product, dict)
        schema = words.schema_text(words.words_schema(product))
        documents = {f"specs/_schema/{words.FILE}": schema.encode()}
        blocks: dict[str, dict[str, str]] = {}
        for file, block, view in readmes.blocks(self.spec()):
            if (root / file).is_file():
                blocks.setdefault(file, {})[block] = rendering.text(view)
        for file, texts in blocks.items():
            documents[file] = fill_document(root, file, texts)
        self.summary.documents = tuple(
            file for file, content in documents.items() if not _holds(root / file, content)
        )
        return documents

    def _notices(self, spec: Spec, planned: Iterable[Planned]) -> Iterator[str]:
        """What lies among the templates and is not printed."""
        for path in litter(self.project.templates):
            yield f"skipped templates/{path}: a left-over of an editor or a system"
        outputs = [file.output for file in planned if not isinstance(file.output, Copy)]
        outputs += (view for _, _, view in readmes.blocks(spec))
        optional = [path for target in TARGETS for path in target.optional]
        for path in unused(self.project.templates, outputs, optional):
            yield f"nothing is printed by templates/{path}: no view of these specs uses it"

    def _single_inputs(self, spec: Spec, planned: Iterable[Planned]) -> Iterator[str]:
        """What is copied, and the documents with blocks of ours, wherever they stand."""
        for file in planned:
            if isinstance(file.output, Copy):
                yield str(file.output.source)
        for document, _, _ in readmes.blocks(spec):
            yield str(self.project.root / document)

    def _missing_licence(self, spec: Spec) -> Iterator[Problem]:
        """The text of the licence, if it is no file of the project."""
        file = spec.product.licence.file
        if not (self.project.root / file).is_file():
            message = f"the project has no file {str(file)!r}"
            yield Problem(MISSING_FILE, message, PRODUCT, ("license", "file"))

    def _code_digest(self) -> str:
        return self._stamp.digest(*self.project.code_folders())


def _holds(path: Path, content: bytes) -> bool:
    try:
        return with_line_feeds(read_regular(path)) == with_line_feeds(content)
    except OSError:
        return False
