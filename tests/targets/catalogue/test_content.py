"""Everything that the IR says is in the catalogue, in the form that the loader tells."""

import dataclasses
import json
from decimal import Decimal
from typing import Any

import pytest
import real

from generator.spec import language
from generator.spec.ir import Spec
from generator.targets.catalogue import TARGET
from targets.catalogue import everything, reading

CLIENT = "client/src/taobaoke/catalogue.json"
MOCK = "mock_server/src/taobaoke_mock/catalogue.json"

TABLES = {
    "types": {**language.SCALARS, **language.CONTAINERS},
    "formats": language.TIME_FORMATS,
    "units": language.UNITS,
    "separators": language.SEPARATORS,
    "constraints": language.CONSTRAINTS,
    "retries": language.RETRIES,
    "sessions": language.SESSIONS,
    "coverages": language.COVERAGES,
    "confidences": language.CONFIDENCES,
    "error_classes": language.ERROR_CLASSES,
    "limit_scopes": language.LIMIT_SCOPES,
    "limit_spans": language.LIMIT_SPANS,
    "closings": language.CLOSINGS,
    "source_kinds": language.SOURCE_KINDS,
}


def catalogue_of(spec: Spec) -> Any:
    return json.loads(real.rendered(TARGET, spec)[CLIENT], parse_float=Decimal)


@pytest.fixture(scope="module", params=["real", "full"])
def spec(request: pytest.FixtureRequest) -> Spec:
    """The real specs, and a method that uses every part of the language."""
    if request.param == "real":
        return real.spec()
    return dataclasses.replace(real.spec(), apis=(everything.METHOD,), links=everything.LINKS)


@pytest.fixture(scope="module")
def told(spec: Spec) -> Any:
    return catalogue_of(spec)


def test_every_fact_of_every_method_is_told(spec: Spec, told: Any) -> None:
    python_names = {name: method["python_name"] for name, method in told["methods"].items()}
    assert list(told["methods"]) == [api.method for api in spec.apis]
    for api in spec.apis:
        entry = told["methods"][api.method]
        assert reading.method(api.method, entry, python_names, told) == reading.ir(api)
        assert entry["typed"] is api.typed


def test_every_fact_beside_the_methods_is_told(spec: Spec, told: Any) -> None:
    read = {
        "product": reading.product(told["product"], told["words"]),
        "platform": reading.platform(told["platform"], told["links"]),
        "titles": [reading.title(title) for title in told["titles"]],
        "types": [
            reading.shared_object(name, one, told["links"]) for name, one in told["objects"].items()
        ],
        "links": [{"name": name, **link} for name, link in told["links"].items()],
    }
    facts = reading.fields_of(spec)
    facts["types"] = [reading.fields_of(type_) for type_ in spec.types]
    assert {**read, "apis": facts["apis"]} == facts


def test_every_word_is_told_with_its_labels(spec: Spec, told: Any) -> None:
    words = told["words"]
    for name, table in TABLES.items():
        for word, given in zip(table.values(), words[name].values(), strict=True):
            facts = {k: v for k, v in dataclasses.asdict(word).items() if v is not None}
            facts.pop("wires", None)  # What specs may say is for their checks alone.
            assert {"name": word.name, "label": given["zh"], "meaning": given["en"]} | {
                key: value for key, value in given.items() if key not in ("zh", "en")
            } == facts
        assert list(words[name]) == list(table)
    assert words.keys() == {*TABLES, "roles", "topics"}
    for name, rows in (("roles", spec.product.roles), ("topics", spec.product.topics)):
        assert {key: {**row, "note": row.get("note")} for key, row in words[name].items()} == {
            row.name: {
                "zh": row.words.zh.reveal(),
                "en": row.words.en.reveal(),
                "note": note.reveal() if (note := getattr(row, "note", None)) else None,
            }
            for row in rows
        }


