"""Who is signed in. Of a session's secret only a digest is kept."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, insert, select, update

from server.store.records.database import Database
from server.store.records.log import append
from server.store.records.model import Credentials, Session, User
from server.store.records.tables import SESSIONS, USERS
from server.store.records.users import LOCK, end_sessions, user_of

_SEEN_LOCK = 0x7365656E  # any number that no other part of the records uses


class Sessions:
    """The sessions in a database.

    Every method raises ``RecordsUnavailableError`` where the database fails.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def start(self, session: Session, proved: Credentials, how: str, replaces: str | None = None) -> bool:
        """Begin ``session`` in place of the one of digest ``replaces``, and forget all that are over.

        ``False`` where the user was disabled, or what they ``proved`` to know
        was changed, while it was being checked.
        """
        still = (
            USERS.c.id == proved.user.id,
            USERS.c.disabled.is_(None),
            USERS.c.password.is_not_distinct_from(proved.password),
            USERS.c.subject.is_not_distinct_from(proved.subject),
        )
        over = (SESSIONS.c.expires <= session.started) | (SESSIONS.c.digest == replaces)
        with self._database.transaction(LOCK) as connection:
            connection.execute(delete(SESSIONS).where(over))
            if connection.execute(select(USERS.c.id).where(*still)).first() is None:
                return False
            connection.execute(
                insert(SESSIONS).values(
                    digest=session.digest,
                    user=session.user,
                    started=session.started,
                    seen=session.seen,
                    expires=session.expires,
                )
            )
            name = proved.user.name
            append(connection, session.started, name, "signed in", name, how=how)
        return True

    def forget_old(self, now: datetime) -> None:
        """Delete the sessions that are over; for days on which nobody signs in."""
        with self._database.transaction(LOCK) as connection:
            connection.execute(delete(SESSIONS).where(SESSIONS.c.expires <= now))

    def find(self, digest: str, now: datetime, seen_since: datetime) -> tuple[User, Session] | None:
        """Return a session that is not over, and whose it is; of a disabled user none is found."""
        asked = (
            select(USERS, SESSIONS)
            .join(SESSIONS, SESSIONS.c.user == USERS.c.id)
            .where(
                SESSIONS.c.digest == digest,
                SESSIONS.c.expires > now,
                SESSIONS.c.seen > seen_since,
                USERS.c.disabled.is_(None),
            )
        )
        with self._database.reading() as connection:
            row = connection.execute(asked).first()
        if row is None:
            return None
        return user_of(row), Session(
            digest=row.digest, user=row.user, started=row.started, seen=row.seen, expires=row.expires
        )

    def see(self, digest: str, now: datetime) -> None:
        """Note that a session is in use."""
        with self._database.transaction(_SEEN_LOCK) as connection:
            connection.execute(update(SESSIONS).where(SESSIONS.c.digest == digest).values(seen=now))

    def of(self, user: UUID, now: datetime, seen_since: datetime) -> list[Session]:
        """Return a user's sessions that are not over, the latest first."""
        asked = (
            select(SESSIONS)
            .where(SESSIONS.c.user == user, SESSIONS.c.expires > now, SESSIONS.c.seen > seen_since)
            .order_by(SESSIONS.c.seen.desc(), SESSIONS.c.started.desc())
        )
        with self._database.reading() as connection:
            return [Session(**row) for row in connection.execute(asked).mappings()]

    def end(self, session: Session, name: str, at: datetime) -> None:
        """End a session of ``name``."""
        with self._database.transaction(LOCK) as connection:
            ended = connection.execute(delete(SESSIONS).where(SESSIONS.c.digest == session.digest))
            if ended.rowcount:
                append(connection, at, name, "signed out", name)

    def end_all(self, name: str, at: datetime) -> None:
        """End every session of ``name``."""
        with self._database.transaction(LOCK) as connection:
            ended = end_sessions(connection, name)
            append(connection, at, name, "signed out everywhere", name, sessions=ended)
