"""What moderators decided, as everybody can read it: a page and JSON."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from flask import Flask

from server.app.application import create_app
from server.config import Settings
from server.services.moderating import Outcome
from server.store.records.model import Role
from server.web.decision_schemas import Decisions
from tests.records import REASON, Desk

DOMAIN = "example.org"
SHARP = "It says <script>alert(1)</script> & “more”.\nNo source is named."


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk.at(f"sqlite:///{tmp_path}/records.db")


@pytest.fixture
def app(desk: Desk) -> Flask:
    return create_app(Settings(database_url=desk.url))


def decide_thrice(desk: Desk) -> None:
    mia, noa = desk.user("mia-the-moderator"), desk.user("noa-the-boss", Role.ADMINISTRATOR)
    case = desk.flagged(DOMAIN)
    case = desk.cases.decide(case.id, case.version, mia, Outcome.CONCERN_CONFIRMED, SHARP, date(2099, 1, 31))
    case = desk.cases.decide(case.id, case.version, noa, Outcome.SATIRE, REASON)
    desk.cases.undo(case.id, case.version, mia, "That was the wrong domain.")


def test_before_there_is_any(app: Flask) -> None:
    answer = app.test_client().get("/v1/decisions").json
    assert answer == {
        "page": 1,
        "pages": 1,
        "total": 0,
        "by_outcome": {},
        "overturned": 0,
        "undone": 0,
        "log": None,
        "decisions": [],
    }
    assert "There is none yet" in app.test_client().get("/transparency").text


def test_every_decision_is_there_with_its_reason_and_the_role_but_no_name(app: Flask, desk: Desk) -> None:
    decide_thrice(desk)
    response = app.test_client().get("/v1/decisions")
    answer = Decisions.model_validate_json(response.data)
    assert (answer.total, answer.overturned, answer.undone) == (3, 1, 1)
    assert answer.by_outcome == {"concern_confirmed": 1, "satire": 1}
    undone, satire, concern = answer.decisions
    assert (concern.domain, concern.role, concern.reason) == (DOMAIN, Role.MODERATOR, SHARP)
    assert (concern.review_on, concern.overturns, concern.undoes) == (date(2099, 1, 31), None, None)
    assert (satire.role, satire.overturns, undone.undoes) == (Role.ADMINISTRATOR, concern.id, satire.id)
    assert undone.outcome is Outcome.CONCERN_CONFIRMED
    last = desk.entries()[-1]
    assert answer.log
    assert (answer.log.number, answer.log.hash) == (last.number, last.hash)

    page = app.test_client().get("/transparency").text
    for words in (
        "example.org</a>: concern confirmed",
        "By a moderator on <time",
        "By an administrator on <time",
        'to be reviewed by <time datetime="2099-01-31">31 January 2099</time>',
        "&lt;script&gt;alert(1)&lt;/script&gt; &amp; “more”.\nNo source is named.",
        "Overturns “concern confirmed” of 23 November 2026.",
        "example.org</a>: satire, undone",
        "“Concern confirmed” stands again.",
        f"Entry {last.number}",
        last.hash,
    ):
        assert words in page
    for text in (page, response.text):
        assert "mia-the" not in text
        assert "noa-the" not in text


def test_notes_and_names_stay_at_the_desk(app: Flask, desk: Desk) -> None:
    mia, case = desk.user("mia-the-moderator"), desk.flagged(DOMAIN)
    desk.cases.note(case.id, mia, "Only for us.")
    for path in ("/transparency", "/v1/decisions"):
        assert "Only for us" not in app.test_client().get(path).text


def test_long_lists_come_in_pages(app: Flask, desk: Desk) -> None:
    mia, case = desk.user(), desk.flagged(DOMAIN)
    for _ in range(51):
        case = desk.cases.decide(case.id, case.version, mia, Outcome.CLEARED, REASON)
    client = app.test_client()
    first, second, beyond = (client.get(f"/v1/decisions?page={page}").json for page in (1, 2, 999_999_999))
    assert (len(first["decisions"]), len(second["decisions"]), first["pages"]) == (50, 1, 2)
    assert beyond == second
    page = client.get("/transparency?page=2").text
    assert 'href="/transparency?page=1" rel="prev"' in page
    assert "Page 2 of 2" in page
    assert 'start="1"' in page


@pytest.mark.parametrize("page", ["0", "-1", "x", "1.5", "", "²", "9999999999"])
def test_a_page_that_makes_no_sense_is_refused(app: Flask, page: str) -> None:
    for path in ("/transparency", "/v1/decisions"):
        assert app.test_client().get(path, query_string={"page": page}).status_code == 400


def test_without_its_database_it_says_so(tmp_path: Path) -> None:
    app = create_app(Settings(database_url=f"sqlite:///{tmp_path}/empty.db"))
    for path in ("/transparency", "/v1/decisions"):
        assert app.test_client().get(path).status_code == 503
