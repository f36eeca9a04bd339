"""Facts that documents state in Chinese sentences: enums, defaults, ranges, lengths, units, …

Every proposal quotes values that stand in the sentence. What a pattern cannot tell for certain is
proposed as unsure, and ends as a note for the person who reviews the draft.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.spec.language import SEPARATORS, TIME_FORMATS, UNITS
from generator.spec.text import Json

LONGEST = 4000
"""No description has more characters; what follows is looked at by nobody."""

LONGEST_LABEL = 20
"""Labels are names of values; what is longer is a sentence, and sentences are ours to write."""

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

_NUMBER = r"-?[0-9]{1,20}(?:\.[0-9]{1,9})?"
_RANGE = re.compile(r"(?<![\w.\-])(?P<low>-?[0-9]{1,9})\s*~\s*(?P<high>-?[0-9]{1,9})(?![\w.%])")


def _any_of(words: Iterable[str]) -> str:
    """A pattern for any of these words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _number(text: str) -> int | Decimal:
    return Decimal(text) if "." in text else int(text)


_SEPARATORS = {word.label.removeprefix("英文"): sign for sign, word in SEPARATORS.items()}
_SEPARATORS |= {sign: sign for sign in SEPARATORS if sign.strip()}
_PATTERNS: Mapping[str, tuple[str, Callable[[str], Json]]] = {
    "default": (
        r"默认(?:值)?(?:为|是)?\s*[:：]?\s*(-?[0-9]+(?:\.[0-9]+)?|true|false|[A-Z][A-Z_]+)(?![\w.~%])",
        str,
    ),
    "minimum": (rf"最小值\s*[:：]\s*({_NUMBER})(?![0-9])", _number),
    "maximum": (rf"最大值\s*[:：]\s*({_NUMBER})(?![0-9])", _number),
    "max_length": (
        r"最大长度\s*[:：为]?\s*([1-9][0-9]{0,5})"
        r"|(?:最[大多长]|不超过)\s*([1-9][0-9]{0,5})\s*个?(?:字符|汉字|字)",
        int,
    ),
    "max_items": (
        r"最大列表长度\s*[:：]\s*([1-9][0-9]{0,5})"
        r"|(?:最[大多]|不超过)(?:支持|传入?)?\s*([1-9][0-9]{0,5})\s*个(?!字符|汉字|字|小时|月)",
        int,
    ),
    "separator": (
        rf"({_any_of(_SEPARATORS)})[”\"'’]?\s*(?:进行)?(?:分[隔割开]|隔开|拼接)",
        _SEPARATORS.__getitem__,
    ),
    "unit": (rf"单位(?:为|是)?\s*[:：]?\s*[“\"]?({_any_of(UNITS)})(?![钟之一-鿿])", str),
    "deprecated": (r"(已下线|已废弃|不再使用|无实际(?:作用|意义))", bool),
}
"""How sentences tell a fact, and what is made of the words in parentheses."""

_FACTS = {key: (re.compile(pattern), value) for key, (pattern, value) in _PATTERNS.items()}
_PERCENT = re.compile(
    r"(?<![\w.])([0-9]{2,6}(?:\.[0-9]+)?)\s*(?:表示|代表|=|即)\s*([0-9]*\.?[0-9]+)%"
)
_RATIOS = {100: "万分之一", 1: "百分之一"}
"""How many times a number is as large as its percentage → its unit."""

_FORMATS = {name.lower(): name for name, format_ in TIME_FORMATS.items() if format_.strptime}
_FORMAT = re.compile(_any_of(_FORMATS), re.IGNORECASE)
_EPOCH = re.compile(r"(毫秒|13\s*位)?[^,;。]{0,6}时间戳[^,;。]{0,4}(毫秒|13\s*位)?")
_PERHAPS_DEPRECATED = re.compile(r"[无不]需要?(?:填写|传入|再传)")
_PASSING_FAULT = re.compile(
    r"稍[后候等]|重试|系统(?:异常|繁忙|错误|故障)|服务(?:不可用|系统异常)|超时"
)
_TOO_OFTEN = re.compile(
    r"频繁|限流|流控|请求过[多快]|(?:次数|频率|调用量)[^,;。，；]{0,6}(?:上限|超)"
    r"|call-limited|too-many-(?:calls|requests)|rate-?limit"
)
_ERROR_WORDS = (
    ("permission", re.compile(r"权限|白名单|permission")),
    ("session", re.compile(r"授权|session")),
    ("not_found", re.compile(r"不存在|找不到|未找到|查不到|not-?(?:exist|found)")),
    ("argument", re.compile(r"参数|格式|不合法|非法|invalid|missing|param")),
)
"""Words by which errors of a class are known, the most telling first."""

_URL = re.compile(r"https?://[A-Za-z0-9.-]+(?:/[A-Za-z0-9._~/%+:@,;=&?#-]*[A-Za-z0-9/])?")
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


def error_class(code: str, message: str, solution: str) -> tuple[str, bool]:
    """The class of an error, and whether that is more than a guess by its words."""
    told = f"{code} {message}".lower()
    if _TOO_OFTEN.search(told):
        return "rate_limit", False
    if _PASSING_FAULT.search(f"{message}{solution}"):
        return "temporary", True
    if code.startswith("isp."):
        return "temporary", False
    found = (class_ for class_, words in _ERROR_WORDS if words.search(told))
    return next(found, "business"), False


def urls(text: str) -> list[str]:
    """The addresses in a text, each once."""
    return list(dict.fromkeys(_URL.findall(text[:LONGEST])))


def proposals(text: str) -> Iterator[Proposal]:
    """Everything that a description or the column of limits says."""
    text = plain(text[:LONGEST])
    yield from _enum(text)
    said = {
        key: value(next(filter(None, found.groups())))
        for key, (pattern, value) in _FACTS.items()
        if (found := pattern.search(text))
    }
    if not {"minimum", "maximum"} & said.keys() and (found := _RANGE.search(text)):
        low, high = int(found["low"]), int(found["high"])
        said |= {"minimum": low, "maximum": high} if low < high else {}
    if "unit" not in said and (found := _PERCENT.search(text)):
        written, percent = Decimal(found[1]), Decimal(found[2])
        for ratio, unit in _RATIOS.items():
            if written == ratio * percent:
                said["unit"] = unit
    yield from (Proposal(key, value) for key, value in said.items())
    yield from _formats(text)
    if "deprecated" not in said and _PERHAPS_DEPRECATED.search(text):
        yield Proposal("", None, sure=False, doubt="说明里提到无需填写，核对是否已停用")
    if _CONDITIONALLY_NEEDED.search(text):
        yield Proposal("", None, sure=False, doubt="说明里提到必填的条件，核对是否需要 constraints")


def _enum(text: str) -> Iterator[Proposal]:
    items = list(_CLEAR_ITEM.finditer(text))
    clear = _longest_run(text, items)
    if len(clear) >= 2:
        labels = _labels(clear)
        is_list = len(labels) == len(clear) == len(items)
        sure = is_list and all(len(item["meaning"]) <= LONGEST_LABEL for item in clear)
        doubt = "" if sure else "枚举值出自较长的句子，可能不全或随条件变化"
        yield Proposal("enum", labels, sure, doubt)
        return
    bare = [item for item in _BARE_ITEM.finditer(text) if not _COUNTED.match(item["meaning"])]
    run = _longest_run(text, bare)
    if len(run) >= 2:
        yield Proposal("enum", _labels(run), False, "枚举值没有分隔符，核对取值与含义")


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
