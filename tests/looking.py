"""What holds for every page in a browser."""

from __future__ import annotations

from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def assert_whole(page: Page) -> None:
    """Assert that the page fits its window, and that axe finds nothing amiss in light and in dark."""
    page.wait_for_load_state()  # a click returns as soon as there is a new document, however empty
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found = Axe().run(page, options={"resultTypes": ["violations"]})
        assert found.violations_count == 0, f"{page.url}, {scheme}: {found.generate_report()}"
