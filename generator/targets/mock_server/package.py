"""What the mock's own files print of the product."""

from dataclasses import dataclass

from generator.spec.ir import Api
from generator.spec.product import Product
from generator.spec.text import Name, SpecText

UNTOLD = Name("taobao.time.get")
"""A method that no product needs to know."""


@dataclass(frozen=True, slots=True)
class PackageView:
    """The names by which the package calls itself, and the client that goes with it."""

    version: Name
    title: SpecText
    title_en: SpecText
    licence: Name
    distribution: Name
    package: Name
    description: SpecText
    keywords: tuple[SpecText, ...]
    client_package: Name
    orders: Api | None
    """A method for examples of an order job."""
    search: Api | None
    """A method for examples that search."""
    example: Name
    """A method for examples that are about any."""


def package(
    product: Product, first: Api | None, orders: Api | None, search: Api | None
) -> PackageView:
    """The view of pyproject.toml, README and the module of names."""
    example = search or first
    return PackageView(
        version=product.version,
        title=product.words.zh,
        title_en=product.words.en,
        licence=product.licence.name,
        distribution=product.mock.distribution,
        package=product.mock.package,
        description=product.mock.description,
        keywords=product.keywords,
        client_package=product.client.package,
        orders=orders,
        search=search,
        example=example.method if example else UNTOLD,
    )
