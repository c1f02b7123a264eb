"""What happened is given a day: a good sign.

What it looks at
----------------
Weekdays, dates, years (“in 2019”), times of day, and days or weeks that are
counted from the report or from another event (“last week”, “two days later”).
They are counted per 1,000 words, outside quotations.

Why it matters
--------------
An event with a day can be looked up, and proved wrong. Leaving the day out
makes old news look new, and makes any claim hard to check. Times and dates stand
more densely in the credible articles of every labelled set at hand.

What it cannot tell
-------------------
Whether the day is right, or whether the event took place at all.

How it can be gamed
-------------------
By inventing days. Having none costs nothing here, and having many earns only
so much.

References
----------
- Society of Professional Journalists, [Code of Ethics](https://www.spj.org/spj-code-of-ethics/):
  provide context, do not oversimplify
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from server.core.dates import date_at
from server.core.density import merit, own_hits
from server.core.model import Finding
from server.core.phrases import Hit
from server.core.signal import Signal
from server.core.text import Text
from server.signals.lexicons.dates import CLOCK_TIMES, MONTHS, RELATIVE_DATES, SPANS_OF_TIME, WEEKDAYS, YEARS

# Points in time per 1,000 words: up to FEW nothing is earned, from MANY on all.
FEW, MANY = 0.0, 18.0
# What stands before a span of time, a clock time or a month. Only a few characters are looked at.
_LOOK_BACK = 12
_COUNT = re.compile(
    r"(?:\b(?:[0-9]+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|few)"
    r"|\bcouple of)[ -]$",
    re.IGNORECASE,
)
_HOUR = re.compile(
    r"\b(?:[0-9]{1,2}(?::[0-9]{2})?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) $",
    re.IGNORECASE,
)
_OF_MONTH = re.compile(r"\b(?:in|since|until|by|early|late|last|this|next|mid)[ -]$", re.IGNORECASE)
_NUMBER_BEFORE = re.compile(r"\b([0-9]{1,2})(?:st|nd|rd|th)? $")
_NUMBER_AFTER = re.compile(r",? ([0-9]{1,4})")


def evaluate(*, body: Text) -> Finding:
    """Measure how many points in time the text states."""
    return merit(body, sorted(_points_in_time(body)), FEW, MANY)


def _points_in_time(body: Text) -> Iterator[Hit]:
    yield from own_hits(body, WEEKDAYS, RELATIVE_DATES, YEARS)
    for before, phrases in ((_COUNT, SPANS_OF_TIME), (_HOUR, CLOCK_TIMES)):
        for hit in own_hits(body, phrases):
            if match := before.search(body.plain, max(0, hit.start - _LOOK_BACK), hit.start):
                yield Hit(match.start(), hit.end, hit.phrase)
    for month in own_hits(body, MONTHS):
        if body.plain[month.start].isupper() and (span := _date(body.plain, month)):
            yield Hit(*span, month.phrase)


def _date(plain: str, month: Hit) -> tuple[int, int] | None:
    """Return the date that the month belongs to, or the month itself behind a word such as “in”."""
    earliest = max(0, month.start - _LOOK_BACK)
    number = _NUMBER_BEFORE.search(plain, earliest, month.start) or _NUMBER_AFTER.match(plain, month.end)
    if number and (date := date_at(plain, *number.span(1))):
        return date
    before = _OF_MONTH.search(plain, earliest, month.start)
    return (before.start(), month.end) if before else None


SIGNAL = Signal(
    __name__,
    __doc__,
    1,
    evaluate,
    needs=("body",),
    phrases=(WEEKDAYS, RELATIVE_DATES, YEARS, SPANS_OF_TIME, CLOCK_TIMES, MONTHS),
)
