"""The outputs of generated/client: the runtime as it stands, and code for every method and type."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from generator.spec.build import element_type, find_member
from generator.spec.ir import (
    Api,
    Constraint,
    ErrorCode,
    ItemOutcome,
    Member,
    ObjectType,
    Pagination,
    Platform,
    ReplyOutcome,
    Spec,
    Window,
)
from generator.spec.names import pascal_case, python_method
from generator.output.outputs import Output, Part, Row, Twin, copies
from generator.targets.client.source import (
    argument_annotation,
    call,
    class_name,
    dict_source,
    element_annotation,
    field_annotation,
    import_lines,
    object_kind,
    object_types,
    optional_literal,
    request_class,
    shared_types,
    tuple_source,
    wire_hint,
)
from generator.targets.words import (
    constraint_words,
    doubts,
    duration_words,
    enum_words,
    form_words,
    limit_words,
    unit_words,
)
from generator.targets.samples import scalar_text
from generator.spec.text import SpecText, literal, reveal
from generator.targets.view import TOPIC_TITLES

FOLDER = "client"
PACKAGE = f"{FOLDER}/src/taobaoke"

_TOPIC_WORDS = {"newusers": "new users", "tpwd": "passcodes"}
"""English words of the topics whose names are none."""

_ASYNC_TOPIC = {
    "    def ": "    async def ",
    "return self._call(": "return await self._call(",
    "(BaseClient)": "(BaseAsyncClient)",
    "import BaseClient\n": "import BaseAsyncClient\n",
}


def outputs(spec: Spec, templates: Path) -> Iterator[Output]:
    """Everything below generated/client."""
    yield from copies(templates, "client/runtime", FOLDER)
    apis = [api for api in spec.apis if api.typed]
    yield _row("platform.py", "platform", platform=_platform(spec.platform))
    yield _row("models.py", "models", module=_shared_models(apis))
    yield _row("params.py", "params", module=_request_objects(apis))
    for api in apis:
        yield _row(f"methods/{api.python_name}.py", "method", module=_method_module(api))
    topics = []
    for name, members in groupby(sorted(apis, key=lambda api: api.topic), lambda api: api.topic):
        topics.append(topic := _topic(name, list(members)))
        yield _row(f"topics/{name}.py", "topic", topic=topic)
        yield Twin(f"{PACKAGE}/async_topics/{name}.py", f"{PACKAGE}/topics/{name}.py", _ASYNC_TOPIC)
    mixins = [(topic.name, topic.class_name) for topic in topics]
    for client in (SYNCHRONOUS, ASYNCHRONOUS):
        yield _row(f"{client.module}.py", "client", client=client, topics=mixins)


def _row(path: str, template: str, **context: object) -> Row:
    part = Part(f"client/{template}.py.jinja", context)
    return Row(f"{PACKAGE}/{path}", (part,), "python")


# What the templates show


@dataclass(frozen=True, slots=True)
class ClientView:
    """The words in which the two clients differ."""

    module: str
    name: str
    base: str
    topics: str
    kind: str
    chinese_kind: str
    asynchronous: str = ""
    awaited: str = ""


SYNCHRONOUS = ClientView("client", "Client", "BaseClient", "topics", "synchronous", "同步")
ASYNCHRONOUS = ClientView(
    "async_client",
    "AsyncClient",
    "BaseAsyncClient",
    "async_topics",
    "asynchronous",
    "异步",
    "async ",
    "await ",
)


@dataclass(frozen=True, slots=True)
class FieldView:
    """One annotated member of a class."""

    name: str
    annotation: str
    words: SpecText
    wire: str = ""


@dataclass(frozen=True, slots=True)
class ClassView:
    """A model, or a TypedDict."""

    name: str
    bases: str
    words: SpecText
    fields: tuple[FieldView, ...]
    settings: tuple[str, ...] = ()
    """Lines between docstring and fields."""


@dataclass(frozen=True, slots=True)
class ModuleView:
    """A module of classes."""

    imports: tuple[str, ...]
    classes: tuple[ClassView, ...]


@dataclass(frozen=True, slots=True)
class MethodModuleView(ModuleView):
    """The module of a method: the classes of its response, and its table."""

    summary: SpecText
    name: str
    method: str


@dataclass(frozen=True, slots=True)
class ParameterView:
    """A parameter of a method."""

    name: str
    declaration: str
    words: SpecText


@dataclass(frozen=True, slots=True)
class MethodView:
    """A method of a topic."""

    name: str
    response: str
    summary: SpecText
    summary_en: SpecText
    remarks: tuple[SpecText, ...]
    parameters: tuple[ParameterView, ...]
    returns: str
    errors: tuple[SpecText, ...]
    source: str


@dataclass(frozen=True, slots=True)
class TopicView:
    """The methods of one topic."""

    name: str
    words: str
    class_name: str
    title: str
    imports: tuple[str, ...]
    type_imports: tuple[str, ...]
    methods: tuple[MethodView, ...]


@dataclass(frozen=True, slots=True)
class PlatformView:
    """The gateway's facts as source."""

    gateways: tuple[tuple[str, str, SpecText], ...]
    utc_offset_minutes: int
    signing: tuple[tuple[str, str, SpecText], ...]
    dropped_prefix: str
    response_suffix: str
    error_root: str
    request_id: str
    errors: tuple[str, ...]
    sub_errors: tuple[str, ...]


