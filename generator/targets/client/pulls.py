"""The second call of windowed methods, which gives everything of a period."""

from collections.abc import Iterator

from generator.output.escape import Safe
from generator.output.python import Expression, Group, dict_of
from generator.spec.ir import Api, Member, Members, ObjectType
from generator.spec.text import Name, SpecText
from generator.targets.client.types import response_classes

PULL_OPTIONS = frozenset({"start", "end", "resume", "overlap", "step"})
"""Names that such a call takes beside those of every call."""

_ONWARD = 1

Entries = list[tuple[SpecText | str, Expression]]


def pull_members(api: Api) -> Iterator[Member]:
    """What a caller may ask beside the period; the object that holds the window is spread."""
    holder = _holder(api)
    yield from _asked(api, api.parameters, "")
    if holder:
        yield from _asked(api, holder.members, f"{holder.name}.")


def pull_arguments(api: Api) -> Group:
    """The arguments of each of the calls, before those of its window."""
    holder = _holder(api)
    outer = _entries(api, api.parameters, "")
    if holder:
        inner = _entries(api, holder.members, f"{holder.name}.")
        outer.append((holder.python_name, dict_of(inner)))
    return dict_of(outer)


def pull_elements(api: Api) -> Iterator[Name]:
    """The classes of the elements, by the names that no other method has."""
    assert api.pagination
    named = response_classes(api)
    for path in api.pagination.items:
        list_ = api.fields.find(path)
        assert list_, path
        assert isinstance(list_.element, ObjectType), path
        yield named(list_.element)


def _holder(api: Api) -> Member | None:
    """The request object that the window is told in."""
    assert api.window
    name, _, rest = api.window.start.partition(".")
    return api.parameters.find(name) if rest else None


def _asked(api: Api, members: Members, prefix: str) -> Iterator[Member]:
    ours, holder = {*_own_paths(api), *_constants(api)}, _holder(api)
    for member in members:
        is_old = member.deprecated and not member.required
        if member is not holder and not is_old and f"{prefix}{member.name}" not in ours:
            yield member


def _entries(api: Api, members: Members, prefix: str) -> Entries:
    entries: Entries = [
        (member.python_name, Safe(member.python_name)) for member in _asked(api, members, prefix)
    ]
    constants = _constants(api)
    for member in members:
        if (value := constants.get(f"{prefix}{member.name}")) is not None:
            entries.append((member.python_name, Safe(value)))
    return entries


def _own_paths(api: Api) -> Iterator[str]:
    """The parameters that are told anew for every window or page."""
    assert api.window
    assert api.pagination
    ours = (api.window.start, api.window.end, api.window.length)
    pages = (api.pagination.page, api.pagination.offset, api.pagination.send)
    return (path for path in (*ours, *pages) if path)


def _constants(api: Api) -> dict[str, int]:
    """What is the same in all calls, by path: the biggest pages are the fewest calls."""
    assert api.pagination
    size = api.parameters.find(api.pagination.size)
    biggest = size.limits.maximum if size else None
    constants = (
        (api.pagination.page, api.pagination.first),
        (api.pagination.size, None if biggest is None else int(biggest)),
        (api.pagination.direction, _ONWARD),
    )
    return {str(path): value for path, value in constants if path and value is not None}
