"""Facts in the form in which the documented sample of a method shows such facts.

Facts have names of fields. A reply has the keys of the sample, in its order, each in the form that
the sample gives it: numbers as numbers or as text, moments in one of the platform's spellings,
lists inside their wrappers. What no fact tells is left out: the sample is about something else.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from ..times import DATE, written

Facts = Mapping[str, Any]
"""By the name of the field; None: there is no such thing."""

_MILLISECONDS = 10**11
"""Numbers above are milliseconds, those below seconds."""


class Moment(int):
    """Seconds since 1970."""


def filled(sample: Mapping[str, Any], facts: Facts) -> dict[str, Any]:
    """An object of the sample's form with these facts, as are the objects in it."""
    content: dict[str, Any] = {}
    for key, shown in sample.items():
        if key in facts:
            if facts[key] is not None and (value := _written(facts[key], shown)) is not None:
                content[key] = value
        elif isinstance(shown, dict) and not _elements(shown) and (inner := filled(shown, facts)):
            content[key] = inner
    return content


def _elements(shown: Any) -> list[Any]:
    """What a list of a sample holds, which stands alone in an object, under its wrapper."""
    if isinstance(shown, dict) and len(shown) == 1:
        (inner,) = shown.values()
        if isinstance(inner, list):
            return inner
    return []


def _written(fact: Any, shown: Any) -> Any:
    """A fact in the form of what is shown; None: it has no such form, as texts of callers may."""
    if isinstance(fact, str) and isinstance(shown, str):  # most facts
        return fact
    if isinstance(fact, list):
        (wrapper,), (element, *_) = shown, _elements(shown)
        return {wrapper: [_written(each, element) for each in fact]}
    if isinstance(fact, dict):
        return filled(shown, fact)
    if isinstance(fact, Moment):
        return _moment(fact, shown)
    if isinstance(fact, bool):
        if isinstance(shown, bool):
            return fact
        return _written(int(fact), shown) if str(shown).isdecimal() else str(fact).lower()
    if isinstance(shown, str):
        return str(fact)
    try:
        return int(fact)
    except ValueError:
        return None


def _moment(moment: Moment, shown: Any) -> str | int:
    if isinstance(shown, int):
        return moment * 1000 if shown > _MILLISECONDS else int(moment)
    if shown.isdecimal():
        return str(moment * 1000)
    return written(moment) if ":" in shown else written(moment, DATE)


def yuan(cents: int) -> Decimal:
    """An amount as the platform writes it."""
    return Decimal(cents).scaleb(-2)
