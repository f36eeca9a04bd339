"""What the mock knows: pinned for the two tiny methods, value by value."""

import dataclasses
import json
from decimal import Decimal
from typing import Any

import pytest
from project import ORDERS, PLATFORM, SHOPS, TinyProject

from generator.output.json_text import json_text
from generator.spec.ir import (
    ArrayType,
    EnumValue,
    Limits,
    Member,
    Members,
    Pagination,
    ScalarType,
    Truth,
)
from generator.spec.language import CLOSINGS, COVERAGES
from generator.spec.text import Name, SpecText
from generator.targets.mock_server import data
from targets.ir import member, orders, scalar

CLOSED = CLOSINGS["refused"]


def method(tiny: TinyProject, name: str = "taobao.tbk.order.get") -> dict[str, Any]:
    spec = tiny.spec()
    api = spec.find(name)
    assert api
    return data.method(api, spec.platform)


@pytest.mark.parametrize(
    ("offset", "seconds"), [("+08:00", 28800), ("-05:30", -19800), ("+00:00", 0)]
)
def test_the_offset_of_the_gateway_has_its_sign(
    tiny: TinyProject, offset: str, seconds: int
) -> None:
    tiny.edit(PLATFORM, '"+08:00"', f'"{offset}"')
    assert data.platform(tiny.spec())["utc_offset"] == seconds


def test_what_holds_for_every_method(tiny: TinyProject) -> None:
    found = data.platform(tiny.spec())
    assert found["checks"] == ["21", "25", "40"]
    assert found["errors"]["25"] == "Invalid signature"  # type: ignore[index, call-overload]
    assert found["sub_errors"] == {"isp.*": ""}
    assert found["signing"] == {"md5": "md5"}
    assert found["epochs"] == {"epoch_ms": 1000, "epoch_s": 1}
    assert found["clock_tolerance"] == 600
    assert found["methods"] == {
        "taobao.tbk.order.get": "订单查询",
        "taobao.tbk.sc.shop.save": "店铺保存",
    }


@pytest.mark.parametrize(("closed", "formats"), [(None, []), (CLOSED, ["json", "xml"])])
def test_formats_are_refused_only_if_their_list_is_closed(
    tiny: TinyProject, closed: Any, formats: list[str]
) -> None:
    spec = tiny.spec()
    parameters = Members(
        dataclasses.replace(one, closed=closed) if one.name == "format" else one
        for one in spec.platform.parameters
    )
    platform = dataclasses.replace(spec.platform, parameters=parameters)
    found = data.platform(dataclasses.replace(spec, platform=platform))
    assert (found["formats"], found["versions"]) == (formats, [])


def test_a_method(tiny: TinyProject) -> None:
    found = method(tiny)
    assert (found["root"], found["session"]) == ("tbk_order_get_response", "optional")
    assert found["constraints"] == [
        {"kind": "at_least_one_of", "names": ["title", "status"], "when": {}}
    ]
    assert found["window"] == {
        "start": "start_time",
        "end": "end_time",
        "format": "%Y-%m-%d %H:%M:%S",
        "longest": 10800,
    }
    assert found["pagination"] == {
        "items": ["results"],
        "first": 1,
        "default_size": 20,
        "page": "page_no",
        "size": "page_size",
        "more": "has_next",
        "ids": ["order_id"],
    }
    assert found["wrappers"] == {"results": "order", "results.tags": "string"}
    assert found["errors"] == {"isv.busy": "系统忙", "isv.none": "没有结果"}
    parameters = {one["name"]: one for one in found["parameters"]}
    assert parameters["start_time"] == {
        "name": "start_time",
        "type": "datetime",
        "required": True,
        "format": "%Y-%m-%d %H:%M:%S",
    }
    assert parameters["page_size"] == {
        "name": "page_size",
        "type": "integer",
        "minimum": 1,
        "maximum": 100,
    }
    assert parameters["title"] == {"name": "title", "type": "string", "max_length": 20}
    assert parameters["fields"]["known"] == ["a", "b"]
    assert "enum" not in parameters["fields"]
    assert parameters["fields"]["separator"] == ","
    assert [one["name"] for one in method(tiny, "taobao.tbk.sc.shop.save")["parameters"]] == [
        *("title", "page_no", "status", "detail"),
    ]


def test_packages_are_those_that_grant_the_method(tiny: TinyProject) -> None:
    assert method(tiny)["packages"] == ["27939", "381"]
    assert method(tiny, "taobao.tbk.sc.shop.save")["packages"] == []


def parameter(tiny: TinyProject, one: Member) -> Any:
    """What is checked of one parameter, by way of the file."""
    api = orders(tiny, parameters=Members([one]), constraints=(), window=None, pagination=None)
    (checked,) = json.loads(json_text(data.method(api, tiny.spec().platform)))["parameters"]
    return checked


