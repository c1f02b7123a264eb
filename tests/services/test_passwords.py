"""Which passwords are taken, and how they are kept."""

from __future__ import annotations

import unicodedata

import pytest
from argon2 import PasswordHasher
from hypothesis import given
from hypothesis import strategies as st

from server.services.passwords import FAULTS, LONGEST, SHORTEST, Passwords, fault
from tests.accounts import PASSWORD, CountingHasher


@pytest.mark.parametrize(
    "password",
    [
        PASSWORD,
        "correct horse battery staple",
        "hyj-wkq-vvt-zua",
        "зелёный чайник",
        "8305 2716 9461",
        "mein Fahrrad quietscht",
        "a" * 8 + "kjhgi" + "zpwox",
    ],
)
def test_what_is_long_and_ones_own_is_taken(password: str) -> None:
    assert fault(password, "ann") is None


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("", "short"),
        ("x1!Yz8#Qw4?", "short"),
        ("q7" * LONGEST, "long"),
        ("ann.reed@example.org", "name"),
        ("ANN.reed@Example.org", "name"),
        ("aaaaaaaaaaaa", "common"),
        ("abababababab", "common"),
        ("123456789012", "common"),
        ("abcdefghijkl", "common"),
        ("qwertyuiopas", "common"),
        ("qwertzuiop123", "common"),
        ("password1234", "common"),
        ("PasswordPassword", "common"),
        ("P@ssw0rd2026", "common"),
        ("administrator!", "common"),
        ("touchstone-2026", "common"),
        ("ann.reed@example.org1!", "common"),
        ("            ", "common"),
    ],
)
def test_what_anybody_would_try_first_is_refused(password: str, why: str) -> None:
    assert fault(password, "ann.reed@example.org") == why
    assert FAULTS[why]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40))
def test_any_text_gets_an_answer_and_short_text_none_but_short(password: str) -> None:
    found = fault(password, "ann")
    assert found is None or found in FAULTS
    if len(unicodedata.normalize("NFKC", password)) < SHORTEST:
        assert found == "short"


def test_a_password_fits_what_was_made_of_it_however_it_is_composed() -> None:
    passwords = Passwords(CountingHasher())
    kept = passwords.hash("Grüße aus Köln")
    assert kept.startswith("$argon2id$")
    assert "Köln" not in kept
    assert passwords.fits(unicodedata.normalize("NFD", "Grüße aus Köln"), kept)
    assert not passwords.fits("Grüße aus Koln", kept)
    assert passwords.hash("Grüße aus Köln") != kept


@pytest.mark.parametrize("kept", [None, "", "no hash", "$argon2id$v=19$m=8,t=1,p=1$AAAA$AAAA"])
def test_nothing_fits_what_is_no_hash(kept: str | None) -> None:
    hasher = CountingHasher()
    passwords = Passwords(hasher)
    assert not passwords.fits("nobody has this password", kept)
    assert len(hasher.verified) == 1


def test_hashes_are_outdated_when_the_parameters_move_on() -> None:
    kept = Passwords(CountingHasher()).hash(PASSWORD)
    assert not Passwords(CountingHasher()).outdated(kept)
    assert Passwords(CountingHasher(16)).outdated(kept)


def test_by_default_a_guess_costs_what_rfc_9106_asks_for() -> None:
    hasher = PasswordHasher()
    assert (hasher.time_cost, hasher.memory_cost, hasher.parallelism) == (3, 65_536, 4)
    assert "m=65536,t=3,p=4" in Passwords().hash(PASSWORD)
