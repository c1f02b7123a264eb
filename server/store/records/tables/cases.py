"""Cases: one for each domain that ever needed a look, with notes and decisions that stay."""

from __future__ import annotations

from sqlalchemy import JSON, Column, Date, ForeignKey, Index, Integer, String, Table, Text, Uuid

from server.store.records.tables.base import METADATA, Moment

CASES = Table(
    "cases",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("domain", String, ForeignKey("domains.domain"), nullable=False, unique=True),
    Column("state", String, nullable=False),  # open or closed
    Column("because", String, nullable=False),  # why it is open, or was last
    Column("opened", Moment, nullable=False),  # last time
    Column("changed", Moment, nullable=False),
    Column("version", Integer, nullable=False),  # one more with each change: who read an older one is told
    Column("reach", Integer, nullable=False),
    Column("severity", Integer, nullable=False),
    Column("priority", Integer, nullable=False),  # reach × severity
    Column("standing", Integer),  # the number of the decision that stands
    Column("outcome", String),  # of the standing decision
    Column("review_on", Date),
    Column("assignee", Uuid, ForeignKey("users.id")),
    Index(None, "state", "priority", "id"),
)

NOTES = Table(
    "notes",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("case", Uuid, ForeignKey("cases.id"), nullable=False),
    Column("author", Uuid, ForeignKey("users.id"), nullable=False),
    Column("written", Moment, nullable=False),
    Column("text", Text, nullable=False),
    Index(None, "case", "written"),
)

DECISIONS = Table(
    "decisions",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("case", Uuid, ForeignKey("cases.id"), nullable=False),
    Column("number", Integer, nullable=False),  # 1 for the case's first
    Column("domain", String, ForeignKey("domains.domain"), nullable=False),
    Column("made", Moment, nullable=False),
    Column("author", Uuid, ForeignKey("users.id"), nullable=False),
    Column("role", String, nullable=False),  # the author's, at that time
    Column("outcome", String, nullable=False),
    Column("reason", Text, nullable=False),
    Column("review_on", Date),
    Column(
        "overturns", Uuid, ForeignKey("decisions.id")
    ),  # the decision that stood until then and said otherwise
    Column("undoes", Uuid, ForeignKey("decisions.id")),  # the decision that this one takes back
    Column("record", JSON, nullable=False),  # what was known of the domain at that time
    Index(None, "case", "number", unique=True),
    Index(None, "made"),
)
