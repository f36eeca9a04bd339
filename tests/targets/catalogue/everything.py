"""A method that uses every part of the language, as IR."""

import dataclasses
from datetime import date
from decimal import Decimal

import real

from generator.spec import language
from generator.spec.ir import (
    Api,
    ArrayType,
    Auth,
    Batch,
    Constraint,
    Doc,
    EnumValue,
    ErrorCode,
    ItemOutcome,
    Limits,
    Link,
    Members,
    ObjectType,
    Pagination,
    PermissionPackage,
    RateLimit,
    ReplyOutcome,
    Source,
    Truth,
    Window,
)
from generator.spec.text import Name, SpecData, SpecText
from targets.ir import HERE, an_object, member, scalar

LINKS = (Link(Name("rules"), SpecText("规则"), SpecText("https://pub.alimama.com/rules")),)

_OTHER = Name("taobao.tbk.other.get")


def _texts(*plain: str) -> tuple[SpecText, ...]:
    return tuple(map(SpecText, plain))


_FLAG = dataclasses.replace(
    scalar("boolean", "string"), truth=Truth(_texts("1", "true"), _texts("0"))
)
_MOMENT = dataclasses.replace(
    scalar("datetime"),
    further_formats=(language.TIME_FORMATS["epoch_ms"], language.TIME_FORMATS["yyyy-MM-dd"]),
    placeholders=_texts("--", ""),
)
_PARAMETERS = Members(
    (
        member("image", "bytes", required=True, description="图片文件"),
        member(
            "at",
            scalar("datetime", form="epoch_ms"),
            required=None,
            example="1767225600000",
            description="拍摄的时刻",
            taken_from={"example": Name(language.OURS)},
        ),
        member(
            "rate",
            "decimal",
            default="0.5",
            limits=Limits(minimum=Decimal("0.01"), maximum=1, scale=2),
            unit=language.UNITS["百分之一"],
            description="比率",
            taken_from={"default": _OTHER},
        ),
        member("off", _FLAG, default=False, description="是否关闭"),
        member(
            "kind",
            enum=(
                EnumValue(SpecText("a"), SpecText("甲")),
                EnumValue(SpecText("b"), SpecText("乙")),
            ),
            closed=language.CLOSINGS["stated"],
            see=LINKS,
            note=SpecText("未证实"),
            description="类别",
        ),
        member(
            "ids",
            ArrayType(scalar("string"), None, False, SpecText(";")),
            limits=Limits(max_items=3),
            description="商品编号",
        ),
        member("class", python_name="class_", description="图片类别"),
        member("depth", "integer", default=0, limits=Limits(minimum=0), description="深度"),
    )
)
_OLD = member("old", deprecated=True, deprecation=SpecText("已停用"), description="旧的编号")
_FAILURE = dataclasses.replace(
    an_object("Failure", _OLD, side="response"), description=SpecText("一个失败")
)
_REST = ObjectType(None, SpecText("成员未知的对象"), Members(), HERE, "response")
_FIELDS = Members(
    (
        member("code", scalar("string", "number"), description="结果码"),
        member("made_at", _MOMENT, description="处理的时刻"),
        member(
            "failures",
            ArrayType(_FAILURE, Name("failure"), True, SpecText(",")),
            description="失败的条目",
        ),
        member("rest", _REST, description="成员未知的对象"),
    )
)
_ERRORS = (
    ErrorCode(
        code=SpecText("9100"),
        message=SpecText("太快"),
        solution=SpecText("慢些"),
        error_class=language.ERROR_CLASSES["rate_limit"],
        retry=language.RETRIES["later"],
        origin=HERE,
        limit=RateLimit(language.LIMIT_SCOPES["account"], language.LIMIT_SPANS["shortly"]),
        see=LINKS,
        note=SpecText("次数未说明"),
    ),
    ErrorCode(
        code=SpecText("isv.*-too-big"),
        message=None,
        solution=SpecText("压缩后再传"),
        error_class=language.ERROR_CLASSES["argument"],
        retry=language.RETRIES["never"],
        origin=HERE,
    ),
)
_PAGE = SpecText("https://open.taobao.com/api.htm?docId=1&scopeId=27")
_SPEC = real.spec()

METHOD = Api(
    method=Name("taobao.tbk.image.upload"),
    python_name=Name("tbk_image_upload"),
    class_prefix=Name("TbkImageUpload"),
    root=Name("tbk_image_upload_response"),
    title=SpecText("图片上传"),
    summary=SpecText("上传一张图片"),
    summary_en=SpecText("Upload an image"),
    description=None,
    see=LINKS,
    role=next(role for role in _SPEC.product.roles if role.name == "common"),
    topic=next(topic for topic in _SPEC.product.topics if topic.name == "content"),
    coverage=language.COVERAGES["full"],
    deprecated=False,
    replaced_by=None,
    invitation_only=True,
    doc=Doc(
        id=None,
        verified=date(2026, 11, 1),
        sources=_texts("a page"),
        confidence=language.CONFIDENCES["documented"],
        source=Source(language.SOURCE_KINDS["page"], Name("2025-10")),
        notes=_texts("来源不一"),
        page=SpecText("https://x/doc?id=1"),
    ),
    auth=Auth(
        language.SESSIONS["none"],
        (
            PermissionPackage(Name("27"), _PAGE, True),
            PermissionPackage(Name("11"), None, False),
        ),
    ),
    idempotent=True,
    idempotent_reason=SpecText("同一图片只存一份"),
    parameters=_PARAMETERS,
    constraints=(
        Constraint(language.CONSTRAINTS["exactly_one_of"], (Name("at"), Name("rate"))),
        Constraint(
            language.CONSTRAINTS["together"],
            (Name("rate"), Name("ids")),
            ((Name("class"), SpecData("cover")),),
        ),
    ),
    fields=_FIELDS,
    response_complete=False,
    pagination=Pagination(
        "offset",
        (Name("failures"), Name("rest")),
        offset=Name("depth"),
        first=0,
        size=Name("rate"),
    ),
    window=Window(Name("at"), longest=10800),
    batch=Batch(Name("ids"), Name("failures"), Name("code")),
    reply_outcome=ReplyOutcome(Name("success"), Name("code"), None, (SpecData("0"),)),
    item_outcome=ItemOutcome((Name("failures"),), Name("code"), Name("reason"), (SpecData("OK"),)),
    errors=_ERRORS,
    sample=SpecData({"code": 0}),
    sample_note=SpecText("样例改过"),
    origin=HERE,
    digest=Name("full"),
)
