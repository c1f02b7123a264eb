"""What the tests do with a browser, the same for each: open pages, press the button, look."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, NamedTuple, Protocol

WORDS_ARE_THERE = "document.readyState === 'interactive'"
PATIENCE = 30.0  # seconds, for what takes a moment on any machine
HOSTS = ("news.example", "other.example", "mail.news.example", "bank.news.example")


class Badge(NamedTuple):
    """What the toolbar shows while a tab is in front."""

    text: str
    title: str


class Driver(Protocol):
    """A browser with the extension in it."""

    name: str

    def open(self, url: str, *, private: bool = False, loaded: bool = True) -> Any:
        """Return a new tab in front with ``url``, when it has ``loaded`` or at least has its words."""

    def press(self, tab: Any) -> None:
        """Press the extension's button in the toolbar, with ``tab`` in front."""

    def badge(self, tab: Any) -> Badge:
        """Return what the button shows."""

    def popup(self, tab: Any, *, answered: bool = True) -> Any:
        """Show the popup for ``tab`` as a page and return that page, once it is ``answered`` or before."""

    def stop_background(self) -> None:
        """Stop the extension's background, as the browser does when it thinks nobody needs it."""

    def page(self, name: str) -> Any:
        """Open a page of the extension, such as ``options.html``."""

    def run(self, tab: Any, script: str) -> Any:
        """Return what the JavaScript expression ``script`` comes to in a tab or page."""

    def requests(self) -> list[str]:
        """Return the address of every request that the browser made since the last call."""

    def set(self, **settings: Any) -> None:
        """Set the extension's settings to the defaults with these changes, and forget all verdicts."""

    def allow_all_sites(self, allowed: bool) -> None:
        """Give or withdraw the permission for all sites, as a reader does in the browser's own dialogue."""

    def show(self, tab: Any) -> None:
        """Bring a tab to the front."""

    def screenshot(self, tab: Any, path: str) -> None:
        """Keep a picture of what a tab shows."""

    def close_tabs(self) -> None:
        """Close what the test has opened."""


def eventually(look: Callable[[], Any], wanted: Callable[[Any], bool]) -> Any:
    """Return what ``look`` gives as soon as it is ``wanted``; fails when that takes too long."""
    end = time.monotonic() + PATIENCE
    while True:
        seen = look()
        if wanted(seen):
            return seen
        assert time.monotonic() < end, f"not what was waited for: {seen!r}"
        time.sleep(0.1)
