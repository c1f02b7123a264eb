"""Reports: on what is known, with what was said of it, and once a day."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime, timedelta

from server.app.foundations import create_cache, create_service
from server.config import Settings
from server.core.model import Article, Assessment
from server.services.reporting import Receipt, ReportService
from server.store.records.model import Report

NOW = datetime(2026, 11, 23, 10, 0, 0, 123456, tzinfo=UTC)


class Kept:
    """Records in a list, which know a report again by its note."""

    def __init__(self) -> None:
        self.calls: list[tuple[Report, datetime]] = []

    def add(self, report: Report, since: datetime) -> Report:
        self.calls.append((report, since))
        return next(kept for kept, _ in self.calls if kept.note == report.note)


def known() -> Assessment:
    settings = Settings()
    service = create_service(settings, create_cache(settings))
    return service.assess(Article("Bridge closes", "", url="https://www.example.org/a?reader=7")).assessment


def test_a_report_holds_what_was_assessed_and_nothing_else() -> None:
    assessment, records = known(), Kept()
    service = ReportService(lambda _: assessment, records, lambda: NOW)
    receipt = service.report(assessment.id, "wrong_signal", "shouting", "No.")
    [(report, since)] = records.calls
    assert receipt == Receipt(report, new=True)
    assert since == NOW.replace(microsecond=0) - timedelta(days=1)
    assert dataclasses.asdict(report) == {
        "id": report.id,
        "received": NOW.replace(microsecond=0),
        "assessment": assessment.id,
        "ruleset": assessment.ruleset,
        "site": "example.org",
        "level": "unscored",
        "score": None,
        "kind": "wrong_signal",
        "signal": "shouting",
        "note": "No.",
    }


def test_the_same_again_gets_the_first_one() -> None:
    assessment = known()
    service = ReportService(lambda _: assessment, Kept(), lambda: NOW)
    first, again, other = (service.report(assessment.id, "satire", None, note) for note in (None, None, "A"))
    assert first
    assert again == Receipt(first.report, new=False)
    assert other
    assert other.new
    assert other.report.id != first.report.id


def test_nothing_is_kept_on_what_is_not_known() -> None:
    records = Kept()
    assert ReportService(lambda _: None, records, lambda: NOW).report("a" * 64, "satire", None, None) is None
    assert records.calls == []
