"""Small pieces of IR for the tests of targets."""

import dataclasses
from typing import Any

from project import TinyProject

from generator.problems import Origin
from generator.spec import language
from generator.spec.ir import Api, Member, Members, ObjectType, ScalarType, Type
from generator.spec.text import Name, SpecData, SpecText

HERE = Origin("x.yaml")


def scalar(kind: str, wire: str | None = None, form: str | None = None) -> ScalarType:
    """A scalar type, usual wherever nothing else is said."""
    word = language.SCALARS[kind]
    found = language.TIME_FORMATS[form] if form else language.USUAL_FORMATS.get(kind)
    separator = SpecText(",") if kind == "csv" else None
    return ScalarType(word.name, wire or word.wire, found, separator)  # type: ignore[arg-type]


def member(name: str = "x", type_: Type | str = "string", **more: Any) -> Member:
    """A member; example and default are given as plain values."""
    for key in ("example", "default"):
        if key in more:
            more[key] = SpecData(more[key])
    made = scalar(type_) if isinstance(type_, str) else type_
    text = SpecText(more.pop("description", "说明"))
    python_name = Name(more.pop("python_name", name))
    return Member(Name(name), python_name, made, text, HERE, **more)


def an_object(name: str, *members: Member, side: Any = "request") -> ObjectType:
    """An object type of one method."""
    return ObjectType(Name(name), SpecText("对象"), Members(members), HERE, side)


def orders(tiny: TinyProject, **changes: Any) -> Api:
    """The method of the tiny project that lists orders, changed."""
    api = tiny.spec().find("taobao.tbk.order.get")
    assert api
    return dataclasses.replace(api, **changes)
