"""Rules about errors: their classes, and codes that are one."""

from collections.abc import Iterator

from generator.problems import Problem, rule
from generator.spec.ir import ErrorCode, Spec
from generator.spec.language import bare_code
from generator.spec.lint.registry import all_errors, check, problem

ERROR_CLASS = rule(
    "error-class",
    "A limit belongs to the class rate_limit, and only what can be waited for is retried",
    "Programs decide by class: whether to wait and for how long, whom to ask, what to correct.",
    "Correct `class`, `limit` or `retry`: `ban` waits for the seconds that sub_msg tells "
    "(`lasts: told`), and what lasts until the next day is retried `never`.",
)
SAME_CODE = rule(
    "same-code",
    "Codes of a method that differ in `isv.` or `isp.` alone have one meaning",
    "The gateway writes a code with a prefix here and without it there; a program that gets the "
    "bare code could not know which of the two it is.",
    "Give both the same `class`, `limit` and `retry`.",
)


@check
def classes(spec: Spec) -> Iterator[Problem]:
    """Errors whose class, limit and retry contradict each other."""
    for error, where in all_errors(spec):
        is_limit = error.error_class.name == "rate_limit"
        lasts = error.limit.lasts.name if error.limit else None
        if error.limit and not is_limit:
            message = f"`limit` beside the class {error.error_class.name}"
            yield problem(ERROR_CLASS, message, where.at("limit"), key=True)
        elif error.retry.name == "ban" and lasts != "told":
            message = "`retry: ban` waits for what sub_msg tells, and there is no such limit"
            yield problem(ERROR_CLASS, message, where.at("retry"))
        elif lasts == "today" and error.retry.name != "never":
            message = "what lasts until the next day is no use to retry"
            yield problem(ERROR_CLASS, message, where.at("retry"))


@check
def codes(spec: Spec) -> Iterator[Problem]:
    """Codes of a method that mean the same one."""
    for api in spec.apis:
        seen: dict[str, ErrorCode] = {}
        for error in api.errors:
            code = error.code.reveal()
            first = seen.setdefault(bare_code(code), error)
            if _consequences(first) != _consequences(error):
                message = f"{code!r} is the same code as {first.code.reveal()!r}, and means another"
                yield problem(SAME_CODE, message, api.origin.at("errors", code), key=True)


def _consequences(error: ErrorCode) -> tuple[object, ...]:
    """What programs do about an error."""
    return (error.error_class, error.limit, error.retry)
