"""Words quoted in the headline that the article never quotes.

What it looks at
----------------
Words in double quotation marks in the headline, three or more. They are
looked for in the text, first word for word, then as the longest stretch that
the text does share.

Why it matters
--------------
A quotation in a headline puts words into somebody's mouth before the reader
has seen any proof. When the text does not hold them, the words may be the
headline writer's.

What it cannot tell
-------------------
Whether the person said it: the text may report the words indirectly, or the
page may show them in a video. Single words in quotation marks are passed
over, because they often mark doubt or a title.

How it can be gamed
-------------------
By repeating the invented quotation in the text.

References
----------
- [CredWeb signals](https://credweb.org/signals/) `4c0e31e7` title overstates, `7113e6b1` quoted sources
- Chesney et al. 2017, [Incongruent Headlines](https://doi.org/10.18653/v1/W17-4210)
"""

from __future__ import annotations

from server.core.measure import ramp
from server.core.model import Finding, Status
from server.core.signal import Signal
from server.core.text import Text

SHORTEST_QUOTE = 3  # words
# Share of the quoted words that the text holds in one stretch.
FOUND, ABSENT = 0.8, 0.3
_NO_MARKS = str.maketrans(dict.fromkeys("'\"()[]{}.,:;!?…–—-", " "))


def evaluate(*, title: Text, body: Text) -> Finding:
    """Measure how much of each quotation in the headline the text holds; the worst one counts."""
    quotes = [(_bare(title.folded[start:end]), (start, end)) for start, end in title.quotations]
    quotes = [(words, span) for words, span in quotes if len(words) >= SHORTEST_QUOTE]
    if not quotes:
        return Finding(Status.NOT_APPLICABLE, "not_applicable")
    text = " " + " ".join(_bare(body.folded)) + " "
    shares = [(_longest_run(words, text) / len(words), span) for words, span in quotes]
    missing = [span for share, span in shares if share < FOUND]
    measured = {"quotes": len(quotes), "missing": len(missing)}
    if not missing:
        return Finding(Status.PASS, "pass", 0.0, measured)
    strength = ramp(min(share for share, _ in shares), FOUND, ABSENT)
    return Finding(
        Status.CONCERN, "concern", strength, measured, tuple(title.span(*span) for span in missing)
    )


def _bare(folded: str) -> list[str]:
    """Return the words, parted at any mark: the text may go on where the headline stops."""
    return folded.translate(_NO_MARKS).split()


def _longest_run(words: list[str], text: str) -> int:
    """Return the number of words in the longest stretch of ``words`` that stands in ``text``."""
    if f" {' '.join(words)} " in text:
        return len(words)
    longest = first = 0
    for last in range(1, len(words) + 1):
        while first < last and f" {' '.join(words[first:last])} " not in text:
            first += 1
        longest = max(longest, last - first)
    return longest


SIGNAL = Signal(__name__, __doc__, 2, evaluate, needs=("title", "body"))
