"""Lists of domains that others keep: imported whole, replaced whole, each with where it comes from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlalchemy import Connection, delete, func, insert, select

from server.store.records import log
from server.store.records.database import Database
from server.store.records.tables import LISTINGS, LISTS, LOG

_LOCK = 0x6C69737473  # any number that no other part of the records uses
_IMPORTED, _REMOVED = "list imported", "list removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class DomainList:
    """A list: ``source`` is an address or a citation, ``as_of`` the date of what it says."""

    id: str
    name: str
    source: str
    licence: str
    as_of: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of a list: ``host`` is what it names, ``domain`` the registrable domain of that."""

    host: str
    domain: str
    category: str
    score: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedList:
    """A list as it is kept, with the number of its entries."""

    about: DomainList
    imported: datetime
    entries: int


class Lists:
    """The lists in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[ImportedList]:
        """Return every list, by name.

        Raises:
            RecordsUnavailableError: where the database can't be read.
        """
        entries = select(func.count()).where(LISTINGS.c.list == LISTS.c.id).scalar_subquery()
        wanted = select(LISTS, entries.label("entries")).order_by(LISTS.c.name, LISTS.c.id)
        with self._database.reading() as connection:
            rows = connection.execute(wanted).mappings().all()
        return [
            ImportedList(
                about=DomainList(**{name: row[name] for name in DomainList.__slots__}),
                imported=row["imported"],
                entries=row["entries"],
            )
            for row in rows
        ]

    def replace(self, about: DomainList, entries: Sequence[Entry], now: datetime, actor: str) -> None:
        """Put a list in the place of any of the same id, all or nothing.

        Raises:
            RecordsUnavailableError: where the database can't be written.
        """
        with self._database.transaction(_LOCK) as connection:
            _replace(connection, about, entries, now, actor)

    def wants(self, about: DomainList) -> bool:
        """Whether the list is to be brought along: there of an earlier date, or neither there nor removed.

        Raises:
            RecordsUnavailableError: where the database can't be read.
        """
        with self._database.reading() as connection:
            return _wants(connection, about)

    def bring(self, about: DomainList, entries: Sequence[Entry], now: datetime, actor: str) -> bool:
        """Do as :meth:`replace` if the list is still wanted; of several processes one does. Return whether.

        Raises:
            RecordsUnavailableError: where the database can't be written.
        """
        with self._database.transaction(_LOCK) as connection:
            wanted = _wants(connection, about)
            if wanted:
                _replace(connection, about, entries, now, actor)
        return wanted

    def remove(self, identity: str, now: datetime, actor: str) -> bool:
        """Forget a list, and return whether there was one.

        Raises:
            RecordsUnavailableError: where the database can't be written.
        """
        with self._database.transaction(_LOCK) as connection:
            found = _remove(connection, identity)
            if found:
                log.append(connection, now, actor, _REMOVED, _subject(identity))
        return found


def _wants(connection: Connection, about: DomainList) -> bool:
    kept = connection.scalar(select(LISTS.c.as_of).where(LISTS.c.id == about.id))
    if kept is not None:
        return bool(kept < about.as_of)
    last = (
        select(LOG.c.action).where(LOG.c.subject == _subject(about.id)).order_by(LOG.c.number.desc()).limit(1)
    )
    return bool(connection.scalar(last) != _REMOVED)


def _replace(
    connection: Connection, about: DomainList, entries: Sequence[Entry], now: datetime, actor: str
) -> None:
    _remove(connection, about.id)
    connection.execute(insert(LISTS).values(**asdict(about), imported=now))
    if entries:
        connection.execute(insert(LISTINGS), [{"list": about.id, **asdict(entry)} for entry in entries])
    details = {"source": about.source, "as_of": about.as_of.isoformat(), "entries": len(entries)}
    log.append(connection, now, actor, _IMPORTED, _subject(about.id), **details)


def _remove(connection: Connection, identity: str) -> bool:
    connection.execute(delete(LISTINGS).where(LISTINGS.c.list == identity))
    return bool(connection.execute(delete(LISTS).where(LISTS.c.id == identity)).rowcount)


def _subject(identity: str) -> str:
    return f"list {identity}"
