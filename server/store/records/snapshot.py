"""What is kept with a decision besides counts: rulesets and the signals that stand out."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, func, select

from server.store.records.domain_reads import signals
from server.store.records.tables import ASSESSMENTS


def rulesets(connection: Connection, domain: str, newest: int) -> dict[str, int]:
    """Return under which rulesets the ``newest`` articles were assessed, and how many under each."""
    recent = (
        select(ASSESSMENTS.c.ruleset)
        .where(ASSESSMENTS.c.domain == domain)
        .order_by(ASSESSMENTS.c.verified.desc())
        .limit(newest)
        .subquery()
    )
    wanted = select(recent.c.ruleset, func.count()).group_by(recent.c.ruleset).order_by(recent.c.ruleset)
    return {row[0]: row[1] for row in connection.execute(wanted)}


def top_signals(connection: Connection, domain: str, most: int) -> list[dict[str, Any]]:
    """Return the signals that are furthest above the average of all domains."""
    above = [one for one in signals(connection, domain) if one.share > one.average]
    return [
        {
            "signal": one.signal,
            "concern": one.concern,
            "told": one.told,
            "average": round(one.average, 4),
        }
        for one in above[:most]
    ]
