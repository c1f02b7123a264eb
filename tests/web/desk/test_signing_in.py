"""Sign in at the desk and out again."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from server.app.application import create_app
from server.app.foundations import create_database
from server.app.people import create_people
from server.config import Settings
from server.services.throttling import OF_A_NAME
from server.store.records.migrating import migrate
from server.store.records.model import Role
from tests.accounts import PASSWORD


def change(folder: Path, statement: str) -> None:
    with closing(sqlite3.connect(folder / "records.db")) as connection, connection:
        assert connection.execute(statement).rowcount


def test_who_is_not_signed_in_is_led_to_the_form_and_back(visitor: Any) -> None:
    response = visitor.get("/desk/account?a=b%26c")
    assert response.status_code == 303
    assert response.headers["Location"] == "/desk/sign-in?next=/desk/account?a%3Db%2526c"
    form = visitor.get(response.headers["Location"])
    assert 'value="/desk/account?a=b%26c"' in form.text
    response = visitor.sign_in("ann", next="/desk/account?a=b%26c")
    assert (response.status_code, response.headers["Location"]) == (303, "/desk/account?a=b%26c")
    page = visitor.get("/desk/account")
    assert "Signed in as <strong>ann</strong>, moderator" in page.text
    assert visitor.get("/desk/sign-in?next=/desk/people").headers["Location"] == "/desk/people"


@pytest.mark.parametrize("path", ["/desk", "/desk/account", "/desk/people"])
def test_every_page_of_the_desk_is_kept_by_nobody_and_found_by_none(enter: Any, path: str) -> None:
    for response in (enter("root").get(path), enter("rea").get(path)):
        assert response.headers["Cache-Control"] == "no-store"
        assert response.headers["X-Robots-Tag"] == "noindex"


def test_the_first_page_is_one_that_there_is(enter: Any) -> None:
    visitor = enter("rea")
    response = visitor.get("/desk")
    assert response.status_code == 303
    assert visitor.get(response.headers["Location"]).status_code == 200


@pytest.mark.parametrize(
    ("public_url", "base_url", "name", "secure", "path"),
    [
        ("", "http://localhost", "desk", False, "/desk"),
        ("", "https://desk.example", "__Host-desk", True, "/"),
        ("https://desk.example", "http://localhost", "__Host-desk", True, "/"),
    ],
)
def test_cookies_are_out_of_reach_of_scripts_other_sites_and_eavesdroppers(
    settings: Settings,
    visitor: Any,
    public_url: str,
    base_url: str,
    name: str,
    secure: bool,
    path: str,
) -> None:
    app = create_app(Settings(database_url=settings.database_url, public_url=public_url))
    visitor = type(visitor)(app, base_url)
    cookies = visitor.get("/desk/sign-in").headers.getlist("Set-Cookie")
    token = visitor.token("/desk/sign-in")
    sent = {"csrf": token, "name": "ann", "password": PASSWORD}
    cookies += visitor.client.post("/desk/sign-in", data=sent, base_url=base_url).headers.getlist(
        "Set-Cookie"
    )
    assert sorted(cookie.partition("=")[0] for cookie in cookies) == [name, f"{name}-form", f"{name}-form"]
    for cookie in cookies:
        flags = set(cookie.split("; ")[1:])
        assert {"HttpOnly", "SameSite=Lax", f"Path={path}"} <= flags
        assert ("Secure" in flags) == secure
        assert not any(flag.startswith("Domain") for flag in flags)
    assert visitor.is_in()


def test_a_proxy_is_believed_only_where_the_settings_say_so(settings: Settings) -> None:
    headers = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.7"}
    for trusted, prefix in ((0, "desk-form="), (1, "__Host-desk-form=")):
        app = create_app(Settings(database_url=settings.database_url, trusted_proxies=trusted))
        response = app.test_client().get("/desk/sign-in", headers=headers)
        assert response.headers["Set-Cookie"].startswith(prefix)


def test_a_secret_from_before_signing_in_opens_nothing_after(app: Flask, visitor: Any) -> None:
    planted = "chosen-by-somebody-else"
    visitor.client.set_cookie("desk", planted, path="/desk")
    assert visitor.sign_in("ann").status_code == 303
    assert visitor.is_in()
    assert visitor.client.get_cookie("desk", path="/desk").value != planted
    thief = type(visitor)(app)
    thief.client.set_cookie("desk", planted, path="/desk")
    assert not thief.is_in()


def test_signing_in_again_ends_the_session_before(app: Flask, enter: Any) -> None:
    visitor = enter("ann")
    before = visitor.client.get_cookie("desk", path="/desk").value
    token = visitor.token("/desk/account")
    sent = {"csrf": token, "name": "rea", "password": PASSWORD}
    assert visitor.client.post("/desk/sign-in", data=sent).status_code == 303
    assert "<strong>rea</strong>" in visitor.get("/desk/account").text
    old = type(visitor)(app)
    old.client.set_cookie("desk", before, path="/desk")
    assert not old.is_in()


def test_a_wrong_password_says_so_and_keeps_the_name_only(visitor: Any) -> None:
    for name in ("ann", "nobody"):
        response = visitor.sign_in(name, "a guess of mine", next="/desk/people")
        assert response.status_code == 422
        assert "Name and password do not belong together" in response.text
        assert f'value="{name}"' in response.text
        assert 'value="/desk/people"' in response.text
        assert "a guess of mine" not in response.text
    assert not visitor.is_in()


def test_who_tries_too_often_is_told_how_long_to_wait(visitor: Any, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    for _ in range(OF_A_NAME.free):
        visitor.sign_in("ann", "a guess of mine")
    response = visitor.sign_in("ann")
    assert response.status_code == 429
    assert 1 <= int(response.headers["Retry-After"]) <= 5
    assert "the right password is refused too" in response.text
    for telling in ("guess of mine", PASSWORD, "127.0.0.1"):
        assert telling not in caplog.text


def test_signing_out_ends_the_session_and_takes_the_cookie_back(app: Flask, enter: Any) -> None:
    visitor = enter("ann")
    secret = visitor.client.get_cookie("desk", path="/desk").value
    response = visitor.post("/desk/sign-out", "/desk/account")
    assert (response.status_code, response.headers["Location"]) == (303, "/desk/sign-in")
    assert visitor.client.get_cookie("desk", path="/desk") is None
    other = type(visitor)(app)
    other.client.set_cookie("desk", secret, path="/desk")
    assert not other.is_in()


def test_signing_out_everywhere_ends_the_others_too(enter: Any) -> None:
    one, other, somebody = enter("ann"), enter("ann"), enter("rea")
    assert one.post("/desk/sign-out-everywhere", "/desk/account").status_code == 303
    assert [visitor.is_in() for visitor in (one, other, somebody)] == [False, False, True]


@pytest.mark.parametrize("column", ["seen", "expires"])
def test_a_session_that_is_over_leads_to_the_form(enter: Any, tmp_path: Path, column: str) -> None:
    visitor = enter("ann")
    change(tmp_path, f"UPDATE sessions SET {column} = '2026-01-01 00:00:00.000000'")  # noqa: S608 - ours
    assert visitor.get("/desk/account").headers["Location"].startswith("/desk/sign-in")


def test_what_was_written_for_long_is_not_lost_with_the_session(enter: Any, tmp_path: Path) -> None:
    visitor = enter("ann")
    token = visitor.token("/desk/account")
    change(tmp_path, "DELETE FROM sessions")
    sent = {"csrf": token, "old-password": "two words", "reason": "I have thought <b>long</b> about it."}
    response = visitor.client.post("/desk/account/password", data=sent)
    assert response.status_code == 401
    assert "Nothing was saved" in response.text
    assert "I have thought &lt;b&gt;long&lt;/b&gt; about it." in response.text
    assert "two words" not in response.text
    assert token not in response.text


@pytest.mark.parametrize(
    "wanted",
    [
        "https://elsewhere.example/desk",
        "//elsewhere.example/desk",
        "/\\elsewhere.example",
        "/desk\\..\\..\\elsewhere",
        "javascript:alert(1)",
        "/deskelsewhere",
        "/check",
        "/desk/\r\nSet-Cookie: a=b",
        "",
    ],
)
def test_after_signing_in_nobody_is_led_elsewhere(visitor: Any, wanted: str) -> None:
    response = visitor.sign_in("ann", next=wanted)
    assert (response.status_code, response.headers["Location"]) == (303, "/desk")
    assert visitor.get("/desk/sign-in?next=" + wanted.strip()).headers["Location"] == "/desk"


def test_where_there_are_no_users_it_is_said_how_to_add_one(tmp_path: Path) -> None:
    settings = Settings(database_url=f"sqlite:///{tmp_path}/empty.db")
    migrate(settings.database_url)
    client = create_app(settings).test_client()
    page = client.get("/desk", follow_redirects=True).text
    assert "Nobody can sign in yet" in page
    assert "python -m server users add NAME --role administrator" in page
    assert "no users" not in client.get("/").text


def test_without_records_the_desk_says_so(tmp_path: Path, enter: Any) -> None:
    visitor = enter("ann")
    change(tmp_path, "DELETE FROM attempts")
    with closing(sqlite3.connect(tmp_path / "records.db")) as connection, connection:
        connection.execute("ALTER TABLE users RENAME TO elsewhere")
    for path in ("/desk", "/desk/account", "/desk/people", "/desk/sign-in"):
        response = visitor.get(path)
        assert response.status_code == 503
        assert "The records can’t be reached just now" in response.text
        assert "Look first whether" not in response.text
        assert response.headers["Cache-Control"] == "no-store"


def test_without_records_what_was_typed_comes_back(tmp_path: Path, enter: Any) -> None:
    visitor = enter("ann")
    token = visitor.token("/desk/account")
    with closing(sqlite3.connect(tmp_path / "records.db")) as connection, connection:
        connection.execute("ALTER TABLE domains RENAME TO elsewhere")
    sent = {"csrf": token, "domain": "news.example", "reason": "Read ten articles; none names a source."}
    response = visitor.client.post("/desk/cases/new", data=sent, base_url=visitor.base_url)
    assert response.status_code == 503
    assert "Look first whether what you sent was saved" in response.text
    assert sent["reason"] in response.text


@pytest.mark.postgresql
def test_with_postgresql(postgres_url: str, visitor: Any) -> None:
    migrate(postgres_url)
    settings = Settings(database_url=postgres_url)
    create_people(create_database(settings)).add("ann", Role.ADMINISTRATOR, "test", password=PASSWORD)
    visitor = type(visitor)(create_app(settings))
    assert visitor.sign_in("ann").status_code == 303
    assert visitor.get("/desk/people").status_code == 200
    assert visitor.post("/desk/sign-out", "/desk/account").status_code == 303
    assert not visitor.is_in()


def test_the_first_start_says_how_to_add_the_first_user(serve: Callable[..., Any], tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/first.db"
    service = serve(DATABASE_URL=url)
    said = service.process.stdout.readline()
    assert said.strip().endswith("add the first user: python -m server users add NAME --role administrator")
    assert service.stop() == 0
