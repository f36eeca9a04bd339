"""Which of the ordered answers a call gets."""

import time
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from taobaoke_mock.ordering import OrderError, rule_from
from taobaoke_mock.rules import Answer, Rules

from mock.direct import take

SHOPS, ORDERS = "taobao.tbk.shop.get", "taobao.tbk.order.details.get"
POSTER = "taobao.tbk.dg.general.link.convert"


def ordered(*orders: dict[str, Any]) -> Rules:
    rules = Rules()
    for order in orders:
        rules.put(rule_from({"method": SHOPS, **order}, rules.methods))  # type: ignore[typeddict-item]
    return rules


def told(rules: Rules, method: str = SHOPS, **parameters: str) -> Any:
    """What a call gets: a content, the name of a fault, or None for the usual."""
    answer = take(rules, method, parameters) or Answer()
    return answer.name if answer.content is None else answer.content


def test_without_rules_nothing_is_asked() -> None:
    rules = Rules()
    assert not rules
    assert take(rules, SHOPS, {}) is None
    rules = ordered({"fail": "7", "times": 1})
    assert rules
    assert [told(rules), told(rules)] == ["7", None]
    assert not rules


def test_rules_for_some_calls_come_in_turn_and_before_those_that_stay() -> None:
    rules = ordered(
        {"fail": "7", "times": 2},
        {"reply": {"a": 1}},
        {"fail": "10", "times": 1},
        {"reply": {"a": 2}},
    )
    assert [told(rules) for _ in range(5)] == ["7", "7", "10", {"a": 2}, {"a": 2}]


def test_a_rule_of_the_method_comes_before_one_of_all() -> None:
    rules = ordered({"fail": "7"}, {"method": "*", "fail": "10", "times": 1})
    assert [told(rules), told(rules, ORDERS), told(rules, ORDERS)] == ["7", "10", None]


def test_conditions_come_before_none_whatever_was_said_last() -> None:
    rules = ordered(
        {"reply": {"a": 1}, "when": {"q": "x"}},
        {"reply": {"a": 2}, "when": {"q": "x", "cat": "1"}, "new": True},
        {"reply": {"a": 3}},
    )
    assert told(rules, q="x") == {"a": 1}, "the newer one fits only calls with cat"
    assert told(rules, q="x", cat="1") == {"a": 2}
    assert told(rules, q="y") == {"a": 3}


@pytest.mark.slow
def test_a_rule_takes_the_place_of_the_one_for_the_same_calls() -> None:
    rules = ordered(*[{"reply": {"a": number}} for number in range(20_000)])
    assert told(rules) == {"a": 19_999}


def test_there_is_an_end_of_rules() -> None:
    with pytest.raises(ValueError, match="10000"):
        ordered(*[{"fail": "7", "times": 1}] * 10_001)


def test_a_manner_acts_on_top_of_what_others_answer() -> None:
    rules = ordered({"reply": {"a": 1}}, {"fail": "delay-2"}, {"fail": "7", "times": 1})
    for expected in ("7", None):
        answer = take(rules, SHOPS, {})
        assert answer
        assert (answer.name, answer.pace.delay) == (expected, 2 if expected is None else 0)
    assert answer.content == {"a": 1}
    alone = take(ordered({"method": "*", "fail": "cut-5"}), SHOPS, {})
    assert alone
    assert (alone.content, alone.fault, alone.pace.cut, alone.name) == (None, None, 5, "cut")


def test_the_manner_of_the_nearest_rule_holds() -> None:
    for_all = {"method": "*"}
    rules = ordered({**for_all, "fail": "10"}, {**for_all, "fail": "delay-1"}, {"fail": "delay-2"})
    answer = take(rules, SHOPS, {})
    assert answer
    assert (answer.name, answer.pace.delay) == ("10", 2)


def test_answers_in_turn() -> None:
    answers = [{"reply": {"a": 1}}, {"fail": "7"}, {"fail": "disconnect"}]
    once = ordered({"answers": answers})
    assert [told(once) for _ in range(4)] == [{"a": 1}, "7", "drop", None]
    twice = ordered({"answers": answers, "times": 2})
    assert [told(twice) for _ in range(7)] == [{"a": 1}, "7", "drop"] * 2 + [None]
    for_ever = ordered({"answers": answers, "times": None})
    assert [told(for_ever) for _ in range(300)] == [{"a": 1}, "7", "drop"] * 100


