"""Rules about methods as a whole: paths, repetition, successors, wrappers, public parameters."""

import itertools
from collections.abc import Iterable, Iterator

from generator.problems import Problem, rule
from generator.spec import language, names, values
from generator.spec.ir import (
    Api,
    ArrayType,
    Batch,
    Constraint,
    Member,
    Members,
    ScalarType,
    Spec,
    Window,
)
from generator.spec.lint.registry import check, check_all, problem
from generator.spec.lint.values import kind
from generator.spec.text import SpecData

PATH_TYPE = rule(
    "path-type",
    "The paths of pagination, window and outcome lead to members of a fitting type",
    "A page number that is text, or a window that opens at a name, fails in the user's program.",
    "Correct the path, or the type of the member; inside a list no member is the one of the call.",
)
BATCH = rule(
    "batch",
    "Values of a batch can be asked for in several calls, and each finds its answer",
    "The client cuts long lists at the documented size and gives each value the answer that "
    "repeats it: without a size nobody can cut, without the value an answer may go to another.",
    "Correct `batch`, or remove it: where several calls do not mean the same as one, or nothing in "
    "an answer tells its value, users ask for themselves.",
)
NOT_IDEMPOTENT = rule(
    "not-idempotent",
    "Whether a method may be repeated is what its name says, or has a reason",
    "A retried write can create a red packet or a record twice; a read that is not retried fails "
    "without need.",
    "Correct `idempotent`; where the name is misleading, say why: "
    "`idempotent: {value: true, reason: …}`.",
)
DEPRECATED = rule(
    "deprecated",
    "A successor exists, and what has one is deprecated and names it",
    "A user who must leave a method needs to know where to go.",
    "Add `replaced_by`, or correct it, and say `status: deprecated` beside it. A method without "
    "a successor needs no more than the status.",
)
LIST_WRAPPER = rule(
    "list-wrapper",
    "A list of a response names its wrapper",
    "The gateway puts every list into an object with one key; the wrapper is that key.",
    "Add `wrapper`; it is the element's type name in snake_case. If no example shows it, add "
    "`wrapper_inferred: true`.",
)
PUBLIC_PARAMETER = rule(
    "public-parameter",
    "No parameter of a method is named like one of the gateway",
    "Both would be sent under one name, and the signature would cover only one of them.",
    "Remove the parameter: the client sends it with every call.",
)

CONSTRAINTS = rule(
    "constraints",
    "Some call satisfies all constraints",
    "A method whose constraints exclude each other, or a required parameter, cannot be called.",
    "Remove or correct one of the constraints.",
)

_MOST_CHOICES = 12
"""Names in constraints of which all combinations are tried; more of them stand nowhere yet."""

_PATH_KINDS = (
    # block of the IR, attribute of the IR, keys of the spec, side, kinds that fit
    ("pagination", "page", ("page",), "parameters", ("integer",)),
    ("pagination", "offset", ("offset",), "parameters", ("integer",)),
    ("pagination", "size", ("size",), "parameters", ("integer",)),
    ("pagination", "total", ("total",), "fields", ("integer",)),
    ("pagination", "more", ("more",), "fields", ("boolean",)),
    ("pagination", "send", ("cursor", "send"), "parameters", ("string", "integer")),
    ("pagination", "read", ("cursor", "read"), "fields", ("string", "integer")),
    ("pagination", "direction", ("cursor", "direction"), "parameters", ("integer",)),
    ("window", "start", ("start",), "parameters", ("datetime", "date")),
    ("window", "end", ("end",), "parameters", ("datetime", "date")),
    ("window", "length", ("length",), "parameters", ("integer",)),
    ("reply_outcome", "success", ("reply", "success"), "fields", ("boolean",)),
    ("reply_outcome", "code", ("reply", "code"), "fields", ("string", "integer")),
    ("reply_outcome", "message", ("reply", "message"), "fields", ("string",)),
)
_ANY = (*language.SCALARS, *language.CONTAINERS)
_BLOCKS = {"pagination": "pagination", "window": "window", "reply_outcome": "outcome"}
"""Where a block of the IR stands in the spec."""


