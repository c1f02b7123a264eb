"""A dateline or a credit line says who reported, and from where: a good sign.

What it looks at
----------------
A dateline at the beginning: a place in capitals or with a date, and an agency
in brackets, as in “HARROW BAY (Agency) —”. And lines such as “… contributed to
this report” or “Reporting by …; editing by …”.

Why it matters
--------------
Both are newsroom custom: they tell where the reporter was, who else took part
and whose work was taken over. Readers can ask the agency for its own version.

What it cannot tell
-------------------
Whether anybody was there. A dateline is easily typed, and many careful pages
have none; that costs nothing here.

How it can be gamed
-------------------
By typing one: hoaxes imitate the form of agency reports. It earns very little
for that reason.

References
----------
- Society of Professional Journalists, [Code of Ethics](https://www.spj.org/spj-code-of-ethics/):
  identify sources clearly, never plagiarize
"""

from __future__ import annotations

import re

from server.core.density import own_hits
from server.core.measure import ramp
from server.core.model import Finding, Status
from server.core.phrases import Hit
from server.core.signal import Signal
from server.core.text import Text
from server.signals.lexicons.declarations import CREDITS

_MOST = 2  # kinds: a dateline and a credit line
_FIRST_PARAGRAPHS, _LONGEST = 3, 90  # where a dateline may stand, and its characters
_PLACE = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'-]+(?:[ /][A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'-]+){0,3}"
_WITH_REGION = r"(?:, [A-Z][\w. ]{1,20})?"
_DATE = r",? [A-Z][a-z]{2,8}\.? [0-9]{1,2}"
_AGENCY = r" \([A-Z][\w .&/-]{1,40}\)"
_DATELINE = re.compile(
    rf"{_PLACE}{_WITH_REGION}(?:{_DATE})?(?:{_AGENCY})? ?(?:—|–|--| - )"
    rf"|[A-Z][\w.' -]{{2,30}}{_WITH_REGION}(?:{_DATE})?{_AGENCY} ?(?:—|–|--|-)"
)
# All but “… contributed to” open a line or a clause, and a name follows.
_NAME = re.compile(r":? [A-ZÀ-ÖØ-Þ][\w'-]")
_OPENERS = "\n(;.—"


def evaluate(*, body: Text) -> Finding:
    """Look for a dateline in the first paragraphs and for credit lines anywhere."""
    spans = []
    for start, end in body.paragraphs[:_FIRST_PARAGRAPHS]:
        if match := _DATELINE.match(body.plain, start, min(end, start + _LONGEST)):
            spans.append(match.span())
            break
    datelines = len(spans)
    spans += [
        (hit.start, hit.end)
        for hit in own_hits(body, CREDITS)
        if hit.phrase.startswith("contributed") or _is_credit(body.plain, hit)
    ]
    credited = len(spans) - datelines
    measured = {"datelines": datelines, "credits": credited}
    if not spans:
        return Finding(Status.INFO, "info", None, measured)
    strength = ramp(datelines + (credited > 0), _MOST, 0)
    return Finding(Status.PASS, "pass", strength, measured, body.spans(spans))


def _is_credit(plain: str, hit: Hit) -> bool:
    """Tell a credit line from “according to reporting by …”."""
    before = plain[max(0, hit.start - 2) : hit.start].rstrip(" ")
    return (not before or before[-1] in _OPENERS) and bool(_NAME.match(plain, hit.end))


SIGNAL = Signal(__name__, __doc__, 1, evaluate, needs=("body",), phrases=(CREDITS,))