def test_jitter_is_the_same_in_every_run_and_within_its_ends() -> None:
    def delays() -> list[float]:
        rules = ordered({"fail": "delay-1-3"})
        answers = [take(rules, SHOPS, {}) for _ in range(50)]
        return [answer.pace.delay for answer in answers if answer]

    first = delays()
    assert first == delays()
    assert len(set(first)) == 50
    assert 1 <= min(first) < 1.2 < 2.8 < max(first) <= 3


def test_a_new_method_stays_known_when_its_answers_are_used_up() -> None:
    rules = ordered({"method": "alibaba.brand.new.get", "reply": {"a": 1}, "times": 1})
    assert told(rules, "alibaba.brand.new.get") == {"a": 1}
    assert rules.knows("alibaba.brand.new.get")
    rules.clear()
    assert not rules.knows("alibaba.brand.new.get")


# Conditions

NESTED = '{"query": {"page_no": 2, "rate": 0.10, "flags": [{"on": true}, {"on": false}]}}'


@pytest.mark.parametrize(
    ("when", "fits"),
    [
        ({"q": "女装"}, True),
        ({"q": "男装"}, False),
        ({"q": ["男装", "女装"]}, True),
        ({"q": ["男装", None]}, False),
        ({"page_no": 2}, True),
        ({"page_no": "2"}, True),
        ({"page_no": "2.0"}, False),
        ({"page_no": 2.0}, True),
        ({"page_no": 3}, False),
        ({"is_tmall": True}, True),
        ({"is_tmall": "true"}, True),
        ({"is_tmall": False}, False),
        ({"flag": False}, True),
        ({"cat": None}, True),
        ({"empty": None}, True),
        ({"empty": ""}, True),
        ({"cat": ""}, False),
        ({"q": None}, False),
        ({"cat": [None, "16"]}, True),
        ({"cat": "16"}, False),
        ({"q": "女装", "page_no": 3}, False),
        ({"p.query.page_no": 2}, True),
        ({"p": {"query": {"page_no": 2, "rate": 0.1}}}, True),
        ({"p": {"query": {"page_no": 3}}}, False),
        ({"p.query.flags.on": False}, True),
        ({"p.query.flags.off": None}, True),
        ({"p.query.none.on": 1}, False),
        ({"bad.query": 1}, False),
        ({"deep.a": 1}, False),
    ],
)
def test_conditions(when: dict[str, Any], fits: bool) -> None:
    parameters = {
        "q": "女装",
        "page_no": "2",
        "is_tmall": "true",
        "flag": "0",
        "empty": "",
        "p": NESTED,
        "bad": '{"query": ',
        "deep": "[" * 5000,
        "nan": "sNaN",
    }
    method = "alibaba.brand.new.get"
    rules = ordered({"method": method, "reply": {"a": 1}, "when": when})
    assert (take(rules, method, parameters) is not None) is fits


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ({"page_nu": 1}, "page_no"),
        ({"sesion": "x"}, "session"),
        ({"page_no": 10**400}, "page_no 的数字过长"),
        ({f"q.a{number}": 1 for number in range(65)}, "至多比较 64 个"),
        ({"q": {f"a{number}": 1 for number in range(65)}}, "至多比较 64 个"),
        ({"q": object()}, "q 只能与"),
        ({"q": float("nan")}, "q 只能与"),
        ({"q": [["x"]]}, "q 只能与"),
        ({1: "x"}, "参数名应为文本"),
        ({"": "x"}, "参数名应为文本"),
    ],
)
def test_conditions_that_can_never_be_met(when: dict[Any, Any], words: str) -> None:
    with pytest.raises(OrderError, match=words):
        ordered({"reply": {}, "when": when})


def test_a_parameter_that_no_document_has_may_be_new() -> None:
    order = {"fail": "7", "when": {"of_tomorrow": 1}}
    with pytest.raises(OrderError, match="没有参数 of_tomorrow；确为新参数时加 new=True"):
        ordered(order)
    assert told(ordered({**order, "new": True}), of_tomorrow="1") == "7"
    assert ordered({"method": SHOPS, "fail": "7", "when": {"session": "x"}}), "a public one"


