"""The typed client: the runtime as it stands, and code for every method and type."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.output.outputs import Names, Output, View
from generator.spec.ir import Spec
from generator.spec.product import Product
from generator.spec.text import Name
from generator.targets.client import all_types, methods, models, platform, topics
from generator.targets.client.namespaces import namespaces
from generator.targets.client.topics import ASYNCHRONOUS, SYNCHRONOUS
from generator.targets.target import Target

PACKAGE = "client/src/{package}"


def _outputs(spec: Spec) -> Iterator[Output]:
    names = _names(spec.product)
    prefix, guides = spec.platform.dropped_prefix, map(spec.guide, ("orders", "search", "items"))
    product = (spec.product, prefix, spec.first, *guides)
    for path in ("client/pyproject.toml", "client/README.md", f"{PACKAGE}/__init__.py"):
        yield View(path, platform.product, product, names)
    yield View(f"{PACKAGE}/_product.py", platform.product, product, names)
    yield View(f"{PACKAGE}/platform.py", platform.platform, (spec.platform,), names)
    yield View(f"{PACKAGE}/_words.py", platform.language_words, (), names)
    yield View(f"{PACKAGE}/models.py", models.shared_models, spec.typed, names)
    yield View(f"{PACKAGE}/params.py", models.request_objects, spec.typed, names)
    yield View(f"{PACKAGE}/types.py", all_types.all_types, (spec.product, *spec.typed), names)
    for api in spec.typed:
        method = {**names, "method": api.python_name}
        yield View(f"{PACKAGE}/methods/{{method}}.py", methods.method_module, (api,), method)
    used = []
    by_topic = sorted(spec.typed, key=lambda api: api.topic.name)
    for topic, group in groupby(by_topic, lambda api: api.topic):
        used.append(topic)
        apis = tuple(group)
        for flavour in (SYNCHRONOUS, ASYNCHRONOUS):
            place = {**names, "topics": flavour.topics, "topic": topic.name}
            inputs = (topic, flavour, *apis)
            yield View(f"{PACKAGE}/{{topics}}/{{topic}}.py", topics.topic, inputs, place)
    for flavour in (SYNCHRONOUS, ASYNCHRONOUS):
        place = {**names, "client": flavour.module}
        told = (tuple(used), spec.platform.sign_methods, spec.first, spec.guide("orders"))
        yield View(f"{PACKAGE}/{{client}}.py", topics.client, (spec.product, flavour, *told), place)


def _names(product: Product) -> dict[str, Name]:
    return {"package": product.client.package}


def _places(product: Product) -> Sequence[Names]:
    return (_names(product),)


TARGET = Target(
    name="client",
    root="client",
    outputs=_outputs,
    namespaces=namespaces,
    places=_places,
    licensed=True,
)
