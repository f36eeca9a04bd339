"""The rendered pages, the built site on a server, and a browser to look at it."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from docs.poison import TEXT, TITLE, poisoned
from docs.sites import build_site, render
from generator.spec.ir import Spec

if TYPE_CHECKING:
    from selenium import webdriver


@pytest.fixture(scope="session")
def source(spec: Spec, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return render(spec, tmp_path_factory.mktemp("docs"))


@pytest.fixture(scope="session")
def site(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "docs"
    result = build_site(source, folder)
    assert result.returncode == 0, result.stdout + result.stderr
    return folder / "site"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        """No log on the terminal."""


@contextmanager
def _served(site: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=site)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def url(site: Path) -> Iterator[str]:
    with _served(site) as address:
        yield address


@pytest.fixture(scope="session")
def poisoned_site(spec: Spec, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("poisoned")
    result = build_site(render(poisoned(spec, TITLE, TEXT), folder / "docs"), folder / "built")
    assert result.returncode == 0, result.stdout + result.stderr
    return folder / "built" / "site"


@pytest.fixture
def poisoned_url(poisoned_site: Path) -> Iterator[str]:
    with _served(poisoned_site) as address:
        yield address


def _program(*names: str) -> str:
    found = next(filter(None, map(shutil.which, names)), None)
    assert found, f"none of {', '.join(names)} is on the PATH; tests/install_browser.sh helps"
    return found


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[webdriver.Chrome]":
    from selenium import webdriver  # It takes long, and few tests need it

    options = webdriver.ChromeOptions()
    options.binary_location = _program("chromium", "google-chrome", "chromium-browser")
    for argument in (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        f"--user-data-dir={tmp_path_factory.mktemp('browser')}",
    ):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    chrome = webdriver.Chrome(options, webdriver.ChromeService(_program("chromedriver")))
    yield chrome
    chrome.quit()
