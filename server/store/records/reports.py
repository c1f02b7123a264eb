"""Readers' reports, kept for good."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime

from sqlalchemy import insert, select

from server.store.records.database import Database
from server.store.records.model import Report
from server.store.records.tables import REPORTS

_LOCK = 0x7265706F7274  # any number that no other part of the records uses


class Reports:
    """The reports in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, report: Report, since: datetime) -> Report:
        """Keep ``report`` and return it; or return the same report as kept ``since`` then.

        Of several at once one is kept, whichever process they come from.

        Raises:
            RecordsUnavailableError: where the database can't be written.
        """
        same = (
            select(REPORTS)
            .where(
                REPORTS.c.assessment == report.assessment,
                REPORTS.c.received > since,
                REPORTS.c.kind == report.kind,
                REPORTS.c.signal.is_not_distinct_from(report.signal),
                REPORTS.c.note.is_not_distinct_from(report.note),
            )
            .order_by(REPORTS.c.received)
            .limit(1)
        )
        with self._database.transaction(_LOCK) as connection:
            kept = connection.execute(same).mappings().one_or_none()
            if kept is not None:
                return Report(**kept)
            connection.execute(insert(REPORTS).values(**asdict(report)))
        return report
