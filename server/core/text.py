"""One pass over a title or body: words, sentences, paragraphs, quotations and phrase hits.

All positions count code points of the analysis form (``Text.plain``);
:meth:`Text.quote` turns them into positions in the text as it was sent.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from math import inf

from server.core.attribution import words_citing_nobody
from server.core.model import Quotation, Span, Target
from server.core.normalise import analysis_form, fold, shape
from server.core.phrases import Hit, Phrases
from server.core.tuples import made_of

WORD = re.compile(r"[^\W_]+(?:['.&-][^\W_]+)*")
_PARAGRAPH_BREAK = re.compile(r"\n[^\S\n]*\n\s*")
# A small letter after a stop goes on with the sentence, as in “at 3 p.m. sharp”.
# Only the first of a run of stops is tried, or a text of nothing else would take forever.
_SENTENCE_END = re.compile(r"([.!?…](?<![.!?…][.!?…])[.!?…]*+[.!?…\"')\]]*+)\s++(?=[^a-z])")
# Double quotes only: a single quote is more often an apostrophe. What stands
# before the mark is looked at after it, so that the scan can jump from mark to mark.
_QUOTATION = re.compile(r"\"(?<![\w.,!?]\")(?=\S)([^\"\n]{1,1500}?)\"(?!\w)")
_ABBREVIATIONS = frozenset(
    """adm al ald apr aug ave blvd brig capt cf cmdr co col corp cpl dec dept det dr est etc feb fig
    fr ft gen gov hon inc insp jan jr jul jun lt ltd maj mar messrs mr mrs ms mt nov oct p pp pres prof
    pvt rep reps rev sen sens sept sgt sr st supt u.k u.n u.s vol vs""".split()
)
_LONGEST_ABBREVIATION = 7
_CONTEXT = 32
_span = made_of(Span)
_quotation = made_of(Quotation)

Place = tuple[int, int] | tuple[int, int, float] | Hit
Scan = Callable[[str], Mapping[Phrases, Sequence[Hit]]]


class Text:
    """A title or body, taken apart once for every signal.

    ``paragraphs``, ``sentences`` and ``quotations`` are (start, end) pairs, a
    quotation without its marks. ``sentence_words`` are each sentence's words,
    folded, as white space separates them; ``words`` are all of them, ``counts``
    says how often each is used, and ``narrated`` how many stand in sentences
    that cite nobody. ``shape`` is for finding capitals, numbers and stops
    (:func:`server.core.normalise.shape`). ``hits`` returns where the phrases
    of a declared list stand, in the order of the text.
    """

    __slots__ = (
        "_offsets",
        "counts",
        "folded",
        "hits",
        "narrated",
        "paragraphs",
        "plain",
        "quotations",
        "sentence_words",
        "sentences",
        "shape",
        "source",
        "target",
        "words",
    )

    def __init__(self, target: Target, source: str, scan: Scan) -> None:
        self.target = target
        self.source = source
        self.plain, self._offsets = analysis_form(source)
        self.folded = fold(self.plain)
        self.shape = shape(self.plain)
        self.paragraphs = tuple(_paragraphs(self.plain))
        self.sentences = tuple(_sentences(self.plain, self.shape, self.paragraphs))
        self.sentence_words = tuple([self.folded[start:end].split() for start, end in self.sentences])
        self.words = list(chain.from_iterable(self.sentence_words))
        self.counts = Counter(self.words)
        self.narrated = words_citing_nobody(self.sentence_words)
        self.quotations = tuple(match.span(1) for match in _QUOTATION.finditer(self.plain))
        found: defaultdict[Phrases, Sequence[Hit]] = defaultdict(list, scan(self.folded))
        self.hits = found.__getitem__

    def spans(self, places: Iterable[Place]) -> tuple[Span, ...]:
        """Return the spans of hits, or of anything else that begins with its start and end."""
        target = self.target
        return tuple([_span((target, place[0], place[1])) for place in places])

    def sentence_at(self, position: int) -> tuple[int, int]:
        """Return the sentence that holds ``position``, or the one before it."""
        after = bisect_right(self.sentences, (position, inf)) or 1
        return self.sentences[after - 1]

    def in_quotation(self, position: int) -> bool:
        """Tell whether somebody else's words stand at ``position``."""
        return holds(self.quotations, position)

    def quote(self, span: Span) -> Quotation:
        """Return the words at ``span`` exactly as they were sent, with their surroundings."""
        _, start, end = span
        if self._offsets is not None:
            start, end = self._offsets[start], self._offsets[end]
        source = self.source
        before = start - _CONTEXT if start > _CONTEXT else 0
        prefix, suffix = source[before:start], source[end : end + _CONTEXT]
        return _quotation((self.target, source[start:end], prefix, suffix, start, end))


def holds(places: Sequence[Place], position: int) -> bool:
    """Tell whether one of ``places``, which are in order and apart, holds ``position``."""
    after = bisect_right(places, (position, inf))
    return after > 0 and position < places[after - 1][1]


def _sentences(plain: str, shape_: bytes, paragraphs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the sentences of each paragraph; abbreviations end none."""
    for first, end in paragraphs:
        start = first
        stop = shape_.find(b".", start, end)
        while stop >= 0:
            match = _SENTENCE_END.match(plain, stop, end)
            if match and not (match[1] == "." and _abbreviated(plain, stop)):
                yield start, match.end(1)
                start = match.end()
            stop = shape_.find(b".", match.end() if match else stop + 1, end)
        yield start, end


def _abbreviated(plain: str, stop: int) -> bool:
    """Whether the full stop at ``stop`` belongs to an abbreviation or an initial."""
    before = plain[max(0, stop - _LONGEST_ABBREVIATION) : stop]
    if before.isalpha() and len(before) == _LONGEST_ABBREVIATION:  # within a longer word, as mostly
        return False
    words = before.split()
    word = words[-1].lstrip("\"'([") if words else ""
    return word.lower() in _ABBREVIATIONS or (len(word) == 1 and word.isupper())


def _paragraphs(plain: str) -> Iterator[tuple[int, int]]:
    """Yield the trimmed, non-empty stretches of ``plain`` between blank lines."""
    start = len(plain) - len(plain.lstrip())
    breaks = [match.span() for match in _PARAGRAPH_BREAK.finditer(plain, start)]
    for stop, following in (*breaks, (len(plain), len(plain))):
        end = start + len(plain[start:stop].rstrip())
        if start < end:
            yield start, end
        start = following
