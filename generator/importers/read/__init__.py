"""A saved file → what it states: the page of a method (text, Markdown, HTML) or document JSON."""

from generator.importers.read import html_page, json_document, text_page
from generator.importers.read.apidoc import ApiDocument
from generator.importers.read.nesting import Known
from generator.importers.read.pipe_tables import numbered
from generator.problems import Problem


def read(file: str, text: str, known: Known = lambda _: {}) -> tuple[ApiDocument, list[Problem]]:
    """What a saved file states, and everything that is wrong with it."""
    if text.lstrip()[:1] in ("{", "["):
        return json_document.read(file, text)
    is_html = html_page.is_html(text)
    lines, problems = html_page.read(file, text) if is_html else (numbered(text), [])
    return text_page.read(file, lines, problems, known), problems
