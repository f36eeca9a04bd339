"""The methods that answer from what was created, and from the catalogue."""

from collections.abc import Mapping

from . import (
    contents,
    conversions,
    crowds,
    fees,
    gifts,
    items,
    materials,
    passcodes,
    publishers,
    shops,
    users,
)
from .calls import Handler

_MODULES = (
    items,
    materials,
    shops,
    conversions,
    passcodes,
    publishers,
    gifts,
    crowds,
    users,
    fees,
    contents,
)

HANDLERS: Mapping[str, Handler] = {
    method: handler for module in _MODULES for method, handler in module.HANDLERS.items()
}
