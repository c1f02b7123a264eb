"""How far a text speaks openly in its author's own name, as columns and essays do."""

from __future__ import annotations

from server.core.density import own_hits
from server.core.measure import per_thousand, ramp
from server.core.phrases import Phrases
from server.core.text import Text

# Words such as “I” and “my” per 1,000 words: up to SELDOM as in a report, from OFTEN on as in an essay.
SELDOM, OFTEN = 1.0, 8.0


def openness(body: Text, first_person: Phrases) -> float:
    """Return how openly personal a text is, from 0 for a report to 1 for an essay; quotations aside."""
    return ramp(per_thousand(len(own_hits(body, first_person)), len(body.words)), SELDOM, OFTEN)
