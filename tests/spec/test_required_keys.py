"""Which keys must stand in the specs: of the tiny project each one is left out once."""

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from project import FILES, PRODUCT, REPOSITORY

from generator.spec.layout import dump
from generator.spec.load import parse
from generator.spec.validate import Schemas

METHOD = """
    method summary summary.zh summary.en role topic coverage doc doc.confidence doc.sources auth
    auth.session idempotent request response
"""
NEEDED = {
    "product": """
        version title title.zh title.en class_prefix title_prefix extension_prefix license
        license.name license.file client client.distribution client.package client.description mock
        mock.distribution mock.package mock.description roles roles.publisher.zh roles.publisher.en
        roles.service_provider.zh roles.service_provider.en roles.common.zh roles.common.en topics
        topics.orders.zh topics.orders.en topics.shops.zh topics.shops.en topics.utilities.zh
        topics.utilities.en guesses guesses.role guesses.topic guesses.otherwise
        guesses.otherwise.role guesses.otherwise.topic
    """,
    "platform": """
        sources gateways gateways.production.url gateways.production.description clock
        clock.utc_offset clock.tolerance naming naming.dropped_prefix naming.response_suffix
        naming.error_root naming.request_id parameters signing signing.md5.algorithm
        signing.md5.description signing.md5.vectors.0.name signing.md5.vectors.0.parameters
        signing.md5.vectors.0.sign signing.md5.vectors.0.source checks errors errors.7.solution
        errors.7.class errors.7.limit errors.7.limit.scope errors.7.limit.lasts errors.7.retry
        errors.21.solution errors.21.class errors.21.retry errors.25.solution errors.25.class
        errors.25.retry errors.40.solution errors.40.class errors.40.retry sub_errors
        sub_errors.isp.*.solution sub_errors.isp.*.class sub_errors.isp.*.retry packages.page
    """,
    "catalog": "titles beyond",
    "fields": "page_no.type page_no.description status.type status.description",
    "shops": "title.type title.description",
    "types": "Shop.description Shop.use_in Shop.fields",
    "enums": "Status.description Status.values",
    "errors": """
        busy.description busy.codes busy.codes.isv.busy.solution busy.codes.isv.busy.class
        busy.codes.isv.busy.retry
    """,
    "links": "guide.title guide.url",
    "taobao.tbk.order.get": f"""
        {METHOD} doc.source.kind response.results.items.fields.is_first.truth.yes
        response.results.items.fields.is_first.truth.no pagination.style pagination.items
        pagination.page window.start errors.isv.none.solution errors.isv.none.class
        errors.isv.none.retry
    """,
    "taobao.tbk.sc.shop.save": METHOD,
}

Path = tuple[str | int, ...]


def keys(data: Any, path: Path = ()) -> Iterator[Path]:
    """The paths of all keys."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield (*path, key)
            yield from keys(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from keys(value, (*path, index))


def without(data: Any, path: Path) -> Any:
    """A copy that lacks one key."""
    changed = holder = copy.deepcopy(data)
    for step in path[:-1]:
        holder = holder[step]
    del holder[path[-1]]
    return changed


def test_every_file_is_looked_at() -> None:
    assert sorted(file.rpartition("/")[2].removesuffix(".yaml") for file in FILES) == sorted(NEEDED)


@pytest.mark.parametrize("file", FILES)
def test_a_needed_key_is_missed_and_no_other(file: str) -> None:
    schemas = Schemas(
        REPOSITORY / "specs" / "_schema", parse(PRODUCT, FILES[PRODUCT].encode()).data
    )
    data = parse(file, FILES[file].encode()).data
    missed = {
        ".".join(map(str, path))
        for path in keys(data)
        for problem in schemas.check(parse(file, dump(without(data, path)).encode()))
        if problem.rule == "missing-key"
    }
    assert missed == set(NEEDED[file.rpartition("/")[2].removesuffix(".yaml")].split())
