"""kill -9 of parts of the service while moderators decide: nothing acknowledged is lost or half kept."""

from __future__ import annotations

import os
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path
from threading import Event

import pytest

from server.app.people import create_people
from server.store.records.model import Role
from server.store.records.tables import ASSESSMENTS, DECISIONS
from tests.accounts import PASSWORD
from tests.faults.people import Moderator, Reader
from tests.faults.service import PATIENCE, Part, Service, eventually
from tests.faults.whole import check
from tests.records import REASON, Desk
from tests.services.news_site import RESOLVE, NewsSites, page, running, text

# For each database. With 100 it takes more than a minute for each:
# KILLS=100 python -m pytest -s tests/faults/test_killed_while_deciding.py
KILLS = int(os.environ.get("KILLS", "25"))
ARTICLES = 20
NAMES = ("mia", "noa", "ole", "pia")
DOMAINS = [f"paper{number}.example" for number in range(8)]
# Of what the service itself begins anew.
WEIGHTS = {Part.ONE_THAT_ANSWERS: 6, Part.ALL_THAT_ANSWER: 2, Part.JOBS: 2}


@pytest.fixture
def news() -> Iterator[NewsSites]:
    with running() as sites:
        yield sites


@pytest.fixture
def desk(records_url: str) -> Desk:
    """Some open cases, and moderators who may decide them."""
    desk = Desk.at(records_url)
    people = create_people(desk.database)
    users = [people.add(name, Role.MODERATOR, "test", password=PASSWORD) for name in NAMES]
    for domain in DOMAINS:
        desk.cases.open_by_hand(domain, users[0], REASON)
    return desk


@pytest.fixture
def service(desk: Desk, tmp_path: Path) -> Iterator[Service]:
    service = Service(tmp_path, DATABASE_URL=desk.url, FETCH_ALLOW_PRIVATE="1", FETCH_RESOLVE=RESOLVE)
    service.start()
    yield service
    service.end()


def test_what_was_acknowledged_is_there_and_nothing_is_half_kept(
    desk: Desk, service: Service, news: NewsSites
) -> None:
    moderators = [Moderator(service, name, DOMAINS, chance_of(name)) for name in NAMES]
    reader = Reader(service, writer(news), ARTICLES, chance_of("reader"))
    for moderator in moderators:
        moderator.sign_in()
    stop = Event()
    with ThreadPoolExecutor() as crowd:
        working = [crowd.submit(one.work, stop) for one in (*moderators, reader)]
        try:
            kills = kill_at_random(service, moderators, KILLS, chance_of("killer"))
            # The reader ends by itself; nobody else should.
            eventually(lambda: any(one.done() for one in working))
        finally:
            stop.set()
        for one in working:
            one.result(PATIENCE)
    tries = [one for moderator in moderators for one in moderator.tries]
    broken = [one for one in tries if one.status is None]
    hits = sum(any(one.began < at < one.ended for one in broken) for _, at in kills)
    # Shown when something below fails.
    print(
        f"{KILLS} kills, {hits} within requests that change something: {Counter(part for part, _ in kills)}"
    )
    kept = {row["reason"] for row in desk.rows(DECISIONS)}
    print(f"{sum(one.words in kept for one in broken)} decisions were kept though nobody was told")
    print(Counter((one.doing, one.status) for one in tries))
    assert len(kills) == KILLS
    assert len(reader.taken) == ARTICLES
    assert hits >= KILLS / 4
    eventually(lambda: set(reader.taken) <= {row["url"] for row in desk.rows(ASSESSMENTS)})
    check(desk, tries)


def kill_at_random(
    service: Service, moderators: Sequence[Moderator], number: int, chance: random.Random
) -> list[tuple[Part, float]]:
    """Kill some part ``number`` times, and return what and when. Every tenth time the service ends by it."""
    kills = []
    for turn in range(number):
        # After some more answers, however fast the machine is, and then at any moment of the next.
        wait_for_answers(moderators, chance.randint(1, 12))
        time.sleep(chance.uniform(0, 0.1))
        part = chance.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]
        if turn % 10 == 9:
            part = chance.choice([Part.MASTER, Part.ALL])
        family, pids = service.pids(Part.ALL), service.pids(part)
        if not pids:  # its successor is not there yet
            part = Part.ALL_THAT_ANSWER
            eventually(lambda: service.pids(Part.ALL_THAT_ANSWER))
            pids = service.pids(part)
        if part is Part.ONE_THAT_ANSWERS:
            pids = [chance.choice(pids)]
        kills.append((part, time.monotonic()))
        service.kill(pids)
        if part.ends_it:
            service.gone(family)
            service.start()
    return kills


def wait_for_answers(moderators: Sequence[Moderator], number: int) -> None:
    """Wait until moderators have been told ``number`` times more what became of a change."""

    def answered() -> int:
        return sum(one.status is not None for moderator in moderators for one in list(moderator.tries))

    enough = answered() + number
    eventually(lambda: answered() >= enough)


def chance_of(name: str) -> random.Random:
    """Return who makes the random choices of ``name``: the same in every run."""
    return random.Random(name)  # noqa: S311 - no secret


def writer(news: NewsSites) -> Callable[[], dict[str, str]]:
    """Return what makes one article after the other, each on a domain of its own."""
    numbers = count()

    def write() -> dict[str, str]:
        name = f"ann{next(numbers)}"
        url = news.put(f"{name}.example", "/bridge", page(name))
        return {"title": f"Bridge of {name} closes", "text": text(name), "url": url}

    return write
