"""Points from labelled articles: a regularised logistic fit in which no sign may say good for bad."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import sqrt

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit

from server.core.scoring import Scorecard
from tests.evaluation.samples import Sample, labels, sides

# Chosen with the left-out figures in sight, among .0003 to .06; from .0005 to .002 hardly anything changes.
PENALTY = 0.001
POINTS_PER_LOGIT = 7.0


def features(group: Sequence[Sample], scorecard: Scorecard) -> NDArray[np.float64]:
    """Return a row a sample: for each weight what speaks against (negative) and for the page."""
    rows = []
    for sample in group:
        pairs = (sides(sample.findings[id_], weight) for id_, weight in scorecard.weights.items())
        rows.append([value for against, good in pairs for value in (-against, good)])
    return np.array(rows)


def balance(training: Mapping[str, Sequence[Sample]]) -> NDArray[np.float64]:
    """Return weights that sum to 1: as much for every set and class, and in these less than in
    proportion for outlets with many articles."""
    classes, outlets = [], []
    for name, group in training.items():
        for index, sample in enumerate(group):
            classes.append((name, sample.row.label))
            outlets.append((name, sample.row.label, sample.row.domain or index))
    sizes = Counter(outlets)
    raw = [1 / sqrt(sizes[outlet]) for outlet in outlets]
    totals: Counter[tuple[str, int]] = Counter()
    for one, weight in zip(classes, raw, strict=True):
        totals[one] += weight
    return np.array([weight / totals[one] / len(totals) for one, weight in zip(classes, raw, strict=True)])


def fit(training: Mapping[str, Sequence[Sample]], scorecard: Scorecard) -> dict[str, tuple[float, float]]:
    """Return each signal's (concern, merit) in points, not yet rounded.

    Signals of the scorecard that never show in ``training`` come out as 0.
    """
    together = [sample for group in training.values() for sample in group]
    rows, credible = features(together, scorecard), 1.0 - labels(together)
    weights = balance(training)

    def loss(parameters: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        slopes = parameters[1:]
        margin = rows @ slopes + parameters[0]
        value = weights @ (np.logaddexp(0, margin) - credible * margin) + PENALTY / 2 * slopes @ slopes
        error = weights * (expit(margin) - credible)
        return float(value), np.concatenate([[error.sum()], rows.T @ error + PENALTY * slopes])

    start = np.zeros(rows.shape[1] + 1)
    bounds = [(None, None)] + [(0, None)] * rows.shape[1]
    slopes = minimize(loss, start, jac=True, bounds=bounds, method="L-BFGS-B").x[1:] * POINTS_PER_LOGIT
    return {id_: (slopes[2 * at], slopes[2 * at + 1]) for at, id_ in enumerate(scorecard.weights)}


def fitted(
    training: Mapping[str, Sequence[Sample]], scorecard: Scorecard, kept: frozenset[str] = frozenset()
) -> Scorecard:
    """Return ``scorecard`` with fitted whole points; those of the signals in ``kept`` stay as they are."""
    points = fit(training, scorecard)
    weights = {
        id_: weight
        if id_ in kept
        else replace(
            weight,
            concern=_whole(points[id_][0]) if weight.concern else 0,
            merit=_whole(points[id_][1]) if weight.merit else 0,
        )
        for id_, weight in scorecard.weights.items()
    }
    return replace(scorecard, weights=weights)


MOST = 9  # points of one signal


def _whole(points: float) -> int:
    """Round to whole points; what is in the scorecard counts at least one."""
    return int(np.clip(round(points), 1, MOST))
