"""The content of the catalogue. Its form is told by the loader, templates/catalogue/…/catalogue.py.

Names are those of the IR, and what is as usual is left out.
"""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import timedelta
from typing import Any

from generator.spec import language
from generator.spec.ir import (
    Api,
    ArrayType,
    Batch,
    Constraint,
    Doc,
    ErrorCode,
    ItemOutcome,
    Limits,
    Link,
    ListedTitle,
    Member,
    Members,
    ObjectType,
    Pagination,
    PermissionPackage,
    Platform,
    RateLimit,
    ReplyOutcome,
    ScalarType,
    SigningMethod,
    SigningVector,
    Source,
    Spec,
    Truth,
    Visit,
    Window,
    fold,
)
from generator.spec.product import FirstCall, Package, Product, Topic, Words
from generator.spec.text import Json, Name, SpecData, SpecText
from generator.targets.catalogue.vocabulary import language_words

Content = dict[str, Json]


def common(spec: Spec) -> Content:
    """What is not about one method."""
    product = spec.product
    return {
        "product": _product(product),
        "platform": _platform(spec.platform),
        "words": {
            "roles": {role.name: _words(role.words) for role in product.roles},
            "topics": {topic.name: _topic(topic) for topic in product.topics},
            **language_words(),
        },
        "links": {link.name: _link(link) for link in spec.links},
        "packages": {package.id: _package_facts(package) for package in _packages(spec)},
        "objects": {type_.name or "": _shared_object(type_) for type_ in spec.types},
        "titles": [_title(title) for title in spec.titles],
    }


def _link(link: Link) -> Content:
    return {"title": link.title.reveal(), "url": link.url.reveal()}


def _links(see: Iterable[Link]) -> list[Json]:
    return [link.name for link in see]


def _packages(spec: Spec) -> list[PermissionPackage]:
    """Every permission package, by its number."""
    found = {package.id: package for api in spec.apis for package in api.auth.packages}
    return sorted(found.values(), key=lambda package: (len(package.id), package.id))


def _package_facts(package: PermissionPackage) -> Content:
    return _present(legacy=package.legacy)


def _present(**values: Json) -> Content:
    """What is told: nothing, false and empty are left out; zero is not."""
    return {
        name: value
        for name, value in values.items()
        if value is not None and value is not False and value not in ("", [], {})
    }


def _text(text: SpecText | None) -> str | None:
    return text.reveal() if text else None


def _texts(texts: Iterable[SpecText]) -> list[Json]:
    return [text.reveal() for text in texts]


def _plain(rule: Window | Batch | Pagination | ReplyOutcome | ItemOutcome) -> Content:
    """A rule as it stands in the IR."""
    return _present(**{field.name: _value(getattr(rule, field.name)) for field in fields(rule)})


def _value(value: Any) -> Json:
    if isinstance(value, tuple):
        return [_value(item) for item in value]
    bare: Json = value.reveal() if isinstance(value, SpecData) else value
    return bare


# The product and the platform


def _product(product: Product) -> Content:
    return {
        "version": product.version,
        "title": _words(product.words),
        "class_prefix": product.class_prefix,
        "client": _package(product.client),
        "mock": _package(product.mock),
        **_present(
            first_call=_first_call(product.first_call) if product.first_call else None,
            guides=dict(product.guides.items()),
        ),
    }


def _first_call(call: FirstCall) -> Content:
    return {"method": call.method, "arguments": call.arguments.reveal(), "show": [*call.show]}


def _words(words: Words) -> Content:
    return {"zh": words.zh.reveal(), "en": words.en.reveal()}


def _package(package: Package) -> Content:
    return {
        "distribution": package.distribution,
        "package": package.package,
        "description": package.description.reveal(),
    }


def _topic(topic: Topic) -> Content:
    return {**_words(topic.words), **_present(note=_text(topic.note))}


def _platform(platform: Platform) -> Content:
    return {
        "gateways": {
            gateway.name: {"url": gateway.url, "description": gateway.description.reveal()}
            for gateway in platform.gateways
        },
        "parameters": _members(platform.parameters),
        "utc_offset": platform.utc_offset // timedelta(seconds=1),
        "clock_tolerance": platform.clock_tolerance,
        "signing": {method.name: _signing(method) for method in platform.signing},
        "dropped_prefix": platform.dropped_prefix,
        "response_suffix": platform.response_suffix,
        "error_root": platform.error_root,
        "request_id": platform.request_id,
        "checks": [*platform.checks],
        "errors": _errors(platform.errors),
        "sub_errors": _errors(platform.sub_errors),
    }


def _signing(method: SigningMethod) -> Content:
    return {
        "algorithm": method.algorithm,
        "description": method.description.reveal(),
        **_present(vectors=[_vector(vector) for vector in method.vectors]),
    }


def _vector(vector: SigningVector) -> Content:
    return {
        "name": vector.name.reveal(),
        "secret_hex": vector.secret.hex(),
        "parameters": vector.parameters.reveal(),
        "sign": vector.sign,
    }


def _errors(errors: Iterable[ErrorCode]) -> Content:
    return {
        error.code.reveal(): {
            **_present(message=_text(error.message)),
            "solution": error.solution.reveal(),
            "error_class": error.error_class.name,
            "retry": error.retry.name,
            **_present(
                limit=_limit(error.limit) if error.limit else None,
                see=_links(error.see),
                note=_text(error.note),
            ),
        }
        for error in errors
    }


def _limit(limit: RateLimit) -> Content:
    return {"scope": limit.scope.name, "lasts": limit.lasts.name}


