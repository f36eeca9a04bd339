"""The words of the spec language: the one home of every list that a spec may choose from.

To add a time format, a unit, a retry class, … add one row here. `tbkgen build` writes the lists and
their hover texts into specs/_schema/words.schema.json; the IR holds these rows themselves, so
docs, docstrings, client and mock read what they need from them.

What belongs to a product (topics, roles, names of packages) stands beside its specs, in
specs/product.yaml.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal, TypeVar

ScalarKind = Literal[
    "string", "integer", "decimal", "boolean", "datetime", "date", "json", "csv", "bytes"
]
Wire = Literal["string", "number", "boolean"]
"""The JSON kinds that carry a scalar."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word that a spec may write, with its meaning for editors (English) and docs (Chinese)."""

    name: str
    meaning: str
    """What editors show on hover."""
    label: str
    """What the docs show."""


@dataclass(frozen=True, slots=True)
class ScalarWord(Word):
    """A scalar type. `wire` is the JSON kind that usually carries it."""

    name: ScalarKind
    wire: Wire = "string"


@dataclass(frozen=True, slots=True)
class TimeFormat(Word):
    """How a moment or a day is written on the wire: a form for strptime, or a count since 1970."""

    pattern: str
    """A regular expression that every text of this format matches as a whole."""
    strptime: str | None = None
    per_second: int | None = None
    """Units a second of a count since 1970."""

    @property
    def digits(self) -> bool:
        """Whether a text of this format has nothing but digits."""
        return bool(self.per_second) or "-" not in self.pattern

    def parse(self, text: str, offset: timedelta) -> datetime | None:
        """The moment, in the gateway's time and without a zone; None if the text is none."""
        if not re.fullmatch(self.pattern, text, re.ASCII):
            return None
        try:
            if self.strptime:
                return datetime.strptime(text, self.strptime)
            assert self.per_second
            since = timedelta(microseconds=int(text) * 1_000_000 // self.per_second)
            return (datetime(1970, 1, 1, tzinfo=UTC) + since + offset).replace(tzinfo=None)
        except (ValueError, OverflowError):
            return None

    def text(self, moment: datetime, offset: timedelta) -> str:
        """A moment of the gateway's time as text."""
        if self.strptime:
            return moment.strftime(self.strptime)
        assert self.per_second
        since = (moment - datetime(1970, 1, 1) - offset) // timedelta(microseconds=1)
        return str(since * self.per_second // 1_000_000)


@dataclass(frozen=True, slots=True)
class Unit(Word):
    """What one unit of a number is; `label` explains the name where it needs it."""


@dataclass(frozen=True, slots=True)
class Retry(Word):
    """Whether and when the same call may be sent again after an error."""


@dataclass(frozen=True, slots=True)
class ErrorClass(Word):
    """What went wrong; `advice` says in Chinese what that means for the caller."""

    advice: str


@dataclass(frozen=True, slots=True)
class ConstraintWord(Word):
    """A rule between parameters; `label` has a gap for their names."""


_W = TypeVar("_W", bound=Word)


def _table(*rows: _W) -> Mapping[str, _W]:
    table = {row.name: row for row in rows}
    assert len(table) == len(rows), "a word stands twice"
    return table


SCALARS = _table(
    ScalarWord("string", "text, and every id", "文本"),
    ScalarWord("integer", "a whole number", "整数", "number"),
    ScalarWord("decimal", "money, rates and other exact numbers", "小数"),
    ScalarWord("boolean", "true or false", "布尔", "boolean"),
    ScalarWord("datetime", "a moment in GMT+8", "时间"),
    ScalarWord("date", "a calendar day", "日期"),
    ScalarWord("json", "text that holds JSON", "JSON 文本"),
    ScalarWord("csv", "text that holds several values, joined by `separator`", "分隔文本"),
    ScalarWord("bytes", "an uploaded file", "文件"),
)
WIRES: Mapping[str, tuple[Wire, ...]] = {
    "string": ("string", "number"),
    "integer": ("number", "string"),
    "decimal": ("string", "number"),
    "boolean": ("boolean", "string"),
}
"""The JSON kinds that can carry a scalar, where that is not text alone."""

CONTAINERS = _table(
    Word("array", "a list; has `items`", "列表"),
    Word(
        "object", "an object; has `name` and `fields`, or neither if nobody documents them", "对象"
    ),
)
"""The types that hold others. Any other type is a name of specs/_shared/types.yaml."""

TIME_FORMATS = _table(
    TimeFormat(
        "yyyy-MM-dd HH:mm:ss",
        "the usual form of a datetime",
        "yyyy-MM-dd HH:mm:ss",
        r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}",
        "%Y-%m-%d %H:%M:%S",
    ),
    TimeFormat(
        "yyyy-MM-dd HH:mm",
        "a datetime without seconds",
        "yyyy-MM-dd HH:mm",
        r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}",
        "%Y-%m-%d %H:%M",
    ),
    TimeFormat(
        "yyyy-MM-dd",
        "the usual form of a date",
        "yyyy-MM-dd",
        r"\d{4}-\d{2}-\d{2}",
        "%Y-%m-%d",
    ),
    TimeFormat("yyyyMMddHHmmss", "fourteen digits", "yyyyMMddHHmmss", r"\d{14}", "%Y%m%d%H%M%S"),
    TimeFormat("yyyyMMdd", "eight digits", "yyyyMMdd", r"\d{8}", "%Y%m%d"),
    TimeFormat("yyyyMM", "a month as six digits", "yyyyMM", r"\d{6}", "%Y%m"),
    TimeFormat("yyyy-MM", "a month", "yyyy-MM", r"\d{4}-\d{2}", "%Y-%m"),
    TimeFormat("epoch_ms", "milliseconds since 1970", "毫秒时间戳", r"\d{1,13}", per_second=1000),
    TimeFormat("epoch_s", "seconds since 1970", "秒级时间戳", r"\d{1,10}", per_second=1),
)
USUAL_FORMATS: Mapping[str, TimeFormat] = {
    "datetime": TIME_FORMATS["yyyy-MM-dd HH:mm:ss"],
    "date": TIME_FORMATS["yyyy-MM-dd"],
}
"""The format of a type whose member names none."""

