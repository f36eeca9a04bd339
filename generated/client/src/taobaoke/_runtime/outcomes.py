"""Failures that hide inside replies which look successful."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .kinds import scalar_text
from .record import Record

_USUAL_SUCCESS = ("", "0", "200")


def attribute(value: Any, path: str | None) -> Any:
    """The attribute that a dotted path leads to; None where the way ends early."""
    for name in path.split(".") if path else ():
        value = getattr(value, name, None)
    return value if path else None


def _code(value: Any, path: str | None) -> str:
    """The code at a dotted path, as it came if it is not of its type: it is a code still."""
    typed = attribute(value, path)
    if typed is not None or path is None:
        return _code_text(typed)
    holder, _, name = path.rpartition(".")
    model = attribute(value, holder) if holder else value
    return "" if model is None else _code_text(model.raw.get(model._members()[name].wire_name))


def _code_text(value: Any) -> str:
    return scalar_text(value) or ""


class ReplyOutcome(Record):
    """Failure of the whole call. Paths lead to attributes of the response."""

    success: str | None = None
    code: str | None = None
    message: str | None = None
    ok: tuple[str, ...] = ()

    def failure(self, response: Any) -> tuple[str, str] | None:
        """Code and message, if the reply reports a failure."""
        success = attribute(response, self.success)
        code = _code(response, self.code)
        if success is not None:
            failed = not success
        elif self.ok:
            failed = code not in ("", *self.ok)
        else:
            # No source lists the good codes, and published samples carry odd ones beside content:
            # only a strange code without any content is a failure.
            failed = code not in _USUAL_SUCCESS and not self._has_content(response)
        return (code, _code_text(attribute(response, self.message))) if failed else None

    def _has_content(self, response: Any) -> bool:
        holder, _, _ = (self.code or "").rpartition(".")
        raw = attribute(response, holder).raw if holder else response.raw
        return any(value and isinstance(value, dict | list) for value in raw.values())


class ItemOutcome(Record):
    """Failures of single elements. Paths lead to attributes of the response or of the element."""

    lists: tuple[str, ...]
    code: str
    message: str | None = None
    ok: tuple[str, ...] = _USUAL_SUCCESS

    def judge(self, response: Any) -> Iterator[tuple[Any, tuple[str, str | None] | None]]:
        """Every element, with code and message if it failed."""
        for path in self.lists:
            for item in attribute(response, path) or ():
                code = _code(item, self.code)
                message = attribute(item, self.message)
                yield item, None if code in ("", *self.ok) else (code, message)
