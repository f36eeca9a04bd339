"""Validate: documents against the JSON Schemas in specs/_schema."""

import functools
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, ValidationError, validators
from referencing import Registry, Resource

from generator.problems import Problem, rule, shortened
from generator.spec import words
from generator.spec.files import SINGLE_FILES, schema_name
from generator.spec.language import CONTAINERS, SCALARS
from generator.spec.load import Document
from generator.spec.names import did_you_mean
from generator.spec.schema_files import missing_schema, read_schemas, telling_the_schema

UNKNOWN_KEY = rule(
    "unknown-key",
    "Only keys that the schema knows",
    "A misspelt key is a fact that nobody reads.",
    "Correct the spelling; specs/_schema lists the keys, and editors show them on hover.",
)
MISSING_KEY = rule(
    "missing-key",
    "Every necessary key is there",
    "Each target needs it.",
    "Add the key that the message names.",
)
WRONG_VALUE = rule(
    "wrong-value",
    "Values have the type and form that the schema says",
    "A value of another type would mean something else than what was intended.",
    "Write the value in the form that the message tells; quote numbers that are text.",
)
UNKNOWN_TYPE = rule(
    "unknown-type",
    "A type is one of the language's types or a name of specs/_shared/types.yaml",
    "The type decides how a value is written on the wire and what Python sees.",
    "Use string, integer, decimal, boolean, datetime, date, json, csv, bytes, array or object.",
)
FILE_NAME = rule(
    "file-name",
    "Every file stands where it is looked for",
    "The path is how people find a method; a file in another place is read by nobody.",
    "Move the file to specs/apis/<role>/<method>.yaml, or correct `method` or `role` in it.",
)

_LONGEST_PATTERN = 60
"""Of longer ones, people read the description."""

_JSON_NAMES = {
    "object": "a mapping",
    "array": "a list",
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
}


