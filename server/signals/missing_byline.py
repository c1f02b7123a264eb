"""Nobody is named as the author.

What it looks at
----------------
The authors that the page states, and lines such as “By Jane Doe” at the top
or the end of the text. What stands for no person or newsroom, such as “admin” or
“Opinion Columnist”, counts half, and so does a whole sentence or a date.

Why it matters
--------------
Somebody who signs can be asked and answers for the text. Named authors went
with credibility in a study of news articles (r = .41).

What it cannot tell
-------------------
Whether the name is real. Some serious publications sign as an institution on
principle, and agencies sign with their own name.

How it can be gamed
-------------------
By inventing an author. Whether the person exists and has written before is
left to the reader.

References
----------
- Sitaula et al. 2019, [Credibility-based Fake News Detection](https://arxiv.org/abs/1911.00643)
- [CredWeb signals](https://credweb.org/signals/) `d397cb76` byline
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from server.core.model import Finding, Status
from server.core.signal import Signal
from server.core.text import Text

# Words that together still name nobody.
_NOBODY = frozenset(
    """admin administrator anonymous author authors blogger by column columnist columnists commentary
    commentator contributing contributor contributors correspondent editor guest journalist op-ed opinion
    opinions our political post posted published reporter reporters senior special staff the unknown updated
    user webmaster writer writers written""".split()
)
_WORD = re.compile(r"[^\W\d_][\w.'-]*")
_SENTENCE = 7  # words, most of them in small letters
_DATE = re.compile(r"\b(?:19|20)[0-9]{2}\b|[0-9]:[0-9]{2}")
_BYLINE = re.compile(
    r"^\(?(?:[Bb]y|BY|Reporting by|Written by) (?:[^\W\d_a-z][\w.'-]*[ ,]*){2,8}", re.MULTILINE
)
_TOP, _END = 300, 200  # characters in which a byline may stand
_ABSENT, _UNTELLING = 1.0, 0.5


def evaluate(*, body: Text, authors: Sequence[str] | None) -> Finding:
    """Look for the author in the page's data, then in the text."""
    stated = [author for author in authors or () if author.strip()]
    if telling := next(filter(_tells, stated), None):
        return Finding(Status.PASS, "pass", 0.0, {"author": telling})
    size = len(body.plain)
    match = _BYLINE.search(body.plain, 0, _TOP) or _BYLINE.search(body.plain, max(0, size - _END))
    if match:
        return Finding(Status.PASS, "pass_text", 0.0, {}, body.spans([match.span()]))
    if stated:
        return Finding(Status.CONCERN, "concern_untelling", _UNTELLING, {"author": stated[0]})
    if authors is None:
        return Finding(Status.UNKNOWN, "unknown")
    return Finding(Status.CONCERN, "concern", _ABSENT)


def _tells(author: str) -> bool:
    """Tell whether ``author`` can be somebody's name: no role alone, no sentence, no date."""
    words = _WORD.findall(author)
    small = sum(word[0].islower() for word in words)
    if len(words) >= _SENTENCE and 2 * small > len(words):
        return False
    return not _NOBODY.issuperset(word.lower() for word in words) and not _DATE.search(author)


SIGNAL = Signal(__name__, __doc__, 2, evaluate, needs=("body",), uses=("authors",))
