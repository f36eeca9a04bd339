"""A word is added, or removed, in one place: a row of the product or a row of the language."""

import datetime
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from project import REPOSITORY

from generator.pipeline import Pipeline, Project
from generator.problems import SpecError
from products.building import ACCOUNT, edit, imported, project_of

PRODUCT = "specs/product.yaml"
LANGUAGE = "generator/spec/language.py"
CATALOG = "specs/catalog.yaml"
LIST = "specs/apis/sender/taobao.parcel.list.get.yaml"
LABEL = "specs/apis/courier/taobao.parcel.label.print.yaml"

TOPIC = "  returns: {zh: 退件, en: returned parcels}\n"
ROLE = "  depot: {zh: 网点, en: depots}\n"
UNIT = '    Unit("箩", "basketfuls", "箩"),\n'
FORMAT = """\
    TimeFormat(
        "dd.MM.yyyy HH:mm",
        "the day first",
        "dd.MM.yyyy HH:mm",
        r"\\d{2}\\.\\d{2}\\.\\d{4} \\d{2}:\\d{2}",
        "%d.%m.%Y %H:%M",
    ),
"""
COUNTING = (
    '    TimeFormat("epoch_us", "microseconds", "微秒时间戳", r"\\d{1,16}", per_second=1000000),\n'
)

METHOD = """\
method: taobao.parcel.return.get
title: 退件查询
summary: {zh: 查询退件, en: Find a returned parcel}
role: depot
topic: returns
coverage: full
doc: {confidence: documented, sources: [a page]}
auth: {session: none}
idempotent: true
request:
  since:
    type: datetime
    required: true
    format: "dd.MM.yyyy HH:mm"
    example: "24.11.2026 08:30"
    description: 何时之后
  seen:
    {type: datetime, format: epoch_us, example: "1767283200000001", description: 最近一次见到}
  day: {type: date, format: epoch_ms, description: 哪一天}
response:
  weight: {type: integer, unit: 箩, description: 重量}
  back_at: {type: datetime, format: "dd.MM.yyyy HH:mm", description: 退回时间}
  seen: {type: datetime, format: epoch_us, description: 最近一次见到}
  day: {type: date, format: epoch_ms, description: 哪一天}
"""


