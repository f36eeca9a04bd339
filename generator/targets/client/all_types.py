"""The view of the one module from which users import models and request objects."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.output import python
from generator.output.escape import Safe, compose, literal
from generator.problems import Origin
from generator.spec.ir import Api
from generator.spec.product import Product
from generator.spec.text import Name
from generator.targets.client.methods import response_names
from generator.targets.client.types import (
    object_types,
    request_class,
    response_classes,
    shared_types,
)


@dataclass(frozen=True, slots=True)
class TypeHome:
    """A class, and where it is defined."""

    name: Name
    module: Name
    origin: Origin


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
        modules.setdefault(f".{home.module}", []).append(home.name)
    return AllTypesView(
        package=product.client.package,
        imports=tuple(
            python.import_line(module, names, depth=1) for module, names in sorted(modules.items())
        ),
        names=tuple(literal(home.name) for home in homes),
        homes=tuple(compose("{}: {}", literal(home.name), literal(home.module)) for home in homes),
    )


def type_homes(api: Api) -> Iterator[TypeHome]:
    """The classes that a method uses."""
    method, shared = Name(f"methods.{api.python_name}"), shared_types(api.fields)
    for name in response_names(api):
        yield TypeHome(name, method, api.origin.at("method"))
    named = response_classes(api)
    for own, type_ in object_types(api.fields).items():
        module = Name("models") if own in shared else method
        yield TypeHome(named(type_), module, type_.origin)
    for type_ in object_types(api.parameters).values():
        yield TypeHome(request_class(api, type_), Name("params"), type_.origin)
