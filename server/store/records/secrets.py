"""Keys that all processes share."""

from __future__ import annotations

from datetime import datetime
from secrets import token_hex

from sqlalchemy import delete, insert, select

from server.store.records.database import Database
from server.store.records.tables import SECRETS

_LOCK = 0x736563726574  # any number that no other part of the records uses


class Secrets:
    """The keys in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_the_day(self, name: str, now: datetime) -> str:
        """Return a key of 64 hex digits that is one for all processes during a day of UTC's.

        The next day's takes its place: what was digested with the old one can
        be told from nothing any more, not even by who has the database.

        Raises:
            RecordsUnavailableError: where the database fails.
        """
        since = _day(now)
        kept = select(SECRETS.c.value).where(SECRETS.c.name == name, SECRETS.c.made >= since)
        with self._database.reading() as connection:
            if found := connection.scalar(kept):
                return str(found)
        with self._database.transaction(_LOCK) as connection:
            if found := connection.scalar(kept):  # another was quicker
                return str(found)
            value = token_hex(32)
            connection.execute(delete(SECRETS).where(SECRETS.c.name == name))
            connection.execute(insert(SECRETS).values(name=name, value=value, made=now))
        return value

    def forget_old(self, now: datetime) -> None:
        """Delete the keys of earlier days; for days on which nobody asks for one.

        Raises:
            RecordsUnavailableError: where the database can't be written.
        """
        with self._database.transaction(_LOCK) as connection:
            connection.execute(delete(SECRETS).where(SECRETS.c.made < _day(now)))


def _day(now: datetime) -> datetime:
    return now.replace(hour=0, minute=0, second=0, microsecond=0)
