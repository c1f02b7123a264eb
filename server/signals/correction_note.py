"""The page says what it has corrected: a good sign.

What it looks at
----------------
Notes such as “Correction:”, “An earlier version of this article”, “This story
has been updated to clarify” or “We regret the error”, outside quotations. An
editor's note that names no correction earns half.

Why it matters
--------------
Everybody makes mistakes; who says so lets readers know what had been wrong.
The SPJ asks journalists to acknowledge mistakes and correct them promptly and
prominently.

What it cannot tell
-------------------
Whether the correction is right, or whether others were left out. A page
without a note may have had nothing to correct; that costs nothing here.

How it can be gamed
-------------------
By a note that corrects nothing of weight. It earns little for that reason.

References
----------
- Society of Professional Journalists, [Code of Ethics](https://www.spj.org/spj-code-of-ethics/)
- [CredWeb signals](https://credweb.org/signals/) `1d49cd64` correction
"""

from __future__ import annotations

from server.core.density import own_hits
from server.core.model import Finding, Status
from server.core.phrases import Hit
from server.core.signal import Signal
from server.core.text import Text
from server.signals.lexicons.declarations import CORRECTIONS, EDITORS_NOTES

_NOTE_ALONE = 0.5  # what is left to wish for


def evaluate(*, body: Text) -> Finding:
    """Look for a correction, then for any note of the editors."""
    corrections = [hit for hit in own_hits(body, CORRECTIONS) if _opens(body, hit)]
    notes = [hit for hit in own_hits(body, EDITORS_NOTES) if _opens(body, hit)]
    measured = {"corrections": len(corrections), "notes": len(notes)}
    if not corrections and not notes:
        return Finding(Status.INFO, "info", None, measured)
    spans = body.spans(sorted(corrections + notes))
    if not corrections:
        return Finding(Status.PASS, "pass_note", _NOTE_ALONE, measured, spans)
    return Finding(Status.PASS, "pass", 0.0, measured, spans)


def _opens(body: Text, hit: Hit) -> bool:
    """Tell whether a label opens a line or sentence: “after the correction: …” labels nothing."""
    if hit.phrase[-1].isalnum():
        return True
    before = body.plain[max(0, hit.start - 2) : hit.start].rstrip(" ")
    return not before or not (before[-1].isalnum() or before[-1] in ",-")


SIGNAL = Signal(__name__, __doc__, 1, evaluate, needs=("body",), phrases=(CORRECTIONS, EDITORS_NOTES))
