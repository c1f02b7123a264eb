"""The headline gives the verdict with the news.

What it looks at
----------------
Verbs and words in the headline that judge what happened instead of telling it:
“slams”, “destroys”, “exposes”, “admits”, “busted”, “finally”. Quotations are
others' words. Neutral news verbs such as “arrested”, “bans” or “says” are not
among them.

Why it matters
--------------
Who only reads the headline takes its verdict along without the reasons. A
plain verb leaves it to the readers to judge whether somebody “replied” or
“destroyed” somebody. The SPJ asks journalists to label commentary.

What it cannot tell
-------------------
Whether the verdict is fair. Some of these words are meant literally: a storm
that destroys a harbour is no verdict. Opinion pieces may judge.

How it can be gamed
-------------------
By judging in the text instead, or with words that are not in the list.

References
----------
- Horne & Adalı 2017, [This Just In](https://arxiv.org/abs/1703.09398): false stories put much of
  their claim into the title
- Society of Professional Journalists, [Code of Ethics](https://www.spj.org/spj-code-of-ethics/)
"""

from __future__ import annotations

import re

from server.core.density import own_hits
from server.core.measure import combine
from server.core.model import Finding, Status
from server.core.phrases import Hit
from server.core.signal import Signal
from server.core.text import Text
from server.signals.lexicons.headlines import VERDICTS

# How far one word alone takes the strength; several combine and never pass 1.
_ONE = 0.45
# “Bomb blasts hit the port”, “a lorry slams into a shop”: the thing itself, no verdict.
_LITERAL = re.compile(
    r" (?:in|into|at|near|on|off|across|through|around|hit|hits|rock|rocks|kill|kills|leave|leaves|wound"
    r"|wounds|injure|injures|damage|and)\b"
)
_MAY_BE_LITERAL = frozenset({"slams", "slammed", "slamming", "blasts", "blasted", "blasting"})


def evaluate(*, title: Text) -> Finding:
    """Find the words that judge; each adds less than the one before."""
    hits = [hit for hit in own_hits(title, VERDICTS) if not _literal(title, hit)]
    measured = {"phrases": len(hits)}
    if not hits:
        return Finding(Status.PASS, "pass", 0.0, measured)
    return Finding(Status.CONCERN, "concern", combine(_ONE for _ in hits), measured, title.spans(hits))


def _literal(title: Text, hit: Hit) -> bool:
    """Tell whether a word for a blow, by what follows, means one."""
    return hit.phrase in _MAY_BE_LITERAL and bool(
        _LITERAL.match(title.folded, hit.end) or not title.folded[hit.end :].strip()
    )


SIGNAL = Signal(__name__, __doc__, 1, evaluate, needs=("title",), phrases=(VERDICTS,))
