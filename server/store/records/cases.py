"""Cases, one for each domain that ever needed a look. Within a transaction of who calls."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, RowMapping, insert, select, update

from server.store.records.case_model import Because, Case, Outcome, Rank, State
from server.store.records.tables import CASES


def lock(identity: UUID) -> int:
    """Return the number to lock this case by: those of other cases go on meanwhile."""
    return int.from_bytes(identity.bytes[:7])


def find(connection: Connection, identity: UUID) -> Case | None:
    """Return the case, if there is one."""
    row = connection.execute(select(CASES).where(CASES.c.id == identity)).mappings().one_or_none()
    return made(row) if row else None


def add(connection: Connection, case: Case) -> None:
    """Keep a new case."""
    connection.execute(insert(CASES).values(**asdict(case)))


def change(connection: Connection, case: Case, now: datetime, **values: Any) -> Case:
    """Change what is given, and count the version on; return the case as it is now."""
    values |= {"changed": now, "version": case.version + 1}
    connection.execute(update(CASES).where(CASES.c.id == case.id).values(**values))
    return Case(**{**asdict(case), **values})


def rank(connection: Connection, case: Case, ranked: Rank) -> Case:
    """Move the case in the queue. No new version: whoever reads the case is not misled by it."""
    values = {"reach": ranked.reach, "severity": ranked.severity, "priority": ranked.priority}
    connection.execute(update(CASES).where(CASES.c.id == case.id).values(**values))
    return replace(case, reach=ranked.reach, severity=ranked.severity, priority=ranked.priority)


def due(connection: Connection, today: date) -> list[str]:
    """Return the domains of closed cases whose review date has come."""
    wanted = select(CASES.c.domain).where(CASES.c.state == State.CLOSED, CASES.c.review_on <= today)
    return list(connection.scalars(wanted.order_by(CASES.c.review_on, CASES.c.domain)))


def made(row: RowMapping) -> Case:
    """Return a row of the table as a case."""
    values = {column.name: row[column.name] for column in CASES.columns}
    values["state"], values["because"] = State(values["state"]), Because(values["because"])
    values["outcome"] = _outcome(values["outcome"])
    return Case(**values)


def _outcome(text: str | None) -> Outcome | None:
    return None if text is None else Outcome(text)


def found(connection: Connection, identities: Iterable[UUID]) -> dict[UUID, Case]:
    """Return those of the cases that there are."""
    wanted = select(CASES).where(CASES.c.id.in_(list(identities)))
    return {row["id"]: made(row) for row in connection.execute(wanted).mappings()}
