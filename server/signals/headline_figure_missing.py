"""A figure in the headline that the text does not hold.

What it looks at
----------------
Amounts, percentages and counts of 25 or more in the headline, in digits.
Years, dates, ordinals, the number of a list (“50 ways …”) and numbers within
names are left out. Each is looked for in the text, in digits or in words; a rounded figure
(“1,000” for 1,043) counts as found.

Why it matters
--------------
A figure is the part of a headline that looks most like a fact. A reader who
wants to know where it comes from should meet it in the text. The SPJ asks
journalists to see that headlines do not misrepresent.

What it cannot tell
-------------------
Whether the figure is right. It may be a sum or a difference of figures in the
text, or stand in a picture or table of the page.

How it can be gamed
-------------------
By repeating the figure in the text without saying where it is from.

References
----------
- Society of Professional Journalists, [Code of Ethics](https://www.spj.org/spj-code-of-ethics/)
- [CredWeb signals](https://credweb.org/signals/) `4c0e31e7` title overstates
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from server.core.dates import date_at
from server.core.measure import combine
from server.core.model import Finding, Status
from server.core.signal import Signal
from server.core.text import WORD, Text
from server.signals.lexicons.headlines import LISTED

_ONE = 0.5  # how far one figure alone takes the strength
# Smaller counts are often of what the article itself lists: “How 12 bakers …”.
_SMALLEST_COUNT = 25
_ROUNDING = 0.1  # of the figure
_LISTED_WITHIN = 6  # words behind a number
_SCALES = {
    "k": 1e3,
    "thousand": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "million": 1e6,
    "b": 1e9,
    "bn": 1e9,
    "billion": 1e9,
}
_SCALES |= {"t": 1e12, "tn": 1e12, "trillion": 1e12}
_NUMBER = r"([0-9]+(?:[.,][0-9]+)*)(?:[ -]?(k|thousand|mn?|million|bn?|billion|tn?|trillion)\b)?"
_STATED = re.compile(_NUMBER)
# A number by itself: not in “F-16”, “9/11”, “5G”, “4th”, “401(k)” or “’70s”.
_FIGURE = re.compile(rf"(?<![\w.,/#'-])([$€£]?){_NUMBER}(?![\w/:(]|-[0-9])( ?%| percent| per cent)?")
_UNITS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS = {word: float(value) for value, word in enumerate(_UNITS)}
_WORDS |= {word: 10.0 * value for value, word in enumerate(_TENS, 2)}
_WORDS |= {f"{ten}-{unit}": _WORDS[ten] + _WORDS[unit] for ten in _TENS for unit in _UNITS[1:10]}
_WORDS |= {
    "half": 50.0,
    "quarter": 25.0,
    "hundred": 100.0,
    "hundreds": 100.0,
    "thousand": 1e3,
    "thousands": 1e3,
}
_WORDS |= {"million": 1e6, "billion": 1e9}


def evaluate(*, title: Text, body: Text) -> Finding:
    """Look for each figure of the headline in the text."""
    figures = list(_figures(title)) if b"0" in title.shape else []
    if not figures:
        return Finding(Status.NOT_APPLICABLE, "not_applicable")
    digits = {_value(match[1], match[2]) for match in _STATED.finditer(body.folded)}
    missing = [
        span
        for value, span in figures
        if not any(_is_near(value, other) for other in digits) and not _in_words(value, body.folded)
    ]
    measured = {"figures": len(figures), "missing": len(missing)}
    if not missing:
        return Finding(Status.PASS, "pass", 0.0, measured)
    strength = combine(_ONE for _ in missing)
    return Finding(Status.CONCERN, "concern", strength, measured, title.spans(missing))


def _figures(title: Text) -> Iterator[tuple[float, tuple[int, int]]]:
    """Yield the value and the place of every figure that the text should hold."""
    for match in _FIGURE.finditer(title.folded):
        currency, digits, scale, percent = match.groups()
        value = _value(digits, scale)
        if not (currency or scale or percent):
            year = digits.isdigit() and 1800 <= value < 2100
            if year or value < _SMALLEST_COUNT or date_at(title.plain, *match.span(2)):
                continue
        following = islice(WORD.finditer(title.folded, match.end()), _LISTED_WITHIN)
        if LISTED.isdisjoint([word[0] for word in following]):
            yield value, match.span()


def _value(digits: str, scale: str | None) -> float:
    """Return what a number is worth; a comma before three digits parts thousands."""
    whole, *rest = re.sub(r",(?=[0-9]{3}(?![0-9]))", "", digits).replace(",", ".").split(".")
    return float(f"{whole}.{rest[0] if rest else 0}") * _SCALES.get(scale or "", 1.0)


def _is_near(value: float, other: float) -> bool:
    """Tell whether ``value`` is ``other``, or rounded from it."""
    return abs(other - value) <= _ROUNDING * value


def _in_words(value: float, folded: str) -> bool:
    """Tell whether the text states ``value`` in words."""
    words = (word for word, other in _WORDS.items() if _is_near(value, other))
    return any(re.search(rf"\b{word}\b", folded) for word in words)


SIGNAL = Signal(__name__, __doc__, 1, evaluate, needs=("title", "body"))
