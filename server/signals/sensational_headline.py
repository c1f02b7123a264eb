"""The headline pulls rather than tells.

What it looks at
----------------
Words of shock (“stunning”, “slams”), promises that hold something back
(“you won't believe”, “here's why”), tags (“BREAKING:”, “(VIDEO)”), words in
capitals among words that are not, exclamation marks and “?!”. Capital first
letters are a publisher's house style and never count. Abbreviations are told
from shouting by the article itself: what it always writes in capitals is a
name.

Why it matters
--------------
In an experts' study of news articles a clickbait headline went with low
credibility more closely than any other mark (r = −.71). Headlines that excite
are read and shared before anyone has looked at the evidence.

What it cannot tell
-------------------
Whether the excitement is deserved: real news can be shocking, and “stunned”
may be the plain truth. It does not know a quotation from the headline
writer's own words.

How it can be gamed
-------------------
By writing a calm headline over the same text, or with words that are not in
the list.

References
----------
- Zhang et al. 2018, [A Structured Response to Misinformation](https://doi.org/10.1145/3184558.3188731)
- Blom & Hansen 2015, [Click bait: Forward-reference as lure](https://doi.org/10.1016/j.pragma.2014.11.010)
- Chakraborty et al. 2016, [Stop Clickbait](https://arxiv.org/abs/1610.09786)
- [CredWeb signals](https://credweb.org/signals/) `1aa19828` clickbait, `35d6f6dd` cliffhanger,
  `ceff00a1` curiosity gap, `40508eff` provokes emotion
"""

from __future__ import annotations

import re

from server.core.measure import combine
from server.core.model import Finding, Status
from server.core.signal import Signal
from server.core.text import Text
from server.signals.lexicons.headlines import CURIOSITY, SHOCK, URGENT_TAGS

_CAPITALS = re.compile(r"(?<![\w'-])[A-Z]{4,}(?![\w'-])")
_EXCLAMATION = re.compile(r"\?!+|!+\??")
# How far one find alone takes the strength; several combine and never pass 1.
_SHOCK, _CURIOSITY, _TAG, _CAPITAL, _MARK = 0.35, 0.5, 0.4, 0.25, 0.3


def evaluate(*, title: Text, body: Text) -> Finding:
    """Find what pulls in the headline; each find adds less than the one before."""
    finds = [
        *((hit.start, hit.end, _SHOCK) for hit in title.hits(SHOCK)),
        *((hit.start, hit.end, _CURIOSITY) for hit in title.hits(CURIOSITY)),
        *((hit.start, hit.end, _TAG) for hit in title.hits(URGENT_TAGS)),
        *((start, end, _CAPITAL) for start, end in _shouted(title, body)),
        *((*match.span(), _MARK) for match in _EXCLAMATION.finditer(title.plain)),
    ]
    measured = {"finds": len(finds)}
    if not finds:
        return Finding(Status.PASS, "pass", 0.0, measured)
    strength = combine(weight for _, _, weight in finds)
    spans = tuple(title.span(start, end) for start, end, _ in sorted(finds))
    return Finding(Status.CONCERN, "concern", strength, measured, spans)


def _shouted(title: Text, body: Text) -> list[tuple[int, int]]:
    """Return the words in capitals outside tags, unless all are or the body writes them so too."""
    if title.plain.isupper():
        return []
    tagged = {position for hit in title.hits(URGENT_TAGS) for position in range(hit.start, hit.end)}
    return [
        match.span()
        for match in _CAPITALS.finditer(title.plain)
        if match.start() not in tagged and match[0] not in body.plain
    ]


SIGNAL = Signal(
    __name__, __doc__, 1, evaluate, needs=("title", "body"), phrases=(SHOCK, CURIOSITY, URGENT_TAGS)
)
