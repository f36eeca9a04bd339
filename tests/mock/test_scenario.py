"""Scenario files: what they say, and how their mistakes are told."""

from pathlib import Path
from textwrap import dedent

import pytest
import taobaoke_mock
from taobaoke_mock import Mock
from taobaoke_mock.limits import Quota
from taobaoke_mock.rules import Rules
from taobaoke_mock.scenario import Scenario, ScenarioError, read
from taobaoke_mock.surface import Surface
from taobaoke_mock.times import moment_of

from mock.calls import Answer, public, signed
from mock.direct import Direct, take

SHOPS = "taobao.tbk.shop.get"

GOOD = """\
# yaml-language-server: $schema=scenario.schema.json
limits: {qps: 5, per_day: 1000}
rules:
  - method: taobao.tbk.shop.get
    when: {q: 女装, page_no: [1, 2], sort: null}
    reply: {total_results: 1, results: [{user_id: 1, day: 2024-06-18, yes: yes, rate: 1.50}]}
  - method: taobao.tbk.shop.get
    answers:
      - reply: {total_results: 5}
        fail: delay-2
      - fail: 7
        sub_msg: This ban will last for 9 more seconds
  - {method: "*", fail: 2007, times: 1}
"""


def rules_of(scenario: Scenario) -> Rules:
    rules = Rules()
    for rule in scenario.rules:
        rules.put(rule)
    return rules


def problems(text: str) -> list[str]:
    with pytest.raises(ScenarioError) as caught:
        read(dedent(text), "s.yaml")
    return str(caught.value).splitlines()


def test_what_a_file_says() -> None:
    scenario = read(GOOD)
    assert scenario.quota == Quota(5, 1000)
    rules = rules_of(scenario)
    call = {"q": "女装", "page_no": "2"}
    first, second = take(rules, SHOPS, call), take(rules, SHOPS, call)
    assert first
    assert (first.content, first.pace.delay) == ({"total_results": 5}, 2)
    assert second
    assert second.fault
    assert (second.fault.code, second.fault.sub_msg) == (
        "7",
        "This ban will last for 9 more seconds",
    )
    third = take(rules, SHOPS, call)
    assert third
    assert third.content == {
        "total_results": 1,
        "results": [{"user_id": 1, "day": "2024-06-18", "yes": "yes", "rate": 1.5}],
    }
    other = take(rules, SHOPS, {"q": "男装"})
    assert other
    assert other.fault
    assert (other.fault.code, other.fault.sub_code) == ("15", "2007")
    assert take(rules, SHOPS, {"q": "男装"}) is None


@pytest.mark.parametrize("text", ["", "# nothing\n", "{}", "rules: []"])
def test_an_empty_file_orders_nothing(text: str) -> None:
    assert read(text) == Scenario((), Quota())


def test_every_problem_with_its_place() -> None:
    text = """\
        limits: {qps: 0, per_dya: 5}
        rules:
          - method: taobao.tbk.shop.get
            wen: {q: x}
            fail: 7
          - fail: 7
          - method: taobao.tbk.shop.get
          - {method: a.x, times: many, reply: []}
          - {method: a.x, fail: 7, answers: []}
          - {method: taobao.tbk.shop.gte, fail: 7, time: 1}
          - method: taobao.tbk.shop.get
            when: {page_nu: 1, q: x}
            answers:
              - reply: {}
                fail_: 7
              - fail: delay-x
        """
    told = problems(text)
    assert told[:9] == [
        "s.yaml:1:15: 不能小于 1 (at least 1)",
        "s.yaml:1:18: 没有 per_dya，是否想写 per_day？ (unknown key, did you mean per_day?)",
        "s.yaml:4:5: 没有 wen，是否想写 when？ (unknown key, did you mean when?)",
        "s.yaml:6:5: 缺少 method (missing)",
        "s.yaml:7:5: 须有 reply 或 fail 或 answers (one of them is needed)",
        "s.yaml:8:26: 应为整数 (a whole number)",
        "s.yaml:8:39: 应为对象 (an object)",
        "s.yaml:9:5: answers 不能与 reply、fail 并列 (answers stands alone)",
        "s.yaml:9:37: 不能为空 (must not be empty)",
    ]
    assert [line.partition("？")[0].partition("'")[0] for line in told[9:]] == [
        "s.yaml:10:14: 没有方法 ",
        "s.yaml:10:44: 没有 time，是否想写 times",
        "s.yaml:12:12: 没有参数 page_nu，是否想写 page_no",
        "s.yaml:15:9: 没有 fail_，是否想写 fail",
        "s.yaml:16:15: 不认识的故障 ",
    ]


