"""Stock phrases that could stand in any article.

What it looks at
----------------
Set phrases such as “only time will tell”, “a glimmer of hope” or “in a world
where”, counted per 1,000 words. One alone never counts.

Why it matters
--------------
Such phrases take up room and tell nothing that a reader could check. Texts
made of them are often written without anybody having asked, seen or read
anything: a text needs no reporting for a phrase that fits every event.

What it cannot tell
-------------------
Who or what wrote the text, and whether it is true. Speeches, columns and
obituaries use set phrases with good reason.

How it can be gamed
-------------------
By paraphrasing: the list knows the phrases, not the emptiness.

References
----------
- Orwell 1946, [Politics and the English Language](https://www.orwellfoundation.com/the-orwell-foundation/orwell/essays-and-other-works/politics-and-the-english-language/)
- Horne & Adalı 2017, [This Just In](https://arxiv.org/abs/1703.09398): fake news bodies are
  simpler and more repetitive
"""

from __future__ import annotations

from server.core.measure import per_thousand, ramp
from server.core.model import Finding, Status
from server.core.signal import Signal
from server.core.text import Text
from server.signals.lexicons.filler import FILLER

# Phrases per 1,000 words: FEW are ordinary prose, from MANY on the concern is full.
FEW, MANY = 2.5, 12.0


def evaluate(*, body: Text) -> Finding:
    """Measure how much of the text is stock phrases; quotations are others' words."""
    hits = [hit for hit in body.hits(FILLER) if not body.in_quotation(hit.start)]
    strength = ramp(per_thousand(len(hits), len(body.words)), FEW, MANY)
    measured = {"phrases": len(hits), "words": len(body.words)}
    if not strength:
        return Finding(Status.PASS, "pass", 0.0, measured)
    spans = tuple(body.span(hit.start, hit.end) for hit in hits)
    return Finding(Status.CONCERN, "concern", strength, measured, spans)


SIGNAL = Signal(__name__, __doc__, 1, evaluate, needs=("body",), phrases=(FILLER,))
