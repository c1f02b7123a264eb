"""A publisher in Chromium, from the first page to a reply beside the record: accessible at every width."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from server.store.records.migrating import migrate
from tests.fetch.conftest import Site
from tests.fetch.conftest import site as publisher  # noqa: F401 - a fixture
from tests.looking import assert_whole
from tests.serving import serving
from tests.store.people import add_domain

pytestmark = pytest.mark.browser

PATH = "/.well-known/touchstone-reply.txt"
REPLY = "We corrected the headline.\n\nThe <b>plan</b> is linked now."


@pytest.mark.parametrize("width", [320, 1280])
def test_a_publisher_replies(
    chromium: Browser,
    publisher: Site,  # noqa: F811 - the fixture
    tmp_path: Path,
    width: int,
) -> None:
    url = f"sqlite:///{tmp_path}/records.db"
    migrate(url)
    add_domain(url)
    settings = {"DATABASE_URL": url, "WORKER": "false", "FETCH_ALLOW_PRIVATE": 1}
    names = f"*.example=127.0.0.1:{publisher.port}"
    with (
        serving(tmp_path / "log", FETCH_RESOLVE=names, **settings) as running,
        chromium.new_context(viewport={"width": width, "height": 900}) as context,
    ):
        page = context.new_page()
        page.goto(f"{running.url}/domains/news.example/reply")
        assert_whole(page)
        page.get_by_role("button", name="Ask for a token").click()
        assert_whole(page)
        token = page.locator(".token code").inner_text()
        publisher.put(PATH, token, ("Content-Type: text/plain",))
        page.get_by_role("button", name="I have put it there").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Reply for news.example")
        assert_whole(page)
        page.get_by_label("Reply", exact=True).fill(REPLY)
        page.get_by_role("button", name="Show this reply").click()
        assert_whole(page)  # who is speaking?
        expect(page.get_by_label("Reply", exact=True)).to_have_value(REPLY)
        page.get_by_role("link", name="Say who is speaking").click()
        page.get_by_label("Who is speaking").fill("The editors")
        page.get_by_role("button", name="Show this reply").click()
        assert_whole(page)
        own = page.url
        page.goto(f"{running.url}/domains/news.example")
        expect(page.get_by_role("article").get_by_role("paragraph").last).to_have_text(
            "The <b>plan</b> is linked now."
        )
        assert_whole(page)
        page.goto(own)
        page.get_by_role("button", name="Withdraw").click()
        expect(page.get_by_text("No reply is shown.")).to_be_visible()
