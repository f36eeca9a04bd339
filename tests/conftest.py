"""What all tests share: projects and specs."""

import gc
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import CodeType
from typing import Any, ClassVar

import jinja2
import pytest
from hypothesis import settings
from jinja2.bccache import Bucket

# Thousands of tests and modules stay to the end: to look through them for garbage takes seconds.
gc.set_threshold(50_000, 20, 100)

pytest.register_assert_rewrite("edits", "formatting", "project", "tables")

import real  # noqa: E402
from project import TinyProject  # noqa: E402

from generator.output import render  # noqa: E402
from generator.spec.ir import Spec  # noqa: E402

# A slow machine is no bug; CI tries the same examples every time, developers new ones.
settings.register_profile("here", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("here")

FEW = 12
"""Examples that each test tries in the inner loop; `make test` tries all."""

SHARING = ("tests/docs", "tests/full", "tests/openapi")
"""Folders whose files share what takes long to make."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Try fewer examples where somebody wants to be quick."""
    if "not slow" in config.option.markexpr:
        for item in items:
            test = getattr(item, "obj", None)
            if usual := getattr(test, "_hypothesis_internal_use_settings", None):
                few = settings(usual, max_examples=min(usual.max_examples, FEW))
                test._hypothesis_internal_use_settings = few


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> object:
    """In the inner loop, tests that share fixtures share a worker: it makes them once."""
    from xdist.scheduler import LoadScopeScheduling  # There may be no xdist

    class ByFixtures(LoadScopeScheduling):  # type: ignore[misc]
        def _split_scope(self, nodeid: str) -> str:
            file = nodeid.partition("::")[0]
            folder = file.rpartition("/")[0]
            return folder if folder in SHARING else file

    is_quick = "not slow" in config.option.markexpr and config.option.dist == "load"
    return ByFixtures(config, log) if is_quick else None


def pytest_collection_finish() -> None:
    """What is there now is no garbage."""
    gc.freeze()


@pytest.fixture(scope="session")
def shelf_of_projects() -> list[tuple[TinyProject, object]]:
    """Tiny projects that are as good as new, with what they look like."""
    return []


@pytest.fixture
def tiny(
    shelf_of_projects: list[tuple[TinyProject, object]], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[TinyProject]:
    """A tiny project with good specs.

    Most tests edit specs and nothing else. Their project is mended and serves the next one: to copy
    all templates takes longer than what such a test does.
    """
    if not shelf_of_projects:
        made = TinyProject.create(tmp_path_factory.mktemp("tiny") / "project")
        shelf_of_projects.append((made, made.looks()))
    project, looks = shelf_of_projects.pop()
    yield project
    project.restore()
    if project.looks() == looks:
        shelf_of_projects.append((project, looks))


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A temporary folder that everybody may enter; pytest's own is closed to others."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


@pytest.fixture(scope="session", autouse=True)
def _compile_each_template_once() -> Iterator[None]:
    """Tests print with dozens of copies of the same templates: the compiled code goes by text."""
    original = render.environment

    def environment(templates: Path) -> jinja2.Environment:
        made = original(templates)
        made.bytecode_cache = CompiledTemplates()
        return made

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(render, "environment", environment)
        yield


class CompiledTemplates(jinja2.BytecodeCache):
    """Compiled templates by name and text, as long as the process lives."""

    known: ClassVar[dict[tuple[str, str], CodeType]] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self.known.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        assert bucket.code
        self.known[bucket.key, bucket.checksum] = bucket.code


@pytest.fixture(scope="session")
def spec() -> Spec:
    """The IR of the real specs."""
    return real.spec()
