"""One's own account, and the list of users."""

from __future__ import annotations

from typing import Any

import pytest

from server.app.foundations import create_database
from server.config import Settings
from server.services.people import PeopleService
from server.store.records.log import AuditLog
from server.store.records.model import Role
from tests.accounts import OTHER_PASSWORD, PASSWORD

ACCOUNT, PEOPLE = "/desk/account", "/desk/people"


def change_password(visitor: Any, old: str, new: str, same: str | None = None) -> Any:
    return visitor.post(
        "/desk/account/password",
        ACCOUNT,
        old_password=old,
        new_password=new,
        same_password=new if same is None else same,
    )


def test_a_new_password_ends_the_other_sessions(enter: Any, visitor: Any) -> None:
    this, other = enter("ann"), enter("ann")
    response = change_password(this, PASSWORD, OTHER_PASSWORD)
    assert response.status_code == 303
    assert "Your password is changed" in this.get(response.headers["Location"]).text
    assert (this.is_in(), other.is_in()) == (True, False)
    assert visitor.sign_in("ann", PASSWORD).status_code == 422
    assert visitor.sign_in("ann", OTHER_PASSWORD).status_code == 303


@pytest.mark.parametrize(
    ("old", "new", "same", "said"),
    [
        (OTHER_PASSWORD, OTHER_PASSWORD, OTHER_PASSWORD, "This is not your password"),
        (PASSWORD, OTHER_PASSWORD, PASSWORD, "not the same as the new password"),
        (PASSWORD, "short", "short", "at least 12 characters"),
        (PASSWORD, "password1234", "password1234", "among the first that anybody would try"),
    ],
)
def test_what_is_wrong_with_a_new_password_is_said_and_nothing_changed(
    enter: Any, visitor: Any, old: str, new: str, same: str, said: str
) -> None:
    response = change_password(enter("ann"), old, new, same)
    assert response.status_code == 422
    assert said in response.text
    assert f'"{new}"' not in response.text
    assert visitor.sign_in("ann", PASSWORD).status_code == 303


def test_guessing_the_present_password_has_to_wait(enter: Any) -> None:
    visitor = enter("ann")
    for _ in range(5):
        change_password(visitor, "a guess of mine", OTHER_PASSWORD)
    response = change_password(visitor, PASSWORD, OTHER_PASSWORD)
    assert response.status_code == 429
    assert int(response.headers["Retry-After"]) > 0


def test_ones_sessions_are_listed_and_nobody_elses(enter: Any) -> None:
    visitor, _, _ = enter("ann"), enter("ann"), enter("rea")
    page = visitor.get(ACCOUNT).text
    assert page.count("<tr>") == 3
    assert page.count("(this one)") == 1


def test_an_administrator_changes_roles_and_disables_and_all_is_logged(
    enter: Any, people: PeopleService, settings: Settings
) -> None:
    root, ann = enter("root"), enter("ann")
    assert root.post("/desk/people/ann", PEOPLE, do="role", role="reader").status_code == 303
    assert root.post("/desk/people/ann", PEOPLE, do="disable").status_code == 303
    assert "no, since" in root.get(PEOPLE).text
    assert not ann.is_in()
    assert root.post("/desk/people/ann", PEOPLE, do="enable").status_code == 303
    [user] = [user for user in people.all() if user.name == "ann"]
    assert (user.role, user.disabled) == (Role.READER, None)
    log = AuditLog(create_database(settings))
    done = [(entry.actor, entry.action) for entry in log.entries("ann") if entry.actor == "root"]
    assert done == [("root", "role changed"), ("root", "user disabled"), ("root", "user enabled")]
    assert list(log.faults()) == []


@pytest.mark.parametrize("fields", [{"do": "disable"}, {"do": "role", "role": "reader"}])
def test_the_last_administrator_stays(enter: Any, fields: dict[str, str]) -> None:
    root = enter("root")
    response = root.post("/desk/people/root", PEOPLE, **fields)
    assert response.status_code == 422
    assert "root is the last administrator" in response.text
    assert root.get(PEOPLE).status_code == 200


@pytest.mark.parametrize("fields", [{}, {"do": "promote"}, {"do": "role"}, {"do": "role", "role": "emperor"}])
def test_what_the_page_does_not_offer_is_refused(enter: Any, fields: dict[str, str]) -> None:
    assert enter("root").post("/desk/people/ann", PEOPLE, **fields).status_code == 400


def test_who_is_not_there_is_said_so(enter: Any) -> None:
    response = enter("root").post("/desk/people/nobody", PEOPLE, do="disable")
    assert response.status_code == 422
    assert "there is no user nobody" in response.text
