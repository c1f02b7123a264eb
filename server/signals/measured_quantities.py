"""Comparisons and bounds: a good sign.

What it looks at
----------------
Words that measure: comparisons (“more than”, “compared with”), bounds (“at
least”, “up to”), shares (“some of”, “a majority of”) and estimates (“roughly”,
“on average”). They are counted outside quotations, per 1,000 words.

Why it matters
--------------
“At least half of them” can be checked, “everybody” can't. Rashkin and others
found that trusted news compares more, and that superlatives go with satire,
hoaxes and propaganda.

What it cannot tell
-------------------
Whether the comparison is fair or the estimate right.

How it can be gamed
-------------------
By measuring loosely: “up to” and “more than” fit almost anything. Having none
costs nothing here, and having many earns only so much.

References
----------
- Rashkin et al. 2017, [Truth of Varying Shades](https://doi.org/10.18653/v1/D17-1317)
"""

from __future__ import annotations

from server.core.density import merit, own_hits
from server.core.model import Finding
from server.core.signal import Signal
from server.core.text import Text
from server.signals.lexicons.balance import MEASURES

# Comparisons and bounds per 1,000 words: up to FEW nothing is earned, from MANY on all.
FEW, MANY = 0.0, 12.0


def evaluate(*, body: Text) -> Finding:
    """Measure how often the text compares, bounds and estimates."""
    return merit(body, own_hits(body, MEASURES), FEW, MANY)


SIGNAL = Signal(__name__, __doc__, 1, evaluate, needs=("body",), phrases=(MEASURES,))