# The platform


def _platform(platform: Platform) -> PlatformView:
    sign, hours, minutes = platform.utc_offset[0], platform.utc_offset[1:3], platform.utc_offset[4:]
    return PlatformView(
        gateways=tuple(
            (gateway.name, gateway.url, gateway.description) for gateway in platform.gateways
        ),
        utc_offset_minutes=int(sign + "1") * (int(hours) * 60 + int(minutes)),
        signing=tuple((way.name, way.algorithm, way.description) for way in platform.signing),
        dropped_prefix=platform.dropped_prefix,
        response_suffix=platform.response_suffix,
        error_root=platform.error_root,
        request_id=platform.request_id,
        errors=tuple(f"{literal(error.code)}: {_advice(error)}" for error in platform.errors),
        sub_errors=tuple(
            f"{literal(error.code)}: {_advice(error)}" for error in platform.sub_errors
        ),
    )


def _advice(error: ErrorCode) -> str:
    return call("Advice", literal(error.solution), literal(error.retry))


# Models


def _shared_models(apis: Iterable[Api]) -> ModuleView:
    """The types of specs/_shared/types.yaml that replies use."""
    types = {name: type_ for api in apis for name, type_ in shared_types(api.fields).items()}
    return _class_module(_model(types[name]) for name in sorted(types))


def _class_module(classes: Iterable[ClassView]) -> ModuleView:
    classes = tuple(classes)
    return ModuleView(import_lines(_class_sources(classes), ".", {}), classes)


def _class_sources(classes: Iterable[ClassView]) -> Iterator[str]:
    for view in classes:
        yield view.bases
        yield from view.settings
        for member in view.fields:
            yield member.annotation + member.wire


def _model(type_: ObjectType) -> ClassView:
    name = type_.name or ""
    return ClassView(
        class_name(name), "Model", type_.description or SpecText(name), _fields(type_.members)
    )


def _fields(members: Iterable[Member]) -> tuple[FieldView, ...]:
    return tuple(
        FieldView(m.python_name, field_annotation(m.type), _words(m), wire_hint(m)) for m in members
    )


def _request_objects(apis: Iterable[Api]) -> ModuleView:
    """A TypedDict for every object that a request takes."""
    classes: dict[str, ClassView] = {}
    for api in apis:
        for type_ in object_types(api.parameters).values():
            name = request_class(api, type_)
            description = type_.description or SpecText(name)
            fields = tuple(_request_field(api, member) for member in type_.members)
            classes[name] = ClassView(name, "TypedDict, total=False", description, fields)
    return _class_module(classes[name] for name in sorted(classes))


def _request_field(api: Api, member: Member) -> FieldView:
    annotation = argument_annotation(api, member.name, member.type)
    if member.required:
        annotation = f"Required[{annotation}]"
    return FieldView(member.python_name, annotation, _words(member))


