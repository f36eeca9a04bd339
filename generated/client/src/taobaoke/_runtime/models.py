"""Replies: lazy views over decoded JSON.

Nothing is decoded until it is read, a value is converted once, unknown members stay, and a value
that does not fit its type never breaks the others.
"""

from __future__ import annotations

import sys
import types
import typing
from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar, Generic, Self, TypeAlias, TypeVar

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
)
from .outcomes import ItemOutcome, ReplyOutcome
from .paging import Origin, Pages, Paging

Json: TypeAlias = Any
"""A JSON value that no spec describes."""

T = TypeVar("T")

_LONGEST_REPR = 30
_MOST_FIELDS_IN_REPR = 6
_UNIONS: tuple[Any, ...] = (types.UnionType, typing.Union)
_NO_MEMBERS: tuple[Any, ...] = (ClassVar, typing.Final)
"""Annotations of what a subclass keeps for itself."""


class Field:
    """Descriptor of one member of a model; the converted value then hides it."""

    def __init__(self, wire_name: str | None, kind_of: Callable[[Any], Kind]) -> None:
        self.wire_name = wire_name or ""
        self._kind_of = kind_of

    def bind(self, name: str, annotation: Any) -> None:
        """Learn the name and the annotated type."""
        self.name = name
        self.wire_name = self.wire_name or name
        self.kind = self._kind_of(annotation)

    def __get__(self, model: Model | None, owner: type[Model]) -> Any:
        if model is None:
            return self
        value = self.kind.read(model.raw.get(self.wire_name))
        model.__dict__[self.name] = value
        return value


def wire(
    *,
    name: str | None = None,
    wrapper: str | None = None,
    form: str | None = None,
    further: tuple[str, ...] = (),
    separator: str | None = None,
    yes: tuple[str, ...] = (),
    no: tuple[str, ...] = (),
    placeholders: tuple[str, ...] = (),
    number: bool = False,
    text: bool = False,
    json: bool = False,
) -> Any:
    """How a field looks on the wire, where that does not follow from its annotation.

    `name` on the wire, `wrapper` key around a list, `form` of a moment or day and `further` ones,
    `separator` of values in one text, what means `yes` and `no`, `placeholders` that mean none,
    `number` or `text` for the JSON kind, `json` for text that holds JSON.
    """
    scalars: dict[Any, Callable[[], Kind]] = {
        str: lambda: Text(number),
        int: lambda: Integer(text),
        Decimal: lambda: Exact(number),
        bool: lambda: Boolean(text, yes, no),
        datetime: lambda: Moment(form or MOMENT_FORMAT, number, further),
        date: lambda: Day(form or DAY_FORMAT, number, further),
    }

    def kind_of(annotation: Any) -> Kind:
        kind = plain_kind_of(annotation)
        return Unless(kind, placeholders) if placeholders and not isinstance(kind, ListOf) else kind

    def plain_kind_of(annotation: Any) -> Kind:
        if typing.get_origin(annotation) in _UNIONS:
            annotation = next(arg for arg in annotation.__args__ if arg is not types.NoneType)
        if typing.get_origin(annotation) is typing.Literal:
            annotation = type(annotation.__args__[0])  # any value passes: platforms add some
        if typing.get_origin(annotation) is list:
            (item,) = typing.get_args(annotation)
            return Csv(separator) if separator else ListOf(kind_of(item), wrapper)
        if annotation in scalars:
            return scalars[annotation]()
        if isinstance(annotation, type) and issubclass(annotation, Model):
            return Nested(annotation)
        return JsonText() if json else Anything()

    return Field(name, kind_of)


class Nested:
    """The kind of an object in a reply."""

    def __init__(self, model: type[Model]) -> None:
        self._model = model

    def read(self, raw: Any) -> Model | None:
        return self._model(raw) if raw and isinstance(raw, dict) else None

    def write(self, value: Any, path: str, problems: Problems) -> Any:
        return to_wire(value)


