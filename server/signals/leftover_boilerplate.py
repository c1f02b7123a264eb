"""Page furniture was left standing in the article.

What it looks at
----------------
Phrases that belong to a page's frame and not to an article: “Featured image
via”, “Story continues below”, “More news” on a line of its own; per 1,000
words. Pleas to share are looked for by `share_bait`.

Why it matters
--------------
Text that was copied from page to page drags such phrases along, and nobody
who edited it would have left them in.

What it cannot tell
-------------------
Whether the phrase stands in the article or was picked up from the page around
it: no extraction of the text is perfect. It therefore weighs little.

How it can be gamed
-------------------
By cleaning the text before it is published, which serves readers too.

References
----------
- Kohlschütter et al. 2010, [Boilerplate Detection using Shallow Text Features](https://doi.org/10.1145/1718487.1718542)
"""

from __future__ import annotations

from server.core.density import concern
from server.core.model import Finding
from server.core.signal import Signal
from server.core.text import Text
from server.signals.lexicons.leftovers import ALONE, LEFTOVERS

# Phrases per 1,000 words; one in a feature is passed over.
FEW, MANY = 0.5, 5.0


def evaluate(*, body: Text) -> Finding:
    """Measure how much furniture stands in the text."""
    paragraphs = set(body.paragraphs)
    alone = [hit for hit in body.hits(ALONE) if (hit.start, hit.end) in paragraphs]
    return concern(body, sorted([*body.hits(LEFTOVERS), *alone]), FEW, MANY)


SIGNAL = Signal(__name__, __doc__, 2, evaluate, needs=("body",), phrases=(LEFTOVERS, ALONE))
