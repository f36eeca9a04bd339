"""What the OpenAPI document says of every key, and which values its schemas refuse."""

from decimal import Decimal
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from tables import every

from full.building import Full

SIZES = {"url": "https://open.taobao.com/sizes.htm", "description": "尺寸表"}
RULES = {"url": "https://open.taobao.com/rules.htm?id=1", "description": "收寄规则"}
SEE_SIZES = "参见 尺寸表 <https://open.taobao.com/sizes.htm>"
SEE_RULES = "参见 收寄规则 <https://open.taobao.com/rules.htm?id=1>"
FORM = "application/x-www-form-urlencoded"


@pytest.fixture(scope="module")
def document(full: Full) -> Any:
    return yaml.load(full.text("openapi.yaml"), yaml.CSafeLoader)


def operation(document: Any, method: str) -> Any:
    return document["paths"][f"/router/rest#taobao.full.{method}"]["post"]


def form(document: Any, method: str, media: str = FORM) -> Any:
    schema = operation(document, method)["requestBody"]["content"][media]["schema"]
    return schema["allOf"][1]


def parcel(document: Any) -> Any:
    return form(document, "parcel.save", "multipart/form-data")


def content(document: Any, name: str) -> Any:
    """The schema of what stands inside the root of a reply."""
    (root,) = document["components"]["schemas"][f"Full{name}Reply"]["properties"].values()
    return root["properties"]


def stock(document: Any) -> Any:
    stocks = content(document, "StockRecord")["data"]["properties"]["stocks"]
    return stocks["properties"]["stock"]["items"]["properties"]


def trade(document: Any) -> Any:
    trades = content(document, "TradeList")["data"]["properties"]["trades"]
    return trades["properties"]["trade"]["items"]["properties"]


def accepts(document: Any, schema: Any, value: Any) -> bool:
    whole = {**schema, "components": document["components"]}
    return bool(Draft202012Validator(whole).is_valid(value))


# Parameters