def _words(member: Member) -> SpecText:
    """Everything that is known about a parameter or field, in one line."""
    parts = [reveal(member.description), *form_words(member.type, reveal)]
    if member.unit:
        parts.append(unit_words(member.unit))
    if member.enum:
        parts.append(enum_words(member, reveal, reveal))
    parts += limit_words(member.limits)
    if member.default is not None:
        parts.append(f"默认 {scalar_text(member.default)}")
    if member.deprecated:
        advice = f"，{reveal(member.deprecation)}" if member.deprecation else ""
        parts.append(f"已废弃{advice}")
    return SpecText("；".join(part for part in parts if part))


# Methods


def _method_module(api: Api) -> MethodModuleView:
    """Response models and parameter table of one method."""
    shared = shared_types(api.fields)
    own = [_model(t) for name, t in object_types(api.fields).items() if name not in shared]
    response = ClassView(
        name=_response_class(api),
        bases=_bases(api),
        words=SpecText(f"{reveal(api.summary)}：返回内容"),
        fields=_fields(api.fields),
        settings=tuple(_settings(api)),
    )
    method = _method_table(api)
    sources = [*_class_sources([*own, response]), method]
    imports = import_lines(sources, "..", {"models": sorted(map(class_name, shared))})
    return MethodModuleView(imports, (*own, response), api.summary_en, api.method, method)


def _response_class(api: Api) -> str:
    return f"{api.class_prefix}Response"


def _bases(api: Api) -> str:
    bases = []
    if api.pagination:
        bases.append(f"PagedResponse[{_list_element(api, api.pagination.items)}]")
    if api.item_outcome:
        elements = dict.fromkeys(_list_element(api, path) for path in api.item_outcome.lists)
        bases.append(f"SplitResponse[{' | '.join(elements)}]")
    return ", ".join(bases) or "Response"


def _list_element(api: Api, path: str) -> str:
    member = find_member(api.fields, path)
    return element_annotation(element_type(member.type)) if member else "Json"


def _settings(api: Api) -> Iterator[str]:
    """The class attributes of a response that tell how to page and how to find failures."""
    if api.pagination:
        yield f"_paging = {_paging(api, api.pagination)}"
    if api.reply_outcome:
        yield f"_outcome = {_reply_outcome(api, api.reply_outcome)}"
    if api.item_outcome:
        yield f"_items = {_item_outcome(api, api.item_outcome)}"


def _attribute_path(members: tuple[Member, ...], path: str | None) -> str | None:
    """The Python names along a path, as a literal."""
    names = []
    for name in path.split(".") if path else ():
        member = next(member for member in members if member.name == name)
        names.append(member.python_name)
        inner = element_type(member.type)
        members = inner.members if isinstance(inner, ObjectType) else ()
    return literal(".".join(names)) if names else None


def _paging(api: Api, rule: Pagination) -> str:
    page = find_member(api.parameters, rule.page) if rule.page else None
    size = find_member(api.parameters, rule.size) if rule.size else None
    common = {
        "items": _attribute_path(api.fields, rule.items),
        "page": _attribute_path(api.parameters, rule.page),
        "more": _attribute_path(api.fields, rule.more),
    }
    first = None if rule.first == 1 else str(rule.first)
    if rule.style == "cursor":
        send = _attribute_path(api.parameters, rule.send)
        return call(
            "Cursor", **common, send=send, read=_attribute_path(api.fields, rule.read), first=first
        )
    return call(
        "PageNumbers",
        **common,
        first=first,
        last=int(page.limits.maximum) if page and page.limits.maximum is not None else None,
        size=_attribute_path(api.parameters, rule.size),
        usual_size=size.default if size and isinstance(size.default, int) else None,
        total=_attribute_path(api.fields, rule.total),
    )


def _reply_outcome(api: Api, outcome: ReplyOutcome) -> str:
    return call(
        "ReplyOutcome",
        success=_attribute_path(api.fields, outcome.success),
        code=_attribute_path(api.fields, outcome.code),
        message=_attribute_path(api.fields, outcome.message),
        ok=tuple_source(map(scalar_text, outcome.ok)),
    )


def _item_outcome(api: Api, outcome: ItemOutcome) -> str:
    member = find_member(api.fields, outcome.lists[0])
    element = element_type(member.type) if member else None
    members = element.members if isinstance(element, ObjectType) else ()
    paths = (_attribute_path(api.fields, path) or "" for path in outcome.lists)
    return call(
        "ItemOutcome",
        f"({', '.join(paths)},)",
        code=_attribute_path(members, outcome.code),
        message=_attribute_path(members, outcome.message),
        ok=tuple_source(map(scalar_text, outcome.ok)),
    )


