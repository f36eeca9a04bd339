"""Replies: lazy views over decoded JSON.

Nothing is decoded until it is read, a value is converted once, unknown members stay, and a value
that does not fit its type never breaks the others.
"""

from __future__ import annotations

import reprlib
import sys
import types
import typing
from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar, Generic, NamedTuple, Self, TypeAlias, TypeVar

from .._words import DAY_FORMAT, MOMENT_FORMAT
from ..platform import REQUEST_ID
from .attempt import Attempt
from .kinds import (
    Anything,
    Boolean,
    Csv,
    Day,
    Exact,
    Integer,
    JsonText,
    Kind,
    ListOf,
    Moment,
    Problems,
    Text,
    Unless,
    wrong_type,
)
from .outcomes import ItemOutcome, ReplyOutcome
from .paging import AsyncPages, Origin, Pages, Paging
from .shown import shown
from .values import json_text

Json: TypeAlias = Any
"""A JSON value that no spec describes."""

T = TypeVar("T")

_LONGEST_REPR = 30
_MOST_FIELDS_IN_REPR = 6
_UNIONS: tuple[Any, ...] = (types.UnionType, typing.Union)
_LONGEST_LINE = 100
_MOST_LINES = 60
_MOST_ITEMS = 3
"""What `print` shows of a reply, and of a list."""
_NO_MEMBERS: tuple[Any, ...] = (ClassVar, typing.Final)
"""Annotations of what a subclass keeps for itself."""


class WireForm(NamedTuple):
    """How a field looks on the wire, where that does not follow from its annotation."""

    name: str = ""
    wrapper: str | None = None
    """The key around a list."""
    form: str | None = None
    """Of a moment or day."""
    further: tuple[str, ...] = ()
    """Other forms of them."""
    separator: str | None = None
    """Of values in one text."""
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    placeholders: tuple[str, ...] = ()
    """Texts that mean none."""
    number: bool = False
    """Whether JSON has a number where text is usual."""
    text: bool = False
    """The reverse."""
    json: bool = False
    """Whether it is text that holds JSON."""

    def kind_of(self, annotation: Any) -> Kind:
        """How values of an annotated type are read and written."""
        kind = self._plain_kind_of(annotation)
        if self.placeholders and not isinstance(kind, ListOf):
            return Unless(kind, self.placeholders)
        return kind

    def _plain_kind_of(self, annotation: Any) -> Kind:
        if typing.get_origin(annotation) in _UNIONS:
            annotation = next(arg for arg in annotation.__args__ if arg is not types.NoneType)
        if typing.get_origin(annotation) is typing.Literal:
            annotation = type(annotation.__args__[0])  # any value passes: platforms add some
        if typing.get_origin(annotation) is list:
            (item,) = typing.get_args(annotation)
            if self.separator:
                return Csv(self.separator)
            return ListOf(self.kind_of(item), self.wrapper)
        if annotation in _SCALARS:
            return _SCALARS[annotation](self)
        if isinstance(annotation, type) and issubclass(annotation, Model):
            return Nested(annotation)
        return JsonText() if self.json else Anything()


_SCALARS: dict[Any, Callable[[WireForm], Kind]] = {
    str: lambda wire: Text(wire.number),
    int: lambda wire: Integer(wire.text),
    Decimal: lambda wire: Exact(wire.number),
    bool: lambda wire: Boolean(wire.text, wire.yes, wire.no),
    datetime: lambda wire: Moment(wire.form or MOMENT_FORMAT, wire.number, wire.further),
    date: lambda wire: Day(wire.form or DAY_FORMAT, wire.number, wire.further),
}


class Field:
    """Descriptor of one member of a model; the converted value then hides it."""

    kind: Kind
    name: str

    def __init__(self, form: WireForm) -> None:
        self.wire_name = form.name
        self._form = form

    def bind(self, name: str, annotation: Any) -> None:
        """Learn the name and the annotated type."""
        self.name = name
        self.wire_name = self.wire_name or name
        self.kind = self._form.kind_of(annotation)

    def __get__(self, model: Model | None, owner: type[Model]) -> Any:
        if model is None:
            return self
        value = self.kind.read(model.raw.get(self.wire_name))
        model.__dict__[self.name] = value
        return value


