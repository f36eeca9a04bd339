"""What the catalogue, which both packages carry for programs, says of every key."""

import json
from typing import Any

import pytest
from tables import every

from full.building import Full

PARCELS, TRADES = "taobao.full.parcel.save", "taobao.full.trade.list"
STOCKS, GOODS = "taobao.full.stock.record", "taobao.full.goods.search"
NOTES, SECRET = "taobao.full.note.get", "taobao.full.secret.get"


@pytest.fixture(scope="module")
def catalogue(full: Full) -> Any:
    text = full.text("client/src/fullkit/catalogue.json")
    assert full.text("mock_server/src/fullkit_stub/catalogue.json") == text
    return json.loads(text)


def test_the_loader_reads_it(full: Full, catalogue: Any) -> None:
    assert full.module("catalogue").catalogue() == catalogue


@every(
    ("name", "told"),
    {
        "class": {
            "type": "string",
            "description": "包装",
            "python_name": "class_",
            "required": True,
            "example": "box",
            "closed": "refused",
            "enum": {"bag": "袋子", "box": "纸箱"},
            "see": ["sizes"],
            "note": "文档两处写法不同",
        },
        "photo": {"type": "bytes", "description": "照片", "required": True},
        "weight": {
            "type": "decimal",
            "description": "重量",
            "required": True,
            "example": "1.25",
            "minimum": 0.5,
            "maximum": 30,
            "scale": 2,
        },
        "fee": {
            "type": "decimal",
            "wire": "number",
            "description": "运费",
            "default": 0.5,
            "example": 9.9,
            "minimum": 0.01,
            "maximum": 99.99,
            "scale": 2,
            "unit": "元",
        },
        "count": {
            "type": "integer",
            "wire": "string",
            "description": "件数",
            "required": None,  # nobody knows
            "default": 1,
            "example": 7,
            "minimum": 1,
            "maximum": 99,
            "unit": "件",
        },
        "is_first": {
            "type": "boolean",
            "wire": "string",
            "truth": {"yes": ["Y", "1"], "no": ["N", "0"]},
            "description": "是否首次",
            "required": None,
            "default": "N",
            "example": "1",
        },
        "fragile": {
            "type": "boolean",
            "wire": "number",
            "truth": {"yes": ["1"], "no": ["0"]},
            "description": "是否易碎",
        },
        "gift": {
            "type": "boolean",
            "description": "是否礼品",
            "example": True,
            "closed": "two_sided",
            "enum": {"true": "是礼品", "false": "不是礼品"},
        },
        "level": {
            "type": "integer",
            "description": "保价",
            "closed": "stated",
            "enum": {"1": "不保价", "2": "半保价", "3": "全保价", "4": "加倍保价"},
        },
        "color": {
            "type": "string",
            "description": "颜色",
            "enum": {"red": "红"},
            "note": "资料未列全",
        },
        "sent_at": {
            "type": "datetime",
            "format": "epoch_ms",
            "description": "寄出时刻",
            "required": None,
        },
        "made_at": {
            "type": "datetime",
            "wire": "number",
            "format": "epoch_s",
            "description": "装箱时刻",
        },
        "minute": {
            "type": "datetime",
            "format": "yyyy-MM-dd HH:mm",
            "description": "取件时刻",
            "example": "2026-01-02 03:04",
        },
        "due": {"type": "date", "format": "yyyy-MM-dd", "description": "期限"},
        "season": {"type": "date", "format": "yyyy-MM", "description": "旺季"},
        "codes": {
            "type": "csv",
            "separator": " ",
            "description": "单号",
            "example": "a b",
            "min_items": 1,
            "max_items": 3,
        },
        "tags": {
            "type": "array",
            "items": {"type": "string"},
            "separator": "|",
            "description": "标签",
            "example": ["新", "急"],
            "min_items": 1,
            "max_items": 2,
        },
        "pieces": {"type": "csv", "separator": "##", "description": "部件"},
        "extra": {
            "type": "json",
            "description": "附加内容",
            "example": '{"a": 1}',
            "taken_from": {"example": "ours"},
        },
        "remark": {
            "type": "string",
            "description": "附言",
            "example": "小心轻放",
            "min_length": 2,
            "max_length": 10,
        },
        "from": {
            "type": "string",
            "description": "寄出地",
            "python_name": "from_place",
            "max_length": 6,
        },
        "address": {
            "type": "object",
            "ref": "Address",
            "description": "地址",
            "example": {"city": "上海"},
        },
        "loose": {"type": "object", "description": "其他内容"},
        "old_code": {
            "type": "string",
            "description": "旧单号",
            "deprecated": True,
            "deprecation": "改用 codes",
        },
        "older_code": {
            "type": "string",
            "description": "更旧的单号",
            "deprecated": True,
            "see": ["rules", "sizes"],
        },
    }.items(),
)
def test_parameters(catalogue: Any, name: str, told: dict[str, Any]) -> None:
    assert catalogue["methods"][PARCELS]["parameters"][name] == told


