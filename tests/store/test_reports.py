"""Reports are kept for good, and the same one only once a day: in SQLite and in PostgreSQL."""

from __future__ import annotations

import dataclasses
import logging
import sqlite3
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from itertools import product
from pathlib import Path
from threading import Barrier
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import func, select, text

from server.store.records.database import Database, open_engine
from server.store.records.migrating import migrate
from server.store.records.model import RecordsUnavailableError, Report
from server.store.records.reports import Reports
from server.store.records.tables import DOMAINS, REPORTS

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
DAY = timedelta(days=1)
MOST = 20  # reports of a sender in a day
PATIENCE = 60.0  # seconds, for what takes a moment on any machine


@pytest.fixture
def reports(records_url: str) -> Reports:
    return Reports(Database(records_url, PATIENCE))


def report(**changes: Any) -> Report:
    plain = Report(
        id=uuid4(),
        received=NOON,
        assessment="a" * 64,
        ruleset="2026.1",
        site="example.org",
        level="weak",
        score=23,
        kind="other",
        signal=None,
        note="It is a poem.",
        domain="example.org",
        sender="e" * 64,
    )
    return dataclasses.replace(plain, **changes)


def kept(records_url: str) -> list[Report]:
    with open_engine(records_url, PATIENCE).begin() as connection:
        return [Report(**row) for row in connection.execute(select(REPORTS)).mappings()]


def test_a_report_is_kept_as_it_is(reports: Reports, records_url: str) -> None:
    full = report(signal="shouting", note="“Ünï”\r\n'; DROP TABLE reports; --\t𝄞%s" + "𝄞" * 1_900)
    bare = report(site=None, score=None, level="unscored", note=None, domain=None, sender=None)
    for sent in (full, bare):
        assert reports.add(sent, NOON - DAY, MOST) == sent
    assert {one.id: one for one in kept(records_url)} == {full.id: full, bare.id: bare}


def test_the_same_report_is_kept_once_within_the_time(reports: Reports, records_url: str) -> None:
    for signal, note in product((None, "shouting"), (None, "A note.")):
        first = reports.add(report(signal=signal, note=note), NOON - DAY, MOST)
        again = report(signal=signal, note=note, received=NOON + DAY / 2, site="other.example", score=1)
        assert reports.add(again, again.received - DAY, MOST) == first
    assert len(kept(records_url)) == 4


@pytest.mark.parametrize(
    "changes",
    [
        {"assessment": "b" * 64},
        {"kind": "satire"},
        {"signal": "shouting"},
        {"note": "It is a poem!"},
        {"note": "it is a poem."},
        {"note": None},
        {"sender": "f" * 64},
        {"received": NOON + DAY},
    ],
)
def test_another_report_is_kept_too(reports: Reports, records_url: str, changes: dict[str, Any]) -> None:
    reports.add(report(), NOON - DAY, MOST)
    other = report(**changes)
    assert reports.add(other, other.received - DAY, MOST) == other
    assert len(kept(records_url)) == 2


def test_moments_are_kept_in_utc_wherever_they_come_from(reports: Reports, records_url: str) -> None:
    east = NOON.astimezone(timezone(timedelta(hours=13)))
    reports.add(report(received=east), east - DAY, MOST)
    [one] = kept(records_url)
    assert (one.received, one.received.tzinfo) == (NOON, UTC)
    assert reports.add(report(), NOON - timedelta(seconds=1), MOST) == one


def test_a_moment_of_no_time_zone_is_refused(reports: Reports, records_url: str) -> None:
    with pytest.raises(RecordsUnavailableError, match="needs its time zone"):
        reports.add(report(received=NOON.replace(tzinfo=None)), NOON - DAY, MOST)
    assert kept(records_url) == []


def test_of_many_at_once_one_is_kept(records_url: str) -> None:
    start = Barrier(20)
    databases = [Database(records_url, PATIENCE) for _ in range(2)]  # as in two processes

    def send(number: int) -> Report | None:
        start.wait(PATIENCE)
        return Reports(databases[number % 2]).add(report(), NOON - DAY, MOST)

    with ThreadPoolExecutor(20) as crowd:
        answers = set(crowd.map(send, range(20)))
    assert answers == set(kept(records_url))
    assert len(answers) == 1


