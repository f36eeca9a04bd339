"""Rules about the gateway: its names and checks."""

from collections.abc import Iterator

from generator.problems import Origin, Problem, rule
from generator.spec import names
from generator.spec.files import PLATFORM
from generator.spec.ir import Spec
from generator.spec.lint.registry import check, problem

NAMING = rule(
    "naming",
    "What the gateway adds to a reply has names of its own",
    "A reply has one root, and the request's id stands inside of it beside the fields: under the "
    "name of another one, it would take that one's place.",
    "Correct the name in `naming` of specs/platform.yaml.",
)
CHECKED_CODE = rule(
    "checked-code",
    "Every check of the gateway answers a documented error",
    "The mock answers a failed check with the message of its code.",
    "Correct the code in `checks` of specs/platform.yaml, or add it to `errors`.",
)

_NAMING = Origin(PLATFORM, ("naming",))


@check
def naming(spec: Spec) -> Iterator[Problem]:
    """Names of the gateway that mean something else too."""
    platform = spec.platform
    root, request_id = str(platform.error_root), str(platform.request_id)
    if root == request_id:
        message = f"{root!r} is both the root of errors and the request's id"
        yield problem(NAMING, message, _NAMING.at("error_root"))
    for api in spec.apis:
        if api.root == root:
            message = f"{root!r} is the root of {api.method}"
            yield problem(NAMING, message, _NAMING.at("error_root"))
        for name, key in ((request_id, "request_id"), (root, "error_root")):
            if api.fields.find(name):
                yield problem(NAMING, f"{name!r} is a field of {api.method}", _NAMING.at(key))


@check
def checked_codes(spec: Spec) -> Iterator[Problem]:
    """Checks that answer an unknown error."""
    known = [error.code.reveal() for error in spec.platform.errors]
    for index, code in enumerate(spec.platform.checks):
        if code not in known:
            hint = names.did_you_mean(code, known)
            where = Origin(PLATFORM, ("checks", index))
            yield problem(CHECKED_CODE, f"no error has the code {str(code)!r}", where, hint)
