"""A damaged schema is named, with what mends it."""

import json
import os
import re
import shutil

import pytest
from project import TinyProject

from generator.problems import GeneratorError

API = "specs/_schema/api.schema.json"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def _assert_told(tiny: TinyProject, told: str) -> None:
    with pytest.raises(GeneratorError, match=f"{told}.*restore it from git"):
        tiny.spec()


@pytest.mark.parametrize(
    "content",
    [
        *("{", "", "[]", "5", "{}", b"\xff", "[" * 3000, '{"a":' * 3000),
        json.dumps({"$schema": 5}),
        json.dumps({"$schema": "nowhere"}),
        *(
            json.dumps({"$schema": DIALECT} | more)
            for more in (
                {"$ref": "defs.schema.json#/$defs/nothing"},
                {"$ref": "#/a", "a": {"$ref": "#/a"}},
                {"$ref": "#/$defs/field"},
                {"type": 5},
                {"type": "nothing"},
                {"properties": 5},
                {"properties": {"method": {"pattern": "("}}},
            )
        ),
    ],
)
def test_a_damaged_schema_is_named(tiny: TinyProject, content: str | bytes) -> None:
    tiny.write(API, content)
    _assert_told(tiny, f"{re.escape(API)} is damaged")


def test_a_pipe_in_the_place_of_a_schema_is_never_opened(tiny: TinyProject) -> None:
    os.mkfifo(tiny.root / "specs" / "_schema" / "z.schema.json")
    _assert_told(tiny, r"specs/_schema/z\.schema\.json is damaged.*not a regular file")


def test_a_missing_schema_is_named(tiny: TinyProject) -> None:
    (tiny.root / API).unlink()
    _assert_told(tiny, rf"{re.escape(API)} is missing \(specs/apis/.* needs it\)")


def test_a_missing_schema_that_others_refer_to_is_named(tiny: TinyProject) -> None:
    tiny.write(API, json.dumps({"$schema": DIALECT, "$ref": "nowhere.json#/a"}))
    _assert_told(tiny, r"specs/_schema/nowhere\.json is missing \(api\.schema\.json needs it\)")


def test_a_missing_folder_of_schemas_is_told(tiny: TinyProject) -> None:
    shutil.rmtree(tiny.root / "specs" / "_schema")
    _assert_told(tiny, r"specs/_schema/defs\.schema\.json is missing")
