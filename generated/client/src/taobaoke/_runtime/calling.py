"""What is needed of clients by those that they know: imports run one way."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from .method import Method


class Calling(Protocol):
    """What a call that is made of several ones needs of a client."""

    @property
    def app_key(self) -> str:
        """The app that calls."""
        ...

    def now(self) -> datetime:
        """The gateway's time."""
        ...

    def _call(
        self,
        method: Method[Any],
        arguments: Mapping[str, Any],
        *,
        session: str | None,
        timeout: float | None,
        written: Mapping[str, Any] | None = None,
    ) -> Any: ...
