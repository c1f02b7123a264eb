"""Users of the desk for tests: real services on a real database, with a clock that tests set."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from argon2 import PasswordHasher

from server.services.accounts import AccountService, Lifetimes
from server.services.passwords import Passwords
from server.services.people import PeopleService
from server.services.proving import Prover
from server.services.throttling import Throttle
from server.store.records.attempts import Attempts
from server.store.records.database import Database
from server.store.records.log import AuditLog
from server.store.records.secrets import Secrets
from server.store.records.sessions import Sessions
from server.store.records.users import Users

PATIENCE = 60.0  # seconds, for what takes a moment on any machine
PASSWORD = "seven green kettles"
OTHER_PASSWORD = "eleven blue ladders"
NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
IDLE, WHOLE = timedelta(minutes=60), timedelta(hours=12)


class Clock:
    """Stands still unless told."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **by: float) -> None:
        self.now += timedelta(**by)


class CountingHasher(PasswordHasher):
    """Argon2, cheap, that counts how often it is asked to verify."""

    def __init__(self, memory_kibibytes: int = 8) -> None:
        super().__init__(time_cost=1, memory_cost=memory_kibibytes, parallelism=1)
        self.verified: list[str] = []

    def verify(self, hash: str | bytes, password: str | bytes) -> bool:  # noqa: A002 - argon2's name for it
        self.verified.append(str(hash))
        return super().verify(hash, password)


class House:
    """Everything about accounts on the database at ``url``, as one process has it."""

    def __init__(self, url: str, clock: Clock | None = None, hasher: CountingHasher | None = None) -> None:
        self.clock = clock or Clock()
        self.hasher = hasher or CountingHasher()
        self.database = Database(url, PATIENCE, retry_seconds=0)
        self.users = Users(self.database)
        self.sessions = Sessions(self.database)
        throttle = Throttle(Attempts(self.database), Secrets(self.database).of_the_day)
        prover = Prover(self.users, Passwords(self.hasher), throttle)
        self.accounts = AccountService(self.users, self.sessions, prover, Lifetimes(IDLE, WHOLE), self.clock)
        self.people = PeopleService(self.users, prover, self.clock)

    def logged(self) -> list[tuple[str, str, str]]:
        """Return actor, action and subject of every entry of the audit log, whose chain must hold."""
        log = AuditLog(self.database)
        assert list(log.faults()) == []
        return [(entry.actor, entry.action, entry.subject) for entry in log.entries()]
