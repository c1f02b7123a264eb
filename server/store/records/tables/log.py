"""The audit log. Triggers refuse to change or delete an entry (``migrations``)."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, String, Table, Text

from server.store.records.tables.base import METADATA, Moment

LOG = Table(
    "log",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),  # 1, 2, 3 …, without a gap
    Column("at", Moment, nullable=False),
    Column("actor", String, nullable=False),  # a user's name, or what acted by itself
    Column("action", String, nullable=False),
    Column("subject", String, nullable=False),  # a domain, a user's name …
    Column("details", Text, nullable=False),  # JSON
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    Index(None, "subject", "number"),
)
