"""The view of the one module from which users import models and request objects."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.output import python
from generator.output.escape import Safe, compose, literal
from generator.spec.ir import Api, ObjectType
from generator.spec.product import Product
from generator.spec.text import Name
from generator.targets.client.methods import response_class
from generator.targets.client.types import (
    class_name,
    object_types,
    request_class,
    shared_types,
)


@dataclass(frozen=True, slots=True)
class TypeHome:
    """A class under the name that is unique in the client, and where it is defined."""

    name: Name
    module: Name
    class_name: Name


@dataclass(frozen=True, slots=True)
class AllTypesView:
    """Every class of replies and requests."""

    package: Name
    imports: tuple[Safe, ...]
    names: tuple[Safe, ...]
    homes: tuple[Safe, ...]


def all_types(product: Product, *apis: Api) -> AllTypesView:
    """The module `types`."""
    found = {home.name: home for api in apis for home in type_homes(api)}
    homes = [found[name] for name in sorted(found)]
    modules: dict[str, list[str]] = {}
    for home in homes:
        modules.setdefault(f".{home.module}", []).append(_imported(home))
    return AllTypesView(
        package=product.client.package,
        imports=tuple(
            python.import_line(module, names, depth=1) for module, names in sorted(modules.items())
        ),
        names=tuple(literal(home.name) for home in homes),
        homes=tuple(
            compose("{}: {}", literal(home.name), literal(f"{home.module}:{home.class_name}"))
            for home in homes
        ),
    )


def type_homes(api: Api) -> Iterator[TypeHome]:
    """The classes that a method uses; the name of its own ones starts like the method."""
    method = Name(f"methods.{api.python_name}")
    yield TypeHome(response_class(api), method, response_class(api))
    shared = shared_types(api.fields)
    for name, type_ in object_types(api.fields).items():
        if name in shared:
            yield TypeHome(class_name(type_), Name("models"), class_name(type_))
        else:
            yield TypeHome(_own(api, type_), method, class_name(type_))
    for type_ in object_types(api.parameters).values():
        yield TypeHome(request_class(api, type_), Name("params"), request_class(api, type_))


def _own(api: Api, type_: ObjectType) -> Name:
    return Name(f"{api.class_prefix}{class_name(type_)}")


def _imported(home: TypeHome) -> str:
    if home.name == home.class_name:
        return home.name
    return f"{home.class_name} as {home.name}"
