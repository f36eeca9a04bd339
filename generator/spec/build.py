"""Build: resolved data → the frozen IR. Every string becomes a checked name or untrusted text."""

import datetime
import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from generator.problems import Origin, Problem, rule
from generator.spec import ir, language, names
from generator.spec.files import APIS, CATALOG, PLATFORM, PRODUCT, TYPES
from generator.spec.load import Document
from generator.spec.product import Product, Role, Topic, product, unknown_guesses
from generator.spec.resolve import Resolver
from generator.spec.text import Json, Name, SpecData, SpecText
from generator.spec.validate import FILE_NAME, WRONG_VALUE

UNKNOWN_PATH = rule(
    "unknown-path",
    "Paths lead to members",
    "pagination, window, outcome and constraints name members; users would find a wrong path.",
    "Use dotted wire names without list wrappers, for example data.results.",
)
UNKNOWN_WORD = rule(
    "unknown-word",
    "Every word stands in its vocabulary",
    "Topics and roles are words of the product, formats and units words of the language; each has "
    "one home, and every target reads it there.",
    "Correct the word, or add it: topics and roles to specs/product.yaml, everything else to "
    "generator/spec/language.py.",
)

_PUBLIC = Origin(PLATFORM, ("parameters",))
_NUMBER = re.compile(r"-?[0-9]{1,31}(\.[0-9]{1,31})?")

SharedType = Callable[[str], ir.ObjectType]


def text(value: str | None) -> SpecText | None:
    """Prose of a spec, or nothing."""
    return None if value is None else SpecText(value)


def name(value: str | None) -> Name | None:
    """A name of a spec, or nothing."""
    return None if value is None else Name(value)


def data(value: Json) -> SpecData | None:
    """A value of a spec, or nothing."""
    return None if value is None else SpecData(value)


def seconds(duration: str | None) -> int | None:
    """The seconds of a duration, or nothing."""
    return None if duration is None else language.seconds(duration)


def offset(text: str) -> datetime.timedelta:
    """`+08:00` → eight hours."""
    hours, _, minutes = text[1:].partition(":")
    span = datetime.timedelta(hours=int(hours), minutes=int(minutes))
    return -span if text[0] == "-" else span


def texts(values: Iterable[str]) -> tuple[SpecText, ...]:
    """Several pieces of prose, or values."""
    return tuple(map(SpecText, values))


def scalar_type(written: Mapping[str, Any]) -> ir.ScalarType:
    """The type of a scalar member."""
    kind, form = language.SCALARS[written["type"]], written.get("format")
    formats, name = (language.TIME_FORMATS, form) if form else (language.USUAL_FORMATS, kind.name)
    further = (language.TIME_FORMATS.get(word) for word in written.get("further_formats", ()))
    truth = written.get("truth")
    return ir.ScalarType(
        kind=kind.name,
        wire=written.get("wire", kind.wire),
        format=formats.get(name),
        separator=SpecText(written.get("separator", ",")) if kind.name == "csv" else None,
        further_formats=tuple(filter(None, further)),
        truth=ir.Truth(texts(truth["yes"]), texts(truth["no"])) if truth else None,
        placeholders=texts(written.get("placeholders", ())),
    )


def links(written: Mapping[str, Any]) -> tuple[ir.Link, ...]:
    """The public documents that a resolved mapping names."""
    return tuple(
        ir.Link(Name(link["name"]), SpecText(link["title"]), SpecText(link["url"]))
        for link in written.get("see", ())
    )


