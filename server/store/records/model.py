"""What the records hold, and what they raise. Imports no database."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class AddressError(ValueError):
    """The address names no database of a kind that we know; the message says what it must be."""


class RecordsUnavailableError(Exception):
    """The records can't be read or written just now; the message says nothing of what they hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a reader holds against an assessment, which is known by content id and ruleset.

    ``site``, ``level`` and ``score`` are the assessment's own, since the
    cache forgets them. ``domain`` is the registrable one. Nothing in it is
    about the reader: ``sender`` is a digest with a salt that is thrown away
    daily, so that it only tells reports of one day apart.
    """

    id: UUID
    received: datetime
    assessment: str
    ruleset: str
    site: str | None
    level: str
    score: int | None
    kind: str
    signal: str | None
    note: str | None
    domain: str | None = None
    sender: str | None = None
    state: str = "open"
    judged: datetime | None = None
    judge: UUID | None = None


class Role(StrEnum):
    """What somebody may do at the desk; each may do what those before it may."""

    READER = "reader"
    MODERATOR = "moderator"
    ADMINISTRATOR = "administrator"

    def may(self, needed: Role) -> bool:
        """Return whether this role may do what asks for ``needed``."""
        order = list(Role)
        return order.index(self) >= order.index(needed)


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """Somebody who works at the desk; ``disabled`` since then."""

    id: UUID
    name: str
    role: Role
    added: datetime
    disabled: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """How a user signs in: by a password, of which the hash is kept, or as a subject of OpenID Connect's."""

    user: User
    password: str | None = field(default=None, repr=False)
    subject: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One sign-in. ``digest`` is the SHA-256 of the secret that only the browser knows."""

    digest: str
    user: UUID
    started: datetime
    seen: datetime
    expires: datetime
