"""Views of classes: the models of replies, and the objects that requests take."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.output import python
from generator.output.escape import Safe
from generator.spec.ir import Api, Member, Members, ObjectType
from generator.spec.text import Name, SpecText
from generator.targets import words
from generator.targets.client.imports import called, import_lines
from generator.targets.client.types import (
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
    words: SpecText
    uses: frozenset[str]


@dataclass(frozen=True, slots=True)
class ClassView:
    """A model, or a TypedDict."""

    name: Name
    bases: tuple[Safe, ...]
    words: SpecText
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
                words=type_.description or SpecText(type_.name or ""),
                fields=tuple(_request_field(api, member) for member in type_.members),
                uses=frozenset({"TypedDict"}),
            )
    return _class_module(classes[name] for name in sorted(classes))


def _class_module(classes: Iterable[ClassView]) -> ModuleView:
    classes = tuple(classes)
    uses = {name for view in classes for name in view.all_uses}
    return ModuleView(import_lines(uses, ".", {}), classes)


def model(type_: ObjectType) -> ClassView:
    """The class of an object of a reply."""
    return ClassView(
        name=class_name(type_),
        bases=(Safe("Model"),),
        words=type_.description or SpecText(type_.name or ""),
        fields=fields(type_.members),
        uses=frozenset({"Model"}),
    )


def fields(members: Members) -> tuple[FieldView, ...]:
    """The fields of a model."""
    return tuple(_field(member) for member in members)


def _field(member: Member) -> FieldView:
    # Each has a value, or type checkers would ask for all of them in a constructor.
    annotation, hint = field_annotation(member.type), wire_hint(member)
    source = python.attribute(member.python_name, annotation.text, hint, depth=1)
    uses = annotation.names.union(called(hint))
    return FieldView(source, member_words(member), uses)


def _request_field(api: Api, member: Member) -> FieldView:
    annotation = argument_annotation(api, member.name, member.type)
    if member.required:
        annotation = annotation.inside("Required[{}]", "Required")
    source = python.attribute(member.python_name, annotation.text, None, depth=1)
    return FieldView(source, member_words(member), annotation.names)


def member_words(member: Member) -> SpecText:
    """Everything that is known about a parameter or field, in one line."""
    return SpecText("；".join(part.reveal() for part in _words(member) if part))


def _words(member: Member) -> Iterator[SpecText]:
    yield member.description
    for told in (*words.form_words(member.type), *words.unit_words(member)):
        yield told.plain()
    if member.enum:
        yield words.enum_words(member).plain()
    for told in words.limit_words(member):
        yield told.plain()
    for told in words.default_words(member):
        yield told.plain()
    if member.deprecated:
        advice = f"，{member.deprecation.reveal()}" if member.deprecation else ""
        yield SpecText(f"已废弃{advice}")
    for told in (*words.see_words(member.see), *words.note_words(member.note)):
        yield told.plain()
