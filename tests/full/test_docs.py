"""What the pages say of every key, in their own words.

A row of a table is its type, whether it must be given, and the pieces of its last cell.
"""

import re
import tomllib
from pathlib import Path

import pytest
from tables import every

from full.building import Full

SIZES = "参见 [尺寸表](<https://open.taobao.com/sizes.htm>)"
RULES = "参见 [收寄规则](<https://open.taobao.com/rules.htm?id=1>)"
TRADES, PARCELS, STOCKS = "full_trade_list", "full_parcel_save", "full_stock_record"
GOODS, NOTES, SECRET = "full_goods_search", "full_note_get", "full_secret_get"


def page(full: Full, name: str) -> str:
    return full.text(f"docs/docs/methods/{name}.md")


def guide(full: Full, name: str) -> str:
    return full.text(f"docs/docs/{name}.md")


def section(text: str, title: str) -> str:
    """What stands below a heading, up to the next one."""
    return re.split(r"^#+ ", text.split(f"# {title}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]


def table(text: str) -> dict[str, list[str]]:
    """Rows by the dotted path of their first cell."""
    found: dict[str, list[str]] = {}
    path: list[str] = []
    for line in re.findall(r"^\| (.*) \|$", text, re.MULTILINE):
        name, *cells = line.split(" | ")
        depth = name.count("&emsp;")
        path[depth:] = [name.replace("&emsp;", "").strip("`")]
        found[".".join(path)] = cells
    return found


def row(text: str, name: str) -> tuple[str, ...]:
    """All cells but the last as they are, and the pieces of that."""
    *cells, last = table(text)[name]
    return *cells, *re.split("<br>|；", last)


def points(text: str) -> list[str]:
    return re.findall(r"^- (.*)$", text, re.MULTILINE)


# Parameters


@every(
    ("name", "told"),
    {
        "class": (
            "文本",
            "**必填**",
            "包装",
            "只能取：`bag` 袋子、`box` 纸箱",
            "示例 `box`",
            SIZES,
            "注：文档两处写法不同",
        ),
        "photo": ("文件", "**必填**", "照片"),
        "weight": ("小数", "**必填**", "重量", "取值 0.5–30", "至多 2 位小数", "示例 `1.25`"),
        "fee": (
            "小数",
            "可选",
            "运费",
            "默认 `0.5`",
            "单位：元",
            "取值 0.01–99.99",
            "至多 2 位小数",
            "示例 `9.9`",
        ),
        "count": ("整数", "未说明", "件数", "默认 `1`", "单位：件", "取值 1–99", "示例 `7`"),
        "is_first": (
            "布尔",
            "未说明",
            "是否首次",
            "默认 `N`",
            "`Y`、`1` 为真，`N`、`0` 为假",
            "示例 `1`",
        ),
        "fragile": ("布尔", "可选", "是否易碎", "`1` 为真，`0` 为假"),
        "gift": (
            "布尔",
            "可选",
            "是否礼品",
            "只能取：`true` 是礼品、`false` 不是礼品",
            "示例 `true`",
        ),
        "level": (
            "整数",
            "可选",
            "保价",
            "只能取：",
            "`1` 不保价",
            "`2` 半保价",
            "`3` 全保价",
            "`4` 加倍保价",
        ),
        "color": ("文本", "可选", "颜色", "已知取值：`red` 红", "注：资料未列全"),
        "sent_at": ("时间", "未说明", "寄出时刻", "格式：毫秒时间戳"),
        "made_at": ("时间", "可选", "装箱时刻", "格式：秒级时间戳"),
        "minute": (
            "时间",
            "可选",
            "取件时刻",
            "格式：`yyyy-MM-dd HH:mm`",
            "示例 `2026-01-02 03:04`",
        ),
        "stamp": ("时间", "可选", "盖章时刻", "格式：`yyyyMMddHHmmss`"),
        "due": ("日期", "可选", "期限", "格式：`yyyy-MM-dd`"),
        "day": ("日期", "可选", "入库日", "格式：`yyyyMMdd`", "示例 `20260102`"),
        "month": ("日期", "可选", "账期", "格式：`yyyyMM`"),
        "season": ("日期", "可选", "旺季", "格式：`yyyy-MM`"),
        "codes": ("分隔文本", "可选", "单号", "1–3 个元素", "以空格分隔", "示例 `a b`"),
        "tags": ("文本列表", "可选", "标签", "1–2 个元素", "以竖线分隔", "示例 `新`、`急`"),
        "marks": ("整数列表", "可选", "记号", "以&分隔"),
        "letters": ("分隔文本", "可选", "字母", "以英文分号分隔"),
        "pieces": ("分隔文本", "可选", "部件", "以`##`分隔"),
        "extra": ("JSON 文本", "可选", "附加内容", '示例 `{"a": 1}`（自拟）'),
        "remark": ("文本", "可选", "附言", "2–10 个字符", "示例 `小心轻放`"),
        "receiver_id": ("文本", "可选", "收件人编号"),
        "from": ("文本", "可选", "寄出地", "至多 6 个字符"),
        "rows": ("对象列表 `types.FullParcelSaveRow`", "可选", "装箱单"),
        "rows.sku_id": ("文本", "**必填**", "规格编号", "示例 `88`"),
        "rows.number": ("整数", "可选", "数量", "不小于 1"),
        "rows.class": (
            "文本",
            "可选",
            "包装",
            "只能取：`bag` 袋子、`box` 纸箱",
            SIZES,
            "注：文档两处写法不同",
        ),
        "rows.bought_at": ("时间", "可选", "购入时间", "格式：`yyyy-MM-dd HH:mm:ss`"),
        "address": ("对象 `types.Address`", "可选", "地址"),
        "address.city": ("文本", "**必填**", "城市", "示例 `杭州`"),
        "address.floor": ("整数", "可选", "楼层", "取值 -3–200"),
        "loose": ("对象", "可选", "其他内容"),
        "old_code": ("文本", "可选", "**已废弃**：改用 codes", "旧单号"),
        "older_code": (
            "文本",
            "可选",
            "**已废弃**",
            "更旧的单号",
            f"{RULES}、[尺寸表](<https://open.taobao.com/sizes.htm>)",
        ),
    }.items(),
)
def test_parameters(full: Full, name: str, told: tuple[str, ...]) -> None:
    assert row(section(page(full, PARCELS), "请求参数"), name) == told


OF_PARCELS = "（据 `taobao.full.parcel.save` 的文档）"
OF_TRADES = "（据 `taobao.full.trade.list` 的文档）"


@pytest.mark.parametrize(
    ("name", "told"),
    {
        "page_size": ("每页条数", f"默认 `3`{OF_TRADES}", f"取值 1–50{OF_TRADES}"),
        "weight": (
            "重量",
            f"不小于 0.5{OF_PARCELS}",
            "不大于 30",
            "至多 2 位小数",
            f"示例 `1.25`{OF_PARCELS}",
        ),
        "remark": ("附言", f"2–10 个字符{OF_PARCELS}"),
        "tags": ("标签", f"1–2 个元素{OF_PARCELS}", "以竖线分隔"),
        "skip": ("跳过多少", "不小于 0"),
    }.items(),
)
def test_borrowed_values_say_from_where(full: Full, name: str, told: tuple[str, ...]) -> None:
    assert row(section(page(full, GOODS), "请求参数"), name)[2:] == told


def test_the_default_and_another_example_of_a_value(full: Full) -> None:
    assert row(section(page(full, TRADES), "请求参数"), "status") == (
        "整数",
        "可选",
        "状态",
        "已知取值：`1` 已付款、`2` 已发货",
        "默认 `1`",
        "示例 `2`",
    )


# Fields


@every(
    ("name", "told"),
    {
        "total": ("整数", "总数", "单位：次"),
        "has_next": ("布尔", "是否还有"),
        "data": ("对象 `types.FullTradeListTradePage`", "一页交易"),
        "data.trades": (
            "对象列表 `types.FullTradeListTrade`",
            "交易的列表",
            "JSON 中列表外有一层 `trade`",
        ),
        "data.trades.trade_id": ("文本", "交易编号"),
        "data.trades.price": ("小数", "价格", "单位：元", "至多 2 位小数"),
        "data.trades.fee": ("整数", "手续费", "单位：分"),
        "data.trades.rate": ("小数", "佣金率", "单位：百分之一（12.34 即 12.34%）"),
        "data.trades.share": ("整数", "分成", "单位：万分之一（1234 即 12.34%）"),
        "data.trades.level": (
            "整数",
            "保价",
            "已知取值：",
            "`1` 不保价",
            "`2` 半保价",
            "`3` 全保价",
            "`4` 加倍保价",
        ),
        "data.trades.paid_at": (
            "时间",
            "付款时间",
            "格式：`yyyy-MM-dd HH:mm:ss`",
            "也可能是 毫秒时间戳 或 `yyyy-MM-dd`",
            "`--`、`1970-01-01 00:00:00` 表示没有值",
        ),
        "data.trades.is_first": ("布尔", "是否首次", "`Y`、`1` 为真，`N`、`0` 为假"),
        "data.refunds.price": ("小数", "价格", "单位：元", "至多 2 位小数", "`-` 表示没有值"),
    }.items(),
)
def test_fields_of_trades(full: Full, name: str, told: tuple[str, ...]) -> None:
    assert row(section(page(full, TRADES), "返回内容"), name) == told


@every(
    ("name", "told"),
    {
        "more": ("布尔", "后面是否还有", "`1` 为真，`0` 为假"),
        "stocks": (
            "对象列表 `types.FullStockRecordStock`",
            "记录的列表",
            "1–100 个元素",
            "JSON 中列表外有一层 `stock`",
        ),
        "stocks.class": (
            "文本",
            "包装",
            "只能取：`bag` 袋子、`box` 纸箱",
            SIZES,
            "注：文档两处写法不同",
        ),
        "stocks.count": ("整数", "件数", "单位：件", "取值 0–1000"),
        "stocks.price": ("小数", "价格", "单位：元", "至多 2 位小数", "示例 `3.5`"),
        "stocks.cost": ("小数", "成本", "至多 1 位小数", "示例 `2.5`"),
        "stocks.weight": ("小数", "重量", "不小于 0.5（据 `taobao.full.goods.search` 的文档）"),
        "stocks.shelf": ("对象 `types.Shelf`", "货架"),
        "stocks.shelf.labels": (
            "分隔文本",
            "**已废弃**：改读 tags",
            "旧标签",
            "以竖线分隔",
        ),
        "stocks.seen_at": (
            "时间",
            "最近见到",
            "格式：秒级时间戳",
            "也可能是 `yyyy-MM-dd`",
            "`0` 表示没有值",
        ),
        "stocks.is_open": (
            "布尔",
            "是否开放",
            "只能取：`true` 开、`false` 关",
            "示例 `false`",
            SIZES,
        ),
        "stocks.tags": ("文本列表", "标签", "JSON 中列表外有一层 `string`", "示例 `a`、`b`"),
        "stocks.moved_at": ("时间", "移动时刻", "格式：毫秒时间戳"),
        "stocks.day": (
            "日期",
            "入库日",
            "格式：`yyyy-MM-dd`",
            "也可能是 `yyyy-MM-dd HH:mm:ss`",
        ),
        "stocks.note": ("JSON 文本", "备注", '示例 `{"k": [1]}`', "注：偶有空文本"),
        "stocks.words": ("分隔文本", "词语", "以英文逗号分隔"),
        "stocks.address": ("对象 `types.FullStockRecordPlace`", "位置"),
        "stocks.address.class": ("文本", "馆的类别"),
        "stocks.old": ("文本", "**已废弃**", "旧编号"),
        "stocks.wait_s": ("整数", "等待秒数", "单位：秒"),
        "stocks.wait_ms": ("整数", "等待毫秒数", "单位：毫秒"),
        "stocks.wait_m": ("整数", "等待分钟数", "单位：分钟"),
        "stocks.wait_h": ("整数", "等待小时数", "单位：小时"),
        "stocks.wait_d": ("整数", "等待天数", "单位：天"),
        "stocks.visitors": ("整数", "来访人数", "单位：人"),
        "stocks.things": ("整数", "物件数", "单位：个"),
    }.items(),
)
def test_fields_of_stock(full: Full, name: str, told: tuple[str, ...]) -> None:
    assert row(section(page(full, STOCKS), "返回内容"), f"data.{name}") == told


@pytest.mark.parametrize(
    ("name", "told"),
    {
        "message": ("文本", "失败的原因", "1–20 个字符"),
        "others": (
            "对象列表 `types.FullParcelSaveOtherResult`",
            "其余各件的结果",
            "JSON 中列表外有一层 `other`（键名为推断）",
        ),
        "rest": ("对象", "成员未知的对象"),
    }.items(),
)
def test_fields_of_parcels(full: Full, name: str, told: tuple[str, ...]) -> None:
    assert row(section(page(full, PARCELS), "返回内容"), name) == told


# What stands around the tables


@every(
    ("name", "facts"),
    {
        TRADES: {
            "角色": "管理员",
            "用户授权（session）": "可选",
            "[权限包](../packages.md)": (
                "[27939](<https://open.taobao.com/apply.htm?docId=901&amp;id=27939>)、"
                "[381](<https://open.taobao.com/apply.htm?docId=901&amp;id=381>)（旧）"
            ),
            "幂等": "是，结果不明时可以重试",
            "资料范围": "请求与返回",
            "资料依据": "平台文档",
            "文档编号": "[901](<https://open.taobao.com/api.htm?docId=901>)",
        },
        PARCELS: {
            "角色": "快递员",
            "用户授权（session）": "必需",
            "[权限包](../packages.md)": (
                "[27939](<https://open.taobao.com/apply.htm?docId=902&amp;id=27939>)"
            ),
            "幂等": "否，结果不明时不要直接重试",
            "资料范围": "请求与返回",
            "资料依据": "平台文档",
            "文档编号": "[902](<https://open.taobao.com/api.htm?docId=902>)",
        },
        STOCKS: {
            "角色": "管理员",
            "用户授权（session）": "不需要",
            "[权限包](../packages.md)": "资料未说明",
            "幂等": "是，结果不明时可以重试",
            "幂等的依据": "名为记录，其实只读",
            "资料范围": "请求与返回",
            "资料依据": "公开的 SDK",
            "文档编号": "[903](<https://open.taobao.com/api.htm?docId=903>)",
        },
        GOODS: {
            "角色": "管理员",
            "用户授权（session）": "必需",
            "[权限包](../packages.md)": "资料未说明",
            "幂等": "是，结果不明时可以重试",
            "资料范围": "请求与返回",
            "资料依据": "平台文档",
            "文档编号": "没有公开的编号",
        },
        NOTES: {
            "角色": "管理员",
            "用户授权（session）": "资料未说明",
            "[权限包](../packages.md)": "资料未说明",
            "幂等": "是，结果不明时可以重试",
            "资料范围": "仅请求",
            "资料依据": "平台文档",
            "文档编号": "没有公开的编号",
        },
        SECRET: {
            "角色": "管理员",
            "用户授权（session）": "资料未说明",
            "[权限包](../packages.md)": "资料未说明",
            "幂等": "否，结果不明时不要直接重试",
            "幂等的依据": "用途不明，不敢重试",
            "资料范围": "仅名称",
            "资料依据": "名称为推测",
            "文档编号": "没有公开的编号",
        },
    }.items(),
)
def test_facts(full: Full, name: str, facts: dict[str, str]) -> None:
    head = page(full, name).split("\n## 调用示例")[0]
    told = {label: cells[0] for label, cells in table(head).items() if label not in ("API", "---")}
    assert told == facts


def test_rules_between_parameters(full: Full) -> None:
    assert points(section(page(full, PARCELS), "请求参数")) == [
        "`sent_at`、`made_at` 必须且只能填一个",
        "`codes`、`tags` 至少填一个",
        "`day`、`month` 不能同时填写",
        "`remark`、`extra` 必须同时填写",
        "当 `class` 为 `bag` 且 `is_first` 为 `Y` 时，`level` 至少填一个",
    ]
    assert "参数之间的规则" not in page(full, TRADES)


@pytest.mark.parametrize(
    ("name", "told"),
    {
        TRADES: [
            "时段由 `start_time` 和 `end_time` 给出",
            "平日须短于 3 小时",
            "大促日须短于 20 分钟",
        ],
        STOCKS: ["时段由 `since` 给出", "平日最长 7 天", "起点最早到 36500 天前"],
        GOODS: [
            "时段由 `start_time` 和 `end_time` 给出",
            "平日须短于 2 天",
            "起点最早到 90 天前",
        ],
    }.items(),
)
def test_windows(full: Full, name: str, told: list[str]) -> None:
    assert points(section(page(full, name), "时间窗口")) == told
    method = f"taobao.{name.replace('_', '.')}"
    shown = table(guide(full, "orders"))[f"[`{method}`](methods/{name}.md)"]
    assert shown == ["；".join(told)]


@pytest.mark.parametrize(
    ("name", "told"),
    {
        TRADES: [
            "页码是 `page_no`，第一页为 0",
            "每页条数是 `page_size`",
            "`has_next` 说明后面是否还有",
            "总数在 `total`",
            "一页里有几个列表：`data.trades`、`data.refunds`，它们一起翻页",
        ],
        STOCKS: [
            "把上一页返回的 `data.next` 原样填入 `position` 取下一页",
            "页码是 `round`，第一页为 1",
            "每页条数是 `limit`",
            "`data.more` 说明后面是否还有",
            "列表在 `data.stocks`",
        ],
        GOODS: [
            "`skip` 是要跳过的条数，取下一页时加上已取的条数",
            "每页条数是 `page_size`",
            "总数在 `total`",
            "列表在 `goods`",
        ],
    }.items(),
)
def test_pages(full: Full, name: str, told: list[str]) -> None:
    assert points(section(page(full, name), "翻页")) == told


@pytest.mark.parametrize(
    ("name", "told"),
    {
        PARCELS: [
            "`success` 为 `false` 表示整个调用失败",
            "错误码在 `code`，成功时为 `0`",
            "错误说明在 `message`",
            "`results`、`others` 的每个元素各有结果：错误码在 `code`，成功时为 `OK` 或 `100`",
            "各元素的错误说明在 `reason`",
        ],
        STOCKS: ["错误码在 `code`，成功时为 `SUCCESS` 或 `200`"],
    }.items(),
)
def test_outcomes(full: Full, name: str, told: list[str]) -> None:
    assert points(section(page(full, name), "成功与失败")) == told


@every(
    ("code", "told"),
    {
        "isp.busy": ("平台故障", "系统忙<br>过几秒再发", "稍后重试"),
        "9100": ("调用过频（同一账号，片刻）", "太频繁<br>慢一些", "稍后重试"),
        "3000": ("调用过频（同一账号，到次日为止）", "今日已满<br>明天再来", "不重试"),
        "isv.app-limit": ("调用过频（同一应用，时长未说明）", "减少调用", "稍后重试"),
        "isv.method-limit": (
            "调用过频（同一 API，秒数见 sub_msg）",
            "等待所示秒数",
            "按提示的秒数等待后重试",
        ),
        "isv.user-limit": ("调用过频（同一授权用户，片刻）", "换个用户", "稍后重试"),
        "isv.partner-limit": ("调用过频（同一合作方，时长未说明）", "联系合作方", "不重试"),
        "isv.no-right": (
            "没有权限",
            f"无权<br>先签协议<br>{RULES}<br>注：文档未写明哪份协议",
            "不重试",
        ),
        "isv.bad-session": ("授权问题", "重新登录", "不重试"),
        "isv.bad-weight": ("参数有误", "重量不对<br>改重量", "不重试"),
        "isv.closed-*": ("业务不允许", "换个网点", "不重试"),
    }.items(),
)
def test_errors_of_a_method(full: Full, code: str, told: tuple[str, ...]) -> None:
    errors = table(section(page(full, PARCELS), "错误码"))
    assert tuple(errors[code]) == told
    assert len(errors) == 2 + 11


def test_shared_errors_stand_on_each_page(full: Full) -> None:
    errors = table(section(page(full, TRADES), "错误码"))
    assert errors["isp.busy"] == ["平台故障", "系统忙<br>过几秒再发", "稍后重试"]
    assert errors["isv.none"] == ["没有结果", "没有交易<br>换一段时间", "不重试"]


@every(
    ("name", "sources", "ages", "doubts"),
    [
        (
            TRADES,
            ["a page of trades", "a copy of it"],
            "资料最新来源：平台文档页 2025-06（来源已超过一年，平台可能已有改动）<br>\n"
            "规范最后与上述资料核对：2026-11-20",
            ["两份资料的总数不一致"],
        ),
        (
            PARCELS,
            ["an announcement"],
            "资料最新来源：平台公告 2026-11-01<br>\n规范最后与上述资料核对：2026-11-20",
            ["3 个参数没有资料说明是否必填", "1 个列表的外层键名是推断的"],
        ),
        (
            STOCKS,
            ["a client library"],
            "资料最新来源：公开的客户端代码，日期不详",
            ["资料来自公开的 SDK，未与平台文档核对", "1 个参数没有资料说明是否必填"],
        ),
        (
            GOODS,
            ["published metadata"],
            "资料最新来源：公开的 API 元数据 2024（来源已超过一年，平台可能已有改动）<br>\n"
            "规范最后与上述资料核对：2026-11-20",
            ["返回内容没有公开资料，或只有一部分"],
        ),
        (
            NOTES,
            ["half a page"],
            "",
            ["返回内容没有公开资料", "1 个参数没有资料说明是否必填"],
        ),
        (
            SECRET,
            ["a list of names"],
            "",
            [
                "方法名是按命名规律推测的，未经证实，因此不生成带类型的调用",
                "公开资料只有名称，参数与返回未知",
            ],
        ),
    ],
)
def test_sources_and_doubts(
    full: Full, name: str, sources: list[str], ages: str, doubts: list[str]
) -> None:
    end = page(full, name).split("\n## 资料\n")[1]
    before, _, told = end.partition("\n### 存疑\n")
    assert points(before) == sources
    assert before.split(f"- {sources[-1]}\n")[1].strip() == ages
    assert points(told) == doubts


def test_the_head_of_a_page(full: Full) -> None:
    text = page(full, TRADES)
    assert text.startswith('---\ntitle: "全项-交易查询"\ndescription: "按时间查询交易"\n---\n')
    assert "# 全项-交易查询 <small>taobao.full.trade.list</small>\n" in text
    assert "\n*List the trades of a span of time*\n" in text
    assert "\n先查交易，再查退款\n" in text
    assert f"\n{RULES}。\n" in text
    assert '!!! info "同类 API 的消息"\n\n    交易类接口将于明年合并\n' in text
    assert "已废弃" not in text
    assert "定向开放" not in text


def test_a_method_by_invitation(full: Full) -> None:
    told = '!!! info "定向开放"\n\n    这个 API 的权限由平台邀约或审核后开通。\n'
    assert told in page(full, PARCELS)
    assert "同类 API 的消息" not in page(full, PARCELS)


def test_a_deprecated_method_names_its_successor(full: Full) -> None:
    text = page(full, GOODS)
    assert "\nstatus: deprecated\n---\n" in text
    assert '!!! warning "已废弃"\n' in text
    assert "    请改用 [`taobao.full.stock.record`](full_stock_record.md)。\n" in text


def test_methods_of_which_less_is_known(full: Full) -> None:
    assert "没有公开的资料说明返回内容，可以从 `reply.raw` 读取" in page(full, NOTES)
    assert "返回根是 `full_note_get_response`" in page(full, NOTES)
    assert "没有公开的资料说明参数，只能用 `client.call()` 调用。" in page(full, SECRET)
    assert 'client.call("taobao.full.secret.get", {})' in page(full, SECRET)


# Samples


def test_a_documented_reply_is_shown_as_it_is_with_its_note(full: Full) -> None:
    text = section(page(full, TRADES), "返回示例")
    assert '{"trade_id": 7002, "price": "1.00", "fee": 0, "paid_at": "--", "is_first": "0"}' in text
    assert '"refunds": {"refund": [{"refund_id": "R1", "price": "-"}]}' in text
    assert "\n注：样例的编号已改\n" in text


def test_a_made_reply_has_the_wire_form_of_every_type(full: Full) -> None:
    lines = [line.strip(" ,") for line in section(page(full, STOCKS), "返回示例").splitlines()]
    for line in (
        '"code": "SUCCESS"',
        '"more": 1',
        '"stock_id": "5"',
        '"class": "bag"',
        '"count": "1"',
        '"price": "3.5"',
        '"cost": 2.5',
        '"weight": "1"',
        '"shelf": {"shelf_id": 12, "labels": "123456789", "seen_at": "1718731800"}',
        '"is_open": false',
        '"tags": {"string": ["a", "b"]}',
        '"seen_at": "1718731800"',  # 2024-06-18 12:00 in the gateway's zone, -05:30
        '"moved_at": 1718731800000',
        '"day": "2024-06-18"',
        '"note": "{\\"k\\": [1]}"',
        '"address": {"hall": "A"}',
        '"wait_s": 1',
    ):
        assert line in lines


def test_a_made_reply_tells_of_no_failure(full: Full) -> None:
    text = section(page(full, PARCELS), "返回示例")
    assert '"success": true,\n    "code": 0,\n' in text  # a number on the wire
    assert '"results": {"result": [{"parcel_id": "123456789", "code": "OK", ' in text
    assert '"others": {"other": [{"parcel_id": "123456789", "code": "OK", ' in text


def program(full: Full, name: str) -> str:
    return section(page(full, name), "调用示例").split("```python\n")[1].split("```")[0]


def call(full: Full, name: str) -> list[str]:
    """The lines of the call of a program."""
    lines = program(full, name).split("    reply = ")[1].split("    print(reply)")[0]
    return [line.strip() for line in lines.strip().splitlines()]


def test_sample_calls(full: Full) -> None:
    assert call(full, TRADES) == [
        "client.full_trade_list(",
        "start_time=datetime(2026, 1, 1, 0, 0),",
        "end_time=datetime(2026, 1, 1, 0, 10),",  # within the 20 minutes of busy days
        ")",
    ]
    assert call(full, PARCELS) == [
        "client.full_parcel_save(",
        'class_="box",',
        'photo=Path("image.png").read_bytes(),',
        'weight=Decimal("1.25"),',
        "count=7,",  # the example, not the default
        "is_first=True,",  # as the example 1 means
        "sent_at=datetime(2024, 6, 18, 12, 0),",
        'codes="a b",',
        ")",
    ]
    # The first page has no position. 1767225600 is 2026-01-01 00:00 UTC, 5½ hours less here.
    assert call(full, STOCKS) == ["client.full_stock_record(since=datetime(2025, 12, 31, 18, 30))"]
    assert call(full, GOODS) == [
        "client.full_goods_search(",
        "start_time=datetime.now(UTC) - timedelta(minutes=1440),",  # a fixed day would grow too old
        "end_time=datetime.now(UTC),",
        ")",
    ]
    assert call(full, NOTES) == ['client.full_note_get(note_id="123456789")']


def test_sample_programs_log_in_where_they_must(full: Full) -> None:
    account = 'with Client("12345678", "helloworld"'
    for name in (PARCELS, GOODS):
        assert f'{account}, session="test", gateway=gateway) as client:' in program(full, name)
    for name in (TRADES, STOCKS, NOTES, SECRET):
        assert f"{account}, gateway=gateway) as client:" in program(full, name)


@pytest.mark.parametrize("name", [TRADES, PARCELS, STOCKS, NOTES, SECRET])
def test_sample_programs_run_against_the_mock(
    full: Full,
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("image.png").write_bytes(b"a picture")
    with full.mock.MockServer() as server:
        source = program(full, name).replace("http://127.0.0.1:8321/router/rest", server.url)
        exec(compile(source, name, "exec"), {})
        assert [call.error for call in server.requests] == [None]
    assert "Response\n" in capsys.readouterr().out


# Guides


def test_public_parameters_and_the_clock(full: Full) -> None:
    text = guide(full, "signing")
    assert row(text, "sign_method") == (
        "文本",
        "**必填**",
        "签名算法",
        "已知取值：`md5` 摘要、`hmac` 密钥摘要、`hmac-sha256` 长摘要",
        "示例 `md5`",
    )
    assert row(text, "format")[2:] == (
        "返回格式",
        "只能取：`json` 文本、`xml` 标记",
        "默认 `xml`",
    )
    assert row(text, "session")[1] == "可选"
    assert "时间按 UTC-05:30" in text
    assert "最多相差90 秒" in text
    assert table(text)["production"] == ["`https://eco.taobao.com/router/rest`", "正式环境"]
    assert table(text)["sandbox"][1] == "沙箱环境"


def test_signatures(full: Full, capsys: pytest.CaptureFixture[str]) -> None:
    text = guide(full, "signing")
    assert "首尾加密钥的 MD5。" in section(text, "md5")
    assert "以密钥做 HMAC-MD5。" in section(text, "hmac")
    assert "以密钥做 HMAC-SHA256。" in section(text, "hmac-sha256")
    exec(section(text, "md5").split("```python\n")[1].split("```")[0], {})
    assert capsys.readouterr().out == "66987CB115214E59E6EC978214934FB8\n"


def test_errors_of_the_gateway(full: Full) -> None:
    text = guide(full, "errors")
    codes = table(section(text, "网关错误码"))
    assert codes["7"] == [
        "App Call Limited",
        "调用过频（同一应用，秒数见 sub_msg）",
        "稍候再调",
        "按提示的秒数等待后重试",
    ]
    assert codes["15"] == [
        "Remote service error",
        "业务不允许",
        f"看子错误码<br>{RULES}<br>注：文档也写作 50",
        "由 sub_code 决定",
    ]
    assert codes["31"] == ["Invalid timestamp", "参数有误", "校准时钟", "校准时钟后重试"]
    assert table(section(text, "子错误码"))["isp.*-unavailable"] == [
        "平台故障",
        "后端不可用<br>片刻后再发",
        "稍后重试",
    ]


def test_classes_of_errors_and_limits(full: Full) -> None:
    text = guide(full, "errors")
    assert table(section(text, "错误的类别")) == {
        "类别": ["程序里的名称", "含义"],
        "---": ["---", "---"],
        "调用过频": ["`rate_limit`", "调用次数或频率超过限额，等一段时间再调"],
        "没有权限": ["`permission`", "应用、用户或账号缺少某项权限，要先申请或授权"],
        "授权问题": ["`session`", "用户授权缺失、无效或已过期，要重新授权"],
        "参数有误": ["`argument`", "参数缺失、格式不对或超出范围，改正后再调"],
        "没有结果": ["`not_found`", "要找的东西不存在，或没有符合条件的结果"],
        "业务不允许": ["`business`", "业务规则不允许，原因见错误说明"],
        "平台故障": ["`temporary`", "平台一侧的故障，多半很快恢复"],
    }
    assert (
        "`account` 同一账号、`app` 同一应用、`method` 同一 API、`user` 同一授权用户、"
        "`partner` 同一合作方"
    ) in text
    assert (
        "`told` 秒数见 sub_msg、`today` 到次日为止、`shortly` 片刻、`unknown` 时长未说明"
    ) in text


def test_calls_for_any_number_of_values(full: Full) -> None:
    assert section(page(full, "full_label_get"), "任意多个值").strip() == (
        "一次至多 3 个；更多的用 `client.full_label_get_many(label_numbers)`："
        "切批、并发、对回各个值都由它做，\n"
        "见[许多值](../reliability.md#许多值)。"
    )
    assert "任意多个值" not in page(full, TRADES)
    told = guide(full, "reliability")
    assert table(section(told, "许多值"))[
        "[`taobao.full.label.get`](methods/full_label_get.md)"
    ] == ["`full_label_get_many`", "`label_numbers`", "3", "`asked.number`"]
    assert "client.full_label_get_many(" in section(told, "逐个取得回答")


def test_packages(full: Full) -> None:
    text = guide(full, "packages")
    assert "知道权限包的 API 有 2 个，另外 5 个没有资料说明" in text
    apply = "[申请](<https://open.taobao.com/apply.htm?docId={}&amp;id={}>)"
    trades = "[`taobao.full.trade.list`](methods/full_trade_list.md) 全项-交易查询 · "
    parcels = "[`taobao.full.parcel.save`](methods/full_parcel_save.md) 全项-包裹保存 · "
    assert table(section(text, "权限包与 API"))["27939"] == [
        f"{parcels}{apply.format(902, 27939)}<br>{trades}{apply.format(901, 27939)}"
    ]
    assert table(section(text, "旧权限包"))["381"] == [f"{trades}{apply.format(901, 381)}"]
    assert "381" not in table(section(text, "权限包与 API"))


def test_coverage(full: Full) -> None:
    text = guide(full, "coverage")
    assert table(section(text, "平台列表")) == {
        "序号": ["API", "资料", "最新来源", "存疑"],
        "---": ["---", "---", "---", "---"],
        "1": [
            "全项-交易查询<br>[`taobao.full.trade.list`](methods/full_trade_list.md)",
            "请求与返回",
            "平台文档页 2025-06",
            "两份资料的总数不一致",
        ],
        "2": [
            "全项-包裹保存<br>[`taobao.full.parcel.save`](methods/full_parcel_save.md)",
            "请求与返回",
            "平台公告 2026-11-01",
            "平台的列表里写作包裹提交<br>3 个参数没有资料说明是否必填<br>"
            "1 个列表的外层键名是推断的",
        ],
        "3": ["尚无文档", "无", "", ""],
    }
    beyond = table(section(text, "列表之外"))
    assert beyond["[`taobao.full.secret.get`](methods/full_secret_get.md)"][:2] == [
        "仅名称",
        "没有记载",
    ]
    assert beyond["便签读取<br>[`taobao.full.note.get`](methods/full_note_get.md)"][0] == "仅请求"


def test_the_navigation_and_the_first_page(full: Full) -> None:
    site = full.text("docs/zensical.toml")
    assert 'site_name = "全项 API 文档"' in site
    assert '{ "交易查询" = "methods/full_trade_list.md" },' in site  # without the prefix of titles
    assert site.index('"交易" = [') < site.index('"货物" = [')
    index = guide(full, "index")
    assert '!!! info "消息"\n\n    交易类接口将于明年合并\n' in section(index, "交易")
    assert table(section(index, "货物"))[
        "[`taobao.full.stock.record`](methods/full_stock_record.md)"
    ] == ["逐段读取库存记录"]


def test_what_readers_can_do_on_every_page(full: Full) -> None:
    site = tomllib.loads(full.text("docs/zensical.toml"))["project"]
    assert site["use_directory_urls"] is False
    assert site["extra_css"] == ["assets/extra.css"]
    assert [chapter for row in site["nav"] for chapter in row] == ["首页", "指南", "API"]
    guides = [page for row in site["nav"][1]["指南"] for page in row.values()]
    assert guides == [
        "tour.md", "signing.md", "orders.md", "models.md", "errors.md", "reliability.md",
        "packages.md", "mock.md", "coverage.md",
    ]  # fmt: skip
    theme = site["theme"]
    assert (theme["language"], theme["font"]) == ("zh", False)  # no font from elsewhere
    assert theme["features"] == [
        "content.code.copy", "navigation.path", "navigation.tabs", "navigation.top",
        "search.highlight", "toc.follow",
    ]  # fmt: skip
    assert [(palette["scheme"], palette["media"]) for palette in theme["palette"]] == [
        ("default", "(prefers-color-scheme: light)"),
        ("slate", "(prefers-color-scheme: dark)"),
    ]
    assert site["extra"] == {"generator": False, "status": {"deprecated": "已废弃"}}
    extensions = site["markdown_extensions"]
    assert [*extensions] == ["admonition", "pymdownx", "toc"]
    assert [*extensions["pymdownx"]] == ["highlight", "superfences"]
    assert extensions["toc"]["permalink"] is True
    assert extensions["toc"]["slugify"]["kwds"] == {"case": "lower"}


def test_a_write_is_verified_by_the_method_that_lists_what_it_made(full: Full) -> None:
    told = section(guide(full, "reliability"), "写操作")
    assert "client.full_parcel_save(inviter_code=code," in told
    assert "client.full_goods_search(info_type=1," in told


def test_one_program_goes_all_the_way_with_each_client(full: Full) -> None:
    twins = {name: section(guide(full, "tour"), name) for name in ("同步", "异步")}
    for name, awaited, looped in (("同步", "", "for"), ("异步", "await ", "async for")):
        told = twins[name]
        assert f"page = {awaited}client.full_goods_search(adzone_id=ADZONE, q=words)" in told
        assert f"reply = {awaited}client.full_stock_record(adzone_id=ADZONE" in told
        assert f"reply = {awaited}client.full_parcel_save(url=link)" in told
        assert f" {looped} order in pull:" in told
        assert "pull = client.full_trade_list_all(" in told
    assert "asyncio.run(main(server.url))" in twins["异步"]
    assert "asyncio" not in twins["同步"]


def test_the_order_of_checks(full: Full) -> None:
    told = guide(full, "mock").split("[错误码](errors.md#网关错误码)：")[1]
    assert re.findall(r"`(\d+)`", told) == "21 22 23 25 26 27 31 34 40 41 15".split()
    assert "`21` Missing method、`22` Invalid method、" in told
