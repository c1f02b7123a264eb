"""Audits of domains, and the pages that each of them goes through."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, insert, or_, select, update

from server.store.records import domains, log
from server.store.records.audit_model import (
    UNFINISHED,
    Audit,
    AuditPage,
    AuditProgress,
    AuditState,
    PageState,
)
from server.store.records.database import Database
from server.store.records.tables import AUDIT_PAGES, AUDITS

_LOCK = 0x6175646974  # any number that no other part of the records uses
_COLUMNS = [AUDITS.c[field.name] for field in fields(Audit)]
_PAGE_COLUMNS = [AUDIT_PAGES.c[field.name] for field in fields(AuditPage)]


class Audits:
    """The audits in a database.

    One runner at a time goes through an audit, by a number of its own that it
    claims the audit with. What another writes from then on is not taken.

    Every method raises ``RecordsUnavailableError`` where the database fails.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, audit: Audit, actor: str) -> Audit:
        """Keep what ``actor`` asked for and return it; or the audit of its domain that is not over."""
        with self._database.transaction(_LOCK) as connection:
            unfinished = _audits(connection, AUDITS.c.domain == audit.domain, AUDITS.c.state.in_(UNFINISHED))
            if unfinished:
                return unfinished[0]
            domains.ensure(connection, audit.domain, audit.asked)
            connection.execute(insert(AUDITS).values(**asdict(audit)))
            details = {"audit": str(audit.id), "wanted": audit.wanted}
            log.append(connection, audit.asked, actor, "audit asked for", audit.domain, **details)
        return audit

    def progress(self, audit_id: UUID) -> AuditProgress | None:
        """Return an audit with its pages, or ``None`` where there is none of that id."""
        with self._database.reading() as connection:
            found = _audits(connection, AUDITS.c.id == audit_id)
            return AuditProgress(found[0], _pages(connection, audit_id)) if found else None

    def latest(self, domain: str) -> Audit | None:
        """Return the audit of ``domain`` that was asked for last."""
        with self._database.reading() as connection:
            return next(iter(_audits(connection, AUDITS.c.domain == domain)), None)

    def unfinished(self) -> list[UUID]:
        """Return the ids of all audits that are not over, in the order in which they were asked for."""
        wanted = select(AUDITS.c.id).where(AUDITS.c.state.in_(UNFINISHED)).order_by(AUDITS.c.asked)
        with self._database.reading() as connection:
            return list(connection.execute(wanted).scalars())

    def claim(self, audit_id: UUID, runner: UUID, now: datetime, silent_since: datetime) -> Audit | None:
        """Make ``runner`` the one who goes through the audit, and return it.

        ``None`` where it is over, or where another has given a sign of life after ``silent_since``.
        """
        free = or_(AUDITS.c.state == AuditState.WAITING, AUDITS.c.beat <= silent_since)
        claimed = (
            update(AUDITS)
            .where(AUDITS.c.id == audit_id, AUDITS.c.state.in_(UNFINISHED), free)
            .values(state=AuditState.RUNNING, runner=runner, beat=now, starts=AUDITS.c.starts + 1)
        )
        with self._database.transaction(_LOCK) as connection:
            if not connection.execute(claimed).rowcount:
                return None
            return _audits(connection, AUDITS.c.id == audit_id)[0]

    def beat(self, audit_id: UUID, runner: UUID, now: datetime) -> None:
        """Note a sign of life."""
        with self._database.transaction(_LOCK) as connection:
            connection.execute(_of(audit_id, runner).values(beat=now))

    def keep_pages(self, audit_id: UUID, runner: UUID, urls: Iterable[str]) -> bool:
        """Keep what pages were found; return whether the runner is to go on."""
        rows = [
            {"audit": audit_id, **asdict(AuditPage(position=position, url=url))}
            for position, url in enumerate(urls, 1)
        ]
        with self._database.transaction(_LOCK) as connection:
            goes_on = _state(connection, audit_id, runner) is AuditState.RUNNING
            if goes_on and rows:
                connection.execute(insert(AUDIT_PAGES), rows)
        return goes_on

    def keep_result(self, audit_id: UUID, runner: UUID, page: AuditPage, now: datetime) -> bool:
        """Keep what came of a page; return whether the runner is to go on.

        It is kept of an audit that was cancelled in the meantime too.
        """
        waiting = (AUDIT_PAGES.c.position == page.position, AUDIT_PAGES.c.state == PageState.WAITING)
        kept = update(AUDIT_PAGES).where(AUDIT_PAGES.c.audit == audit_id, *waiting).values(**asdict(page))
        with self._database.transaction(_LOCK) as connection:
            state = _state(connection, audit_id, runner)
            if state is not None:
                connection.execute(kept)
                connection.execute(_of(audit_id, runner).values(beat=now))
        return state is AuditState.RUNNING

    def end(
        self, audit_id: UUID, runner: UUID, state: AuditState, now: datetime, fault: str | None = None
    ) -> None:
        """End an audit that goes on, as its runner."""
        running = _of(audit_id, runner).where(AUDITS.c.state == AuditState.RUNNING)
        with self._database.transaction(_LOCK) as connection:
            connection.execute(running.values(state=state, ended=now, fault=fault))

    def release(self, audit_id: UUID, runner: UUID) -> None:
        """Leave an audit that goes on to the next runner."""
        running = _of(audit_id, runner).where(AUDITS.c.state == AuditState.RUNNING)
        with self._database.transaction(_LOCK) as connection:
            connection.execute(running.values(state=AuditState.WAITING, runner=None))

    def cancel(self, audit_id: UUID, actor: str, now: datetime) -> bool:
        """End an audit as ``actor`` wants it; return whether it was not over yet."""
        unfinished = (AUDITS.c.id == audit_id, AUDITS.c.state.in_(UNFINISHED))
        with self._database.transaction(_LOCK) as connection:
            found = _audits(connection, *unfinished)
            if not found:
                return False
            connection.execute(
                update(AUDITS).where(*unfinished).values(state=AuditState.CANCELLED, ended=now)
            )
            log.append(connection, now, actor, "audit cancelled", found[0].domain, audit=str(audit_id))
        return True


def _audits(connection: Connection, *conditions: Any) -> list[Audit]:
    """Return the audits that meet all conditions, the latest first."""
    wanted = select(*_COLUMNS).where(*conditions).order_by(AUDITS.c.asked.desc())
    return [_audit(row) for row in connection.execute(wanted)]


def _audit(row: Row[Any]) -> Audit:
    return Audit(**{**row._mapping, "state": AuditState(row.state)})


def _pages(connection: Connection, audit_id: UUID) -> tuple[AuditPage, ...]:
    wanted = select(*_PAGE_COLUMNS).where(AUDIT_PAGES.c.audit == audit_id).order_by(AUDIT_PAGES.c.position)
    return tuple(
        AuditPage(**{**row, "state": PageState(row["state"])})
        for row in connection.execute(wanted).mappings()
    )


def _of(audit_id: UUID, runner: UUID) -> Any:
    return update(AUDITS).where(AUDITS.c.id == audit_id, AUDITS.c.runner == runner)


def _state(connection: Connection, audit_id: UUID, runner: UUID) -> AuditState | None:
    """Return the state of an audit that ``runner`` goes through; ``None`` where that is another's by now."""
    wanted = select(AUDITS.c.state).where(AUDITS.c.id == audit_id, AUDITS.c.runner == runner)
    state = connection.execute(wanted).scalar_one_or_none()
    return state and AuditState(state)