class Builder:
    """Builds the IR of a whole spec tree.

    With `complete=False` some files could not be read, so nothing is said about what is unused.
    """

    def __init__(self, documents: Mapping[str, Document], *, complete: bool = True) -> None:
        self._documents = documents
        self._complete = complete
        self.resolver = Resolver(documents)
        self._types: dict[str, ir.ObjectType] = {}
        self._own_problems: list[Problem] = []
        self._shared_digest = _digest(
            {
                file: document.data
                for file, document in sorted(documents.items())
                if not file.startswith(APIS) and file != CATALOG
            }
        )
        self._roles: Mapping[str, Role] = {}
        self._topics: Mapping[str, Topic] = {}
        self._naming: Mapping[str, str] = {}
        self._packages: Mapping[str, Any] = {}
        self._document_page: str | None = None

    @property
    def problems(self) -> list[Problem]:
        """What is wrong with references, paths, words and places of files."""
        return self.resolver.problems + self._own_problems

    @property
    def faults(self) -> list[Problem]:
        """The problems with which there is no IR."""
        return [problem for problem in self.problems if not problem.warning]

    def spec(self) -> ir.Spec | None:
        """The IR of everything that is sound; None if what all APIs share is not."""
        for file in (PLATFORM, CATALOG, PRODUCT):
            if file not in self._documents:
                self._report(FILE_NAME, "this file is missing", Origin(file))
        product_words = self._product()
        self.shared_types()
        shared_is_sound = not self.faults
        if shared_is_sound:
            self._naming = self._data(PLATFORM)["naming"]
            self._packages = self._data(PLATFORM).get("packages", {})
            self._document_page = self._data(PLATFORM).get("document_page")
        sound = [
            self._sound_api(document, shared_is_sound)
            for file, document in self._documents.items()
            if file.startswith(APIS)
        ]
        before = len(self.faults)
        platform = (
            self.resolver.platform(self._documents[PLATFORM]) if PLATFORM in self._documents else {}
        )
        vocabulary = self.resolver.vocabulary()
        self._check_errors(platform)
        is_sound = len(self.faults) == before
        if self._complete:
            self.resolver.report_unused()
        if not shared_is_sound or product_words is None or not is_sound:
            return None
        apis = sorted(filter(None, sound), key=lambda api: api.method)
        return ir.Spec(
            product=product_words,
            platform=self._platform(platform),
            titles=tuple(self._titles(self._data(CATALOG), apis)),
            types=tuple(self._types[name] for name in sorted(self._types)),
            vocabulary=ir.Members(
                self._member(name, written, "response", self._home(name), self._types.__getitem__)
                for name, written in vocabulary.items()
            ),
            links=tuple(
                ir.Link(Name(name), SpecText(link["title"]), SpecText(link["url"]))
                for name, link in sorted(self.resolver.shared.links.items())
            ),
            apis=tuple(apis),
        )

    def _home(self, name: str) -> Origin:
        """Where a shared field is declared."""
        return Origin(self.resolver.shared.homes[name], (name,))

    def _report(
        self, rule_name: str, message: str, origin: Origin, hint: str = "", *, key: bool = False
    ) -> None:
        self._own_problems.append(
            Problem(rule_name, message, origin.file, origin.path, hint, on_key=key)
        )

    def _product(self) -> Product | None:
        if PRODUCT not in self._documents:
            return None
        written = self._data(PRODUCT)
        for path, word, vocabulary in unknown_guesses(written):
            self._unknown_word(word, vocabulary, written[vocabulary], Origin(PRODUCT, path))
        built = product(written, _digest(written))
        self._roles = {role.name: role for role in built.roles}
        self._topics = {topic.name: topic for topic in built.topics}
        return built

    def _unknown_word(
        self, word: str, vocabulary: str, known: Iterable[str], origin: Origin
    ) -> None:
        hint = names.did_you_mean(word, known) or f"one of {', '.join(known)}"
        self._report(UNKNOWN_WORD, f"{word!r} is none of the {vocabulary}", origin, hint)

    def _sound_api(self, document: Document, shared_is_sound: bool) -> ir.Api | None:
        """One API, or None if something that it refers to is wrong, as `problems` then says."""
        before = len(self.faults)
        resolved = self.resolver.api(document)
        if not shared_is_sound or len(self.faults) > before:
            return None
        self._check_words(resolved, Origin(document.file))
        if len(self.faults) > before:
            return None
        api = self._api(resolved, Origin(document.file))
        return None if len(self.faults) > before else api

    def _data(self, file: str) -> Mapping[str, Any]:
        found = self._documents[file].data
        assert isinstance(found, dict), file
        return found

    # Types and members

    def shared_types(self) -> None:
        """Build the types that members refer to, unless they refer to what is missing."""
        resolved = self.resolver.types()
        if any(not problem.warning for problem in self.resolver.problems):
            return

        def build(name: str) -> ir.ObjectType:
            if name not in self._types:
                declared = resolved[name]
                origin = Origin(TYPES, (name,))
                side = declared["use_in"]
                members = self.members(declared["fields"], side, origin.at("fields"), build)
                self._types[name] = ir.ObjectType(
                    name=Name(name),
                    description=SpecText(declared["description"]),
                    members=members,
                    origin=origin,
                    side=side,
                    shared=True,
                )
            return self._types[name]

        for name in resolved:
            build(name)

    def members(
        self,
        members: Mapping[str, Any],
        side: ir.Side,
        origin: Origin,
        take: SharedType | None = None,
    ) -> ir.Members:
        """The members that resolved data describe; `take` gives them their shared types."""
        take = take or self._types.__getitem__
        return ir.Members(
            self._member(name, written, side, origin.at(name), take)
            for name, written in members.items()
        )

    def _member(
        self, name: str, written: Mapping[str, Any], side: ir.Side, origin: Origin, take: SharedType
    ) -> ir.Member:
        deprecated = written.get("deprecated")
        required = written.get("required", False)
        unit = written.get("unit")
        return ir.Member(
            name=Name(name),
            python_name=Name(written.get("python", name)),
            type=self._type(written, side, origin, take),
            description=SpecText(written.get("description", "")),
            origin=origin,
            required=None if required == "unknown" else required,
            default=data(written.get("default")),
            example=data(written.get("example")),
            enum=tuple(
                ir.EnumValue(SpecText(value), SpecText(meaning))
                for value, meaning in written.get("enum", {}).items()
            ),
            limits=ir.Limits(
                minimum=self._number(written, "minimum", origin),
                maximum=self._number(written, "maximum", origin),
                min_length=written.get("min_length"),
                max_length=written.get("max_length"),
                min_items=written.get("min_items"),
                max_items=written.get("max_items"),
                scale=written.get("scale"),
            ),
            closed=self._optional(written, "closed", "closings", language.CLOSINGS, origin),
            unit=unit and self._word(unit, "units", language.UNITS, origin.at("unit")),
            deprecated=deprecated is not None,
            deprecation=text(deprecated) if isinstance(deprecated, str) else None,
            see=links(written),
            note=text(written.get("note")),
            taken_from={key: Name(method) for key, method in written.get("taken_from", {}).items()},
        )

    def _optional(
        self,
        written: Mapping[str, Any],
        key: str,
        vocabulary: str,
        known: Mapping[str, language._W],
        origin: Origin,
    ) -> language._W | None:
        """The word of a key that may be absent."""
        word = written.get(key)
        return None if word is None else self._word(word, vocabulary, known, origin.at(key))

    def _number(self, written: Mapping[str, Any], key: str, origin: Origin) -> ir.Number | None:
        """A bound; a whole one stays whole."""
        value = written.get(key)
        if value is None or (isinstance(value, int) and not isinstance(value, bool)):
            return value
        if not _NUMBER.fullmatch(str(value)):
            hint = "write digits, with a point if need be"
            self._report(WRONG_VALUE, f"{str(value)[:40]!r} is no number", origin.at(key), hint)
            return None
        number = Decimal(str(value))
        return int(number) if number == number.to_integral_value() else number

    def _word(
        self, word: str, vocabulary: str, known: Mapping[str, language._W], origin: Origin
    ) -> language._W | None:
        if word not in known:
            self._unknown_word(word, vocabulary, known, origin)
        return known.get(word)

    def _type(
        self, written: Mapping[str, Any], side: ir.Side, origin: Origin, take: SharedType
    ) -> ir.Type:
        kind = written["type"]
        if kind == "array":
            # A list of objects says once what it holds.
            items = {"description": written.get("description", ""), **written["items"]}
            return ir.ArrayType(
                items=self._type(items, side, origin.at("items"), take),
                wrapper=name(written.get("wrapper")),
                wrapper_inferred=written.get("wrapper_inferred", False),
                separator=SpecText(written.get("separator", ",")),
            )
        if kind == "object":
            return ir.ObjectType(
                name=name(written.get("name")),
                description=SpecText(written.get("description", "")),
                members=self.members(written.get("fields", {}), side, origin.at("fields"), take),
                origin=origin,
                side=side,
            )
        if kind not in language.SCALARS:
            return take(kind)
        self._optional(written, "format", "formats", language.TIME_FORMATS, origin)
        for index, form in enumerate(written.get("further_formats", ())):
            where = origin.at("further_formats", index)
            self._word(form, "formats", language.TIME_FORMATS, where)
        return scalar_type(written)

    # APIs

    def _check_words(self, written: Mapping[str, Any], origin: Origin) -> None:
        """Every word of an API, before it is looked up."""
        for path, vocabulary, known in (
            (("role",), "roles", self._roles),
            (("topic",), "topics", self._topics),
            (("coverage",), "coverages", language.COVERAGES),
            (("auth", "session"), "session needs", language.SESSIONS),
            (("doc", "confidence"), "confidences", language.CONFIDENCES),
        ):
            word: Any = written
            for step in path:
                word = word[step]
            if word not in known:
                self._unknown_word(word, vocabulary, known, origin.at(*path))
        source = written["doc"].get("source", {})
        where = origin.at("doc", "source")
        self._optional(source, "kind", "kinds of sources", language.SOURCE_KINDS, where)
        self._check_errors(written)

    def _check_errors(self, written: Mapping[str, Any]) -> None:
        """Every word of the errors of a method, or of the platform."""
        for key in ("errors", "sub_errors"):
            for error in written.get(key, {}).values():
                where = error["origin"]
                self._optional(error, "retry", "retry classes", language.RETRIES, where)
                self._optional(error, "class", "error classes", language.ERROR_CLASSES, where)
                limit, inner = error.get("limit", {}), where.at("limit")
                self._optional(limit, "scope", "scopes", language.LIMIT_SCOPES, inner)
                self._optional(limit, "lasts", "spans", language.LIMIT_SPANS, inner)

    def _api(self, written: Mapping[str, Any], origin: Origin) -> ir.Api:
        method, role = written["method"], written["role"]
        expected = f"{APIS}{role}/{method}.yaml"
        if origin.file != expected:
            self._report(FILE_NAME, f"the file should be {expected}", origin.at("method"))
        parameters = self.members(written.get("request", {}), "request", origin.at("request"))
        fields = self.members(written.get("response", {}), "response", origin.at("response"))
        check = _PathCheck(parameters, fields, self._own_problems)
        outcome = written.get("outcome", {})
        doc, sample = written["doc"], written.get("example", {})
        idempotent, reason = _idempotent(written)
        prefix = self._naming["dropped_prefix"]
        return ir.Api(
            method=Name(method),
            python_name=Name(names.python_method(method, prefix)),
            class_prefix=Name(names.class_prefix(method, prefix)),
            root=Name(names.python_method(method, prefix) + self._naming["response_suffix"]),
            title=SpecText(written.get("title", method)),
            summary=SpecText(written["summary"]["zh"]),
            summary_en=SpecText(written["summary"]["en"]),
            description=text(written.get("description")),
            see=links(written),
            role=self._roles[role],
            topic=self._topics[written["topic"]],
            coverage=language.COVERAGES[written["coverage"]],
            deprecated=written.get("status") == "deprecated",
            replaced_by=self._successor(written.get("replaced_by")),
            invitation_only=written.get("access") == "invitation",
            doc=ir.Doc(
                id=doc.get("id"),
                page=text(_address(self._document_page, doc.get("id"))),
                verified=self._day(doc.get("verified"), origin.at("doc", "verified")),
                sources=tuple(SpecText(source) for source in doc["sources"]),
                confidence=language.CONFIDENCES[doc["confidence"]],
                source=self._source(doc.get("source"), origin.at("doc", "source", "date")),
                notes=tuple(SpecText(note) for note in doc.get("notes", ())),
            ),
            auth=ir.Auth(
                language.SESSIONS[written["auth"]["session"]],
                tuple(self._permission_packages(written["auth"], doc.get("id"))),
            ),
            idempotent=idempotent,
            idempotent_reason=text(reason),
            parameters=parameters,
            constraints=tuple(
                _constraint(item, origin.at("constraints", index), check)
                for index, item in enumerate(written.get("constraints", ()))
            ),
            fields=fields,
            response_complete=written.get("response_complete", True) and "response" in written,
            pagination=_pagination(written.get("pagination"), origin.at("pagination"), check),
            window=_window(written, origin.at("window"), check),
            batch=_batch(written.get("batch"), origin.at("batch"), check),
            reply_outcome=_reply(outcome.get("reply"), origin.at("outcome", "reply"), check),
            item_outcome=_items(outcome.get("items"), origin.at("outcome", "items"), check),
            errors=tuple(_errors(written.get("errors", {}))),
            sample=data(sample.get("response")),
            sample_note=text(sample.get("note")),
            origin=origin,
            digest=_digest([self._shared_digest, self._documents[origin.file].data]),
        )

    def _successor(self, method: str | None) -> ir.Successor | None:
        if method is None:
            return None
        python_name = names.python_method(method, self._naming["dropped_prefix"])
        return ir.Successor(Name(method), Name(python_name))

    def _permission_packages(
        self, auth: Mapping[str, Any], doc: int | None
    ) -> Iterator[ir.PermissionPackage]:
        # Once, they were called scopes.
        legacy = self._packages.get("legacy", ())
        held = auth.get("packages", auth.get("scopes", ()))
        for package in sorted(held, key=lambda package: package in legacy):
            page = _address(self._packages.get("page"), doc)
            page = page and page.replace("{package}", package)
            yield ir.PermissionPackage(Name(package), text(page), package in legacy)

    def _source(self, written: Mapping[str, Any] | None, origin: Origin) -> ir.Source | None:
        if written is None:
            return None
        date = written.get("date")
        if date and len(date) == len("2025-10-31") and self._day(date, origin) is None:
            return None
        return ir.Source(language.SOURCE_KINDS[written["kind"]], name(date))

    def _day(self, written: str | None, origin: Origin) -> datetime.date | None:
        try:
            return None if written is None else datetime.date.fromisoformat(written)
        except ValueError:
            self._report(WRONG_VALUE, f"{written!r} is no day of the calendar", origin)
            return None

    # The platform and the list of titles

    def _platform(self, written: Mapping[str, Any]) -> ir.Platform:
        naming = written["naming"]
        return ir.Platform(
            gateways=tuple(
                ir.Gateway(Name(name), Name(gateway["url"]), SpecText(gateway["description"]))
                for name, gateway in written["gateways"].items()
            ),
            parameters=self.members(written["parameters"], "request", _PUBLIC),
            utc_offset=offset(written["clock"]["utc_offset"]),
            clock_tolerance=language.seconds(written["clock"]["tolerance"]),
            signing=tuple(
                ir.SigningMethod(
                    Name(name),
                    method["algorithm"],
                    SpecText(method["description"]),
                    tuple(_vector(vector) for vector in method.get("vectors", ())),
                )
                for name, method in written["signing"].items()
            ),
            dropped_prefix=Name(naming["dropped_prefix"]),
            response_suffix=Name(naming["response_suffix"]),
            error_root=Name(naming["error_root"]),
            request_id=Name(naming["request_id"]),
            checks=tuple(map(Name, written["checks"])),
            errors=tuple(_errors(written["errors"])),
            sub_errors=tuple(_errors(written["sub_errors"])),
            digest=self._shared_digest,
        )

    def _titles(
        self, written: Mapping[str, Any], apis: Iterable[ir.Api]
    ) -> Iterator[ir.ListedTitle]:
        """The rows of the catalog; one that leaves the title to the spec has the spec's."""
        of_specs = {str(api.method): api.title for api in apis}
        for key in ("titles", "beyond"):
            for index, entry in enumerate(written[key]):
                method = entry.get("method", "")
                yield ir.ListedTitle(
                    title=text(entry.get("title")) or of_specs.get(method) or SpecText(method),
                    method=name(entry.get("method")),
                    doc_id=entry.get("doc"),
                    listed=key == "titles",
                    note=text(entry.get("note")),
                    origin=Origin(CATALOG, (key, index)),
                )


