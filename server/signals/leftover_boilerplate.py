"""Page furniture was left standing in the article.

What it looks at
----------------
Phrases that belong to a page's frame and not to an article: “Featured image
via”, “Share this before”, “More news”, “Story continues below”; per 1,000
words.

Why it matters
--------------
Text that was copied from page to page drags such phrases along, and pleas to
share ask for reach before reading.

What it cannot tell
-------------------
Whether the phrase stands in the article or was picked up from the page around
it: no extraction of the text is perfect. It therefore weighs little.

How it can be gamed
-------------------
By cleaning the text before it is published, which serves readers too.

References
----------
- [CredWeb signals](https://credweb.org/signals/) `1aa19828` clickbait
- Kohlschütter et al. 2010, [Boilerplate Detection using Shallow Text Features](https://doi.org/10.1145/1718487.1718542)
"""

from __future__ import annotations

from server.core.measure import per_thousand, ramp
from server.core.model import Finding, Status
from server.core.signal import Signal
from server.core.text import Text
from server.signals.lexicons.leftovers import ALONE, LEFTOVERS

# Phrases per 1,000 words; one in a feature is passed over.
FEW, MANY = 0.5, 5.0


def evaluate(*, body: Text) -> Finding:
    """Measure how much furniture stands in the text."""
    paragraphs = set(body.paragraphs)
    alone = [hit for hit in body.hits(ALONE) if (hit.start, hit.end) in paragraphs]
    hits = sorted([*body.hits(LEFTOVERS), *alone])
    measured = {"phrases": len(hits)}
    strength = ramp(per_thousand(len(hits), len(body.words)), FEW, MANY)
    if not strength:
        return Finding(Status.PASS, "pass", 0.0, measured)
    spans = tuple(body.span(hit.start, hit.end) for hit in hits)
    return Finding(Status.CONCERN, "concern", strength, measured, spans)


SIGNAL = Signal(__name__, __doc__, 1, evaluate, needs=("body",), phrases=(LEFTOVERS, ALONE))
