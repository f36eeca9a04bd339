"""The table of a method and the classes of its reply, as source."""

import dataclasses
from typing import Any

from project import ORDERS, SHOPS, TinyProject

from generator.output.python import one_line
from generator.spec import language
from generator.spec.ir import (
    ArrayType,
    Auth,
    Constraint,
    ErrorCode,
    ItemOutcome,
    Member,
    Members,
    Pagination,
    PermissionPackage,
    RateLimit,
    ReplyOutcome,
    Successor,
    Window,
)
from generator.spec.text import Name, SpecData, SpecText
from generator.targets.client import methods
from targets.ir import HERE, an_object, member, orders


def settings(tiny: TinyProject, **changes: Any) -> dict[str, str]:
    api = orders(tiny, **changes)
    return {str(name): one_line(source) for name, source in methods._settings(api)}


def table(tiny: TinyProject, **changes: Any) -> str:
    return one_line(methods._method_table(orders(tiny, **changes)))


def line(tiny: TinyProject, file: str, start: str) -> str:
    """The only line of a spec that starts like this."""
    (found,) = [line for line in tiny.read(file).splitlines() if line.startswith(start)]
    return found


def test_pages_are_numbered_or_have_a_cursor(tiny: TinyProject) -> None:
    assert settings(tiny) == {
        "_paging = ": 'PageNumbers(lists=("results",), page="page_no", more="has_next", '
        'size="page_size", usual_size=20)'
    }
    cursor = Pagination(
        "cursor", (Name("results"),), first=0, send=Name("title"), read=Name("results.order_id")
    )
    assert settings(tiny, pagination=cursor) == {
        "_paging = ": 'Cursor(lists=("results",), send="title", read="results.order_id", first=0)'
    }


def test_the_last_page_is_the_limit_of_the_page_number(tiny: TinyProject) -> None:
    written = line(tiny, ORDERS, "  page_no:")
    tiny.edit(ORDERS, written, written.replace("}", ", maximum: 50}"))
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
        pagination=Pagination("page", (Name("data.from"),), total=Name("data.from.class")),
    )
    assert found["_paging = "] == 'PageNumbers(lists=("data.from_",), total="data.from_.class_")'


def test_the_table_of_a_method(tiny: TinyProject) -> None:
    found = table(tiny)
    for part in (
        'Method("taobao.tbk.order.get", AsyncTbkOrderGetResponse, Object({"start_time": Moment(), ',
        '"title": Text(max_length=20)',
        'required=("start_time",)',
        'rules=(Rule("at_least_one_of", ("title", "status")),)',
        'Window("start_time", end="end_time", longest=10800, pull="tbk_order_get_all")',
        "idempotent=True",
        '"isv.busy": Advice("稍候重试", "later", "temporary"), "isv.none": Advice("换个条件", ',
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
    assert 'window=Window("start_time", within=7776000, pull="tbk_order_get_all")' in found
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
        "from .._runtime.models import Response, wire",
        "from ..models import Shop",
    )


def test_a_renamed_required_parameter_is_called_by_its_name_in_python(tiny: TinyProject) -> None:
    renamed = "  class: {type: string, required: true, example: x, python: class_, description: 类}"
    tiny.edit(SHOPS, line(tiny, SHOPS, "  title:"), renamed)
    files = tiny.pipeline().render()
    source = files["client/src/taobaoke/methods/tbk_sc_shop_save.py"].decode()
    assert 'required=("class_",),' in source
    assert 'renamed={"class_": "class"},' in source
    topic = files["client/src/taobaoke/topics/shops.py"].decode()
    assert "        class_: str,\n" in topic
    assert '                "class_": class_,\n' in topic


def test_pages_behind_an_offset(tiny: TinyProject) -> None:
    offset = Pagination(
        "offset",
        (Name("results"),),
        offset=Name("page_no"),
        size=Name("page_size"),
        more=Name("has_next"),
    )
    assert settings(tiny, pagination=offset) == {
        "_paging = ": 'Offset(lists=("results",), more="has_next", offset="page_no", '
        'size="page_size", usual_size=20)'
    }


def test_pages_of_several_lists_hold_any_of_their_elements(tiny: TinyProject) -> None:
    def a_list(name: str, inner: Any) -> Member:
        return member(name, ArrayType(inner, None, False, SpecText(",")))

    left, right = (an_object(name, member("a"), side="response") for name in ("Left", "Right"))
    fields = Members((a_list("x", left), a_list("y", right), a_list("z", left)))
    rule = Pagination("page", (Name("x"), Name("y"), Name("z")), page=Name("page_no"))
    api = orders(tiny, fields=fields, pagination=rule)
    assert [base.text for base in methods._bases(api)] == [
        "PagedResponse[TbkOrderGetLeft | TbkOrderGetRight]"
    ]
    (setting,) = settings(tiny, fields=fields, pagination=rule).values()
    assert setting == 'PageNumbers(lists=("x", "y", "z"), page="page_no")'
    head = str(methods.method_module(api).classes[-1].head)
    assert head == ("class TbkOrderGetResponse(PagedResponse[TbkOrderGetLeft | TbkOrderGetRight]):")


def test_permission_packages_stand_in_the_table(tiny: TinyProject) -> None:
    packages = (
        PermissionPackage(Name("16175"), SpecText("https://x/?a=1"), legacy=False),
        PermissionPackage(Name("381"), None, legacy=True),
    )
    auth = Auth(language.SESSIONS["none"], packages)
    found = table(tiny, auth=auth)
    assert (
        'packages=(PermissionPackage("16175", "https://x/?a=1"), '
        'PermissionPackage("381", legacy=True)), '
    ) in found
    assert "page=" not in found.replace('"page_', "")


def test_without_packages_the_page_of_the_platform_stands_there(tiny: TinyProject) -> None:
    auth = Auth(language.SESSIONS["none"])
    assert 'page="https://open.taobao.com/doc.htm?id=101"' in table(tiny, auth=auth)
    doc = dataclasses.replace(orders(tiny).doc, page=None)
    assert "page=" not in table(tiny, auth=auth, doc=doc).replace('"page_', "")


def test_an_error_tells_its_class_and_its_limit() -> None:
    limit = RateLimit(language.LIMIT_SCOPES["account"], language.LIMIT_SPANS["today"])
    error = ErrorCode(
        SpecText("3000"),
        None,
        SpecText("明日再来"),
        language.ERROR_CLASSES["rate_limit"],
        language.RETRIES["never"],
        HERE,
        limit,
    )
    assert one_line(methods.advice(error)) == (
        'Advice("明日再来", "never", "rate_limit", Limit("account", "today"))'
    )
