"""Figures of how well a score tells two classes apart, with their intervals."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike
from scipy.stats import rankdata

from server.core.measure import wilson


class Interval(NamedTuple):
    """A figure with its 95 % interval."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.value:.3f} ({self.low:.3f}–{self.high:.3f})"


def auc(scores: ArrayLike, labels: ArrayLike) -> float:
    """Return the chance that a text of class 1 has the higher score; ties count half."""
    scores, labels = np.asarray(scores, float), np.asarray(labels)
    ones = int((labels == 1).sum())
    zeros = len(labels) - ones
    if not ones or not zeros:
        raise ValueError("an AUC needs both classes")
    return float((rankdata(scores)[labels == 1].sum() - ones * (ones + 1) / 2) / (ones * zeros))


def auc_interval(scores: ArrayLike, labels: ArrayLike, rounds: int = 1000) -> Interval:
    """Return the AUC with its bootstrap interval (percentiles, each class drawn by itself, fixed seed)."""
    scores, labels = np.asarray(scores, float), np.asarray(labels)
    ones, zeros = scores[labels == 1], scores[labels == 0]
    random = np.random.default_rng(0)
    drawn = np.sort(
        [
            auc(
                np.concatenate([random.choice(ones, len(ones)), random.choice(zeros, len(zeros))]),
                np.repeat([1, 0], [len(ones), len(zeros)]),
            )
            for _ in range(rounds)
        ]
    )
    low, high = np.percentile(drawn, [2.5, 97.5])
    return Interval(auc(scores, labels), float(low), float(high))


def share(count: int, of: int) -> Interval:
    """Return a share with its Wilson interval; of nothing it is 0."""
    return Interval(count / of if of else 0.0, *wilson(count, of))


def percent(part: Interval) -> str:
    """Return a share with its interval in per cent."""
    return f"{part.value:.1%} ({part.low:.1%}–{part.high:.1%})".replace("%", " %")
