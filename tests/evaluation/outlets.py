"""Figures by outlet, within the one set that names them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from hashlib import sha256

import numpy as np
from sklearn.model_selection import GroupKFold

from server.core.scoring import Scorecard
from server.scorecard import SCORECARD
from tests.evaluation.leaving_out import card_for, scores
from tests.evaluation.measures import Interval, auc_interval
from tests.evaluation.samples import Sample, labels, score

ROLLED_UP = 10  # articles of a domain
CENTRED = ("Left", "Left-center", "Center", "Right-center")


def outlets_left_out(group: Sequence[Sample]) -> Interval:
    """Return the AUC where points are fitted to four fifths of the domains and tried on the rest."""
    truth, found = labels(group), np.zeros(len(group), int)
    domains = [sample.row.domain for sample in group]
    for training, tested in GroupKFold(5).split(truth, truth, domains):
        card = card_for({"training": [group[index] for index in training]})
        found[tested] = scores([group[index] for index in tested], card)
    return auc_interval(-found, truth)


def rolled_up(group: Sequence[Sample], card: Scorecard) -> tuple[Interval, int]:
    """Return the AUC of domains by their mean score over ten articles, and how many domains there are."""
    by_domain: dict[str, list[Sample]] = defaultdict(list)
    # A fixed order that has nothing to do with the articles.
    for sample in sorted(group, key=lambda sample: sha256(sample.row.id.encode()).digest()):
        by_domain[sample.row.domain].append(sample)
    means, truth = [], []
    for articles in by_domain.values():
        means.append(np.mean([score(sample.findings, card) for sample in articles[:ROLLED_UP]]))
        truth.append(articles[0].row.label)
    return auc_interval(-np.array(means), truth), len(means)


def weak_by_leaning(group: Sequence[Sample], card: Scorecard) -> dict[str, tuple[int, int]]:
    """Return for each leaning how many articles of credible outlets draw ``weak``, of how many."""
    weak: Counter[str] = Counter()
    all_: Counter[str] = Counter()
    for sample in group:
        if sample.row.label == 0 and sample.row.bias in CENTRED:
            all_[sample.row.bias] += 1
            weak[sample.row.bias] += score(sample.findings, card) < SCORECARD.weak
    return {leaning: (weak[leaning], all_[leaning]) for leaning in CENTRED if all_[leaning]}
