"""The built site in a real browser."""

import json
from urllib.parse import urlsplit

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

PHONE = (390, 844)
DESKTOP = (1280, 900)
WAIT = 20

Chrome = webdriver.Chrome


@pytest.fixture(autouse=True)
def quiet(browser: Chrome) -> None:
    """Forget what earlier tests logged."""
    browser.set_window_size(*DESKTOP)
    browser.get_log("browser")
    browser.get_log("performance")


def requested_hosts(browser: Chrome) -> set[str]:
    messages = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    urls = [
        message["params"]["request"]["url"]
        for message in messages
        if message["method"] == "Network.requestWillBeSent"
    ]
    return {urlsplit(url).hostname or "" for url in urls if url.startswith(("http", "ws"))}


def search(browser: Chrome, words: str) -> list[str]:
    """The addresses that the search finds."""
    field = browser.find_element(By.CSS_SELECTOR, ".md-search__input")
    field.click()
    field.send_keys(words)
    results = WebDriverWait(browser, WAIT).until(
        lambda found: found.find_elements(By.CSS_SELECTOR, ".md-search-result__item > a")
    )
    return [urlsplit(str(result.get_attribute("href"))).path for result in results]


@pytest.mark.parametrize(
    ("words", "page"),
    [
        ("淘口令", "/methods/tbk_tpwd_create/"),
        ("店铺搜索", "/methods/tbk_shop_get/"),
        ("tbk.order.details.get", "/methods/tbk_order_details_get/"),
        ("9100", "/errors/"),
    ],
)
def test_search_finds(browser: Chrome, url: str, words: str, page: str) -> None:
    browser.get(url)
    assert page in search(browser, words)


def test_method_page(browser: Chrome, url: str) -> None:
    browser.get(url + "methods/tbk_order_details_get/")
    assert browser.title.startswith("淘宝客-推广者-所有订单查询")
    rows = browser.find_elements(By.CSS_SELECTOR, ".md-typeset table tbody tr")
    cells = [[cell.text for cell in row.find_elements(By.TAG_NAME, "td")] for row in rows]
    start = next(row for row in cells if row[0] == "start_time")
    assert start[1:3] == ["时间", "必填"]
    assert "yyyy-MM-dd HH:mm:ss" in start[3]
    assert any("publisher_order_dto" in row[-1] for row in cells)
    assert browser.find_element(By.CSS_SELECTOR, ".highlight .kn").text == "from"
    assert browser.find_element(By.TAG_NAME, "html").get_attribute("lang") == "zh"


def test_ampersand_in_title_is_shown_once(browser: Chrome, url: str) -> None:
    browser.get(url + "methods/tbk_tpwd_convert/")
    assert "淘口令解析&转链" in browser.title
    assert "淘口令解析&转链" in browser.find_element(By.TAG_NAME, "h1").text
    assert "&amp;" not in browser.find_element(By.TAG_NAME, "body").text


def test_deprecated_method_leads_to_its_successor(browser: Chrome, url: str) -> None:
    browser.get(url + "methods/tbk_dg_material_optional/")
    browser.find_element(By.CSS_SELECTOR, ".admonition.warning a").click()
    assert urlsplit(browser.current_url).path == "/methods/tbk_dg_material_optional_upgrade/"


@pytest.mark.parametrize(
    "page", ["", "coverage/", "errors/", "methods/tbk_dg_material_optional_upgrade/"]
)
def test_phone_needs_no_sideways_scrolling(browser: Chrome, url: str, page: str) -> None:
    browser.set_window_size(*PHONE)
    browser.get(url + page)
    wide = browser.execute_script(
        "const most = document.documentElement.clientWidth;"
        "return [...document.querySelectorAll('.md-typeset table, .md-typeset td')]"
        "  .filter(e => e.getBoundingClientRect().right > most).map(e => e.innerText)"
    )
    assert wide == []


def test_nothing_leaves_this_machine_and_nothing_fails(browser: Chrome, url: str) -> None:
    for page in ("", "signing/", "orders/", "mock/", "methods/tbk_tpwd_create/"):
        browser.get(url + page)
    search(browser, "订单")
    assert requested_hosts(browser) == {"127.0.0.1"}
    assert [entry for entry in browser.get_log("browser") if entry["level"] == "SEVERE"] == []
