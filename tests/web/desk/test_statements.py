"""How often the database is asked for a page: as often for one thing as for fifty. No N+1."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, Pool, event

from server.app.application import create_app
from server.app.foundations import create_database
from server.app.people import create_people
from server.config import Settings
from server.services.moderating import Outcome
from server.store.records.model import Role
from tests.accounts import PASSWORD
from tests.domain_records import Filler
from tests.records import REASON, Desk
from tests.web.desk.conftest import Visitor

MANY = 50
# All that a page may ask, looking up the session included.
MOST = {"queue": 3, "case": 24, "public": 10, "api": 8, "transparency": 4, "log": 3}


@pytest.fixture
def desk(records_url: str) -> Desk:
    return Desk.at(records_url)


@pytest.fixture
def ann(desk: Desk, tmp_path: Path) -> Visitor:
    """A moderator, signed in."""
    settings = Settings(database_url=desk.url, jobs_path=f"{tmp_path}/jobs.db")
    create_people(create_database(settings)).add("ann", Role.MODERATOR, "test", password=PASSWORD)
    visitor = Visitor(create_app(settings))
    assert visitor.sign_in("ann").status_code == 303
    return visitor


@contextmanager
def counting() -> Iterator[dict[str, list[str]]]:
    """Give the statements that are sent meanwhile, and the connections that are made."""
    seen: dict[str, list[str]] = {"statements": [], "connections": []}

    def sent(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.startswith(("SELECT", "INSERT", "UPDATE", "DELETE")):
            seen["statements"].append(statement)

    def connected(*_: object) -> None:
        seen["connections"].append("one")

    event.listen(Engine, "before_cursor_execute", sent)
    event.listen(Pool, "connect", connected)
    try:
        yield seen
    finally:
        event.remove(Engine, "before_cursor_execute", sent)
        event.remove(Pool, "connect", connected)


def asked(visitor: Visitor, path: str) -> int:
    """Return how many statements ``path`` takes; it is always one connection."""
    with counting() as seen:
        assert visitor.get(path).status_code == 200
    assert len(seen["connections"]) == 1
    return len(seen["statements"])


def test_the_queue(desk: Desk, ann: Visitor) -> None:
    mia, paths = desk.user(), ("/desk/cases", "/desk/cases?state=all&search=e&order=domain", "/desk/log")

    def open_one(number: int) -> None:
        case = desk.cases.open_by_hand(f"d{number}.example", mia, REASON)
        desk.cases.assign(case.id, case.version, mia, mia.id)

    open_one(0)
    for_one = [asked(ann, path) for path in paths]
    for number in range(1, MANY):
        open_one(number)
    assert ann.get("/desk/cases").text.count("data-row") == MANY
    assert [asked(ann, path) for path in paths] == for_one
    assert max(for_one) <= MOST["queue"] == MOST["log"]


def test_a_case_and_its_domain(desk: Desk, ann: Visitor) -> None:
    mia, filler = desk.user(), Filler(desk.url)
    paths = ["/desk/cases/example.org", "/domains/example.org", "/v1/domains/example.org", "/transparency"]
    case = desk.flagged("example.org")

    def live(number: int) -> None:
        nonlocal case
        desk.verified("example.org", "weak", "strong")
        desk.reported("example.org", f"sender {number}")
        filler.reply("example.org", "Please look again.")
        desk.cases.note(case.id, mia, f"Note {number}")
        outcome = Outcome.WATCH if number % 2 else Outcome.CLEARED
        case = desk.cases.decide(case.id, case.version, mia, outcome, REASON)

    live(0)
    for_one = [asked(ann, path) for path in paths]
    for number in range(1, MANY):
        live(number)
    page = ann.get(paths[0]).text
    assert page.count("The level is wrong") == MANY
    for what in ("Reports", "Notes", "History"):
        assert f'{what}</a> <span class="count">{MANY}</span>' in page
    assert [asked(ann, path) for path in paths] == for_one
    bounds = [MOST[page] for page in ("case", "public", "api", "transparency")]
    assert all(found <= most for found, most in zip(for_one, bounds, strict=True)), for_one
