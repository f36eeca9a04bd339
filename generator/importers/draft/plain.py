"""A document → the data of a spec as far as the document tells it, without references."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from generator.importers.draft import sentences
from generator.importers.draft.spec_types import (
    UNSURE_WIRES,
    broken_fact,
    class_name,
    inferred_wrapper,
    scalar_type,
    typed,
)
from generator.importers.facts import ERROR_FACT, REQUEST_FACTS, SAMPLE_FACTS, belongs
from generator.importers.read.apidoc import ApiDocument, RawError, RawMember
from generator.importers.read.documented_types import documented_kind, element
from generator.importers.read.nesting import REQUEST_ID
from generator.spec import values
from generator.spec.lint.texts import DOUBT, PLACEHOLDER
from generator.spec.text import Json

LONGEST_EXAMPLE = 150
"""What is longer (a link with all its tracking) is no help in an editor."""

LONGEST_TITLE, LONGEST_MESSAGE = 100, 500
"""What is longer is no title or message of the platform."""

_SESSIONS = {"sent": "required", "unsent": "none"}


@dataclass(slots=True)
class Told:
    """What stands behind a member: where and how the document tells it."""

    row: RawMember
    doubts: list[str] = field(default_factory=list)
    guesses: set[str] = field(default_factory=set)
    """The keys that are no more than a guess."""


@dataclass(slots=True)
class PlainDraft:
    """The data of a spec that one document tells; members by their dotted paths in `told`."""

    document: ApiDocument
    data: dict[str, Any] = field(default_factory=dict)
    told: dict[str, Told] = field(default_factory=dict)
    public: tuple[str, ...] = ()
    """Parameters of the gateway that the document lists among the method's own."""
    notes: list[str] = field(default_factory=list)
    """What was guessed on the way to a spec."""


def plain_draft(document: ApiDocument, public: Collection[str] = ()) -> PlainDraft:
    """Everything that the document states, as a spec says it, without what the gateway adds.

    `public` are the names of parameters that go with every call.
    """
    draft = PlainDraft(document)
    said, errors = document.session, document.errors or ()
    bodies = map(_body, (document.reply, document.failure))
    draft.data = {
        "title": document.title if len(document.title or "") <= LONGEST_TITLE else None,
        "doc": {"id": document.doc_id},
        "auth": {"session": _SESSIONS.get(said or "", said or "unknown")},
        "errors": {error.code: _error(error) for error in errors if error.code != "use"},
        "example": {key: data for key, data in zip(SAMPLE_FACTS, bodies, strict=True) if data},
    }
    own = document.request and tuple(row for row in document.request if row.name not in public)
    draft.public = tuple(row.name for row in document.request or () if row.name in public)
    reply = document.response and tuple(r for r in document.response if r.name != REQUEST_ID)
    for side, rows in (("request", own), ("response", reply)):
        if rows is not None:
            draft.data[side] = _members(rows, draft, side)
    return draft


def session_guess(draft: PlainDraft) -> str | None:
    """The note that the need of a session is concluded from the code samples, if it is."""
    said = draft.document.session
    if said not in _SESSIONS:
        return None
    sent, need = ("传入", "必须") if said == "sent" else ("没有传入", "不需")
    return f"{DOUBT}文档的代码示例{sent} sessionKey，故认为{need}授权"


def _error(error: RawError) -> dict[str, Json]:
    """One error code; what to do about it is for people to write."""
    message = error.message if len(error.message) <= LONGEST_MESSAGE else ""
    data: dict[str, Json] = {ERROR_FACT: message} if message else {}
    class_, is_sure = sentences.error_class(error.code, error.message, error.solution)
    later = class_ in ("rate_limit", "temporary")
    data |= {"solution": PLACEHOLDER, "class": class_}
    if class_ == "rate_limit":
        data["limit"] = {"scope": "method", "lasts": "unknown"}
    data["retry"] = "later" if later else "never"
    guessed = "class 与 limit" if class_ == "rate_limit" else "class"
    return data if is_sure else data | {"note": f"{DOUBT}{guessed} 为推断"}


def _body(sample: dict[str, Json] | None) -> dict[str, Json]:
    """A sample without what the gateway adds to every reply."""
    return {key: value for key, value in (sample or {}).items() if key != REQUEST_ID}


def _members(rows: Iterable[RawMember], draft: PlainDraft, path: str) -> dict[str, dict[str, Any]]:
    members: dict[str, dict[str, Any]] = {}
    for row in rows:
        here = f"{path}.{row.name}"
        if row.name in members:
            draft.told[here].doubts.append("文档里有几行同名，这里是第一行")
        else:
            draft.told[here] = Told(row)
            members[row.name] = _member(row, draft, here)
    return members