UNITS = _table(
    Unit("元", "yuan", "元"),
    Unit("分", "hundredths of a yuan", "分"),
    Unit("秒", "seconds", "秒"),
    Unit("毫秒", "milliseconds", "毫秒"),
    Unit("分钟", "minutes", "分钟"),
    Unit("小时", "hours", "小时"),
    Unit("天", "days", "天"),
    Unit("百分之一", "a percentage: 12.34 means 12.34 %", "百分之一（12.34 即 12.34%）"),
    Unit("万分之一", "basis points: 1234 means 12.34 %", "万分之一（1234 即 12.34%）"),
    Unit("件", "pieces", "件"),
    Unit("次", "times", "次"),
    Unit("人", "persons", "人"),
    Unit("个", "items of any kind", "个"),
)
RETRIES = _table(
    Retry("never", "the same call fails again", "不重试"),
    Retry("later", "a passing fault, try again after a short wait", "稍后重试"),
    Retry("ban", "blocked for the number of seconds that sub_msg tells", "按提示的秒数等待后重试"),
    Retry("clock", "correct the clock first", "校准时钟后重试"),
    Retry("sub_code", "the sub code decides", "由 sub_code 决定"),
)
CONSTRAINTS = _table(
    ConstraintWord(
        "at_least_one_of",
        "One or more of these must be given. With one name and `when`: required in that case.",
        "{} 至少填一个",
    ),
    ConstraintWord(
        "exactly_one_of", "One of these must be given, and no other.", "{} 必须且只能填一个"
    ),
    ConstraintWord("at_most_one_of", "No two of these together.", "{} 不能同时填写"),
    ConstraintWord("together", "All of these or none.", "{} 必须同时填写"),
)
COVERAGES = _table(
    Word("full", "request and response", "请求与返回"),
    Word("request", "the request only", "仅请求"),
    Word("name", "the method name only", "仅名称"),
)
SESSIONS = _table(
    Word("none", "not needed", "不需要"),
    Word("optional", "the call works without, and does more with it", "可选"),
    Word("required", "the gateway refuses the call without", "必需"),
    Word("unknown", "no source says", "资料未说明"),
)
ERROR_CLASSES = _table(
    ErrorClass(
        "rate_limit",
        "too many calls; has `limit`",
        "调用过频",
        "调用次数或频率超过限额，等一段时间再调",
    ),
    ErrorClass(
        "permission",
        "a right is missing: of the app, the user or the account",
        "没有权限",
        "应用、用户或账号缺少某项权限，要先申请或授权",
    ),
    ErrorClass(
        "session",
        "the user's authorisation is missing, wrong or expired",
        "授权问题",
        "用户授权缺失、无效或已过期，要重新授权",
    ),
    ErrorClass(
        "argument",
        "an argument is missing, malformed or out of range",
        "参数有误",
        "参数缺失、格式不对或超出范围，改正后再调",
    ),
    ErrorClass(
        "not_found",
        "what was asked for does not exist, or nothing matches",
        "没有结果",
        "要找的东西不存在，或没有符合条件的结果",
    ),
    ErrorClass(
        "business",
        "a rule of the business refuses; the message says why",
        "业务不允许",
        "业务规则不允许，原因见错误说明",
    ),
    ErrorClass(
        "temporary",
        "a fault of the platform that passes",
        "平台故障",
        "平台一侧的故障，多半很快恢复",
    ),
)
LIMIT_SCOPES = _table(
    Word("account", "all channels of one account together", "同一账号"),
    Word("app", "all calls of one app", "同一应用"),
    Word("method", "calls of one method", "同一 API"),
    Word("user", "calls for one authorised user", "同一授权用户"),
    Word("partner", "calls of one partner", "同一合作方"),
)
LIMIT_SPANS = _table(
    Word("told", "the number of seconds that sub_msg tells", "秒数见 sub_msg"),
    Word("today", "until the next day of the gateway's clock", "到次日为止"),
    Word("shortly", "seconds to minutes", "片刻"),
    Word("unknown", "no source says", "时长未说明"),
)
CLOSINGS = _table(
    Word("stated", "the document says that there are no other values", "文档写明只有这些"),
    Word("refused", "a documented error says that other values are refused", "其他值会被拒绝"),
    Word("two_sided", "yes or no: no third answer can exist", "非此即彼"),
)
"""Why a list of values is complete. A list without such a reason may grow without notice."""

