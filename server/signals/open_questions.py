"""The article says what is not known: a good sign.

What it looks at
----------------
Words with which a report marks the limits of what it knows: “it is unclear”,
“could not be independently verified”, “too early to”, “whether”, “under
investigation”. They are counted outside quotations, per 1,000 words.

Why it matters
--------------
News is rarely complete on the day. A report that says what is open lets its
readers tell what was found out from what was not, and leaves room for a
correction. The SPJ code asks for context, and not to oversimplify.

What it cannot tell
-------------------
Whether the question is really open. Doubt can be spread where there is
hardly any.

How it can be gamed
-------------------
By adding such words without having looked. Having none costs nothing here,
and having many earns only so much.

References
----------
- Society of Professional Journalists, [Code of Ethics](https://www.spj.org/spj-code-of-ethics/)
"""

from __future__ import annotations

import re

from server.core.density import merit, own_hits
from server.core.model import Finding
from server.core.phrases import Hit
from server.core.signal import Signal
from server.core.text import Text
from server.signals.lexicons.balance import OPEN_QUESTIONS, WHETHER

# Open questions per 1,000 words: up to FEW nothing is earned, from MANY on all.
FEW, MANY = 0.0, 5.0
# “Whether or not you like it” and “whether it's rain or snow” leave nothing open.
_ALL_THE_SAME = re.compile(r" (?:or not|it's|it is|by|you|we|one)\b")


def evaluate(*, body: Text) -> Finding:
    """Measure how often the text says what is not known."""
    hits = own_hits(body, OPEN_QUESTIONS, WHETHER)
    return merit(body, [hit for hit in hits if _open(body.plain, hit)], FEW, MANY)


def _open(plain: str, hit: Hit) -> bool:
    """Tell whether a “whether” asks something; all other phrases do."""
    if hit.phrase != "whether":
        return True
    return plain[hit.start] == "w" and not _ALL_THE_SAME.match(plain, hit.end)


SIGNAL = Signal(__name__, __doc__, 1, evaluate, needs=("body",), phrases=(OPEN_QUESTIONS, WHETHER))
