"""The methods, each made ready to answer calls."""

import functools
from collections.abc import Mapping, Sequence
from typing import Any

from .arguments import Arguments, argument, text_of
from .knowledge import Api, bare_api, find_api, platform


class Method:
    """A method, with what is made of its facts once."""

    def __init__(self, api: Api, *, known: bool = True) -> None:
        self.api = api
        self.known = known
        """Whether the specs have it."""
        self.name = api["method"]
        self.root = api["root"]
        self.arguments = Arguments(api["parameters"] or ())
        self.has_parameters = api["parameters"] is not None
        """Whether the parameters are documented."""
        self.documented = frozenset([*self.arguments.names, *platform()["parameters"]])
        """Names that a call may have."""
        self.needs_session = api["session"] == "required"
        self.size = api.get("pagination", {}).get("size")
        """The parameter that says how many results a page has."""
        self._told = tuple(_told_by_caller(api))

    def page(self, given: Mapping[str, Any]) -> Sequence[Any]:
        """What the arguments say of the page: the usual reply depends on nothing else."""
        return [text_of(argument(given, path)) for path in self._told]


def find_method(name: str) -> Method:
    """A method by its name."""
    return _method(name) if name in platform()["methods"] else Method(bare_api(name), known=False)


@functools.cache
def _method(name: str) -> Method:
    api = find_api(name)
    assert api, name
    return Method(api)


def _told_by_caller(api: Api) -> list[str]:
    paging = api.get("pagination")
    if paging is None:
        return []
    paths = (paging.get("page"), paging.get("offset"), paging.get("size"), paging.get("send"))
    return [path for path in paths if path]
