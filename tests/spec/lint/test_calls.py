"""Rules about methods as a whole."""

import pytest
from edits import Case, assert_reported
from project import CATALOG, ORDERS, SHOPS, TYPES, TinyProject

from generator.problems import RULES

PAGES = "{style: page, items: results, page: page_no, size: page_size, more: has_next}"

CASES = [
    Case(
        "batch",
        ORDERS,
        f"pagination: {PAGES}",
        "batch: {values: fields, items: results, key: order_id}",
        "fields, items",
        "nothing tells how many values 'fields' takes",
        "add its documented `max_items`",
    ),
    Case(
        "path-type",
        ORDERS,
        "more: has_next",
        "more: results",
        "results}",
        "'results' is array, not boolean",
    ),
    Case(
        "path-type",
        ORDERS,
        "items: results,",
        "items: has_next,",
        "has_next, page",
        "'has_next' is boolean, not array",
    ),
    *(
        Case("path-type", ORDERS, PAGES, f"{{{written}}}", at, message)
        for written, at, message in [
            (
                "style: cursor, items: results,"
                " cursor: {send: title, read: has_next, direction: title}",
                "title}",
                "'title' is string, not integer",
            ),
            (
                "style: offset, items: results, offset: title, size: page_size",
                "title, size",
                "'title' is string, not integer",
            ),
            (
                "style: page, items: [results, has_next], page: page_no",
                "has_next], page",
                "'has_next' is boolean, not array",
            ),
            (
                "style: page, items: [results.tags, results], page: page_no",
                "results.tags",
                "'results.tags' leads through the list 'results'",
            ),
        ]
    ),
    Case(
        "path-type",
        ORDERS,
        "{start: start_time",
        "{start: title",
        "title, end",
        "'title' is string, not datetime or date",
    ),
    Case(
        "not-idempotent",
        SHOPS,
        "idempotent: false",
        "idempotent: true",
        "true\nrequest",
        "'save' at the end of the name says that the method writes",
    ),
    Case(
        "not-idempotent",
        ORDERS,
        "idempotent: true",
        "idempotent: false",
        "false\nrequest",
        "'get' at the end of the name says that the method only reads",
    ),
    Case(
        "deprecated",
        ORDERS,
        "topic:",
        "replaced_by: taobao.tbk.sc.shop.safe\ntopic:",
        "taobao.tbk.sc.shop.safe",
        "no method is named",
        "did you mean 'taobao.tbk.sc.shop.save'?",
    ),
    Case(
        "deprecated",
        ORDERS,
        "topic:",
        "replaced_by: taobao.tbk.sc.shop.save\ntopic:",
        "taobao.tbk.sc.shop.save",
        "replaced, but not deprecated",
        "status: deprecated",
    ),
    Case(
        "list-wrapper",
        ORDERS,
        "    wrapper: order\n",
        "",
        "results:\n",
        "the list 'results' has no wrapper",
    ),
    Case(
        "path-type",
        ORDERS,
        "page: page_no,",
        "page: title,",
        "title, size",
        "'title' is string, not integer",
    ),
    Case(
        "path-type",
        ORDERS,
        "size: page_size",
        "size: start_time",
        "start_time, more",
        "'start_time' is datetime, not integer",
    ),
    Case(
        "path-type",
        ORDERS,
        "more: has_next}",
        "more: has_next, total: results.fee}",
        "results.fee}",
        "'results.fee' is decimal, not integer",
    ),
    *(
        Case(
            "path-type",
            ORDERS,
            "{style: page, items: results, page: page_no, size: page_size, more: has_next}",
            "{style: cursor, items: results, cursor: {send: start_time, read: has_next}}",
            at,
            message,
        )
        for at, message in [
            ("start_time, read", "'start_time' is datetime, not string or integer"),
            ("has_next}}", "'has_next' is boolean, not string or integer"),
        ]
    ),
    Case(
        "path-type",
        ORDERS,
        "end: end_time",
        "end: page_no",
        "page_no, longest",
        "'page_no' is integer, not datetime or date",
    ),
    *(
        Case(
            "path-type",
            ORDERS,
            "errors:\n  use:",
            "outcome: {reply: {success: results, code: has_next, message: results.fee}}\n"
            "errors:\n  use:",
            at,
            message,
        )
        for at, message in [
            ("results, code", "'results' is array, not boolean"),
            ("has_next, message", "'has_next' is boolean, not string or integer"),
            ("results.fee}}", "'results.fee' is decimal, not string"),
        ]
    ),
    Case(
        "deprecated",
        ORDERS,
        "topic:",
        "status: deprecated\nreplaced_by: taobao.tbk.order.get\ntopic:",
        "taobao.tbk.order.get\ntopic",
        "a method cannot replace itself",
    ),
    Case(
        "list-wrapper",
        TYPES,
        "title: {use: title}",
        "title: {use: title}\n    tags: {type: array, items: {type: string}, description: 签}",
        "tags:",
        "the list 'tags' has no wrapper",
    ),
    *(
        Case(
            "public-parameter",
            ORDERS,
            "  title: {use",
            f"  {name}: {{type: string, description: 同名}}\n  title: {{use",
            f"{name}: {{type: string, description: 同名",
            f"'{name}' is a public parameter of the gateway",
        )
        for name in ("format", "v", "sign", "session")
    ),
    *(
        Case(
            "constraints",
            ORDERS,
            "constraints: [{at_least_one_of: [title, status]}]",
            f"constraints: [{written}]",
            "constraints",
            message,
        )
        for written, message in [
            (
                "{at_least_one_of: [title, status]}, {at_most_one_of: [title, status]}, "
                "{together: [title, status]}",
                "no choice of status, title satisfies all constraints",
            ),
            (
                "{exactly_one_of: [start_time, status]}, {at_least_one_of: [status]}",
                "no choice of start_time, status satisfies",
            ),
        ]
    ),
    Case(  # Whoever gives a member of an object gives the object.
        "constraints",
        SHOPS,
        "response:",
        "constraints: [{exactly_one_of: [detail, detail.weight]}, "
        "{at_least_one_of: [detail.weight]}]\nresponse:",
        "constraints",
        "no choice of detail, detail.weight satisfies all constraints",
    ),
]

