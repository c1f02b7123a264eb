"""A figure in the headline that the text does not hold.

What it looks at
----------------
Amounts, percentages and counts of 25 or more in the headline, in digits.
Years, dates, ordinals, the number of a list (“50 ways …”) and numbers within
names are left out. Each is looked for in the text, in digits or in words
(“three hundred thousand”; for a percentage also “half” or “two thirds”); a
rounded figure (“1,000” for 1,043) counts as found.

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
from collections.abc import Iterator, Set
from itertools import islice
from typing import NamedTuple

from server.core.dates import date_at
from server.core.measure import combine
from server.core.model import Finding, Status
from server.core.numbers import SCALES, in_words, shares
from server.core.signal import Signal
from server.core.text import WORD, Text
from server.signals.lexicons.headlines import LISTED

_ONE = 0.5  # how far one figure alone takes the strength
# Smaller counts are often of what the article itself lists: “How 12 bakers …”.
_SMALLEST_COUNT = 25
_ROUNDING = 0.1  # of the figure
_LISTED_WITHIN = 6  # words behind a number
_SCALES = SCALES | {"k": 1e3, "m": 1e6, "mn": 1e6, "b": 1e9, "bn": 1e9, "t": 1e12, "tn": 1e12}
_NUMBER = rf"([0-9]+(?:[.,][0-9]+)*)(?:[ -]?({'|'.join(_SCALES)})\b)?"
_STATED = re.compile(_NUMBER)
# A number by itself: not in “F-16”, “9/11”, “5G”, “4th”, “401(k)” or “’70s”.
_FIGURE = re.compile(rf"(?<![\w.,/#'-])([$€£]?){_NUMBER}(?![\w/:(]|-[0-9])( ?%| percent| per cent)?")


class _Figure(NamedTuple):
    """A figure of the headline: where it stands, and whether it is a percentage."""

    value: float
    span: tuple[int, int]
    percent: bool


def evaluate(*, title: Text, body: Text) -> Finding:
    """Look for each figure of the headline in the text."""
    figures = list(_figures(title)) if b"0" in title.shape else []
    if not figures:
        return Finding(Status.NOT_APPLICABLE, "not_applicable")
    digits = {_value(match[1], match[2]) for match in _STATED.finditer(body.folded)}
    missing = [figure for figure in figures if not _is_among(digits, figure)]
    if missing:
        words, parts = in_words(body.folded), shares(body.folded)
        missing = [
            figure for figure in missing if not _is_among(words | parts if figure.percent else words, figure)
        ]
    measured = {"figures": len(figures), "missing": len(missing)}
    if not missing:
        return Finding(Status.PASS, "pass", 0.0, measured)
    strength = combine(_ONE for _ in missing)
    spans = title.spans(figure.span for figure in missing)
    return Finding(Status.CONCERN, "concern", strength, measured, spans)


def _figures(title: Text) -> Iterator[_Figure]:
    """Yield every figure that the text should hold."""
    for match in _FIGURE.finditer(title.folded):
        currency, digits, scale, percent = match.groups()
        value = _value(digits, scale)
        if not (currency or scale or percent):
            year = digits.isdigit() and 1800 <= value < 2100
            if year or value < _SMALLEST_COUNT or date_at(title.plain, *match.span(2)):
                continue
        following = islice(WORD.finditer(title.folded, match.end()), _LISTED_WITHIN)
        if LISTED.isdisjoint([word[0] for word in following]):
            yield _Figure(value, match.span(), percent is not None)


def _value(digits: str, scale: str | None) -> float:
    """Return what a number is worth; a comma before three digits parts thousands."""
    whole, *rest = re.sub(r",(?=[0-9]{3}(?![0-9]))", "", digits).replace(",", ".").split(".")
    return float(f"{whole}.{rest[0] if rest else 0}") * _SCALES.get(scale or "", 1.0)


def _is_among(stated: Set[float], figure: _Figure) -> bool:
    """Tell whether ``figure`` is one of those that the text states, or rounded from it."""
    return any(abs(value - figure.value) <= _ROUNDING * figure.value for value in stated)


SIGNAL = Signal(__name__, __doc__, 2, evaluate, needs=("title", "body"))
