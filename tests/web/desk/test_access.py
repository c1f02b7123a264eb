"""Who may see what at the desk, and which forms are taken."""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID

import pytest
from flask import Flask

from server.app.foundations import create_database
from server.app.people import create_accounts
from server.config import Settings
from server.services.people import PeopleService
from server.store.records.model import Role
from server.web.desk import create_desk
from server.web.desk.access import Access
from tests.accounts import PASSWORD

ACCOUNT = "/desk/account"
FOR_ADMINISTRATORS = [("GET", "/desk/people"), ("POST", "/desk/people/ann")]


def routes(app: Flask) -> list[tuple[str, str]]:
    return sorted(
        (method, re.sub("<uuid:[a-z_]+>", str(UUID(int=0)), rule.rule).replace("<name>", "ann"))
        for rule in app.url_map.iter_rules()
        if rule.endpoint.startswith("desk.")
        for method in (rule.methods or set()) & {"GET", "POST"}
    )


def test_all_but_the_way_in_is_closed_to_who_is_not_signed_in(app: Flask, visitor: Any) -> None:
    token = visitor.token("/desk/sign-in")
    checked = 0
    for method, path in routes(app):
        if path != "/desk/sign-in":
            response = visitor.client.open(
                path, method=method, data={"csrf": token} if method == "POST" else None
            )
            assert response.status_code == 303, (method, path)
            assert response.headers["Location"].startswith("/desk/sign-in?next=/desk"), (method, path)
            checked += 1
    assert checked >= 7


@pytest.mark.parametrize(("method", "path"), FOR_ADMINISTRATORS)
@pytest.mark.parametrize("name", ["rea", "ann"])
def test_the_wrong_role_is_told_in_plain_words(enter: Any, name: str, method: str, path: str) -> None:
    visitor = enter(name)
    data = {"csrf": visitor.token(ACCOUNT), "do": "disable"} if method == "POST" else None
    response = visitor.client.open(path, method=method, data=data)
    assert response.status_code == 403
    assert "This page is not for your role" in response.text
    assert "It is for administrators; you are signed in as" in response.text
    assert enter("ann").is_in()


def test_the_navigation_holds_what_the_role_may_see(enter: Any) -> None:
    assert "/desk/people" not in enter("ann").get(ACCOUNT).text
    assert "/desk/people" in enter("root").get(ACCOUNT).text


def posts(app: Flask) -> list[str]:
    return [path for method, path in routes(app) if method == "POST"]


def test_no_form_is_taken_without_the_token_of_its_session(app: Flask, enter: Any) -> None:
    visitor, other = enter("root"), enter("root")
    visitor.get("/desk/sign-in")
    wrong = ["", "x", "\ud7ff", other.token(ACCOUNT), visitor.client.get_cookie("desk", path="/desk").value]
    paths = posts(app)
    assert len(paths) >= 5
    for path in paths:
        for fields in ({}, *({"csrf": token} for token in wrong)):
            response = visitor.client.post(path, data=fields)
            assert response.status_code == 403, path
            assert "This form is out of date" in response.text
    assert visitor.is_in()
    assert other.is_in()


def test_the_form_to_sign_in_needs_the_token_of_its_cookie(app: Flask, visitor: Any) -> None:
    sent = {"name": "ann", "password": PASSWORD}
    assert visitor.client.post("/desk/sign-in", data=sent).status_code == 403
    mine = visitor.token("/desk/sign-in")
    stranger = type(visitor)(app)
    assert stranger.client.post("/desk/sign-in", data=sent | {"csrf": mine}).status_code == 403
    stranger.get("/desk/sign-in")
    assert stranger.client.post("/desk/sign-in", data=sent | {"csrf": mine}).status_code == 403
    assert visitor.client.post("/desk/sign-in", data=sent | {"csrf": mine}).status_code == 303


def test_a_token_from_before_signing_in_is_worth_nothing_after(visitor: Any) -> None:
    early = visitor.token("/desk/sign-in")
    visitor.sign_in("ann")
    response = visitor.client.post("/desk/sign-out-everywhere", data={"csrf": early})
    assert response.status_code == 403


