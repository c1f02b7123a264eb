"""Everything that can be said of how often the scores are right, in one run.

    PYTHONPATH=. python tests/evaluation/evaluate.py DATA [--renew] [--loosen REASON]

DATA is a folder with articles/ and headlines/. Prints the figures, writes
docs/evaluation.md with its diagrams, and fails where a figure is worse than
its limit in baseline.json. ``--renew`` makes limits as strict as the figures
are now; ``--loosen`` lets them become looser too, and keeps the reason.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.evaluation import floors
from tests.evaluation.diagrams import draw
from tests.evaluation.report import report
from tests.evaluation.results import held, measure

DOCS = Path(__file__).parents[2] / "docs"


def main(data: Path, *, renew: bool, loosen: str | None) -> int:
    results = measure(data)
    figures = held(results)
    for name, figure in figures.items():
        print(f"{figure.value:8.4f}  {name}")
    (DOCS / "evaluation.md").write_text(report(results), encoding="utf-8")
    draw(results, DOCS / "images" / "evaluation")
    if renew or loosen:
        floors.write(floors.renewed(figures, floors.read(), loosen))
    worse = floors.broken(figures, floors.read())
    print("\n".join(worse) if worse else "Every figure holds its limit.")
    return int(bool(worse))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="How often the scores are right.")
    parser.add_argument("data", type=Path, metavar="DATA")
    parser.add_argument("--renew", action="store_true", help="make limits as strict as the figures are now")
    parser.add_argument("--loosen", metavar="REASON", help="let limits become looser, and keep the reason")
    chosen = parser.parse_args()
    sys.exit(main(chosen.data, renew=chosen.renew, loosen=chosen.loosen))
