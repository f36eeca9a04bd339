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
    ScalarType,
    Type,
)
from generator.spec.language import TimeFormat
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
    """How a value is written on the wire, where its type alone does not tell."""
    if not isinstance(type_, ScalarType):
        return
    if type_.separator:
        yield separator_words(type_.separator)
    if type_.format:
        yield phrase("格式：{}", _format_words(type_.format))
    if type_.further_formats:
        yield phrase("也可能是 {}", joined(" 或 ", map(_format_words, type_.further_formats)))
    if type_.truth:
        yes, no = (joined("、", map(Code, texts)) for texts in (type_.truth.yes, type_.truth.no))
        yield phrase("{} 为真，{} 为假", yes, no)
    if type_.placeholders:
        yield phrase("{} 表示没有", joined("、", map(Code, type_.placeholders)))


def _format_words(form: TimeFormat) -> Code | str:
    return form.label if form.per_second else Code(SpecText(form.label))


def separator_words(separator: SpecText) -> Phrase:
    """With what several values are joined."""
    known = language.SEPARATORS.get(separator.reveal())
    return phrase("以{}分隔", known.label if known else Code(separator))


def unit_words(member: Member) -> Iterator[Phrase]:
    """What one unit of a number is."""
    if member.unit:
        yield phrase("单位：{}", member.unit.label)


def enum_words(member: Member, between: str = "、") -> Phrase:
    """The documented values and their meanings, and whether there may be others."""
    values = (phrase("{} {}", Code(value.value), value.meaning) for value in member.enum)
    return phrase(f"{'只能取' if member.closed else '已知取值'}：{{}}", joined(between, values))


def limit_words(member: Member) -> Iterator[Phrase]:
    """The bounds of a value, of its length and of the number of its elements."""
    limits = member.limits
    for low, high, both, least, most in (
        ("minimum", "maximum", "取值 {}–{}", "不小于 {}", "不大于 {}"),
        ("min_length", "max_length", "{}–{} 个字符", "至少 {} 个字符", "至多 {} 个字符"),
        ("min_items", "max_items", "{}–{} 个元素", "至少 {} 个元素", "至多 {} 个元素"),
        ("", "scale", "", "", "至多 {} 位小数"),
    ):
        least_value = getattr(limits, low) if low else None
        most_value = getattr(limits, high)
        if least_value is not None and most_value is not None:
            told = phrase(both, number_words(least_value), number_words(most_value))
        elif least_value is not None:
            told = phrase(least, number_words(least_value))
        elif most_value is not None:
            told = phrase(most, number_words(most_value))
        else:
            continue
        yield phrase("{}{}", told, borrowed_words(member, low, high))


def default_words(member: Member) -> Iterator[Phrase]:
    """What the gateway assumes."""
    if member.default is not None:
        source = borrowed_words(member, "default")
        yield phrase("默认 {}{}", value_code(member.default), source)


def borrowed_words(member: Member, *keys: str) -> Phrase:
    """Of which method's documents the value of a key is, if not of its own."""
    sources = {member.taken_from[key] for key in keys if key in member.taken_from}
    if language.OURS in sources:
        return phrase("（自拟）")
    told = joined("、", (Code(source) for source in sorted(sources)))
    return phrase("（据 {} 的文档）", told) if sources else phrase("")


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
    """What the newest source is and how old."""
    if doc.source is None:
        return None
    date = f" {doc.source.date}" if doc.source.date else "，年代不明"
    return phrase(f"{doc.source.kind.label}{date}")


def class_words(error: ErrorCode) -> str:
    """What went wrong, and for limits whose calls are counted and how long it lasts."""
    told = error.error_class.label
    if error.limit:
        told += f"（{error.limit.scope.label}，{error.limit.lasts.label}）"
    return told


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
