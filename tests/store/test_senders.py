"""Senders: told apart for a day, by all processes alike, and by nobody afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from sqlalchemy import select

from server.store.records.database import Database, open_engine
from server.store.records.model import RecordsUnavailableError
from server.store.records.secrets import Secrets
from server.store.records.senders import Senders
from server.store.records.tables import SECRETS
from tests.store.people import NOON, PATIENCE

DAY = timedelta(days=1)
MIDNIGHT = NOON.replace(hour=0)


@pytest.fixture
def senders(records_url: str) -> Senders:
    return Senders(Database(records_url, PATIENCE))


def salts(records_url: str) -> list[str]:
    with open_engine(records_url, PATIENCE).begin() as connection:
        return list(connection.scalars(select(SECRETS.c.value)))


def test_one_day_one_digest_for_every_process(senders: Senders, records_url: str) -> None:
    morning, night = MIDNIGHT, MIDNIGHT + DAY - timedelta(seconds=1)
    first = senders.digest("report", "198.51.100.7", morning)
    assert re.fullmatch("[0-9a-f]{64}", first)
    other_process = Senders(Database(records_url, PATIENCE))
    assert other_process.digest("report", "198.51.100.7", night) == first
    assert other_process.digest("report", "198.51.100.8", night) != first
    assert other_process.digest("claim", "198.51.100.7", night) != first


def test_the_next_day_yesterday_s_salt_is_gone_and_nothing_can_be_joined(
    senders: Senders, records_url: str
) -> None:
    today = senders.digest("report", "198.51.100.7", MIDNIGHT + DAY - timedelta(seconds=1))
    [old] = salts(records_url)
    tomorrow = senders.digest("report", "198.51.100.7", MIDNIGHT + DAY)
    [new] = salts(records_url)
    assert new != old
    assert tomorrow != today
    # A process whose clock is behind does not bring the old day back.
    assert senders.digest("report", "198.51.100.7", MIDNIGHT + DAY - timedelta(seconds=1)) == tomorrow
    assert salts(records_url) == [new]


def test_on_a_day_without_anything_sent_the_salt_goes_too(senders: Senders, records_url: str) -> None:
    senders.digest("report", "198.51.100.7", NOON)
    secrets = Secrets(Database(records_url, PATIENCE))
    secrets.forget_old(NOON)
    assert len(salts(records_url)) == 1
    secrets.forget_old(MIDNIGHT + DAY)
    assert salts(records_url) == []


def test_of_many_at_once_all_get_the_same(records_url: str) -> None:
    start = Barrier(16)
    crowd_of = [Senders(Database(records_url, PATIENCE)) for _ in range(4)]  # as in four processes

    def digests(number: int) -> Iterator[str]:
        start.wait(PATIENCE)
        return crowd_of[number % 4].digest("report", "198.51.100.7", NOON + DAY * (number // 16))

    for day in range(3):  # the first of all, and then two changes of the day
        with ThreadPoolExecutor(16) as crowd:
            found = set(crowd.map(digests, range(16 * day, 16 * (day + 1))))
        assert len(found) == 1
        assert len(salts(records_url)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff"),
        ("::ffff:198.51.100.7", "198.51.100.7"),
        ("fe80::1%eth0", "fe80::2"),
        ("", None),
        ("unix:", None),
    ],
)
def test_what_one_connection_has_is_one_sender(senders: Senders, one: str, other: str | None) -> None:
    assert senders.digest("report", one, NOON) == senders.digest("report", other, NOON)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:3::1"),
        ("198.51.100.7", "198.51.100.8"),
        ("::ffff:198.51.100.7", "::ffff:198.51.100.8"),
        ("198.51.100.7", None),
    ],
)
def test_others_are_others(senders: Senders, one: str, other: str | None) -> None:
    assert senders.digest("report", one, NOON) != senders.digest("report", other, NOON)


def test_without_its_table_it_says_so(empty_url: str) -> None:
    with pytest.raises(RecordsUnavailableError):
        Senders(Database(empty_url, PATIENCE)).digest("report", "198.51.100.7", NOON)