SOURCE_KINDS = _table(
    Word("page", "a page of the platform's documents", "平台文档页"),
    Word("metadata", "published metadata of the platform's APIs", "公开的 API 元数据"),
    Word("client", "code of a published client", "公开的客户端代码"),
    Word("announcement", "an announcement of the platform", "平台公告"),
)
_PREFIXES = re.compile(r"^(?:is[vp]\.)+")

OURS = "ours"
"""Where an example comes from that no document gives."""

CONFIDENCES = _table(
    Word("documented", "from the platform's documents", "平台文档"),
    Word("sdk", "from a published client", "公开的 SDK"),
    Word("inferred", "the method name is a guess by pattern; no typed call", "名称为推测"),
)
SEPARATORS = _table(
    Word(",", "a comma", "英文逗号"),
    Word(" ", "a space", "空格"),
    Word(";", "a semicolon", "英文分号"),
    Word("|", "a vertical bar", "竖线"),
    Word("&", "an ampersand", "&"),
)
"""What usually joins several values, as the docs call it; a spec may write any other text."""

DURATIONS: Mapping[str, tuple[int, str]] = {
    "d": (86400, "天"),
    "h": (3600, "小时"),
    "m": (60, "分钟"),
    "s": (1, "秒"),
}
"""The letters behind the number of a span of time: seconds, and what the docs say."""

WRITING = frozenset(
    "create save add upload update delete remove stop send write launch register record".split()
)
"""Last words of method names that change something at the platform."""

READING = frozenset("get query list search parse convert match status detail summary".split())
"""Last words of method names that only ask."""


def seconds(duration: str) -> int:
    """`3h` → 10800."""
    return int(duration[:-1]) * DURATIONS[duration[-1]][0]


def bare_code(code: str) -> str:
    """A code of the business without the prefix that says whose fault it is."""
    return _PREFIXES.sub("", code)
