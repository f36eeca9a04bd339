"""How many calls the gateway lets pass."""

from .errors import GatewayError


class Limits:
    """No limits."""

    def __bool__(self) -> bool:
        return False

    def refusal(self, method: str, now: float) -> GatewayError | None:
        """The error for one call too many."""
        return None

    def ban(self, method: str, seconds: float | None, now: float) -> None:
        """Refuse a method for some seconds."""
