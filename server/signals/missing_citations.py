"""Claims of fact that name no source.

What it looks at
----------------
Every paragraph of twenty words or more. It counts as supported when somebody
or something is named as its source: a reporting verb with a name or a
quotation, a named study, report or court document, a web address, or a link
to another site. When the page's links are not known, the concern weighs less than
half, and the less the shorter a text of under 400 words is.

Why it matters
--------------
A reader can only check what leads somewhere. In an experts' study convincing
evidence was the strongest mark of credible articles (r = .76), and quoting
outside experts went with it (r = .33).

What it cannot tell
-------------------
Whether a source is good, or says what the article says it says. Eyewitness
reports and opinion pieces may stand on the author's own word and need no
other.

How it can be gamed
-------------------
By naming sources that do not exist, or linking to pages that do not bear the
claim out.

References
----------
- Zhang et al. 2018, [A Structured Response to Misinformation](https://doi.org/10.1145/3184558.3188731)
- [CredWeb signals](https://credweb.org/signals/) `baa89d32` few references, `4f7edf95` links
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from server.core.identity import site as host_of
from server.core.measure import SHORTEST_WORDS, ramp
from server.core.model import Finding, Link, Status
from server.core.names import full_names
from server.core.phrases import Hit
from server.core.signal import Signal
from server.core.text import Text
from server.signals.lexicons.attribution import DOCUMENTS, REPORTING, SAYING, VAGUE_SOURCES

SHORTEST_CLAIM = 20  # words
# Share of supported paragraphs: at NONE the concern is full, from ENOUGH on there
# is none, and from ALMOST_ALL on nothing is left to wish for.
NONE, ENOUGH, ALMOST_ALL = 0.0, 0.3, 0.8
# The page's links may lead where its words do not: without them the concern is only a guess.
LINKS_UNKNOWN = 0.4
_QUOTED = 3  # claims
_SAYING = frozenset(SAYING.phrases)
# “Alvarez said”, “she told”, “said the Interior Ministry”: somebody met before.
_SPEAKER_BEFORE = re.compile(r"\b(?:[^\W\d_a-z][\w'-]+|he|she|they) (?:also )?$")
_SPEAKER_AFTER = re.compile(r" (?:the |a )?[^\W\d_a-z][\w'-]+")


def evaluate(*, body: Text, links: Sequence[Link] | None, site: str | None) -> Finding:
    """Measure the share of paragraphs that lead the reader to a source."""
    # So many words have one blank less.
    claims = [span for span in body.paragraphs if body.plain.count(" ", *span) >= SHORTEST_CLAIM - 1]
    if not claims:
        return Finding(Status.NOT_APPLICABLE, "not_applicable")
    marks = sorted(_marks(body))
    unsupported = [(start, end) for start, end in claims if not _any_between(marks, start, end)]
    outgoing = _outgoing(links, site)
    # A link supports one paragraph; which one does not matter to the share.
    missing = max(0, len(unsupported) - outgoing)
    measured = {
        "paragraphs": len(claims),
        "supported": len(claims) - missing,
        "links": outgoing,
    }
    share = 1 - missing / len(claims)
    if share >= ENOUGH:
        return Finding(Status.PASS, "pass", ramp(share, ALMOST_ALL, ENOUGH), measured)
    spans = body.spans([body.sentence_at(start) for start, _ in unsupported[:_QUOTED]])
    # A share of two or three paragraphs says little.
    strength = round(ramp(share, ENOUGH, NONE) * min(1.0, len(body.words) / SHORTEST_WORDS), 3)
    if links is None:
        return Finding(
            Status.CONCERN, "concern_links_unknown", round(strength * LINKS_UNKNOWN, 3), measured, spans
        )
    return Finding(Status.CONCERN, "concern", strength, measured, spans)


def _any_between(marks: list[int], start: int, end: int) -> bool:
    index = bisect_left(marks, start)
    return index < len(marks) and marks[index] < end


def _marks(body: Text) -> list[int]:
    """Return the positions at which the text names a source."""
    vague = {hit.start for hit in body.hits(VAGUE_SOURCES)}
    marks = [hit.start for hit in body.hits(DOCUMENTS) if hit.start not in vague]
    marks += [
        hit.start
        for hit in (*body.hits(SAYING), *body.hits(REPORTING))
        if hit.start not in vague and not body.in_quotation(hit.start) and _attributed(body, hit)
    ]
    address = body.folded.find("http")
    while address >= 0:
        marks.append(address)
        address = body.folded.find("http", address + 4)
    return marks


def _attributed(body: Text, hit: Hit) -> bool:
    """Tell whether somebody is named or quoted beside a reporting verb."""
    if hit.phrase in _SAYING and (
        _SPEAKER_BEFORE.search(body.plain, max(0, hit.start - 30), hit.start)
        or _SPEAKER_AFTER.match(body.plain, hit.end)
    ):
        return True
    start, end = body.sentence_at(hit.start)
    return '"' in body.plain[start:end] or any(full_names(body.plain, start, end))


def _outgoing(links: Sequence[Link] | None, site: str | None) -> int:
    """Count the links that lead to another site."""
    return sum(host_of(link.href) != site for link in links or ())


SIGNAL = Signal(
    __name__,
    __doc__,
    3,
    evaluate,
    needs=("body",),
    uses=("links", "site"),
    phrases=(SAYING, REPORTING, DOCUMENTS, VAGUE_SOURCES),
)
