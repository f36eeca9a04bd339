"""The page of a method says what its spec says, in words and places that are pinned here."""

import dataclasses
from datetime import date
from typing import Any

import pytest
import real
from project import ORDERS, SHOPS, TinyProject

from generator.output.escape import Safe
from generator.spec import language
from generator.spec.ir import (
    Api,
    ErrorCode,
    ItemOutcome,
    Link,
    Pagination,
    PermissionPackage,
    RateLimit,
    ReplyOutcome,
    Source,
    Window,
)
from generator.spec.text import Name, SpecData, SpecText
from generator.targets import docs
from generator.targets.docs import method
from targets.ir import HERE, orders


@pytest.fixture
def api(tiny: TinyProject) -> Api:
    return orders(tiny)


def page(tiny: TinyProject, file: str = ORDERS) -> str:
    """The rendered page of one of the two methods."""
    name = {ORDERS: "tbk_order_get", SHOPS: "tbk_sc_shop_save"}[file]
    return tiny.pipeline().render()[f"docs/docs/methods/{name}.md"].decode()


def facts(api: Api) -> dict[str, str]:
    return {str(label): str(value) for label, value in method._facts(api)}


def test_facts_before_the_first_call(api: Api) -> None:
    assert facts(api) == {
        "角色": "推广者",
        "用户授权（session）": "可选",
        "[权限包](../packages.md)": (
            "[27939](<https://open.taobao.com/apply.htm?doc=101&amp;id=27939>)、"
            "[381](<https://open.taobao.com/apply.htm?doc=101&amp;id=381>)（旧）"
        ),
        "幂等": "是，结果不明时可以重试",
        "资料范围": "请求与返回",
        "资料依据": "平台文档",
        "文档编号": "[101](<https://open.taobao.com/doc.htm?id=101>)",
    }


PAGE = SpecText("https://open.taobao.com/api.htm?docId=1&scopeId=381")
OLD = PermissionPackage(Name("11655"), PAGE, True)


@pytest.mark.parametrize(
    ("packages", "cell"),
    [
        ((), "资料未说明"),
        ((PermissionPackage(Name("381"), None, False),), "`381`"),
        (
            (PermissionPackage(Name("16189"), PAGE, False), OLD),
            "[16189](<https://open.taobao.com/api.htm?docId=1&amp;scopeId=381>)、"
            "[11655](<https://open.taobao.com/api.htm?docId=1&amp;scopeId=381>)（旧）",
        ),
        ((PermissionPackage(Name("11655"), None, True),), "`11655`（旧）"),
    ],
)
def test_the_packages_cell_links_to_where_to_apply_and_marks_old_ones(
    api: Api, packages: tuple[PermissionPackage, ...], cell: str
) -> None:
    auth = dataclasses.replace(api.auth, packages=packages)
    assert facts(dataclasses.replace(api, auth=auth))["[权限包](../packages.md)"] == cell


def test_the_reason_of_idempotence_stands_below_it(api: Api) -> None:
    reasoned = dataclasses.replace(api, idempotent_reason=SpecText("同一*编号*只记一次"))
    labels = [*facts(reasoned)]
    assert labels[labels.index("幂等") + 1] == "幂等的依据"
    assert facts(reasoned)["幂等的依据"] == r"同一\*编号\*只记一次"
    assert "幂等的依据" not in facts(api)


def test_a_write_is_said_to_be_no_idempotent_one(api: Api) -> None:
    assert facts(dataclasses.replace(api, idempotent=False))["幂等"] == (
        "否，结果不明时不要直接重试"
    )


@pytest.mark.parametrize(
    ("session", "cell"),
    [("none", "不需要"), ("optional", "可选"), ("required", "必需"), ("unknown", "资料未说明")],
)
def test_the_session_cell(api: Api, session: str, cell: str) -> None:
    auth = dataclasses.replace(api.auth, session=language.SESSIONS[session])
    assert facts(dataclasses.replace(api, auth=auth))["用户授权（session）"] == cell


@pytest.mark.parametrize(
    ("window", "told"),
    [
        (
            Window(Name("start_time"), Name("end_time"), 10800, 1200, 7776000),
            [
                "时段由 `start_time` 和 `end_time` 给出",
                "平日须短于 3 小时",
                "大促日须短于 20 分钟",
                "起点最早到 90 天前",
            ],
        ),
        (
            Window(Name("start_time"), longest=10800),
            ["时段由 `start_time` 给出", "平日最长 3 小时"],
        ),
    ],
)
def test_windows(api: Api, window: Window, told: list[str]) -> None:
    shown = method.window_words(dataclasses.replace(api, window=window))
    assert [phrase.markdown() for phrase in shown] == told


