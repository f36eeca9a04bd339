"""Models are lazy views: tolerant, exact, and at home in Python."""

from __future__ import annotations

import copy
import inspect
import json
import pickle
import sys
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any, ClassVar, Final
from unittest.mock import ANY

import pydantic
import pytest
from tables import every
from taobaoke import Model
from taobaoke._runtime.models import wire
from taobaoke.models import ServiceFee
from taobaoke.types import (
    TbkDgMaterialOptionalResponse,
    TbkDgOptimusMaterialResponse,
    TbkOrderDetailsGetResponse,
)
from taobaoke.types import TbkOrderDetailsGetOrderPage as OrderPage
from taobaoke.types import TbkOrderDetailsGetPublisherOrder as PublisherOrder

ORDER = {
    "trade_id": 294159887445064307,
    "pay_price": "9.110",
    "tk_status": "13",
    "tk_create_time": "2019-04-22 15:15:05",
    "item_num": "two",
    "click_time": None,
    "service_fee_dto_list": {"service_fee_d_t_o": [{"share_fee": "1.5"}]},
    "brand_new": {"a": 1},
}


def test_values_are_typed() -> None:
    order = PublisherOrder.from_raw(ORDER)
    assert order.trade_id == "294159887445064307"
    assert order.pay_price == Decimal("9.110")
    assert order.tk_status == 13
    assert order.tk_create_time is not None
    assert order.tk_create_time.replace(tzinfo=None) == datetime(2019, 4, 22, 15, 15, 5)
    assert order.tk_create_time.utcoffset() == timedelta(hours=8)
    assert order.service_fee_dto_list[0].share_fee == Decimal("1.5")


def test_what_does_not_fit_is_none_and_still_there() -> None:
    order = PublisherOrder.from_raw(ORDER)
    assert order.item_num is None
    assert order["item_num"] == "two"
    assert order.raw["item_num"] == "two"
    with pytest.raises(KeyError):
        order["nowhere"]


def test_nothing_is_converted_before_it_is_read() -> None:
    order = PublisherOrder.from_raw(ORDER)
    assert vars(order) == {"raw": ORDER}
    assert order.service_fee_dto_list is order.service_fee_dto_list
    assert set(vars(order)) == {"raw", "service_fee_dto_list"}


def test_a_misspelt_attribute_is_an_error() -> None:
    order = PublisherOrder.from_raw(ORDER)
    with pytest.raises(AttributeError, match=r"has no attribute 'trade_idd'$") as caught:
        order.trade_idd  # type: ignore[attr-defined]  # noqa: B018
    assert (caught.value.name, caught.value.obj) == ("trade_idd", order)  # for "Did you mean"


def test_an_attribute_that_only_the_reply_knows_is_shown_the_way() -> None:
    with pytest.raises(AttributeError, match=r"\['brand_new'\]"):
        PublisherOrder.from_raw(ORDER).brand_new  # type: ignore[attr-defined]  # noqa: B018


def test_unknown_members_stay() -> None:
    order = PublisherOrder.from_raw(ORDER)
    assert order.extra == {"brand_new": {"a": 1}}
    assert order.to_dict()["brand_new"] == {"a": 1}
    assert order.to_dict()["service_fee_dto_list"] == [{"share_fee": Decimal("1.5")}]


def test_equality_pickle_and_copy() -> None:
    page = TbkOrderDetailsGetResponse.from_raw(
        {"data": {"results": {"publisher_order_dto": [ORDER]}}}
    )
    assert page.data is not None
    for twin in (pickle.loads(pickle.dumps(page)), copy.copy(page), copy.deepcopy(page)):
        assert twin == page
        assert twin.data is not None
        assert twin.data.results[0].trade_id == "294159887445064307"
    assert page.data.results[0] == PublisherOrder.from_raw(ORDER)
    assert page.data.results[0] != PublisherOrder.from_raw({})
    assert page != page.data
    with pytest.raises(TypeError):
        hash(page)


