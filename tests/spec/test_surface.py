"""What users of the client notice of an edit, and how much it hurts."""

import subprocess

import pytest
from project import CATALOG, FIELDS, ORDERS, PLATFORM, SHOPS, TYPES, TinyProject, tree

from generator.spec.fmt import format_specs
from generator.spec.surface import compare, markdown

PAGES = (
    "pagination: {style: page, items: results, page: page_no, size: page_size, more: has_next}\n"
)
ORDER, SHOP = "taobao.tbk.order.get", "taobao.tbk.sc.shop.save"


@pytest.fixture
def tiny(tiny: TinyProject) -> TinyProject:
    """Without a documented sample, which would have to follow every edit."""
    spec, sample, _ = tiny.read(ORDERS).partition("example:\n  response:\n")
    assert sample
    tiny.write(ORDERS, spec)
    return tiny


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (ORDERS, "按时间查询", "按时间段查询", []),
        (ORDERS, "佣金", "佣金的金额", []),
        (ORDERS, "paid_at:", "paid_time:",
         [("breaking", ORDER, "field `results.paid_at` is gone"),
          ("added", ORDER, "field `results.paid_time`")]),
        (SHOPS, "title: {use: title, required: true,", "title: {use: title,",
         [("changed", SHOP, "parameter `title` is optional now")]),
        (SHOPS, "page_no: {use: page_no}", "page_no: {use: page_no, required: true}",
         [("breaking", SHOP, "parameter `page_no` is required now")]),
        (SHOPS, "page_no: {use: page_no}",
         "page_no: {use: page_no}\n  n: {type: integer, description: 数}",
         [("added", SHOP, "parameter `n`")]),
        (SHOPS, "page_no: {use: page_no}",
         "page_no: {use: page_no}\n  n: {type: integer, required: true, description: 数}",
         [("breaking", SHOP, "required parameter `n` is new")]),
        (SHOPS, 'minimum: "0.5"', 'minimum: "0.7"',
         [("changed", SHOP, "parameter `detail.weight`: minimum 0.5 → 0.7")]),
        (ORDERS, "minimum: 1, maximum: 100, default", "minimum: 1, default",
         [("changed", ORDER, "parameter `page_size`: maximum 100 → none")]),
        (ORDERS, "    type: csv\n    example: \"a,b\"", "    type: csv\n    separator: \";\"",
         [("changed", ORDER, 'parameter `fields`: wire format: separator "," → ";"')]),
        (ORDERS, "datetime, further_formats: [epoch_ms]", "datetime, format: epoch_ms",
         [("changed", ORDER,
           "field `results.paid_at`: wire format: further times epoch_ms → none"),
          ("changed", ORDER,
           "field `results.paid_at`: wire format: time yyyy-MM-dd HH:mm:ss → epoch_ms")]),
        (ORDERS, "wrapper: string", "wrapper: tag",
         [("changed", ORDER, "field `results.tags`: wire format: wrapper string → tag")]),
        (SHOPS, "weight: {", "weight: {deprecated: true, ",
         [("changed", SHOP, "parameter `detail.weight` is deprecated")]),
        (ORDERS, "fee: {type: decimal, unit: 元", "fee: {type: string, wire: number",
         [("breaking", ORDER, "field `results.fee`: decimal → string")]),
        (SHOPS, "scale: 2", "scale: 1",
         [("changed", SHOP, "parameter `detail.weight`: scale 2 → 1")]),
        (FIELDS, ", closed: stated", ", closed: refused", []),
        (FIELDS, ", closed: stated", "",
         [("changed", ORDER, "parameter `status`: other values pass now"),
          ("changed", SHOP, "parameter `status`: other values pass now")]),
        (ORDERS, "      b: 乙", "      b: 乙\n    closed: stated",
         [("changed", ORDER, "parameter `fields`: other values are type errors now")]),
        (ORDERS, 'placeholders: ["--"]', 'placeholders: ["0", "--"]',
         [("changed", ORDER, 'field `results.fee`: wire format: none "--" → "0", "--"')]),
        (ORDERS, ", further_formats: [epoch_ms]", "",
         [("changed", ORDER,
           "field `results.paid_at`: wire format: further times epoch_ms → none")]),
        (ORDERS, '["1", "Y"], "no": ["0"]', '["Y", "1"], "no": ["N"]',
         [("changed", ORDER, 'field `results.is_first`: wire format: false "0" → "N"'),
          ("changed", ORDER, 'field `results.is_first`: wire format: true "1", "Y" → "Y", "1"')]),
        (ORDERS, '["27939", "381"]', '["381"]',
         [("changed", ORDER, "permission packages: 27939, 381 → 381")]),
        (SHOPS, "{session: required}", '{session: required, packages: ["7"]}',
         [("changed", SHOP, "permission packages: none → 7")]),
        (ORDERS, "class: not_found", "class: business",
         [("changed", ORDER, "error `isv.none`: class not_found → business")]),
        (ORDERS, "class: not_found, retry: never",
         "class: rate_limit, limit: {scope: app, lasts: shortly}, retry: later",
         [("changed", ORDER, "error `isv.none`: class not_found → rate_limit, retry never → later, "
           "limit none → app/shortly")]),
        (ORDERS, "solution: 换个条件", "solution: 改条件", []),
        (ORDERS, "  isv.none: {message", "  isv.no: {message",
         [("changed", ORDER, "error `isv.none` is gone"),
          ("added", ORDER, "error `isv.no` (not_found)")]),
        (PLATFORM, "scope: app", "scope: method",
         [("changed", "(every method)", "error `7`: limit app/told → method/told")]),
        (PLATFORM, "class: temporary, retry: later", "class: temporary, retry: never",
         [("changed", "(every method)", "error `isp.*`: retry later → never")]),
        (ORDERS, "tags: {type: array, wrapper: string, description: 标签, items: {type: string}",
         "tags: {type: array, wrapper: string, description: 标签, items: {type: decimal}",
         [("breaking", ORDER, "field `results.tags`: list[string] → list[decimal]")]),
        (ORDERS, "fee: {type", "fee: {python: fee_yuan, type",
         [("breaking", ORDER, "field `results.fee` is `fee_yuan` in Python, was `fee`")]),
        (ORDERS, "      b: 乙", "      b: 乙\n      c: 丙",
         [("added", ORDER, "parameter `fields`: values c")]),
        (TYPES, "shop_id: {type: string, wire: number", "shop_id: {type: csv",
         [("breaking", ORDER, "field `results.shop.shop_id`: string → csv"),
          ("breaking", SHOP, "field `shop.shop_id`: string → csv")]),
        (ORDERS, "session: optional", "session: required",
         [("breaking", ORDER, "session: optional → required")]),
        (ORDERS, "session: optional", "session: none",
         [("changed", ORDER, "session: optional → none")]),
        (ORDERS, "idempotent: true", "idempotent: false",
         [("changed", ORDER, "is not retried any more")]),
        (ORDERS, "topic:", f"status: deprecated\nreplaced_by: {SHOP}\ntopic:",
         [("changed", ORDER, f"deprecated; call `{SHOP}` instead")]),
        (ORDERS, PAGES, "",
         [("breaking", ORDER, "no pagination any more")]),
        (ORDERS, ", size: page_size, more", ", more", [("changed", ORDER, "pagination differs")]),
        (ORDERS, "confidence: documented", "confidence: inferred",
         [("breaking", ORDER, "no typed call any more")]),
    ],
)  # fmt: skip
def test_an_edit_has_its_level(
    tiny: TinyProject, file: str, old: str, new: str, expected: list[tuple[str, str, str]]
) -> None:
    before = tiny.spec()
    tiny.edit(file, old, new)
    changes = compare(before, tiny.spec())
    assert [(change.level, change.method, change.text) for change in changes] == expected


