"""Take readers' reports: what they hold against an assessment."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, Protocol
from uuid import uuid4

from server.core.model import Assessment
from server.hosts import registrable
from server.store.records.model import RecordsUnavailableError, Report

Kind = Literal["wrong_signal", "wrong_level", "not_an_article", "wrong_text", "satire", "other"]

# The same report again within this time is a second press of the button, not a second opinion.
SAME = timedelta(days=1)


class TooManyReportsError(Exception):
    """The sender has sent as many as are taken in a day; ``seconds`` are left of it."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"no more for {seconds} seconds")
        self.seconds = seconds


class Records(Protocol):
    """What the service asks of the records."""

    def add(self, report: Report, since: datetime, most: int) -> Report | None:
        """Keep ``report`` and return it, or return the same one of its sender as kept ``since`` then.

        ``None`` where the sender has ``most`` already.

        Raises:
            RecordsUnavailableError: where the records can't be written.
        """


Digest = Callable[[str, str | None, datetime], str]
"""Of a purpose, a network address and a moment: what tells senders of one day apart."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """The report as it is kept, and whether it was kept just now."""

    report: Report
    new: bool


class ReportService:
    """Takes reports on what ``find`` finds by content id. Safe to share between threads.

    Args:
        find: returns the assessment with a content id.
        records: keep the reports.
        digest: stands for a sender; the address itself goes no further.
        per_day: reports of one sender in a day of UTC.
        on_report: is told the domain of each new report.
        clock: returns the time, with its zone.
    """

    def __init__(  # noqa: PLR0913 - each is another part of the house
        self,
        find: Callable[[str], Assessment | None],
        records: Records,
        *,
        digest: Digest,
        per_day: int,
        clock: Callable[[], datetime],
        on_report: Callable[[str], object] = lambda _: None,
    ) -> None:
        self._find = find
        self._records = records
        self._digest = digest
        self._per_day = per_day
        self._clock = clock
        self._on_report = on_report

    def report(
        self, content_id: str, kind: Kind, signal: str | None, note: str | None, address: str | None
    ) -> Receipt | None:
        """Keep a report from the network ``address``, once a day; ``None`` where no such assessment is known.

        Raises:
            RecordsUnavailableError: where the records can't be written.
            TooManyReportsError: where the sender has sent too many today.
        """
        found = self._find(content_id)
        if found is None:
            return None
        # To the second: more would only help to tell who sent it.
        received = self._clock().replace(microsecond=0)
        report = Report(
            id=uuid4(),
            received=received,
            assessment=found.id,
            ruleset=found.ruleset,
            site=found.site,
            level=found.level.value,
            score=found.score,
            kind=kind,
            signal=signal,
            note=note,
            domain=registrable(found.site),
            sender=self._digest("report", address, received),
        )
        kept = self._records.add(report, received - SAME, self._per_day)
        if kept is None:
            raise TooManyReportsError(_left_of_day(received))
        new = kept.id == report.id
        if new and report.domain is not None:
            self._tell(report.domain)
        return Receipt(kept, new)

    def _tell(self, domain: str) -> None:
        # Logged where it happens; the report is kept, and counts when the domain is next looked at.
        with suppress(RecordsUnavailableError):
            self._on_report(domain)


def _left_of_day(now: datetime) -> int:
    tomorrow = now.replace(hour=0, minute=0, second=0) + timedelta(days=1)
    return int((tomorrow - now).total_seconds())
