"""Pages about more than one method."""

import dataclasses
import re
from datetime import timedelta

import pytest
import real
from project import CATALOG, ORDERS, PLATFORM, PRODUCT, SHOPS, TinyProject

from generator.output.escape import md_code, md_link
from generator.spec import language
from generator.spec.ir import Api, Link, Spec
from generator.spec.text import Name, SpecText
from generator.targets import docs, words
from generator.targets.docs import guides


@pytest.mark.parametrize(
    ("offset", "words"),
    [
        (timedelta(hours=8), "+08:00"),
        (timedelta(), "+00:00"),
        (timedelta(hours=5, minutes=30), "+05:30"),
        (-timedelta(hours=5, minutes=30), "-05:30"),
        (-timedelta(minutes=30), "-00:30"),
    ],
)
def test_offsets(offset: timedelta, words: str) -> None:
    assert guides._offset_words(offset) == words


def test_chapters_follow_the_order_of_the_product_and_leave_out_empty_ones(
    tiny: TinyProject,
) -> None:
    topics = [topic.name for topic, _ in guides.chapters(tiny.spec())]
    assert topics == ["orders", "shops"]
    lines = tiny.read(PRODUCT).splitlines(keepends=True)
    (first,) = (index for index, line in enumerate(lines) if line.startswith("  orders: {zh"))
    lines[first : first + 2] = reversed(lines[first : first + 2])
    tiny.write(PRODUCT, "".join(lines))
    assert [topic.name for topic, _ in guides.chapters(tiny.spec())] == ["shops", "orders"]


def test_the_rule_about_names_shows_a_method_that_has_the_prefix(tiny: TinyProject) -> None:
    index, readme = "docs/docs/index.md", "client/README.md"
    files = tiny.pipeline().render()
    assert "例如 `taobao.tbk.order.get` 就是 `client.tbk_order_get()`" in files[index].decode()
    tiny.edit(PLATFORM, "dropped_prefix: taobao.\n", "dropped_prefix: qimen.\n")
    files = tiny.pipeline().render()
    assert "去掉 `qimen.`" in files[index].decode()
    assert "例如" not in files[index].decode().split("## 命名")[1]
    assert "去掉 `qimen.`" in files[readme].decode()


def test_titles_of_the_navigation_lose_the_usual_prefix(tiny: TinyProject) -> None:
    tiny.edit(ORDERS, "title: 订单查询", "title: 淘宝客-订单查询")
    tiny.edit(CATALOG, "title: 订单查询", "title: 淘宝客-订单查询")
    text = tiny.pipeline().render()["docs/zensical.toml"].decode()
    assert '{ "订单查询" = "methods/tbk_order_get.md" }' in text


def test_coverage_tells_every_title_once(tiny: TinyProject) -> None:
    spec = tiny.spec()
    view = guides.coverage(spec.titles, spec.apis)
    orders = view.listed[0]
    assert [(row.number, row.title, row.coverage) for row in view.listed] == [
        (1, "订单查询<br>[`taobao.tbk.order.get`](methods/tbk_order_get.md)", "请求与返回"),
        (2, "尚无文档", "无"),
    ]
    (note,) = spec.apis[0].doc.notes
    assert orders.notes == note.reveal()
    assert (view.listed[1].source, view.listed[1].notes) == ("", "")
    assert (view.with_packages, view.without) == (1, 1)
    assert [(row.number, row.title, row.coverage) for row in view.beyond] == [
        (1, "店铺保存<br>[`taobao.tbk.sc.shop.save`](methods/tbk_sc_shop_save.md)", "请求与返回")
    ]
    assert view.beyond[0].notes == "资料来自公开的 SDK，未与平台文档核对"


def test_the_order_of_checks_is_told_with_the_platforms_words(tiny: TinyProject) -> None:
    spec = tiny.spec()
    view = guides.mock(spec.product, spec.platform, None, None)
    assert view.checks == (
        "`21` Missing method、`25` Invalid signature、`40` Missing required arguments"
    )


def test_coverage_tells_the_newest_source_and_not_the_day_of_the_comparison() -> None:
    spec = real.spec()
    view = guides.coverage(spec.titles, spec.apis)
    sources = {str(row.title): row.source for row in (*view.listed, *view.beyond)}
    shown = [*rows(page(spec, "coverage"))]
    told = 0
    for api in spec.apis:
        (cell,) = (cell for title, cell in sources.items() if f"`{api.method}`" in title)
        source = api.doc.source
        assert cell == (
            f"{source.kind.label}{f' {source.date}' if source.date else '，日期不详'}"
            if source
            else "没有记载"
        )
        told += bool(source)
        (row,) = (cells for cells in shown if f"`{api.method}`" in "".join(cells[:2]))
        assert row[-2] == cell
    assert told


