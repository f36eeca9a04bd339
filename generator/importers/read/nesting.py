"""Rows of a table → a tree. Tables show one level at most; the sample shows the true nesting.

What the sample leaves out stands where the present spec has it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from generator.importers.read.apidoc import RawMember
from generator.importers.read.documented_types import (
    is_container,
    is_list_type,
    is_name,
    sample_type,
)
from generator.importers.read.reply_samples import merged_element, unwrapped
from generator.spec.text import Json

MAX_LEVELS = 12
"""Nobody nests deeper; more would give specs that are nested deeper than a spec may be."""

UNTOLD = frozenset({"request_id"})
"""In every reply, and no member of any."""

_Shape = Mapping[str, Json]

Tree = Mapping[str, "Tree"]
"""The names of members, with those inside them."""


@dataclass(slots=True)
class _Node:
    """A row that may still get children."""

    row: RawMember
    shape: _Shape
    known: Tree
    children: list["_Node"] = field(default_factory=list)

    def finished(self) -> RawMember:
        return replace(self.row, children=tuple(child.finished() for child in self.children))


def nest(rows: Iterable[RawMember], sample: _Shape | None, known: Tree) -> tuple[RawMember, ...]:
    """The members in their true places, with what only the sample shows."""
    rows = list(rows)
    levels_are_told = max((row.level for row in rows), default=0) >= 2
    root = _Node(RawMember("", "", 0), sample or {}, known)
    open_nodes = [root]
    for row in rows:
        if levels_are_told:
            del open_nodes[row.level + 1 :]
            guessed = False
        else:
            depth, guessed = _depth(row, open_nodes)
            del open_nodes[depth + 1 :]
        parent = open_nodes[-1]
        node = _node(replace(row, nesting_guessed=guessed), parent)
        parent.children.append(node)
        if is_container(row.type) or levels_are_told or node.shape or node.known:
            open_nodes.append(node)
    _complete(root, has_sample=sample is not None)
    return root.finished().children


def _depth(row: RawMember, open_nodes: list[_Node]) -> tuple[int, bool]:
    """The index of the open node that the row belongs to, and whether that is a guess."""
    lacking = [
        (depth, node)
        for depth, node in enumerate(open_nodes)
        if all(child.row.name != row.name for child in node.children)
    ]
    showing = [depth for depth, node in lacking if row.name in node.shape]
    showing = showing or [depth for depth, node in lacking if row.name in node.known]
    if row.level == 0:
        inner = [depth for depth in showing if depth]
        return (inner[-1], True) if inner and 0 not in showing else (0, False)
    if inner := [depth for depth in showing if depth]:
        return inner[-1], False
    last = min(len(open_nodes) - 1, MAX_LEVELS)
    return last, last > 1


def _node(row: RawMember, parent: _Node) -> _Node:
    value, wrapper = unwrapped(parent.shape.get(row.name))
    is_list = row.is_list or is_list_type(row.type) or isinstance(value, list)
    if wrapper and is_name(wrapper):
        row = replace(row, wrapper=wrapper)
    row = replace(row, is_list=is_list)
    return _Node(row, merged_element(value), parent.known.get(row.name, {}))


def _complete(node: _Node, *, has_sample: bool) -> None:
    """Add what the sample shows below containers that the table leaves empty."""
    for child in node.children:
        _complete(child, has_sample=has_sample)
    is_told = bool(node.children) and node.row.name != ""
    if is_told or not has_sample:
        return
    told = {child.row.name for child in node.children} | UNTOLD
    for name, value in node.shape.items():
        if name not in told and is_name(name):
            inner, _ = unwrapped(value)
            row = RawMember(name, sample_type(inner), node.row.line, from_sample=True)
            child = _node(row, node)
            _complete(child, has_sample=True)
            node.children.append(child)


def tree(rows: Iterable[RawMember], sample: _Shape | None) -> tuple[RawMember, ...]:
    """Members that are nested already, with what the sample adds."""
    root = _Node(RawMember("", "", 0), sample or {}, {})
    root.children = [_nested(row, root) for row in rows]
    _complete(root, has_sample=sample is not None)
    return root.finished().children


def _nested(row: RawMember, parent: _Node) -> _Node:
    node = _node(row, parent)
    node.children = [_nested(child, node) for child in row.children]
    return node


def tree_of(members: Mapping[str, Any], types: Mapping[str, Any]) -> Tree:
    """The names of members of a spec without references, with those inside them."""
    return {name: tree_of(_inside(data, types), types) for name, data in members.items()}


def _inside(data: Mapping[str, Any], types: Mapping[str, Any]) -> Mapping[str, Any]:
    while data.get("type") == "array":
        data = data.get("items", {})
    fields: Mapping[str, Any] = types.get(data.get("type", ""), data).get("fields", {})
    return fields
