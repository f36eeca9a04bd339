"""Views of the pages that are about more than one method, and of the site."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from generator.output.escape import Safe, compose, joined, literal, md, md_cell, md_code
from generator.spec import language
from generator.spec.ir import Api, Gateway, ListedTitle, Platform, SigningMethod, Spec
from generator.spec.language import Word
from generator.spec.product import Product, Topic
from generator.spec.text import Name, SpecText
from generator.targets import words
from generator.targets.batches import many_name
from generator.targets.docs.members import MemberRow, rows
from generator.targets.docs.method import (
    ErrorRow,
    ManyView,
    doubts,
    error_row,
    escaped_twice,
    many_view,
    page_link,
    window_words,
)
from generator.targets.pulls import pull_name
from generator.targets.samples import Samples

Chapter = tuple[Topic, tuple[Api, ...]]

_SIGN_CODE = {
    "md5": "hashlib.md5((secret + text + secret).encode())",
    "hmac_md5": 'hmac.new(secret.encode(), text.encode(), "md5")',
    "hmac_sha256": 'hmac.new(secret.encode(), text.encode(), "sha256")',
}


def chapters(spec: Spec) -> tuple[Chapter, ...]:
    """The methods by topic, in the order of the product."""
    by_topic: dict[Name, list[Api]] = {topic.name: [] for topic in spec.product.topics}
    for api in spec.apis:
        by_topic[api.topic.name].append(api)
    return tuple(
        (topic, tuple(by_topic[topic.name]))
        for topic in spec.product.topics
        if by_topic[topic.name]
    )


@dataclass(frozen=True, slots=True)
class NavigationRow:
    """A method in the navigation."""

    label: SpecText
    name: Name


@dataclass(frozen=True, slots=True)
class NavigationChapter:
    """A topic in the navigation."""

    title: SpecText
    rows: tuple[NavigationRow, ...]


@dataclass(frozen=True, slots=True)
class SiteView:
    """The configuration of the site."""

    name: SpecText
    description: SpecText
    tour: bool
    """Whether there is a page with one whole program."""
    windows: Safe | None
    """The title of the page about time windows, if there is one."""
    chapters: tuple[NavigationChapter, ...]


def site(
    product: Product,
    chapters: Sequence[Chapter],
    windows: Sequence[Api],
    orders: Api | None,
    tour: bool,
) -> SiteView:
    """The site. The navigation is narrow: titles lose the word with which nearly all begin."""
    prefix = product.title_prefix.reveal()

    def label(api: Api) -> SpecText:
        return escaped_twice(SpecText(api.title.reveal().removeprefix(prefix)))

    return SiteView(
        name=SpecText(f"{product.words.zh.reveal()} API 文档"),
        description=SpecText(f"{product.words.en.reveal()} APIs for Python"),
        tour=tour,
        windows=_windows_title(orders) if windows else None,
        chapters=tuple(
            NavigationChapter(
                topic.words.zh, tuple(NavigationRow(label(api), api.python_name) for api in apis)
            )
            for topic, apis in chapters
        ),
    )


@dataclass(frozen=True, slots=True)
class Twin:
    """The words in which programs for the two clients differ."""

    title: Safe
    client: Name
    asynchronous: Safe
    awaited: Safe


_TWINS = (
    Twin(Safe("同步"), Name("Client"), Safe(""), Safe("")),
    Twin(Safe("异步"), Name("AsyncClient"), Safe("async "), Safe("await ")),
)


@dataclass(frozen=True, slots=True)
class TourView:
    """The page with one whole program."""

    package: Name
    mock: Name
    class_prefix: Name
    materials: Api
    convert: Api
    passcode: Api
    orders: Api
    pull: Name
    twins: tuple[Twin, ...] = _TWINS


def tour(
    product: Product, materials: Api, convert: Api, passcode: Api, orders: Api, pull: Name
) -> TourView:
    """One program from search to orders."""
    return TourView(
        package=product.client.package,
        mock=product.mock.package,
        class_prefix=product.class_prefix,
        materials=materials,
        convert=convert,
        passcode=passcode,
        orders=orders,
        pull=pull,
    )


@dataclass(frozen=True, slots=True)
class MethodRow:
    """A method in a table: its link, and what is to be said."""

    link: Safe
    text: Safe


@dataclass(frozen=True, slots=True)
class ChapterView:
    """The methods of a topic."""

    title: SpecText
    note: SpecText | None
    rows: tuple[MethodRow, ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    """The first page."""

    title: SpecText
    title_en: SpecText
    product: Product
    search: Name | None
    tour: bool
    dropped_prefix: Name
    """What the names of calls leave out of those of methods."""
    example: Api | None
    """A method that shows the naming rule."""
    chapters: tuple[ChapterView, ...]


def index(
    product: Product,
    dropped_prefix: Name,
    chapters: Sequence[Chapter],
    search: Api | None,
    tour: bool,
) -> IndexView:
    """The first page, with all methods."""
    typed = (api for _, apis in chapters for api in apis if api.typed)
    usual = (api for api in typed if api.method.startswith(dropped_prefix))
    return IndexView(
        title=product.words.zh,
        title_en=product.words.en,
        product=product,
        search=search.python_name if search else None,
        tour=tour,
        dropped_prefix=dropped_prefix,
        example=search or next(usual, None),
        chapters=tuple(
            ChapterView(
                topic.words.zh,
                topic.note,
                tuple(MethodRow(page_link(api), md_cell(api.summary)) for api in apis),
            )
            for topic, apis in chapters
        ),
    )


@dataclass(frozen=True, slots=True)
class SigningSteps:
    """A worked example of one signature method."""

    secret: Safe
    text: Safe
    expression: Safe
    sign: Name


@dataclass(frozen=True, slots=True)
class SigningView:
    """The page about signatures."""

    parameters: tuple[MemberRow, ...]
    gateways: tuple[Gateway, ...]
    methods: tuple[tuple[SigningMethod, SigningSteps | None], ...]
    offset: Safe
    tolerance: Safe


def signing(platform: Platform) -> SigningView:
    """Public parameters and signature methods."""
    return SigningView(
        parameters=rows(platform.parameters, Samples(platform.utc_offset)),
        gateways=platform.gateways,
        methods=tuple((method, _steps(method)) for method in platform.signing),
        offset=_offset_words(platform.utc_offset),
        tolerance=Safe(words.duration_words(platform.clock_tolerance)),
    )


def _offset_words(offset: timedelta) -> Safe:
    """`+08:00`."""
    minutes = abs(offset) // timedelta(minutes=1)
    sign = "-" if offset < timedelta() else "+"
    return Safe(f"{sign}{minutes // 60:02}:{minutes % 60:02}")


def _steps(method: SigningMethod) -> SigningSteps | None:
    """The example that is a whole call, if there is one; the other vectors are for tests."""
    for vector in method.vectors:
        parameters = vector.parameters.reveal()
        assert isinstance(parameters, dict)
        if "method" in parameters:
            text = "".join(f"{name}{value}" for name, value in sorted(parameters.items()))
            return SigningSteps(
                literal(SpecText(vector.secret.decode())),
                literal(SpecText(text)),
                Safe(_SIGN_CODE[method.algorithm]),
                vector.sign,
            )
    return None


@dataclass(frozen=True, slots=True)
class WindowsView:
    """The page about time windows."""

    title: Safe
    rows: tuple[MethodRow, ...]
    package: Name
    orders: Api | None
    pull: Name | None
    """The call that gives all orders of a period."""


def windows(product: Product, apis: Sequence[Api], orders: Api | None) -> WindowsView:
    """How to pull what lies in a window of time."""
    return WindowsView(
        title=_windows_title(orders),
        rows=tuple(
            MethodRow(page_link(api), joined("；", (told.markdown() for told in window_words(api))))
            for api in apis
        ),
        package=product.client.package,
        orders=orders,
        pull=pull_name(orders) if orders else None,
    )


def _windows_title(orders: Api | None) -> Safe:
    return Safe("查询订单" if orders else "按时间查询")


@dataclass(frozen=True, slots=True)
class ErrorsView:
    """The page about errors."""

    package: Name
    class_prefix: Name
    error_root: Name
    classes: tuple[tuple[Safe, Safe, Safe], ...]
    """Labels and names of classes, and what they mean."""
    scopes: Safe
    """Which calls a limit can count together."""
    spans: Safe
    """How long a limit can last."""
    errors: tuple[ErrorRow, ...]
    sub_errors: tuple[ErrorRow, ...]


def errors(product: Product, platform: Platform) -> ErrorsView:
    """The codes of the gateway."""
    return ErrorsView(
        package=product.client.package,
        class_prefix=product.class_prefix,
        error_root=platform.error_root,
        classes=tuple(
            (Safe(word.label), md_code(word.name), Safe(word.advice))
            for word in language.ERROR_CLASSES.values()
        ),
        scopes=_listed(language.LIMIT_SCOPES.values()),
        spans=_listed(language.LIMIT_SPANS.values()),
        errors=tuple(map(error_row, platform.errors)),
        sub_errors=tuple(map(error_row, platform.sub_errors)),
    )


@dataclass(frozen=True, slots=True)
class ModelsView:
    """The page about the objects of replies."""

    package: Name
    orders: Api | None


def models(product: Product, orders: Api | None) -> ModelsView:
    """How to read, keep, print and make them."""
    return ModelsView(product.client.package, orders)


@dataclass(frozen=True, slots=True)
class ReliabilityView:
    """The page about retries, deadlines and limits."""

    package: Name
    mock: Name
    scopes: Safe
    """Which calls the limiter counts together."""
    search: Api | None
    register: Name | None
    """A write that shows how to verify one; None unless `registered` can find what it made."""
    registered: Name | None
    batches: tuple[ManyView, ...]
    """The calls for any number of values."""
    items: Name | None
    """The one of them that finds items."""


def reliability(
    product: Product,
    search: Api | None,
    register: Api | None,
    registered: Api | None,
    batches: Sequence[Api],
    items: Api | None,
) -> ReliabilityView:
    """What the client does when calls fail."""
    both = register and registered
    return ReliabilityView(
        package=product.client.package,
        mock=product.mock.package,
        scopes=joined("、", (Safe(word.label) for word in language.LIMIT_SCOPES.values())),
        search=search,
        register=register.python_name if both and register else None,
        registered=registered.python_name if both and registered else None,
        batches=tuple(row for api in batches if (row := many_view(api))),
        items=many_name(items) if items else None,
    )


def _listed(table: Iterable[Word]) -> Safe:
    """Words of the language as a program sees them, with their labels."""
    return joined("、", (compose("{} {}", md_code(w.name), Safe(w.label)) for w in table))


@dataclass(frozen=True, slots=True)
class MockView:
    """The page about the mock server."""

    product: Product
    orders: Api | None
    search: Api | None
    checks: Safe


def mock(product: Product, platform: Platform, orders: Api | None, search: Api | None) -> MockView:
    """How to use the mock, and the order in which it checks a call."""
    names = {error.code.reveal(): error.message for error in platform.errors}
    steps = []
    for code in platform.checks:
        name = names.get(code)
        steps.append(compose("{} {}", md_code(code), md(name)) if name else md_code(code))
    return MockView(product, orders, search, joined("、", steps))


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """A title of the list, and what is known of it."""

    number: int
    title: Safe
    coverage: Safe
    source: Safe
    notes: Safe


@dataclass(frozen=True, slots=True)
class CoverageView:
    """The page about what is known."""

    listed: tuple[CoverageRow, ...]
    beyond: tuple[CoverageRow, ...]
    with_packages: int
    """Methods of which a permission package is known."""
    without: int


def coverage(titles: Sequence[ListedTitle], apis: Sequence[Api]) -> CoverageView:
    """Every title, with the method where it is known."""
    by_method = {api.method: api for api in apis}
    listed: list[CoverageRow] = []
    beyond: list[CoverageRow] = []
    for title in titles:
        part = listed if title.listed else beyond
        api = by_method.get(title.method) if title.method else None
        part.append(_coverage_row(len(part) + 1, title, api))
    known = sum(bool(api.auth.packages) for api in apis)
    return CoverageView(tuple(listed), tuple(beyond), known, len(apis) - known)


def _coverage_row(number: int, title: ListedTitle, api: Api | None) -> CoverageRow:
    notes = [md_cell(title.note)] if title.note else []
    shown = md_cell(title.title)
    if api is None:
        return CoverageRow(number, shown, Safe("无"), Safe(""), joined("<br>", notes))
    known_by_name = title.title.reveal() == api.method
    link = page_link(api)
    source = words.source_words(api.doc)
    return CoverageRow(
        number,
        link if known_by_name else compose("{}<br>{}", shown, link),
        Safe(api.coverage.label),
        source.markdown() if source else Safe("没有记载"),
        joined("<br>", [*notes, *doubts(api)]),
    )
