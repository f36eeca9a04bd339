"""Reads a catalogue back into the shape of the IR, and tells the IR in the same plain values.

What is missing in the catalogue becomes what the loader says that it means. So both are equal if,
and only if, every fact of the IR is in the catalogue.
"""

import dataclasses
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from generator.spec import language
from generator.spec.ir import Members, ObjectType
from generator.spec.language import Word
from generator.spec.product import Role, Topic
from generator.spec.text import SpecData, SpecText

Told = dict[str, Any]

NO_FACTS = {
    "origin": "where a fact stands in the specs",
    "digest": "what the cache of the generator compares",
    "vocabulary": "how the specs share fields; every method holds them in full",
    "title_prefix": "how the docs shorten titles",
    "extension_prefix": "how the OpenAPI document calls its own keys",
    "licence": "stands in the package's own metadata",
    "keywords": "stand there, too",
}
"""What of the IR is no fact about the gateway or its methods."""


# The IR in plain values


def ir(value: Any) -> Any:
    """Any piece of the IR."""
    match value:
        case SpecText() | SpecData():
            return value.reveal()
        case Word() | Role() | Topic():
            return value.name
        case timedelta():
            return value.total_seconds()
        case date():
            return value.isoformat()
        case bytes():
            return value.hex()
        case ObjectType(shared=True):
            return {"shared": value.name}
        case Members():
            return [ir(member) for member in value]
        case tuple():
            return [ir(item) for item in value]
        case Mapping():
            return {**value}
        case _ if dataclasses.is_dataclass(value):
            return fields_of(value)
    return value


def fields_of(value: Any) -> Told:
    """A dataclass by the names of its fields."""
    return {
        field.name: ir(getattr(value, field.name))
        for field in dataclasses.fields(value)
        if field.name not in NO_FACTS
    }


# The catalogue in the shape of the IR


def method(name: str, told: Told, python_names: Mapping[str, str], common: Told) -> Told:
    """A method; `common` is the catalogue around it."""
    links = common["links"]
    outcome = told.get("outcome", {})
    successor = told.get("replaced_by", "")
    replaced_by = {"method": successor, "python_name": python_names.get(successor)}
    return {
        "method": name,
        **{key: told[key] for key in ("python_name", "class_prefix", "root", "title")},
        "summary": told["summary"]["zh"],
        "summary_en": told["summary"]["en"],
        "description": told.get("description"),
        "see": see(told, links),
        **{key: told[key] for key in ("role", "topic", "coverage", "idempotent")},
        "deprecated": told.get("deprecated", False),
        "replaced_by": replaced_by if successor else None,
        "invitation_only": told.get("invitation_only", False),
        "idempotent_reason": told.get("idempotent_reason"),
        "doc": doc(told["doc"]),
        "auth": {
            "session": told["session"],
            "packages": [
                {"id": id_, "page": page, "legacy": common["packages"][id_].get("legacy", False)}
                for id_, page in told.get("packages", {}).items()
            ],
        },
        "parameters": members(told.get("parameters", {}), "request", links),
        "constraints": [constraint(rule) for rule in told.get("constraints", [])],
        "fields": members(told.get("fields", {}), "response", links),
        "response_complete": told["response_complete"],
        "pagination": optional(
            told.get("pagination"),
            page=None,
            offset=None,
            first=1,
            size=None,
            total=None,
            more=None,
            send=None,
            read=None,
            direction=None,
        ),
        "window": optional(
            told.get("window"),
            end=None,
            longest=None,
            peak=None,
            peak_days=[],
            within=None,
            length=None,
            too_long=None,
            key=None,
            changed=None,
        ),
        "batch": told.get("batch"),
        "reply_outcome": optional(
            outcome.get("reply"), success=None, code=None, message=None, ok=[]
        ),
        "item_outcome": optional(outcome.get("items"), message=None, ok=[]),
        "errors": errors(told.get("errors", {}), links),
        "sample": told.get("sample"),
        "sample_note": told.get("sample_note"),
    }


def doc(told: Told) -> Told | None:
    source = optional(told.get("source"), date=None)
    return optional({**told, "source": source}, id=None, page=None, verified=None, notes=[])