def test_a_name_that_is_confirmed_gives_a_typed_call(tiny: TinyProject) -> None:
    after = tiny.spec()
    tiny.edit(ORDERS, "confidence: documented", "confidence: inferred")
    changes = compare(tiny.spec(), after)
    assert [(change.level, change.method, change.text) for change in changes] == [
        ("added", ORDER, "a typed call")
    ]


def test_methods_come_and_go(tiny: TinyProject) -> None:
    before = tiny.spec()
    tiny.edit(SHOPS, "{example: taobao.tbk.order.get}", "{example: ours}")
    copy = "specs/apis/publisher/taobao.tbk.order.list.yaml"
    tiny.write(copy, tiny.read(ORDERS).replace("order.get", "order.list"))
    tiny.edit(CATALOG, "order.get, doc: 101}", "order.list, doc: 101}")
    (tiny.root / ORDERS).unlink()
    changes = compare(before, tiny.spec())
    assert [(change.level, change.method) for change in changes] == [
        ("breaking", ORDER),
        ("added", "taobao.tbk.order.list"),
    ]
    assert markdown(changes, "v1") == (
        "Public surface since v1:\n\n"
        "### Breaking\n\n- `taobao.tbk.order.get`: the method is gone\n\n"
        "### Added\n\n- `taobao.tbk.order.list`: the method is new (coverage: full)\n"
    )
    assert markdown([], "v1") == "The public surface is the same as at v1.\n"


