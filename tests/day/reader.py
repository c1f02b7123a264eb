"""A reader with the built extension in a Chromium of their own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Playwright

from tests.day.publishers import Publishers
from tests.day.service import Service, eventually
from tests.extension.chromium import Chromium


class Reader:
    """Has agreed that articles are sent to ``service``; every publisher is at hand."""

    def __init__(
        self, playwright: Playwright, extension: Path, profile: Path, service: Service, publishers: Publishers
    ) -> None:
        names = f"--host-resolver-rules=MAP *.example 127.0.0.1:{publishers.port}"
        self.browser = Chromium(playwright, extension, profile, names)
        self._settings = {"service": service.url, "consent": "send_articles"}
        self.browser.set(**self._settings)

    def check(self, url: str) -> Any:
        """Open a page, press the button, wait for the badge, and return the tab."""
        tab = self.browser.open(url)
        self.browser.press(tab)
        eventually(lambda: self.browser.badge(tab).text, bool)
        return tab

    def told_of_source(self, url: str) -> str:
        """Return what the popup says of the source, asked for anew as on another day."""
        self.browser.close_tabs()
        self.browser.set(**self._settings)
        popup = self.browser.popup(self.check(url))
        words: str = popup.locator("section.source").inner_text()
        return words
