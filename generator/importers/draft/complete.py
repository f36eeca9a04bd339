"""A plain draft → a spec: shared declarations, legal names, guesses told, `待写` for each text.

What is left is prose: in everything else a complete draft satisfies the linter.
"""

from collections.abc import Iterator, Mapping, Set
from typing import Any

from generator.importers.draft.plain import PlainDraft, session_guess
from generator.importers.draft.spec_types import broken_fact, member_class_name
from generator.importers.draft.vocabulary import Vocabulary, own_keys
from generator.importers.facts import SAMPLE_FACTS
from generator.importers.read.nesting import REQUEST_ID
from generator.spec.ir import Steps
from generator.spec.language import WRITING
from generator.spec.layout import API_KEYS, MEMBER_KEYS, ordered
from generator.spec.lint.texts import DOUBT, PLACEHOLDER
from generator.spec.product import Guesses
from generator.spec.skeleton import only_reads
from generator.spec.text import Json
from generator.spec.values import sample_mismatches, scalar_text
from generator.targets.client.imports import IMPORTED
from generator.targets.client.namespaces import CALL_OPTIONS, MODEL_MEMBERS
from generator.targets.namespaces import KEYWORDS

_ONLY_PASSCODES = "tpwd"
"""Methods of this word write by name only: the passcode they make changes nothing and is made anew
at every call."""

_LONGEST_NOTE = 2000
_SHOWN_PLACES = 10


class Completer:
    """Completes drafts with one shared vocabulary and the guesses of one product."""

    def __init__(self, vocabulary: Vocabulary, guesses: Guesses) -> None:
        self.vocabulary = vocabulary
        self._guesses = guesses

    def api(self, draft: PlainDraft, title: str | None, doc_id: int | None) -> dict[str, Any]:
        """The spec of a method without one; the catalog's title and id win over the document's."""
        method, plain = draft.document.method, draft.data
        assert method is not None
        title = title or plain["title"]
        draft.notes += _notes(draft, title)
        data: dict[str, Any] = {
            "method": method,
            "title": title,
            "summary": {"zh": PLACEHOLDER, "en": PLACEHOLDER},
            "role": self._guesses.role(method, title),
            "topic": self._guesses.topic(method),
            "coverage": "full" if "response" in plain else "request",
            "doc": ({"id": doc_id} if doc_id else {})
            | {
                "source": ({"date": draft.document.date} if draft.document.date else {})
                | {"kind": "page"},
                "confidence": "documented",
                "sources": [f"page apiId={doc_id}" if doc_id else f"page of {method}"],
                "notes": list(draft.notes),
            },
            "auth": plain["auth"],
            "idempotent": idempotence(method),
            "request": {},
        }
        classes = self.taken_classes()
        for side in ("request", "response"):
            if side in plain:
                data[side] = self.members(plain[side], draft, side, classes)
        data["errors"] = self.vocabulary.errors(plain["errors"]) or None
        data["example"] = self.samples(plain["example"], data) or None
        return ordered({k: value for k, value in data.items() if value is not None}, API_KEYS)

    def samples(
        self, samples: Mapping[str, dict[str, Json]], spec: Mapping[str, Any]
    ) -> dict[str, Json]:
        """Sample bodies; what contradicts the fields of the response is left out with a note."""
        told: dict[str, Json] = {key: samples[key] for key in SAMPLE_FACTS if key in samples}
        if "response" in told and "response" in spec:
            fields = self.vocabulary.present("", {"response": spec["response"]}).members["response"]
            wrong = [steps for steps, _ in sample_mismatches(told["response"], fields, REQUEST_ID)]
            told["response"] = _without(told["response"], frozenset(wrong))
            if places := list(dict.fromkeys(map(_shown, wrong))):
                more = f"等 {len(places)} 处" if len(places) > _SHOWN_PLACES else ""
                shown = "、".join(places[:_SHOWN_PLACES])
                told["note"] = f"{DOUBT}返回示例与字段不符，略去 {shown}{more}"
        return {key: value for key, value in told.items() if value}

    # Members

    def taken_classes(self) -> set[str]:
        """The names that no object of a method can have."""
        return {*KEYWORDS, *IMPORTED, "Method", *self.vocabulary.types}

    def members(
        self,
        plain: Mapping[str, Any],
        draft: PlainDraft,
        path: str,
        classes: set[str],
        present: Mapping[str, Any] | None = None,
    ) -> dict[str, dict[str, Any]]:
        """The members of a request, a response or an object that has `present` ones already.

        `classes` are the names of classes that are taken, and learn the new ones.
        """
        found = {
            name: self._member(data, draft, f"{path}.{name}", classes)
            for name, data in plain.items()
        }
        self._name_in_python(found, path, present or {})
        return {name: ordered(data, MEMBER_KEYS) for name, data in found.items()}

    def _member(
        self, plain: Mapping[str, Any], draft: PlainDraft, path: str, classes: set[str]
    ) -> dict[str, Any]:
        told = draft.told[path]
        data, effective, doubts = dict(plain), plain, list(told.doubts)
        if data["type"] == "array":
            data["items"] = self._object(data["items"], draft, path, classes)
        elif data["type"] == "object":
            data = self._object(data, draft, path, classes)
        elif shared := self.vocabulary.field(told.row, plain):
            declared = self.vocabulary.fields[shared]
            data = {"use": shared, **own_keys(declared, plain)}
            effective = {**declared, **data}
            doubts = doubts if told.row.nesting_guessed or told.row.from_sample else []
        for key, word in (("default", "默认值"), ("example", "示例")):
            if key in data and (fact := broken_fact(data[key], effective)):
                value = scalar_text(data.pop(key))[:40]
                doubts.append(f"文档的{word} {value} 不合 {fact}，没有记入")
        if data.get("required") is False:
            del data["required"]
        if "use" not in data:
            declaration = self.vocabulary.types.get(data["type"], {})
            data["description"] = declaration.get("description", PLACEHOLDER)
        if doubts:
            data["note"] = (DOUBT + "；".join(dict.fromkeys(doubts)))[:_LONGEST_NOTE]
            draft.notes.append(f"{path}: {data['note']}")
        return data

    def _object(
        self, plain: Mapping[str, Any], draft: PlainDraft, path: str, classes: set[str]
    ) -> dict[str, Any]:
        """The type of an object, shared if there is a shared one; anything else stays as it is."""
        fields = plain.get("fields")
        if not fields:
            return dict(plain)
        beside = {k: v for k, v in plain.items() if k not in ("type", "name", "fields")}
        if shared := self.vocabulary.object_type(fields, path.partition(".")[0]):
            return {"type": shared} | beside
        name = _free_class(plain["name"], path.rpartition(".")[2], classes)
        inner = self.members(fields, draft, path, classes)
        return {"type": "object", "name": name} | beside | {"fields": inner}

    def _name_in_python(
        self, members: Mapping[str, dict[str, Any]], path: str, present: Mapping[str, Any]
    ) -> None:
        """Give a Python name to each member whose own is none, is reserved or is taken."""

        def python_name(name: str, data: Mapping[str, Any]) -> str:
            declared = self.vocabulary.fields.get(data.get("use", ""), {})
            return str(data.get("python") or declared.get("python", name))

        def is_free(name: str) -> bool:
            """In a reply, what begins like a class might hide one."""
            like_a_class = path.startswith("response") and name[0].isupper()
            return name not in taken and name[0] != "_" and not like_a_class

        taken = {python_name(*item) for item in present.items()} | reserved_names(path)
        wanted = {name: python_name(name, data) for name, data in members.items()}
        kept = {name for name, want in wanted.items() if want == name and is_free(name)}
        taken |= kept
        for name, want in wanted.items():
            if name not in kept and not is_free(want):
                want = want.lstrip("_0123456789").rstrip("_").lower() or "value"
                while not is_free(want):
                    want += "_"
                members[name]["python"] = want
            taken.add(want)