@check
def path_types(spec: Spec) -> Iterator[Problem]:
    """Paths to members that cannot play their part."""
    for api in spec.apis:
        for block, attribute, keys, side, kinds in _PATH_KINDS:
            path = getattr(getattr(api, block), attribute, None)
            if path and (why := _unfit_path(getattr(api, side), path, kinds)):
                yield problem(PATH_TYPE, why, api.origin.at(_BLOCKS[block], *keys))
        lists = api.pagination.items if api.pagination else ()
        for index, path in enumerate(lists):
            if why := _unfit_path(api.fields, path, ("array",)):
                steps = ("items", index) if len(lists) > 1 else ("items",)
                yield problem(PATH_TYPE, why, api.origin.at("pagination", *steps))


def _unfit_path(members: Members, path: str, kinds: tuple[str, ...]) -> str | None:
    """Why the member at a path cannot be read or set as one value of these kinds."""
    *outer, member = members.along(path)
    if (found := kind(member.type)) not in kinds:
        return f"{str(path)!r} is {found}, not {' or '.join(kinds)}"
    crossed = next((m for m in outer if isinstance(m.type, ArrayType)), None)
    return f"{str(path)!r} leads through the list {str(crossed.name)!r}" if crossed else None


@check
def windows(spec: Spec) -> Iterator[Problem]:
    """Windows that nobody could cut a period into, or whose elements nobody could tell apart."""
    for api in spec.apis:
        if api.window:
            for key, message in (*_window_ends(api, api.window), *_window_words(api, api.window)):
                yield problem(PATH_TYPE, message, api.origin.at("window", key))


def _window_ends(api: Api, window: Window) -> Iterator[tuple[str, str]]:
    """What is wrong with where a window ends, by key."""
    end, length = api.parameters.find(window.end), api.parameters.find(window.length)
    if length and end:
        yield "length", f"{str(end.name)!r} closes the window: its length follows"
    elif length and (length.unit is None or length.unit.name != "天"):
        yield "length", f"{str(length.name)!r} counts no days: its unit is not 天"
    if end is None:
        return
    start = api.parameters.find(window.start)
    assert start, window.start
    if start is end:
        yield "end", f"the window begins and ends with {str(end.name)!r}"
    elif start.type != end.type:
        yield "end", f"{str(end.name)!r} is not written like {str(start.name)!r}"


def _window_words(api: Api, window: Window) -> Iterator[tuple[str, str]]:
    """What else a window names that is not there or does not fit, by key."""
    if window.peak_days and window.peak is None:
        yield "peak_days", "nothing says how long a window may be on these days: add 'peak'"
    if window.too_long and window.too_long not in {error.code.reveal() for error in api.errors}:
        yield "too_long", f"the method has no error {str(window.too_long)!r}"
    if window.changed and window.key is None:
        yield "changed", "nothing says what has changed: add 'key'"
    lists = api.pagination.items if api.pagination else ()
    for key, path, kinds in (
        ("key", window.key, ("string", "integer")),
        ("changed", window.changed, ("datetime",)),
    ):
        if path and not lists:
            yield key, "no 'pagination' says where the elements are"
        for list_ in lists:
            found = api.fields.find(list_)
            assert found, list_
            if path and (why := _unfit_path(found.members, path, kinds)):
                yield key, why


@check
def batches(spec: Spec) -> Iterator[Problem]:
    """Batches that nobody could cut, or whose answers nobody could tell apart."""
    for api in spec.apis:
        if api.batch:
            for key, message, hint in (
                *_unfit_values(api, api.batch),
                *_unfit_answers(api, api.batch),
            ):
                yield problem(BATCH, message, api.origin.at("batch", *key), hint)


Misfit = tuple[tuple[str, ...], str, str]
"""Keys that lead to it, what it is, and a hint."""


