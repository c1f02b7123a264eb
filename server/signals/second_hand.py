"""Words passed on without saying where they were said.

What it looks at
----------------
Turns by which words are retold from elsewhere, such as “was quoted as
saying”, “in a recent speech” or “took to Facebook”, and articles, screenshots
and posts of others that stand in for an account (“the article”, “originally
published”, “pic.twitter.com”), outside quotations and per 1,000 words.

Why it matters
--------------
Who was there, or asked, can say so. Words that come by way of a video, a post
or another report have been chosen once already, and readers are not told by
whom. The SPJ code asks to identify sources clearly.

What it cannot tell
-------------------
Whether the words were checked. Posts and broadcasts are places where people
now speak, and quoting them with a link is fair. A few phrases may mean
something else: who “posted a loss” wrote nothing.

How it can be gamed
-------------------
By leaving out where the words come from altogether.

References
----------
- Society of Professional Journalists, [Code of Ethics](https://www.spj.org/spj-code-of-ethics/)
- [CredWeb signals](https://credweb.org/signals/) `7113e6b1` quoted sources
"""

from __future__ import annotations

from server.core.density import concern, own_hits
from server.core.model import Finding
from server.core.signal import Signal
from server.core.text import Text
from server.signals.lexicons.manner import SECOND_HAND

# Phrases per 1,000 words: from MANY on the concern is full.
# While the list held more phrases and found a quarter more, MANY was 6.
FEW, MANY = 0.5, 5.0


def evaluate(*, body: Text) -> Finding:
    """Measure how much of what was said is retold from elsewhere."""
    return concern(body, own_hits(body, SECOND_HAND), FEW, MANY)


SIGNAL = Signal(__name__, __doc__, 3, evaluate, needs=("body",), phrases=(SECOND_HAND,))
