"""The article says the same again in the same words.

What it looks at
----------------
Stretches of seven words or more that stand in the text twice, and the share
of the text they take up. Quotations are left out: a key quotation may well
be repeated.

Why it matters
--------------
Repetition fills a page without adding anything to check, and what is repeated
is more readily believed. Bodies of false stories were found more repetitive
than those of real news.

What it cannot tell
-------------------
Whether the repetition serves the reader, as in a refrain, a list of rules or
a name spelled out each time.

How it can be gamed
-------------------
By changing a word here and there.

References
----------
- Horne & Adalı 2017, [This Just In](https://arxiv.org/abs/1703.09398)
- Fazio et al. 2015, [Knowledge does not protect against illusory truth](https://doi.org/10.1037/xge0000098)
"""

from __future__ import annotations

from collections.abc import Iterator

from server.core.measure import ramp
from server.core.model import Finding, Status
from server.core.signal import Signal
from server.core.text import WORD, Text

STRETCH = 7  # words
# Share of the words that stand in a stretch said before.
LITTLE, MUCH = 0.02, 0.1


def evaluate(*, body: Text) -> Finding:
    """Measure the share of words that repeat an earlier stretch."""
    repeats = [repeat for repeat in _repeats(body) if not body.in_quotation(repeat[0])]
    repeated = sum(words for _, _, words in repeats)
    measured = {"repeated": repeated, "words": len(body.words)}
    strength = ramp(repeated / len(body.words), LITTLE, MUCH)
    if not strength:
        return Finding(Status.PASS, "pass", 0.0, measured)
    spans = tuple(body.span(start, end) for start, end, _ in repeats)
    return Finding(Status.CONCERN, "concern", strength, measured, spans)


def _repeats(body: Text) -> Iterator[tuple[int, int, int]]:
    """Yield (start, end, words) of each longest stretch within a sentence that stood in the text before."""
    seen: set[tuple[str, ...]] = set()
    for sentence, words in zip(body.sentences, body.sentence_words, strict=True):
        runs = list(_runs(words, seen))
        if runs:
            spans = [match.span() for match in WORD.finditer(body.folded, *sentence)]
            yield from ((spans[first][0], spans[last - 1][1], last - first) for first, last in runs)


def _runs(words: list[str], seen: set[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Yield (first, last + 1) of the runs of ``words`` whose stretches are all in ``seen``, which grows."""
    first = last = 0
    for index in range(len(words) - STRETCH + 1):
        stretch = tuple(words[index : index + STRETCH])
        if stretch not in seen:
            seen.add(stretch)
            continue
        if index > last:
            if last:
                yield first, last
            first = index
        last = index + STRETCH
    if last:
        yield first, last


SIGNAL = Signal(__name__, __doc__, 1, evaluate, needs=("body",))
