"""The audit log at the desk."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from lxml import html

from server.app.application import create_app
from server.config import Settings
from server.services.moderating import Outcome
from server.store.records.model import Role
from tests.accounts import PASSWORD, Clock, House
from tests.records import REASON, Desk

Visit = Callable[[Role], FlaskClient]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk.at(f"sqlite:///{tmp_path}/records.db")
    mia = desk.user()
    case = desk.flagged("example.org")
    desk.cases.decide(case.id, case.version, mia, Outcome.CLEARED, f"<b>{REASON}</b>")
    desk.cases.open_by_hand("other.example", mia, REASON)
    return desk


@pytest.fixture
def visit(desk: Desk) -> Visit:
    """Give somebody of that role, signed in."""
    app = create_app(Settings(database_url=desk.url))
    clock = Clock()
    clock.now = datetime.now(UTC)  # as the service's own
    house = House(desk.url, clock)

    def enter(role: Role) -> FlaskClient:
        house.people.add(role, role, "nobody", password=PASSWORD)
        client = app.test_client()
        client.set_cookie("desk", house.accounts.sign_in(role, PASSWORD).secret, path="/desk")
        return client

    return enter


@pytest.mark.parametrize("path", ["/desk/log", "/desk/cases?state=all"])
def test_in_a_narrow_window_each_cell_has_its_column_s_heading(visit: Visit, path: str) -> None:
    table = html.fromstring(visit(Role.READER).get(path).text).find(".//table")
    headings = [heading.text_content() for heading in table.findall("./thead/tr/th")]
    seen = [[cell.get("data-label") for cell in row] for row in table.findall("./tbody/tr")]
    assert seen
    # The row's own heading stands by itself.
    assert seen == [[name if name not in {"Number", "Domain"} else None for name in headings]] * len(seen)


def test_entries_are_listed_newest_first(visit: Visit) -> None:
    page = visit(Role.READER).get("/desk/log?action=case.").text
    assert "3 entries" in page
    assert page.index("because: by_hand") < page.index("outcome: cleared") < page.index("because: weak_share")
    assert f"&lt;b&gt;{REASON}&lt;/b&gt;" in page
    assert "2026-11-23 12:00:0" in page


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("subject=example.org", 2),
        ("subject=%20example.org%20&actor=mia", 1),
        ("actor=touchstone", 1),
        ("action=case.", 3),
        ("action=case.opened", 2),
        ("action=%25", 0),
        ("actor=%00&action=case.", 3),
    ],
)
def test_they_can_be_searched(visit: Visit, query: str, count: int) -> None:
    page = visit(Role.READER).get(f"/desk/log?{query}").text
    assert f"{count} {'entry' if count == 1 else 'entries'}" in page
    assert page.count('<th scope="row">') == count


def test_a_search_is_kept_from_page_to_page(visit: Visit, desk: Desk) -> None:
    mia = desk.user("noa")
    for number in range(101):
        desk.cases.open_by_hand(f"d{number}.example", mia, REASON)
    reader = visit(Role.READER)
    page = reader.get("/desk/log?actor=noa").text
    assert "page=2&amp;actor=noa" in page
    assert reader.get("/desk/log?actor=noa&page=2").text.count('<th scope="row">') == 1
    assert reader.get("/desk/log?page=0").status_code == 400


def test_moderators_can_take_it_along(visit: Visit, desk: Desk) -> None:
    reader, client = visit(Role.READER), visit(Role.MODERATOR)
    assert [reader.get(f"/desk/log.{form}").status_code for form in ("csv", "jsonl")] == [403, 403]
    lines = client.get("/desk/log.jsonl")
    assert lines.headers["Content-Disposition"] == 'attachment; filename="audit-log.jsonl"'
    assert [json.loads(line)["hash"] for line in lines.text.splitlines()] == [e.hash for e in desk.entries()]
    table = client.get("/desk/log.csv")
    assert table.mimetype == "text/csv"
    assert table.text.count("\r\n") == 1 + len(desk.entries())


def test_a_database_that_fails_is_an_error_and_no_empty_file(visit: Visit, desk: Desk) -> None:
    client = visit(Role.MODERATOR)
    Path(desk.url.removeprefix("sqlite:///")).unlink()
    assert client.get("/desk/log.csv").status_code >= 500
