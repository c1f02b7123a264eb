"""The desk in Chromium: by keyboard, without scripts, accessible in light and dark, whole at every width."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from server.app.foundations import create_database
from server.app.people import create_people
from server.cli.lists import try_to_bring
from server.config import Settings
from server.store.records.dead_jobs import DeadJobs
from server.store.records.migrating import migrate
from server.store.records.model import DeadJob, Role
from tests.accounts import NOON, PASSWORD
from tests.looking import assert_whole
from tests.serving import serving

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a desk with an administrator and some others, jobs that failed and a list."""
    folder = tmp_path_factory.mktemp("desk")
    settings = Settings(database_url=f"sqlite:///{folder}/records.db", jobs_path=f"{folder}/jobs.db")
    migrate(settings.database_url)
    people = create_people(create_database(settings))
    people.add("root", Role.ADMINISTRATOR, "test", password=PASSWORD)
    people.add("a.name.that.is.rather.long@newsroom.example", Role.MODERATOR, "test", password=PASSWORD)
    people.add("rea", Role.READER, "test", password=PASSWORD)
    people.disable("rea", "test")
    for name, arguments in (("verify", {}), ("audit", {"audit_id": str(uuid4())})):
        fault = f"ConnectionError: {'x' * 200}"
        DeadJobs(create_database(settings)).add(
            DeadJob(id=uuid4(), name=name, arguments=arguments, failed=NOON, attempts=5, fault=fault)
        )
    try_to_bring(settings)
    places = {"DATABASE_URL": settings.database_url, "JOBS_PATH": settings.jobs_path}
    with serving(folder / "log", WORKER="false", **places) as running:
        yield f"{running.url}/desk"


def sign_in(page: Page, desk: str, name: str = "root") -> None:
    page.goto(desk)
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


@pytest.fixture(scope="module", params=[320, 1280])
def window(chromium: Browser, desk: str, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """Signed in as administrator."""
    with chromium.new_context(viewport={"width": request.param, "height": 900}) as context:
        sign_in(context.new_page(), desk)
        yield context


@pytest.mark.parametrize("path", ["/account", "/people", "/jobs", "/lists"])
def test_a_page_is_accessible_and_quiet_and_fits(
    window: BrowserContext, desk: str, watch: Any, path: str
) -> None:
    page = window.new_page()
    watched = watch(page)
    page.goto(desk + path)
    expect(page.get_by_text("Signed in as root, administrator")).to_be_visible()
    assert_whole(page)
    assert watched.hosts == {desk.removesuffix("/desk")}
    assert watched.complaints == []
    page.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_the_form_is_accessible_before_and_after_a_fault(chromium: Browser, desk: str, width: int) -> None:
    with chromium.new_context(viewport={"width": width, "height": 900}) as context:
        page = context.new_page()
        page.goto(f"{desk}/people")
        assert_whole(page)
        page.get_by_label("Name").fill("nobody")
        page.get_by_label("Password").fill("a guess of mine")
        page.get_by_role("button", name="Sign in").click()
        expect(page.get_by_role("alert")).to_contain_text("Name and password do not belong together")
        expect(page.get_by_label("Password")).to_have_value("")
        assert_whole(page)


def test_a_fault_on_the_account_page_is_accessible(window: BrowserContext, desk: str) -> None:
    page = window.new_page()
    page.goto(f"{desk}/account")
    page.get_by_label("Present password").fill(PASSWORD)
    for label in ("New password", "New password once more"):
        page.get_by_label(label, exact=True).fill("password1234")
    page.get_by_role("button", name="Change the password").click()
    field = page.get_by_label("New password", exact=True)
    expect(field).to_have_accessible_description(
        "This is among the first that anybody would try: common "
        "words, keys in a row, the same over and over. Take something of your own."
    )
    assert_whole(page)
    page.close()


def test_the_keyboard_is_enough_and_no_script_is_needed(chromium: Browser, desk: str) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{desk}/account")
        page.get_by_label("Name").focus()
        page.keyboard.type("root")
        page.keyboard.press("Tab")
        page.keyboard.type(PASSWORD)
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text("Your account")
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
        page.get_by_role("button", name="Sign out", exact=True).focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text("Sign in to the desk")
        page.goto(f"{desk}/account")
        expect(page.get_by_role("heading", level=1)).to_have_text("Sign in to the desk")


def test_an_administrator_changes_a_role_by_the_page(window: BrowserContext, desk: str) -> None:
    page = window.new_page()
    page.goto(f"{desk}/people")
    role = page.get_by_label("Role of rea", exact=True)
    for wanted in ("moderator", "reader"):
        role.select_option(wanted)
        page.get_by_role("button", name="Change the role of rea").click()
        expect(role).to_have_value(wanted)
    page.close()


def test_another_sites_form_does_nothing(chromium: Browser, desk: str) -> None:
    """A page of another origin, with the user's cookies at hand, sends the form to sign out everywhere."""
    with chromium.new_context() as context:
        page = context.new_page()
        sign_in(page, desk)
        page.goto(
            f"data:text/html,<form method=post action={desk}/sign-out-everywhere><button>x</button></form>"
        )
        page.get_by_role("button").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("This form came from another site")
        page.goto(f"{desk}/account")
        expect(page.get_by_role("heading", level=1)).to_have_text("Your account")