def reserved_names(path: str) -> Set[str]:
    """The Python names that members directly below a path cannot have."""
    if path.startswith("response"):
        return KEYWORDS | MODEL_MEMBERS
    return KEYWORDS | CALL_OPTIONS if path == "request" else KEYWORDS


def _free_class(wanted: str, member: str, taken: set[str]) -> str:
    """The wanted name of a class, or else that of the member, or else a numbered one."""
    name, number = wanted if wanted not in taken else member_class_name(member), 2
    while name in taken:
        name, number = f"{wanted}{number}", number + 1
    taken.add(name)
    return name


def idempotence(method: str) -> bool | dict[str, Json]:
    """Whether the method's name says that it only asks; a wrong yes would repeat a write."""
    words = method.split(".")
    if _ONLY_PASSCODES in words and words[-1] in WRITING:
        return {"value": True, "reason": f"{DOUBT}口令每次重新生成，重复调用不改动任何数据"}
    return only_reads(method) or _ONLY_PASSCODES in words


def _notes(draft: PlainDraft, title: str | None) -> Iterator[str]:
    """What a draft guesses about the whole method."""
    yield f"{DOUBT}topic 与 idempotent 由方法名推断"
    stated = draft.data["title"]
    if title is None:
        yield f"{DOUBT}文档没有写标题，role 由方法名推断"
    elif stated not in (None, title):
        yield f"{DOUBT}文档的标题是 {stated}"
    if draft.public:
        yield f"{DOUBT}公共参数由客户端发送，未列入：{'、'.join(draft.public)}"
    if draft.document.date:
        yield f"{DOUBT}doc.source 的日期取自代码示例里的 timestamp"
    if guess := session_guess(draft):
        yield guess


def _without(value: Json, left_out: Set[Steps], at: Steps = ()) -> Json:
    """A value without the parts that these steps lead to."""
    if isinstance(value, dict):
        return {
            key: _without(inner, left_out, (*at, key))
            for key, inner in value.items()
            if (*at, key) not in left_out
        }
    if isinstance(value, list):
        return [
            _without(inner, left_out, (*at, index))
            for index, inner in enumerate(value)
            if (*at, index) not in left_out
        ]
    return value


def _shown(steps: Steps) -> str:
    return ".".join(step for step in steps if isinstance(step, str))
