"""Rules about the project as a whole: the list of titles, shared fields, the first call."""

from collections import Counter
from collections.abc import Iterator

from generator.problems import Origin, Problem, rule
from generator.spec import names
from generator.spec.files import PRODUCT
from generator.spec.ir import Member, Spec
from generator.spec.lint.registry import check, check_all, problem
from generator.spec.lint.values import kind, shown, undocumented, unfit
from generator.spec.text import Json
from generator.spec.values import json_kind

CATALOG_MATCH = rule(
    "catalog-match",
    "The catalog and the specs know the same methods",
    "The catalog is the platform's list; what stands in one place only is lost in the other.",
    "Add the entry to specs/catalog.yaml (in `titles`, or in `beyond` if the platform's list lacks "
    "it), or the spec.",
)
FIRST_CALL = rule(
    "first-call",
    "The product's first call, and those of its guides, can be made",
    "They are what everybody sees who comes new.",
    "Name a method with a typed call, its required parameters with values that fit, and fields "
    "that its reply has; or leave the key out, and the guides leave out that part.",
)
NEAR_DUPLICATE = rule(
    "near-duplicate",
    "No two shared fields that differ by a slip of the pen",
    "Such a pair is usually one field, misspelt once.",
    "Merge the two; if the platform really spells both, say so in a `note` of one of them.",
)
_WRITTEN = {"integer": ("number",), "boolean": ("boolean",)}
"""The JSON kinds of arguments by type; all others are written as text."""


@check_all
def catalog(spec: Spec) -> Iterator[Problem]:
    """Methods that stand in the list of titles or in the specs only, or twice, or differ."""
    apis = {api.method: api for api in spec.apis}
    counts = Counter(entry.method for entry in spec.titles if entry.method)
    for entry in spec.titles:
        if entry.method is None:
            continue
        api = apis.get(entry.method)
        if api is None:
            message, hint = f"no spec for {str(entry.method)!r}", "run tbkgen new"
            yield problem(CATALOG_MATCH, message, entry.origin, hint)
        elif counts[entry.method] > 1:
            message = f"{str(entry.method)!r} stands here more than once"
            yield problem(CATALOG_MATCH, message, entry.origin)
        elif entry.title != api.title:
            message = "the title differs from the one in the spec"
            yield problem(CATALOG_MATCH, message, entry.origin)
        elif entry.doc_id != api.doc.id:
            message = "the document id differs from the one in the spec"
            yield problem(CATALOG_MATCH, message, entry.origin)
    for api in spec.apis:
        if api.method not in counts:
            message = f"{str(api.method)!r} is not in the catalog"
            yield problem(CATALOG_MATCH, message, api.origin.at("method"))


@check_all
def first_call(spec: Spec) -> Iterator[Problem]:
    """A first call that nobody can make."""
    call = spec.product.first_call
    if call is None:
        return
    where = Origin(PRODUCT, ("first_call",))
    api = spec.find(call.method)
    if api is None or not api.typed:
        yield _no_call(spec, call.method, where.at("method"), "first_call")
        return
    given = call.arguments.reveal()
    assert isinstance(given, dict)
    for name, value in given.items():
        member = next((member for member in api.parameters if member.name == name), None)
        if member is None:
            yield problem(FIRST_CALL, f"no parameter {name!r}", where.at("arguments", name))
        elif why := _unwritable(value, member) or undocumented(value, member):
            message = f"{shown(value)} for {name!r} {why}"
            yield problem(FIRST_CALL, message, where.at("arguments", name))
    for member in api.parameters:
        if member.required and member.name not in given:
            message = f"the required parameter {str(member.name)!r} is missing"
            yield problem(FIRST_CALL, message, where.at("arguments"), key=True)
    for index, path in enumerate(call.show):
        if not api.fields.find(path):
            yield problem(FIRST_CALL, f"no field {str(path)!r}", where.at("show", index))


def _unwritable(value: Json, member: Member) -> str | None:
    """Why a value cannot stand in a program as the argument of a parameter."""
    if why := unfit(value, member):
        return why
    known = _WRITTEN.get(kind(member.type), ("string",))
    found = json_kind(value)
    return None if found in known else f"is a {found}, not a {' or '.join(known)}"


@check_all
def guides(spec: Spec) -> Iterator[Problem]:
    """Methods that a guide calls and nobody can call."""
    for use, method in spec.product.guides.items():
        api = spec.find(method)
        if api is None or not api.typed:
            yield _no_call(spec, method, Origin(PRODUCT, ("guides", use)), use)


def _no_call(spec: Spec, method: str, origin: Origin, key: str) -> Problem:
    """A method that cannot be called: misspelt, or retired with nothing in its place."""
    meant = names.did_you_mean(method, (api.method for api in spec.typed))
    otherwise = f"name another method, or remove the key `{key}`"
    hint = f"{meant} or {otherwise}" if meant else otherwise
    message = f"no method with a typed call is named {str(method)!r}"
    return problem(FIRST_CALL, message, origin, hint)


@check
def near_duplicates(spec: Spec) -> Iterator[Problem]:
    """Shared fields whose names differ by one letter."""
    by_rest: dict[str, set[str]] = {}
    noted = {str(member.name) for member in spec.vocabulary if member.note}
    for member in spec.vocabulary:
        name = str(member.name)
        for index in range(len(name)):
            by_rest.setdefault(name[:index] + name[index + 1 :], set()).add(name)
        by_rest.setdefault(name, set()).add(name)
    origins = {str(member.name): member.origin for member in spec.vocabulary}
    pairs = {(a, b) for group in by_rest.values() for a in group for b in group if a < b}
    for a, b in sorted(pairs):
        if not noted & {a, b} and not _differ_in_meaning(a, b):
            message = f"{a!r} and {b!r} are nearly the same name"
            hint = "one of them may be misspelt"
            yield problem(NEAR_DUPLICATE, message, origins[b], hint, key=True)


def _differ_in_meaning(a: str, b: str) -> bool:
    """Names that differ in a short word (tb_/tk_), a plural or a number are two names."""
    left, right = a.split("_"), b.split("_")
    if len(left) != len(right):
        return True
    return all(
        x == y or min(len(x), len(y)) <= 4 or x.rstrip("s0123456789") == y.rstrip("s0123456789")
        for x, y in zip(left, right, strict=True)
    )