BATCH = "batch: {values: codes, items: results, key: order_id}\n"
CODES = "  codes: {type: csv, max_items: 3, description: 码}\n"

BATCHES = [
    *(
        Case("batch", ORDERS, old, new, at, message, hint)
        for old, new, at, message, hint in [
            (
                "idempotent: true",
                "idempotent: {value: false, reason: x}",
                "{values",
                "the method changes something: several calls are not the same as one",
                "",
            ),
            (
                "values: codes",
                "values: lines.count",
                "lines.count",
                "'lines.count' is inside of another parameter",
                "name a parameter of the call itself",
            ),
            (
                "values: codes",
                "values: lines",
                "lines, items",
                "'lines' is no list of texts or",
                "",
            ),
            (
                "values: codes",
                "values: title",
                "title, items",
                "'title' is no list of texts or",
                "",
            ),
            (
                "{type: csv, max_items: 3,",
                "{type: array, max_items: 3, items: {type: decimal},",
                "codes, items",
                "'codes' is no list of texts or whole numbers",
                "",
            ),
            (
                "max_items: 3, ",
                "",
                "codes, items",
                "nothing tells how many values 'codes' takes",
                "add its documented `max_items`",
            ),
            (
                "max_items: 3",
                "min_items: 2, max_items: 3",
                "codes, items",
                "'codes' takes no single value",
                "a value may be left alone in a call",
            ),
            (
                BATCH,
                f"pagination: {PAGES}\n{BATCH}",
                "{values",
                "the reply comes in pages: answers may be on a later one",
                "",
            ),
            (
                "items: results, key: order_id",
                "items: results.shop, key: shop_id",
                "results.shop",
                "'results.shop' is object, not array",
                "",
            ),
            (
                "items: results, key: order_id",
                "items: results.parts, key: code",
                "results.parts",
                "'results.parts' leads through the list 'results'",
                "",
            ),
            ("key: order_id", "key: tags", "tags}", "'tags' is array, not string or integer", ""),
            (
                "key: order_id",
                "key: parts.code",
                "parts.code",
                "'parts.code' leads through the list 'parts'",
                "",
            ),
        ]
    ),
    *(
        Case("unknown-path", ORDERS, old, new, at, message)
        for old, new, at, message in [
            ("values: codes", "values: code", "code,", "no parameter has the path 'code'"),
            ("items: results", "items: result", "result,", "no field has the path 'result'"),
            ("key: order_id", "key: order", "order}", "no field has the path 'results.order'"),
        ]
    ),
]

