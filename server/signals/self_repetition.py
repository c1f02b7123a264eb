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
from collections.abc import Collection, Iterator

from server.core.measure import ramp
from server.core.model import Finding, Status
from server.core.signal import Signal
from server.core.text import Text

STRETCH = 7  # words
# Share of the words that stand in a stretch said before.
LITTLE, MUCH = 0.02, 0.1
_FAMILIAR = re.compile(rb"\x01{%d,}" % STRETCH)


def evaluate(*, body: Text) -> Finding:
    """Measure the share of words that repeat an earlier stretch."""
    # The stretch may begin with the opening mark itself.
    repeats = [found for found in _repeats(body) if not body.in_quotation(found[0] + 1)]
    repeated = sum(words for _, _, words in repeats)
    measured = {"repeated": repeated, "words": len(body.words)}
    strength = ramp(repeated / len(body.words), LITTLE, MUCH)
    if not strength:
        return Finding(Status.PASS, "pass", 0.0, measured)
    return Finding(Status.CONCERN, "concern", strength, measured, body.spans(repeats))


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
    often = {word for word, count in body.counts.items() if count > 1}
    places: dict[int, list[tuple[int, int]]] = {}
    for first, last in _seen_before(tuple(stream), often):
        sentence = bisect_right(firsts, first) - 1
        if sentence not in places:
            places[sentence] = _places(body, sentence)
        offset = firsts[sentence]
        yield places[sentence][first - offset][0], places[sentence][last - 1 - offset][1], last - first


def _seen_before(stream: tuple[str, ...], often: Collection[str]) -> list[tuple[int, int]]:
    """Return (first, last + 1) of each longest stretch, of words used often, that stood before."""
    seen: dict[tuple[str, ...], int] = {}
    found: list[tuple[int, int]] = []
    for run in _FAMILIAR.finditer(bytes(map(often.__contains__, stream))):
        for index in range(run.start(), run.end() - STRETCH + 1):
            end = index + STRETCH
            if seen.setdefault(stream[index:end], index) == index:
                continue
            if found and index <= found[-1][1]:
                found[-1] = (found[-1][0], end)
            else:
                found.append((index, end))
    return found


def _places(body: Text, sentence: int) -> list[tuple[int, int]]:
    """Return (start, end) of each word of a sentence."""
    places = []
    find = body.folded.index
    end, _ = body.sentences[sentence]
    for word in body.sentence_words[sentence]:
        start = find(word, end)
        end = start + len(word)
        places.append((start, end))
    return places


SIGNAL = Signal(__name__, __doc__, 1, evaluate, needs=("body",))
