"""The tables as they are now. How they came about is in ``migrations``; a test compares the two."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Column, DateTime, Dialect, Index, Integer, MetaData, String, Table, Text, Uuid
from sqlalchemy.types import TypeDecorator

# Constraints need names that are the same everywhere, or no migration could change them.
METADATA = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


class Moment(TypeDecorator[datetime]):
    """A moment in UTC. SQLite keeps no time zones, PostgreSQL answers in that of the session."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Turn ``value`` to UTC, so that moments compare as they should even where they are text.

        Raises:
            ValueError: where it has no time zone.
        """
        if value is not None and value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return value and value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Return what was kept, in UTC."""
        if value is not None and value.tzinfo is None:
            return value.replace(tzinfo=UTC)
        return value and value.astimezone(UTC)


REPORTS = Table(
    "reports",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("received", Moment, nullable=False),
    Column("assessment", String(64), nullable=False),
    Column("ruleset", String, nullable=False),
    Column("site", String),
    Column("level", String, nullable=False),
    Column("score", Integer),
    Column("kind", String, nullable=False),
    Column("signal", String),
    Column("note", Text),
    Index(None, "assessment", "received"),
)
