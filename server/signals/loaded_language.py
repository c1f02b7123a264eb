"""Words that judge instead of telling.

What it looks at
----------------
Hyperbole (“utterly”, “jaw-dropping”) and contempt (“thugs”, “pathetic”)
outside quotations, per 1,000 words.

Why it matters
--------------
Exaggeration and an emotional tone both went with low credibility in an
experts' study (r = .61). Such words tell the reader what to feel before there
is anything to feel it about.

What it cannot tell
-------------------
Whether the word is earned: some things are devastating. Opinion pieces may
judge; that is what they are for.

How it can be gamed
-------------------
By insinuating in neutral words, or by putting the words into quotations.

References
----------
- Zhang et al. 2018, [A Structured Response to Misinformation](https://doi.org/10.1145/3184558.3188731)
- Rashkin et al. 2017, [Truth of Varying Shades](https://doi.org/10.18653/v1/D17-1317)
- [CredWeb signals](https://credweb.org/signals/) `40508eff` provokes emotion
"""

from __future__ import annotations

from server.core.measure import per_thousand, ramp
from server.core.model import Finding, Status
from server.core.signal import Signal
from server.core.text import Text
from server.signals.lexicons.loaded import CONTEMPT, HYPERBOLE

# Words per 1,000 words: FEW are found in most articles, from MANY on the concern is full.
FEW, MANY = 3.0, 12.0


def evaluate(*, body: Text) -> Finding:
    """Measure how many of the text's own words are hyperbole or contempt."""
    hyperbole = [hit for hit in body.hits(HYPERBOLE) if not body.in_quotation(hit.start)]
    contempt = [hit for hit in body.hits(CONTEMPT) if not body.in_quotation(hit.start)]
    hits = sorted({*hyperbole, *contempt})
    measured = {"hyperbole": len(hyperbole), "contempt": len(contempt), "words": len(body.words)}
    strength = ramp(per_thousand(len(hits), len(body.words)), FEW, MANY)
    if not strength:
        return Finding(Status.PASS, "pass", 0.0, measured)
    return Finding(
        Status.CONCERN, "concern", strength, measured, tuple(body.span(hit.start, hit.end) for hit in hits)
    )


SIGNAL = Signal(__name__, __doc__, 1, evaluate, needs=("body",), phrases=(HYPERBOLE, CONTEMPT))
