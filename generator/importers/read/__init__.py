"""A saved file → what it states: the page of a method (text, Markdown, HTML) or document JSON."""

from generator.importers.read import html_page, json_document, text_page
from generator.importers.read.apidoc import ApiDocument, Line
from generator.importers.read.nesting import Known
from generator.problems import Problem


def read(file: str, text: str, known: Known = lambda _: {}) -> tuple[ApiDocument, list[Problem]]:
    """What a saved file states, and everything that is wrong with it."""
    if text.lstrip()[:1] in ("{", "["):
        return json_document.read(file, text)
    problems: list[Problem] = []
    if html_page.is_html(text):
        lines, problems = html_page.read(file, text)
    else:
        lines = [Line(n, line.rstrip()) for n, line in enumerate(text.splitlines(), start=1)]
    return text_page.read(file, lines, problems, known), problems
