"""What PostgreSQL can't keep is asked of it neither: it would take the question for a fault of its own."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from server.app.application import create_app
from server.app.foundations import create_database
from server.app.people import create_people
from server.config import Settings
from server.store.records.model import Role
from tests.accounts import PASSWORD
from tests.records import REASON, Desk
from tests.web.desk.conftest import Visitor

pytestmark = pytest.mark.postgresql
CASE = "/desk/cases/a%00b"


@pytest.fixture
def root(postgres_url: str, tmp_path: Path) -> Visitor:
    """An administrator, signed in."""
    desk = Desk.at(postgres_url)
    desk.flagged("example.org")
    settings = Settings(database_url=postgres_url, jobs_path=f"{tmp_path}/jobs.db")
    create_people(create_database(settings)).add("root", Role.ADMINISTRATOR, "test", password=PASSWORD)
    visitor = Visitor(create_app(settings))
    assert visitor.sign_in("root").status_code == 303
    return visitor


def test_addresses(root: Visitor, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        for path in (CASE, "/desk/cases/a%EF%BF%BFb", "/desk/cases/EXAMPLE.org", "/desk/cases/a..b"):
            assert root.get(path).status_code == 404
        for query in (
            "cases?search",
            "log?subject",
            "log?actor",
            "log?action",
            "reports?domain",
            "replies?state",
        ):
            assert root.get(f"/desk/{query}=a%00b").status_code == 200, query
    assert caplog.messages == []


def test_forms(root: Visitor, caplog: pytest.LogCaptureFixture) -> None:
    page = "/desk/cases/example.org"
    given = {"version": "1", "outcome": "watch", "reason": f"{REASON}\0", "text": f"{REASON}\0", "to": "me"}
    with caplog.at_level(logging.WARNING):
        for what in ("decide", "undo", "note", "assign"):
            assert root.send(f"{CASE}/{what}", page, **given).status_code == 404, what
        for what in ("decide", "undo", "note"):
            assert root.send(f"{page}/{what}", page, **given).status_code == 422, what
        assert root.send("/desk/people/a%00b", page, do="disable").status_code == 422
    assert caplog.messages == []
