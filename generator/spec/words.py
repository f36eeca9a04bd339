"""The lists of both vocabularies as a JSON Schema with hover texts, words.schema.json.

The other schemas refer to it and are written by hand. `build` writes it for editors, `check`
compares it, and specs are always validated against the one that is made here.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from generator.spec import language
from generator.spec.language import Word

FILE = "words.schema.json"

Schema = dict[str, Any]

_PATH = {"$ref": "defs.schema.json#/$defs/path"}


def words_schema(product: Mapping[str, Any]) -> Schema:
    """The schema. `product` is the content of specs/product.yaml, or empty if that is not sound."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": FILE,
        "title": "The words of the spec language and of the product",
        "description": "Written by `tbkgen build` from generator/spec/language.py and "
        "specs/product.yaml: edit those.",
        "$defs": {
            "scalar_type": _words("How a value is written and read.", language.SCALARS.values()),
            "container_type": _words("What holds other values.", language.CONTAINERS.values()),
            "format": _words(
                "How a datetime or date is written on the wire, where it is not the usual form.",
                language.TIME_FORMATS.values(),
            ),
            "unit": _words("What one unit of the number is.", language.UNITS.values()),
            "retry": _words(
                "Whether and when the same call may be sent again.", language.RETRIES.values()
            ),
            "error_class": _words("What went wrong.", language.ERROR_CLASSES.values()),
            "limit_scope": _words("Whose calls are counted.", language.LIMIT_SCOPES.values()),
            "limit_span": _words("How long the limit lasts.", language.LIMIT_SPANS.values()),
            "closing": _words(
                "Why the list of values is complete. Without it the list is open: other values "
                "pass everywhere, since the platform adds some without notice.",
                language.CLOSINGS.values(),
            ),
            "source_kind": _words("What the source is.", language.SOURCE_KINDS.values()),
            "coverage": _words("What is publicly documented.", language.COVERAGES.values()),
            "session": _words(
                "Whether the user's authorisation (public parameter session) is needed.",
                language.SESSIONS.values(),
            ),
            "confidence": _words(
                "What the facts of this file rest on.", language.CONFIDENCES.values()
            ),
            "constraint": _constraint(),
            "role": _product_words(
                "Who calls it; also the folder of the file.", product.get("roles")
            ),
            "topic": _product_words(
                "Chapter in the docs and module in the client.", product.get("topics")
            ),
        },
    }


def schema_text(schema: Schema) -> str:
    """The schema as it stands in its file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _words(description: str, words: Iterable[Word]) -> Schema:
    return _list(description, {word.name: word.meaning for word in words})


def _product_words(description: str, words: Mapping[str, Mapping[str, str]] | None) -> Schema:
    if words is None:
        return {"description": description, "type": "string"}
    return _list(
        description, {name: f"{word['en']} ({word['zh']})" for name, word in words.items()}
    )


def _list(description: str, meanings: Mapping[str, str]) -> Schema:
    told = " ".join(f"{name}: {meaning}." for name, meaning in meanings.items())
    return {
        "description": f"{description} {told}",
        "enum": [*meanings],
        "enumDescriptions": [*meanings.values()],
    }


def _constraint() -> Schema:
    """A rule between parameters: one key that tells its kind, and a condition."""
    kinds = language.CONSTRAINTS.values()
    group = {"type": "array", "minItems": 1, "uniqueItems": True, "items": _PATH}
    return {
        "type": "object",
        "properties": {
            **{kind.name: {"description": kind.meaning, **group} for kind in kinds},
            "when": {
                "description": "The rule holds only when these parameters have these values.",
                "type": "object",
                "minProperties": 1,
                "propertyNames": _PATH,
                "additionalProperties": {"$ref": "defs.schema.json#/$defs/scalar"},
            },
            "note": {"$ref": "defs.schema.json#/$defs/text"},
        },
        "oneOf": [{"required": [kind.name]} for kind in kinds],
        "additionalProperties": False,
    }
