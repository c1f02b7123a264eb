"""A real service on a port of its own and a real Chromium, both started once for all tests of this folder."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Playwright

from tests.domain_records import Filler, fill_example
from tests.serving import serving

# No sandbox, because tests run as root in containers; no conversation of the browser's own with the network.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running ``python -m server serve`` with default settings."""
    folder = tmp_path_factory.mktemp("service")
    records = f"sqlite:///{folder}/records.db"
    with serving(folder / "log", DATABASE_URL=records) as service:
        fill_example(records, "full.example")
        Filler(records).articles("few.example", [30, None, 60])
        yield service.url


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    executable = shutil.which("chromium")
    assert executable, "The browser tests need Chromium: install the Debian package chromium."
    browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
    yield browser
    browser.close()


class Watched:
    """What a page complained about and which hosts it asked for anything."""

    def __init__(self, page: Page) -> None:
        self.complaints: list[str] = []
        self.hosts: set[str] = set()
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.hosts.add("/".join(request.url.split("/", 3)[:3])))


@pytest.fixture
def watch() -> type[Watched]:
    return Watched
