"""Views of methods: the module with the reply's classes and the table of parameters."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.output import python
from generator.output.escape import Safe, compose, literal
from generator.output.prose import Told, whole_docstring
from generator.output.python import Expression, Group, call, dict_of, strings, tuple_of
from generator.spec.ir import (
    Api,
    Constraint,
    ErrorCode,
    ItemOutcome,
    Members,
    Pagination,
    PermissionPackage,
    RateLimit,
    ReplyOutcome,
)
from generator.spec.text import Name, Scalar, SpecData, SpecText
from generator.spec.values import scalar_text
from generator.targets.client.imports import Annotation, annotation, called, import_lines
from generator.targets.client.models import ClassView, class_docstring, fields, model
from generator.targets.client.types import (
    class_name,
    element_annotation,
    object_kind,
    object_types,
    response_classes,
    shared_types,
)
from generator.targets.pulls import pull_name


@dataclass(frozen=True, slots=True)
class PageView:
    """What type checkers know of a page of the asynchronous client."""

    name: Name
    head: Safe
    """The statement that opens its class."""
    same: Name
    """The class that it is when a program runs."""


@dataclass(frozen=True, slots=True)
class MethodModuleView:
    """The module of a method: the classes of its response, and its table."""

    docstring: Safe
    imports: tuple[Safe, ...]
    classes: tuple[ClassView, ...]
    page: PageView | None
    method: Safe
    """The statement that makes the table."""


def method_module(api: Api) -> MethodModuleView:
    """Response models and parameter table of one method."""
    shared, named = shared_types(api.fields), response_classes(api)
    own = [model(t, named) for name, t in object_types(api.fields).items() if name not in shared]
    classes = (*own, _response(api))
    table = _method_table(api)
    uses = {name for view in classes for name in view.all_uses}.union(called(table))
    page = _page(api)
    uses |= {"TYPE_CHECKING", "AsyncPagedResponse"} if page else set()
    models = sorted(class_name(type_) for type_ in shared.values())
    return MethodModuleView(
        docstring=whole_docstring(Told(f"{api.summary_en.reveal()}: `{api.method}`."), depth=0),
        imports=import_lines(uses, "..", {"models": models}),
        classes=classes,
        page=page,
        method=python.statement(Safe("METHOD = "), table),
    )


def response_class(api: Api) -> Name:
    """The class of a method's reply."""
    return Name(f"{api.class_prefix}Response")


def async_response_class(api: Api) -> Name:
    """The class of a method's reply, as type checkers see it with the asynchronous client."""
    name = response_class(api)
    return Name(f"Async{name}") if api.pagination else name


def response_names(api: Api) -> Iterable[Name]:
    """Both of them, or the only one."""
    return dict.fromkeys((response_class(api), async_response_class(api)))


def _page(api: Api) -> PageView | None:
    if api.pagination is None:
        return None
    name, same = async_response_class(api), response_class(api)
    page = _element(api, api.pagination.items).inside("AsyncPagedResponse[{}]")
    head = python.class_line(name, (page.text, Safe(same)), depth=1)
    return PageView(name=name, head=head, same=same)


def _response(api: Api) -> ClassView:
    bases = [*_bases(api)] or [annotation("Response", "Response")]
    settings = [*_settings(api)]
    return ClassView(
        name=response_class(api),
        bases=tuple(base.text for base in bases),
        docstring=class_docstring(SpecText(f"{api.summary.reveal()}：返回内容")),
        fields=fields(api.fields, response_classes(api)),
        uses=frozenset().union(*(base.names for base in bases), called(*(s for _, s in settings))),
        settings=tuple(python.statement(before, source, depth=1) for before, source in settings),
    )


def _bases(api: Api) -> Iterator[Annotation]:
    if api.pagination:
        yield _element(api, api.pagination.items).inside("PagedResponse[{}]", "PagedResponse")
    if api.item_outcome:
        yield _element(api, api.item_outcome.lists).inside("SplitResponse[{}]", "SplitResponse")


def _element(api: Api, lists: Iterable[Name]) -> Annotation:
    """What the elements of lists are, all together."""
    elements = {e.text: e for e in (_list_element(api, path) for path in lists)}
    names = (element.names for element in elements.values())
    return Annotation(Safe(" | ".join(elements)), frozenset().union(*names))


def _list_element(api: Api, path: str) -> Annotation:
    member = api.fields.find(path)
    assert member, path
    return element_annotation(member.element, response_classes(api))


def _settings(api: Api) -> Iterator[tuple[Safe, Group]]:
    """The class attributes of a response that tell how to page and how to find failures."""
    if api.pagination:
        yield Safe("_paging = "), _paging(api, api.pagination)
    if api.reply_outcome:
        yield Safe("_outcome = "), _reply_outcome(api, api.reply_outcome)
    if api.item_outcome:
        yield Safe("_items = "), _item_outcome(api, api.item_outcome)


def _attribute_path(members: Members, path: str | None) -> Safe | None:
    """The Python names along a path, as a literal."""
    if path is None:
        return None
    return literal(".".join(member.python_name for member in members.along(path)))


def _wire_path(path: Name | None) -> Safe | None:
    """The names on the wire along a path, as a literal: what a page asks for is written already."""
    return None if path is None else literal(path)


