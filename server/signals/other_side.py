"""The other side is asked or heard: a good sign.

What it looks at
----------------
Six ways of letting the other side speak: somebody is asked, or was asked in
vain (“declined to comment”), denies, answers or defends it; critics,
supporters, or both sides are heard. Each way counts once.

Why it matters
--------------
The SPJ code asks to seek out the subjects of news coverage, so that they can
respond to criticism and allegations of wrongdoing. A reader who hears only one
side can't weigh it.

What it cannot tell
-------------------
Whether the sides are given fair room, or whether there are two sides at all.
Plain reports of an event need no other side.

How it can be gamed
-------------------
By adding a sentence that says nothing. Having none costs nothing here, and
each way earns only once.

References
----------
- Society of Professional Journalists, [Code of Ethics](https://www.spj.org/spj-code-of-ethics/)
- Zhang et al. 2018, [A Structured Response to Misinformation](https://doi.org/10.1145/3184558.3188731)
"""

from __future__ import annotations

from server.core.density import own_hits
from server.core.measure import ramp
from server.core.model import Finding, Status
from server.core.signal import Signal
from server.core.text import Text
from server.signals.lexicons import balance as words

WAYS = (
    words.ASKED_FOR_COMMENT,
    words.DENIALS,
    words.DEFENCES,
    words.OPPONENTS,
    words.SUPPORTERS,
    words.BOTH_SIDES,
)
# With so many different ways there is nothing left to wish for.
WELL_HEARD = 4


def evaluate(*, body: Text) -> Finding:
    """Count in how many ways the other side is heard."""
    hits = [found for way in WAYS if (found := own_hits(body, way))]
    measured = {"ways": len(hits), "of": len(WAYS)}
    if not hits:
        return Finding(Status.INFO, "info", None, measured)
    spans = body.spans(sorted(hit for found in hits for hit in found))
    return Finding(Status.PASS, "pass", ramp(len(hits), WELL_HEARD, 0), measured, spans)


SIGNAL = Signal(__name__, __doc__, 1, evaluate, needs=("body",), phrases=WAYS)
