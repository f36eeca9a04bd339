"""The mark of PEP 702, without the package that brings it to older interpreters."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

F = TypeVar("F")

if TYPE_CHECKING:
    from typing_extensions import deprecated as deprecated
else:

    def deprecated(message: str) -> Callable[[F], F]:
        """What type checkers tell; the warning comes with the call."""

        def mark(function: F) -> F:
            function.__deprecated__ = message
            return function

        return mark
