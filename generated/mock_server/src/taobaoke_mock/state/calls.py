"""What handlers work with: a call, the state, and the few things that all of them do."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from ..errors import BACKEND, GatewayError, Hint, documented, sub_message
from ..knowledge import Api
from ..reply import Content
from ..texts import sendable
from .account import Account
from .shapes import Facts, filled
from .things import Things

_T = TypeVar("_T")

_LONGEST_COUNT = 18
"""Digits; what is beyond is cut: no page has such a number."""


class State(Protocol):
    """What handlers need of the state."""

    @property
    def things(self) -> Things:
        """What was created."""
        ...

    @property
    def account(self) -> Account:
        """Whose calls they are."""
        ...

    def now(self) -> float:
        """Seconds since 1970, by the mock's clock."""
        ...


@dataclass(frozen=True, slots=True)
class Call:
    """A call that passed the checks of the gateway."""

    api: Api
    parameters: Mapping[str, Any]
    """As text; nested ones as JSON text, or what that says."""
    notes: list[Hint] = field(default_factory=list)
    """What is worth a hint."""

    def text(self, path: str) -> str:
        """An argument, or a member of a nested one; empty if it is not given."""
        name, _, member = path.partition(".")
        holders = self.objects(name) if member else [self.parameters]
        value = next(iter(holders), {}).get(member or name)
        return "" if value is None else sendable(str(value)).strip()

    def number(self, path: str, default: int = 0) -> int:
        """A whole number."""
        text = self.text(path)
        return int(text[:_LONGEST_COUNT]) if re.fullmatch("-?[0-9]+", text) else default

    def flag(self, path: str) -> bool:
        """Whether a boolean, or what is written as 0 and 1, is set."""
        return self.text(path) in ("true", "1")

    def listed(self, name: str) -> list[str]:
        """The values of a list, which is joined by commas or JSON."""
        value = _decoded(self.parameters.get(name, ""))
        parts = value if isinstance(value, list) else str(value).split(",")
        return [text for part in parts if (text := sendable(str(part)).strip())]

    def objects(self, name: str) -> list[Mapping[str, Any]]:
        """The objects of a nested parameter, which is one or a list of them."""
        value = _decoded(self.parameters.get(name, ""))
        elements = value if isinstance(value, list) else [value]
        return [element for element in elements if isinstance(element, Mapping)]

    def sample(self) -> Content:
        """The documented reply, for what the state knows nothing about."""
        self.note(
            "参数所指的东西，状态里没有，所以回复文档的示例",
            "nothing is known of what the call names, so the reply is the documented sample",
        )
        return {**self.api["response"]}

    def note(self, zh: str, en: str) -> None:
        """Tell the caller what is likely a mistake."""
        self.notes.append(Hint(zh, en))

    def answer(self, facts: Facts) -> Content:
        """The reply with these facts."""
        return filled(self.api["response"], facts)

    def page(self, found: Sequence[_T], row: Callable[[_T], Facts], **facts: Any) -> Content:
        """The reply with the page that the call asks for, a row for each of what it holds.

        A list without rows is absent.
        """
        paging = self.api["pagination"]
        size = self.number(paging["size"], paging["default_size"])
        number = self.number(paging["page"], paging["first"]) - paging["first"]
        start = max(number, 0) * size
        (path,) = paging["items"]
        rows = [row(each) for each in found[start : start + size]]
        told: dict[str, Any] = {_last(path): rows or None, **facts}
        if "total" in paging:
            told[_last(paging["total"])] = len(found)
        for name in (paging["page"], paging["size"]):
            told[_last(name)] = self.number(name) if self.text(name) else None
        return self.answer(told)

    def selected(self, facts: Facts) -> Facts:
        """Of a row the fields that the call asks for; what repeats the input always comes along."""
        names = self.listed("fields")
        if not names:
            return facts
        return {key: fact for key, fact in facts.items() if key in names or key.startswith("input")}

    def refuse(self, *codes: str) -> None:
        """Raise the first of these errors that the method documents; go on if it documents none."""
        for code in codes:
            if found := documented(self.api["errors"], code):
                message = sub_message(self.api, found)
                raise GatewayError(BACKEND, sub_code=found, sub_msg=message)


Handler = Callable[[State, Call], Content]
"""The content of a method's reply, lists in their wrappers; GatewayError: the call fails."""


def _decoded(value: Any) -> Any:
    """What JSON says; other text as it is."""
    if isinstance(value, str) and value.lstrip()[:1] not in ("[", "{"):
        return value
    try:
        content = json.loads(value) if isinstance(value, str) else value
        return json.loads(sendable(json.dumps(content, ensure_ascii=False)))
    except (ValueError, RecursionError):
        return None


def _last(path: str) -> str:
    return path.rpartition(".")[2]
