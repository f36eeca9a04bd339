"""The rules of imports, as `tbkgen explain` tells them."""

from generator.problems import RULES, Problem, rule

UNREADABLE = rule(
    "import-file",
    "A saved document can be opened",
    "What cannot be opened tells nothing.",
    "Correct the path, or the permissions of the file.",
)
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
    "Save the whole list without headings; take titles that are gone for good out by hand.",
)
LINK = rule(
    "import-link",
    "Addresses in the sentences of a document are told",
    "Sentences are not taken over, and what they refer to would be lost with them.",
    "Declare it in specs/_shared/links.yaml and name it in `see`, if readers need it.",
)
GUESS = rule(
    "import-guess",
    "What was guessed is said",
    "A guess that looks like a fact is never checked.",
    "Compare it with the document, then remove the note.",
)


def problem(
    name: str, message: str, file: str, line: int | None = 1, *, warning: bool = False
) -> Problem:
    """What is wrong with a saved document; the hint is what the rule says to do."""
    return Problem(name, message, file, hint=RULES[name].fix, line=line, warning=warning)
