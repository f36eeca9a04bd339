"""Views of classes: the models of replies, and the objects that requests take."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from generator.output import python
from generator.output.escape import Safe
from generator.output.phrases import phrase
from generator.output.prose import Told, whole_docstring
from generator.spec.ir import Api, EnumValue, Member, Members, ObjectType
from generator.spec.text import Name, SpecText
from generator.targets import words
from generator.targets.client.imports import called, import_lines
from generator.targets.client.types import (
    ClassNames,
    argument_annotation,
    class_name,
    field_annotation,
    object_types,
    request_class,
    shared_types,
    wire_hint,
)


@dataclass(frozen=True, slots=True)
class FieldView:
    """One annotated member of a class."""

    source: Safe
    """The whole statement."""
    docstring: Safe
    uses: frozenset[str]


@dataclass(frozen=True, slots=True)
class ClassView:
    """A model, or a TypedDict."""

    name: Name
    bases: tuple[Safe, ...]
    docstring: Safe
    fields: tuple[FieldView, ...]
    uses: frozenset[str]
    """What must be imported for it, its fields aside."""
    settings: tuple[Safe, ...] = ()
    """Statements between docstring and fields."""

    @property
    def head(self) -> Safe:
        """The statement that opens it."""
        return python.class_line(self.name, self.bases)

    @property
    def all_uses(self) -> frozenset[str]:
        """What must be imported for it."""
        return self.uses.union(*(field.uses for field in self.fields))


@dataclass(frozen=True, slots=True)
class ModuleView:
    """A module of classes."""

    imports: tuple[Safe, ...]
    classes: tuple[ClassView, ...]


def shared_models(*apis: Api) -> ModuleView:
    """The types of specs/_shared/types.yaml that replies use."""
    types = {name: type_ for api in apis for name, type_ in shared_types(api.fields).items()}
    return _class_module(model(types[name]) for name in sorted(types))


def request_objects(*apis: Api) -> ModuleView:
    """A TypedDict for every object that a request takes."""
    classes: dict[str, ClassView] = {}
    for api in apis:
        for type_ in object_types(api.parameters).values():
            name = request_class(api, type_)
            classes[name] = ClassView(
                name=name,
                bases=(Safe("TypedDict"), Safe("total=False")),
                docstring=class_docstring(type_.description or SpecText(type_.name or "")),
                fields=tuple(_request_field(api, member) for member in type_.members),
                uses=frozenset({"TypedDict"}),
            )
    return _class_module(classes[name] for name in sorted(classes))


def _class_module(classes: Iterable[ClassView]) -> ModuleView:
    classes = tuple(classes)
    uses = {name for view in classes for name in view.all_uses}
    return ModuleView(import_lines(uses, ".", {}), classes)


def model(type_: ObjectType, name: ClassNames = class_name) -> ClassView:
    """The class of an object of a reply."""
    return ClassView(
        name=name(type_),
        bases=(Safe("Model"),),
        docstring=class_docstring(type_.description or SpecText(type_.name or "")),
        fields=fields(type_.members, name),
        uses=frozenset({"Model"}),
    )


def fields(members: Members, name: ClassNames = class_name) -> tuple[FieldView, ...]:
    """The fields of a model."""
    return tuple(_field(member, name) for member in members)


def _field(member: Member, name: ClassNames) -> FieldView:
    # Each has a value, or type checkers would ask for all of them in a constructor.
    annotation, hint = field_annotation(member, name), wire_hint(member)
    source = python.attribute(member.python_name, annotation.text, hint, depth=1)
    uses = annotation.names.union(called(hint))
    return FieldView(source, _docstring(member), uses)


def _request_field(api: Api, member: Member) -> FieldView:
    annotation = argument_annotation(api, member)
    if member.required:
        annotation = annotation.inside("Required[{}]", "Required")
    source = python.attribute(member.python_name, annotation.text, None, depth=1)
    return FieldView(source, _docstring(member), annotation.names)


def _docstring(member: Member) -> Safe:
    return whole_docstring(member_words(member), depth=1)


def class_docstring(text: SpecText) -> Safe:
    """The docstring of a class."""
    return whole_docstring(Told(text), depth=1)


def member_words(member: Member, before: str = "") -> Told:
    """Everything that is known about a parameter or field."""
    known = [part.reveal() for part in _words(member)]
    if member.enum:
        known.append(f"{words.enum_head(member)}：")
    asides = (*words.see_words(member.see), *words.note_words(member.note))
    return Told(
        sentence=before + "；".join(known),
        values=tuple(_value_words(value) for value in member.enum),
        remarks=tuple(told.plain() for told in asides),
    )


def _words(member: Member) -> Iterator[SpecText]:
    yield member.description
    phrases = (words.form_words(member.type), words.unit_words(member))
    for told in chain(*phrases, words.limit_words(member), words.default_words(member)):
        yield told.plain()
    if member.deprecated:
        advice = f"，{member.deprecation.reveal()}" if member.deprecation else ""
        yield SpecText(f"已废弃{advice}")


def _value_words(value: EnumValue) -> SpecText:
    return phrase("{}：{}", value.value, value.meaning).plain()
