"""Words that judge instead of telling.

What it looks at
----------------
Exaggeration (“utterly”, “jaw-dropping”) and outrage (“disgraceful”,
“ludicrous”) outside quotations, per 1,000 words. The more openly a text
speaks in its author's own name (“I”, “my”), the less such words count.
Contempt for people is looked for by `name_calling`.

Why it matters
--------------
Exaggeration and an emotional tone both went with low credibility in an
experts' study (r = −.61). Such words tell the reader what to feel before
there is anything to feel it about.

What it cannot tell
-------------------
Whether the word is earned: some things are appalling. Opinion pieces may
judge; that is what they are for.

How it can be gamed
-------------------
By insinuating in neutral words, by putting the words into quotations, or by
saying “I” in every sentence.

References
----------
- Zhang et al. 2018, [A Structured Response to Misinformation](https://doi.org/10.1145/3184558.3188731)
- Rashkin et al. 2017, [Truth of Varying Shades](https://doi.org/10.18653/v1/D17-1317)
- [CredWeb signals](https://credweb.org/signals/) `40508eff` provokes emotion
"""

from __future__ import annotations

from server.core.density import concern, own_hits
from server.core.model import Finding
from server.core.personal import openness
from server.core.signal import Signal
from server.core.text import Text
from server.signals.lexicons.loaded import EXAGGERATION, OUTRAGE
from server.signals.lexicons.personal import FIRST_PERSON

# Words per 1,000 words: FEW are found in many articles, from MANY on the concern is full.
FEW, MANY = 0.5, 8.0


def evaluate(*, body: Text) -> Finding:
    """Measure how many of the text's own words exaggerate or are outraged."""
    return concern(body, own_hits(body, EXAGGERATION, OUTRAGE), FEW, MANY, openness(body, FIRST_PERSON))


SIGNAL = Signal(
    __name__, __doc__, 2, evaluate, needs=("body",), phrases=(EXAGGERATION, OUTRAGE, FIRST_PERSON)
)
