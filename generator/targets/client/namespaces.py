"""The final names of the client's modules, classes and calls."""

from collections.abc import Iterable, Iterator, Mapping

from generator.problems import Origin
from generator.spec.files import PRODUCT
from generator.spec.ir import Api, Member, Members, ObjectType, Spec
from generator.spec.product import Product
from generator.targets.batches import many_name
from generator.targets.client.all_types import type_homes
from generator.targets.client.batches import MANY_OPTIONS, many_members, many_values
from generator.targets.client.imports import IMPORTED
from generator.targets.client.methods import response_names
from generator.targets.client.pulls import PULL_OPTIONS, pull_members
from generator.targets.client.topics import topic_class
from generator.targets.client.types import class_name, object_types, request_class, response_classes
from generator.targets.modules import DEPENDENCIES, DISTRIBUTIONS, STANDARD_LIBRARY
from generator.targets.namespaces import Binding, Namespace, taken
from generator.targets.pulls import pull_name

CALL_OPTIONS = frozenset({"self", "session", "timeout"})
"""Names that every client method takes beside the parameters of the API."""

MODEL_MEMBERS = frozenset("""
    attempts extra failed from_raw iter_all iter_pages ok raw request_id to_dict to_json to_wire
    unreadable
    bool date datetime int list str wire
    """.split())
"""Names that response models define themselves, and those that their annotations use."""

CLIENT_MEMBERS = frozenset("""
    app_key asynchronous call close explain_signature gateway now sleep with_options
    bool bytes dict float hints int list object set str timedelta tuple type types
    """.split())
"""Names that clients define themselves, and those that annotations beside methods may use."""

ERRORS = frozenset({"BusinessError", "CallError", "GatewayError", "TransportError"})
"""Names of errors that the package exports beside its own root of all errors."""

_TABLE = {"METHOD": "the table of the method"}
_MODULE = {**taken(IMPORTED, "an import"), **_TABLE}
_MODULES = {
    **taken(STANDARD_LIBRARY, "the standard library"),
    **taken(DEPENDENCIES, "a dependency"),
}
_ARGUMENTS = {**taken(CALL_OPTIONS, "every call"), **_TABLE}
_PULL_ARGUMENTS = {
    **_ARGUMENTS,
    **taken(PULL_OPTIONS, "every pull"),
    **taken(("AsyncPull", "Pull"), "a pull"),
}
_MANY_ARGUMENTS = {
    **_ARGUMENTS,
    **taken(MANY_OPTIONS, "every call for many values"),
    **taken(("AsyncMany", "Many"), "a call for many values"),
}


def namespaces(spec: Spec) -> Iterator[Namespace]:
    """Everything that gets a name in the client."""
    yield from _product(spec.product)
    methods = (
        Binding(api.python_name, api.origin.at("method"), "method", on_key=False)
        for api in spec.apis
    )
    pulls = (
        Binding(pull, api.origin.at("window"), "method", on_key=False)
        for api in spec.typed
        if (pull := pull_name(api))
    )
    batches = (
        Binding(many, api.origin.at("batch"), "method", on_key=False)
        for api in spec.typed
        if (many := many_name(api))
    )
    bindings = (*methods, *pulls, *batches)
    yield Namespace("the client", bindings, taken(CLIENT_MEMBERS, "the client"))
    yield _shared_models(spec)
    yield _request_objects(spec)
    yield _all_types(spec)
    for api in spec.typed:
        name = str(api.python_name)
        yield _arguments(api.parameters, f"the arguments of {name}", _ARGUMENTS)
        if pull_name(api):
            place = f"the arguments of {pull_name(api)}"
            yield _arguments(pull_members(api), place, _PULL_ARGUMENTS)
        if many_name(api):
            place = f"the arguments of {many_name(api)}"
            yield _arguments((many_values(api), *many_members(api)), place, _MANY_ARGUMENTS)
        for type_ in _own(api.parameters):
            yield _arguments(type_.members, f"the object {type_.name} of {name}")
        yield from _method_module(api)
    shared = [class_name(type_) for type_ in spec.types if type_.side == "response"]
    for type_ in spec.types:
        if type_.side == "response":
            yield _fields(type_.members, f"the class {type_.name}", shared)
        else:
            yield _arguments(type_.members, f"the object {type_.name}")


