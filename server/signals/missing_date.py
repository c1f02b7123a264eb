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
By stating any date, or by dating an old story afresh.

References
----------
- [CredWeb signals](https://credweb.org/signals/) `656673f8` date
- Wardle & Derakhshan 2017, [Information Disorder](https://rm.coe.int/162317GPS): false context
"""

from __future__ import annotations

import re

from server.core.dates import date_at
from server.core.model import Finding, Status
from server.core.signal import Signal
from server.core.text import Text

_NUMBER = re.compile(r"[0-9]+")
_TOP = 300  # characters in which a dateline may stand


def evaluate(*, body: Text, published: str | None, modified: str | None) -> Finding:
    """Look for the date in the page's data, then in the first lines."""
    # A date has digits; “unknown” is none.
    if stated := next((date for date in (published, modified) if date and _NUMBER.search(date)), None):
        return Finding(Status.PASS, "pass", 0.0, {"date": stated})
    if date := _dateline(body.plain):
        return Finding(Status.PASS, "pass_text", 0.0, {}, body.spans([date]))
    if published is None:
        return Finding(Status.UNKNOWN, "unknown")
    return Finding(Status.CONCERN, "concern", 1.0)


def _dateline(plain: str) -> tuple[int, int] | None:
    """Return (start, end) of the first date in the first lines."""
    dates = (date_at(plain, *number.span()) for number in _NUMBER.finditer(plain, 0, _TOP))
    return next(filter(None, dates), None)


SIGNAL = Signal(__name__, __doc__, 2, evaluate, needs=("body",), uses=("published", "modified"))
