"""The Chinese words for what the IR says in codes, shared by the documents that people read.

Functions that put spec text into words take the escapers of the target: `prose` for sentences,
`code` for names and values.
"""

from collections.abc import Callable, Iterator, Mapping

from generator.spec.build import element_type
from generator.spec.ir import (
    Api,
    ArrayType,
    Constraint,
    Coverage,
    Limits,
    Member,
    ObjectType,
    Retry,
    Role,
    ScalarKind,
    ScalarType,
    Session,
    Type,
)
from generator.targets.samples import scalar_text
from generator.spec.text import SpecText

Escape = Callable[[SpecText | str], str]

ROLES: Mapping[Role, str] = {
    "publisher": "推广者",
    "service_provider": "服务商",
    "common": "公用",
    "other": "其他",
}
SESSIONS: Mapping[Session, str] = {
    "none": "不需要",
    "optional": "可选",
    "required": "必需",
    "unknown": "资料未说明",
}
COVERAGES: Mapping[Coverage, str] = {
    "full": "请求与返回",
    "request": "仅请求",
    "name": "仅名称",
}
CONFIDENCES: Mapping[str, str] = {
    "documented": "平台文档",
    "sdk": "公开的 SDK",
    "inferred": "名称为推测",
}
RETRIES: Mapping[Retry, str] = {
    "never": "不重试",
    "later": "稍后重试",
    "ban": "按提示的秒数等待后重试",
    "clock": "校准时钟后重试",
    "sub_code": "由 sub_code 决定",
}
KINDS: Mapping[ScalarKind, str] = {
    "string": "文本",
    "integer": "整数",
    "decimal": "小数",
    "boolean": "布尔",
    "datetime": "时间",
    "date": "日期",
    "json": "JSON 文本",
    "csv": "分隔文本",
    "bytes": "文件",
}
UNITS: Mapping[str, str] = {
    "百分之一": "单位：百分之一（12.34 即 12.34%）",
    "万分之一": "单位：万分之一（1234 即 12.34%）",
}
"""Units that need an explanation."""

FORMATS: Mapping[str, str] = {"epoch_ms": "毫秒时间戳", "epoch_s": "秒级时间戳"}
SEPARATORS: Mapping[str, str] = {",": "英文逗号", " ": "空格", ";": "英文分号", "&": "&"}
CONSTRAINTS: Mapping[str, str] = {
    "at_least_one_of": "{} 至少填一个",
    "exactly_one_of": "{} 必须且只能填一个",
    "at_most_one_of": "{} 不能同时填写",
    "together": "{} 必须同时填写",
}
_DURATIONS = ((86400, "天"), (3600, "小时"), (60, "分钟"), (1, "秒"))


def type_words(type_: Type) -> str:
    """What a value is, in a word or two."""
    if isinstance(type_, ArrayType):
        return f"{type_words(type_.items)}列表"
    if isinstance(type_, ObjectType):
        return "对象"
    return KINDS[type_.kind]


def form_words(type_: Type, code: Escape) -> Iterator[str]:
    """How a value is written on the wire, where its type alone does not tell."""
    if isinstance(type_, ScalarType) and type_.separator:
        yield separator_words(type_.separator, code)
    if isinstance(type_, ScalarType) and type_.format:
        yield f"格式：{FORMATS.get(type_.format) or code(type_.format)}"


def separator_words(separator: str, code: Escape) -> str:
    """With what several values are joined."""
    return f"以{SEPARATORS.get(separator) or code(separator)}分隔"


def unit_words(unit: str) -> str:
    """What one unit of a number is."""
    return UNITS.get(unit, f"单位：{unit}")


def enum_words(member: Member, prose: Escape, code: Escape, between: str = "、") -> str:
    """The documented values and their meanings."""
    return "可取：" + between.join(f"{code(v.value)} {prose(v.meaning)}" for v in member.enum)


def limit_words(limits: Limits) -> Iterator[str]:
    """The bounds of a value, of its length and of the number of its elements."""
    for low, high, both, least, most in (
        (limits.minimum, limits.maximum, "取值 {}–{}", "不小于 {}", "不大于 {}"),
        (limits.min_length, limits.max_length, "{}–{} 个字符", "至少 {} 个字符", "至多 {} 个字符"),
        (limits.min_items, limits.max_items, "{}–{} 个元素", "至少 {} 个元素", "至多 {} 个元素"),
    ):
        if low is not None and high is not None:
            yield both.format(low, high)
        elif low is not None:
            yield least.format(low)
        elif high is not None:
            yield most.format(high)


def duration_words(seconds: int) -> str:
    """10800 → `3 小时`."""
    size, unit = next((size, unit) for size, unit in _DURATIONS if seconds % size == 0)
    return f"{seconds // size} {unit}"


def constraint_words(constraint: Constraint, code: Escape) -> str:
    """A rule between parameters as a sentence."""
    rule = CONSTRAINTS[constraint.kind].format("、".join(map(code, constraint.names)))
    when = "且 ".join(f"{code(path)} 为 {code(scalar_text(v))} " for path, v in constraint.when)
    return f"{f'当 {when}时，' if when else ''}{rule}"


def doubts(api: Api) -> Iterator[str]:
    """What the public sources leave open, stated honestly."""
    if api.doc.confidence == "inferred":
        yield "方法名是按命名规律推测的，未经证实，因此不生成带类型的调用"
    elif api.doc.confidence == "sdk":
        yield "资料来自公开的 SDK，未与平台文档核对"
    if api.coverage == "name":
        yield "公开资料只有名称，参数与返回未知"
        return
    if not api.response_complete:
        yield "返回内容没有公开资料，或只有一部分" if api.fields else "返回内容没有公开资料"
    unclear = [m for m in _all_members(api.parameters) if m.required is None]
    if unclear:
        yield f"{len(unclear)} 个参数没有资料说明是否必填"
    guessed = [m for m in _all_members(api.fields) if _has_guessed_wrapper(m.type)]
    if guessed:
        yield f"{len(guessed)} 个列表的外层键名是推断的"


def _has_guessed_wrapper(type_: Type) -> bool:
    return isinstance(type_, ArrayType) and type_.wrapper_inferred


def _all_members(members: tuple[Member, ...]) -> Iterator[Member]:
    for member in members:
        yield member
        inner = element_type(member.type)
        if isinstance(inner, ObjectType):
            yield from _all_members(inner.members)
