"""From findings to whole points that a reader can add up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from server.core.model import Coverage, Finding, Level, Status

SOURCING = "sourcing"


@dataclass(frozen=True, slots=True)
class Weight:
    """What one signal may cost or earn.

    ``concern`` is the number of points lost at strength 1, ``merit`` the
    number earned by a pass at strength 0; both are 0 or more. ``because``
    says where the numbers come from.
    """

    group: str
    concern: int
    merit: int
    because: str


@dataclass(frozen=True, slots=True)
class Cap:
    """The most that all signals of one group together may cost and earn, in points."""

    concern: int
    merit: int


@dataclass(frozen=True)
class Scorecard:
    """The one place of editorial judgement.

    A score below ``weak`` is weak; one of ``strong`` or more is strong where at
    least ``strong_sourcing`` points of it are the group *sourcing*'s: fine
    manners alone are no sources. An
    article of whose signals' weight less than ``coverage_floor`` (0 to 1)
    could be checked stays unscored.

    Raises:
        ValueError: if a weight names no capped group, or if some article
            could leave the range 0 to 100.
    """

    base: int
    strong: int
    strong_sourcing: int
    weak: int
    coverage_floor: float
    caps: Mapping[str, Cap]
    weights: Mapping[str, Weight]

    def __post_init__(self) -> None:
        unknown = {weight.group for weight in self.weights.values()} - self.caps.keys()
        if unknown:
            raise ValueError(f"no cap for the groups {sorted(unknown)}")
        worst = self.base - sum(cap.concern for cap in self.caps.values())
        best = self.base + sum(cap.merit for cap in self.caps.values())
        if worst < 0 or best > 100:
            raise ValueError(f"scores would run from {worst} to {best}, beyond 0 to 100")

    def level(self, score: int, points: Mapping[str, int]) -> Level:
        """Return the badge's level for ``score``, made of these ``points`` by signal."""
        if score < self.weak:
            return Level.WEAK
        if score < self.strong:
            return Level.MIXED
        sourcing = sum(points.get(id_, 0) for id_, weight in self.weights.items() if weight.group == SOURCING)
        return Level.STRONG if sourcing >= self.strong_sourcing else Level.MIXED

    def points(self, findings: Mapping[str, Finding]) -> dict[str, int]:
        """Return each signal's points; what groups lose or earn beyond their caps is shared out."""
        losses: defaultdict[str, dict[str, float]] = defaultdict(dict)
        gains: defaultdict[str, dict[str, float]] = defaultdict(dict)
        concern = Status.CONCERN
        for id_, weight in self.weights.items():
            finding = findings[id_]
            if finding.strength is None:  # neither a concern nor a pass
                continue
            if finding.status is concern:
                if lost := weight.concern * finding.strength:
                    losses[weight.group][id_] = lost
            elif gained := weight.merit * (1 - finding.strength):
                gains[weight.group][id_] = gained
        points = dict.fromkeys(findings, 0)
        for group, amounts in losses.items():
            points.update([(id_, -whole) for id_, whole in _whole(amounts, self.caps[group].concern)])
        for group, amounts in gains.items():
            points.update(_whole(amounts, self.caps[group].merit))
        return points

    def coverage(self, findings: Mapping[str, Finding]) -> Coverage:
        """Return how many of the scored signals could be checked."""
        return Coverage(len(self.weights) - len(self._unknown(findings)), len(self.weights))

    def enough_known(self, findings: Mapping[str, Finding]) -> bool:
        """Tell whether signals of enough weight could be checked to give a score."""
        known = self._total - _most(self._unknown(findings))
        return known >= self.coverage_floor * self._total

    @cached_property
    def _total(self) -> int:
        return _most(self.weights.values())

    def _unknown(self, findings: Mapping[str, Finding]) -> list[Weight]:
        unknown = Status.UNKNOWN
        return [weight for id_, weight in self.weights.items() if findings[id_].status is unknown]


def _most(weights: Iterable[Weight]) -> int:
    """Return how many points these signals could move."""
    return sum([weight.concern + weight.merit for weight in weights])


def _whole(amounts: Mapping[str, float], cap: int) -> Iterable[tuple[str, int]]:
    """Round ``amounts`` to whole points that sum to at most ``cap`` (largest remainders first)."""
    rounded = {id_: int(amount + 0.5) for id_, amount in amounts.items()}
    if sum(rounded.values()) <= cap:
        return rounded.items()
    scale = cap / sum(amounts.values())
    shares = {id_: amount * scale for id_, amount in amounts.items()}
    whole = {id_: int(share) for id_, share in shares.items()}
    by_remainder = sorted(shares, key=lambda id_: (whole[id_] - shares[id_], id_))
    for id_ in by_remainder[: cap - sum(whole.values())]:
        whole[id_] += 1
    return whole.items()
