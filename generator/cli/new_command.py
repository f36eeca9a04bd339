"""`tbkgen new`: start the spec of a new method."""

import argparse
import datetime
from pathlib import Path
from typing import Any

from generator.cli import find_root
from generator.cli.terminal import OK, PROBLEMS, Terminal, shown
from generator.importers.catalog import Catalog
from generator.output.publish import replace_file
from generator.problems import UsageError
from generator.spec.comments import keep_comments
from generator.spec.files import CATALOG, PLATFORM, PRODUCT
from generator.spec.layout import dump
from generator.spec.lint.texts import PLACEHOLDER
from generator.spec.load import parse
from generator.spec.names import did_you_mean
from generator.spec.product import guesses
from generator.spec.skeleton import check_method_name, skeleton, spec_path


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Write a spec with every key that is needed, and its row in the catalog."""
    root = find_root(options.root)
    method: str = options.method
    product = _read(root, PRODUCT)
    known = {path.stem: path for path in (root / "specs" / "apis").glob("*/*.yaml")}
    prefix = _read(root, PLATFORM)["naming"]["dropped_prefix"]
    if complaint := check_method_name(method, prefix, known):
        raise UsageError(complaint)
    if method in known:
        terminal.error(f"{shown(known[method])} exists; edit it, or compare it with tbkgen import")
        return PROBLEMS
    catalog = Catalog(_read(root, CATALOG))
    title = options.title or catalog.row(method).get("title")
    guessed = guesses(product)
    role = options.role or guessed.role(method, title)
    if role not in product["roles"]:
        hint = did_you_mean(role, product["roles"]) or f"one of {', '.join(product['roles'])}"
        raise UsageError(f"no role is named {role!r}; {hint}")
    path, today = spec_path(method, role), datetime.date.today().isoformat()
    text = skeleton(method, role, guessed.topic(method), title or PLACEHOLDER, today)
    replace_file(root, path, text.encode())
    terminal.say(f"wrote {shown(root / path)}")
    if catalog.register(method, title, None):
        before = (root / CATALOG).read_text(encoding="utf-8")
        replace_file(root, CATALOG, keep_comments(before, dump(catalog.data)).encode())
        terminal.say(f"added it to {shown(root / CATALOG)}")
    terminal.say(f"replace every {PLACEHOLDER}, then run: make generate")
    return OK


def _read(root: Path, file: str) -> Any:
    return parse(file, (root / file).read_bytes()).data