def wire(**form: Any) -> Any:
    """A field, with what WireForm tells of it; checkers take it for a value of any type."""
    return Field(WireForm(**form) if form else _PLAIN)


_PLAIN = WireForm()


class Nested:
    """The kind of an object in a reply."""

    def __init__(self, model: type[Model]) -> None:
        self.model = model

    def read(self, raw: Any) -> Model | None:
        return self.model.from_raw(raw) if raw and isinstance(raw, dict) else None

    def write(self, value: Any, path: str, problems: Problems) -> Any:
        if not isinstance(value, self.model):
            return wrong_type(path, f" {self.model.__name__}", value, problems)
        return value.to_wire()


class _Signature:
    """What `inspect.signature` finds of a model: its members by keyword, worked out when asked."""

    def __get__(self, model: Model | None, owner: type[Model]) -> Any:
        from inspect import Parameter, Signature  # takes long to import, and few programs ask

        hints = typing.get_type_hints(owner)
        return Signature(
            [
                Parameter(name, Parameter.KEYWORD_ONLY, default=None, annotation=hints[name])
                for name in owner._members()
            ]
        )


@typing.dataclass_transform(kw_only_default=True, frozen_default=True, eq_default=False)
class Model:
    """An object of a reply: a frozen view of its JSON.

    应答中的一个对象，不能修改：属性是转换好的值，缺少或无法转换时为 None（列表为 []）；
    `model["名"]` 与 `raw` 给出未转换的原值，`extra` 是规范没有写到的成员，`unreadable()` 是无法转换
    的原值。
    测试里可以直接建立：`类名(属性=值)`，或由 JSON 建立：`类名.from_raw({...})`。
    """

    raw: ClassVar[dict[str, Any]]
    """The JSON object, as it came."""
    _fields: ClassVar[dict[str, Field]]
    __signature__ = _Signature()

    def __init__(self, **values: Any) -> None:
        self.__dict__["raw"] = _written(type(self), values)

    @classmethod
    def from_raw(cls, raw: dict[str, Any]) -> Self:
        """A view of a JSON object in the platform's form.

        由平台形式的 JSON 对象建立。
        """
        if not isinstance(raw, dict):
            raise TypeError(
                f"{cls.__name__}.from_raw takes a JSON object / 应为平台形式的 JSON 对象（dict），"
                f"得到 {type(raw).__name__}；JSON 文本先用 json.loads(…, parse_float=Decimal) 解析"
            )
        if "_fields" not in cls.__dict__:
            cls._members()
        model = object.__new__(cls)
        model.__dict__["raw"] = raw
        return model

    @classmethod
    def _members(cls) -> dict[str, Field]:
        """The members that the spec knows, by attribute."""
        if "_fields" not in cls.__dict__:
            cls._fields = _bind_fields(cls)
        return cls._fields

    @property
    def extra(self) -> dict[str, Any]:
        """Members that the spec does not know.

        规范没有写到的成员。
        """
        known = {field.wire_name for field in self._members().values()}
        return {name: value for name, value in self.raw.items() if name not in known}

    def unreadable(self) -> dict[str, Any]:
        """Raw values that do not fit their types, by path, all the way down.

        无法按类型转换的原值，逐层展开，以路径为键；属性读作 None 而不在其中的，就是平台没有给。
        """
        return dict(_unreadable(self, ""))

    def to_dict(self) -> dict[str, Any]:
        """Typed values by attribute, all the way down.

        转成 dict：值已按类型转换，逐层展开，未知成员原样保留；列表里无法转换的元素不在其中。
        """
        return {name: _to_dict(value) for name, value in self._present()}

    def to_json(self) -> str:
        """The same as JSON text.

        转成 JSON 文本：小数写成数字，一位不差；时间写成带 +08:00 的 ISO 8601；其余同 `to_dict()`。
        """
        return json_text(self.to_dict())

    def to_wire(self) -> dict[str, Any]:
        """The documented wire form, made from the typed values.

        由类型化的值还原成文档所写的 JSON 形式；无法转换的值、列表里无法转换的元素和未知成员
        都原样保留。
        """
        kinds = {field.wire_name: field.kind for field in self._members().values()}
        return {
            name: _as_documented(kinds[name], raw) if name in kinds else raw
            for name, raw in self.raw.items()
        }

    def __getitem__(self, name: str) -> Any:
        if not isinstance(name, str):
            raise TypeError(_no_mapping(self, "不能按位置取"))
        return self.raw[name]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Model):
            return NotImplemented
        return type(other) is type(self) and other.raw == self.raw

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (type(self), self.raw)

    def __repr__(self) -> str:
        shown = [f"{_plain(name)}={_short(value)}" for name, value in self._present()]
        more = ["…"] if len(shown) > _MOST_FIELDS_IN_REPR else []
        return f"{type(self).__name__}({', '.join(shown[:_MOST_FIELDS_IN_REPR] + more)})"

    def __str__(self) -> str:
        lines = [type(self).__name__, *_lines(self, "  ")]
        more = [f"  …（共 {len(lines)} 行）"] if len(lines) > _MOST_LINES else []
        return "\n".join(lines[:_MOST_LINES] + more)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema  # the caller is pydantic

        def hold(value: object) -> Model:
            if isinstance(value, cls):
                return value
            if isinstance(value, dict):
                return cls.from_raw(value)
            raise ValueError(f"应为 {cls.__name__} 或平台形式的 JSON 对象")

        return core_schema.no_info_plain_validator_function(
            hold,
            serialization=core_schema.plain_serializer_function_ser_schema(cls.to_dict),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        from pydantic import TypeAdapter
        from pydantic_core import core_schema

        hints = typing.get_type_hints(cls)
        members = {
            name: core_schema.typed_dict_field(TypeAdapter(hints[name]).core_schema, required=False)
            for name in cls._members()
        }
        found: dict[str, Any] = handler(core_schema.typed_dict_schema(members))
        return {**found, "title": cls.__name__}

    def _present(self) -> Iterator[tuple[str, Any]]:
        """The members that are there, by attribute, then those that the spec does not know."""
        for name, field in self._members().items():
            if field.wire_name in self.raw:
                yield name, getattr(self, name)
        yield from self.extra.items()

    # Checkers refuse what is only here to be refused, know the `__replace__` of each class, and
    # would else take every name for good.
    if not typing.TYPE_CHECKING:

        def __iter__(self) -> Iterator[Any]:
            raise TypeError(_no_mapping(self, "不能迭代"))

        def __contains__(self, name: object) -> bool:
            raise TypeError(_no_mapping(self, "不能用 in"))

        def __setattr__(self, name: str, value: object) -> None:
            text = f"{type(self).__name__} is frozen / 应答是只读的，不能改 {name!r}"
            raise AttributeError(text, name=name, obj=self)

        def __delattr__(self, name: str) -> None:
            self.__setattr__(name, None)

        def __replace__(self, **changes: Any) -> Self:
            written = _written(type(self), changes)
            replaced = {self._members()[name].wire_name for name in changes}
            kept = {name: value for name, value in self.raw.items() if name not in replaced}
            return self.from_raw(kept | written)

        def __getattr__(self, name: str) -> Any:
            text = f"{type(self).__name__!r} object has no attribute {name!r}"
            if name in self.__dict__.get("raw", ()):
                text += f"；规范没有写到这个成员，请用 [{name!r}] 读取"
            raise AttributeError(text, name=name, obj=self)


def _written(model: type[Model], values: dict[str, Any]) -> dict[str, Any]:
    """The wire form of the values of a constructor."""
    fields, written, problems = model._members(), {}, Problems()
    for name, value in values.items():
        field = fields.get(name)
        if field is None:
            meant = (f"，属性名是 {own}" for own in fields if fields[own].wire_name == name)
            problems.note(name, f"{model.__name__} 没有这个成员{next(meant, '')}")
        elif value is not None:
            try:
                encoded = field.kind.write(value, name, problems)
            except Exception as error:  # of an object of the caller
                problems.note_broken(name, error)
                continue
            for path, lost in _read_as_none(field.kind, encoded, name):
                problems.note(path, f"{shown(lost)} 会读作 None：平台用它表示没有，请改用 None")
            written[field.wire_name] = encoded
    if problems:
        told = "；".join(problems)
        raise TypeError(f"{model.__name__}: wrong values / 值有误：{told}")
    return written


def _read_as_none(kind: Kind, written: Any, path: str) -> Iterator[tuple[str, Any]]:
    """The values that were written and that a reader would take for none."""
    if isinstance(kind, ListOf):
        for index, item in enumerate(kind.unwrapped(written)):
            yield from _read_as_none(kind.items, item, f"{path}[{index}]")
    elif isinstance(written, str | int | Decimal) and kind.read(written) is None:
        yield path, written


def _as_documented(kind: Kind, raw: Any) -> Any:
    """The documented wire form of a raw value; what cannot be read stays as it came."""
    if isinstance(kind, ListOf):
        items = [_as_documented(kind.items, item) for item in kind.unwrapped(raw)]
        return kind.wrapped(items, raw) if kind.read(raw) else raw
    value, problems = kind.read(raw), Problems()
    written = None if value is None or value == [] else kind.write(value, "", problems)
    return raw if written is None or problems else written


def _restored(model: type[Model], raw: dict[str, Any]) -> Model:
    """A model from its pickle."""
    return model.from_raw(raw)


def _no_mapping(model: Model, what: str) -> str:
    return (
        f"{type(model).__name__} is no mapping / 返回对象{what}：属性用 .名 读，"
        "原值用 ['名'] 或 .raw 读，全部内容用 to_dict()"
    )


def _unreadable(model: Model, prefix: str) -> Iterator[tuple[str, Any]]:
    for name, field in model._members().items():
        yield from _misfits(field.kind, model.raw.get(field.wire_name), prefix + name)


def _misfits(kind: Any, raw: Any, path: str) -> Iterator[tuple[str, Any]]:
    if raw is None or raw in ("", [], {}):
        return
    match kind:
        case Unless():
            if not kind.means_none(raw):
                yield from _misfits(kind.kind, raw, path)
        case ListOf():
            for index, item in enumerate(kind.unwrapped(raw)):
                yield from _misfits(kind.items, item, f"{path}[{index}]")
        case Nested() if isinstance(raw, dict):
            yield from _unreadable(kind.model.from_raw(raw), f"{path}.")
        case _ if kind.read(raw) in (None, []):
            yield path, raw


def _lines(value: Any, indent: str) -> Iterator[str]:
    """What a model holds, a line a member, deeper members further in."""
    for name, member in value._present():
        label = indent + _plain(name)
        if isinstance(member, list) and member and isinstance(member[0], Model):
            yield f"{label}: {len(member)}"
            for index, item in enumerate(member[:_MOST_ITEMS]):
                yield f"{indent}  [{index}] {type(item).__name__}"
                yield from _lines(item, f"{indent}      ")
            if len(member) > _MOST_ITEMS:
                yield f"{indent}  …（共 {len(member)} 个）"
        elif isinstance(member, Model):
            yield f"{label}: {type(member).__name__}"
            yield from _lines(member, f"{indent}  ")
        else:
            yield f"{label}: {_cut(member)}"


def _plain(name: str) -> str:
    """A name as it is, or as a literal: one that the platform invents may hold any character."""
    return name if name.isidentifier() and len(name) <= _LONGEST_LINE else _cut(name)


def _cut(value: Any) -> str:
    if isinstance(value, list | dict):
        return reprlib.repr(value)  # bounded in depth as well
    text = repr(value) if isinstance(value, str) else str(value)
    return text if len(text) <= _LONGEST_LINE else text[:_LONGEST_LINE] + "…"


def _short(value: Any) -> str:
    if isinstance(value, list):
        return f"[{len(value)}×…]" if value else "[]"
    if isinstance(value, dict | Model):
        return "…"
    text = repr(value) if isinstance(value, str) else str(value)
    return text if len(text) <= _LONGEST_REPR else text[:_LONGEST_REPR] + "…"


def _bind_fields(cls: type[Model]) -> dict[str, Field]:
    fields: dict[str, Field] = {}
    for owner in reversed(cls.__mro__):
        if owner.__module__ == __name__ or not issubclass(owner, Model):
            continue
        for name, annotation in _annotations(owner):
            if _is_of_class(name, annotation):
                continue
            field = owner.__dict__.get(name)
            if not isinstance(field, Field):
                field = wire()
                setattr(owner, name, field)
            field.bind(name, annotation)
            fields[name] = field
    return fields


def _annotations(owner: type) -> Iterator[tuple[str, Any]]:
    """The annotations of a class without those of its bases; `inspect` takes long to import."""
    names = vars(sys.modules[owner.__module__])
    for name, annotation in owner.__annotations__.items():
        text = isinstance(annotation, str)
        yield name, eval(annotation, names) if text else annotation  # noqa: S307 - source of ours


def _is_of_class(name: str, annotation: Any) -> bool:
    """Whether a subclass keeps it for itself: it is no member of replies."""
    return name.startswith("_") or any(
        kind in _NO_MEMBERS for kind in (annotation, typing.get_origin(annotation))
    )


def _to_dict(value: Any) -> Any:
    if isinstance(value, Model):
        return value.to_dict()
    if not isinstance(value, list):
        return value
    # No list within a list holds models, and one of the gateway may be deeper than Python's stack.
    return [item.to_dict() if isinstance(item, Model) else item for item in value]


class Response(Model):
    """The content of a successful reply.

    一次成功调用的返回内容。
    """

    _outcome: ClassVar[ReplyOutcome | None] = None
    _origin: ClassVar[Origin | None] = None
    attempts: ClassVar[tuple[Attempt, ...]] = ()
    """各次发送，最后一次成功。"""

    def _answering(self, *, attempts: tuple[Attempt, ...], origin: Origin) -> Self:
        """The same, with how it came about."""
        self.__dict__.update(attempts=attempts, _origin=origin)
        return self

    @property
    def request_id(self) -> str | None:
        """Id of the request on the platform's side.

        平台的请求编号，反馈问题时要给出它。
        """
        value = self.raw.get(REQUEST_ID)
        return None if value is None else str(value)


class PagedResponse(Response, Generic[T]):
    """One page of a longer list.

    长列表中的一页：`len(page)`、`for 元素 in page` 只看本页，`iter_all()` 与 `iter_pages()`
    才继续请求后面的页。
    """

    _paging: ClassVar[Paging]

    def __iter__(self) -> Iterator[T]:
        return iter(self._paging.elements(self))

    def __contains__(self, element: object) -> bool:
        return element in self._paging.elements(self)

    def __len__(self) -> int:
        return len(self._paging.elements(self))

    def iter_pages(self, *, limit: int | None = None) -> Pages[Self]:
        """This page and all pages behind it.

        逐页迭代，从本页开始，最多 `limit` 页；同步客户端用 `for`，异步客户端用 `async for`。
        """
        return Pages(self, lambda page: [page], limit)

    def iter_all(self, *, limit: int | None = None) -> Pages[T]:
        """The elements of this page and of all pages behind it.

        逐个迭代本页及后续各页的元素，最多 `limit` 个，够了就不再请求；同步客户端用 `for`，
        异步客户端用 `async for`。
        """
        return Pages(self, lambda page: page._paging.elements(page), limit)


if typing.TYPE_CHECKING:

    class AsyncPagedResponse(PagedResponse[T]):
        """A page of the asynchronous client: the same class, but for type checkers."""

        def iter_pages(self, *, limit: int | None = None) -> AsyncPages[Self]: ...

        def iter_all(self, *, limit: int | None = None) -> AsyncPages[T]: ...

else:
    AsyncPagedResponse = PagedResponse


class Failed(NamedTuple, Generic[T]):
    """An element that failed inside a successful reply.

    批量结果中失败的一个元素。
    """

    item: T
    code: str
    message: str | None


class SplitResponse(Response, Generic[T]):
    """A reply whose elements succeed or fail one by one.

    元素各自成败的返回：`ok` 是成功的元素，`failed` 是失败的元素及其代码与说明。
    """

    _items: ClassVar[ItemOutcome]

    @property
    def ok(self) -> list[T]:
        """成功的元素。"""
        return [item for item, failure in self._items.judge(self) if failure is None]

    @property
    def failed(self) -> list[Failed[T]]:
        """失败的元素。"""
        return [Failed(item, *failure) for item, failure in self._items.judge(self) if failure]