def test_borrowed_values(catalogue: Any) -> None:
    found = catalogue["methods"][GOODS]["parameters"]
    assert {name: found[name]["taken_from"] for name in found if "taken_from" in found[name]} == {
        "page_size": {"default": TRADES, "minimum": TRADES, "maximum": TRADES},
        "weight": {"example": PARCELS, "minimum": PARCELS, "scale": PARCELS},
        "remark": {"min_length": PARCELS, "max_length": PARCELS},
        "tags": {"min_items": PARCELS, "max_items": PARCELS},
    }


def test_fields(catalogue: Any) -> None:
    data = catalogue["methods"][STOCKS]["fields"]["data"]
    assert (data["name"], data["description"]) == ("StockPage", "一段记录")
    stocks = data["members"]["stocks"]
    assert (stocks["wrapper"], stocks["min_items"], stocks["max_items"]) == ("stock", 1, 100)
    stock = stocks["items"]["members"]
    assert stock["seen_at"] == {
        "type": "datetime",
        "format": "epoch_s",
        "further_formats": ["yyyy-MM-dd"],
        "placeholders": ["0"],
        "description": "最近见到",
    }
    assert stock["weight"] == {
        "type": "decimal",
        "description": "重量",
        "minimum": 0.5,
        "taken_from": {"minimum": GOODS},
    }
    assert stock["moved_at"]["wire"] == "number"
    assert stock["address"]["members"]["class"]["python_name"] == "class_name"
    assert [stock[name]["unit"] for name in stock if name.startswith("wait_")] == [
        "秒",
        "毫秒",
        "分钟",
        "小时",
        "天",
    ]
    trades = catalogue["methods"][TRADES]["fields"]["data"]["members"]["trades"]
    trade = trades["items"]["members"]
    units = {name: trade[name]["unit"] for name in trade if "unit" in trade[name]}
    assert units == {"price": "元", "fee": "分", "rate": "百分之一", "share": "万分之一"}
    others = catalogue["methods"][PARCELS]["fields"]["others"]
    assert (others["wrapper"], others["wrapper_inferred"]) == ("other", True)
    assert catalogue["methods"][PARCELS]["fields"]["shelf"]["ref"] == "Shelf"


def test_rules_between_parameters(catalogue: Any) -> None:
    assert catalogue["methods"][PARCELS]["constraints"] == [
        {"kind": "exactly_one_of", "names": ["sent_at", "made_at"]},
        {"kind": "at_least_one_of", "names": ["codes", "tags"]},
        {"kind": "at_most_one_of", "names": ["day", "month"]},
        {"kind": "together", "names": ["remark", "extra"]},
        {
            "kind": "at_least_one_of",
            "names": ["level"],
            "when": {"class": "bag", "is_first": "Y"},
        },
    ]


def test_pages_and_windows(catalogue: Any) -> None:
    methods = catalogue["methods"]
    assert methods[TRADES]["pagination"] == {
        "style": "page",
        "items": ["data.trades", "data.refunds"],
        "page": "page_no",
        "first": 0,
        "size": "page_size",
        "total": "total",
        "more": "has_next",
    }
    assert methods[STOCKS]["pagination"] == {
        "style": "cursor",
        "items": ["data.stocks"],
        "page": "round",
        "size": "limit",
        "more": "data.more",
        "send": "position",
        "read": "data.next",
        "direction": "way",
    }
    assert methods[GOODS]["pagination"] == {
        "style": "offset",
        "items": ["goods"],
        "offset": "skip",
        "size": "page_size",
        "total": "total",
    }
    assert methods[TRADES]["window"] == {
        "start": "start_time",
        "end": "end_time",
        "longest": 3 * 3600,
        "peak": 20 * 60,
        "peak_days": ["01-02"],
        "too_long": "isv.none",
    }
    assert methods[STOCKS]["window"] == {
        "start": "since",
        "longest": 7 * 86400,
        "within": 36500 * 86400,
        "length": "days",
        "key": "stock_id",
        "changed": "moved_at",
    }


