"""What is kept with a decision besides counts: rulesets and the signals that stand out."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, func, select

from server.store.records.tables import ASSESSMENTS, DOMAIN_SIGNALS, SIGNAL_TOTALS


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
    """Return the signals that are furthest above the average of all domains, the furthest first."""
    totals = SIGNAL_TOTALS.c["concern", "told"]
    wanted = (
        select(
            *DOMAIN_SIGNALS.c["signal", "concern", "told"], *(one.label(f"all_{one.name}") for one in totals)
        )
        .join(SIGNAL_TOTALS, SIGNAL_TOTALS.c.signal == DOMAIN_SIGNALS.c.signal)
        .where(DOMAIN_SIGNALS.c.domain == domain, DOMAIN_SIGNALS.c.told > 0, SIGNAL_TOTALS.c.told > 0)
    )
    above = []
    for row in connection.execute(wanted):
        average = row.all_concern / row.all_told
        if (difference := row.concern / row.told - average) > 0:
            kept = {"signal": row.signal, "concern": row.concern, "told": row.told}
            above.append((-difference, row.signal, {**kept, "average": round(average, 4)}))
    return [kept for *_, kept in sorted(above)[:most]]
