"""A saved file → what it states: the page of a method (text, Markdown, HTML) or document JSON."""

from generator.importers.read import html_page, json_document, text_page
from generator.importers.read.apidoc import ApiDocument
from generator.importers.read.pipe_tables import numbered
from generator.problems import Problem


def read(
    file: str, text: str, known: text_page.Known = lambda _: {}
) -> tuple[ApiDocument, list[Problem]]:
    """What a saved file states, and everything that is wrong with it."""
    if json_document.is_json(text):
        return json_document.read(file, text)
    is_html = html_page.is_html(text)
    lines, problems = html_page.read(file, text) if is_html else (numbered(text), [])
    document, more = text_page.read(file, lines, known)
    return document, problems + more
