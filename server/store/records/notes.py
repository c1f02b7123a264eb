"""What moderators tell each other about a case. Within a transaction of who calls."""

from __future__ import annotations

from dataclasses import asdict
from uuid import UUID

from sqlalchemy import Connection, insert, select

from server.store.records.case_model import Note
from server.store.records.tables import NOTES, USERS


def add(connection: Connection, case: UUID, note: Note) -> None:
    """Keep a new note."""
    values = asdict(note)
    del values["author_name"]
    connection.execute(insert(NOTES).values(case=case, **values))


def of_case(connection: Connection, case: UUID) -> list[Note]:
    """Return all notes on a case, first to last."""
    columns = (NOTES.c.id, NOTES.c.author, NOTES.c.written, NOTES.c.text, USERS.c.name.label("author_name"))
    wanted = (
        select(*columns)
        .join(USERS, USERS.c.id == NOTES.c.author)
        .where(NOTES.c.case == case)
        .order_by(NOTES.c.written, NOTES.c.id)
    )
    return [Note(**row) for row in connection.execute(wanted).mappings()]
