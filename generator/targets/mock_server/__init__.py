"""The mock gateway: the runtime as it stands, and one data file per method."""

from collections.abc import Iterable, Iterator, Sequence

from generator.output.outputs import Data, Names, Output, View
from generator.spec.ir import Spec
from generator.spec.product import Product
from generator.spec.text import Name
from generator.targets.mock_server import data
from generator.targets.mock_server.package import package
from generator.targets.namespaces import Binding, Namespace
from generator.targets.target import Target

PACKAGE = "mock_server/src/{package}"


def _outputs(spec: Spec) -> Iterator[Output]:
    names = _names(spec.product)
    product = (spec.product, spec.first, spec.guide("orders"), spec.guide("search"))
    for path in (
        "mock_server/pyproject.toml",
        "mock_server/README.md",
        f"{PACKAGE}/__init__.py",
        f"{PACKAGE}/_product.py",
    ):
        yield View(path, package, product, names)
    yield Data(f"{PACKAGE}/data/platform.json", data.platform, (spec,), names)
    for api in spec.apis:
        place = {**names, "method": api.method}
        inputs = (api, spec.platform)
        yield Data(f"{PACKAGE}/data/{{method}}.json", data.method, inputs, place)


def _names(product: Product) -> dict[str, Name]:
    return {"package": product.mock.package}


def _places(product: Product) -> Sequence[Names]:
    return (_names(product),)


def _namespaces(spec: Spec) -> Iterable[Namespace]:
    """Two files of one name would be one, on some systems also if only the case differs."""
    files = (
        Binding(api.method, api.origin.at("method"), "data file", on_key=False) for api in spec.apis
    )
    yield Namespace("the data of the mock", tuple(files), {"platform": "the gateway's data"}, True)


TARGET = Target(
    name="mock_server",
    root="mock_server",
    outputs=_outputs,
    namespaces=_namespaces,
    places=_places,
    licensed=True,
)