def test_a_key_that_is_no_text_hides_no_other_problem() -> None:
    assert problems("? [1]\n: 2\na: 1\na: 2\n") == [
        "s.yaml:1:3: 键应为文本 (keys are text)",
        "s.yaml:4:1: a 写了两次 (twice)",
        "s.yaml:4:1: 没有 a，只有 limits、clock、orders、rules (unknown key)",
    ]


def test_problems_of_meaning() -> None:
    text = """\
        rules:
          - {method: taobao.tbk.shop.gte, fail: 7}
          - method: taobao.tbk.shop.get
            when: {page_nu: 1}
            answers:
              - fail: 7
              - fail: sorry
          - {method: alibaba.brand.new.get, reply: {}}
          - {method: alibaba.brand.new.get, fail: http-502}
        """
    first, second, third = problems(text)
    assert first.startswith(
        "s.yaml:2:14: 没有方法 'taobao.tbk.shop.gte'，是否想写 taobao.tbk.shop.get？"
    )
    assert second.startswith(
        "s.yaml:4:12: 没有参数 page_nu，是否想写 page_no？确为新参数时加 new: true"
    )
    assert third.startswith("s.yaml:7:15: 不认识的故障 'sorry'")


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("rules: [", "1:9", "YAML"),
        ("rules:\n\t- x", "2:1", "YAML"),
        ("a: &x 1\nb: *x", "1:4", "锚点"),
        ("rules: !!python/object:os.system []", "1:8", "标签"),
        ("rules: !x []", "1:8", "标签"),
        ("x: !!int five", "1:4", "标签"),
        ("rules: []\nrules: []", "2:1", "两次"),
        ("? [1]\n: 2", "1:3", "键应为文本"),
        ("- 1", "1:1", "应为对象"),
        ("a: 1\n---\nb: 2", "2:1", "YAML"),
        ("x: " + "[" * 5000, "1:", "YAML"),
        ("x: \x00", "1:", "YAML"),
    ],
)
def test_what_is_no_scenario(text: str, place: str, words: str) -> None:
    told = problems(text)
    assert any(line.startswith(f"s.yaml:{place}") and words in line for line in told), told


def test_a_bad_file_changes_nothing(tmp_path: Path) -> None:
    orders = Surface(["test"])
    path = tmp_path / "scenario.yaml"
    path.write_text(GOOD, "utf-8")
    orders.load(path)
    path.write_text("rules: [{method: x}]", "utf-8")
    with pytest.raises(ValueError, match=r"scenario\.yaml:1:9"):
        orders.load(path)
    assert orders._rules
    path.write_text("", "utf-8")
    orders.load(path)
    assert not orders._rules


def test_whole_numbers_may_be_written_with_a_point() -> None:
    assert read("limits: {qps: 5.0}").quota == Quota(5)


@pytest.mark.slow
def test_too_many_rules_are_told_at_their_place_and_change_nothing() -> None:
    orders = Surface(["test"])
    orders.fail(SHOPS, "7")
    text = "rules:\n" + f"- {{method: {SHOPS}, fail: 7, times: 1}}\n" * 10_001
    with pytest.raises(ScenarioError, match=r"^scenario:2:1: 最多 10000 条"):
        orders.play(text)
    assert len(orders._rules.ordered) == 1


def test_a_file_that_is_no_utf_8_is_told(tmp_path: Path) -> None:
    path = tmp_path / "s.yaml"
    path.write_bytes(b"rules: []\n\xff")
    with pytest.raises(ValueError, match=r"s\.yaml: 第 11 字节不是 UTF-8"):
        Surface(["test"]).load(path)


LIVING = """\
clock: {set: 2026-11-11 00:00:00, run: 60}
orders:
  - {trade_id: "100", alipay_total_price: "99.00", relation_id: 7}
  - {trade_id: 101, late: 600}
"""


def test_a_file_sets_the_clock_and_adds_orders() -> None:
    mock = Mock(orders=0)
    mock.play(LIVING)
    assert mock.clock.speed == 60
    assert 0 <= mock.clock.now() - moment_of("2026-11-11 00:00:00") < 600
    rows = mock.orders.truth()
    assert [row["trade_id"] for row in rows] == ["101", "100"]
    late, first = rows
    assert (first["relation_id"], first["alipay_total_price"]) == (7, "99.00")
    assert first["tk_create_time"] == "2026-11-11 00:00:00"
    assert late["tk_create_time"] == "2026-11-10 23:50:00"
    assert late["modified_time"] == "2026-11-11 00:00:00"


def test_a_clock_without_speed_stands() -> None:
    mock = Mock(orders=0)
    mock.play("clock: {set: '2026-11-11 00:00:00'}")
    assert (mock.clock.speed, mock.clock.now()) == (0, moment_of("2026-11-11 00:00:00"))
    mock.play("rules: []")
    assert mock.clock.now() == moment_of("2026-11-11 00:00:00")