LISTS = [
    *(
        Case("path-type", ORDERS, old, new, at, message)
        for old, new, at, message in [
            (
                "more: has_next",
                "more: has_next, total: results.count",
                "results.count",
                "'results.count' leads through the list 'results'",
            ),
            (
                "items: results,",
                "items: results.tags,",
                "results.tags,",
                "'results.tags' leads through the list 'results'",
            ),
            (
                "page: page_no",
                "page: lines.count",
                "lines.count",
                "'lines.count' leads through the list 'lines'",
            ),
            (
                "{start: start_time",
                "{start: lines.start",
                "lines.start",
                "'lines.start' leads through the list 'lines'",
            ),
            (
                "end: end_time",
                "end: start_time",
                "start_time, longest",
                "the window begins and ends with 'start_time'",
            ),
            (
                "longest: 3h}",
                "length: page_no, longest: 3h}",
                "page_no, longest",
                "'end_time' closes the window: its length follows",
            ),
            (
                "{start: start_time, end: end_time, longest: 3h}",
                "{start: start_time, length: page_no}",
                "page_no}",
                "'page_no' counts no days: its unit is not 天",
            ),
            (
                "longest: 3h}",
                "longest: 3h, peak_days: [11-11]}",
                "[11-11]",
                "nothing says how long a window may be on these days: add 'peak'",
            ),
            (
                "longest: 3h}",
                'longest: 3h, too_long: "1"}',
                '"1"}',
                "the method has no error '1'",
            ),
            (
                "longest: 3h}",
                "longest: 3h, changed: paid_at}",
                "paid_at}",
                "nothing says what has changed: add 'key'",
            ),
            (
                f"pagination: {PAGES}\nwindow: {{start: start_time,",
                "window: {start: start_time, key: order_id,",
                "order_id, end",
                "no 'pagination' says where the elements are",
            ),
            (
                "longest: 3h}",
                "longest: 3h, key: tags}",
                "tags}",
                "'tags' is array, not string or integer",
            ),
            (
                "end: end_time",
                "end: lines.start",
                "lines.start",
                "'lines.start' leads through the list 'lines'",
            ),
            (
                "end_time: {type: datetime",
                "end_time: {type: datetime, format: epoch_ms",
                "end_time, longest",
                "'end_time' is not written like 'start_time'",
            ),
            (
                "[title, status]",
                "[title, lines.count]",
                "lines.count",
                "'lines.count' leads through the list 'lines'",
            ),
            (
                "[title, status]",
                "[title], when: {lines: 1}",
                "1}}]",
                "'lines' is array, not string",
            ),
            (
                "[title, status]",
                "[title], when: {status: no}",
                "no}}]",
                "'no' for 'status' is not a whole number",
            ),
        ]
    ),
    *(
        Case(
            "path-type",
            ORDERS,
            "errors:\n  use:",
            f"outcome: {{{written}}}\nerrors:\n  use:",
            at,
            message,
        )
        for written, at, message in [
            (
                "reply: {code: results.count}",
                "results.count",
                "'results.count' leads through the list 'results'",
            ),
            (
                "reply: {code: answer, ok: [fine]}",
                "fine",
                "'fine' for 'answer' is not a whole number",
            ),
            ("items: {in: [results.shop], code: title}", "results.shop", "is no list of objects"),
            ("items: {in: [results], code: tags}", "tags}", "in 'results', 'tags' is array"),
            ("items: {in: [results], code: shop}", "shop}", "in 'results', 'shop' is object"),
            (
                "items: {in: [results], code: parts.code}",
                "parts.code",
                "in 'results', 'parts.code' leads through the list 'parts'",
            ),
            (
                "items: {in: [results], code: order_id, message: fee}",
                "fee}",
                "in 'results', 'fee' is decimal, not string",
            ),
            (
                "items: {in: [results, others], code: order_id}",
                "order_id}}",
                "in 'others', 'order_id' is boolean, not string or integer",
            ),
        ]
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_an_edit_that_breaks_a_rule_is_reported_where_it_stands(
    tiny: TinyProject, case: Case
) -> None:
    assert_reported(tiny, case)


LINES = """\
  lines:
    type: array
    description: 行
    items:
      type: object
      name: Line
      fields:
        count: {type: integer, description: 数}
        start: {type: datetime, description: 始}
"""
MORE = """\
        count: {type: integer, description: 数}
        parts:
          type: array
          wrapper: part
          description: 部分
          items: {type: object, name: PartOf, fields: {code: {type: string, description: 码}}}
"""
OTHERS = """\
  answer: {type: integer, description: 答}
  others:
    type: array
    wrapper: other
    description: 其余
    items: {type: object, name: Other, fields: {order_id: {type: boolean, description: 真}}}
"""


@pytest.mark.parametrize("case", LISTS, ids=str)
def test_no_path_leads_into_the_elements_of_a_list(tiny: TinyProject, case: Case) -> None:
    tiny.edit(ORDERS, "constraints:", f"{LINES}constraints:")
    tiny.edit(ORDERS, "        fee: {", f"{MORE}        fee: {{")
    tiny.edit(ORDERS, "pagination:", f"{OTHERS}pagination:")
    assert_reported(tiny, case)


@pytest.fixture
def batched(tiny: TinyProject) -> TinyProject:
    """A project whose method answers several values one by one."""
    tiny.edit(ORDERS, "constraints:", f"{CODES}{LINES}constraints:")
    tiny.edit(ORDERS, "        fee: {", f"{MORE}        fee: {{")
    tiny.edit(ORDERS, f"pagination: {PAGES}\n", "")
    tiny.edit(ORDERS, "errors:\n", f"{BATCH}errors:\n")
    return tiny


@pytest.mark.parametrize("case", BATCHES, ids=str)
def test_a_batch_that_nobody_could_cut_or_tell_apart(batched: TinyProject, case: Case) -> None:
    assert_reported(batched, case)


@pytest.mark.parametrize(
    "codes",
    [
        "{type: csv, max_items: 3,",
        "{type: csv, min_items: 1, max_items: 1,",
        "{type: array, max_items: 3, items: {type: string},",
        "{type: array, max_items: 3, items: {type: integer},",
    ],
)
def test_a_batch_that_is_right(batched: TinyProject, codes: str) -> None:
    batched.edit(ORDERS, "{type: csv, max_items: 3,", codes)
    assert [problem.rule for problem in batched.problems() if problem.rule == "batch"] == []


def _add(tiny: TinyProject, method: str) -> str:
    """One more method, made of the one that lists orders."""
    file = f"specs/apis/publisher/{method}.yaml"
    tiny.write(file, tiny.read(ORDERS).replace("taobao.tbk.order.get", method))
    entry = f"  - {{title: 订单查询, method: {method}, doc: 101}}"
    tiny.edit(CATALOG, "beyond:", f"beyond:\n{entry}")
    return file


def test_an_upgrade_makes_its_forerunner_deprecated(tiny: TinyProject) -> None:
    _add(tiny, "taobao.tbk.order.upgrade.get")
    (problem,) = tiny.problems()
    assert (problem.rule, problem.file) == ("deprecated", ORDERS)
    assert problem.message == "an upgrade of this method exists, taobao.tbk.order.upgrade.get"
    assert problem.hint == "add `replaced_by`"
    known = "status: deprecated\nreplaced_by: taobao.tbk.order.upgrade.get\ntopic:"
    tiny.edit(ORDERS, "topic:", known)
    assert tiny.problems() == ()


def test_a_successor_that_is_wrong_itself_is_told_once(tiny: TinyProject) -> None:
    tiny.edit(ORDERS, "topic:", "status: deprecated\nreplaced_by: taobao.tbk.order.list\ntopic:")
    file = _add(tiny, "taobao.tbk.order.list")
    text = tiny.read(file).replace("status: deprecated\nreplaced_by: taobao.tbk.order.list\n", "")
    tiny.write(file, text.replace("idempotent: true", "idempotent: perhaps"))
    assert [(problem.rule, problem.file) for problem in tiny.problems()] == [("wrong-value", file)]


def test_a_method_is_never_told_to_replace_itself(tiny: TinyProject) -> None:
    tiny.edit(ORDERS, "topic:", "status: deprecated\nreplaced_by: taobao.tbk.order.gets\ntopic:")
    (problem,) = tiny.problems()
    assert problem.message == "no method is named 'taobao.tbk.order.gets'"
    assert "taobao.tbk.order.get'" not in problem.hint


def test_what_a_name_says_of_repetition_gives_way_to_a_reason(tiny: TinyProject) -> None:
    tiny.edit(SHOPS, "idempotent: false", "idempotent: {value: true, reason: 再存一次结果相同}")
    tiny.edit(ORDERS, "idempotent: true", "idempotent: {value: false, reason: 每查一次都计数}")
    assert tiny.problems() == ()
    orders, shops = tiny.spec().apis
    assert (orders.idempotent, shops.idempotent) == (False, True)
    assert shops.idempotent_reason is not None
    assert shops.idempotent_reason.reveal() == "再存一次结果相同"


def test_a_reason_among_the_notes_counts_in_old_specs(tiny: TinyProject) -> None:
    tiny.edit(SHOPS, "idempotent: false", "idempotent: true")
    notes = "sources: [a client library], notes: ['idempotent: 再存一次结果相同']"
    tiny.edit(SHOPS, "sources: [a client library]", notes)
    assert tiny.problems() == ()


def test_a_deprecated_method_needs_no_successor(tiny: TinyProject) -> None:
    tiny.edit(ORDERS, "topic:", "status: deprecated\ntopic:")
    assert tiny.problems() == ()
    assert "names its successor" not in RULES["deprecated"].title
    assert "needs no more than the status" in RULES["deprecated"].fix


def test_constraints_that_one_call_satisfies_are_fine(tiny: TinyProject) -> None:
    tiny.edit(
        ORDERS,
        "{at_least_one_of: [title, status]}",
        "{exactly_one_of: [title, status]}, {together: [title, fields]}, "
        "{at_most_one_of: [title, fields]}, {at_most_one_of: [status, title], when: {status: 1}}",
    )
    assert tiny.problems() == ()


def test_a_code_that_is_no_value_is_told_once(tiny: TinyProject) -> None:
    """Not that it cannot hold the codes of success, too."""
    tiny.edit(
        ORDERS,
        "errors:\n  use:",
        "outcome: {reply: {code: results, ok: [fine]}}\nerrors:\n  use:",
    )
    (problem,) = tiny.problems()
    assert problem.message == "'results' is array, not string or integer"


def test_a_method_without_a_window_hides_no_wrong_one(tiny: TinyProject) -> None:
    tiny.edit(ORDERS, "window: {start: start_time, end: end_time, longest: 3h}\n", "")
    tiny.edit(SHOPS, "  detail:", "  begin: {type: datetime, description: 起点}\n  detail:")
    tiny.edit(SHOPS, "response:", "window: {start: begin, end: begin}\nresponse:")
    told = [(problem.file, problem.message) for problem in tiny.problems()]
    assert (SHOPS, "the window begins and ends with 'begin'") in told
