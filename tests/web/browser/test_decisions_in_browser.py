"""The page of decisions with decisions on it: accessible, and whole at every width."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from server.services.moderating import Outcome
from tests.looking import assert_whole
from tests.records import REASON, Desk
from tests.serving import serving

pytestmark = pytest.mark.browser

LONG = f"{'a' * 60}.{'b' * 60}.example"


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    desk = Desk.at(f"sqlite:///{tmp_path}/records.db")
    mia, case = desk.user(), desk.cases.open_by_hand("example.org", desk.user("noa"), REASON)
    case = desk.cases.decide(case.id, case.version, mia, Outcome.SATIRE, f"{REASON}\n\n{'w' * 200}")
    case = desk.cases.undo(case.id, case.version, mia, REASON)
    for number in range(50):
        outcome = Outcome.WATCH if number % 2 else Outcome.CONCERN_CONFIRMED
        case = desk.cases.decide(case.id, case.version, mia, outcome, REASON)
    long = desk.flagged(LONG)
    desk.cases.decide(long.id, long.version, mia, Outcome.NOT_NEWS, REASON)
    with serving(tmp_path / "log", DATABASE_URL=desk.url, WORKER="false") as running:
        yield f"{running.url}/transparency"


def test_decisions_are_accessible_and_fit(chromium: Browser, address: str) -> None:
    for width in (320, 1280):
        with chromium.new_context(viewport={"width": width, "height": 900}) as context:
            page = context.new_page()
            for path in (address, f"{address}?page=2"):
                page.goto(path)
                assert page.locator(".decisions > li").count() > 2
                assert_whole(page)
