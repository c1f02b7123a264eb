"""What moderators make of readers' reports, of verdicts and of publishers' replies."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import Literal
from uuid import UUID

from server.services import case_errors, guarding
from server.store.records.disagreements import Disagreements
from server.store.records.model import RecordsUnavailableError, Report
from server.store.records.replies import Judged, Replies
from server.store.records.reports import Reports
from server.store.records.voices import (
    AgreesError,
    Disagreement,
    FiledReport,
    Listed,
    Objection,
    Person,
    Reply,
    ReportFilter,
)

Judgement = Literal["upheld", "declined"]
Label = Literal[0, 1]


class InvalidError(Exception):
    """What was sent can't be kept; the message says why, for whoever sent it."""


class UnknownError(Exception):
    """There is nothing under that id."""


class JudgingService:
    """The desk's word on what was said to it. Everything is logged. Safe to share between threads.

    ``on_judged`` is told the domain of each report that was judged. Every
    method may raise ``RecordsUnavailableError``.
    """

    def __init__(
        self,
        reports: Reports,
        replies: Replies,
        disagreements: Disagreements,
        clock: Callable[[], datetime],
        on_judged: Callable[[str], object] = lambda _: None,
    ) -> None:
        self._reports = reports
        self._replies = replies
        self._disagreements = disagreements
        self._clock = clock
        self._on_judged = on_judged

    def reports(self, wanted: ReportFilter, page: int = 1) -> Listed[FiledReport]:
        """Return a page of the reports that are ``wanted``, newest first."""
        return self._reports.filed(wanted, page)

    def judge(self, report: UUID, user: Person, state: Judgement, seen: str = "open") -> Report:
        """Uphold a report or decline it.

        Raises:
            ChangedError: where it is no longer as the user has ``seen`` it.
            UnknownError: where there is no such report.
        """
        judged = self._reports.judge(report, state, seen, user, self._now())
        if judged is None:
            raise UnknownError("There is no such report.")
        if judged.domain is not None:
            # Logged where it happens; the judgement is kept, and counts when the domain is next looked at.
            with suppress(RecordsUnavailableError):
                self._on_judged(judged.domain)
        return judged

    def disagree(
        self, assessment: UUID, user: Person, label: Label, reason: str, report: UUID | None = None
    ) -> UUID:
        """Keep that a moderator disagrees with the verdict on a verified article, and return the entry's id.

        ``label`` is the evaluation's: 1 low credibility, 0 credible.

        Raises:
            InvalidError: without a reason, or where the verdict says just that.
            UnknownError: where there is no such assessment or report.
        """
        objection = Objection(
            assessment=assessment, label=label, reason=_checked_reason(reason), report=report
        )
        try:
            kept = self._disagreements.add(objection, user, self._now())
        except AgreesError:
            raise InvalidError("The verdict says the same.") from None
        if kept is None:
            raise UnknownError("There is no such assessment or report.")
        return kept

    def disagreements(self, page: int = 1) -> Listed[Disagreement]:
        """Return a page of the verdicts that moderators disagreed with, newest first."""
        return self._disagreements.page(page)

    def all_disagreements(self) -> list[Disagreement]:
        """Return all of them, oldest first."""
        return self._disagreements.everything()

    def replies(self, page: int = 1, state: str | None = None) -> Listed[Reply]:
        """Return a page of the publishers' replies, newest first."""
        return self._replies.page(page, state)

    def reject(self, reply: UUID, user: Person, reason: str) -> Reply:
        """No longer show a reply. The reason is public.

        Raises:
            ChangedError: where it is not shown.
            InvalidError: without a reason.
            UnknownError: where there is no such reply.
        """
        return self._judge_reply(reply, "rejected", user, reason)

    def restore(self, reply: UUID, user: Person, reason: str) -> Reply:
        """Show again a reply that was rejected. The log keeps the reason.

        Raises:
            ChangedError: where it is not rejected.
            InvalidError: without a reason.
            UnknownError: where there is no such reply.
        """
        return self._judge_reply(reply, "shown", user, reason)

    def _judge_reply(self, reply: UUID, state: Judged, user: Person, reason: str) -> Reply:
        judged = self._replies.judge(reply, state, _checked_reason(reason), user, self._now())
        if judged is None:
            raise UnknownError("There is no such reply.")
        return judged

    def _now(self) -> datetime:
        return self._clock().replace(microsecond=0)


def _checked_reason(reason: str) -> str:
    reason = reason.replace("\r\n", "\n").strip()
    if not reason:
        raise InvalidError("Give a reason.")
    try:
        return guarding.words(reason, "reason")
    except case_errors.InvalidError as error:
        raise InvalidError(str(error)) from None
