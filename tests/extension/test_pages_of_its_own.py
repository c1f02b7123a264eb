"""The extension's own pages: options that are kept, and no barriers, light and dark, wide and narrow."""

from __future__ import annotations

from typing import Any

import pytest

from server.app.application import create_app
from server.config import Settings
from tests.extension.chromium import Chromium
from tests.extension.conftest import Service
from tests.extension.driver import Driver, eventually
from tests.extension.site import Site
from tests.extension.test_reading import MAIN, STATUS, checked, press_in
from tests.looking import assert_whole

pytestmark = [pytest.mark.browser, pytest.mark.redis]


@pytest.fixture
def chrome(chromium: Chromium, service: Service) -> Any:
    chromium.set(service=service.url, consent="send_articles")
    yield chromium
    chromium.close_tabs()


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_barriers(chrome: Chromium, site: Site, service: Service, language: str) -> None:
    chrome.set(service=service.url, consent="send_articles", language=language, automatic=True)
    tab = checked(chrome, site.url("/story"))
    popup = chrome.popup(tab)
    popup.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true })")
    popup.locator(".actions button").last.click()
    popup.wait_for_selector("pre")
    unread = chrome.popup(chrome.open(site.url("/nothing")))
    for page in (popup, unread, chrome.page("options.html"), chrome.page("welcome.html")):
        for width in (320, 800):
            page.set_viewport_size({"width": width, "height": 700})
            assert_whole(page)
        assert page.evaluate("document.documentElement.lang") == language


def test_the_popup_can_be_used_with_the_keyboard(chrome: Chromium, site: Site) -> None:
    tab = checked(chrome, site.url("/story"))
    popup = chrome.popup(tab)
    popup.locator("[data-signal=unlinked_video] li button").first.focus()
    popup.keyboard.press("Enter")
    eventually(lambda: popup.inner_text("#status"), lambda words: words == "Marked in the page.")
    reached = set()
    for _ in range(200):
        popup.keyboard.press("Tab")
        reached.add(popup.evaluate("document.activeElement.outerHTML"))
    wanted = popup.evaluate(
        "[...document.querySelectorAll('button, a[href], summary')]"
        ".filter((element) => element.checkVisibility()).map((element) => element.outerHTML)"
    )
    assert reached >= set(wanted)


def test_german(browser: Driver, site: Site, service: Service) -> None:
    browser.set(service=service.url, consent="send_articles", language="de")
    tab = checked(browser, site.url("/story"))
    words = browser.run(browser.popup(tab), MAIN)
    assert "Quellen kaum erkennbar" in words
    assert "Jeder Artikel beginnt mit" in words
    assert "Few signs" not in words
    assert browser.badge(tab).title.startswith("Touchstone: Quellen kaum erkennbar, ")


def test_the_service_is_tried_before_it_is_kept(browser: Driver, service: Service) -> None:
    browser.set(service="http://127.0.0.1:1", consent="send_articles")
    options = browser.page("options.html")
    state = 'document.getElementById("service-state").textContent'
    eventually(lambda: browser.run(options, 'document.getElementById("service").value'), bool)
    for written, said in (
        ("nowhere", "no usable address"),
        ("http://touchstone.example.org", "no usable address"),  # unencrypted, and not at home
        ("http://127.0.0.1:1", "No Touchstone service answers"),
        (service.url + "/", "its address is kept"),
    ):
        browser.run(options, f'document.getElementById("service").value = "{written}"')
        press_in(browser, options, "#service-form button")
        eventually(lambda: browser.run(options, state), lambda words, said=said: said in words)
        kept = browser.run(options, "chrome.storage.local.get('service').then((found) => found.service)")
        assert kept == (service.url if "kept" in said else "http://127.0.0.1:1")


def test_sites_never_checked_are_kept_as_names(browser: Driver) -> None:
    options = browser.page("options.html")
    written = "https://www.one.example/page\\nnot a site\\ntwo.example"
    eventually(lambda: browser.run(options, "document.title"), lambda title: title == "Touchstone options")
    browser.run(
        options,
        f'(never.value = "{written}", never.dispatchEvent(new Event("change")))',
    )
    kept = eventually(lambda: browser.run(options, "chrome.storage.local.get('neverCheck')"), bool)
    assert kept["neverCheck"] == ["one.example", "two.example"]
    assert "not" in browser.run(options, 'document.getElementById("never-state").textContent')


def test_everything_can_be_cleared(browser: Driver, site: Site) -> None:
    checked(browser, site.url("/story"))
    options = browser.page("options.html")
    eventually(lambda: browser.run(options, "document.title"), lambda title: title == "Touchstone options")
    assert browser.run(options, "chrome.storage.local.get('secret')")["secret"]
    press_in(browser, options, "#clear")
    said = 'document.getElementById("saved").textContent'
    eventually(lambda: browser.run(options, said), lambda words: "cleared" in words)
    kept = browser.run(options, "chrome.storage.local.get()")
    assert "secret" not in kept
    assert kept["consent"] is None
    assert browser.run(options, "chrome.storage.session.get()") == {}


def test_a_reader_disagrees(browser: Driver, site: Site, service: Service) -> None:
    tab = checked(browser, site.url("/story"))
    popup = browser.popup(tab)
    browser.run(popup, 'document.getElementById("report-kind").value = "satire"')
    browser.run(popup, 'document.getElementById("report-note").value = "A joke"')
    press_in(browser, popup, ".report form button")
    eventually(lambda: browser.run(popup, STATUS), lambda words: "received" in words)
    assert service.requests().count("POST /v1/reports") == 1


def test_the_first_page_says_in_five_sentences_what_leaves_the_device(browser: Driver) -> None:
    browser.set()
    welcome = browser.page("welcome.html")
    eventually(lambda: browser.run(welcome, "document.title"), lambda title: "Welcome" in title)
    sentences = browser.run(welcome, '[...document.querySelectorAll("li")].map((item) => item.textContent)')
    assert len(sentences) == 5
    assert all(sentence.count(".") == 1 for sentence in sentences)
    press_in(browser, welcome, "#lookups")
    eventually(
        lambda: browser.run(welcome, "chrome.storage.local.get('consent')"),
        lambda kept: kept == {"consent": "lookups_only"},
    )


def test_links_to_the_full_explanation_lead_there(browser: Driver, site: Site) -> None:
    tab = checked(browser, site.url("/story"))
    popup = browser.popup(tab)
    link = browser.run(popup, "document.querySelector('.actions a').href")
    explained = browser.open(link)
    assert "Few signs of sourcing" in browser.run(explained, "document.body.innerText")
    help_link = browser.run(popup, "document.querySelector('.signal details a').href")
    paths = {rule.rule for rule in create_app(Settings()).url_map.iter_rules()}
    assert "/signals/<signal_id>" in paths
    assert "What it looks at" in browser.run(browser.open(help_link), "document.body.innerText")
