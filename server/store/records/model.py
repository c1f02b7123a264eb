"""What the records hold, and what they raise. Imports no database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Literal
from uuid import UUID

Origin = Literal["reader", "audit", "moderator"]


class AddressError(ValueError):
    """The address names no database of a kind that we know; the message says what it must be."""


class RecordsUnavailableError(Exception):
    """The records can't be read or written just now; the message says nothing of what they hold."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What the service itself read at an address, and its assessment: never a client's word for either.

    ``domain`` is the registrable one of ``url``, where the article is best
    found; ``found`` is where it was read, which the page may call by another
    name. ``also`` are content ids under which readers know the same article.
    ``digest`` and ``sketch`` are of the text (:mod:`server.core.sketch`),
    which is not kept. ``findings`` are JSON values: ``base``, ``coverage``
    (``checked``, ``of``), ``unscored_reason`` and ``signals``, those that
    could be told, with ``id``, ``version``, ``status``, ``message``,
    ``strength``, ``points``, ``measured`` and ``evidence``.
    """

    domain: str
    url: str
    found: str
    content_id: str
    also: tuple[str, ...] = ()
    ruleset: str
    title: str
    published: str | None
    verified: datetime
    origin: Origin
    level: str
    score: int | None
    digest: str
    sketch: bytes
    findings: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadJob:
    """A background job that failed for good. ``fault`` and ``arguments`` hold nothing private."""

    id: UUID
    name: str
    arguments: Mapping[str, Any]
    failed: datetime
    attempts: int
    fault: str
    state: str = "dead"


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
