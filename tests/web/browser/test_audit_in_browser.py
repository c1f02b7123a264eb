"""The page of an audit in Chromium: up to date by itself, whole without JavaScript, accessible."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from playwright.sync_api import Browser, Page, expect

from server.app.auditing import create_audit_runner
from server.app.foundations import create_database
from server.app.people import create_people
from server.config import Settings
from server.store.records.migrating import migrate
from server.store.records.model import Role
from tests.looking import assert_whole
from tests.news_site import NewsSite, running_site
from tests.serving import serving

pytestmark = pytest.mark.browser

PASSWORD = "a long enough sentence"
PATIENCE = 60.0
PAGES = 4
# What stands before the cells of the first row, which the script has made anew by then.
BEFORE = """[...document.querySelectorAll("#pages tr:first-child td")]
  .map((cell) => getComputedStyle(cell, "::before").content)"""


class Turnstile(NewsSite):
    """A site whose articles come one by one, each when ``next`` is released."""

    def __init__(self) -> None:
        super().__init__()
        self.next = threading.Semaphore(0)
        stories = [self.article(f"/the-story-with-number-{n}") for n in range(PAGES)]
        self.front(*stories)
        for path in stories:
            self.pages[path] = self.held(self.pages[path])

    def held(self, page: Any) -> Any:
        def answer() -> Any:
            self.next.acquire(timeout=PATIENCE)
            return page

        return answer


@dataclass
class Desk:
    """A running service with a moderator, and the site that is audited."""

    url: str
    settings: Settings
    publisher: Turnstile

    def run(self, page: Page) -> threading.Thread:
        """Go through the audit that ``page`` shows, as a worker does."""
        runner = create_audit_runner(self.settings, create_database(self.settings))
        thread = threading.Thread(
            target=runner.run, args=(UUID(page.url.rpartition("/")[2].partition("?")[0]),)
        )
        thread.start()
        return thread


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with running_site(Turnstile()) as publisher:
        settings = Settings(
            database_url=f"sqlite:///{tmp_path}/records.db",
            jobs_path=f"{tmp_path}/jobs.db",
            fetch_allow_private=True,
            fetch_resolve=publisher.names,
            audit_delay_seconds=0,
        )
        migrate(settings.database_url)
        create_people(create_database(settings)).add("ann", Role.MODERATOR, "test", password=PASSWORD)
        places = {"DATABASE_URL": settings.database_url, "JOBS_PATH": settings.jobs_path}
        with serving(tmp_path / "log", WORKER="false", **places) as running:
            yield Desk(running.url, settings, publisher)
            publisher.next.release(100)


def begin(page: Page, desk: Desk) -> None:
    """Sign in and ask for an audit, by a form like that of a case's page."""
    page.goto(f"{desk.url}/desk/sign-in")
    page.locator("#name").fill("ann")
    page.locator("#password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.goto(f"{desk.url}/desk/account")
    token = page.locator('[name="csrf"]').first.get_attribute("value")
    answer = page.request.post(
        f"{desk.url}/desk/domains/news.example/audit",
        form={"csrf": token or ""},
        headers={"Origin": desk.url},
    )
    page.goto(answer.url)


@pytest.mark.parametrize(("scheme", "width"), [("light", 320), ("dark", 1280)])
def test_it_keeps_itself_up_to_date(
    chromium: Browser, desk: Desk, watch: Any, scheme: Any, width: int
) -> None:
    with chromium.new_context(color_scheme=scheme, viewport={"width": width, "height": 900}) as context:
        page = context.new_page()
        begin(page, desk)
        watched = watch(page)
        expect(page.locator("#said")).to_have_text("The audit waits for its turn.")
        runner = desk.run(page)
        seen: list[str] = []
        for looked_at in range(PAGES):
            expect(page.locator("#said")).to_have_text(
                f"{looked_at} of {PAGES} pages looked at.", timeout=30_000
            )
            if looked_at == 1:
                seen = page.locator("#pages tr").all_inner_texts()
                assert page.evaluate(BEFORE) == (
                    ['"What came of it: "', '"Score: "'] if width == 320 else ["none"] * 2
                )
                assert_whole(page)
                desk.publisher.next.release()
            else:
                desk.publisher.next.release()
        expect(page.locator("#said")).to_have_text(
            f"The audit is done. {PAGES} of {PAGES} pages looked at.", timeout=30_000
        )
        runner.join(PATIENCE)
        assert ["not looked at yet" in row for row in seen] == [False, True, True, True]
        assert page.locator("#pages tr").count() == PAGES
        assert page.locator("dd.figure").all_inner_texts() == ["0", str(PAGES), "0", "0"]
        assert page.get_by_role("progressbar").get_attribute("value") == str(PAGES)
        assert page.get_by_text("Look again").count() == 0
        assert_whole(page)
        live = page.locator("#pages").inner_html(), page.locator("#audit dl").inner_text()
        page.reload()  # the server says the same as the script
        assert page.locator("#pages").inner_text() != ""
        assert normal(page.locator("#pages").inner_html()) == normal(live[0])
        assert page.locator("#audit dl").inner_text() == live[1]
        assert watched.complaints == []
        assert watched.hosts == {desk.url}


def test_without_javascript_one_looks_again_and_cancels(chromium: Browser, desk: Desk) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        begin(page, desk)
        runner = desk.run(page)
        desk.publisher.next.release()
        for _ in range(300):
            if "1 of 4" in page.locator("#said").inner_text():
                break
            page.get_by_role("link", name="Look again").click()
        expect(page.locator("#said")).to_have_text("1 of 4 pages looked at.")
        page.get_by_role("button", name="Cancel the audit").click()
        expect(page.locator("#said")).to_contain_text("The audit was cancelled.")
        desk.publisher.next.release()
        runner.join(PATIENCE)
        assert not runner.is_alive()
        page.reload()
        expect(page.locator("#said")).to_have_text("The audit was cancelled. 2 of 4 pages looked at.")


def normal(html: str) -> str:
    return "".join(html.split())
