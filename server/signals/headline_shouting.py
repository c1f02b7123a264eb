"""Capitals and exclamation marks in the headline.

What it looks at
----------------
Words of four letters or more in capitals among words that are not, and
exclamation marks, outside quotations, brackets and labels such as
“ANALYSIS:”. A headline all in capitals is house style. A word that the text
writes in capitals too is taken for an abbreviation.

Why it matters
--------------
Capitals and exclamation marks ask for excitement where a headline would give
a reason. Both are more frequent in the headlines of the low-credibility
articles of every labelled set at hand.

What it cannot tell
-------------------
An abbreviation that the text does not use from a shouted word; such words
weigh less than those that the text writes in small letters.

How it can be gamed
-------------------
By shouting in small letters, or by writing the word in capitals in the text
too, which then looks like an abbreviation.

References
----------
- [CredWeb signals](https://credweb.org/signals/) `74b754a2` exclamation marks, `275e2271` ALL CAPS
- Horne & Adalı 2017, [This Just In](https://arxiv.org/abs/1703.09398): false titles have more words
  in capitals
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from server.core.measure import combine
from server.core.model import Finding, Status
from server.core.signal import Signal
from server.core.text import Text
from server.signals.lexicons.headlines import URGENT_TAGS

# What stands before the first capital is looked at after it, so that the scan can jump to capitals.
_CAPITALS = re.compile(r"[A-Z](?<![\w'.&/(-].)[A-Z]{3,}(?![\w&/-]|'[A-Z])")
_MARK = re.compile(r"\?*!+\??")
# “ANALYSIS: …”, “LIVE UPDATES | …”
_LABEL = re.compile(r"[A-Z]{2,}(?:[ '&/-]+[A-Z]{2,}){0,3} ?[:|]")
# How far one find alone takes the strength; several combine and never pass 1.
_SHOUTED, _UNKNOWN, _EXCLAIMED = 0.3, 0.2, 0.3


def evaluate(*, title: Text, body: Text) -> Finding:
    """Find the words in capitals and the exclamation marks; each adds less than the one before."""
    capitals, marks = list(_capitals(title, body)), list(_marks(title, body))
    measured = {"capitals": len(capitals), "marks": len(marks)}
    finds = sorted(capitals + marks)
    if not finds:
        return Finding(Status.PASS, "pass", 0.0, measured)
    strength = combine(weight for _, _, weight in finds)
    return Finding(Status.CONCERN, "concern", strength, measured, title.spans(finds))


def _capitals(title: Text, body: Text) -> Iterator[tuple[int, int, float]]:
    """Yield (start, end, weight) of the words in capitals, unless all are or the body writes them so too."""
    if title.plain.isupper():
        return
    label = _LABEL.match(title.plain)
    for match in _CAPITALS.finditer(title.plain, label.end() if label else 0):
        start, end = match.span()
        if not _apart(title, start) and match[0] not in body.plain:
            known = f" {title.folded[start:end]} " in body.folded
            yield start, end, _SHOUTED if known else _UNKNOWN


def _marks(title: Text, body: Text) -> Iterator[tuple[int, int, float]]:
    """Yield (start, end, weight) of the exclamation marks that belong to no name."""
    if "!" not in title.plain:
        return
    for match in _MARK.finditer(title.plain):
        start, end = match.span()
        word = title.folded[:start].rpartition(" ")[2]
        if not _apart(title, start) and not (word and f"{word}!" in body.folded):
            yield start, end, _EXCLAIMED


def _apart(title: Text, position: int) -> bool:
    """Tell whether a tag or a quotation holds ``position``."""
    return title.in_quotation(position) or any(
        hit.start <= position < hit.end for hit in title.hits(URGENT_TAGS)
    )


SIGNAL = Signal(__name__, __doc__, 1, evaluate, needs=("title", "body"), phrases=(URGENT_TAGS,))