# Contents


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ({"price": Decimal("1.50")}, "price 是 Decimal.*写成 '1.50'"),
        ({"a": [{"at": datetime(2024, 1, 1)}]}, r"a\[0\]\.at 是 datetime"),
        ({"a": {"day": date(2024, 1, 1)}}, r"a\.day 是 date"),
        ({"a": float("nan")}, "a 不是 JSON 数"),
        ({"a": [float("inf")]}, r"a\[0\] 不是 JSON 数"),
        ({"a": b"x"}, "a 不能是 bytes"),
        ({"a": {1, 2}}, "a 不能是 set"),
        ({"a": {1: 2}}, "a 的键应为文本"),
        ({"a": "\ud800"}, "a 含有不成对的代理字符"),
        ({"a": {"b": "\0"}}, r"a\.b 含有 XML 不能传的字符 U\+0000"),
        ({"a": 10**5000}, "a 数字过长"),
        ({"a": {"$parametr": "q"}}, "a 里的模板应为"),
        ({"a": {"$parameter": 1}}, "a 里的模板应为"),
        ({"a": {"$parameter": "q", "b": 1}}, "a 里的模板应为"),
        ({"a b": 1}, "'a b' 不能作 XML 的标签"),
        ({"a": {"<x>": 1}}, "a 的键 '<x>' 不能作 XML 的标签"),
        ({"": 1}, "'' 不能作 XML 的标签"),
        ({"tbk_shop_get_response": {"results": []}}, "不写响应根 tbk_shop_get_response"),
        ({"$parameter": "q"}, "整个回复不能是模板"),
        ([1], "JSON 对象，不是 list"),
        ("text", "JSON 对象，不是 str"),
        (None, "JSON 对象，不是 NoneType"),
    ],
)
def test_contents_that_could_not_be_sent(content: Any, words: str) -> None:
    with pytest.raises(OrderError, match=words):
        ordered({"reply": content})


def test_contents_that_contain_themselves() -> None:
    endless: dict[str, Any] = {}
    endless["a"] = [endless]
    with pytest.raises(OrderError, match="嵌套超过 64 层"):
        ordered({"reply": endless})


def test_a_later_change_of_the_content_changes_nothing() -> None:
    content: dict[str, Any] = {"a": [{"b": 1}], "t": (1, 2)}
    rules = ordered({"reply": content})
    content["a"][0]["b"] = 2
    assert told(rules) == {"a": [{"b": 1}], "t": [1, 2]}
    assert told(rules) is told(rules), "one object, so that its bytes can be remembered"


def test_parameters_are_echoed() -> None:
    content = {
        "q": {"$parameter": "q"},
        "page": {"$parameter": "p.query.page_no"},
        "absent": {"$parameter": "cat"},
        "structure": {"$parameter": "p.query"},
        "list": [{"$parameter": "q"}, {"$parameter": "cat"}, {"id": {"$parameter": "q"}}],
        "url": {"$text": "https://x/{q}?n={p.query.page_no}&c={cat}&{}"},
        "plain": "{q} ${q} {$parameter}",
    }
    rules = ordered({"method": POSTER, "reply": content})
    assert told(rules, POSTER, q="女 装", p=NESTED) == {
        "q": "女 装",
        "page": 2,
        "list": ["女 装", {"id": "女 装"}],
        "url": "https://x/女 装?n=2&c=&{}",
        "plain": "{q} ${q} {$parameter}",
    }
    deep = ordered({"method": POSTER, "reply": {"a": {"b": 1, "q": {"$parameter": "q"}}}})
    assert told(deep, POSTER, q="x") == {"a": {"b": 1, "q": "x"}}
    half = '{"query": {"page_no": "\\ud800"}}'
    assert told(rules, POSTER, p=half)["page"] == "?", "what came as half a character can be sent"


# Methods


@pytest.mark.parametrize(
    "slip",
    [
        "taobao.tbk.shop.gte",
        "tbk.shop.get",
        "taobao_tbk_shop_get",
        "tbk_shop_get",
        "taobao.tbk.shops.get",
    ],
)
def test_slips_of_methods(slip: str) -> None:
    with pytest.raises(OrderError, match=r"是否想写 taobao\.tbk\.shop\.get？.*new=True"):
        ordered({"method": slip, "reply": {}})
    with pytest.raises(OrderError, match=r"did you mean taobao\.tbk\.shop\.get"):
        ordered({"method": slip, "fail": "7"})
    if "." in slip:
        assert ordered({"method": slip, "reply": {}, "new": True}, {"method": slip, "fail": "7"})


