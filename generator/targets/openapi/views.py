"""Views of the OpenAPI document: its head, one operation and one reply for each method."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.output.escape import Safe
from generator.spec.ir import (
    Api,
    Constraint,
    ErrorCode,
    ObjectType,
    PermissionPackage,
    Platform,
    Source,
)
from generator.spec.product import Product, Topic
from generator.spec.text import Name, SpecText
from generator.targets import words
from generator.targets.openapi.blocks import block
from generator.targets.openapi.nulls import Nulls, nulls
from generator.targets.openapi.schemas import (
    Schema,
    Schemas,
    external_docs,
    has_file,
    members_object,
)
from generator.targets.samples import Samples


@dataclass(frozen=True, slots=True)
class ServerView:
    """A gateway, as OpenAPI sees it."""

    origin: Name
    """The part of its address that OpenAPI calls the server."""
    description: SpecText


@dataclass(frozen=True, slots=True)
class DocumentView:
    """What stands around the operations and components."""

    version: Name
    licence: Name
    title: SpecText
    summary: SpecText
    servers: tuple[ServerView, ...]
    path: Name
    """The path of the gateway."""
    topics: tuple[tuple[Topic, SpecText], ...]
    """With what is to be known of their methods."""
    prefix: Name
    """What our own keys begin with."""
    error_root: Name
    request_id: Name
    codes: SpecText
    public_parameters: Safe


@dataclass(frozen=True, slots=True)
class OperationView:
    """One method."""

    path: Name
    method: Name
    name: Name
    topic: Name
    title: SpecText
    description: SpecText
    deprecated: bool
    media: Safe
    form: Safe
    reply: Name
    facts: Safe


@dataclass(frozen=True, slots=True)
class ComponentView:
    """A named schema."""

    name: Name
    schema: Safe


@dataclass(frozen=True, slots=True)
class ReplyView:
    """What a method replies."""

    name: Name
    root: Name
    content: Safe


def _path(platform: Platform) -> Name:
    return Name(urlsplit(platform.gateways[0].url).path.removeprefix("/"))


def document(product: Product, platform: Platform, topics: tuple[Topic, ...]) -> DocumentView:
    """The head, and the components that are no spec's."""
    path = _path(platform)
    named = [
        f"{error.code.reveal()} {error.message.reveal()}"
        for error in platform.errors
        if error.message
    ]
    # The operations name their method.
    public = [member for member in platform.parameters if member.name != "method"]
    form = _schemas(platform, product.extension_prefix).form(platform.parameters, {})
    properties = {str(member.name): form[member.name] for member in public}
    return DocumentView(
        version=product.version,
        licence=product.licence.name,
        title=SpecText(f"{product.words.zh.reveal()} API"),
        summary=SpecText(f"{product.words.en.reveal()} APIs behind one HTTP gateway"),
        servers=tuple(
            ServerView(Name(gateway.url.removesuffix(f"/{path}")), gateway.description)
            for gateway in platform.gateways
        ),
        path=path,
        prefix=product.extension_prefix,
        topics=tuple((topic, _topic_words(topic)) for topic in topics),
        error_root=platform.error_root,
        request_id=platform.request_id,
        codes=SpecText("错误码：" + "、".join(named)),
        public_parameters=block(members_object(properties, public), 6),
    )


def _topic_words(topic: Topic) -> SpecText:
    """What a topic is about, and what users of all its methods should know."""
    told = [topic.words.zh, *([topic.note] if topic.note else [])]
    return SpecText("\n\n".join(text.reveal() for text in told))


def reply_name(api: Api) -> Name:
    """The component that describes a method's reply."""
    return Name(f"{api.class_prefix}Reply")


def operation(api: Api, platform: Platform, product: Product) -> OperationView:
    """The operation of one method."""
    return OperationView(
        path=_path(platform),
        method=api.method,
        name=api.python_name,
        topic=api.topic.name,
        title=api.title,
        description=_description(api),
        deprecated=api.deprecated,
        media=Safe("multipart/form-data" if has_file(api) else "application/x-www-form-urlencoded"),
        form=block(_form(api, platform, product.extension_prefix), 18),
        reply=reply_name(api),
        facts=block(external_docs(api.see) | _facts(api, product.extension_prefix), 6),
    )


