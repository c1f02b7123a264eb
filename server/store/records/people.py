"""Who is who, within a transaction of who calls."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Connection, select

from server.store.records.model import Role, User
from server.store.records.tables import USERS


def find(connection: Connection, identity: UUID) -> User | None:
    """Return the user, if there is one."""
    columns = (USERS.c.id, USERS.c.name, USERS.c.role, USERS.c.added, USERS.c.disabled)
    row = connection.execute(select(*columns).where(USERS.c.id == identity)).mappings().one_or_none()
    return User(**{**row, "role": Role(row["role"])}) if row else None
