from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.services.news_site import NewsSites, running


@pytest.fixture
def news() -> Iterator[NewsSites]:
    """News sites on loopback, empty."""
    with running() as sites:
        yield sites
