"""Diagrams of the evaluation as SVG files; the same figures give the same bytes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import matplotlib as mpl
import numpy as np
from matplotlib import pyplot as plt
from matplotlib.axes import Axes

from server.scorecard import SCORECARD
from tests.evaluation.results import OURS, Results
from tests.evaluation.samples import labels

INK, LOW, CREDIBLE, SOFT = "#211e19", "#b3261e", "#1b6e3c", "#8a8578"
BIN = 5  # points
FEWEST = 20  # articles in a bin, below which it is not drawn

mpl.use("svg")
mpl.rcParams.update(
    {
        "svg.hashsalt": "touchstone",
        "svg.fonttype": "path",
        "font.size": 10,
        "text.color": INK,
        "axes.edgecolor": SOFT,
        "axes.labelcolor": INK,
        "xtick.color": INK,
        "ytick.color": INK,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "figure.facecolor": "white",
    }
)


def draw(results: Results, folder: Path) -> None:
    """Write every diagram into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    scores = np.concatenate([result.scores for result in results.left_out.values()])
    truth = np.concatenate([labels(result.group) for result in results.left_out.values()])
    _save(_reliability, folder / "reliability.svg", scores, truth)
    _save(_distribution, folder / "distribution.svg", scores, truth)
    _save(_comparison, folder / "left-out.svg", results)


def _save(draw_on: Callable[..., None], path: Path, *arguments: object) -> None:
    figure, axes = plt.subplots(figsize=(7, 3.6), layout="constrained")
    draw_on(axes, *arguments)
    figure.savefig(path, metadata={"Date": None, "Creator": None})
    plt.close(figure)
    # matplotlib ends lines with blanks.
    text = path.read_text(encoding="utf-8")
    path.write_text("\n".join(line.rstrip() for line in text.splitlines()) + "\n", encoding="utf-8")


def _reliability(axes: Axes, scores: np.ndarray, truth: np.ndarray) -> None:
    """Share of low-credibility articles by score, as if both kinds were as frequent."""
    weights = np.where(truth == 1, 0.5 / (truth == 1).sum(), 0.5 / (truth == 0).sum())
    starts = range(0, 100, BIN)
    middles, shares = [], []
    for start in starts:
        inside = (scores >= start) & (scores < start + BIN)
        if inside.sum() >= FEWEST:
            middles.append(start + BIN / 2)
            shares.append(weights[inside & (truth == 1)].sum() / weights[inside].sum())
    axes.axhline(0.5, color=SOFT, linewidth=0.8, linestyle=":")
    axes.plot(middles, shares, color=INK, marker="o", markersize=4)
    for edge in (SCORECARD.weak, SCORECARD.strong):
        axes.axvline(edge, color=SOFT, linewidth=0.8)
    axes.set(xlim=(0, 100), ylim=(0, 1), xlabel="score", ylabel="share of low-credibility articles")


def _distribution(axes: Axes, scores: np.ndarray, truth: np.ndarray) -> None:
    """How scores lie, for either kind."""
    edges = np.arange(0, 101, BIN)
    for label, colour, words in ((1, LOW, "low credibility"), (0, CREDIBLE, "credible")):
        own = scores[truth == label]
        axes.hist(
            own, bins=edges, weights=np.full(len(own), 1 / len(own)), histtype="step",
            color=colour, linewidth=1.6, label=words,
        )  # fmt: skip
    for edge in (SCORECARD.weak, SCORECARD.strong):
        axes.axvline(edge, color=SOFT, linewidth=0.8)
    axes.set(xlim=(0, 100), xlabel="score", ylabel="share of articles")
    axes.legend(frameon=False)


def _comparison(axes: Axes, results: Results) -> None:
    """AUC on each left-out set with its interval, ours and the simple models'."""
    rows = [OURS, *next(iter(results.left_out.values())).baselines]
    marks = ("o", "s", "D", "^", "v")
    for index, row in enumerate(rows):
        for place, result in enumerate(results.left_out.values()):
            found = result.ours if row == OURS else result.baselines[row]
            at = place + (index - (len(rows) - 1) / 2) * 0.13
            colour = INK if row == OURS else SOFT
            axes.plot([at, at], [found.low, found.high], color=colour, linewidth=1.2)
            axes.plot(at, found.value, marks[index], color=colour, markersize=6, label=None if place else row)
    axes.axhline(0.5, color=SOFT, linewidth=0.8, linestyle=":")
    axes.set_xticks(range(len(results.left_out)), results.left_out)
    axes.set(ylim=(0.35, 1), ylabel="AUC on the set left out")
    axes.legend(frameon=False, ncols=2, fontsize=8, loc="lower right")
