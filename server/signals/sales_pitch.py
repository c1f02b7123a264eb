"""The article asks for money or sells something.

What it looks at
----------------
Pleas for donations and subscriptions (“support our work”, “subscribe now”)
and the language of advertisements (“limited time offer”, “use code”) in the
article's own words, per 1,000 words.

Why it matters
--------------
Journalism's codes ask that news be kept apart from advertising. A text that
wants to sell has a reason to convince that the reader should see.

What it cannot tell
-------------------
Whether the pitch belongs to the article or was picked up from the page around
it: no extraction of the text is perfect. Reviews, and reports on prices and
charities, use some of these words with good reason.

How it can be gamed
-------------------
By selling in the tone of a report, which is what advertorials do.

References
----------
- Society of Professional Journalists, [Code of Ethics](https://www.spj.org/spj-code-of-ethics/):
  distinguish news from advertising
- Zhang et al. 2018, [A Structured Response to Misinformation](https://doi.org/10.1145/3184558.3188731)
"""

from __future__ import annotations

from server.core.density import concern, own_hits
from server.core.model import Finding
from server.core.signal import Signal
from server.core.text import Text
from server.signals.lexicons.pleas import SALES_PLEAS

# Phrases per 1,000 words: FEW may stand below a feature, from MANY on the concern is full.
FEW, MANY = 0.5, 5.0


def evaluate(*, body: Text) -> Finding:
    """Measure how much of the text asks for money."""
    return concern(body, own_hits(body, SALES_PLEAS), FEW, MANY)


SIGNAL = Signal(__name__, __doc__, 1, evaluate, needs=("body",), phrases=(SALES_PLEAS,))
