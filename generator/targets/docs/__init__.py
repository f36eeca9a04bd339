"""The outputs of generated/docs: Markdown pages and the configuration of the site.

Every method has a page, also one of which only the name is known. What a table cell or an example
shows is prepared here; the text around it stands in the templates.
"""

import html
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from generator.spec.build import element_type
from generator.spec.ir import (
    Api,
    ArrayType,
    CatalogEntry,
    ErrorCode,
    Member,
    ObjectType,
    Platform,
    Retry,
    Scalar,
    ScalarType,
    SigningMethod,
    Spec,
    Type,
)
from generator.spec.names import python_method
from generator.output.outputs import Output, Part, Row, copies
from generator.targets import words as labels
from generator.targets.programs import call_source, import_lines
from generator.targets.samples import json_text, sample_response, sample_value, scalar_text
from generator.spec.text import SpecText, md, md_cell, md_code, reveal
from generator.targets.view import TOPIC_TITLES, template_filter

Chapters = dict[str, tuple[Api, ...]]

MOCK_URL = "http://127.0.0.1:8321/router/rest"
SAMPLE_REQUEST_ID = "15m4n2qh8x7cd"

_INDENT = "&emsp;"
LONGEST_EXAMPLE = 48
"""Longer examples are shortened in tables; the sample reply shows them in full."""
_FEW = 3
"""Up to so many values of an enum stand on one line."""
_SIGN_CODE = {
    "md5": "hashlib.md5((secret + text + secret).encode())",
    "hmac_md5": 'hmac.new(secret.encode(), text.encode(), "md5")',
    "hmac_sha256": 'hmac.new(secret.encode(), text.encode(), "sha256")',
}


def outputs(spec: Spec, templates: Path) -> Iterator[Output]:
    """Everything below generated/docs."""
    yield from copies(templates, "docs/runtime", "docs")
    chapters = {"chapters": _chapters(spec)}
    platform = {"platform": spec.platform}
    windows = tuple(api for api in spec.apis if api.window and api.typed)
    for path, context in (
        ("zensical.toml", chapters),
        ("docs/index.md", chapters),
        ("docs/signing.md", platform),
        ("docs/orders.md", {"apis": windows}),
        ("docs/errors.md", platform),
        ("docs/mock.md", platform),
        ("docs/coverage.md", {"rows": _coverage(spec)}),
    ):
        yield Row(f"docs/{path}", (Part(f"docs/{path}.jinja", context),))
    for api in spec.apis:
        known = {"api": api, "request_id": spec.platform.request_id}
        page = Part("docs/docs/methods/method.md.jinja", known)
        yield Row(f"docs/docs/methods/{api.python_name}.md", (page,))


def _chapters(spec: Spec) -> Chapters:
    by_topic: dict[str, list[Api]] = {topic: [] for topic in TOPIC_TITLES}
    for api in spec.apis:
        by_topic[api.topic].append(api)
    return {TOPIC_TITLES[topic]: tuple(apis) for topic, apis in by_topic.items() if apis}


def _coverage(spec: Spec) -> tuple[tuple[CatalogEntry, Api | None], ...]:
    apis = {api.method: api for api in spec.apis}
    return tuple((entry, apis.get(entry.method or "")) for entry in spec.catalog)


# Labels


@template_filter
def docs_label(title: SpecText) -> SpecText:
    """A title for the navigation, which is narrow: without the word with which nearly all begin."""
    return docs_html(SpecText(reveal(title).removeprefix("淘宝客-")))


@template_filter
def docs_html(text: SpecText) -> SpecText:
    """A text for places from which the theme copies it into its HTML without escaping it."""
    return SpecText(html.escape(reveal(text)))


@template_filter
def docs_heading(api: Api) -> str:
    """The title and the method: the search weighs words of a heading most."""
    title = md(api.title)
    return title if reveal(api.title) == api.method else f"{title} <small>{api.method}</small>"


@template_filter
def docs_retry(retry: Retry) -> str:
    """Whether and when to call again."""
    return labels.RETRIES[retry]


@template_filter
def docs_page(method: str) -> str:
    """The page of a method, seen from its neighbours."""
    return f"{python_method(method)}.md"


@template_filter
def docs_facts(api: Api) -> Iterator[tuple[str, str]]:
    """What is to be known before the first call, as labels and values."""
    yield "角色", labels.ROLES[api.role]
    yield "用户授权（session）", labels.SESSIONS[api.auth.session]
    if api.auth.scopes:
        yield "权限包", "、".join(map(md_code, api.auth.scopes))
    yield "幂等", "是，结果不明时可以重试" if api.idempotent else "否，结果不明时不要直接重试"
    yield "资料范围", labels.COVERAGES[api.coverage]
    yield "资料依据", labels.CONFIDENCES[api.doc.confidence]
    yield "文档编号", str(api.doc.id) if api.doc.id else "没有公开的编号"


