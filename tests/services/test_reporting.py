"""Reports: on what is known, with what was said of it, and once a day."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from server.app.foundations import create_cache
from server.app.reading import create_service
from server.config import Settings
from server.core.model import Article, Assessment
from server.services.reporting import Receipt, ReportService, TooManyReportsError
from server.store.records.model import RecordsUnavailableError, Report

NOW = datetime(2026, 11, 23, 10, 0, 0, 123456, tzinfo=UTC)


class Kept:
    """Records in a list, which know a report again by its note."""

    def __init__(self) -> None:
        self.calls: list[tuple[Report, datetime]] = []

    def add(self, report: Report, since: datetime, most: int) -> Report | None:
        if len(self.calls) == most:
            return None
        self.calls.append((report, since))
        return next(kept for kept, _ in self.calls if kept.note == report.note)


def digest(purpose: str, address: str | None, now: datetime) -> str:
    return f"{purpose} of {address} on {now:%d}"


def service_of(find: Any, records: Kept, **changes: Any) -> ReportService:
    return ReportService(find, records, **{"digest": digest, "per_day": 20, "clock": lambda: NOW, **changes})


def known() -> Assessment:
    settings = Settings()
    service = create_service(settings, create_cache(settings))
    return service.assess(Article("Bridge closes", "", url="https://www.example.org/a?reader=7")).assessment


def test_a_report_holds_what_was_assessed_and_nothing_else() -> None:
    assessment, records = known(), Kept()
    service = service_of(lambda _: assessment, records)
    receipt = service.report(assessment.id, "wrong_signal", "shouting", "No.", "198.51.100.7")
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
        "domain": "example.org",
        "sender": "report of 198.51.100.7 on 23",
        "state": "open",
        "judged": None,
        "judge": None,
    }


def test_the_same_again_gets_the_first_one() -> None:
    assessment = known()
    told: list[str] = []
    service = service_of(lambda _: assessment, Kept(), on_report=told.append)
    first, again, other = (
        service.report(assessment.id, "satire", None, note, None) for note in (None, None, "A")
    )
    assert first
    assert again == Receipt(first.report, new=False)
    assert other
    assert other.new
    assert other.report.id != first.report.id
    assert told == ["example.org", "example.org"]


def test_nothing_is_kept_on_what_is_not_known() -> None:
    records = Kept()
    assert service_of(lambda _: None, records).report("a" * 64, "satire", None, None, None) is None
    assert records.calls == []


def test_who_has_sent_too_many_is_told_for_how_long() -> None:
    assessment = known()
    told: list[str] = []
    service = service_of(lambda _: assessment, Kept(), per_day=1, on_report=told.append)
    service.report(assessment.id, "satire", None, "A", None)
    with pytest.raises(TooManyReportsError) as caught:
        service.report(assessment.id, "satire", None, "B", None)
    assert caught.value.seconds == 14 * 3600  # until midnight in UTC
    assert len(told) == 1


def test_a_report_is_kept_even_if_nobody_can_look_into_it_just_now() -> None:
    assessment, records = known(), Kept()

    def on_report(_: str) -> None:
        raise RecordsUnavailableError("away")

    receipt = service_of(lambda _: assessment, records, on_report=on_report).report(
        assessment.id, "satire", None, None, None
    )
    assert receipt
    assert receipt.new


def test_a_report_on_a_page_of_no_domain_tells_nobody() -> None:
    settings = Settings()
    engine = create_service(settings, create_cache(settings))
    assessment = engine.assess(Article("Bridge closes", "", url="http://127.0.0.1/a")).assessment
    told: list[str] = []
    service = service_of(lambda _: assessment, Kept(), on_report=told.append)
    receipt = service.report(assessment.id, "satire", None, None, None)
    assert receipt
    assert (receipt.report.domain, told) == (None, [])
