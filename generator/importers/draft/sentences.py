"""Facts that documents state in Chinese sentences: enums, defaults, ranges, lengths, units, …

Every proposal quotes values that stand in the sentence. What a pattern cannot tell for certain is
proposed as unsure, and ends as a note for the person who reviews the draft.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.spec.language import SEPARATORS, TIME_FORMATS, UNITS
from generator.spec.text import Json

LONGEST = 4000
"""No description has more characters; what follows is looked at by nobody."""

_FULL_WIDTH = str.maketrans("０１２３４５６７８９＝－～，；", "0123456789=-~,;")
_DASHES = "-—–"

_START = r"(?:(?<![A-Za-z0-9_.~\-—])|(?<=[一-鿿]-))"
_VALUE = r"(?P<value>(?:(?<![一-鿿])-)?[0-9]{1,6}|[A-Z][A-Z0-9_]{0,30})"
"""A minus behind a Chinese word is a dash."""

_MEANING = r"(?P<meaning>[0-9]{0,4}[A-Za-z一-鿿][^,;，；。、\s()（）:：=]*)"
_CLEAR_ITEM = re.compile(rf"{_START}{_VALUE}\s*(?:[:：=、.]|[{_DASHES}]+|表示|代表)\s*{_MEANING}")
_BARE_ITEM = re.compile(rf"(?<![\w.~\-—])(?P<value>-?[0-9]{{1,6}})\s?(?:是|为)?{_MEANING}")
_BETWEEN_ITEMS = re.compile(r"\s*(?:[（(][^（()）]*[）)])?[\s,;、。]*(?:和|或|以及)?\s*")
_COUNTED = re.compile(
    r"(?:个|小时|分钟|天|元|次|位|条|张|秒|月|年|日|件|人|折|级|岁|号|以上|以下|则|的|到|至|或)"
)

_DEFAULT = re.compile(
    r"默认(?:值)?(?:为|是)?\s*[:：]?\s*(?P<value>-?[0-9]+(?:\.[0-9]+)?|true|false|[A-Z][A-Z_]+)"
    r"(?![\w.~%])"
)
_RANGE = re.compile(r"(?<![\w.\-])(?P<low>-?[0-9]{1,9})\s*~\s*(?P<high>-?[0-9]{1,9})(?![\w.%])")
_BOUND = r"\s*[:：]\s*(-?[0-9]{1,20}(?:\.[0-9]{1,9})?)(?![0-9])"
_MINIMUM = re.compile("最小值" + _BOUND)
_MAXIMUM = re.compile("最大值" + _BOUND)
_MAX_LENGTH = re.compile(
    r"最大长度\s*[:：为]?\s*([1-9][0-9]{0,5})|(?:最[大多长]|不超过)\s*([1-9][0-9]{0,5})\s*个?(?:字符|汉字|字)"
)
_MAX_ITEMS = re.compile(
    r"最大列表长度\s*[:：]\s*([1-9][0-9]{0,5})|(?:最[大多]|不超过)(?:支持|传入?)?\s*([1-9][0-9]{0,5})\s*个(?!字符|汉字|字|小时|月)"
)


def _any_of(words: Iterable[str]) -> str:
    """A pattern for any of these words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_SEPARATORS = {word.label.removeprefix("英文"): sign for sign, word in SEPARATORS.items()}
