"""What a document states about a member, as keys of the spec language, and what is doubtful."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from generator.importers import prose
from generator.importers.document import RawMember
from generator.importers.types import documented_kind, element, scalar
from generator.spec.text import Json

LONGEST_EXAMPLE = 150
"""What is longer (a link with all its tracking) is no help in an editor."""

_MOMENT = re.compile(r"[0-9]+(?:[ :-][0-9]+)*")
_NUMERIC = frozenset({"integer", "decimal"})
_BELONGS = {
    "minimum": _NUMERIC,
    "maximum": _NUMERIC,
    "unit": _NUMERIC,
    "max_length": frozenset({"string"}),
    "max_items": frozenset({"csv", "array"}),
    "separator": frozenset({"csv", "array"}),
    "enum": frozenset({"string", "integer", "csv"}),
    "default": frozenset({"string", "integer", "decimal", "boolean", "datetime", "date", "csv"}),
}
_REQUEST_ONLY = frozenset({"default"})


@dataclass(frozen=True, slots=True)
class Facts:
    """Keys that the document states for certain, keys that are a guess, and what is doubtful."""

    sure: dict[str, Json]
    guessed: dict[str, Json]
    doubts: tuple[str, ...]

    @property
    def all(self) -> dict[str, Json]:
        """Certain and guessed keys together."""
        return self.sure | self.guessed


def facts(member: RawMember, *, in_request: bool) -> Facts:
    """Everything but the name, the members inside and the description."""
    said = list(prose.proposals(f"{member.limits}\n{member.description}"))
    doubts: list[str] = []
    formats = {p.value for p in said if p.key == "format"} if not member.is_list else set()
    if member.children or documented_kind(member.type) is None:
        base: dict[str, Json] = {"type": "object"}
    else:
        base, doubt = scalar(member, formats)
        told = _as_decimal(_as_csv(base, member, said), said)
        doubts += [doubt] if doubt and told is base else []
        base = told
    kind = "array" if member.is_list else base["type"]
    sure: dict[str, Json] = {}
    guessed: dict[str, Json] = {}
    if in_request:
        sure["required"] = "unknown" if member.required is None else member.required
    for proposal in said:
        key, value = proposal.key, proposal.value
        if key == "format" or (key in _REQUEST_ONLY and not in_request):
            continue
        if proposal.doubt and (key not in _BELONGS or kind in _BELONGS[key]):
            doubts.append(proposal.doubt)
        if not key or (key in _BELONGS and kind not in _BELONGS[key]):
            continue
        if key == "default" and (value := typed(str(value), str(base["type"]))) is None:
            continue
        if key == "enum" and not _fits(value, str(base["type"])):
            continue
        if key == "separator" and value == ",":
            continue
        (sure if proposal.sure else guessed).setdefault(key, value)
    if kind not in ("object", "array"):
        example = example_of(member, str(base["type"]))
        if example is not None:
            sure["example"] = example
    if member.nesting_guessed:
        doubts.append("文档的表格没有层次，所在的层次是推断的")
    if member.from_sample:
        doubts.append("文档的表格没有列出，取自返回示例")
    return Facts(base | sure, guessed, tuple(dict.fromkeys(doubts)))


def _as_csv(
    base: dict[str, Json], member: RawMember, said: list[prose.Proposal]
) -> dict[str, Json]:
    """Text that holds several values is a csv."""
    separated = any(p.key == "separator" for p in said)
    return (
        {"type": "csv"} if base == {"type": "string"} and separated and not member.is_list else base
    )


def _as_decimal(base: dict[str, Json], said: list[prose.Proposal]) -> dict[str, Json]:
    """Text that is an amount or a rate is a decimal."""
    units = {p.value for p in said if p.key == "unit"}
    if base["type"] in ("string", "decimal") and units & {"元", "分", "百分之一", "万分之一"}:
        return base | {"type": "decimal"}
    return base


def _fits(labels: Json, kind: str) -> bool:
    """Whether all values of an enum have the type of their member."""
    assert isinstance(labels, dict)
    return kind != "integer" or all(value.lstrip("-").isdecimal() for value in labels)


def example_of(member: RawMember, kind: str) -> Json:
    """The documented example of a scalar; None where the document fills the column with a name."""
    text = member.example
    if text in (element(member.type), member.name) or len(text) > LONGEST_EXAMPLE:
        return None
    return typed(text, kind)


def typed(text: str, kind: str) -> Json:
    """A documented value as the spec language writes it; None if it is none of this type."""
    if kind == "boolean":
        return {"true": True, "false": False}.get(text.lower())
    if kind == "integer":
        digits = text.lstrip("-")
        return int(text) if digits.isdecimal() and digits.isascii() and len(digits) <= 30 else None
    if kind == "decimal":
        return text if _is_number(text) else None
    if kind in ("datetime", "date"):
        return text if _MOMENT.fullmatch(text) else None
    return text or None


def _is_number(text: str) -> bool:
    try:
        return Decimal(text).is_finite()
    except InvalidOperation:
        return False
