"""How long an assessment takes, as ratios measured in one run.

    python tests/benchmarks/bench_engine.py

Prints a table and fails when a ratio is over its limit. Each text is new to
the process (a counter is appended), so that no cache can answer.
"""

from __future__ import annotations

import gc
import math
import re
import sys
import time
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path

from server.core.assess import Engine
from server.core.model import Article
from server.scorecard import RULESET, SCORECARD
from server.signals import SIGNALS

SEED = Path(__file__).parents[2] / "seeds" / "articles" / "000_8b099efbd90d4261.txt"
TOKEN = re.compile(r"\w+|[^\w\s]")
MOST_TOKENISATIONS = 8.0
# Time per word may grow this much from the shortest text to the longest.
MOST_GROWTH = 1.25


def fastest(
    runs: Sequence[Callable[[str], object]], text: str, fresh: count[int], rounds: int
) -> list[float]:
    """Return the shortest time of each of ``runs`` in seconds; they take turns, to share the machine's noise."""
    times = [math.inf] * len(runs)
    for _ in range(rounds):
        for index, run in enumerate(runs):
            new = f"{text} {next(fresh)}."
            start = time.perf_counter()
            run(new)
            times[index] = min(times[index], time.perf_counter() - start)
    return times


def main() -> int:
    title, _, body = SEED.read_text(encoding="utf-8").partition("\n")
    body = body.strip()
    engine = Engine(SIGNALS, SCORECARD, RULESET)
    fresh = count()

    def assess(text: str) -> object:
        return engine.assess(Article(title, text))

    gc.disable()
    tokenise, whole = fastest([TOKEN.findall, assess], body, fresh, rounds=300)
    ratio = whole / tokenise
    print(
        f"{len(body.split())} words: one tokenisation {tokenise * 1e6:.0f} µs, one assessment {whole * 1e6:.0f} µs"
    )
    print(f"assessment / tokenisation: {ratio:.2f} (limit {MOST_TOKENISATIONS})")

    words = body.split(" ")
    per_word = {}
    for size in (500, 5_000, 50_000):
        text = " ".join((words * (size // len(words) + 1))[:size])
        per_word[size] = fastest([assess], text, fresh, rounds=20)[0] / size
        print(f"{size:>6} words: {per_word[size] * 1e9:.0f} ns a word")
    growth = per_word[50_000] / per_word[500]
    print(f"time a word, 50,000 / 500 words: {growth:.2f} (limit {MOST_GROWTH})")
    return int(ratio > MOST_TOKENISATIONS or growth > MOST_GROWTH)


if __name__ == "__main__":
    sys.exit(main())
