"""Everything the page of a case shows, in a bounded number of statements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, select

from server.store.records.model import Report
from server.store.records.tables import ASSESSMENTS, AUDITS, REPLIES, REPORTS

MOST_REPORTS = 50
_EACH = 5  # articles: as many of the weakest and of the newest
_NEWEST = 200  # articles, among which the weakest are looked for
_MOST_REPLIES = 20
_MOST_AUDITS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A verified assessment with its findings, as they were kept."""

    id: UUID
    url: str
    content_id: str
    ruleset: str
    title: str
    published: str | None
    verified: datetime
    origin: str
    level: str
    score: int | None
    findings: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What the publisher says."""

    id: UUID
    received: datetime
    speaker: str
    text: str
    state: str
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """A look at the domain's recent articles, and how far it went."""

    id: UUID
    state: str
    asked: datetime
    ended: datetime | None
    wanted: int


def articles(connection: Connection, domain: str) -> list[Article]:
    """Return the weakest of the newest articles, weakest first, then the newest ones; each once."""
    recent = connection.execute(
        select(ASSESSMENTS.c.id, ASSESSMENTS.c.score)
        .where(ASSESSMENTS.c.domain == domain)
        .order_by(ASSESSMENTS.c.verified.desc(), ASSESSMENTS.c.id)
        .limit(_NEWEST)
    ).all()
    scored = sorted((row for row in recent if row.score is not None), key=lambda row: row.score)
    chosen = list(dict.fromkeys(row.id for row in [*scored[:_EACH], *recent[:_EACH]]))
    columns = [ASSESSMENTS.c[name] for name in Article.__dataclass_fields__]
    wanted = select(*columns).where(ASSESSMENTS.c.id.in_(chosen))
    found = {row["id"]: Article(**row) for row in connection.execute(wanted).mappings()}
    return [found[identity] for identity in chosen]


def reports(connection: Connection, domain: str) -> tuple[list[Report], Mapping[str, int]]:
    """Return the newest :data:`MOST_REPORTS` reports, and how many there are in each state."""
    here = REPORTS.c.domain == domain
    wanted = select(REPORTS).where(here).order_by(REPORTS.c.received.desc(), REPORTS.c.id)
    states = select(REPORTS.c.state, func.count()).where(here).group_by(REPORTS.c.state)
    newest = [Report(**row) for row in connection.execute(wanted.limit(MOST_REPORTS)).mappings()]
    return newest, {row[0]: row[1] for row in connection.execute(states)}


def replies(connection: Connection, domain: str) -> list[Reply]:
    """Return the publisher's last replies, rejected ones too, newest first."""
    columns = [REPLIES.c[name] for name in Reply.__dataclass_fields__]
    wanted = select(*columns).where(REPLIES.c.domain == domain).order_by(REPLIES.c.received.desc())
    return [Reply(**row) for row in connection.execute(wanted.limit(_MOST_REPLIES)).mappings()]


def audits(connection: Connection, domain: str) -> list[Audit]:
    """Return the last audits, newest first."""
    columns = [AUDITS.c[name] for name in Audit.__dataclass_fields__]
    wanted = select(*columns).where(AUDITS.c.domain == domain).order_by(AUDITS.c.asked.desc())
    return [Audit(**row) for row in connection.execute(wanted.limit(_MOST_AUDITS)).mappings()]
