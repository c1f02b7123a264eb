"""Reports and disagreements at the desk."""

from __future__ import annotations

import json
import re
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient

from server.store.records.database import Database
from server.store.records.disagreements import Disagreements
from server.store.records.log import AuditLog
from server.store.records.model import Report
from server.store.records.reports import Reports
from tests.store.people import NOON, PATIENCE, Someone, add_assessment

MODERATOR = {"Role": "moderator"}


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def report(url: str, **changes: object) -> Report:
    plain: dict[str, object] = {
        "id": uuid4(), "received": NOON, "assessment": "a" * 64, "ruleset": "2026.2", "site": "news.example",
        "level": "weak", "score": 12, "kind": "other", "signal": None, "note": "<i>It</i> is a poem.",
        "domain": "news.example", "sender": uuid4().hex * 2,
    }  # fmt: skip
    kept = Reports(Database(url, PATIENCE)).add(Report(**{**plain, **changes}), NOON, 20)  # type: ignore[arg-type]
    assert kept
    return kept


def test_the_list_shows_the_open_ones_and_what_is_asked_for(
    client: FlaskClient, url: str, kim: Someone
) -> None:
    report(url)
    report(url, kind="satire", domain="other.example", note=None)
    Reports(Database(url, PATIENCE)).judge(report(url, note="Judged.").id, "declined", "open", kim, NOON)
    page = client.get("/desk/reports").text
    assert "&lt;i&gt;It&lt;/i&gt; is a poem." in page
    assert page.count("<article") == 2
    assert client.get("/desk/reports?state=all").text.count("<article") == 3
    assert client.get("/desk/reports?kind=satire").text.count("<article") == 1
    assert client.get("/desk/reports?domain=WWW.News.example").text.count("<article") == 1
    declined = client.get("/desk/reports?state=declined").text
    assert "Declined by Kim" in declined
    for nonsense in ("?page=0", "?page=x", "?page=99999999999", "?state=x&kind=x", "?domain=%00"):
        assert client.get(f"/desk/reports{nonsense}").status_code == 200
    assert "There are no such reports" in client.get("/desk/reports?page=2").text


def test_a_report_is_judged_and_one_comes_back_to_the_same_list(client: FlaskClient, url: str) -> None:
    sent = report(url)
    page = client.get("/desk/reports?domain=news.example&kind=other").text
    [action] = re.findall(r'action="(/desk/reports/\w+/judge[^"]*)"', page)
    action = action.replace("&amp;", "&")
    for role, status in (({}, 403), (MODERATOR, 303)):
        answer = client.post(action, data={"state": "upheld", "seen": "open"}, headers=role)
        assert answer.status_code == status
    assert answer.location == "/desk/reports?kind=other&domain=news.example"
    again = client.post(action, data={"state": "declined", "seen": "open"}, headers=MODERATOR)
    assert (again.status_code, "it is upheld now" in again.text) == (409, True)
    for path, data, status in (
        (f"/desk/reports/{sent.id.hex}/judge", {"state": "open"}, 422),
        (f"/desk/reports/{uuid4().hex}/judge", {"state": "upheld"}, 404),
        ("/desk/reports/x/judge", {"state": "upheld"}, 404),
    ):
        assert client.post(path, data=data, headers=MODERATOR).status_code == status
    assert [entry.action for entry in AuditLog(Database(url, PATIENCE)).entries()] == ["report.judged"]


def test_a_moderator_disagrees_with_a_verdict(client: FlaskClient, url: str, kim: Someone) -> None:
    verified = add_assessment(url)
    sent = report(url)
    assert "The verdict itself is wrong" in client.get("/desk/reports").text
    said = {
        "assessment": verified.hex,
        "report": sent.id.hex,
        "label": "0",
        "reason": " It names\r\n sources. ",
    }
    assert client.post("/desk/disagreements", data=said).status_code == 403
    assert client.post("/desk/disagreements", data=said, headers=MODERATOR).status_code == 303
    page = client.get("/desk/disagreements").text
    assert "Kim counts it as credible" in page
    assert "It names\n sources." in page
    answer = client.get("/desk/disagreements.jsonl")
    assert answer.mimetype == "application/jsonl"
    [row] = map(json.loads, answer.text.splitlines())
    assert (row["assessment"], row["report"]) == (verified.hex, sent.id.hex)
    assert (row["label"], row["level"], row["author"]) == (0, "weak", "Kim")
    assert not {"text", "sketch", "digest", "note"} & set(row)
    [entry] = AuditLog(Database(url, PATIENCE)).entries()
    assert (entry.actor, entry.action, entry.subject) == ("Kim", "verdict.disputed", "news.example")
    assert entry.details["url"] == "https://news.example/a"
    [kept] = Disagreements(Database(url, PATIENCE)).everything()
    assert (kept.report, kept.author) == (sent.id, kim.name)


@pytest.mark.parametrize(
    ("changes", "status", "said"),
    [
        ({"reason": " "}, 422, "Give a reason"),
        ({"reason": "x" * 2_001}, 422, "too long"),
        ({"label": "1"}, 422, "says the same"),
        ({"label": "2"}, 422, "should have been"),
        ({"label": ""}, 422, "should have been"),
        ({"assessment": "0" * 32}, 404, "no such"),
        ({"report": "0" * 32}, 404, "no such"),
        ({"assessment": "x"}, 404, "nothing under that id"),
    ],
)
def test_what_is_no_disagreement_is_given_back(
    client: FlaskClient, url: str, changes: dict[str, str], status: int, said: str
) -> None:
    verified = add_assessment(url)
    sent = {"assessment": verified.hex, "label": "0", "reason": "A reason of many words.", **changes}
    headers = {**MODERATOR, "Accept": "text/html"}
    answer = client.post("/desk/disagreements", data=sent, headers=headers)
    assert (answer.status_code, said in answer.text) == (status, True)
    if changes.get("assessment") != "x":
        assert sent["reason"].strip() in answer.text
    assert Disagreements(Database(url, PATIENCE)).everything() == []
    assert list(AuditLog(Database(url, PATIENCE)).entries()) == []


def test_without_the_records_the_desk_says_so(client: FlaskClient, url: str) -> None:
    from sqlalchemy import text  # noqa: PLC0415

    from server.store.records.database import open_engine  # noqa: PLC0415

    with open_engine(url, PATIENCE).begin() as connection:
        connection.execute(text("ALTER TABLE reports RENAME TO elsewhere"))
    assert client.get("/desk/reports").status_code == 503
