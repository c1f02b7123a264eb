"""Lists are replaced whole, remembered when removed, and logged: in SQLite and in PostgreSQL."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime
from threading import Barrier

import pytest

from server.store.records.database import Database
from server.store.records.domain_records import DomainRecords
from server.store.records.lists import DomainList, Entry, Lists
from server.store.records.log import AuditLog
from server.store.records.model import RecordsUnavailableError

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
ABOUT = DomainList(id="one", name="One", source="https://one.example", licence="CC0", as_of=date(2026, 2, 1))
PATIENCE = 60.0


@pytest.fixture
def database(records_url: str) -> Database:
    return Database(records_url, PATIENCE)


@pytest.fixture
def lists(database: Database) -> Lists:
    return Lists(database)


def entry(host: str, category: str = "rumor") -> Entry:
    return Entry(host=host, domain=host, category=category, score=0.5)


def listed(database: Database, domain: str) -> list[tuple[str, str]]:
    known = DomainRecords(database).known([domain])[domain]
    return [(listing.list, listing.category) for listing in known.listings]


def test_a_list_replaces_that_of_its_id_and_no_other(lists: Lists, database: Database) -> None:
    lists.replace(replace(ABOUT, id="two"), [entry("a.example", "other")], NOW, "x")
    lists.replace(ABOUT, [entry("a.example"), entry("b.example")], NOW, "x")
    newer = replace(ABOUT, name="One, newer", as_of=date(2026, 3, 1))
    lists.replace(newer, [entry("c.example")], NOW, "x")
    assert listed(database, "a.example") == [("two", "other")]
    assert listed(database, "c.example") == [("one", "rumor")]
    assert [(one.about.name, one.entries) for one in lists.all()] == [("One", 1), ("One, newer", 1)]


def test_what_fails_leaves_the_list_as_it_was(lists: Lists, records_url: str) -> None:
    lists.replace(ABOUT, [entry("a.example")], NOW, "x")
    with pytest.raises(RecordsUnavailableError):
        lists.replace(ABOUT, [entry("b.example"), entry("b.example")], NOW, "x")
    again = Database(records_url, PATIENCE)  # the first one is left alone for a while
    assert listed(again, "a.example") == [("one", "rumor")]
    assert len(list(AuditLog(again).entries())) == 1


def test_imports_and_removals_are_logged(lists: Lists, database: Database) -> None:
    lists.replace(ABOUT, [entry("a.example")], NOW, "command line")
    assert lists.remove("one", NOW, "command line")
    assert not lists.remove("one", NOW, "command line")
    log = AuditLog(database)
    entries = list(log.entries())
    assert [(one.action, one.subject, one.actor) for one in entries] == [
        ("list imported", "list one", "command line"),
        ("list removed", "list one", "command line"),
    ]
    assert entries[0].details == {
        "source": "https://one.example",
        "as_of": "2026-02-01",
        "entries": 1,
    }
    assert list(log.faults()) == []
    assert listed(database, "a.example") == []


def test_a_list_is_brought_once_and_again_when_it_is_newer(lists: Lists) -> None:
    assert lists.wants(ABOUT)
    assert lists.bring(ABOUT, [entry("a.example")], NOW, "service")
    assert not lists.wants(ABOUT)
    assert not lists.bring(ABOUT, [entry("b.example")], NOW, "service")
    assert lists.bring(replace(ABOUT, as_of=date(2026, 2, 2)), [entry("b.example")], NOW, "service")
    assert not lists.bring(ABOUT, [entry("a.example")], NOW, "service")


def test_a_removed_list_stays_away_until_somebody_imports_it(lists: Lists) -> None:
    lists.bring(ABOUT, [entry("a.example")], NOW, "service")
    lists.remove("one", NOW, "command line")
    assert not lists.bring(replace(ABOUT, as_of=date(2027, 1, 1)), [entry("a.example")], NOW, "service")
    lists.replace(ABOUT, [entry("a.example")], NOW, "command line")
    assert lists.wants(replace(ABOUT, as_of=date(2027, 1, 1)))


def test_of_several_processes_one_brings_the_list(database: Database, records_url: str) -> None:
    start = Barrier(6)

    def bring(_: int) -> bool:
        own = Lists(Database(records_url, PATIENCE))
        start.wait(PATIENCE)
        return own.bring(ABOUT, [entry("a.example")], NOW, "service")

    with ThreadPoolExecutor(6) as crowd:
        assert sorted(crowd.map(bring, range(6))) == [False] * 5 + [True]
    assert len(list(AuditLog(database).entries())) == 1