def test_a_subclass_keeps_what_is_its_own() -> None:
    class MyOrder(PublisherOrder):
        CURRENCY: ClassVar[str] = "CNY"
        SHARES: ClassVar = (1, 2)
        PARTS: Final = 100
        WHOLE: Final[int] = 1
        _rate: int = 7
        brand_new: dict[str, Any] | None

        @property
        def cents(self) -> int:
            return int((self.pay_price or Decimal(0)) * self.PARTS)

    order = MyOrder.from_raw({**ORDER, "CURRENCY": "USD", "PARTS": 3})
    assert (order.CURRENCY, order.SHARES, order.PARTS, order.WHOLE) == ("CNY", (1, 2), 100, 1)
    assert order._rate == 7
    assert order.cents == 911
    assert order.brand_new == {"a": 1}
    assert order.trade_id == "294159887445064307"
    assert order.extra == {"CURRENCY": "USD", "PARTS": 3}
    assert order.to_dict()["CURRENCY"] == "USD"
    assert PublisherOrder.from_raw(ORDER).extra == {"brand_new": {"a": 1}}


def test_the_repr_is_short() -> None:
    order = PublisherOrder.from_raw(
        {**ORDER, "item_title": "长" * 1000, **{f"x{n}": n for n in range(99)}}
    )
    shown = "TbkOrderDetailsGetPublisherOrder(pay_price=9.110, trade_id='294159887445064307', "
    assert repr(order).startswith(shown)
    assert len(repr(order)) < 300


def test_the_repr_shows_what_attributes_give() -> None:
    raw = {"results": {"publisher_order_dto": [ORDER, ORDER]}, "has_next": "true", "new": {"a": 1}}
    shown = "TbkOrderDetailsGetOrderPage(results=[2×…], has_next=True, new=…)"
    assert repr(OrderPage.from_raw(raw)) == shown


@pytest.mark.parametrize("raw", [{"data": []}, {"data": ""}, {"data": None}, {"data": 1}, {}])
def test_an_object_of_a_strange_shape_is_absent(raw: dict[str, Any]) -> None:
    assert TbkOrderDetailsGetResponse.from_raw(raw).data is None


class Renamed(Model):
    """Members with names and forms that Python or the platform want differently."""

    class_: str | None = wire(name="class")
    born: datetime | None = wire(form="epoch_ms", number=True)
    tags: list[str] = wire(separator=" ")
    children: list[Renamed] = wire(wrapper="child")


def test_wire_forms_of_a_model_of_ones_own() -> None:
    raw = {
        "class": "x",
        "born": 1767294245000,
        "tags": "a b",
        "children": {"child": [{"class": "y"}]},
    }
    model = Renamed.from_raw(raw)
    assert model.class_ == "x"
    assert model.born is not None
    assert model.born.timestamp() == 1767294245
    assert model.tags == ["a", "b"]
    assert model.children[0].class_ == "y"
    assert model.to_dict()["class_"] == "x"
    assert model.to_wire() == raw


class Forms(Model):
    """Values that the gateway writes in more than one way, or not at all."""

    day: date | None = wire(further=("epoch_ms",))
    at: datetime | None = wire(further=("epoch_ms", "yyyy-MM-dd"))
    compact: datetime | None = wire(form="yyyyMMddHHmmss", further=("epoch_ms",))
    since: datetime | None = wire(form="epoch_ms", placeholders=("0",))
    none: datetime | None = wire(placeholders=("1970-01-01 00:00:00", "--"))
    nick: str | None = wire(placeholders=("--", ""))
    fee: Decimal | None = wire(placeholders=("0",))
    tags: list[str] = wire(separator=" ", placeholders=("-",))
    days: list[date] = wire(placeholders=("0",), further=("epoch_ms",))
    yes: bool | None = wire(yes=("1", "Y"), no=("0", "N"), text=True)


