"""How a rule is declared, and the walks that rules share."""

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.problems import Origin, Problem
from generator.spec.ir import ArrayType, ErrorCode, Member, Members, Spec

Find = Callable[[Spec], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class Check:
    """One function that finds problems."""

    find: Find
    compares_all: bool
    """Whether it says something wrong if some APIs are missing."""


CHECKS: list[Check] = []


def check(find: Find) -> Find:
    """Have `lint` call this function."""
    CHECKS.append(Check(find, compares_all=False))
    return find


def check_all(find: Find) -> Find:
    """Have `lint` call this function, unless some APIs are left out."""
    CHECKS.append(Check(find, compares_all=True))
    return find


def problem(
    name: str,
    message: str,
    origin: Origin,
    hint: str = "",
    *,
    key: bool = False,
    warning: bool = False,
) -> Problem:
    """A problem at a place of the specs; with `key`, at the key that leads there.

    With `warning`, specs build all the same, though `lint` and `check` fail: for rules that specs
    may be older than.
    """
    return Problem(name, message, origin.file, origin.path, hint, key, warning=warning)


def all_members(spec: Spec) -> Iterator[Member]:
    """Every member that some file declares, at every depth; shared types are entered once."""
    roots = [spec.platform.parameters, *(type_.members for type_ in spec.types)]
    for api in spec.apis:
        roots += [api.parameters, api.fields]
    for members in roots:
        for visit in members.walk(shared=False):
            yield visit.member


def element_origin(member: Member) -> Origin:
    """Where it is said what one value of the member is: in the innermost list."""
    origin, type_ = member.origin, member.type
    while isinstance(type_, ArrayType):
        origin, type_ = origin.at("items"), type_.items
    return origin


def namespaces(spec: Spec) -> Iterator[Members]:
    """Members that stand side by side: of a request, a reply, an object."""
    for api in spec.apis:
        for members in (api.parameters, api.fields):
            yield members
            yield from (type_.members for type_ in members.objects(shared=False))
    yield from (type_.members for type_ in spec.types)


def all_errors(spec: Spec) -> Iterator[tuple[ErrorCode, Origin]]:
    """Every error that some file declares, with its place; shared ones once."""
    found = itertools.chain(
        spec.platform.errors, spec.platform.sub_errors, *(api.errors for api in spec.apis)
    )
    for origin, error in {error.origin: error for error in found}.items():
        yield error, origin
