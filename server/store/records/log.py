"""The audit log: only ever added to, each entry chained to the one before by its hash."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select

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


class AuditLog:
    """The log in a database, to be read and verified."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def entries(self, subject: str | None = None) -> Iterator[Entry]:
        """Yield all entries, or those on ``subject``, oldest first, as they stood at the beginning.

        Raises:
            RecordsUnavailableError: where the database can't be read.
        """
        wanted = select(LOG).order_by(LOG.c.number)
        if subject is not None:
            wanted = wanted.where(LOG.c.subject == subject)
        with self._database.reading() as connection:
            for row in connection.execution_options(yield_per=_BATCH).execute(wanted).mappings():
                yield Entry(**{**row, "details": json.loads(row["details"])})

    def faults(self) -> Iterator[str]:
        """Yield what is wrong with the chain, in words; nothing where it holds.

        Raises:
            RecordsUnavailableError: where the database can't be read.
        """
        number, previous = 0, _START
        for entry in self.entries():
            number += 1
            if entry.number != number:
                yield f"entry {number} is missing"
                number = entry.number
            if entry.previous != previous:
                yield f"entry {entry.number} does not follow the one before it"
            row = asdict(entry)
            row["details"] = json.dumps(row["details"], ensure_ascii=False, sort_keys=True)
            if _hash(row) != entry.hash:
                yield f"entry {entry.number} has been changed"
            previous = entry.hash


def _hash(row: Mapping[str, Any]) -> str:
    sealed = {**row, "at": row["at"].isoformat()}
    sealed.pop("hash", None)
    text = json.dumps(sealed, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