PARAMETERS: dict[str, dict[str, Any]] = {
    "class": {
        "type": "string",
        "enum": ["bag", "box"],
        "description": f"包装；只能取：bag 袋子、box 纸箱；{SEE_SIZES}；注：文档两处写法不同",
        "externalDocs": SIZES,
        "x-full-values": {"bag": "袋子", "box": "纸箱"},
        "examples": ["box"],
    },
    "photo": {"type": "string", "format": "binary", "description": "照片"},
    "weight": {
        "type": "string",
        "description": "重量；取值 0.5–30；至多 2 位小数",
        "examples": ["1.25"],
    },
    "fee": {
        "type": "number",
        "minimum": 0.01,
        "maximum": 99.99,
        "default": 0.5,
        "description": "运费；单位：元；至多 2 位小数",
        "examples": [9.9],
    },
    "count": {
        "type": "string",
        "default": "1",
        "description": "件数；单位：件；取值 1–99",
        "examples": ["7"],
    },
    "is_first": {
        "type": "string",
        "enum": ["Y", "1", "N", "0"],
        "default": "N",
        "description": "是否首次；Y、1 为真，N、0 为假",
        "examples": ["1"],
    },
    "fragile": {
        "type": "integer",
        "enum": [1, 0],
        "description": "是否易碎；1 为真，0 为假",
    },
    "gift": {
        "type": "boolean",
        "enum": [True, False],
        "description": "是否礼品；只能取：true 是礼品、false 不是礼品",
        "x-full-values": {"true": "是礼品", "false": "不是礼品"},
        "examples": [True],
    },
    "level": {
        "type": "integer",
        "enum": [1, 2, 3, 4],
        "description": "保价；只能取：1 不保价、2 半保价、3 全保价、4 加倍保价",
        "x-full-values": {"1": "不保价", "2": "半保价", "3": "全保价", "4": "加倍保价"},
    },
    "color": {
        "type": "string",
        "description": "颜色；已知取值：red 红；注：资料未列全",
        "x-full-values": {"red": "红"},
        "examples": ["red"],
    },
    "sent_at": {
        "type": "string",
        "pattern": r"^\d{1,13}$",
        "description": "寄出时刻；格式：毫秒时间戳",
    },
    "made_at": {"type": "integer", "description": "装箱时刻；格式：秒级时间戳"},
    "minute": {
        "type": "string",
        "pattern": r"^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$",
        "description": "取件时刻；格式：yyyy-MM-dd HH:mm",
        "examples": ["2026-01-02 03:04"],
    },
    "stamp": {
        "type": "string",
        "pattern": r"^\d{14}$",
        "description": "盖章时刻；格式：yyyyMMddHHmmss",
    },
    "due": {
        "type": "string",
        "pattern": r"^\d{4}-\d{2}-\d{2}$",
        "description": "期限；格式：yyyy-MM-dd",
    },
    "day": {
        "type": "string",
        "pattern": r"^\d{8}$",
        "description": "入库日；格式：yyyyMMdd",
        "examples": ["20260102"],
    },
    "month": {"type": "string", "pattern": r"^\d{6}$", "description": "账期；格式：yyyyMM"},
    "season": {
        "type": "string",
        "pattern": r"^\d{4}-\d{2}$",
        "description": "旺季；格式：yyyy-MM",
    },
    "codes": {
        "type": "string",
        "description": "单号；以空格分隔；1–3 个元素",
        "examples": ["a b"],
    },
    "tags": {
        "type": "string",
        "description": "标签；以竖线分隔；1–2 个元素",
        "examples": ["新|急"],
    },
    "marks": {"type": "string", "description": "记号；以&分隔"},
    "letters": {"type": "string", "description": "字母；以英文分号分隔"},
    "pieces": {"type": "string", "description": "部件；以##分隔"},
    "extra": {
        "type": "string",
        "contentMediaType": "application/json",
        "description": "附加内容；示例（自拟）",
        "examples": ['{"a": 1}'],
    },
    "remark": {
        "type": "string",
        "minLength": 2,
        "maxLength": 10,
        "description": "附言",
        "examples": ["小心轻放"],
    },
    "receiver_id": {"type": "string", "description": "收件人编号"},
    "from": {"type": "string", "maxLength": 6, "description": "寄出地"},
    "address": {
        "type": "string",
        "contentMediaType": "application/json",
        "description": "地址",
        "contentSchema": {"$ref": "#/components/schemas/Address"},
    },
    "loose": {
        "type": "string",
        "contentMediaType": "application/json",
        "description": "其他内容",
        "contentSchema": {"type": "object"},
    },
    "old_code": {"type": "string", "description": "旧单号；改用 codes", "deprecated": True},
    "older_code": {
        "type": "string",
        "description": f"更旧的单号；{SEE_RULES}、尺寸表 <https://open.taobao.com/sizes.htm>",
        "deprecated": True,
        "externalDocs": RULES,
    },
}


@every("name", PARAMETERS)
def test_parameters(document: Any, name: str) -> None:
    assert parcel(document)["properties"][name] == PARAMETERS[name]


def test_required_parameters(document: Any) -> None:
    assert parcel(document)["required"] == ["method", "class", "photo", "weight"]
    assert form(document, "note.get")["required"] == ["method"]  # unknown is not required
    assert form(document, "trade.list")["required"] == ["method", "start_time", "end_time"]
    assert form(document, "note.get")["properties"]["method"] == {
        "type": "string",
        "const": "taobao.full.note.get",
        "description": "API 全名",
    }


def test_the_objects_of_a_request(document: Any) -> None:
    rows = parcel(document)["properties"]["rows"]
    assert (rows["type"], rows["contentMediaType"]) == ("string", "application/json")
    items = rows["contentSchema"]["items"]
    assert (rows["contentSchema"]["type"], items["title"], items["required"]) == (
        "array",
        "Row",
        ["sku_id"],
    )
    assert items["properties"]["sku_id"] == {
        "type": "integer",
        "description": "规格编号",
        "examples": [88],
    }
    assert items["properties"]["number"] == {
        "type": "integer",
        "minimum": 1,
        "description": "数量",
    }
    assert items["properties"]["class"]["enum"] == ["bag", "box"]
    assert document["components"]["schemas"]["Address"] == {
        "description": "收件地址",
        "type": "object",
        "required": ["city"],
        "properties": {
            "city": {"type": "string", "description": "城市", "examples": ["杭州"]},
            "floor": {"type": "integer", "minimum": -3, "maximum": 200, "description": "楼层"},
        },
    }