def _product(product: Product) -> Iterator[Namespace]:
    """The product's own words where they become modules and classes."""
    packages = (("client", product.client), ("mock", product.mock))
    imported = tuple(_word(package.package, (key, "package")) for key, package in packages)
    yield Namespace("the packages", imported, _MODULES)
    installed = tuple(_word(p.distribution, (key, "distribution")) for key, p in packages)
    yield Namespace("the distributions", installed, taken(DISTRIBUTIONS, "a dependency"))
    modules = tuple(_word(topic.name, ("topics", topic.name)) for topic in product.topics)
    yield Namespace("the modules of topics", modules)
    classes = (_word(topic_class(topic), ("topics", topic.name)) for topic in product.topics)
    yield Namespace("the client's base classes", tuple(classes))
    root = _word(f"{product.class_prefix}Error", ("class_prefix",))
    yield Namespace("the package", (root,), taken(ERRORS, "an error"))


def _word(name: str, path: tuple[str, ...]) -> Binding:
    return Binding(name, Origin(PRODUCT, path), "word of the product")


def _own(members: Members) -> Iterator[ObjectType]:
    return members.objects(shared=False)


def _method_module(api: Api) -> Iterator[Namespace]:
    own = [type_ for type_ in _own(api.fields) if not type_.shared]
    responses = (
        Binding(name, api.origin.at("method"), "response", on_key=False)
        for name in response_names(api)
    )
    shared = {class_name(t) for t in object_types(api.fields).values() if t.shared}
    name = response_classes(api)
    classes = (*responses, *(Binding(name(t), t.origin, "class") for t in own))
    place = f"the module of {api.python_name}"
    yield Namespace(place, classes, {**_MODULE, **taken(shared, "a shared type")})
    in_module = [binding.name for binding in classes] + [*shared]
    yield _fields(api.fields, f"the response of {api.python_name}", in_module)
    for type_ in own:
        yield _fields(type_.members, f"the class {type_.name} of {api.python_name}", in_module)


def _fields(members: Members, place: str, classes: Iterable[str]) -> Namespace:
    """A field that is named like something in its annotations would hide it from them."""
    reserved = {
        **_MODULE,
        **taken(classes, "a class of the module"),
        **taken(MODEL_MEMBERS, "every response"),
    }
    return Namespace(place, tuple(_bindings(members, "field")), reserved)


def _arguments(
    members: Iterable[Member], place: str, reserved: Mapping[str, str] | None = None
) -> Namespace:
    return Namespace(place, tuple(_bindings(members, "parameter")), reserved or {})


def _bindings(members: Iterable[Member], what: str) -> Iterator[Binding]:
    return (Binding(member.python_name, member.origin, what) for member in members)


def _shared_models(spec: Spec) -> Namespace:
    shared = (type_ for type_ in spec.types if type_.side == "response")
    return Namespace(
        "the module of shared models",
        tuple(Binding(class_name(type_), type_.origin, "class") for type_ in shared),
        _MODULE,
    )


def _request_objects(spec: Spec) -> Namespace:
    bindings = {}
    for api in spec.typed:
        for type_ in api.parameters.objects():
            name = request_class(api, type_)
            bindings[(name, type_.origin)] = Binding(name, type_.origin, "class")
    return Namespace("the module of request objects", tuple(bindings.values()), _MODULE)


def _all_types(spec: Spec) -> Namespace:
    homes = {home: None for api in spec.typed for home in type_homes(api)}
    bindings = (Binding(home.name, home.origin, "class") for home in homes)
    return Namespace("the module of all types", tuple(bindings), _MODULE)
