"""Who may work at the desk, on both databases."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from server.services.people import PeopleError
from server.services.proving import PasswordRefusedError, WrongCredentialsError
from server.services.throttling import OF_A_NAME
from server.store.records.log import AuditLog
from server.store.records.model import Role
from tests.accounts import NOON, OTHER_PASSWORD, PASSWORD, PATIENCE, House

SHORT = "only short"


@pytest.fixture
def house(records_url: str) -> House:
    return House(records_url)


def test_roles_are_ordered() -> None:
    allowed = {(role, needed) for role in Role for needed in Role if role.may(needed)}
    assert allowed == {
        (Role.READER, Role.READER),
        (Role.MODERATOR, Role.READER),
        (Role.MODERATOR, Role.MODERATOR),
        (Role.ADMINISTRATOR, Role.READER),
        (Role.ADMINISTRATOR, Role.MODERATOR),
        (Role.ADMINISTRATOR, Role.ADMINISTRATOR),
    }


def test_users_are_added_and_listed_by_name_and_logged(house: House) -> None:
    assert house.people.all() == []
    for name in ("zo", " Ann.Reed@Example.ORG ", "bob"):
        user = house.people.add(name, Role.READER, "root", password=PASSWORD)
        assert (user.added, user.disabled) == (NOON, None)
    assert [user.name for user in house.people.all()] == ["ann.reed@example.org", "bob", "zo"]
    assert house.logged()[-1] == ("root", "user added", "bob")
    [first, *_] = AuditLog(house.database).entries()
    assert dict(first.details) == {"role": "reader"}


@pytest.mark.parametrize("name", ["", " ", "a b", "-a", "ann\0", "Zoë", "x" * 65, "command line", "\ud800"])
def test_what_can_be_no_name_is_refused(house: House, name: str) -> None:
    with pytest.raises(PeopleError, match="64 letters"):
        house.people.add(name, Role.READER, "root", password=PASSWORD)
    with pytest.raises(PeopleError, match="there is no user"):
        house.people.disable(name, "root")
    assert house.people.all() == []


def test_names_and_subjects_are_one_persons(house: House) -> None:
    house.people.add("ann", Role.READER, "root", password=PASSWORD)
    house.people.add("bob", Role.READER, "root", subject="https://id.example 7")
    for name, subject in (("ANN", None), ("carl", "https://id.example 7")):
        with pytest.raises(PeopleError, match="already"):
            house.people.add(name, Role.READER, "root", password=PASSWORD, subject=subject)
    assert len(house.people.all()) == len(house.logged()) == 2
    house.people.add("dora", Role.READER, "root", password=PASSWORD)  # no subject is not the same subject


def test_a_bad_password_adds_nobody(house: House) -> None:
    with pytest.raises(PasswordRefusedError) as caught:
        house.people.add("ann", Role.READER, "root", password=SHORT)
    assert caught.value.fault == "short"
    assert house.people.all() == house.logged() == []


def test_of_the_same_name_at_once_one_is_added(records_url: str, house: House) -> None:
    start = Barrier(8)
    houses = [house, House(records_url)]

    def add(number: int) -> bool:
        start.wait(PATIENCE)
        try:
            houses[number % 2].people.add("ann", Role.READER, "root", password=PASSWORD)
        except PeopleError:
            return False
        return True

    with ThreadPoolExecutor(8) as crowd:
        assert sorted(crowd.map(add, range(8))) == [False] * 7 + [True]
    assert len(house.logged()) == 1


def test_a_role_is_changed_and_both_are_logged(house: House) -> None:
    house.people.add("ann", Role.READER, "root", password=PASSWORD)
    house.people.set_role("Ann", Role.MODERATOR, "root")
    house.people.set_role("ann", Role.MODERATOR, "root")  # nothing to log
    [user] = house.people.all()
    assert user.role is Role.MODERATOR
    [_, entry] = AuditLog(house.database).entries()
    assert (entry.action, dict(entry.details)) == ("role changed", {"before": "reader", "after": "moderator"})


def test_users_are_disabled_and_enabled_and_logged_once_each(house: House) -> None:
    house.people.add("ann", Role.READER, "root", password=PASSWORD)
    for _ in range(2):
        house.people.disable("ann", "root")
    [user] = house.people.all()
    assert user.disabled == NOON
    for _ in range(2):
        house.people.enable("ann", "root")
    [user] = house.people.all()
    assert user.disabled is None
    assert [action for _, action, _ in house.logged()[1:]] == ["user disabled", "user enabled"]


def test_the_last_administrator_stays(house: House) -> None:
    house.people.add("ann", Role.ADMINISTRATOR, "root", password=PASSWORD)
    house.people.add("bob", Role.ADMINISTRATOR, "root", password=PASSWORD)
    house.people.disable("bob", "root")
    for attempt in (
        lambda: house.people.disable("ann", "root"),
        lambda: house.people.set_role("ann", Role.MODERATOR, "root"),
    ):
        with pytest.raises(PeopleError, match="the last administrator"):
            attempt()
    house.people.set_role("ann", Role.ADMINISTRATOR, "root")
    house.people.enable("bob", "root")
    house.people.disable("ann", "root")
    assert [(user.name, user.disabled is None) for user in house.people.all()] == [
        ("ann", False),
        ("bob", True),
    ]


def test_two_administrators_who_disable_each_other_leave_one(records_url: str, house: House) -> None:
    house.people.add("ann", Role.ADMINISTRATOR, "root", password=PASSWORD)
    house.people.add("bob", Role.ADMINISTRATOR, "root", password=PASSWORD)
    start = Barrier(2)

    def disable(name: str) -> bool:
        start.wait(PATIENCE)
        try:
            House(records_url).people.disable(name, "root")
        except PeopleError:
            return False
        return True

    with ThreadPoolExecutor(2) as crowd:
        assert sorted(crowd.map(disable, ("ann", "bob"))) == [False, True]
    assert sum(user.disabled is None for user in house.people.all()) == 1


def test_another_password_ends_sessions_and_waits(house: House) -> None:
    house.people.add("ann", Role.READER, "root", password=PASSWORD)
    opened = house.accounts.sign_in("ann", PASSWORD)
    for _ in range(OF_A_NAME.free):
        with pytest.raises(WrongCredentialsError):
            house.accounts.sign_in("ann", OTHER_PASSWORD)
    house.people.set_password("ann", OTHER_PASSWORD, "root")
    assert house.accounts.signed_in(opened.secret) is None
    assert house.accounts.sign_in("ann", OTHER_PASSWORD)
    assert ("root", "password changed", "ann") in house.logged()
