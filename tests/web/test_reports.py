"""Reports through the API, into a real database."""

import hashlib
import re
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, get_args

import pytest
import requests
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from server.app.application import create_app
from server.config import Settings
from server.services.reporting import Kind
from server.signals import SIGNALS
from server.store.records.migrating import migrate
from server.web import examples, openapi
from server.web.report_schemas import MAX_NOTE, ReportReceipt, ReportRequest

DOCUMENT = (Path(__file__).parents[2] / "docs" / "wire-format.md").read_text(encoding="utf-8")
PATIENCE = 60  # seconds
SENDER = {"REMOTE_ADDR": "203.0.113.77"}
HEADERS = {"User-Agent": "Tell-Tale/9", "X-Forwarded-For": "203.0.113.78", "Origin": "https://tell.example"}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "var" / "reports.db"


@pytest.fixture
def app(file: Path) -> Flask:
    migrate(f"sqlite:///{file}")
    return create_app(Settings(database_url=f"sqlite:///{file}", jobs_path=f"{file}.jobs"))


@pytest.fixture
def known(client: FlaskClient, article: dict[str, Any]) -> str:
    """The id of an assessment that is known."""
    identity: str = client.post("/v1/assessments", json=article).json["id"]
    return identity


def kept(file: Path) -> list[dict[str, Any]]:
    with closing(sqlite3.connect(file)) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute("SELECT * FROM reports")]


