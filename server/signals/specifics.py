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

from server.core.dates import DATE, WEEKDAY
from server.core.measure import per_thousand, ramp
from server.core.model import Finding, Status
from server.core.signal import Signal
from server.core.text import Text

# Dates and figures per 1,000 words: below FEW nothing is earned, from MANY on all.
FEW, MANY = 5.0, 20.0
_UNIT = (
    r"percent|per cent|percentage points?|million|billion|trillion|thousand|dollars?|euros?|pounds?|cents?"
    r"|tons?|tonnes?|kilograms?|kg|grams?|miles?|km|kilomet(?:er|re)s?|met(?:er|re)s?|feet|foot|inch(?:es)?|acres?|hectares?"
    r"|lit(?:er|re)s?|gallons?|degrees?|megawatts?|hours?|minutes?|seconds?|days?|weeks?|months?|years?|people|residents"
    r"|voters|votes|students|patients|cases|deaths|workers|employees|jobs|homes|households|members|seats|points|a\.m\.|p\.m\.|am|pm"
)
_FIGURE = re.compile(
    rf"[$€£]\s?\d[\d,.]*(?: (?:thousand|million|billion|trillion))?"
    rf"|\b\d[\d,.]*(?:%|[ -](?:(?:thousand|million|billion|trillion) )?(?:{_UNIT})\b)"
)


def evaluate(*, body: Text) -> Finding:
    """Measure how many dates and figures the text states."""
    spans = sorted(
        match.span() for pattern in (DATE, WEEKDAY, _FIGURE) for match in pattern.finditer(body.plain)
    )
    density = per_thousand(len(spans), len(body.words))
    measured = {"specifics": len(spans), "words": len(body.words)}
    strength = ramp(density, MANY, FEW)
    if strength == 1:
        return Finding(Status.INFO, "info", None, measured)
    return Finding(Status.PASS, "pass", strength, measured, tuple(body.span(*span) for span in spans))


SIGNAL = Signal(__name__, __doc__, 1, evaluate, needs=("body",))
