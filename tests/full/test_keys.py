"""The specs of this folder use every key and every word of the spec language.

What a new key must show in docs, client, mock and OpenAPI is told by the tests beside this one.
"""

from pathlib import Path

import pytest

from full.building import HERE, Full
from full.schemas import Language
from generator.pipeline import Pipeline
from generator.project import Project
from generator.spec.load import parse

SCHEMAS = {
    "product": ["product.yaml"],
    "platform": ["platform.yaml"],
    "catalog": ["catalog.yaml"],
    "fields": ["_shared/fields.yaml", "_shared/fields/*.yaml"],
    "types": ["_shared/types.yaml"],
    "enums": ["_shared/enums.yaml"],
    "errors": ["_shared/errors.yaml"],
    "links": ["_shared/links.yaml"],
    "api": ["apis/*/*.yaml"],
}

EXCEPTIONS: dict[str, str] = {}
"""Parts that the specs need not use, and why."""


def documents(name: str) -> list[Path]:
    found = [path for pattern in SCHEMAS[name] for path in HERE.joinpath("specs").glob(pattern)]
    assert found, name
    return found


def test_every_schema_has_specs_here(full: Full) -> None:
    schemas = {path.name.partition(".")[0] for path in (full.root / "specs/_schema").iterdir()}
    assert schemas - {"defs", "words"} == SCHEMAS.keys()


def test_every_spec_is_of_a_schema() -> None:
    told = {path for name in SCHEMAS for path in documents(name)}
    assert told == set(HERE.joinpath("specs").rglob("*.yaml"))


def test_every_key_and_word_is_used(full: Full) -> None:
    language = Language(full.root / "specs" / "_schema")
    known, used = set[str](), set[str]()
    for name in SCHEMAS:
        known |= language.parts(f"{name}.schema.json")
        for path in documents(name):
            content = parse(path.name, path.read_bytes()).data
            used |= language.used(f"{name}.schema.json", content)
    assert used <= known
    assert "\n".join(sorted(known - used)) == "\n".join(sorted(EXCEPTIONS))


def test_the_specs_have_no_problems_at_all(full: Full) -> None:
    pipeline = Pipeline(Project.at(full.root, cached=False))
    pipeline.spec()
    assert [str(problem) for problem in pipeline.summary.warnings] == []


@pytest.mark.parametrize(
    ("name", "document", "part"),
    [
        ("api", {"status": "stable"}, "api.schema.json#/properties/status: word stable"),
        (
            "api",
            {"request": {"a": {"required": "unknown"}}},
            "defs.schema.json#/$defs/parameter/properties/required: word unknown",
        ),
        (
            "api",
            {"response": {"a": {"minimum": 0.5}}},
            "defs.schema.json#/$defs/limits/properties/minimum: type number",
        ),
    ],
)
def test_the_walk_finds_what_a_document_uses(
    full: Full, name: str, document: object, part: str
) -> None:
    language = Language(full.root / "specs" / "_schema")
    assert part in language.used(f"{name}.schema.json", document)
    assert part in language.parts(f"{name}.schema.json")
