"""Calendar dates in running English text, found around their numbers."""

from __future__ import annotations

import re

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"(?:st|nd|rd|th)?"
_MONTH_BEFORE = re.compile(rf"\b{_MONTH},? $")
_AFTER_DAY = re.compile(rf"{_DAY},? \d{{4}}\b")
_MONTH_AFTER = re.compile(rf"{_DAY} {_MONTH}\b(?:,? \d{{4}}\b)?")
_ISO = re.compile(r"-[0-9]{2}-[0-9]{2}\b")
_LONGEST_MONTH = len("September, ")


def date_at(plain: str, start: int, end: int) -> tuple[int, int] | None:
    """Return (start, end) of the date around the number ``plain[start:end]``, if it is one.

    “July 4, 2025”, “July 4”, “4 July 2025”, “July 2025” and “2025-07-04” are
    dates; a bare year or month is none.
    """
    if iso := _ISO.match(plain, end):
        return start, iso.end()
    if before := _MONTH_BEFORE.search(plain, max(0, start - _LONGEST_MONTH), start):
        year = _AFTER_DAY.match(plain, end)
        return before.start(), year.end() if year else end
    if month := _MONTH_AFTER.match(plain, end):
        return start, month.end()
    return None
