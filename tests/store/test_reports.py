"""Reports are kept for good, and the same one only once a day: in SQLite and in PostgreSQL."""

from __future__ import annotations

import dataclasses
import logging
import sqlite3
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
from server.store.records.tables import REPORTS

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
DAY = timedelta(days=1)
PATIENCE = 60.0  # seconds, for what takes a moment on any machine


@pytest.fixture
def url(records_url: str) -> str:
    migrate(records_url)
    return records_url


@pytest.fixture
def reports(url: str) -> Reports:
    return Reports(Database(url, PATIENCE))


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
    )
    return dataclasses.replace(plain, **changes)


def kept(url: str) -> list[Report]:
    with open_engine(url, PATIENCE).begin() as connection:
        return [Report(**row) for row in connection.execute(select(REPORTS)).mappings()]


def test_a_report_is_kept_as_it_is(reports: Reports, url: str) -> None:
    full = report(signal="shouting", note="“Ünï”\r\n'; DROP TABLE reports; --\t𝄞%s" + "𝄞" * 1_900)
    bare = report(site=None, score=None, level="unscored", note=None)
    for sent in (full, bare):
        assert reports.add(sent, NOON - DAY) == sent
    assert {one.id: one for one in kept(url)} == {full.id: full, bare.id: bare}


def test_the_same_report_is_kept_once_within_the_time(reports: Reports, url: str) -> None:
    for signal, note in product((None, "shouting"), (None, "A note.")):
        first = reports.add(report(signal=signal, note=note), NOON - DAY)
        again = report(signal=signal, note=note, received=NOON + DAY / 2, site="other.example", score=1)
        assert reports.add(again, again.received - DAY) == first
    assert len(kept(url)) == 4


@pytest.mark.parametrize(
    "changes",
    [
        {"assessment": "b" * 64},
        {"kind": "satire"},
        {"signal": "shouting"},
        {"note": "It is a poem!"},
        {"note": "it is a poem."},
        {"note": None},
        {"received": NOON + DAY},
    ],
)
def test_another_report_is_kept_too(reports: Reports, url: str, changes: dict[str, Any]) -> None:
    reports.add(report(), NOON - DAY)
    other = report(**changes)
    assert reports.add(other, other.received - DAY) == other
    assert len(kept(url)) == 2


def test_moments_are_kept_in_utc_wherever_they_come_from(reports: Reports, url: str) -> None:
    east = NOON.astimezone(timezone(timedelta(hours=13)))
    reports.add(report(received=east), east - DAY)
    [one] = kept(url)
    assert (one.received, one.received.tzinfo) == (NOON, UTC)
    assert reports.add(report(), NOON - timedelta(seconds=1)) == one


def test_a_moment_of_no_time_zone_is_refused(reports: Reports, url: str) -> None:
    with pytest.raises(RecordsUnavailableError, match="needs its time zone"):
        reports.add(report(received=NOON.replace(tzinfo=None)), NOON - DAY)
    assert kept(url) == []


def test_of_many_at_once_one_is_kept(url: str) -> None:
    start = Barrier(20)
    databases = [Database(url, PATIENCE) for _ in range(2)]  # as in two processes

    def send(number: int) -> Report:
        start.wait(PATIENCE)
        return Reports(databases[number % 2]).add(report(), NOON - DAY)

    with ThreadPoolExecutor(20) as crowd:
        answers = set(crowd.map(send, range(20)))
    assert answers == set(kept(url))
    assert len(answers) == 1


def test_a_fault_is_told_logged_once_and_without_what_was_reported(
    url: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "server.breaker")
    reports = Reports(Database(url, PATIENCE, retry_seconds=0))
    with open_engine(url, PATIENCE).begin() as connection:
        connection.execute(text("ALTER TABLE reports RENAME TO elsewhere"))
    for _ in range(3):
        with pytest.raises(RecordsUnavailableError):
            reports.add(report(), NOON - DAY)
    with open_engine(url, PATIENCE).begin() as connection:
        connection.execute(text("ALTER TABLE elsewhere RENAME TO reports"))
    reports.add(report(), NOON - DAY)
    assert [record.levelname for record in caplog.records] == ["WARNING", "INFO"]
    assert "reports" in caplog.text
    assert "poem" not in caplog.text
    assert "INSERT" not in caplog.text


def test_after_a_fault_the_database_is_left_alone_for_a_while(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/records.db"
    reports = Reports(Database(url, retry_seconds=3600))
    with pytest.raises(RecordsUnavailableError, match="no such table"):
        reports.add(report(), NOON - DAY)
    migrate(url)
    with pytest.raises(RecordsUnavailableError, match="left alone"):
        reports.add(report(), NOON - DAY)


def test_a_file_that_another_keeps_locked_is_waited_for_but_not_for_ever(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/records.db"
    migrate(url)
    reports = Reports(Database(url, patience=0.1, retry_seconds=0))
    other = sqlite3.connect(tmp_path / "records.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(RecordsUnavailableError, match="locked"):
        reports.add(report(), NOON - DAY)
    other.execute("COMMIT")
    other.close()
    assert reports.add(report(), NOON - DAY)


@pytest.mark.postgresql
def test_a_lock_that_another_keeps_is_waited_for_but_not_for_ever(postgres_url: str) -> None:
    migrate(postgres_url)
    reports = Reports(Database(postgres_url, patience=0.1, retry_seconds=0))
    with open_engine(postgres_url, PATIENCE).begin() as other:
        other.execute(text("LOCK TABLE reports"))
        with pytest.raises(RecordsUnavailableError, match="statement timeout"):
            reports.add(report(), NOON - DAY)
    assert reports.add(report(), NOON - DAY)


def test_no_connection_outlives_its_transaction(reports: Reports, url: str) -> None:
    reports.add(report(), NOON - DAY)
    with open_engine(url, PATIENCE).begin() as connection:
        if connection.dialect.name == "postgresql":
            asked = select(func.count()).select_from(
                text("pg_stat_activity WHERE datname = current_database()")
            )
            assert connection.scalar(asked) == 1
