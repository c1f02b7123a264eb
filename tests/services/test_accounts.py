"""Signing in and out, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from sqlalchemy import func, select

from server.services.accounts import AccountService, Opened, UnknownSubjectError
from server.services.proving import PasswordRefusedError, TooManyAttemptsError, WrongCredentialsError
from server.services.throttling import OF_A_NAME, OF_AN_ADDRESS
from server.store.records.model import Role
from server.store.records.tables import ATTEMPTS, LOG, SECRETS, SESSIONS, USERS
from tests.accounts import IDLE, OTHER_PASSWORD, PASSWORD, PATIENCE, WHOLE, CountingHasher, House

HERE, THERE = "203.0.113.7", "198.51.100.7"


@pytest.fixture
def house(records_url: str) -> Iterator[House]:
    """One moderator, and an administrator beside."""
    house = House(records_url)
    house.people.add("ann", Role.MODERATOR, "test", password=PASSWORD)
    house.people.add("root", Role.ADMINISTRATOR, "test", password=OTHER_PASSWORD)
    return house


@pytest.fixture
def accounts(house: House) -> AccountService:
    return house.accounts


def is_in(accounts: AccountService, opened: Opened) -> bool:
    return accounts.signed_in(opened.secret) is not None


def everything_kept(house: House) -> str:
    """Return every value in the tables about people."""
    with house.database.reading() as connection:
        return "\n".join(
            repr(row._asdict())
            for table in (USERS, SESSIONS, ATTEMPTS, LOG)
            for row in connection.execute(select(table))
        )


def test_who_knows_the_password_is_in(house: House, accounts: AccountService) -> None:
    opened = accounts.sign_in(" Ann ", PASSWORD, HERE)
    found = accounts.signed_in(opened.secret)
    assert found == opened.signed_in
    assert (found.user.name, found.user.role) == ("ann", Role.MODERATOR)
    assert accounts.has_password(found.user)
    assert found.session.expires - found.session.started == WHOLE
    assert house.logged()[-1] == ("ann", "signed in", "ann")


@pytest.mark.parametrize(
    ("name", "password"),
    [
        ("ann", OTHER_PASSWORD),
        ("ann", ""),
        ("ann", PASSWORD.upper()),
        ("nobody", PASSWORD),
        ("", ""),
        ("ann\0", PASSWORD),
        ("x" * 100_000, "y" * 100_000),
    ],
)
def test_who_does_not_is_not_in_and_costs_one_hash(house: House, name: str, password: str) -> None:
    with pytest.raises(WrongCredentialsError) as caught:
        house.accounts.sign_in(name, password, HERE)
    assert str(caught.value) == ""
    assert len(house.hasher.verified) == 1
    assert house.logged()[-1][1] == "user added"


def test_a_disabled_user_and_one_without_a_password_cost_one_hash_too(house: House) -> None:
    house.people.add("elsewhere", Role.READER, "test", subject="https://id.example 7")
    house.people.disable("ann", "test")
    for name in ("ann", "elsewhere"):
        with pytest.raises(WrongCredentialsError):
            house.accounts.sign_in(name, PASSWORD, HERE)
    assert len(house.hasher.verified) == 2


def test_the_secret_is_kept_nowhere_nor_any_password_or_address(house: House) -> None:
    opened = house.accounts.sign_in("ann", PASSWORD, HERE)
    with pytest.raises(WrongCredentialsError):
        house.accounts.sign_in("ann", OTHER_PASSWORD, THERE)
    kept = everything_kept(house)
    for telling in (opened.secret, PASSWORD, OTHER_PASSWORD, HERE, THERE):
        assert telling not in kept
    assert opened.secret not in repr(opened)
    assert opened.signed_in.session.digest in kept


def test_what_was_never_given_out_opens_nothing(accounts: AccountService) -> None:
    opened = accounts.sign_in("ann", PASSWORD)
    for secret in ("", "x", opened.signed_in.session.digest, opened.secret[:-1], f"{opened.secret}=", "\0"):
        assert accounts.signed_in(secret) is None


def test_each_sign_in_has_a_secret_of_its_own_and_replaces_the_one_before(accounts: AccountService) -> None:
    first, second = accounts.sign_in("ann", PASSWORD), accounts.sign_in("ann", PASSWORD)
    third = accounts.sign_in("ann", PASSWORD, replaces=first.secret)
    assert len({first.secret, second.secret, third.secret}) == 3
    assert [is_in(accounts, opened) for opened in (first, second, third)] == [False, True, True]


def test_another_ones_session_in_the_same_browser_ends_too(accounts: AccountService) -> None:
    before = accounts.sign_in("root", OTHER_PASSWORD)
    accounts.sign_in("ann", PASSWORD, replaces=before.secret)
    assert not is_in(accounts, before)


def test_a_session_that_is_not_used_ends(house: House, accounts: AccountService) -> None:
    opened = accounts.sign_in("ann", PASSWORD)
    house.clock.now += IDLE - timedelta(seconds=1)
    assert is_in(accounts, opened)
    house.clock.now += IDLE - timedelta(seconds=1)
    assert is_in(accounts, opened)
    house.clock.now += IDLE
    assert not is_in(accounts, opened)
    assert accounts.sessions(opened.signed_in.user.id) == []


def test_a_session_ends_in_the_end_however_it_is_used(house: House, accounts: AccountService) -> None:
    opened = accounts.sign_in("ann", PASSWORD)
    end = house.clock.now + WHOLE
    while house.clock.now + timedelta(minutes=30) < end:
        house.clock.advance(minutes=30)
        assert is_in(accounts, opened)
    house.clock.now = end - timedelta(seconds=1)
    assert is_in(accounts, opened)
    house.clock.now = end
    assert not is_in(accounts, opened)


def test_use_is_noted_once_a_minute_only(house: House, accounts: AccountService) -> None:
    opened = accounts.sign_in("ann", PASSWORD)
    seen = []
    for _ in range(4):
        house.clock.advance(seconds=20)
        assert is_in(accounts, opened)
        [session] = accounts.sessions(opened.signed_in.user.id)
        seen.append((house.clock.now - session.seen).seconds)
    assert seen == [20, 40, 0, 20]


def test_what_is_over_is_deleted_with_the_next_sign_in(house: House, accounts: AccountService) -> None:
    accounts.sign_in("ann", PASSWORD)
    house.clock.now += WHOLE
    accounts.sign_in("root", OTHER_PASSWORD)
    with house.database.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(SESSIONS)) == 1


def test_signing_out_ends_one_session_and_everywhere_all(house: House, accounts: AccountService) -> None:
    first, second, third = (accounts.sign_in("ann", PASSWORD) for _ in range(3))
    others = accounts.sign_in("root", OTHER_PASSWORD)
    accounts.sign_out(first.signed_in)
    accounts.sign_out(first.signed_in)
    assert [is_in(accounts, opened) for opened in (first, second, third)] == [False, True, True]
    accounts.sign_out_everywhere(second.signed_in.user)
    assert [is_in(accounts, opened) for opened in (second, third, others)] == [False, False, True]
    assert [action for _, action, _ in house.logged()[-2:]] == ["signed out", "signed out everywhere"]


def test_ones_sessions_are_listed_the_last_used_first(house: House, accounts: AccountService) -> None:
    first = accounts.sign_in("ann", PASSWORD)
    accounts.sign_in("root", OTHER_PASSWORD)
    house.clock.advance(minutes=2)
    second = accounts.sign_in("ann", PASSWORD)
    house.clock.advance(minutes=2)
    assert is_in(accounts, first)
    listed = [session.digest for session in accounts.sessions(first.signed_in.user.id)]
    assert listed == [first.signed_in.session.digest, second.signed_in.session.digest]


def test_a_new_password_ends_the_other_sessions_and_the_old_one(
    house: House, accounts: AccountService
) -> None:
    this, other = accounts.sign_in("ann", PASSWORD), accounts.sign_in("ann", PASSWORD)
    accounts.change_password(this.signed_in, PASSWORD, "nine yellow buckets", HERE)
    assert (is_in(accounts, this), is_in(accounts, other)) == (True, False)
    with pytest.raises(WrongCredentialsError):
        accounts.sign_in("ann", PASSWORD)
    assert accounts.sign_in("ann", "nine yellow buckets")
    assert ("ann", "password changed", "ann") in house.logged()


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        (OTHER_PASSWORD, "nine yellow buckets", WrongCredentialsError),
        ("", "nine yellow buckets", WrongCredentialsError),
        (PASSWORD, "short", PasswordRefusedError),
    ],
)
def test_a_password_is_not_changed_without_the_old_one_or_to_a_bad_one(
    accounts: AccountService, old: str, new: str, error: type[Exception]
) -> None:
    this, other = accounts.sign_in("ann", PASSWORD), accounts.sign_in("ann", PASSWORD)
    with pytest.raises(error):
        accounts.change_password(this.signed_in, old, new, HERE)
    assert is_in(accounts, other)
    assert accounts.sign_in("ann", PASSWORD)


def test_guessing_the_old_password_is_slowed_down_too(accounts: AccountService) -> None:
    this = accounts.sign_in("ann", PASSWORD)
    for _ in range(OF_A_NAME.free):
        with pytest.raises(WrongCredentialsError):
            accounts.change_password(this.signed_in, "a guess of mine", "nine yellow buckets", HERE)
    with pytest.raises(TooManyAttemptsError):
        accounts.change_password(this.signed_in, PASSWORD, "nine yellow buckets", HERE)


def test_a_disabled_user_is_out_at_once_and_stays_out_when_enabled(
    house: House, accounts: AccountService
) -> None:
    opened = accounts.sign_in("ann", PASSWORD)
    house.people.disable("ann", "root")
    assert not is_in(accounts, opened)
    house.people.enable("ann", "root")
    assert not is_in(accounts, opened)
    assert accounts.sign_in("ann", PASSWORD)


def test_another_role_holds_from_the_next_request(house: House, accounts: AccountService) -> None:
    opened = accounts.sign_in("ann", PASSWORD)
    house.people.set_role("ann", Role.READER, "root")
    found = accounts.signed_in(opened.secret)
    assert found is not None
    assert found.user.role is Role.READER


def guess(accounts: AccountService, name: str, address: str | None, times: int) -> None:
    for _ in range(times):
        with pytest.raises(WrongCredentialsError):
            accounts.sign_in(name, "a guess of mine", address)


def wait_for(accounts: AccountService, name: str, address: str | None = None) -> int:
    """Return how long even who knows the password has to wait."""
    with pytest.raises(TooManyAttemptsError) as caught:
        accounts.sign_in(name, PASSWORD, address)
    return caught.value.seconds


def test_who_keeps_guessing_waits_longer_each_time_wherever_from(
    house: House, accounts: AccountService
) -> None:
    addresses = (f"203.0.113.{number}" for number in range(100))
    guess(accounts, "ann", next(addresses), OF_A_NAME.free - 1)
    waits = []
    for address in (next(addresses) for _ in range(12)):
        guess(accounts, "ann", address, 1)
        waits.append(wait_for(accounts, "ann", next(addresses)))
        house.clock.advance(seconds=waits[-1])
    assert waits == [5, 10, 20, 40, 80, 160, 320, 640, 900, 900, 900, 900]


def test_the_right_password_is_refused_during_the_wait_and_not_even_looked_at(house: House) -> None:
    guess(house.accounts, "ann", HERE, OF_A_NAME.free)
    looked = len(house.hasher.verified)
    assert wait_for(house.accounts, "ann") == 5
    house.clock.advance(seconds=2)
    assert wait_for(house.accounts, "ann") == 3  # asking during the wait makes it no longer
    assert len(house.hasher.verified) == looked
    house.clock.advance(seconds=3)
    assert house.accounts.sign_in("ann", PASSWORD, HERE)


def test_a_name_that_nobody_has_is_slowed_down_alike(accounts: AccountService) -> None:
    guess(accounts, "nobody", HERE, OF_A_NAME.free)
    assert wait_for(accounts, "nobody") == 5
    assert accounts.sign_in("ann", PASSWORD, HERE)


def test_success_forgets_the_failures_for_a_name(accounts: AccountService) -> None:
    for _ in range(3):
        guess(accounts, "ann", None, OF_A_NAME.free - 1)
        assert accounts.sign_in("ann", PASSWORD)


def test_an_address_that_tries_many_names_waits_and_ones_own_account_buys_nothing(
    accounts: AccountService,
) -> None:
    for number in range(OF_AN_ADDRESS.free):
        guess(accounts, f"user{number}", HERE, 1)
        if number % 10 == 0:
            accounts.sign_in("ann", PASSWORD, HERE)
    assert wait_for(accounts, "ann", HERE) == 5
    assert accounts.sign_in("ann", PASSWORD, THERE)


def test_a_network_of_ipv6_counts_as_one_address(accounts: AccountService) -> None:
    for number in range(OF_AN_ADDRESS.free):
        guess(accounts, f"user{number}", f"2001:db8:0:1::{number:x}", 1)
    assert wait_for(accounts, "ann", "2001:db8:0:1:ffff::1") == 5
    assert accounts.sign_in("ann", PASSWORD, "2001:db8:0:2::1")


def test_addresses_of_ipv4_within_ipv6_are_told_apart(accounts: AccountService) -> None:
    for number in range(OF_AN_ADDRESS.free):
        guess(accounts, f"user{number}", f"::ffff:{HERE}", 1)
    assert wait_for(accounts, "ann", HERE) == 5
    assert accounts.sign_in("ann", PASSWORD, f"::ffff:{THERE}")


def test_attempts_are_forgotten_after_a_day(house: House, accounts: AccountService) -> None:
    guess(accounts, "ann", HERE, OF_A_NAME.free)
    house.clock.advance(days=1)
    accounts.sign_in("ann", PASSWORD, THERE)
    with house.database.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(ATTEMPTS)) == 1  # of the address just now
        assert connection.scalar(select(func.count()).select_from(SECRETS)) == 1


def test_guesses_at_the_same_time_gain_nothing(records_url: str, house: House) -> None:
    crowd = 12
    start = Barrier(crowd)
    houses = [house, House(records_url, house.clock)]  # as in two processes

    def attempt(number: int) -> str:
        start.wait(PATIENCE)
        try:
            houses[number % 2].accounts.sign_in("ann", "a guess of mine", HERE)
        except (WrongCredentialsError, TooManyAttemptsError) as error:
            return type(error).__name__
        return "in"

    with ThreadPoolExecutor(crowd) as people:
        outcomes = sorted(people.map(attempt, range(crowd)))
    wrong = ["WrongCredentialsError"] * OF_A_NAME.free
    assert outcomes == ["TooManyAttemptsError"] * (crowd - OF_A_NAME.free) + wrong


def test_many_may_sign_in_at_the_same_time(records_url: str, house: House) -> None:
    names = [f"user{number}" for number in range(8)]
    for name in names:
        house.people.add(name, Role.READER, "test", password=PASSWORD)
    start = Barrier(len(names))
    houses = [house, House(records_url, house.clock)]

    def sign_in(number: int) -> Opened:
        start.wait(PATIENCE)
        return houses[number % 2].accounts.sign_in(names[number], PASSWORD, HERE)

    with ThreadPoolExecutor(len(names)) as people:
        opened = list(people.map(sign_in, range(len(names))))
    assert [one.signed_in.user.name for one in opened] == names
    assert all(is_in(house.accounts, one) for one in opened)
    assert sorted(subject for _, action, subject in house.logged() if action == "signed in") == names


def test_a_password_is_hashed_anew_when_the_parameters_have_moved_on(records_url: str, house: House) -> None:
    before = house.users.named("ann")
    dearer = House(records_url, house.clock, CountingHasher(16))
    opened = dearer.accounts.sign_in("ann", PASSWORD)
    after = house.users.named("ann")
    assert before is not None
    assert after is not None
    assert ("m=8," in str(before.password), "m=16," in str(after.password)) == (True, True)
    assert is_in(house.accounts, opened)
    assert dearer.accounts.sign_in("ann", PASSWORD)
    assert house.users.named("ann") == after


def test_who_proved_an_old_password_gets_no_session(house: House) -> None:
    proved = house.users.named("ann")
    assert proved is not None
    session = house.accounts.sign_in("ann", PASSWORD).signed_in.session
    house.people.set_password("ann", "nine yellow buckets", "root")
    assert not house.sessions.start(session, proved, "by password")


def test_by_openid_connect_only_who_was_bound_to_the_subject_is_in(house: House) -> None:
    house.people.add("eve", Role.READER, "test", subject="https://id.example 7")
    opened = house.accounts.sign_in_as("https://id.example 7")
    assert opened.signed_in.user.name == "eve"
    assert not house.accounts.has_password(opened.signed_in.user)
    for subject in ("https://id.example 8", "https://other.example 7", "eve", "ann"):
        with pytest.raises(UnknownSubjectError) as caught:
            house.accounts.sign_in_as(subject)
        assert caught.value.subject == subject
    house.people.disable("eve", "root")
    assert not is_in(house.accounts, opened)
    with pytest.raises(WrongCredentialsError):
        house.accounts.sign_in_as("https://id.example 7")
