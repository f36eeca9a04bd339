"""The IR answers questions: paths, walks, counts, folds; and no string of it is bare."""

import dataclasses
import datetime
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import pytest
from hostile.specs import hostile_files, starts
from project import TinyProject
from tables import every

from generator.problems import Origin
from generator.spec import language
from generator.spec.ir import (
    NO_MEMBERS,
    ArrayType,
    Limits,
    Member,
    Members,
    ObjectType,
    ScalarType,
    Spec,
    Type,
    Visit,
    fold,
    fold_type,
    walk_value,
)
from generator.spec.text import Name, SpecData, SpecText

TEXT = ScalarType("string", "string")
HERE = Origin("x.yaml")


def member(name: str, type_: Type = TEXT, **more: Any) -> Member:
    return Member(Name(name), Name(name), type_, SpecText("说明"), HERE, **more)


def an_object(name: str | None, *members: Member, shared: bool = False) -> ObjectType:
    made = Name(name) if name else None
    return ObjectType(made, SpecText(""), Members(members), HERE, "response", shared)


def a_list(items: Type, wrapper: str | None = None) -> ArrayType:
    return ArrayType(items, Name(wrapper) if wrapper else None, False, SpecText(","))


SHOP = an_object("Shop", member("id"), member("tags", a_list(TEXT)), shared=True)
ITEM = an_object("Item", member("id"), member("shop", SHOP))
NESTED = a_list(a_list(ITEM, "row"), "table")
FIELDS = Members(
    (
        member("more"),
        member("data", an_object("Data", member("items", a_list(ITEM, "item")))),
        member("nested", NESTED),
        member("anything", an_object(None)),
    )
)
PATHS = [
    *("more", "data", "data.items", "data.items.id", "data.items.shop"),
    *("data.items.shop.id", "data.items.shop.tags"),
    *("nested", "nested.id", "nested.shop", "nested.shop.id", "nested.shop.tags", "anything"),
]


def test_elements_are_what_the_innermost_list_holds() -> None:
    assert TEXT.element is TEXT
    assert SHOP.element is SHOP
    assert NESTED.element is ITEM
    assert FIELDS[2].element is ITEM
    assert FIELDS[2].members is ITEM.members
    assert FIELDS[0].members is NO_MEMBERS
    assert FIELDS[3].members == ()


@every("path", PATHS)
def test_a_path_finds_its_member_through_lists(path: str) -> None:
    found = FIELDS.find(path)
    assert found is not None
    assert found.name == path.rpartition(".")[2]


@every(
    "path", [None, "", "x", "more.x", "data.x", "data.items.x.id", "anything.x", "data.", ".data"]
)
def test_a_path_that_leads_nowhere_finds_nothing(path: str | None) -> None:
    assert FIELDS.find(path) is None


def test_the_members_along_a_path() -> None:
    along = [str(one.name) for one in FIELDS.along("data.items.shop.id")]
    assert along == ["data", "items", "shop", "id"]


def test_a_walk_comes_to_every_member_outer_ones_first() -> None:
    visits = [*FIELDS.walk()]
    assert [visit.path for visit in visits] == PATHS
    assert [*FIELDS.paths()] == PATHS
    assert [visit.member for visit in visits] == [FIELDS.find(path) for path in PATHS]
    assert [visit.depth for visit in visits] == [path.count(".") for path in PATHS]
    siblings = {visit.path: visit.siblings for visit in visits}
    assert siblings["data"] is FIELDS
    assert siblings["nested.shop.id"] is SHOP.members


def test_a_walk_may_stay_outside_of_shared_types() -> None:
    outside = [visit.path for visit in FIELDS.walk(shared=False)]
    assert outside == [path for path in PATHS if "shop." not in path]


def test_a_walk_leaves_out_what_is_refused_and_all_inside_of_it() -> None:
    kept = [visit.path for visit in FIELDS.walk(keep=lambda visit: visit.member.name != "shop")]
    assert kept == [path for path in PATHS if "shop" not in path]
    assert [*FIELDS.walk(keep=lambda visit: False)] == []


def test_a_walk_begins_behind_a_prefix() -> None:
    assert [visit.path for visit in SHOP.members.walk(prefix="a.b.")] == ["a.b.id", "a.b.tags"]


def test_objects_with_a_class_come_inner_ones_first() -> None:
    names = [str(type_.name) for type_ in FIELDS.objects()]
    assert names == ["Shop", "Item", "Data", "Shop", "Item"]
    assert [str(type_.name) for type_ in FIELDS.objects(shared=False)] == ["Item", "Data", "Item"]


def test_members_are_counted_at_every_depth() -> None:
    assert FIELDS.total == len(PATHS) == 13
    assert NO_MEMBERS.total == 0


class _Shown:
    """Builds a text that shows the calls."""

    def __init__(self, unwanted: str = "") -> None:
        self._unwanted = unwanted

    def wanted(self, visit: Visit) -> bool:
        return visit.path != self._unwanted

    def scalar(self, type_: ScalarType, visit: Visit) -> str:
        return f"{visit.path}"

    def array(self, type_: ArrayType, items: str, visit: Visit) -> str:
        return f"[{items}]"

    def object(self, type_: ObjectType, members: Mapping[Name, str], visit: Visit) -> str:
        return "{" + " ".join(f"{name}={built}" for name, built in members.items()) + "}"


