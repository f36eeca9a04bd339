"""Rules about errors: their classes, and codes that are one."""

from collections.abc import Iterator

from generator.problems import Problem, rule
from generator.spec.ir import ErrorCode, Spec
from generator.spec.language import bare_code
from generator.spec.lint.registry import all_errors, check, problem

ERROR_CLASS = rule(
    "error-class",
    "Class, limit and retry of an error agree",
    "Programs decide by class: whether to wait and for how long, whom to ask, what to correct.",
    "Correct `class`, `limit` or `retry`: only `rate_limit` has a limit, only it and `temporary` "
    "are retried later, `ban` waits for the seconds that sub_msg tells (`lasts: told`), and what "
    "lasts until the next day is retried `never`.",
)
SAME_CODE = rule(
    "same-code",
    "Codes of a method that differ in `isv.` or `isp.` alone have the same consequences",
    "The gateway writes a code with a prefix here and without it there; a program that gets the "
    "bare code could not know which of the two it is.",
    "Give both the same `class`, `limit` and `retry`.",
)


_PASSING = ("rate_limit", "temporary")
"""The classes of errors that are gone after a while."""


@check
def classes(spec: Spec) -> Iterator[Problem]:
    """Errors whose class, limit and retry contradict each other."""
    for error, where in all_errors(spec):
        class_, retry = error.error_class.name, error.retry.name
        lasts = error.limit.lasts.name if error.limit else None
        if error.limit and class_ != "rate_limit":
            message = f"`limit` beside the class {class_}"
            yield problem(ERROR_CLASS, message, where.at("limit"), key=True)
        elif retry == "later" and class_ not in _PASSING:
            message = f"what is wrong with {class_} does not pass by waiting"
            yield problem(ERROR_CLASS, message, where.at("retry"))
        elif retry in ("clock", "sub_code") and class_ == "rate_limit":
            message = f"a limit does not pass by `retry: {retry}`"
            yield problem(ERROR_CLASS, message, where.at("retry"))
        elif retry == "ban" and lasts != "told":
            message = "`retry: ban` waits for what sub_msg tells, and there is no such limit"
            yield problem(ERROR_CLASS, message, where.at("retry"))
        elif lasts == "told" and retry != "ban":
            message = "sub_msg tells how long to wait, and `retry` is not `ban`"
            yield problem(ERROR_CLASS, message, where.at("retry"))
        elif lasts == "today" and retry != "never":
            message = "what lasts until the next day is not retried"
            yield problem(ERROR_CLASS, message, where.at("retry"))


@check
def codes(spec: Spec) -> Iterator[Problem]:
    """Codes of a method that are one code, and have different consequences."""
    for api in spec.apis:
        seen: dict[str, ErrorCode] = {}
        for error in api.errors:
            code = error.code.reveal()
            first = seen.setdefault(bare_code(code), error)
            if _consequences(first) != _consequences(error):
                message = f"{code!r} and {first.code.reveal()!r} are one code with two consequences"
                yield problem(SAME_CODE, message, error.origin, key=True, warning=True)


def _consequences(error: ErrorCode) -> tuple[object, ...]:
    """What programs do about an error."""
    return (error.error_class, error.limit, error.retry)
