"""Audits of a domain: which of its recent articles were looked at, and how far it went."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, Text, Uuid

from server.store.records.tables.base import METADATA, Moment

AUDITS = Table(
    "audits",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("domain", String, ForeignKey("domains.domain"), nullable=False),
    Column("author", Uuid, ForeignKey("users.id")),  # none when it began by itself or on the command line
    Column("state", String, nullable=False),  # waiting, running, done, cancelled or failed
    Column("asked", Moment, nullable=False),
    Column("beat", Moment),  # when its runner last gave a sign of life
    Column("runner", Uuid),  # who goes through it, made up anew at each start; others' results are not taken
    Column("starts", Integer, nullable=False, server_default="0"),
    Column("ended", Moment),
    Column("wanted", Integer, nullable=False),  # articles, at most
    Column("fault", Text),
    Index(None, "domain", "asked"),
    Index(None, "state"),
)

AUDIT_PAGES = Table(
    "audit_pages",
    METADATA,
    Column("audit", Uuid, ForeignKey("audits.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("url", String),  # forgotten where the page can't be had
    Column("state", String, nullable=False),  # waiting, assessed, no_article or failed
    Column("level", String),
    Column("score", Integer),
    Column("fault", Text),
)
