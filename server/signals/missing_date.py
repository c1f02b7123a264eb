"""Nothing says when the article was published.

What it looks at
----------------
The dates that the page states, and a date in the first lines of the text.

Why it matters
--------------
Old stories come back as news. Without a date a reader can't tell whether what
the page says was overtaken long ago.

What it cannot tell
-------------------
Whether the date is right, or the story new: a page may be dated afresh.

How it can be gamed
-------------------
By stating any date.

References
----------
- [CredWeb signals](https://credweb.org/signals/) `656673f8` date
- Wardle & Derakhshan 2017, [Information Disorder](https://rm.coe.int/162317GPS): false context
"""

from __future__ import annotations

from server.core.dates import DATE
from server.core.model import Finding, Status
from server.core.signal import Signal
from server.core.text import Text

_TOP = 300  # characters in which a dateline may stand


def evaluate(*, body: Text, published: str | None, modified: str | None) -> Finding:
    """Look for the date in the page's data, then in the first lines."""
    if stated := published or modified:
        return Finding(Status.PASS, "pass", 0.0, {"date": stated})
    match = DATE.search(body.plain, 0, _TOP)
    if match:
        return Finding(Status.PASS, "pass_text", 0.0, {}, (body.span(match.start(), match.end()),))
    if published is None:
        return Finding(Status.UNKNOWN, "unknown")
    return Finding(Status.CONCERN, "concern", 1.0)


SIGNAL = Signal(__name__, __doc__, 1, evaluate, needs=("body",), uses=("published", "modified"))
