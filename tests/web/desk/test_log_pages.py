"""The audit log at the desk."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import pytest
from flask import Blueprint, Flask, abort
from jinja2 import DictLoader

from server.app import create_app
from server.config import Settings
from server.services.moderating import Outcome
from server.store.records.model import Role
from server.web.desk import log_pages
from tests.records import REASON, Desk

BASE = "{% extends 'base.html' %}{% block main %}{% block desk %}{% endblock %}{% endblock %}"


class Door:
    """Lets in who is of ``role`` or above."""

    role = Role.READER

    def needs(self, role: Role) -> Callable[[Any], Any]:
        def guard(view: Any) -> Any:
            @wraps(view)
            def guarded(**arguments: Any) -> Any:
                if not self.role.may(role):
                    abort(403)
                return view(**arguments)

            return guarded

        return guard


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk.at(f"sqlite:///{tmp_path}/records.db")
    mia = desk.user()
    case = desk.flagged("example.org")
    desk.cases.decide(case.id, case.version, mia, Outcome.CLEARED, f"<b>{REASON}</b>")
    desk.cases.open_by_hand("other.example", mia, REASON)
    return desk


@pytest.fixture
def door() -> Door:
    return Door()


@pytest.fixture
def app(desk: Desk, door: Door) -> Flask:
    app = create_app(Settings(database_url=desk.url))
    app.jinja_loader = DictLoader({"desk/base.html": BASE})
    blueprint = Blueprint("desk", __name__, url_prefix="/desk")
    log_pages.add_to(blueprint, door, desk.log)
    app.register_blueprint(blueprint)
    return app


def test_entries_are_listed_newest_first(app: Flask) -> None:
    page = app.test_client().get("/desk/log").text
    assert "3 entries." in page
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
        ("actor=%00", 3),
    ],
)
def test_they_can_be_searched(app: Flask, query: str, count: int) -> None:
    page = app.test_client().get(f"/desk/log?{query}").text
    assert f"{count} {'entry' if count == 1 else 'entries'}" in page
    assert page.count('<th scope="row">') == count


def test_a_search_is_kept_from_page_to_page(app: Flask, desk: Desk) -> None:
    mia = desk.user("noa")
    for number in range(101):
        desk.cases.open_by_hand(f"d{number}.example", mia, REASON)
    page = app.test_client().get("/desk/log?actor=noa").text
    assert "page=2&amp;actor=noa" in page
    assert app.test_client().get("/desk/log?actor=noa&page=2").text.count('<th scope="row">') == 1
    assert app.test_client().get("/desk/log?page=0").status_code == 400


def test_moderators_can_take_it_along(app: Flask, desk: Desk, door: Door) -> None:
    client = app.test_client()
    assert [client.get(f"/desk/log.{form}").status_code for form in ("csv", "jsonl")] == [403, 403]
    door.role = Role.MODERATOR
    lines = client.get("/desk/log.jsonl")
    assert lines.headers["Content-Disposition"] == 'attachment; filename="audit-log.jsonl"'
    assert [json.loads(line)["hash"] for line in lines.text.splitlines()] == [e.hash for e in desk.entries()]
    table = client.get("/desk/log.csv")
    assert table.mimetype == "text/csv"
    assert table.text.count("\r\n") == 4


def test_a_database_that_fails_is_an_error_and_no_empty_file(app: Flask, desk: Desk, door: Door) -> None:
    door.role = Role.MODERATOR
    Path(desk.url.removeprefix("sqlite:///")).unlink()
    assert app.test_client().get("/desk/log.csv").status_code >= 500