@pytest.mark.parametrize("raw", ["2017-10-29", 1509206400000, "1509206400000", 1509292799999])
def test_a_day_may_come_as_a_count_and_is_the_day_in_the_gateways_zone(raw: object) -> None:
    model = Forms.from_raw({"day": raw})
    assert model.day == date(2017, 10, 29)
    assert model.to_wire() == {"day": "2017-10-29"}


def test_the_day_of_a_coupon_reads_in_both_forms() -> None:
    for raw in ("2017-10-29", "1509206400000"):
        page = TbkDgOptimusMaterialResponse.from_raw(
            {"result_list": {"map_data": [{"coupon_start_time": raw}]}}
        )
        assert page.result_list[0].coupon_start_time == date(2017, 10, 29)


@every(
    ("member", "raw", "local"),
    [
        ("at", "2026-01-02 03:04:05", (2026, 1, 2, 3, 4, 5)),
        ("at", 1767294245000, (2026, 1, 2, 3, 4, 5)),
        ("at", "2026-01-02", (2026, 1, 2)),
        ("compact", "20260102030405", (2026, 1, 2, 3, 4, 5)),
        ("compact", "1767294245000", (2026, 1, 2, 3, 4, 5)),
        # Nearly fourteen digits, if one reads them with good will: a day in 1610.
        ("compact", "1610112131415", (2021, 1, 8, 21, 22, 11, 415000)),
        ("since", 978307200001, (2001, 1, 1, 8, 0, 0, 1000)),
        ("since", 253402271999000, (9999, 12, 31, 23, 59, 59)),
    ],
)
def test_the_first_form_that_fits_wins(member: str, raw: object, local: tuple[int, ...]) -> None:
    value = getattr(Forms.from_raw({member: raw}), member)
    assert value.replace(tzinfo=None) == datetime(*local)  # type: ignore[misc,arg-type]
    assert value.utcoffset() == timedelta(hours=8)


@every(
    ("raw",),
    [
        ("tomorrow",),
        ("2026-02-29 00:00:00",),
        ("0000-00-00 00:00:00",),
        ("1970-01-01 08:00:00",),
        ("2026-01-02T25:00:00Z",),
        (0,),
        (10800,),
        (Decimal("1.5"),),
        (True,),
        ({"a": 1},),
    ],
)
def test_what_has_none_of_the_forms_is_told_from_what_is_absent(raw: object) -> None:
    model = Forms.from_raw({"at": raw, "none": None, "compact": ""})
    assert (model.at, model.day, model.none, model.compact) == (None, None, None, None)
    assert model.unreadable() == {"at": raw}
    assert model.to_wire()["at"] == raw


def test_a_time_in_a_form_of_elsewhere_goes_out_in_the_documented_one() -> None:
    order = PublisherOrder.from_raw({"tk_create_time": 1555917305000})
    assert order.to_wire() == {"tk_create_time": "2019-04-22 15:15:05"}
    assert order.unreadable() == {}


@pytest.mark.parametrize("raw", ["0001-01-01 00:00:00", "9999-12-31 23:59:59"])
def test_the_ends_of_the_calendar_go_out_as_they_came(raw: str) -> None:
    order = PublisherOrder.from_raw({"click_time": raw})
    assert order.click_time is not None
    assert order.to_wire() == {"click_time": raw}
    assert PublisherOrder(click_time=order.click_time).raw == {"click_time": raw}


ORDERS_AND_MORE = {
    "data": {"results": {"publisher_order_dto": [{"trade_id": 1}, 5, None, "x", {"trade_id": 2}]}}
}


