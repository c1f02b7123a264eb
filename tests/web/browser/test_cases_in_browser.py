"""Queue, case, log and reports with something on them: accessible, quiet, and whole at every width."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from server.app.foundations import create_database
from server.app.people import create_people
from server.config import Settings
from server.services.moderating import Outcome
from server.store.records.model import Role
from tests.accounts import PASSWORD
from tests.domain_records import fill_example
from tests.looking import assert_whole
from tests.records import REASON, Desk
from tests.serving import serving

pytestmark = pytest.mark.browser

LONG = f"{'a' * 60}.{'b' * 60}.example"
FULL = "full.example"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a desk with a case that has everything, and one with a long name."""
    folder = tmp_path_factory.mktemp("cases")
    desk = Desk.at(f"sqlite:///{folder}/records.db")
    settings = Settings(database_url=desk.url)
    create_people(create_database(settings)).add("ann", Role.MODERATOR, "test", password=PASSWORD)
    fill_example(desk.url, FULL)
    mia = desk.user()
    desk.flagged(LONG)
    desk.reported(FULL, "a" * 64, "b" * 64, "c" * 64, note="w" * 200)
    case = desk.cases.open_by_hand(FULL, mia, f"{REASON} {'w' * 200}")
    case = desk.cases.decide(case.id, case.version, mia, Outcome.WATCH, REASON)
    desk.cases.undo(case.id, case.version, mia, REASON)
    with serving(folder / "log", DATABASE_URL=desk.url, WORKER="false") as running:
        yield running.url


@pytest.fixture(scope="module", params=[320, 1280])
def window(chromium: Browser, service: str, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """Signed in as moderator."""
    with chromium.new_context(viewport={"width": request.param, "height": 900}) as context:
        page = context.new_page()
        page.goto(f"{service}/desk")
        page.get_by_label("Name").fill("ann")
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Queue")
        yield context


@pytest.mark.parametrize("path", ["cases?state=all", f"cases/{FULL}", f"cases/{LONG}", "log", "reports"])
def test_a_page_is_accessible_and_quiet_and_fits(
    window: BrowserContext, service: str, watch: Any, path: str
) -> None:
    page = window.new_page()
    watched = watch(page)
    page.goto(f"{service}/desk/{path}")
    assert_whole(page)
    assert watched.hosts == {service}
    assert watched.complaints == []
    page.close()


def test_a_conflict_is_accessible(window: BrowserContext, service: str) -> None:
    page, other = window.new_page(), window.new_page()
    for one in (page, other):
        one.goto(f"{service}/desk/cases/{LONG}")
    change = other.get_by_role("button", name="Make it")
    change.click()
    expect(other.get_by_role("status")).to_be_visible()
    page.get_by_role("radio", name="Satire").check()
    page.locator("#reason").fill(REASON)
    page.get_by_role("button", name="Decide", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("somebody else was here")
    assert_whole(page)
    page.close()
    other.close()


def test_a_conflict_among_several_is_accessible(window: BrowserContext, service: str) -> None:
    page, other = window.new_page(), window.new_page()
    page.goto(f"{service}/desk/cases")
    page.get_by_label(f"Pick {LONG}").check()
    other.goto(f"{service}/desk/cases/{LONG}")
    other.get_by_role("button", name="Make it").click()
    expect(other.get_by_role("status")).to_be_visible()
    page.get_by_role("button", name="Make them nobody’s").click()
    expect(page.get_by_role("status")).to_contain_text(f"{LONG} was left as it was")
    expect(page.get_by_label(f"Pick {LONG}")).to_be_checked()
    assert_whole(page)
    page.close()
    other.close()


def test_the_choices_of_a_decision_stand_below_each_other(window: BrowserContext, service: str) -> None:
    page = window.new_page()
    page.goto(f"{service}/desk/cases/{FULL}")
    choices = page.locator("fieldset.choices").get_by_role("radio")
    assert len({round(radio.bounding_box()["x"]) for radio in choices.all()}) == 1  # type: ignore[index]
    page.close()


def test_in_a_narrow_window_a_row_is_a_list(window: BrowserContext, service: str) -> None:
    page = window.new_page()
    page.goto(f"{service}/desk/cases?state=all")
    narrow = page.evaluate("innerWidth") == 320
    before = "getComputedStyle(document.querySelector('[data-label=Priority]'), '::before').content"
    assert page.evaluate(before) == ('"Priority: "' if narrow else "none")
    assert page.locator(".queue td").first.evaluate("(cell) => getComputedStyle(cell).display") == (
        "block" if narrow else "table-cell"
    )
    page.close()
