"""An order as plain data – from Python, a scenario file, or control – made into a rule."""

import functools
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, NotRequired, TypedDict, TypeVar

from .contents import checked, undocumented
from .errors import Hint
from .faults import PLAIN, Fault, Manner, parse_fault
from .knowledge import bare_api, find_api
from .matching import Conditions, check_count, conditions
from .options import check_whole
from .rules import Plan, Rule
from .suggestions import ANY, check_known, check_name, check_new
from .texts import flaw

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
    """Whether the method, or a parameter, is meant though no document has it."""


PYTHON = "new=True"
"""How callers in Python say that a name is new; others have their own spelling."""


class OrderError(ValueError):
    """What is wrong with an order, and where in it."""

    def __init__(self, problems: Sequence[tuple[Path, str]]) -> None:
        self.problems = problems
        super().__init__("\n".join(text for _, text in problems))


def rule_from(order: Order, further: Collection[str] = (), new: str = PYTHON) -> Rule:
    """The rule that an order makes; `further` are methods that tests have told of.

    OrderError tells all that is wrong, and advises `new` where a name may be a new one.
    """
    problems: list[tuple[Path, str]] = []

    def held(path: Path, make: Callable[[], T]) -> T | None:
        try:
            return make()
        except ValueError as error:
            problems.append((path, str(error)))
            return None

    method = order["method"] if isinstance(order["method"], str) else ""
    in_turn = order.get("answers")
    answers: list[tuple[Path, OneAnswer]] = [((), order)]
    if in_turn is not None:
        answers = [(("answers", at), each) for at, each in enumerate(in_turn)]
    held(("method",), lambda: _check_method(order, [each for _, each in answers], further, new))
    plans = [_plan(answer, method, functools.partial(_at, held, path)) for path, answer in answers]
    held(("new",), lambda: _check_new(order.get("new", False)))
    when = _conditions(order, held, new)
    # Answers in turn are over after the last one: whoever scripts them has counted them.
    times = order.get("times", None if in_turn is None else 1)
    if times is not None:
        held(("times",), lambda: check_whole("times", times, 1))
    if problems:
        raise OrderError(problems)
    return Rule(method, tuple(plans), when, times)


_Held = Callable[[Path, Callable[[], T]], T | None]
"""Makes something; what is wrong with it is noted at a path."""


def _at(held: _Held[T], start: Path, path: Path, make: Callable[[], T]) -> T | None:
    return held((*start, *path), make)


def _check_method(
    order: Order, answers: Sequence[OneAnswer], further: Collection[str], new: str
) -> None:
    method = order["method"]
    replies = any("reply" in answer for answer in answers)
    if not isinstance(method, str):
        raise ValueError(f"方法名应为文本：{method!r} (a method's name is text)")
    if method == ANY:
        if replies:
            raise ValueError("回复只能给一个方法 (a reply is of one method, not of all)")
        return
    if not order.get("new"):
        (check_new if replies else check_known)(method, further, new)
    check_name(method, further)


def _check_new(new: Any) -> None:
    if not isinstance(new, bool):
        raise ValueError(f"new 只能是 True 或 False，不是 {new!r} (either True or False)")


def _plan(answer: OneAnswer, method: str, held: _Held[Any]) -> Plan:
    if "reply" not in answer and "fail" not in answer:
        held((), _nothing)
    content, fault, manner, form = None, None, PLAIN, None
    notes: list[Hint] = []
    if "reply" in answer:
        content = held(("reply",), lambda: _content(answer["reply"], method))
        notes += undocumented(content or {}, find_api(method))
    if "fail" in answer:
        form = str(answer["fail"]).strip()
        fault, manner = held(("fail",), lambda: _fault(answer, method)) or (None, PLAIN)
        if fault and fault.note:
            notes.append(fault.note)
    return Plan(content, fault, manner, form, tuple(notes))


def _nothing() -> None:
    raise ValueError("须有 reply、fail 或 answers (reply, fail or answers is needed)")


def _content(told: Any, method: str) -> dict[str, Any]:
    content = checked(told)
    root = (find_api(method) or bare_api(str(method)))["root"]
    if [*content] == [root]:
        raise ValueError(
            f"不写响应根 {root}，只写它之内的内容 (leave the response root away, "
            "write what stands inside)"
        )
    return content


def _fault(answer: OneAnswer, method: str) -> tuple[Fault | None, Manner]:
    sub_msg = answer.get("sub_msg")
    if sub_msg is not None and not isinstance(sub_msg, str):
        raise ValueError(f"sub_msg 应为文本，不是 {sub_msg!a} (a text is expected)")
    if sub_msg is not None and (wrong := flaw(sub_msg)):
        raise ValueError(f"sub_msg {wrong}")
    fault, manner = parse_fault(str(answer["fail"]), sub_msg, method)
    if "reply" in answer and (fault or manner.drop):
        raise ValueError("既有回复，又有错误 (a reply and an error exclude each other)")
    return fault, manner


def _conditions(order: Order, held: _Held[Any], new: str) -> Conditions:
    """The conditions of an order, each checked for itself: each has its place."""
    when = order.get("when")
    if not isinstance(when, Mapping):
        return held(("when",), lambda: conditions(when, None)) or {}
    method = order["method"]
    api = find_api(method) if isinstance(method, str) else None
    advice = "" if order.get("new") else new
    held(("when",), lambda: check_count(when))
    result: dict[str, Any] = {}
    for name, value in when.items():
        one = functools.partial(conditions, {name: value}, api, advice)
        result |= held(("when", str(name)), one) or {}
    held(("when",), lambda: check_count(result))
    return result
