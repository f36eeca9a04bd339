"""The methods that users call: signature and docstring say all that is known."""

import ast
import dataclasses
import datetime

import pytest
from project import ORDERS, TinyProject

from generator.output.prose import Told
from generator.spec import language
from generator.spec.ir import (
    Auth,
    ErrorCode,
    ItemOutcome,
    Link,
    PermissionPackage,
    RateLimit,
    Source,
    Successor,
)
from generator.spec.text import Name, SpecText, reveal
from generator.targets.client import topics
from targets.ir import HERE, orders

LINK = Link(Name("rules"), SpecText("规则"), SpecText("https://x/"))
FILES = {"sync": "topics/orders.py", "async": "async_topics/orders.py"}


def text(told: Told) -> str:
    return reveal(told.sentence)


@pytest.fixture(params=FILES)
def source(request: pytest.FixtureRequest, tiny: TinyProject) -> str:
    path = f"client/src/taobaoke/{FILES[request.param]}"
    return tiny.pipeline().render()[path].decode()


def test_required_parameters_come_first_and_options_last(source: str) -> None:
    (owner,) = [node for node in ast.parse(source).body if isinstance(node, ast.ClassDef)]
    functions = [
        one for one in owner.body if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    (function,) = [one for one in functions if one.name == "tbk_order_get"]
    assert [argument.arg for argument in function.args.kwonlyargs] == [
        *("start_time", "end_time", "page_no", "page_size", "status", "title", "fields"),
        *("session", "timeout"),
    ]
    given = [default is not None for default in function.args.kw_defaults]
    assert given == [False, *[True] * 8]


def test_docstrings_tell_limits_units_values_and_errors(source: str) -> None:
    for line in (
        "start_time: 必填；起点；格式：yyyy-MM-dd HH:mm:ss",
        "page_size: 每页条数；取值 1–100；默认 20",
        "            status: 状态；只能取：\n                - 1：成功\n                - 2：失败",
        "            title: 店铺名称；至多 20 个字符\n"
        "                参见 使用说明 <https://open.taobao.com/doc.htm?docId=1>",
        "GatewayError: 平台拒绝或业务失败，解决办法见文档页 tbk_order_get",
        "isv.busy: 平台故障",
        "isv.none: 没有结果",
        "时间跨度须短于 3 小时。title、status 至少填一个。",
        "API: taobao.tbk.order.get，文档编号 101",
    ):
        assert f"{line}\n" in source, line
    assert "TbkOrderGetResponse: 一页结果，iter_all() 逐个给出本页及后续" in source


def test_only_pages_of_the_asynchronous_client_are_told_apart(tiny: TinyProject) -> None:
    """One class at run time; type checkers find the wrong loop over further pages."""
    made = tiny.pipeline().render()
    found = {
        path: "AsyncTbkOrderGetResponse" in made[f"client/src/taobaoke/{path}"].decode()
        for path in (*FILES.values(), "methods/tbk_order_get.py", "types.py", "client.py")
    }
    assert found == {
        "topics/orders.py": False,
        "async_topics/orders.py": True,
        "methods/tbk_order_get.py": True,
        "types.py": True,
        "client.py": False,
    }


def test_options_of_a_call_are_handed_on(source: str) -> None:
    assert "            session=session,\n            timeout=timeout,\n        )" in source
    for name in ("start_time", "fields"):
        assert f'                "{name}": {name},\n' in source


def test_what_a_caller_should_know(tiny: TinyProject) -> None:
    api = orders(tiny)
    packages = (
        PermissionPackage(Name("16175"), SpecText("https://x/?scopeId=16175"), legacy=False),
        PermissionPackage(Name("11655"), None, legacy=True),
        PermissionPackage(Name("381"), SpecText("https://x/?scopeId=381"), legacy=True),
    )
    session = Auth(language.SESSIONS["required"], packages)
    changed = dataclasses.replace(
        api,
        deprecated=True,
        replaced_by=Successor(Name("taobao.x.y"), Name("x_y")),
        invitation_only=True,
        auth=session,
        doc=dataclasses.replace(api.doc, notes=(SpecText("一处疑问"),)),
        response_complete=False,
        description=SpecText("描述"),
    )
    told = [*topics._remarks(changed)]
    assert [text(remark) for remark in told] == [
        "已废弃，请改用 x_y。",
        "描述",
        "仅向受邀的应用开放。需要用户授权（session）。时间跨度须短于 3 小时。"
        "title、status 至少填一个。返回内容没有公开资料，或只有一部分。",
        "权限包（有其一即可）：",
        "注：一处疑问",
    ]
    assert [value.reveal() for value in told[3].values] == [
        "16175：https://x/?scopeId=16175",
        "11655（旧）",
        "381（旧）：https://x/?scopeId=381",
    ]
    assert topics._returns(dataclasses.replace(api, pagination=None)) == "返回内容"
    items = ItemOutcome((Name("results"),), Name("order_id"))
    assert topics._returns(dataclasses.replace(api, pagination=None, item_outcome=items)) == (
        "各元素分别成败，见 ok 与 failed"
    )


def test_a_promotion_day_shortens_the_window(tiny: TinyProject) -> None:
    tiny.edit(ORDERS, "longest: 3h}", "longest: 3h, peak: 20m}")
    told = [text(remark) for remark in topics._remarks(orders(tiny))]
    assert "时间跨度须短于 3 小时（大促期间 20 分钟）" in "".join(told)


def test_errors_tell_their_class_and_the_docs_the_rest() -> None:
    limit = RateLimit(language.LIMIT_SCOPES["account"], language.LIMIT_SPANS["today"])
    rate_limit, never = language.ERROR_CLASSES["rate_limit"], language.RETRIES["never"]
    solution, note = SpecText("明日再来"), SpecText("据 2025 年的公告")
    error = ErrorCode(
        SpecText("3000"), None, solution, rate_limit, never, HERE, limit, (LINK,), note
    )
    assert topics._error(error) == "3000: 调用过频（同一账号，到次日为止）"


def test_a_method_tells_its_newest_source_and_when_it_was_checked(tiny: TinyProject) -> None:
    api = orders(tiny)
    source = Source(language.SOURCE_KINDS["page"], Name("2025-10"))
    day = datetime.date(2026, 11, 24)

    def age(source: Source | None, day: datetime.date | None) -> str | None:
        told = topics._age(dataclasses.replace(api.doc, source=source, verified=day))
        return told and told.reveal()

    assert age(source, day) == "资料：平台文档页 2025-10，最后核对 2026-11-24"
    assert age(None, day) == "资料：最后核对 2026-11-24"
    assert age(source, None) == "资料：平台文档页 2025-10"
    assert age(None, None) is None
    view = topics._method(dataclasses.replace(api, see=(LINK,)), topics.SYNCHRONOUS)
    assert "参见 规则 <https://x/>" in view.remarks


def test_a_topic_tells_its_note(tiny: TinyProject) -> None:
    source = tiny.pipeline().render()["client/src/taobaoke/topics/shops.py"].decode()
    assert '    店铺类 API。\n\n    店名以平台为准\n    """\n' in source
