"""What the docstrings of the client say of every key, and the annotations beside them."""

import ast
import inspect
import re
from typing import Any

import pytest

from full.building import Full

SIZES = "参见 尺寸表 <https://open.taobao.com/sizes.htm>"
RULES = "参见 收寄规则 <https://open.taobao.com/rules.htm?id=1>"
BOTH = ("Client", "AsyncClient")


def method(full: Full, name: str, client: str = "Client") -> Any:
    return getattr(getattr(full.client, client), name)


def docstring(full: Full, name: str, client: str = "Client") -> str:
    return inspect.getdoc(method(full, name, client)) or ""


def paragraphs(full: Full, name: str) -> list[str]:
    """What stands before the arguments."""
    return docstring(full, name).split("\n\nArgs:")[0].split("\n\n")


def section(text: str, title: str) -> str:
    return text.split(f"\n{title}:\n")[1].split("\n\n")[0]


def listed(text: str, title: str) -> dict[str, str]:
    """The entries of a section, `name: words` and the lines with a further indent, by name."""
    entries = re.split(r"^ {4}(?! )", section(text, title), flags=re.MULTILINE)[1:]
    pairs = (entry.replace("\n        ", "\n").strip().partition(": ") for entry in entries)
    return {name: told for name, _, told in pairs}


def fields(full: Full, module: str, class_name: str) -> dict[str, str]:
    """The docstrings below the fields of a class; under "" that of the class."""
    tree = ast.parse(full.text(f"client/src/fullkit/{module}.py"))
    (found,) = (
        node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == class_name
    )
    told = {"": ast.get_docstring(found) or ""}
    for node, after in zip(found.body, found.body[1:], strict=False):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            assert isinstance(after, ast.Expr)
            assert isinstance(after.value, ast.Constant)
            told[node.target.id] = inspect.cleandoc(str(after.value.value))
    return told


PARAMETERS = {
    "class_": (
        "Literal['bag', 'box']",
        f"必填；包装；只能取：\n- bag：袋子\n- box：纸箱\n{SIZES}\n注：文档两处写法不同",
    ),
    "photo": ("FileLike", "必填；照片"),
    "weight": ("NumberLike", "必填；重量；取值 0.5–30；至多 2 位小数"),
    "fee": ("NumberLike | None", "运费；单位：元；取值 0.01–99.99；至多 2 位小数；默认 0.5"),
    "count": ("int | None", "件数；单位：件；取值 1–99；默认 1"),
    "is_first": ("bool | None", "是否首次；Y、1 为真，N、0 为假；默认 N"),
    "fragile": ("bool | None", "是否易碎；1 为真，0 为假"),
    "gift": ("bool | None", "是否礼品；只能取：\n- true：是礼品\n- false：不是礼品"),
    "level": (
        "Literal[1, 2, 3, 4] | None",
        "保价；只能取：\n- 1：不保价\n- 2：半保价\n- 3：全保价\n- 4：加倍保价",
    ),
    "color": ("Literal['red'] | str | None", "颜色；已知取值：\n- red：红\n注：资料未列全"),
    "sent_at": ("MomentLike | None", "寄出时刻；格式：毫秒时间戳"),
    "made_at": ("MomentLike | None", "装箱时刻；格式：秒级时间戳"),
    "minute": ("MomentLike | None", "取件时刻；格式：yyyy-MM-dd HH:mm"),
    "stamp": ("MomentLike | None", "盖章时刻；格式：yyyyMMddHHmmss"),
    "due": ("DayLike | None", "期限；格式：yyyy-MM-dd"),
    "day": ("DayLike | None", "入库日；格式：yyyyMMdd"),
    "month": ("DayLike | None", "账期；格式：yyyyMM"),
    "season": ("DayLike | None", "旺季；格式：yyyy-MM"),
    "codes": ("CsvLike | None", "单号；以空格分隔；1–3 个元素"),
    "tags": ("CsvLike | None", "标签；1–2 个元素"),
    "marks": ("CsvLike | None", "记号"),
    "letters": ("CsvLike | None", "字母；以英文分号分隔"),
    "pieces": ("CsvLike | None", "部件；以##分隔"),
    "extra": ("JsonLike | None", "附加内容"),
    "remark": ("str | None", "附言；2–10 个字符"),
    "receiver_id": ("IdLike | None", "收件人编号"),
    "from_place": ("str | None", "寄出地；至多 6 个字符"),
    "uuid": ("str | None", "唯一串"),  # it ends like an id, and is none
    "paid": ("str | None", "付讫凭证"),
    "rows": ("Iterable[types.FullParcelSaveRow] | None", "装箱单"),
    "address": ("types.Address | None", "地址"),
    "loose": ("Mapping[str, object] | None", "其他内容"),
    "old_code": ("str | None", "旧单号；已废弃，改用 codes"),
    "older_code": (
        "str | None",
        f"更旧的单号；已废弃\n{RULES}、尺寸表\n<https://open.taobao.com/sizes.htm>",
    ),
}


