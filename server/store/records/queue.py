"""The queue of cases: filtered, ordered, a page at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, UnaryExpression, func, select, tuple_

from server.store.records import cases
from server.store.records.case_model import Because, Case, Outcome, State
from server.store.records.tables import CASES, DOMAINS, USERS

Order = Literal["priority", "opened", "changed", "domain"]

PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueFilter:
    """Which cases are asked for, and in which order.

    ``search`` is a part of the domain. ``unassigned`` leaves those that are nobody's.
    """

    state: State | None = State.OPEN
    because: Because | None = None
    outcome: Outcome | None = None
    assignee: UUID | None = None
    unassigned: bool = False
    search: str = ""
    order: Order = "priority"


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueRow:
    """A case as the queue lists it."""

    case: Case
    weak: int
    scored: int
    reports: int
    assignee_name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuePage:
    """One page: ``number`` of ``pages``, from 1; ``counts`` of all cases that the filter leaves, by state."""

    rows: tuple[QueueRow, ...]
    number: int
    pages: int
    counts: dict[State, int]


def page(connection: Connection, wanted: QueueFilter, number: int) -> QueuePage:
    """Return a page of :data:`PAGE` cases in two statements; the last one where there are not so many."""
    counts = _counts(connection, wanted)
    total = sum(counts.values()) if wanted.state is None else counts[wanted.state]
    pages = max(1, -(-total // PAGE))
    number = max(1, min(number, pages))
    asked = (
        select(CASES, DOMAINS.c.strong, DOMAINS.c.mixed, DOMAINS.c.weak, DOMAINS.c.reports)
        .add_columns(USERS.c.name.label("assignee_name"))
        .join(DOMAINS, DOMAINS.c.domain == CASES.c.domain)
        .outerjoin(USERS, USERS.c.id == CASES.c.assignee)
        .where(*_conditions(wanted))
        .order_by(*_order(wanted.order))
        .limit(PAGE)
        .offset((number - 1) * PAGE)
    )
    if wanted.state is not None:
        asked = asked.where(CASES.c.state == wanted.state)
    rows = tuple(
        QueueRow(
            case=cases.made(row),
            weak=row["weak"],
            scored=row["strong"] + row["mixed"] + row["weak"],
            reports=row["reports"],
            assignee_name=row["assignee_name"],
        )
        for row in connection.execute(asked).mappings()
    )
    return QueuePage(rows=rows, number=number, pages=pages, counts=counts)


def following(connection: Connection, case: Case) -> str | None:
    """Return the domain of the open case that comes after ``case`` in the queue, most urgent first.

    After the last one, and after a closed one, the first comes; ``None`` where no other is open.
    """
    others = select(CASES.c.domain).where(CASES.c.state == State.OPEN, CASES.c.id != case.id)
    others = others.order_by(*_order("priority")).limit(1)
    after = tuple_(CASES.c.priority, CASES.c.id) < tuple_(case.priority, case.id)
    found = connection.scalar(others.where(after)) if case.state is State.OPEN else None
    return found or connection.scalar(others)


def _counts(connection: Connection, wanted: QueueFilter) -> dict[State, int]:
    asked = select(CASES.c.state, func.count()).where(*_conditions(wanted)).group_by(CASES.c.state)
    return dict.fromkeys(State, 0) | {State(row[0]): row[1] for row in connection.execute(asked)}


def _conditions(wanted: QueueFilter) -> Iterator[ColumnElement[bool]]:
    if wanted.because is not None:
        yield CASES.c.because == wanted.because
    if wanted.outcome is not None:
        yield CASES.c.outcome == wanted.outcome
    if wanted.assignee is not None:
        yield CASES.c.assignee == wanted.assignee
    if wanted.unassigned:
        yield CASES.c.assignee.is_(None)
    if search := wanted.search.strip().lower().replace("\0", ""):
        yield CASES.c.domain.contains(search, autoescape=True)


def _order(order: Order) -> tuple[ColumnElement[object] | UnaryExpression[object], ...]:
    orders: dict[Order, tuple[ColumnElement[object] | UnaryExpression[object], ...]] = {
        "priority": (CASES.c.priority.desc(), CASES.c.id.desc()),  # as the index has them
        "opened": (CASES.c.opened, CASES.c.id),  # who waits longest
        "changed": (CASES.c.changed.desc(), CASES.c.id),
        "domain": (CASES.c.domain,),
    }
    return orders[order]
