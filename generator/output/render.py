"""Stage 8: templates and IR → text."""

import functools
import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jinja2

from generator.spec import text
from generator.targets import view
from generator.problems import GeneratorError
from generator.spec.ir import Api, Platform, Spec
from generator.output.outputs import Part
from generator.spec.text import SpecText


def _refuse_spec_text(value: Any) -> Any:
    if isinstance(value, SpecText):
        raise TypeError(
            "spec text needs an escaper (literal, docstring, comment, md, md_cell, json)"
        )
    if value is None:
        raise TypeError("None must not be rendered; let the IR decide")
    return value


ESCAPERS = {
    "literal": text.literal,
    "docstring": text.docstring,
    "comment": text.comment,
    "md": text.md,
    "md_cell": text.md_cell,
    "md_code": text.md_code,
    "json": text.json_literal,
}


def environment(templates: Path) -> jinja2.Environment:
    """Jinja with strict undefined names, our escapers, and the views of `generator.view`."""
    env = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates),
        undefined=jinja2.StrictUndefined,
        finalize=_refuse_spec_text,
        autoescape=False,  # noqa: S701 - the output is no HTML; SpecText enforces escapers
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    env.filters.update(ESCAPERS)
    env.filters.update(view.FILTERS)
    return env


class Renderer:
    """Renders parts; the templates are compiled once."""

    def __init__(self, templates: Path) -> None:
        self._env = environment(templates)

    def render(self, part: Part) -> str:
        """The text of one part."""
        try:
            return self._env.get_template(part.template).render(part.context)
        except (jinja2.TemplateError, TypeError) as error:
            line = getattr(error, "lineno", None) or _template_line(error)
            where = f"templates/{part.template}" + (f":{line}" if line else "")
            raise GeneratorError(f"{where}: {error}") from error


def _template_line(error: BaseException) -> int | None:
    """The line of the template in which an exception of ours was raised."""
    line, trace = None, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.endswith(".jinja"):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


@functools.singledispatch
def fingerprint(value: Any) -> str:
    """A text that is equal for equal values: the key under which renderings are remembered."""
    return repr(value)


@fingerprint.register
def _(value: Api) -> str:
    return f"{value.method}:{value.digest}"


@fingerprint.register
def _(value: Platform) -> str:
    return value.digest


@fingerprint.register
def _(value: Spec) -> str:
    return fingerprint((value.platform, value.catalog, value.apis))


@fingerprint.register(tuple)
@fingerprint.register(list)
def _(value: Any) -> str:
    return "[" + ",".join(fingerprint(item) for item in value) + "]"


@fingerprint.register(dict)
def _(value: Mapping[Any, Any]) -> str:
    return "{" + ",".join(f"{key!r}:{fingerprint(item)}" for key, item in value.items()) + "}"


def part_key(part: Part, code_digest: str) -> str:
    """Equal keys mean equal text, as long as templates and generator (`code_digest`) stay."""
    made_of = f"{code_digest}\0{part.template}\0{fingerprint(dict(part.context))}"
    return hashlib.sha256(made_of.encode()).hexdigest()
