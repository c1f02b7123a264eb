"""The readers' pages in Chromium: accessible in light and in dark, quiet, and whole at every width."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.looking import assert_whole

pytestmark = pytest.mark.browser

Visit = Callable[[Page, str], None]


def go(path: str) -> Visit:
    return lambda page, site: page.goto(site + path) and None


def go_and_open_everything(path: str) -> Visit:
    def visit(page: Page, site: str) -> None:
        page.goto(site + path)
        page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true })")

    return visit


def send(**fields: str) -> Visit:
    """Fill in a form of the front page and send it."""

    def visit(page: Page, site: str) -> None:
        page.goto(site)
        for name, value in fields.items():
            page.locator(f"#{name}").fill(value)
        form = page.locator("form", has=page.locator(f"#{next(iter(fields))}"))
        with page.expect_navigation():
            form.get_by_role("button").click()

    return visit


def follow(path: str, link: str) -> Visit:
    def visit(page: Page, site: str) -> None:
        page.goto(site + path)
        with page.expect_navigation():
            page.get_by_role("link", name=link, exact=True).click()

    return visit


# Each page, and whether the browser notes in its console that it came with an error status.
PAGES: dict[str, tuple[Visit, bool]] = {
    "front": (go("/"), False),
    "example": (go("/example"), False),
    "example opened": (go_and_open_everything("/example"), False),
    "explanation": (follow("/example", "This explanation"), False),
    "not scored": (send(title="Short", text="Too short to tell."), False),
    "fault in address": (send(url="no address"), True),
    "fault in text": (send(title="A headline", text=" "), True),
    "page not read": (send(url="http://127.0.0.1:9/"), True),
    "register": (go("/signals"), False),
    "signal": (go("/signals/missing_citations"), False),
    "reference": (go_and_open_everything("/api"), False),
    "privacy": (go("/privacy"), False),
    "decisions": (go("/transparency"), False),
    "forgotten": (go(f"/assessments/{'0' * 64}"), True),
    "error": (go("/nothing"), True),
    "domain": (go("/domains/full.example"), False),
    "domain opened": (go_and_open_everything("/domains/full.example"), False),
    "domain with few articles": (go("/domains/few.example"), False),
    "domain that is listed": (go("/domains/rt.com"), False),
    "domain unknown": (go("/domains/unknown.example"), True),
    "domain looked for": (go("/domains"), False),
    "fault in domain": (go("/domains?domain=no+domain"), True),
}


@pytest.fixture(params=[320, 1280], scope="module")
def window(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    with chromium.new_context(viewport={"width": request.param, "height": 900}) as context:
        yield context


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    with chromium.new_context(reduced_motion="reduce") as context:
        yield context.new_page()


@pytest.mark.parametrize(("visit", "failed"), PAGES.values(), ids=PAGES.keys())
def test_a_page_is_accessible_and_quiet_and_fits(
    window: BrowserContext, site: str, watch: Any, visit: Visit, failed: bool
) -> None:
    page = window.new_page()
    watched = watch(page)
    visit(page, site)
    assert_whole(page)
    assert watched.hosts == {site}
    expected = ["Failed to load resource"] if failed else []
    assert [complaint[:23] for complaint in watched.complaints] == expected
    page.close()


def test_the_levels_keep_their_headings_at_every_width(window: BrowserContext, site: str) -> None:
    """In a narrow window they stand before each cell, and are still read out."""
    page = window.new_page()
    page.goto(f"{site}/signals")
    table = page.get_by_role("table", name="What the score means")
    assert table.get_by_role("columnheader").all_inner_texts() == ["Score", "Level", "Meaning"]
    before = table.get_by_role("cell").evaluate_all(
        "(cells) => cells.slice(0, 3).map((cell) => getComputedStyle(cell, '::before').content)"
    )
    narrow = page.evaluate("innerWidth") == 320
    assert before == (['"Score: "', '"Level: "', '"Meaning: "'] if narrow else ["none"] * 3)
    page.close()


def test_the_example_is_one_click_away_and_adds_up(page: Page, site: str) -> None:
    page.goto(site)
    page.get_by_role("link", name="Try the example").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("(VIDEO)")
    rows = page.get_by_role("table", name="How the score adds up").get_by_role("cell").all_inner_texts()
    *parts, score = [int(row.replace("−", "-")) for row in rows]
    assert sum(parts) == score
    expect(page.locator(".badge")).to_contain_text(f"{score} of 100")


def test_a_quotation_leads_to_its_place_in_the_text_and_back(page: Page, site: str) -> None:
    page.goto(f"{site}/example")
    quotation = page.locator("li.quote").first
    words = quotation.locator("mark").inner_text()
    quotation.get_by_role("link").click()
    place = page.locator(".read mark:has(:target)")
    expect(place).to_be_in_viewport()
    assert words.startswith(place.inner_text())
    page.locator(f'a.note[href="#{quotation.get_attribute("id")}"]').click()
    expect(quotation).to_be_in_viewport()


def test_a_note_opens_the_folded_quotations_it_leads_to(page: Page, site: str) -> None:
    page.goto(f"{site}/example")
    folded = page.locator("details li.quote").first
    expect(folded).not_to_be_visible()
    page.locator(f'a.note[href="#{folded.get_attribute("id")}"]').first.click()
    expect(folded).to_be_visible()


def test_pages_need_no_script(chromium: Browser, site: str) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        send(title="Short", text="Too short to tell.")(page, site)
        expect(page.locator(".badge-label")).to_have_text("Not scored")
        follow("/", "Try the example")(page, site)
        details = page.locator("details").first
        details.locator("summary").click()
        expect(details.locator("p, li").first).to_be_visible()


def test_the_keyboard_is_enough(page: Page, site: str) -> None:
    page.goto(site)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Try the example")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Address of the article")).to_be_focused()
    page.keyboard.type("no address")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Please check your entry")
    field = page.get_by_label("Address of the article")
    expect(field).to_have_value("no address")
    expect(field).to_have_accessible_description(
        "This is not a web address. One looks like "
        "https://example.org/news/story. We fetch the page once, the way a browser would."
    )


def test_a_domain_is_looked_up_from_any_page(page: Page, site: str) -> None:
    page.goto(site)
    page.get_by_role("link", name="Domains").click()
    page.get_by_label("Domain, or the address of a page").fill("https://www.full.example/story")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("full.example")
    page.get_by_text("Levels as a table").click()
    table = page.get_by_role("region", name="Levels")
    expect(table.get_by_role("row", name="Few signs of sourcing")).to_contain_text("18")


def test_charts_keep_the_size_of_their_letters(page: Page, site: str) -> None:
    sizes = []
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(f"{site}/domains/full.example")
        sizes.append(page.locator(".timeline .tick").first.evaluate("tick => tick.getBBox().height"))
    assert sizes[0] == sizes[1] > 10


def test_levels_are_told_apart_in_forced_colours_and_on_paper(chromium: Browser, site: str) -> None:
    with chromium.new_context(forced_colors="active") as context:
        page = context.new_page()
        page.goto(f"{site}/example")
        expect(page.locator(".badge .symbol-weak")).to_be_visible()
        page.emulate_media(media="print", forced_colors="none", color_scheme="dark")
        # Dark readers print on white paper too.
        assert page.evaluate("getComputedStyle(document.body).color") == "rgb(33, 30, 25)"
        expect(page.locator(".masthead nav")).not_to_be_visible()
        expect(page.locator(".badge")).to_be_visible()
