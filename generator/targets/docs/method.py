"""Views of the page of a method. Every method has one, also one of which only the name is known."""

import html
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from generator.output import phrases
from generator.output.escape import Safe, compose, joined, md, md_cell, md_code, md_link
from generator.output.json_text import json_text
from generator.output.phrases import Anchor, Code, Phrase, phrase
from generator.spec.ir import Api, Doc, ErrorCode, PermissionPackage, Platform
from generator.spec.product import Product
from generator.spec.text import Name, SpecData, SpecText
from generator.targets import words
from generator.targets.batches import many_name
from generator.targets.client.methods import response_class
from generator.targets.client.types import request_class, response_classes
from generator.targets.docs.members import MemberRow, asides, rows
from generator.targets.programs import call_source
from generator.targets.pulls import pull_name
from generator.targets.samples import Samples

MOCK_URL = "http://127.0.0.1:8321/router/rest"
SAMPLE_REQUEST_ID = "15m4n2qh8x7cd"


@dataclass(frozen=True, slots=True)
class ErrorRow:
    """One row of a table of error codes."""

    code: Safe
    message: Safe
    solution: Safe
    advice: Safe
    """The platform's own words, the solution and what is to be added."""
    kind: Safe
    """What went wrong, and for limits which calls are counted and how long it lasts."""
    retry: Safe


@dataclass(frozen=True, slots=True)
class ManyView:
    """The call for any number of values, their parameter, and how many a usual call takes."""

    link: Safe
    name: Name
    values: Name
    most: int
    key: Name
    """What an answer repeats its value in."""


@dataclass(frozen=True, slots=True)
class PageView:
    """A page."""

    browser_title: SpecText
    browser_description: SpecText
    heading: Safe
    summary: SpecText
    summary_en: SpecText
    description: SpecText | None
    deprecated: bool
    successor: Safe | None
    invitation_only: bool
    news: SpecText | None
    """What users of all methods of the topic should know."""
    see: tuple[Safe, ...]
    method: Name
    root: Name
    facts: tuple[tuple[Safe, Safe], ...]
    program: Safe
    parameters: tuple[MemberRow, ...]
    no_parameters: Safe
    constraints: tuple[Safe, ...]
    window: tuple[Safe, ...]
    pull: Name | None
    """The call that gives everything of a period."""
    many: ManyView | None
    paging: tuple[Safe, ...]
    response: Name | None
    """The class of the reply, where one is documented."""
    fields: tuple[MemberRow, ...]
    reply: Safe
    outcome: tuple[Safe, ...]
    errors: tuple[ErrorRow, ...]
    sample_note: tuple[Safe, ...]
    sources: tuple[SpecText, ...]
    ages: tuple[Safe, ...]
    """How old the newest source is, and when it was read."""
    doubts: tuple[Safe, ...]


def page(api: Api, platform: Platform, product: Product) -> PageView:
    """The page of a method."""
    samples = Samples(platform.utc_offset)
    successor = api.replaced_by
    reply = {**samples.response(api), platform.request_id: SAMPLE_REQUEST_ID}
    return PageView(
        browser_title=escaped_twice(api.title),
        browser_description=escaped_twice(api.summary),
        heading=_heading(api),
        summary=api.summary,
        summary_en=api.summary_en,
        description=api.description,
        deprecated=api.deprecated,
        successor=(
            compose("[{}]({}.md)", md_code(successor.method), successor.python_name)
            if successor
            else None
        ),
        invitation_only=api.invitation_only,
        news=api.topic.note,
        see=tuple(asides(api.see, None)),
        method=api.method,
        root=api.root,
        facts=tuple(_facts(api)),
        program=program(api, samples, product),
        parameters=rows(api.parameters, samples, partial(request_class, api)),
        no_parameters=Safe(
            "没有业务参数。"
            if api.typed
            else "没有公开的资料说明参数，只能用 `client.call()` 调用。"
        ),
        constraints=tuple(words.constraint_words(rule).markdown() for rule in api.constraints),
        window=tuple(told.markdown() for told in window_words(api)),
        pull=pull_name(api),
        many=many_view(api),
        paging=tuple(told.markdown() for told in _paging(api)),
        response=response_class(api) if api.fields else None,
        fields=rows(api.fields, samples, response_classes(api)),
        reply=Safe(json_text({api.root: reply})),
        outcome=tuple(told.markdown() for told in (*_reply_outcome(api), *_item_outcome(api))),
        errors=tuple(error_row(error) for error in api.errors),
        sample_note=tuple(asides((), api.sample_note)),
        sources=api.doc.sources,
        ages=tuple(_ages(api.doc)),
        doubts=doubts(api),
    )


