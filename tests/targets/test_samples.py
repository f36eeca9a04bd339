"""Samples satisfy the specs that they are made from."""

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from real import SAMPLES

from generator.spec.ir import Api, Member, ScalarType, Spec
from generator.spec.text import Json
from generator.spec.values import (
    json_kind,
    mismatch,
    outside_limits,
    parts,
    sample_mismatches,
    scalar_text,
)
from generator.output.json_text import json_text


def members(api: Api) -> Iterator[Member]:
    """All parameters and fields, at any depth."""
    for members in (api.parameters, api.fields):
        for visit in members.walk():
            yield visit.member


def test_values_are_of_their_type_and_inside_their_limits(spec: Spec) -> None:
    for api in spec.apis:
        for member in members(api):
            value = SAMPLES.value(member)
            if not isinstance(member.type, ScalarType) or member.type.kind == "bytes":
                continue
            where = api.method, member.name, value
            assert json_kind(value) == member.type.wire, where
            text = scalar_text(value)  # type: ignore[arg-type]
            assert mismatch(text, member.type) is None, where
            assert outside_limits(text, member) is None, where
            if member.enum:
                known = {each.value.reveal() for each in member.enum}
                assert known.issuperset(parts(member.type, text)), where


def test_responses_have_the_fields_and_wrappers_of_the_spec(spec: Spec) -> None:
    for api in spec.apis:
        assert not list(
            sample_mismatches(SAMPLES.response(api), api.fields, "request_id")
        ), api.method


def test_requests_have_what_is_required(spec: Spec) -> None:
    for api in spec.apis:
        request = SAMPLES.request(api)
        names = [member.name for member in api.parameters]
        assert list(request) == [name for name in names if name in request]
        assert {member.name for member in api.parameters if member.required} <= set(request)


def test_requests_satisfy_the_constraints(spec: Spec) -> None:
    apis = [api for api in spec.apis if api.constraints]
    assert apis
    for api in apis:
        request = SAMPLES.request(api)
        for rule in api.constraints:
            if any(request.get(path) != scalar_text(value.reveal()) for path, value in rule.when):
                continue
            top = [name for name in rule.names if "." not in name]
            count = sum(name in request for name in top)
            if rule.kind.name == "exactly_one_of":
                assert count == 1, api.method
            elif rule.kind.name == "at_most_one_of":
                assert count <= 1, api.method
            elif rule.kind.name == "at_least_one_of" and top:
                assert count >= 1, api.method


VALUES: st.SearchStrategy[Json] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(VALUES)
def test_json_text_is_json(value: Any) -> None:
    text = json_text(value)
    assert json.loads(text) == value
    assert all(char.isprintable() or char == "\n" or ord(char) > 0xFFFF for char in text)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4))
def test_json_text_keeps_decimals_exact(value: Decimal) -> None:
    assert json.loads(json_text(value), parse_float=Decimal, parse_int=Decimal) == value