def _pattern(validator: Any, pattern: str, instance: Any, schema: Any) -> Iterator[ValidationError]:
    """JSON Schema's `pattern`: its `$` is the end, Python's also matches before a newline."""
    if isinstance(instance, str) and not re.search(pattern.replace("$", r"\Z"), instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


_Validator = validators.extend(Draft202012Validator, {"pattern": _pattern})  # type: ignore[no-untyped-call]


# Errors of jsonschema are typed Any: its stubs make each attribute a union with "unset".

_RECURSIVE = ("parameter", "field")
"""Definitions that contain themselves, and so must stay references."""


def _inlined(schema: Any, file: str, schemas: Mapping[str, Any]) -> Any:
    """The schema with references replaced by what they refer to: following them is slow."""
    if isinstance(schema, list):
        return [_inlined(item, file, schemas) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if isinstance(ref := schema.get("$ref"), str):
        name, _, pointer = ref.partition("#/")
        name, steps = name or file, pointer.split("/")
        if steps[-1] in _RECURSIVE and steps[-2] == "$defs":
            return {"$ref": f"{name}#/{pointer}"}
        if name not in schemas:
            raise missing_schema(name, file)
        target = schemas[name]
        for step in steps:
            target = target[step]
        siblings = {key: value for key, value in schema.items() if key != "$ref"}
        return _inlined(target | siblings, name, schemas)
    return {key: _inlined(value, file, schemas) for key, value in schema.items()}


@functools.lru_cache(maxsize=8)
def _compiled(text: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """All schemas with their references replaced, and their validators, by file name.

    A run needs them before and after it has read the words of the product, `--watch` and an import
    of many documents again and again.
    """
    written: dict[str, Any] = json.loads(text)
    schemas: dict[str, Any] = {}
    registry: Registry[Any] = Registry()
    for name, schema in written.items():
        with telling_the_schema(name):
            schemas[name] = _inlined(schema, name, written)
            registry = registry.with_resource(name, Resource.from_contents(schemas[name]))
    return schemas, {
        name: _Validator(schema, registry=registry) for name, schema in schemas.items()
    }


class Schemas:
    """The JSON Schemas, loaded once, with the words of the language and of the product.

    Without specs/product.yaml at hand any role and any topic will do.
    """

    def __init__(self, folder: Path, product: Mapping[str, Any] | None = None) -> None:
        written = read_schemas(folder)
        written[words.FILE] = words.words_schema(product or {})
        self._schemas, self._validators = _compiled(json.dumps(written))

    def check(self, document: Document) -> list[Problem]:
        """Everything in which the document differs from its schema."""
        schema = schema_name(document.file)
        if schema is None:
            hint = f"specs/ holds apis/ and {', '.join(SINGLE_FILES)}"
            return [Problem(FILE_NAME, "no file is looked for here", document.file, (), hint)]
        problems: dict[Problem, None] = {}
        if schema not in self._validators:
            raise missing_schema(schema, document.file)
        with telling_the_schema(schema):
            errors = list(self._validators[schema].iter_errors(document.data))
        for error in errors:
            for problem in self._explain(document.file, error):
                problems.setdefault(problem)
        return list(problems)

    def _explain(self, file: str, error: Any) -> Iterator[Problem]:
        path = tuple(error.absolute_path)
        if "propertyNames" in error.absolute_schema_path:
            path = (*path, error.instance)
            if error.validator == "not":
                yield Problem(UNKNOWN_KEY, "not allowed here", file, path, on_key=True)
            else:
                yield Problem(WRONG_VALUE, _wrong(error), file, path, on_key=True)
            return
        match error.validator:
            case "additionalProperties":
                yield from self._unknown_keys(file, path, error)
            case "required":
                for key in error.validator_value:
                    if key not in error.instance:
                        yield Problem(MISSING_KEY, f"{key!r} is missing", file, path, on_key=True)
            case "anyOf" | "oneOf" if (
                path and path[-1] == "type" and isinstance(error.instance, str)
            ):
                known = (*SCALARS, *CONTAINERS)
                hint = did_you_mean(error.instance, known) or f"one of {', '.join(known)}"
                yield Problem(UNKNOWN_TYPE, f"unknown type {error.instance!r}", file, path, hint)
            case "anyOf" | "oneOf":
                if (inner := _meant_alternative(error)) is not None:
                    yield from self._explain(file, inner)
                else:
                    yield Problem(WRONG_VALUE, _alternatives(error), file, path)
            case "if" | "then" | "else" | "allOf" | "$ref":
                for inner in error.context or ():
                    yield from self._explain(file, inner)
            case _:
                yield Problem(WRONG_VALUE, _wrong(error), file, path, _hint(error))

    def _unknown_keys(
        self, file: str, path: tuple[str | int, ...], error: Any
    ) -> Iterator[Problem]:
        if error.validator_value is not False:
            for inner in error.context or ():
                yield from self._explain(file, inner)
            return
        known = set(self._known_keys(error.schema))
        for key in error.instance:
            if key not in known:
                hint = did_you_mean(str(key), known) or f"known here: {', '.join(sorted(known))}"
                yield Problem(UNKNOWN_KEY, f"unknown key {key!r}", file, (*path, key), hint, True)

    def _known_keys(self, schema: Mapping[str, Any]) -> Iterator[str]:
        yield from schema.get("properties", {})
        for part in schema.get("allOf", ()):
            yield from self._known_keys(part)
        if ref := schema.get("$ref"):
            name, _, pointer = ref.partition("#/")
            target: Any = self._schemas[name or "defs.schema.json"]
            for step in pointer.split("/"):
                target = target[step]
            yield from self._known_keys(target)


def _meant_alternative(error: Any) -> Any:
    """What is wrong with the only alternative of the right kind; None if there is not one."""
    if all("required" in sub and "type" not in sub for sub in error.validator_value):
        return None
    kinds = {e.schema_path[0] for e in error.context if e.validator == "type" and not e.path}
    left = [e for e in error.context if e.schema_path[0] not in kinds]
    return left[0] if len({e.schema_path[0] for e in left}) == 1 else None


def _alternatives(error: Any) -> str:
    options = [sub["required"][0] for sub in error.validator_value if "required" in sub]
    if len(options) == len(error.validator_value):
        few = "exactly one" if error.validator == "oneOf" else "at least one"
        return f"needs {few} of {', '.join(options)}"
    kinds = [e.validator_value for e in error.context if e.validator == "type" and not e.path]
    if len(kinds) == len(error.validator_value):
        return f"{_shown(error.instance)} is not {' or '.join(_JSON_NAMES[kind] for kind in kinds)}"
    shown = _shown(error.instance)
    wrong = dict.fromkeys(_wrong(e).removeprefix(f"{shown} ") for e in error.context if not e.path)
    return f"{shown} {' and '.join(wrong)}" if wrong else _wrong(error)


def _shown(value: object) -> str:
    """A value as YAML spells it, shortened."""
    words = {None: "nothing", True: "true", False: "false"}
    return shortened(words[value] if value is None or isinstance(value, bool) else repr(value))


def _wrong(error: Any) -> str:
    shown, wanted = _shown(error.instance), error.validator_value
    match error.validator:
        case "type":
            names = [wanted] if isinstance(wanted, str) else wanted
            return f"{shown} is not {' or '.join(_JSON_NAMES.get(n, n) for n in names)}"
        case "enum":
            return f"{shown} is not one of {', '.join(_shown(v) for v in wanted)}"
        case "const":
            return f"{shown} is not {_shown(wanted)}"
        case "pattern":
            told = error.schema.get("description", "")
            if len(wanted) > _LONGEST_PATTERN and told:
                return f"{shown} does not fit: {told}"
            return f"{shown} does not have the form {wanted}"
        case "maxLength":
            return f"{len(error.instance)} characters are more than {wanted}"
        case "minLength":
            return "the text is empty" if not error.instance else f"{shown} is too short"
        case "minProperties" | "minItems":
            return f"needs at least {wanted} element(s)"
        case "uniqueItems":
            return "an element stands twice"
        case _:
            return shortened(error.message, 200)


def _hint(error: Any) -> str:
    if error.validator == "enum" and isinstance(error.instance, str):
        return did_you_mean(error.instance, [str(v) for v in error.validator_value])
    if error.validator == "type" and error.instance is None:
        return "write a value, or leave the key out"
    if error.validator == "type" and error.validator_value == "string":
        return "" if isinstance(error.instance, dict | list) else "put it in quotes"
    if error.validator == "type" and error.validator_value == "array":
        return "" if isinstance(error.instance, dict) else f"write [{error.instance}]"
    return ""
