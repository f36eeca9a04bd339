"""Rules about methods as a whole: paths, repetition, successors, wrappers, public parameters."""

from collections.abc import Iterator

from generator.problems import Problem, rule
from generator.spec import language, names
from generator.spec.ir import ArrayType, Spec
from generator.spec.lint.registry import check, check_all, problem
from generator.spec.lint.values import kind

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

_PATH_KINDS = (
    # block of the IR, attribute of the IR, keys of the spec, side, kinds that fit
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
_BLOCKS = {"pagination": "pagination", "window": "window", "reply_outcome": "outcome"}
"""Where a block of the IR stands in the spec."""


@check
def path_types(spec: Spec) -> Iterator[Problem]:
    """Paths to members that cannot play their part."""
    for api in spec.apis:
        for block, attribute, keys, side, kinds in _PATH_KINDS:
            path = getattr(getattr(api, block), attribute, None)
            member = getattr(api, side).find(path)
            if member and (found := kind(member.type)) not in kinds:
                origin = api.origin.at(_BLOCKS[block], *keys)
                message = f"{str(path)!r} is {found}, not {' or '.join(kinds)}"
                yield problem(PATH_TYPE, message, origin)


@check
def idempotence(spec: Spec) -> Iterator[Problem]:
    """Methods whose names say that they write, and whose specs say that they may be repeated."""
    for api in spec.apis:
        verb = api.method.rpartition(".")[2]
        stated = any("idempotent" in note.reveal() for note in api.doc.notes)
        if verb in language.WRITING and api.idempotent and not stated:
            message = f"{verb!r} at the end of the name says that the method writes"
            yield problem(NOT_IDEMPOTENT, message, api.origin.at("idempotent"))


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
