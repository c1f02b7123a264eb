"""Stock phrases that could stand in any article.

What it looks at
----------------
Set phrases such as “only time will tell”, “a glimmer of hope” or “in a world
where” outside quotations, per 1,000 words. Stock words such as “unwavering”
or “tapestry” count a quarter of a phrase. One phrase alone is never a
concern, nor are a few stock words.

Why it matters
--------------
Such phrases take up room and tell nothing that a reader could check. Nobody
has to be asked, and nothing has to be seen or read, for a phrase that fits
every event.

What it cannot tell
-------------------
Who or what wrote the text, and whether what it says happened. Speeches,
columns and obituaries use set phrases with good reason.

How it can be gamed
-------------------
By paraphrasing: the list knows the phrases, not the emptiness.

References
----------
- Orwell 1946, [Politics and the English Language](https://www.orwellfoundation.com/the-orwell-foundation/orwell/essays-and-other-works/politics-and-the-english-language/)
- Horne & Adalı 2017, [This Just In](https://arxiv.org/abs/1703.09398): fake news bodies are
  simpler and more repetitive
"""

from __future__ import annotations

from server.core.density import own_hits
from server.core.measure import per_thousand, ramp
from server.core.model import Finding, Status
from server.core.signal import Signal
from server.core.text import Text, holds
from server.signals.lexicons.filler import FILLER, STOCK_WORDS

# Phrases per 1,000 words at which nothing is left to wish for, and from which on the concern is full.
NONE, MANY = 0.0, 7.5
# Below this strength the phrases are ordinary prose.
TOO_MANY = 0.4
_WORD_WEIGHS = 0.25  # of a phrase


def evaluate(*, body: Text) -> Finding:
    """Measure how much of the text is stock phrases; quotations are others' words."""
    phrases = own_hits(body, FILLER)
    stock = [hit for hit in own_hits(body, STOCK_WORDS) if not holds(phrases, hit.start)]
    count = len(phrases) + _WORD_WEIGHS * len(stock)
    strength = ramp(per_thousand(count, len(body.words)), NONE, MANY)
    measured = {"phrases": len(phrases), "stock_words": len(stock), "words": len(body.words)}
    if strength < TOO_MANY:
        return Finding(Status.PASS, "pass", strength, measured)
    # Phrases first: they show best what is meant.
    return Finding(Status.CONCERN, "concern", strength, measured, body.spans([*phrases, *stock]))


SIGNAL = Signal(__name__, __doc__, 2, evaluate, needs=("body",), phrases=(FILLER, STOCK_WORDS))
