"""A Chromium in which publishers' names lead to loopback."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Playwright

from tests.day.publishers import Publishers


@contextmanager
def launched(playwright: Playwright, publishers: Publishers) -> Iterator[Browser]:
    """Run a Chromium in which every name under .example leads to ``publishers``."""
    executable = shutil.which("chromium")
    assert executable, "The browser tests need Chromium: install the Debian package chromium."
    names = f"--host-resolver-rules=MAP *.example 127.0.0.1:{publishers.port}"
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", names]
    browser = playwright.chromium.launch(executable_path=executable, args=quiet)
    yield browser
    browser.close()