def _digest(written: Any) -> Name:
    """Of plain data: changes whenever anything changes that a piece of IR is made of."""
    content = json.dumps(written, default=str, ensure_ascii=False).encode()
    return Name(hashlib.sha256(content).hexdigest())


def _idempotent(written: Mapping[str, Any]) -> tuple[bool, str | None]:
    """Whether a method may be called twice, and the reason; once, that stood among the notes."""
    told = written["idempotent"]
    if not isinstance(told, bool):
        return told["value"], told["reason"]
    notes: Iterable[str] = written["doc"].get("notes", ())
    reasons = (note.partition(":")[2] for note in notes if note.startswith("idempotent:"))
    return told, next(reasons, "").strip() or None


def _errors(written: Mapping[str, Any]) -> Iterator[ir.ErrorCode]:
    for code, error in written.items():
        yield ir.ErrorCode(
            SpecText(code),
            text(error.get("message")),
            SpecText(error["solution"]),
            language.ERROR_CLASSES[error.get("class") or _CLASSES[error["retry"]]],
            language.RETRIES[error["retry"]],
            error["origin"],
            _limit(error),
            links(error),
            text(error.get("note")),
        )


_CLASSES = {"later": "temporary", "ban": "rate_limit"} | dict.fromkeys(
    ("never", "clock", "sub_code"), "business"
)
"""The class of an error in specs that were written before there were classes."""


