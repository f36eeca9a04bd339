"""What tests, scenario files and control ordered: which call gets which answer.

Of the rules that fit a call, the one that says more about it decides: a rule of the method before
one of all methods, one for some calls before one for all, one with conditions before one without.
Rules for some calls are used up in the order in which they came; of rules that stay, the newest
holds. A rule that only tells how an answer is sent – slowly, in part – lets the others say what.
"""

import itertools
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from .contents import Content, filled, is_template
from .faults import PLAIN, Fault, Manner, parse_fault
from .http import NO_PACE, Pace
from .matching import Conditions, meets
from .suggestions import ANY

MOST_RULES = 10_000


@dataclass(frozen=True, slots=True)
class Answer:
    """What one call gets."""

    content: Mapping[str, Any] | None = None
    """What stands inside the response root; None: the usual."""
    fault: Fault | None = None
    pace: Pace = NO_PACE

    @property
    def name(self) -> str | None:
        """The fault as the journal calls it; None if the caller gets a whole answer."""
        if self.pace.drop:
            return "drop"
        if self.fault:
            return self.fault.name
        return None if self.pace.cut is None else "cut"


@dataclass(frozen=True, slots=True)
class Plan:
    """What a rule says: what is answered, and how."""

    content: Content | None = None
    fault: Fault | None = None
    manner: Manner = PLAIN

    @property
    def only_how(self) -> bool:
        """Whether it leaves to others what is answered."""
        return self.content is None and self.fault is None and not self.manner.drop

    def answer(self, parameters: Mapping[str, str], chance: Random) -> Answer:
        """The answer to one call."""
        content = self.content
        if content is not None and is_template(content):
            content = filled(content, parameters)
        return Answer(content, self.fault, self.manner.pace(chance))


@dataclass(frozen=True, slots=True)
class Rule:
    """Plans for the calls of a method, one after the other."""

    method: str
    plans: tuple[Plan, ...]
    when: Conditions
    times: int | None = None
    """How often all plans are gone through; None: for ever."""


class Rules:
    """The rules in force. Not safe between threads: the mock holds a lock."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Forget everything."""
        self._active: list[_Active] = []
        self._methods: set[str] = set()
        self._chance = Random(0)  # noqa: S311 – the same delays in every run
        self._numbers = itertools.count()

    def __bool__(self) -> bool:
        return bool(self._active)

    @property
    def methods(self) -> Collection[str]:
        """The methods that rules were about."""
        return self._methods

    def knows(self, method: str) -> bool:
        """Whether there was a rule for the method itself."""
        return method in self._methods

    def put(self, rule: Rule) -> None:
        """Add a rule; one that stays takes the place of the one that stayed for the same calls."""
        new = _Active(rule, next(self._numbers))
        kept = [each for each in self._active if not new.replaces(each)]
        if len(kept) >= MOST_RULES:
            raise ValueError(f"规则最多 {MOST_RULES} 条 (too many rules)")
        self._active = sorted([*kept, new], key=lambda active: active.order)
        if rule.method != ANY:
            self._methods.add(rule.method)

    def take(self, method: str, parameters: Mapping[str, str]) -> Answer | None:
        """The answer for one call; None: nothing was ordered."""
        pace: Pace | None = None
        for active in [each for each in self._active if each.fits(method, parameters)]:
            if active.plan.only_how and pace is not None:
                continue
            only_how = active.plan.only_how
            answer = active.use().answer(parameters, self._chance)
            if active.is_used_up:
                self._active.remove(active)
            if not only_how:
                return Answer(answer.content, answer.fault, pace or answer.pace)
            pace = answer.pace
        return None if pace is None else Answer(pace=pace)

    def fault(self, text: str, sub_msg: str | None, method: str) -> Answer:
        """The answer that a call itself asks for; ValueError if that is no fault."""
        fault, manner = parse_fault(text, sub_msg, method)
        return Plan(None, fault, manner).answer({}, self._chance)


class _Active:
    """A rule, and how far it has been used."""

    def __init__(self, rule: Rule, number: int) -> None:
        self._rule = rule
        self._number = number
        self._used = 0

    @property
    def order(self) -> tuple[bool, bool, bool, int]:
        """Rules that say more come first."""
        stays = self._rule.times is None
        number = -self._number if stays else self._number
        return self._rule.method == ANY, stays, not self._rule.when, number

    @property
    def plan(self) -> Plan:
        """The next plan."""
        return self._rule.plans[self._used % len(self._rule.plans)]

    @property
    def is_used_up(self) -> bool:
        """Whether the rule has done its work."""
        times = self._rule.times
        return times is not None and self._used >= times * len(self._rule.plans)

    def use(self) -> Plan:
        """The next plan, used up."""
        plan = self.plan
        self._used += 1
        return plan

    def fits(self, method: str, parameters: Mapping[str, str]) -> bool:
        """Whether a call is one that the rule is about."""
        return self._rule.method in (method, ANY) and meets(parameters, self._rule.when)

    def replaces(self, other: "_Active") -> bool:
        """Whether the other one would never be asked again."""
        old, new = other._rule, self._rule
        return (
            old.times is None
            and new.times is None
            and (old.method, old.when) == (new.method, new.when)
            and all(plan.only_how for plan in new.plans) == all(plan.only_how for plan in old.plans)
        )
