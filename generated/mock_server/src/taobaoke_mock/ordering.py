"""An order as plain data – from Python, a scenario file, or control – made into a rule."""

import functools
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, NotRequired, TypedDict, TypeVar

from .contents import checked
from .faults import PLAIN, parse_fault
from .knowledge import find_api
from .matching import conditions
from .rules import Plan, Rule
from .suggestions import ANY, check_known, check_new

T = TypeVar("T")
Path = tuple[str | int, ...]


class OneAnswer(TypedDict):
    """What is answered; with both, the fault only tells how the reply is sent."""

    reply: NotRequired[Any]
    fail: NotRequired[str | int]
    sub_msg: NotRequired[str]


class Order(OneAnswer):
    """One answer, or several in turn, and the calls that get them."""

    method: str
    answers: NotRequired[Sequence[OneAnswer]]
    when: NotRequired[Mapping[str, Any]]
    times: NotRequired[int | None]
    new: NotRequired[bool]
    """Whether the method is meant though it looks like a slip."""


class OrderError(ValueError):
    """What is wrong with an order, and where in it."""

    def __init__(self, problems: Sequence[tuple[Path, str]]) -> None:
        self.problems = problems
        super().__init__("\n".join(text for _, text in problems))


def rule_from(order: Order, further: Collection[str] = ()) -> Rule:
    """The rule that an order makes; `further` are methods that tests have told of.

    OrderError tells all that is wrong.
    """
    problems: list[tuple[Path, str]] = []

    def held(path: Path, make: Callable[[], T]) -> T | None:
        try:
            return make()
        except ValueError as error:
            problems.append((path, str(error)))
            return None

    method = order["method"]
    in_turn = order.get("answers")
    answers: list[tuple[Path, OneAnswer]] = [((), order)]
    if in_turn is not None:
        answers = [(("answers", at), each) for at, each in enumerate(in_turn)]
    held(("method",), lambda: _check_method(order, [each for _, each in answers], further))
    plans = [held(path, functools.partial(_plan, answer, method)) for path, answer in answers]
    when = held(("when",), lambda: conditions(order.get("when"), find_api(method)))
    # Answers in turn are over after the last one: whoever scripts them has counted them.
    times = order.get("times", None if in_turn is None else 1)
    held(("times",), lambda: _check_times(times))
    if problems:
        raise OrderError(problems)
    return Rule(method, tuple(plan for plan in plans if plan), when or {}, times)


def _check_method(order: Order, answers: Sequence[OneAnswer], further: Collection[str]) -> None:
    method = order["method"]
    replies = any("reply" in answer for answer in answers)
    if not isinstance(method, str):
        raise ValueError(f"方法名应为文本：{method!r} (a method's name is text)")
    if method == ANY:
        if replies:
            raise ValueError("回复只能给一个方法 (a reply is of one method, not of all)")
    elif not replies:
        check_known(method, further)
    elif not order.get("new"):
        check_new(method, further)


def _plan(answer: OneAnswer, method: str) -> Plan:
    if "reply" not in answer and "fail" not in answer:
        raise ValueError("须有 reply、fail 或 answers (reply, fail or answers is needed)")
    content = checked(answer["reply"]) if "reply" in answer else None
    fault, manner = None, PLAIN
    if "fail" in answer:
        fault, manner = parse_fault(str(answer["fail"]), answer.get("sub_msg"), method)
    if content is not None and (fault or manner.drop):
        raise ValueError("既有回复，又有错误 (a reply and an error exclude each other)")
    return Plan(content, fault, manner)


def _check_times(times: Any) -> None:
    if times is not None and (not isinstance(times, int) or isinstance(times, bool) or times < 1):
        raise ValueError(f"times 应为正整数，不是 {times!r} (a whole number, at least 1)")
