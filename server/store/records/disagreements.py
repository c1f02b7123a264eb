"""Verdicts that moderators disagreed with."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import Connection, Select, insert, select

from server.store.records import log
from server.store.records.database import Database
from server.store.records.tables import ASSESSMENTS, DISAGREEMENTS, REPORTS, USERS
from server.store.records.voices import AgreesError, Disagreement, Listed, Objection, Person

_LOCK = 0x64697367  # any number that no other part of the records uses
_PAGE = 50  # disagreements
# What a verdict says already is no disagreement with it.
_AGREES = {("weak", 1), ("strong", 0)}
# Of the assessment: it is overwritten when the page is read again.
_SAID = ("url", "title", "ruleset", "level", "score", "digest", "sketch")


class Disagreements:
    """The disagreements in a database. One that was uttered stays; a later one by the same author counts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, objection: Objection, by: Person, at: datetime) -> UUID | None:
        """Keep ``objection`` of ``by``, with what the assessment says now, and return its id.

        ``None`` where there is no such assessment, or no such report.

        Raises:
            AgreesError: where the assessment says just that.
            RecordsUnavailableError: where the database can't be written.
        """
        identity = uuid4()
        row = asdict(objection) | {"id": identity, "author": by.id, "made": at}
        with self._database.transaction(_LOCK) as connection:
            wanted = select(ASSESSMENTS).where(ASSESSMENTS.c.id == objection.assessment)
            about = connection.execute(wanted).first()
            if about is None or not _reported(connection, objection.report):
                return None
            if (about.level, objection.label) in _AGREES:
                raise AgreesError
            said = {name: about._mapping[name] for name in _SAID}
            connection.execute(insert(DISAGREEMENTS).values(**row, **said))
            told = {"disagreement": identity.hex, "url": about.url, "level": about.level}
            log.append(
                connection,
                at,
                by.name,
                "verdict.disputed",
                about.domain,
                label=objection.label,
                **told,
            )
        return identity

    def page(self, number: int) -> Listed[Disagreement]:
        """Return a page of all, newest first.

        Raises:
            RecordsUnavailableError: where the database can't be read.
        """
        asked = _all().order_by(DISAGREEMENTS.c.made.desc(), DISAGREEMENTS.c.id)
        with self._database.reading() as connection:
            rows = connection.execute(asked.limit(_PAGE + 1).offset((number - 1) * _PAGE)).mappings()
            found = [Disagreement(**row) for row in rows]
        return Listed(found[:_PAGE], number, more=len(found) > _PAGE)

    def everything(self) -> list[Disagreement]:
        """Return all, oldest first; there are only ever as many as people typed.

        Raises:
            RecordsUnavailableError: where the database can't be read.
        """
        asked = _all().order_by(DISAGREEMENTS.c.made, DISAGREEMENTS.c.id)
        with self._database.reading() as connection:
            return [Disagreement(**row) for row in connection.execute(asked).mappings()]


def _reported(connection: Connection, report: UUID | None) -> bool:
    return report is None or connection.scalar(select(REPORTS.c.id).where(REPORTS.c.id == report)) is not None


def _all() -> Select[tuple[object, ...]]:
    kept = (column for column in DISAGREEMENTS.c if column.name != "author")
    return (
        select(*kept, USERS.c.name.label("author"), *ASSESSMENTS.c["domain", "content_id"])
        .join(USERS, USERS.c.id == DISAGREEMENTS.c.author)
        .join(ASSESSMENTS, ASSESSMENTS.c.id == DISAGREEMENTS.c.assessment)
    )
