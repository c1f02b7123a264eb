"""Fits the scorecard's points and measures each signal's track record.

    PYTHONPATH=. python tests/evaluation/fit.py DATA

Writes server/measured.py; the same data gives the same file. Which signals are
fitted, which side of each may count, and the caps are said in
server/scorecard.py. Move the ruleset on afterwards.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from server.core.model import Finding, Status, TrackRecord
from server.scorecard import CITED, MEASURED, SCORECARD
from server.signals import BY_ID
from tests.evaluation.fitting import fitted
from tests.evaluation.measures import auc
from tests.evaluation.samples import Sample, article_samples, labels, sides

ROOT = Path(__file__).parents[2]
MODULE = ROOT / "server" / "measured.py"
HEAD = '''"""What was measured on labelled articles. Written by `make fit`; edit nothing here.

``SETS`` are the sets with their numbers of scored articles, of low credibility
and credible. ``POINTS`` are each signal's points lost and earned at most, from
a regularised fit on all sets. ``DIRECTIONS`` are each signal's AUC on the sets
by itself, over .5 where it speaks against articles of low credibility.
``TRACK_RECORDS`` count the articles on which it fires, all sets together.
docs/evaluation.md says how and what of it holds on texts that were left out.
"""

from server.core.model import TrackRecord

'''


def risks(group: Sequence[Sample], id_: str) -> list[float]:
    """Return how far the signal speaks against each article, and below 0 for it."""
    weight = SCORECARD.weights[id_]
    pairs = (sides(sample.findings[id_], weight) for sample in group)
    return [against - good for against, good in pairs]


def fires(id_: str, finding: Finding) -> bool:
    """Whether the signal shows: the concern, or for one that only earns, the good sign."""
    weight = SCORECARD.weights.get(id_)
    only_earns = weight is not None and not weight.concern
    return finding.status is (Status.PASS if only_earns else Status.CONCERN)


def shown(id_: str) -> bool:
    """Whether headline and text alone show what the signal looks at: a byline that the text happens to
    carry says nothing of how often one is missing."""
    signal = BY_ID[id_]
    return not (
        {*signal.inputs} & {"authors", "published", "publisher"} or {*signal.needs} & {"links", "media"}
    )


def track_record(samples: Sequence[Sample], id_: str) -> TrackRecord | None:
    """Return on how many articles the signal fires; ``None`` where it can't tell on any of one kind."""
    counts = {0: [0, 0], 1: [0, 0]}
    for sample in samples:
        finding = sample.findings[id_]
        if finding.status is not Status.UNKNOWN:
            counts[sample.row.label][0] += fires(id_, finding)
            counts[sample.row.label][1] += 1
    record = TrackRecord(*counts[1], *counts[0])
    return record if record.of_low and record.of_credible else None


def main(data: Path) -> None:
    groups = {name: [one for one in group if one.scored] for name, group in article_samples(data).items()}
    together = [sample for group in groups.values() for sample in group]
    card = fitted(groups, SCORECARD, frozenset(CITED))
    records = {id_: track_record(together, id_) for id_ in SCORECARD.weights if shown(id_)}
    facts = {
        "SETS": {
            name: (int(labels(group).sum()), int((1 - labels(group)).sum())) for name, group in groups.items()
        },
        "POINTS": {id_: (card.weights[id_].concern, card.weights[id_].merit) for id_ in MEASURED},
        "DIRECTIONS": {
            id_: tuple(round(auc(risks(group, id_), labels(group)), 2) for group in groups.values())
            for id_ in SCORECARD.weights
            if shown(id_)
        },
        "TRACK_RECORDS": {id_: record for id_, record in records.items() if record},
    }
    lines = [f"{name} = {value!r}\n" for name, value in facts.items()]
    MODULE.write_text(HEAD + "\n".join(lines), encoding="utf-8")
    subprocess.run(["ruff", "format", "--quiet", str(MODULE)], check=True, cwd=ROOT)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
