"""The table of a method and the classes of its reply, as source."""

import dataclasses
from typing import Any

from project import ORDERS, SHOPS, TinyProject

from generator.output.python import one_line
from generator.spec import language
from generator.spec.ir import (
    ArrayType,
    Constraint,
    ItemOutcome,
    Members,
    Pagination,
    ReplyOutcome,
    Successor,
    Window,
)
from generator.spec.text import Name, SpecData, SpecText
from generator.targets.client import methods
from targets.ir import an_object, member, orders


def settings(tiny: TinyProject, **changes: Any) -> dict[str, str]:
    api = orders(tiny, **changes)
    return {str(name): one_line(source) for name, source in methods._settings(api)}


def table(tiny: TinyProject, **changes: Any) -> str:
    return one_line(methods._method_table(orders(tiny, **changes)))


def test_pages_are_numbered_or_have_a_cursor(tiny: TinyProject) -> None:
    assert settings(tiny) == {
        "_paging = ": 'PageNumbers(items="results", page="page_no", more="has_next", '
        'size="page_size", usual_size=20)'
    }
    cursor = Pagination(
        "cursor", Name("results"), first=0, send=Name("title"), read=Name("results.order_id")
    )
    assert settings(tiny, pagination=cursor) == {
        "_paging = ": 'Cursor(items="results", send="title", read="results.order_id", first=0)'
    }


def test_the_last_page_is_the_limit_of_the_page_number(tiny: TinyProject) -> None:
    tiny.edit(ORDERS, "  page_no: {use: page_no}", "  page_no: {use: page_no, maximum: 50}")
    assert "last=50" in settings(tiny)["_paging = "]


def test_outcomes_of_replies_and_of_elements(tiny: TinyProject) -> None:
    reply = ReplyOutcome(Name("has_next"), Name("results.fee"), None, (SpecData(200),))
    items = ItemOutcome((Name("results"),), Name("order_id"), None, (SpecData("SUCCESS"),))
    found = settings(tiny, pagination=None, reply_outcome=reply, item_outcome=items)
    assert found == {
        "_outcome = ": 'ReplyOutcome(success="has_next", code="results.fee", ok=("200",))',
        "_items = ": 'ItemOutcome(("results",), code="order_id", ok=("SUCCESS",))',
    }


def test_paths_lead_along_names_in_python(tiny: TinyProject) -> None:
    inner = ArrayType(
        an_object("Row", member("class", python_name="class_"), side="response"),
        Name("row"),
        False,
        SpecText(","),
    )
    fields = Members(
        (member("data", an_object("Data", member("from", inner, python_name="from_"))),)
    )
    found = settings(
        tiny,
        fields=fields,
        pagination=Pagination("page", Name("data.from"), total=Name("data.from.class")),
    )
    assert found["_paging = "] == 'PageNumbers(items="data.from_", total="data.from_.class_")'


def test_the_table_of_a_method(tiny: TinyProject) -> None:
    found = table(tiny)
    for part in (
        'Method("taobao.tbk.order.get", TbkOrderGetResponse, Object({"start_time": Moment(), ',
        '"title": Text(max_length=20)',
        'required=("start_time",)',
        'rules=(Rule("at_least_one_of", ("title", "status")),)',
        'window=Window("start_time", end="end_time", longest=10800)',
        "idempotent=True",
        '"isv.busy": Advice("稍候重试", "later"), "isv.none": Advice("换个条件", "never")',
    ):
        assert part in found, part
    assert "needs_session" not in found
    assert "successor" not in found


def test_what_else_a_table_may_hold(tiny: TinyProject) -> None:
    auth = dataclasses.replace(orders(tiny).auth, session=language.SESSIONS["required"])
    rule = Constraint(
        language.CONSTRAINTS["together"], (Name("title"),), ((Name("status"), SpecData(1)),)
    )
    found = table(
        tiny,
        auth=auth,
        idempotent=False,
        replaced_by=Successor(Name("taobao.x"), Name("x")),
        constraints=(rule,),
        window=Window(Name("start_time"), within=7776000),
        errors=(),
    )
    assert 'rules=(Rule("together", ("title",), {"status": "1"}),)' in found
    assert 'window=Window("start_time", within=7776000)' in found
    assert 'needs_session=True, successor="x"' in found
    assert "idempotent" not in found
    assert "errors" not in found


def test_a_module_imports_exactly_what_it_uses(tiny: TinyProject) -> None:
    spec = tiny.spec()
    shops = spec.find("taobao.tbk.sc.shop.save")
    assert shops
    assert methods.method_module(shops).imports == (
        "from decimal import Decimal",
        "",
        "from .._runtime.advice import Advice",
        "from .._runtime.kinds import Exact, Integer, Object, Text",
        "from .._runtime.method import Method",
        "from .._runtime.models import Response",
        "from ..models import Shop",
    )


def test_a_renamed_required_parameter_is_called_by_its_name_in_python(tiny: TinyProject) -> None:
    tiny.edit(
        SHOPS,
        "title: {use: shop_title, required: true}",
        "class: {use: shop_title, required: true, python: class_}",
    )
    files = tiny.pipeline().render()
    source = files["client/src/taobaoke/methods/tbk_sc_shop_save.py"].decode()
    assert 'required=("class_",),' in source
    assert 'renamed={"class_": "class"},' in source
    topic = files["client/src/taobaoke/topics/shops.py"].decode()
    assert "        class_: str,\n" in topic
    assert '                "class_": class_,\n' in topic
