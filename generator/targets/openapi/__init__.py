"""The OpenAPI document: one path for every method with a typed call."""

from collections.abc import Iterator

from generator.output.outputs import Output, View
from generator.spec.ir import Spec
from generator.targets.namespaces import Binding, Namespace, taken
from generator.targets.openapi import views
from generator.targets.openapi.nulls import NO_NULLS, shared_nulls
from generator.targets.target import Target

_PARTS = "openapi/_parts"


def _outputs(spec: Spec) -> Iterator[Output]:
    used = {api.topic for api in spec.typed}
    topics = tuple(topic for topic in spec.product.topics if topic in used)
    platform, product = spec.platform, spec.product
    prefix, empty = product.extension_prefix, shared_nulls(spec)
    yield View(
        "openapi/openapi.yaml",
        views.document,
        (product, platform, topics),
        parts={
            "operations": tuple(
                View(f"{_PARTS}/operation.yaml", views.operation, (api, platform, product))
                for api in spec.typed
            ),
            "types": tuple(
                View(f"{_PARTS}/type.yaml", views.shared_type, (type_, platform, prefix, nulls))
                for type_ in spec.types
                for nulls in (empty.get(type_.name, NO_NULLS) if type_.name else NO_NULLS,)
            ),
            "replies": tuple(
                View(f"{_PARTS}/reply.yaml", views.reply, (api, platform, prefix))
                for api in spec.typed
            ),
        },
    )


def _namespaces(spec: Spec) -> Iterator[Namespace]:
    components = [
        Binding(views.reply_name(api), api.origin.at("method"), "reply", on_key=False)
        for api in spec.typed
    ]
    for type_ in spec.types:
        assert type_.name
        components.append(Binding(type_.name, type_.origin, "class"))
    reserved = taken(("PublicParameters", "ErrorReply"), "the gateway")
    yield Namespace("the components of the OpenAPI document", tuple(components), reserved)


TARGET = Target(name="openapi", root="", outputs=_outputs, namespaces=_namespaces)
