"""Views of what is not about methods: the gateway's facts, the product's names."""

from dataclasses import dataclass
from datetime import timedelta

from generator.output import python
from generator.output.escape import Safe, compose, literal
from generator.spec import language
from generator.spec.ir import Api, ErrorCode, Gateway, Platform, SigningMethod
from generator.spec.product import Product
from generator.spec.text import Name, Scalar, SpecText
from generator.targets.batches import many_name
from generator.targets.client.imports import called
from generator.targets.client.methods import advice
from generator.targets.pulls import pull_name


@dataclass(frozen=True, slots=True)
class PlatformView:
    """The gateway's facts as source."""

    advice_import: Safe
    gateways: tuple[Gateway, ...]
    gateway_names: tuple[Safe, ...]
    sign_method: Name
    """What clients sign with, if nothing else is said."""
    sign_methods: tuple[Safe, ...]
    utc_offset_minutes: int
    clock_tolerance_seconds: int
    signing: tuple[SigningMethod, ...]
    algorithms: tuple[Safe, ...]
    dropped_prefix: Name
    response_suffix: Name
    error_root: Name
    request_id: Name
    errors: tuple[Safe, ...]
    sub_errors: tuple[Safe, ...]


def platform(platform: Platform) -> PlatformView:
    """The module of the gateway's facts."""
    algorithms = dict.fromkeys(way.algorithm for way in platform.signing)
    uses = {"Advice", *called(*map(advice, (*platform.errors, *platform.sub_errors)))}
    return PlatformView(
        advice_import=python.import_line("._runtime.advice", uses),
        gateways=platform.gateways,
        gateway_names=tuple(literal(gateway.name) for gateway in platform.gateways),
        sign_method=platform.sign_methods[0],
        sign_methods=tuple(map(literal, platform.sign_methods)),
        utc_offset_minutes=platform.utc_offset // timedelta(minutes=1),
        clock_tolerance_seconds=platform.clock_tolerance,
        signing=platform.signing,
        algorithms=tuple(map(literal, algorithms)),
        dropped_prefix=platform.dropped_prefix,
        response_suffix=platform.response_suffix,
        error_root=platform.error_root,
        request_id=platform.request_id,
        errors=tuple(map(_row, platform.errors)),
        sub_errors=tuple(map(_row, platform.sub_errors)),
    )


def _row(error: ErrorCode) -> Safe:
    before = compose("{}: ", literal(error.code))
    return python.statement(before, advice(error), depth=1, after=",")


@dataclass(frozen=True, slots=True)
class WordsView:
    """The words of the language that mean something at run time."""

    retries: tuple[Safe, ...]
    error_classes: tuple[Safe, ...]
    limit_scopes: tuple[tuple[Safe, Safe], ...]
    """Names and what they are called."""
    limit_spans: tuple[Safe, ...]
    constraints: tuple[Safe, ...]
    formats: tuple[tuple[Safe, Safe], ...]
    """Time formats and their forms for strptime."""
    epochs: tuple[tuple[Safe, int], ...]
    """Formats that count since 1970, with units a second."""
    moment_format: Safe
    day_format: Safe
    durations: tuple[tuple[int, Safe], ...]
    """Seconds, and what they are called, the longest first."""


def language_words() -> WordsView:
    """The module of the language's words."""
    formats = language.TIME_FORMATS.values()
    return WordsView(
        retries=tuple(map(literal, language.RETRIES)),
        error_classes=tuple(map(literal, language.ERROR_CLASSES)),
        limit_scopes=tuple(
            (literal(scope.name), literal(scope.label)) for scope in language.LIMIT_SCOPES.values()
        ),
        limit_spans=tuple(map(literal, language.LIMIT_SPANS)),
        constraints=tuple(map(literal, language.CONSTRAINTS)),
        formats=tuple((literal(f.name), literal(f.strptime)) for f in formats if f.strptime),
        epochs=tuple((literal(f.name), f.per_second) for f in formats if f.per_second),
        moment_format=literal(language.USUAL_FORMATS["datetime"].name),
        day_format=literal(language.USUAL_FORMATS["date"].name),
        durations=tuple(
            (seconds, literal(label)) for seconds, label in language.DURATIONS.values()
        ),
    )


@dataclass(frozen=True, slots=True)
class ProductView:
    """The names by which the packages call themselves."""

    version: Name
    title: SpecText
    title_en: SpecText
    class_prefix: Name
    licence: Name
    distribution: Name
    package: Name
    description: SpecText
    keywords: tuple[SpecText, ...]
    mock_distribution: Name
    mock_package: Name
    call: Safe
    """The first call, as source."""
    paged: Name | None
    """A method whose pages the examples follow."""
    pulled: Name | None
    """The call of that method that gives everything of a period."""
    search: Api | None
    """A method for examples that search."""
    many: Name | None
    """A call that takes any number of values."""
    dropped_prefix: Name
    """What the names of calls leave out of those of methods."""
    error_classes: Safe
    """What `error_class` may be."""


def product(
    product: Product,
    dropped_prefix: Name,
    first: Api | None,
    paged: Api | None,
    search: Api | None,
    items: Api | None,
) -> ProductView:
    """What the client's own files print of the product."""
    return ProductView(
        version=product.version,
        title=product.words.zh,
        title_en=product.words.en,
        class_prefix=product.class_prefix,
        licence=product.licence.name,
        distribution=product.client.distribution,
        package=product.client.package,
        description=product.client.description,
        keywords=product.keywords,
        mock_distribution=product.mock.distribution,
        mock_package=product.mock.package,
        call=first_call(product, first),
        paged=paged.python_name if paged else None,
        pulled=pull_name(paged) if paged else None,
        search=search,
        many=many_name(items) if items else None,
        dropped_prefix=dropped_prefix,
        error_classes=Safe("、".join(language.ERROR_CLASSES)),
    )


def first_call(product: Product, api: Api | None) -> Safe:
    """The product's first call as source; without one, a call by name."""
    if api is None or product.first_call is None:
        return Safe('client.call("taobao.time.get", {})')
    given = product.first_call.arguments.reveal()
    assert isinstance(given, dict)
    arguments = []
    for name, value in given.items():
        member = api.parameters.find(name)
        assert member, name
        assert isinstance(value, Scalar), name
        source = literal(value) if isinstance(value, str) else Safe(value)
        arguments.append(compose("{}={}", member.python_name, source))
    return Safe(f"client.{api.python_name}({', '.join(arguments)})")
