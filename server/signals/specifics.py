"""Figures that say what they count: a good sign.

What it looks at
----------------
Figures with a currency, a unit or a measure (“40 percent”, “$3.2 million”,
“12 km”, “1,400 people”), and numbers in words with what they count (“three
officers”), per 1,000 words. Dates are a signal of their own.

Why it matters
--------------
A figure that says what it counts can be looked up and proved wrong. Rashkin
and others found more concrete figures in news from trusted sources than in
satire, hoaxes and propaganda.

What it cannot tell
-------------------
Whether a figure is right, or where it comes from.

How it can be gamed
-------------------
By inventing figures. Having none costs nothing here, and having many earns
only so much.

References
----------
- Rashkin et al. 2017, [Truth of Varying Shades](https://doi.org/10.18653/v1/D17-1317)
- Society of Professional Journalists, [Code of Ethics](https://www.spj.org/spj-code-of-ethics/)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from server.core.density import merit
from server.core.model import Finding
from server.core.phrases import Hit
from server.core.signal import Signal
from server.core.text import Text
from server.signals.lexicons.numbers import NUMBER_WORDS

# Figures per 1,000 words: up to FEW nothing is earned, from MANY on all.
FEW, MANY = 0.0, 16.0
_NUMBER = re.compile(r"[0-9$€£](?:[0-9,.]*[0-9])?")
_SCALE = r"(?: (?:thousand|million|billion|trillion)\b)"
_UNIT = re.compile(
    rf"%|{_SCALE}?[ -](?:percent|per cent|percentage points?|dollars?|euros?|pounds?|cents?|tons?|tonnes?"
    r"|kilograms?|kg|grams?|miles?|km|kilomet(?:er|re)s?|met(?:er|re)s?|feet|foot|inch(?:es)?|acres?|hectares?"
    r"|lit(?:er|re)s?|gallons?|degrees?|megawatts?|hours?|minutes?|seconds?|days?|weeks?|months?|years?"
    r"|people|men|women|children|adults|families|residents|voters|votes|students|patients|passengers|cases|deaths"
    r"|arrests|workers|employees|jobs|homes|households|buildings|schools|companies|countries|vehicles|members|seats"
    r"|points|pages|documents|interviews|complaints)"
    rf"(?![\w-])(?! (?:ago|earlier|later|before|after)\b)|{_SCALE}"
)
# What a number in words counts: most plural nouns, by their ending.
_COUNTED = re.compile(
    r"[ -](?!(?:has|was|does|this|its|his|as|us|plus|perhaps|always|times|things|ways|reasons|sides)\b)"
    r"(?:people|men|women|children|[a-z]{2,}(?<![isu])s)(?![\w-])(?! (?:ago|earlier|later|before|after)\b)"
)


def evaluate(*, body: Text) -> Finding:
    """Measure how many figures the text states with what they count."""
    return merit(body, sorted(_figures(body)), FEW, MANY)


def _numbers(body: Text) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each number with its currency."""
    start = body.shape.find(b"0")
    while start >= 0:
        match = _NUMBER.match(body.plain, start)
        end = match.end() if match else start + 1
        yield start, end
        start = body.shape.find(b"0", end)


def _figures(body: Text) -> Iterator[Hit]:
    """Yield numbers with a unit, a currency or what they count."""
    plain = body.plain
    for start, end in _numbers(body):
        if plain[start - 1 : start] == "-" and plain[start - 2 : start - 1].isalpha():  # part of a name
            continue
        if unit := _UNIT.match(plain, end):
            yield Hit(start, unit.end(), "")
        elif plain[start] in "$€£" and end - start > 1:
            yield Hit(start, end, "")
    for word in body.hits(NUMBER_WORDS):
        if counted := _UNIT.match(plain, word.end) or _COUNTED.match(plain, word.end):
            yield Hit(word.start, counted.end(), "")


SIGNAL = Signal(__name__, __doc__, 2, evaluate, needs=("body",), phrases=(NUMBER_WORDS,))
