"""Extraction and badges on a folder of real pages with gold texts.

    PYTHONPATH=. python tests/evaluation/pages.py FOLDER

FOLDER holds manifest.jsonl.gz (id, url, domain, gold_text) and html/ID.html.gz,
as made from the article extraction benchmark. Prints how well the extracted
text agrees with the gold text (token F1) and which badges the pages get; fails
below the floors.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing import Pool
from pathlib import Path
from statistics import mean

from server.core.assess import Engine
from server.core.model import Level
from server.extract import extract
from server.scorecard import RULESET, SCORECARD
from server.signals import SIGNALS

MEAN_F1, LOWEST_F1, MOST_WEAK = 0.955, 0.5, 0.02
TOKEN = re.compile(r"\w+")
ENGINE = Engine(SIGNALS, SCORECARD, RULESET)


@dataclass(frozen=True)
class Result:
    id: str
    domain: str
    precision: float
    recall: float
    level: Level
    score: int | None
    reason: str | None
    error: str | None = None

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def agreement(text: str, gold: str) -> tuple[float, float]:
    """Return precision and recall of the words of ``text`` as a bag."""
    found, wanted = Counter(TOKEN.findall(text)), Counter(TOKEN.findall(gold))
    shared = sum((found & wanted).values())
    return shared / max(1, found.total()), shared / max(1, wanted.total())


def pages(folder: Path) -> Iterator[tuple[dict[str, str], str]]:
    with gzip.open(folder / "manifest.jsonl.gz", "rt", encoding="utf-8") as manifest:
        for line in manifest:
            entry = json.loads(line)
            html = gzip.decompress((folder / "html" / f"{entry['id']}.html.gz").read_bytes())
            yield entry, html.decode("utf-8", "replace")


def measure(page: tuple[dict[str, str], str]) -> Result:
    entry, html = page
    try:
        article = extract(html, entry["url"])
        assessment = ENGINE.assess(article)
    except Exception:  # noqa: BLE001 - the point of the run is to find these
        return Result(entry["id"], entry["domain"], 0, 0, Level.UNSCORED, None, None, traceback.format_exc())
    precision, recall = agreement(article.text, entry["gold_text"])
    return Result(
        entry["id"],
        entry["domain"],
        precision,
        recall,
        assessment.level,
        assessment.score,
        assessment.unscored_reason,
    )


def main(folder: Path) -> int:
    with Pool() as pool:
        results = pool.map(measure, pages(folder), chunksize=8)
    errors = [result for result in results if result.error]
    f1 = mean(result.f1 for result in results)
    print(f"{len(results)} pages, {len(errors)} errors")
    print(
        f"token F1 {f1:.4f} (floor {MEAN_F1}), precision {mean(r.precision for r in results):.4f}, "
        f"recall {mean(r.recall for r in results):.4f}"
    )
    low = [result for result in results if result.f1 < LOWEST_F1]
    print(f"{len(low)} pages under {LOWEST_F1}; the lowest:")
    for result in sorted(results, key=lambda result: result.f1)[:8]:
        print(f"  {result.f1:.3f}  {result.id[:12]}  {result.domain}")
    print("levels:", dict(Counter(str(result.level) for result in results)))
    print("unscored:", dict(Counter(str(result.reason) for result in results if result.reason)))
    scored = [result for result in results if result.score is not None]
    weak = [result for result in scored if result.level is Level.WEAK]
    share = len(weak) / max(1, len(scored))
    print(f"weak: {len(weak)} of {len(scored)} scored, {share:.1%} (limit {MOST_WEAK:.0%})")
    for result in weak:
        print(f"  {result.score}  {result.id[:12]}  {result.domain}")
    for result in errors:
        print(result.error)
    return int(bool(errors) or f1 < MEAN_F1 or bool(low) or share > MOST_WEAK)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
