"""Publishers' claims that a domain is theirs."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, delete, exists, func, insert, or_, select, update

from server.store.records import domains, log
from server.store.records.database import Database
from server.store.records.tables import CLAIMS, DOMAINS, LISTINGS
from server.store.records.voices import Claim

_LOCK = 0x636C61696D  # any number that no other part of the records uses


class Refusal(StrEnum):
    """Why a claim is not opened."""

    UNKNOWN = "unknown"  # nothing is kept of the domain
    SENDER = "sender"  # the sender has asked too often today
    DOMAIN = "domain"  # too many claims to the domain are open


class Claims:
    """The claims in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def known(self, domain: str) -> bool:
        """Return whether anything is kept of ``domain``: then there is something to reply to.

        Raises:
            RecordsUnavailableError: where the database can't be read.
        """
        with self._database.reading() as connection:
            return _known(connection, domain)

    def open(self, claim: Claim, per_sender: int, per_domain: int) -> Refusal | None:
        """Keep ``claim``, or say why not: ``per_sender`` in a day, ``per_domain`` open without proof.

        A sender's earlier claim to the same domain lapses, so that nobody can
        take up a domain's claims alone.

        Raises:
            RecordsUnavailableError: where the database can't be written.
        """
        now = claim.asked
        unproved = CLAIMS.c.proved.is_(None)
        mine = CLAIMS.c.sender == claim.sender
        here = CLAIMS.c.domain == claim.domain
        with self._database.transaction(_LOCK) as connection:
            if not _known(connection, claim.domain):
                return Refusal.UNKNOWN
            if _count(connection, mine) >= per_sender:
                return Refusal.SENDER
            _forget_old(connection, now)
            connection.execute(update(CLAIMS).where(unproved, mine, here).values(expires=now))
            if _count(connection, unproved & here & (CLAIMS.c.expires > now)) >= per_domain:
                return Refusal.DOMAIN
            domains.ensure(connection, claim.domain, now)
            connection.execute(insert(CLAIMS).values(**asdict(claim)))
        return None

    def find(self, secret: str) -> Claim | None:
        """Return the claim with this digest of a secret.

        Raises:
            RecordsUnavailableError: where the database can't be read.
        """
        with self._database.reading() as connection:
            row = connection.execute(select(CLAIMS).where(CLAIMS.c.secret == secret)).mappings().first()
        return Claim(**row) if row else None

    def check(self, claim: UUID, at: datetime, since: datetime) -> bool:
        """Note that its file is looked for now; return false where it was ``since`` then.

        Raises:
            RecordsUnavailableError: where the database can't be written.
        """
        idle = or_(CLAIMS.c.checked.is_(None), CLAIMS.c.checked <= since)
        with self._database.transaction(_LOCK) as connection:
            done = connection.execute(update(CLAIMS).where(CLAIMS.c.id == claim, idle).values(checked=at))
            return bool(done.rowcount)

    def prove(self, claim: Claim, host: str, at: datetime, expires: datetime) -> None:
        """Note that the file was found on ``host``, once; from then on the claim lasts until ``expires``.

        Raises:
            RecordsUnavailableError: where the database can't be written.
        """
        here = (CLAIMS.c.id == claim.id) & CLAIMS.c.proved.is_(None)
        with self._database.transaction(_LOCK) as connection:
            done = connection.execute(
                update(CLAIMS).where(here).values(proved=at, host=host, expires=expires)
            )
            if done.rowcount:
                log.append(connection, at, publisher(claim.domain), "control.proved", claim.domain, host=host)

    def forget_old(self, now: datetime) -> None:
        """Delete what was never proved; for days on which nobody claims anything.

        Raises:
            RecordsUnavailableError: where the database can't be written.
        """
        with self._database.transaction(_LOCK) as connection:
            _forget_old(connection, now)


def publisher(domain: str) -> str:
    """Return how the log names whoever proved that ``domain`` is theirs."""
    return f"publisher of {domain}"


def _forget_old(connection: Connection, now: datetime) -> None:
    """Leave nothing of what was never proved, once its sender's day is over."""
    today = now.replace(hour=0, minute=0, second=0, microsecond=0)
    connection.execute(delete(CLAIMS).where(CLAIMS.c.proved.is_(None), CLAIMS.c.expires < today))


def _known(connection: Connection, domain: str) -> bool:
    kept = exists().where(DOMAINS.c.domain == domain)
    listed = exists().where(LISTINGS.c.domain == domain)
    return bool(connection.scalar(select(or_(kept, listed))))


def _count(connection: Connection, which: ColumnElement[bool]) -> int:
    return connection.scalar(select(func.count()).select_from(CLAIMS).where(which)) or 0
