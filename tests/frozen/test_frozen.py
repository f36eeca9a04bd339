"""An old spec tree, with its own schemas, builds for ever: the spec language only grows.

The files below `specs` are never edited. If a change to the generator breaks this test, the change
would break every spec that somebody keeps outside of this repository, too.
"""

from pathlib import Path

from project import frozen_project

from generator.pipeline import Pipeline

TYPED = {
    "tbk_dg_item_recommend",
    "tbk_dg_trade_list",
    "tbk_image_upload",
    "tbk_order_get",
    "tbk_sc_shop_save",
}


def test_the_old_specs_still_build(tmp_path: Path) -> None:
    Pipeline(frozen_project(tmp_path)).build()
    methods = tmp_path / "generated" / "client" / "src" / "taobaoke" / "methods"
    assert {path.stem for path in methods.glob("*.py")} - {"__init__"} == TYPED
    pages = tmp_path / "generated" / "docs" / "docs" / "methods"
    assert {path.stem for path in pages.glob("*.md")} == TYPED | {"tbk_secret_get"}
