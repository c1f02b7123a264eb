"""The article says how something was learnt: a good sign.

What it looks at
----------------
Words that say how a report came by what it tells: “in an interview”, “at a
news conference”, “in a statement”, “by email”, “court records”, “documents
obtained by”. They are counted outside quotations, per 1,000 words.

Why it matters
--------------
Whoever knows how something was learnt can judge how good the source is, and
can go and look. The SPJ code asks to identify sources clearly, and to use
original sources where possible.

What it cannot tell
-------------------
Whether the interview took place, or what else was said in it. A press release
is a source, too, and seldom a disinterested one.

How it can be gamed
-------------------
By naming interviews and documents that there are not. Having none costs
nothing here, and having many earns only so much.

References
----------
- Society of Professional Journalists, [Code of Ethics](https://www.spj.org/spj-code-of-ethics/)
- [CredWeb signals](https://credweb.org/signals/) `7113e6b1` quoted sources
"""

from __future__ import annotations

from server.core.density import merit, own_hits
from server.core.model import Finding
from server.core.signal import Signal
from server.core.text import Text
from server.signals.lexicons.sourcing import FIRST_HAND

# Ways of learning per 1,000 words: up to FEW nothing is earned, from MANY on all.
FEW, MANY = 0.0, 5.0


def evaluate(*, body: Text) -> Finding:
    """Measure how often the text says how something was learnt."""
    return merit(body, own_hits(body, FIRST_HAND), FEW, MANY)


SIGNAL = Signal(__name__, __doc__, 1, evaluate, needs=("body",), phrases=(FIRST_HAND,))