def test_a_file_that_is_read_again_has_its_orders_once() -> None:
    mock = Mock(orders=0)
    mock.play(LIVING)
    mock.orders.receive("100")
    mock.play(LIVING)
    rows = [(row["trade_id"], row["tk_status"]) for row in mock.orders.truth()]
    assert rows == [("101", 12), ("100", 12)]


def test_a_reset_comes_back_to_the_orders_of_the_start() -> None:
    mock = Mock(orders=0)
    mock.play(LIVING)
    mock.reset()
    assert mock.orders.truth(since=0) == []
    mock.play(LIVING)
    mock.keep()
    mock.orders.close("100")
    mock.orders.add(trade_id="5")
    mock.reset()
    assert {row["trade_id"]: row["tk_status"] for row in mock.orders.truth()} == {
        "100": 12,
        "101": 12,
    }


def test_problems_of_clocks_and_orders_are_told_at_once() -> None:
    text = """\
clock: {run: 0, at: 1}
orders:
  - {alipay_total_price: "1.00"}
  - trade_id: "1"
    late: -5
    item_prise: "1"
    pub_share_rate: 101
    item_num: 0
  - {trade_id: 1, tk_paid_time: 2026-11-26 09:00:00, tk_create_time: 2026-11-26 09:00:01}
  - {trade_id: [], item_price: 1.5}
  - {trade_id: " 3", item_title: "a\\u0001"}
  - 5
"""
    mock = Mock(orders=0)
    with pytest.raises(ScenarioError) as caught:
        mock.play(text, "s.yaml")
    told = str(caught.value).splitlines()
    assert [line.rpartition("(")[2] for line in told] == [
        "missing)",
        "more than 0)",
        "unknown key)",
        "missing)",
        "more than 0)",
        "no such field, did you mean item_price?)",
        "a rate above 100 %; 5 % is written as 5.00)",
        "must be a positive whole number below a million)",
        "tk_paid_time is before tk_create_time: click, creation, payment, settlement is the order)",
        "twice)",
        "a whole number)",
        "a float cannot hold money: use Decimal or text)",
        "blank, or with blanks around it)",
        "XML cannot carry U+0001: leave it away)",
        "an object)",
    ]
    assert [line.split(": ")[0] for line in told] == [
        f"s.yaml:{place}"
        for place in (
            "1:8 1:14 1:17 3:5 5:11 6:5 7:5 8:5 9:5 9:16 10:16 10:20 11:6 11:22 12:5".split()
        )
    ]
    assert mock.orders.truth() == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("clock: {set: soon}", "1:14: 应如 '2026-11-11 00:00:00'"),
        ("clock: {set: 1970-01-01 00:00:00}", "1:14: 应如"),
        ("clock: {set: 2026-11-11 00:00:00, run: 1e300}", "at most 1000000"),
        ("clock: {set: 2026-11-11 00:00:00, run: fast}", "a number"),
        ("clock: 5", "an object"),
        ("orders: {}", "a list"),
    ],
)
def test_clocks_and_orders_that_are_none(text: str, words: str) -> None:
    (told,) = problems(text)
    assert words in told


def test_an_order_of_the_seed_is_not_taken_over() -> None:
    mock = Mock(seed=3)
    mock.clock.set("2026-11-11 00:00:00")
    seeded = mock.orders.truth()[0]["trade_id"]
    with pytest.raises(ScenarioError, match=r"s:1:11: trade_id：已有订单"):
        mock.play(f"orders: [{{trade_id: {seeded}}}]", "s")


def test_the_example_of_the_readme_does_what_it_says() -> None:
    readme = (Path(taobaoke_mock.__file__).parents[2] / "README.md").read_text("utf-8")
    gateway = Direct(samples=False)
    gateway.mock.play(readme.partition("```yaml\n")[2].partition("```")[0])

    def ask(q: str) -> Answer:
        return gateway.ask(signed({**public(SHOPS), "fields": "user_id", "q": q}))

    root = "tbk_shop_get_response"
    assert ask("茶杯").json[root]["total_results"] == 0
    assert ask("女装").error["code"] == 7
    shops = ask("男装").json[root]["results"]["n_tbk_shop"]
    assert shops == [{"shop_title": "男装"}]
    assert gateway.mock.requests[-1].fault == "delay-2"
    assert [ask("童装").status for _ in range(2)] == [502, 200]
    rows = {row["trade_id"]: row for row in gateway.mock.orders.truth()}
    paid, late = rows["1001"], rows["1002"]
    assert (paid["tk_paid_time"], paid["alipay_total_price"]) == ("2026-11-26 09:45:00", "100.00")
    assert (late["tk_create_time"], late["modified_time"]) == (
        "2026-11-26 09:50:00",
        "2026-11-26 10:00:00",
    )
    assert gateway.mock.clock.speed == 1