def _method_table(api: Api) -> str:
    return call(
        "Method",
        literal(api.method),
        _response_class(api),
        object_kind(api.parameters),
        rules=f"({', '.join(map(_rule, api.constraints))},)" if api.constraints else None,
        window=_window(api.window),
        needs_session=api.auth.session == "required",
        successor=_successor(api),
        idempotent=api.idempotent,
        errors=dict_source((error.code, _advice(error)) for error in api.errors),
    )


def _rule(rule: Constraint) -> str:
    when = dict_source((path, literal(scalar_text(value))) for path, value in rule.when)
    return call("Rule", literal(rule.kind), tuple_source(rule.names), *filter(None, [when]))


def _window(window: Window | None) -> str | None:
    if window is None:
        return None
    end = optional_literal(window.end)
    return call(
        "Window", literal(window.start), end=end, longest=window.longest, within=window.within
    )


# Topics


def _topic(name: str, apis: list[Api]) -> TopicView:
    methods = tuple(_method(api) for api in apis)
    sources = [parameter.declaration for method in methods for parameter in method.parameters]
    classes = {request_class(api, t) for api in apis for t in object_types(api.parameters).values()}
    return TopicView(
        name,
        _TOPIC_WORDS.get(name, name),
        f"{pascal_case(name)}Methods",
        TOPIC_TITLES[name],
        import_lines(
            ["TYPE_CHECKING BaseClient", *sources],
            "..",
            {"_runtime.base": ["BaseClient"], "params": sorted(classes)},
        ),
        tuple(f"from ..methods.{m.name} import {m.response}" for m in methods),
        methods,
    )


def _method(api: Api) -> MethodView:
    ordered = sorted(api.parameters, key=lambda member: not member.required)
    return MethodView(
        name=api.python_name,
        response=_response_class(api),
        summary=api.summary,
        summary_en=api.summary_en,
        remarks=tuple(_remarks(api)),
        parameters=tuple(_parameter(api, member) for member in ordered),
        returns=_returns(api),
        errors=tuple(SpecText(f"{e.code}: {reveal(e.solution)}") for e in api.errors),
        source=f"{api.method}，文档编号 {api.doc.id}" if api.doc.id else api.method,
    )


def _parameter(api: Api, member: Member) -> ParameterView:
    annotation = argument_annotation(api, member.name, member.type)
    optional = "" if member.required else " | None = None"
    words = SpecText(("必填；" if member.required else "") + reveal(_words(member)))
    return ParameterView(member.python_name, f"{member.python_name}: {annotation}{optional}", words)


def _returns(api: Api) -> str:
    """What the response offers beyond its fields."""
    parts = []
    if api.pagination:
        parts.append("一页结果，iter_all() 逐个给出本页及后续各页的元素")
    if api.item_outcome:
        parts.append("各元素分别成败，见 ok 与 failed")
    return "；".join(parts) or "返回内容"


def _successor(api: Api) -> str | None:
    return literal(python_method(api.replaced_by)) if api.replaced_by else None


def _remarks(api: Api) -> Iterator[SpecText]:
    """What a caller should know beyond the parameters, in paragraphs."""
    if api.deprecated:
        instead = f"，请改用 {python_method(api.replaced_by)}" if api.replaced_by else ""
        yield SpecText(f"已废弃{instead}。")
    if api.description:
        yield api.description
    if notes := "".join(f"{note}。" for note in _notes(api)):
        yield SpecText(notes)


def _notes(api: Api) -> Iterator[str]:
    if api.invitation_only:
        yield "仅向受邀的应用开放"
    if api.auth.session == "required":
        yield "需要用户授权（session）"
    if api.window and api.window.longest:
        peak = f"（大促期间 {duration_words(api.window.peak)}）" if api.window.peak else ""
        yield f"时间跨度须短于 {duration_words(api.window.longest)}{peak}"
    for constraint in api.constraints:
        yield constraint_words(constraint, reveal)
    yield from doubts(api)
