"""From the phrases found to a finding: how many there are in so many words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from server.core.measure import per_thousand, ramp
from server.core.model import Finding, Status
from server.core.phrases import Hit, Phrases
from server.core.text import Text


def own_hits(body: Text, *lists: Phrases) -> Sequence[Hit]:
    """Return where the text itself uses the phrases, in order; quotations are others' words."""
    hits = body.hits(lists[0]) if len(lists) == 1 else sorted(chain.from_iterable(map(body.hits, lists)))
    if hits and body.quotations:
        return [hit for hit in hits if not body.in_quotation(hit.start)]
    return hits


def concern(body: Text, hits: Sequence[Hit], few: float, many: float, damping: float = 0.0) -> Finding:
    """Return how strongly ``hits`` per 1,000 words speak against the page.

    Up to ``few`` they do not, from ``many`` on they do in full; ``damping``
    (0 to 1) takes that share away.
    """
    measured = {"phrases": len(hits), "words": len(body.words)}
    strength = 0.0
    if hits:
        strength = round(ramp(per_thousand(len(hits), len(body.words)), few, many) * (1 - damping), 3)
    if not strength:
        return Finding(Status.PASS, "pass", 0.0, measured)
    return Finding(Status.CONCERN, "concern", strength, measured, body.spans(hits))


def merit(body: Text, hits: Sequence[Hit], few: float, many: float) -> Finding:
    """Return how strongly ``hits`` per 1,000 words speak for the page; none cost nothing.

    Up to ``few`` nothing is earned, from ``many`` on all. Measured against
    the words that cite nobody.
    """
    measured = {"phrases": len(hits), "words": len(body.words)}
    strength = ramp(per_thousand(len(hits), body.narrated), many, few) if hits else 1.0
    if strength == 1:
        return Finding(Status.INFO, "info", None, measured)
    return Finding(Status.PASS, "pass", strength, measured, body.spans(hits))
