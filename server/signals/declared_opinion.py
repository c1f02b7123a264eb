"""The page calls itself opinion.

What it looks at
----------------
Labels in the headline (“Opinion:”, “| Commentary”), lines at the beginning or
end of the text (“the views expressed are the author's own”, “is a columnist”),
and the author's title where the page states one.

Why it matters
--------------
Opinion may judge and needs fewer sources than news. Readers should know which
of the two they are reading, and the SPJ asks for commentary to be labelled. It
is shown and never scored.

What it cannot tell
-------------------
Whether an unlabelled page is opinion, or whether a labelled one also reports.
Many pages carry the label only in their address or their frame.

How it can be gamed
-------------------
By leaving the label out, or by labelling as opinion what is told as fact.

References
----------
- Society of Professional Journalists, [Code of Ethics](https://www.spj.org/spj-code-of-ethics/):
  label advocacy and commentary
"""

from __future__ import annotations

from collections.abc import Sequence

from server.core.density import own_hits
from server.core.model import Finding, Status
from server.core.signal import Signal
from server.core.text import Text
from server.signals.lexicons.declarations import OPINION, TITLE_OPINION

_TOP, _END = 300, 800  # characters in which a page speaks of itself
_AUTHORS = ("opinion", "columnist", "editorial board")


def evaluate(*, body: Text, title: Text | None, authors: Sequence[str] | None) -> Finding:
    """Look for a label in the headline, a line in the text, and a columnist among the authors."""
    spans = title.spans(title.hits(TITLE_OPINION)) if title else ()
    end = len(body.plain) - _END
    spans += body.spans([hit for hit in own_hits(body, OPINION) if hit.start < _TOP or hit.start > end])
    if spans or any(word in author.lower() for author in authors or () for word in _AUTHORS):
        return Finding(Status.INFO, "info_opinion", None, {}, spans)
    return Finding(Status.INFO, "info_none")


SIGNAL = Signal(
    __name__,
    __doc__,
    1,
    evaluate,
    needs=("body",),
    uses=("title", "authors"),
    phrases=(TITLE_OPINION, OPINION),
)