def _unfit_values(api: Api, batch: Batch) -> Iterator[Misfit]:
    """What is wrong with asking for the values in several calls."""
    values = api.parameters.find(batch.values)
    assert values, batch.values
    where, name = ("values",), f"{str(batch.values)!r}"
    if not api.idempotent:
        yield (), "the method changes something: several calls are not the same as one", ""
    if "." in batch.values:
        yield where, f"{name} is inside of another parameter", "name a parameter of the call itself"
    elif not _holds_words(values):
        yield where, f"{name} is no list of texts or whole numbers", ""
    if values.limits.max_items is None:
        yield where, f"nothing tells how many values {name} takes", "add its documented `max_items`"
    if (values.limits.min_items or 0) > 1:
        yield where, f"{name} takes no single value", "a value may be left alone in a call"


def _holds_words(member: Member) -> bool:
    """Whether a parameter takes several texts or whole numbers."""
    if kind(member.type) == "csv":
        return True
    type_ = member.type
    return isinstance(type_, ArrayType) and kind(type_.items) in ("string", "integer")


def _unfit_answers(api: Api, batch: Batch) -> Iterator[Misfit]:
    """What is wrong with finding the answers."""
    if api.pagination:
        yield (), "the reply comes in pages: answers may be on a later one", ""
    if why := _unfit_path(api.fields, batch.items, ("array",)):
        yield ("items",), why, ""
        return
    list_ = api.fields.find(batch.items)
    assert list_, batch.items
    if why := _unfit_path(list_.members, batch.key, ("string", "integer")):
        yield ("key",), why, ""


@check
def item_outcomes(spec: Spec) -> Iterator[Problem]:
    """Outcomes of elements that are no objects, or whose code or message is not one value.

    The lists themselves may stand inside of others: every element of all of them is judged.
    """
    for api in spec.apis:
        outcome = api.item_outcome
        if outcome is None:
            continue
        where = api.origin.at("outcome", "items")
        for index, path in enumerate(outcome.lists):
            list_ = api.fields.find(path)
            assert list_, path
            if not isinstance(list_.type, ArrayType) or not list_.members:
                message = f"{str(path)!r} is no list of objects"
                yield problem(PATH_TYPE, message, where.at("in", index))
            for key, inner, kinds in (
                ("code", outcome.code, ("string", "integer")),
                ("message", outcome.message, ("string",)),
            ):
                if inner and (why := _unfit_path(list_.members, inner, kinds)):
                    yield problem(PATH_TYPE, f"in {str(path)!r}, {why}", where.at(key))


@check
def constraint_paths(spec: Spec) -> Iterator[Problem]:
    """Constraints on elements of a list, and conditions that no value fulfils."""
    for api in spec.apis:
        for index, constraint in enumerate(api.constraints):
            where = api.origin.at("constraints", index)
            for place, path in enumerate(constraint.names):
                if why := _unfit_path(api.parameters, path, _ANY):
                    yield problem(PATH_TYPE, why, where.at(constraint.kind.name, place))
            for path, value in constraint.when:
                why = _unfit_path(api.parameters, path, tuple(language.SCALARS))
                if why := why or _unfit_value(api.parameters, path, value):
                    yield problem(PATH_TYPE, why, where.at("when", path))


@check
def constraints(spec: Spec) -> Iterator[Problem]:
    """Constraints that no call satisfies; one with a condition holds in some calls only."""
    for api in spec.apis:
        always = [constraint for constraint in api.constraints if not constraint.when]
        paths = sorted({str(path) for constraint in always for path in constraint.names})
        if not always or len(paths) > _MOST_CHOICES:
            continue
        choices = (
            frozenset(given)
            for count in range(len(paths) + 1)
            for given in itertools.combinations(paths, count)
        )
        possible = (given for given in choices if _can_be_given(given, paths, api.parameters))
        if not any(all(_holds(rule_, given) for rule_ in always) for given in possible):
            message = f"no choice of {', '.join(paths)} satisfies all constraints"
            yield problem(CONSTRAINTS, message, api.origin.at("constraints"), key=True)


def _can_be_given(given: frozenset[str], paths: Iterable[str], parameters: Members) -> bool:
    """Whether nothing that a call must have is left out: of the call, or of a given object."""
    for path in paths:
        *outer, member = parameters.along(path)
        if path in given:
            parents = {path[:end] for end, sign in enumerate(path) if sign == "."}
            if not parents.intersection(paths) <= given:
                return False
        elif member.required and all(parent.required for parent in outer):
            return False
    return True


