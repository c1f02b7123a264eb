"""Find out whether somebody knows a user's password."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta

from server.services.passwords import LONGEST, Passwords, fault
from server.services.throttling import Throttle
from server.store.records.model import Credentials
from server.store.records.users import Users

_NAME = re.compile(r"[a-z0-9][a-z0-9._@+-]{0,63}")


class WrongCredentialsError(Exception):
    """Name and password don't belong together, or that user may not come in; which of them is not said."""


class TooManyAttemptsError(Exception):
    """Nobody may try under this name or from this address for so many ``seconds``, whatever the password."""

    def __init__(self, wait: timedelta) -> None:
        super().__init__()
        self.seconds = max(1, round(wait.total_seconds()))


class PasswordRefusedError(Exception):
    """The new password won't do; ``fault`` is a key of ``FAULTS`` in :mod:`server.services.passwords`."""

    def __init__(self, fault: str) -> None:
        super().__init__(fault)
        self.fault = fault


class Prover:
    """Holds passwords against those kept, slowly for who keeps guessing. Safe to share between threads."""

    def __init__(self, users: Users, passwords: Passwords, throttle: Throttle) -> None:
        self._users = users
        self._passwords = passwords
        self._throttle = throttle

    def prove(self, name: str, password: str, address: str | None, now: datetime) -> Credentials:
        """Return what is kept of who is called ``name`` and has ``password``.

        Raises:
            WrongCredentialsError: after as much work as for the right password.
            TooManyAttemptsError: without looking at the password.
            RecordsUnavailableError: where the database fails.
        """
        wait = self._throttle.begin(name, address, now)
        if wait is not None:
            raise TooManyAttemptsError(wait)
        known = self._users.named(name) if is_name(name) else None  # a database takes not every character
        # Whoever is meant, or nobody, one hash is computed: time tells nothing of who works here.
        fits = self._passwords.fits(password[: LONGEST + 1], known.password if known else None)
        if known is None or not fits or known.user.disabled:
            raise WrongCredentialsError
        self._throttle.succeeded(name, address, now)
        return self._renewed(known, password)

    def acceptable(self, password: str, name: str) -> str:
        """Return what to keep of a new password for ``name``.

        Raises:
            PasswordRefusedError: where it is too easy to guess.
        """
        if found := fault(password, name):
            raise PasswordRefusedError(found)
        return self._passwords.hash(password)

    def forgive(self, name: str, now: datetime) -> None:
        """Let ``name`` try at once.

        Raises:
            RecordsUnavailableError: where the database can't be written.
        """
        self._throttle.forget(name, now)

    def _renewed(self, known: Credentials, password: str) -> Credentials:
        """Keep the password with the parameters of today, now that it is at hand."""
        if known.password is None or not self._passwords.outdated(known.password):
            return known
        newer = self._passwords.hash(password)
        changed = self._users.rehash(known.user.name, known.password, newer)
        return replace(known, password=newer) if changed else known


def normal_name(name: str) -> str:
    """Return a user's name as it is kept: names that differ in case only are one."""
    return name.strip().casefold()


def is_name(name: str) -> bool:
    """Return whether a user could be called ``name``."""
    return bool(_NAME.fullmatch(name))
