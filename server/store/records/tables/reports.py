"""What readers hold against an assessment, and what moderators make of it."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, String, Table, Text, Uuid

from server.store.records.tables.base import METADATA, Moment

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
    Column("domain", String, ForeignKey("domains.domain")),
    Column("sender", String(64)),  # a digest with a salt that is thrown away daily
    Column("state", String, nullable=False, server_default="open"),  # open, upheld or declined
    Column("judged", Moment),
    Column("judge", Uuid, ForeignKey("users.id")),
    Index(None, "assessment", "received"),
    Index(None, "domain", "received"),
    Index(None, "sender"),
    Index(None, "state", "received"),
)

# Verdicts that a moderator disagreed with: what the evaluation should learn from. What the assessment said
# is kept with each as it was, since the page may be rewritten and read again.
DISAGREEMENTS = Table(
    "disagreements",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("assessment", Uuid, ForeignKey("assessments.id"), nullable=False),
    Column("report", Uuid, ForeignKey("reports.id")),
    Column("author", Uuid, ForeignKey("users.id"), nullable=False),
    Column("made", Moment, nullable=False),
    Column("label", Integer, nullable=False),  # 1 low credibility, 0 credible, as in the evaluation
    Column("reason", Text, nullable=False),
    Column("url", String, nullable=False),
    Column("title", Text, nullable=False),
    Column("ruleset", String, nullable=False),
    Column("level", String, nullable=False),
    Column("score", Integer),
    Column("digest", String(64), nullable=False),
    Column("sketch", LargeBinary, nullable=False),
    Index(None, "assessment"),
)