def see(told: Told, links: Told) -> list[Told]:
    return [{"name": name, **links[name]} for name in told.get("see", [])]


def optional(told: Told | None, **usual: Any) -> Told | None:
    """An object with what it leaves out, if it is there."""
    return None if told is None else {**usual, **told}


def constraint(told: Told) -> Told:
    return {
        "kind": told["kind"],
        "names": told["names"],
        "when": [[path, value] for path, value in told.get("when", {}).items()],
    }


def errors(told: Told, links: Told) -> list[Told | None]:
    return [
        optional(
            {"code": code, **error, "see": see(error, links)}, message=None, limit=None, note=None
        )
        for code, error in told.items()
    ]


def members(told: Told, side: str, links: Told) -> list[Told]:
    return [member(name, content, side, links) for name, content in told.items()]


def member(name: str, told: Told, side: str, links: Told) -> Told:
    description = told.get("description", "")
    return {
        "name": name,
        "python_name": told.get("python_name", name),
        "type": type_(told, description, side, links),
        "description": description,
        "required": told.get("required", False),
        "default": told.get("default"),
        "example": told.get("example"),
        "enum": [{"value": v, "meaning": m} for v, m in told.get("enum", {}).items()],
        "closed": told.get("closed"),
        "limits": {
            limit: told.get(limit)
            for limit in (
                "minimum",
                "maximum",
                "min_length",
                "max_length",
                "min_items",
                "max_items",
                "scale",
            )
        },
        "unit": told.get("unit"),
        "deprecated": told.get("deprecated", False),
        "deprecation": told.get("deprecation"),
        "see": see(told, links),
        "note": told.get("note"),
        "taken_from": told.get("taken_from", {}),
    }


def type_(told: Told, description: str, side: str, links: Told) -> Told:
    """A type; `description` is that of the member around it."""
    if "ref" in told:
        return {"shared": told["ref"]}
    match told["type"]:
        case "array":
            return {
                "items": type_(
                    told["items"], told["items"].get("description", description), side, links
                ),
                "wrapper": told.get("wrapper"),
                "wrapper_inferred": told.get("wrapper_inferred", False),
                "separator": told.get("separator", ","),
            }
        case "object":
            return {
                "name": told.get("name"),
                "description": description,
                "members": members(told.get("members", {}), side, links),
                "side": side,
                "shared": False,
            }
        case kind:
            return {
                "kind": kind,
                "wire": told.get("wire", language.SCALARS[kind].wire),
                "format": told.get("format"),
                "separator": told.get("separator", ",") if kind == "csv" else None,
                "further_formats": told.get("further_formats", []),
                "truth": told.get("truth"),
                "placeholders": told.get("placeholders", []),
            }


def shared_object(name: str, told: Told, links: Told) -> Told:
    return {
        "name": name,
        "description": told["description"],
        "members": members(told["members"], told["side"], links),
        "side": told["side"],
        "shared": True,
    }


def platform(told: Told, links: Told) -> Told:
    return {
        **told,
        "gateways": [{"name": name, **gateway} for name, gateway in told["gateways"].items()],
        "parameters": members(told["parameters"], "request", links),
        "signing": [
            {
                "name": name,
                "algorithm": way["algorithm"],
                "description": way["description"],
                "vectors": [
                    {key.removesuffix("_hex"): value for key, value in vector.items()}
                    for vector in way.get("vectors", [])
                ],
            }
            for name, way in told["signing"].items()
        ],
        "errors": errors(told["errors"], links),
        "sub_errors": errors(told["sub_errors"], links),
    }


def product(told: Told, words: Told) -> Told:
    return {
        "version": told["version"],
        "words": told["title"],
        "class_prefix": told["class_prefix"],
        "client": told["client"],
        "mock": told["mock"],
        "first_call": told.get("first_call"),
        "guides": told.get("guides", {}),
        "roles": [*words["roles"]],
        "topics": [*words["topics"]],
    }


def title(told: Told) -> Told | None:
    return optional(told, method=None, doc_id=None, listed=True, note=None)