def _attribute_paths(api: Api, paths: Iterable[Name]) -> Group:
    found = (_attribute_path(api.fields, path) for path in paths)
    return tuple_of([path for path in found if path])


def _paging(api: Api, rule: Pagination) -> Group:
    common: dict[str, Expression | int | None] = {
        "lists": _attribute_paths(api, rule.items),
        "page": _wire_path(rule.page),
        "more": _attribute_path(api.fields, rule.more),
    }
    first = None if rule.first == 1 else compose("{}", rule.first)
    page = api.parameters.find(rule.page)
    limit = page.limits.maximum if page else None
    last = None if limit is None else int(limit)
    if rule.style == "cursor":
        send = _wire_path(rule.send)
        read = _attribute_path(api.fields, rule.read)
        return call("Cursor", **common, send=send, read=read, first=first, last=last)
    counts: dict[str, Expression | int | None] = {
        "size": _wire_path(rule.size),
        "usual_size": _usual_size(api, rule),
        "total": _attribute_path(api.fields, rule.total),
    }
    if rule.style == "offset":
        offset = _wire_path(rule.offset)
        return call("Offset", **common, offset=offset, **counts)
    return call("PageNumbers", **common, first=first, last=last, **counts)


def _usual_size(api: Api, rule: Pagination) -> int | None:
    size = api.parameters.find(rule.size)
    usual = size.default.reveal() if size and size.default else None
    return usual if isinstance(usual, int) else None


def _reply_outcome(api: Api, outcome: ReplyOutcome) -> Group:
    return call(
        "ReplyOutcome",
        success=_attribute_path(api.fields, outcome.success),
        code=_attribute_path(api.fields, outcome.code),
        message=_attribute_path(api.fields, outcome.message),
        ok=_texts(outcome.ok),
    )


def _item_outcome(api: Api, outcome: ItemOutcome) -> Group:
    member = api.fields.find(outcome.lists[0])
    assert member, outcome.lists
    return call(
        "ItemOutcome",
        _attribute_paths(api, outcome.lists),
        code=_attribute_path(member.members, outcome.code),
        message=_attribute_path(member.members, outcome.message),
        ok=_texts(outcome.ok),
    )


def _texts(values: Iterable[SpecData]) -> Group:
    return strings(_text(value) for value in values)


def _text(value: SpecData) -> SpecText:
    bare = value.reveal()
    assert isinstance(bare, Scalar), bare
    return SpecText(scalar_text(bare))


def _method_table(api: Api) -> Group:
    return call(
        "Method",
        literal(api.method),
        Safe(async_response_class(api)),  # to type checkers a page of either client
        object_kind(api.parameters),
        rules=tuple_of(map(_rule, api.constraints)),
        window=_window(api),
        batch=_batch(api),
        needs_session=api.needs_session,
        successor=literal(api.replaced_by.python_name) if api.replaced_by else None,
        idempotent=api.idempotent,
        packages=tuple_of(map(_package, api.auth.packages)),
        page=literal(api.doc.page) if api.doc.page and not api.auth.packages else None,
        errors=dict_of((error.code, advice(error)) for error in api.errors),
    )


def _package(package: PermissionPackage) -> Group:
    page = [literal(package.page)] if package.page else []
    return call("PermissionPackage", literal(package.id), *page, legacy=package.legacy)


def advice(error: ErrorCode) -> Group:
    """What to do about an error."""
    retry, error_class = literal(error.retry.name), literal(error.error_class.name)
    limit = [_limit(error.limit)] if error.limit else []
    see = strings(SpecText(f"{link.title.reveal()} {link.url.reveal()}") for link in error.see)
    return call("Advice", literal(error.solution), retry, error_class, *limit, see=see)


def _limit(limit: RateLimit) -> Group:
    return call("Limit", literal(limit.scope.name), literal(limit.lasts.name))


def _rule(rule: Constraint) -> Group:
    when = dict_of((path, literal(_text(value))) for path, value in rule.when)
    conditions = [when] if rule.when else []
    return call("Rule", literal(rule.kind.name), strings(rule.names), *conditions)


def _window(api: Api) -> Group | None:
    window = api.window
    if window is None:
        return None
    element = api.fields.find(api.pagination.items[0]) if api.pagination else None
    members = element.members if element else api.fields
    return call(
        "Window",
        literal(window.start),
        end=_literal(window.end),
        longest=window.longest,
        peak=window.peak,
        peak_days=strings(window.peak_days),
        within=window.within,
        length=_literal(window.length),
        too_long=_literal(window.too_long),
        key=_attribute_path(members, window.key),
        changed=_attribute_path(members, window.changed),
        pull=_literal(pull_name(api)),
    )


def _batch(api: Api) -> Group | None:
    batch = api.batch
    if batch is None:
        return None
    values, answers = api.parameters.find(batch.values), api.fields.find(batch.items)
    assert values, batch.values
    assert answers, batch.items
    return call(
        "Batch",
        literal(values.python_name),
        most=values.limits.max_items,
        items=_attribute_path(api.fields, batch.items),
        key=_attribute_path(answers.members, batch.key),
    )


def _literal(name: Name | None) -> Safe | None:
    return literal(name) if name else None
