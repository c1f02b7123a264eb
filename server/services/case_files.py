"""A case with all that a moderator needs to decide it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from server.services import opening
from server.services.flagging import Explanation, explain
from server.store.records import case_files, decisions, notes, people
from server.store.records.case_files import Article, Audit, Reply
from server.store.records.case_model import Case, Decision, Evidence, Note
from server.store.records.model import Report, User


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """The case and what it rests on, beside the domain's record.

    ``decisions`` are all, first to last; ``standing`` is one of them.
    """

    case: Case
    assignee: User | None
    evidence: Evidence
    explanation: Explanation
    articles: tuple[Article, ...]
    reports: tuple[Report, ...]
    report_counts: Mapping[str, int]
    notes: tuple[Note, ...]
    decisions: tuple[Decision, ...]
    standing: Decision | None
    replies: tuple[Reply, ...]
    audits: tuple[Audit, ...]


def load(connection: Connection, domain: str, now: datetime) -> CaseFile | None:
    """Return the case of ``domain``, if there is one, in at most fifteen statements."""
    known = opening.facts(connection, domain, now)
    if known is None or known.case is None:
        return None
    case = known.case
    history = decisions.of_case(connection, case.id)
    newest, counts = case_files.reports(connection, domain)
    return CaseFile(
        case=case,
        assignee=people.find(connection, case.assignee) if case.assignee else None,
        evidence=known.evidence,
        explanation=explain(known.evidence),
        articles=tuple(case_files.articles(connection, domain)),
        reports=tuple(newest),
        report_counts=counts,
        notes=tuple(notes.of_case(connection, case.id)),
        decisions=tuple(history),
        standing=next((one for one in history if one.number == case.standing), None),
        replies=tuple(case_files.replies(connection, domain)),
        audits=tuple(case_files.audits(connection, domain)),
    )
