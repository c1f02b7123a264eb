"""Audits at the desk: who may ask, what is shown while one goes on, and how it ends."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from server.app.application import create_app
from server.app.foundations import create_database
from server.app.people import create_people
from server.config import Settings
from server.fetch import FetchError, Reason
from server.services.auditing.runner import AuditRunner
from server.store.records.audits import Audits
from server.store.records.log import AuditLog
from server.store.records.migrating import migrate
from server.store.records.model import Role

PASSWORD = "a long enough sentence"
FORM = {"ann": Role.MODERATOR, "rea": Role.READER}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    settings = Settings(database_url=f"sqlite:///{tmp_path}/records.db", jobs_path=f"{tmp_path}/jobs.db")
    migrate(settings.database_url)
    people = create_people(create_database(settings))
    for name, role in FORM.items():
        people.add(name, role, "test", password=PASSWORD)
    return settings


@pytest.fixture
def app(settings: Settings) -> Flask:
    return create_app(settings)


@pytest.fixture
def ann(app: Flask) -> FlaskClient:
    """A moderator."""
    return signed_in(app, "ann")


def signed_in(app: Flask, name: str) -> FlaskClient:
    client = app.test_client()
    send(client, "/desk/sign-in", "/desk/sign-in", name=name, password=PASSWORD)
    return client


def send(client: FlaskClient, path: str, page: str, **fields: str) -> TestResponse:
    """Send a form with the token that the forms of ``page`` hold."""
    token = re.search(r'name="csrf" value="([^"]+)"', client.get(page).text)
    assert token
    return client.post(path, data={"csrf": unescape(token[1]), **fields})


def ask(client: FlaskClient, domain: str = "news.example") -> TestResponse:
    return send(client, f"/desk/domains/{domain}/audit", "/desk/account")


def run(settings: Settings, path: str, urls: list[str]) -> None:
    """Go through the audit at ``path``; each page has the score of its place."""
    scores = iter(range(10, 100))

    class Result:
        level = "weak"

        def __init__(self) -> None:
            self.score = next(scores)

    def look(url: str) -> Result | None:
        if "gone" in url:
            raise FetchError(Reason.STATUS, "It said <no>.", status_code=404)
        return Result()

    audits = Audits(create_database(settings))
    AuditRunner(audits, lambda *_: urls, look, lambda: datetime.now(UTC)).run(UUID(path.rpartition("/")[2]))


def test_from_the_wish_to_the_end(ann: FlaskClient, settings: Settings) -> None:
    asked = ask(ann, "www.news.example")
    assert asked.status_code == 303
    path = asked.headers["Location"]
    waiting = ann.get(path)
    assert "<h1>Audit of news.example</h1>" in waiting.text
    assert "The audit waits for its turn." in waiting.text
    assert 'href="' + path + '">Look again</a>' in waiting.text
    assert "audit.js" in waiting.text
    assert ann.get(f"{path}/progress").json == {
        "over": False,
        "said": "The audit waits for its turn.",
        "found": 0,
        "done": 0,
        "levels": {
            "Well sourced": 0,
            "Some signs of sourcing": 0,
            "Few signs of sourcing": 0,
            "Not scored": 0,
        },
        "pages": [],
    }
    run(settings, path, ["http://news.example/a", "http://news.example/gone"])
    done = ann.get(path)
    assert "The audit is done. 2 of 2 pages looked at." in done.text
    assert '<a href="http://news.example/a" rel="noreferrer">http://news.example/a</a>' in done.text
    assert "It said &lt;no&gt;." in done.text
    assert "http://news.example/gone" not in done.text
    assert "Look again" not in done.text
    assert "audit.js" not in done.text
    view = ann.get(f"{path}/progress").json
    assert (view["over"], view["found"], view["done"]) == (True, 2, 2)
    assert view["levels"]["Few signs of sourcing"] == 1
    assert view["pages"][0] == {
        "url": "http://news.example/a",
        "outcome": "Few signs of sourcing",
        "level": "weak",
        "score": "10",
    }


def test_a_second_wish_leads_to_the_first_audit(ann: FlaskClient) -> None:
    first = ask(ann).headers["Location"]
    second = ask(ann).headers["Location"]
    assert second == f"{first}?already=yes"
    assert "was being audited already" in ann.get(second).text


def test_cancelled(ann: FlaskClient, settings: Settings) -> None:
    path = ask(ann).headers["Location"]
    for _ in range(2):
        assert send(ann, f"{path}/cancel", "/desk/account").headers["Location"] == path
    assert "The audit was cancelled. 0 of 0 pages looked at." in ann.get(path).text
    actions = [(entry.actor, entry.action) for entry in AuditLog(create_database(settings)).entries()]
    assert actions[-2:] == [("ann", "audit asked for"), ("ann", "audit cancelled")]


def test_a_reader_of_the_desk_sees_an_audit_and_changes_none(app: Flask, ann: FlaskClient) -> None:
    path = ask(ann).headers["Location"]
    rea = signed_in(app, "rea")
    assert rea.get(path).status_code == rea.get(f"{path}/progress").status_code == 200
    assert ask(rea).status_code == send(rea, f"{path}/cancel", "/desk/account").status_code == 403
    assert "waits for its turn" in rea.get(path).text
    assert "Cancel the audit" not in rea.get(path).text


def test_strangers_and_forms_without_token_get_nothing(app: Flask, ann: FlaskClient) -> None:
    path = ask(ann).headers["Location"]
    for address in (path, f"{path}/progress"):
        assert app.test_client().get(address).status_code == 303
    assert app.test_client().post("/desk/domains/news.example/audit").status_code in {303, 401, 403}
    assert ann.post(f"{path}/cancel").status_code == 403
    assert "waits for its turn" in ann.get(path).text


def test_what_there_is_not(ann: FlaskClient) -> None:
    assert ask(ann, "localhost").status_code == 404
    for path in (f"/desk/audits/{uuid4()}", f"/desk/audits/{uuid4()}/progress", "/desk/audits/7"):
        assert ann.get(path).status_code == 404


def test_scripts_run_on_this_page_alone(ann: FlaskClient) -> None:
    path = ask(ann).headers["Location"]
    rules = dict(rule.split(" ", 1) for rule in ann.get(path).headers["Content-Security-Policy"].split("; "))
    assert (rules["script-src"], rules["connect-src"], rules["default-src"]) == ("'self'", "'self'", "'none'")
    for other in ("/", "/desk/account", f"{path}/progress", "/desk/audits/7", "/static/audit.js"):
        with ann.get(other) as response:
            policy = response.headers["Content-Security-Policy"]
        assert "script-src" not in policy, other
        assert "connect-src" not in policy, other
