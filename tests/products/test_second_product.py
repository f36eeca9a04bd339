"""A second product, with names of its own, is rendered by the same generator and templates."""

import asyncio
import importlib
import json
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import taobaoke
import taobaoke_mock
import yaml
from client.server import serving
from docs.sites import build_site
from project import tree

from products.building import ACCOUNT, built, edit, imported, project_of

VERSION = "3.1.4"

OUR_WORDS = re.compile(r"taobao|tbk|淘宝客", re.IGNORECASE)
GATEWAY_WORDS = re.compile(r"(?<![\w.])taobao\.|//eco\.taobao\.com\b|\btaobao_user_(?:id|nick)\b")
"""The prefix of the names of methods, the host, and members of a token."""


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(project_of(tmp_path_factory.mktemp("parcelkit")))


@pytest.fixture(scope="module")
def packages(output: Path) -> Iterator[tuple[Any, Any]]:
    """Its client and mock, imported beside ours."""
    with imported(output) as both:
        yield both


def text(path: Path) -> str:
    return path.read_text("utf-8")


# In one process


def test_both_clients_call_their_mocks_in_one_process(packages: tuple[Any, Any]) -> None:
    parcelkit, stub = packages
    with (
        stub.MockServer(results=5) as parcels,
        taobaoke_mock.MockServer() as ours,
        parcelkit.Client(*ACCOUNT, gateway=parcels.url) as parcel_client,
        taobaoke.Client(*ACCOUNT, gateway=ours.url) as our_client,
    ):
        page = parcel_client.parcel_list_get(state="moving")
        assert (type(page).__module__, page.total) == ("parcelkit.methods.parcel_list_get", 5)
        weights = [parcel.weight for parcel in page.iter_all()]
        assert weights == [Decimal(1)] * 5
        shops = our_client.tbk_shop_get(fields="user_id,shop_title", q="女装")
        assert shops.results[0].shop_title
        assert [call.method for call in parcels.requests] == ["taobao.parcel.list.get"] * 3
        assert [call.method for call in ours.requests] == ["taobao.tbk.shop.get"]


def test_its_asynchronous_client_is_the_twin(packages: tuple[Any, Any]) -> None:
    parcelkit, stub = packages

    async def printed_at(gateway: str) -> Any:
        async with parcelkit.AsyncClient(*ACCOUNT, session="test", gateway=gateway) as client:
            reply = await client.parcel_label_print(address={"city": "杭州"})
            return reply.label.printed_at

    with stub.MockServer() as server:
        assert asyncio.run(printed_at(server.url)).year == 2024


def test_each_has_errors_of_its_own(packages: tuple[Any, Any]) -> None:
    parcelkit, stub = packages
    assert not issubclass(parcelkit.ParcelError, taobaoke.TaobaokeError)
    assert not issubclass(taobaoke.TaobaokeError, parcelkit.ParcelError)
    assert not hasattr(parcelkit, "TaobaokeError")
    with stub.MockServer() as server:
        with (
            parcelkit.Client("12345678", "wrong", gateway=server.url) as client,
            pytest.raises(parcelkit.ParcelError) as refused,
        ):
            client.parcel_list_get(state="moving")
        assert type(refused.value) is parcelkit.InvalidSignature
        assert refused.value.solution == "核对签名"
        with (
            taobaoke.Client(*ACCOUNT, gateway=server.url) as stranger,
            pytest.raises(taobaoke.TaobaokeError) as unknown,
        ):
            stranger.tbk_shop_get(fields="user_id", q="女装")
        assert type(unknown.value) is taobaoke.InvalidMethod
        assert not isinstance(unknown.value, parcelkit.ParcelError)


def test_it_tells_its_name_and_version_on_the_wire(packages: tuple[Any, Any]) -> None:
    parcelkit, stub = packages
    assert (parcelkit.__version__, stub.__version__) == (VERSION, VERSION)
    with serving() as gateway:
        gateway.answers({"parcel_list_get_response": {}})
        with parcelkit.Client(*ACCOUNT, gateway=gateway.url) as client:
            client.parcel_list_get(state="moving")
        assert gateway.requests[0].headers["user-agent"] == f"parcel-kit/{VERSION}"


def test_each_catalogue_is_of_its_product(packages: tuple[Any, Any]) -> None:
    loaders: list[Any] = [
        importlib.import_module(f"{package.__name__}.catalogue")
        for package in (*packages, taobaoke)
    ]
    titles = [loader.catalogue()["product"]["title"]["zh"] for loader in loaders]
    assert titles == ["包裹", "包裹", "淘宝客"]
    assert [*loaders[0].catalogue()["methods"]] == [
        "taobao.parcel.label.print",
        "taobao.parcel.list.get",
        "taobao.parcel.secret.get",
    ]
    assert [*loaders[0].catalogue()["words"]["topics"]] == ["parcels", "labels"]
    assert loaders[1].catalogue() == loaders[0].catalogue()


# What its files say


def test_nothing_says_our_name(output: Path) -> None:
    found = []
    for name, content in tree(output).items():
        # Our own imports compile the packages. The state answers methods by their names: what it
        # knows of ours lies idle in a product that has none of them.
        if "/__pycache__/" not in name and "/state/" not in name:
            told = GATEWAY_WORDS.sub("", name + "\n" + content.decode("utf-8"))
            found += [(name, word) for word in OUR_WORDS.findall(told)]
    assert found == []


@pytest.mark.parametrize(
    ("folder", "name", "package"),
    [("client", "parcel-kit", "parcelkit"), ("mock_server", "parcel-stub", "parcelkit_stub")],
)
def test_its_distributions(output: Path, folder: str, name: str, package: str) -> None:
    told = tomllib.loads(text(output / folder / "pyproject.toml"))
    assert told["project"]["name"] == name
    assert told["project"]["version"] == VERSION
    assert told["project"]["license"] == "Apache-2.0"
    assert told["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"] == [f"src/{package}"]
    assert "parcelkit authors" in text(output / folder / "LICENSE")
    assert text(output / folder / "README.md").startswith(f"# {name}\n")