@pytest.mark.parametrize("client", BOTH)
def test_parameters(full: Full, client: str) -> None:
    found = inspect.signature(method(full, "full_parcel_save", client)).parameters
    own = {name: it for name, it in found.items() if name not in ("self", "session", "timeout")}
    assert {name: it.annotation for name, it in own.items()} == {
        name: annotation for name, (annotation, _) in PARAMETERS.items()
    }
    required = {name for name, it in own.items() if it.default is inspect.Parameter.empty}
    assert required == {"class_", "photo", "weight"}
    assert {it.default for name, it in own.items() if name not in required} == {None}
    assert {it.kind for it in own.values()} == {inspect.Parameter.KEYWORD_ONLY}
    told = listed(docstring(full, "full_parcel_save", client), "Args")
    assert told.pop("session") == "用户授权，覆盖客户端的设置"
    assert told.pop("timeout") == "本次调用的超时秒数，覆盖客户端的设置"
    assert told == {name: words for name, (_, words) in PARAMETERS.items()}


def test_borrowed_limits_and_defaults_say_from_where(full: Full) -> None:
    told = {
        name: words.replace("\n", "")
        for name, words in listed(docstring(full, "full_goods_search"), "Args").items()
    }
    trades = "（据 taobao.full.trade.list 的文档）"
    parcels = "（据 taobao.full.parcel.save 的文档）"
    assert told["page_size"] == f"每页条数；取值 1–50{trades}；默认 3{trades}"
    assert told["weight"] == f"重量；不小于 0.5{parcels}；不大于 30；至多 2 位小数"
    assert told["remark"] == f"附言；2–10 个字符{parcels}"
    assert told["tags"] == f"标签；1–2 个元素{parcels}"


@pytest.mark.parametrize("client", BOTH)
def test_error_codes(full: Full, client: str) -> None:
    told = section(docstring(full, "full_parcel_save", client), "Raises")
    assert told.splitlines() == [
        "    InvalidArguments: 参数有误，请求未发送",
        "    GatewayError: 平台拒绝或业务失败，解决办法见文档页 full_parcel_save",
        "        isp.busy: 平台故障",
        "        9100: 调用过频（同一账号，片刻）",
        "        3000: 调用过频（同一账号，到次日为止）",
        "        isv.app-limit: 调用过频（同一应用，时长未说明）",
        "        isv.method-limit: 调用过频（同一 API，秒数见 sub_msg）",
        "        isv.user-limit: 调用过频（同一授权用户，片刻）",
        "        isv.partner-limit: 调用过频（同一合作方，时长未说明）",
        "        isv.no-right: 没有权限",
        "        isv.bad-session: 授权问题",
        "        isv.bad-weight: 参数有误",
        "        isv.closed-*: 业务不允许",
        "    TransportError: 没有得到可用的应答",
    ]