def test_a_report_is_taken_and_nothing_of_its_sender(
    client: FlaskClient, known: str, file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    sent = {
        "assessment": known,
        "kind": "wrong_signal",
        "signal": "missing_citations",
        "note": " Look\n again. ",
    }
    before = datetime.now(UTC).replace(microsecond=0)
    response = client.post("/v1/reports", json=sent, headers=HEADERS, environ_base=SENDER)
    assert response.status_code == 201
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert set(response.json) == {"id", "received"}
    assert re.fullmatch("[0-9a-f]{32}", response.json["id"])
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", response.json["received"])
    assert before <= datetime.fromisoformat(response.json["received"]) <= datetime.now(UTC)
    assert response.json == client.post("/v1/reports", json=sent, environ_base=SENDER).json
    [row] = kept(file)
    badge = client.get(f"/v1/assessments/{known}").json["badge"]
    assert row == {
        "id": response.json["id"],
        "received": row["received"],
        "assessment": known,
        "ruleset": row["ruleset"],
        "site": "example.org",
        "level": badge["level"],
        "score": badge["score"],
        "kind": "wrong_signal",
        "signal": "missing_citations",
        "note": "Look\n again.",
        "domain": "example.org",
        "sender": row["sender"],
        "state": "open",
        "judged": None,
        "judge": None,
    }
    assert re.fullmatch("[0-9a-f]{64}", row["sender"])
    for guess in (b"203.0.113.77", b"report 203.0.113.77"):  # no plain digest, which could be looked up
        assert row["sender"] != hashlib.sha256(guess).hexdigest()
    everything = b"".join(path.read_bytes() for path in file.parent.iterdir())
    for telling in (b"203.0.113", b"Tell-Tale", b"tell.example"):
        assert telling not in everything
    assert "again" not in caplog.text
    assert known not in caplog.text


@pytest.mark.parametrize("kind", get_args(Kind))
def test_every_kind_is_taken_once(client: FlaskClient, known: str, file: Path, kind: str) -> None:
    sent = {"assessment": known, "kind": kind, "signal": SIGNALS[0].id, "note": "𝄞" * MAX_NOTE}
    first, again = (client.post("/v1/reports", json=sent) for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json == again.json
    assert len(kept(file)) == 1


def test_no_note_is_no_note_however_it_is_said(client: FlaskClient, known: str, file: Path) -> None:
    plain = {"assessment": known, "kind": "satire"}
    for more in ({}, {"note": None}, {"note": ""}, {"note": " \r\n\t"}, {"signal": None}):
        assert client.post("/v1/reports", json=plain | more).status_code in {200, 201}
    [row] = kept(file)
    assert (row["signal"], row["note"]) == (None, None)


def test_many_at_once_are_kept_once(app: Flask, known: str, file: Path) -> None:
    def send(_: int) -> tuple[int, str]:
        answer = app.test_client().post("/v1/reports", json={"assessment": known, "kind": "satire"})
        return answer.status_code, answer.json["id"]

    with ThreadPoolExecutor(20) as crowd:
        answers = list(crowd.map(send, range(20)))
    assert sorted(status for status, _ in answers) == [200] * 19 + [201]
    assert {identity for _, identity in answers} == {row["id"] for row in kept(file)}


def test_what_is_not_known_cannot_be_reported(client: FlaskClient, file: Path) -> None:
    response = client.post("/v1/reports", json={"assessment": "0" * 64, "kind": "satire"})
    assert (response.status_code, response.content_type) == (404, "application/problem+json")
    assert kept(file) == []


@pytest.mark.parametrize(
    ("changes", "field", "said"),
    [
        ({"assessment": None}, "assessment", "valid string"),
        ({"assessment": "a" * 63}, "assessment", "64"),
        ({"assessment": "a" * 65}, "assessment", "64"),
        ({"assessment": "A" * 64}, "assessment", "lower-case hexadecimal"),
        ({"assessment": "a" * 64 + "\n"}, "assessment", "64"),
        ({"kind": "lies"}, "kind", "'wrong_signal'"),
        ({"kind": None}, "kind", "'wrong_signal'"),
        ({"kind": "wrong_signal"}, "signal", "must be given for wrong_signal"),
        ({"kind": "wrong_signal", "signal": "lies"}, "signal", "must be the id of a signal of the register"),
        ({"signal": "lies"}, "signal", "must be the id of a signal of the register"),
        ({"signal": 7}, "signal", "valid string"),
        ({"kind": "other"}, "note", "must be given for other"),
        ({"kind": "other", "note": " \n"}, "note", "must be given for other"),
        ({"note": "a" * (MAX_NOTE + 1)}, "note", "2000"),
        ({"note": "a\0b"}, "note", "U+0000"),
        ({"note": "\ud800"}, "note", "surrogate"),
        ({"note": ["a"]}, "note", "valid string"),
    ],
)
def test_what_is_wrong_is_named(
    client: FlaskClient, known: str, file: Path, changes: dict[str, Any], field: str, said: str
) -> None:
    response = client.post("/v1/reports", json={"assessment": known, "kind": "satire"} | changes)
    assert (response.status_code, response.content_type) == (400, "application/problem+json")
    assert [error["field"] for error in response.json["errors"]] == [field]
    assert said in response.json["errors"][0]["message"]
    assert kept(file) == []


def test_everything_wrong_is_named_at_once(client: FlaskClient) -> None:
    response = client.post("/v1/reports", json={"kind": "other", "signal": "x"})
    assert [error["field"] for error in response.json["errors"]] == ["assessment", "signal", "note"]


def test_what_is_no_report_is_refused(client: FlaskClient) -> None:
    assert client.post("/v1/reports", json=[]).status_code == 400
    assert client.post("/v1/reports", data="{", content_type="application/json").status_code == 400
    assert client.post("/v1/reports", data="{}", content_type="text/plain").status_code == 415
    assert client.get("/v1/reports").status_code == 405


def test_without_a_database_all_else_goes_on(
    article: dict[str, Any], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "var").write_text("in the folder's way")
    settings = Settings(database_url=f"sqlite:///{tmp_path}/var/reports.db", jobs_path=f"{tmp_path}/jobs.db")
    client = create_app(settings).test_client()
    for _ in range(3):
        identity = client.post("/v1/assessments", json=article).json["id"]
        response = client.post("/v1/reports", json={"assessment": identity, "kind": "satire"})
        assert (response.status_code, response.content_type) == (503, "application/problem+json")
    assert client.post("/v1/reports", json={"assessment": "0" * 64, "kind": "satire"}).status_code == 404
    assert client.get("/readyz").status_code == 200
    # Once for the reports, once for what is known of sources.
    assert [record.levelname for record in caplog.records] == ["WARNING", "WARNING"]


def test_the_real_thing_has_its_tables_ready(
    serve: Callable[..., Any], article: dict[str, Any], file: Path
) -> None:
    service = serve(DATABASE_URL=f"sqlite:///{file}", WORKERS=2)
    identity = requests.post(f"{service.url}/v1/assessments", json=article, timeout=PATIENCE).json()["id"]
    answers = []
    while len(kept(file)) < 2:  # each process knows its own results only
        sent = {"assessment": identity, "kind": "other", "note": f"Note {len(answers)}"}
        answers.append(requests.post(f"{service.url}/v1/reports", json=sent, timeout=PATIENCE).status_code)
        assert len(answers) < 1000
    assert set(answers) <= {201, 404}
    assert service.stop() == 0
    assert "POST /v1/reports 201" in service.log
    assert "Traceback" not in service.log
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_the_example_is_what_the_service_takes(client: FlaskClient) -> None:
    described = openapi.document()["paths"]["/v1/reports"]["post"]
    example = described["requestBody"]["content"]["application/json"]["example"]
    client.post("/v1/assessments", json=examples.REQUEST)
    assert client.post("/v1/reports", json=example).status_code == 201
    for status in ("200", "201"):
        answer = described["responses"][status]["content"]["application/json"]["example"]
        assert ReportReceipt.model_validate(answer).model_dump(mode="json") == answer
    assert set(described["responses"]) == {"200", "201", "400", "404", "413", "415", "429", "503"}


def test_the_document_names_every_field_and_kind() -> None:
    section = DOCUMENT.partition("\n## Reports\n")[2].partition("\n## ")[0]
    rows = set(re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE))
    assert rows == set(ReportRequest.model_fields) | set(get_args(Kind)) | {"kind"}
    assert f"{MAX_NOTE:,} code points" in section


def test_a_day_later_it_is_another_report(client: FlaskClient, known: str, file: Path) -> None:
    sent = {"assessment": known, "kind": "satire"}
    first = client.post("/v1/reports", json=sent).json
    yesterday = datetime.fromisoformat(first["received"]) - timedelta(days=1)
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE reports SET received = ?", (f"{yesterday:%Y-%m-%d %H:%M:%S}.000000",))
    again = client.post("/v1/reports", json=sent)
    assert again.status_code == 201
    assert again.json["id"] != first["id"]


def test_what_two_senders_say_is_two_reports(client: FlaskClient, known: str, file: Path) -> None:
    sent = {"assessment": known, "kind": "satire"}
    for address in ("203.0.113.77", "203.0.113.78", "2001:db8::1", "2001:db8::2", "::ffff:203.0.113.77"):
        client.post("/v1/reports", json=sent, environ_base={"REMOTE_ADDR": address})
    assert len({row["sender"] for row in kept(file)}) == len(kept(file)) == 3


def test_more_than_are_taken_in_a_day_are_refused(known: str, file: Path, article: dict[str, Any]) -> None:
    client = create_app(Settings(database_url=f"sqlite:///{file}", reports_per_day=2)).test_client()
    client.post("/v1/assessments", json=article)

    def send(note: str, address: str = "203.0.113.77") -> TestResponse:
        sent = {"assessment": known, "kind": "other", "note": note}
        return client.post("/v1/reports", json=sent, environ_base={"REMOTE_ADDR": address})

    assert [send(note).status_code for note in "ABACA"] == [201, 201, 200, 429, 200]
    refused = send("D")
    assert refused.content_type == "application/problem+json"
    assert 1 <= int(refused.headers["Retry-After"]) <= 24 * 3600
    assert "Retry-After" in refused.headers["Access-Control-Expose-Headers"]
    assert send("D", "203.0.113.78").status_code == 201


@pytest.mark.parametrize(
    ("proxies", "forwarded", "senders"),
    [
        (0, ("203.0.113.1", "203.0.113.2"), 1),  # anybody can write that header
        (1, ("203.0.113.1", "203.0.113.2"), 2),
        (
            1,
            ("203.0.113.1, 198.51.100.1", "203.0.113.2, 198.51.100.1"),
            1,
        ),  # only the last is the proxy's word
        (2, ("203.0.113.1, 198.51.100.1", "203.0.113.2, 198.51.100.1"), 2),
    ],
)
def test_behind_proxies_a_sender_is_who_they_say(
    file: Path, article: dict[str, Any], proxies: int, forwarded: tuple[str, str], senders: int
) -> None:
    migrate(f"sqlite:///{file}")
    client = create_app(Settings(database_url=f"sqlite:///{file}", trusted_proxies=proxies)).test_client()
    identity = client.post("/v1/assessments", json=article).json["id"]
    for chain in forwarded:
        sent = {"assessment": identity, "kind": "satire"}
        client.post("/v1/reports", json=sent, headers={"X-Forwarded-For": chain})
    assert len(kept(file)) == senders
