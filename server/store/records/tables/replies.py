"""What publishers say, and how they proved that it is theirs to say."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, String, Table, Text, Uuid

from server.store.records.tables.base import METADATA, Moment

CLAIMS = Table(
    "claims",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("domain", String, ForeignKey("domains.domain"), nullable=False),
    Column("secret", String(64), nullable=False, unique=True),  # a digest of what its page's address holds
    Column("sender", String(64), nullable=False),  # a digest with a salt that is thrown away daily
    Column("token", String, nullable=False, unique=True),  # what the file must hold; public once it does
    Column("asked", Moment, nullable=False),
    Column("expires", Moment, nullable=False),
    Column("checked", Moment),  # when the file was last looked for
    Column("proved", Moment),
    Column("host", String),  # where the file was found
    Index(None, "domain"),
    Index(None, "sender"),
    Index(None, "expires"),
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
    Column("state", String, nullable=False),  # shown, withdrawn or rejected
    Column("judged", Moment),  # when it was withdrawn or rejected
    Column("judge", Uuid, ForeignKey("users.id")),
    Column("reason", Text),
    Index(None, "domain", "received"),
    Index(None, "claim"),
)
