"""Views of the OpenAPI document: its head, one operation and one reply for each method."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.output.escape import Safe
from generator.spec.ir import Api, Constraint, ErrorCode, ObjectType, Platform
from generator.spec.product import Product, Topic
from generator.spec.text import Name, SpecText
from generator.targets.openapi.blocks import block
from generator.targets.openapi.schemas import Schema, Schemas, has_file, members_object
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
    topics: tuple[Topic, ...]
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
    form = Schemas(Samples(platform.utc_offset)).form(platform.parameters)
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
        topics=topics,
        error_root=platform.error_root,
        request_id=platform.request_id,
        codes=SpecText("错误码：" + "、".join(named)),
        public_parameters=block(members_object(properties, public), 6),
    )


def reply_name(api: Api) -> Name:
    """The component that describes a method's reply."""
    return Name(f"{api.class_prefix}Reply")


def operation(api: Api, platform: Platform, product: Product) -> OperationView:
    """The operation of one method."""
    texts = (api.summary, api.summary_en, api.description)
    return OperationView(
        path=_path(platform),
        method=api.method,
        name=api.python_name,
        topic=api.topic.name,
        title=api.title,
        description=SpecText("\n\n".join(text.reveal() for text in texts if text)),
        deprecated=api.deprecated,
        media=Safe("multipart/form-data" if has_file(api) else "application/x-www-form-urlencoded"),
        form=block(_form(api, Schemas(Samples(platform.utc_offset))), 18),
        reply=reply_name(api),
        facts=block(_facts(api, product.extension_prefix), 6),
    )


def _form(api: Api, schemas: Schemas) -> Schema:
    """The parameters of one method, as an object."""
    method = {"type": "string", "const": api.method, "description": "API 全名"}
    required = [member.name for member in api.parameters if member.required]
    properties = {"method": method, **schemas.form(api.parameters)}
    return {"required": ["method", *required], "properties": properties}


def _facts(api: Api, prefix: Name) -> Schema:
    """What OpenAPI has no words for."""
    facts: Schema = {
        "role": api.role.name,
        "session": api.auth.session.name,
        "idempotent": api.idempotent,
        "coverage": api.coverage.name,
        "confidence": api.doc.confidence.name,
    }
    if api.doc.id:
        facts["doc-id"] = api.doc.id
    if api.replaced_by:
        facts["replaced-by"] = api.replaced_by.method
    if api.constraints:
        facts["constraints"] = [_constraint(constraint) for constraint in api.constraints]
    if api.errors:
        facts["errors"] = {error.code.reveal(): _error(error) for error in api.errors}
    return {f"{prefix}-{name}": fact for name, fact in facts.items()}


def _constraint(constraint: Constraint) -> Schema:
    when = {path: value.reveal() for path, value in constraint.when}
    names: Schema = {constraint.kind.name: [*constraint.names]}
    return {**names, "when": when} if when else names


def _error(error: ErrorCode) -> Schema:
    message = {"message": error.message.reveal()} if error.message else {}
    return {**message, "solution": error.solution.reveal(), "retry": error.retry.name}


def shared_type(type_: ObjectType, platform: Platform) -> ComponentView:
    """A shared type."""
    assert type_.name
    schemas = Schemas(Samples(platform.utc_offset))
    return ComponentView(type_.name, block(schemas.object(type_), 6))


def reply(api: Api, platform: Platform) -> ReplyView:
    """The content of the response root."""
    members = Schemas(Samples(platform.utc_offset)).fields(api.fields)
    members[platform.request_id] = {
        "type": "string",
        "description": "请求编号，向平台反馈问题时使用",
    }
    content = {"title": "Content", "type": "object", "properties": members}
    return ReplyView(reply_name(api), api.root, block(content, 10))