ONE_OR_ZERO = Truth((SpecText("1"),), (SpecText("0"),))
LISTED = (EnumValue(SpecText("2"), SpecText("二")),)


@pytest.mark.parametrize(
    ("one", "checks"),
    [
        (member(type_="integer", enum=LISTED), {"known": ["2"]}),
        (member(type_="integer", enum=LISTED, closed=CLOSED), {"enum": ["2"]}),
        (member(type_="decimal", limits=Limits(scale=0)), {"scale": 0}),
        (
            member(type_="decimal", limits=Limits(Decimal("0.10"), 3, scale=2)),
            {"minimum": "0.10", "maximum": 3, "scale": 2},
        ),
        (member(type_="boolean"), {}),
        (member(type_=ScalarType("boolean", "string", truth=ONE_OR_ZERO)), {"truth": ["1", "0"]}),
    ],
)
def test_what_is_checked_of_a_value(tiny: TinyProject, one: Member, checks: dict[str, Any]) -> None:
    kind = getattr(one.type, "kind", "")
    assert parameter(tiny, one) == {"name": "x", "type": kind, **checks}


def test_lists_of_values_belong_to_the_elements(tiny: TinyProject) -> None:
    type_ = ArrayType(scalar("integer"), None, False, SpecText(","))
    for closed, key in ((None, "known"), (CLOSED, "enum")):
        found = parameter(tiny, member(type_=type_, enum=LISTED, closed=closed))
        assert found == {
            "name": "x",
            "type": "array",
            "separator": ",",
            "items": {"type": "integer", key: ["2"]},
        }


def test_paging_by_offset_and_several_lists(tiny: TinyProject) -> None:
    paging = Pagination(
        "offset", (Name("results"), Name("results.tags")), offset=Name("skip"), size=Name("rows")
    )
    api = orders(tiny, pagination=paging)
    assert data.method(api, tiny.spec().platform)["pagination"] == {
        "items": ["results", "results.tags"],
        "first": 1,
        "default_size": 20,
        "offset": "skip",
        "size": "rows",
        "ids": ["order_id"],
    }


def test_the_usual_page_size_is_the_documented_one(tiny: TinyProject) -> None:
    tiny.edit(ORDERS, "default: 20", "default: 35")
    assert method(tiny)["pagination"]["default_size"] == 35
    tiny.edit(ORDERS, ", default: 35", "")
    assert method(tiny)["pagination"]["default_size"] == 20


def test_fields_of_paging_are_never_left_out_of_the_sample(tiny: TinyProject) -> None:
    tiny.edit(ORDERS, "    has_next: false\n", "")
    assert method(tiny)["response"]["has_next"] is True
    tiny.edit(ORDERS, '      order: [{order_id: "1"', '      order: [{order_id: "7"')
    assert method(tiny)["response"]["results"]["order"][0]["order_id"] == "7"


def test_a_missing_object_on_the_way_to_a_field_of_paging_is_made_whole(tiny: TinyProject) -> None:
    tiny.edit(ORDERS, "items: results,", "items: page.results,")
    tiny.edit(ORDERS, "more: has_next", "more: page.has_next")
    spec = tiny.read(ORDERS)
    start, end = spec.index("  has_next:"), spec.index("pagination:")
    inner = "".join(f"    {line}\n" for line in spec[start:end].splitlines())
    page = "  page:\n    type: object\n    name: Page\n    description: 一页\n    fields:\n"
    tiny.edit(ORDERS, spec[start:end], page + inner)
    sample = tiny.read(ORDERS)
    tiny.edit(
        ORDERS, sample[sample.index("    has_next: false") :], "    page: {has_next: false}\n"
    )
    response = method(tiny)["response"]
    assert response["page"]["has_next"] is False
    assert [*response["page"]["results"]["order"][0]][:2] == ["order_id", "fee"]


def test_limits_of_a_list_do_not_belong_to_its_elements(tiny: TinyProject) -> None:
    tiny.edit(
        SHOPS,
        "  detail:",
        "  names: {type: array, max_items: 3, separator: ;, items: {type: string}, "
        "required: true, description: 名}\n  detail:",
    )
    parameters = {one["name"]: one for one in method(tiny, "taobao.tbk.sc.shop.save")["parameters"]}
    assert parameters["names"] == {
        "name": "names",
        "type": "array",
        "required": True,
        "max_items": 3,
        "separator": ";",
        "items": {"type": "string"},
    }


def test_a_method_of_which_only_the_name_is_known_takes_anything(tiny: TinyProject) -> None:
    spec = tiny.spec()
    unknown = dataclasses.replace(spec.apis[0], coverage=COVERAGES["name"])
    assert data.method(unknown, spec.platform)["parameters"] is None
