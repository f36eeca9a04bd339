"""Which values are refused: those outside of some lists, fractions, booleans; which never are."""

import json
from decimal import Decimal
from typing import Any

import pytest
import real
from real import SAMPLES
from taobaoke_mock import MockServer
from targets.ir import an_object, member, scalar

from generator.spec import language
from generator.spec.ir import (
    ArrayType,
    EnumValue,
    Limits,
    Member,
    ScalarType,
    Spec,
    Truth,
)
from generator.spec.language import Word
from generator.spec.text import SpecText
from mock.calls import Answer, ask_with, call
from mock.made_up import METHOD, Serve, serve
from mock.requests import with_value

__all__ = ["serve"]

OWN_CODES = {"jump_type": "1005", "tk_status": "1006"}
"""Parameters whose wrong values have a code of the method's own."""
STATED, REFUSED = (language.CLOSINGS[name] for name in ("stated", "refused"))


def listed(*values: str, closed: Word | None) -> dict[str, Any]:
    """What a member with a list of values has."""
    enum = tuple(EnumValue(SpecText(value), SpecText("值")) for value in values)
    return {"enum": enum, "closed": closed}


def a_list(items: ScalarType, separator: str = ",") -> ArrayType:
    return ArrayType(items, None, False, SpecText(separator))


def is_refused(answer: Answer, path: str) -> bool:
    """Whether an argument is refused, with a hint."""
    error = answer.json.get("error_response")
    if error is None:
        return False
    assert (error["code"], error["msg"]) == (41, f"Invalid arguments:{path}"), error
    assert answer.headers["X-Mock-Hint"]
    return True


def in_every_place(values: dict[str, Any]) -> list[tuple[Member, str, str]]:
    """A list of values wherever one may stand: the parameter, its path, and how it is sent."""
    one = member("x", "integer", **values)
    inner = an_object("Inner", one)
    return [
        (one, "x", "{}"),
        (member("x", "csv", **values), "x", "2,{}"),
        (member("x", a_list(scalar("integer")), **values), "x", "2,{}"),
        (member("x", a_list(scalar("integer"), ";"), **values), "x", "2;{}"),
        (member("x", a_list(scalar("integer")), **values), "x", "[2, {}]"),
        (member("y", inner), "y.x", '{{"x": {}}}'),
        (member("y", inner), "y.x", '{{"x": "{}"}}'),
        (member("y", an_object("Outer", member("z", inner))), "y.z.x", '{{"z": {{"x": {}}}}}'),
        (
            member("y", ArrayType(inner, None, False, SpecText(","))),
            "y.x",
            '[{{"x": 2}}, {{"x": {}}}]',
        ),
    ]


@pytest.mark.parametrize("place", range(9))
def test_values_are_refused_only_where_a_source_says_so(
    server: MockServer, serve: Serve, place: int
) -> None:
    for closed in (None, STATED, REFUSED):
        one, path, form = in_every_place(listed("2", "30", closed=closed))[place]
        serve(one)
        for value in ("2", "30"):
            answer = call(server, METHOD, **{one.name: form.format(value)})
            assert not is_refused(answer, path), (form, value)
            assert answer.headers["X-Mock-Hint"] is None
        answer = call(server, METHOD, **{one.name: form.format("4")})
        assert is_refused(answer, path) is (closed is REFUSED), form
        if closed is REFUSED:
            assert answer.headers["X-Mock-Hint"] == f"{path}: '4' is none of 2, 30"
            assert "只有 2、30" in (server.requests[-1].explanation or "")
        else:
            assert f"{path}='4' is not among the doc" in answer.headers["X-Mock-Hint"]


def test_values_of_the_specs_are_refused_only_where_a_source_says_so(
    server: MockServer, spec: Spec
) -> None:
    """Every list of every method, at any depth, with a value that it does not have."""
    seen = {True: 0, False: 0}
    for api in spec.typed:
        for visit in api.parameters.walk():
            kind = getattr(visit.member.element, "kind", "")
            if not visit.member.enum or kind not in ("string", "integer", "csv"):
                continue
            limits = visit.member.limits
            other = str((limits.maximum or 987) if kind == "integer" else "zz")
            if other in {value.value.reveal() for value in visit.member.enum}:
                continue
            path = visit.path
            value = [other] if visit.depth and isinstance(visit.member.type, ArrayType) else other
            answer = ask_with(server, api, with_value(api, visit, value))
            error = answer.json.get("error_response", {})
            own = error.get("sub_code") == OWN_CODES.get(path, "")
            refused = own or error.get("msg") == f"Invalid arguments:{path}"
            closed = visit.member.closed
            expected = closed is not None and closed.name == "refused"
            assert refused is expected, (api.method, path, other, error)
            if expected:
                allowed = ", ".join(value.value.reveal() for value in visit.member.enum)
                assert answer.headers["X-Mock-Hint"] == f"{path}: {other!r} is none of {allowed}"
            else:
                assert f"{path}={other!r} is not among" in (answer.headers["X-Mock-Hint"] or "")
            seen[expected] += 1
    assert seen[False] > 100, seen
    assert seen[True] == 3, seen