def test_messages_about_a_topic_stand_above_its_methods() -> None:
    spec = real.spec()
    topic = dataclasses.replace(spec.product.topics[0], note=SpecText("年底*下线*"))
    changed = dataclasses.replace(spec.product, topics=(topic, *spec.product.topics[1:]))
    text = page(dataclasses.replace(spec, product=changed), "index")
    chapter = text.split(f"### {topic.words.zh.reveal()}\n")[1].split("###")[0]
    assert chapter.startswith('\n!!! info "消息"\n\n    年底\\*下线\\*\n\n| API |')


def page(spec: Spec, name: str) -> str:
    return real.rendered(docs.TARGET, spec)[f"docs/docs/{name}.md"].decode()


def rows(text: str) -> list[list[str]]:
    """The cells of all rows of all tables."""
    lines = re.findall(r"^\| (.*) \|$", text, re.MULTILINE)
    return [line.split(" | ") for line in lines]


# Errors


def test_errors_are_told_with_their_class_limit_links_and_notes() -> None:
    spec = real.spec()
    link = Link(Name("rules"), SpecText("规则"), SpecText("https://pub.alimama.com/rules"))
    errors = tuple(
        dataclasses.replace(error, see=(link,), note=SpecText("未证实"))
        for error in (*spec.platform.errors, *spec.platform.sub_errors)
    )
    count = len(spec.platform.errors)
    platform = dataclasses.replace(spec.platform, errors=errors[:count], sub_errors=errors[count:])
    text = page(dataclasses.replace(spec, platform=platform), "errors")
    both = text.split("\n## 网关错误码\n")[1].split("\n## 子错误码\n")
    for part, told, gateway in zip(
        both, (errors[:count], errors[count:]), (True, False), strict=True
    ):
        found = rows(part)[2:]
        assert len(found) == len(told)
        for cells, error in zip(found, told, strict=True):
            assert cells[0] == md_code(error.code)
            assert cells[2 if gateway else 1] == words.class_words(error)
            advice = cells[3 if gateway else 2]
            assert "参见 [规则](<https://pub.alimama.com/rules>)<br>注：未证实" in advice
            assert cells[-1] == error.retry.label


def test_the_page_about_errors_explains_every_word_of_limits_and_classes() -> None:
    text = page(real.spec(), "errors")
    classes = text.split("## 错误的类别\n")[1].split("\n## ")[0]
    for word in language.ERROR_CLASSES.values():
        assert f"| {word.label} | `{word.name}` | {word.advice} |" in classes
    assert "| 参数有误 | `argument` | 参数缺失、格式不对或超出范围，改正后再调 |" in classes
    assert "| 调用过频 | `rate_limit` | 调用次数或频率超过限额，等一段时间再调 |" in classes
    scopes, lasts = re.findall(r"^- `(?:scope|lasts)` .*$", text, re.MULTILINE)
    for line, table in ((scopes, language.LIMIT_SCOPES), (lasts, language.LIMIT_SPANS)):
        for word in table.values():
            assert f"`{word.name}` {word.label}" in line


# Permission packages


def test_every_package_is_told_with_all_its_methods_and_old_ones_at_the_end() -> None:
    spec = real.spec()
    current, legacy = page(spec, "packages").split("\n## 旧权限包\n")
    assert "\n## 权限包与 API\n" in current
    for is_legacy, text in ((False, current), (True, legacy)):
        granted: dict[str, list[Api]] = {}
        for api in spec.apis:
            for package in api.auth.packages:
                if package.legacy is is_legacy:
                    granted.setdefault(f"`{package.id}`", []).append(api)
        found = {cells[0]: cells[1] for cells in rows(text) if cells[0].startswith("`")}
        assert found.keys() == granted.keys()
        assert granted
        for id_, apis in granted.items():
            lines = found[id_].split("<br>")
            assert len(lines) == len(apis)
            for line, api in zip(lines, apis, strict=True):
                assert line.startswith(f"[`{api.method}`](methods/{api.python_name}.md) ")
                (package,) = (one for one in api.auth.packages if f"`{one.id}`" == id_)
                assert package.page
                assert line.endswith(f" · {md_link(SpecText('申请'), package.page)}")


