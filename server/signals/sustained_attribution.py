"""Speakers who are cited again: a good sign.

What it looks at
----------------
Reporting verbs that follow a pronoun, such as “she said”, “he added” or “they
wrote”, per 1,000 words.

Why it matters
--------------
Whoever is cited a second time was listened to for longer than one sentence.
Texts that only pass a sentence on have nothing to return to. In an experts'
study quoting people outside the newsroom went with credibility (r = .33).

What it cannot tell
-------------------
Whether the speaker exists, or was asked by the author. Stories made up as
reports can keep their speakers talking.

How it can be gamed
-------------------
By inventing speakers, or by cutting one quotation into several. It earns only
so much.

References
----------
- Zhang et al. 2018, [A Structured Response to Misinformation](https://doi.org/10.1145/3184558.3188731)
- [CredWeb signals](https://credweb.org/signals/) `7113e6b1` quoted sources
"""

from __future__ import annotations

from server.core.density import merit, own_hits
from server.core.model import Finding
from server.core.signal import Signal
from server.core.text import Text
from server.signals.lexicons.sourcing import SPEAKER_AGAIN

# Per 1,000 words: from MANY on there is nothing left to earn.
FEW, MANY = 0.0, 6.0


def evaluate(*, body: Text) -> Finding:
    """Measure how often the text returns to a speaker."""
    return merit(body, own_hits(body, SPEAKER_AGAIN), FEW, MANY)


SIGNAL = Signal(__name__, __doc__, 1, evaluate, needs=("body",), phrases=(SPEAKER_AGAIN,))