def test_its_command_and_its_first_page(output: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "parcelkit_stub", "--help"],
        cwd=output / "mock_server" / "src",
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout
    assert told.startswith("usage: parcel-stub ")
    assert "包裹的模拟网关" in told
    assert "--fail taobao.parcel.list.get=7" in told


def test_its_openapi_document(output: Path) -> None:
    told = yaml.safe_load(text(output / "openapi.yaml"))
    assert told["info"]["version"] == VERSION
    assert told["info"]["title"] == "包裹 API"
    assert told["info"]["license"]["identifier"] == "Apache-2.0"
    assert [tag["name"] for tag in told["tags"]] == ["parcels", "labels"]
    operation = told["paths"]["/router/rest#taobao.parcel.list.get"]["post"]
    extensions = {key for key in operation if key.startswith("x-")}
    assert {key.rpartition("-")[0].split("-")[1] for key in extensions} == {"parcel"}
    assert operation["x-parcel-role"] == "sender"


def test_its_pages(output: Path) -> None:
    pages = output / "docs" / "docs"
    assert "# 包裹 API\n" in text(pages / "index.md")
    assert "### 面单\n" in text(pages / "index.md")
    assert "`taobao.parcel.list.get` 就是 `client.parcel_list_get()`" in text(pages / "index.md")
    assert "from parcelkit import Client" in text(pages / "methods" / "parcel_list_get.md")
    assert "| 角色 | 寄件人 |" in text(pages / "methods" / "parcel_list_get.md")
    site = tomllib.loads(text(output / "docs" / "zensical.toml"))["project"]
    assert site["site_name"] == "包裹 API 文档"
    assert {
        "包裹查询": [
            {"寄件人-列表": "methods/parcel_list_get.md"},
            {"taobao.parcel.secret.get": "methods/parcel_secret_get.md"},
        ]
    } in site["nav"][2]["API"]


# Guides call methods that a product may name or not


def test_guides_leave_out_what_the_product_does_not_name(output: Path) -> None:
    pages = [
        output / "client" / "README.md",
        output / "mock_server" / "README.md",
        *(output / "docs" / "docs").glob("*.md"),
        output / "client" / "src" / "parcelkit" / "client.py",
    ]
    for path in pages:
        content = text(path)
        for word in (
            "女装",
            "user_id",
            "order.trade_id",
            "query_type",
            "position_index",
            "订单查询",
        ):
            assert word not in content, (path, word)


def test_a_page_about_windows_needs_a_method_with_one(output: Path, tmp_path: Path) -> None:
    assert "# 按时间查询\n" in text(output / "docs" / "docs" / "orders.md")
    root = project_of(tmp_path)
    spec = root / "specs" / "apis" / "sender" / "taobao.parcel.list.get.yaml"
    edit(spec, 'window: {start: since, end: until, longest: "2d"}\n', "")
    docs = built(root) / "docs"
    assert not (docs / "docs" / "orders.md").exists()
    assert "orders.md" not in text(docs / "zensical.toml")


def programs(*files: Path) -> list[str]:
    found = []
    for file in files:
        found += re.findall(r"^```python\n(.*?)^```$", text(file), re.DOTALL | re.MULTILINE)
    return found


def run_programs(output: Path, stub: ModuleType) -> int:
    """Run the programs of both READMEs against the mock; how many there are."""
    told = programs(output / "client" / "README.md", output / "mock_server" / "README.md")
    for program in told:
        with stub.MockServer() as server:
            server.reply("taobao.time.get", {"time": "now"})
            account = f'"12345678", "helloworld", gateway="{server.url}"'
            program = program.replace('"你的 AppKey", "你的 AppSecret"', account)
            defined: dict[str, Any] = {}
            exec(compile(program.replace("用户的授权", "test"), "README.md", "exec"), defined)
            for test in (defined[name] for name in defined if name.startswith("test_")):
                test(server)
    return len(told)


def test_programs_of_its_readmes_run(
    output: Path, packages: tuple[Any, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_programs(output, packages[1]) == 4
    assert "ParcelListGetResponse\n" in capsys.readouterr().out


def test_a_product_without_a_first_call(
    packages: tuple[Any, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project_of(tmp_path)
    first = "{method: taobao.parcel.list.get, arguments: {state: moving}, show: [total]}"
    edit(root / "specs" / "product.yaml", f"first_call: {first}\n", "")
    output = built(root)
    assert run_programs(output, packages[1]) == 4
    assert "time: 'now'" in capsys.readouterr().out
    catalogue = json.loads(text(output / "client" / "src" / "parcelkit" / "catalogue.json"))
    assert "first_call" not in catalogue["product"]


# Slow


@pytest.mark.slow
def test_its_packages_are_strictly_typed(output: Path, tmp_path: Path) -> None:
    for folder, package in (("client", "parcelkit"), ("mock_server", "parcelkit_stub")):
        done = subprocess.run(
            [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path), "-p", package],
            cwd=output / folder / "src",
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout


@pytest.mark.slow
def test_its_site_builds(output: Path, tmp_path: Path) -> None:
    done = build_site(output / "docs", tmp_path / "docs")
    assert done.returncode == 0, done.stdout + done.stderr
    front = text(tmp_path / "docs" / "site" / "index.html")
    assert "包裹 API" in front
    assert not OUR_WORDS.search(GATEWAY_WORDS.sub("", front))
    shutil.rmtree(tmp_path / "docs")
