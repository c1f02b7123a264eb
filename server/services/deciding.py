"""Decisions: each is one transaction that keeps it, what it overturns, the case and the log, or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection

from server.core.measure import wilson
from server.services import flagging, guarding, opening
from server.services.case_errors import InvalidError
from server.services.domains import Unusual, unusual
from server.services.guarding import Act
from server.store.records import cases, decisions, domain_records, log, snapshot
from server.store.records.case_model import Because, Case, Decision, Outcome, State
from server.store.records.database import Database

# What is watched is looked at again, by itself after this time.
WATCH_DAYS = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a moderator says of a domain, checked."""

    outcome: Outcome
    reason: str
    review_on: date | None

    @classmethod
    def checked(cls, outcome: Outcome, reason: str, review_on: date | None, today: date) -> Verdict:
        """Return the verdict.

        Raises:
            InvalidError: naming the field that is not as it should be.
        """
        if outcome is Outcome.WITHDRAWN:
            raise InvalidError("outcome", "To withdraw a decision, undo it.")
        if review_on is not None and review_on <= today:
            raise InvalidError("review_on", "The review must be after today.")
        if outcome is Outcome.WATCH and review_on is None:
            review_on = today + WATCH_DAYS
        return cls(outcome, guarding.reason(reason), review_on)


def decide(database: Database, act: Act, verdict: Verdict) -> Case:
    """Decide a case, and return it as it is then."""
    with database.transaction(cases.lock(act.case)) as connection:
        act, case = guarding.admitted(connection, act)
        history = decisions.of_case(connection, case.id)
        standing = decisions.stack(history)[-1:]
        overturned = [one.id for one in standing if one.outcome is not verdict.outcome]
        decision = _decision(
            connection,
            case,
            act,
            number=len(history) + 1,
            outcome=verdict.outcome,
            reason=verdict.reason,
            review_on=verdict.review_on,
            overturns=overturned[0] if overturned else None,
            undoes=None,
        )
        decisions.add(connection, decision)
        case = cases.change(
            connection,
            case,
            act.now,
            state=State.CLOSED,
            standing=decision.number,
            outcome=verdict.outcome,
            review_on=verdict.review_on,
        )
        _log(connection, "case.decided", case, decision)
        return case


def undo(database: Database, act: Act, reason: str) -> Case:
    """Take back the decision that stands: the one before it stands again, or none.

    What the decision had closed is open again.
    """
    reason = guarding.reason(reason)
    with database.transaction(cases.lock(act.case)) as connection:
        act, case = guarding.admitted(connection, act)
        history = decisions.of_case(connection, case.id)
        stack = decisions.stack(history)
        if not stack:
            raise InvalidError("outcome", "No decision stands that could be undone.")
        undone, restored = stack[-1], stack[-2] if len(stack) > 1 else None
        review_on = restored.review_on if restored else None
        because = _because(undone, restored, act.now.date()) if case.state is State.CLOSED else None
        if review_on and review_on <= act.now.date():
            review_on = None
        decision = _decision(
            connection,
            case,
            act,
            number=len(history) + 1,
            outcome=restored.outcome if restored else Outcome.WITHDRAWN,
            reason=reason,
            review_on=review_on,
            overturns=None,
            undoes=undone.id,
        )
        decisions.add(connection, decision)
        case = cases.change(
            connection,
            case,
            act.now,
            standing=restored.number if restored else None,
            outcome=restored.outcome if restored else None,
            review_on=review_on,
        )
        _log(connection, "case.undone", case, decision)
        return opening.reopen(connection, case.domain, because, act) if because else case


def _because(undone: Decision, restored: Decision | None, today: date) -> Because | None:
    """Return why a closed case is open once ``undone`` is taken back, if it is."""
    if restored is None:
        return Because.WITHDRAWN
    # Nothing else would ask the question again: evidence counts from the last decision on, an undoing too.
    if answered := undone.record.get("open_because"):
        return Because(answered)
    due = restored.review_on is not None and restored.review_on <= today
    return Because.REVIEW_DUE if due else None


def _decision(connection: Connection, case: Case, act: Act, **said: Any) -> Decision:
    return Decision(
        id=uuid4(),
        case=case.id,
        domain=case.domain,
        made=act.now,
        author=act.user.id,
        author_name=act.user.name,
        role=act.user.role,
        record=record(connection, case.domain, act.now),
        **said,
    )


def record(connection: Connection, domain: str, now: datetime) -> dict[str, Any]:
    """Return what is known of ``domain`` now, as JSON values to keep with a decision."""
    known = opening.facts(connection, domain, now)
    assert known is not None  # noqa: S101 - a case's domain is always known
    found, case = known.evidence, known.case
    low, high = wilson(found.weak, found.scored)
    return {
        "open_because": case.because if case and case.state is State.OPEN else None,
        "articles": {level: getattr(found, level) for level in ("strong", "mixed", "weak", "unscored")},
        "weak_share": {
            "share": round(found.weak / found.scored, 4) if found.scored else None,
            "low": round(low, 4),
            "high": round(high, 4),
        },
        "since_last_decision": {"scored": found.new_scored, "weak": found.new_weak},
        "reports": {
            "all": found.reports,
            "open": found.open_reports,
            "upheld": found.upheld_reports,
            "senders": found.senders,
        },
        "rulesets": snapshot.rulesets(connection, domain, flagging.NEWEST),
        "signals": [_told(one) for one in unusual(domain_records.signals(connection, domain))],
    }


def _told(one: Unusual) -> dict[str, Any]:
    """Return a signal that sets the domain apart, against the average of all others (docs/decisions/0017)."""
    return {
        "signal": one.signal,
        "concern": one.concern,
        "told": one.told,
        "average": round(one.average, 4),
        "others": one.others,
    }


def _log(connection: Connection, action: str, case: Case, decision: Decision) -> None:
    log.append(
        connection,
        decision.made,
        decision.author_name,
        action,
        case.domain,
        version=case.version,
        number=decision.number,
        decision=decision.id.hex,
        role=decision.role,
        outcome=decision.outcome,
        reason=decision.reason,
        review_on=decision.review_on and decision.review_on.isoformat(),
        overturns=decision.overturns and decision.overturns.hex,
        undoes=decision.undoes and decision.undoes.hex,
    )
