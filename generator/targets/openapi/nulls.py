"""Where documented samples of replies hold null: only there may a reply of the document, too."""

from collections.abc import Iterator, Mapping

from generator.spec.ir import Api, ObjectType, Spec, Steps, walk_value
from generator.spec.text import Name

Nulls = tuple[str, ...]
"""Dotted paths of members, sorted."""

NO_NULLS: Nulls = ()


def nulls(api: Api) -> Nulls:
    """The fields of a method that are null in its documented sample, outside of shared objects."""
    return tuple(sorted({path for type_, path in _placed(api) if type_ is None}))


def shared_nulls(spec: Spec) -> Mapping[Name, Nulls]:
    """The members of shared objects that are null in the sample of any method, by object."""
    found: dict[Name, set[str]] = {}
    for api in spec.apis:
        for type_, path in _placed(api):
            if type_ is not None:
                found.setdefault(type_, set()).add(path)
    return {name: tuple(sorted(paths)) for name, paths in found.items()}


def _placed(api: Api) -> Iterator[tuple[Name | None, str]]:
    """Every null: the innermost shared object that it is in, and the path from there."""
    for path in _paths(api):
        names = path.split(".")
        shared, start = None, 0
        for index, member in enumerate([*api.fields.along(path)][:-1]):
            inner = member.element
            if isinstance(inner, ObjectType) and inner.shared:
                shared, start = inner.name, index + 1
        yield shared, ".".join(names[start:])


def _paths(api: Api) -> Iterator[str]:
    """The paths of all fields that are null in the documented sample."""
    sample = api.sample.reveal() if api.sample is not None else None
    paths: dict[Steps, str] = {(): ""}
    for part in walk_value(api.fields, sample if isinstance(sample, dict) else {}):
        *outer, last = part.steps
        # Between a list and its elements there may be a wrapper, which is no member.
        above = paths.get(tuple(outer), paths.get(tuple(outer[:-1]), ""))
        paths[part.steps] = above if isinstance(last, int) else f"{above}.{last}".lstrip(".")
        if part.value is None and part.type is not None:
            yield paths[part.steps]
