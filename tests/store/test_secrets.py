"""Keys of the day: one for all processes, gone the next day."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

from sqlalchemy import select

from server.store.records.database import Database
from server.store.records.secrets import Secrets
from server.store.records.tables import SECRETS

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
PATIENCE = 60.0  # seconds, for what takes a moment on any machine


def test_a_key_is_the_same_all_day_and_its_own_for_each_name(records_url: str) -> None:
    secrets = Secrets(Database(records_url, PATIENCE))
    key = secrets.of_the_day("attempts", NOON)
    assert len(bytes.fromhex(key)) == 32
    for moment in (NOON.replace(hour=0), NOON.replace(hour=23, minute=59)):
        assert Secrets(Database(records_url, PATIENCE)).of_the_day("attempts", moment) == key
    assert secrets.of_the_day("reports", NOON) != key


def test_the_next_day_has_another_and_the_old_one_is_gone(records_url: str) -> None:
    database = Database(records_url, PATIENCE)
    old = Secrets(database).of_the_day("attempts", NOON)
    new = Secrets(database).of_the_day("attempts", (NOON + timedelta(days=1)).replace(hour=0))
    assert new != old
    with database.reading() as connection:
        assert list(connection.scalars(select(SECRETS.c.value))) == [new]


def test_those_who_ask_first_at_once_are_given_the_same(records_url: str) -> None:
    start = Barrier(8)
    databases = [Database(records_url, PATIENCE) for _ in range(2)]  # as in two processes

    def ask(number: int) -> str:
        start.wait(PATIENCE)
        return Secrets(databases[number % 2]).of_the_day("attempts", NOON)

    with ThreadPoolExecutor(8) as crowd:
        assert len(set(crowd.map(ask, range(8)))) == 1
