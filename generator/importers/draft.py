"""A document → the data of a spec. Sentences are left to people: `待写` stands in their place."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from generator.importers.document import ApiDocument, RawError, RawMember
from generator.importers.facts import facts
from generator.importers.types import class_name, inferred_wrapper
from generator.importers.vocabulary import Vocabulary
from generator.spec.lint.texts import PLACEHOLDER
from generator.spec.text import Json

MEMBER_KEYS = (
    "use type name wire python wrapper wrapper_inferred required format separator unit minimum "
    "maximum min_length max_length min_items max_items default example enum deprecated description "
    "note items fields"
).split()
API_KEYS = (
    "method title summary description role topic coverage status replaced_by access doc auth "
    "idempotent request constraints response response_complete pagination window outcome errors "
    "example"
).split()

_LEFT_TO_SHARED = frozenset({"type", "wire", "format", "deprecated"})
"""What a shared field that fits says as well, or better."""

_ROLES = {"推广者": "publisher", "服务商": "service_provider", "公用": "common"}
_ROLE_WORDS = {"sc": "service_provider", "dg": "publisher"}
_TOPICS = (
    ("tpwd", "tpwd"), ("feed", "feed"), ("seed", "feed"),
    ("refund", "refunds"), ("punish", "refunds"),
    ("newuser", "newusers"), ("cpa", "activities"), ("tlj", "gifts"), ("vegas", "activities"),
    ("rta", "identity"), ("uvid", "identity"), ("ucrowd", "crowds"), ("membergroup", "publishers"),
    ("report", "reports"), ("reports", "reports"), ("media", "reports"),
    ("order", "orders"), ("orders", "orders"), ("coupon", "coupons"),
    ("link", "links"), ("convert", "links"), ("privilege", "links"), ("spread", "links"),
    ("shop", "shops"), ("activity", "activities"), ("content", "content"),
    ("material", "materials"), ("optimus", "materials"), ("interest", "materials"),
    ("image", "materials"), ("item", "items"), ("itemid", "items"),
    ("publisher", "publishers"), ("tbkinfo", "publishers"),
    ("invitecode", "publishers"), ("adzone", "publishers"),
)  # fmt: skip
_WRITING = frozenset(
    "create save add upload update delete remove stop send write launch record behavior".split()
)
_READING = frozenset("get query list search parse convert match status detail summary".split())
_RETRY_LATER = re.compile(
    r"稍[后候等]|重试|系统(?:异常|繁忙|错误|故障)|服务(?:不可用|系统异常)|超时"
)
_SESSION = {"sent": "required", "unsent": "none", None: "unknown"}
_LONGEST_LABEL = 20


class Drafter:
    """Writes drafts with one shared vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def api(self, document: ApiDocument, title: str | None, doc_id: int | None) -> dict[str, Any]:
        """The spec of one method; what is a guess is said in `doc.notes` or in a note."""
        method = document.method
        assert method is not None
        doc: dict[str, Json] = {"id": doc_id} if doc_id else {}
        doc |= {
            "confidence": "documented",
            "sources": [f"page apiId={doc_id}" if doc_id else f"page of {method}"],
            "notes": self._guesses(document, title),
        }
        data: dict[str, Any] = {
            "method": method,
            "title": title,
            "summary": {"zh": PLACEHOLDER, "en": PLACEHOLDER},
            "role": role_of(title, method),
            "topic": topic_of(method),
            "coverage": "full" if document.response is not None else "request",
            "doc": doc,
            "auth": session_of(document),
            "idempotent": is_idempotent(method),
            "request": self.members(document.request or (), "request"),
        }
        if document.response is not None:
            data["response"] = self.members(document.response, "response")
        if document.errors:
            data["errors"] = self.errors(document.errors)
        if samples := samples_of(document):
            data["example"] = samples
        return {key: data[key] for key in API_KEYS if data.get(key) is not None}

    def _guesses(self, document: ApiDocument, title: str | None) -> list[Json]:
        guesses = ["待核对：topic 与 idempotent 由方法名推断"]
        if title is None:
            guesses.append("待核对：文档没有写标题，role 由方法名推断")
        if document.session == "sent":
            guesses.append("待核对：文档的代码示例传入 sessionKey，故认为必须授权")
        elif document.session == "unsent":
            guesses.append("待核对：文档的代码示例没有传入 sessionKey，故认为不需授权")
        return [*guesses]

    # Members

    def members(self, rows: Iterable[RawMember], side: str) -> dict[str, dict[str, Json]]:
        """The members of a request, a response or an object."""
        return self._members(rows, side, _ClassNames())

    def member(self, row: RawMember, side: str) -> dict[str, Json]:
        """One member with everything inside it."""
        return self._member(row, side, _ClassNames())

    def _members(
        self, rows: Iterable[RawMember], side: str, names: "_ClassNames"
    ) -> dict[str, dict[str, Json]]:
        return {row.name: self._member(row, side, names) for row in rows}

    def _member(self, row: RawMember, side: str, names: "_ClassNames") -> dict[str, Json]:
        found = facts(row, in_request=side == "request")
        data = found.all
        if data.get("required") is False:
            del data["required"]
        doubts = list(found.doubts)
        is_object = data["type"] == "object"
        if row.is_list:
            element: dict[str, Json] = {"type": data["type"]}
            if is_object:
                element = self._object(row, side, names)
            if "wire" in data:
                element["wire"] = data.pop("wire")
            data |= {"type": "array", "items": element}
            data |= _wrapper(row) if side == "response" else {}
        elif is_object:
            data |= self._object(row, side, names)
        elif shared := self._vocabulary.field(row, found):
            declared = self._vocabulary.field_data(shared)
            own = {
                k: v for k, v in data.items() if k not in _LEFT_TO_SHARED and declared.get(k) != v
            }
            if "enum" in declared:
                own.pop("enum", None)
            data = {"use": shared, **own}
            doubts = [doubt for doubt in doubts if row.nesting_guessed or row.from_sample]
        if "enum" in data:
            data["enum"] = _short_labels(data["enum"])
        if "use" not in data:
            data["description"] = self._description(data)
        if doubts:
            data["note"] = "待核对：" + "；".join(doubts)
        return {key: data[key] for key in MEMBER_KEYS if key in data}

    def _object(self, row: RawMember, side: str, names: "_ClassNames") -> dict[str, Json]:
        if not row.children:
            return {"type": "object"}
        if shared := self._vocabulary.object_type(row.children, side):
            return {"type": shared}
        name = names.take(class_name(row))
        return {"type": "object", "name": name, "fields": self._members(row.children, side, names)}  # type: ignore[dict-item]

    def _description(self, data: Mapping[str, Json]) -> str:
        """The description of a shared type, or the mark that one must be written."""
        declaration = self._vocabulary.types.get(str(data["type"]), {})
        return str(declaration.get("description", PLACEHOLDER))

    # Errors

    def errors(self, errors: tuple[RawError, ...]) -> dict[str, Any]:
        """The error codes, by shared sets where they fit."""
        sets = self._vocabulary.error_sets(errors)
        shared = self._vocabulary.errors_of(sets)
        own = {e.code: error_data(e) for e in errors if e.code not in shared}
        return ({"use": sets} if sets else {}) | own


