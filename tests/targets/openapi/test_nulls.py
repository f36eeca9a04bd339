"""Where samples hold null: told by path, and apart for what methods share."""

import dataclasses

import real
from tables import every

from generator.spec.ir import Api, ArrayType, Members, ObjectType
from generator.spec.text import Json, Name, SpecData, SpecText
from generator.targets.openapi.nulls import nulls, shared_nulls
from targets.ir import an_object, member, scalar

ROLE: ObjectType = dataclasses.replace(
    an_object("Role", member("id"), side="response"), shared=True
)
SHOP: ObjectType = dataclasses.replace(
    an_object("Shop", member("id"), member("role", ROLE), side="response"), shared=True
)


def a_list(items: ObjectType, wrapper: str | None = None) -> ArrayType:
    return ArrayType(items, Name(wrapper) if wrapper else None, False, SpecText(","))


FIELDS = Members(
    (
        member("count", "integer"),
        member("names", ArrayType(scalar("string"), Name("string"), False, SpecText(","))),
        member("wrapped", a_list(an_object("One", member("a"), side="response"), "one")),
        member("bare", a_list(an_object("Two", member("b"), side="response"))),
        member("shops", a_list(SHOP, "shop")),
    )
)


def with_sample(sample: Json) -> Api:
    api = real.api("taobao.tbk.shop.get")
    return dataclasses.replace(api, fields=FIELDS, sample=SpecData(sample))


@every(
    ("sample", "own", "shop", "role"),
    [
        ({"count": 1}, (), (), ()),
        ({"count": None, "unknown": None}, ("count",), (), ()),
        ({"names": None}, ("names",), (), ()),
        ({"wrapped": {"one": [{"a": "x"}, {"a": None}]}}, ("wrapped.a",), (), ()),
        ({"bare": [{"b": None}, {"b": None}]}, ("bare.b",), (), ()),
        ({"shops": None}, ("shops",), (), ()),
        ({"shops": {"shop": [{"id": None, "role": None}]}}, (), ("id", "role"), ()),
        ({"shops": {"shop": [{"role": {"id": None}}]}}, (), (), ("id",)),
    ],
)
def test_nulls_are_found_by_path(
    sample: Json, own: tuple[str, ...], shop: tuple[str, ...], role: tuple[str, ...]
) -> None:
    api = with_sample(sample)
    spec = dataclasses.replace(real.spec(), apis=(api,))
    assert nulls(api) == own
    assert shared_nulls(spec) == {
        Name(name): paths for name, paths in (("Shop", shop), ("Role", role)) if paths
    }


def test_without_a_sample_nothing_is_null() -> None:
    assert nulls(dataclasses.replace(with_sample({}), sample=None)) == ()


def test_some_published_samples_do_hold_null() -> None:
    assert any(map(nulls, real.spec().apis))