def test_elements_that_do_not_fit_stay_in_the_wire_form_and_are_told() -> None:
    page = TbkOrderDetailsGetResponse.from_raw(ORDERS_AND_MORE)
    assert page.to_wire()["data"]["results"] == {
        "publisher_order_dto": [{"trade_id": "1"}, 5, None, "x", {"trade_id": "2"}]
    }
    assert page.unreadable() == {"data.results[1]": 5, "data.results[3]": "x"}
    assert page.to_dict() == {"data": {"results": [{"trade_id": "1"}, {"trade_id": "2"}]}}
    nothing = {"data": {"results": {"publisher_order_dto": [5, "x"]}}}
    assert TbkOrderDetailsGetResponse.from_raw(nothing).to_wire() == nothing


def test_what_stands_beside_a_list_stays_in_the_wire_form() -> None:
    raw = {"results": {"publisher_order_dto": [{"trade_id": "1"}], "new": 5}, "has_next": "false"}
    page = OrderPage.from_raw(raw)
    assert page.to_wire() == {**raw, "has_next": False}
    assert page.raw["results"]["new"] == 5
    single = OrderPage.from_raw({"results": {"publisher_order_dto": {"trade_id": "1"}, "new": 5}})
    assert single.to_wire() == {"results": raw["results"]}
    bare = OrderPage.from_raw({"results": [{"trade_id": "1"}]})
    assert bare.to_wire() == {"results": {"publisher_order_dto": [{"trade_id": "1"}]}}


def test_a_number_of_more_digits_than_python_shows_is_no_id() -> None:
    order = PublisherOrder.from_raw({"trade_id": 10**5000})
    assert order.trade_id is None
    assert order.unreadable() == {"trade_id": 10**5000}


@every(
    ("member", "raw", "nothing"),
    [
        ("since", "0", None),
        ("since", 0, None),
        ("none", "1970-01-01 00:00:00", None),
        ("none", "--", None),
        ("nick", "--", None),
        ("nick", "", None),
        ("fee", "0", None),
        ("fee", 0, None),
        ("tags", "-", []),
        ("days", ["0", 0], []),
        ("days", "0", []),
    ],
)
def test_placeholders_mean_none(member: str, raw: object, nothing: object) -> None:
    model = Forms.from_raw({member: raw})
    assert getattr(model, member) == nothing
    assert model[member] == raw
    assert model.to_wire() == {member: raw}


def test_what_is_no_placeholder_stays() -> None:
    model = Forms.from_raw({"nick": "-", "fee": "0.00", "tags": "- a", "days": ["0", "2026-01-02"]})
    assert (model.nick, model.fee, model.tags) == ("-", Decimal("0.00"), ["-", "a"])
    assert model.days == [date(2026, 1, 2)]
    assert (
        PublisherOrder.from_raw({"seller_nick": "--", "tb_deposit_time": "--"}).seller_nick is None
    )


@every(
    ("raw", "value"),
    [
        *((yes, True) for yes in ("1", "Y", 1, True, "true")),
        *((no, False) for no in ("0", "N", 0, False, "FALSE")),
        ("x", None),
        (None, None),
    ],
)
def test_what_means_yes_and_what_no(raw: object, value: bool | None) -> None:
    model = Forms.from_raw({"yes": raw})
    assert model.yes is value
    assert model.to_wire() == {"yes": raw if value is None else "01"[value]}


@pytest.mark.parametrize(("raw", "value"), [("false", False), ("true", True), (False, False)])
def test_false_in_text_is_false(raw: object, value: bool) -> None:
    page = TbkDgMaterialOptionalResponse.from_raw(
        {"result_list": {"map_data": [{"include_mkt": raw}]}}
    )
    assert page.result_list[0].include_mkt is value


# Models that programs make themselves


