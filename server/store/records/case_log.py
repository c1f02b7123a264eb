"""What the audit log says of a case."""

from __future__ import annotations

from sqlalchemy import Connection, select

from server.store.records import log
from server.store.records.tables import LOG

_MOST = 20


def changes(connection: Connection, domain: str) -> list[log.Entry]:
    """Return the last entries on the case of ``domain``, oldest first."""
    wanted = (
        select(LOG)
        .where(LOG.c.subject == domain, LOG.c.action.startswith("case.", autoescape=True))
        .order_by(LOG.c.number.desc())
        .limit(_MOST)
    )
    return [log.made(row) for row in connection.execute(wanted).mappings()][::-1]
