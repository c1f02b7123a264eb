"""The wire document arranged for a page: signals in groups, quotations numbered, each linked to its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from server.core.model import Article, Status, Target
from server.web.highlight import Mark, Segment, highlight
from server.web.schemas import Assessment, Evidence, Signal

# What costs comes first, what says nothing last.
_ORDER = (Status.CONCERN, Status.PASS, Status.UNKNOWN, Status.NOT_APPLICABLE, Status.INFO)
_CONTEXT = 32  # code points of surroundings that a quotation carries


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation to show: ``lead`` and ``tail`` are its surroundings, cut at whole words.

    ``place`` names both ends of the link between quotation and text.
    """

    place: str
    target: Target
    lead: str
    exact: str
    tail: str


@dataclass(frozen=True, slots=True)
class Card:
    """One signal with its quotations; ``number`` is its note number, ``None`` without quotations."""

    signal: Signal
    number: int | None
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The signals of one status and the points they bring together."""

    status: Status
    cards: tuple[Card, ...]

    @property
    def points(self) -> int:
        """What the group adds to the score."""
        return sum(card.signal.points for card in self.cards)


@dataclass(frozen=True, slots=True)
class ResultView:
    """Everything the result page shows. ``title`` and ``text`` are empty where the article is not at hand.

    ``lost`` and ``earned`` are the points of all signals below and above 0.
    """

    assessment: Assessment
    groups: tuple[Group, ...]
    lost: int
    earned: int
    title: Sequence[Sequence[Segment]]
    text: Sequence[Sequence[Segment]]


def result_view(assessment: Assessment, article: Article | None) -> ResultView:
    """Arrange ``assessment`` for the page, with the text of ``article`` where we have it."""
    groups = tuple(_groups(assessment))
    points = [signal.points for signal in assessment.signals]
    return ResultView(
        assessment=assessment,
        groups=groups,
        lost=sum(point for point in points if point < 0),
        earned=sum(point for point in points if point > 0),
        title=highlight(article.title, _marks(groups, "title")) if article else (),
        text=highlight(article.text, _marks(groups, "text")) if article else (),
    )


def _groups(assessment: Assessment) -> Iterator[Group]:
    number = 0
    for status in _ORDER:
        members = [signal for signal in assessment.signals if signal.status is status]
        members.sort(key=lambda signal: -abs(signal.points))
        cards = []
        for signal in members:
            number += bool(signal.evidence)
            cards.append(_card(signal, number if signal.evidence else None))
        if cards:
            yield Group(status, tuple(cards))


def _card(signal: Signal, number: int | None) -> Card:
    quotes = (_quote(evidence, f"{number}-{index}") for index, evidence in enumerate(signal.evidence, 1))
    return Card(signal, number, tuple(quotes))


def _quote(evidence: Evidence, place: str) -> Quote:
    """Cut the surroundings, which stop in mid-word, back to whole words."""
    lead, tail = evidence.prefix, evidence.suffix
    if evidence.start > len(lead):
        lead = "… " + lead.partition(" ")[2]
    if len(tail) == _CONTEXT:
        tail = tail.rpartition(" ")[0] + " …"
    return Quote(place, evidence.target, lead, evidence.exact, tail)


def _marks(groups: Sequence[Group], target: Target) -> Iterator[Mark]:
    for group in groups:
        for card in group.cards:
            for quote, evidence in zip(card.quotes, card.signal.evidence, strict=True):
                if card.number is not None and evidence.target == target:
                    yield Mark(
                        start=evidence.start,
                        end=evidence.end,
                        place=quote.place,
                        number=card.number,
                        status=group.status,
                        title=card.signal.title,
                    )
