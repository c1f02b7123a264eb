"""Labelled articles with what the engine finds in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from multiprocessing import Pool
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from server.core.assess import Engine
from server.core.model import Article, Finding, Status
from server.core.scoring import Scorecard, Weight
from server.scorecard import RULESET, SCORECARD
from server.signals import SIGNALS
from tests.evaluation.articles import ARTICLE_SETS, Labelled, articles

ENGINE = Engine(SIGNALS, SCORECARD, RULESET)


class Sample(NamedTuple):
    """A labelled article, its findings by signal (none where it stays unscored) and its length in words."""

    row: Labelled
    findings: Mapping[str, Finding]
    words: int

    @property
    def scored(self) -> bool:
        return bool(self.findings)


def sample(row: Labelled) -> Sample:
    assessment = ENGINE.assess(Article(row.title, row.text))
    found = {} if assessment.score is None else {result.id: result for result in assessment.signals}
    findings = {id_: Finding(one.status, one.message, one.strength) for id_, one in found.items()}
    return Sample(row, findings, len(row.text.split()))


def samples(rows: Sequence[Labelled]) -> list[Sample]:
    with Pool() as pool:
        return pool.map(sample, rows, chunksize=64)


def article_samples(data: Path) -> dict[str, list[Sample]]:
    return {name: samples(articles(data, name)) for name in ARTICLE_SETS}


def score(findings: Mapping[str, Finding], scorecard: Scorecard) -> int:
    """Return the score that ``scorecard`` gives the findings of a scored article."""
    return scorecard.base + sum(scorecard.points(findings).values())


def labels(group: Sequence[Sample]) -> NDArray[np.int64]:
    return np.array([sample.row.label for sample in group])


def sides(finding: Finding, weight: Weight) -> tuple[float, float]:
    """Return how far a finding speaks against and for the page, 0 to 1 each, where that can count."""
    if finding.strength is None:
        return 0.0, 0.0
    if finding.status is Status.CONCERN:
        return (finding.strength if weight.concern else 0.0), 0.0
    return 0.0, ((1 - finding.strength) if weight.merit and finding.status is Status.PASS else 0.0)