def test_defaults_and_borrowed_values(document: Any) -> None:
    found = form(document, "goods.search")["properties"]
    trades = "（据 taobao.full.trade.list 的文档）"
    parcels = "（据 taobao.full.parcel.save 的文档）"
    assert found["page_size"] == {
        "type": "integer",
        "minimum": 1,
        "maximum": 50,
        "default": 3,
        "description": f"每页条数；取值 1–50{trades}；默认 3{trades}",
    }
    assert found["weight"]["description"] == (
        f"重量；不小于 0.5{parcels}；不大于 30；至多 2 位小数；示例{parcels}"
    )
    assert found["remark"]["description"] == f"附言；2–10 个字符{parcels}"
    assert found["tags"]["description"] == f"标签；以竖线分隔；1–2 个元素{parcels}"
    assert form(document, "trade.list")["properties"]["status"] == {
        "type": "integer",
        "default": 1,
        "description": "状态；已知取值：1 已付款、2 已发货",
        "x-full-values": {"1": "已付款", "2": "已发货"},
        "examples": [2, 1],
    }
    assert form(document, "trade.list")["properties"]["page_no"]["default"] == 0
    assert form(document, "stock.record")["properties"]["all"] == {
        "type": "boolean",
        "default": True,
        "description": "是否全部",
    }


@every(
    ("name", "good", "bad"),
    [
        ("class", ["bag"], ["sack", 1]),
        ("weight", ["0.5"], [1.25]),
        ("fee", [0.01, 9.9, 50], [0, 0.001, 100, "9.9"]),
        ("count", ["7"], [7]),
        ("is_first", ["Y", "0"], ["yes", True, 1]),
        ("fragile", [1, 0], [2, "1"]),
        ("gift", [True], ["true", 1]),
        ("level", [1, 4], [0, 5, "1"]),
        ("color", ["red", "blue"], [1]),  # an open list: others pass
        ("sent_at", ["1718731800000"], ["2024-06-18 12:00:00", "17187318000000", 1]),
        ("made_at", [1718731800], ["1718731800", 1.5]),
        ("minute", ["2026-01-02 03:04"], ["2026-01-02 03:04:05"]),
        ("stamp", ["20260102030405"], ["202601020304"]),
        ("due", ["2026-01-02"], ["20260102"]),
        ("day", ["20260102"], ["2026-01-02"]),
        ("month", ["202601"], ["2026-01"]),
        ("season", ["2026-01"], ["202601"]),
        ("codes", ["a b"], [["a"]]),
        ("tags", ["新|急"], [["新"]]),
        ("remark", ["小心", "一二三四五六七八九十"], ["轻", "一二三四五六七八九十一"]),
        ("from", ["", "一二三四五六"], ["一二三四五六七"]),
        ("rows", ['[{"sku_id": 1}]'], [[{"sku_id": 1}]]),
    ],
)
def test_values_of_parameters(document: Any, name: str, good: list[Any], bad: list[Any]) -> None:
    schema = parcel(document)["properties"][name]
    assert [value for value in good if not accepts(document, schema, value)] == []
    assert [value for value in bad if accepts(document, schema, value)] == []


@every(
    ("method", "name", "good", "bad"),
    [
        ("trade.list", "page_no", [0, 9], [-1, 10]),
        ("trade.list", "page_size", [1, 50], [0, 51]),
        (
            "trade.list",
            "start_time",
            ["2026-01-01 00:00:00"],
            ["2026-01-01T00:00:00"],
        ),
        ("stock.record", "since", ["1767225600"], [1767225600, "1767225600000"]),
        ("stock.record", "limit", [1], [0, 1.5]),
        ("goods.search", "skip", [0], [-1]),
    ],
)
def test_values_of_other_methods(
    document: Any, method: str, name: str, good: list[Any], bad: list[Any]
) -> None:
    schema = form(document, method)["properties"][name]
    assert [value for value in good if not accepts(document, schema, value)] == []
    assert [value for value in bad if accepts(document, schema, value)] == []