class Model:
    """An object of a reply.

    应答中的一个对象：属性是转换好的值，缺少或无法转换时为 None（列表为 []）；
    `model["名"]`、`in`、`get` 与 `raw` 给出未转换的原值，`extra` 是规范没有写到的成员。
    """

    _fields: ClassVar[dict[str, Field]]

    def __init__(self, raw: dict[str, Any]) -> None:
        if "_fields" not in type(self).__dict__:
            type(self)._fields = _bind_fields(type(self))
        self.raw = raw

    @property
    def extra(self) -> dict[str, Any]:
        """Members that the spec does not know.

        规范没有写到的成员。
        """
        known = {field.wire_name for field in self._fields.values()}
        return {name: value for name, value in self.raw.items() if name not in known}

    def get(self, name: str, default: Any = None) -> Any:
        """The raw value of a member.

        按线上名称取未转换的原值。
        """
        return self.raw.get(name, default)

    def keys(self) -> list[str]:
        """Names of the members that are present.

        实际返回的成员名。
        """
        return list(self.raw)

    def to_dict(self) -> dict[str, Any]:
        """Typed values by name, all the way down.

        转成 dict：值已按类型转换，逐层展开，未知成员原样保留。
        """
        return {name: _to_dict(value) for name, value in self._present()}

    def __getitem__(self, name: str) -> Any:
        return self.raw[name]

    def __contains__(self, name: object) -> bool:
        return name in self.raw

    def __iter__(self) -> Iterator[str]:
        return iter(self.raw)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Model) and type(other) is type(self) and other.raw == self.raw

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.raw,)

    def __repr__(self) -> str:
        shown = [f"{name}={_short(value)}" for name, value in self._present()]
        more = ["…"] if len(shown) > _MOST_FIELDS_IN_REPR else []
        return f"{type(self).__name__}({', '.join(shown[:_MOST_FIELDS_IN_REPR] + more)})"

    def _present(self) -> Iterator[tuple[str, Any]]:
        """The members that are there, by attribute, then those that the spec does not know."""
        for name, field in self._fields.items():
            if field.wire_name in self.raw:
                yield name, getattr(self, name)
        yield from self.extra.items()

    if not typing.TYPE_CHECKING:  # or type checkers would take every name for good

        def __getattr__(self, name: str) -> Any:
            text = f"{type(self).__name__!r} object has no attribute {name!r}"
            if name in self.__dict__.get("raw", ()):
                text += f"；规范没有写到这个成员，请用 [{name!r}] 读取"
            raise AttributeError(text, name=name, obj=self)


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


def to_wire(model: Model) -> dict[str, Any]:
    """The documented wire form, made from the typed values.

    由类型化的值还原成文档所写的 JSON 形式；无法转换的值和未知成员原样保留。
    """
    by_wire_name = {field.wire_name: field for field in model._fields.values()}
    written = {}
    for name, raw in model.raw.items():
        written[name] = raw
        field = by_wire_name.get(name)
        value = getattr(model, field.name) if field else None
        if field and value is not None and value != []:
            problems = Problems()
            encoded = field.kind.write(value, name, problems)
            written[name] = raw if problems else encoded
    return written


class Response(Model):
    """The content of a successful reply.

    一次成功调用的返回内容。
    """

    _outcome: ClassVar[ReplyOutcome | None] = None
    _origin: Origin | None = None
    attempts: tuple[Attempt, ...] = ()
    """各次发送，最后一次成功。"""

    @property
    def request_id(self) -> str | None:
        """Id of the request on the platform's side.

        平台的请求编号，反馈问题时要给出它。
        """
        value = self.raw.get(REQUEST_ID)
        return None if value is None else str(value)


class PagedResponse(Response, Generic[T]):
    """One page of a longer list.

    长列表中的一页；直接读取只看本页，`iter_all()` 与 `iter_pages()` 才继续请求后面的页。
    """

    _paging: ClassVar[Paging]

    def iter_pages(self) -> Pages[Self]:
        """This page and all pages behind it.

        逐页迭代，从本页开始；同步客户端用 `for`，异步客户端用 `async for`。
        """
        return Pages(self, lambda page: [page])

    def iter_all(self) -> Pages[T]:
        """The elements of this page and of all pages behind it.

        逐个迭代本页及后续各页的元素；同步客户端用 `for`，异步客户端用 `async for`。
        """
        return Pages(self, lambda page: page._paging.elements(page))


class Failed(typing.NamedTuple, Generic[T]):
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
