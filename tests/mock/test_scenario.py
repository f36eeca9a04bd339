"""Scenario files: what they say, and how their mistakes are told."""

from pathlib import Path
from textwrap import dedent

import pytest
import taobaoke_mock
from taobaoke_mock.limits import Quota
from taobaoke_mock.rules import Rules
from taobaoke_mock.scenario import Scenario, ScenarioError, read
from taobaoke_mock.surface import Surface

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
        "s.yaml:4:1: 没有 a，只有 limits、rules (unknown key)",
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


def test_the_example_of_the_readme_does_what_it_says() -> None:
    readme = (Path(taobaoke_mock.__file__).parents[2] / "README.md").read_text("utf-8")
    gateway = Direct()
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
