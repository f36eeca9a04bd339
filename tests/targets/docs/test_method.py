"""The page of a method says what its spec says, in words and places that are pinned here."""

import dataclasses
from typing import Any

import pytest
from project import ORDERS, SHOPS, TinyProject

from generator.output.escape import Safe
from generator.spec import language
from generator.spec.ir import Api, ItemOutcome, Pagination, ReplyOutcome, Window
from generator.spec.text import Name, SpecData, SpecText
from generator.targets.docs import method
from targets.ir import orders


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
        "权限包": "`381`",
        "幂等": "是，结果不明时可以重试",
        "资料范围": "请求与返回",
        "资料依据": "平台文档",
        "文档编号": "101",
    }


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
            Pagination("cursor", Name("r"), send=Name("in"), read=Name("out"), more=Name("m")),
            ["把上一页返回的 `out` 原样填入 `in` 取下一页", "`m` 说明后面是否还有", "列表在 `r`"],
        ),
        (
            Pagination("page", Name("r"), page=Name("p"), first=0, size=Name("s"), total=Name("t")),
            ["页码是 `p`，第一页为 0", "每页条数是 `s`", "总数在 `t`", "列表在 `r`"],
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


def test_notes_are_reasons_or_doubts(tiny: TinyProject) -> None:
    notes = "notes: [a doubt, 'idempotent: it only asks']"
    tiny.edit(ORDERS, "notes: [a doubt]", notes)
    text = page(tiny)
    sources, doubts = text.split("## 资料\n")[1].split("### 存疑\n")
    assert "- idempotent: it only asks" in sources
    assert "a doubt" not in sources
    assert "- a doubt" in doubts
    assert "idempotent" not in doubts


def test_every_part_of_a_spec_is_on_its_page(tiny: TinyProject) -> None:
    text = page(tiny)
    for part in (
        "# 订单查询 <small>taobao.tbk.order.get</small>",
        "*List orders*",
        "| `start_time` | 时间 | **必填** | 起点<br>格式：`yyyy-MM-dd HH:mm:ss`<br>",
        "| `page_size` | 整数 | 可选 | 每页条数<br>默认 `20`；取值 1–100 |",
        "| `status` | 整数 | 可选 | 状态<br>可取：`1` 成功、`2` 失败<br>示例 `1` |",
        "| `title` | 文本 | 可选 | 店铺名称<br>至多 20 个字符<br>示例 `小店` |",
        "- `title`、`status` 至少填一个",
        "- 平日须短于 3 小时",
        "| &emsp;`fee` | 小数 | 佣金<br>单位：元 |",
        "| `results` | 对象列表 `Order` | 订单的列表<br>JSON 中列表外有一层 `order` |",
        "| &emsp;&emsp;`shop_id` | 文本 | 店铺编号<br>示例 `12` |",
        "| `isv.busy` | 系统忙<br>稍候重试 | 稍后重试 |",
        "| `isv.none` | 没有结果<br>换个条件 | 不重试 |",
        "- a page",
        "- 最后核对：2026-11-01",
    ):
        assert part in text, part


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