def _holds(constraint: Constraint, given: frozenset[str]) -> bool:
    count = len(given.intersection(constraint.names))
    match constraint.kind.name:
        case "at_least_one_of":
            return count >= 1
        case "exactly_one_of":
            return count == 1
        case "at_most_one_of":
            return count <= 1
        case _:
            return count in (0, len(constraint.names))


@check
def values_of_success(spec: Spec) -> Iterator[Problem]:
    """Codes of success that the field of the code cannot hold."""
    for api in spec.apis:
        outcome = api.reply_outcome
        for index, value in enumerate(outcome.ok if outcome else ()):
            if outcome and outcome.code and (why := _unfit_value(api.fields, outcome.code, value)):
                where = api.origin.at("outcome", "reply", "ok", index)
                yield problem(PATH_TYPE, why, where)


def _unfit_value(members: Members, path: str, value: SpecData) -> str | None:
    """Why the scalar at a path cannot have a value."""
    member = members.find(path)
    if member is None or not isinstance(member.type, ScalarType):
        return None
    why = values.mismatch(value.reveal(), member.type)
    return why and f"{value.reveal()!r} for {str(path)!r} {why}"


@check
def idempotence(spec: Spec) -> Iterator[Problem]:
    """Methods whose names say the opposite of their specs about being repeated."""
    for api in spec.apis:
        verb = api.method.rpartition(".")[2]
        opposite = language.WRITING if api.idempotent else language.READING
        if verb in opposite and not api.idempotent_reason:
            does = "writes" if api.idempotent else "only reads"
            message = f"{verb!r} at the end of the name says that the method {does}"
            where = api.origin.at("idempotent")
            # A read that is not retried costs a call; a write that is retried costs money.
            yield problem(NOT_IDEMPOTENT, message, where, warning=not api.idempotent)


@check_all
def successors(spec: Spec) -> Iterator[Problem]:
    """Successors that do not exist, or are not named."""
    known = {str(api.method) for api in spec.apis}
    for api in spec.apis:
        if api.replaced_by is None:
            upgrade = _upgrade(api.method)
            if upgrade in known:
                message = f"an upgrade of this method exists, {upgrade}"
                yield problem(DEPRECATED, message, api.origin.at("method"), "add `replaced_by`")
            continue
        where = api.origin.at("replaced_by")
        successor = str(api.replaced_by.method)
        if successor == api.method:
            yield problem(DEPRECATED, "a method cannot replace itself", where)
        elif successor not in known:
            hint = names.did_you_mean(successor, known - {str(api.method)})
            yield problem(DEPRECATED, f"no method is named {successor!r}", where, hint)
        elif not api.deprecated:
            hint = "add `status: deprecated`"
            yield problem(DEPRECATED, "replaced, but not deprecated", where, hint)


def _upgrade(method: str) -> str:
    """The name of the method that the platform would call the upgrade of this one."""
    stem, _, get = method.rpartition(".")
    return f"{stem}.upgrade.get" if get == "get" else f"{method}.upgrade"


@check
def list_wrappers(spec: Spec) -> Iterator[Problem]:
    """Lists of replies without a wrapper."""
    groups = [api.fields for api in spec.apis]
    groups += [type_.members for type_ in spec.types if type_.side == "response"]
    for group in groups:
        for _, member, _ in group.walk(shared=False):
            if isinstance(member.type, ArrayType) and not member.type.wrapper:
                message = f"the list {str(member.name)!r} has no wrapper"
                yield problem(LIST_WRAPPER, message, member.origin, key=True)


@check
def public_parameters(spec: Spec) -> Iterator[Problem]:
    """Parameters of methods that the gateway takes for its own."""
    public = {member.name for member in spec.platform.parameters}
    for api in spec.apis:
        for member in api.parameters:
            if member.name in public:
                message = f"{str(member.name)!r} is a public parameter of the gateway"
                yield problem(PUBLIC_PARAMETER, message, member.origin, key=True)