def test_members_of_objects_are_checked(document: Any) -> None:
    address = {"$ref": "#/components/schemas/Address"}
    assert accepts(document, address, {"city": "杭州", "floor": -3})
    assert not accepts(document, address, {"floor": 1})
    assert not accepts(document, address, {"city": "杭州", "floor": -4})
    rows = parcel(document)["properties"]["rows"]["contentSchema"]
    assert accepts(document, rows, [{"sku_id": 1, "number": 1, "class": "bag"}])
    assert not accepts(document, rows, [{"sku_id": 1, "number": 0}])
    assert not accepts(document, rows, [{"number": 1}])
    assert not accepts(document, rows, [{"sku_id": 1, "class": "sack"}])


# Fields


@every(
    ("name", "schema"),
    {
        "stock_id": {"type": "string", "description": "记录编号", "examples": ["5"]},
        "class": {
            "type": "string",  # no list of values: a reply may hold others
            "description": f"包装；只能取：bag 袋子、box 纸箱；{SEE_SIZES}；注：文档两处写法不同",
            "externalDocs": SIZES,
            "x-full-values": {"bag": "袋子", "box": "纸箱"},
        },
        "count": {"type": "string", "description": "件数；单位：件；取值 0–1000"},
        "price": {
            "type": "string",
            "description": "价格；单位：元；至多 2 位小数",
            "examples": ["3.5"],
        },
        "cost": {"type": "number", "description": "成本；至多 1 位小数", "examples": [2.5]},
        "weight": {
            "type": "string",
            "description": "重量；不小于 0.5（据 taobao.full.goods.search 的文档）",
        },
        "shelf": {"$ref": "#/components/schemas/Shelf", "description": "货架"},
        "is_open": {
            "type": "boolean",
            "description": f"是否开放；只能取：true 开、false 关；{SEE_SIZES}",
            "externalDocs": SIZES,
            "x-full-values": {"true": "开", "false": "关"},
            "examples": [False],
        },
        "tags": {
            "type": "object",
            "properties": {"string": {"type": "array", "items": {"type": "string"}}},
            "description": "标签",
        },
        "seen_at": {
            "type": "string",
            "description": "最近见到；格式：秒级时间戳；也可能是 yyyy-MM-dd；0 表示没有值",
        },
        "moved_at": {"type": "integer", "description": "移动时刻；格式：毫秒时间戳"},
        "day": {
            "type": "string",
            "description": "入库日；格式：yyyy-MM-dd；也可能是 yyyy-MM-dd HH:mm:ss",
        },
        "note": {
            "type": "string",
            "description": "备注；注：偶有空文本",
            "examples": ['{"k": [1]}'],
        },
        "words": {"type": "string", "description": "词语；以英文逗号分隔"},
        "address": {
            "description": "位置",
            "title": "Place",
            "type": "object",
            "properties": {
                "hall": {"type": "string", "description": "馆"},
                "class": {"type": "string", "description": "馆的类别"},
            },
        },
        "old": {"type": "string", "description": "旧编号", "deprecated": True},
        "wait_s": {"type": "integer", "description": "等待秒数；单位：秒"},
        "wait_ms": {"type": "integer", "description": "等待毫秒数；单位：毫秒"},
        "wait_m": {"type": "integer", "description": "等待分钟数；单位：分钟"},
        "wait_h": {"type": "integer", "description": "等待小时数；单位：小时"},
        "wait_d": {"type": "integer", "description": "等待天数；单位：天"},
        "visitors": {"type": "integer", "description": "来访人数；单位：人"},
        "things": {"type": "integer", "description": "物件数；单位：个"},
    }.items(),
)
def test_fields_of_stock(document: Any, name: str, schema: dict[str, Any]) -> None:
    assert stock(document)[name] == schema


