"""The second call of methods that answer several values, which takes any number of them."""

from collections.abc import Iterator

from generator.output.escape import Safe
from generator.output.python import Group, dict_of
from generator.spec.ir import Api, Member, ObjectType
from generator.spec.text import Name
from generator.targets.client.types import response_classes

MANY_OPTIONS = frozenset({"concurrency"})
"""Names that such a call takes beside those of every call."""


def many_values(api: Api) -> Member:
    """The parameter with the values."""
    assert api.batch
    values = api.parameters.find(api.batch.values)
    assert values, api.batch.values
    return values


def many_members(api: Api) -> Iterator[Member]:
    """What a caller may ask beside the values."""
    values = many_values(api)
    return (
        member
        for member in api.parameters
        if member is not values and (member.required or not member.deprecated)
    )


def many_arguments(api: Api) -> Group:
    """The arguments of each of the calls, before its values."""
    return dict_of((member.python_name, Safe(member.python_name)) for member in many_members(api))


def many_element(api: Api) -> Name:
    """The class of the answers, by the name that no other method has."""
    assert api.batch
    list_ = api.fields.find(api.batch.items)
    assert list_, api.batch.items
    assert isinstance(list_.element, ObjectType), api.batch.items
    return response_classes(api)(list_.element)
