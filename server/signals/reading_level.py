"""How hard the article is to read. For information, never scored.

What it looks at
----------------
The Automated Readability Index of the article's beginning: the school grade
in which, in the United States, pupils read such sentences and words with
ease.

Why it matters
--------------
It helps a reader or a library to choose. It says nothing about credibility:
in labelled articles its direction changes from set to set.

What it cannot tell
-------------------
Whether the text is clear. The index knows the length of words and sentences
and nothing else.

How it can be gamed
-------------------
By shorter sentences. As it earns nothing, there is no reason to.

References
----------
- Senter & Smith 1967, [Automated Readability Index](https://apps.dtic.mil/sti/citations/AD0667273)
- [textstat](https://github.com/textstat/textstat), which computes it
"""

from __future__ import annotations

import warnings

from server.core.model import Finding, Status
from server.core.signal import Signal
from server.core.text import Text

with warnings.catch_warnings():
    # textstat 0.7.4 reads its word lists through pkg_resources, which warns of its own end.
    warnings.simplefilter("ignore")
    from textstat import textstat

# Formulas of this kind were made for samples of a hundred words.
SAMPLE = 600  # characters, to the end of the sentence


def evaluate(*, body: Text) -> Finding:
    """Compute the grade of the first sentences."""
    start, _ = body.sentences[0]
    _, end = body.sentence_at(start + SAMPLE)
    grade = textstat.automated_readability_index(body.plain[start:end])
    return Finding(Status.INFO, "info", None, {"grade": max(1, round(grade))})


SIGNAL = Signal(__name__, __doc__, 1, evaluate, needs=("body",))
