"""Views of topics, the modules with the methods that users call, and of the two clients."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.output import python
from generator.output.escape import Safe, compose
from generator.output.escape import joined as joined_safe
from generator.output.phrases import Phrase, Piece, joined, phrase
from generator.spec.ir import Api, Doc, ErrorCode, Member, PermissionPackage, Window
from generator.spec.names import pascal_case
from generator.spec.product import Product, Topic
from generator.spec.text import Name, SpecText
from generator.targets import words
from generator.targets.client.imports import import_lines
from generator.targets.client.methods import response_class
from generator.targets.client.models import member_words
from generator.targets.client.platform import first_call
from generator.targets.client.pulls import pull_arguments, pull_elements, pull_members
from generator.targets.client.types import argument_annotation, object_types, request_class
from generator.targets.pulls import pull_name


@dataclass(frozen=True, slots=True)
class Flavour:
    """The words in which the two clients differ."""

    module: Name
    client: Name
    base: Name
    topics: Name
    kind: Name
    chinese_kind: Safe
    asynchronous: Safe
    awaited: Safe
    transport: Name
    """The protocol of what carries its requests."""
    pull: Name
    """The class of what gives everything of a period."""


SYNCHRONOUS = Flavour(
    module=Name("client"),
    client=Name("Client"),
    base=Name("BaseClient"),
    topics=Name("topics"),
    kind=Name("synchronous"),
    chinese_kind=Safe("同步"),
    asynchronous=Safe(""),
    awaited=Safe(""),
    transport=Name("Transport"),
    pull=Name("Pull"),
)
ASYNCHRONOUS = Flavour(
    module=Name("async_client"),
    client=Name("AsyncClient"),
    base=Name("BaseAsyncClient"),
    topics=Name("async_topics"),
    kind=Name("asynchronous"),
    chinese_kind=Safe("异步"),
    asynchronous=Safe("async "),
    awaited=Safe("await "),
    transport=Name("AsyncTransport"),
    pull=Name("AsyncPull"),
)


@dataclass(frozen=True, slots=True)
class ParameterView:
    """A parameter of a method."""

    name: Name
    declaration: Safe
    words: SpecText


@dataclass(frozen=True, slots=True)
class PullView:
    """The call of a method that gives everything of a period."""

    name: Name
    elements: Safe
    """The type of what it gives."""
    parameters: tuple[ParameterView, ...]
    arguments: Safe
    ends: bool
    """Whether the caller may tell where the period ends; then it is cut into windows."""
    once: SpecText
    """What is given only once."""


@dataclass(frozen=True, slots=True)
class MethodView:
    """A method of a topic."""

    name: Name
    response: Name
    summary: SpecText
    summary_en: SpecText
    remarks: tuple[SpecText, ...]
    parameters: tuple[ParameterView, ...]
    returns: Safe
    errors: tuple[SpecText, ...]
    source: Safe
    age: SpecText | None
    """What the newest source is, and when it was last looked at."""
    pull: PullView | None


@dataclass(frozen=True, slots=True)
class TopicView:
    """The methods of one topic."""

    title: SpecText
    title_en: SpecText
    note: SpecText | None
    class_name: Name
    flavour: Flavour
    imports: tuple[Safe, ...]
    type_imports: tuple[Safe, ...]
    methods: tuple[MethodView, ...]


@dataclass(frozen=True, slots=True)
class ClientView:
    """A client: its topics together."""

    flavour: Flavour
    topics: tuple[tuple[Name, Name], ...]
    """Modules and classes."""
    sign_methods: Safe
    """What to choose from, the default first."""
    call: Safe
    paged: Name | None
    """A method whose pages the example follows."""


def topic_class(topic: Topic) -> Name:
    """The class that holds the methods of a topic."""
    return Name(f"{pascal_case(topic.name)}Methods")


def topic(topic: Topic, flavour: Flavour, *apis: Api) -> TopicView:
    """The module of a topic."""
    uses = {"TYPE_CHECKING", str(flavour.base)}
    for api in apis:
        pulled = pull_members(api) if pull_name(api) else ()
        for member in (*api.parameters, *pulled):
            uses |= argument_annotation(api, member.name, member.type).names
    classes = {request_class(api, t) for api in apis for t in object_types(api.parameters).values()}
    methods = tuple(_method(api) for api in apis)
    responses = (
        python.import_line(f"..methods.{view.name}", [view.response], depth=1) for view in methods
    )
    return TopicView(
        title=topic.words.zh,
        title_en=topic.words.en,
        note=topic.note,
        class_name=topic_class(topic),
        flavour=flavour,
        imports=import_lines(
            uses, "..", {"_runtime.clients": [flavour.base], "params": sorted(classes)}
        ),
        type_imports=(*_pull_imports(flavour, apis), *responses),
        methods=methods,
    )


def _pull_imports(flavour: Flavour, apis: Sequence[Api]) -> Iterator[Safe]:
    """The imports of what annotations of pulls name."""
    pulled = [api for api in apis if pull_name(api)]
    if pulled:
        yield python.import_line("datetime", ["datetime", "timedelta"], depth=1)
        yield python.import_line(".._runtime.pulls", [flavour.pull], depth=1)
        yield from dict.fromkeys(line for api in pulled for line in pull_elements(api).values())


def client(
    product: Product,
    flavour: Flavour,
    topics: tuple[Topic, ...],
    sign_methods: tuple[Name, ...],
    first: Api | None,
    paged: Api | None,
) -> ClientView:
    """The module of a client."""
    *others, last = sign_methods
    return ClientView(
        flavour=flavour,
        topics=tuple((topic.name, topic_class(topic)) for topic in topics),
        sign_methods=joined_safe(" 或 ", [joined_safe("、", others), last] if others else [last]),
        call=first_call(product, first),
        paged=paged.python_name if paged else None,
    )


def _method(api: Api) -> MethodView:
    ordered = sorted(api.parameters, key=lambda member: not member.required)
    source = compose("{}，文档编号 {}", api.method, api.doc.id) if api.doc.id else Safe(api.method)
    return MethodView(
        name=api.python_name,
        response=response_class(api),
        summary=api.summary,
        summary_en=api.summary_en,
        remarks=tuple(_remarks(api)),
        parameters=tuple(_parameter(api, member) for member in ordered),
        returns=Safe(_returns(api)),
        errors=tuple(map(_error, api.errors)),
        source=source,
        age=_age(api.doc),
        pull=_pull(api),
    )


def _pull(api: Api) -> PullView | None:
    name = pull_name(api)
    if name is None:
        return None
    assert api.window
    ordered = sorted(pull_members(api), key=lambda member: not member.required)
    return PullView(
        name=name,
        elements=joined_safe(" | ", pull_elements(api)),
        parameters=tuple(_parameter(api, member) for member in ordered),
        arguments=python.statement(Safe(""), pull_arguments(api), depth=3, after=","),
        ends=bool(api.window.end or api.window.length),
        once=_once(api.window),
    )


def _once(window: Window) -> SpecText:
    """What is given only once."""
    if window.key is None:
        alike = "没有成员能标识一个元素：只去掉前后两段都给出的、完全相同的元素"
        return SpecText(f"{alike}；变化过的会再给一次")
    state = f" {window.changed} " if window.changed else "内容"
    return SpecText(f"{window.key} 与{state}都相同的只给一次；变化过的会再给一次，以后来的为准")


def _error(error: ErrorCode) -> SpecText:
    """A code, what kind of failure it is, and what to do about it."""
    known: list[Phrase | Piece] = [words.class_words(error), error.solution]
    known += [*words.see_words(error.see), *words.note_words(error.note)]
    return phrase("{}: {}", error.code, joined("；", known)).plain()


def _age(doc: Doc) -> SpecText | None:
    source = words.source_words(doc)
    checked = phrase("最后核对 {}", doc.verified.isoformat()) if doc.verified else None
    known = [told for told in (source, checked) if told]
    return phrase("资料：{}", joined("，", known)).plain() if known else None


def _parameter(api: Api, member: Member) -> ParameterView:
    annotation = argument_annotation(api, member.name, member.type)
    if not member.required:
        annotation = annotation.inside("{} | None")
    default = "" if member.required else " = None"
    declaration = python.parameter(member.python_name, annotation.text, default, depth=2)
    text = SpecText(("必填；" if member.required else "") + member_words(member).reveal())
    return ParameterView(member.python_name, declaration, text)


def _returns(api: Api) -> str:
    """What the response offers beyond its fields."""
    parts = []
    if api.pagination:
        parts.append("一页结果，iter_all() 逐个给出本页及后续各页的元素")
    if api.item_outcome:
        parts.append("各元素分别成败，见 ok 与 failed")
    return "；".join(parts) or "返回内容"


def _remarks(api: Api) -> Iterator[SpecText]:
    """What a caller should know beyond the parameters, in paragraphs."""
    if api.deprecated:
        instead = f"，请改用 {api.replaced_by.python_name}" if api.replaced_by else ""
        yield SpecText(f"已废弃{instead}。")
    if api.description:
        yield api.description
    if notes := "".join(f"{note.reveal()}。" for note in _notes(api)):
        yield SpecText(notes)
    if api.auth.packages:
        packages = joined("、", map(_package, api.auth.packages))
        any_of = "（有其一即可）" if len(api.auth.packages) > 1 else ""
        yield phrase(f"权限包{any_of}：{{}}", packages).plain()
    for told in words.see_words(api.see):
        yield told.plain()
    for note in api.doc.notes:
        yield from (told.plain() for told in words.note_words(note))


def _package(package: PermissionPackage) -> Phrase:
    known = [phrase("申请：{}", package.page)] if package.page else []
    known += [phrase("旧")] if package.legacy else []
    told = phrase("（{}）", joined("，", known)) if known else ""
    return phrase("{}{}", package.id, told)


def _notes(api: Api) -> Iterator[SpecText]:
    if api.invitation_only:
        yield SpecText("仅向受邀的应用开放")
    if api.needs_session:
        yield SpecText("需要用户授权（session）")
    if api.window and api.window.longest:
        peak = f"（大促期间 {words.duration_words(api.window.peak)}）" if api.window.peak else ""
        yield SpecText(f"时间跨度须短于 {words.duration_words(api.window.longest)}{peak}")
    for constraint in api.constraints:
        yield words.constraint_words(constraint).plain()
    for doubt in words.doubts(api):
        yield SpecText(doubt)
