"""Views of the catalogue: its methods one by one, and the rest, as JSON on one line."""

from dataclasses import dataclass

from generator.output.escape import Safe, compose, json_string
from generator.output.json_text import json_line
from generator.spec.ir import Api, Spec
from generator.targets.catalogue import content


@dataclass(frozen=True, slots=True)
class CatalogueView:
    """Everything but the methods: an object that is still open."""

    head: Safe


@dataclass(frozen=True, slots=True)
class MethodView:
    """A method: its name and what is known about it."""

    entry: Safe


def catalogue(spec: Spec) -> CatalogueView:
    """What stands around the methods."""
    return CatalogueView(Safe(_compact(content.common(spec)).removesuffix("}")))


def method(api: Api) -> MethodView:
    """One method; a part of its own, so that an edit of one renders one."""
    return MethodView(compose("{}:{}", json_string(api.method), _compact(content.method(api))))


def _compact(told: content.Content) -> Safe:
    return Safe(json_line(told, ",", ":"))