def test_packages_stand_in_the_order_of_their_numbers(tiny: TinyProject) -> None:
    tiny.edit(PLATFORM, 'legacy: ["381"]', 'legacy: ["381", "99", "1000"]')
    tiny.edit(ORDERS, '["27939", "381"]', '["1000", "27939", "381", "100", "99"]')
    tiny.edit(SHOPS, "{session: required}", '{session: required, packages: ["7", "100"]}')
    text = tiny.pipeline().render()["docs/docs/packages.md"].decode()
    current, legacy = text.split("\n## 旧权限包\n")
    for part, expected in ((current, ["7", "100", "27939"]), (legacy, ["99", "381", "1000"])):
        assert [cells[0] for cells in rows(part) if cells[0].startswith("`")] == [
            f"`{id_}`" for id_ in expected
        ]


def test_the_program_about_packages_takes_no_deprecated_method(tiny: TinyProject) -> None:
    tiny.edit(SHOPS, "{session: required}", '{session: required, packages: ["7"]}')
    page = "docs/docs/packages.md"
    text = tiny.pipeline().render()[page].decode()
    assert 'server.fail("taobao.tbk.order.get", "11")' in text
    successor = "status: deprecated\nreplaced_by: taobao.tbk.sc.shop.save\ntopic:"
    tiny.edit(ORDERS, "topic:", successor)
    text = tiny.pipeline().render()[page].decode()
    assert 'server.fail("taobao.tbk.sc.shop.save", "11")' in text
    assert "server.fail(" not in text.replace('server.fail("taobao.tbk.sc.shop.save"', "")


def test_methods_without_a_known_package_are_a_number_with_a_link() -> None:
    spec = real.spec()
    known = sum(bool(api.auth.packages) for api in spec.apis)
    unknown = len(spec.apis) - known
    text = page(spec, "packages")
    assert f"知道权限包的 API 有 {known} 个，另外 {unknown} 个没有资料说明" in text
    assert "见[覆盖情况](coverage.md)" in text
    assert f"有 {known} 个，列在[权限包索引](packages.md)；另外 {unknown} 个" in page(
        spec, "coverage"
    )


def test_without_any_package_the_page_only_explains() -> None:
    spec = real.spec()
    auth = dataclasses.replace(spec.apis[0].auth, packages=())
    bare = tuple(dataclasses.replace(api, auth=auth) for api in spec.apis)
    text = page(dataclasses.replace(spec, apis=bare), "packages")
    assert "sub_msg" in text
    assert rows(text) == []
    assert "```python" not in text


@pytest.mark.parametrize("use", ["register", "registered"])
def test_one_method_alone_cannot_show_how_to_verify_a_write(tiny: TinyProject, use: str) -> None:
    tiny.edit(PRODUCT, "guesses:", f"guides: {{{use}: taobao.tbk.order.get}}\nguesses:")
    shown = tiny.pipeline().render()["docs/docs/reliability.md"].decode()
    assert "先查，没有再发。\n" in shown
    assert "```python" not in shown


def test_many_values_are_told_of_where_a_method_takes_them(tiny: TinyProject) -> None:
    page = "docs/docs/reliability.md"
    assert "许多值" not in tiny.pipeline().render()[page].decode()
    pages = "pagination: {style: page, items: results, page: page_no, size: page_size, "
    batch = "batch: {values: codes, items: results, key: order_id}"
    tiny.edit(ORDERS, f"{pages}more: has_next}}", batch)
    codes = "  codes: {type: csv, max_items: 3, description: 码}\n"
    tiny.edit(ORDERS, "request:\n", f"request:\n{codes}")
    shown = tiny.pipeline().render()[page].decode()
    assert "`tbk_order_get_many` | `codes` | 3 | `order_id` |" in shown
    assert "async for answer" not in shown
    tiny.edit(PRODUCT, "guesses:", "guides: {items: taobao.tbk.order.get}\nguesses:")
    shown = tiny.pipeline().render()[page].decode()
    assert "client.tbk_order_get_many([*ids" in shown


def test_the_page_about_windows_teaches_pulling_where_there_are_orders(tiny: TinyProject) -> None:
    page = "docs/docs/orders.md"
    shown = tiny.pipeline().render()[page].decode()
    assert "*Methods that answer for a span of time, and how long it may be.*" in shown
    assert "漏单" not in shown
    assert re.findall("^## (.+)$", shown, re.MULTILINE) == ["时间窗口的上限"]
    tiny.edit(PRODUCT, "guesses:", "guides: {orders: taobao.tbk.order.get}\nguesses:")
    shown = tiny.pipeline().render()[page].decode()
    assert "*How to pull orders without losing or repeating any" in shown
    assert "漏单和重单多半出在段与段之间。" in shown
    assert "pull = client.tbk_order_get_all(\n" in shown
    headings = re.findall("^## (.+)$", shown, re.MULTILINE)
    assert headings == ["时间窗口的上限", "取完一个时期", "频率"]
