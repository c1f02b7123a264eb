"""Decisions, kept for good: none is ever changed. Within a transaction of who calls."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from uuid import UUID

from sqlalchemy import Connection, RowMapping, Select, func, insert, select

from server.store.records.case_model import Decision, Outcome
from server.store.records.model import Role
from server.store.records.tables import CASES, DECISIONS, USERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many decisions said what, and how many of them were overturned and how many undone."""

    by_outcome: dict[Outcome, int]
    overturned: int
    undone: int

    @property
    def total(self) -> int:
        """All decisions, those that undo one included."""
        return sum(self.by_outcome.values()) + self.undone


def add(connection: Connection, decision: Decision) -> None:
    """Keep a new decision."""
    values = asdict(decision)
    del values["author_name"]
    connection.execute(insert(DECISIONS).values(**values))


def of_case(connection: Connection, case: UUID) -> list[Decision]:
    """Return all decisions on a case, first to last."""
    wanted = _select().where(DECISIONS.c.case == case).order_by(DECISIONS.c.number)
    return [_made(row) for row in connection.execute(wanted).mappings()]


def last(connection: Connection, case: UUID) -> Decision | None:
    """Return the decision that was made last on a case, whether it stands or not."""
    wanted = _select().where(DECISIONS.c.case == case).order_by(DECISIONS.c.number.desc()).limit(1)
    row = connection.execute(wanted).mappings().one_or_none()
    return _made(row) if row else None


def standing(connection: Connection, domains: Iterable[str]) -> dict[str, Decision]:
    """Return the decision that stands, of each of ``domains`` on which one does; in one statement."""
    here = (CASES.c.id == DECISIONS.c.case) & (CASES.c.standing == DECISIONS.c.number)
    wanted = _select().join(CASES, here).where(CASES.c.domain.in_(list(domains)))
    return {row["domain"]: _made(row) for row in connection.execute(wanted).mappings()}


def stack(decisions: Iterable[Decision]) -> list[Decision]:
    """Return the decisions of one case that are not taken back; the last of them stands.

    What is undone goes, and so does the undoing: what stood before is on top again.
    """
    kept: list[Decision] = []
    for decision in decisions:
        if decision.undoes is None:
            kept.append(decision)
        else:
            kept = [earlier for earlier in kept if earlier.id != decision.undoes]
    return kept


def page(connection: Connection, offset: int, size: int) -> list[Decision]:
    """Return ``size`` decisions on all cases, newest first."""
    order = (DECISIONS.c.made.desc(), DECISIONS.c.case, DECISIONS.c.number.desc())
    wanted = _select().order_by(*order).offset(offset).limit(size)
    return [_made(row) for row in connection.execute(wanted).mappings()]


def named(connection: Connection, identities: Iterable[UUID]) -> dict[UUID, Decision]:
    """Return the decisions with these ids."""
    wanted = _select().where(DECISIONS.c.id.in_(list(identities)))
    return {row["id"]: _made(row) for row in connection.execute(wanted).mappings()}


def tally(connection: Connection) -> Tally:
    """Count the decisions on all cases."""
    kept = func.count().filter(DECISIONS.c.undoes.is_(None))
    overturned, undone = func.count(DECISIONS.c.overturns), func.count(DECISIONS.c.undoes)
    asked = select(DECISIONS.c.outcome, kept, overturned, undone).group_by(DECISIONS.c.outcome)
    rows = connection.execute(asked).all()
    said = {Outcome(row[0]): row[1] for row in rows}
    return Tally(
        by_outcome={outcome: said[outcome] for outcome in Outcome if said.get(outcome)},
        overturned=sum(row[2] for row in rows),
        undone=sum(row[3] for row in rows),
    )


def _select() -> Select[tuple[object, ...]]:
    author = USERS.c.name.label("author_name")
    return select(*DECISIONS.columns, author).join_from(DECISIONS, USERS, DECISIONS.c.author == USERS.c.id)


def _made(row: RowMapping) -> Decision:
    return Decision(**{**row, "role": Role(row["role"]), "outcome": Outcome(row["outcome"])})
