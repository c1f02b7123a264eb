"""Transactions that share a connection, in SQLite and in PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from threading import Thread

import pytest
from sqlalchemy import Pool, event, insert, select, text

from server.store.records.database import Database
from server.store.records.log import AuditLog, append
from server.store.records.model import RecordsUnavailableError
from server.store.records.tables import DOMAINS
from tests.records import NOON, PATIENCE

_LOCK = 1


@dataclass
class Connected:
    """How often a connection was made and closed."""

    made: list[object] = field(default_factory=list)
    closed: list[object] = field(default_factory=list)

    @property
    def counts(self) -> tuple[int, int]:
        return len(self.made), len(self.closed)


@pytest.fixture
def database(records_url: str) -> Database:
    return Database(records_url, PATIENCE, retry_seconds=0)


@pytest.fixture
def connected(database: Database) -> Iterator[Connected]:
    """Count from now on."""
    assert database
    counted = Connected()

    def made(*given: object) -> None:
        counted.made.append(given)

    def closed(*given: object) -> None:
        counted.closed.append(given)

    event.listen(Pool, "connect", made)
    event.listen(Pool, "close", closed)
    yield counted
    event.remove(Pool, "connect", made)
    event.remove(Pool, "close", closed)


def add(database: Database, name: str) -> None:
    with database.transaction(_LOCK) as connection:
        connection.execute(insert(DOMAINS).values(domain=name, known=NOON))


def names(database: Database) -> set[str]:
    with database.reading() as connection:
        return set(connection.scalars(select(DOMAINS.c.domain)))


def test_each_transaction_has_its_own_unless_they_share(database: Database, connected: Connected) -> None:
    add(database, "a.example")
    assert names(database) == {"a.example"}
    assert connected.counts == (2, 2)
    with database.sharing():
        assert connected.counts == (2, 2)  # none before it is needed
        add(database, "b.example")
        assert names(database) == {"a.example", "b.example"}
        add(database, "c.example")  # that the one before only read is forgotten
        assert connected.counts == (3, 2)
    assert connected.counts == (3, 3)


def test_one_within_another_has_its_own(database: Database, connected: Connected) -> None:
    add(database, "a.example")
    with database.sharing(), database.reading() as outer:
        assert names(database) == {"a.example"}
        assert list(outer.scalars(select(DOMAINS.c.domain))) == ["a.example"]
    assert connected.counts == (3, 3)


def test_what_raises_is_undone_and_others_go_on(database: Database, connected: Connected) -> None:
    def fail() -> None:
        with database.transaction(_LOCK) as connection:
            connection.execute(insert(DOMAINS).values(domain="a.example", known=NOON))
            raise LookupError

    with database.sharing():
        with pytest.raises(LookupError):
            fail()
        assert names(database) == set()
    assert connected.counts == (1, 1)


def test_a_connection_that_failed_is_not_used_again(database: Database, connected: Connected) -> None:
    def fail() -> None:
        with database.reading() as connection:
            connection.execute(text("SELECT nothing FROM nowhere"))

    with database.sharing():
        with pytest.raises(RecordsUnavailableError):
            fail()
        assert connected.counts == (1, 1)
        assert names(database) == set()
    assert connected.counts == (2, 2)


def test_who_still_reads_at_the_end_reads_on(database: Database, connected: Connected) -> None:
    with database.transaction(_LOCK) as connection:
        for number in range(2_500):  # more than are read at once
            append(connection, NOON, "mia", "test", str(number))
    with database.sharing():
        entries = AuditLog(database).entries()
        assert next(entries).subject == "0"
    assert connected.counts == (2, 1)
    assert sum(1 for _ in entries) == 2_499
    assert connected.counts == (2, 2)


def test_other_threads_share_nothing(database: Database, connected: Connected) -> None:
    with database.sharing():
        assert names(database) == set()
        thread = Thread(target=names, args=(database,))
        thread.start()
        thread.join(PATIENCE)
        assert connected.counts == (2, 1)
