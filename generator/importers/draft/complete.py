"""A plain draft → a spec: shared declarations, legal names, guesses told, `待写` for each text.

What is left is prose: in everything else a complete draft satisfies the linter.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from generator.importers.draft.fitness import SampleFilter, broken_fact, shown
from generator.importers.draft.plain import PlainDraft, session_is_guessed
from generator.importers.draft.spec_types import member_class_name
from generator.importers.draft.vocabulary import Vocabulary, own_keys
from generator.importers.facts import SAMPLE_FACTS
from generator.spec.language import READING
from generator.spec.layout import API_KEYS, MEMBER_KEYS
from generator.spec.lint.texts import PLACEHOLDER
from generator.spec.product import Guesses
from generator.spec.text import Json
from generator.targets.client.namespaces import CALL_OPTIONS, MODEL_MEMBERS
from generator.targets.namespaces import KEYWORDS

_ONLY_PASSCODES = "tpwd"
"""Methods of this word write by name only: the passcode they make changes nothing and is made anew
at every call."""

_RESERVED_CLASSES = KEYWORDS | {"Method"}
_LONGEST_NOTE = 2000
_SHOWN_PLACES = 10

Resolve = Callable[[Mapping[str, Any]], Mapping[str, Any]]
"""The data of a spec → the same without references."""


def reserved_names(path: str) -> Collection[str]:
    """The Python names that members directly below a path cannot have."""
    if path.startswith("response"):
        return KEYWORDS | MODEL_MEMBERS
    return KEYWORDS | CALL_OPTIONS if path == "request" else KEYWORDS


class Completer:
    """Completes drafts with one shared vocabulary and the guesses of one product."""

    def __init__(self, vocabulary: Vocabulary, guesses: Guesses, resolve: Resolve) -> None:
        self.vocabulary = vocabulary
        self.resolve = resolve
        self._guesses = guesses

    def api(self, draft: PlainDraft, title: str | None, doc_id: int | None) -> dict[str, Any]:
        """The spec of a method without one; the catalog's title and id win over the document's."""
        method, plain = draft.document.method, draft.data
        assert method is not None
        title = title or plain["title"]
        doc: dict[str, Json] = {"id": doc_id} if doc_id else {}
        doc |= {
            "confidence": "documented",
            "sources": [f"page apiId={doc_id}" if doc_id else f"page of {method}"],
            "notes": list(_notes(draft, title)),
        }
        names = ClassNames(self.vocabulary.types)
        data: dict[str, Any] = {
            "method": method,
            "title": title,
            "summary": {"zh": PLACEHOLDER, "en": PLACEHOLDER},
            "role": self._guesses.role(method, title),
            "topic": self._guesses.topic(method),
            "coverage": "full" if "response" in plain else "request",
            "doc": doc,
            "auth": plain["auth"],
            "idempotent": is_idempotent(method),
        }
        for side in ("request", "response"):
            if side in plain or side == "request":
                data[side] = self.members(plain.get(side, {}), draft, side, names)
        data["errors"] = self.vocabulary.errors(plain["errors"]) or None
        samples = {key: plain["example"][key] for key in SAMPLE_FACTS if key in plain["example"]}
        data["example"] = self.samples(samples, data) or None
        return {key: data[key] for key in API_KEYS if data.get(key) is not None}

    def samples(
        self, samples: Mapping[str, dict[str, Json]], spec: Mapping[str, Any]
    ) -> dict[str, Json]:
        """Sample bodies; what contradicts the fields of the response is left out with a note."""
        told: dict[str, Json] = {**samples}
        if "response" not in samples or "response" not in spec:
            return told
        resolved = self.resolve({"response": spec["response"]})
        kept = SampleFilter(self.vocabulary.types)
        told["response"] = kept.object(samples["response"], resolved["response"])
        if kept.left_out:
            places = "、".join(dict.fromkeys(kept.left_out[:_SHOWN_PLACES]))
            more = f"等 {len(kept.left_out)} 处" if len(kept.left_out) > _SHOWN_PLACES else ""
            told["note"] = f"待核对：返回示例与字段不符，略去 {places}{more}"
        return {key: value for key, value in told.items() if value}

    # Members

    def members(
        self,
        plain: Mapping[str, Any],
        draft: PlainDraft,
        path: str,
        names: "ClassNames",
        present: Mapping[str, Any] | None = None,
    ) -> dict[str, dict[str, Any]]:
        """The members of a request, a response or an object that has `present` ones already."""
        found = {
            name: self._member(data, draft, f"{path}.{name}", names) for name, data in plain.items()
        }
        self._name_in_python(found, path, present or {})
        return {
            name: {key: data[key] for key in MEMBER_KEYS if key in data}
            for name, data in found.items()
        }

    def _member(
        self, plain: Mapping[str, Any], draft: PlainDraft, path: str, names: "ClassNames"
    ) -> dict[str, Any]:
        told = draft.told[path]
        data, effective, doubts = dict(plain), plain, list(told.doubts)
        if data["type"] == "array":
            data["items"] = self._object(data["items"], draft, path, names)
        elif data["type"] == "object":
            data = self._object(data, draft, path, names)
        elif shared := self.vocabulary.field(told.row, plain):
            declared = self.vocabulary.fields[shared]
            data = {"use": shared, **own_keys(declared, plain)}
            effective = {**declared, **data}
            doubts = doubts if told.row.nesting_guessed or told.row.from_sample else []
        for key, word in (("default", "默认值"), ("example", "示例")):
            if key in data and (fact := broken_fact(data[key], effective)):
                doubts.append(f"文档的{word} {shown(data.pop(key))[:40]} 不合 {fact}，没有记入")
        if data.get("required") is False:
            del data["required"]
        if "use" not in data:
            declaration = self.vocabulary.types.get(data["type"], {})
            data["description"] = declaration.get("description", PLACEHOLDER)
        if doubts:
            data["note"] = ("待核对：" + "；".join(dict.fromkeys(doubts)))[:_LONGEST_NOTE]
        return data

    def _object(
        self, plain: Mapping[str, Any], draft: PlainDraft, path: str, names: "ClassNames"
    ) -> dict[str, Any]:
        """The type of an object, shared if there is a shared one; anything else stays as it is."""
        fields = plain.get("fields")
        if not fields:
            return dict(plain)
        beside = {k: v for k, v in plain.items() if k not in ("type", "name", "fields")}
        if shared := self.vocabulary.object_type(fields, path.partition(".")[0]):
            return {"type": shared} | beside
        name = names.take(plain["name"], path.rpartition(".")[2])
        inner = self.members(fields, draft, path, names)
        return {"type": "object", "name": name} | beside | {"fields": inner}

    def _name_in_python(
        self, members: Mapping[str, dict[str, Any]], path: str, present: Mapping[str, Any]
    ) -> None:
        """Give a Python name to each member whose own is none, is reserved or is taken."""

        def present_name(name: str, data: Mapping[str, Any]) -> str:
            declared = self.vocabulary.fields.get(data.get("use", ""), {})
            return str(data.get("python") or declared.get("python", name))

        reserved = reserved_names(path)
        taken = {present_name(name, data) for name, data in present.items()}
        wanted = {name: present_name(name, data) for name, data in members.items()}
        in_reply = path.startswith("response")

        def is_bad(want: str) -> bool:
            """In a reply, what begins like a class might hide one."""
            like_a_class = in_reply and want[0].isupper()
            return want in reserved or want in taken or want[0] == "_" or like_a_class

        is_good = {name: not is_bad(want) for name, want in wanted.items()}
        kept = {name for name, want in wanted.items() if want == name and is_good[name]}
        taken |= kept
        for name, want in wanted.items():
            if name in kept:
                continue
            if not is_good[name] or want in taken:
                want = want.lstrip("_0123456789").rstrip("_").lower() or "value"
                while want in taken or want in reserved:
                    want += "_"
                members[name]["python"] = want
            taken.add(want)


class ClassNames:
    """Gives every object of a method a class name that no other class of it has."""

    def __init__(self, *taken: Collection[str]) -> None:
        self._taken = _RESERVED_CLASSES.union(*taken)

    def take(self, wanted: str, member: str) -> str:
        """The wanted name, or else that of the member, or else a numbered one."""
        name, number = wanted, 2
        if name in self._taken:
            name = member_class_name(member)
        while name in self._taken:
            name, number = f"{wanted}{number}", number + 1
        self._taken |= {name}
        return name


def class_names(members: Mapping[str, Any]) -> Iterator[str]:
    """The class names that the members of a spec have, at every depth."""
    for data in members.values():
        while "items" in data:
            data = data["items"]
        if "name" in data:
            yield data["name"]
        yield from class_names(data.get("fields", {}))


def is_idempotent(method: str) -> bool:
    """Whether the method's name says that it only asks; a wrong yes would repeat a write."""
    words = method.split(".")
    return words[-1] in READING or _ONLY_PASSCODES in words


def _notes(draft: PlainDraft, title: str | None) -> Iterator[Json]:
    """What a draft guesses about the whole method."""
    yield "待核对：topic 与 idempotent 由方法名推断"
    stated = draft.data["title"]
    if title is None:
        yield "待核对：文档没有写标题，role 由方法名推断"
    elif stated not in (None, title):
        yield f"待核对：文档的标题是 {stated}"
    if draft.public:
        yield f"待核对：公共参数由客户端发送，未列入：{'、'.join(draft.public)}"
    if session_is_guessed(draft):
        sent = "传入" if draft.document.session == "sent" else "没有传入"
        need = "必须" if draft.document.session == "sent" else "不需"
        yield f"待核对：文档的代码示例{sent} sessionKey，故认为{need}授权"
