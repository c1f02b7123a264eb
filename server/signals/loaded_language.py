"""Words that judge instead of telling.

What it looks at
----------------
Exaggeration (“utterly”, “jaw-dropping”) and outrage (“disgraceful”,
“ludicrous”) outside quotations, per 1,000 words. The more openly a text
speaks in its author's own name (“I”, “my”), the less such words count, and half
where the headline says “Opinion” or “Letter”. Contempt for people is looked for by `name_calling`.

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
By insinuating in neutral words, by putting the words into quotations, by
saying “I” in every sentence, or by calling it all opinion.

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
from server.signals.lexicons.declarations import TITLE_OPINION
from server.signals.lexicons.loaded import EXAGGERATION, OUTRAGE
from server.signals.lexicons.personal import FIRST_PERSON

# Words per 1,000 words: FEW are found in many articles, from MANY on the concern is full.
FEW, MANY = 0.5, 8.0
# So much is taken away where the headline declares opinion, which may judge.
DECLARED = 0.5


def evaluate(*, body: Text, title: Text | None) -> Finding:
    """Measure how many of the text's own words exaggerate or are outraged."""
    damping = openness(body, FIRST_PERSON)
    if title and title.hits(TITLE_OPINION):
        damping = max(damping, DECLARED)
    return concern(body, own_hits(body, EXAGGERATION, OUTRAGE), FEW, MANY, damping)


SIGNAL = Signal(
    __name__,
    __doc__,
    3,
    evaluate,
    needs=("body",),
    uses=("title",),
    phrases=(EXAGGERATION, OUTRAGE, FIRST_PERSON, TITLE_OPINION),
)
