"""What publishers say to their records."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import Connection, Select, func, insert, select, update

from server.store.records import log
from server.store.records.claims import publisher
from server.store.records.database import Database
from server.store.records.tables import REPLIES
from server.store.records.voices import ChangedError, Listed, Person, PublicReplies, Reply

_LOCK = 0x7265706C79  # any number that no other part of the records uses
_PAGE = 50  # replies
_BESIDE = 3  # that stand beside a record, of each kind

Judged = Literal["rejected", "shown"]
# What state each comes out of, and the log's name for it.
_JUDGEMENTS: dict[Judged, tuple[str, str]] = {
    "rejected": ("shown", "reply.rejected"),
    "shown": ("rejected", "reply.restored"),
}


class Replies:
    """The replies in a database. None is ever deleted; withdrawn or rejected it is no longer shown."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, reply: Reply, most: int) -> Reply | None:
        """Show ``reply`` and return it, or the same one that is shown already.

        ``None`` where its claim has brought ``most`` replies.

        Raises:
            RecordsUnavailableError: where the database can't be written.
        """
        mine = select(REPLIES).where(REPLIES.c.claim == reply.claim)
        same = (REPLIES.c.state == "shown", REPLIES.c.speaker == reply.speaker, REPLIES.c.text == reply.text)
        with self._database.transaction(_LOCK) as connection:
            kept = connection.execute(mine.where(*same)).mappings().first()
            if kept is not None:
                return Reply(**kept)
            if (connection.scalar(select(func.count()).select_from(mine.subquery())) or 0) >= most:
                return None
            connection.execute(insert(REPLIES).values(**asdict(reply)))
            who = publisher(reply.domain)
            log.append(connection, reply.received, who, "reply.left", reply.domain, reply=reply.id.hex)
        return reply

    def withdraw(self, reply: UUID, domain: str, at: datetime) -> bool:
        """No longer show ``reply``, by ``domain``'s own wish; return whether it is one of its that was shown.

        Raises:
            RecordsUnavailableError: where the database can't be written.
        """
        shown = (REPLIES.c.id == reply, REPLIES.c.domain == domain, REPLIES.c.state == "shown")
        with self._database.transaction(_LOCK) as connection:
            done = connection.execute(update(REPLIES).where(*shown).values(state="withdrawn", judged=at))
            if done.rowcount:
                log.append(connection, at, publisher(domain), "reply.withdrawn", domain, reply=reply.hex)
            return bool(done.rowcount)

    def judge(self, reply: UUID, state: Judged, reason: str, by: Person, at: datetime) -> Reply | None:
        """Reject a reply that is shown, or show again one that was rejected; ``None`` where there is none.

        The reason for a rejection stands beside it; the log keeps the reasons for both.

        Raises:
            ChangedError: where it is not in the other state.
            RecordsUnavailableError: where the database can't be written.
        """
        chosen = REPLIES.c.id == reply
        before, action = _JUDGEMENTS[state]
        with self._database.transaction(_LOCK) as connection:
            row = connection.execute(select(REPLIES).where(chosen)).mappings().one_or_none()
            if row is None:
                return None
            if row["state"] != before:
                raise ChangedError(row["state"])
            shown = reason if state == "rejected" else None
            changes = {"state": state, "judged": at, "judge": by.id, "reason": shown}
            connection.execute(update(REPLIES).where(chosen).values(**changes))
            log.append(connection, at, by.name, action, row["domain"], reply=reply.hex, reason=reason)
        return Reply(**{**row, **changes})

    def public(self, domain: str) -> PublicReplies:
        """Return what stands beside the record of ``domain``.

        Raises:
            RecordsUnavailableError: where the database can't be read.
        """
        with self._database.reading() as connection:
            return PublicReplies(*(newest(connection, domain, state) for state in ("shown", "rejected")))

    def page(self, number: int, state: str | None = None) -> Listed[Reply]:
        """Return a page of all, or of those in ``state``, newest first.

        Raises:
            RecordsUnavailableError: where the database can't be read.
        """
        asked = _newest() if state is None else _newest().where(REPLIES.c.state == state)
        with self._database.reading() as connection:
            rows = connection.execute(asked.limit(_PAGE + 1).offset((number - 1) * _PAGE)).mappings()
            found = [Reply(**row) for row in rows]
        return Listed(found[:_PAGE], number, more=len(found) > _PAGE)


def newest(connection: Connection, domain: str, state: str) -> list[Reply]:
    """Return those in ``state`` that stand beside the record of ``domain``, newest first."""
    wanted = _newest().where(REPLIES.c.domain == domain, REPLIES.c.state == state).limit(_BESIDE)
    return [Reply(**row) for row in connection.execute(wanted).mappings()]


def _newest() -> Select[tuple[object, ...]]:
    return select(REPLIES).order_by(REPLIES.c.received.desc(), REPLIES.c.id)
