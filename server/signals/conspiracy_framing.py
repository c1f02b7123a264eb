"""Events are told as the work of hidden hands.

What it looks at
----------------
Phrases that hint at a plot (“pulling the strings”, “the official narrative”,
“inside job”) or call on the reader to see through it (“they don't want you to
know”, “connect the dots”), outside quotations, per 1,000 words. Articles that
announce a check of somebody's claim are passed over.

Why it matters
--------------
A hidden hand explains everything, and every lack of evidence with it: such a
story can't be proved wrong. Reporting on a real cover-up names who covered up
what, and shows how it is known.

What it cannot tell
-------------------
Whether there is a plot: some were real. Reports on a cover-up, and on people
who believe in one, need some of these words.

How it can be gamed
-------------------
By asking questions instead of hinting, or by inventing new words for the same
hint.

References
----------
- Rashkin et al. 2017, [Truth of Varying Shades](https://doi.org/10.18653/v1/D17-1317)
- Horne & Adalı 2017, [This Just In](https://arxiv.org/abs/1703.09398): fake news persuades by
  heuristics rather than by arguments
"""

from __future__ import annotations

from server.core.checking import announces_a_check
from server.core.density import concern, own_hits
from server.core.model import Finding, Status
from server.core.signal import Signal
from server.core.text import Text
from server.signals.lexicons.framing import HIDDEN_HANDS
from server.signals.lexicons.hearsay import CHECKING

# Phrases per 1,000 words: FEW are found in some reports, from MANY on the concern is full.
FEW, MANY = 0.5, 5.5


def evaluate(*, body: Text, title: Text | None) -> Finding:
    """Measure how often the text hints at hidden hands."""
    if announces_a_check(body, title, CHECKING):
        return Finding(Status.NOT_APPLICABLE, "not_applicable")
    return concern(body, own_hits(body, HIDDEN_HANDS), FEW, MANY)


SIGNAL = Signal(
    __name__, __doc__, 1, evaluate, needs=("body",), uses=("title",), phrases=(HIDDEN_HANDS, CHECKING)
)
