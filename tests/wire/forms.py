"""The three forms in which the gateway writes one reply: JSON, simplified JSON and XML."""

from typing import Any
from xml.etree import ElementTree

from generator.spec.ir import ArrayType, Members, ObjectType, Type
from generator.spec.text import Json
from generator.spec.values import scalar_text


def simplified(value: Json, members: Members) -> dict[str, Json]:
    """An object with bare lists."""
    assert isinstance(value, dict)
    types = {member.name: member.type for member in members}
    return {
        name: _simplified(inner, types[name]) if name in types else inner
        for name, inner in value.items()
    }


def _simplified(value: Json, type_: Type) -> Json:
    if isinstance(type_, ObjectType) and isinstance(value, dict):
        return simplified(value, type_.members)
    if not isinstance(type_, ArrayType) or not isinstance(value, dict):
        return value
    bare = value.get(type_.wrapper or "", [])
    assert isinstance(bare, list)
    return [_simplified(item, type_.items) for item in bare]


def to_xml(root: str, content: dict[str, Json]) -> bytes:
    """An XML document; a list repeats the element of its key."""
    element = ElementTree.Element(root)
    _fill(element, content)
    return bytes(ElementTree.tostring(element, encoding="utf-8"))


def _fill(element: ElementTree.Element, value: Json) -> None:
    if isinstance(value, dict):
        for name, inner in value.items():
            for item in inner if isinstance(inner, list) else [inner]:
                _fill(ElementTree.SubElement(element, name), item)
    elif value is not None:
        assert not isinstance(value, list)
        element.text = scalar_text(value)


def from_xml(document: bytes) -> Any:
    """The content of an XML document as one would read it without any spec.

    Repeated elements become a list, and all scalars are text.
    """
    return _read(ElementTree.fromstring(document))


def _read(element: ElementTree.Element) -> Any:
    if not len(element):
        return element.text or ""
    content: dict[str, Any] = {}
    for child in element:
        value = _read(child)
        if child.tag in content:
            held = content[child.tag]
            content[child.tag] = [*held, value] if isinstance(held, list) else [held, value]
        else:
            content[child.tag] = value
    return content
