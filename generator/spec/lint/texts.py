"""Rules about prose: descriptions, placeholders, facts that hide in sentences."""

import itertools
import re
from collections.abc import Iterator

from generator.problems import Origin, Problem, rule, shortened
from generator.spec.files import LINKS, PLATFORM, PRODUCT
from generator.spec.ir import Spec
from generator.spec.lint.registry import all_errors, all_members, check, namespaces, problem
from generator.spec.product import Product, Words
from generator.spec.text import SpecText

PLACEHOLDER = "待写"
"""Where a sentence must come from people."""

DOUBT = "待核对："
"""Before what an import guessed, and people must compare with the source."""

DESCRIPTION = rule(
    "description",
    "Every member says what it is",
    "Users read the description in their editor; a repetition of the name tells nothing.",
    "Write a short Chinese description of your own; share recurring ones in specs/_shared.",
)
SAME_DESCRIPTION = rule(
    "same-description",
    "No two members of one object with the same description",
    "Whoever reads it cannot tell which of the two to use.",
    "Say in each description what sets it apart from the other.",
)
PROSE_FACT = rule(
    "prose-fact",
    "What a description states in words has its key too",
    "A default, a limit, an enum or a unit inside a sentence is seen by people only; no argument "
    "is checked, and no editor offers the values.",
    "Add the key (`default`, `max_items`, `enum`, `unit`, …) and shorten the sentence; where no "
    "key can say it, tell why in `note`.",
)
PADDED_TEXT = rule(
    "padded-text",
    "No space around a text",
    "It would be lost in the output.",
    "Remove the space at the start or the end.",
)
UNFINISHED = rule(
    "unfinished",
    "No placeholder and no unchecked guess is left",
    f"`tbkgen new` and `tbkgen import` leave {PLACEHOLDER} where a sentence is yours to write; "
    f"`tbkgen import` puts {DOUBT} before what it guessed. Users would read both in the docs.",
    "Replace the placeholder. Compare the guess with the source; then remove it, or write down "
    "without the mark what stays in doubt.",
)
ENGLISH_SUMMARY = rule(
    "english-summary",
    "The English summary is English",
    "It is the docstring of the call and the first line in the docs of who reads no Chinese.",
    "Write `summary: {en: …}` in English; quote a Chinese term that has no English name.",
)

NOTE_LANGUAGE = rule(
    "note-language",
    "Descriptions, solutions and notes are Chinese, as the pages are on which they stand",
    "Readers of docs and docstrings see each beside the member or method that it is about.",
    "Say it in a short Chinese sentence; names of methods, members and repositories stay.",
)

_MAX_SHOWN = 40
_CHINESE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]+")
_LATIN = re.compile("[A-Za-z]{2}")
_QUOTED = re.compile('"[^"]*"|“[^”]*”|`[^`]*`|「[^」]*」')

_STATED = (
    ("default", re.compile(r"默认(?:值)?[^，。；]{0,12}")),
    ("limit", re.compile(r"(?:最多|至多|最大|不超过)\s*[0-9]+\s*(?:个(?!小时|月)|[条位字张项页])")),
    ("enum", re.compile(r"[0-9]+\s*[:：=]\s*[一-鿿]+[，,；;、\s]+[0-9]+\s*[:：=]\s*[一-鿿]+")),
    ("unit", re.compile(r"单位(?:[为是]|\s*[:：])?\s*(?:元|分|毫秒|秒|天)")),
)


@check
def descriptions(spec: Spec) -> Iterator[Problem]:
    """Members without a description, or with one that tells nothing."""
    for member in all_members(spec):
        shown = member.description.reveal()
        plain = re.sub(r"[\W_]+", "", shown).lower()
        if not shown:
            message = f"{str(member.name)!r} has no description"
            yield problem(DESCRIPTION, message, member.origin, key=True)
        elif plain == member.name.replace("_", "").lower():
            message = f"the description repeats the name {str(member.name)!r}"
            yield problem(DESCRIPTION, message, member.origin, key=True)


@check
def same_descriptions(spec: Spec) -> Iterator[Problem]:
    """Neighbours that nobody can tell apart."""
    for group in namespaces(spec):
        first: dict[str, str] = {}
        for member in group:
            shown = member.description.reveal()
            if PLACEHOLDER in shown:
                continue  # That it is unfinished says it all.
            if shown in first:
                message = f"{str(member.name)!r} is described like {first[shown]!r}"
                yield problem(SAME_DESCRIPTION, message, member.origin, key=True)
            elif shown:
                first[shown] = str(member.name)


@check
def facts_in_prose(spec: Spec) -> Iterator[Problem]:
    """Descriptions that state what a key should say."""
    for member in all_members(spec):
        stated = {
            "default": member.default is not None,
            "limit": bool(member.limits),
            "enum": bool(member.enum),
            "unit": member.unit is not None,
        }
        for key, pattern in _STATED:
            found = pattern.search(member.description.reveal())
            if found and not stated[key] and not member.note:
                message = f"{found[0]!r} in the description, but no {key}"
                yield problem(PROSE_FACT, message, member.origin, key=True)


