"""The moderators' desk: cases that open by themselves, and decisions that last."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy import Connection

from server.hosts import registrable
from server.services import case_files, deciding, guarding, opening
from server.services.case_errors import (
    CaseError,
    Change,
    ConflictError,
    InvalidError,
    NotAllowedError,
    NotSavedError,
    UnknownCaseError,
)
from server.services.case_files import CaseFile
from server.services.flagging import Explanation, explain
from server.services.guarding import Act
from server.store.records import cases, decisions, log, notes, people, queue
from server.store.records.case_model import (
    Because,
    Case,
    Decision,
    Evidence,
    Note,
    Outcome,
    State,
    case_id,
)
from server.store.records.database import Database
from server.store.records.decisions import Tally
from server.store.records.model import RecordsUnavailableError, Role, User
from server.store.records.queue import QueueFilter, QueuePage, QueueRow

__all__ = [
    "Because",
    "BulkResult",
    "Case",
    "CaseError",
    "CaseFile",
    "CaseService",
    "Change",
    "ConflictError",
    "Decision",
    "DecisionsPage",
    "Evidence",
    "Explanation",
    "InvalidError",
    "NotAllowedError",
    "NotSavedError",
    "Note",
    "Outcome",
    "QueueFilter",
    "QueuePage",
    "QueueRow",
    "State",
    "Tally",
    "UnknownCaseError",
    "case_id",
    "explain",
]


_HOST = re.compile(r"[a-z0-9._-]+")


@dataclass(frozen=True, slots=True)
class BulkResult:
    """What became of one case of many: as it is now, or why it was left as it was."""

    id: UUID
    case: Case | None
    error: CaseError | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionsPage:
    """Decisions on all domains, newest first; ``named`` has those that they overturn or undo."""

    decisions: tuple[Decision, ...]
    named: dict[UUID, Decision]
    number: int
    pages: int
    tally: Tally


class CaseService:
    """Opens cases, keeps decisions, and shows both. Safe to share between threads and processes.

    What changes a case takes the version of it that the user saw, and raises
    ``ConflictError`` where it is not the present one. Where the database fails,
    nothing is changed and ``RecordsUnavailableError`` is raised; of many cases
    those before that are changed, and each says what became of it.
    """

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def consider(self, domain: str) -> Case | None:
        """Open the case of ``domain``, or open it again, if the evidence asks for it; return it if so."""
        return opening.consider(self._database, domain, self._now())

    def consider_due(self) -> list[Case]:
        """Open again what is to be reviewed by today; to be called once a day or more often."""
        now = self._now()
        with self._database.reading() as connection:
            domains = cases.due(connection, now.date())
        return [case for domain in domains if (case := opening.consider(self._database, domain, now))]

    def open_by_hand(self, domain: str, user: User, reason: str) -> Case:
        """Open the case of the domain that the host ``domain`` belongs to; the reason becomes a note.

        A case that is open already gets the note only.

        Raises:
            InvalidError: where that is no domain, or no reason.
            NotAllowedError: where the user may not.
        """
        name, reason, now = registrable(domain), guarding.reason(reason), self._now()
        if name is None or not _HOST.fullmatch(name):
            raise InvalidError("domain", "This is not a domain. One looks like example.org.")
        with self._database.transaction(cases.lock(case_id(name))) as connection:
            user = guarding.moderator(connection, user)
            return opening.open_by_hand(connection, name, user, reason, now)

    def decide(  # noqa: PLR0913, PLR0917 - what the form on a case's page asks for
        self,
        case: UUID,
        version: int,
        user: User,
        outcome: Outcome,
        reason: str,
        review_on: date | None = None,
    ) -> Case:
        """Decide a case: the decision stands until another overturns it or it is undone.

        Raises:
            ConflictError, InvalidError, NotAllowedError, UnknownCaseError
        """
        now = self._now()
        verdict = deciding.Verdict.checked(outcome, reason, review_on, now.date())
        return deciding.decide(self._database, Act(case, version, user, now), verdict)

    def decide_many(
        self,
        versions: Iterable[tuple[UUID, int]],
        user: User,
        outcome: Outcome,
        reason: str,
        review_on: date | None = None,
    ) -> tuple[BulkResult, ...]:
        """Decide several cases alike, each by itself."""
        return _each(versions, lambda one, at: self.decide(one, at, user, outcome, reason, review_on))

    def undo(self, case: UUID, version: int, user: User, reason: str) -> Case:
        """Take back the decision that stands, by a new one: what stood before stands again.

        Raises:
            ConflictError, InvalidError, NotAllowedError, UnknownCaseError
        """
        return deciding.undo(self._database, Act(case, version, user, self._now()), reason)

    def note(self, case: UUID, user: User, text: str) -> Note:
        """Leave a note for other moderators. That is logged, its text is not.

        Raises:
            InvalidError, NotAllowedError, UnknownCaseError
        """
        text, now = guarding.words(text, "note"), self._now()
        with self._database.transaction(cases.lock(case)) as connection:
            user = guarding.moderator(connection, user)
            found = guarding.existing(connection, case)
            note = Note(id=uuid4(), author=user.id, author_name=user.name, written=now, text=text)
            notes.add(connection, case, note)
            log.append(connection, now, user.name, "case.noted", found.domain, note=note.id.hex)
            return note

    def assign(self, case: UUID, version: int, user: User, assignee: UUID | None) -> Case:
        """Give the case to a moderator, or to nobody.

        Raises:
            ConflictError, InvalidError, NotAllowedError, UnknownCaseError
        """
        act = Act(case, version, user, self._now())
        with self._database.transaction(cases.lock(case)) as connection:
            act, found = guarding.admitted(connection, act)
            to = _assignee(connection, assignee)
            found = cases.change(connection, found, act.now, assignee=assignee)
            action = "case.assigned" if to else "case.unassigned"
            log.append(connection, act.now, act.user.name, action, found.domain, version=found.version, to=to)
            return found

    def assign_many(
        self, versions: Iterable[tuple[UUID, int]], user: User, assignee: UUID | None
    ) -> tuple[BulkResult, ...]:
        """Give several cases to one moderator, or to nobody, each by itself."""
        return _each(versions, lambda one, at: self.assign(one, at, user, assignee))

    def queue(self, wanted: QueueFilter, page: int = 1) -> QueuePage:
        """Return a page of cases."""
        with self._database.reading() as connection:
            return queue.page(connection, wanted, page)

    def following(self, case: Case) -> str | None:
        """Return the domain of the open case after ``case`` in the queue; the first after the last."""
        with self._database.reading() as connection:
            return queue.following(connection, case)

    def some(self, identities: Iterable[UUID]) -> dict[UUID, Case]:
        """Return those of the cases that there are."""
        with self._database.reading() as connection:
            return cases.found(connection, identities)

    def case(self, domain: str) -> CaseFile | None:
        """Return everything about the case of ``domain``, if there is one."""
        with self._database.reading() as connection:
            return case_files.load(connection, domain, self._now())

    def standing(self, domains: Sequence[str]) -> dict[str, Decision]:
        """Return the decision that stands, of each domain on which one does."""
        with self._database.reading() as connection:
            return decisions.standing(connection, domains)

    def decisions(self, page: int = 1) -> DecisionsPage:
        """Return a page of decisions for everybody to read."""
        with self._database.reading() as connection:
            tally = decisions.tally(connection)
            pages = max(1, -(-tally.total // queue.PAGE))
            page = max(1, min(page, pages))
            some = decisions.page(connection, (page - 1) * queue.PAGE, queue.PAGE)
            others = {one for decision in some for one in (decision.overturns, decision.undoes) if one}
            named = decisions.named(connection, others)
            return DecisionsPage(decisions=tuple(some), named=named, number=page, pages=pages, tally=tally)

    def _now(self) -> datetime:
        return self._clock().replace(microsecond=0)


def _each(versions: Iterable[tuple[UUID, int]], do: Callable[[UUID, int], Case]) -> tuple[BulkResult, ...]:
    """Do it to each case; once the records have failed, no more is tried."""
    results = []
    failed = False
    for one, version in versions:
        try:
            if failed:
                raise NotSavedError
            results.append(BulkResult(one, do(one, version), None))
        except CaseError as error:
            results.append(BulkResult(one, None, error))
        except RecordsUnavailableError:
            results.append(BulkResult(one, None, NotSavedError()))
            failed = True
    return tuple(results)


def _assignee(connection: Connection, identity: UUID | None) -> str | None:
    if identity is None:
        return None
    user = people.find(connection, identity)
    if user is None or user.disabled is not None or not user.role.may(Role.MODERATOR):
        raise InvalidError("assignee", "Cases can be given to moderators only.")
    return user.name