def test_what_is_said_of_a_call(full: Full) -> None:
    assert paragraphs(full, "full_trade_list") == [
        "List the trades of a span of time.",
        "按时间查询交易。",
        "先查交易，再查退款",
        "时间跨度须短于 3 小时（大促期间 20 分钟）。",
        "权限包（有其一即可）：\n"
        "- 27939：https://open.taobao.com/apply.htm?docId=901&id=27939\n"
        "- 381（旧）：https://open.taobao.com/apply.htm?docId=901&id=381",
        RULES,
        "注：两份资料的总数不一致",
    ]
    assert paragraphs(full, "full_parcel_save") == [
        "Save a parcel.",
        "保存一件包裹。",
        "仅向受邀的应用开放。需要用户授权（session）。sent_at、made_at 必须且只能填一个。\n"
        "codes、tags 至少填一个。day、month 不能同时填写。remark、extra 必须同时填写。当\n"
        "class 为 bag 且 is_first 为 Y 时，level 至少填一个。3 个参数没有资料说明是否必\n"
        "填。1 个列表的外层键名是推断的。",
        "权限包：\n- 27939：https://open.taobao.com/apply.htm?docId=902&id=27939",
    ]
    assert paragraphs(full, "full_goods_search")[2:] == [
        "已废弃，请改用 full_stock_record。",
        "需要用户授权（session）。时间跨度须短于 2 天。返回内容没有公开资料，或只有一部\n分。",
    ]
    assert paragraphs(full, "full_note_get")[2:] == [
        "返回内容没有公开资料。1 个参数没有资料说明是否必填。"
    ]
    assert "资料来自公开的 SDK，未与平台文档核对。" in paragraphs(full, "full_stock_record")[2]


@pytest.mark.parametrize(("client", "kind"), [("Client", "Many"), ("AsyncClient", "AsyncMany")])
def test_what_a_call_for_any_number_of_values_says(full: Full, client: str, kind: str) -> None:
    function = method(full, "full_label_get_many", client)
    names = [*inspect.signature(function).parameters]
    assert names == ["self", "label_numbers", "shelf_id", "concurrency", "session", "timeout"]
    told = docstring(full, "full_label_get_many", client)
    assert told.startswith("Any number of values: Read labels by number.\n")
    one_line = "".join(part.strip() for part in told.splitlines())
    assert "每次调用至多 3 个" in one_line
    assert "asked.number 对应到值" in one_line
    listed_arguments = listed(told, "Args")
    assert listed_arguments["label_numbers"] == "必填；任意多个，可以是生成器；标签编号"
    assert listed_arguments["shelf_id"] == "只看这个货架"
    assert section(told, "Returns").strip().startswith(f"{kind}: ")


def test_what_a_call_gives(full: Full) -> None:
    paged = "一页结果，iter_all() 逐个给出本页及后续各页的元素"
    told = {
        name: section(docstring(full, f"full_{name}"), "Returns").replace("\n        ", "").strip()
        for name in ("trade_list", "stock_record", "goods_search", "parcel_save", "note_get")
    }
    assert told == {
        "trade_list": f"types.FullTradeListResponse: {paged}",
        "stock_record": f"types.FullStockRecordResponse: {paged}",
        "goods_search": f"types.FullGoodsSearchResponse: {paged}",
        "parcel_save": "types.FullParcelSaveResponse: 各元素分别成败，见 ok 与 failed",
        "note_get": "types.FullNoteGetResponse: 返回内容",
    }


@pytest.mark.parametrize(
    ("name", "end"),
    [
        (
            "trade_list",
            "API: taobao.full.trade.list，文档编号 901\n"
            "资料：平台文档页 2025-06，最后核对 2026-11-20",
        ),
        (
            "parcel_save",
            "API: taobao.full.parcel.save，文档编号 902\n"
            "资料：平台公告 2026-11-01，最后核对 2026-11-20",
        ),
        (
            "stock_record",
            "API: taobao.full.stock.record，文档编号 903\n资料：公开的客户端代码，日期不详",
        ),
        (
            "goods_search",
            "API: taobao.full.goods.search\n资料：公开的 API 元数据 2024，最后核对 2026-11-20",
        ),
        ("note_get", "API: taobao.full.note.get"),
    ],
)
def test_where_the_facts_come_from(full: Full, name: str, end: str) -> None:
    for client in BOTH:
        assert docstring(full, f"full_{name}", client).split("\n\n")[-1] == end


