"""What the rules for cases look at, and what is kept of it with a decision."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, func, select

from server.store.records.case_model import Evidence
from server.store.records.tables import ASSESSMENTS, DOMAINS, REPORTS

_SCORED = ("strong", "mixed", "weak")
# More senders than these in a month make no difference to any rule.
_MOST_SENDERS = 1_000


@dataclass(frozen=True, slots=True)
class Reach:
    """How far back is looked: to the ``newest`` so many articles, and to reports no older than these."""

    newest: int
    reports: timedelta
    upheld: timedelta


def load(
    connection: Connection, domain: str, now: datetime, since: datetime | None, reach: Reach
) -> Evidence | None:
    """Return the evidence on ``domain``, in at most four statements; ``None`` where nothing is known of it.

    What came after ``since`` is new.
    """
    known = connection.execute(select(DOMAINS).where(DOMAINS.c.domain == domain)).mappings().one_or_none()
    if known is None:
        return None
    new = dict(known) if since is None else new_levels(connection, domain, since, reach.newest)
    senders = _senders(connection, domain, max(since or now - reach.reports, now - reach.reports))
    states = _states(connection, domain, now - reach.upheld)
    return Evidence(
        strong=known["strong"],
        mixed=known["mixed"],
        weak=known["weak"],
        unscored=known["unscored"],
        reports=known["reports"],
        new_scored=sum(new[level] for level in _SCORED),
        new_weak=new["weak"],
        senders=len(senders),
        on_one_day=max(Counter(at.date() for at in senders).values(), default=0),
        open_reports=states["open"],
        upheld_reports=states["upheld"],
    )


def new_levels(connection: Connection, domain: str, since: datetime, newest: int) -> Counter[str]:
    """Return how often each level is among the ``newest`` articles first verified after ``since``."""
    wanted = (
        select(ASSESSMENTS.c.level)
        .where(ASSESSMENTS.c.domain == domain, ASSESSMENTS.c.first_verified > since)
        .order_by(ASSESSMENTS.c.first_verified.desc())
        .limit(newest)
    )
    return Counter(connection.scalars(wanted))


def _senders(connection: Connection, domain: str, since: datetime) -> list[datetime]:
    """Return when each sender of an open report was first heard of."""
    wanted = (
        select(func.min(REPORTS.c.received))
        .where(
            REPORTS.c.domain == domain,
            REPORTS.c.received > since,
            REPORTS.c.state == "open",
            REPORTS.c.sender.is_not(None),
        )
        .group_by(REPORTS.c.sender)
        .limit(_MOST_SENDERS)
    )
    return list(connection.scalars(wanted))


def _states(connection: Connection, domain: str, since: datetime) -> Counter[str]:
    wanted = (
        select(REPORTS.c.state, func.count())
        .where(REPORTS.c.domain == domain, REPORTS.c.received > since)
        .group_by(REPORTS.c.state)
    )
    return Counter({row[0]: row[1] for row in connection.execute(wanted)})
