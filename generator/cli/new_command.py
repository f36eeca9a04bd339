"""`tbkgen new`: start the spec of a new method."""

import argparse
import datetime
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from generator.cli import find_root
from generator.cli.terminal import OK, PROBLEMS, Terminal, shown
from generator.importers.catalog import Catalog
from generator.output.publish import replace_file
from generator.problems import Origin, Problem, SpecError, UsageError
from generator.spec.comments import keep_comments
from generator.spec.disk import read_regular
from generator.spec.files import CATALOG, PLATFORM, PRODUCT
from generator.spec.layout import dump
from generator.spec.lint.texts import PLACEHOLDER
from generator.spec.load import Document, parse, place
from generator.spec.names import did_you_mean, python_method
from generator.spec.product import guesses
from generator.spec.skeleton import check_method_name, skeleton, spec_path
from generator.spec.validate import FILE_NAME, Schemas
from generator.targets import namespaces
from generator.targets.client.namespaces import CLIENT_MEMBERS
from generator.targets.namespaces import Binding, Namespace, taken


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Write a spec with every key that is needed, and its row in the catalog."""
    root = find_root(options.root)
    method: str = options.method
    product, platform, catalog_rows, schemas = _sound_files(root)
    known = {path.stem: path for path in (root / "specs" / "apis").glob("*/*.yaml")}
    prefix = platform["naming"]["dropped_prefix"]
    if complaint := check_method_name(method, prefix, known):
        raise UsageError(complaint)
    if method in known:
        terminal.error(f"{shown(known[method])} exists; edit it, or compare it with tbkgen import")
        return PROBLEMS
    if complaint := _unfit_name(method, known, prefix):
        raise UsageError(complaint)
    catalog = Catalog(catalog_rows)
    title = catalog.row(method).get("title") if options.title is None else options.title
    guessed = guesses(product)
    role = guessed.role(method, title) if options.role is None else options.role
    if role not in product["roles"]:
        hint = did_you_mean(role, product["roles"]) or f"one of {', '.join(product['roles'])}"
        raise UsageError(f"no role is named {role!r}; {hint}")
    _refuse_invisible(title or "")
    path, today = spec_path(method, role), datetime.date.today().isoformat()
    written = PLACEHOLDER if title is None else title
    text = skeleton(method, role, guessed.topic(method), written, today)
    _refuse_wrong(path, text, schemas)
    replace_file(root, path, text.encode())
    terminal.say(f"wrote {shown(root / path)}")
    if catalog.register(method, title, None):
        before = (root / CATALOG).read_text(encoding="utf-8")
        replace_file(root, CATALOG, keep_comments(before, dump(catalog.data)).encode())
        terminal.say(f"added it to {shown(root / CATALOG)}")
    terminal.say(f"replace every {PLACEHOLDER}, then run: make generate")
    return OK


def _sound_files(root: Path) -> tuple[Any, Any, Any, Schemas]:
    """Product, platform and catalog, as valid as a build wants them, and the schemas."""
    folder = root / "specs" / "_schema"
    product = _document(root, PRODUCT)
    _raise(root, Schemas(folder).check(product))
    assert isinstance(product.data, Mapping)
    schemas = Schemas(folder, product.data)
    others = [_document(root, file) for file in (PLATFORM, CATALOG)]
    _raise(root, [problem for document in others for problem in schemas.check(document)])
    platform, catalog = (document.data for document in others)
    return product.data, platform, catalog, schemas


def _document(root: Path, file: str) -> Document:
    try:
        return parse(file, read_regular(root / file))
    except OSError as error:
        message = f"this file cannot be read: {error.strerror}"
        raise SpecError([Problem(FILE_NAME, message, file, line=1)]) from error


def _raise(root: Path, problems: list[Problem]) -> None:
    if problems:
        raise SpecError(place(problems, root))


def _unfit_name(method: str, known: Iterable[str], prefix: str) -> str | None:
    """Why the client cannot have the method beside those that it has, if it cannot."""
    bindings = (
        Binding(python_method(name, prefix), Origin(name), "method", on_key=False)
        for name in (*known, method)
    )
    client = Namespace("the client", tuple(bindings), taken(CLIENT_MEMBERS, "the client"))
    found = (problem for problem in namespaces.problems([client]) if problem.file == method)
    return next((f"{method}: {problem.message}" for problem in found), None)


def _refuse_invisible(title: str) -> None:
    """Bytes that are no text, and control characters."""
    if any(unicodedata.category(char) in ("Cc", "Cs") for char in title):
        raise UsageError(f"the title {title!r} holds characters that no spec may hold")


def _refuse_wrong(path: str, text: str, schemas: Schemas) -> None:
    """Nothing is written that the next command would not read."""
    for problem in schemas.check(parse(path, text.encode())):
        where = ".".join(map(str, problem.path))
        raise UsageError(f"the spec would be wrong: {where}: {problem.message}")
