"""The catalogue: all facts of the specs as one JSON, with its loader, in both packages."""

from collections.abc import Iterator, Sequence

from generator.output.outputs import Names, Output, View
from generator.spec.ir import Spec
from generator.spec.product import Product
from generator.spec.text import Name
from generator.targets.catalogue import views
from generator.targets.target import Target

_FILE = "catalogue/{folder}/src/{package}/catalogue.json"
_METHOD = "catalogue/_parts/method.json"


def _outputs(spec: Spec) -> Iterator[Output]:
    methods = tuple(View(_METHOD, views.method, (api,)) for api in spec.apis)
    for place in _places(spec.product):
        yield View(_FILE, views.catalogue, (spec,), place, {"methods": methods})


def _places(product: Product) -> Sequence[Names]:
    """The same in both packages: bytes and loader."""
    return (
        {"folder": Name("client"), "package": product.client.package},
        {"folder": Name("mock_server"), "package": product.mock.package},
    )


TARGET = Target(name="catalogue", root="", outputs=_outputs, places=_places)