@template_filter
def docs_duration(seconds: int) -> str:
    """A span of time in words."""
    return labels.duration_words(seconds)


@template_filter
def docs_message(error: ErrorCode) -> str:
    """The platform's own words, where they are known."""
    return md_cell(error.message) if error.message else ""


@template_filter
def docs_advice(error: ErrorCode) -> str:
    """What to do, after the platform's own words, which few errors of a method come with."""
    return "<br>".join(md_cell(text) for text in (error.message, error.solution) if text)


@template_filter
def docs_no_parameters(api: Api) -> str:
    """Why there is no table of parameters."""
    return (
        "没有业务参数。" if api.typed else "没有公开的资料说明参数，只能用 `client.call()` 调用。"
    )


@template_filter
def docs_doubts(api: Api) -> list[str]:
    """What the public sources leave open, and what they contradict each other in."""
    return [*labels.doubts(api), *(md_cell(note) for note in api.doc.notes if _is_doubt(note))]


@template_filter
def docs_reasons(api: Api) -> list[str]:
    """Notes that justify what the spec says."""
    return [md_cell(note) for note in api.doc.notes if not _is_doubt(note)]


def _is_doubt(note: SpecText) -> bool:
    return not reveal(note).startswith("idempotent:")


# The list of titles


@template_filter
def docs_entry(entry: CatalogEntry, api: Api | None) -> str:
    """A title and, where the method is known, the link to its page."""
    title = md_cell(entry.title)
    if api is None:
        return title
    known_by_name = reveal(entry.title) == api.method
    return docs_link(api) if known_by_name else f"{title}<br>{docs_link(api)}"


@template_filter
def docs_link(api: Api) -> str:
    """A method with the link to its page."""
    return f"[{md_code(api.method)}](methods/{docs_page(api.method)})"


@template_filter
def docs_coverage(api: Api | None) -> str:
    """How much is publicly known."""
    return labels.COVERAGES[api.coverage] if api else "无"


@template_filter
def docs_notes(entry: CatalogEntry, api: Api | None) -> str:
    """What is to be said about an entry of the list."""
    notes = [md_cell(entry.note)] if entry.note else []
    return "<br>".join([*notes, *docs_doubts(api)] if api else notes)


# Tables of members


class MemberRow(NamedTuple):
    """One row of a table of parameters or fields."""

    name: str
    type: str
    required: str
    text: str


@template_filter
def docs_rows(members: tuple[Member, ...], depth: int = 0) -> Iterator[MemberRow]:
    """The members and, indented, theirs."""
    for member in members:
        yield MemberRow(
            _INDENT * depth + md_code(member.name),
            _type_cell(member.type),
            _required_cell(member.required),
            "<br>".join(_remarks(member, nested=depth > 0)),
        )
        inner = element_type(member.type)
        if isinstance(inner, ObjectType):
            yield from docs_rows(inner.members, depth + 1)


def _type_cell(type_: Type) -> str:
    inner = element_type(type_)
    named = isinstance(inner, ObjectType) and inner.name
    return f"{labels.type_words(type_)} {md_code(named)}" if named else labels.type_words(type_)


def _required_cell(required: bool | None) -> str:
    if required is None:
        return "未说明"
    return "**必填**" if required else "可选"


def _remarks(member: Member, *, nested: bool) -> Iterator[str]:
    """Description, values, limits and form of a member, each a line of the cell."""
    if member.deprecated:
        yield "**已弃用**" + (f"：{md_cell(member.deprecation)}" if member.deprecation else "")
    if member.description:
        yield md_cell(member.description)
    if member.enum:
        between = "、" if len(member.enum) <= _FEW else "<br>"
        yield labels.enum_words(member, md_cell, md_code, between)
    rules = [*_rules(member, nested=nested)]
    if rules:
        yield "；".join(rules)
    if member.example is not None and isinstance(member.type, ScalarType):
        yield f"示例 {_example(member)}"
    if member.note:
        yield f"注：{md_cell(member.note)}"


def _rules(member: Member, *, nested: bool) -> Iterator[str]:
    if member.default is not None:
        yield f"默认 {md_code(scalar_text(member.default))}"
    if member.unit:
        yield labels.unit_words(member.unit)
    yield from labels.limit_words(member.limits)
    type_ = member.type
    yield from labels.form_words(type_, md_code)
    if isinstance(type_, ArrayType) and type_.wrapper:
        guessed = "（键名为推断）" if type_.wrapper_inferred else ""
        yield f"JSON 中列表外有一层 {md_code(type_.wrapper)}{guessed}"
    elif isinstance(type_, ArrayType) and isinstance(type_.items, ScalarType) and not nested:
        yield labels.separator_words(type_.separator, md_code)


