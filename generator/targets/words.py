"""The Chinese words for what the IR says in codes, for all targets that people read."""

from collections.abc import Iterable, Iterator

from generator.output.phrases import Anchor, Code, Phrase, joined, phrase
from generator.spec import language
from generator.spec.ir import (
    Api,
    ArrayType,
    Constraint,
    Doc,
    ErrorCode,
    Link,
    Member,
    Number,
    ObjectType,
    RateLimit,
    ScalarType,
    Type,
)
from generator.spec.language import TimeFormat
from generator.spec.lint.origins import OLDEST
from generator.spec.text import Scalar, SpecData, SpecText
from generator.spec.values import scalar_text


def value_code(value: SpecData | Scalar) -> Code:
    """A value as the wire shows it."""
    bare = value.reveal() if isinstance(value, SpecData) else value
    assert isinstance(bare, Scalar), bare
    return Code(SpecText(scalar_text(bare)))


def type_words(type_: Type) -> str:
    """What a value is, in a word or two."""
    if isinstance(type_, ArrayType):
        return f"{type_words(type_.items)}列表"
    if isinstance(type_, ObjectType):
        return language.CONTAINERS["object"].label
    return language.SCALARS[type_.kind].label


def form_words(type_: Type) -> Iterator[Phrase]:
    """How a value, or an element of a list, is written where its type alone does not tell."""
    if isinstance(type_, ArrayType) and isinstance(type_.items, ScalarType):
        type_ = type_.items
    if not isinstance(type_, ScalarType):
        return
    if type_.separator:
        yield separator_words(type_.separator)
    if type_.format:
        yield phrase("格式：{}", _format_words(type_.format))
    if type_.further_formats:
        yield phrase("也可能是 {}", joined(" 或 ", map(_format_words, type_.further_formats)))
    if type_.truth:
        yield phrase("{} 为真，{} 为假", _texts(type_.truth.yes), _texts(type_.truth.no))
    if type_.placeholders:
        yield phrase("{} 表示没有值", _texts(type_.placeholders))


def _format_words(form: TimeFormat) -> Code | str:
    return form.label if form.per_second else Code(SpecText(form.label))


def _texts(texts: Iterable[SpecText]) -> Phrase:
    """Texts of the wire; one that is empty would not be seen."""
    return joined("、", (Code(text) if text else "空文本" for text in texts))


def separator_words(separator: SpecText) -> Phrase:
    """With what several values are joined."""
    known = language.SEPARATORS.get(separator.reveal())
    return phrase("以{}分隔", known.label if known else Code(separator))


def unit_words(member: Member) -> Iterator[Phrase]:
    """What one unit of a number is."""
    if member.unit:
        yield phrase("单位：{}", member.unit.label)


def enum_words(member: Member, between: str = "、", before: str = "") -> Phrase:
    """The documented values and their meanings, and whether there may be others."""
    values = (phrase("{} {}", Code(value.value), value.meaning) for value in member.enum)
    return phrase(f"{enum_head(member)}：{before}{{}}", joined(between, values))


def enum_head(member: Member) -> str:
    """What the list of values is: complete, or all that is known."""
    return "只能取" if member.closed else "已知取值"


_BOUNDS = (
    ("minimum", "maximum", "取值 {}–{}", "不小于 {}", "不大于 {}"),
    ("min_length", "max_length", "{}–{} 个字符", "至少 {} 个字符", "至多 {} 个字符"),
    ("min_items", "max_items", "{}–{} 个元素", "至少 {} 个元素", "至多 {} 个元素"),
)
"""Lower and upper limit, and the words for both, for the lower and for the upper one."""


def limit_words(member: Member) -> Iterator[Phrase]:
    """The bounds of a value, of its length and of the number of its elements; its decimals."""
    for bounds in _BOUNDS:
        yield from _bound_words(member, *bounds)
    if member.limits.scale is not None:
        yield _scale_words(member.limits.scale)


