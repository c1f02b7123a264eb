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

from collections.abc import Sequence

from server.core.measure import ramp
from server.core.model import Finding, Status
from server.core.signal import Signal
from server.core.text import Text

SHORTEST_QUOTE = 3  # words
# Share of the quoted words that the text holds in one stretch.
FOUND, ABSENT = 0.8, 0.3
_MARKS = b"'\"()[]{}.,:;!?-"
_NO_MARKS = bytes.maketrans(_MARKS, b" " * len(_MARKS))
_LONG_MARKS = "…–—"


def evaluate(*, title: Text, body: Text) -> Finding:
    """Measure how much of each quotation in the headline the text holds; the worst one counts."""
    quotes = [(_bare(title.folded[slice(*span)].split()).split(), span) for span in title.quotations]
    quotes = [(words, span) for words, span in quotes if len(words) >= SHORTEST_QUOTE]
    if not quotes:
        return Finding(Status.NOT_APPLICABLE, "not_applicable")
    text = _bare(body.words)
    shares = [(_longest_run(words, text) / len(words), span) for words, span in quotes]
    missing = [span for share, span in shares if share < FOUND]
    measured = {"quotes": len(quotes), "missing": len(missing)}
    if not missing:
        return Finding(Status.PASS, "pass", 0.0, measured)
    strength = ramp(min(share for share, _ in shares), FOUND, ABSENT)
    return Finding(Status.CONCERN, "concern", strength, measured, title.spans(missing))


def _bare(words: Sequence[str]) -> str:
    """Return the words between blanks, parted at any mark: the text may go on where the headline stops."""
    bare = f" {' '.join(words)} "
    for mark in _LONG_MARKS:
        bare = bare.replace(mark, " ")
    # As bytes: in a string, one letter that is not ASCII makes it a look-up for each.
    bare = bare.encode("utf-8", "surrogatepass").translate(_NO_MARKS).decode("utf-8", "surrogatepass")
    while "  " in bare:
        bare = " ".join(bare.split("  "))
    return bare


def _longest_run(words: list[str], text: str) -> int:
    """Return the number of words in the longest stretch of ``words`` that stands in ``text``."""
    if f" {' '.join(words)} " in text:
        return len(words)
    longest = 0
    for last in range(1, len(words) + 1):
        # One word more than the longest so far, up to here: a shorter one would be no news.
        if f" {' '.join(words[last - longest - 1 : last])} " in text:
            longest += 1
    return longest


SIGNAL = Signal(__name__, __doc__, 2, evaluate, needs=("title", "body"))
