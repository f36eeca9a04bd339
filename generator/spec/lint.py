"""Stage 5: what the schema cannot say. Each rule is one function over the IR."""

import datetime
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from generator.spec import names
from generator.spec import values as wire
from generator.spec.build import CATALOG, element_type, find_member
from generator.problems import Origin, Problem, rule
from generator.spec.ir import Api, ArrayType, Json, Member, ObjectType, ScalarType, Spec, Type
from generator.spec.resolve import FIELDS
from generator.spec.text import SpecText

Check = Callable[[Spec], Iterator[Problem]]
_CHECKS: list[Check] = []


def _check(function: Check) -> Check:
    _CHECKS.append(function)
    return function


def lint(spec: Spec, *, complete: bool = True) -> Iterator[Problem]:
    """Every problem and warning that the rules find.

    With `complete=False` some APIs are left out because they are wrong in themselves, so the rules
    that compare all of them are silent.
    """
    for check in _CHECKS:
        for problem in check(spec):
            if complete or problem.rule not in (CATALOG_MATCH, DEPRECATED):
                yield problem


def _problem(
    name: str,
    message: str,
    origin: Origin,
    hint: str = "",
    *,
    key: bool = False,
    warning: bool = False,
) -> Problem:
    return Problem(name, message, origin.file, origin.path, hint, key, warning=warning)


# Walking


def members_below(members: Iterable[Member]) -> Iterator[Member]:
    """All members, at every depth; the members of shared types are not entered."""
    for member in members:
        yield member
        inner = element_type(member.type)
        if isinstance(inner, ObjectType) and not inner.shared:
            yield from members_below(inner.members)


def objects_below(members: Iterable[Member]) -> Iterator[ObjectType]:
    """All object types with a class of their own, at every depth."""
    for member in members:
        inner = element_type(member.type)
        if isinstance(inner, ObjectType) and inner.name:
            yield inner
            if not inner.shared:
                yield from objects_below(inner.members)


def _all_members(spec: Spec) -> Iterator[Member]:
    yield from members_below(spec.platform.parameters)
    for api in spec.apis:
        yield from members_below(api.parameters)
        yield from members_below(api.fields)
    for type_ in spec.types:
        yield from members_below(type_.members)


def _groups(
    spec: Spec, sides: tuple[str, ...] = ("request", "response")
) -> Iterator[tuple[Member, ...]]:
    """Members that live in one namespace."""
    for api in spec.apis:
        for side, members in (("request", api.parameters), ("response", api.fields)):
            if side in sides:
                yield members
                for type_ in objects_below(members):
                    if not type_.shared:
                        yield type_.members
    for type_ in spec.types:
        if type_.side in sides:
            yield type_.members


# Names

PYTHON_KEYWORD = rule(
    "python-keyword",
    "No Python keyword as the name of a member or method",
    "The member becomes an argument or attribute, and `class=` is no Python.",
    "Add `python: class_` beside the type; the wire name stays.",
)
RESERVED_NAME = rule(
    "reserved-name",
    "No name that the client uses itself",
    "Every call takes `session` and `timeout`, and every response has `raw` and `request_id`.",
    "Add `python: raw_` beside the type; the wire name stays.",
)
SAME_PYTHON_NAME = rule(
    "same-python-name",
    "No two methods, members or classes with one Python name",
    "One would hide the other.",
    "Give one of them another `python:` name (member) or `name:` (object).",
)


@_check
def python_names(spec: Spec) -> Iterator[Problem]:
    for group in _groups(spec):
        counts = Counter(member.python_name for member in group)
        for member in group:
            name = member.python_name
            if names.is_keyword(name):
                hint = f"add `python: {name}_`"
                yield _problem(
                    PYTHON_KEYWORD, f"{name!r} is a Python keyword", member.origin, hint, key=True
                )
            elif name.startswith("_"):
                hint = f"add `python: {name.strip('_') or 'value'}`"
                yield _problem(
                    RESERVED_NAME, f"{name!r} would be private", member.origin, hint, key=True
                )
            if counts[name] > 1:
                message = f"two members are {name!r} in Python"
                yield _problem(SAME_PYTHON_NAME, message, member.origin, key=True)


