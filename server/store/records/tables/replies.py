"""What publishers say, and how they proved that it is theirs to say."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, String, Table, Text, Uuid

from server.store.records.tables.base import METADATA, Moment

CLAIMS = Table(
    "claims",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("domain", String, ForeignKey("domains.domain"), nullable=False),
    Column("host", String, nullable=False),  # where the file is looked for
    Column("token", String, nullable=False, unique=True),  # what the file must hold
    Column("asked", Moment, nullable=False),
    Column("expires", Moment, nullable=False),
    Column("proved", Moment),
    Index(None, "domain"),
)

REPLIES = Table(
    "replies",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("domain", String, ForeignKey("domains.domain"), nullable=False),
    Column("claim", Uuid, ForeignKey("claims.id"), nullable=False),
    Column("received", Moment, nullable=False),
    Column("speaker", String, nullable=False),  # as they call themselves
    Column("text", Text, nullable=False),
    Column("state", String, nullable=False),  # shown or rejected
    Column("judged", Moment),
    Column("judge", Uuid, ForeignKey("users.id")),
    Column("reason", Text),
    Index(None, "domain", "received"),
)
