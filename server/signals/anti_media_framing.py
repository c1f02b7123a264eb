"""The reader is told to distrust all other media.

What it looks at
----------------
Phrases that set this page against all the others (“the lying media”, “what
they won't tell you”, “media blackout”) outside quotations, per 1,000 words.

Why it matters
--------------
“You won't hear this anywhere else” is offered in place of a source, and it
discredits beforehand whoever might check the story. A claim gains nothing
from others not making it.

What it cannot tell
-------------------
Whether a subject really is passed over. Criticism of media, and research and
reporting on trust in them, use some of these words with good reason.

How it can be gamed
-------------------
By new nicknames for other media: the list knows the old ones.

References
----------
- Potthast et al. 2018, [A Stylometric Inquiry into Hyperpartisan and Fake News](https://doi.org/10.18653/v1/P18-1022)
- Zhang et al. 2018, [A Structured Response to Misinformation](https://doi.org/10.1145/3184558.3188731)
"""

from __future__ import annotations

from server.core.density import concern, own_hits
from server.core.model import Finding
from server.core.signal import Signal
from server.core.text import Text
from server.signals.lexicons.framing import ANTI_MEDIA

# Phrases per 1,000 words: FEW are found in some reports, from MANY on the concern is full.
FEW, MANY = 0.5, 5.0


def evaluate(*, body: Text) -> Finding:
    """Measure how often the text sets itself against other media."""
    return concern(body, own_hits(body, ANTI_MEDIA), FEW, MANY)


SIGNAL = Signal(__name__, __doc__, 1, evaluate, needs=("body",), phrases=(ANTI_MEDIA,))
