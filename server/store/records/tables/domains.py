"""Domains and what was verified of them.

The counts of a domain are kept beside its assessments and change in the same
transaction, so that neither the desk nor a reader ever waits for a sum over
everything.
"""

from __future__ import annotations

from sqlalchemy import JSON, Column, ForeignKey, Index, Integer, LargeBinary, String, Table, Text, Uuid

from server.store.records.tables.base import METADATA, Moment

DOMAINS = Table(
    "domains",
    METADATA,
    Column("domain", String, primary_key=True),  # registrable, by the public suffix list
    Column("known", Moment, nullable=False),  # since when
    Column("verified", Moment),  # when an assessment was verified last
    Column("strong", Integer, nullable=False, server_default="0"),
    Column("mixed", Integer, nullable=False, server_default="0"),
    Column("weak", Integer, nullable=False, server_default="0"),
    Column("unscored", Integer, nullable=False, server_default="0"),
    Column("reports", Integer, nullable=False, server_default="0"),
)

# What the service read at the address itself: findings, never the article's text.
ASSESSMENTS = Table(
    "assessments",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("domain", String, ForeignKey("domains.domain"), nullable=False),
    Column("url", String, nullable=False),
    Column("path", String, nullable=False),  # of the address alone: to know it again under another host
    Column("content_id", String(64), nullable=False),
    Column("ruleset", String, nullable=False),
    Column("title", Text, nullable=False),
    Column("published", String),  # as the page says
    Column("verified", Moment, nullable=False),
    Column("first_verified", Moment, nullable=False),  # the article as it is: rewritten it begins anew
    Column("origin", String, nullable=False),  # reader, audit or moderator
    Column("level", String, nullable=False),
    Column("score", Integer),
    Column("digest", String(64), nullable=False),  # of the text, to know the same article again
    Column("sketch", LargeBinary, nullable=False),  # of the text, to know a similar one
    Column("findings", JSON, nullable=False),
    Index(None, "domain", "digest", unique=True),
    Index(None, "domain", "url", unique=True),
    Index(None, "domain", "path"),
    Index(None, "domain", "verified"),
    Index(None, "domain", "first_verified"),
    Index(None, "domain", "score", "id"),  # weakest and strongest
)

# The content ids under which readers' extensions know a verified article: a
# rendered page and a fetched one seldom give the very same.
CONTENTS = Table(
    "contents",
    METADATA,
    Column("content_id", String(64), primary_key=True),
    Column("assessment", Uuid, ForeignKey("assessments.id"), nullable=False),
    Index(None, "assessment"),
)

DOMAIN_MONTHS = Table(
    "domain_months",
    METADATA,
    Column("domain", String, ForeignKey("domains.domain"), primary_key=True),
    Column("month", String(7), primary_key=True),  # 2026-11, in which it was first verified
    Column("strong", Integer, nullable=False, server_default="0"),
    Column("mixed", Integer, nullable=False, server_default="0"),
    Column("weak", Integer, nullable=False, server_default="0"),
    Column("unscored", Integer, nullable=False, server_default="0"),
    Column("points", Integer, nullable=False, server_default="0"),  # the scores' sum
)

# On how many of its articles a signal was a concern, of those on which it could be told.
DOMAIN_SIGNALS = Table(
    "domain_signals",
    METADATA,
    Column("domain", String, ForeignKey("domains.domain"), primary_key=True),
    Column("signal", String, primary_key=True),
    Column("concern", Integer, nullable=False, server_default="0"),
    Column("told", Integer, nullable=False, server_default="0"),
)

SIGNAL_TOTALS = Table(
    "signal_totals",
    METADATA,
    Column("signal", String, primary_key=True),
    Column("concern", Integer, nullable=False, server_default="0"),
    Column("told", Integer, nullable=False, server_default="0"),
)
