"""Talk that nobody answers for: “reportedly”, “it was revealed”, “rumour has it”.

What it looks at
----------------
Words that pass on a claim without saying where it comes from: reports without
a reporter (“reportedly”, “reports suggest”), revelations without a source
(“it has been revealed”, “it turns out”), what was found, shown or said by
nobody (“has been proven”, “being called”), rumours, and the crowd on social
media; outside quotations, per 1,000 words. “Allegedly” is legal caution and
does not count. A sentence that also names who said it, or a document, is
passed over, and so are articles that announce a check of somebody's claim.

Why it matters
--------------
A claim that comes from nowhere can't be traced and asked about. Journalism's
codes ask that information be verified before it is published, and that its
source be named.

What it cannot tell
-------------------
Whether the talk is well founded, or told one sentence earlier by somebody who
is named. Reports on breaking news may say with good reason that something is
not confirmed yet.

How it can be gamed
-------------------
By stating the rumour as a fact, by naming somebody who never said it, or by
calling the article a check of facts.

References
----------
- Society of Professional Journalists, [Code of Ethics](https://www.spj.org/spj-code-of-ethics/):
  verify information before releasing it, identify sources clearly
- Zhang et al. 2018, [A Structured Response to Misinformation](https://doi.org/10.1145/3184558.3188731)
- [CredWeb signals](https://credweb.org/signals/) `baa89d32` few references
"""

from __future__ import annotations

import re

from server.core.checking import announces_a_check
from server.core.density import concern, own_hits
from server.core.model import Finding, Status
from server.core.signal import Signal
from server.core.text import Text
from server.signals.lexicons.attribution import DOCUMENTS
from server.signals.lexicons.hearsay import CHECKING, HEARSAY

# Phrases per 1,000 words: FEW are found in many reports, from MANY on the concern is full.
FEW, MANY = 0.0, 6.0
# “Alvarez said”, “said Alvarez”, “told the Courier”, “according to the Ministry”: somebody is named.
_NAMED = re.compile(
    r"(?<!\w)(?!(?:He|She|It|They|We|You|I|Who|Some|Many|Reports) )[A-ZÀ-Þ][\w.'-]{1,40}"
    r" (?:has |have |also )?(?:said|says|told|wrote|reported|reports|announced|confirmed)\b"
    r"|\b(?:said|told|tells|[Aa]ccording to|reported by|reports by|citing) (?:the |a )?[A-ZÀ-Þ]"
)


# One of these stands in whatever names somebody so; they are quicker to look for.
_REPORTING = tuple("said says told tells wrote report announced confirmed cording citing".split())


def evaluate(*, body: Text, title: Text | None) -> Finding:
    """Measure how much of the text is talk without a source."""
    if announces_a_check(body, title, CHECKING):
        return Finding(Status.NOT_APPLICABLE, "not_applicable")
    talk = [(hit, body.sentence_at(hit.start)) for hit in own_hits(body, HEARSAY)]
    sourced = {body.sentence_at(hit.start) for hit in body.hits(DOCUMENTS)}
    sourced |= {place for place in {place for _, place in talk} if _names_somebody(body.plain, *place)}
    return concern(body, [hit for hit, place in talk if place not in sourced], FEW, MANY)


def _names_somebody(plain: str, start: int, end: int) -> bool:
    sentence = plain[start:end]
    return any(word in sentence for word in _REPORTING) and _NAMED.search(plain, start, end) is not None


SIGNAL = Signal(
    __name__, __doc__, 2, evaluate, needs=("body",), uses=("title",), phrases=(HEARSAY, CHECKING, DOCUMENTS)
)
