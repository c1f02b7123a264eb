"""Offices and institutions are named: a good sign.

What it looks at
----------------
Officials and bodies that are named by their office, such as “spokeswoman”, “the
ministry”, “director of”, “professor at” or “police said”, outside quotations,
per 1,000 words.

Why it matters
--------------
An office can be asked whether it said or did what the article reports. Texts
that name none leave nobody to ask. Quoting outside experts goes with
credibility in an experts' study (r = .33).

What it cannot tell
-------------------
Whether the office said it, or whether it exists. Whether an office is to be
believed is another question: this signal only says that there is one to ask.

How it can be gamed
-------------------
By naming offices that were never asked. Having none costs nothing here, and
having many earns only so much.

References
----------
- Zhang et al. 2018, [A Structured Response to Misinformation](https://doi.org/10.1145/3184558.3188731)
- Society of Professional Journalists, [Code of Ethics](https://www.spj.org/spj-code-of-ethics/)
- [CredWeb signals](https://credweb.org/signals/) `7113e6b1` quoted sources
"""

from __future__ import annotations

from server.core.density import merit, own_hits
from server.core.model import Finding
from server.core.signal import Signal
from server.core.text import Text
from server.signals.lexicons.sourcing import OFFICES

# Offices named per 1,000 words: up to FEW nothing is earned, from MANY on all.
FEW, MANY = 0.0, 12.0


def evaluate(*, body: Text) -> Finding:
    """Measure how often the text names an office or a body."""
    return merit(body, own_hits(body, OFFICES), FEW, MANY)


SIGNAL = Signal(__name__, __doc__, 1, evaluate, needs=("body",), phrases=(OFFICES,))
