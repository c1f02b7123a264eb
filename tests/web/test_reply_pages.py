"""The right of reply as a publisher walks through it: service, database and the publisher's site are real."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient

from server.app.application import create_app
from server.config import Settings
from server.fetch import Reason
from server.services.replying import MAX_SPEAKER, MAX_TEXT, PER_CLAIM, PER_SENDER
from server.services.site_proof import Missing
from server.store.records.claims import Refusal
from server.store.records.migrating import migrate
from tests.fetch.conftest import Site, site  # noqa: F401 - a fixture
from tests.store.people import add_domain

PATH = "/.well-known/touchstone-reply.txt"
START = "/domains/news.example/reply"
TEXT = "We correct what we get wrong.\r\n\r\n\r\nSee <b>our</b> page\r\nof corrections."
WORDS = (Path(__file__).parents[2] / "server/web/templates/_reply_words.html").read_text(encoding="utf-8")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    migrate(f"sqlite:///{tmp_path}/records.db")
    add_domain(f"sqlite:///{tmp_path}/records.db")
    return tmp_path / "records.db"


@pytest.fixture
def app(file: Path, site: Site) -> Flask:  # noqa: F811 - the fixture
    names = f"*.example=127.0.0.1:{site.port}"
    return create_app(
        Settings(database_url=f"sqlite:///{file}", fetch_allow_private=True, fetch_resolve=names)
    )


def ask(client: FlaskClient) -> tuple[str, str]:
    """Return the path of a new claim's page, and its token."""
    answer = client.post(START)
    assert answer.status_code == 303
    path = urlsplit(answer.location).path
    [token] = re.findall(r"touchstone-reply=\w+", client.get(path).text)
    return path, token


def prove(client: FlaskClient, site: Site) -> str:  # noqa: F811 - the fixture
    path, token = ask(client)
    site.put(PATH, token, ("Content-Type: text/plain",))
    assert client.post(f"{path}/proof").status_code == 303
    return path


@pytest.fixture
def page(client: FlaskClient, site: Site) -> str:  # noqa: F811 - the fixture
    """The path of a page from which replies can be left."""
    return prove(client, site)


def leave(client: FlaskClient, page: str, speaker: str = "The editors", text: str = TEXT) -> None:
    assert client.post(page, data={"speaker": speaker, "text": text}).status_code == 303


def test_from_the_first_page_to_a_reply_and_back(client: FlaskClient, site: Site) -> None:  # noqa: F811
    first = client.get(START)
    assert first.status_code == 200
    assert f"http://www.news.example{PATH}" in first.text
    path, token = ask(client)
    assert token not in first.text
    site.put(PATH, "no token", ("Content-Type: text/plain",))
    failed = client.post(f"{path}/proof")
    assert failed.status_code == 422
    assert "this token is not in it" in failed.text
    assert token in failed.text
    soon = client.post(f"{path}/proof")
    assert (soon.status_code, "One moment" in soon.text) == (429, True)
    page = prove(client, site)
    leave(client, page)
    for shown in (client.get(page).text, client.get(START).text):
        assert "<bdi>The editors</bdi>" in shown
        assert '<p dir="auto">We correct what we get wrong.</p>' in shown
        assert "See &lt;b&gt;our&lt;/b&gt; page\nof corrections.</p>" in shown
    [reply] = re.findall(r'name="reply" value="(\w+)"', client.get(page).text)
    assert client.post(f"{page}/withdraw", data={"reply": reply}).status_code == 303
    for gone in (client.get(page).text, client.get(START).text):
        assert "The editors</bdi>" not in gone


@pytest.mark.parametrize("path", ["", "/proof", "/withdraw"])
def test_only_the_secret_opens_a_claim(client: FlaskClient, page: str, path: str) -> None:
    leave(client, page)
    for secret in ("x" * 43, page.rpartition("/")[2][:-1], page.rpartition("/")[2].swapcase()):
        sent = {"speaker": "Me", "text": "A text of mine.", "reply": "0" * 32}
        assert client.post(f"{START}/{secret}{path}", data=sent).status_code == 404
    assert client.get(page.replace("news.example", "other.example")).status_code == 404
    assert "A text of mine" not in client.get(START).text


