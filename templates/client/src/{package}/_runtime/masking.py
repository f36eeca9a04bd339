"""Secrets: values that no repr shows, and texts that are shown without them."""

from collections.abc import Iterable

MASK = "******"

_SHORTEST_SECRET = 8
"""Shorter ones are ordinary words, of tests and of texts."""


class MaskedText(str):
    """Text whose repr tells nothing: tracebacks with locals show reprs."""

    __slots__ = ()

    def __repr__(self) -> str:
        return MASK


class MaskedBytes(bytes):
    """Bytes whose repr tells nothing but their number."""

    def __repr__(self) -> str:
        return f"<{len(self)} bytes>"


def secret(given: str | None) -> str | None:
    """What a caller gave as a secret; what is no text stays for the checks to name."""
    return MaskedText(given) if isinstance(given, str) else given


def masked(text: str, secrets: Iterable[str | None]) -> str:
    """A text from outside, in case that it repeats a secret."""
    for secret in secrets:
        if secret and len(secret) >= _SHORTEST_SECRET:
            text = text.replace(secret, MASK)
    return text
