"""The documentation: Markdown pages, and the configuration of the site that they make."""

from collections.abc import Iterator

from generator.output.outputs import Output, View
from generator.spec.ir import Spec
from generator.targets.batches import many_name
from generator.targets.docs import guides, method, packages
from generator.targets.pulls import pull_name
from generator.targets.target import Target


def _outputs(spec: Spec) -> Iterator[Output]:
    product, platform = spec.product, spec.platform
    chapters = guides.chapters(spec)
    windows = tuple(api for api in spec.typed if api.window)
    orders, search = spec.guide("orders"), spec.guide("search")
    pull = pull_name(orders) if orders else None
    toured = *(spec.guide(use) for use in ("materials", "convert", "passcode")), orders, pull
    first_page = (product, platform.dropped_prefix, chapters, search, all(toured))
    yield View("docs/zensical.toml", guides.site, (product, chapters, windows, orders, all(toured)))
    yield View("docs/docs/index.md", guides.index, first_page)
    if all(toured):
        yield View("docs/docs/tour.md", guides.tour, (product, *toured))
    yield View("docs/docs/signing.md", guides.signing, (platform,))
    if windows:
        yield View("docs/docs/orders.md", guides.windows, (product, windows, orders))
    yield View("docs/docs/models.md", guides.models, (product, orders))
    yield View("docs/docs/errors.md", guides.errors, (product, platform))
    writes = spec.guide("register"), spec.guide("registered")
    batches = tuple(api for api in spec.typed if many_name(api))
    calls = (product, search, *writes, batches, spec.guide("items"))
    yield View("docs/docs/reliability.md", guides.reliability, calls)
    yield View("docs/docs/packages.md", packages.packages, (product, platform, spec.apis))
    yield View("docs/docs/mock.md", guides.mock, (product, platform, orders, search))
    yield View("docs/docs/coverage.md", guides.coverage, (spec.titles, spec.apis))
    for api in spec.apis:
        inputs = (api, platform, product)
        names = {"method": api.python_name}
        yield View("docs/docs/methods/{method}.md", method.page, inputs, names)


TARGET = Target(
    name="docs",
    root="docs",
    outputs=_outputs,
    optional=frozenset(["docs/docs/orders.md", "docs/docs/tour.md"]),
)
