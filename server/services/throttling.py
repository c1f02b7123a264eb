"""Slow down who keeps guessing, without keeping who it is."""

from __future__ import annotations

import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from server.networks import network_of

_FIRST_PAUSE, _LONGEST_PAUSE = 5, 900  # seconds
_KEY = "attempts"


@dataclass(frozen=True, slots=True)
class Pace:
    """So many attempts are free; each one more doubles the wait for the next."""

    free: int

    def pause(self, attempts: int) -> timedelta:
        """Return how long to wait after so many attempts."""
        if attempts < self.free:
            return timedelta()
        # From the eighth doubling on the longest pause applies: no need for the powers beyond.
        doublings = min(attempts - self.free, 8)
        return timedelta(seconds=min(_LONGEST_PAUSE, _FIRST_PAUSE * 2**doublings))


# Behind one address there may be a whole house.
OF_A_NAME, OF_AN_ADDRESS = Pace(5), Pace(30)


class Counts(Protocol):
    """What throttling asks of the records; each may raise ``RecordsUnavailableError``."""

    def begin(self, pauses: Mapping[str, Callable[[int], timedelta]], now: datetime) -> datetime | None:
        """Count an attempt under every key, or return when the next may be made."""

    def forget(self, key: str) -> None:
        """Begin anew with a key."""

    def take_back(self, key: str) -> None:
        """Count one attempt less."""


class Throttle:
    """Attempts to sign in, by name and by network address.

    Both are kept for a day at most and only as digests with a key that
    ``key_of_the_day`` gives for a name and a moment and that is thrown away.
    """

    def __init__(self, counts: Counts, key_of_the_day: Callable[[str, datetime], str]) -> None:
        self._counts = counts
        self._key = key_of_the_day

    def begin(self, name: str, address: str | None, now: datetime) -> timedelta | None:
        """Count an attempt as failed until it turns out otherwise, or return how long to wait for one."""
        pauses = {self._of_name(name, now): OF_A_NAME.pause}
        if address is not None:
            pauses[self._of_address(address, now)] = OF_AN_ADDRESS.pause
        until = self._counts.begin(pauses, now)
        return None if until is None else until - now

    def succeeded(self, name: str, address: str | None, now: datetime) -> None:
        """Forget the attempts for a name, and the last one from an address.

        Not all of the address: else one's own account would buy guesses at others'.
        """
        self.forget(name, now)
        if address is not None:
            self._counts.take_back(self._of_address(address, now))

    def forget(self, name: str, now: datetime) -> None:
        """Forget the attempts for a name."""
        self._counts.forget(self._of_name(name, now))

    def _of_name(self, name: str, now: datetime) -> str:
        return self._digest(f"name {name}", now)

    def _of_address(self, address: str, now: datetime) -> str:
        return self._digest(f"address {network_of(address)}", now)

    def _digest(self, text: str, now: datetime) -> str:
        return hmac.new(bytes.fromhex(self._key(_KEY, now)), text.encode(), "sha256").hexdigest()
