"""Secrets: values that no repr shows, and texts that are shown without them."""

from collections.abc import Iterable

MASK = "******"

_SHORTEST_SECRET = 8
"""Shorter ones are ordinary words, of tests and of texts."""


class MaskedText(str):
    """Text whose repr tells nothing: tracebacks with locals show reprs."""

    __slots__ = ()

    @classmethod
    def of(cls, given: str | None) -> str | None:
        """What a caller gave as a secret; what is no text stays for the checks to name.

        Whoever takes it binds its argument anew, or its own frame would show the secret.
        """
        return cls(str.__str__(given)) if isinstance(given, str) else given

    def __repr__(self) -> str:
        return MASK


class MaskedBytes(bytes):
    """Bytes whose repr tells nothing but their number."""

    def __repr__(self) -> str:
        return f"<{len(self)} bytes>"


def masked(text: str, secrets: Iterable[str | None]) -> str:
    """A text from outside, in case that it repeats a secret, as it is or as it was sent."""
    from html import escape  # of use to failures only
    from urllib.parse import quote, quote_plus

    for secret in secrets:
        if secret and len(secret) >= _SHORTEST_SECRET:
            for spelling in (secret, quote_plus(secret), quote(secret), escape(secret)):
                text = text.replace(spelling, MASK)
    return text
