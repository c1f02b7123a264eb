"""What the records hold, and what they raise. Imports no database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
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
