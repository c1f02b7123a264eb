"""Statements made no larger than they are: a good sign.

What it looks at
----------------
Words that bound a statement, such as “often”, “mostly”, “in some cases”,
“likely to” or “so far”, outside quotations and per 1,000 words.

Why it matters
--------------
Few things are always so. A text that says how often and how surely can be
proved wrong in detail, and leaves readers less certain of what nobody knows.
In all labelled sets at hand such words stand more in the credible articles.

What it cannot tell
-------------------
Whether the bound is the right one. Careful words can also hide that a writer
does not know, and some facts need no qualification.

How it can be gamed
-------------------
By strewing in “often” and “likely”. It earns only so much, and having none
costs nothing.

References
----------
- Rashkin et al. 2017, [Truth of Varying Shades](https://doi.org/10.18653/v1/D17-1317)
"""

from __future__ import annotations

from server.core.density import merit, own_hits
from server.core.model import Finding
from server.core.signal import Signal
from server.core.text import Text
from server.signals.lexicons.manner import QUALIFIERS

# Words per 1,000 words: from MANY on there is nothing left to earn.
FEW, MANY = 0.0, 7.0


def evaluate(*, body: Text) -> Finding:
    """Measure how often the text says how far a statement goes."""
    return merit(body, own_hits(body, QUALIFIERS), FEW, MANY)


SIGNAL = Signal(__name__, __doc__, 1, evaluate, needs=("body",), phrases=(QUALIFIERS,))
