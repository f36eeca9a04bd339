"""Every rule has a test that breaks it, and an explanation; all problems are told at once."""

import pytest
import test_pipeline
from project import CATALOG, ENUMS, FIELDS, ORDERS, PLATFORM, PRODUCT, SHOPS, TinyProject
from spec import test_build, test_load_rules, test_resolve, test_validate
from spec.lint import (
    test_calls,
    test_errors,
    test_forms,
    test_origins,
    test_platform,
    test_texts,
    test_titles,
    test_values,
)
from tables import every
from targets import test_namespaces

from generator import importers  # noqa: F401 - importing declares the rules
from generator.cli import main
from generator.problems import RULES

CASES = [
    case
    for module in (
        *(test_load_rules, test_validate, test_resolve, test_build),
        *(test_pipeline, test_namespaces),
        *(test_calls, test_errors, test_forms, test_origins),
        *(test_platform, test_texts, test_titles, test_values),
    )
    for case in module.CASES
]


def test_good_specs_have_no_problem(tiny: TinyProject) -> None:
    assert tiny.problems() == ()


def test_the_cases_break_every_rule() -> None:
    told_elsewhere = {
        *("file-size", "file-encoding", "near-duplicate", "layout", "stray-file"),
        *("stale", "old-source"),
    }
    of_importers = {name for name in RULES if name.startswith("import-")}
    assert {case.rule for case in CASES} | told_elsewhere == set(RULES) - of_importers


@every("name", sorted(RULES))
def test_every_rule_is_explained(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", name]) == 0
    told = capsys.readouterr().out
    rule = RULES[name]
    for text in (name, rule.title, "Why: ", "Fix: ", rule.why.split()[0], rule.fix.split()[-1]):
        assert text in told


def test_problems_of_all_files_are_told_at_once_and_nothing_is_written(
    tiny: TinyProject, capsys: pytest.CaptureFixture[str]
) -> None:
    tiny.edit(PRODUCT, "class_prefix: Taobaoke", "class_prefix: taobaoke")
    tiny.edit(PLATFORM, "tolerance: 10m", "tolerance: ten")
    tiny.edit(FIELDS, "page_no: {type", "page_no: {tpye")
    tiny.edit(ORDERS, "coverage: full", "coverage: ful")
    tiny.edit(SHOPS, "auth: {session: required}\n", "")
    tiny.edit(ENUMS, "values: {", "values: {}, values: {")
    before = {path: path.read_bytes() for path in tiny.root.rglob("*") if path.is_file()}
    assert main(["--root", str(tiny.root), "build", "--no-cache"]) == 1
    told = capsys.readouterr().err
    for file in (PRODUCT, PLATFORM, FIELDS, ORDERS, SHOPS, ENUMS):
        assert f"{file}:" in told
    assert "nothing written" in told
    after = {path: path.read_bytes() for path in tiny.root.rglob("*") if path.is_file()}
    assert after == before


def test_missing_files_are_reported(tiny: TinyProject) -> None:
    for file in (CATALOG, PRODUCT):
        kept = tiny.read(file)
        (tiny.root / file).unlink()
        (problem,) = tiny.problems()
        assert (problem.rule, problem.file, problem.line) == ("file-name", file, 1)
        tiny.write(file, kept)