def test_a_method_in_full() -> None:
    spec = dataclasses.replace(
        real.spec(), apis=(everything.METHOD,), links=everything.LINKS, types=()
    )
    told = catalogue_of(spec)
    assert told["links"] == {"rules": {"title": "规则", "url": "https://pub.alimama.com/rules"}}
    assert told["packages"] == {"11": {}, "27": {"legacy": True}}
    assert told["methods"]["taobao.tbk.image.upload"] == {
        "python_name": "tbk_image_upload",
        "class_prefix": "TbkImageUpload",
        "root": "tbk_image_upload_response",
        "title": "图片上传",
        "summary": {"zh": "上传一张图片", "en": "Upload an image"},
        "role": "common",
        "topic": "content",
        "coverage": "full",
        "typed": True,
        "session": "none",
        "see": ["rules"],
        "packages": {"27": "https://open.taobao.com/api.htm?docId=1&scopeId=27", "11": None},
        "idempotent": True,
        "idempotent_reason": "同一图片只存一份",
        "invitation_only": True,
        "doc": {
            "page": "https://x/doc?id=1",
            "verified": "2026-11-01",
            "confidence": "documented",
            "sources": ["a page"],
            "source": {"kind": "page", "date": "2025-10"},
            "notes": ["来源不一"],
        },
        "parameters": {
            "image": {"type": "bytes", "required": True, "description": "图片文件"},
            "at": {
                "type": "datetime",
                "format": "epoch_ms",
                "example": "1767225600000",
                "required": None,
                "description": "拍摄的时刻",
                "taken_from": {"example": "ours"},
            },
            "rate": {
                "type": "decimal",
                "minimum": Decimal("0.01"),
                "maximum": 1,
                "scale": 2,
                "default": "0.5",
                "description": "比率",
                "unit": "百分之一",
                "taken_from": {"default": "taobao.tbk.other.get"},
            },
            "off": {
                "type": "boolean",
                "wire": "string",
                "truth": {"yes": ["1", "true"], "no": ["0"]},
                "default": False,
                "description": "是否关闭",
            },
            "kind": {
                "type": "string",
                "enum": {"a": "甲", "b": "乙"},
                "closed": "stated",
                "description": "类别",
                "see": ["rules"],
                "note": "未证实",
            },
            "ids": {
                "type": "array",
                "items": {"type": "string"},
                "max_items": 3,
                "separator": ";",
                "description": "商品编号",
            },
            "class": {"type": "string", "python_name": "class_", "description": "图片类别"},
            "depth": {"type": "integer", "minimum": 0, "default": 0, "description": "深度"},
        },
        "constraints": [
            {"kind": "exactly_one_of", "names": ["at", "rate"]},
            {"kind": "together", "names": ["rate", "ids"], "when": {"class": "cover"}},
        ],
        "window": {"start": "at", "longest": 10800},
        "batch": {"values": "ids", "items": "failures", "key": "code"},
        "fields": {
            "code": {"type": "string", "wire": "number", "description": "结果码"},
            "made_at": {
                "type": "datetime",
                "format": "yyyy-MM-dd HH:mm:ss",
                "further_formats": ["epoch_ms", "yyyy-MM-dd"],
                "placeholders": ["--", ""],
                "description": "处理的时刻",
            },
            "failures": {
                "type": "array",
                "wrapper": "failure",
                "wrapper_inferred": True,
                "description": "失败的条目",
                "items": {
                    "type": "object",
                    "name": "Failure",
                    "description": "一个失败",
                    "members": {
                        "old": {
                            "type": "string",
                            "deprecated": True,
                            "deprecation": "已停用",
                            "description": "旧的编号",
                        },
                    },
                },
            },
            "rest": {"type": "object", "description": "成员未知的对象"},
        },
        "response_complete": False,
        "pagination": {
            "style": "offset",
            "items": ["failures", "rest"],
            "offset": "depth",
            "first": 0,
            "size": "rate",
        },
        "outcome": {
            "reply": {"success": "success", "code": "code", "ok": ["0"]},
            "items": {"lists": ["failures"], "code": "code", "message": "reason", "ok": ["OK"]},
        },
        "errors": {
            "9100": {
                "message": "太快",
                "solution": "慢些",
                "error_class": "rate_limit",
                "retry": "later",
                "limit": {"scope": "account", "lasts": "shortly"},
                "see": ["rules"],
                "note": "次数未说明",
            },
            "isv.*-too-big": {
                "solution": "压缩后再传",
                "error_class": "argument",
                "retry": "never",
            },
        },
        "sample": {"code": 0},
        "sample_note": "样例改过",
    }


def test_how_to_page_and_what_span_to_ask_for() -> None:
    method = catalogue_of(real.spec())["methods"]["taobao.tbk.order.details.get"]
    assert method["pagination"] == {
        "style": "cursor",
        "items": ["data.results"],
        "page": "page_no",
        "size": "page_size",
        "more": "data.has_next",
        "send": "position_index",
        "read": "data.position_index",
        "direction": "jump_type",
    }
    assert method["window"] == {
        "start": "start_time",
        "end": "end_time",
        "longest": 10800,
        "peak": 1200,
        "peak_days": ["06-18", "11-11"],
        "within": 7776000,
        "too_long": "2007",
        "key": "trade_id",
        "changed": "modified_time",
    }


def test_packages_are_told_once_with_all_old_ones_marked() -> None:
    spec = real.spec()
    told = catalogue_of(spec)
    packages = {one.id: one.legacy for api in spec.apis for one in api.auth.packages}
    assert {id_: one.get("legacy", False) for id_, one in told["packages"].items()} == packages
    assert any(packages.values())
    assert not all(packages.values())


def test_both_packages_have_the_same_bytes_on_one_line() -> None:
    files = real.rendered(TARGET, real.spec())
    assert files[CLIENT] == files[MOCK]
    assert files[CLIENT].count(b"\n") == 1
    assert b'": ' not in files[CLIENT].replace(b'\\"', b"")
    loaders = [path.replace(".json", ".py") for path in (CLIENT, MOCK)]
    assert sorted(files) == sorted([CLIENT, MOCK, *loaders])
    assert files[loaders[0]] == files[loaders[1]]
