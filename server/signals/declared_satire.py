"""The page calls itself satire.

What it looks at
----------------
Labels in the headline (“Satire:”, “[satire]”), sentences about itself at the
beginning or end of the text (“this article is satirical”), and the name that
the publisher gives itself in the page's data.

Why it matters
--------------
Satire is often passed on without its label and taken for news. Whoever reads
it elsewhere should learn that the page itself says so. It is shown and never
scored: satire needs no sources.

What it cannot tell
-------------------
Whether an unlabelled page is satire: most satire does not say so. An article
about satire may hold such a sentence too.

How it can be gamed
-------------------
By declaring as satire what is meant to mislead, often far down on the page.

References
----------
- Wardle & Derakhshan 2017, [Information Disorder](https://rm.coe.int/162317GPS): satire or parody
- schema.org, [SatiricalArticle](https://schema.org/SatiricalArticle)
"""

from __future__ import annotations

from collections.abc import Mapping

from server.core.density import own_hits
from server.core.model import Finding, Status
from server.core.signal import Signal
from server.core.text import Text
from server.signals.lexicons.declarations import SATIRE, TITLE_SATIRE

_TOP, _END = 400, 800  # characters in which a page speaks of itself
_NAMES = ("satire", "satirical", "parody")


def evaluate(*, body: Text, title: Text | None, publisher: Mapping[str, str] | None) -> Finding:
    """Look for a label in the headline, a sentence in the text, and the publisher's name."""
    spans = title.spans(title.hits(TITLE_SATIRE)) if title else ()
    end = len(body.plain) - _END
    spans += body.spans([hit for hit in own_hits(body, SATIRE) if hit.start < _TOP or hit.start > end])
    name = (publisher or {}).get("name", "").lower()
    if spans or any(word in name for word in _NAMES):
        return Finding(Status.INFO, "info_satire", None, {}, spans)
    return Finding(Status.INFO, "info_none")


SIGNAL = Signal(
    __name__,
    __doc__,
    1,
    evaluate,
    needs=("body",),
    uses=("title", "publisher"),
    phrases=(TITLE_SATIRE, SATIRE),
)
