"""JSON samples of replies inside a document."""

import json

import pytest

from generator.importers.read.reply_samples import MAX_DIGITS, reply_and_failure

METHOD = "taobao.tbk.shop.get"
REPLY = '{"tbk_shop_get_response": {"total": 1}}'
ERROR = '{"error_response": {"code": 15}}'


def read(text: str) -> tuple[object, object, list[tuple[str, int]]]:
    told: list[tuple[str, int]] = []
    reply, failure = reply_and_failure(text, METHOD, lambda what, at: told.append((what, at)))
    return reply, failure, told


@pytest.mark.parametrize(
    ("text", "reply", "failure"),
    [
        ("", None, None),
        (f"before {REPLY} between {ERROR} behind", {"total": 1}, {"code": 15}),
        (f"{ERROR}{REPLY}", {"total": 1}, {"code": 15}),
        (REPLY.replace("tbk", "taobao_tbk"), {"total": 1}, None),
        (f'{REPLY} {REPLY.replace("1", "2")}', {"total": 1}, None),  # the full form comes first
        ('{"tbk_other_get_response": {"total": 1}}', None, None),
        ('{"tbk_shop_get_response": {"total": 1}, "more": 1}', None, None),
        ('{"tbk_shop_get_response": [1]}', None, None),
        ('{"tbk_shop_get_response": "text"}', None, None),
        (f'{{"tbk_shop_get_response": {{"inner": {ERROR}}}}}', {"inner": json.loads(ERROR)}, None),
        (f'{{"tbk_shop_get_response": {{"inner": {ERROR}}}}} {ERROR}',
         {"inner": json.loads(ERROR)}, {"code": 15}),
    ],
)  # fmt: skip
def test_what_is_a_sample(text: str, reply: object, failure: object) -> None:
    assert read(text) == (reply, failure, [])


def test_a_sample_that_does_not_parse_is_told_and_hides_no_other() -> None:
    broken = '{"tbk_shop_get_response": {"total": }}'
    reply, failure, told = read(f"{broken} {REPLY} {ERROR}")
    assert (reply, failure) == ({"total": 1}, {"code": 15})
    assert told == [("the JSON sample does not parse: Expecting value", broken.index("}}"))]


def test_numbers_are_exact_and_no_longer_than_a_spec_may_hold() -> None:
    longest = "1" * MAX_DIGITS
    reply, _, told = read(f'{{"tbk_shop_get_response": {{"a": {longest}, "b": 0.10}}}}')
    assert (str(reply), told) == (f"{{'a': {longest}, 'b': Decimal('0.10')}}", [])
    reply, _, told = read(f'{{"tbk_shop_get_response": {{"a": {longest}1}}}}')
    assert reply is None
    assert told == [("the JSON sample does not parse: a number is too long", 0)]
