"""The words the whole service speaks: article, finding, assessment.

Everything here is an immutable value without behaviour; its JSON form is in
docs/wire-format.md. What an assessment holds many of is a named tuple, which
is several times quicker to make than a frozen dataclass.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, NamedTuple

MAX_TITLE, MAX_TEXT = 1_000, 500_000
"""How long an article's title and text may be, in code points."""

Target = Literal["title", "text"]
Measured = Mapping[str, int | float | str]


class Status(StrEnum):
    """What a signal says about one article."""

    CONCERN = "concern"
    PASS = "pass"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"
    INFO = "info"


class Level(StrEnum):
    """What the badge says."""

    STRONG = "strong"
    MIXED = "mixed"
    WEAK = "weak"
    UNSCORED = "unscored"


class Unscored(StrEnum):
    """Why an article carries no score."""

    NO_ARTICLE = "no_article"
    TOO_SHORT = "too_short"
    LANGUAGE = "language_not_supported"
    TOO_LITTLE_KNOWN = "too_little_known"


@dataclass(frozen=True, slots=True)
class Link:
    """A link in the article's own text. ``href`` is absolute."""

    href: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Media:
    """A picture, recording or embedded player that belongs to the article. ``src`` is absolute."""

    kind: Literal["video", "audio", "image", "embed"]
    src: str


@dataclass(frozen=True, slots=True)
class Article:
    """What was on the page.

    ``None`` means *not known*; an empty tuple, mapping or string means
    *looked, none there*. Strings are kept exactly as they came, so that
    positions in them stay true.
    """

    title: str
    text: str
    url: str | None = None
    links: tuple[Link, ...] | None = None
    media: tuple[Media, ...] | None = None
    authors: tuple[str, ...] | None = None
    published: str | None = None
    modified: str | None = None
    lang: str | None = None
    publisher: Mapping[str, str] | None = None


class Span(NamedTuple):
    """Where something stands: code points ``start`` to ``end`` of the analysis form."""

    target: Target
    start: int
    end: int


class Quotation(NamedTuple):
    """Evidence: a W3C text quote selector with its text position selector.

    Positions count Unicode code points of the title or text as it was sent.
    """

    target: Target
    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


class Finding(NamedTuple):
    """A signal's answer on one article.

    ``strength`` runs from 0 to 1: for a concern, how strongly it shows; for a
    pass, what is left to wish for. It is ``None`` for any other status.
    ``message`` names the words in server/texts that explain the answer;
    ``measured`` is the data they are filled with.
    """

    status: Status
    message: str
    strength: float | None = None
    measured: Measured = {}  # noqa: RUF012 - nobody changes it
    spans: tuple[Span, ...] = ()


class SignalResult(NamedTuple):
    """A finding with its points and its quotations, as it stands in an assessment."""

    id: str
    version: int
    status: Status
    message: str
    strength: float | None
    points: int
    measured: Measured
    evidence: tuple[Quotation, ...]


class TrackRecord(NamedTuple):
    """On how many of how many articles a signal fires: of low credibility, and of the credible."""

    low: int
    of_low: int
    credible: int
    of_credible: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of the scored signals could be checked."""

    checked: int
    of: int


@dataclass(frozen=True, slots=True)
class Assessment:
    """The result for one article: ``base`` plus every signal's points is ``score``.

    ``site`` is the host the article was read on, where known. An unscored
    assessment has ``score`` ``None``, says why in
    ``unscored_reason``, and no signal in it carries points.
    """

    id: str
    ruleset: str
    site: str | None
    level: Level
    score: int | None
    base: int
    unscored_reason: Unscored | None
    coverage: Coverage
    signals: tuple[SignalResult, ...]