def test_a_fault_is_told_logged_once_and_without_what_was_reported(
    records_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "server.breaker")
    reports = Reports(Database(records_url, PATIENCE, retry_seconds=0))
    with open_engine(records_url, PATIENCE).begin() as connection:
        connection.execute(text("ALTER TABLE reports RENAME TO elsewhere"))
    for _ in range(3):
        with pytest.raises(RecordsUnavailableError):
            reports.add(report(), NOON - DAY, MOST)
    with open_engine(records_url, PATIENCE).begin() as connection:
        connection.execute(text("ALTER TABLE elsewhere RENAME TO reports"))
    reports.add(report(), NOON - DAY, MOST)
    assert [record.levelname for record in caplog.records] == ["WARNING", "INFO"]
    assert "reports" in caplog.text
    assert "poem" not in caplog.text
    assert "INSERT" not in caplog.text


def test_after_a_fault_the_database_is_left_alone_for_a_while(tmp_path: Path) -> None:
    records_url = f"sqlite:///{tmp_path}/records.db"
    reports = Reports(Database(records_url, retry_seconds=3600))
    with pytest.raises(RecordsUnavailableError, match="no such table"):
        reports.add(report(), NOON - DAY, MOST)
    migrate(records_url)
    with pytest.raises(RecordsUnavailableError, match="left alone"):
        reports.add(report(), NOON - DAY, MOST)


def test_a_file_that_another_keeps_locked_is_waited_for_but_not_for_ever(tmp_path: Path) -> None:
    records_url = f"sqlite:///{tmp_path}/records.db"
    migrate(records_url)
    reports = Reports(Database(records_url, patience=0.1, retry_seconds=0))
    other = sqlite3.connect(tmp_path / "records.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(RecordsUnavailableError, match="locked"):
        reports.add(report(), NOON - DAY, MOST)
    other.execute("COMMIT")
    other.close()
    assert reports.add(report(), NOON - DAY, MOST)


@pytest.mark.postgresql
def test_a_lock_that_another_keeps_is_waited_for_but_not_for_ever(postgres_url: str) -> None:
    migrate(postgres_url)
    reports = Reports(Database(postgres_url, patience=0.1, retry_seconds=0))
    with open_engine(postgres_url, PATIENCE).begin() as other:
        other.execute(text("LOCK TABLE reports"))
        with pytest.raises(RecordsUnavailableError, match="statement timeout"):
            reports.add(report(), NOON - DAY, MOST)
    assert reports.add(report(), NOON - DAY, MOST)


def test_no_connection_outlives_its_transaction(reports: Reports, records_url: str) -> None:
    reports.add(report(), NOON - DAY, MOST)
    with open_engine(records_url, PATIENCE).begin() as connection:
        if connection.dialect.name == "postgresql":
            asked = select(func.count()).select_from(
                text("pg_stat_activity WHERE datname = current_database()")
            )
            assert connection.scalar(asked) == 1


def test_a_domain_s_reports_are_counted_with_them(reports: Reports, records_url: str) -> None:
    same = [report() for _ in range(3)]
    others = [report(note="Another."), report(sender="f" * 64), report(domain="other.example", note="A")]
    others.append(report(domain=None, note="Of no domain."))
    for one in (*same, *others):
        reports.add(one, NOON - DAY, MOST)
    with open_engine(records_url, PATIENCE).begin() as connection:
        rows = connection.execute(select(DOMAINS.c.domain, DOMAINS.c.reports))
        counts = {row.domain: row.reports for row in rows}
    by_domain = Counter(one.domain for one in kept(records_url) if one.domain)
    assert counts == by_domain
    assert counts["example.org"] == 3


def test_no_more_are_taken_of_a_sender_than_may_be(reports: Reports, records_url: str) -> None:
    sent = [report(note=f"Note {number}") for number in range(4)]
    assert [reports.add(one, NOON - DAY, 3) for one in sent] == [*sent[:3], None]
    assert reports.add(report(note="Note 1"), NOON - DAY, 3) == sent[1]  # kept before: no further one
    other = report(note="Note 3", sender="f" * 64)
    assert reports.add(other, NOON - DAY, 3) == other
    assert len(kept(records_url)) == 4


def test_of_many_different_ones_at_once_no_more_are_taken(records_url: str) -> None:
    start = Barrier(12)
    databases = [Database(records_url, PATIENCE) for _ in range(2)]  # as in two processes

    def send(number: int) -> Report | None:
        start.wait(PATIENCE)
        return Reports(databases[number % 2]).add(report(note=f"Note {number}"), NOON - DAY, 5)

    with ThreadPoolExecutor(12) as crowd:
        answers = list(crowd.map(send, range(12)))
    assert answers.count(None) == 7
    assert len(kept(records_url)) == 5
    with open_engine(records_url, PATIENCE).begin() as connection:
        assert connection.scalar(select(DOMAINS.c.reports)) == 5