@pytest.mark.parametrize(
    ("paging", "told"),
    [
        (
            Pagination("cursor", (Name("r"),), send=Name("in"), read=Name("out"), more=Name("m")),
            ["把上一页返回的 `out` 原样填入 `in` 取下一页", "`m` 说明后面是否还有", "列表在 `r`"],
        ),
        (
            Pagination(
                "page", (Name("r"),), page=Name("p"), first=0, size=Name("s"), total=Name("t")
            ),
            ["页码是 `p`，第一页为 0", "每页条数是 `s`", "总数在 `t`", "列表在 `r`"],
        ),
        (
            Pagination("offset", (Name("a"), Name("b")), offset=Name("o"), size=Name("s")),
            [
                "`o` 是要跳过的条数，取下一页时加上已取的条数",
                "每页条数是 `s`",
                "一页里有几个列表：`a`、`b`，它们一起翻页",
            ],
        ),
    ],
)
def test_paging(api: Api, paging: Pagination, told: list[str]) -> None:
    shown = method._paging(dataclasses.replace(api, pagination=paging))
    assert [phrase.markdown() for phrase in shown] == told


def test_failures_of_the_whole_call_and_of_single_elements(api: Api) -> None:
    reply = ReplyOutcome(Name("ok"), Name("code"), Name("text"), (SpecData(200), SpecData("S")))
    items = ItemOutcome((Name("a"), Name("b")), Name("c"), Name("m"), (SpecData("SUCCESS"),))
    both = dataclasses.replace(api, reply_outcome=reply, item_outcome=items)
    shown = [*method._reply_outcome(both), *method._item_outcome(both)]
    assert [phrase.markdown() for phrase in shown] == [
        "`ok` 为 `false` 表示整个调用失败",
        "错误码在 `code`，成功时为 `200` 或 `S`",
        "错误说明在 `text`",
        "`a`、`b` 的每个元素各有结果：错误码在 `c`，成功时为 `SUCCESS`",
        "各元素的错误说明在 `m`",
    ]


LINK = Link(Name("rules"), SpecText("规则"), SpecText("https://pub.alimama.com/rules"))


def a_limit(scope: str, lasts: str) -> RateLimit:
    return RateLimit(language.LIMIT_SCOPES[scope], language.LIMIT_SPANS[lasts])


def test_an_error_row_tells_all_that_is_known(api: Api) -> None:
    error = ErrorCode(
        code=SpecText("9100"),
        message=SpecText("太快"),
        solution=SpecText("慢些"),
        error_class=language.ERROR_CLASSES["rate_limit"],
        retry=language.RETRIES["later"],
        origin=HERE,
        limit=a_limit("account", "shortly"),
        see=(LINK,),
        note=SpecText("次数未说明"),
    )
    row = method.error_row(error)
    added = "参见 [规则](<https://pub.alimama.com/rules>)<br>注：次数未说明"
    assert (row.code, row.message, row.retry) == ("`9100`", "太快", "稍后重试")
    assert row.kind == "调用过频（同一账号，片刻）"
    assert row.solution == f"慢些<br>{added}"
    assert row.advice == f"太快<br>慢些<br>{added}"
    silent = method.error_row(dataclasses.replace(error, message=None, see=(), note=None))
    assert (silent.message, silent.solution, silent.advice) == ("", "慢些", "慢些")


def source(kind: str, day: str | None) -> Source:
    return Source(language.SOURCE_KINDS[kind], Name(day) if day else None)


@pytest.mark.parametrize(
    ("newest", "verified", "lines"),
    [
        (
            source("page", "2025-12"),
            date(2026, 11, 24),
            ["资料最新来源：平台文档页 2025-12", "规范最后与上述资料核对：2026-11-24"],
        ),
        (
            source("client", "2025-10"),
            date(2026, 11, 24),
            [
                "资料最新来源：公开的客户端代码 2025-10（来源已超过一年，平台可能已有改动）",
                "规范最后与上述资料核对：2026-11-24",
            ],
        ),
        (source("metadata", None), None, ["资料最新来源：公开的 API 元数据，日期不详"]),
        (None, date(2026, 11, 24), ["规范最后与上述资料核对：2026-11-24"]),
        (None, None, []),
    ],
)
def test_the_age_of_the_source_is_told_apart_from_the_day_of_the_comparison(
    api: Api, newest: Source | None, verified: date | None, lines: list[str]
) -> None:
    doc = dataclasses.replace(api.doc, source=newest, verified=verified)
    assert [*method._ages(doc)] == lines


def rendered(api: Api) -> str:
    """The page of a method as it is, with the real platform and product."""
    spec = dataclasses.replace(real.spec(), apis=(api,))
    return real.rendered(docs.TARGET, spec)[f"docs/docs/methods/{api.python_name}.md"].decode()