def _limit(error: Mapping[str, Any]) -> ir.RateLimit | None:
    written = error.get("limit")
    if written is None and "class" not in error and error["retry"] == "ban":
        written = {"scope": "app", "lasts": "told"}
    return written and ir.RateLimit(
        language.LIMIT_SCOPES[written["scope"]], language.LIMIT_SPANS[written["lasts"]]
    )


def _vector(written: Mapping[str, Any]) -> ir.SigningVector:
    if "secret_hex" in written:
        secret = bytes.fromhex(written["secret_hex"])
    else:
        secret = written["secret"].encode()
    return ir.SigningVector(
        SpecText(written["name"]), secret, SpecData(written["parameters"]), Name(written["sign"])
    )


def _address(page: str | None, doc: int | None) -> str | None:
    """The address of a page about a document; None if it needs an id that nobody knows."""
    if page and "{doc}" in page:
        return page.replace("{doc}", str(doc)) if doc else None
    return page


def _constraint(written: Mapping[str, Any], origin: Origin, check: "_PathCheck") -> ir.Constraint:
    kind = next(kind for kind in language.CONSTRAINTS if kind in written)
    for index, path in enumerate(written[kind]):
        check.parameter(path, origin.at(kind, index))
    for path in written.get("when", {}):
        check.parameter(path, origin.at("when", path))
    return ir.Constraint(
        language.CONSTRAINTS[kind],
        tuple(map(Name, written[kind])),
        tuple((Name(path), SpecData(value)) for path, value in written.get("when", {}).items()),
    )


