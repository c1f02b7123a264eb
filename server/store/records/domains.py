"""Domains that something is kept of."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection
from sqlalchemy.dialects import postgresql, sqlite

from server.store.records.tables import DOMAINS


def ensure(connection: Connection, domain: str, now: datetime) -> None:
    """See to it that ``domain`` has a row that others can refer to."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    connection.execute(dialect.insert(DOMAINS).values(domain=domain, known=now).on_conflict_do_nothing())
