"""Certainty is stated where it would have to be shown.

What it looks at
----------------
Phrases that forbid doubt (“undeniable”, “there is no question”, “everyone
knows”, “the truth is”) outside quotations, per 1,000 words. The more openly a
text speaks in its author's own name (“I”, “my”), the less they count.

Why it matters
--------------
“Without a doubt” adds nothing to a fact that is shown, and stands in for one
that is not. Careful accounts say what is known, from where, and what is not.

What it cannot tell
-------------------
Whether the certainty is well founded. Courts, obituaries and columns speak
like this with good reason.

How it can be gamed
-------------------
By stating the claim flatly: a plain assertion is just as certain and has no
word for it.

References
----------
- Rashkin et al. 2017, [Truth of Varying Shades](https://doi.org/10.18653/v1/D17-1317)
- Newman, Pennebaker, Berry & Richards 2003, [Lying Words](https://doi.org/10.1177/0146167203029005010):
  words that make exceptions mark truthful accounts
"""

from __future__ import annotations

from server.core.density import concern, own_hits
from server.core.model import Finding
from server.core.personal import openness
from server.core.signal import Signal
from server.core.text import Text
from server.signals.lexicons.certainty import CERTAINTY
from server.signals.lexicons.personal import FIRST_PERSON

# Phrases per 1,000 words: FEW are found in many articles, from MANY on the concern is full.
FEW, MANY = 1.0, 6.0


def evaluate(*, body: Text) -> Finding:
    """Measure how often the text forbids doubt."""
    return concern(body, own_hits(body, CERTAINTY), FEW, MANY, openness(body, FIRST_PERSON))


SIGNAL = Signal(__name__, __doc__, 1, evaluate, needs=("body",), phrases=(CERTAINTY, FIRST_PERSON))
