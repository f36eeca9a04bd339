"""Names in what is rendered: legal, free and unique, whatever composing and renaming made of them.

Each target tells the namespaces of its output (a module, a class, the arguments of a method, a list
of components) with the final names in them; here is the one place that judges them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.problems import Origin, Problem, rule

PYTHON_KEYWORD = rule(
    "python-keyword",
    "No Python keyword as the name of a member or method",
    "The member becomes an argument or attribute, and `class=` is no Python.",
    "Add `python: class_` beside the type; the wire name stays.",
)
RESERVED_NAME = rule(
    "reserved-name",
    "No name that the output uses itself",
    "Every call takes `session` and `timeout`, every response has `raw` and `request_id`, and "
    "every module imports some names.",
    "Add `python: raw_` beside the type (the wire name stays), or give the object another `name`.",
)
SAME_NAME = rule(
    "same-python-name",
    "No two things with one name in one place of the output",
    "One would hide the other.",
    "Give one of them another `python:` name (member) or `name:` (object).",
)

# Written down, not derived from the interpreter: a new Python must not rename a published method.
KEYWORDS = frozenset("""
    False None True and as assert async await break class continue def del elif else except
    finally for from global if import in is lambda nonlocal not or pass raise return try
    while with yield
    """.split())


@dataclass(frozen=True, slots=True)
class Binding:
    """A name that is given to something."""

    name: str
    origin: Origin
    what: str
    """`parameter`, `field`, `class`, `method` …"""
    on_key: bool = True


@dataclass(frozen=True, slots=True)
class Namespace:
    """Names that stand side by side in the output."""

    place: str
    """As people call it: `the arguments of item_get`."""
    bindings: tuple[Binding, ...]
    reserved: Mapping[str, str] = field(default_factory=dict)
    """Names that are taken → by what."""
    ignores_case: bool = False


def taken(names: Iterable[str], by: str) -> dict[str, str]:
    """Reserved names that all have one owner."""
    return dict.fromkeys(names, by)


def problems(namespaces: Iterable[Namespace]) -> Iterator[Problem]:
    """Everything that is wrong with the names, each point once."""
    told: set[tuple[str, Origin, str]] = set()
    for namespace in namespaces:
        for found, binding in _wrong(namespace):
            if (found.rule, binding.origin, binding.name) not in told:
                told.add((found.rule, binding.origin, binding.name))
                yield found


def _wrong(namespace: Namespace) -> Iterator[tuple[Problem, Binding]]:
    first: dict[str, Binding] = {}
    for binding in namespace.bindings:
        name = binding.name
        other = first.setdefault(name.lower() if namespace.ignores_case else name, binding)
        if name in KEYWORDS:
            yield _problem(PYTHON_KEYWORD, f"{name!r} is a Python keyword", binding), binding
        elif name.startswith("_"):
            yield _problem(RESERVED_NAME, f"{name!r} would be private", binding), binding
        elif name in namespace.reserved:
            owner = namespace.reserved[name]
            message = f"{name!r} is a name of {owner}, taken in {namespace.place}"
            yield _problem(RESERVED_NAME, message, binding), binding
        elif other is not binding:
            message = f"two are named {name!r} in {namespace.place}: {_told(other)} and this"
            yield _problem(SAME_NAME, message, binding), binding


def _told(binding: Binding) -> str:
    return f"the {binding.what} of {binding.origin.file}"


def _problem(rule_name: str, message: str, binding: Binding) -> Problem:
    hint = _HINTS.get(binding.what, "").format(binding.name.strip("_").lower() or "value")
    origin = binding.origin
    return Problem(rule_name, message, origin.file, origin.path, hint, on_key=binding.on_key)


_HINTS = {
    "parameter": "add `python: {}_`",
    "field": "add `python: {}_`",
    "class": "give the object another `name`, or share one declaration",
    "word of the product": "choose another word",
}