def test_there_is_no_call_of_a_method_known_by_name_only(full: Full) -> None:
    assert not hasattr(full.client.Client, "full_secret_get")


def test_the_news_of_a_topic_stands_on_its_class(full: Full) -> None:
    for kind in ("topics", "async_topics"):
        trades = full.module(f"{kind}.trades").TradesMethods
        assert (inspect.getdoc(trades) or "").split("\n\n") == [
            "Methods about trades.",
            "交易类 API。",
            "交易类接口将于明年合并",
        ]


# Fields


def test_fields_of_trades(full: Full) -> None:
    assert fields(full, "methods/full_trade_list", "FullTradeListTrade") == {
        "": "一笔交易",
        "trade_id": "交易编号",
        "price": "价格；单位：元；至多 2 位小数",
        "fee": "手续费；单位：分",
        "rate": "佣金率；单位：百分之一（12.34 即 12.34%）",
        "share": "分成；单位：万分之一（1234 即 12.34%）",
        "status": "交易的状态；已知取值：\n\n- 1：已付款\n- 2：已发货",
        "level": "保价；已知取值：\n\n- 1：不保价\n- 2：半保价\n- 3：全保价\n- 4：加倍保价",
        "paid_at": "付款时间；格式：yyyy-MM-dd HH:mm:ss；也可能是 毫秒时间戳 或 yyyy-MM-dd；--、\n"
        "1970-01-01 00:00:00 表示没有值",
        "is_first": "是否首次；Y、1 为真，N、0 为假",
    }


def test_fields_of_stock(full: Full) -> None:
    told = fields(full, "methods/full_stock_record", "FullStockRecordStock")
    values = "- bag：袋子\n- box：纸箱"
    assert told["class_"] == f"包装；只能取：\n\n{values}\n{SIZES}\n注：文档两处写法不同"
    assert told["count"] == "件数；单位：件；取值 0–1000"
    assert told["weight"] == "重量；不小于 0.5（据 taobao.full.goods.search 的文档）"
    assert told["seen_at"] == "最近见到；格式：秒级时间戳；也可能是 yyyy-MM-dd；0 表示没有值"
    assert told["day"] == "入库日；格式：yyyy-MM-dd；也可能是 yyyy-MM-dd HH:mm:ss"
    assert told["note"] == "备注\n\n注：偶有空文本"
    assert told["words"] == "词语；以英文逗号分隔"
    assert told["old"] == "旧编号；已废弃"
    assert [told[name].partition("；")[2] for name in told if name.startswith("wait_")] == [
        "单位：秒",
        "单位：毫秒",
        "单位：分钟",
        "单位：小时",
        "单位：天",
    ]
    assert told["visitors"] == "来访人数；单位：人"
    assert told["things"] == "物件数；单位：个"


def test_shared_objects(full: Full) -> None:
    assert fields(full, "models", "Shelf") == {
        "": "货架",
        "shelf_id": "货架编号",
        "labels": "旧标签；以竖线分隔；已废弃，改读 tags",
        "seen_at": "最近见到；格式：秒级时间戳；也可能是 yyyy-MM-dd；0 表示没有值",
    }
    assert fields(full, "params", "Address") == {
        "": "收件地址",
        "city": "城市",
        "floor": "楼层；取值 -3–200",
    }


def test_the_objects_of_a_request(full: Full) -> None:
    hints = full.module("params").FullParcelSaveRow.__annotations__
    assert {name: hint.__forward_arg__ for name, hint in hints.items()} == {
        "sku_id": "Required[IdLike]",
        "number": "int",
        "class_": "Literal['bag', 'box']",
        "bought_at": "MomentLike",
    }