def _bound_words(
    member: Member, low: str, high: str, both: str, least: str, most: str
) -> Iterator[Phrase]:
    """Both bounds at once if they have one source, each for itself otherwise."""
    bounds = {key: getattr(member.limits, key) for key in (low, high)}
    given = {key: number_words(bound) for key, bound in bounds.items() if bound is not None}
    if len(given) == 2 and member.taken_from.get(low) == member.taken_from.get(high):
        yield phrase("{}{}", phrase(both, *given.values()), borrowed_words(member, low))
        return
    for key, told in given.items():
        bound = phrase(least if key == low else most, told)
        yield phrase("{}{}", bound, borrowed_words(member, key))


def _scale_words(scale: int) -> Phrase:
    return phrase("至多 {} 位小数", scale) if scale else phrase("没有小数")


def default_words(member: Member) -> Iterator[Phrase]:
    """What the gateway assumes."""
    if member.default is not None:
        source = borrowed_words(member, "default")
        yield phrase("默认 {}{}", value_code(member.default), source)


def borrowed_words(member: Member, key: str) -> Phrase:
    """Of which method's documents the value of a key is, if not of its own."""
    source = member.taken_from.get(key)
    if source is None:
        return phrase("")
    if source == language.OURS:
        return phrase("（自拟）")
    return phrase("（据 {} 的文档）", Code(source))


def see_words(links: Iterable[Link]) -> Iterator[Phrase]:
    """Where to read more."""
    anchors = [Anchor(link.title, link.url) for link in links]
    if anchors:
        yield phrase("参见 {}", joined("、", anchors))


def note_words(note: SpecText | None) -> Iterator[Phrase]:
    """A doubt or a contradiction that readers should know."""
    if note:
        yield phrase("注：{}", note)


def source_words(doc: Doc) -> Phrase | None:
    """What the newest source is, and of when."""
    if doc.source is None:
        return None
    date = f" {doc.source.date}" if doc.source.date else "，日期不详"
    return phrase(f"{doc.source.kind.label}{date}")


def is_old(doc: Doc) -> bool:
    """Whether the newest source was more than a year old when the spec was compared with it."""
    latest = doc.source.latest if doc.source else None
    return bool(latest and doc.verified and (doc.verified - latest).days > OLDEST)


def class_words(error: ErrorCode) -> str:
    """What went wrong, and for limits which calls are counted together and how long it lasts."""
    told = error.error_class.label
    return f"{told}（{limit_span(error.limit)}）" if error.limit else told


def limit_span(limit: RateLimit) -> str:
    """Which calls are counted together, and how long the limit lasts."""
    return f"{limit.scope.label}，{limit.lasts.label}"


def number_words(number: Number) -> str:
    """A number in digits."""
    return scalar_text(number)


def duration_words(seconds: int) -> str:
    """10800 → `3 小时`."""
    size, unit = next(
        (size, unit) for size, unit in language.DURATIONS.values() if seconds % size == 0
    )
    return f"{seconds // size} {unit}"


def constraint_words(constraint: Constraint) -> Phrase:
    """A rule between parameters as a sentence."""
    rule = phrase(constraint.kind.label, joined("、", map(Code, constraint.names)))
    if not constraint.when:
        return rule
    conditions = (
        phrase("{} 为 {} ", Code(path), value_code(value)) for path, value in constraint.when
    )
    return phrase("当 {}时，{}", joined("且 ", conditions), rule)


def doubts(api: Api) -> Iterator[str]:
    """What the public sources leave open, stated honestly."""
    if api.doc.confidence.name == "inferred":
        yield "方法名是按命名规律推测的，未经证实，因此不生成带类型的调用"
    elif api.doc.confidence.name == "sdk":
        yield "资料来自公开的 SDK，未与平台文档核对"
    if api.coverage.name == "name":
        yield "公开资料只有名称，参数与返回未知"
        return
    if not api.response_complete:
        yield "返回内容没有公开资料，或只有一部分" if api.fields else "返回内容没有公开资料"
    unclear = sum(visit.member.required is None for visit in api.parameters.walk())
    if unclear:
        yield f"{unclear} 个参数没有资料说明是否必填"
    guessed = sum(_has_guessed_wrapper(visit.member.type) for visit in api.fields.walk())
    if guessed:
        yield f"{guessed} 个列表的外层键名是推断的"


def _has_guessed_wrapper(type_: Type) -> bool:
    return isinstance(type_, ArrayType) and type_.wrapper_inferred