def test_values_that_are_answered_one_by_one(catalogue: Any) -> None:
    assert catalogue["methods"]["taobao.full.label.get"]["batch"] == {
        "values": "numbers",
        "items": "data.labels",
        "key": "asked.number",
    }


def test_outcomes(catalogue: Any) -> None:
    assert catalogue["methods"][PARCELS]["outcome"] == {
        "reply": {"success": "success", "code": "code", "message": "message", "ok": ["0"]},
        "items": {
            "lists": ["results", "others"],
            "code": "code",
            "message": "reason",
            "ok": ["OK", 100],
        },
    }
    assert catalogue["methods"][STOCKS]["outcome"] == {
        "reply": {"code": "code", "ok": ["SUCCESS", "200"]}
    }


@pytest.mark.parametrize(
    ("code", "told"),
    {
        "isp.busy": {
            "message": "系统忙",
            "solution": "过几秒再发",
            "error_class": "temporary",
            "retry": "later",
        },
        "isv.method-limit": {
            "solution": "等待所示秒数",
            "error_class": "rate_limit",
            "retry": "ban",
            "limit": {"scope": "method", "lasts": "told"},
        },
        "isv.no-right": {
            "message": "无权",
            "solution": "先签协议",
            "error_class": "permission",
            "retry": "never",
            "see": ["rules"],
            "note": "文档未写明哪份协议",
        },
    }.items(),
)
def test_errors(catalogue: Any, code: str, told: dict[str, Any]) -> None:
    assert catalogue["methods"][PARCELS]["errors"][code] == told


@every(
    ("method", "facts"),
    {
        TRADES: {
            "title": "全项-交易查询",
            "summary": {"zh": "按时间查询交易", "en": "List the trades of a span of time"},
            "description": "先查交易，再查退款",
            "see": ["rules"],
            "role": "keeper",
            "topic": "trades",
            "coverage": "full",
            "typed": True,
            "session": "optional",
            "idempotent": True,
            "response_complete": True,
            "packages": {
                "381": "https://open.taobao.com/apply.htm?docId=901&id=381",
                "27939": "https://open.taobao.com/apply.htm?docId=901&id=27939",
            },
            "doc": {
                "id": 901,
                "page": "https://open.taobao.com/api.htm?docId=901",
                "verified": "2026-11-20",
                "confidence": "documented",
                "sources": ["a page of trades", "a copy of it"],
                "source": {"kind": "page", "date": "2025-06"},
                "notes": ["两份资料的总数不一致"],
            },
            "sample_note": "样例的编号已改",
        },
        PARCELS: {
            "role": "courier",
            "session": "required",
            "idempotent": False,
            "invitation_only": True,
            "response_complete": True,
        },
        STOCKS: {
            "session": "none",
            "idempotent": True,
            "idempotent_reason": "名为记录，其实只读",
            "doc": {
                "id": 903,
                "page": "https://open.taobao.com/api.htm?docId=903",
                "confidence": "sdk",
                "sources": ["a client library"],
                "source": {"kind": "client"},
            },
        },
        GOODS: {
            "deprecated": True,
            "replaced_by": STOCKS,
            "response_complete": False,  # as its spec says
        },
        NOTES: {
            "coverage": "request",
            "typed": True,
            "session": "unknown",
            "response_complete": False,  # it has no response at all
        },
        SECRET: {
            "coverage": "name",
            "typed": False,
            "session": "unknown",
            "idempotent": False,
            "idempotent_reason": "用途不明，不敢重试",
            "response_complete": False,
            "doc": {"confidence": "inferred", "sources": ["a list of names"]},
        },
    }.items(),
)
def test_facts(catalogue: Any, method: str, facts: dict[str, Any]) -> None:
    found = catalogue["methods"][method]
    assert {name: found[name] for name in facts} == facts


def test_what_is_not_so_is_not_said(catalogue: Any) -> None:
    trades = catalogue["methods"][TRADES]
    assert not {"deprecated", "replaced_by", "invitation_only", "outcome"} & trades.keys()
    assert "sample" in trades
    assert "sample" not in catalogue["methods"][PARCELS]
    assert not {"parameters", "fields"} & catalogue["methods"][SECRET].keys()


