"""Figures from sets that the points were not fitted to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from server.core.scoring import Scorecard, Weight
from server.scorecard import CITED, SCORECARD
from tests.evaluation import baselines
from tests.evaluation.fitting import features, fit, fitted
from tests.evaluation.measures import Interval, auc, auc_interval
from tests.evaluation.samples import Sample, labels, score

Groups = Mapping[str, Sequence[Sample]]


def scores(group: Sequence[Sample], card: Scorecard) -> NDArray[np.int64]:
    return np.array([score(sample.findings, card) for sample in group])


def card_for(training: Groups, card: Scorecard = SCORECARD) -> Scorecard:
    """Return the scorecard with points fitted to ``training`` alone."""
    return fitted(training, card, frozenset(CITED))


def folds(groups: Groups) -> Iterable[tuple[str, dict[str, Sequence[Sample]], Sequence[Sample]]]:
    """Yield each set's name, the other sets, and its articles."""
    for left_out, group in groups.items():
        yield left_out, {name: other for name, other in groups.items() if name != left_out}, group


@dataclass(frozen=True)
class LeftOut:
    """A set by points from the others: scores, and the AUCs of ours and of simple models."""

    group: Sequence[Sample]
    scores: NDArray[np.int64]
    ours: Interval
    baselines: Mapping[str, Interval]

    def weak(self, label: int) -> tuple[int, int]:
        """Return how many articles of the class draw ``weak``, of how many."""
        of = self.scores[labels(self.group) == label]
        return int((of < SCORECARD.weak).sum()), len(of)


def leave_one_set_out(groups: Groups) -> dict[str, LeftOut]:
    results = {}
    for name, training, group in folds(groups):
        truth, found = labels(group), scores(group, card_for(training))
        others = {
            label: auc_interval(baseline(training, group), truth) for label, baseline in baselines.ALL.items()
        }
        results[name] = LeftOut(group, found, auc_interval(-found, truth), others)
    return results


def ways(groups: Groups) -> dict[str, list[float]]:
    """Return the left-out AUCs of ways to come from the same findings to a score."""
    rows: dict[str, list[float]] = defaultdict(list)
    for _, training, group in folds(groups):
        truth, table = labels(group), features(group, SCORECARD)
        slopes = np.array([slope for pair in fit(training, SCORECARD).values() for slope in pair])
        rows["every sign counts the same, no caps"].append(auc(-table.sum(axis=1), truth))
        rows["fitted, not rounded, no caps"].append(auc(-(table @ slopes), truth))
        rows["fitted, whole points, capped: the scorecard"].append(
            auc(-scores(group, card_for(training)), truth)
        )
    return dict(rows)


def families(groups: Groups) -> dict[str, tuple[list[float], list[float]]]:
    """Return for each group of signals the left-out AUCs of it alone, and of all others without it."""
    measured = {weight.group for id_, weight in SCORECARD.weights.items() if id_ not in CITED}
    return {
        family: (
            _aucs(groups, lambda _, weight, family=family: weight.group == family),
            _aucs(groups, lambda _, weight, family=family: weight.group != family),
        )
        for family in SCORECARD.caps
        if family in measured
    }


def ablation(groups: Groups) -> dict[str, float]:
    """Return for each fitted signal the mean left-out AUC without it."""
    return {
        id_: float(np.mean(_aucs(groups, lambda other, _, id_=id_: other != id_)))
        for id_ in SCORECARD.weights
        if id_ not in CITED
    }


def _aucs(groups: Groups, kept: Callable[[str, Weight], bool]) -> list[float]:
    weights = {
        id_: weight if kept(id_, weight) else replace(weight, concern=0, merit=0)
        for id_, weight in SCORECARD.weights.items()
    }
    card = replace(SCORECARD, weights=weights)
    return [
        auc(-scores(group, card_for(training, card)), labels(group)) for _, training, group in folds(groups)
    ]
