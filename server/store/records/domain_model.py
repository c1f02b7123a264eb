"""What the records hold of a domain. Imports no database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many verified articles are of each level."""

    strong: int = 0
    mixed: int = 0
    weak: int = 0
    unscored: int = 0

    @property
    def scored(self) -> int:
        """Those that have a score."""
        return self.strong + self.mixed + self.weak

    @property
    def verified(self) -> int:
        """All of them."""
        return self.scored + self.unscored


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """The articles first verified in ``month`` (``2026-11``); ``points`` is the sum of their scores."""

    month: str
    counts: Counts
    points: int

    @property
    def mean(self) -> float | None:
        """The mean score, where any article has one."""
        return self.points / self.counts.scored if self.counts.scored else None


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalCount:
    """On how many of the articles on which it could be told a signal was a concern: here, and everywhere."""

    signal: str
    concern: int
    told: int
    all_concern: int
    all_told: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A verified article."""

    title: str
    url: str
    level: str
    score: int | None
    published: str | None
    verified: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """That a list names ``host``, a domain or a part of one, and what it says of it."""

    list: str
    name: str
    host: str
    category: str
    score: float | None
    source: str
    licence: str
    as_of: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The moderators' decision that stands, by their role and never by name.

    ``overturns`` says whether it took the place of one that said otherwise.
    """

    outcome: str
    reason: str
    made: datetime
    role: str
    review_on: date | None
    overturns: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedReply:
    """What the publisher says, as shown beside the record."""

    speaker: str
    text: str
    received: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a domain, in short. Articles were verified first ``since`` then, last ``until``."""

    domain: str
    counts: Counts
    since: datetime | None
    until: datetime | None
    reports: int
    replies: int
    decision: Decision | None
    listings: tuple[Listing, ...]

    @property
    def anything(self) -> bool:
        """Whether there is something to show. Reports are not, nor a case: anybody can send some."""
        return bool(self.counts.verified or self.replies or self.decision or self.listings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything that is kept of a domain, as far as everybody may see it."""

    known: Known
    months: tuple[Month, ...]
    signals: tuple[SignalCount, ...]
    weakest: tuple[Sample, ...]
    strongest: tuple[Sample, ...]
    newest: tuple[Sample, ...]
    replies: tuple[PublishedReply, ...]
