"""Which parts of the spec language a project uses: its schemas and its specs, walked together.

A part is a key, a listed word or a JSON type, named by the place in the schema that allows it.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry, Resource

Place = tuple[str, str]
"""A file of the schema, and a JSON pointer in it."""


class Language:
    """The JSON Schemas of a project."""

    def __init__(self, folder: Path) -> None:
        self._files = {
            path.name: json.loads(path.read_text("utf-8")) for path in folder.glob("*.json")
        }
        resources = ((name, Resource.from_contents(it)) for name, it in self._files.items())
        self._registry: Registry[Any] = Registry().with_resources(resources)

    def parts(self, name: str) -> set[str]:
        """All parts that documents of one schema can use."""
        found: set[str] = set()
        seen: set[Place] = set()
        waiting = [(name, "")]
        while waiting:
            place = self._resolved(*waiting.pop())
            if place not in seen:
                seen.add(place)
                found.update(_named(place, self._at(*place)))
                waiting.extend(_below(place, self._at(*place)))
        return found

    def used(self, name: str, document: Any) -> set[str]:
        """The parts that a document uses."""
        return set(self._used((name, ""), document))

    def _used(self, place: Place, value: Any) -> Iterator[str]:
        place = file, pointer = self._resolved(*place)
        schema = self._at(file, pointer)
        for word in (*schema.get("enum", ()), *([schema["const"]] if "const" in schema else ())):
            if word == value and isinstance(word, bool) == isinstance(value, bool):
                yield _part(place, f"word {word}")
        kinds = _kinds(schema)
        if kind := next((kind for kind in kinds if self._is(kind, value)), None):
            yield _part(place, f"type {kind}")
        for keyword in ("anyOf", "oneOf", "allOf"):
            for index in range(len(schema.get(keyword, ()))):
                branch = file, f"{pointer}/{keyword}/{index}"
                if self._fits(branch, value):
                    yield from self._used(branch, value)
        if "then" in schema and self._fits((file, f"{pointer}/if"), value):
            yield from self._used((file, f"{pointer}/then"), value)
        if isinstance(value, list) and "items" in schema:
            for item in value:
                yield from self._used((file, f"{pointer}/items"), item)
        if isinstance(value, dict):
            for key, item in value.items():
                if key in schema.get("properties", {}):
                    yield _part(place, f"key {key}")
                    yield from self._used((file, f"{pointer}/properties/{key}"), item)
                elif isinstance(schema.get("additionalProperties"), dict):
                    yield from self._used((file, f"{pointer}/additionalProperties"), item)

    def _resolved(self, file: str, pointer: str) -> Place:
        """The place where a schema stands that may be a reference."""
        while "$ref" in (schema := self._at(file, pointer)):
            target, _, pointer = schema["$ref"].partition("#")
            file = target or file
        return file, pointer

    def _at(self, file: str, pointer: str) -> Any:
        schema = self._files[file]
        for step in pointer.split("/")[1:]:
            schema = schema[int(step)] if isinstance(schema, list) else schema[step]
        return schema

    def _fits(self, place: Place, value: Any) -> bool:
        file, pointer = place
        schema = {"$ref": f"{file}#{pointer}"}
        return bool(Draft202012Validator(schema, registry=self._registry).is_valid(value))

    @staticmethod
    def _is(kind: str, value: Any) -> bool:
        return bool(Draft202012Validator({"type": kind}).is_valid(value))


def _part(place: Place, what: str) -> str:
    return f"{place[0]}#{place[1]}: {what}"


def _kinds(schema: Any) -> list[str]:
    """The JSON types of a schema that leaves a choice."""
    kinds = schema.get("type")
    kinds = kinds if isinstance(kinds, list) else []
    return sorted(kinds, key=lambda kind: kind == "number")  # a whole number is both


def _named(place: Place, schema: Any) -> Iterator[str]:
    for key in schema.get("properties", ()):
        yield _part(place, f"key {key}")
    for word in (*schema.get("enum", ()), *([schema["const"]] if "const" in schema else ())):
        yield _part(place, f"word {word}")
    for kind in _kinds(schema):
        yield _part(place, f"type {kind}")


def _below(place: Place, schema: Any) -> Iterator[Place]:
    file, pointer = place
    for key in schema.get("properties", ()):
        yield file, f"{pointer}/properties/{key}"
    for keyword in ("items", "additionalProperties", "then"):
        if isinstance(schema.get(keyword), dict):
            yield file, f"{pointer}/{keyword}"
    for keyword in ("anyOf", "oneOf", "allOf"):
        for index in range(len(schema.get(keyword, ()))):
            yield file, f"{pointer}/{keyword}/{index}"
