"""Opening cases: by themselves when the evidence asks for it, or by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection

from server.services import flagging
from server.services.guarding import Act
from server.store.records import cases, decisions, domains, evidence, log, notes
from server.store.records.case_model import Because, Case, Decision, Evidence, Note, State, case_id
from server.store.records.database import Database
from server.store.records.model import User

# The log's name for what acts by itself.
ITSELF = "touchstone"


@dataclass(frozen=True, slots=True)
class Facts:
    """A domain's case, if it has one, with its last decision, and the evidence since then."""

    case: Case | None
    last: Decision | None
    evidence: Evidence


def facts(connection: Connection, domain: str, now: datetime) -> Facts | None:
    """Return what is known of ``domain``, in at most six statements; ``None`` where nothing is."""
    case = cases.find(connection, case_id(domain))
    last = decisions.last(connection, case.id) if case else None
    found = evidence.load(connection, domain, now, last.made if last else None, flagging.REACH)
    return Facts(case, last, found) if found else None


def consider(database: Database, domain: str, now: datetime) -> Case | None:
    """Open the case of ``domain``, or open it again, where the evidence asks for it; keep its priority true.

    Returns the case if it was opened just now. Safe to call at any time and
    by many at once: what a decision has taken into account opens nothing twice.

    Raises:
        RecordsUnavailableError: where the database fails.
    """
    with database.reading() as connection:
        known = facts(connection, domain, now)
    if known is None or not _to_do(known, now):
        return None  # as nearly always, and no other has to wait for it
    with database.transaction(cases.lock(case_id(domain))) as connection:
        known = facts(connection, domain, now)
        return _update(connection, domain, known, now) if known else None


def _to_do(known: Facts, now: datetime) -> bool:
    if _why(known, now):
        return True
    ranked = flagging.explain(known.evidence).rank
    # A closed case is ranked when it opens again.
    return (
        known.case is not None
        and known.case.state is State.OPEN
        and (known.case.reach, known.case.severity) != (ranked.reach, ranked.severity)
    )


def _why(known: Facts, now: datetime) -> Because | None:
    if known.case is None:
        return flagging.first(known.evidence)
    return flagging.again(known.case, known.evidence, _was_above(known.last), now.date())


def _was_above(last: Decision | None) -> bool:
    share: Mapping[str, Any] = last.record.get("weak_share", {}) if last else {}
    return bool(share.get("high", 1.0) >= flagging.LINE)


def _update(connection: Connection, domain: str, known: Facts, now: datetime) -> Case | None:
    if because := _why(known, now):
        case = _open(connection, domain, known, because, now)
        _log(connection, case, known, now, ITSELF)
        return case
    if known.case is not None:
        cases.rank(connection, known.case, flagging.explain(known.evidence).rank)
    return None


def open_by_hand(connection: Connection, domain: str, user: User, reason: str, now: datetime) -> Case:
    """Open the case because a moderator says so, and note the reason; an open one gets the note only."""
    domains.ensure(connection, domain, now)
    known = facts(connection, domain, now)
    assert known is not None  # noqa: S101 - it has been seen to just now
    note = Note(id=uuid4(), author=user.id, author_name=user.name, written=now, text=reason)
    if known.case is not None and known.case.state is State.OPEN:
        notes.add(connection, known.case.id, note)
        log.append(connection, now, user.name, "case.noted", domain, note=note.id.hex)
        return known.case
    case = _open(connection, domain, known, Because.BY_HAND, now)
    notes.add(connection, case.id, note)
    _log(connection, case, known, now, user.name, note=note.id.hex)
    return case


def reopen(connection: Connection, domain: str, because: Because, act: Act) -> Case:
    """Open a closed case again since ``act`` took back what had closed it."""
    known = facts(connection, domain, act.now)
    assert known is not None  # noqa: S101 - a case's domain is always known
    case = _open(connection, domain, known, because, act.now)
    _log(connection, case, known, act.now, act.user.name)
    return case


def _open(connection: Connection, domain: str, known: Facts, because: Because, now: datetime) -> Case:
    ranked = flagging.explain(known.evidence).rank
    if known.case is not None:
        case = cases.rank(connection, known.case, ranked)
        return cases.change(
            connection, case, now, state=State.OPEN, because=because, opened=now, review_on=None
        )
    case = Case(
        id=case_id(domain),
        domain=domain,
        state=State.OPEN,
        because=because,
        opened=now,
        changed=now,
        version=1,
        reach=ranked.reach,
        severity=ranked.severity,
        priority=ranked.priority,
    )
    cases.add(connection, case)
    return case


def _log(connection: Connection, case: Case, known: Facts, now: datetime, actor: str, **more: str) -> None:
    found = known.evidence
    log.append(
        connection,
        now,
        actor,
        "case.reopened" if known.case else "case.opened",
        case.domain,
        version=case.version,
        because=case.because,
        weak=found.weak,
        scored=found.scored,
        new_weak=found.new_weak,
        new_scored=found.new_scored,
        senders=found.senders,
        **more,
    )