def test_a_model_is_made_of_typed_values() -> None:
    fee = ServiceFee(share_fee=Decimal("1.50"))
    order = PublisherOrder(
        trade_id=7,  # type: ignore[arg-type]
        pay_price=Decimal("9.10"),
        tk_create_time=datetime(2026, 1, 2, 3, 4, 5),
        service_fee_dto_list=[fee],
        item_title=None,
    )
    assert order.raw == {
        "trade_id": "7",
        "pay_price": "9.10",
        "tk_create_time": "2026-01-02 03:04:05",
        "service_fee_dto_list": {"service_fee_d_t_o": [{"share_fee": "1.50"}]},
    }
    assert order.trade_id == "7"
    assert order.pay_price == Decimal("9.10")
    assert order.service_fee_dto_list == [fee]
    assert order.tk_status is None
    assert OrderPage(results=[order], has_next=False).results[0] == order


def test_wrong_values_are_told_all_at_once() -> None:
    with pytest.raises(TypeError) as caught:
        PublisherOrder(pay_price="much", tradeid="1", item_num=1.5)  # type: ignore[call-arg,arg-type]
    for told in ("PublisherOrder: wrong values / 值有误", "pay_price", "tradeid", "item_num"):
        assert told in str(caught.value)
    with pytest.raises(TypeError, match="results"):
        OrderPage(results=[ServiceFee()])  # type: ignore[list-item]
    with pytest.raises(TypeError, match="class：Renamed 没有这个成员，属性名是 class_"):
        Renamed(**{"class": "x"})


FIRST = datetime.min.replace(tzinfo=timezone(timedelta(hours=9)))


@pytest.mark.parametrize("moment", [datetime.max.replace(tzinfo=UTC), FIRST])
def test_a_moment_beyond_the_calendar_of_the_gateway_is_a_wrong_value(moment: datetime) -> None:
    for model, name in ((PublisherOrder, "click_time"), (Forms, "at"), (Forms, "day")):
        with pytest.raises(TypeError) as caught:
            model(**{name: moment, "no_such": 1})
        told = str(caught.value)
        assert f"{name}：{moment} 换算成网关所在时区后超出公元 1 至 9999 年" in told
        assert "no_such：" in told


@every(
    ("member", "value", "told"),
    [
        ("at", datetime(1970, 1, 1), "at：'1970-01-01 00:00:00' 会读作 None"),
        ("at", datetime(1970, 1, 1, 8), "at：'1970-01-01 08:00:00' 会读作 None"),
        ("day", date(1970, 1, 1), "day：'1970-01-01' 会读作 None"),
        ("born", datetime(1970, 1, 1, tzinfo=UTC), "born：0 会读作 None"),
        ("fee", 0, "fee：'0' 会读作 None"),
        ("nick", "--", "nick：'--' 会读作 None"),
        ("days", [date(2026, 1, 2), date(1970, 1, 1)], "days[1]：'1970-01-01' 会读作 None"),
    ],
)
def test_a_value_that_would_read_as_none_is_refused(member: str, value: Any, told: str) -> None:
    model = Renamed if member == "born" else Forms
    with pytest.raises(TypeError) as caught:
        model(**{member: value})
    assert f"{told}：平台用它表示没有，请改用 None" in str(caught.value)


def test_values_that_look_like_nothing_and_are_something_are_taken() -> None:
    order = PublisherOrder(item_title="", pay_price=Decimal(0), item_num=0, service_fee_dto_list=[])
    assert (order.item_title, order.pay_price, order.item_num) == ("", 0, 0)
    assert OrderPage(has_next=False, results=[PublisherOrder()]).has_next is False
    broken = PublisherOrder.from_raw({"item_num": "two"})
    assert OrderPage(results=[broken]).results == [broken]


def test_a_value_that_breaks_when_it_is_read_is_told_as_one() -> None:
    class Broken(datetime):
        def utcoffset(self) -> timedelta:
            raise RuntimeError("no zone")

    with pytest.raises(
        TypeError, match=r"click_time：读取时出错：RuntimeError\('no zone'\)；item_num："
    ):
        PublisherOrder(click_time=Broken(2026, 1, 2), item_num=1.5)  # type: ignore[arg-type]


