"""Rows of a table → a tree. Tables show one level at most; the sample shows the true nesting.

What the sample leaves out stands where the present spec has it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from generator.importers.read import documented_types as types
from generator.importers.read.apidoc import RawMember
from generator.spec.ir import NO_MEMBERS, Members
from generator.spec.text import Json

MAX_LEVELS = 12
"""Nobody nests deeper; more would give specs that are nested deeper than a spec may be."""

REQUEST_ID = "request_id"
"""In every reply, and no member of any."""

Known = Callable[[str], Mapping[str, Members]]
"""Members of the present spec of a method: `{"request": …, "response": …}`, empty without one."""


@dataclass(slots=True)
class _Node:
    """A row that may still get children."""

    row: RawMember
    shape: Mapping[str, Json]
    known: Mapping[str, Members]
    children: list["_Node"] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    """Those of the children."""

    def add(self, row: RawMember) -> "_Node":
        """A child, with what the sample and the present spec show of it."""
        value, wrapper = _unwrapped(self.shape.get(row.name))
        is_list = row.is_list or types.element(row.type) != row.type or isinstance(value, list)
        wrapper = wrapper if wrapper and types.is_name(wrapper) else row.wrapper
        row = replace(row, wrapper=wrapper, is_list=is_list)
        child = _Node(row, _merged(value), _by_name(self.known.get(row.name, NO_MEMBERS)))
        self.children.append(child)
        self.names.add(row.name)
        return child

    def complete(self) -> None:
        """Add what the sample shows below containers that the table leaves empty."""
        for child in self.children:
            child.complete()
        if self.children and self.row.name:
            return
        for name, value in self.shape.items():
            if name not in self.names and name != REQUEST_ID and types.is_name(name):
                type_ = types.sample_type(_unwrapped(value)[0])
                self.add(RawMember(name, type_, self.row.line, from_sample=True)).complete()

    def finished(self) -> RawMember:
        return replace(self.row, children=tuple(child.finished() for child in self.children))


def nest(
    rows: Iterable[RawMember],
    sample: Mapping[str, Json] | None,
    known: Members = NO_MEMBERS,
    *,
    levels_are_told: bool = False,
) -> tuple[RawMember, ...]:
    """The members in their true places, with what only the sample shows."""
    rows = list(rows)
    levels_are_told = levels_are_told or max((row.level for row in rows), default=0) >= 2
    root = _Node(RawMember("", "", 0), sample or {}, _by_name(known))
    open_nodes = [root]
    for row in rows:
        depth, guessed = (row.level, False) if levels_are_told else _depth(row, open_nodes)
        del open_nodes[depth + 1 :]
        node = open_nodes[-1].add(replace(row, nesting_guessed=guessed))
        holds_members = types.documented_kind(row.type) in (None, "json")
        if holds_members or levels_are_told or node.shape or node.known:
            open_nodes.append(node)
    root.complete()
    return root.finished().children


def _depth(row: RawMember, open_nodes: list[_Node]) -> tuple[int, bool]:
    """The index of the open node that the row belongs to, and whether that is a guess."""
    lacking = [(depth, node) for depth, node in enumerate(open_nodes) if row.name not in node.names]
    showing = [depth for depth, node in lacking if row.name in node.shape]
    showing = showing or [depth for depth, node in lacking if row.name in node.known]
    inner = [depth for depth in showing if depth]
    if row.level == 0:
        return (inner[-1], True) if inner and 0 not in showing else (0, False)
    if inner:
        return inner[-1], False
    last = min(len(open_nodes) - 1, MAX_LEVELS)
    return last, last > 1


def _by_name(members: Members) -> dict[str, Members]:
    return {str(member.name): member.members for member in members}


def _merged(value: Json) -> Mapping[str, Json]:
    """What an object looks like: itself, or the members of all elements of a list together."""
    merged: dict[str, Json] = {}
    for part in value if isinstance(value, list) else [value]:
        if isinstance(part, dict):
            merged |= part | merged
    return merged


def _unwrapped(value: Json) -> tuple[Json, str | None]:
    """The list inside its wrapper, or the value as it is."""
    if isinstance(value, dict) and len(value) == 1:
        wrapper, inner = next(iter(value.items()))
        if isinstance(inner, list):
            return inner, wrapper
    return value, None