def test_fields_of_other_replies(document: Any) -> None:
    assert trade(document)["trade_id"] == {"type": "integer", "description": "交易编号"}
    assert trade(document)["rate"]["description"] == "佣金率；单位：百分之一（12.34 即 12.34%）"
    assert trade(document)["share"]["description"] == "分成；单位：万分之一（1234 即 12.34%）"
    assert trade(document)["fee"]["description"] == "手续费；单位：分"
    assert trade(document)["paid_at"] == {
        "type": "string",
        "description": "付款时间；格式：yyyy-MM-dd HH:mm:ss；也可能是 毫秒时间戳 或 yyyy-MM-dd；"
        "--、1970-01-01 00:00:00 表示没有值",
    }
    assert content(document, "TradeList")["has_next"]["type"] == "string"
    assert content(document, "StockRecord")["data"]["properties"]["more"] == {
        "type": "integer",
        "description": "后面是否还有；1 为真，0 为假",
    }
    assert content(document, "ParcelSave")["code"] == {"type": "integer", "description": "结果码"}
    assert content(document, "ParcelSave")["rest"] == {
        "type": "object",
        "description": "成员未知的对象",
    }
    assert content(document, "ParcelSave")["message"]["description"] == "失败的原因；1–20 个字符"
    assert [*content(document, "NoteGet")] == ["request_id"]
    shelf = document["components"]["schemas"]["Shelf"]
    assert (shelf["description"], shelf["properties"]["labels"]) == (
        "货架",
        {"type": "string", "description": "旧标签；以竖线分隔；改读 tags", "deprecated": True},
    )


@pytest.mark.parametrize("method", ["trade_list", "stock_record", "parcel_save", "goods_search"])
def test_sample_replies_satisfy_the_document(full: Full, document: Any, method: str) -> None:
    content = full.json(
        f"mock_server/src/fullkit_stub/data/taobao.full.{method.replace('_', '.')}.json"
    )["response"]
    name = "".join(word.title() for word in method.split("_"))
    schema = {"$ref": f"#/components/schemas/Full{name}Reply"}
    assert accepts(document, schema, {f"full_{method}_response": content})


# Operations


def extensions(document: Any, method: str) -> dict[str, Any]:
    found = operation(document, method)
    return {key.removeprefix("x-full-"): found[key] for key in found if key.startswith("x-full-")}


def test_facts_of_a_list(document: Any) -> None:
    apply = "https://open.taobao.com/apply.htm?docId=901&id="
    assert extensions(document, "trade.list") == {
        "role": "keeper",
        "session": "optional",
        "packages": [
            {"id": "27939", "page": f"{apply}27939"},
            {"id": "381", "page": f"{apply}381", "legacy": True},
        ],
        "idempotent": True,
        "coverage": "full",
        "confidence": "documented",
        "source": {"kind": "page", "date": "2025-06"},
        "verified": "2026-11-20",
        "doc-id": 901,
        "notes": ["两份资料的总数不一致"],
        "errors": {
            "isp.busy": {
                "message": "系统忙",
                "solution": "过几秒再发",
                "class": "temporary",
                "retry": "later",
            },
            "isv.none": {
                "message": "没有交易",
                "solution": "换一段时间",
                "class": "not_found",
                "retry": "never",
            },
        },
    }


def test_facts_of_other_methods(document: Any) -> None:
    assert extensions(document, "stock.record") == {
        "role": "keeper",
        "session": "none",
        "idempotent": True,
        "idempotent-reason": "名为记录，其实只读",
        "coverage": "full",
        "confidence": "sdk",
        "source": {"kind": "client"},
        "doc-id": 903,
    }
    assert extensions(document, "note.get") == {
        "role": "keeper",
        "session": "unknown",
        "idempotent": True,
        "coverage": "request",
        "confidence": "documented",
    }
    goods = extensions(document, "goods.search")
    assert goods["replaced-by"] == "taobao.full.stock.record"
    assert (goods["session"], goods["idempotent"]) == ("required", True)
    assert goods["source"] == {"kind": "metadata", "date": "2024"}
    parcels = extensions(document, "parcel.save")
    assert (parcels["role"], parcels["session"], parcels["idempotent"]) == (
        "courier",
        "required",
        False,
    )
    assert parcels["source"] == {"kind": "announcement", "date": "2026-11-01"}