def _schemas(platform: Platform, prefix: Name) -> Schemas:
    return Schemas(Samples(platform.utc_offset), prefix)


def _description(api: Api) -> SpecText:
    """What a method does, and where to read more."""
    texts = [text for text in (api.summary, api.summary_en, api.description) if text]
    texts += [told.plain() for told in words.see_words(api.see)]
    return SpecText("\n\n".join(text.reveal() for text in texts))


def _form(api: Api, platform: Platform, prefix: Name) -> Schema:
    """The parameters of one method, as an object."""
    sent = Samples(platform.utc_offset).request(api)
    method = {"type": "string", "const": api.method, "description": "API 全名"}
    required = [member.name for member in api.parameters if member.required]
    properties = {"method": method, **_schemas(platform, prefix).form(api.parameters, sent)}
    return {"required": ["method", *required], "properties": properties}


def _facts(api: Api, prefix: Name) -> Schema:
    """What OpenAPI has no words for."""
    doc = api.doc
    facts: Schema = {
        "role": api.role.name,
        "session": api.auth.session.name,
        "packages": [_package(package) for package in api.auth.packages],
        "idempotent": api.idempotent,
        "idempotent-reason": _text(api.idempotent_reason),
        "coverage": api.coverage.name,
        "confidence": doc.confidence.name,
        "source": _source(doc.source) if doc.source else None,
        "verified": doc.verified.isoformat() if doc.verified else None,
        "doc-id": doc.id,
        "notes": [note.reveal() for note in doc.notes],
        "replaced-by": api.replaced_by.method if api.replaced_by else None,
        "constraints": [_constraint(constraint) for constraint in api.constraints],
        "errors": {error.code.reveal(): _error(error) for error in api.errors},
    }
    return {f"{prefix}-{name}": fact for name, fact in _told(facts).items()}


def _told(facts: Schema) -> Schema:
    """What is known; nothing stands for what is not."""
    return {name: fact for name, fact in facts.items() if fact not in (None, [], {})}


def _text(text: SpecText | None) -> str | None:
    return text.reveal() if text else None


def _package(package: PermissionPackage) -> Schema:
    return _told({"id": package.id, "page": _text(package.page), "legacy": package.legacy or None})


def _source(source: Source) -> Schema:
    return _told({"kind": source.kind.name, "date": source.date})


def _constraint(constraint: Constraint) -> Schema:
    when = {path: value.reveal() for path, value in constraint.when}
    names: Schema = {constraint.kind.name: [*constraint.names]}
    return {**names, "when": when} if when else names


def _error(error: ErrorCode) -> Schema:
    limit = error.limit
    return _told(
        {
            "message": _text(error.message),
            "solution": error.solution.reveal(),
            "class": error.error_class.name,
            "retry": error.retry.name,
            "limit": {"scope": limit.scope.name, "lasts": limit.lasts.name} if limit else None,
            "see": [{"title": e.title.reveal(), "url": e.url.reveal()} for e in error.see],
            "note": _text(error.note),
        }
    )


def shared_type(type_: ObjectType, platform: Platform, prefix: Name, empty: Nulls) -> ComponentView:
    """A shared type; its members at `empty` may be null."""
    assert type_.name
    return ComponentView(type_.name, block(_schemas(platform, prefix).object(type_, empty), 6))


def reply(api: Api, platform: Platform, prefix: Name) -> ReplyView:
    """The content of the response root."""
    members = _schemas(platform, prefix).fields(api.fields, nulls(api))
    members[platform.request_id] = {
        "type": "string",
        "description": "请求编号，向平台反馈问题时使用",
    }
    content = {"title": "Content", "type": "object", "properties": members}
    return ReplyView(reply_name(api), api.root, block(content, 10))
