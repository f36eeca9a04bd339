"""The schema's lists are the vocabularies, word by word, with what editors show."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from project import FILES, ORDERS, PRODUCT, REPOSITORY, TinyProject
from tables import every

from generator.spec import language
from generator.spec.load import parse
from generator.spec.words import FILE, schema_text, words_schema

PRODUCT_WORDS: Any = parse(PRODUCT, FILES[PRODUCT].encode()).data
DEFINITIONS = words_schema(PRODUCT_WORDS)["$defs"]


@every(
    ("definition", "words"),
    [
        ("scalar_type", language.SCALARS),
        ("container_type", language.CONTAINERS),
        ("format", language.TIME_FORMATS),
        ("unit", language.UNITS),
        ("retry", language.RETRIES),
        ("coverage", language.COVERAGES),
        ("session", language.SESSIONS),
        ("confidence", language.CONFIDENCES),
        ("error_class", language.ERROR_CLASSES),
        ("limit_scope", language.LIMIT_SCOPES),
        ("limit_span", language.LIMIT_SPANS),
        ("closing", language.CLOSINGS),
        ("source_kind", language.SOURCE_KINDS),
    ],
)
def test_a_list_of_the_language(definition: str, words: dict[str, language.Word]) -> None:
    found = DEFINITIONS[definition]
    assert found["enum"] == [*words]
    assert found["enumDescriptions"] == [word.meaning for word in words.values()]
    for name, word in words.items():
        assert f"{name}: {word.meaning}." in found["description"]


@pytest.mark.parametrize(
    ("definition", "names", "first"),
    [
        ("role", ["publisher", "service_provider", "common"], "publishers (推广者)"),
        ("topic", ["orders", "shops", "utilities"], "orders (订单)"),
    ],
)
def test_a_list_of_the_product(definition: str, names: list[str], first: str) -> None:
    assert DEFINITIONS[definition]["enum"] == names
    assert DEFINITIONS[definition]["enumDescriptions"][0] == first


def test_without_a_sound_product_its_words_are_any_text() -> None:
    found = words_schema({})["$defs"]
    assert found["role"] == {
        "description": "Who calls it; also the folder of the file.",
        "type": "string",
    }
    assert "enum" not in found["topic"]


@every(
    ("constraint", "good"),
    [
        ({"together": ["a", "b"]}, True),
        ({"at_least_one_of": ["a"], "when": {"b": 1}}, True),
        ({"exactly_one_of": ["a", "a"]}, False),
        ({"together": [], "note": "x"}, False),
        ({"together": ["a"], "at_most_one_of": ["a"]}, False),
        ({"none_of": ["a"]}, False),
        ({"when": {"a": 1}}, False),
    ],
)
def test_constraints(constraint: Any, good: bool) -> None:
    schema = json.loads(json.dumps(DEFINITIONS["constraint"]).replace("defs.schema.json", ""))
    own = {"path": {"type": "string"}, "scalar": {}, "text": {"type": "string"}}
    assert Draft202012Validator({**schema, "$defs": own}).is_valid(constraint) == good


def test_the_written_schema_is_the_one_that_is_used() -> None:
    product: Any = parse(PRODUCT, (REPOSITORY / PRODUCT).read_bytes()).data
    written = (REPOSITORY / "specs/_schema" / FILE).read_text("utf-8")
    assert written == schema_text(words_schema(product))


def test_the_written_schema_is_for_editors_only(tiny: TinyProject) -> None:
    file = f"specs/_schema/{FILE}"
    tiny.write(file, '{"$id": "words.schema.json", "$defs": {}}')
    assert tiny.problems() == ()
    Path(tiny.root / file).unlink()
    assert tiny.problems() == ()


# A word more or less


def test_a_topic_and_a_role_are_an_edit_of_one_file(tiny: TinyProject) -> None:
    tiny.edit(PRODUCT, "  shops: {", "  gifts: {zh: 礼金, en: gifts}\n  shops: {")
    tiny.edit(ORDERS, "topic: orders", "topic: gifts")
    tiny.edit(PRODUCT, "{order: orders,", "{order: gifts,")
    assert tiny.problems() == ()
    api, _ = tiny.spec().apis
    assert (api.topic.name, api.topic.words.zh.reveal()) == ("gifts", "礼金")


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("topic", "topic: orders", "topic: newest", "'newest' is none of the topics"),
        ("session", "session: optional", "session: perhaps", "'perhaps' is none of the session"),
        ("coverage", "coverage: full", "coverage: most", "'most' is none of the coverages"),
        (
            "retry",
            "not_found, retry: never",
            "not_found, retry: soon",
            "'soon' is none of the retry",
        ),
        ("error_class", "class: not_found", "class: lost", "'lost' is none of the error classes"),
        (
            "limit_scope",
            "class: not_found",
            "class: rate_limit, limit: {scope: all, lasts: told}",
            "'all' is none of the scopes",
        ),
        (
            "limit_span",
            "class: not_found",
            "class: rate_limit, limit: {scope: app, lasts: long}",
            "'long' is none of the spans",
        ),
        ("source_kind", "kind: page", "kind: book", "'book' is none of the kinds of sources"),
        ("closing", "      b: 乙", "      b: 乙\n    closed: so", "'so' is none of the closings"),
        ("unit", "unit: 元", "unit: 两", "'两' is none of the units"),
        ("format", "[epoch_ms]", "[epoch]", "'epoch' is none of the formats"),
        ("format", "paid_at: {", "paid_at: {format: rfc, ", "'rfc' is none of the formats"),
    ],
)
def test_a_word_that_only_a_schema_knows_is_a_problem_with_a_place(
    tiny: TinyProject, name: str, old: str, new: str, told: str
) -> None:
    """As in a folder of schemas that is older, or newer, than the generator."""
    for path in (tiny.root / "specs" / "_schema").glob("*.json"):
        reference = f'"$ref": "words.schema.json#/$defs/{name}"'
        path.write_text(path.read_text("utf-8").replace(reference, '"type": "string"'), "utf-8")
    tiny.edit(ORDERS, old, new)
    problems = [p for p in tiny.problems() if p.rule == "unknown-word"]
    assert [problem.message for problem in problems] == [
        problem.message for problem in problems if told in problem.message
    ]
    assert problems
    last = new.split("\n")[-1]
    line = next(i for i, text in enumerate(tiny.read(ORDERS).split("\n"), 1) if last in text)
    assert (problems[0].file, problems[0].line) == (ORDERS, line)