def escaped_twice(text: SpecText) -> SpecText:
    """A text for places from which the theme copies it into its HTML without escaping it."""
    return SpecText(html.escape(text.reveal()))


def page_link(api: Api) -> Safe:
    """A method with the link to its page, seen from the guides."""
    return compose("[{}](methods/{}.md)", md_code(api.method), api.python_name)


def _heading(api: Api) -> Safe:
    """The title and the method: the search weighs words of a heading most."""
    title = md(api.title)
    if api.title.reveal() == api.method:
        return title
    return compose("{} <small>{}</small>", title, api.method)


def _facts(api: Api) -> Iterator[tuple[Safe, Safe]]:
    """What is to be known before the first call, as labels and values."""
    yield Safe("角色"), md_cell(api.role.words.zh)
    yield Safe("用户授权（session）"), Safe(api.auth.session.label)
    yield Safe("[权限包](../packages.md)"), _packages(api.auth.packages)
    repeatable = "是，结果不明时可以重试" if api.idempotent else "否，结果不明时不要直接重试"
    yield Safe("幂等"), Safe(repeatable)
    if api.idempotent_reason:
        yield Safe("幂等的依据"), md_cell(api.idempotent_reason)
    yield Safe("资料范围"), Safe(api.coverage.label)
    yield Safe("资料依据"), Safe(api.doc.confidence.label)
    yield Safe("文档编号"), _document(api.doc)


def _packages(packages: Iterable[PermissionPackage]) -> Safe:
    """The packages that grant a method, of which one is enough."""
    told = [_package(package) for package in packages]
    return phrases.joined("、", told).markdown() if told else Safe("资料未说明")


def _document(doc: Doc) -> Safe:
    """The id of the platform's document, with its page."""
    if doc.id is None:
        return Safe("没有公开的编号")
    return md_link(SpecText(str(doc.id)), doc.page) if doc.page else Safe(doc.id)


def _package(package: PermissionPackage) -> Phrase:
    """A package, with the page where to apply for it."""
    page = package.page
    told = phrase("{}", Anchor(SpecText(package.id), page) if page else Code(package.id))
    return phrase("{}（旧）", told) if package.legacy else told


def _ages(doc: Doc) -> Iterator[Safe]:
    """Of when the newest source is, and when the spec was compared with it."""
    if source := words.source_words(doc):
        old = "（来源已超过一年，平台可能已有改动）" if words.is_old(doc) else ""
        yield phrase("资料最新来源：{}{}", source, old).markdown()
    if doc.verified:
        yield compose("规范最后与上述资料核对：{}", Safe(doc.verified.isoformat()))


def error_row(error: ErrorCode) -> ErrorRow:
    """A code with what it means and what to do."""
    message = [md_cell(error.message)] if error.message else []
    solution = [md_cell(error.solution), *asides(error.see, error.note)]
    return ErrorRow(
        code=md_code(error.code),
        message=joined("<br>", message),
        solution=joined("<br>", solution),
        advice=joined("<br>", [*message, *solution]),
        kind=Safe(words.class_words(error)),
        retry=Safe(error.retry.label),
    )


def doubts(api: Api) -> tuple[Safe, ...]:
    """What the public sources leave open, and what they contradict each other in."""
    notes = (md_cell(note) for note in api.doc.notes)
    return (*map(Safe, words.doubts(api)), *notes)