def _member(row: RawMember, draft: PlainDraft, path: str) -> dict[str, Any]:
    told, side = draft.told[path], path.partition(".")[0]
    said = list(sentences.proposals(f"{row.limits}\n{row.description}"))
    may_upload = path == f"request.{row.name}" and not row.is_list
    data = _element(row, said, told, may_upload=may_upload)
    if data["type"] == "object" and row.children:
        data |= {"name": class_name(row), "fields": _members(row.children, draft, path)}
    if row.is_list:
        data = {"type": "array", "items": data}
        if side == "response":
            inferred = {"wrapper": inferred_wrapper(row), "wrapper_inferred": True}
            data |= {"wrapper": row.wrapper} if row.wrapper else inferred
    if side == "request":
        data["required"] = "unknown" if row.required is None else row.required
    for key, value in _stated(said, dict(data), side, told):
        data.setdefault(key, value)
    if data["type"] in ("integer", "decimal"):
        _drop_repeated_numbers(data.get("enum", {}), told)
    _drop_limits(data, told)
    if "minimum" in data and "maximum" in data and data["minimum"] > data["maximum"]:
        told.doubts.append(f"文档的下限 {data.pop('minimum')} 大于上限 {data.pop('maximum')}")
    if (example := _example(row, data, told)) is not None:
        data["example"] = example
    if row.nesting_guessed:
        told.doubts.append("文档的表格没有层次，所在的层次是推断的")
    if row.from_sample:
        told.doubts.append("文档的表格没有列出，取自返回示例")
    return data


def _drop_repeated_numbers(enum: dict[str, str], told: Told) -> None:
    """Take out values that are others once more: 01 beside 1."""
    seen: dict[Decimal | None, str] = {}
    for value in [*enum]:
        first = seen.setdefault(values.number(value), value)
        if first != value:
            told.doubts.append(f"枚举值 {value}（{enum.pop(value)}）与 {first} 相同，没有记入")


def _drop_limits(data: dict[str, Any], told: Told) -> None:
    """Take out limits that are none of whole numbers, or that documented values break."""
    for key in ("minimum", "maximum"):
        if data["type"] == "integer" and data.get(key, 0) % 1:
            told.doubts.append(f"文档的 {key} {data.pop(key)} 不是整数，没有记入")
    bare = {key: value for key, value in data.items() if key != "enum"}
    for value in data.get("enum", ()) if data["type"] in ("integer", "decimal", "string") else ():
        while (broken := broken_fact(value, bare)) and broken != "type":
            told.doubts.append(
                f"文档的 {broken} {bare.pop(broken)} 与枚举值 {value} 不符，没有记入"
            )
            del data[broken]


def _element(
    row: RawMember, said: list[sentences.Proposal], told: Told, *, may_upload: bool
) -> dict[str, Any]:
    """The type of a member, or of the elements of a list."""
    kind = documented_kind(row.type)
    if row.children or (kind is None and row.type):
        return {"type": "object"}
    formats = [str(p.value) for p in said if p.key == "format" and not row.is_list]
    units = [str(p.value) for p in said if p.key == "unit"]
    is_joined = any(p.key == "separator" for p in said)
    found, doubt = scalar_type(row, formats, units, is_joined=is_joined)
    if found["type"] == "bytes" and not may_upload:
        found, doubt = {"type": "string"}, "文档写作文件，而文件只能是请求的直接参数，按文本记"
    if kind in UNSURE_WIRES:
        told.guesses.add("wire")
    told.doubts += [doubt] if doubt else []
    return found


def _stated(
    said: Iterable[sentences.Proposal], member: Mapping[str, Any], side: str, told: Told
) -> Iterator[tuple[str, Json]]:
    """The facts of the sentences that a member of this type and wire form can have."""
    type_ = member["type"]
    form = {key: member[key] for key in ("type", "wire") if key in member}
    for proposal in said:
        key, value = proposal.key, proposal.value
        if key == "format" or (side != "request" and key in REQUEST_FACTS):
            continue
        if key and not belongs(key, type_):
            continue
        told.doubts += [proposal.doubt] if proposal.doubt else []
        if not key or (key == "separator" and value == ","):
            continue
        if key == "default" and (value := typed(str(value), type_)) is None:
            told.doubts.append(f"文档的默认值 {str(proposal.value)[:40]} 不合类型，没有记入")
            continue
        if isinstance(value, dict):
            if any(broken_fact(name, form) for name in value):
                continue
            labels = value.items()
            value = {
                k: v if len(str(v)) <= sentences.LONGEST_LABEL else PLACEHOLDER for k, v in labels
            }
        if not proposal.sure:
            told.guesses.add(key)
        yield key, value


def _example(row: RawMember, data: dict[str, Any], told: Told) -> Json:
    """The documented example of a scalar, unless the document fills the column with a name."""
    text, type_ = row.example, data["type"]
    if not text or not belongs("example", type_) or len(text) > LONGEST_EXAMPLE:
        return None
    if text in (element(row.type), row.name):
        return None
    value = typed(text, type_)
    if value is None or broken_fact(value, data) == "type":
        told.doubts.append(f"文档的示例 {text[:40]} 不合类型，没有记入")
        return None
    return value
