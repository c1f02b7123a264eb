"""Events are told as things brought to light.

What it looks at
----------------
Words that announce something hidden as found out, such as “exposed as”,
“reveals”, “caught”, “busted” or “leaked”, outside quotations and per 1,000
words. Articles that announce a check of somebody's claim are passed over.

Why it matters
--------------
Such words promise that something was hidden and is now proved. Reporting that
brings something to light shows the papers and names who found them; words of
revelation alone lend that weight to anything. In all labelled sets at hand they
stand more in the articles of low credibility.

What it cannot tell
-------------------
Whether something was brought to light: some reports do just that, and tests
and studies reveal things too.

How it can be gamed
-------------------
By telling the same in plain words, or by putting them into a quotation.

References
----------
- Horne & Adalı 2017, [This Just In](https://arxiv.org/abs/1703.09398): fake news persuades by
  heuristics rather than by arguments
"""

from __future__ import annotations

from server.core.checking import announces_a_check
from server.core.density import concern, own_hits
from server.core.model import Finding, Status
from server.core.signal import Signal
from server.core.text import Text
from server.signals.lexicons.framing import REVELATIONS
from server.signals.lexicons.hearsay import CHECKING

# Words per 1,000 words: FEW are found in many reports, from MANY on the concern is full.
FEW, MANY = 1.0, 6.0


def evaluate(*, body: Text, title: Text | None) -> Finding:
    """Measure how often the text announces something as brought to light."""
    if announces_a_check(body, title, CHECKING):
        return Finding(Status.NOT_APPLICABLE, "not_applicable")
    return concern(body, own_hits(body, REVELATIONS), FEW, MANY)


SIGNAL = Signal(
    __name__, __doc__, 1, evaluate, needs=("body",), uses=("title",), phrases=(REVELATIONS, CHECKING)
)
