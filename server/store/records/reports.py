"""Readers' reports, kept for good."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, func, insert, select, update

from server.store.records import domains, log
from server.store.records.database import Database
from server.store.records.model import Report
from server.store.records.tables import ASSESSMENTS, CONTENTS, DOMAINS, REPORTS, USERS
from server.store.records.voices import ChangedError, FiledReport, Listed, Person, ReportFilter

_LOCK = 0x7265706F7274  # any number that no other part of the records uses
_PAGE = 50  # reports


class Reports:
    """The reports in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, report: Report, since: datetime, most: int) -> Report | None:
        """Keep ``report`` and return it; or return the same one of the same sender as kept ``since`` then.

        Of several at once one is kept, whichever process they come from. The
        domain's count changes with it. ``None`` where the sender has ``most``
        reports already: senders' digests are of one day.

        Raises:
            RecordsUnavailableError: where the database can't be written.
        """
        with self._database.transaction(_LOCK) as connection:
            kept = connection.execute(_same(report, since)).mappings().one_or_none()
            if kept is not None:
                return Report(**kept)
            sent = select(func.count()).where(REPORTS.c.sender == report.sender)
            if (connection.scalar(sent) or 0) >= most:
                return None
            _insert(connection, report)
        return report

    def filed(self, wanted: ReportFilter, page: int) -> Listed[FiledReport]:
        """Return a page of the reports that are ``wanted``, newest first.

        Raises:
            RecordsUnavailableError: where the database can't be read.
        """
        asked = _filed(wanted).limit(_PAGE + 1).offset((page - 1) * _PAGE)
        with self._database.reading() as connection:
            rows = [dict(row) for row in connection.execute(asked).mappings()]
        return Listed([_read(row) for row in rows[:_PAGE]], page, more=len(rows) > _PAGE)

    def judge(self, report: UUID, state: str, seen: str, by: Person, at: datetime) -> Report | None:
        """Let ``report`` be ``state`` by the word of ``by``; ``None`` where there is none.

        Raises:
            ChangedError: where it is no longer as it was ``seen``.
            RecordsUnavailableError: where the database can't be written.
        """
        chosen = REPORTS.c.id == report
        with self._database.transaction(_LOCK) as connection:
            row = connection.execute(select(REPORTS).where(chosen)).mappings().one_or_none()
            if row is None:
                return None
            if row["state"] != seen:
                raise ChangedError(row["state"])
            connection.execute(update(REPORTS).where(chosen).values(state=state, judged=at, judge=by.id))
            # Not the note: what a reader wrote can be forgotten, the log can't.
            told = {"report": report.hex, "kind": row["kind"], "state": state, "before": seen}
            log.append(connection, at, by.name, "report.judged", row["domain"] or row["site"] or "", **told)
        return Report(**{**row, "state": state, "judged": at, "judge": by.id})


def _same(report: Report, since: datetime) -> Select[tuple[object, ...]]:
    return (
        select(REPORTS)
        .where(
            REPORTS.c.assessment == report.assessment,
            REPORTS.c.received > since,
            REPORTS.c.kind == report.kind,
            REPORTS.c.signal.is_not_distinct_from(report.signal),
            REPORTS.c.note.is_not_distinct_from(report.note),
            REPORTS.c.sender.is_not_distinct_from(report.sender),
        )
        .order_by(REPORTS.c.received)
        .limit(1)
    )


def _insert(connection: Connection, report: Report) -> None:
    if report.domain is not None:
        domains.ensure(connection, report.domain, report.received)
        counted = update(DOMAINS).where(DOMAINS.c.domain == report.domain)
        connection.execute(counted.values(reports=DOMAINS.c.reports + 1))
    connection.execute(insert(REPORTS).values(**asdict(report)))


def _filed(wanted: ReportFilter) -> Select[tuple[object, ...]]:
    """Return the reports with what is known of the assessment: it may be verified after it was reported."""
    asked = (
        select(
            REPORTS,
            ASSESSMENTS.c.id.label("verified"),
            ASSESSMENTS.c.url,
            ASSESSMENTS.c.title,
            USERS.c.name.label("judge_name"),
        )
        .outerjoin(CONTENTS, CONTENTS.c.content_id == REPORTS.c.assessment)
        .outerjoin(ASSESSMENTS, ASSESSMENTS.c.id == CONTENTS.c.assessment)
        .outerjoin(USERS, USERS.c.id == REPORTS.c.judge)
        .order_by(REPORTS.c.received.desc(), REPORTS.c.id)
    )
    for column, value in (
        (REPORTS.c.state, wanted.state),
        (REPORTS.c.kind, wanted.kind),
        (REPORTS.c.domain, wanted.domain),
    ):
        if value is not None:
            asked = asked.where(column == value)
    return asked


def _read(row: dict[str, Any]) -> FiledReport:
    known = {name: row.pop(name) for name in ("verified", "url", "title")}
    return FiledReport(judge=row.pop("judge_name"), report=Report(**row), **known)
