"""What a saved document states, free of the form it was saved in."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.problems import SpecError, rule
from generator.spec.text import Json

TOO_LARGE = rule(
    "import-size",
    "A saved document of at most 2 MiB",
    "A page of one method has some hundred kilobytes; more is a mistake.",
    "Save the page of one method; split a dump into one file per method.",
)
ENCODING = rule(
    "import-encoding",
    "A saved document is UTF-8, or else GB18030",
    "In any other encoding Chinese text is garbled, and with it the facts.",
    "Save the page as UTF-8 text.",
)
NO_API_PAGE = rule(
    "import-not-api",
    "The document describes an API method, or lists the titles of methods",
    "Without a method name and its tables there is nothing to import.",
    "Save the whole page of the method, with its parameter tables and code samples.",
)
CUT_OFF = rule(
    "import-cut-off",
    "The document is complete",
    "A page that stops in the middle looks like one with fewer members.",
    "Save the page again; `--partial` shows what was understood.",
)
BROKEN_ROW = rule(
    "import-table-row",
    "Every row of a table can be read",
    "A row that is skipped in silence is a lost parameter.",
    "Mend the row in the saved file: write | inside a cell as \\|, and one row on one line.",
)
BROKEN_SAMPLE = rule(
    "import-sample",
    "The samples can be read",
    "They show the nesting and the list wrappers that the tables leave out.",
    "Mend the sample in the saved file, or save the page again.",
)
BROKEN_JSON = rule(
    "import-json",
    "A document JSON has the platform's keys",
    "Guessing at other shapes would invent facts.",
    "Save the document as the platform sends it: name, requestParams, responseParams, errorCodes.",
)
TITLE_LIST = rule(
    "import-titles",
    "A list of titles holds every title once, and titles only",
    "A heading would become a method, and a repeated title would hide one.",
    "Remove headings and repeated lines from the saved file.",
)
GUESS = rule(
    "import-guess",
    "What was guessed is said",
    "A guess that looks like a fact is never checked.",
    "Compare it with the document, then remove the note.",
)


class DocumentError(SpecError):
    """A saved document cannot be imported; no file was touched."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text and its number in the saved file."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class RawMember:
    """A row of a parameter table, in the words of the document."""

    name: str
    type: str
    line: int
    required: bool | None = None
    example: str = ""
    limits: str = ""
    description: str = ""
    level: int = 0
    children: tuple["RawMember", ...] = ()
    wrapper: str | None = None
    """The key around the list, where a sample shows it."""
    is_list: bool = False
    from_sample: bool = False
    """Only the sample shows it; no table does."""
    nesting_guessed: bool = False


@dataclass(frozen=True, slots=True)
class RawError:
    """A row of the table of error codes."""

    code: str
    message: str
    solution: str
    line: int


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample body: what stands inside its root."""

    root: str
    data: Mapping[str, Json]
    line: int


@dataclass(frozen=True, slots=True)
class ApiDocument:
    """Everything that one saved document states. None: the document does not speak of it."""

    file: str
    method: str | None = None
    title: str | None = None
    doc_id: int | None = None
    request: tuple[RawMember, ...] | None = None
    response: tuple[RawMember, ...] | None = None
    errors: tuple[RawError, ...] | None = None
    reply: Sample | None = None
    failure: Sample | None = None
    session: str | None = None
    """none, optional or required where a label says so; sent or unsent where samples show it."""
    titles: tuple[Line, ...] = ()
