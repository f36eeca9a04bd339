"""The words of the spec language, as the catalogue tells them: by name, with labels."""

from collections.abc import Iterable

from generator.spec import language
from generator.spec.language import ErrorClass, ScalarWord, TimeFormat, Word
from generator.spec.text import Json


def language_words() -> dict[str, Json]:
    """Every list that a spec chooses from."""
    return {
        "types": _table([*language.SCALARS.values(), *language.CONTAINERS.values()]),
        "formats": _table(language.TIME_FORMATS.values()),
        "units": _table(language.UNITS.values()),
        "separators": _table(language.SEPARATORS.values()),
        "constraints": _table(language.CONSTRAINTS.values()),
        "retries": _table(language.RETRIES.values()),
        "sessions": _table(language.SESSIONS.values()),
        "coverages": _table(language.COVERAGES.values()),
        "confidences": _table(language.CONFIDENCES.values()),
        "error_classes": _table(language.ERROR_CLASSES.values()),
        "limit_scopes": _table(language.LIMIT_SCOPES.values()),
        "limit_spans": _table(language.LIMIT_SPANS.values()),
        "closings": _table(language.CLOSINGS.values()),
        "source_kinds": _table(language.SOURCE_KINDS.values()),
    }


def _table(words: Iterable[Word]) -> dict[str, Json]:
    return {word.name: _word(word) for word in words}


def _word(word: Word) -> dict[str, Json]:
    told: dict[str, Json] = {"zh": word.label, "en": word.meaning}
    match word:
        case ErrorClass():
            told["advice"] = word.advice
        case ScalarWord():
            told["wire"] = word.wire
        case TimeFormat():
            told["pattern"] = word.pattern
            if word.strptime:
                told["strptime"] = word.strptime
            if word.per_second:
                told["per_second"] = word.per_second
    return told
