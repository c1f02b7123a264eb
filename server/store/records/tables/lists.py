"""Lists of domains that others keep."""

from __future__ import annotations

from sqlalchemy import Column, Date, Float, ForeignKey, Index, String, Table

from server.store.records.tables.base import METADATA, Moment

LISTS = Table(
    "lists",
    METADATA,
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("source", String, nullable=False),  # where it comes from: an address, or a citation
    Column("licence", String, nullable=False),
    Column("as_of", Date, nullable=False),
    Column("imported", Moment, nullable=False),
)

LISTINGS = Table(
    "listings",
    METADATA,
    Column("list", String, ForeignKey("lists.id"), primary_key=True),
    Column("host", String, primary_key=True),  # as listed: a domain, or a part of one
    Column("domain", String, nullable=False),  # registrable: where it is looked for
    Column("category", String, nullable=False),
    Column("score", Float),  # as the list gives it
    Index(None, "domain"),
)
