"""Audits of a domain as the records hold them. Imports no database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class AuditState(StrEnum):
    """How far an audit is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"

    @property
    def over(self) -> bool:
        """Whether nothing more will happen."""
        return self not in UNFINISHED


UNFINISHED = frozenset({AuditState.WAITING, AuditState.RUNNING})


class PageState(StrEnum):
    """What came of a page."""

    WAITING = "waiting"
    ASSESSED = "assessed"
    NO_ARTICLE = "no_article"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """An audit of ``domain``, of up to ``wanted`` articles.

    ``author`` is the user who asked for it, if one did. ``beat`` is the last
    sign of life of whoever goes through it, ``starts`` how often somebody began
    to. ``fault`` says why it failed, in a sentence for the desk.
    """

    id: UUID
    domain: str
    asked: datetime
    wanted: int
    author: UUID | None = None
    state: AuditState = AuditState.WAITING
    beat: datetime | None = None
    ended: datetime | None = None
    starts: int = 0
    fault: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditPage:
    """One page of an audit, and what came of it.

    ``level`` and ``score`` are those of its assessment. ``url`` is forgotten
    where the page could not be had; ``fault`` then says why.
    """

    position: int
    url: str | None
    state: PageState = PageState.WAITING
    level: str | None = None
    score: int | None = None
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class AuditProgress:
    """An audit with its pages as they stand at one moment; there are none before they are found."""

    audit: Audit
    pages: tuple[AuditPage, ...]

    @property
    def found(self) -> int:
        """How many pages were found."""
        return len(self.pages)

    @property
    def done(self) -> int:
        """How many of them were looked at."""
        return sum(page.state is not PageState.WAITING for page in self.pages)

    @property
    def states(self) -> Mapping[PageState, int]:
        """How many pages are in each state; 0 for those that none is in."""
        return Counter(page.state for page in self.pages)

    @property
    def levels(self) -> Mapping[str, int]:
        """How many assessments are of each level; 0 for those that none is of."""
        return Counter(page.level for page in self.pages if page.level)
