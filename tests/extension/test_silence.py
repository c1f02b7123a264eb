"""What must stay on the device does: seen in the service's log and in the browser's own."""

from __future__ import annotations

import pytest

from tests.extension.conftest import Service
from tests.extension.driver import Driver, eventually
from tests.extension.site import Site, bridge_page, seed_page
from tests.extension.test_reading import MAIN, checked, press_in

pytestmark = [pytest.mark.browser, pytest.mark.redis]

ITS_OWN = (".mozilla.com", ".google.com", ".googleapis.com")  # what browsers ask for themselves
PASSWORD = '<form><label>Password <input type="password"></label></form>'


def to_service(browser: Driver, service: Service) -> list[str]:
    """Return what the browser asked of the service."""
    return [url for url in browser.requests() if url.startswith(service.url)]


@pytest.mark.parametrize(
    ("host", "extra", "said"),
    [
        ("mail.news.example", "", "looks like mail, banking, health"),
        ("bank.news.example", "", "looks like mail, banking, health"),
        ("127.0.0.1", "", "on your own computer or network"),
        ("localhost", "", "on your own computer or network"),
        ("news.example", PASSWORD, "has a field for a password"),
        ("other.example", "", "on your list of sites"),
    ],
    ids=["mail", "bank", "address", "localhost", "password", "listed"],
)
def test_pages_that_are_nobodys_business(
    browser: Driver, site: Site, service: Service, host: str, extra: str, said: str
) -> None:
    browser.set(service=service.url, consent="send_articles", automatic=True, neverCheck=["other.example"])
    browser.allow_all_sites(True)  # though it may read every page
    try:
        site.pages["/private"] = seed_page(extra)
        tab = browser.open(site.url("/private", host))
        browser.press(tab)
        assert said in browser.run(browser.popup(tab), MAIN)
        assert browser.badge(tab).text == ""
        assert to_service(browser, service) == []
        assert service.requests() == []
    finally:
        browser.allow_all_sites(False)


def test_private_windows(browser: Driver, site: Site, service: Service) -> None:
    tab = browser.open(site.url("/story"), private=True)
    browser.press(tab)
    assert "private windows are not read" in browser.run(browser.popup(tab), MAIN)
    assert browser.badge(tab).text == ""
    assert to_service(browser, service) == []
    assert service.requests() == []


def test_private_windows_where_the_reader_allows_it(browser: Driver, site: Site, service: Service) -> None:
    browser.set(service=service.url, consent="send_articles", privateWindows=True)
    tab = browser.open(site.url("/story"), private=True)
    browser.press(tab)
    eventually(lambda: browser.badge(tab).text, lambda text: text == "!")


def test_nothing_leaves_before_the_reader_has_chosen(browser: Driver, site: Site, service: Service) -> None:
    browser.set(service=service.url)
    tab = browser.open(site.url("/story"))
    browser.press(tab)
    popup = browser.popup(tab)
    assert "Before the first check" in browser.run(popup, MAIN)
    assert to_service(browser, service) == []
    assert service.requests() == []
    press_in(browser, popup, ".choices button")  # yes
    eventually(lambda: browser.run(popup, MAIN), lambda words: "Few signs of sourcing" in words)


def test_with_look_ups_only_an_article_is_sent_when_the_reader_says_so(
    browser: Driver, site: Site, service: Service
) -> None:
    browser.set(service=service.url, consent="lookups_only")
    tab = checked(browser, site.url("/story"))
    popup = browser.popup(tab)
    assert "Not known yet" in browser.run(popup, MAIN)
    assert "POST /v1/assessments" not in service.requests()
    press_in(browser, popup, ".choices button")
    eventually(lambda: browser.run(popup, MAIN), lambda words: "Few signs of sourcing" in words)
    assert service.requests().count("POST /v1/assessments") == 1


def test_a_page_that_is_only_opened_is_not_read(browser: Driver, site: Site, service: Service) -> None:
    tab = browser.open(site.url("/story"))
    assert browser.badge(tab).text == ""
    assert to_service(browser, service) == []
    assert service.requests() == []


def test_only_the_service_is_asked(browser: Driver, site: Site, service: Service) -> None:
    site.pages["/other"] = bridge_page(8)
    checked(browser, site.url("/other"))
    asked = {host for url in browser.requests() if not (host := url.split("/")[2]).endswith(ITS_OWN)}
    assert asked <= {site.url("/").split("/")[2], service.url.split("/")[2]}
    assert service.url.split("/")[2] in asked