@check
def texts(spec: Spec) -> Iterator[Problem]:
    """Padded texts, placeholders and guesses."""
    for text, origin in _texts(spec):
        shown = text.reveal()
        if shown != shown.strip():
            yield problem(PADDED_TEXT, f"{shown[:30]!r} has space around it", origin)
        if PLACEHOLDER in shown:
            yield problem(UNFINISHED, "a placeholder is left", origin, "write the text")
        if DOUBT in shown:
            message = f"a guess of the import is left: {_guess(shown)}"
            yield problem(UNFINISHED, message, origin, "compare it with the source, then remove it")
    for member in all_members(spec):
        example = member.example.reveal() if member.example else None
        if isinstance(example, str) and PLACEHOLDER in example:
            where = member.origin.at("example")
            yield problem(UNFINISHED, "a placeholder is left", where, "show a value")


def _guess(text: str) -> str:
    """What an import was not sure of, shortened."""
    guess = text.partition(DOUBT)[2].strip()
    return shortened(guess, _MAX_SHOWN)


@check
def english_summaries(spec: Spec) -> Iterator[Problem]:
    """Chinese where English is promised; a quoted term may be Chinese."""
    for api in spec.apis:
        shown = api.summary_en.reveal()
        if PLACEHOLDER not in shown and (why := not_english(shown)):
            yield problem(ENGLISH_SUMMARY, why, api.origin.at("summary", "en"))


def not_english(text: str) -> str:
    """Why a text is no English; empty if it may be."""
    if found := _CHINESE.search(_QUOTED.sub("", text)):
        return f"{found[0][:_MAX_SHOWN]!r} is no English"
    return "" if _LATIN.search(text) else "no English word"


@check
def languages_of_notes(spec: Spec) -> Iterator[Problem]:
    """Sentences for readers without a word of Chinese."""
    for text, origin in itertools.chain(_explanations(spec), _notes(spec)):
        told = text.reveal()
        if told and PLACEHOLDER not in told and not _CHINESE.search(told):
            start = shortened(told, _MAX_SHOWN)
            message, hint = f"{start!r} is no Chinese", "say it in a short Chinese sentence"
            yield problem(NOTE_LANGUAGE, message, origin, hint, warning=True)


def _explanations(spec: Spec) -> Iterator[tuple[SpecText, Origin]]:
    """What members, types, methods and errors are about, with its place."""
    for member in all_members(spec):
        yield member.description, member.origin.at("description")
    for type_ in spec.types:
        yield type_.description, type_.origin.at("description")
    for api in spec.apis:
        if api.description:
            yield api.description, api.origin.at("description")
    for error, origin in all_errors(spec):
        yield error.solution, origin.at("solution")


def _notes(spec: Spec) -> Iterator[tuple[SpecText, Origin]]:
    """Every note, with its place."""
    for member in all_members(spec):
        if member.note:
            yield member.note, member.origin.at("note")
    for title in spec.titles:
        if title.note:
            yield title.note, title.origin.at("note")
    for topic in spec.product.topics:
        if topic.note:
            yield topic.note, Origin(PRODUCT, ("topics", topic.name, "note"))
    for api in spec.apis:
        for index, note in enumerate(api.doc.notes):
            yield note, api.origin.at("doc", "notes", index)
        if api.sample_note:
            yield api.sample_note, api.origin.at("example", "note")
        if api.idempotent_reason:
            yield api.idempotent_reason, api.origin.at("idempotent", "reason")
    for error, origin in all_errors(spec):
        if error.note:
            yield error.note, origin.at("note")


def _texts(spec: Spec) -> Iterator[tuple[SpecText, Origin]]:
    for member in all_members(spec):
        yield member.description, member.origin
        for value in member.enum:
            yield value.meaning, member.origin
        if member.deprecation:
            yield member.deprecation, member.origin
    for type_ in spec.types:
        yield type_.description, type_.origin
    yield from _product_texts(spec.product)
    for gateway in spec.platform.gateways:
        yield gateway.description, Origin(PLATFORM, ("gateways", gateway.name))
    for way in spec.platform.signing:
        yield way.description, Origin(PLATFORM, ("signing", way.name, "description"))
    for link in spec.links:
        yield link.title, Origin(LINKS, (link.name, "title"))
    yield from _notes(spec)
    for api in spec.apis:
        yield api.title, api.origin.at("title")
        yield api.summary, api.origin.at("summary", "zh")
        yield api.summary_en, api.origin.at("summary", "en")
        if api.description:
            yield api.description, api.origin.at("description")
        for index, source in enumerate(api.doc.sources):
            yield source, api.origin.at("doc", "sources", index)
    for error, origin in all_errors(spec):
        yield error.solution, origin.at("solution")
        if error.message:
            yield error.message, origin.at("message")


def _product_texts(product: Product) -> Iterator[tuple[SpecText, Origin]]:
    words: list[tuple[Words, tuple[str, ...]]] = [(product.words, ("title",))]
    words += [(role.words, ("roles", role.name)) for role in product.roles]
    words += [(topic.words, ("topics", topic.name)) for topic in product.topics]
    for both, path in words:
        yield both.zh, Origin(PRODUCT, (*path, "zh"))
        yield both.en, Origin(PRODUCT, (*path, "en"))
    yield product.client.description, Origin(PRODUCT, ("client", "description"))
    yield product.mock.description, Origin(PRODUCT, ("mock", "description"))
    for index, word in enumerate(product.keywords):
        yield word, Origin(PRODUCT, ("keywords", index))
