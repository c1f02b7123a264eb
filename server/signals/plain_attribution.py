"""Statements are reported with plain verbs, or with verbs that judge.

What it looks at
----------------
The verbs that report what people say, outside quotations, per 1,000 words:
plain ones (“said”, “told”, “according to”) against such as judge the speaker
or the speech (“claimed that”, “slammed”, “ranted”, “gushed”). Where plain verbs
are four times as many, the others do not count.

Why it matters
--------------
“Said” leaves the judgement to the reader. “Claimed” casts doubt without a
reason, and “slammed” turns a remark into a fight. The SPJ code asks to label
advocacy and commentary as what they are.

What it cannot tell
-------------------
Whether the verb fits: some people do rant. Opinion pieces and reviews may
judge; that is what they are for.

How it can be gamed
-------------------
By putting the judgement into an adverb or an adjective, or by writing “said”
and inventing what was said.

References
----------
- Society of Professional Journalists, [Code of Ethics](https://www.spj.org/spj-code-of-ethics/)
"""

from __future__ import annotations

from server.core.density import concern, merit, own_hits
from server.core.model import Finding, Status
from server.core.signal import Signal
from server.core.text import Text
from server.signals.lexicons.sourcing import JUDGING_VERBS, PLAIN_VERBS

# Judging verbs per 1,000 words: from MANY on the concern is full.
JUDGING_FEW, JUDGING_MANY = 0.0, 6.0
# Plain verbs per 1,000 words: up to FEW nothing is earned, from MANY on all.
PLAIN_FEW, PLAIN_MANY = 0.0, 22.0
# So many plain verbs for each that judges take the concern away.
OUTWEIGHED = 4


def evaluate(*, body: Text) -> Finding:
    """Measure how much of the reporting is done by verbs that judge, else how much by plain ones."""
    judging, plain = own_hits(body, JUDGING_VERBS), own_hits(body, PLAIN_VERBS)
    if judging:
        outweighed = min(1.0, len(plain) / (OUTWEIGHED * len(judging)))
        finding = concern(body, judging, JUDGING_FEW, JUDGING_MANY, outweighed)
        if finding.status is Status.CONCERN:
            return finding
    return merit(body, plain, PLAIN_FEW, PLAIN_MANY)


SIGNAL = Signal(__name__, __doc__, 1, evaluate, needs=("body",), phrases=(JUDGING_VERBS, PLAIN_VERBS))
