"""Everything that the IR says is in the catalogue, in the form that the loader tells."""

import dataclasses
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import real
from project import frozen_project

from generator.pipeline import Pipeline
from generator.spec import language
from generator.spec.ir import Spec
from generator.targets.catalogue import TARGET
from targets.catalogue import reading

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
}


def catalogue_of(spec: Spec) -> Any:
    return json.loads(real.rendered(TARGET, spec)[CLIENT], parse_float=Decimal)


@pytest.fixture(scope="module", params=["real", "frozen"])
def spec(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Spec:
    """The real specs, and small ones that use every part of the language."""
    if request.param == "real":
        return real.spec()
    return Pipeline(frozen_project(tmp_path_factory.mktemp("frozen"))).spec()


@pytest.fixture(scope="module")
def told(spec: Spec) -> Any:
    return catalogue_of(spec)


def test_every_fact_of_every_method_is_told(spec: Spec, told: Any) -> None:
    python_names = {name: method["python_name"] for name, method in told["methods"].items()}
    assert list(told["methods"]) == [api.method for api in spec.apis]
    for api in spec.apis:
        entry = told["methods"][api.method]
        assert reading.method(api.method, entry, python_names) == reading.ir(api)
        assert entry["typed"] is api.typed


def test_every_fact_beside_the_methods_is_told(spec: Spec, told: Any) -> None:
    read = {
        "product": reading.product(told["product"], told["words"]),
        "platform": reading.platform(told["platform"]),
        "titles": [reading.title(title) for title in told["titles"]],
        "types": [reading.shared_object(name, o) for name, o in told["objects"].items()],
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
        assert words[name] == {
            row.name: {"zh": row.words.zh.reveal(), "en": row.words.en.reveal()} for row in rows
        }


def test_a_method_in_full(tmp_path: Path) -> None:
    told = catalogue_of(Pipeline(frozen_project(tmp_path)).spec())
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
        "scopes": ["11", "27"],
        "idempotent": False,
        "invitation_only": True,
        "doc": {"verified": "2026-11-01", "confidence": "documented", "sources": ["a page"]},
        "parameters": {
            "image": {"type": "bytes", "required": True, "description": "图片文件"},
            "day": {
                "type": "date",
                "format": "yyyy-MM-dd",
                "example": "2026-01-02",
                "description": "归属日",
            },
            "at": {
                "type": "datetime",
                "format": "epoch_ms",
                "example": "1767225600000",
                "description": "拍摄的时刻",
            },
            "rate": {
                "type": "decimal",
                "minimum": Decimal("0.01"),
                "maximum": 1,
                "example": "0.5",
                "description": "比率",
            },
            "options": {"type": "json", "example": '{"a": 1}', "description": "其他选项"},
            "ids": {
                "type": "array",
                "items": {"type": "string"},
                "max_items": 3,
                "separator": ";",
                "description": "商品编号",
            },
            "class": {"type": "string", "python_name": "class_", "description": "图片类别"},
            "places": {
                "type": "array",
                "description": "出现的位置",
                "items": {
                    "type": "object",
                    "name": "Place",
                    "description": "一个位置",
                    "members": {
                        "x": {"type": "integer", "required": True, "description": "横坐标"},
                        "old": {
                            "type": "string",
                            "deprecated": True,
                            "deprecation": "已停用",
                            "description": "旧的坐标",
                        },
                    },
                },
            },
        },
        "constraints": [
            {"kind": "exactly_one_of", "names": ["day", "at"]},
            {"kind": "together", "names": ["rate", "options"], "when": {"class": "cover"}},
        ],
        "fields": {
            "success": {"type": "boolean", "description": "是否成功"},
            "code": {"type": "string", "wire": "number", "description": "结果码"},
            "message": {"type": "string", "description": "失败的原因"},
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
                        "code": {"type": "string", "description": "失败码"},
                        "reason": {"type": "string", "description": "失败的缘由"},
                    },
                },
            },
            "rest": {"type": "object", "description": "成员未知的对象"},
        },
        "response_complete": True,
        "outcome": {
            "reply": {"success": "success", "code": "code", "message": "message", "ok": ["0"]},
            "items": {"lists": ["failures"], "code": "code", "message": "reason", "ok": ["OK"]},
        },
        "errors": {
            "isv.*-too-big": {"message": "图片过大", "solution": "压缩后再传", "retry": "never"}
        },
    }


def test_how_to_page_and_what_span_to_ask_for(tmp_path: Path) -> None:
    told = catalogue_of(Pipeline(frozen_project(tmp_path)).spec())
    method = told["methods"]["taobao.tbk.order.get"]
    assert method["pagination"] == {
        "style": "page",
        "items": "results",
        "page": "page_no",
        "size": "page_size",
        "more": "has_next",
    }
    assert method["window"] == {"start": "start_time", "end": "end_time", "longest": 10800}


def test_what_is_as_usual_is_left_out_and_what_is_not_stays(tmp_path: Path) -> None:
    project = frozen_project(tmp_path)
    file = tmp_path / "specs/apis/service_provider/taobao.tbk.sc.shop.save.yaml"
    text = file.read_text("utf-8")
    assert text.count("request:\n") == 1
    more = """
  off: {type: boolean, default: false, example: false, description: 是否关闭}
  depth: {type: integer, minimum: 0, default: 0, required: unknown, description: 深度}
"""
    file.write_text(text.replace("request:\n", f"request:{more}"), "utf-8")
    parameters = catalogue_of(Pipeline(project).spec())["methods"]["taobao.tbk.sc.shop.save"][
        "parameters"
    ]
    assert parameters["off"] == {
        "type": "boolean",
        "default": False,
        "example": False,
        "description": "是否关闭",
    }
    assert parameters["depth"] == {
        "type": "integer",
        "minimum": 0,
        "default": 0,
        "required": None,
        "description": "深度",
    }


def test_both_packages_have_the_same_bytes_on_one_line() -> None:
    files = real.rendered(TARGET, real.spec())
    assert files[CLIENT] == files[MOCK]
    assert files[CLIENT].count(b"\n") == 1
    assert b'": ' not in files[CLIENT].replace(b'\\"', b"")
    loaders = [path.replace(".json", ".py") for path in (CLIENT, MOCK)]
    assert sorted(files) == sorted([CLIENT, MOCK, *loaders])
    assert files[loaders[0]] == files[loaders[1]]
