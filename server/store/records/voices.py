"""What readers, publishers and moderators say, as the records hold it. Imports no database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, Protocol, TypeVar
from uuid import UUID

from server.store.records.model import Report

Item = TypeVar("Item")


class ChangedError(Exception):
    """Somebody was there before; ``state`` is what it is now."""

    def __init__(self, state: str) -> None:
        super().__init__(state)
        self.state = state


class AgreesError(Exception):
    """An objection says what the verdict says already."""


class Person(Protocol):
    """Who works at the desk, as far as it matters here."""

    @property
    def id(self) -> UUID:
        """The user's id."""

    @property
    def name(self) -> str:
        """What the log calls them."""


@dataclass(frozen=True, slots=True)
class Listed(Generic[Item]):
    """One page of a list, newest first, and whether there is another after it."""

    items: Sequence[Item]
    number: int  # from 1
    more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFilter:
    """Which reports are asked for; ``None`` for all."""

    state: str | None = None
    kind: str | None = None
    domain: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledReport:
    """A report as the desk sees it.

    ``verified``, ``url`` and ``title`` are those of the assessment that the
    service made itself, where the report is on one; ``judge`` is a name.
    """

    report: Report
    verified: UUID | None
    url: str | None
    title: str | None
    judge: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """What a moderator holds against a verified assessment, maybe because of a report.

    ``label`` is the evaluation's: 1 low credibility, 0 credible.
    """

    assessment: UUID
    label: int
    reason: str
    report: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """An objection as it is kept, with what it was made to, as that was then.

    ``digest`` and ``sketch`` are of the text that had been read, to know it
    again. ``content_id`` is the present one, which leads to the assessment.
    """

    id: UUID
    assessment: UUID
    report: UUID | None
    author: str  # a name
    made: datetime
    label: int
    reason: str
    domain: str
    url: str
    content_id: str
    title: str
    ruleset: str
    level: str
    score: int | None
    digest: str
    sketch: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Somebody's word that a domain is theirs, and how it is to be proved.

    ``token`` is what the file must hold, and public once it does. ``secret``
    is a digest of what makes the claim's page its holder's alone.
    """

    id: UUID
    domain: str
    token: str
    secret: str
    sender: str
    asked: datetime
    expires: datetime
    checked: datetime | None = None
    proved: datetime | None = None
    host: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What a publisher says to a record.

    ``state`` is ``shown``, or since ``judged`` ``withdrawn`` or ``rejected``.
    """

    id: UUID
    domain: str
    claim: UUID
    received: datetime
    speaker: str
    text: str
    state: str = "shown"
    judged: datetime | None = None
    judge: UUID | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class PublicReplies:
    """What stands beside a domain's record: replies in full, and that others were rejected, newest first."""

    shown: Sequence[Reply]
    rejected: Sequence[Reply]
