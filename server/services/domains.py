"""A domain's record: what was verified, decided, listed and replied, put in proportion."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from server.core.measure import difference, wilson
from server.store.records.domain_model import Counts, Facts, Known, SignalCount

FEWEST = 5  # scored articles, before a share says anything
# Before a signal is compared: articles of the domain's own, and of all others, on which it could be told.
FEWEST_TOLD, FEWEST_OTHERS = 5, 50
# Of 99.9 %: some forty signals are looked at, so that one in twenty domains would show one by chance.
WIDE = 3.29


class Records(Protocol):
    """What the service asks of the records."""

    def facts(self, domain: str) -> Facts:
        """Return everything that is kept of a domain.

        Raises:
            RecordsUnavailableError: where the records can't be read.
        """


@dataclass(frozen=True, slots=True)
class Share:
    """A part of the scored articles, with its 95 % interval (Wilson); all from 0 to 1."""

    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Unusual:
    """A signal that is a concern clearly more often, or less often, than on other domains' articles.

    ``share`` is that of the domain's own ``told`` articles, ``average`` that
    of the ``others``; ``low`` to ``high`` is the 99.9 % interval of their
    difference, which leaves out 0.
    """

    signal: str
    concern: int
    told: int
    share: float
    average: float
    others: int
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DomainRecord:
    """``facts`` and what follows from them. ``shares`` is by level, empty where it is too early to tell."""

    facts: Facts
    shares: Mapping[str, Share]
    unusual: tuple[Unusual, ...]

    @property
    def known(self) -> Known:
        """The record in short."""
        return self.facts.known


class DomainService:
    """Tells what is known of a domain. Safe to share between threads."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def record(self, domain: str) -> DomainRecord | None:
        """Return the record of a registrable domain; ``None`` where there is nothing to show.

        Raises:
            RecordsUnavailableError: where the records can't be read.
        """
        facts = self._records.facts(domain)
        if not facts.known.anything:
            return None
        return DomainRecord(
            facts=facts, shares=shares(facts.known.counts), unusual=tuple(unusual(facts.signals))
        )


def shares(counts: Counts) -> dict[str, Share]:
    """Return each level's share of the scored articles; none where there are fewer than :data:`FEWEST`."""
    if counts.scored < FEWEST:
        return {}
    by_level = {"strong": counts.strong, "mixed": counts.mixed, "weak": counts.weak}
    return {
        level: Share(count / counts.scored, *wilson(count, counts.scored))
        for level, count in by_level.items()
    }


def unusual(signals: Iterable[SignalCount]) -> list[Unusual]:
    """Return the signals that set the domain apart from all others, what shows more often first."""
    found = [one for signal in signals if (one := _compare(signal))]
    return sorted(found, key=lambda one: (one.average - one.share, one.signal))


def _compare(counted: SignalCount) -> Unusual | None:
    """Compare a domain with the others: with itself among them it would always look more like them."""
    others, concern_there = counted.all_told - counted.told, counted.all_concern - counted.concern
    if counted.told < FEWEST_TOLD or others < FEWEST_OTHERS:
        return None
    low, high = difference(counted.concern, counted.told, concern_there, others, WIDE)
    if low <= 0 <= high:
        return None
    return Unusual(
        signal=counted.signal,
        concern=counted.concern,
        told=counted.told,
        share=counted.concern / counted.told,
        average=concern_there / others,
        others=others,
        low=low,
        high=high,
    )
