"""Passwords: which are taken, and how they are kept.

Rules by NIST SP 800-63B-4: length counts, composition does not, and what
everybody tries first is refused.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import pairwise

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST, LONGEST = 12, 1_000  # characters
# What may be wrong with a password, and how that is said.
FAULTS = {
    "short": f"it must have at least {SHORTEST} characters",
    "long": f"it must have at most {LONGEST:,} characters",
    "name": "it is the user's name",
    "common": "it is among the first that anybody would try: common words, keys in a row, repetition",
}
_OWN_CHARACTERS = 5  # different ones that a password needs beside the words and runs below
_WORDS = (
    "password passwort passwd passphrase secret geheim letmein welcome willkommen login access "
    "administrator admin moderator master manager superuser root guest user test default changeme "
    "touchstone iloveyou sunshine princess football baseball basketball superman batman starwars pokemon "
    "dragon monkey shadow summer winter spring autumn sommer monday friday january december hello qwerty "
    "qwertz azerty asdf zxcv trustno internet computer samsung google facebook whatever freedom flower "
    "cheese cookie chocolate pepper ginger killer soccer hockey hunter ranger thomas michael jennifer "
    "jordan daniel andrew charlie jessica ashley amanda matthew"
).split()
_ROWS = ("qwertyuiop", "qwertzuiop", "azertyuiop", "asdfghjkl", "zxcvbnm", "yxcvbnm", "1234567890")
_DISGUISES = str.maketrans("@$!0134578", "asioleastb")


_HASHER = PasswordHasher()


class Passwords:
    """Argon2id with the parameters of ``hasher``. Safe to share between threads."""

    def __init__(self, hasher: PasswordHasher = _HASHER) -> None:
        self._hasher = hasher

    def hash(self, password: str) -> str:
        """Return what to keep of ``password``."""
        return self._hasher.hash(_normal(password))

    def fits(self, password: str, kept: str | None) -> bool:
        """Return whether ``kept`` was made of ``password``; it takes as long where there is none."""
        nobodys = _nobodys(self._hasher)  # made for the first to ask, whoever it is
        try:
            fits = self._hasher.verify(nobodys if kept is None else kept, _normal(password))
        except (VerificationError, InvalidHashError):
            return False
        return fits and kept is not None

    def outdated(self, kept: str) -> bool:
        """Return whether ``kept`` was made with other parameters than are used today."""
        return self._hasher.check_needs_rehash(kept)


@cache
def _nobodys(hasher: PasswordHasher) -> str:
    return hasher.hash("nobody has this password")


def fault(password: str, name: str) -> str | None:
    """Return why ``name`` can't have ``password``, as a key of ``FAULTS``."""
    plain = _normal(password)
    if len(plain) < SHORTEST:
        return "short"
    if len(plain) > LONGEST:
        return "long"
    plain = plain.casefold()
    if plain == name.casefold():
        return "name"
    variants = (plain, plain.translate(_DISGUISES))
    return "common" if any(_guessable(variant, name.casefold()) for variant in variants) else None


def _normal(password: str) -> str:
    """Let the same characters be the same however a keyboard composes them."""
    return unicodedata.normalize("NFKC", password)


def _guessable(password: str, name: str) -> bool:
    for word in (name, *_WORDS):
        password = password.replace(word, "")
    own = [after for before, after in pairwise("\0" + password) if not _in_a_run(before, after)]
    return len(set(own)) < _OWN_CHARACTERS


def _in_a_run(before: str, after: str) -> bool:
    """Return whether ``after`` repeats ``before`` or is next to it, in the alphabet or on a keyboard."""
    if abs(ord(before) - ord(after)) <= 1:
        return True
    return any(before + after in row or after + before in row for row in _ROWS)
