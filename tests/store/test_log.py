"""The audit log: only ever added to, by many at once, and nobody changes an entry unseen."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Executable, delete, text, update

from server.store.records.database import Database, open_engine
from server.store.records.log import AuditLog, Head, Wanted, append
from server.store.records.migrating import migrate
from server.store.records.model import RecordsUnavailableError
from server.store.records.tables import LOG
from server.web.log_export import as_jsonl

ROOT = Path(__file__).parents[2]
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
PATIENCE = 60.0  # seconds, for what takes a moment on any machine
LOCK = 7


@pytest.fixture
def url(records_url: str) -> str:
    """The address of records whose log has five entries."""
    with Database(records_url, PATIENCE).transaction(LOCK) as connection:
        for number in range(1, 6):
            at = NOON + timedelta(seconds=number)
            subject = "example.org" if number % 2 else "other.example"
            append(connection, at, "mia", "case.decided", subject, reason="“Ünï” 𝄞", version=number)
    return records_url


def tamper(url: str, *statements: Executable) -> None:
    """Do what only somebody with the right to change tables can: past the triggers."""
    with open_engine(url, PATIENCE).begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("ALTER TABLE log DISABLE TRIGGER log_is_kept"))
        else:
            connection.execute(text("DROP TRIGGER log_is_kept_from_UPDATE"))
            connection.execute(text("DROP TRIGGER log_is_kept_from_DELETE"))
        for statement in statements:
            connection.execute(statement)


def faults(url: str, expected: Head | None = None) -> list[str]:
    return list(AuditLog(Database(url, PATIENCE)).faults(expected))


def test_entries_are_numbered_chained_and_kept_as_they_are(url: str) -> None:
    log = AuditLog(Database(url, PATIENCE))
    entries = list(log.entries())
    assert [entry.number for entry in entries] == [1, 2, 3, 4, 5]
    assert entries[0].previous == "0" * 64
    assert [entry.previous for entry in entries[1:]] == [entry.hash for entry in entries[:-1]]
    assert entries[0].at == NOON + timedelta(seconds=1)
    assert entries[0].details == {"reason": "“Ünï” 𝄞", "version": 1}
    assert [entry.number for entry in log.entries("other.example")] == [2, 4]
    assert log.head() == Head(5, entries[4].hash)
    assert faults(url) == []


def test_an_empty_log_holds_and_has_no_head(records_url: str) -> None:
    assert AuditLog(Database(records_url)).head() is None
    assert faults(records_url) == []
    assert faults(records_url, Head(1, "a" * 64)) == ["entry 1 was expected, and the log ends with 0"]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE log SET actor = 'eve' WHERE number = 3",
        "UPDATE log SET number = number + 10",
        "DELETE FROM log WHERE number = 5",
        "DELETE FROM log",
    ],
)
def test_the_database_itself_refuses_to_change_an_entry(url: str, statement: str) -> None:
    refused = pytest.raises(RecordsUnavailableError, match="only ever added to")
    with refused, Database(url).transaction(LOCK) as connection:
        connection.execute(text(statement))
    assert faults(url) == []


@pytest.mark.postgresql
def test_postgresql_refuses_to_empty_it_too(postgres_url: str) -> None:
    migrate(postgres_url)
    refused = pytest.raises(RecordsUnavailableError, match="only ever added to")
    with refused, Database(postgres_url).transaction(LOCK) as connection:
        connection.execute(text("TRUNCATE log"))


@pytest.mark.parametrize(
    ("number", "change"),
    [
        (1, {"actor": "eve"}),
        (3, {"actor": "eve"}),
        (5, {"actor": "eve"}),
        (3, {"at": NOON}),
        (3, {"at": NOON + timedelta(seconds=3, microseconds=1)}),
        (3, {"action": "case.undone"}),
        (3, {"subject": "good.example"}),
        (3, {"details": '{"reason": "Bribed.", "version": 3}'}),
        (3, {"details": "no JSON"}),
        (3, {"details": '{"reason": "“Ünï” 𝄞",  "version": 3}'}),
        (3, {"previous": "0" * 64}),
        (3, {"hash": "f" * 64}),
        (5, {"hash": "f" * 64}),
    ],
)
def test_a_change_of_any_column_is_found(url: str, number: int, change: dict[str, Any]) -> None:
    tamper(url, update(LOG).where(LOG.c.number == number).values(**change))
    assert f"entry {number} has been changed" in faults(url)


def test_a_row_that_is_sealed_anew_breaks_the_chain_after_it(url: str) -> None:
    entries = [json.loads(line) for line in as_jsonl(AuditLog(Database(url)).entries())]
    forged = entries[2] | {"actor": "eve"}
    tamper(url, update(LOG).where(LOG.c.number == 3).values(actor="eve", hash=sealed(forged)))
    assert faults(url) == ["entry 4 does not follow the one before it"]


@pytest.mark.parametrize(
    ("gone", "said"),
    [
        ([1], "entry 1 is missing"),
        ([3], "entry 3 is missing"),
        ([1, 2, 3], "entries 1 to 3 are missing"),
        ([2, 4], "entry 4 is missing"),
    ],
)
def test_what_is_gone_from_the_beginning_or_the_middle_is_missed(
    url: str, gone: list[int], said: str
) -> None:
    tamper(url, delete(LOG).where(LOG.c.number.in_(gone)))
    assert said in faults(url)


def test_that_the_end_is_gone_shows_only_against_a_head_that_was_kept(url: str) -> None:
    log = AuditLog(Database(url, PATIENCE))
    head = log.head()
    assert head
    assert faults(url, head) == []
    assert faults(url, Head(3, next(e.hash for e in log.entries() if e.number == 3))) == []
    tamper(url, delete(LOG).where(LOG.c.number > 3))
    assert faults(url) == []
    assert faults(url, head) == ["entry 5 was expected, and the log ends with 3"]
    with Database(url).transaction(LOCK) as connection:  # and others in their place
        for _ in range(2):
            append(connection, NOON, "eve", "case.decided", "example.org")
    assert faults(url) == []
    assert faults(url, head) == ["entry 5 is not the one that was expected"]


def test_a_renumbered_entry_is_found(url: str) -> None:
    tamper(url, update(LOG).where(LOG.c.number == 2).values(number=9))
    assert "entry 2 is missing" in faults(url)
    assert "entry 9 has been changed" in faults(url)


def test_what_fails_after_it_takes_the_entry_along(url: str) -> None:
    def fail() -> None:
        with Database(url).transaction(LOCK) as connection:
            append(connection, NOON, "mia", "case.decided", "example.org")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert AuditLog(Database(url)).page(Wanted(), 0, 10)[1] == 5


def test_pages_are_newest_first_and_filtered(url: str) -> None:
    log = AuditLog(Database(url, PATIENCE))

    def numbers(offset: int = 0, size: int = 10, **wanted: str) -> tuple[list[int], int]:
        entries, count = log.page(Wanted(**wanted), offset, size)
        return [entry.number for entry in entries], count

    assert numbers(1, 2) == ([4, 3], 5)
    assert numbers(subject="other.example") == ([4, 2], 2)
    assert numbers(actor="mia", action="case.") == ([5, 4, 3, 2, 1], 5)
    assert numbers(action="case_") == ([], 0)
    assert numbers(actor="noa") == ([], 0)


def test_every_hash_can_be_computed_anew_from_the_export(url: str) -> None:
    previous = "0" * 64
    for line in as_jsonl(AuditLog(Database(url)).entries()):
        entry = json.loads(line)
        assert entry["previous"] == previous
        assert sealed(entry) == entry["hash"]
        previous = entry["hash"]


def sealed(entry: dict[str, Any]) -> str:
    """As docs/decisions/0016 says it."""
    row = {key: value for key, value in entry.items() if key != "hash"}
    row["details"] = json.dumps(row["details"], ensure_ascii=False, sort_keys=True)
    whole = json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(whole.encode()).hexdigest()


def test_eight_processes_at_once_leave_no_gap(url: str) -> None:
    code = (
        "import sys; from datetime import UTC, datetime\n"
        "from server.store.records.database import Database\n"
        "from server.store.records.log import append\n"
        "database = Database(sys.argv[1], 60.0)\n"
        "print('ready', flush=True); sys.stdin.readline()\n"
        "for number in range(25):\n"
        "    with database.transaction(int(sys.argv[2])) as connection:\n"
        "        append(connection, datetime.now(UTC), sys.argv[2], 'case.noted', 'example.org', n=number)\n"
    )
    crowd = [
        subprocess.Popen(
            [sys.executable, "-W", "error", "-c", code, url, str(number)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for number in range(8)
    ]
    for process in crowd:
        assert process.stdout
        assert process.stdout.readline() == b"ready\n"
    for process in crowd:  # all of them first: communicate() would wait for each
        assert process.stdin
        process.stdin.write(b"go\n")
        process.stdin.flush()
    assert [(process.communicate(timeout=PATIENCE)[1], process.returncode) for process in crowd] == [
        (b"", 0)
    ] * 8
    assert faults(url) == []
    entries = list(AuditLog(Database(url)).entries())
    assert len(entries) == 5 + 8 * 25
    for actor in map(str, range(8)):
        assert [entry.details["n"] for entry in entries if entry.actor == actor] == list(range(25))
