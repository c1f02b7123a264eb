"""Nobody is named as the author.

What it looks at
----------------
The authors that the page states, and lines such as “By Jane Doe” at the top
or the end of the text. A name that stands for no person or newsroom, such as
“admin”, counts half.

Why it matters
--------------
Somebody who signs can be asked and answers for the text. Named authors went
with credibility in a study of news articles (r = .41).

What it cannot tell
-------------------
Whether the name is real. Some serious publications sign as an institution on
principle, and agencies sign with their own name.

How it can be gamed
-------------------
By inventing an author. Whether the person exists and has written before is
left to the reader.

References
----------
- Sitaula et al. 2019, [Credibility-based Fake News Detection](https://arxiv.org/abs/1911.00643)
- [CredWeb signals](https://credweb.org/signals/) `d397cb76` byline
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from server.core.model import Finding, Status
from server.core.signal import Signal
from server.core.text import Text

_NOBODY = frozenset(
    "admin administrator author contributor editor guest user webmaster unknown anonymous".split()
)
_BYLINE = re.compile(r"^(?:[Bb]y|BY|Reporting by|Written by) (?:[^\W\d_a-z][\w.'-]*[ ,]*){2,8}", re.MULTILINE)
_TOP, _END = 300, 200  # characters in which a byline may stand
_ABSENT, _UNTELLING = 1.0, 0.5


def evaluate(*, body: Text, authors: Sequence[str] | None) -> Finding:
    """Look for the author in the page's data, then in the text."""
    if authors:
        if any(author.strip().lower() not in _NOBODY for author in authors):
            return Finding(Status.PASS, "pass", 0.0, {"author": authors[0]})
        return Finding(Status.CONCERN, "concern_untelling", _UNTELLING, {"author": authors[0]})
    size = len(body.plain)
    match = _BYLINE.search(body.plain, 0, _TOP) or _BYLINE.search(body.plain, max(0, size - _END))
    if match:
        return Finding(Status.PASS, "pass_text", 0.0, {}, (body.span(match.start(), match.end()),))
    if authors is None:
        return Finding(Status.UNKNOWN, "unknown")
    return Finding(Status.CONCERN, "concern", _ABSENT)


SIGNAL = Signal(__name__, __doc__, 1, evaluate, needs=("body",), uses=("authors",))