@_check
def reserved_names(spec: Spec) -> Iterator[Problem]:
    for api in spec.apis:
        for member in api.parameters:
            if member.python_name in names.CALL_OPTIONS:
                yield _reserved(member)
    for group in _groups(spec, sides=("response",)):
        for member in group:
            if member.python_name in names.MODEL_MEMBERS:
                yield _reserved(member)


def _reserved(member: Member) -> Problem:
    name = member.python_name
    hint = f"add `python: {name}_`"
    return _problem(
        RESERVED_NAME, f"{name!r} is a name of the client", member.origin, hint, key=True
    )


@_check
def method_names(spec: Spec) -> Iterator[Problem]:
    counts = Counter(api.python_name for api in spec.apis)
    for api in spec.apis:
        if counts[api.python_name] > 1:
            message = f"two methods are {api.python_name!r} in Python"
            yield _problem(SAME_PYTHON_NAME, message, api.origin.at("method"))
        if names.is_keyword(api.python_name):
            message = f"the method would be {api.python_name!r} in Python, a keyword"
            yield _problem(PYTHON_KEYWORD, message, api.origin.at("method"))
        if api.python_name in names.CLIENT_MEMBERS:
            message = f"{api.python_name!r} is a name of the client"
            yield _problem(RESERVED_NAME, message, api.origin.at("method"))


@_check
def class_names(spec: Spec) -> Iterator[Problem]:
    shared = {type_.name for type_ in spec.types}
    for api in spec.apis:
        for members in (api.parameters, api.fields):
            seen: dict[str, ObjectType] = {}
            for type_ in objects_below(members):
                assert type_.name
                if type_.shared:
                    continue
                if type_.name in seen or type_.name in shared or type_.name == "Method":
                    message = f"two object types are named {type_.name!r}"
                    hint = "give this one another `name`, or share one declaration"
                    yield _problem(SAME_PYTHON_NAME, message, type_.origin, hint, key=True)
                seen[type_.name] = type_


# Texts

DESCRIPTION = rule(
    "description",
    "Every member says what it is",
    "Users read the description in their editor; a repetition of the name tells nothing.",
    "Write a short Chinese description of your own; share recurring ones in specs/_shared.",
)
SAME_DESCRIPTION = rule(
    "same-description",
    "No two members of one object with the same description",
    "Whoever reads it cannot tell which of the two to use.",
    "Say in each description what sets it apart from the other.",
)
PROSE_FACT = rule(
    "prose-fact",
    "What a description states in words has its key too",
    "A default, a limit, an enum or a unit inside a sentence is seen by people only; no argument "
    "is checked, and no editor offers the values.",
    "Add the key (`default`, `max_items`, `enum`, `unit`, …) and shorten the sentence; where no "
    "key can say it, tell why in `note`.",
)
PADDED_TEXT = rule(
    "padded-text",
    "No space around a text",
    "It would be lost in the output.",
    "Remove the space at the start or the end.",
)
UNFINISHED = rule(
    "unfinished",
    "No placeholder is left",
    "`tbkgen new` and `tbkgen import` leave 待写 where a sentence must come from you.",
    "Replace the placeholder.",
)
PLACEHOLDER = "待写"


@_check
def descriptions(spec: Spec) -> Iterator[Problem]:
    for member in _all_members(spec):
        shown = member.description.reveal()
        plain = re.sub(r"[\W_]+", "", shown).lower()
        if not shown:
            yield _problem(
                DESCRIPTION, f"{member.name!r} has no description", member.origin, key=True
            )
        elif plain == member.name.replace("_", "").lower():
            message = f"the description repeats the name {member.name!r}"
            yield _problem(DESCRIPTION, message, member.origin, key=True)


