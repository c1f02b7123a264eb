"""A desk on records of both kinds."""

from __future__ import annotations

import pytest

from tests.records import Desk


@pytest.fixture
def desk(records_url: str) -> Desk:
    return Desk.at(records_url)
