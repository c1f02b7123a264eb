"""One thing is set against another: a good sign.

What it looks at
----------------
Words that weigh: “but”, “although”, “despite”, “unless”, “rather than”, and
“yet” and “still” at the start of a sentence. They are counted outside
quotations, per 1,000 words.

Why it matters
--------------
Whoever says what speaks against a statement has looked for it. In five
studies, people who told the truth set things apart with words such as “but”
and “except” more often than people who lied, and such words stand more densely
in the credible articles of every labelled set at hand.

What it cannot tell
-------------------
What is being weighed, or whether it is weighed fairly. Plain reports of an
event need few such words.

How it can be gamed
-------------------
By writing “but” more often. Having none costs nothing here, and having many
earns only so much.

References
----------
- Newman, Pennebaker, Berry & Richards 2003, [Lying Words](https://doi.org/10.1177/0146167203029005010):
  exclusive words
"""

from __future__ import annotations

from server.core.density import merit, own_hits
from server.core.model import Finding
from server.core.signal import Signal
from server.core.text import Text
from server.signals.lexicons.balance import OPENING, WEIGHING

# Weighing words per 1,000 words: up to FEW nothing is earned, from MANY on all.
FEW, MANY = 1.0, 13.0


def evaluate(*, body: Text) -> Finding:
    """Measure how often the text sets one thing against another."""
    opening = [hit for hit in own_hits(body, OPENING) if body.plain[hit.start].isupper()]
    return merit(body, sorted([*own_hits(body, WEIGHING), *opening]), FEW, MANY)


SIGNAL = Signal(__name__, __doc__, 1, evaluate, needs=("body",), phrases=(WEIGHING, OPENING))