@_check
def same_descriptions(spec: Spec) -> Iterator[Problem]:
    for group in _groups(spec):
        first: dict[str, str] = {}
        for member in group:
            shown = member.description.reveal()
            if shown in first:
                message = f"{member.name!r} is described like {first[shown]!r}"
                yield _problem(SAME_DESCRIPTION, message, member.origin, key=True)
            elif shown:
                first[shown] = member.name


_PROSE = (
    ("default", re.compile(r"默认(?:值)?[^，。；]{0,12}")),
    ("limit", re.compile(r"(?:最多|至多|最大|不超过)\s*[0-9]+\s*(?:个(?!小时|月)|[条位字张项页])")),
    ("enum", re.compile(r"[0-9]+\s*[:：=]\s*[一-鿿]+[，,；;、\s]+[0-9]+\s*[:：=]\s*[一-鿿]+")),
    ("unit", re.compile(r"单位(?:[为是]|\s*[:：])?\s*(?:元|分|毫秒|秒|天)")),
)


@_check
def facts_in_prose(spec: Spec) -> Iterator[Problem]:
    for member in _all_members(spec):
        stated = {
            "default": member.default is not None,
            "limit": bool(member.limits),
            "enum": bool(member.enum),
            "unit": member.unit is not None,
        }
        for key, pattern in _PROSE:
            found = pattern.search(member.description.reveal())
            if found and not stated[key] and not member.note:
                message = f"{found[0]!r} in the description, but no {key}"
                yield _problem(PROSE_FACT, message, member.origin, key=True)


def _texts(spec: Spec) -> Iterator[tuple[SpecText, Origin]]:
    for member in _all_members(spec):
        yield member.description, member.origin
        for value in member.enum:
            yield value.meaning, member.origin
        for text in (member.note, member.deprecation):
            if text:
                yield text, member.origin
    for type_ in spec.types:
        yield type_.description, type_.origin
    for api in spec.apis:
        yield api.title, api.origin.at("title")
        yield api.summary, api.origin.at("summary", "zh")
        yield api.summary_en, api.origin.at("summary", "en")
        if api.description:
            yield api.description, api.origin.at("description")
        for error in api.errors:
            yield error.solution, api.origin.at("errors", error.code)
        for index, source in enumerate(api.doc.sources):
            yield source, api.origin.at("doc", "sources", index)


@_check
def texts(spec: Spec) -> Iterator[Problem]:
    for text, origin in _texts(spec):
        shown = text.reveal()
        if shown != shown.strip():
            yield _problem(PADDED_TEXT, f"{shown[:30]!r} has space around it", origin)
        if PLACEHOLDER in shown:
            yield _problem(UNFINISHED, "a placeholder is left", origin, "write the text")


# Values

ID_TYPE = rule(
    "id-type",
    "An id is text",
    "Ids outgrow numbers (those of items became text with hyphens), and nobody adds them up.",
    "Use `type: string`; where the document says Number, add `wire: number`.",
)
EXAMPLE = rule(
    "example",
    "Examples and defaults satisfy their own type and limits",
    "They become samples of the mock, of the docs and of tests; a wrong one teaches a wrong call.",
    "Correct the example, or the type or limit if that is what is wrong; drop a placeholder.",
)
ENUM = rule(
    "enum",
    "An enum lists every documented value, each of its member's type",
    "A value that the documents show but the enum lacks is a value without a meaning.",
    "Add the value with its meaning, or correct its spelling.",
)
SAMPLE = rule(
    "sample",
    "A documented sample agrees with the fields",
    "The sample must decode into the typed model and encode back without a change.",
    "Correct the field if the sample is right; otherwise correct the sample and say why in "
    "`example: {note: …}`.",
)


_ID = re.compile(r"(?:^|_)ids?$")