class _ClassNames:
    """Gives every object of a method a class name of its own."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, wanted: str) -> str:
        name, number = wanted, 2
        while name in self._taken:
            name, number = f"{wanted}{number}", number + 1
        self._taken.add(name)
        return name


def _wrapper(row: RawMember) -> dict[str, Json]:
    if row.wrapper:
        return {"wrapper": row.wrapper}
    return {"wrapper": inferred_wrapper(row.type), "wrapper_inferred": True}


def _short_labels(labels: Json) -> dict[str, Json]:
    """Labels are names of values; what is longer is a sentence, and sentences are ours to write."""
    assert isinstance(labels, dict)
    return {
        value: label if len(str(label)) <= _LONGEST_LABEL else PLACEHOLDER
        for value, label in labels.items()
    }


def error_data(error: RawError) -> dict[str, Json]:
    """One error code; what to do about it is for people to write."""
    later = _RETRY_LATER.search(error.message + error.solution)
    data: dict[str, Json] = {"message": error.message} if error.message else {}
    return data | {"solution": PLACEHOLDER, "retry": "later" if later else "never"}


def role_of(title: str | None, method: str) -> str:
    """Who calls a method: the title says it, or else the method name."""
    if title:
        places = {title.find(word): role for word, role in _ROLES.items() if word in title}
        return places[min(places)] if places else "other"
    words = method.split(".")
    return next((role for word, role in _ROLE_WORDS.items() if word in words), "other")


def topic_of(method: str) -> str:
    """The chapter that the words of the method name point to."""
    words = method.split(".")
    return next((topic for word, topic in _TOPICS if word in words), "utilities")


def is_idempotent(method: str) -> bool:
    """Whether the method name sounds like reading. Making a password stores nothing."""
    words = method.split(".")
    if words[-1] in _READING or "tpwd" in words:
        return True
    return not _WRITING.intersection(words)


def session_of(document: ApiDocument) -> dict[str, Json]:
    """The need of a session as `auth`."""
    stated = document.session
    return {"session": _SESSION.get(stated, stated)}


def samples_of(document: ApiDocument) -> dict[str, Json]:
    """The sample bodies as `example`."""
    samples = {"response": document.reply, "error": document.failure}
    return {key: dict(sample.data) for key, sample in samples.items() if sample and sample.data}
