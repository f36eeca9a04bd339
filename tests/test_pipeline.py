"""Equal specs give equal bytes, whatever the machine, the time zone and the cache."""

import itertools
import time
from pathlib import Path

import pytest
from edits import Case, assert_reported
from project import PRODUCT, SHOP_FIELDS, SHOPS, TinyProject, tree

from generator.output.stamp import Stamp
from generator.pipeline import Pipeline
from generator.problems import SpecError
from generator.project import Project

ENVIRONMENTS = (
    {"PYTHONHASHSEED": "0", "TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "1", "TZ": "America/New_York", "LC_ALL": "C"},
)
OPTIONS = ((), ("--no-cache",))

CASES = [
    Case(
        "missing-file",
        PRODUCT,
        "file: LICENSE",
        "file: COPYING",
        "COPYING",
        "the project has no file 'COPYING'",
    )
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_an_edit_that_breaks_a_rule_is_reported_where_it_stands(
    tiny: TinyProject, case: Case
) -> None:
    assert_reported(tiny, case)


def test_old_specs_are_read_without_todays_rules_but_must_be_sound(tiny: TinyProject) -> None:
    tiny.edit(SHOPS, "description: 细节", "description: 待写")
    line = Pipeline(Project.at(tiny.root, cached=False))
    assert [api.method for api in line.unlinted_spec().apis] == [
        "taobao.tbk.order.get",
        "taobao.tbk.sc.shop.save",
    ]
    tiny.edit(SHOPS, "type: decimal", "type: number")
    with pytest.raises(SpecError) as caught:
        Pipeline(Project.at(tiny.root, cached=False)).unlinted_spec()
    assert [problem.file for problem in caught.value.problems] == [SHOPS]


@pytest.mark.slow
def test_every_run_writes_the_same_bytes(tmp_path: Path) -> None:
    trees = []
    for number, (environment, options) in enumerate(itertools.product(ENVIRONMENTS, OPTIONS)):
        tiny = TinyProject.create(tmp_path / f"project {number}")
        run = tiny.run("build", *options, **environment)
        assert run.returncode == 0, run.stderr
        trees.append(tree(tiny.root / "generated"))
    assert trees[0]
    assert all(other == trees[0] for other in trees[1:])
    for path, content in trees[0].items():
        assert str(tmp_path).encode() not in content, path


@pytest.mark.slow
def test_a_run_from_the_cache_writes_what_a_fresh_one_writes(tmp_path: Path) -> None:
    tiny = TinyProject.create(tmp_path / "project")
    tiny.pipeline(cached=True).build()
    tiny.edit(SHOP_FIELDS, "店铺名称", "店铺的名称")
    tiny.pipeline(cached=True).build()
    fresh = TinyProject.create(tmp_path / "fresh")
    fresh.edit(SHOP_FIELDS, "店铺名称", "店铺的名称")
    fresh.pipeline().build()
    assert tree(tiny.root / "generated") == tree(fresh.root / "generated")


@pytest.mark.slow
def test_time_grows_with_the_specs_and_no_faster(tmp_path: Path) -> None:
    """Twenty thousand parameters once took 17 seconds."""
    taken = []
    for number in (5_000, 20_000):
        tiny = TinyProject.create(tmp_path / str(number))
        more = (f"  p{i}: {{type: string, description: 参数{i}}}\n" for i in range(number))
        tiny.edit(SHOPS, "  detail:\n", "".join(more) + "  detail:\n")
        start = time.process_time()
        tiny.pipeline().render()
        taken.append(time.process_time() - start)
    assert taken[1] < 8 * taken[0], taken


def _is_current(tiny: TinyProject) -> bool:
    """Whether a build would find nothing to do."""
    project = Project.at(tiny.root)
    stamp = Stamp(project.cache.stamp_file)
    stamp.look(project.inputs())
    return stamp.is_current(project.output)


@pytest.mark.slow
def test_a_new_licence_and_a_new_readme_are_news(tiny: TinyProject) -> None:
    tiny.pipeline(cached=True).build()
    assert _is_current(tiny)
    tiny.write("LICENSE", "another one")
    assert not _is_current(tiny)
    tiny.pipeline(cached=True).build()
    assert tiny.read("generated/client/LICENSE") == "another one"
    assert _is_current(tiny)
    tiny.write("README.md", "<!-- counts --><!-- /counts --><!-- coverage --><!-- /coverage -->")
    assert not _is_current(tiny)
    tiny.pipeline(cached=True).build()
    assert "<!-- counts --><!-- /counts -->" not in tiny.read("README.md")
    assert _is_current(tiny)


def test_a_cache_that_leads_out_of_the_project_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "project").mkdir()
    (tmp_path / "project" / ".cache").symlink_to(tmp_path / "elsewhere")
    assert Project.at(tmp_path / "project").cache.stamp_file is None
