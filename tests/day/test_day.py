"""A day at the desk, with everything real: what readers send, what moderators make of it, and what readers see.

Three publishers; forged submissions for one of them; one case that opens by
itself and one by reports; an audit, two moderators who differ, a publisher
who replies; and at the end the same is told in every place.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from tests.day import people, readers
from tests.day.publishers import COURIER, LAKESIDE, PAGES, THUNDER, Publishers
from tests.day.reader import Reader
from tests.day.service import Service, eventually

pytestmark = [pytest.mark.browser, pytest.mark.redis]

CONFIRMED = "Thirty articles read; of what they claim, two dozen give nothing that could be checked."
WATCH = "Every fifth article is well sourced. Let us see\nwhether there will be more of them."
UNDONE = "We talked it over: what is well sourced is taken over from elsewhere."
NOTE = "The masthead names nobody; asked by e-mail, no answer so far."
REPLY = "We have asked our writers to name their sources from now on."
ABUSE = "Whoever runs this desk is a disgrace and a clown, and we shall find out."
REJECTED = "It insults the moderators and says nothing of the record."


def test_a_day(
    playwright: Playwright,
    chromium: Browser,
    extension: Path,
    service: Service,
    publishers: Publishers,
    tmp_path: Path,
) -> None:
    reader = Reader(playwright, extension, tmp_path / "reader", service, publishers)
    try:
        submissions_come_in(reader, service, publishers)
        mia, noa, publisher = (chromium.new_context().new_page() for _ in range(3))
        moderators_come(mia, noa, service)
        mia_decides(mia, service, publishers)
        noa_differs(noa)
        the_publisher_replies(publisher, mia, service, publishers)
        readers_see_it(reader.told_of_source(publishers.url(THUNDER, 0)), publisher, service, publishers)
    finally:
        reader.browser.close()
    the_log_holds(service)


def submissions_come_in(reader: Reader, service: Service, publishers: Publishers) -> None:
    """What is genuine counts, what is forged leaves nothing; two cases open by themselves."""
    for host in (THUNDER, COURIER):
        reader.check(publishers.url(host, 0))
    sent = readers.bring(service, publishers)
    readers.forge(service, publishers)
    readers.report(service, sent[LAKESIDE][0])
    for name in ("mia", "noa"):
        people.add_moderator(service, name)
    readers.wait_until_verified(service, genuine=2 + sum(map(len, sent.values())))

    courier = service.get(f"/v1/domains/{COURIER}")
    assert (courier["record"]["verified"], courier["record"]["weak"]) == (2, 0)
    assert {one["url"] for one in courier["record"]["samples"]["newest"]} == {
        publishers.url(COURIER, number) for number in (0, 1)
    }
    assert not courier["case_open"]
    thunder = service.get(f"/v1/domains/{THUNDER}")
    assert (thunder["record"]["verified"], thunder["record"]["weak"]) == (5, 5)


def moderators_come(mia: Page, noa: Page, service: Service) -> None:
    """Both sign in, find two cases with their reasons, and open the first one's page."""
    for page, name in ((mia, "mia"), (noa, "noa")):
        people.sign_in(page, service, name)
        assert people.queue(page, service) == {
            THUNDER: "too many weak articles",
            LAKESIDE: "readers’ reports",
        }
        people.open_case(page, service, THUNDER)


def mia_decides(page: Page, service: Service, publishers: Publishers) -> None:
    """An audit, evidence, a note, a decision."""
    people.audit(page, publishers, PAGES)
    people.open_case(page, service, THUNDER)
    expect(page.locator("#evidence + p")).to_contain_text(f"{PAGES} articles, verified from")
    people.read_evidence(page)
    people.note(page, NOTE)
    people.decide(page, "Concern confirmed", CONFIRMED)
    expect(page.get_by_role("status")).to_contain_text("Your decision is kept, and readers see it.")
    assert set(people.queue(page, service)) == {LAKESIDE}


def noa_differs(page: Page) -> None:
    """What noa sends from an old page is a conflict first, then on purpose a decision, then undone."""
    people.decide(page, "Watch", WATCH)
    alert = page.locator(".conflict")
    expect(alert).to_contain_text("Nothing was changed: somebody else was here since you opened this page.")
    expect(alert.get_by_role("listitem").last).to_contain_text(
        f"mia: decided: Concern confirmed, “{CONFIRMED}”"
    )
    expect(page.get_by_role("radio", name="Watch")).to_be_checked()
    expect(page.locator("#reason")).to_have_value(WATCH)
    history = page.locator("section:has(#history) ol > li")
    expect(history).to_have_count(1)

    page.get_by_role("button", name="Decide", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("Your decision is kept")
    expect(history).to_have_count(2)
    expect(history.filter(has_text="(stands)")).to_contain_text("against the decision before")

    people.undo(page, UNDONE)
    expect(history).to_have_count(3)
    expect(history.filter(has_text="(stands)")).to_contain_text(CONFIRMED)


def the_publisher_replies(page: Page, mia: Page, service: Service, publishers: Publishers) -> None:
    """With proof of control; what is abusive is rejected with a reason."""
    people.prove_control(page, service, publishers, THUNDER)
    people.reply(page, "The editors", REPLY)
    people.reply(page, "Somebody", ABUSE)
    people.reject_reply(mia, service, ABUSE, REJECTED)


def readers_see_it(popup: str, page: Page, service: Service, publishers: Publishers) -> None:
    """The popup, the wire, the public page and the page of decisions say the same."""
    for words in (f"The source: {THUNDER}", "Concern confirmed", "30 ", "24 ", "replied"):
        assert words in popup

    source = readers.submit(service, publishers.stories[THUNDER][0], publishers.url(THUNDER, 0))["source"]
    assert source["decision"]["outcome"] == "concern_confirmed"
    assert (source["record"]["verified"], source["record"]["weak"], source["replies"]) == (PAGES, 24, 1)

    page.goto(f"{service.url}{source['page']}")
    main = page.locator("main")
    for words in (CONFIRMED, REPLY, "was rejected by a moderator", REJECTED, f"{PAGES} in all"):
        expect(main).to_contain_text(words)
    for words in (ABUSE, NOTE, "mia", "noa"):
        expect(main).not_to_contain_text(words)

    page.goto(f"{service.url}/transparency")
    tally = {
        row.locator("th").inner_text(): row.locator("td").first.inner_text()
        for row in page.locator(".tally tbody tr").all()
    }
    assert (tally["Concern confirmed"], tally["Watch"], tally["Overturned"], tally["Undone"]) == (
        "1",
        "1",
        "1",
        "1",
    )
    for words in (CONFIRMED, UNDONE, WATCH.partition("\n")[0]):
        expect(page.locator(".decisions")).to_contain_text(words)


def the_log_holds(service: Service) -> None:
    """Each act is in it, by whom and on what; its chain holds."""
    entries = service.audit_log()
    acts = Counter((entry["actor"], entry["action"], entry["subject"]) for entry in entries)
    for act in (("touchstone", "case.opened", THUNDER),):
        assert acts[act] == 1, acts
