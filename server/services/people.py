"""Who may work at the desk: added, given a role, disabled."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import uuid4

from server.services.proving import Prover, is_name, normal_name
from server.store.records.model import Credentials, Role, User
from server.store.records.users import Users


class PeopleError(Exception):
    """Something about a user can't be so; the message says what, in words for the administrator."""


class PeopleService:
    """Keeps the users. ``actor`` is who asks for a change, for the log. Safe to share between threads.

    Every method raises ``RecordsUnavailableError`` where the database fails.
    """

    def __init__(self, users: Users, prover: Prover, clock: Callable[[], datetime]) -> None:
        self._users = users
        self._prover = prover
        self._clock = clock

    def all(self) -> list[User]:
        """Return everybody by name, disabled users too."""
        return self._users.all()

    def add(
        self, name: str, role: Role, actor: str, *, password: str | None = None, subject: str | None = None
    ) -> User:
        """Add a user who signs in with a password, as a subject of OpenID Connect's, or either way.

        Raises:
            PeopleError: where the name can't be one or is taken, or the subject is bound to another.
            PasswordRefusedError: where the password won't do.
        """
        name = normal_name(name)
        if not is_name(name):
            raise PeopleError(
                "a name has at most 64 letters without accents and digits, and after the first also . _ @ + -"
            )
        kept = None if password is None else self._prover.acceptable(password, name)
        user = User(id=uuid4(), name=name, role=role, added=self._now())
        if not self._users.add(Credentials(user=user, password=kept, subject=subject), actor):
            raise PeopleError(f"there is a user {name} already, or one who is bound to the same subject")
        return user

    def set_role(self, name: str, role: Role, actor: str) -> None:
        """Give a user another role, from their next request on.

        Raises:
            PeopleError: where there is no such user, or nobody else is an administrator.
        """
        name = self._known(name)
        if not self._users.set_role(name, role, actor, self._now()):
            raise PeopleError(f"{name} is the last administrator")

    def disable(self, name: str, actor: str) -> None:
        """Let a user in no more, and end their sessions.

        Raises:
            PeopleError: where there is no such user, or nobody else is an administrator.
        """
        name = self._known(name)
        if not self._users.disable(name, actor, self._now()):
            raise PeopleError(f"{name} is the last administrator")

    def enable(self, name: str, actor: str) -> None:
        """Let a user in again.

        Raises:
            PeopleError: where there is no such user.
        """
        self._users.enable(self._known(name), actor, self._now())

    def set_password(self, name: str, password: str, actor: str) -> None:
        """Give a user another password, end their sessions, and let them try at once.

        Raises:
            PeopleError: where there is no such user.
            PasswordRefusedError: where the password won't do.
        """
        name = self._known(name)
        self._users.set_password(name, self._prover.acceptable(password, name), actor, self._now())
        self._prover.forgive(name, self._now())

    def _known(self, name: str) -> str:
        found = self._users.named(normal_name(name)) if is_name(normal_name(name)) else None
        if found is None:
            raise PeopleError(f"there is no user {name}")
        return found.user.name

    def _now(self) -> datetime:
        return self._clock().replace(microsecond=0)
