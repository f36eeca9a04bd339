"""Render: templates and views → text. A template can print nothing that an escaper did not make."""

import dataclasses
import functools
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jinja2

from generator.output import escape
from generator.output.escape import Safe, printable
from generator.output.outputs import Data, View
from generator.problems import GeneratorError
from generator.spec.ir import Api, Platform, Spec
from generator.spec.product import Product

ESCAPERS = {
    "literal": escape.literal,
    "docstring": escape.docstring,
    "comment": escape.comment,
    "md": escape.md,
    "md_cell": escape.md_cell,
    "md_code": escape.md_code,
    "json": escape.json_string,
    "join": lambda parts, separator: escape.joined(separator, parts),
}


def _refuse_bare(value: Any) -> Any:
    if printable(value) or isinstance(value, jinja2.Undefined):
        return value
    raise TypeError(
        f"{type(value).__name__} must not be printed; use an escaper "
        f"({', '.join(sorted(ESCAPERS.keys() - {'join'}))}) or let the view decide"
    )


def environment(templates: Path) -> jinja2.Environment:
    """Jinja with strict undefined names and our escapers."""
    env = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates),
        undefined=jinja2.StrictUndefined,
        finalize=_refuse_bare,
        autoescape=False,  # noqa: S701 - the output is no HTML; only what escapers made is printed
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        newline_sequence="\n",
    )
    env.filters.update(ESCAPERS)
    return env


class Renderer:
    """Renders views; the templates are compiled once."""

    def __init__(self, templates: Path) -> None:
        self._env = environment(templates)

    def render(self, view: View, parts: Mapping[str, list[Safe]]) -> str:
        """The text of one view."""
        made = view.make(*view.inputs)
        variables = {f.name: getattr(made, f.name) for f in dataclasses.fields(made)}
        try:
            template = self._env.get_template(f"{view.template}.jinja")
            return template.render({**variables, **parts})
        except Exception as error:  # A template can fail in every way that a program can.
            line = getattr(error, "lineno", None) or _template_line(error)
            where = f"templates/{view.template}.jinja" + (f":{line}" if line else "")
            raise GeneratorError(f"{where}: {_told(error)}") from error


def _told(error: Exception) -> str:
    """What went wrong, on one line; what Python says of itself needs its kind to be understood."""
    text = " ".join(str(error).split())
    known = isinstance(error, jinja2.TemplateError | TypeError)
    return text if known else f"{type(error).__name__}: {text}"


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


@fingerprint.register(Platform)
@fingerprint.register(Product)
def _(value: Platform | Product) -> str:
    return value.digest


@fingerprint.register
def _(value: Api) -> str:
    return f"{value.method}:{value.digest}"


@fingerprint.register
def _(value: Spec) -> str:
    return fingerprint((value.product, value.platform, value.titles, value.apis))


@fingerprint.register(tuple)
@fingerprint.register(list)
def _(value: Any) -> str:
    return "[" + ",".join(fingerprint(item) for item in value) + "]"


@fingerprint.register(dict)
def _(value: Mapping[Any, Any]) -> str:
    return "{" + ",".join(f"{key!r}:{fingerprint(item)}" for key, item in value.items()) + "}"


def output_key(output: View | Data) -> str:
    """Equal keys mean equal content, as long as templates and generator stay."""
    path = output.template if isinstance(output, View) else output.path
    made_by = f"{output.make.__module__}.{output.make.__qualname__}"
    return f"{path}\0{made_by}\0{fingerprint(output.inputs)}"