def test_links_notes_and_messages_stand_where_they_belong() -> None:
    base = real.api("taobao.tbk.spread.get")
    topic = dataclasses.replace(base.topic, note=SpecText("年底*下线*"))
    api = dataclasses.replace(
        base,
        topic=topic,
        see=(LINK,),
        sample_note=SpecText("样例改过"),
        doc=dataclasses.replace(base.doc, notes=(SpecText("两处*不一*"),)),
    )
    text = rendered(api)
    head, _, rest = text.partition("## 调用示例")
    assert '!!! info "同类 API 的消息"\n\n    年底\\*下线\\*\n' in head
    assert "\n参见 [规则](<https://pub.alimama.com/rules>)。\n" in head
    sample = rest.split("### 返回示例")[1].split("\n#")[0]
    assert sample.rstrip().endswith("```\n\n注：样例改过")
    assert "- 两处\\*不一\\*" in rest.split("### 存疑")[1]
    plain = dataclasses.replace(api, topic=dataclasses.replace(topic, note=None), see=())
    head = rendered(plain).partition("## 调用示例")[0]
    assert "!!! info" not in head
    assert "参见" not in head


def test_every_part_of_a_spec_is_on_its_page(tiny: TinyProject) -> None:
    text = page(tiny)
    for part in (
        "# 订单查询 <small>taobao.tbk.order.get</small>",
        "*List orders*",
        "| `start_time` | 时间 | **必填** | 起点<br>格式：`yyyy-MM-dd HH:mm:ss`<br>",
        "| `page_size` | 整数 | 可选 | 每页条数<br>默认 `20`；取值 1–100 |",
        "| `status` | 整数 | 可选 | 状态<br>只能取：`1` 成功、`2` 失败<br>示例 `1` |",
        "| `title` | 文本 | 可选 | 店铺名称<br>至多 20 个字符<br>示例 `小店`<br>参见 [使用说明]",
        "- `title`、`status` 至少填一个",
        "- 平日须短于 3 小时",
        "| &emsp;`fee` | 小数 | 佣金<br>单位：元；`--` 表示没有值 |",
        "| 付款时间<br>格式：`yyyy-MM-dd HH:mm:ss`；也可能是 毫秒时间戳 |",
        "| 是否首单<br>`1`、`Y` 为真，`0` 为假 |",
        "| `results` | 对象列表 `types.TbkOrderGetOrder` "
        "| 订单的列表<br>JSON 中列表外有一层 `order` |",
        "| &emsp;&emsp;`shop_id` | 文本 | 店铺编号<br>示例 `12` |",
        "| `isv.busy` | 平台故障 | 系统忙<br>稍候重试 | 稍后重试 |",
        "| `isv.none` | 没有结果 | 没有结果<br>换个条件 | 不重试 |",
        "- a page",
        "\n资料最新来源：平台文档页 2026-10<br>\n规范最后与上述资料核对：2026-11-01\n",
    ):
        assert part in text, part
    message = next(topic.note for topic in tiny.spec().product.topics if topic.note)
    assert message
    shops = page(tiny, SHOPS)
    for part in (
        f'!!! info "同类 API 的消息"\n\n    {message.reveal()}\n',
        "示例 `小店`（据 `taobao.tbk.order.get` 的文档）",
        "重量<br>不小于 0.5；至多 2 位小数<br>示例 `1.10`",
    ):
        assert part in shops, part


def test_a_method_without_facts(tiny: TinyProject) -> None:
    for key in ("window:", "pagination:", "constraints:", "example:"):
        start, _, rest = tiny.read(ORDERS).partition(f"\n{key}")
        after = rest.split("\n")
        kept = next(
            (i for i, line in enumerate(after[1:], 1) if line and line[0] != " "), len(after)
        )
        tiny.write(ORDERS, start + "\n" + "\n".join(after[kept:]))
    text = page(tiny)
    for head in ("参数之间的规则", "### 时间窗口", "### 翻页", "### 成功与失败"):
        assert head not in text


def test_a_long_example_is_shortened_in_the_table_only(tiny: TinyProject) -> None:
    tiny.edit(
        SHOPS,
        "weight: {type: decimal",
        f'long: {{type: string, example: "{"长" * 60}", '
        "description: 长}\n      weight: {type: decimal",
    )
    text = page(tiny, SHOPS)
    assert f"示例 `{'长' * 47}…`" in text


def test_titles_are_escaped_twice_where_the_theme_does_not(api: Api) -> None:
    text = SpecText("a & <b>")
    assert method.escaped_twice(text) == SpecText("a &amp; &lt;b&gt;")


def test_links_show_the_method(api: Api) -> None:
    link: Any = method.page_link(api)
    assert link == "[`taobao.tbk.order.get`](methods/tbk_order_get.md)"
    assert isinstance(link, Safe)
