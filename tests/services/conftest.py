"""A desk on records of both kinds, and news sites."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from server.store.records.database import Database
from tests.records import PATIENCE, Desk
from tests.services.news_site import NewsSites, running


@pytest.fixture
def desk(records_url: str) -> Desk:
    return Desk(records_url, Database(records_url, PATIENCE))


@pytest.fixture
def news() -> Iterator[NewsSites]:
    """News sites on loopback, empty."""
    with running() as sites:
        yield sites
