"""Sentences that open with a turn: a good sign.

What it looks at
----------------
Sentences of the text's own that begin with a word of contrast, such as “But”,
“Yet”, “Still” or “Even so”, per 1,000 words.

Why it matters
--------------
Such a sentence answers the one before it: there is more to say than one
thing. Words that set one thing against another mark truthful accounts in
experiments, because made-up ones are told more simply.

What it cannot tell
-------------------
Whether the objection is a real one. A speech can knock down claims that
nobody made, and a short notice has nothing to weigh.

How it can be gamed
-------------------
By beginning sentences with “But”. It earns little, and having none costs
nothing.

References
----------
- Newman, Pennebaker, Berry & Richards 2003, [Lying Words](https://doi.org/10.1177/0146167203029005010)
"""

from __future__ import annotations

from server.core.density import merit, own_hits
from server.core.model import Finding
from server.core.signal import Signal
from server.core.text import Text
from server.signals.lexicons.balance import TURNS

# Turns per 1,000 words: from MANY on there is nothing left to earn.
FEW, MANY = 0.0, 5.0
_SENTENCE_ENDS = frozenset(".!?…\"')]")


def evaluate(*, body: Text) -> Finding:
    """Measure how many sentences open with a word of contrast."""
    opening = [hit for hit in own_hits(body, TURNS) if _opens_a_sentence(body.plain, hit.start)]
    return merit(body, opening, FEW, MANY)


def _opens_a_sentence(plain: str, start: int) -> bool:
    before = plain[max(0, start - 3) : start].rstrip()
    return plain[start].isupper() and (not before or before[-1] in _SENTENCE_ENDS)


SIGNAL = Signal(__name__, __doc__, 1, evaluate, needs=("body",), phrases=(TURNS,))
