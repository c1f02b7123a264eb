"""The headline's words do not come back in the article.

What it looks at
----------------
The headline's content words of four letters or more. Each is looked for in
the text by its first five letters, so that “reported” finds “reporting”.

Why it matters
--------------
A headline promises what the article is about. In every set of labelled
articles at hand, credible articles take up more of their headline's words.

What it cannot tell
-------------------
Whether the text means the same in other words. Playful headlines, as on
features and columns, keep their promise in other ways.

How it can be gamed
-------------------
By repeating the headline in the first sentence.

References
----------
- [CredWeb signals](https://credweb.org/signals/) `4c0e31e7` title overstates
- Chesney et al. 2017, [Incongruent Headlines](https://doi.org/10.18653/v1/W17-4210)
"""

from __future__ import annotations

from server.core.measure import ramp
from server.core.model import Finding, Status
from server.core.signal import Signal
from server.core.text import WORD, Text

FEWEST_WORDS = 3
_SHORTEST, _STEM = 4, 5  # letters
# Share of content words that the text does not hold.
LITTLE, MOST = 0.35, 0.8
_FUNCTION_WORDS = frozenset(
    """about after again against also amid among because been before being between both could does doing down
    during each from further have having here hers into itself just more most much only other ours over own
    same should some such than that their theirs them then there these they this those through under until
    upon very were what when where which while whom will with within without would your yours says said
    video videos photos watch breaking exclusive opinion update live""".split()
)


def evaluate(*, title: Text, body: Text) -> Finding:
    """Measure the share of the headline's content words that the text does not take up."""
    content = {
        match[0][:_STEM]: match.span()
        for match in WORD.finditer(title.folded)
        if len(match[0]) >= _SHORTEST and match[0] not in _FUNCTION_WORDS
    }
    if len(content) < FEWEST_WORDS:
        return Finding(Status.NOT_APPLICABLE, "not_applicable")
    # The blank before the stem makes it the beginning of a word.
    text = f" {body.folded}"
    missing = [span for stem, span in content.items() if not _begins_word(stem, text)]
    measured = {"words": len(content), "missing": len(missing)}
    strength = ramp(len(missing) / len(content), LITTLE, MOST)
    if not strength:
        return Finding(Status.PASS, "pass", 0.0, measured)
    return Finding(
        Status.CONCERN, "concern", strength, measured, tuple(title.span(*span) for span in missing)
    )


def _begins_word(stem: str, text: str) -> bool:
    position = text.find(stem)
    while position > 0 and text[position - 1].isalnum():
        position = text.find(stem, position + 1)
    return position > 0


SIGNAL = Signal(__name__, __doc__, 1, evaluate, needs=("title", "body"))
