"""All figures of one run, and which of them are held to a limit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from server.measured import TRACK_RECORDS
from server.scorecard import SCORECARD
from tests.evaluation import leaving_out, outlets, single_signals
from tests.evaluation.floors import Figure
from tests.evaluation.leaving_out import Groups, LeftOut
from tests.evaluation.measures import Interval, share
from tests.evaluation.outlets import Leaning
from tests.evaluation.samples import article_samples, labels
from tests.evaluation.single_signals import Headlines

OURS, TF_IDF = "Touchstone", "TF-IDF + logistic"
LONG_ENOUGH = 150  # words; most of what is longer should be scored


@dataclass(frozen=True)
class Results:
    """What one run measured. Shares and AUCs run from 0 to 1."""

    groups: Groups
    unscored: Mapping[str, Interval]
    left_out: Mapping[str, LeftOut]
    ways: Mapping[str, list[float]]
    families: Mapping[str, tuple[list[float], list[float]]]
    without: Mapping[str, float]
    outlets_left_out: Interval
    rolled_up: tuple[Interval, int]
    outlets_of_recovery: int
    shared_outlets: int
    fnn_of_other_outlets: Interval
    leanings: Mapping[str, Leaning]
    headline: Headlines
    filler: Mapping[str, Interval]

    @property
    def weak_on_low(self) -> tuple[int, int]:
        """How many low-credibility articles of all left-out sets draw ``weak``, of how many."""
        return self._weak(1)

    @property
    def weak_on_credible(self) -> tuple[int, int]:
        """How many credible articles of all left-out sets draw ``weak``, of how many."""
        return self._weak(0)

    @property
    def spread_of_leanings(self) -> float:
        """How far apart the shares of ``weak`` are between leanings."""
        rates = [leaning.weak / leaning.articles for leaning in self.leanings.values()]
        return max(rates) - min(rates)

    @property
    def thresholds(self) -> list[tuple[int, float, float]]:
        """Around the badge's own: a threshold, the share of low-credibility articles below it, and that of
        credible ones in the set where it is largest."""
        kinds = [(found.scores, labels(found.group)) for found in self.left_out.values()]
        low = np.concatenate([scores[truth == 1] for scores, truth in kinds])
        return [
            (
                threshold,
                float((low < threshold).mean()),
                max(float((scores[truth == 0] < threshold).mean()) for scores, truth in kinds),
            )
            for threshold in range(SCORECARD.weak - 4, SCORECARD.weak + 9, 2)
        ]

    def _weak(self, label: int) -> tuple[int, int]:
        counts = [result.weak(label) for result in self.left_out.values()]
        return sum(weak for weak, _ in counts), sum(of for _, of in counts)


def measure(data: Path) -> Results:
    """Run the whole evaluation."""
    samples = article_samples(data)
    groups = {name: [sample for sample in group if sample.scored] for name, group in samples.items()}
    long = {name: [one for one in group if one.words > LONG_ENOUGH] for name, group in samples.items()}
    recovery, known = groups["recovery"], outlets.named(samples["recovery"])
    left_out = leaving_out.leave_one_set_out(groups)
    elsewhere = leaving_out.card_for({name: group for name, group in groups.items() if name != "recovery"})
    return Results(
        groups=groups,
        unscored={
            name: share(sum(not one.scored for one in group), len(group)) for name, group in long.items()
        },
        left_out=left_out,
        ways=leaving_out.ways(groups),
        families=leaving_out.families(groups),
        without=leaving_out.ablation(groups),
        outlets_left_out=outlets.outlets_left_out(recovery),
        rolled_up=outlets.rolled_up(recovery, elsewhere),
        outlets_of_recovery=len(known),
        shared_outlets=len(known & outlets.named(groups["fnn_politifact_news"])),
        fnn_of_other_outlets=outlets.of_others(left_out["fnn_politifact_news"], known),
        leanings=outlets.weak_by_leaning(recovery, elsewhere),
        headline=single_signals.headline(data),
        filler=single_signals.filler(data),
    )


def held(results: Results) -> dict[str, Figure]:
    """Return the figures that baseline.json limits."""
    low, of_low = results.weak_on_low
    filler = TRACK_RECORDS["generic_filler"]
    figures = {
        "weak on low-credibility articles": Figure(low / of_low),
        "domains rolled up: AUC": Figure(results.rolled_up[0].value),
        "outlets left out: AUC": Figure(results.outlets_left_out.value),
        "leanings: spread of weak": Figure(results.spread_of_leanings, least=False),
        "headlines: AUC": Figure(results.headline.auc.value),
        "headlines: changed by capitals": Figure(float(results.headline.differing), least=False),
        "filler on credible articles": Figure(filler.credible / filler.of_credible, least=False),
    }
    for name, result in results.left_out.items():
        weak, of = result.weak(0)
        figures[f"{name}: AUC"] = Figure(result.ours.value)
        figures[f"{name}: AUC above TF-IDF"] = Figure(result.ours.value - result.baselines[TF_IDF].value)
        figures[f"{name}: weak on credible articles"] = Figure(weak / of, least=False)
        figures[f"{name}: unscored"] = Figure(results.unscored[name].value, least=False)
    figures |= {f"filler: AUC on {name}": Figure(found.value) for name, found in results.filler.items()}
    return figures