_SEPARATORS |= {sign: sign for sign in SEPARATORS if sign.strip()}
_SEPARATOR = re.compile(rf"({_any_of(_SEPARATORS)})[”\"'’]?\s*(?:进行)?(?:分[隔割开]|隔开|拼接)")
_UNIT = re.compile(rf"单位(?:为|是)?\s*[:：]?\s*[“\"]?({_any_of(UNITS)})(?![钟之一-鿿])")
_PERCENT = re.compile(r"(?<![\w.])([0-9]{2,6}(?:\.[0-9]+)?)\s*(?:表示|代表|=|即)\s*([0-9.]+[0-9])%")
_FORMATS = {name.lower(): name for name, format_ in TIME_FORMATS.items() if format_.strptime}
_FORMAT = re.compile(_any_of(_FORMATS), re.IGNORECASE)
_EPOCH = re.compile(r"(毫秒|13\s*位)?[^,;。]{0,6}时间戳[^,;。]{0,4}(毫秒|13\s*位)?")
_DEPRECATED = re.compile(r"已下线|已废弃|不再使用|无实际(?:作用|意义)")
_PERHAPS_DEPRECATED = re.compile(r"[无不]需要?(?:填写|传入|再传)")
_PASSING_FAULT = re.compile(
    r"稍[后候等]|重试|系统(?:异常|繁忙|错误|故障)|服务(?:不可用|系统异常)|超时"
)
_CONDITIONALLY_NEEDED = re.compile(r"必[填传须]|至少[填传]")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A key of the spec language with the value that a sentence gives it.

    Without a key it is a mere doubt.
    """

    key: str
    value: Json
    sure: bool = True
    doubt: str = ""


def plain(text: str) -> str:
    """The text with full-width digits and signs as ASCII; all patterns look at this."""
    return text.translate(_FULL_WIDTH)


def is_passing_fault(text: str) -> bool:
    """Whether an error sounds as if the same call may succeed later."""
    return _PASSING_FAULT.search(text) is not None


def proposals(text: str) -> Iterator[Proposal]:
    """Everything that a description or the column of limits says, most telling first."""
    text = plain(text[:LONGEST])
    if values := _enum(text):
        yield values
    if found := _DEFAULT.search(text):
        yield Proposal("default", found["value"])
    yield from _bounds(text)
    if found := _SEPARATOR.search(text):
        yield Proposal("separator", _SEPARATORS[found[1]])
    yield from _units(text)
    yield from _formats(text)
    if _DEPRECATED.search(text):
        yield Proposal("deprecated", True)
    elif _PERHAPS_DEPRECATED.search(text):
        yield Proposal("", None, sure=False, doubt="说明里提到无需填写，核对是否已停用")
    if _CONDITIONALLY_NEEDED.search(text):
        yield Proposal("", None, sure=False, doubt="说明里提到必填的条件，核对是否需要 constraints")


def _enum(text: str) -> Proposal | None:
    clear = _longest_run(text, list(_CLEAR_ITEM.finditer(text)))
    if len(clear) >= 2:
        repeated = len({item["value"] for item in clear}) < len(clear)
        everywhere = len(list(_CLEAR_ITEM.finditer(text))) == len(clear)
        sure = everywhere and not repeated and all(_is_label(item["meaning"]) for item in clear)
        doubt = "" if sure else "枚举值出自较长的句子，可能不全或随条件变化"
        return Proposal("enum", _labels(clear), sure, doubt)
    bare = [item for item in _BARE_ITEM.finditer(text) if not _COUNTED.match(item["meaning"])]
    run = _longest_run(text, bare)
    if len(run) >= 2:
        return Proposal("enum", _labels(run), False, "枚举值没有分隔符，核对取值与含义")
    return None


def _longest_run(text: str, items: list[re.Match[str]]) -> list[re.Match[str]]:
    """The items that follow each other with nothing but punctuation between them."""
    best: list[re.Match[str]] = []
    run: list[re.Match[str]] = []
    for item in items:
        adjacent = run and _BETWEEN_ITEMS.fullmatch(text, run[-1].end(), item.start())
        run = [*run, item] if adjacent else [item]
        if len(run) > len(best):
            best = run
    return best


def _labels(items: list[re.Match[str]]) -> dict[str, Json]:
    labels: dict[str, Json] = {}
    for item in items:
        labels.setdefault(item["value"], item["meaning"].strip())
    return labels


def _is_label(meaning: str) -> bool:
    return len(meaning) <= 20


def _bounds(text: str) -> Iterator[Proposal]:
    minimum, maximum = _MINIMUM.search(text), _MAXIMUM.search(text)
    if minimum:
        yield Proposal("minimum", _number(minimum[1]))
    if maximum:
        yield Proposal("maximum", _number(maximum[1]))
    if not minimum and not maximum and (found := _RANGE.search(text)):
        low, high = _number(found["low"]), _number(found["high"])
        if low < high:
            yield Proposal("minimum", low)
            yield Proposal("maximum", high)
    if found := _MAX_LENGTH.search(text):
        yield Proposal("max_length", int(found[1] or found[2]))
    if found := _MAX_ITEMS.search(text):
        yield Proposal("max_items", int(found[1] or found[2]))


def _number(text: str) -> int | Decimal:
    return Decimal(text) if "." in text else int(text)


def _units(text: str) -> Iterator[Proposal]:
    if found := _UNIT.search(text):
        yield Proposal("unit", found[1])
    elif (found := _PERCENT.search(text)) and _is_decimal(found[2]):
        if Decimal(found[1]) == Decimal(found[2]) * 100:
            yield Proposal("unit", "万分之一")
        elif Decimal(found[1]) == Decimal(found[2]):
            yield Proposal("unit", "百分之一")


def _is_decimal(text: str) -> bool:
    return text.count(".") <= 1


def _formats(text: str) -> Iterator[Proposal]:
    formats = {_FORMATS[found[0].lower()] for found in _FORMAT.finditer(text)}
    if len(formats) == 1:
        yield Proposal("format", formats.pop())
    elif formats:
        yield Proposal("", None, sure=False, doubt="时间有多种写法")
    elif found := _EPOCH.search(text):
        certain = bool(found[1] or found[2])
        doubt = "" if certain else "时间戳的单位没有写明，按毫秒计"
        yield Proposal("format", "epoch_ms", certain, doubt)
