"""Records of both kinds, with a desk's people and what was verified of a domain."""

from __future__ import annotations

import pytest

from server.store.records.database import Database
from server.store.records.migrating import migrate
from tests.records import Desk

PATIENCE = 60.0  # seconds, for what takes a moment on any machine


@pytest.fixture
def desk(records_url: str) -> Desk:
    migrate(records_url)
    return Desk(records_url, Database(records_url, PATIENCE))
