"""What templates show of the IR: names, annotations and labels, as Jinja filters.

A template has no condition longer than one attribute; whatever needs more is decided here.
"""

from collections.abc import Callable
from typing import Any

FILTERS: dict[str, Callable[..., Any]] = {}
TESTS: dict[str, Callable[..., bool]] = {}