@pytest.mark.parametrize("name", ["taobao.tbk.thing.get", "taobao.tbk.shop.list", "other.x"])
def test_names_that_are_new(name: str) -> None:
    assert told(ordered({"method": name, "reply": {"a": 1}}), name) == {"a": 1}


@pytest.mark.parametrize("name", ["", "shop", "a b.c", "taobao.", "淘宝.客"])
def test_names_that_no_method_has(name: str) -> None:
    with pytest.raises(OrderError):
        ordered({"method": name, "reply": {}})


@pytest.mark.parametrize(
    ("order", "words"),
    [
        ({"method": "*", "reply": {}}, "回复只能给一个方法"),
        ({"method": "alibaba.brand.new.get", "fail": "7"}, "确为新方法时加 new=True"),
        ({"reply": {}, "fail": "7"}, "既有回复，又有错误"),
        ({"reply": {}, "fail": "disconnect"}, "既有回复，又有错误"),
        ({}, "须有 reply、fail 或 answers"),
        ({"fail": "7", "times": 0}, "times 应为正整数"),
        ({"fail": "7", "times": -1}, "times 应为正整数"),
        ({"fail": "7", "times": True}, "times 应为正整数"),
        ({"fail": "7", "times": "2"}, "times 应为正整数"),
        ({"method": 7, "fail": "7"}, "方法名应为文本"),
        ({"method": ["a"], "reply": {}}, "方法名应为文本"),
        ({"method": "", "reply": {}, "new": True}, "不是 API 全名"),
        ({"method": "<x>", "fail": "7", "new": True}, "不是 API 全名"),
        ({"fail": "7", "sub_msg": 5}, "sub_msg 应为文本"),
        ({"fail": "7", "sub_msg": "\ud800"}, "sub_msg 含有不成对的代理字符"),
        ({"fail": "7", "new": "no"}, "new 只能是 True 或 False"),
    ],
)
def test_orders_that_make_no_sense(order: dict[str, Any], words: str) -> None:
    with pytest.raises(OrderError, match=words):
        ordered(order)


def test_everything_that_is_wrong_is_told_at_once() -> None:
    with pytest.raises(OrderError) as caught:
        ordered({"answers": [{"fail": "sorry"}, {"reply": []}], "when": {"qq": {}}, "times": 0})
    paths = [path for path, _ in caught.value.problems]
    assert paths == [("answers", 0, "fail"), ("answers", 1, "reply"), ("when", "qq"), ("times",)]


def test_a_method_that_no_document_has_can_fail() -> None:
    rules = ordered({"method": "alibaba.brand.new.get", "fail": "7", "new": True})
    assert told(rules, "alibaba.brand.new.get") == "7"
    assert rules.knows("alibaba.brand.new.get")


def test_names_that_the_response_is_not_documented_to_have() -> None:
    answer = ordered({"reply": {"result": [], "request_id": "1"}}).find(SHOPS, {})
    assert [*map(str, answer.notes)] == [
        "文档没有字段 result，是否想写 results？ "
        "(no field 'result' is documented, did you mean results?)"
    ]
    assert ordered({"reply": {"results": [], "total_results": 0}}).find(SHOPS, {}).notes == ()


def test_answers_are_used_up_when_they_are_used() -> None:
    rules = ordered({"fail": "7", "times": 1})
    assert rules.find(SHOPS, {}).name == rules.find(SHOPS, {}).name == "7"
    rules.use(rules.find(SHOPS, {}))
    assert not rules


def test_a_delay_leaves_a_dropped_call_dropped() -> None:
    rules = ordered({"fail": "timeout-2"}, {"fail": "delay-1", "times": 1})
    answer = rules.find(SHOPS, {})
    assert (answer.name, answer.pace.delay, answer.form) == ("drop", 3, "delay-1+timeout-2")


def test_many_rules_are_put_in_little_time() -> None:
    start = time.process_time()
    rules = ordered(*[{"fail": "7", "when": {"q": str(number)}} for number in range(7000)])
    assert time.process_time() - start < 5
    assert told(rules, q="6999") == "7"
