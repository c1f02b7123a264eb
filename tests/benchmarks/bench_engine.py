"""How long an assessment takes, as ratios measured in one run.

    python tests/benchmarks/bench_engine.py

Prints a table and fails when a ratio is over its limit. Each text is new to
the process (a counter is appended), so that no cache can answer.
"""

from __future__ import annotations

import gc
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from server.core.assess import Engine
from server.core.model import Article
from server.scorecard import RULESET, SCORECARD
from server.signals import SIGNALS

SEED = Path(__file__).parents[2] / "seeds" / "articles" / "000_8b099efbd90d4261.txt"
TOKEN = re.compile(r"\w+|[^\w\s]")
MOST_TOKENISATIONS = 8.0
ROUNDS = 500
# Time per word may grow this much from the shortest text to the longest.
MOST_GROWTH = 1.25
# Eight times the length may take this many times as long: twice what is in proportion, for the noise.
MOST_HOSTILE_GROWTH = 16.0
PROSE = "The council of the town has voted, and it is what they said in the report. " * 20
HOSTILE = (
    "THE OF AND SHOUTING! ",
    "Ingrid Vass, director of the board, said that the mayor Paul Menard told it. ",
    "Experts say the and of ",
    '"the and of" ',
    "!",
    "?!. ",
    '"',
    "A-",
    "Ab A. ",
    "\n",
    " ",
    "the the ",
    "1 July 2 3 ",
    "e\u0301 the ",
    "the and of to\n\n",
)


def timed(run: Callable[[str], object], text: str) -> float:
    """Return the seconds that one run takes."""
    start = time.perf_counter()
    run(text)
    return time.perf_counter() - start


def main() -> int:
    title, _, body = SEED.read_text(encoding="utf-8").partition("\n")
    body = body.strip()
    engine = Engine(SIGNALS, SCORECARD, RULESET)

    def assess(text: str) -> object:
        return engine.assess(Article(title, text))

    gc.disable()
    # Noise comes in waves: each pair of runs is within one, and the median pair is told.
    texts = [f"{body} {number}." for number in range(ROUNDS)]
    pairs = [(timed(TOKEN.findall, text), timed(assess, text)) for text in texts]
    ratio = median(whole / tokenise for tokenise, whole in pairs)
    tokenise, whole = (median(times) * 1e6 for times in zip(*pairs, strict=True))
    print(f"{len(body.split())} words: tokenisation {tokenise:.0f} µs, assessment {whole:.0f} µs")
    print(f"assessment / tokenisation: {ratio:.2f} (limit {MOST_TOKENISATIONS})")

    words = body.split(" ")
    per_word = {}
    for size in (500, 5_000, 50_000):
        text = " ".join((words * (size // len(words) + 1))[:size])
        per_word[size] = median(timed(assess, f"{text} {number}.") for number in range(20)) / size
        print(f"{size:>6} words: {per_word[size] * 1e9:.0f} ns a word")
    growth = per_word[50_000] / per_word[500]
    print(f"time a word, 50,000 / 500 words: {growth:.2f} (limit {MOST_GROWTH})")
    slow = hostile(engine)
    return int(ratio > MOST_TOKENISATIONS or growth > MOST_GROWTH or slow)


def hostile(engine: Engine) -> bool:
    """Tell whether any text of one thing without end costs more than in proportion to its length."""
    slow = False
    for unit in HOSTILE:
        times = []
        for size in (50_000, 400_000):
            text = PROSE + (unit * (size // len(unit)))[:size] + PROSE
            start = time.perf_counter()
            engine.assess(Article("You won't BELIEVE “what the council said of it all”", text))
            times.append(time.perf_counter() - start)
        growth = times[1] / times[0]
        slow |= growth > MOST_HOSTILE_GROWTH
        print(f"eight times of {unit!r:<48} takes {growth:4.1f} times as long (limit {MOST_HOSTILE_GROWTH})")
    return slow


if __name__ == "__main__":
    sys.exit(main())
