"""The audit log: only ever added to, each entry chained to the one before by its hash."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, func, insert, select

from server.store.records.database import Database, take_turns
from server.store.records.tables import LOG

_LOCK = 0x6C6F67  # any number that no other part of the records uses
_START = "0" * 64  # what the first entry is chained to
_BATCH = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry. ``details`` are JSON values; ``hash`` covers all the rest and the hash before."""

    number: int
    at: datetime
    actor: str
    action: str
    subject: str
    details: Mapping[str, Any]
    previous: str
    hash: str


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the chain: the last entry's number and hash, which seals all before it."""

    number: int
    hash: str


def append(
    connection: Connection, at: datetime, actor: str, action: str, subject: str, **details: Any
) -> None:
    """Add an entry in the transaction that does what it tells of: both are kept, or neither.

    To be called last in a transaction: from here on others wait.
    """
    take_turns(connection, _LOCK)
    last = connection.execute(select(LOG.c.number, LOG.c.hash).order_by(LOG.c.number.desc()).limit(1)).first()
    number, previous = (last.number + 1, last.hash) if last else (1, _START)
    row = {
        "number": number,
        "at": at.replace(microsecond=0),
        "actor": actor,
        "action": action,
        "subject": subject,
        "details": json.dumps(details, ensure_ascii=False, sort_keys=True),
        "previous": previous,
    }
    connection.execute(insert(LOG).values(**row, hash=_hash(row)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which entries are asked for: all, or those that are as given. ``case.`` is any action on a case."""

    subject: str | None = None
    actor: str | None = None
    action: str | None = None

    def conditions(self) -> Iterator[ColumnElement[bool]]:
        """Yield what must hold of an entry."""
        if self.subject:
            yield LOG.c.subject == self.subject
        if self.actor:
            yield LOG.c.actor == self.actor
        if self.action:
            yield LOG.c.action.startswith(self.action, autoescape=True)


class AuditLog:
    """The log in a database, to be read and verified."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def entries(self, subject: str | None = None) -> Iterator[Entry]:
        """Yield all entries, or those on ``subject``, oldest first, as they stood at the beginning.

        Raises:
            RecordsUnavailableError: where the database can't be read.
        """
        yield from map(made, self._rows(Wanted(subject=subject)))

    def page(self, wanted: Wanted, offset: int, size: int) -> tuple[list[Entry], int]:
        """Return ``size`` entries, newest first, and how many there are in all.

        Raises:
            RecordsUnavailableError: where the database can't be read.
        """
        conditions = list(wanted.conditions())
        some = select(LOG).where(*conditions).order_by(LOG.c.number.desc()).offset(offset).limit(size)
        with self._database.reading() as connection:
            count = connection.scalar(select(func.count()).select_from(LOG).where(*conditions)) or 0
            return [made(row) for row in connection.execute(some).mappings()], count

    def head(self) -> Head | None:
        """Return the last entry's number and hash: who keeps them elsewhere can tell if it is gone later.

        Raises:
            RecordsUnavailableError: where the database can't be read.
        """
        wanted = select(LOG.c.number, LOG.c.hash).order_by(LOG.c.number.desc()).limit(1)
        with self._database.reading() as connection:
            last = connection.execute(wanted).first()
        return last and Head(last.number, last.hash)

    def faults(self, expected: Head | None = None) -> Iterator[str]:
        """Yield what is wrong with the chain, in words; nothing where it holds.

        That the last entries are gone can't be told from the chain itself, but
        from a head that was ``expected`` because somebody kept it elsewhere.

        Raises:
            RecordsUnavailableError: where the database can't be read.
        """
        number, previous, met = 0, _START, expected is None
        for row in self._rows(Wanted()):
            number += 1
            if row["number"] != number:
                yield _missing(number, row["number"] - 1)
                number = row["number"]
            if row["previous"] != previous:
                yield f"entry {number} does not follow the one before it"
            previous = row["hash"]
            if _hash(dict(row)) != previous:
                yield f"entry {number} has been changed"
            if expected and expected.number == number:
                met = True
                if expected.hash != previous:
                    yield f"entry {number} is not the one that was expected"
        if expected and not met:
            yield f"entry {expected.number} was expected, and the log ends with {number}"

    def _rows(self, wanted: Wanted) -> Iterator[RowMapping]:
        # The cursor is closed even if nobody reads to the end.
        asked = select(LOG).where(*wanted.conditions()).order_by(LOG.c.number)
        with (
            self._database.reading() as connection,
            connection.execute(asked, execution_options={"yield_per": _BATCH}) as found,
        ):
            yield from found.mappings()


def made(row: RowMapping) -> Entry:
    """Return a row of the table as an entry."""
    return Entry(**{**row, "details": json.loads(row["details"])})


def _missing(first: int, last: int) -> str:
    return f"entry {first} is missing" if first >= last else f"entries {first} to {last} are missing"


def _hash(row: Mapping[str, Any]) -> str:
    sealed = {**row, "at": row["at"].isoformat()}
    sealed.pop("hash", None)
    text = json.dumps(sealed, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