def test_rules_and_errors_of_a_method(document: Any) -> None:
    found = extensions(document, "parcel.save")
    assert found["constraints"] == [
        {"exactly_one_of": ["sent_at", "made_at"]},
        {"at_least_one_of": ["codes", "tags"]},
        {"at_most_one_of": ["day", "month"]},
        {"together": ["remark", "extra"]},
        {"at_least_one_of": ["level"], "when": {"class": "bag", "is_first": "Y"}},
    ]
    assert {
        code: (error["class"], error["retry"], error.get("limit"))
        for code, error in found["errors"].items()
    } == {
        "isp.busy": ("temporary", "later", None),
        "9100": ("rate_limit", "later", {"scope": "account", "lasts": "shortly"}),
        "3000": ("rate_limit", "never", {"scope": "account", "lasts": "today"}),
        "isv.app-limit": ("rate_limit", "later", {"scope": "app", "lasts": "unknown"}),
        "isv.method-limit": ("rate_limit", "ban", {"scope": "method", "lasts": "told"}),
        "isv.user-limit": ("rate_limit", "later", {"scope": "user", "lasts": "shortly"}),
        "isv.partner-limit": ("rate_limit", "never", {"scope": "partner", "lasts": "unknown"}),
        "isv.no-right": ("permission", "never", None),
        "isv.bad-session": ("session", "never", None),
        "isv.bad-weight": ("argument", "never", None),
        "isv.closed-*": ("business", "never", None),
    }
    assert found["errors"]["isv.no-right"] == {
        "message": "无权",
        "solution": "先签协议",
        "class": "permission",
        "retry": "never",
        "see": [{"title": "收寄规则", "url": "https://open.taobao.com/rules.htm?id=1"}],
        "note": "文档未写明哪份协议",
    }


def test_what_is_said_of_an_operation(document: Any) -> None:
    found = operation(document, "trade.list")
    assert found["summary"] == "全项-交易查询"
    assert found["description"] == (
        f"按时间查询交易\n\nList the trades of a span of time\n\n先查交易，再查退款\n\n{SEE_RULES}"
    )
    assert found["externalDocs"] == RULES
    assert found["tags"] == ["trades"]
    assert "deprecated" not in found
    assert operation(document, "goods.search")["deprecated"] is True
    assert "/router/rest#taobao.full.secret.get" not in document["paths"]


def test_the_head_of_the_document(document: Any) -> None:
    assert document["info"]["version"] == "2.0.0rc1"
    assert document["info"]["license"]["identifier"] == "CC0-1.0"
    assert document["servers"] == [
        {"url": "https://eco.taobao.com", "description": "正式环境"},
        {"url": "https://gw.api.tbsandbox.com", "description": "沙箱环境"},
    ]
    assert document["tags"] == [
        {"name": "trades", "description": "交易\n\n交易类接口将于明年合并"},
        {"name": "goods", "description": "货物"},
    ]


def test_public_parameters(document: Any) -> None:
    public = document["components"]["schemas"]["PublicParameters"]
    assert public["required"] == ["app_key", "sign_method", "sign", "timestamp", "v"]
    assert public["properties"]["format"] == {
        "type": "string",
        "enum": ["json", "xml"],
        "default": "xml",
        "description": "返回格式；只能取：json 文本、xml 标记",
        "x-full-values": {"json": "文本", "xml": "标记"},
    }
    assert "enum" not in public["properties"]["sign_method"]
    assert public["properties"]["simplify"] == {
        "type": "boolean",
        "default": False,
        "description": "是否精简",
    }
    codes = document["components"]["schemas"]["ErrorReply"]["properties"]["error_response"]
    assert codes["properties"]["code"]["description"].startswith(
        "错误码：7 App Call Limited、11 Insufficient isv permissions、15 Remote service error、"
    )


def test_numbers_are_written_as_they_are(full: Full) -> None:
    line = next(line for line in full.text("openapi.yaml").splitlines() if " fee: {" in line)
    assert "minimum: 0.01, maximum: 99.99, default: 0.5" in line
    assert Decimal("99.99") == Decimal(line.split("maximum: ")[1].split(",")[0])
