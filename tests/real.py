"""The real specs, read once a process, and the samples that they give."""

import functools
from datetime import timedelta

from project import REPOSITORY

from generator.output.cache import Cache
from generator.output.render import Renderer
from generator.output.rendering import Rendering
from generator.pipeline import Pipeline, Project
from generator.spec.ir import Api, Spec
from generator.targets.samples import Samples
from generator.targets.target import Target, plan

SAMPLES = Samples(timedelta(hours=8))


@functools.cache
def spec() -> Spec:
    """The linted IR; making it fails if any rule is broken."""
    return Pipeline(Project.at(REPOSITORY, cached=False)).spec()


def api(method: str) -> Api:
    """One method."""
    found = spec().find(method)
    assert found, method
    return found


@functools.cache
def renderer() -> Renderer:
    """Prints the real templates, each of which is compiled once."""
    return Renderer(REPOSITORY / "templates")


def rendered(target: Target, of: Spec) -> Rendering:
    """The files of one target, made from any IR with the real templates when they are asked for."""
    nothing = Cache(None).texts("rendered", "")
    planned = plan([target], of, REPOSITORY)
    return Rendering(renderer(), nothing, planned)
