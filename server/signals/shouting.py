"""Capitals and exclamation marks in the text.

What it looks at
----------------
Exclamation marks outside quotations, and words in capitals that the article
elsewhere writes in small letters or that stand in a row, per 1,000 words.
Datelines, headings in capitals, abbreviations and names that begin with one
(“BHA NEWS”) are passed over.

Why it matters
--------------
Capitals and exclamation marks ask for excitement where a report would give a
reason. Exclamation marks in the text are more frequent in the low-credibility
articles of every labelled set at hand.

What it cannot tell
-------------------
Whether the excitement is meant in fun. Transcripts and social media posts
inside an article may carry their writers' capitals.

How it can be gamed
-------------------
By shouting in small letters, or by writing every occurrence of a word in
capitals, which then looks like an abbreviation.

References
----------
- [CredWeb signals](https://credweb.org/signals/) `74b754a2` exclamation marks, `275e2271` ALL CAPS
- Horne & Adalı 2017, [This Just In](https://arxiv.org/abs/1703.09398)
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from server.core.measure import per_thousand, ramp
from server.core.model import Finding, Status
from server.core.signal import Signal
from server.core.text import Text

# Marks and words in capitals per 1,000 words.
FEW, MANY = 0.5, 9.0
# Words that join in a row are taken together.
_WORD = re.compile("[A-Z]{4,}")
_ABBREVIATION_BEFORE = re.compile(r"\b([A-Z]{2,3}) $")
_CAPITALS = re.compile(r"[A-Z]{4,}(?:[ ,]+[A-Z]{2,})*(?![\w'-])")


def evaluate(*, body: Text) -> Finding:
    """Measure how often the text raises its voice."""
    marks = [(start, end) for start, end in _exclamations(body.plain) if not body.in_quotation(start)]
    # A paragraph's first words in capitals are a dateline or a heading.
    opening = {start for start, _ in body.paragraphs}
    runs = [
        match
        for match in _capitals(body)
        if match.start() not in opening and not body.in_quotation(match.start())
    ]
    written_small = set(body.plain.split()) if runs else set()
    capitals = [
        match.span()
        for match in runs
        if _shouted(match[0], written_small) and not _in_a_name(body.plain, match.start(), written_small)
    ]
    measured = {"marks": len(marks), "capitals": len(capitals), "words": len(body.words)}
    strength = ramp(per_thousand(len(marks) + len(capitals), len(body.words)), FEW, MANY)
    if not strength:
        return Finding(Status.PASS, "pass", 0.0, measured)
    return Finding(Status.CONCERN, "concern", strength, measured, body.spans(sorted(marks + capitals)))


def _capitals(body: Text) -> Iterator[re.Match[str]]:
    """Yield the stretches of words in capitals."""
    start = body.shape.find(b"AAAA")
    while start >= 0:
        match = _CAPITALS.match(body.plain, start)
        if match:
            yield match
        start = body.shape.find(b"AAAA", match.end() if match else start + 1)


def _exclamations(plain: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each run of exclamation marks."""
    start = plain.find("!")
    while start >= 0:
        end = start + 1
        while plain[end : end + 1] == "!":
            end += 1
        yield start, end
        start = plain.find("!", end)


def _shouted(run: str, written_small: Collection[str]) -> bool:
    """Tell shouted words from abbreviations: the article writes at least one of them in small letters too."""
    return any(word.lower() in written_small for word in _WORD.findall(run))


def _in_a_name(plain: str, start: int, written_small: Collection[str]) -> bool:
    """Tell whether an abbreviation stands before, as in the name of a house: it is never written small."""
    before = _ABBREVIATION_BEFORE.search(plain, max(0, start - 4), start)
    return before is not None and before[1].lower() not in written_small


SIGNAL = Signal(__name__, __doc__, 2, evaluate, needs=("body",))
