"""Verified assessments, and the counts of them that domains are known by."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID, uuid4

from sqlalchemy import Connection, Row, delete, func, insert, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from server.core.sketch import SAME, similarity
from server.store.records import domains
from server.store.records.counting import count
from server.store.records.database import Database
from server.store.records.model import Verified
from server.store.records.tables import ASSESSMENTS, CONTENTS, DISAGREEMENTS

_LOCK = 0x617373657373  # any number that no other part of the records uses
_MOST_LIKE_IT = 100  # articles under one path that are compared: with a query each, there may be many
_MOST_CONTENTS = 100  # content ids of one article: renderings differ, but not without end


class Assessments:
    """The verified assessments in a database. An article counts once for its domain."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, verified: Verified) -> bool:
        """Keep ``verified`` in place of what was known of the same article; tell whether none was.

        The same article of the domain has the same text, the same address,
        or, under another host, the same path and a similar text. Read again
        it is as old as before, unless it was rewritten. The counts of the
        domain and of its signals change in the same transaction.

        Raises:
            RecordsUnavailableError: where the database can't be written.
        """
        with self._database.transaction(_LOCK) as connection:
            domains.ensure(connection, verified.domain, verified.verified)
            url = _address(connection, verified)
            known = _known(connection, verified, url)
            first = _first_verified(known, verified)
            count(connection, verified.domain, known, verified, first)
            article = _write(connection, verified, first, url, [row.id for row in known])
            _link(connection, article, verified)
        return not known


def _address(connection: Connection, verified: Verified) -> str:
    """Return ``url``, unless another article has it: a site may give one address for all its pages."""
    if verified.url == verified.found:
        return verified.url
    holder = connection.execute(
        select(ASSESSMENTS.c.sketch).where(
            ASSESSMENTS.c.domain == verified.domain, ASSESSMENTS.c.url == verified.url
        )
    ).scalar_one_or_none()
    taken = holder is not None and similarity(holder, verified.sketch) < SAME
    return verified.found if taken else verified.url


def _known(connection: Connection, verified: Verified, url: str) -> Sequence[Row[Any]]:
    """Return what is kept of the same article, the oldest first; mostly nothing or one."""
    of_domain = select(ASSESSMENTS).where(ASSESSMENTS.c.domain == verified.domain)
    same = connection.execute(
        of_domain.where(or_(ASSESSMENTS.c.digest == verified.digest, ASSESSMENTS.c.url == url))
    ).all()
    like_it = connection.execute(
        of_domain.where(ASSESSMENTS.c.path == _path(url))
        .order_by(ASSESSMENTS.c.verified.desc())
        .limit(_MOST_LIKE_IT)
    ).all()
    similar = (row for row in like_it if similarity(row.sketch, verified.sketch) >= SAME)
    found = {row.id: row for row in (*same, *similar)}
    return sorted(found.values(), key=lambda row: (row.first_verified, str(row.id)))


def _first_verified(known: Sequence[Row[Any]], verified: Verified) -> datetime:
    """Return when this text, or one much like it, was first verified: to read it again is no new evidence."""
    same = (
        row.first_verified
        for row in known
        if row.digest == verified.digest or similarity(row.sketch, verified.sketch) >= SAME
    )
    return min(same, default=verified.verified)


def _write(
    connection: Connection, verified: Verified, first: datetime, url: str, known: Sequence[UUID]
) -> UUID:
    """Keep ``verified`` under the first id that was known, or a new one, and return that id."""
    values = {
        "domain": verified.domain,
        "url": url,
        "path": _path(url),
        "content_id": verified.content_id,
        "ruleset": verified.ruleset,
        "title": verified.title,
        "published": verified.published,
        "verified": verified.verified,
        "first_verified": first,
        "origin": verified.origin,
        "level": verified.level,
        "score": verified.score,
        "digest": verified.digest,
        "sketch": verified.sketch,
        "findings": dict(verified.findings),
    }
    if not known:
        article = uuid4()
        connection.execute(insert(ASSESSMENTS).values(id=article, **values))
        return article
    article, *others = known
    if others:  # taken for several articles so far
        for table in (CONTENTS, DISAGREEMENTS):
            connection.execute(update(table).where(table.c.assessment.in_(others)).values(assessment=article))
        connection.execute(delete(ASSESSMENTS).where(ASSESSMENTS.c.id.in_(others)))
    connection.execute(update(ASSESSMENTS).where(ASSESSMENTS.c.id == article).values(**values))
    return article


def _link(connection: Connection, article: UUID, verified: Verified) -> None:
    """Let the content ids lead to ``article``, those of readers' as far as there is room."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    linked = connection.execute(
        select(func.count()).select_from(CONTENTS).where(CONTENTS.c.assessment == article)
    ).scalar_one()
    room = max(0, _MOST_CONTENTS - linked)
    for content in dict.fromkeys((verified.content_id, *verified.also[:room])):
        connection.execute(
            dialect.insert(CONTENTS)
            .values(content_id=content, assessment=article)
            .on_conflict_do_update(index_elements=["content_id"], set_={"assessment": article})
        )


def _path(url: str) -> str:
    return urlsplit(url).path or "/"
