"""A reader's way: press the button, read why, see the words in the page, move on."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from server.core.identity import content_id
from server.web.schemas import AssessmentRequest
from tests.extension.conftest import Service
from tests.extension.driver import Driver, eventually
from tests.extension.site import Site, bridge_page, page, seed_page

pytestmark = [pytest.mark.browser, pytest.mark.redis]

NAMED = {"sensational_headline", "missing_citations", "unlinked_video", "generic_filler"}
SIGNALS = """[...document.querySelectorAll("[data-signal]")].map((signal) => ({
  id: signal.dataset.signal, concern: signal.classList.contains("concern"),
  points: signal.querySelector(".points").textContent,
  quotes: [...signal.querySelectorAll("mark")].map((mark) => mark.textContent)}))"""
HIGHLIGHTED = '[...(CSS.highlights.get("touchstone") ?? [])].map((range) => range.toString()).join("|")'
STATUS = 'document.getElementById("status").textContent'
MAIN = 'document.querySelector("main").innerText'


def checked(browser: Driver, url: str) -> Any:
    """Open a page, press the button and wait for the verdict."""
    tab = browser.open(url)
    browser.press(tab)
    eventually(lambda: browser.badge(tab).text, bool)
    return tab


def press_in(browser: Driver, popup: Any, selector: str, index: int = 0) -> None:
    browser.run(popup, f"document.querySelectorAll({json.dumps(selector)})[{index}].click()")


def test_the_seed_article(browser: Driver, site: Site) -> None:
    tab = checked(browser, site.url("/story?utm_source=mail#top"))
    badge = browser.badge(tab)
    assert badge.text == "!"
    assert re.fullmatch(r"Touchstone: Few signs of sourcing, \d+ of 100", badge.title)

    popup = browser.popup(tab)
    words = browser.run(popup, MAIN)
    assert "Few signs of sourcing" in words
    assert "The source: news.example" in words
    signals = {signal["id"]: signal for signal in browser.run(popup, SIGNALS)}
    for name in NAMED:
        assert signals[name]["concern"], name
        assert signals[name]["quotes"], name
        assert signals[name]["points"].startswith("−"), name
    assert any(not signal["concern"] for signal in signals.values())
    rows = browser.run(popup, '[...document.querySelectorAll(".sum td")].map((cell) => cell.textContent)')
    base, lost, earned, score = (int(cell.replace("−", "-")) for cell in rows)
    assert base + lost + earned == score
    assert str(score) in badge.title


def test_a_press_while_the_page_still_loads(browser: Driver, site: Site) -> None:
    site.pages["/slow"] = seed_page('<img src="/late" alt="">')
    tab = browser.open(site.url("/slow"), loaded=False)
    browser.press(tab)
    site.release.set()  # the page is complete while it is being checked
    eventually(lambda: browser.badge(tab).text, bool)


def test_show_in_page_marks_exactly_the_quoted_words(browser: Driver, site: Site) -> None:
    tab = checked(browser, site.url("/story"))
    popup = browser.popup(tab)
    quotes = browser.run(
        popup, '[...document.querySelectorAll(".quotes li mark")].map((mark) => mark.textContent)'
    )
    assert len(quotes) > 20
    for index, quote in enumerate(quotes):
        press_in(browser, popup, ".quotes li button", index)
        marked = eventually(lambda: browser.run(tab, HIGHLIGHTED), bool)
        assert eventually(lambda: browser.run(tab, HIGHLIGHTED), lambda now, wanted=quote: now == wanted), (
            marked
        )
        assert browser.run(popup, STATUS) == "Marked in the page."


def test_words_that_are_gone_are_not_marked_elsewhere(browser: Driver, site: Site) -> None:
    tab = checked(browser, site.url("/story"))
    popup = browser.popup(tab)
    browser.run(tab, 'document.querySelector("h1").textContent = "Another headline"')
    press_in(browser, popup, "[data-signal=unlinked_video] li button")
    eventually(lambda: browser.run(popup, STATUS), lambda words: "not found in the page" in words)
    assert browser.run(tab, HIGHLIGHTED) == ""


def test_words_that_changed_a_little_are_found(browser: Driver, site: Site) -> None:
    tab = checked(browser, site.url("/story"))
    popup = browser.popup(tab)
    quote = browser.run(popup, 'document.querySelector("[data-signal=missing_citations] mark").textContent')
    first = quote.split()[3]
    change = f"p.innerHTML = p.innerHTML.replace({json.dumps(first)}, {json.dumps(first + 's')})"
    browser.run(tab, f'[...document.querySelectorAll("p")].forEach((p) => {{ {change} }})')
    press_in(browser, popup, "[data-signal=missing_citations] li button")
    marked = eventually(lambda: browser.run(tab, HIGHLIGHTED), bool)
    assert marked == quote.replace(first, first + "s", 1)


def test_a_second_visit_is_answered_by_look_up_alone(browser: Driver, site: Site, service: Service) -> None:
    checked(browser, site.url("/story"))
    assert service.requests().count("POST /v1/assessments") == 1
    before = len(service.requests())
    tab = checked(browser, site.url("/story?from=elsewhere"))
    assert browser.badge(tab).text == "!"
    assert service.requests()[before:] == ["GET /v1/lookups", "POST /v1/lookups"]


def test_what_would_be_sent_is_what_is_sent(browser: Driver, site: Site) -> None:
    tab = checked(browser, site.url("/story?token=secret#mine"))
    popup = browser.popup(tab)
    browser.run(popup, '[...document.querySelectorAll(".actions button")].at(-1).click()')
    shown = json.loads(
        eventually(lambda: browser.run(popup, 'document.querySelector("pre")?.textContent'), bool)
    )
    assert shown["url"] == site.url("/story")
    link = browser.run(popup, "document.querySelector('.actions a').href")
    article = AssessmentRequest.model_validate(shown).to_article()
    assert link.endswith("/assessments/" + content_id(article))


def test_in_page_navigation_takes_the_verdict_away(browser: Driver, site: Site) -> None:
    tab = checked(browser, site.url("/story"))
    browser.run(tab, 'go("/bridge/1", 0)')
    eventually(lambda: browser.badge(tab), lambda badge: badge.text == "")
    assert browser.badge(tab).title == "Touchstone: check this page"
    browser.run(tab, 'history.replaceState({}, "", "/bridge/1?x=1#part")')
    browser.press(tab)
    badge = eventually(lambda: browser.badge(tab), lambda badge: badge.text != "")
    assert badge.text != "!"


def test_pages_are_checked_by_themselves_where_that_is_allowed(
    browser: Driver, site: Site, service: Service
) -> None:
    browser.set(service=service.url, consent="send_articles", automatic=True)
    browser.allow_all_sites(True)
    try:
        tab = browser.open(site.url("/story"))
        eventually(lambda: browser.badge(tab).text, lambda text: text == "!")
        # The address changes at once and the words a second later: no old verdict on the new address.
        browser.run(tab, 'void go("/bridge/2", 1000)')
        seen = []
        eventually(
            lambda: seen.append(browser.badge(tab).text) or seen[-1], lambda text: text not in {"", "!"}
        )
        assert "!" not in seen[seen.index("") :]
        browser.run(tab, "history.back()")
    finally:
        browser.allow_all_sites(False)


def test_other_tabs_keep_their_verdicts(browser: Driver, site: Site) -> None:
    weak = checked(browser, site.url("/story"))
    strong = checked(browser, site.url("/bridge/3"))
    assert browser.badge(weak).text == "!"
    assert browser.badge(strong).text not in {"", "!"}


def test_a_service_that_is_down_is_said_to_be(browser: Driver, site: Site, service: Service) -> None:
    service.stop()
    tab = checked(browser, site.url("/story"))
    assert browser.badge(tab).text == "×"
    assert browser.badge(tab).title == "Touchstone: the service can't be reached"
    popup = browser.popup(tab)
    assert f"Nothing answers at {service.url}" in browser.run(popup, MAIN)
    service.start()
    press_in(browser, popup, ".choices button")
    eventually(lambda: browser.run(popup, MAIN), lambda words: "Few signs of sourcing" in words)
    assert browser.badge(tab).text == "!"


def test_a_background_stopped_while_it_checks_is_asked_again(
    browser: Driver, site: Site, service: Service
) -> None:
    tab = browser.open(site.url("/story"))
    with service.paused():
        browser.press(tab)
        popup = browser.popup(tab, answered=False)
        eventually(lambda: browser.run(popup, MAIN), lambda words: "Reading" in words)
        browser.stop_background()
    eventually(lambda: browser.run(popup, MAIN), lambda words: "Few signs of sourcing" in words)


@pytest.mark.parametrize(
    ("html", "said"),
    [
        (page("Nothing", ["Short."]), "No article found"),
        (
            page("Cookies", ["We and our partners store cookies with your consent. " * 5]),
            "Only a consent notice",
        ),
        (
            page(
                "Stub", ["The council met on Monday to talk about the bridge and the tram. " * 4 + "Then …"]
            ),
            "The text breaks off",
        ),
        (
            bridge_page(7).replace(
                "</head>",
                '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false,'
                ' "wordCount": 2000}</script></head>',
            ),
            "Only the beginning can be read",
        ),
    ],
    ids=["nothing", "consent", "truncated", "paywall"],
)
def test_what_is_no_whole_article_is_not_sent(
    browser: Driver, site: Site, service: Service, html: str, said: str
) -> None:
    site.pages["/partial"] = html
    tab = checked(browser, site.url("/partial"))
    assert browser.badge(tab).text == "–"
    assert said in browser.run(browser.popup(tab), MAIN)
    assert service.requests() == []
