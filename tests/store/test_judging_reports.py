"""The desk's list of reports, and what it makes of them."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import event

from server.store.records.database import Database
from server.store.records.log import AuditLog
from server.store.records.model import Report
from server.store.records.reports import Reports
from server.store.records.voices import ChangedError, ReportFilter
from tests.store.people import NOON, PATIENCE, Someone, add_assessment, add_user

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
EVERYTHING = ReportFilter()


@pytest.fixture
def reports(records_url: str) -> Reports:
    return Reports(Database(records_url, PATIENCE))


@pytest.fixture
def kim(records_url: str) -> Someone:
    return add_user(records_url)


def keep(reports: Reports, **changes: Any) -> Report:
    plain = Report(
        id=uuid4(),
        received=NOON,
        assessment="a" * 64,
        ruleset="2026.2",
        site="news.example",
        level="weak",
        score=12,
        kind="other",
        signal=None,
        note="It is a poem.",
        domain="news.example",
        sender=uuid4().hex * 2,
    )
    sent = dataclasses.replace(plain, **changes)
    assert reports.add(sent, NOON - DAY, 20) == sent
    return sent


def test_they_are_listed_newest_first_and_by_what_is_asked(reports: Reports, kim: Someone) -> None:
    first = keep(reports)
    second = keep(reports, kind="satire", received=NOON + HOUR)
    third = keep(reports, domain="other.example", received=NOON + 2 * HOUR)
    reports.judge(first.id, "upheld", "open", kim, NOON + DAY)

    def ids(**wanted: str) -> list[object]:
        return [each.report.id for each in reports.filed(ReportFilter(**wanted), 1).items]

    assert ids() == [third.id, second.id, first.id]
    assert ids(state="open") == [third.id, second.id]
    assert ids(state="upheld") == [first.id]
    assert ids(kind="satire") == [second.id]
    assert ids(domain="other.example", state="open") == [third.id]
    assert ids(domain="other.example", kind="satire") == []


def test_a_report_leads_to_the_article_even_if_that_is_verified_later(
    reports: Reports, records_url: str, kim: Someone
) -> None:
    sent = keep(reports)
    unknown = keep(reports, assessment="b" * 64, received=NOON - HOUR)
    [before, _] = reports.filed(EVERYTHING, 1).items
    assert (before.verified, before.url, before.judge) == (None, None, None)
    verified = add_assessment(records_url)
    reports.judge(sent.id, "declined", "open", kim, NOON + HOUR)
    [after, other] = reports.filed(EVERYTHING, 1).items
    assert (after.verified, after.url, after.title) == (verified, "https://news.example/a", "A title")
    assert (after.judge, after.report.state, after.report.judged) == ("Kim", "declined", NOON + HOUR)
    assert (other.report, other.verified) == (unknown, None)


def test_a_long_list_comes_in_pages_of_one_statement_each(reports: Reports, records_url: str) -> None:
    kept = [keep(reports, note=str(number), received=NOON + number * HOUR) for number in range(51)]
    add_assessment(records_url)
    statements: list[str] = []
    database = Database(records_url, PATIENCE)
    event.listen(database._engine, "before_cursor_execute", lambda *given: statements.append(given[2]))
    first, second = (Reports(database).filed(EVERYTHING, number) for number in (1, 2))
    found = [each.report.id for each in (*first.items, *second.items)]
    assert found == [each.id for each in reversed(kept)]
    assert (len(first.items), first.more, second.more) == (50, True, False)
    assert sum("FROM reports" in statement for statement in statements) == 2


def test_a_judgement_is_logged_without_what_the_reader_wrote(
    reports: Reports, records_url: str, kim: Someone
) -> None:
    sent = keep(reports)
    judged = reports.judge(sent.id, "upheld", "open", kim, NOON + HOUR)
    assert judged == dataclasses.replace(sent, state="upheld", judged=NOON + HOUR, judge=kim.id)
    log = AuditLog(Database(records_url, PATIENCE))
    [entry] = log.entries()
    assert (entry.at, entry.actor, entry.action) == (NOON + HOUR, "Kim", "report.judged")
    assert entry.subject == "news.example"
    assert entry.details == {
        "report": sent.id.hex,
        "kind": "other",
        "state": "upheld",
        "before": "open",
    }
    assert list(log.faults()) == []


def test_who_saw_another_state_is_told_and_changes_nothing(
    reports: Reports, records_url: str, kim: Someone
) -> None:
    sent = keep(reports)
    reports.judge(sent.id, "upheld", "open", kim, NOON)
    with pytest.raises(ChangedError) as caught:
        reports.judge(sent.id, "declined", "open", add_user(records_url, "Robin"), NOON + HOUR)
    assert caught.value.state == "upheld"
    [still] = reports.filed(EVERYTHING, 1).items
    assert (still.report.state, still.judge) == ("upheld", "Kim")
    again = reports.judge(sent.id, "declined", "upheld", kim, NOON + HOUR)
    assert again
    assert again.state == "declined"
    assert len(list(AuditLog(Database(records_url, PATIENCE)).entries())) == 2


def test_what_is_not_there_cannot_be_judged(reports: Reports, records_url: str, kim: Someone) -> None:
    assert reports.judge(uuid4(), "upheld", "open", kim, NOON) is None
    assert list(AuditLog(Database(records_url, PATIENCE)).entries()) == []


def test_a_report_of_an_earlier_release_can_be_judged(reports: Reports, kim: Someone) -> None:
    old = keep(reports, domain=None, site=None, sender=None)
    judged = reports.judge(old.id, "declined", "open", kim, datetime(2027, 1, 1, tzinfo=UTC))
    assert judged
    assert judged.state == "declined"
