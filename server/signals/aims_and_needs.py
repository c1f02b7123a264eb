"""What people set out to do, and what it takes: a good sign.

What it looks at
----------------
Words that say what somebody plans, tries or has to do, such as “plans to”,
“agreed to”, “efforts to”, “whether to” or “needs to”, outside quotations and
per 1,000 words.

Why it matters
--------------
A plan can be held against what comes of it, and a need against what it would
take. Texts that judge instead of reporting have little to say about either. In
all labelled sets at hand such words stand more in the credible articles.

What it cannot tell
-------------------
Whether anybody has that plan. Speeches and advice are full of what one has to
do, and a report on something that is over has no plans to tell of.

How it can be gamed
-------------------
By ascribing plans to people. It earns only so much, and having none costs
nothing.

References
----------
- Society of Professional Journalists, [Code of Ethics](https://www.spj.org/spj-code-of-ethics/):
  gather, update and correct information throughout the life of a news story
"""

from __future__ import annotations

from server.core.density import merit, own_hits
from server.core.model import Finding
from server.core.signal import Signal
from server.core.text import Text
from server.signals.lexicons.manner import AIMS

# Per 1,000 words: from MANY on there is nothing left to earn.
FEW, MANY = 0.0, 9.0


def evaluate(*, body: Text) -> Finding:
    """Measure how often the text says what somebody plans, tries or has to do."""
    return merit(body, own_hits(body, AIMS), FEW, MANY)


SIGNAL = Signal(__name__, __doc__, 1, evaluate, needs=("body",), phrases=(AIMS,))
