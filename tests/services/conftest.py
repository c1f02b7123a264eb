"""A desk on records of both kinds, and news sites."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.records import Desk
from tests.services.news_site import NewsSites, running


@pytest.fixture
def desk(records_url: str) -> Desk:
    return Desk.at(records_url)


@pytest.fixture
def news() -> Iterator[NewsSites]:
    """News sites on loopback, empty."""
    with running() as sites:
        yield sites