def _example(member: Member) -> str:
    value = sample_value(member)
    assert isinstance(value, bool | int | Decimal | str), member.name
    text = scalar_text(value)
    short = text if len(text) <= LONGEST_EXAMPLE else text[: LONGEST_EXAMPLE - 1] + "…"
    return md_code(short)


# The call


@template_filter
def docs_example(api: Api) -> str:
    """A program that makes the call; it runs against the mock server as it stands."""
    session = ', session="test"' if api.auth.session == "required" else ""
    call = call_source(api, "    ")
    imports = import_lines(call)
    return "\n".join(
        (
            *imports,
            *([""] if imports else []),
            "from taobaoke import Client",
            "",
            f'gateway = "{MOCK_URL}"  # 模拟服务器',
            f'with Client("12345678", "helloworld"{session}, gateway=gateway) as client:',
            f"    reply = {call}",
            "    print(reply)",
        )
    )


@template_filter
def docs_reply(api: Api, request_id: str) -> str:
    """The sample reply, as it is on the wire."""
    return json_text({api.root: {**sample_response(api), request_id: SAMPLE_REQUEST_ID}})


@template_filter
def docs_constraints(api: Api) -> list[str]:
    """The rules between parameters."""
    return [labels.constraint_words(constraint, md_code) for constraint in api.constraints]


@template_filter
def docs_paging(api: Api) -> Iterator[str]:
    """How to reach the next page."""
    paging = api.pagination
    if paging is None:
        return
    if paging.send and paging.read:
        yield f"把上一页返回的 {md_code(paging.read)} 原样填入 {md_code(paging.send)} 取下一页"
    if paging.page:
        yield f"页码是 {md_code(paging.page)}，第一页为 {paging.first}"
    if paging.size:
        yield f"每页条数是 {md_code(paging.size)}"
    if paging.more:
        yield f"{md_code(paging.more)} 说明后面是否还有"
    if paging.total:
        yield f"总数在 {md_code(paging.total)}"
    yield f"列表在 {md_code(paging.items)}"


@template_filter
def docs_window(api: Api) -> Iterator[str]:
    """The time span that a call may ask for."""
    window = api.window
    if window is None:
        return
    # A span of exactly the limit is refused at times; without an end the platform ends it itself.
    bound = "须短于" if window.end else "最长"
    given = " 和 ".join(md_code(path) for path in (window.start, window.end) if path)
    yield f"时段由 {given} 给出"
    if window.longest:
        yield f"平日{bound} {labels.duration_words(window.longest)}"
    if window.peak:
        yield f"大促日{bound} {labels.duration_words(window.peak)}"
    if window.within:
        yield f"起点最早到 {labels.duration_words(window.within)}前"


@template_filter
def docs_outcome(api: Api) -> list[str]:
    """Where a reply that looks successful tells of failures."""
    return [*_reply_outcome(api), *_item_outcome(api)]


def _reply_outcome(api: Api) -> Iterator[str]:
    if reply := api.reply_outcome:
        if reply.success:
            yield f"{md_code(reply.success)} 为 {md_code('false')} 表示整个调用失败"
        if reply.code:
            yield f"错误码在 {md_code(reply.code)}{_ok_words(reply.ok)}"
        if reply.message and reply.message != reply.code:
            yield f"错误说明在 {md_code(reply.message)}"


def _item_outcome(api: Api) -> Iterator[str]:
    if items := api.item_outcome:
        lists = "、".join(map(md_code, items.lists))
        yield f"{lists} 的每个元素各有结果：错误码在 {md_code(items.code)}{_ok_words(items.ok)}"
        if items.message and items.message != items.code:
            yield f"各元素的错误说明在 {md_code(items.message)}"


def _ok_words(ok: tuple[Scalar, ...]) -> str:
    return "，成功时为 " + " 或 ".join(md_code(scalar_text(value)) for value in ok) if ok else ""


# The platform


@template_filter
def docs_checks(platform: Platform) -> str:
    """The order in which a call is checked."""
    names = {error.code: error.message for error in platform.errors}
    steps = ((md_code(code), names.get(code)) for code in platform.checks)
    return "、".join(f"{code} {md(name)}" if name else code for code, name in steps)


class SigningSteps(NamedTuple):
    """A worked example of one signature method."""

    secret: str
    text: str
    expression: str
    sign: str


@template_filter
def docs_signing(method: SigningMethod) -> SigningSteps | None:
    """The example that is a whole call, if there is one; the other vectors are for tests."""
    vector = next((vector for vector in method.vectors if "method" in vector.parameters), None)
    if vector is None:
        return None
    text = "".join(name + value for name, value in sorted(vector.parameters.items()))
    return SigningSteps(vector.secret.decode(), text, _SIGN_CODE[method.algorithm], vector.sign)
