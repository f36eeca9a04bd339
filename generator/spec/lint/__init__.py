"""Lint: what no schema can say. Each rule is a function over the IR, in a module by subject."""

from collections.abc import Iterator

from generator.problems import Problem
from generator.spec.ir import Spec
from generator.spec.lint import (  # noqa: F401 - their rules
    calls,
    errors,
    forms,
    origins,
    platform,
    texts,
    titles,
    values,
)
from generator.spec.lint.registry import CHECKS


def lint(spec: Spec, *, complete: bool = True) -> Iterator[Problem]:
    """Every problem that the rules find.

    With `complete=False` some APIs are left out because they are wrong in themselves, so the rules
    that compare all of them are silent.
    """
    for check in CHECKS:
        if complete or not check.compares_all:
            yield from check.find(spec)
