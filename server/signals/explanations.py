"""Reasons and examples: a good sign.

What it looks at
----------------
Words that bring a reason, an example or the whole of which something is a
part, such as “because”, “for example”, “including” or “as part of”, outside
quotations and per 1,000 words.

Why it matters
--------------
Whoever gives a reason or an example lets readers check the one against the
other. Made-up accounts are told more simply than true ones. In all labelled
sets at hand such words stand more in the credible articles.

What it cannot tell
-------------------
Whether the reason holds or the example fits. Short reports of single events
have little to explain.

How it can be gamed
-------------------
By adding a “because” to a bare assertion. It earns only so much, and having
none costs nothing.

References
----------
- Newman, Pennebaker, Berry & Richards 2003, [Lying Words](https://doi.org/10.1177/0146167203029005010)
"""

from __future__ import annotations

from server.core.density import merit, own_hits
from server.core.model import Finding
from server.core.signal import Signal
from server.core.text import Text
from server.signals.lexicons.manner import EXPLANATIONS

# Words per 1,000 words: up to FEW nothing is earned, from MANY on all.
FEW, MANY = 1.0, 13.0


def evaluate(*, body: Text) -> Finding:
    """Measure how often the text gives a reason, an example or the whole."""
    return merit(body, own_hits(body, EXPLANATIONS), FEW, MANY)


SIGNAL = Signal(__name__, __doc__, 1, evaluate, needs=("body",), phrases=(EXPLANATIONS,))
