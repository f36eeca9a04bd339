"""Sentences that mix our words with those of specs, told to each target in its own form."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.output.escape import Safe, md_cell, md_code, md_link
from generator.spec.text import Name, SpecText, reveal


@dataclass(frozen=True, slots=True)
class Code:
    """A name or a value, set off from the prose where the output can do so."""

    text: SpecText | Name


@dataclass(frozen=True, slots=True)
class Anchor:
    """A document elsewhere."""

    title: SpecText
    url: SpecText


Piece = Code | Anchor | SpecText | str
"""A name or value, a link, prose of a spec, or a constant of ours."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Pieces of a sentence."""

    pieces: tuple[Piece, ...]

    def plain(self) -> SpecText:
        """The text alone; it still needs an escaper."""
        return SpecText(self._joined(reveal, reveal, _spelt_out))

    def markdown(self) -> Safe:
        """Inline Markdown, also inside a table cell; names and values are code."""
        return Safe(self._joined(md_cell, md_code, md_link))

    def _joined(
        self,
        prose: Callable[[SpecText], str],
        code: Callable[[SpecText | str], str],
        link: Callable[[SpecText, SpecText], str],
    ) -> str:
        told = []
        for piece in self.pieces:
            if isinstance(piece, Code):
                told.append(code(piece.text))
            elif isinstance(piece, Anchor):
                told.append(link(piece.title, piece.url))
            else:
                told.append(prose(piece) if isinstance(piece, SpecText) else piece)
        return "".join(told)


def _spelt_out(title: SpecText, url: SpecText) -> str:
    return f"{title.reveal()} <{url.reveal()}>"


def phrase(template: str, *parts: "Piece | Phrase | int") -> Phrase:
    """A constant with phrases in its gaps."""
    pieces: list[Piece] = []
    for index, constant in enumerate(template.split("{}")):
        if index:
            part = parts[index - 1]
            pieces += part.pieces if isinstance(part, Phrase) else [_piece(part)]
        if constant:
            pieces.append(constant)
    return Phrase(tuple(pieces))


def _piece(part: Piece | int) -> Piece:
    """Numbers are harmless, and so are constants and names."""
    return str(part) if isinstance(part, int) else part


def joined(separator: str, phrases: Iterable["Phrase | Piece"]) -> Phrase:
    """Phrases with a constant between them."""
    told = list(phrases)
    return phrase(separator.join(["{}"] * len(told)), *told)