def test_tools_are_told_the_members() -> None:
    class Mine(Forms):
        more: int | None
        KEPT: ClassVar[int] = 1

    shown = inspect.signature(Mine)
    assert [*shown.parameters] == [*Forms.from_raw({})._members(), "more"]
    assert shown.parameters["more"].annotation == int | None
    assert str(inspect.signature(Renamed)).startswith(
        "(*, class_: str | None = None, born: datetime.datetime | None = None, tags: list[str]"
    )
    assert len(inspect.signature(PublisherOrder).parameters) > 60


@pytest.mark.parametrize("name", ["pay_price", "brand_new", "raw", "anything"])
def test_a_model_is_frozen(name: str) -> None:
    order = PublisherOrder.from_raw(dict(ORDER))
    with pytest.raises(AttributeError, match=f"frozen / 应答是只读的，不能改 '{name}'"):
        setattr(order, name, 1)
    with pytest.raises(AttributeError, match="frozen"):
        delattr(order, name)
    assert order.raw == ORDER


def test_a_model_is_no_mapping_and_says_so() -> None:
    order = PublisherOrder.from_raw(ORDER)
    mistakes = (
        lambda: [*order],
        lambda: "trade_id" in order,
        lambda: dict(order),
        lambda: order[0],
    )
    for wrong in mistakes:
        with pytest.raises(TypeError, match=r"is no mapping / 返回对象.*to_dict\(\)"):
            wrong()
    for name in ("keys", "get", "items"):
        assert not hasattr(order, name)


def test_what_does_not_fit_can_be_asked_for_all_the_way_down() -> None:
    late = {**ORDER, "service_fee_dto_list": {"service_fee_d_t_o": [{}, {"share_fee": "?"}, 5]}}
    raw = {"data": {"results": {"publisher_order_dto": [ORDER, late]}, "has_next": "maybe"}}
    page = TbkOrderDetailsGetResponse.from_raw(raw)
    assert page.unreadable() == {
        "data.has_next": "maybe",
        "data.results[0].item_num": "two",
        "data.results[1].item_num": "two",
        "data.results[1].service_fee_dto_list[1].share_fee": "?",
        "data.results[1].service_fee_dto_list[2]": 5,
    }
    assert TbkOrderDetailsGetResponse.from_raw({"data": 7}).unreadable() == {"data": 7}
    assert Forms.from_raw({"nick": "--", "fee": "0", "days": ["0", "x"]}).unreadable() == {
        "days[1]": "x"
    }
    assert PublisherOrder.from_raw({"item_num": None, "pay_price": ""}).unreadable() == {}


def test_json_keeps_every_digit_and_tells_the_zone() -> None:
    order = PublisherOrder.from_raw({**ORDER, "pay_price": "9.1100000000000000000000001"})
    told = json.loads(order.to_json(), parse_float=Decimal)
    assert told["pay_price"] == Decimal("9.1100000000000000000000001")
    assert told["tk_create_time"] == "2019-04-22T15:15:05+08:00"
    assert told["service_fee_dto_list"] == [{"share_fee": Decimal("1.5")}]
    assert told["brand_new"] == {"a": 1}
    assert told["item_num"] is None
    assert json.loads(Forms.from_raw({"day": "2026-01-02"}).to_json()) == {"day": "2026-01-02"}
    half = PublisherOrder.from_raw({"item_title": "a\ud800b", "new": [{"\ud800": "\ud800"}]})
    assert json.loads(half.to_json()) == {"item_title": "a?b", "new": [{"?": "?"}]}


def test_what_print_shows_is_content_and_bounded() -> None:
    page = OrderPage.from_raw(
        {"results": {"publisher_order_dto": [ORDER] * 50}, "has_next": True, "new": [[1]] * 99}
    )
    lines = str(page).splitlines()
    assert lines[:4] == [
        "TbkOrderDetailsGetOrderPage",
        "  results: 50",
        "    [0] TbkOrderDetailsGetPublisherOrder",
        "        pay_price: 9.110",
    ]
    assert "    …（共 50 个）" in lines
    assert len(lines) < 62
    assert max(map(len, lines)) < 140
    many = {f"x{number}": "长" * 500 for number in range(500)}
    assert len(str(PublisherOrder.from_raw(many))) < 10_000
    assert str(PublisherOrder.from_raw(many)).endswith("行）")


