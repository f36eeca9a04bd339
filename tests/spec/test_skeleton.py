"""A new spec is right in form, under a name that the platform could have."""

import pytest
from tables import every

from generator.spec.lint.texts import PLACEHOLDER
from generator.spec.load import parse
from generator.spec.skeleton import check_method_name, skeleton

KNOWN = ["taobao.tbk.shop.get", "qimen.taobao.tbk.item.rule.get"]


@every(
    ("method", "complaint"),
    [
        ("taobao.tbk.foo", None),
        ("qimen.taobao.tbk.foo", None),
        ("tbk.foo", "no method starts with 'tbk'; did you mean taobao.tbk.foo?"),
        ("taobo.tbk.foo", "no method starts with 'taobo'; did you mean taobao.tbk.foo?"),
        ("qimem.foo", "no method starts with 'qimem'; did you mean qimen.foo?"),
        ("foo", "'foo' is no method name; it looks like taobao.shop.get"),
        ("taobao", "'taobao' is no method name; it looks like taobao.shop.get"),
        ("Taobao.Foo", "'Taobao.Foo' is no method name; it looks like taobao.shop.get"),
        ("taobao.foo\n", "'taobao.foo\\n' is no method name; it looks like taobao.shop.get"),
        ("../taobao.foo", "'../taobao.foo' is no method name; it looks like taobao.shop.get"),
    ],
)
def test_a_name_without_its_prefix_is_asked_for(method: str, complaint: str | None) -> None:
    assert check_method_name(method, "taobao.", KNOWN) == complaint


def test_a_gateway_without_a_prefix_takes_any_name() -> None:
    assert check_method_name("shop.get", "", []) is None


def test_a_skeleton_is_canonical_and_marks_what_is_to_be_written() -> None:
    text = skeleton("taobao.tbk.foo", "common", "items", "标题", "2026-11-26")
    first, _, rest = text.partition("\n")
    assert first == "# yaml-language-server: $schema=../../_schema/api.schema.json"
    assert rest.startswith("method: taobao.tbk.foo\ntitle: 标题\n")
    assert rest.count(PLACEHOLDER) >= 5
    assert "\n  source: {kind: page}\n" in rest
    assert isinstance(parse("x.yaml", text.encode()).data, dict)


@pytest.mark.parametrize(
    ("method", "idempotent"),
    [("taobao.a.get", True), ("taobao.a.search", True), ("taobao.a.save", False),
     ("taobao.get.a", False), ("taobao.a.spout", False)],
)  # fmt: skip
def test_a_skeleton_is_repeated_only_if_its_name_says_so(method: str, idempotent: bool) -> None:
    data = parse("x.yaml", skeleton(method, "common", "items", "标题", "2026-11-26").encode()).data
    assert isinstance(data, dict)
    assert data["idempotent"] is idempotent
