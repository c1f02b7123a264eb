"""How often something was tried, by digests that name neither person nor address."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select, update

from server.store.records.database import Database
from server.store.records.tables import ATTEMPTS

_LOCK = 0x747279  # any number that no other part of the records uses
_FORGOTTEN = timedelta(days=1)

Pause = Callable[[int], timedelta]


class Attempts:
    """The counts in a database. ``since`` in a row is when it was last tried; a day later it is forgotten."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, pauses: Mapping[str, Pause], now: datetime) -> datetime | None:
        """Count an attempt under every key, or count nothing and return when the next may be made.

        ``pauses`` says for each key how long to wait after so many attempts.
        An attempt counts before its outcome is known, so that many at once
        gain nothing; :meth:`forget` and :meth:`take_back` make up for it.

        Raises:
            RecordsUnavailableError: where the database can't be written.
        """
        with self._database.transaction(_LOCK) as connection:
            _forget_old(connection, now)
            rows = connection.execute(select(ATTEMPTS).where(ATTEMPTS.c.key.in_(pauses))).mappings().all()
            until = max((row["since"] + pauses[row["key"]](row["count"]) for row in rows), default=now)
            if until > now:
                return until
            known = [row["key"] for row in rows]
            more = {"count": ATTEMPTS.c.count + 1, "since": now}
            connection.execute(update(ATTEMPTS).where(ATTEMPTS.c.key.in_(known)).values(more))
            new = [{"key": key, "since": now, "count": 1} for key in pauses if key not in known]
            if new:
                connection.execute(insert(ATTEMPTS), new)
        return None

    def forget(self, key: str) -> None:
        """Begin anew with ``key``.

        Raises:
            RecordsUnavailableError: where the database can't be written.
        """
        with self._database.transaction(_LOCK) as connection:
            connection.execute(delete(ATTEMPTS).where(ATTEMPTS.c.key == key))

    def take_back(self, key: str) -> None:
        """Count one attempt less under ``key``.

        Raises:
            RecordsUnavailableError: where the database can't be written.
        """
        with self._database.transaction(_LOCK) as connection:
            less = {"count": ATTEMPTS.c.count - 1}
            connection.execute(update(ATTEMPTS).where(ATTEMPTS.c.key == key).values(less))

    def forget_old(self, now: datetime) -> None:
        """Delete what is a day old; for days on which nothing is tried.

        Raises:
            RecordsUnavailableError: where the database can't be written.
        """
        with self._database.transaction(_LOCK) as connection:
            _forget_old(connection, now)


def _forget_old(connection: Connection, now: datetime) -> None:
    connection.execute(delete(ATTEMPTS).where(ATTEMPTS.c.since <= now - _FORGOTTEN))
