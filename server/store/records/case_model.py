"""Cases and decisions as values. Imports no database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import NAMESPACE_DNS, UUID, uuid5

from server.store.records.model import Role


class Outcome(StrEnum):
    """What a decision says. ``withdrawn``: nothing any more, and the case is open again."""

    CONCERN_CONFIRMED = "concern_confirmed"
    CLEARED = "cleared"
    SATIRE = "satire"
    WATCH = "watch"
    NOT_NEWS = "not_news"
    WITHDRAWN = "withdrawn"


class State(StrEnum):
    """Whether a case waits for somebody."""

    OPEN = "open"
    CLOSED = "closed"


class Because(StrEnum):
    """Why a case is open, or was last."""

    WEAK_SHARE = "weak_share"  # more of its articles are weak than a credible domain's would be
    REPORTS = "reports"
    BY_HAND = "by_hand"
    MORE_WEAK = "more_weak"  # weak articles on a domain that is watched
    LESS_WEAK = "less_weak"  # few weak articles since the concern was confirmed
    REVIEW_DUE = "review_due"
    WITHDRAWN = "withdrawn"  # the only decision was taken back


def case_id(domain: str) -> UUID:
    """Return the id of the case of ``domain``; there is never more than one."""
    return uuid5(NAMESPACE_DNS, domain)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What is known of a case; ``standing`` is the number of the decision that stands, if one does."""

    id: UUID
    domain: str
    state: State
    because: Because
    opened: datetime
    changed: datetime
    version: int
    reach: int
    severity: int
    priority: int
    standing: int | None = None
    outcome: Outcome | None = None
    review_on: date | None = None
    assignee: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision, kept for good. ``author_name`` is for the desk only; readers see the role.

    ``overturns`` is the decision that stood until then and said otherwise,
    ``undoes`` the one that this one takes back: what stood before it stands
    again. ``record`` is what was known of the domain at that time.
    """

    id: UUID
    case: UUID
    number: int
    domain: str
    made: datetime
    author: UUID
    author_name: str
    role: Role
    outcome: Outcome
    reason: str
    review_on: date | None
    overturns: UUID | None
    undoes: UUID | None
    record: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What one moderator tells the others about a case."""

    id: UUID
    author: UUID
    author_name: str
    written: datetime
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What the rules of ``services/flagging.py`` look at.

    ``new_scored`` and ``new_weak`` count among the newest articles first
    verified since the last decision, or all where there is none. ``senders``
    are those of open reports of late: digests of different days can't be told
    apart, so that one reader on three days counts as three. ``on_one_day`` is
    the most of them on a single day, which are different networks for certain.
    """

    strong: int = 0
    mixed: int = 0
    weak: int = 0
    unscored: int = 0
    reports: int = 0
    new_scored: int = 0
    new_weak: int = 0
    senders: int = 0
    on_one_day: int = 0
    open_reports: int = 0
    upheld_reports: int = 0

    @property
    def scored(self) -> int:
        """Verified articles that have a score."""
        return self.strong + self.mixed + self.weak


@dataclass(frozen=True, slots=True, kw_only=True)
class Rank:
    """Where a case stands in the queue."""

    reach: int
    severity: int

    @property
    def priority(self) -> int:
        """How far reach and severity go together: 1 to 100."""
        return self.reach * self.severity