def test_what_is_secret_is_not_logged_nor_kept_by_others(
    client: FlaskClient, page: str, file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    secret = page.rpartition("/")[2]
    leave(client, page)
    answer = client.get(page)
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert '<meta name="robots" content="noindex">' in answer.text
    assert secret not in caplog.text
    assert "/domains/<domain>/reply/<secret>" in caplog.text
    assert secret.encode() not in b"".join(path.read_bytes() for path in file.parent.iterdir())


@pytest.mark.parametrize(
    ("speaker", "text", "said"),
    [
        ("", "A reply that is long enough.", ["Say who is speaking"]),
        (" \t\0\x07", "A reply that is long enough.", ["Say who is speaking"]),
        ("x" * (MAX_SPEAKER + 1), "A reply that is long enough.", ["This name is too long"]),
        ("The editors", "", ["Write your reply"]),
        ("The editors", " \r\n\r\n ", ["Write your reply"]),
        ("The editors", "too short", ["This reply is too short"]),
        ("The editors", "𝄞" * (MAX_TEXT + 1), ["This reply is too long"]),
        ("", "", ["Say who is speaking", "Write your reply"]),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(
    client: FlaskClient, page: str, speaker: str, text: str, said: list[str]
) -> None:
    answer = client.post(page, data={"speaker": speaker, "text": text})
    assert answer.status_code == 422
    for words in said:
        assert answer.text.count(words) == 2  # at the top and at the field
    assert answer.text.count('aria-invalid="true"') == len(said)
    if speaker.strip(" \t\0\x07"):
        assert f'value="{speaker}"' in answer.text
    if text.strip():
        assert f">\n{text}</textarea>" in answer.text
    assert "No reply is shown" in answer.text


def test_the_longest_that_fits_is_taken(client: FlaskClient, page: str) -> None:
    leave(client, page, "x" * MAX_SPEAKER, "𝄞" * MAX_TEXT)
    assert "𝄞" * MAX_TEXT in client.get(START).text


def test_more_than_forms_hold_by_default_comes_back_too(client: FlaskClient, page: str) -> None:
    answer = client.post(page, data={"speaker": "The editors", "text": "x" * 600_000})
    assert answer.status_code == 422
    assert "x" * 600_000 in answer.text


def test_what_can_t_be_kept_is_given_back(client: FlaskClient, page: str, file: Path) -> None:
    for number in range(PER_CLAIM):
        leave(client, page, text=f"{TEXT} {number}")
    many = client.post(page, data={"speaker": "The editors", "text": "One more of them."})
    assert (many.status_code, "One more of them." in many.text) == (409, True)
    file.rename(file.with_name("elsewhere"))
    away = client.post(page, data={"speaker": "The editors", "text": "Where did it go?"})
    assert (away.status_code, "Where did it go?" in away.text) == (503, True)
    assert (
        client.get(page).status_code == client.get(START).status_code == client.post(START).status_code == 503
    )


def test_a_page_that_has_run_out_says_so_and_gives_back_what_was_typed(
    client: FlaskClient, page: str, file: Path
) -> None:
    leave(client, page)
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE claims SET expires = '2020-01-01 00:00:00.000000'")
    for answer in (
        client.get(page),
        client.post(f"{page}/proof"),
        client.post(f"{page}/withdraw", data={"reply": "0" * 32}),
    ):
        assert answer.status_code == 410
        assert "Ask for another token" in answer.text
        assert "<textarea" not in answer.text
    for text in ("Typed in the meantime.", "short"):
        late = client.post(page, data={"speaker": "The editors", "text": text})
        assert late.status_code == 410
        assert f">\n{text}</textarea>" in late.text
    assert "<bdi>The editors</bdi>" in client.get(START).text


def test_a_page_that_nobody_keeps_anything_of_has_nothing_to_reply_to(client: FlaskClient) -> None:
    for domain in ("unknown.example", "127.0.0.1", "example", "co.uk"):
        assert client.get(f"/domains/{domain}/reply").status_code == 404
        assert client.post(f"/domains/{domain}/reply").status_code == 404
    answer = client.get("/domains/WWW.News.example/reply")
    assert (answer.status_code, answer.location) == (302, START)


def test_asking_too_often_is_refused_in_words(client: FlaskClient) -> None:
    for _ in range(PER_SENDER):
        ask(client)
    answer = client.post(START)
    assert answer.status_code == 429
    assert "come back tomorrow" in answer.text


def test_which_reply_is_meant_must_be_said(client: FlaskClient, page: str) -> None:
    for data in ({}, {"reply": "x"}):
        assert client.post(f"{page}/withdraw", data=data).status_code == 400


def test_there_are_words_for_everything_that_can_go_wrong() -> None:
    for key in (*Missing, *Reason, *(why for why in Refusal if why is not Refusal.UNKNOWN)):
        if key not in {"bad_url", "scheme", "content_type", "rules"}:  # our own address is none of these
            assert f'"{key}":' in WORDS
