"""The Chinese words for what the IR says in codes, for all targets that people read."""

from collections.abc import Iterator

from generator.output.phrases import Code, Phrase, joined, phrase
from generator.spec import language
from generator.spec.ir import (
    Api,
    ArrayType,
    Constraint,
    Limits,
    Member,
    Number,
    ObjectType,
    ScalarType,
    Type,
)
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
    if isinstance(type_, ScalarType) and type_.separator:
        yield separator_words(type_.separator)
    if isinstance(type_, ScalarType) and type_.format:
        form = type_.format
        counts = form.per_second is not None
        yield phrase("格式：{}", form.label if counts else Code(SpecText(form.label)))


def separator_words(separator: SpecText) -> Phrase:
    """With what several values are joined."""
    known = language.SEPARATORS.get(separator.reveal())
    return phrase("以{}分隔", known.label if known else Code(separator))


def unit_words(member: Member) -> Iterator[Phrase]:
    """What one unit of a number is."""
    if member.unit:
        yield phrase("单位：{}", member.unit.label)


def enum_words(member: Member, between: str = "、") -> Phrase:
    """The documented values and their meanings."""
    values = (phrase("{} {}", Code(value.value), value.meaning) for value in member.enum)
    return phrase("可取：{}", joined(between, values))


def limit_words(limits: Limits) -> Iterator[Phrase]:
    """The bounds of a value, of its length and of the number of its elements."""
    for low, high, both, least, most in (
        (limits.minimum, limits.maximum, "取值 {}–{}", "不小于 {}", "不大于 {}"),
        (limits.min_length, limits.max_length, "{}–{} 个字符", "至少 {} 个字符", "至多 {} 个字符"),
        (limits.min_items, limits.max_items, "{}–{} 个元素", "至少 {} 个元素", "至多 {} 个元素"),
    ):
        if low is not None and high is not None:
            yield phrase(both, number_words(low), number_words(high))
        elif low is not None:
            yield phrase(least, number_words(low))
        elif high is not None:
            yield phrase(most, number_words(high))


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
