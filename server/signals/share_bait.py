"""The reader is urged to spread the article.

What it looks at
----------------
Pleas to share (“spread the word”, “share this with everyone”) and urgency
without a reason (“before it's deleted”, “you need to see this”) in the
article's own words, per 1,000 words.

Why it matters
--------------
Such pleas ask for reach before anybody has read or checked, and haste is the
enemy of both. A report that matters is passed on without being told to.

What it cannot tell
-------------------
Whether the plea belongs to the article or was picked up from the page around
it: no extraction of the text is perfect. Appeals for witnesses or for missing
people ask to be shared with good reason.

How it can be gamed
-------------------
By asking with a picture or a button, which carry no words of the article.

References
----------
- [CredWeb signals](https://credweb.org/signals/) `1aa19828` clickbait
- Chakraborty et al. 2016, [Stop Clickbait](https://doi.org/10.1109/ASONAM.2016.7752207)
"""

from __future__ import annotations

from server.core.density import concern, own_hits
from server.core.model import Finding
from server.core.signal import Signal
from server.core.text import Text
from server.signals.lexicons.pleas import SHARE_PLEAS

# Phrases per 1,000 words: FEW may stand below a feature, from MANY on the concern is full.
FEW, MANY = 0.5, 5.0


def evaluate(*, body: Text) -> Finding:
    """Measure how often the text asks to be spread."""
    return concern(body, own_hits(body, SHARE_PLEAS), FEW, MANY)


SIGNAL = Signal(__name__, __doc__, 1, evaluate, needs=("body",), phrases=(SHARE_PLEAS,))
