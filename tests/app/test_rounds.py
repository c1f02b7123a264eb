"""What the worker does by itself, once in an hour."""

from __future__ import annotations

from pathlib import Path
from threading import Event, Thread

from sqlalchemy import func, insert, select

from server.app.background import create_rounds, create_worker
from server.app.foundations import now
from server.config import Settings
from server.services.moderating import CaseService, Outcome, State
from server.store.records.tables import ATTEMPTS, CLAIMS, SECRETS, SESSIONS
from tests.jobs.conftest import eventually
from tests.records import DAY, PATIENCE, REASON, SECOND, Desk

LATER = 2 * DAY


def keep_for_a_day(desk: Desk) -> None:
    """Keep a session, an attempt, a claim and a key, all of which are over in a day or before."""
    mia, moment = desk.user(), desk.now
    rows = {
        SESSIONS: {
            "digest": "a" * 64,
            "user": mia.id,
            "started": moment,
            "seen": moment,
            "expires": moment + SECOND,
        },
        ATTEMPTS: {"key": "b" * 64, "since": moment, "count": 1},
        CLAIMS: {
            "id": mia.id,
            "domain": "example.org",
            "token": "t",
            "secret": "s" * 64,
            "asked": moment,
            "expires": moment + SECOND,
            "sender": "c" * 64,
        },
        SECRETS: {"name": "salt", "value": "d" * 64, "made": moment},
    }
    with desk.database.transaction(1) as connection:
        for table, row in rows.items():
            connection.execute(insert(table).values(**row))


def kept(desk: Desk) -> list[int]:
    with desk.database.reading() as connection:
        return [
            connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (SESSIONS, ATTEMPTS, CLAIMS, SECRETS)
        ]


def test_what_is_over_is_deleted_and_nothing_before(records_url: str) -> None:
    desk = Desk.at(records_url)
    desk.verified("example.org")
    keep_for_a_day(desk)
    go = create_rounds(desk.database, lambda: desk.now)
    go()
    assert kept(desk) == [1, 1, 1, 1]
    desk.now += LATER
    go()
    assert kept(desk) == [0, 0, 0, 0]


def test_a_worker_opens_cases_whose_review_is_due(records_url: str, tmp_path: Path) -> None:
    desk = Desk.at(records_url)
    past = CaseService(desk.database, lambda: now() - LATER)
    case = past.open_by_hand("example.org", mia := desk.user(), REASON)
    past.decide(case.id, case.version, mia, Outcome.CLEARED, REASON, (now() - DAY).date())
    stop = Event()
    settings = Settings(database_url=records_url, jobs_path=f"{tmp_path}/jobs.db")
    worker = Thread(target=create_worker(settings), args=(stop,))
    worker.start()
    try:
        eventually(lambda: desk.rows()[0]["state"] == State.OPEN)
    finally:
        stop.set()
        worker.join(PATIENCE)
    assert not worker.is_alive()
    assert [entry.action for entry in desk.entries()][-1] == "case.reopened"
