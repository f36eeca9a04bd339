"""The built site in a real browser."""

import json
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from selenium.webdriver.common.by import By

from docs.poison import TITLE

if TYPE_CHECKING:
    from selenium.webdriver import Chrome
    from selenium.webdriver.remote.webelement import WebElement

pytestmark = pytest.mark.slow

PHONE = (390, 844)
DESKTOP = (1280, 900)
WAIT = 20


@pytest.fixture(autouse=True)
def quiet(browser: "Chrome") -> None:
    """Forget what earlier tests logged."""
    browser.set_window_size(*DESKTOP)
    browser.get_log("browser")
    browser.get_log("performance")


def requested_hosts(browser: "Chrome") -> set[str]:
    messages = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    urls = [
        message["params"]["request"]["url"]
        for message in messages
        if message["method"] == "Network.requestWillBeSent"
    ]
    return {urlsplit(url).hostname or "" for url in urls if url.startswith(("http", "ws"))}


def search(browser: "Chrome", words: str) -> "list[WebElement]":
    """The links that the search finds; its dialog lives in a shadow tree."""
    browser.find_element(By.CSS_SELECTOR, ".md-search__button").click()
    browser.switch_to.active_element.send_keys(words)
    dialog = browser.switch_to.active_element.shadow_root
    from selenium.webdriver.support.ui import WebDriverWait  # It takes long

    return WebDriverWait(browser, WAIT).until(
        lambda _: dialog.find_elements(By.CSS_SELECTOR, "[role=listbox] a")
    )


@pytest.mark.parametrize(
    ("words", "page"),
    [
        ("淘口令", "/methods/tbk_tpwd_create.html"),
        ("店铺搜索", "/methods/tbk_shop_get.html"),
        ("tbk.order.details.get", "/methods/tbk_order_details_get.html"),
        ("9100", "/errors.html"),
        ("16189", "/packages.html"),
    ],
)
def test_search_finds(browser: "Chrome", url: str, words: str, page: str) -> None:
    browser.get(url)
    found = [urlsplit(str(link.get_attribute("href"))).path for link in search(browser, words)]
    assert page in found


def test_search_shows_spec_text_as_text(browser: "Chrome", poisoned_url: str) -> None:
    browser.get(poisoned_url)
    first = search(browser, "spread")[0]
    assert first.text.count(TITLE) == len(["title", "path"])
    assert first.find_elements(By.TAG_NAME, "img") == []


def test_method_page(browser: "Chrome", url: str) -> None:
    browser.get(url + "methods/tbk_order_details_get.html")
    assert browser.title.startswith("淘宝客-推广者-所有订单查询")
    rows = browser.find_elements(By.CSS_SELECTOR, ".md-typeset table tbody tr")
    cells = [[cell.text for cell in row.find_elements(By.TAG_NAME, "td")] for row in rows]
    start = next(row for row in cells if row[0] == "start_time")
    assert start[1:3] == ["时间", "必填"]
    assert "yyyy-MM-dd HH:mm:ss" in start[3]
    assert any("publisher_order_dto" in row[-1] for row in cells)
    assert browser.find_element(By.CSS_SELECTOR, ".highlight .kn").text == "from"
    assert browser.find_elements(By.PARTIAL_LINK_TEXT, "Zensical") == []
    assert browser.find_element(By.TAG_NAME, "html").get_attribute("lang") == "zh"


def test_a_package_links_to_where_to_apply_for_it(browser: "Chrome", url: str) -> None:
    browser.get(url + "methods/tbk_coupon_get.html")
    links = [
        link.get_attribute("href") for link in browser.find_elements(By.CSS_SELECTOR, "table a")
    ]
    apply = "https://open.taobao.com/api.htm?docId=31106&docType=2&scopeId="
    assert {f"{apply}16189", f"{apply}11655", f"{url}packages.html"} <= {*links}


def test_ampersand_in_title_is_shown_once(browser: "Chrome", url: str) -> None:
    browser.get(url + "methods/tbk_tpwd_convert.html")
    assert "淘口令解析&转链" in browser.title
    assert "淘口令解析&转链" in browser.find_element(By.TAG_NAME, "h1").text
    assert "&amp;" not in browser.find_element(By.TAG_NAME, "body").text


def test_deprecated_method_leads_to_its_successor(browser: "Chrome", url: str) -> None:
    browser.get(url + "methods/tbk_dg_material_optional.html")
    browser.find_element(By.CSS_SELECTOR, ".admonition.warning a").click()
    assert urlsplit(browser.current_url).path == "/methods/tbk_dg_material_optional_upgrade.html"


@pytest.mark.parametrize(
    "page",
    [
        "",
        "coverage.html",
        "errors.html",
        "packages.html",
        "methods/tbk_dg_material_optional_upgrade.html",
    ],
)
def test_phone_needs_no_sideways_scrolling(browser: "Chrome", url: str, page: str) -> None:
    browser.set_window_size(*PHONE)
    browser.get(url + page)
    wide = browser.execute_script(
        "const most = document.documentElement.clientWidth;"
        "return [...document.querySelectorAll('.md-typeset table, .md-typeset td')]"
        "  .filter(e => e.getBoundingClientRect().right > most).map(e => e.innerText)"
    )
    assert wide == []


def test_nothing_leaves_this_machine_and_nothing_fails(browser: "Chrome", url: str) -> None:
    for page in ("", "signing.html", "orders.html", "mock.html", "methods/tbk_tpwd_create.html"):
        browser.get(url + page)
    search(browser, "订单")
    assert requested_hosts(browser) == {"127.0.0.1"}
    assert [entry for entry in browser.get_log("browser") if entry["level"] == "SEVERE"] == []
