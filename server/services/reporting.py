"""Take readers' reports: what they hold against an assessment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, Protocol
from uuid import uuid4

from server.core.model import Assessment
from server.store.records.model import Report

Kind = Literal["wrong_signal", "wrong_level", "not_an_article", "wrong_text", "satire", "other"]

# The same report again within this time is a second press of the button, not a second opinion.
SAME = timedelta(days=1)


class Records(Protocol):
    """What the service asks of the records."""

    def add(self, report: Report, since: datetime) -> Report:
        """Keep ``report`` and return it, or return the same one as kept ``since`` then.

        Raises:
            RecordsUnavailableError: where the records can't be written.
        """


@dataclass(frozen=True, slots=True)
class Receipt:
    """The report as it is kept, and whether it was kept just now."""

    report: Report
    new: bool


class ReportService:
    """Takes reports on what ``find`` finds by content id. Safe to share between threads."""

    def __init__(
        self, find: Callable[[str], Assessment | None], records: Records, clock: Callable[[], datetime]
    ) -> None:
        self._find = find
        self._records = records
        self._clock = clock

    def report(self, content_id: str, kind: Kind, signal: str | None, note: str | None) -> Receipt | None:
        """Keep a report, once a day; ``None`` where no such assessment is known.

        Raises:
            RecordsUnavailableError: where the records can't be written.
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
        )
        kept = self._records.add(report, received - SAME)
        return Receipt(kept, new=kept.id == report.id)
