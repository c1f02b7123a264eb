"""Who works at the desk."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, Uuid

from server.store.records.tables.base import METADATA, Moment

USERS = Table(
    "users",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("name", String, nullable=False, unique=True),
    Column("role", String, nullable=False),
    Column("password", String),  # an Argon2 hash; none for who signs in elsewhere
    Column("subject", String, unique=True),  # issuer and subject of OpenID Connect
    Column("added", Moment, nullable=False),
    Column("disabled", Moment),
)

SESSIONS = Table(
    "sessions",
    METADATA,
    Column("digest", String(64), primary_key=True),  # of the cookie's secret
    Column("user", Uuid, ForeignKey("users.id"), nullable=False),
    Column("started", Moment, nullable=False),
    Column("seen", Moment, nullable=False),
    Column("expires", Moment, nullable=False),
    Index(None, "user"),
    Index(None, "expires"),
)

# How often a thing was tried since a moment, by a digest that names neither person nor address.
ATTEMPTS = Table(
    "attempts",
    METADATA,
    Column("key", String(64), primary_key=True),
    Column("since", Moment, nullable=False),
    Column("count", Integer, nullable=False),
    Index(None, "since"),
)
