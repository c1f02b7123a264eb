"""A publisher's site, and what visits it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest

from server.services.auditing.finding import ArticleFinder
from server.services.auditing.visiting import Visitor
from tests.news_site import LIMITS, NewsSite, running_site

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
Find = Callable[..., list[str]]


@pytest.fixture
def site() -> Iterator[NewsSite]:
    with running_site() as site:
        yield site


@pytest.fixture
def visitor(site: NewsSite) -> Visitor:
    """A visitor in no need of pauses."""
    return Visitor(site.fetcher(), "Touchstone", 0.0)


@pytest.fixture
def find(visitor: Visitor) -> Find:
    """Find articles on news.example, and return their paths where they are on the site itself."""

    def find(wanted: int = 50) -> list[str]:
        urls = ArticleFinder(visitor, lambda: NOW, LIMITS.max_bytes).find("news.example", wanted)
        return [url.removeprefix("http://news.example") for url in urls]

    return find
