"""Views of topics, the modules with the methods that users call, and of the two clients."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.output import python
from generator.output.escape import Safe, compose, docstring, literal
from generator.output.escape import joined as joined_safe
from generator.output.phrases import joined, phrase
from generator.output.prose import Told, entry, opening, paragraph
from generator.spec.ir import Api, Batch, Doc, ErrorCode, Member, PermissionPackage, Window
from generator.spec.names import pascal_case
from generator.spec.product import Product, Topic
from generator.spec.text import Name, SpecText
from generator.targets import words
from generator.targets.batches import many_name
from generator.targets.client.batches import (
    many_arguments,
    many_element,
    many_members,
    many_values,
)
from generator.targets.client.imports import Annotation, import_lines
from generator.targets.client.methods import async_response_class, response_class
from generator.targets.client.models import member_words
from generator.targets.client.platform import first_call
from generator.targets.client.pulls import pull_arguments, pull_elements, pull_members
from generator.targets.client.types import argument_annotation
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
    many: Name
    """The class of what answers any number of values."""


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
    many=Name("Many"),
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
    many=Name("AsyncMany"),
)


@dataclass(frozen=True, slots=True)
class ParameterView:
    """A parameter of a method."""

    name: Name
    declaration: Safe
    words: Safe


@dataclass(frozen=True, slots=True)
class PullView:
    """The call of a method that gives everything of a period."""

    name: Name
    elements: Safe
    """The type of what it gives."""
    summary_en: Safe
    summary: Safe
    parameters: tuple[ParameterView, ...]
    arguments: Safe
    ends: bool
    """Whether the caller may tell where the period ends; then it is cut into windows."""


@dataclass(frozen=True, slots=True)
class ManyView:
    """The call of a method that takes any number of values."""

    name: Name
    element: Safe
    """The type of an answer."""
    summary_en: Safe
    summary: Safe
    values: Name
    values_words: Safe
    parameters: tuple[ParameterView, ...]
    arguments: Safe


@dataclass(frozen=True, slots=True)
class MethodView:
    """A method of a topic."""

    name: Name
    response: Safe
    instead: Safe | None
    """If it is deprecated: what is said of it, as a literal."""
    summary_en: Safe
    summary: Safe
    remarks: tuple[Safe, ...]
    parameters: tuple[ParameterView, ...]
    returns: Safe
    refused: Safe
    errors: tuple[Safe, ...]
    source: Safe
    age: Safe | None
    """What the newest source is, and when it was last looked at."""
    pull: PullView | None
    many: ManyView | None


@dataclass(frozen=True, slots=True)
class TopicView:
    """The methods of one topic."""

    title: SpecText
    title_en: SpecText
    note: Safe | None
    class_name: Name
    flavour: Flavour
    imports: tuple[Safe, ...]
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
    uses = {"types", "MaskedText", str(flavour.base)}
    for api in apis:
        uses |= {"deprecated"} if api.deprecated else set()
        pulled = [*pull_members(api)] if pull_name(api) else []
        uses |= {"MomentLike", "hints", "timedelta"} if pull_name(api) else set()
        asked = [*many_members(api)] if many_name(api) else []
        uses |= {"hints", "Iterable", "Value"} if many_name(api) else set()
        for member in (*api.parameters, *pulled, *asked):
            uses |= _annotation(api, member).names
    return TopicView(
        title=topic.words.zh,
        title_en=topic.words.en,
        note=paragraph(Told(topic.note), depth=1) if topic.note else None,
        class_name=topic_class(topic),
        flavour=flavour,
        imports=import_lines(uses, "..", {"": ["types"], "_runtime.clients": [flavour.base]}),
        methods=tuple(_method(api, flavour) for api in apis),
    )


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


def _method(api: Api, flavour: Flavour) -> MethodView:
    ordered = sorted(api.parameters, key=lambda member: not member.required)
    source = compose("{}，文档编号 {}", api.method, api.doc.id) if api.doc.id else Safe(api.method)
    age = _age(api.doc)
    class_of = async_response_class if flavour.asynchronous else response_class
    response = compose("types.{}", class_of(api))
    return MethodView(
        name=api.python_name,
        response=response,
        instead=literal(_deprecation(api)) if api.deprecated else None,
        summary_en=opening(f"{api.summary_en.reveal()}.", depth=2),
        summary=paragraph(Told(f"{api.summary.reveal()}。"), depth=2),
        remarks=tuple(paragraph(remark, depth=2) for remark in _remarks(api)),
        parameters=tuple(_parameter(api, member) for member in ordered),
        returns=entry(response, Told(_returns(api)), depth=3),
        refused=entry(Safe("GatewayError"), Told(_refused(api)), depth=3),
        errors=tuple(map(_error, api.errors)),
        source=source,
        age=paragraph(Told(age), depth=2) if age else None,
        pull=_pull(api),
        many=_many(api),
    )


def _pull(api: Api) -> PullView | None:
    name = pull_name(api)
    if name is None:
        return None
    assert api.window
    ordered = sorted(pull_members(api), key=lambda member: not member.required)
    ends = bool(api.window.end or api.window.length)
    return PullView(
        name=name,
        elements=joined_safe(" | ", (compose("types.{}", name) for name in pull_elements(api))),
        summary_en=opening(f"Everything of a period: {api.summary_en.reveal()}.", depth=2),
        summary=paragraph(Told("".join(_pull_words(api, api.window, ends=ends))), depth=2),
        parameters=tuple(_parameter(api, member) for member in ordered),
        arguments=python.statement(Safe(""), pull_arguments(api), depth=3, after=","),
        ends=ends,
    )


def _pull_words(api: Api, window: Window, *, ends: bool) -> Iterator[str]:
    """How a period is read, and what is given only once."""
    yield f"取完一个时期：{api.summary.reveal()}。"
    if ends:
        yield "时期会切成平台允许的各段，嫌长就再切短，每段翻完各页。"
    else:
        yield "平台只接受起点，从那里一直取到现在。"
    if window.key is None:
        yield "没有成员能标识一个元素：只去掉前后两段都给出的、完全相同的元素；变化过的会再给一次。"
    else:
        state = f" {window.changed} " if window.changed else "内容"
        yield f"{window.key} 与{state}都相同的只给一次；变化过的会再给一次，以后来的为准。"
    yield "取不到的时段不会悄悄略过：取完其余的之后以 IncompletePull 报告。"


def _many(api: Api) -> ManyView | None:
    name = many_name(api)
    if name is None:
        return None
    assert api.batch
    values = many_values(api)
    ordered = sorted(many_members(api), key=lambda member: not member.required)
    told = Told(f"必填；任意多个，可以是生成器；{values.description.reveal()}")
    return ManyView(
        name=name,
        element=compose("types.{}", many_element(api)),
        summary_en=opening(f"Any number of values: {api.summary_en.reveal()}.", depth=2),
        summary=paragraph(Told("".join(_many_words(api, api.batch, values))), depth=2),
        values=values.python_name,
        values_words=entry(values.python_name, told, depth=3),
        parameters=tuple(_parameter(api, member) for member in ordered),
        arguments=python.statement(Safe(""), many_arguments(api), depth=3, after=","),
    )


def _many_words(api: Api, batch: Batch, values: Member) -> Iterator[str]:
    """How many values a call takes, and how an answer is told."""
    yield f"任意多个值：{api.summary.reveal()}。"
    yield f"每次调用至多 {values.limits.max_items} 个，同时几次由 concurrency 决定。"
    yield f"按给出的次序，每个值恰好得到一个 Answer；元素以 {batch.key} 对应到值，"
    yield "应答里没有的是 Unanswered。因某个值而整批被拒时，对半拆开再问，直到只剩那个值。"


def _refused(api: Api) -> str:
    """Where to read what to do about the codes."""
    page = f"，解决办法见文档页 {api.python_name}" if api.errors else ""
    return f"平台拒绝或业务失败{page}"


def _error(error: ErrorCode) -> Safe:
    """A code, and what kind of failure it is."""
    return entry(docstring(error.code), Told(words.class_words(error)), depth=4)


def _age(doc: Doc) -> SpecText | None:
    source = words.source_words(doc)
    checked = phrase("最后核对 {}", doc.verified.isoformat()) if doc.verified else None
    known = [told for told in (source, checked) if told]
    return phrase("资料：{}", joined("，", known)).plain() if known else None


def _parameter(api: Api, member: Member) -> ParameterView:
    annotation = _annotation(api, member)
    if not member.required:
        annotation = annotation.inside("{} | None")
    default = "" if member.required else " = None"
    declaration = python.parameter(member.python_name, annotation.text, default, depth=2)
    told = member_words(member, "必填；" if member.required else "")
    return ParameterView(member.python_name, declaration, entry(member.python_name, told, depth=3))


def _annotation(api: Api, member: Member) -> Annotation:
    return argument_annotation(api, member, owner="types.")


def _returns(api: Api) -> str:
    """What the response offers beyond its fields."""
    parts = []
    if api.pagination:
        parts.append("一页结果，iter_all() 逐个给出本页及后续各页的元素")
    if api.item_outcome:
        parts.append("各元素分别成败，见 ok 与 failed")
    return "；".join(parts) or "返回内容"


def _remarks(api: Api) -> Iterator[Told]:
    """What a caller should know beyond the parameters, in paragraphs."""
    if api.deprecated:
        yield Told(f"{_deprecation(api)}。")
    if api.description:
        yield Told(api.description)
    if notes := "".join(f"{note.reveal()}。" for note in _notes(api)):
        yield Told(notes)
    if api.auth.packages:
        any_of = "（有其一即可）" if len(api.auth.packages) > 1 else ""
        yield Told(f"权限包{any_of}：", values=tuple(map(_package, api.auth.packages)))
    for told in words.see_words(api.see):
        yield Told(told.plain())
    for note in api.doc.notes:
        yield from (Told(told.plain()) for told in words.note_words(note))


def _deprecation(api: Api) -> str:
    return f"已废弃，请改用 {api.replaced_by.python_name}" if api.replaced_by else "已废弃"


def _package(package: PermissionPackage) -> SpecText:
    legacy = "（旧）" if package.legacy else ""
    page = phrase("：{}", package.page) if package.page else ""
    return phrase("{}{}{}", package.id, legacy, page).plain()


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
