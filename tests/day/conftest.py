"""What a day needs besides people: publishers, the service, the extension, and a browser that finds all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright

from tests.day.browsers import launched
from tests.day.publishers import Publishers, publishing
from tests.day.service import Service, serving


@pytest.fixture
def publishers() -> Iterator[Publishers]:
    with publishing() as running:
        yield running


@pytest.fixture
def service(
    empty_url: str, publishers: Publishers, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[Service]:
    """The service; with PostgreSQL comes a Redis, and with SQLite neither."""
    settings = {"DATABASE_URL": empty_url}
    if empty_url.startswith("postgresql"):
        settings["REDIS_URL"] = request.getfixturevalue("redis_server").url
    with serving(tmp_path, f"*.example=127.0.0.1:{publishers.port}", **settings) as running:
        yield running


@pytest.fixture
def chromium(playwright: Playwright, publishers: Publishers) -> Iterator[Browser]:
    with launched(playwright, publishers) as browser:
        yield browser
