"""Much quotation, and hardly anybody who speaks.

What it looks at
----------------
The share of words within double quotation marks, held against the number of
different people named where somebody is said to speak (“said Ingrid Vass”,
“Vass told”), or on a line of their own, as in interviews. More quotation needs
more voices; a brief may do with one.

Why it matters
--------------
A text that lets one voice speak at length passes on what one side wants to be
heard. Zhang and others found quotations of outside experts more often in
credible articles (r = .33).

What it cannot tell
-------------------
Whether the one voice is the point, as in an interview, a portrait or a report
on a speech. Speakers who are named in no usual way are not counted.

How it can be gamed
-------------------
By naming people who say nothing of weight, or by quoting without quotation
marks.

References
----------
- Zhang et al. 2018, [A Structured Response to Misinformation](https://doi.org/10.1145/3184558.3188731)
- [CredWeb signals](https://credweb.org/signals/) `7113e6b1` quoted sources
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from server.core.measure import per_thousand, ramp
from server.core.model import Finding, Status
from server.core.names import full_names
from server.core.signal import Signal
from server.core.text import Text
from server.signals.lexicons.attribution import REPORTING, SAYING

# Share of words that are quoted, of at least 400, for each person who speaks: up to LITTLE is usual,
# from MUCH on the concern is full.
LITTLE, MUCH = 0.08, 0.35
_LONGEST_NAME = 25
_LONGEST_LINE = 60
_SENTENCE_ENDS = frozenset('.!?"')
_NAME_BEFORE = re.compile(r"\b([A-Z][\w'-]*[a-z]) $")
_NAME_AFTER = re.compile(r" ([A-Z][\w'-]*[a-z])\b")
_NO_NAMES = frozenset("he she they it we you who i this that and but".split())


def evaluate(*, body: Text) -> Finding:
    """Hold how much is quoted against how many people speak."""
    if not body.quotations:
        return Finding(Status.NOT_APPLICABLE, "not_applicable")
    plain = body.plain
    words = sum(plain.count(" ", start, end) + 1 for start, end in body.quotations)
    percent = round(100 * words / max(1, len(body.words)))
    quoted = per_thousand(words, len(body.words)) / 1000
    if quoted <= LITTLE:
        return Finding(Status.PASS, "few", 0.0, {"percent": percent})
    voices: set[str] = set()
    for name in _voices(body):
        voices.add(name)
        if len(voices) >= quoted / LITTLE:  # enough for so much quotation: no need to read on
            break
    measured = {"percent": percent, "voices": len(voices)}
    strength = ramp(quoted / max(1, len(voices)), LITTLE, MUCH)
    if not strength:
        return Finding(Status.PASS, "pass", 0.0, measured)
    return Finding(Status.CONCERN, "concern", strength, measured)


def _voices(body: Text) -> Iterator[str]:
    """Yield the last names of those who speak, some of them often."""
    for hit in body.hits(SAYING):
        before = _NAME_BEFORE.search(body.plain, max(0, hit.start - _LONGEST_NAME), hit.start)
        after = _NAME_AFTER.match(body.plain, hit.end)
        for name in (before, after):
            if name and name[1].lower() not in _NO_NAMES:
                yield name[1].lower()
    sentences = {body.sentence_at(hit.start) for phrases in (SAYING, REPORTING) for hit in body.hits(phrases)}
    sentences |= {line for line in body.paragraphs if _names_who_speaks(body.plain, *line)}
    for sentence in sorted(sentences):
        for start, end in full_names(body.plain, *sentence):
            yield body.folded[start:end].rpartition(" ")[2].removesuffix("'s")


def _names_who_speaks(plain: str, start: int, end: int) -> bool:
    """Tell a line such as “Ingrid Vass, baker” over somebody's words from a sentence."""
    return end - start <= _LONGEST_LINE and plain[end - 1] not in _SENTENCE_ENDS


SIGNAL = Signal(__name__, __doc__, 2, evaluate, needs=("body",), phrases=(SAYING, REPORTING))