@_check
def ids(spec: Spec) -> Iterator[Problem]:
    for member in _all_members(spec):
        kind = _kind(element_type(member.type))
        if kind in ("integer", "decimal") and _ID.search(member.name):
            message = f"the id {member.name!r} is {kind}, not string"
            yield _problem(ID_TYPE, message, member.origin, key=True)


@_check
def examples(spec: Spec) -> Iterator[Problem]:
    for member in _all_members(spec):
        for key, value in (("example", member.example), ("default", member.default)):
            if value is not None and (why := _unfit(value, member)):
                yield _problem(EXAMPLE, f"{key} {value!r} {why}", member.origin.at(key))


def _unfit(value: Json, member: Member) -> str | None:
    """Why a value is none of its member; the example of an object is not looked into."""
    type_ = member.type
    if isinstance(type_, ScalarType):
        return wire.mismatch(value, type_) or wire.outside_limits(value, member)
    if not isinstance(type_, ArrayType):
        return None
    if not isinstance(value, list):
        return "is no list"
    least, most = member.limits.min_items or 0, member.limits.max_items
    if len(value) < least or (most is not None and len(value) > most):
        return f"has {len(value)} elements"
    item = type_.items
    reasons = (wire.mismatch(v, item) for v in value) if isinstance(item, ScalarType) else ()
    return next(filter(None, reasons), None)


@_check
def enums(spec: Spec) -> Iterator[Problem]:
    for member in _all_members(spec):
        values = {value.value for value in member.enum}
        if not values or not isinstance(member.type, ScalarType):
            continue
        for value in sorted(values):
            if why := wire.mismatch(value, member.type):
                yield _problem(ENUM, f"enum value {value!r} {why}", member.origin.at("enum", value))
        for key, given in (("example", member.example), ("default", member.default)):
            shown = str(given).lower() if isinstance(given, bool) else str(given)
            parts = shown.split(member.type.separator) if member.type.separator else [shown]
            for part in parts:
                if given is not None and part.strip() not in values:
                    message = f"{key} {part!r} is not among the enum values"
                    yield _problem(ENUM, message, member.origin.at(key))


@_check
def samples(spec: Spec) -> Iterator[Problem]:
    for api in spec.apis:
        if api.example.response is None or api.coverage != "full":
            continue
        base = api.origin.at("example", "response")
        for path, why in wire.sample_mismatches(api.example.response, api.fields):
            shown = ".".join(str(step) for step in path)
            yield _problem(SAMPLE, f"{shown} {why}", base.at(*path), key=True)


# Calls

PATH_TYPE = rule(
    "path-type",
    "The paths of pagination, window and outcome lead to members of a fitting type",
    "A page number that is text, or a window that opens at a name, fails in the user's program.",
    "Correct the path, or the type of the member.",
)
NOT_IDEMPOTENT = rule(
    "not-idempotent",
    "A method that creates, saves, uploads, stops or sends is not idempotent unless stated",
    "A retried write can create a red packet or a record twice.",
    "Set `idempotent: false`; if repeating is proven harmless, say why in `doc: {notes: […]}` with "
    "the word idempotent.",
)
DEPRECATED = rule(
    "deprecated",
    "What is deprecated names its successor, and the successor exists",
    "A user who must leave a method needs to know where to go.",
    "Add `replaced_by`, or correct it.",
)
LIST_WRAPPER = rule(
    "list-wrapper",
    "A list of a response names its wrapper",
    "The gateway puts every list into an object with one key; the wrapper is that key.",
    "Add `wrapper`; it is the element's type name in snake_case. If no example shows it, add "
    "`wrapper_inferred: true`.",
)
_PATH_KINDS = (
    # block of the spec, attribute of the IR, keys of the spec, side, kinds that fit
    ("pagination", "items", ("items",), "fields", ("array",)),
    ("pagination", "page", ("page",), "parameters", ("integer",)),
    ("pagination", "size", ("size",), "parameters", ("integer",)),
    ("pagination", "total", ("total",), "fields", ("integer",)),
    ("pagination", "more", ("more",), "fields", ("boolean",)),
    ("pagination", "send", ("cursor", "send"), "parameters", ("string", "integer")),
    ("pagination", "read", ("cursor", "read"), "fields", ("string", "integer")),
    ("window", "start", ("start",), "parameters", ("datetime", "date")),
    ("window", "end", ("end",), "parameters", ("datetime", "date")),
    ("reply_outcome", "success", ("reply", "success"), "fields", ("boolean",)),
    ("reply_outcome", "code", ("reply", "code"), "fields", ("string", "integer")),
    ("reply_outcome", "message", ("reply", "message"), "fields", ("string",)),
)


