"""The words of the product: what is rendered from the specs calls itself by no other names.

They stand in specs/product.yaml. The generator knows the gateway; only the specs know the product.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.spec.text import Name, SpecData, SpecText


@dataclass(frozen=True, slots=True)
class Words:
    """A few words in both languages."""

    zh: SpecText
    en: SpecText


@dataclass(frozen=True, slots=True)
class Role:
    """Who calls a method: a folder of specs/apis."""

    name: Name
    words: Words


@dataclass(frozen=True, slots=True)
class Topic:
    """A chapter of the docs, a module of the client."""

    name: Name
    words: Words
    note: SpecText | None = None
    """What users of all its methods should know."""


@dataclass(frozen=True, slots=True)
class Package:
    """A package that users install."""

    distribution: Name
    package: Name
    description: SpecText


@dataclass(frozen=True, slots=True)
class FirstCall:
    """The call that `tbkgen build --try` makes and the first pages show."""

    method: Name
    arguments: SpecData
    """Wire name → value."""
    show: tuple[Name, ...]
    """Paths of fields."""


@dataclass(frozen=True, slots=True)
class Licence:
    """The licence of the packages."""

    name: Name
    file: Name


@dataclass(frozen=True, slots=True)
class Product:
    """Everything that the product calls by a name of its own."""

    version: Name
    words: Words
    class_prefix: Name
    title_prefix: SpecText
    extension_prefix: Name
    keywords: tuple[SpecText, ...]
    licence: Licence
    client: Package
    mock: Package
    first_call: FirstCall | None
    guides: Mapping[Name, Name]
    """What a guide calls → method."""
    roles: tuple[Role, ...]
    topics: tuple[Topic, ...]
    digest: Name


@dataclass(frozen=True, slots=True)
class Guesses:
    """What the words of a method's name, or of its title, tell about it."""

    role_words: Mapping[str, str]
    topic_words: Mapping[str, str]
    role_titles: Mapping[str, str]
    """What a title says → role."""
    role_otherwise: str
    topic_otherwise: str
    families: tuple[str, ...]
    """Words by which titles of this product are told from those of other menus."""

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


def product(data: Mapping[str, Any], digest: str) -> Product:
    """The product that a valid document describes."""
    first = data.get("first_call")
    return Product(
        version=Name(data["version"]),
        words=_words(data["title"]),
        class_prefix=Name(data["class_prefix"]),
        title_prefix=SpecText(data["title_prefix"]),
        extension_prefix=Name(data["extension_prefix"]),
        keywords=tuple(map(SpecText, data.get("keywords", ()))),
        licence=Licence(Name(data["license"]["name"]), Name(data["license"]["file"])),
        client=_package(data["client"]),
        mock=_package(data["mock"]),
        first_call=first
        and FirstCall(
            Name(first["method"]), SpecData(first["arguments"]), tuple(map(Name, first["show"]))
        ),
        guides={Name(use): Name(method) for use, method in data.get("guides", {}).items()},
        roles=tuple(Role(Name(name), _words(words)) for name, words in data["roles"].items()),
        topics=tuple(_topic(name, words) for name, words in data["topics"].items()),
        digest=Name(digest),
    )


def _words(data: Mapping[str, str]) -> Words:
    return Words(SpecText(data["zh"]), SpecText(data["en"]))


def _topic(name: str, data: Mapping[str, str]) -> Topic:
    note = data.get("note")
    return Topic(Name(name), _words(data), None if note is None else SpecText(note))


def _package(data: Mapping[str, str]) -> Package:
    return Package(Name(data["distribution"]), Name(data["package"]), SpecText(data["description"]))


def guesses(data: Mapping[str, Any]) -> Guesses:
    """What the same document says about names of methods."""
    told = data["guesses"]
    return Guesses(
        role_words=told["role"],
        topic_words=told["topic"],
        role_titles={words["zh"]: name for name, words in data["roles"].items()},
        role_otherwise=told["otherwise"]["role"],
        topic_otherwise=told["otherwise"]["topic"],
        families=(data["title"]["zh"], *filter(_is_chinese, data.get("keywords", ()))),
    )


def _is_chinese(word: str) -> bool:
    return not word.isascii()


def unknown_guesses(data: Mapping[str, Any]) -> Iterable[tuple[tuple[str, ...], str, str]]:
    """Guesses that name no role or topic: path, word, and the vocabulary that lacks it."""
    told = data["guesses"]
    for kind, known in (("role", data["roles"]), ("topic", data["topics"])):
        for word, meaning in told[kind].items():
            if meaning not in known:
                yield ("guesses", kind, word), meaning, f"{kind}s"
        if (meaning := told["otherwise"][kind]) not in known:
            yield ("guesses", "otherwise", kind), meaning, f"{kind}s"