def _title(title: ListedTitle) -> Content:
    return {
        "title": title.title.reveal(),
        **_present(method=title.method, doc_id=title.doc_id, note=_text(title.note)),
        **({} if title.listed else {"listed": False}),
    }


# Methods


def method(api: Api) -> Content:
    """All that is known about a method."""
    return {
        "python_name": api.python_name,
        "class_prefix": api.class_prefix,
        "root": api.root,
        "title": api.title.reveal(),
        "summary": {"zh": api.summary.reveal(), "en": api.summary_en.reveal()},
        "role": api.role.name,
        "topic": api.topic.name,
        "coverage": api.coverage.name,
        "typed": api.typed,
        "session": api.auth.session.name,
        "idempotent": api.idempotent,
        "doc": _doc(api.doc),
        "response_complete": api.response_complete,
        **_present(
            description=_text(api.description),
            deprecated=api.deprecated,
            replaced_by=api.replaced_by.method if api.replaced_by else None,
            invitation_only=api.invitation_only,
            see=_links(api.see),
            packages={one.id: _text(one.page) for one in api.auth.packages},
            idempotent_reason=_text(api.idempotent_reason),
            parameters=_members(api.parameters),
            constraints=[_constraint(rule) for rule in api.constraints],
            window=_plain(api.window) if api.window else None,
            batch=_plain(api.batch) if api.batch else None,
            fields=_members(api.fields),
            pagination=_pagination(api.pagination) if api.pagination else None,
            outcome=_outcome(api),
            errors=_errors(api.errors),
        ),
        **({} if api.sample is None else {"sample": api.sample.reveal()}),
        **_present(sample_note=_text(api.sample_note)),
    }


def _doc(doc: Doc) -> Content:
    return {
        **_present(id=doc.id, page=_text(doc.page)),
        **_present(verified=doc.verified.isoformat() if doc.verified else None),
        "confidence": doc.confidence.name,
        "sources": _texts(doc.sources),
        **_present(
            source=_source(doc.source) if doc.source else None,
            notes=_texts(doc.notes),
        ),
    }


def _source(source: Source) -> Content:
    return {"kind": source.kind.name, **_present(date=source.date)}


def _constraint(rule: Constraint) -> Content:
    return {
        "kind": rule.kind.name,
        "names": [*rule.names],
        **_present(when={path: value.reveal() for path, value in rule.when}),
    }


def _pagination(rule: Pagination) -> Content:
    told = _plain(rule)
    if rule.first == 1:
        del told["first"]
    return told


def _outcome(api: Api) -> Content:
    reply, items = api.reply_outcome, api.item_outcome
    return _present(
        reply=_plain(reply) if reply else None,
        items=_plain(items) if items else None,
    )


# Parameters and fields


def _members(members: Members) -> Content:
    return _described(members, fold(members, _Types()))


def _shared_object(type_: ObjectType) -> Content:
    return {
        "side": type_.side,
        "description": type_.description.reveal(),
        "members": _members(type_.members),
    }


def _described(members: Members, types: Mapping[Name, Content]) -> Content:
    return {member.name: {**types[member.name], **_about(member)} for member in members}


def _about(member: Member) -> Content:
    """What is said about a member beside its type."""
    renamed = member.python_name if member.python_name != member.name else None
    told = _present(description=member.description.reveal(), python_name=renamed)
    if member.required is not False:
        told["required"] = member.required
    for key, given in (("default", member.default), ("example", member.example)):
        if given is not None:
            told[key] = given.reveal()
    return told | _present(
        closed=member.closed.name if member.closed else None,
        enum={value.value.reveal(): value.meaning.reveal() for value in member.enum},
        **_limits(member.limits),
        unit=member.unit.name if member.unit else None,
        deprecated=member.deprecated,
        deprecation=_text(member.deprecation),
        see=_links(member.see),
        note=_text(member.note),
        taken_from=dict(member.taken_from.items()),
    )


def _limits(limits: Limits) -> Content:
    return {field.name: getattr(limits, field.name) for field in fields(limits)}


class _Types:
    """Builds types. A shared object is only referred to."""

    def wanted(self, visit: Visit) -> bool:
        return True

    def scalar(self, type_: ScalarType, visit: Visit) -> Content:
        usual = language.SCALARS[type_.kind].wire
        return {
            "type": type_.kind,
            **_present(
                wire=type_.wire if type_.wire != usual else None,
                format=type_.format.name if type_.format else None,
                further_formats=[form.name for form in type_.further_formats],
                separator=_odd(type_.separator),
                truth=_truth(type_.truth) if type_.truth else None,
                placeholders=_texts(type_.placeholders),
            ),
        }

    def array(self, type_: ArrayType, items: Content, visit: Visit) -> Content:
        return {
            "type": "array",
            "items": items,
            **_present(
                wrapper=type_.wrapper,
                wrapper_inferred=type_.wrapper_inferred,
                separator=_odd(type_.separator),
            ),
        }

    def object(self, type_: ObjectType, members: Mapping[Name, Content], visit: Visit) -> Content:
        if type_.shared:
            return {"type": "object", "ref": type_.name}
        own = type_.description if type_.description != visit.member.description else None
        return {
            "type": "object",
            **_present(
                name=type_.name,
                description=_text(own),
                members=_described(type_.members, members),
            ),
        }


def _truth(truth: Truth) -> Content:
    return {"yes": _texts(truth.yes), "no": _texts(truth.no)}


def _odd(separator: SpecText | None) -> str | None:
    """A separator that is not the usual one."""
    return separator.reveal() if separator and separator.reveal() != "," else None
