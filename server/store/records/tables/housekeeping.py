"""What the installation needs for itself."""

from __future__ import annotations

from sqlalchemy import JSON, Column, Index, Integer, String, Table, Text, Uuid

from server.store.records.tables.base import METADATA, Moment

# Background jobs that failed for good, until somebody looks at them.
DEAD_JOBS = Table(
    "dead_jobs",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("name", String, nullable=False),
    Column("arguments", JSON, nullable=False),
    Column("failed", Moment, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("fault", Text, nullable=False),
    Column("state", String, nullable=False),  # dead, retried or dismissed
    Index(None, "state", "failed"),
)

# Keys and salts that all processes share.
SECRETS = Table(
    "secrets",
    METADATA,
    Column("name", String, primary_key=True),
    Column("value", String, nullable=False),
    Column("made", Moment, nullable=False),
)