@pytest.mark.parametrize(
    ("headers", "taken"),
    [
        ({"Sec-Fetch-Site": "same-origin", "Origin": "null"}, True),
        ({"Sec-Fetch-Site": "none"}, True),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Sec-Fetch-Site": "cross-site"}, False),
        ({"Origin": "http://localhost"}, True),
        ({"Origin": "null"}, True),
        ({"Origin": "http://localhost.elsewhere.example"}, False),
        ({"Origin": "https://elsewhere.example"}, False),
    ],
)
def test_no_form_is_taken_from_another_site_even_with_the_token(
    enter: Any, headers: dict[str, str], taken: bool
) -> None:
    visitor = enter("ann")
    response = visitor.post("/desk/sign-out", ACCOUNT, headers)
    assert response.status_code == (303 if taken else 403)
    assert visitor.is_in() != taken


def test_what_another_site_sends_is_not_shown_on_our_page(visitor: Any) -> None:
    sent = {"reason": "words of another site"}
    response = visitor.client.post(
        "/desk/account/password", data=sent, headers={"Sec-Fetch-Site": "cross-site"}
    )
    assert response.status_code == 403
    assert "another site</h1>" in response.text
    assert "words of" not in response.text


def test_a_disabled_user_is_out_with_the_next_click(people: PeopleService, enter: Any) -> None:
    visitor = enter("ann")
    people.disable("ann", "root")
    assert not visitor.is_in()
    assert visitor.sign_in("ann").status_code == 422


def test_another_role_holds_from_the_next_click(people: PeopleService, enter: Any) -> None:
    visitor = enter("root")
    people.set_role("ann", Role.ADMINISTRATOR, "test")
    people.set_role("root", Role.READER, "test")
    assert visitor.get("/desk/people").status_code == 403


def taken_away(people: PeopleService, visitor: Any, what: str) -> int:
    """Take from somebody what the next form needs; return the status that it is answered with."""
    if what == "role":
        people.set_role("ann", Role.READER, "test")
        return 403
    if what == "session":
        visitor.client.delete_cookie("desk", path="/desk")
        return 401
    return 403  # the token


@pytest.mark.parametrize("what", ["role", "session", "token"])
@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/desk/cases/example.org/decide", {"outcome": "watch", "reason": "Satire<b>"}),
        ("/desk/cases/example.org/note", {"text": "Nachrichtensatire<b>"}),
        ("/desk/disagreements", {"label": "1", "reason": "Names\nnobody.<b>"}),
    ],
)
def test_what_was_written_is_given_back_when_the_form_is_refused(
    people: PeopleService, enter: Any, what: str, path: str, fields: dict[str, str]
) -> None:
    """One word too, and nothing else that was in the form."""
    visitor = enter("ann")
    token = visitor.token(ACCOUNT)
    status = taken_away(people, visitor, what)
    sent = {"csrf": "x" if what == "token" else token, "version": "two words", "domain": "a b"}
    response = visitor.client.post(path, data=sent | fields)
    assert response.status_code == status
    [written] = [value for name, value in fields.items() if name in {"reason", "text"}]
    given_back = re.findall(r'<pre class="typed">(.*?)</pre>', response.text, re.DOTALL)
    assert given_back == [written.replace("<b>", "&lt;b&gt;")]


def test_a_view_that_does_not_say_whom_it_is_for_is_shown_to_nobody(
    settings: Settings, people: PeopleService, app: Flask, enter: Any
) -> None:
    accounts = create_accounts(settings, create_database(settings))
    desk = create_desk(Access(accounts), accounts, people)
    desk.get("/forgotten")(lambda: "for whom?")
    other = Flask("server.web", static_folder=None)
    other.register_blueprint(app.blueprints["pages"])
    other.register_blueprint(desk)
    visitor = enter("root")
    visitor.client.application = other
    response = visitor.get("/desk/forgotten")
    assert response.status_code == 500
    assert "for whom?" not in response.text
