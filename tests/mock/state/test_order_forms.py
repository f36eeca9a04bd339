"""Replies about orders keep the documented form, whatever is asked of a seeded book."""

import contextlib
import itertools
import json
import random
from typing import Any

import pytest
import real
import yaml
from jsonschema import Draft202012Validator
from taobaoke_mock.errors import GatewayError
from taobaoke_mock.knowledge import find_api
from taobaoke_mock.state import orders, refunds
from taobaoke_mock.state.book import Book
from taobaoke_mock.times import written

from generator.targets import openapi
from mock.state.worlds import DAY, HOUR, World

METHODS = (
    *orders.METHODS,
    *refunds.REFUNDS,
    *refunds.RELATION_REFUNDS,
    *refunds.PUNISHMENTS,
)
MADE_UP = ("0", "-1", "1", "2", "3", "4", "13", "999999999999999999", "x|y", "2222_334666", "")


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    (content,) = real.rendered(openapi.TARGET, real.spec()).values()
    found: dict[str, Any] = yaml.load(content.decode(), yaml.CSafeLoader)
    return found


@pytest.fixture(scope="module")
def world() -> World:
    return World(Book(rate=10))


def within(method: str, **members: str) -> dict[str, str]:
    """Arguments, inside the option of the method if it has one."""
    api = find_api(method)
    assert api
    first = (api["parameters"] or [])[0]
    names = [member["name"] for member in first.get("members", [])]
    if not names:
        return members
    return {first["name"]: json.dumps({key: members[key] for key in members if key in names})}


def asked(world: World, method: str, days: int) -> dict[str, str]:
    """Arguments that find something."""
    hours = HOUR * 2 if method in orders.METHODS else DAY
    start = world.now - days * DAY
    times = {"start_time": written(start), "end_time": written(start + hours)}
    return within(method, **times, span="30", page_size="100", page_no="1")


@pytest.mark.slow
@pytest.mark.parametrize("method", METHODS)
def test_replies_have_the_documented_form(
    method: str, world: World, document: dict[str, Any]
) -> None:
    api = real.api(method)
    operation = document["paths"][f"/router/rest#{method}"]["post"]
    media = operation["responses"]["200"]["content"]["application/json"]
    schema = {**media["schema"]["anyOf"][0], "components": document["components"]}
    validator = Draft202012Validator(schema)
    lengths = []
    for days in (1, 30, 60):
        content = dict(world.ask(method, **asked(world, method, days)))
        reply = {api.root: {**content, "request_id": "15m4n2qh8x7cd"}}
        assert [error.message for error in validator.iter_errors(reply)] == []
        lengths.append(len(json.dumps(reply)))
    assert max(lengths) > 500


@pytest.mark.parametrize("method", METHODS)
def test_arguments_of_any_kind_get_an_answer(method: str, world: World) -> None:
    choose = random.Random(method).choice
    names = (
        "query_type order_scene tk_status member_type page_no page_size position_index jump_type "
        "search_type refund_type biz_type relation_id tb_trade_id site_id adzone_id span"
    ).split()
    times = [written(world.now + seconds) for seconds in (-100 * DAY, -DAY, -HOUR, 0, DAY)]
    times += ["0001-01-01 00:00:00", "9999-12-31 23:59:59"]
    answers = 0
    for start, end in itertools.product(times, times):
        for _ in range(3):
            chosen = {name: choose(MADE_UP) for name in names}
            arguments = within(method, start_time=start, end_time=end, **chosen)
            with contextlib.suppress(GatewayError):
                world.ask(method, **arguments)
            answers += 1
    assert answers == 147
