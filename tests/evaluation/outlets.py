"""Figures by outlet, where a set names them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence, Set
from hashlib import sha256
from typing import NamedTuple

import numpy as np
from sklearn.model_selection import GroupKFold

from server.core.scoring import Scorecard
from server.scorecard import SCORECARD
from tests.evaluation.leaving_out import LeftOut, card_for, scores
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


class Leaning(NamedTuple):
    """Credible articles of outlets of one leaning: how many draw ``weak``, and of how many of both."""

    weak: int
    articles: int
    outlets: int


def weak_by_leaning(group: Sequence[Sample], card: Scorecard) -> dict[str, Leaning]:
    """Return for each leaning how the articles of credible outlets fare with ``card``."""
    found = {}
    for leaning in CENTRED:
        own = [one for one in group if one.row.label == 0 and one.row.bias == leaning]
        weak = sum(score(one.findings, card) < SCORECARD.weak for one in own)
        found[leaning] = Leaning(weak, len(own), len(named(own)))
    return {leaning: one for leaning, one in found.items() if one.articles}


def named(group: Sequence[Sample]) -> Set[str]:
    """Return the outlets that the set names."""
    return {sample.row.domain for sample in group} - {""}


def of_others(found: LeftOut, known: Set[str]) -> Interval:
    """Return the AUC on the articles of a left-out set whose outlets are not among ``known``."""
    kept = np.array([sample.row.domain not in known for sample in found.group])
    return auc_interval(-found.scores[kept], labels(found.group)[kept])
