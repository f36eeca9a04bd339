"""The coverage that README and the coverage page claim, found out by calling and decoding.

A method counts as covered when the client can call it, synchronously and asynchronously, and reads
the reply; counting spec files would prove nothing.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from project import REPOSITORY as ROOT
from real import SAMPLES
from taobaoke import AsyncClient, Client, Response
from taobaoke_mock import MockServer

from generator.spec.ir import Api, Spec
from generator.targets.programs import call_source
from generator.targets.samples import FILE_NAME, PNG

LABELS = {"请求与返回": "full", "仅请求": "request", "仅名称": "name", "无": "title"}


@pytest.fixture(scope="module")
def mock() -> Iterator[MockServer]:
    with MockServer(samples=True) as server:
        yield server


def call(api: Api, client: Client | AsyncClient) -> Any:
    names = {"UTC": UTC, "date": date, "datetime": datetime, "timedelta": timedelta}
    return eval(
        call_source(api, SAMPLES).text,
        {"client": client, "Decimal": Decimal, "Path": Path, **names},
    )


def reads_its_sample(api: Api, reply: Response) -> bool:
    """Whether every member of the sample reached its typed attribute."""
    wanted = {member.name: member.python_name for member in api.fields}
    sample = SAMPLES.response(api)
    return all(
        getattr(reply, python_name) is not None
        for name, python_name in wanted.items()
        if sample.get(name) not in (None, "", {}, [])
    )


async def covered(spec: Spec, mock: MockServer) -> dict[str, str]:
    """What is covered of each method: `full` or `request`, by calling it both ways."""
    found = {}
    credentials = ("12345678", "helloworld")
    async with AsyncClient(*credentials, session="test", gateway=mock.url) as asynchronous:
        with Client(*credentials, session="test", gateway=mock.url) as client:
            for api in spec.apis:
                if api.typed:
                    replies = (call(api, client), await call(api, asynchronous))
                    assert all(reads_its_sample(api, reply) for reply in replies), api.method
                    full = all(type(reply)._fields for reply in replies)
                    found[api.method] = (
                        "full" if full and api.coverage.name == "full" else "request"
                    )
    return found


def claimed_on_the_page() -> tuple[Counter[str], Counter[str]]:
    """Rows of the coverage page by what they claim: the platform's list, and beyond."""
    page = (ROOT / "generated/docs/docs/coverage.md").read_text("utf-8")
    tables: list[Counter[str]] = [Counter(), Counter()]
    listed, beyond = page.split("\n## ")[1:3]
    for counter, text in zip(tables, (listed, beyond), strict=True):
        for row in re.findall(r"^\| .+ \|$", text, re.MULTILINE):
            cells = [cell.strip() for cell in row.strip("|").split(" | ")]
            counter.update(LABELS[cell] for cell in cells if cell in LABELS)
    return tables[0], tables[1]


def numbers(file: str) -> list[int]:
    """The numbers of the coverage paragraph, in their order."""
    text = (ROOT / file).read_text("utf-8")
    paragraph = re.search(r"<!-- coverage -->(.*?)<!-- /coverage -->", text, re.DOTALL)
    assert paragraph
    sentences = re.sub(r"\]\(.*?\)", "", paragraph[1]).replace("OpenAPI 3.1", "")
    return [int(number) for number in re.findall(r"\d+", sentences)]


async def test_claims_of_coverage(
    spec: Spec, mock: MockServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(FILE_NAME).write_bytes(PNG)
    found = await covered(spec, mock)
    named = {api.method for api in spec.apis}

    def level(method: str | None) -> str:
        return found.get(method or "", "name" if method in named else "title")

    listed = Counter(level(entry.method) for entry in spec.titles if entry.listed)
    beyond = Counter(level(entry.method) for entry in spec.titles if not entry.listed)
    assert claimed_on_the_page() == (listed, beyond)
    true = [
        listed.total(),
        *(listed[name] for name in ("full", "request", "name", "title")),
        *(beyond[name] for name in ("full", "name")),
        sum(bool(api.auth.packages) for api in spec.apis),
        len(found),
    ]
    assert numbers("README.md") == true
    assert numbers("README.zh-CN.md") == true