def _pagination(
    written: Mapping[str, Any] | None, origin: Origin, check: "_PathCheck"
) -> ir.Pagination | None:
    if written is None:
        return None
    for key in ("page", "size", "offset"):
        check.parameter(written.get(key), origin.at(key))
    for key in ("total", "more"):
        check.field(written.get(key), origin.at(key))
    items, where = written["items"], origin.at("items")
    if isinstance(items, str):
        items = [items]
        check.field(items[0], where)
    else:
        for index, path in enumerate(items):
            check.field(path, where.at(index))
    cursor = written.get("cursor", {})
    for key in ("send", "direction"):
        check.parameter(cursor.get(key), origin.at("cursor", key))
    check.field(cursor.get("read"), origin.at("cursor", "read"))
    return ir.Pagination(
        style=written["style"],
        items=tuple(map(Name, items)),
        page=name(written.get("page")),
        offset=name(written.get("offset")),
        first=written.get("first", 1),
        size=name(written.get("size")),
        total=name(written.get("total")),
        more=name(written.get("more")),
        send=name(cursor.get("send")),
        read=name(cursor.get("read")),
        direction=name(cursor.get("direction")),
    )


def _window(api: Mapping[str, Any], origin: Origin, check: "_PathCheck") -> ir.Window | None:
    written = api.get("window")
    if written is None:
        return None
    for key in ("start", "end", "length"):
        check.parameter(written.get(key), origin.at(key))
    lists = api.get("pagination", {}).get("items", ())
    for path in [lists] if isinstance(lists, str) else lists:
        for key in ("key", "changed"):
            if key in written:
                check.field(f"{path}.{written[key]}", origin.at(key))
    return ir.Window(
        start=Name(written["start"]),
        end=name(written.get("end")),
        longest=seconds(written.get("longest")),
        peak=seconds(written.get("peak")),
        peak_days=tuple(map(Name, written.get("peak_days", ()))),
        within=seconds(written.get("within")),
        length=name(written.get("length")),
        too_long=name(written.get("too_long")),
        key=name(written.get("key")),
        changed=name(written.get("changed")),
    )


