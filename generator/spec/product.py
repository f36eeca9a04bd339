"""The words of the product: what is rendered from the specs calls itself by no other names.

They stand in specs/product.yaml. The generator knows the gateway; only the specs know the product.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

PRODUCT = "specs/product.yaml"


@dataclass(frozen=True, slots=True)
class Guesses:
    """What the words of a method's name tell about it."""

    role_words: Mapping[str, str]
    topic_words: Mapping[str, str]
    role_titles: Mapping[str, str]
    """What a title says → role."""
    role_otherwise: str
    topic_otherwise: str

    def role(self, method: str, title: str | None = None) -> str:
        """Who calls a method: its title says it, or else a word of its name."""
        if title:
            places = {title.find(w): r for w, r in self.role_titles.items() if w in title}
            return places[min(places)] if places else self.role_otherwise
        return _first(self.role_words, method) or self.role_otherwise

    def topic(self, method: str) -> str:
        """The chapter that the words of the method's name point to."""
        return _first(self.topic_words, method) or self.topic_otherwise


def _first(table: Mapping[str, str], method: str) -> str | None:
    words = method.split(".")
    return next((meaning for word, meaning in table.items() if word in words), None)


def guesses(data: Mapping[str, Any]) -> Guesses:
    """What the same document says about names of methods."""
    told = data["guesses"]
    return Guesses(
        role_words=told["role"],
        topic_words=told["topic"],
        role_titles={words["zh"]: name for name, words in data["roles"].items()},
        role_otherwise=told["otherwise"]["role"],
        topic_otherwise=told["otherwise"]["topic"],
    )


def unknown_guesses(data: Mapping[str, Any]) -> Iterable[tuple[tuple[str, ...], str, str]]:
    """Guesses that name no role or topic: path, word, and the vocabulary that lacks it."""
    told = data["guesses"]
    for kind, known in (("role", data["roles"]), ("topic", data["topics"])):
        for word, meaning in told[kind].items():
            if meaning not in known:
                yield ("guesses", kind, word), meaning, f"{kind}s"
        if (meaning := told["otherwise"][kind]) not in known:
            yield ("guesses", "otherwise", kind), meaning, f"{kind}s"
