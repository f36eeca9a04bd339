"""View of the page about permission packages: which package grants which methods."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.output.escape import Safe, compose, joined, md_cell, md_code, md_link
from generator.spec.ir import Api, PermissionPackage, Platform
from generator.spec.product import Product
from generator.spec.text import SpecText
from generator.targets.docs.method import page_link
from generator.targets.programs import call_source
from generator.targets.samples import Samples


@dataclass(frozen=True, slots=True)
class PackageRow:
    """A package, and the methods that it grants."""

    id: Safe
    methods: Safe


@dataclass(frozen=True, slots=True)
class PackagesView:
    """The page about permission packages."""

    program: Safe | None
    """What the client tells of a missing package, if any method has one."""
    current: tuple[PackageRow, ...]
    legacy: tuple[PackageRow, ...]
    known: int
    """Methods of which a package is known."""
    unknown: int


def packages(product: Product, platform: Platform, apis: Sequence[Api]) -> PackagesView:
    """Every known package, those that are no more given at the end."""
    granted = [(package, api) for api in apis for package in api.auth.packages]
    known = sum(bool(api.auth.packages) for api in apis)
    return PackagesView(
        program=_program(apis, platform, product),
        current=tuple(_rows(granted, legacy=False)),
        legacy=tuple(_rows(granted, legacy=True)),
        known=known,
        unknown=len(apis) - known,
    )


def _program(apis: Sequence[Api], platform: Platform, product: Product) -> Safe | None:
    """A program that is refused by the mock server for want of a package."""
    usable = (api for api in apis if api.typed and api.auth.packages and not api.deprecated)
    api = next(usable, None)
    if api is None:
        return None
    call = call_source(api, Samples(platform.utc_offset), "        ")
    session = ', session="test"' if api.needs_session else ""
    account = f'Client("12345678", "helloworld"{session}, gateway=server.url)'
    imports = call.imports()
    lines = [
        *imports,
        *([""] if imports else []),
        f"from {product.client.package} import Client, PermissionDenied",
        f"from {product.mock.package} import MockServer",
        "",
        f"with MockServer() as server, {account} as client:",
        f'    server.fail("{api.method}", "11")',
        "    try:",
        f"        {call.text}",
        "    except PermissionDenied as error:",
        "        print(error.packages)",
        "        print(error.held)",
    ]
    return Safe("\n".join(lines))


Granted = tuple[PermissionPackage, Api]


def _rows(granted: Sequence[Granted], *, legacy: bool) -> Iterator[PackageRow]:
    """The packages of one kind, by number, each with its methods."""
    kept = [(package, api) for package, api in granted if package.legacy is legacy]
    for id_ in sorted({package.id for package, _ in kept}, key=lambda id_: (len(id_), id_)):
        lines = (_method(package, api) for package, api in kept if package.id == id_)
        yield PackageRow(md_code(id_), joined("<br>", lines))


def _method(package: PermissionPackage, api: Api) -> Safe:
    """A method that a package grants, with the page where to apply for it."""
    told = compose("{} {}", page_link(api), md_cell(api.title))
    if package.page is None:
        return told
    return compose("{} · {}", told, md_link(SpecText("申请"), package.page))
