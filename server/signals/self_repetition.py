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
By changing a word here and there: only the same words in the same order are
found.

References
----------
- Horne & Adalı 2017, [This Just In](https://arxiv.org/abs/1703.09398)
- Fazio et al. 2015, [Knowledge does not protect against illusory truth](https://doi.org/10.1037/xge0000098)
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from server.core.measure import ramp
from server.core.model import Finding, Status
from server.core.signal import Signal
from server.core.text import Text

STRETCH = 7  # words
# Share of the words that stand in a stretch said before.
LITTLE, MUCH = 0.02, 0.1
_TOKEN = re.compile(r"\S+")
_FAMILIAR = re.compile(rb"\x01{%d,}" % STRETCH)


def evaluate(*, body: Text) -> Finding:
    """Measure the share of words that repeat an earlier stretch."""
    # The stretch may begin with the opening mark itself.
    repeats = [repeat for repeat in _repeats(body) if not body.in_quotation(repeat[0] + 1)]
    repeated = sum(words for _, _, words in repeats)
    measured = {"repeated": repeated, "words": len(body.words)}
    strength = ramp(repeated / len(body.words), LITTLE, MUCH)
    if not strength:
        return Finding(Status.PASS, "pass", 0.0, measured)
    spans = tuple(body.span(start, end) for start, end, _ in repeats)
    return Finding(Status.CONCERN, "concern", strength, measured, spans)


def _repeats(body: Text) -> Iterator[tuple[int, int, int]]:
    """Yield (start, end, words) of each longest stretch within a sentence that stood in the text before."""
    stream: list[str] = []
    firsts: list[int] = []
    for words in body.sentence_words:
        firsts.append(len(stream))
        stream += words
        stream.append("")  # no word: a stretch ends with its sentence
    # Only words that are used more than once can be part of a repetition, and
    # there are seldom enough of them in a row: the others are passed over.
    often = {word for word, count in Counter(body.words).items() if count > 1}
    seen: set[tuple[str, ...]] = set()
    fixed = tuple(stream)
    for run in _FAMILIAR.finditer(bytes(map(often.__contains__, fixed))):
        for first, last in _seen_before(fixed, *run.span(), seen):
            sentence = bisect_right(firsts, first) - 1
            spans = [match.span() for match in _TOKEN.finditer(body.folded, *body.sentences[sentence])]
            offset = firsts[sentence]
            yield spans[first - offset][0], spans[last - 1 - offset][1], last - first


def _seen_before(
    stream: tuple[str, ...], start: int, stop: int, seen: set[tuple[str, ...]]
) -> list[tuple[int, int]]:
    """Return (first, last + 1) of what ``seen`` holds of ``stream[start:stop]``; ``seen`` grows."""
    found: list[tuple[int, int]] = []
    for index in range(start, stop - STRETCH + 1):
        end = index + STRETCH
        stretch = stream[index:end]
        if stretch not in seen:
            seen.add(stretch)
        elif found and index <= found[-1][1]:
            found[-1] = (found[-1][0], end)
        else:
            found.append((index, end))
    return found


SIGNAL = Signal(__name__, __doc__, 1, evaluate, needs=("body",))
