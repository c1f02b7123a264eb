"""Dates and figures that a reader can check: a good sign.

What it looks at
----------------
Dates, weekdays and times of day, and figures with a unit or a measure (“40
percent”, “$3.2 million”, “12 km”, “1,400 people”), per 1,000 words.

Why it matters
--------------
A dated event and a figure with a unit can be looked up and proved wrong.
Times and dates are stated more in the credible articles of every labelled set
at hand, and concrete numbers go with more trustworthy news.

What it cannot tell
-------------------
Whether a date or figure is right, or where it comes from.

How it can be gamed
-------------------
By inventing figures. Having none costs nothing here, and having many earns
only so much.

References
----------
- Rashkin et al. 2017, [Truth of Varying Shades](https://doi.org/10.18653/v1/D17-1317)
- [CredWeb signals](https://credweb.org/signals/) `baa89d32` few references
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from server.core.dates import date_at
from server.core.measure import per_thousand, ramp
from server.core.model import Finding, Status
from server.core.phrases import Phrases
from server.core.signal import Signal
from server.core.text import Text

# Dates and figures per 1,000 words: below FEW nothing is earned, from MANY on all.
FEW, MANY = 5.0, 20.0
WEEKDAYS = Phrases("weekdays", ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
_UNIT = re.compile(
    r"%|(?: (?:thousand|million|billion|trillion))?[ -](?:percent|per cent|percentage points?|dollars?|euros?"
    r"|pounds?|cents?|tons?|tonnes?|kilograms?|kg|grams?|miles?|km|kilomet(?:er|re)s?|met(?:er|re)s?|feet|foot"
    r"|inch(?:es)?|acres?|hectares?|lit(?:er|re)s?|gallons?|degrees?|megawatts?|hours?|minutes?|seconds?|days?|weeks?"
    r"|months?|years?|people|residents|voters|votes|students|patients|cases|deaths|workers|employees|jobs|homes"
    r"|households|members|seats|points|[ap]\.m\.|[ap]m)(?!\w)|(?: (?:thousand|million|billion|trillion)\b)"
)
_NUMBER = re.compile(r"[0-9$€£](?:[0-9,.]*[0-9])?")


def evaluate(*, body: Text) -> Finding:
    """Measure how many dates and figures the text states."""
    weekdays = [(hit.start, hit.end) for hit in body.hits(WEEKDAYS)]
    spans = sorted([*_dates_and_figures(body.plain), *weekdays])
    density = per_thousand(len(spans), len(body.words))
    measured = {"specifics": len(spans), "words": len(body.words)}
    strength = ramp(density, MANY, FEW)
    if strength == 1:
        return Finding(Status.INFO, "info", None, measured)
    return Finding(Status.PASS, "pass", strength, measured, tuple(body.span(*span) for span in spans))


def _dates_and_figures(plain: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of dates, and of numbers with a unit or a currency."""
    last = 0
    for number in _NUMBER.finditer(plain):
        start, end = number.span()
        if start < last:
            continue
        if date := date_at(plain, start, end):
            last = date[1]
            yield date
        elif unit := _UNIT.match(plain, end):
            last = unit.end()
            yield start, last
        elif plain[start] in "$€£" and end - start > 1:
            yield start, end


SIGNAL = Signal(__name__, __doc__, 1, evaluate, needs=("body",), phrases=(WEEKDAYS,))