# Numbers


@pytest.mark.parametrize(
    ("scale", "value", "refused"),
    [
        (2, "1", False),
        (2, "1.5", False),
        (2, "1.25", False),
        (2, "1.250", False),
        (2, "1.251", True),
        (2, "-1.251", True),
        (2, "0.0000", False),
        (2, "0.10", False),
        (2, "0.30000000000000004", True),
        (2, "100000000000000000000000000000.001", True),
        (2, "0.1000000000000000000000000000000000000001", True),
        (2, "1e-3", True),
        (2, "125e-2", False),
        (2, "1.5e1", False),
        (1, "1.15", True),
        (1, "2.675", True),
        (0, "100", False),
        (0, "1.0", False),
        (0, "0.1", True),
        (None, "0.123456789", False),
    ],
)
def test_more_decimals_than_documented_are_refused(
    server: MockServer, serve: Serve, scale: int | None, value: str, refused: bool
) -> None:
    fee = member("fee", "decimal", limits=Limits(scale=scale))
    serve(fee, member("inner", an_object("Inner", fee)))
    for arguments, path in (
        ({"fee": value}, "fee"),
        ({"inner": f'{{"fee": {value}}}'}, "inner.fee"),
        ({"inner": f'{{"fee": "{value}"}}'}, "inner.fee"),
    ):
        answer = call(server, METHOD, **arguments)
        assert is_refused(answer, path) is refused
        if refused:
            assert answer.headers["X-Mock-Hint"] == (
                f"{path}: at most {scale} decimals are documented"
            )


@pytest.mark.parametrize(
    ("value", "refused"),
    [
        ("0.1", False),
        ("0.3", False),
        ("0.10", False),
        ("0.2", False),
        ("0.0999999999999999999999999999", True),
        ("0.3000000000000000000000000001", True),
        ("0.30000000000000001", True),
        ("0.09999999999999999999", True),
    ],
)
def test_limits_are_exact(server: MockServer, serve: Serve, value: str, refused: bool) -> None:
    rate = member("rate", "decimal", limits=Limits(minimum=Decimal("0.1"), maximum=Decimal("0.3")))
    serve(rate, member("inner", an_object("Inner", rate)))
    for arguments, path in (
        ({"rate": value}, "rate"),
        ({"inner": f'{{"rate": {value}}}'}, "inner.rate"),
    ):
        answer = call(server, METHOD, **arguments)
        assert is_refused(answer, path) is refused
        if refused:
            assert answer.headers["X-Mock-Hint"] == f"{path}: the value must be 0.1 to 0.3"


def test_limits_beyond_the_precision_of_floats(server: MockServer, serve: Serve) -> None:
    low = 9007199254740993
    serve(member("n", "integer", limits=Limits(minimum=low)))
    assert not is_refused(call(server, METHOD, n=str(low)), "n")
    assert is_refused(call(server, METHOD, n=str(low - 1)), "n")


def test_money_of_the_specs(server: MockServer) -> None:
    api = real.api("taobao.tbk.dg.vegas.tlj.create")
    request = {name: value for name, value in SAMPLES.request(api).items() if type(value) is str}
    assert not is_refused(call(server, api.method, **{**request, "per_face": "1.25"}), "per_face")
    assert is_refused(call(server, api.method, **{**request, "per_face": "1.255"}), "per_face")


# Booleans


@pytest.mark.parametrize(
    ("truth", "right", "wrong"),
    [
        (None, "true false", "True FALSE 1 0 yes"),
        (Truth((SpecText("1"),), (SpecText("0"),)), "1 0", "true false 2 Y"),
        (Truth((SpecText("Y"), SpecText("yes")), (SpecText("N"),)), "Y yes N", "y n true no"),
    ],
)
def test_booleans_are_spelt_as_documented(
    server: MockServer, serve: Serve, truth: Truth | None, right: str, wrong: str
) -> None:
    flag = member("flag", ScalarType("boolean", "string", truth=truth))
    serve(flag, member("inner", an_object("Inner", flag)))
    for value in (*right.split(), *wrong.split()):
        refused = value in wrong.split()
        answer = call(server, METHOD, flag=value)
        assert is_refused(answer, "flag") is refused
        if refused:
            small = ", in lower case" if value.lower() in right.split() else ""
            expected = f"flag: {' or '.join(right.split())} is expected{small}"
            assert answer.headers["X-Mock-Hint"] == expected
        nested = call(server, METHOD, inner=json.dumps({"flag": value}))
        assert is_refused(nested, "inner.flag") is refused
    bare = call(server, METHOD, inner='{"flag": true}')
    assert is_refused(bare, "inner.flag") is (truth is not None)
    assert is_refused(call(server, METHOD, inner='{"flag": 1}'), "inner.flag") is (
        "1" not in right.split()
    )