def test_a_fold_builds_from_the_inside_out() -> None:
    shop = "{id=nested.shop.id tags=[nested.shop.tags]}"
    assert fold(FIELDS, _Shown()) == {
        "more": "more",
        "data": "{items=[{id=data.items.id shop={id=data.items.shop.id "
        "tags=[data.items.shop.tags]}}]}",
        "nested": f"[[{{id=nested.id shop={shop}}}]]",
        "anything": "{}",
    }
    assert fold(FIELDS, _Shown("data.items")) | {"nested": ""} == {
        "more": "more",
        "data": "{}",
        "nested": "",
        "anything": "{}",
    }
    assert fold(SHOP.members, _Shown(), "x.") == {"id": "x.id", "tags": "[x.tags]"}
    assert fold_type(NESTED, _Shown("t.shop"), Visit("t", FIELDS[2], FIELDS)) == "[[{id=t.id}]]"


def test_a_value_is_walked_beside_the_types() -> None:
    value = {
        "more": "x",
        "data": {"items": {"item": [{"id": 1, "what": 2}]}},
        "nested": {"table": [{"row": [{"id": "y"}]}]},
        "anything": {"not": "entered"},
        "unknown": {"not": "entered"},
    }
    parts = {part.steps: part for part in walk_value(FIELDS, value)}
    assert [*parts] == [
        ("more",),
        ("data",),
        ("data", "items"),
        ("data", "items", "item", 0),
        ("data", "items", "item", 0, "id"),
        ("data", "items", "item", 0, "what"),
        ("nested",),
        ("nested", "table", 0),
        ("nested", "table", 0, "row", 0),
        ("nested", "table", 0, "row", 0, "id"),
        ("anything",),
        ("unknown",),
    ]
    assert parts["data", "items", "item", 0].type is ITEM
    assert parts["data", "items", "item", 0, "what"].type is None
    assert parts["unknown",].type is None
    assert parts["data", "items", "item", 0, "id"].value == 1


@pytest.mark.parametrize(
    ("value", "steps"),
    [
        ({"data": "text"}, [("data",)]),
        ({"data": {"items": {"wrong": []}}}, [("data",), ("data", "items")]),
        ({"data": {"items": "x"}}, [("data",), ("data", "items")]),
        ({"data": {"items": [3]}}, [("data",), ("data", "items"), ("data", "items", 0)]),
        ({"nested": None}, [("nested",)]),
    ],
)
def test_what_misfits_is_not_entered(value: Any, steps: list[tuple[str | int, ...]]) -> None:
    assert [part.steps for part in walk_value(FIELDS, value)] == steps


def test_limits_are_empty_or_not() -> None:
    assert not Limits()
    assert Limits(minimum=0)
    assert Limits(min_items=0)


# Untrusted by type

_FINE = (
    *(Name, SpecText, SpecData, Origin),
    *(language.Word, language.TimeFormat, language.Unit, language.Retry, language.ConstraintWord),
    *(int, bool, Decimal, bytes, datetime.date, datetime.timedelta, type(None)),
)
"""What needs no look inside: checked, untrusted, of the language, or no text at all."""

_CONSTANTS = {
    ("ScalarType", "kind"): {*language.SCALARS},
    ("ScalarType", "wire"): {"string", "number", "boolean"},
    ("ObjectType", "side"): {"request", "response"},
    ("Pagination", "style"): {"page", "cursor", "offset"},
    ("SigningMethod", "algorithm"): {"md5", "hmac_md5", "hmac_sha256"},
}
"""Fields whose few values are constants of the generator."""


def _bare(value: Any, path: str, owner: Any = None, field: str = "") -> Iterator[str]:
    """Places of strings that are neither names nor untrusted texts."""
    if isinstance(value, _FINE):
        return
    if isinstance(value, str):
        if value not in _CONSTANTS.get((type(owner).__name__, field), ()):
            yield f"{path} = {value!r}"
    elif dataclasses.is_dataclass(value):
        for inner in dataclasses.fields(value):
            found = getattr(value, inner.name)
            yield from _bare(found, f"{path}.{inner.name}", value, inner.name)
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _bare(inner, f"{path}[{key}]", owner, field)
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from _bare(inner, f"{path}[{index}]", owner, field)
    else:
        yield f"{path} is a {type(value).__name__}"


def test_no_string_of_the_real_specs_is_bare(spec: Spec) -> None:
    assert [*_bare(spec, "spec")] == []


@pytest.mark.parametrize("start", [*starts()])
def test_no_string_of_hostile_specs_is_bare(tiny: TinyProject, start: int) -> None:
    files, _ = hostile_files(start)
    for file, content in files.items():
        tiny.write(file, content)
    assert [*_bare(tiny.spec(), "spec")] == []


def test_a_bare_string_would_be_noticed(spec: Spec) -> None:
    first = dataclasses.replace(spec.apis[0], title="bare")
    assert [*_bare(dataclasses.replace(spec, apis=(first,)), "spec")] == [
        "spec.apis[0].title = 'bare'"
    ]
