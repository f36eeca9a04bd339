"""What tests, scenario files and control ordered: which call gets which answer.

Of the rules that fit a call, the one that says more about it decides: a rule of the method before
one of all methods, one for some calls before one for all, one with conditions before one without.
Rules for some calls are used up in the order in which they came; of rules that stay, the newest
holds. A rule that only tells how an answer is sent – slowly, in part – lets the others say what.
"""

import itertools
from bisect import insort
from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from .contents import Content, filled, is_template
from .errors import Hint
from .faults import PLAIN, Fault, Manner, parse_fault
from .http import NO_PACE, Pace
from .matching import Conditions, Values, meets
from .suggestions import ANY

MOST_RULES = 10_000


@dataclass(frozen=True, slots=True)
class Answer:
    """What one call gets."""

    content: Mapping[str, Any] | None = None
    """What stands inside the response root; None: the usual."""
    fault: Fault | None = None
    pace: Pace = NO_PACE
    form: str | None = None
    """The fault and how it is sent, as it was written."""
    notes: tuple[Hint, ...] = ()
    """What is likely a mistake in the order."""
    rules: "tuple[_Active, ...]" = ()
    """What ordered it; nothing if the call itself asked for it."""
    how: "Answer | None" = None
    """What is left of it if the call is refused: only how it is answered."""

    @property
    def refused(self) -> "Answer":
        """The answer to the call if it is refused for another reason."""
        only_how = self.content is None and self.fault is None and not self.pace.drop
        return self if only_how else self.how or NOTHING_ORDERED

    @property
    def name(self) -> str | None:
        """The fault as the journal calls it; None if the caller gets a whole answer."""
        if self.pace.drop:
            return "drop"
        if self.fault and self.fault.kind != "empty":
            return self.fault.name
        return None if self.pace.cut is None else "cut"


NOTHING_ORDERED = Answer()


@dataclass(frozen=True, slots=True)
class Plan:
    """What a rule says: what is answered, and how."""

    content: Content | None = None
    fault: Fault | None = None
    manner: Manner = PLAIN
    form: str | None = None
    notes: tuple[Hint, ...] = ()

    @property
    def only_how(self) -> bool:
        """Whether it leaves to others what is answered."""
        return self.content is None and self.fault is None and not self.manner.drop

    def answer(self, parameters: Mapping[str, str], chance: Random) -> Answer:
        """The answer to one call."""
        content = self.content
        if content is not None and is_template(content):
            content = filled(content, parameters)
        return Answer(content, self.fault, self.manner.pace(chance), self.form, self.notes)


@dataclass(frozen=True, slots=True)
class Rule:
    """Plans for the calls of a method, one after the other."""

    method: str
    plans: tuple[Plan, ...]
    when: Conditions
    times: int | None = None
    """How often all plans are gone through; None: for ever."""

    @property
    def calls(self) -> Hashable:
        """For which calls it decides what; of two that stay, the newer one."""
        only_how = all(plan.only_how for plan in self.plans)
        return self.method, frozenset(self.when.items()), only_how


class Rules:
    """The rules in force. Not safe between threads: the mock holds a lock."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Forget everything."""
        self._active: list[_Active] = []
        self._staying: dict[Any, _Active] = {}
        self._methods: set[str] = set()
        self._chance = Random(0)  # noqa: S311 – the same delays in every run
        self._numbers = itertools.count()

    def __bool__(self) -> bool:
        return bool(self._active)

    @property
    def methods(self) -> Collection[str]:
        """The methods that rules were about."""
        return self._methods

    @property
    def ordered(self) -> tuple[Rule, ...]:
        """The rules in the order in which they came."""
        return tuple(
            active.rule for active in sorted(self._active, key=lambda active: active.number)
        )

    def knows(self, method: str) -> bool:
        """Whether there was a rule for the method itself."""
        return method in self._methods

    def put(self, rule: Rule) -> None:
        """Add a rule; one that stays takes the place of the one that stayed for the same calls."""
        old = self._staying.get(rule.calls) if rule.times is None else None
        if old is not None:
            self._active.remove(old)
        elif len(self._active) >= MOST_RULES:
            raise ValueError(f"规则最多 {MOST_RULES} 条 (too many rules)")
        new = _Active(rule, next(self._numbers))
        insort(self._active, new, key=lambda active: active.order)
        if rule.times is None:
            self._staying[rule.calls] = new
        if rule.method != ANY:
            self._methods.add(rule.method)

    def find(self, method: str, parameters: Mapping[str, str]) -> Answer:
        """The answer for one call. It is used up only when the call gets it: see `use`."""
        how: Answer | None = None
        call = Values(parameters)
        for active in self._active:
            only_how = active.plan.only_how
            if (only_how and how) or not active.fits(method, call):
                continue
            answer = replace(active.plan.answer(parameters, self._chance), rules=(active,))
            if not only_how:
                return _joined(how, answer) if how else answer
            how = answer
        return how or NOTHING_ORDERED

    def use(self, answer: Answer) -> None:
        """A call has got this answer."""
        for active in answer.rules:
            active.use()
            if active.is_used_up:
                self._active.remove(active)

    def fault(self, text: str, sub_msg: str | None, method: str) -> Answer:
        """The answer that a call itself asks for; ValueError if that is no fault."""
        fault, manner = parse_fault(text, sub_msg, method)
        notes = (fault.note,) if fault and fault.note else ()
        answer = Plan(None, fault, manner, text.strip(), notes).answer({}, self._chance)
        return replace(answer, how=Answer(pace=answer.pace))


def _joined(how: Answer, answer: Answer) -> Answer:
    """An answer that is sent as another rule tells."""
    drop, delay = answer.pace.drop, how.pace.delay + answer.pace.delay
    return replace(
        answer,
        pace=Pace(delay, drop=True) if drop else how.pace,
        form="+".join(form for form in (how.form, answer.form) if form),
        rules=(*how.rules, *answer.rules),
        how=how,
    )


class _Active:
    """A rule, and how far it has been used."""

    def __init__(self, rule: Rule, number: int) -> None:
        self.rule = rule
        self.number = number
        self._used = 0

    @property
    def order(self) -> tuple[bool, bool, bool, int]:
        """Rules that say more come first."""
        stays = self.rule.times is None
        number = -self.number if stays else self.number
        return self.rule.method == ANY, stays, not self.rule.when, number

    @property
    def plan(self) -> Plan:
        """The next plan."""
        return self.rule.plans[self._used % len(self.rule.plans)]

    @property
    def is_used_up(self) -> bool:
        """Whether the rule has done its work."""
        times = self.rule.times
        return times is not None and self._used >= times * len(self.rule.plans)

    def use(self) -> None:
        """The next plan is used up."""
        self._used += 1

    def fits(self, method: str, call: Values) -> bool:
        """Whether a call is one that the rule is about."""
        return self.rule.method in (method, ANY) and meets(call, self.rule.when)
