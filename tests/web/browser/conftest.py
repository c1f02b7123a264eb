"""A real service on a port of its own and a real Chromium, both started once for all tests of this folder."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright

from server.config import describe
from tests.domain_records import Filler, fill_example

ROOT = Path(__file__).parents[3]
PATIENCE = 60  # seconds, for what takes a moment on any machine
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
    settings = {setting.name for setting in describe()}
    environment = {name: value for name, value in os.environ.items() if name not in settings}
    log_file = tmp_path_factory.mktemp("service") / "log"
    with (
        log_file.open("w", encoding="utf-8") as log,
        subprocess.Popen(
            [sys.executable, "-m", "server", "serve"],
            cwd=ROOT,
            env={**environment, "PORT": "0", "DATABASE_URL": f"sqlite:///{log_file.parent}/records.db"},
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        ) as process,
    ):
        assert process.stdout
        said = process.stdout.readline().split()
        assert said, log_file.read_text(encoding="utf-8")
        fill_example(f"sqlite:///{log_file.parent}/records.db", "full.example")
        Filler(f"sqlite:///{log_file.parent}/records.db").articles("few.example", [30, None, 60])
        yield said[-1]
        process.terminate()
        process.wait(PATIENCE)


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
