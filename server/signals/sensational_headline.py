"""The headline pulls rather than tells.

What it looks at
----------------
Promises that hold something back (“you won't believe”), words that point at
what is not named (“this”, “here's”), numbered lists, openings with a question
word, address to the reader, superlatives, words of shock, intensifiers and
tags (“BREAKING:”, “(VIDEO)”). Quotations are others' words. Capital letters
play no part: they are a publisher's house style, or a sign of their own.

Why it matters
--------------
In an experts' study of news articles a clickbait headline went with low
credibility more closely than any other mark (r = −.71). Headlines that excite
are read and shared before anyone has looked at the evidence.

What it cannot tell
-------------------
Whether the excitement is deserved, or the question answered: real news can be
shocking, and advice may well speak to its readers. One faint mark alone, such
as “you” or “best”, is therefore no concern.

How it can be gamed
-------------------
By writing a calm headline over the same text, or with words that are not in
the lists.

References
----------
- Zhang et al. 2018, [A Structured Response to Misinformation](https://doi.org/10.1145/3184558.3188731)
- Blom & Hansen 2015, [Click bait: Forward-reference as lure](https://doi.org/10.1016/j.pragma.2014.11.010)
- Chakraborty et al. 2016, [Stop Clickbait](https://doi.org/10.1109/ASONAM.2016.7752207)
- [CredWeb signals](https://credweb.org/signals/) `1aa19828` clickbait, `35d6f6dd` cliffhanger,
  `ceff00a1` curiosity gap, `40508eff` provokes emotion
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from server.core.measure import combine
from server.core.model import Finding, Status
from server.core.phrases import Scanner
from server.core.signal import Signal
from server.core.text import WORD, Text
from server.signals.lexicons import headlines as words

# How far one kind of find alone takes the strength; several combine and never pass 1.
_KINDS = (
    (words.CURIOSITY, 0.6),
    (words.URGENT_TAGS, 0.5),
    (words.SHOCK, 0.4),
    (words.POINTING, 0.4),
    (words.ADDRESS, 0.35),
    (words.SUPERLATIVES, 0.25),
    (words.JUDGEMENTS, 0.25),
    (words.INTENSIFIERS, 0.2),
    (words.CHATTY, 0.15),
)
_LIST, _NUMBER, _OPENING = 0.5, 0.25, 0.2
CONCERN = 0.5  # below it the marks are too faint
# In texts these words are everywhere, so that only headlines are searched for them.
_SCAN = Scanner(phrases for phrases, _ in _KINDS).scan
_NUMBERED = re.compile(
    r"(?:(?:the|these|our|here are|top) )*(?:[0-9]{1,3}|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|fifteen|twenty|thirty|fifty) (?!more |other |others |year|month|week|day|hour|percent|per cent"
    r"|million|billion|people |men |women |dead|die\b|killed|injured|hurt|wounded|missing|arrested|charged"
    r"|held)(?=[^\W\d])"
)
_LIST_REACH = 6  # words behind the number
_QUESTION = re.compile(
    r"(?:what|which|who|why|how|when|where|can|could|do|does|did|are|is|should|would|will|have|has|if)(?![\w'])"
)
_IN_SINGLE_MARKS = re.compile(r"'(?<!\w')(?=\w).+?'(?!\w)")


def evaluate(*, title: Text) -> Finding:
    """Find what pulls in the headline; each kind of find adds less than the one before."""
    finds: dict[tuple[int, int], float] = {}
    strengths: dict[object, float] = {}
    for start, end, kind, weight in _candidates(title):
        if all(end <= first or start >= last for first, last in finds):
            finds[start, end] = weight
            strengths[kind] = weight
    strength = combine(strengths.values())
    measured = {"finds": len(finds)}
    if strength < CONCERN:
        return Finding(Status.PASS, "pass", strength, measured)
    return Finding(Status.CONCERN, "concern", strength, measured, title.spans(sorted(finds)))


def _candidates(title: Text) -> Iterator[tuple[int, int, str, float]]:
    """Yield (start, end, kind, weight) of everything that may pull, the strongest first of what overlaps."""
    hits = _SCAN(title.folded)
    quoted = [match.span() for match in _IN_SINGLE_MARKS.finditer(title.plain)] + list(title.quotations)
    for phrases, weight in _KINDS:
        for start, end, phrase in hits.get(phrases, ()):
            if any(first <= start < last for first, last in quoted):
                continue
            if phrases is words.URGENT_TAGS and not _opens(title.folded, start):
                continue
            # Each word of shock counts, but “you … your … you” only once.
            yield start, end, phrase if phrases is words.SHOCK else phrases.name, weight
    if number := _NUMBERED.match(title.folded):
        following = [word[0] for word in WORD.finditer(title.folded, number.end())][:_LIST_REACH]
        listed = not words.LISTED.isdisjoint(following)
        yield 0, number.end() - 1, "number", _LIST if listed else _NUMBER
    elif opening := _QUESTION.match(title.folded):
        yield 0, opening.end(), "opening", _OPENING


def _opens(folded: str, start: int) -> bool:
    """Tell whether a tag opens a part of the headline: “Leaked video: …” only names the video."""
    return not folded[start].isalpha() or not folded[:start].rstrip()[-1:].isalnum()


SIGNAL = Signal(__name__, __doc__, 2, evaluate, needs=("title",))