@_check
def path_types(spec: Spec) -> Iterator[Problem]:
    for api in spec.apis:
        for block, attribute, keys, side, kinds in _PATH_KINDS:
            path = getattr(getattr(api, block), attribute, None)
            member = find_member(getattr(api, side), path) if path else None
            if member and (kind := _kind(member.type)) not in kinds:
                origin = api.origin.at(block.removeprefix("reply_"), *keys)
                message = f"{path!r} is {kind}, not {' or '.join(kinds)}"
                yield _problem(PATH_TYPE, message, origin)


def _kind(type_: Type) -> str:
    """A type as the spec language names it."""
    match type_:
        case ScalarType(kind):
            return kind
        case ArrayType():
            return "array"
        case _:
            return "object"


_WRITES = frozenset(
    {
        "create",
        "save",
        "upload",
        "stop",
        "send",
        "add",
        "update",
        "delete",
        "write",
        "launch",
        "register",
        "record",
    }
)


@_check
def idempotence(spec: Spec) -> Iterator[Problem]:
    for api in spec.apis:
        verb = api.method.rpartition(".")[2]
        stated = any("idempotent" in note.reveal() for note in api.doc.notes)
        if verb in _WRITES and api.idempotent and not stated:
            message = f"{verb!r} at the end of the name says that the method writes"
            yield _problem(NOT_IDEMPOTENT, message, api.origin.at("idempotent"))


@_check
def successors(spec: Spec) -> Iterator[Problem]:
    known = {api.method: api for api in spec.apis}
    for api in spec.apis:
        if api.replaced_by and api.replaced_by not in known:
            hint = names.did_you_mean(api.replaced_by, known)
            message = f"no method is named {api.replaced_by!r}"
            yield _problem(DEPRECATED, message, api.origin.at("replaced_by"), hint)
        elif api.replaced_by and not api.deprecated:
            yield _problem(
                DEPRECATED,
                "replaced, but not deprecated",
                api.origin.at("replaced_by"),
                "add `status: deprecated`",
            )
        elif f"{_stem(api.method)}.upgrade{_tail(api.method)}" in known and not api.replaced_by:
            yield _problem(
                DEPRECATED,
                "an upgrade of this method exists",
                api.origin.at("method"),
                "add `replaced_by`",
            )


def _stem(method: str) -> str:
    return method.removesuffix(".get")


def _tail(method: str) -> str:
    return ".get" if method.endswith(".get") else ""


@_check
def list_wrappers(spec: Spec) -> Iterator[Problem]:
    groups = [api.fields for api in spec.apis]
    groups += [type_.members for type_ in spec.types if type_.side == "response"]
    for group in groups:
        for member in members_below(group):
            if isinstance(member.type, ArrayType) and not member.type.wrapper:
                message = f"the list {member.name!r} has no wrapper"
                yield _problem(LIST_WRAPPER, message, member.origin, key=True)


# The catalog and the vocabulary

