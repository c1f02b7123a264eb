"""“Many wonder”, “experts say”: sources that nobody could ask.

What it looks at
----------------
Phrases that credit a claim to people without a name (“experts say”, “sources
close to”, “many are wondering”) or to nobody at all (“has been seen as”), per
1,000 words. A sentence that also names a person is passed over, and so are
quotations.

Why it matters
--------------
A reader can't look up “experts”. Journalism's codes ask that sources be named
wherever possible, and that the reason be given where they can't be.

What it cannot tell
-------------------
Whether a source has a good reason to stay unnamed. Reports on intelligence,
crime and victims often rest on protected sources and say so.

How it can be gamed
-------------------
By inventing a name, or by leaving the attribution out and stating the claim
as a fact; the latter is what `missing_citations` looks for.

References
----------
- Society of Professional Journalists, [Code of Ethics](https://www.spj.org/spj-code-of-ethics/):
  identify sources clearly
- [CredWeb signals](https://credweb.org/signals/) `baa89d32` few references, `7113e6b1` quoted sources
"""

from __future__ import annotations

from server.core.density import concern, own_hits
from server.core.model import Finding
from server.core.names import full_names
from server.core.signal import Signal
from server.core.text import Text
from server.signals.lexicons.attribution import VAGUE_SOURCES

# Phrases per 1,000 words: FEW are found in most reports, from MANY on the concern is full.
FEW, MANY = 2.5, 8.0


def evaluate(*, body: Text) -> Finding:
    """Measure how often the text leans on sources it does not name."""
    vague = [(hit, body.sentence_at(hit.start)) for hit in own_hits(body, VAGUE_SOURCES)]
    named = {place for place in {place for _, place in vague} if any(full_names(body.plain, *place))}
    return concern(body, [hit for hit, place in vague if place not in named], FEW, MANY)


SIGNAL = Signal(__name__, __doc__, 2, evaluate, needs=("body",), phrases=(VAGUE_SOURCES,))
