"""The headline's words do not come back in the article.

What it looks at
----------------
The headline's content words of four letters or more. Each is looked for in
the text by its first five letters, so that “reported” finds “reporting”. A
headline of fewer than eight such words is measured as if it had eight, so
that one word never decides.

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
from server.core.peoples import PEOPLES
from server.core.signal import Signal
from server.core.text import WORD, Text

FEWEST_WORDS = 3
_SHORTEST, _STEM = 2, 5  # letters
SHORTEST_HEADLINE = 8  # content words
# Share of content words that the text does not hold: more than LITTLE is a concern, a full
# one from MOST on; up to LITTLE it is a merit, which has worn off at WORN_OFF.
LITTLE, MOST, WORN_OFF = 0.25, 0.75, 0.36
_FUNCTION_WORDS = frozenset(
    """a am an and any are as at be but by can did do for from get go got had has he her him his how i if
    in into is it its let may me my no nor not now of off on one or our out put see she so the to too
    two up us was way we who why yes yet you your about after again against also amid among because been
    before being between both could does doing down during each from further have having here hers into
    itself just more most much only other ours over own same should some such than that their theirs
    them then there these they this those through under until upon very were what when where which while
    whom will with within without would yours say says said video videos photos watch breaking exclusive
    opinion update live aren't can't couldn't didn't doesn't don't hadn't hasn't haven't here's isn't
    it'll shouldn't that'll that's there's they'll they're they've wasn't we're we've weren't what's
    who's won't wouldn't you'll you're you've""".split()
)
_PASSED_OVER = _FUNCTION_WORDS | PEOPLES
_TELLING = 3  # letters that tell most words from a people's
_PEOPLES_BEGIN = frozenset(people[:_TELLING] for people in PEOPLES)


def evaluate(*, title: Text, body: Text) -> Finding:
    """Measure the share of the headline's content words that the text does not take up."""
    content = {
        word[:_STEM]: match.span()
        for match in WORD.finditer(title.folded)
        if len(word := match[0]) >= _SHORTEST and word not in _PASSED_OVER
    }
    if len(content) < FEWEST_WORDS:
        return Finding(Status.NOT_APPLICABLE, "not_applicable")
    # The blank before the stem makes it the beginning of a word.
    text = f" {body.folded}"
    missing = [span for stem, span in content.items() if not _begins_word(stem, text)]
    measured = {"words": len(content), "missing": len(missing)}
    share = len(missing) / max(len(content), SHORTEST_HEADLINE)
    if share <= LITTLE:
        return Finding(Status.PASS, "pass", ramp(share, 0, WORN_OFF), measured)
    strength = ramp(share, LITTLE, MOST)
    return Finding(Status.CONCERN, "concern", strength, measured, title.spans(missing))


def _begins_word(stem: str, text: str) -> bool:
    position = text.find(stem)
    while position > 0 and (text[position - 1].isalnum() or _people_at(text, position)):
        position = text.find(stem, position + 1)
    return position > 0


def _people_at(text: str, position: int) -> bool:
    """Whether a people is named: “Kenyan” would stand for “Kenya”, and “French” not for “France”."""
    if text[position : position + _TELLING] not in _PEOPLES_BEGIN:
        return False
    word = WORD.match(text, position)
    return word is not None and word[0] in PEOPLES


SIGNAL = Signal(__name__, __doc__, 2, evaluate, needs=("title", "body"))