CATALOG_MATCH = rule(
    "catalog-match",
    "The catalog and the specs know the same methods",
    "The catalog is the platform's list; what stands in one place only is lost in the other.",
    "Add the entry to specs/catalog.yaml (in `titles`, or in `beyond` if the platform's list lacks "
    "it), or the spec.",
)
NEAR_DUPLICATE = rule(
    "near-duplicate",
    "No two shared fields that differ by a slip of the pen",
    "Such a pair is usually one field, misspelt once.",
    "Merge the two; if the platform really spells both, say so in a `note` of one of them.",
)
STALE = rule(
    "stale",
    "A spec was compared with its sources within the last year",
    "The platform changes methods without notice.",
    "Compare the spec with its document (`tbkgen import PAGE`) and set `verified` to today.",
)


@_check
def catalog(spec: Spec) -> Iterator[Problem]:
    apis = {api.method: api for api in spec.apis}
    counts = Counter(entry.method for entry in spec.catalog if entry.method)
    positions = {True: 0, False: 0}
    for entry in spec.catalog:
        key = "titles" if entry.listed else "beyond"
        origin = Origin(CATALOG, (key, positions[entry.listed]))
        positions[entry.listed] += 1
        if entry.method and entry.method not in apis:
            yield _problem(CATALOG_MATCH, f"no spec for {entry.method!r}", origin, "run tbkgen new")
        elif entry.method and counts[entry.method] > 1:
            yield _problem(CATALOG_MATCH, f"{entry.method!r} stands here more than once", origin)
        elif entry.method and entry.title != apis[entry.method].title:
            yield _problem(CATALOG_MATCH, "the title differs from the one in the spec", origin)
        elif entry.method and entry.doc_id != apis[entry.method].doc.id:
            yield _problem(
                CATALOG_MATCH, "the document id differs from the one in the spec", origin
            )
    for api in spec.apis:
        if api.method not in counts:
            yield _problem(
                CATALOG_MATCH, f"{api.method!r} is not in the catalog", api.origin.at("method")
            )


@_check
def near_duplicates(spec: Spec) -> Iterator[Problem]:
    """Shared fields whose names differ by one letter."""
    by_rest: dict[str, set[str]] = {}
    noted = {member.name for member in spec.vocabulary if member.note}
    for member in spec.vocabulary:
        for index in range(len(member.name)):
            by_rest.setdefault(member.name[:index] + member.name[index + 1 :], set()).add(
                member.name
            )
        by_rest.setdefault(member.name, set()).add(member.name)
    pairs = {(a, b) for group in by_rest.values() for a in group for b in group if a < b}
    for a, b in sorted(pairs):
        if not noted & {a, b} and not _differ_in_meaning(a, b):
            message = f"{a!r} and {b!r} are nearly the same name"
            origin = Origin(FIELDS, (b,))
            yield _problem(NEAR_DUPLICATE, message, origin, "one of them may be misspelt", key=True)


def _differ_in_meaning(a: str, b: str) -> bool:
    """Names that differ in a short word (tb_/tk_), a plural or a number are two names."""
    left, right = a.split("_"), b.split("_")
    if len(left) != len(right):
        return True
    return all(
        x == y or min(len(x), len(y)) <= 4 or x.rstrip("s0123456789") == y.rstrip("s0123456789")
        for x, y in zip(left, right, strict=True)
    )


def stale(spec: Spec, today: datetime.date, days: int = 365) -> Iterator[Problem]:
    """Specs not compared with their sources for long. Not part of `lint`: it needs a clock."""
    for api in spec.apis:
        if api.doc.verified is None:
            continue
        age = (today - datetime.date.fromisoformat(api.doc.verified)).days
        if age > days:
            origin = api.origin.at("doc", "verified")
            yield _problem(STALE, f"last compared {age} days ago", origin, warning=True)


def verified_dates(apis: Iterable[Api]) -> Iterator[Problem]:
    """`verified` is a day of the calendar."""
    for api in apis:
        try:
            datetime.date.fromisoformat(api.doc.verified or "2000-01-01")
        except ValueError:
            yield _problem(
                STALE, f"{api.doc.verified!r} is no day", api.origin.at("doc", "verified")
            )


@_check
def dates(spec: Spec) -> Iterator[Problem]:
    yield from verified_dates(spec.apis)
