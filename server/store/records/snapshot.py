"""Under which rulesets a domain's articles were assessed, to be kept with a decision."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

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