def _batch(
    written: Mapping[str, Any] | None, origin: Origin, check: "_PathCheck"
) -> ir.Batch | None:
    if written is None:
        return None
    values, items, key = (written[name] for name in ("values", "items", "key"))
    check.parameter(values, origin.at("values"))
    check.field(items, origin.at("items"))
    check.field(f"{items}.{key}", origin.at("key"))
    return ir.Batch(Name(values), Name(items), Name(key))


def _reply(
    written: Mapping[str, Any] | None, origin: Origin, check: "_PathCheck"
) -> ir.ReplyOutcome | None:
    if written is None:
        return None
    for key in ("success", "code", "message"):
        check.field(written.get(key), origin.at(key))
    return ir.ReplyOutcome(
        name(written.get("success")),
        name(written.get("code")),
        name(written.get("message")),
        tuple(map(SpecData, written.get("ok", ()))),
    )


def _items(
    written: Mapping[str, Any] | None, origin: Origin, check: "_PathCheck"
) -> ir.ItemOutcome | None:
    if written is None:
        return None
    for index, path in enumerate(written["in"]):
        check.field(path, origin.at("in", index))
        for key in ("code", "message"):
            if key in written:
                check.field(f"{path}.{written[key]}", origin.at(key))
    return ir.ItemOutcome(
        tuple(map(Name, written["in"])),
        Name(written["code"]),
        name(written.get("message")),
        tuple(map(SpecData, written.get("ok", ()))),
    )


class _PathCheck:
    """Reports paths that lead nowhere."""

    def __init__(self, parameters: ir.Members, fields: ir.Members, problems: list[Problem]) -> None:
        self._parameters = parameters
        self._fields = fields
        self._problems = problems

    def parameter(self, path: str | None, origin: Origin) -> None:
        self._check("parameter", self._parameters, path, origin)

    def field(self, path: str | None, origin: Origin) -> None:
        self._check("field", self._fields, path, origin)

    def _check(self, kind: str, members: ir.Members, path: str | None, origin: Origin) -> None:
        if path is None or members.find(path):
            return
        hint = names.did_you_mean(path, members.paths())
        hint = hint or "use dotted wire names without list wrappers"
        message = f"no {kind} has the path {path!r}"
        self._problems.append(Problem(UNKNOWN_PATH, message, origin.file, origin.path, hint))
