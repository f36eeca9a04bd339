"""Stage 4: resolved data → the frozen IR."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from generator.spec import ir as model
from generator.problems import Origin, Problem, rule
from generator.spec.load import Document
from generator.spec.names import class_prefix, did_you_mean, python_method
from generator.spec.resolve import FIELDS, TYPES, Resolver
from generator.spec.text import SpecText
from generator.spec.validate import FILE_NAME, SCALAR_TYPES

PLATFORM = "specs/platform.yaml"
CATALOG = "specs/catalog.yaml"

UNKNOWN_PATH = rule(
    "unknown-path",
    "Paths lead to members",
    "pagination, window, outcome and constraints name members; users would find a wrong path.",
    "Use dotted wire names without list wrappers, for example data.results.",
)
_WIRE_OF: Mapping[str, model.Wire] = {"integer": "number", "boolean": "boolean"}
_DEFAULT_FORMAT = {"datetime": "yyyy-MM-dd HH:mm:ss", "date": "yyyy-MM-dd"}
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_CONSTRAINTS: tuple[model.ConstraintKind, ...] = (
    "at_least_one_of",
    "exactly_one_of",
    "at_most_one_of",
    "together",
)


def text(value: str | None) -> SpecText | None:
    """Prose of a spec, or nothing."""
    return None if value is None else SpecText(value)


def seconds(duration: str | None) -> int | None:
    """`3h` → 10800."""
    return None if duration is None else int(duration[:-1]) * _SECONDS[duration[-1]]


def _number(value: Any) -> Decimal | None:
    return None if value is None else Decimal(str(value))


class Builder:
    """Builds the IR of a whole spec tree.

    With `complete=False` some files could not be read, so nothing is said about what is unused.
    """

    def __init__(self, documents: Mapping[str, Document], *, complete: bool = True) -> None:
        self._documents = documents
        self._complete = complete
        self._resolver = Resolver(documents)
        self._types: dict[str, model.ObjectType] = {}
        self._own_problems: list[Problem] = []
        self._shared_digest = _digest(
            {
                file: document.data
                for file, document in sorted(documents.items())
                if file == PLATFORM or file.startswith("specs/_shared/")
            }
        )

    @property
    def problems(self) -> list[Problem]:
        """What is wrong with references, paths and places of files."""
        return self._resolver.problems + self._own_problems

    def spec(self) -> model.Spec | None:
        """The IR of everything that is sound; None if what all APIs share is not."""
        for file in (PLATFORM, CATALOG):
            if file not in self._documents:
                self._own_problems.append(Problem(FILE_NAME, "this file is missing", file))
        self._shared_types()
        shared_is_sound = not self.problems
        apis = [
            self._sound_api(document, shared_is_sound)
            for file, document in self._documents.items()
            if file.startswith("specs/apis/")
        ]
        if self._complete:
            self._resolver.report_unused()
        if not shared_is_sound:
            return None
        return model.Spec(
            platform=self._platform(self._data(PLATFORM), Origin(PLATFORM)),
            catalog=tuple(self._catalog(self._data(CATALOG))),
            types=tuple(self._types[name] for name in sorted(self._types)),
            vocabulary=self._members(self._resolver.vocabulary(), Origin(FIELDS)),
            apis=tuple(sorted(filter(None, apis), key=lambda api: api.method)),
        )

    def _sound_api(self, document: Document, shared_is_sound: bool) -> model.Api | None:
        """One API, or None if something that it refers to is wrong, as `problems` then says."""
        before = len(self.problems)
        data = self._resolver.api(document)
        if not shared_is_sound or len(self.problems) > before:
            return None
        api = self._api(data, Origin(document.file))
        return None if len(self.problems) > before else api

    def _data(self, file: str) -> Mapping[str, Any]:
        data = self._documents[file].data
        assert isinstance(data, dict), file
        return data

    # Types and members

    def _shared_types(self) -> None:
        resolved = self._resolver.types()
        if self._resolver.problems:
            return

        def build(name: str) -> model.ObjectType:
            if name not in self._types:
                data = resolved[name]
                origin = Origin(TYPES, (name,))
                self._types[name] = model.ObjectType(
                    name=name,
                    description=SpecText(data["description"]),
                    members=self._members(data["fields"], origin.at("fields"), build),
                    origin=origin,
                    side=data["use_in"],
                    shared=True,
                )
            return self._types[name]

        for name in resolved:
            build(name)

    def _members(
        self, members: Mapping[str, Any], origin: Origin, shared_type: Any = None
    ) -> tuple[model.Member, ...]:
        take = shared_type or self._types.__getitem__
        return tuple(
            self._member(name, data, origin.at(name), take) for name, data in members.items()
        )

    def _member(
        self, name: str, data: Mapping[str, Any], origin: Origin, take: Any
    ) -> model.Member:
        deprecated = data.get("deprecated")
        required = data.get("required", False)
        return model.Member(
            name=name,
            python_name=data.get("python", name),
            type=self._type(data, origin, take),
            description=SpecText(data.get("description", "")),
            origin=origin,
            required=None if required == "unknown" else required,
            default=data.get("default"),
            example=data.get("example"),
            enum=tuple(
                model.EnumValue(value, SpecText(meaning))
                for value, meaning in data.get("enum", {}).items()
            ),
            limits=model.Limits(
                minimum=_number(data.get("minimum")),
                maximum=_number(data.get("maximum")),
                min_length=data.get("min_length"),
                max_length=data.get("max_length"),
                min_items=data.get("min_items"),
                max_items=data.get("max_items"),
            ),
            unit=data.get("unit"),
            deprecated=deprecated is not None,
            deprecation=text(deprecated) if isinstance(deprecated, str) else None,
            note=text(data.get("note")),
        )

    def _type(self, data: Mapping[str, Any], origin: Origin, take: Any) -> model.Type:
        kind = data["type"]
        if kind == "array":
            # A list of objects says once what it holds.
            items = {"description": data.get("description", ""), **data["items"]}
            return model.ArrayType(
                items=self._type(items, origin.at("items"), take),
                wrapper=data.get("wrapper"),
                wrapper_inferred=data.get("wrapper_inferred", False),
                separator=data.get("separator", ","),
            )
        if kind == "object":
            return model.ObjectType(
                name=data.get("name"),
                description=SpecText(data.get("description", "")),
                members=self._members(data.get("fields", {}), origin.at("fields"), take),
                origin=origin,
                side="request" if "request" in origin.path else "response",
            )
        if kind not in SCALAR_TYPES:
            shared: model.ObjectType = take(kind)
            return shared
        format_ = data.get("format", _DEFAULT_FORMAT.get(kind))
        wire = data.get("wire", _WIRE_OF.get(kind, "string"))
        separator = data.get("separator", ",") if kind == "csv" else None
        return model.ScalarType(kind, wire, format_, separator)

    # APIs

    def _api(self, data: Mapping[str, Any], origin: Origin) -> model.Api:
        method, role = data["method"], data["role"]
        expected = f"specs/apis/{role}/{method}.yaml"
        if origin.file != expected:
            self._own_problems.append(
                Problem(FILE_NAME, f"the file should be {expected}", origin.file, ("method",))
            )
        parameters = self._members(data.get("request", {}), origin.at("request"))
        fields = self._members(data.get("response", {}), origin.at("response"))
        check = _PathCheck(parameters, fields, self._own_problems)
        outcome = data.get("outcome", {})
        doc = data["doc"]
        naming = self._data(PLATFORM)["naming"]
        return model.Api(
            method=method,
            python_name=python_method(method),
            class_prefix=class_prefix(method),
            root=response_root(method, naming),
            title=SpecText(data.get("title", method)),
            summary=SpecText(data["summary"]["zh"]),
            summary_en=SpecText(data["summary"]["en"]),
            description=text(data.get("description")),
            role=role,
            topic=data["topic"],
            coverage=data["coverage"],
            deprecated=data.get("status") == "deprecated",
            replaced_by=data.get("replaced_by"),
            invitation_only=data.get("access") == "invitation",
            doc=model.Doc(
                id=doc.get("id"),
                verified=doc.get("verified"),
                sources=tuple(SpecText(source) for source in doc["sources"]),
                confidence=doc["confidence"],
                notes=tuple(SpecText(note) for note in doc.get("notes", ())),
            ),
            auth=model.Auth(data["auth"]["session"], tuple(data["auth"].get("scopes", ()))),
            idempotent=data["idempotent"],
            parameters=parameters,
            constraints=tuple(
                self._constraint(item, origin.at("constraints", index), check)
                for index, item in enumerate(data.get("constraints", ()))
            ),
            fields=fields,
            response_complete=data.get("response_complete", True) and "response" in data,
            pagination=self._pagination(data.get("pagination"), origin.at("pagination"), check),
            window=self._window(data.get("window"), origin.at("window"), check),
            reply_outcome=self._reply(outcome.get("reply"), origin.at("outcome", "reply"), check),
            item_outcome=self._items(outcome.get("items"), origin.at("outcome", "items"), check),
            errors=tuple(_errors(data.get("errors", {}))),
            example=model.Example(
                **{k: v for k, v in data.get("example", {}).items() if k != "note"}
            ),
            origin=origin,
            digest=_digest([self._shared_digest, self._documents[origin.file].data]),
        )

    def _constraint(
        self, data: Mapping[str, Any], origin: Origin, check: "_PathCheck"
    ) -> model.Constraint:
        kind: model.ConstraintKind = next(kind for kind in _CONSTRAINTS if kind in data)
        for index, path in enumerate(data[kind]):
            check.parameter(path, origin.at(kind, index))
        for path in data.get("when", {}):
            check.parameter(path, origin.at("when", path))
        return model.Constraint(kind, tuple(data[kind]), tuple(data.get("when", {}).items()))

    def _pagination(
        self, data: Mapping[str, Any] | None, origin: Origin, check: "_PathCheck"
    ) -> model.Pagination | None:
        if data is None:
            return None
        for key in ("page", "size"):
            check.parameter(data.get(key), origin.at(key))
        for key in ("items", "total", "more"):
            check.field(data.get(key), origin.at(key))
        cursor = data.get("cursor", {})
        check.parameter(cursor.get("send"), origin.at("cursor", "send"))
        check.field(cursor.get("read"), origin.at("cursor", "read"))
        return model.Pagination(
            style=data["style"],
            items=data["items"],
            page=data.get("page"),
            first=data.get("first", 1),
            size=data.get("size"),
            total=data.get("total"),
            more=data.get("more"),
            send=cursor.get("send"),
            read=cursor.get("read"),
        )

    def _window(
        self, data: Mapping[str, Any] | None, origin: Origin, check: "_PathCheck"
    ) -> model.Window | None:
        if data is None:
            return None
        for key in ("start", "end"):
            check.parameter(data.get(key), origin.at(key))
        return model.Window(
            start=data["start"],
            end=data.get("end"),
            longest=seconds(data.get("longest")),
            peak=seconds(data.get("peak")),
            within=seconds(data.get("within")),
        )

    def _reply(
        self, data: Mapping[str, Any] | None, origin: Origin, check: "_PathCheck"
    ) -> model.ReplyOutcome | None:
        if data is None:
            return None
        for key in ("success", "code", "message"):
            check.field(data.get(key), origin.at(key))
        return model.ReplyOutcome(
            data.get("success"), data.get("code"), data.get("message"), tuple(data.get("ok", ()))
        )

    def _items(
        self, data: Mapping[str, Any] | None, origin: Origin, check: "_PathCheck"
    ) -> model.ItemOutcome | None:
        if data is None:
            return None
        for index, path in enumerate(data["in"]):
            check.field(path, origin.at("in", index))
            for key in ("code", "message"):
                if key in data:
                    check.field(f"{path}.{data[key]}", origin.at(key))
        return model.ItemOutcome(
            tuple(data["in"]), data["code"], data.get("message"), tuple(data.get("ok", ()))
        )

    # The platform and the catalog

    def _platform(self, data: Mapping[str, Any], origin: Origin) -> model.Platform:
        parameters = self._resolver.members(data["parameters"], "request", origin.at("parameters"))
        naming = data["naming"]
        tolerance = seconds(data["clock"]["tolerance"])
        assert tolerance is not None
        return model.Platform(
            gateways=tuple(
                model.Gateway(name, gateway["url"], SpecText(gateway["description"]))
                for name, gateway in data["gateways"].items()
            ),
            parameters=self._members(parameters, origin.at("parameters")),
            utc_offset=data["clock"]["utc_offset"],
            clock_tolerance=tolerance,
            signing=tuple(
                model.SigningMethod(
                    name,
                    method["algorithm"],
                    SpecText(method["description"]),
                    tuple(_vector(vector) for vector in method.get("vectors", ())),
                )
                for name, method in data["signing"].items()
            ),
            dropped_prefix=naming["dropped_prefix"],
            response_suffix=naming["response_suffix"],
            error_root=naming["error_root"],
            request_id=naming["request_id"],
            checks=tuple(data["checks"]),
            errors=tuple(_errors(data["errors"])),
            sub_errors=tuple(_errors(data["sub_errors"])),
            digest=self._shared_digest,
        )

    def _catalog(self, data: Mapping[str, Any]) -> Iterator[model.CatalogEntry]:
        for key in ("titles", "beyond"):
            for entry in data[key]:
                yield model.CatalogEntry(
                    title=SpecText(entry.get("title", entry.get("method"))),
                    method=entry.get("method"),
                    doc_id=entry.get("doc"),
                    listed=key == "titles",
                    note=text(entry.get("note")),
                )


def _digest(data: Any) -> str:
    """Of plain data: changes whenever anything changes that a piece of IR is made of."""
    return hashlib.sha256(json.dumps(data, default=str, ensure_ascii=False).encode()).hexdigest()


def response_root(method: str, naming: Mapping[str, str]) -> str:
    """`taobao.tbk.shop.get` → `tbk_shop_get_response`."""
    name = method.removeprefix(naming["dropped_prefix"]).replace(".", "_")
    return name + naming["response_suffix"]


def _errors(data: Mapping[str, Any]) -> Iterator[model.ErrorCode]:
    for code, error in data.items():
        yield model.ErrorCode(
            code, text(error.get("message")), SpecText(error["solution"]), error["retry"]
        )


def _vector(data: Mapping[str, Any]) -> model.SigningVector:
    secret = bytes.fromhex(data["secret_hex"]) if "secret_hex" in data else data["secret"].encode()
    return model.SigningVector(data["name"], secret, dict(data["parameters"]), data["sign"])


def find_member(members: Sequence[model.Member], path: str) -> model.Member | None:
    """The member that a dotted path leads to; lists are passed through."""
    found: model.Member | None = None
    for name in path.split("."):
        found = next((member for member in members if member.name == name), None)
        if found is None:
            return None
        inner = element_type(found.type)
        members = inner.members if isinstance(inner, model.ObjectType) else ()
    return found


def element_type(type_: model.Type) -> model.Type:
    """The type itself, or what its lists hold."""
    while isinstance(type_, model.ArrayType):
        type_ = type_.items
    return type_


class _PathCheck:
    """Reports paths that lead nowhere."""

    def __init__(
        self,
        parameters: Sequence[model.Member],
        fields: Sequence[model.Member],
        problems: list[Problem],
    ) -> None:
        self._parameters = parameters
        self._fields = fields
        self._problems = problems

    def parameter(self, path: str | None, origin: Origin) -> None:
        self._check("parameter", self._parameters, path, origin)

    def field(self, path: str | None, origin: Origin) -> None:
        self._check("field", self._fields, path, origin)

    def _check(
        self, kind: str, members: Sequence[model.Member], path: str | None, origin: Origin
    ) -> None:
        if path is None or find_member(members, path):
            return
        hint = (
            did_you_mean(path, all_paths(members)) or "use dotted wire names without list wrappers"
        )
        message = f"no {kind} has the path {path!r}"
        self._problems.append(Problem(UNKNOWN_PATH, message, origin.file, origin.path, hint))


def all_paths(members: Sequence[model.Member], prefix: str = "") -> Iterator[str]:
    """The dotted paths of all members, outer ones first."""
    for member in members:
        path = prefix + member.name
        yield path
        inner = element_type(member.type)
        if isinstance(inner, model.ObjectType):
            yield from all_paths(inner.members, path + ".")