def test_the_gateway(catalogue: Any) -> None:
    found = catalogue["platform"]
    assert (found["utc_offset"], found["clock_tolerance"]) == (-19800, 90)
    assert found["checks"] == "21 22 23 25 26 27 31 34 40 41 15".split()
    assert found["gateways"]["sandbox"]["url"] == "https://gw.api.tbsandbox.com/router/rest"
    assert {name: way["algorithm"] for name, way in found["signing"].items()} == {
        "md5": "md5",
        "hmac": "hmac_md5",
        "hmac-sha256": "hmac_sha256",
    }
    (vector,) = found["signing"]["md5"]["vectors"]
    assert (bytes.fromhex(vector["secret_hex"]), vector["sign"]) == (
        b"helloworld",
        "66987CB115214E59E6EC978214934FB8",
    )
    assert found["parameters"]["format"]["closed"] == "refused"
    assert found["errors"]["31"]["retry"] == "clock"
    assert found["sub_errors"]["isp.*-unavailable"]["message"] == "后端不可用"


def test_what_is_shared(catalogue: Any) -> None:
    assert catalogue["packages"] == {"381": {"legacy": True}, "27939": {}}
    assert catalogue["links"] == {
        "rules": {"title": "收寄规则", "url": "https://open.taobao.com/rules.htm?id=1"},
        "sizes": {"title": "尺寸表", "url": "https://open.taobao.com/sizes.htm"},
    }
    assert catalogue["objects"]["Address"]["side"] == "request"
    assert catalogue["objects"]["Shelf"]["members"]["labels"] == {
        "type": "csv",
        "separator": "|",
        "description": "旧标签",
        "deprecated": True,
        "deprecation": "改读 tags",
    }
    assert catalogue["titles"][1:4] == [
        {
            "title": "全项-包裹保存",
            "method": PARCELS,
            "doc_id": 902,
            "note": "平台的列表里写作包裹提交",
        },
        {"title": "尚无文档"},
        {"title": "库存记录", "method": STOCKS, "doc_id": 903, "listed": False},
    ]


def test_the_product(catalogue: Any) -> None:
    found = catalogue["product"]
    assert found["title"] == {"zh": "全项", "en": "Every key"}
    assert found["client"]["distribution"] == "full-kit"
    assert found["guides"] == {
        "orders": TRADES,
        "search": STOCKS,
        "materials": GOODS,
        "convert": STOCKS,
        "passcode": PARCELS,
        "items": "taobao.full.label.get",
        "register": PARCELS,
        "registered": GOODS,
    }
    assert found["first_call"] == {
        "method": STOCKS,
        "arguments": {"since": "1767225600", "limit": 2, "rate": "0.5", "all": True},
        "show": ["data.next"],
    }
    assert catalogue["words"]["topics"]["trades"] == {
        "zh": "交易",
        "en": "trades",
        "note": "交易类接口将于明年合并",
    }
    assert catalogue["words"]["roles"]["courier"] == {"zh": "快递员", "en": "couriers"}


@every(
    ("table", "labels"),
    {
        "units": {
            "元": "元",
            "分": "分",
            "秒": "秒",
            "毫秒": "毫秒",
            "分钟": "分钟",
            "小时": "小时",
            "天": "天",
            "百分之一": "百分之一（12.34 即 12.34%）",
            "万分之一": "万分之一（1234 即 12.34%）",
            "件": "件",
            "次": "次",
            "人": "人",
            "个": "个",
        },
        "separators": {
            ",": "英文逗号",
            " ": "空格",
            ";": "英文分号",
            "|": "竖线",
            "&": "&",
        },
        "retries": {
            "never": "不重试",
            "later": "稍后重试",
            "ban": "按提示的秒数等待后重试",
            "clock": "校准时钟后重试",
            "sub_code": "由 sub_code 决定",
        },
        "sessions": {
            "none": "不需要",
            "optional": "可选",
            "required": "必需",
            "unknown": "资料未说明",
        },
        "coverages": {"full": "请求与返回", "request": "仅请求", "name": "仅名称"},
        "confidences": {"documented": "平台文档", "sdk": "公开的 SDK", "inferred": "名称为推测"},
        "closings": {
            "stated": "文档写明只有这些",
            "refused": "其他值会被拒绝",
            "two_sided": "非此即彼",
        },
        "source_kinds": {
            "page": "平台文档页",
            "metadata": "公开的 API 元数据",
            "client": "公开的客户端代码",
            "announcement": "平台公告",
        },
    }.items(),
)
def test_words(catalogue: Any, table: str, labels: dict[str, str]) -> None:
    found = catalogue["words"][table]
    assert {word: found[word]["zh"] for word in found} == labels
