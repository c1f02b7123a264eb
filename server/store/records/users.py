"""Who works at the desk. Every change is logged in the transaction that makes it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, func, insert, select, update

from server.store.records.database import Database
from server.store.records.log import append
from server.store.records.model import Credentials, Role, User
from server.store.records.tables import SESSIONS, USERS

LOCK = 0x75736572  # any number that no other part of the records uses, but sessions, which hang on users


class Users:
    """The users in a database. ``actor`` is who makes a change, for the log.

    Every method raises ``RecordsUnavailableError`` where the database fails.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[User]:
        """Return everybody by name."""
        with self._database.reading() as connection:
            return [user_of(row) for row in connection.execute(select(USERS).order_by(USERS.c.name))]

    def named(self, name: str) -> Credentials | None:
        """Return who is called ``name``."""
        return self._one(USERS.c.name == name)

    def bound_to(self, subject: str) -> Credentials | None:
        """Return who signs in elsewhere as ``subject``."""
        return self._one(USERS.c.subject == subject)

    def add(self, new: Credentials, actor: str) -> bool:
        """Keep ``new``; ``False`` where another has that name or subject."""
        user = new.user
        with self._database.transaction(LOCK) as connection:
            same = USERS.c.name == user.name
            if new.subject is not None:
                same |= USERS.c.subject == new.subject
            if connection.scalar(select(func.count()).select_from(USERS).where(same)):
                return False
            row = {"id": user.id, "name": user.name, "role": user.role, "added": user.added}
            connection.execute(insert(USERS).values(**row, password=new.password, subject=new.subject))
            append(connection, user.added, actor, "user added", user.name, role=user.role)
        return True

    def set_role(self, name: str, role: Role, actor: str, at: datetime) -> bool:
        """Give ``name`` another role; ``False`` where that would leave no administrator."""
        with self._database.transaction(LOCK) as connection:
            if role is not Role.ADMINISTRATOR and _is_last_administrator(connection, name):
                return False
            before = connection.scalar(select(USERS.c.role).where(USERS.c.name == name))
            if before != role:
                _change(connection, name, role=role)
                append(connection, at, actor, "role changed", name, before=before, after=role)
        return True

    def disable(self, name: str, actor: str, at: datetime) -> bool:
        """Let ``name`` in no more, and end their sessions; ``False`` where no administrator would be left."""
        with self._database.transaction(LOCK) as connection:
            if _is_last_administrator(connection, name):
                return False
            changed = _change(connection, name, USERS.c.disabled.is_(None), disabled=at)
            end_sessions(connection, name)
            if changed:
                append(connection, at, actor, "user disabled", name)
        return True

    def enable(self, name: str, actor: str, at: datetime) -> None:
        """Let ``name`` in again."""
        with self._database.transaction(LOCK) as connection:
            if _change(connection, name, USERS.c.disabled.is_not(None), disabled=None):
                append(connection, at, actor, "user enabled", name)

    def set_password(
        self, name: str, password: str, actor: str, at: datetime, *, keep: str | None = None
    ) -> None:
        """Give ``name`` the password of this hash, and end their sessions but that of digest ``keep``."""
        with self._database.transaction(LOCK) as connection:
            _change(connection, name, password=password)
            end_sessions(connection, name, keep)
            append(connection, at, actor, "password changed", name)

    def rehash(self, name: str, before: str, after: str) -> bool:
        """Keep the same password with a newer hash; ``False`` where it was changed in between."""
        with self._database.transaction(LOCK) as connection:
            return _change(connection, name, USERS.c.password == before, password=after)

    def _one(self, which: ColumnElement[bool]) -> Credentials | None:
        with self._database.reading() as connection:
            row = connection.execute(select(USERS).where(which)).first()
        if row is None:
            return None
        return Credentials(user=user_of(row), password=row.password, subject=row.subject)


def user_of(row: Row[Any]) -> User:
    """Return the user in a row of the table."""
    return User(id=row.id, name=row.name, role=Role(row.role), added=row.added, disabled=row.disabled)


def end_sessions(connection: Connection, name: str, keep: str | None = None) -> int:
    """End the sessions of ``name`` but the one of digest ``keep``, and return how many."""
    of_user = SESSIONS.c.user.in_(select(USERS.c.id).where(USERS.c.name == name))
    others = SESSIONS.c.digest.is_distinct_from(keep)
    return connection.execute(delete(SESSIONS).where(of_user, others)).rowcount


def _change(connection: Connection, name: str, *which: ColumnElement[bool], **values: Any) -> bool:
    done = connection.execute(update(USERS).where(USERS.c.name == name, *which).values(**values))
    return done.rowcount == 1


def _is_last_administrator(connection: Connection, name: str) -> bool:
    working = select(USERS.c.name).where(USERS.c.role == Role.ADMINISTRATOR, USERS.c.disabled.is_(None))
    return list(connection.scalars(working)) == [name]