# The call


def program(api: Api, samples: Samples, product: Product) -> Safe:
    """A program that makes the call; it runs against the mock server as it stands."""
    session = ', session="test"' if api.needs_session else ""
    call = call_source(api, samples, "    ")
    imports = call.imports()
    lines = [
        *imports,
        *([""] if imports else []),
        f"from {product.client.package} import Client",
        "",
        f'gateway = "{MOCK_URL}"  # 模拟网关',
        f'with Client("12345678", "helloworld"{session}, gateway=gateway) as client:',
        f"    reply = {call.text}",
        "    print(reply)",
    ]
    return Safe("\n".join(lines))


def _paging(api: Api) -> Iterator[Phrase]:
    """How to reach the next page."""
    paging = api.pagination
    if paging is None:
        return
    if paging.send and paging.read:
        yield phrase("把上一页返回的 {} 原样填入 {} 取下一页", Code(paging.read), Code(paging.send))
    if paging.page:
        yield phrase("页码是 {}，第一页为 {}", Code(paging.page), paging.first)
    if paging.offset:
        yield phrase("{} 是要跳过的条数，取下一页时加上已取的条数", Code(paging.offset))
    if paging.size:
        yield phrase("每页条数是 {}", Code(paging.size))
    if paging.more:
        yield phrase("{} 说明后面是否还有", Code(paging.more))
    if paging.total:
        yield phrase("总数在 {}", Code(paging.total))
    lists = phrases.joined("、", map(Code, paging.items))
    several = len(paging.items) > 1
    yield phrase("一页里有几个列表：{}，它们一起翻页" if several else "列表在 {}", lists)


def many_view(api: Api) -> ManyView | None:
    name = many_name(api)
    if name is None:
        return None
    assert api.batch
    values = api.parameters.find(api.batch.values)
    assert values
    assert values.limits.max_items, api.batch.values
    return ManyView(
        page_link(api), name, values.python_name, values.limits.max_items, api.batch.key
    )


def window_words(api: Api) -> Iterator[Phrase]:
    """The time span that a call may ask for."""
    window = api.window
    if window is None:
        return
    # A span of exactly the limit is refused at times; without an end the platform ends it itself.
    bound = "须短于" if window.end else "最长"
    ends = [Code(path) for path in (window.start, window.end) if path]
    yield phrase("时段由 {} 给出", phrases.joined(" 和 ", ends))
    if window.longest:
        yield phrase("平日{} {}", bound, words.duration_words(window.longest))
    if window.peak:
        yield phrase("大促日{} {}", bound, words.duration_words(window.peak))
    if window.within:
        yield phrase("起点最早到 {}前", words.duration_words(window.within))


def _reply_outcome(api: Api) -> Iterator[Phrase]:
    """Where a reply that looks successful tells that the call failed."""
    if reply := api.reply_outcome:
        if reply.success:
            false = Code(SpecText("false"))
            yield phrase("{} 为 {} 表示整个调用失败", Code(reply.success), false)
        if reply.code:
            yield phrase("错误码在 {}{}", Code(reply.code), _ok_words(reply.ok))
        if reply.message and reply.message != reply.code:
            yield phrase("错误说明在 {}", Code(reply.message))


def _item_outcome(api: Api) -> Iterator[Phrase]:
    """Where a successful reply tells that single elements failed."""
    if items := api.item_outcome:
        lists = phrases.joined("、", map(Code, items.lists))
        ok = _ok_words(items.ok)
        yield phrase("{} 的每个元素各有结果：错误码在 {}{}", lists, Code(items.code), ok)
        if items.message and items.message != items.code:
            yield phrase("各元素的错误说明在 {}", Code(items.message))


def _ok_words(ok: tuple[SpecData, ...]) -> Phrase:
    values = [words.value_code(value) for value in ok]
    return phrase("，成功时为 {}", phrases.joined(" 或 ", values)) if ok else phrase("")
