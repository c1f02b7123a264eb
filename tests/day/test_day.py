"""A day with everything real: what readers send, what moderators make of it, and what readers are told.

Three publishers; forged submissions for one of them; one case that opens by
itself and one by reports; an audit, two moderators who differ, a publisher
who replies; and at the end the same is told in every place.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from tests.day import people, readers
from tests.day.publishers import COURIER, LAKESIDE, PAGES, THUNDER, WEAK, Publishers
from tests.day.reader import Reader
from tests.day.service import Service, eventually

pytestmark = [pytest.mark.browser, pytest.mark.redis]

# Such that no page holds them by chance.
MIA, NOA = "mia.marten", "noa.novak"
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
    built: Path,
    service: Service,
    publishers: Publishers,
    tmp_path: Path,
) -> None:
    reader = Reader(playwright, built / "chrome", tmp_path / "reader", service, publishers)
    try:
        submissions_come_in(reader, service, publishers)
        mia, noa, publisher = (chromium.new_context().new_page() for _ in range(3))
        moderators_come(mia, noa, service)
        mia_decides(mia, service, publishers)
        noa_differs(noa)
        the_publisher_replies(publisher, mia, service, publishers)
        everybody_sees_it(publisher, service)
        the_log_holds(service)
        readers_see_it(reader, service, publishers)
    finally:
        reader.browser.close()


def submissions_come_in(reader: Reader, service: Service, publishers: Publishers) -> None:
    """What is genuine counts, what is forged leaves nothing; two cases open by themselves."""
    for host in (THUNDER, COURIER):
        reader.check(publishers.url(host, 0))
    sent = readers.bring(service, publishers)
    readers.forge(service, publishers)
    readers.report(service, sent[LAKESIDE][0])
    for name in (MIA, NOA):
        people.add_moderator(service, name)
    readers.wait_until_verified(service, genuine=2 + sum(map(len, sent.values())))

    courier = service.get(f"/v1/domains/{COURIER}")
    assert (courier["record"]["verified"], courier["record"]["weak"]) == (2, 0)
    assert {one["url"] for one in courier["record"]["samples"]["newest"]} == {
        publishers.url(COURIER, number) for number in (0, 1)
    }
    thunder = service.get(f"/v1/domains/{THUNDER}")
    assert (thunder["record"]["verified"], thunder["record"]["weak"]) == (5, 5)


def moderators_come(mia: Page, noa: Page, service: Service) -> None:
    """Both sign in, find two cases with their reasons, and open the first one's page."""
    for page, name in ((mia, MIA), (noa, NOA)):
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
    people.decide(page, "To be looked at again", WATCH)
    alert = page.locator(".conflict")
    expect(alert).to_contain_text("Nothing was changed: somebody else was here since you opened this page.")
    expect(alert.get_by_role("listitem").last).to_contain_text(
        f"{MIA}: decided: Concern confirmed, “{CONFIRMED}”"
    )
    expect(page.get_by_role("radio", name="To be looked at again")).to_be_checked()
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


def everybody_sees_it(page: Page, service: Service) -> None:
    """The public page and the page of decisions say what happened, and who did it by role only."""
    page.goto(f"{service.url}/domains/{THUNDER}")
    main = page.locator("main")
    for words in (f"{PAGES} in all", CONFIRMED, REPLY, "was rejected by a moderator", REJECTED):
        expect(main).to_contain_text(words)
    for words in (ABUSE, NOTE, MIA, NOA):
        expect(main).not_to_contain_text(words)

    page.goto(f"{service.url}/transparency")
    rows = page.locator(".tally tbody tr").all()
    tally = {row.locator("th").inner_text(): row.locator("td").first.inner_text() for row in rows}
    assert {name for name, times in tally.items() if times != "0"} == {
        "Concern confirmed",
        "To be looked at again",
        "Overturned",
        "Undone",
    }
    for words in (CONFIRMED, "Every fifth article is well sourced.", UNDONE):
        expect(page.locator(".decisions")).to_contain_text(words)


def the_log_holds(service: Service) -> None:
    """Each act is in it, by whom and on what; its chain holds."""
    entries = service.audit_log()
    acts = Counter((entry["actor"], entry["action"], entry["subject"]) for entry in entries)
    publisher = f"publisher of {THUNDER}"
    for act in (
        ("touchstone", "case.opened", THUNDER),
        ("touchstone", "case.opened", LAKESIDE),
        ("command line", "user added", MIA),
        ("command line", "user added", NOA),
        (MIA, "signed in", MIA),
        (NOA, "signed in", NOA),
        (MIA, "audit asked for", THUNDER),
        (MIA, "case.noted", THUNDER),
        (MIA, "case.decided", THUNDER),
        (NOA, "case.decided", THUNDER),
        (NOA, "case.undone", THUNDER),
        (publisher, "control.proved", THUNDER),
        (MIA, "reply.rejected", THUNDER),
    ):
        assert acts[act] == 1, (act, acts)
    assert acts[publisher, "reply.left", THUNDER] == 2
    assert COURIER not in {entry["subject"] for entry in entries}


def readers_see_it(reader: Reader, service: Service, publishers: Publishers) -> None:
    """The wire and the extension's popup say it beside an article's score, a minute later at most."""
    url = publishers.url(THUNDER, 0)
    source = eventually(
        lambda: readers.submit(service, publishers.stories[THUNDER][0], url)["source"],
        lambda seen: seen["decision"] is not None,
    )
    assert source["decision"]["outcome"] == "concern_confirmed"
    assert (source["record"]["verified"], source["record"]["weak"], source["replies"]) == (PAGES, WEAK, 1)
    popup = reader.told_of_source(url)
    for words in (f"The source: {THUNDER}", "Concern confirmed.", f"{PAGES} ", f"{WEAK} ", "replied"):
        assert words in popup