def test_values_and_codes_of_specs_stay_on_their_line(tiny: TinyProject) -> None:
    before = tiny.spec()
    tiny.edit(ORDERS, "      b: 乙", '      "b\\n## <img>\\u2028x": 乙')
    tiny.edit(ORDERS, "  isv.none: {message", '  "isv.\\r\\n<b>none": {message')
    tiny.edit(ORDERS, 'example: "a,b"', "example: a")
    text = markdown(compare(before, tiny.spec()), "v1")
    assert [line for line in text.split("\n") if "img" in line or "b>" in line] == [
        "- `taobao.tbk.order.get`: error `isv.  &lt;b>none` (not_found)",
        "- `taobao.tbk.order.get`: parameter `fields`: values b ## &lt;img> x",
    ]
    assert "<" not in text
    assert len(text.splitlines()) == text.count("\n")


def test_a_class_that_is_shared_no_more_is_named_otherwise(tiny: TinyProject) -> None:
    before = tiny.spec()
    tiny.edit(SHOPS, "{example: taobao.tbk.order.get}", "{example: ours}")
    (tiny.root / ORDERS).unlink()
    tiny.edit(CATALOG, "  - {title: 订单查询, method: taobao.tbk.order.get, doc: 101}\n", "")
    for file, content in format_specs(tiny.root).changed.items():
        tiny.write(file, content)
    after = tiny.spec()
    moved = [change.text for change in compare(before, after) if change.method == SHOP]
    assert moved == ["the class `types.TbkScShopSaveShop` was `types.Shop`"]
    back = [change.text for change in compare(after, before) if change.method == SHOP]
    assert back == ["the class `types.Shop` was `types.TbkScShopSaveShop`"]
    tiny.pipeline().build()
    client = tree(tiny.root / "generated" / "client" / "src" / "taobaoke")
    assert b"class TbkScShopSaveShop(" in client["methods/tbk_sc_shop_save.py"]


@pytest.mark.slow
def test_the_command_compares_with_a_git_revision(tiny: TinyProject) -> None:
    def git(*arguments: str) -> None:
        identity = ["-c", "user.name=a", "-c", "user.email=a@example.com"]
        subprocess.run(
            ["git", *identity, *arguments], cwd=tiny.root, check=True, capture_output=True
        )

    git("init", "-q")
    git("add", "specs")
    git("commit", "-q", "-m", "first", "--no-gpg-sign")
    same = tiny.run("surface", "HEAD")
    assert (same.returncode, same.stdout) == (0, "The public surface is the same as at HEAD.\n")
    tiny.edit(SHOPS, "page_no: {use: page_no}", "page_no: {use: page_no, required: true}")
    told = tiny.run("surface", "HEAD")
    assert told.returncode == 0
    assert (
        "### Breaking\n\n- `taobao.tbk.sc.shop.save`: parameter `page_no` is required"
        in told.stdout
    )
    assert tiny.run("surface", "HEAD", "--fail-on-breaking").returncode == 1
    tiny.edit(SHOPS, "page_no: {use: page_no, required: true}", "page_no: {use: page_no}")
    tiny.edit(SHOPS, "  detail:", "  more: {type: integer, description: 更多}\n  detail:")
    added = tiny.run("surface", "HEAD", "--fail-on-breaking")
    assert (added.returncode, added.stdout.count("### Added")) == (0, 1)
    unknown = tiny.run("surface", "--", "--output=x")
    assert unknown.returncode == 2
    assert "git knows no specs at '--output=x'" in unknown.stderr
    assert not (tiny.root / "x").exists()