@dataclass(frozen=True, slots=True)
class Workshop:
    """A copy of the generator, with a project that it works on."""

    root: Path

    @classmethod
    def create(cls, root: Path) -> "Workshop":
        without = shutil.ignore_patterns("__pycache__")
        shutil.copytree(REPOSITORY / "generator", root / "generator", ignore=without)
        project_of(root)
        return cls(root)

    def edit(self, file: str, old: str, new: str) -> None:
        edit(self.root / file, old, new)

    def add_row(self, file: str, table: str, row: str) -> None:
        """A new row, the first one of a table."""
        self.edit(file, f"{table}\n", f"{table}\n{row}")

    def run(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """Python in the folder of the copy, which comes before the installed generator."""
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=self.root,
            env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def tbkgen(self, command: str) -> "subprocess.CompletedProcess[str]":
        return self.run("-m", "generator", "--root", ".", command)

    def text(self, path: str) -> str:
        return (self.root / "generated" / path).read_text("utf-8")


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """One new word of each kind, used by a new method."""
    workshop = Workshop.create(tmp_path_factory.mktemp("workshop"))
    workshop.add_row(PRODUCT, "topics:", TOPIC)
    workshop.add_row(PRODUCT, "roles:", ROLE)
    workshop.add_row(LANGUAGE, "UNITS = _table(", UNIT)
    workshop.add_row(LANGUAGE, "TIME_FORMATS = _table(", FORMAT + COUNTING)
    row = "  - {title: 退件查询, method: taobao.parcel.return.get}\n"
    workshop.add_row(CATALOG, "beyond:", row)
    method = workshop.root / "specs" / "apis" / "depot" / "taobao.parcel.return.get.yaml"
    method.parent.mkdir()
    method.write_text(METHOD, "utf-8")
    assert workshop.tbkgen("fmt").returncode == 0
    done = workshop.tbkgen("build")
    assert (done.returncode, done.stderr) == (0, "")
    return workshop


@pytest.fixture(scope="module")
def packages(workshop: Workshop) -> Iterator[tuple[Any, Any]]:
    with imported(workshop.root / "generated") as both:
        yield both


def beijing(day: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(f"{day}+08:00")


@pytest.mark.slow
def test_new_formats_go_over_the_wire_and_back(packages: tuple[Any, Any]) -> None:
    kit, stub = packages
    with stub.MockServer() as server, kit.Client(*ACCOUNT, gateway=server.url) as client:
        server.reply(
            "taobao.parcel.return.get",
            {
                "weight": 250,
                "back_at": "02.01.2026 03:04",
                "seen": "1767283200000001",
                "day": "1767283200000",
            },
        )
        reply = client.parcel_return_get(
            since=datetime.datetime(2026, 11, 24, 8, 30),
            seen=beijing("2026-01-02T00:00"),
            day=datetime.date(2026, 1, 2),
        )
        sent = server.requests[0].parameters
        assert sent["since"] == "24.11.2026 08:30"
        assert sent["seen"] == "1767283200000000"
        assert sent["day"] == "1767283200000"
        assert server.requests[0].explanation is None
        assert reply.back_at == beijing("2026-01-02T03:04")
        assert reply.seen == beijing("2026-01-02T00:00:00.000001")
        assert reply.day == datetime.date(2026, 1, 2)
        assert reply.weight == 250


@pytest.mark.slow
def test_the_sample_of_the_mock_has_the_new_formats(packages: tuple[Any, Any]) -> None:
    kit, stub = packages
    with stub.MockServer() as server, kit.Client(*ACCOUNT, gateway=server.url) as client:
        reply = client.parcel_return_get(since="18.06.2024 12:00")
    assert reply.raw["back_at"] == "18.06.2024 12:00"
    assert reply.raw["seen"] == "1718683200000000"
    assert reply.seen == beijing("2024-06-18T12:00")


@pytest.mark.parametrize(
    ("name", "text"), [("since", "2026-11-24 08:30:00"), ("since", "soon"), ("seen", "soon")]
)
@pytest.mark.slow
def test_client_and_mock_refuse_another_form(
    packages: tuple[Any, Any], name: str, text: str
) -> None:
    kit, stub = packages
    arguments = {"since": "24.11.2026 08:30", name: text}
    with stub.MockServer() as server, kit.Client(*ACCOUNT, gateway=server.url) as client:
        with pytest.raises(kit.InvalidArguments) as refused:
            client.parcel_return_get(**arguments)
        assert len(refused.value.problems) == 1
        assert refused.value.problems[0].startswith(f"{name}：")
        with pytest.raises(kit.RejectedArguments) as rejected:
            client.call("taobao.parcel.return.get", arguments)
        assert (rejected.value.code, rejected.value.argument) == ("41", name)


@pytest.mark.slow
def test_new_words_stand_wherever_people_read_them(workshop: Workshop) -> None:
    kit = "client/src/parcelkit"
    topic = workshop.text(f"{kit}/topics/returns.py")
    assert topic.startswith('"""Methods about returned parcels: 退件."""\n')
    assert "since: 必填；何时之后；格式：dd.MM.yyyy HH:mm\n" in topic
    assert "async def parcel_return_get(" in workshop.text(f"{kit}/async_topics/returns.py")
    assert '"""重量；单位：箩"""' in workshop.text(f"{kit}/methods/parcel_return_get.py")
    page = workshop.text("docs/docs/methods/parcel_return_get.md")
    assert "| 角色 | 网点 |" in page
    assert "重量<br>单位：箩" in page
    assert "格式：`dd.MM.yyyy HH:mm`" in page
    assert "格式：微秒时间戳" in page
    assert "### 退件\n" in workshop.text("docs/docs/index.md")
    assert '{name: returns, description: "退件"}' in workshop.text("openapi.yaml")
    words = json.loads(workshop.text(f"{kit}/catalogue.json"))["words"]
    assert words["topics"]["returns"] == {"zh": "退件", "en": "returned parcels"}
    assert words["roles"]["depot"] == {"zh": "网点", "en": "depots"}
    assert words["units"]["箩"] == {"zh": "箩", "en": "basketfuls"}
    assert words["formats"]["dd.MM.yyyy HH:mm"]["strptime"] == "%d.%m.%Y %H:%M"


@pytest.mark.slow
def test_editors_are_offered_the_new_words(workshop: Workshop) -> None:
    program = """
import json, sys
from generator.spec.load import parse
from generator.spec.words import words_schema
product = parse("specs/product.yaml", open("specs/product.yaml", "rb").read()).data
json.dump(words_schema(product)["$defs"], sys.stdout)
"""
    done = workshop.run("-c", program)
    assert done.returncode == 0, done.stderr
    lists = json.loads(done.stdout)
    for name, word, meaning in (
        ("topic", "returns", "returned parcels (退件)"),
        ("role", "depot", "depots (网点)"),
        ("unit", "箩", "basketfuls"),
        ("format", "dd.MM.yyyy HH:mm", "the day first"),
    ):
        told = dict(zip(lists[name]["enum"], lists[name]["enumDescriptions"], strict=True))
        assert told[word] == meaning
        assert f"{word}: {meaning}." in lists[name]["description"]


# Words that are not there

MISTAKES = [
    (LABEL, "topic: labels", "topic: lables", "lables", "did you mean 'labels'?"),
    (LABEL, "role: courier", "role: courrier", "courrier", "did you mean 'courier'?"),
    (LABEL, "retry: later", "retry: latter", "latter", "did you mean 'later'?"),
    (
        LABEL,
        "printed_at: {type: datetime,",
        "printed_at: {type: datetime, format: yyyy-MM-dd HH:m,",
        "yyyy-MM-dd HH:m,",
        "did you mean 'yyyy-MM-dd HH:mm'?",
    ),
    (LABEL, "coverage: full", "coverage: ful", "ful\n", "did you mean 'full'?"),
    (LABEL, "session: required", "session: require", "require}", "did you mean 'required'?"),
    (LABEL, "confidence: sdk", "confidence: sdks", "sdks", "did you mean 'sdk'?"),
    (LIST, "unit: 件", "unit: 毫秒钟", "毫秒钟", "did you mean '毫秒'?"),
    (
        "specs/platform.yaml",
        "class: temporary, retry: later",
        "class: temporary, retry: bann",
        "bann",
        "did you mean 'ban'?",
    ),
    (PRODUCT, "{label: labels}", "{label: lables}", "lables", "did you mean 'labels'?"),
]


def problems(root: Path) -> list[str]:
    """What is wrong with a project's specs."""
    with pytest.raises(SpecError) as found:
        Pipeline(Project.at(root, cached=False)).spec()
    return [str(problem) for problem in found.value.problems]


@pytest.mark.parametrize(("file", "old", "new", "at", "hint"), MISTAKES)
def test_an_unknown_word_is_a_problem_with_a_place(
    tmp_path: Path, file: str, old: str, new: str, at: str, hint: str
) -> None:
    root = project_of(tmp_path)
    edit(root / file, old, new)
    before = (root / file).read_text("utf-8").partition(at)[0]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    (problem,) = problems(root)
    assert problem.startswith(f"{file}:{line}:{column}: ")
    assert problem.endswith(f" — {hint}")


@pytest.mark.slow
def test_all_unknown_words_are_told_at_once_and_nothing_is_written(tmp_path: Path) -> None:
    workshop = Workshop.create(tmp_path)
    wrong = [mistake for mistake in MISTAKES if mistake[0] in (LABEL, LIST)]
    for file, old, new, _, _ in wrong:
        workshop.edit(file, old, new)
    done = workshop.tbkgen("build")
    assert (done.returncode, done.stdout) == (1, "")
    assert [hint for *_, hint in wrong if hint not in done.stderr] == []
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "generated").exists()


@pytest.mark.parametrize(
    ("row", "place"),
    [
        ("  labels: {zh: 面单, en: labels}\n", f"{LABEL}:6:8: "),
        ("  courier: {zh: 快递员, en: couriers}\n", f"{LABEL}:5:7: "),
    ],
)
def test_a_word_of_the_product_is_missed_where_it_is_used(
    tmp_path: Path, row: str, place: str
) -> None:
    root = project_of(tmp_path)
    edit(root / PRODUCT, row, "")
    told = problems(root)
    assert any(problem.startswith(place) for problem in told)
    assert all(problem.startswith(("specs/apis/", f"{PRODUCT}:")) for problem in told)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("row", "places"),
    [
        ('    Unit("件", "pieces", "件"),\n', [f"{LIST}:37:"]),
        (
            '    Retry("later", "a passing fault, try again after a short wait", "稍后重试"),\n',
            [f"{LABEL}:27:", "specs/platform.yaml:40:"],
        ),
    ],
)
def test_a_word_of_the_language_is_missed_where_it_is_used(
    tmp_path: Path, row: str, places: list[str]
) -> None:
    workshop = Workshop.create(tmp_path)
    workshop.edit(LANGUAGE, row, "")
    done = workshop.tbkgen("lint")
    assert (done.returncode, done.stdout) == (1, "")
    assert "Traceback" not in done.stderr
    assert [place for place in places if place not in done.stderr] == []
