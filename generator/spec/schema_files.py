"""The JSON Schemas of specs/_schema as files: they are read before they can be trusted."""

import contextlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.problems import GeneratorError
from generator.spec import words
from generator.spec.disk import read_regular
from generator.spec.files import SPECS

FOLDER = f"{SPECS}/_schema"


def read_schemas(folder: Path) -> dict[str, Any]:
    """The schemas that people write, by file name; the words are written for editors only."""
    found = sorted(folder.glob("*.schema.json"))
    return {path.name: _schema(path) for path in found if path.name != words.FILE}


def _schema(path: Path) -> Any:
    with telling_the_schema(path.name):
        schema = json.loads(read_regular(path).decode("utf-8"))
        if not isinstance(schema, dict) or "$schema" not in schema:
            raise ValueError("it is no JSON Schema")
        return schema


@contextlib.contextmanager
def telling_the_schema(name: str) -> Iterator[None]:
    """Turn whatever a damaged schema causes into an error that names it."""
    try:
        yield
    except GeneratorError:
        raise
    except Exception as error:  # What a wrong schema breaks, no list of exceptions tells.
        raise GeneratorError(
            f"{FOLDER}/{name} is damaged, or one that it refers to ({_told(error)}); "
            "restore it from git"
        ) from error


def _told(error: Exception) -> str:
    """The beginning of what went wrong: jsonschema goes on with the whole schema and document."""
    first, *_ = str(error).splitlines() or [""]
    return f"{type(error).__name__}: {first[:100]}"


def missing_schema(name: str, user: str) -> GeneratorError:
    """The error for a schema that is not there, and is needed by a spec or another schema."""
    return GeneratorError(f"{FOLDER}/{name} is missing ({user} needs it); restore it from git")
