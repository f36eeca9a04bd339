"""Whose orders they are."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Account:
    """The publisher: the parts of his PIDs, mm_{publisher}_{site}_{zone}."""

    publisher: int = 98836808
    site: int = 45598009
    site_name: str = "示例媒体"
    zones: tuple[int, ...] = (111112234455, 111112234456, 111112234457)

    def zone_name(self, number: int) -> str:
        """The name of one of the zones."""
        return f"推广位{number + 1}"