def test_names_that_the_platform_invents_are_shown_as_literals() -> None:
    order = PublisherOrder.from_raw({"a\n\ud800": 1, "a-b": 2, "n" * 500: 3})
    assert str(order).splitlines()[1:3] == [r"  'a\n\ud800': 1", "  'a-b': 2"]
    assert repr(order).startswith(r"TbkOrderDetailsGetPublisherOrder('a\n\ud800'=1, 'a-b'=2, 'nnn")
    assert len(str(order)) < 300


@pytest.mark.parametrize("raw", ["{}", b"{}", [], None, 7])
def test_only_a_json_object_becomes_a_model(raw: Any) -> None:
    with pytest.raises(TypeError, match=r"from_raw takes a JSON object / .*json\.loads"):
        PublisherOrder.from_raw(raw)


def test_a_copy_may_have_other_members() -> None:
    """What `copy.replace` calls, from Python 3.13 on."""
    order = PublisherOrder.from_raw(dict(ORDER))
    changed = order.__replace__(tk_status=12, pay_price=None)  # type: ignore[attr-defined]
    assert (changed.tk_status, changed.pay_price) == (12, None)
    assert changed.raw == {**{k: v for k, v in ORDER.items() if k != "pay_price"}, "tk_status": 12}
    assert order.raw == ORDER
    with pytest.raises(TypeError, match="没有这个成员"):
        order.__replace__(tk_statuss=12)  # type: ignore[attr-defined]
    if sys.version_info >= (3, 13):
        assert copy.replace(order, tk_status=12).tk_status == 12


def test_a_model_leaves_comparing_with_others_to_them() -> None:
    assert PublisherOrder.from_raw(ORDER) == ANY
    assert PublisherOrder.from_raw(ORDER) != ORDER


def test_a_model_is_matched_by_its_attributes() -> None:
    match PublisherOrder.from_raw(ORDER):
        case PublisherOrder(tk_status=13, pay_price=price):
            assert price == Decimal("9.110")
        case _:
            pytest.fail("no match")


def test_pydantic_holds_models() -> None:
    class Payout(pydantic.BaseModel):
        order: PublisherOrder
        page: OrderPage | None = None

    order = PublisherOrder.from_raw(ORDER)
    payout = Payout(order=order)
    assert payout.order is order
    assert Payout.model_validate({"order": ORDER}).order == order
    assert json.loads(payout.model_dump_json())["order"]["pay_price"] in (9.11, "9.110")
    for mode in ("validation", "serialization"):
        schema = Payout.model_json_schema(mode=mode)  # type: ignore[arg-type]
        order = schema["properties"]["order"]
        assert (order["type"], order["title"]) == ("object", PublisherOrder.__name__)
        members = order["properties"]
        assert {"type": "string"} in members["trade_id"]["anyOf"]
        assert {"type": "string", "format": "date-time"} in members["tk_create_time"]["anyOf"]
        service = members["service_fee_dto_list"]["items"]
        assert "share_pre_fee" in service["properties"], "all the way down"
    with pytest.raises(pydantic.ValidationError, match="PublisherOrder"):
        Payout(order="x")  # type: ignore[arg-type]


# Pages


def test_a_page_is_what_it_holds() -> None:
    page = TbkOrderDetailsGetResponse(data=OrderPage(results=[PublisherOrder(trade_id="1")]))
    assert len(page) == 1
    assert [order.trade_id for order in page] == ["1"]
    assert PublisherOrder(trade_id="1") in page
    assert not TbkOrderDetailsGetResponse.from_raw({})
