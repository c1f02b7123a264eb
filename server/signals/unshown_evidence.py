"""Evidence is claimed and not shown: “studies prove”, “documents show”, “footage shows”.

What it looks at
----------------
Claims that there is evidence, outside quotations: research (“studies prove”),
recordings (“footage shows”) and proof of any kind (“overwhelming evidence”).
A name, a document, a web address or a link to another site beside the claim,
and for recordings a picture or player on the page, show where to look, and
the claim is passed over. So are sentences that deny or ask for evidence.

Why it matters
--------------
“It has been proven” asks for the trust that evidence earns without giving the
evidence. Convincing evidence went with credibility in an experts' study (r =
.76).

What it cannot tell
-------------------
Whether the evidence exists or is shown elsewhere in the article. Where the
page's links and pictures are not known, as with pasted text, the evidence may
be there after all, and the concern weighs less.

How it can be gamed
-------------------
By linking anything, or by putting any name beside the claim: neither is read,
only found.

References
----------
- Zhang et al. 2018, [A Structured Response to Misinformation](https://doi.org/10.1145/3184558.3188731)
- [CredWeb signals](https://credweb.org/signals/) `baa89d32` few references, `4f7edf95` links
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from server.core.density import own_hits
from server.core.identity import site as host_of
from server.core.measure import per_thousand, ramp
from server.core.model import Finding, Link, Media, Status
from server.core.names import full_names
from server.core.normalise import analysis_form, fold
from server.core.phrases import Hit
from server.core.signal import Signal
from server.core.text import Text
from server.signals.lexicons.attribution import DOCUMENTS
from server.signals.lexicons.evidence import PROOF_CLAIMED, RECORDINGS_CLAIMED, RESEARCH_CLAIMED

# Claims per 1,000 words: FEW are found in many reports, from MANY on the concern is full.
FEW, MANY = 1.0, 6.0
_IF_UNKNOWN = 0.7  # of the strength, when links and players are not known
_DENIED = re.compile(
    r"(?:\b(?:no|not|nor|never|without|any|few|little|lack(?:s|ed|ing)?|if|whether|more|need(?:s|ed)?)|n't)"
    r"(?: [\w-]+){0,3} $"
)
_BEFORE = 40  # characters in which a denial is looked for
_MOST_LINKS = 200


def evaluate(
    *, body: Text, links: Sequence[Link] | None, media: Sequence[Media] | None, site: str | None
) -> Finding:
    """Measure how often evidence is claimed without a way to it."""
    recordings = set(own_hits(body, RECORDINGS_CLAIMED))
    found = {*own_hits(body, RESEARCH_CLAIMED, PROOF_CLAIMED), *recordings}
    claims = [hit for hit in sorted(found) if not _denied(body, hit)]
    if not claims:
        return Finding(Status.NOT_APPLICABLE, "not_applicable")
    places = {body.sentence_at(hit.start) for hit in claims}
    shown = _shown(body, places, {hit.start for hit in claims}, _linked(links, site))
    unshown = [
        hit
        for hit in claims
        if body.sentence_at(hit.start) not in shown and not (media and hit in recordings)
    ]
    strength = ramp(per_thousand(len(unshown), len(body.words)), FEW, MANY)
    measured = {"claims": len(claims), "unshown": len(unshown), "words": len(body.words)}
    if not strength:
        return Finding(Status.PASS, "pass", 0.0, measured)
    known = links is not None and media is not None
    strength = round(strength * (1 if known else _IF_UNKNOWN), 3)
    message = "concern" if known else "concern_unknown"
    return Finding(Status.CONCERN, message, strength, measured, body.spans(unshown))


def _denied(body: Text, hit: Hit) -> bool:
    return bool(_DENIED.search(body.folded[max(0, hit.start - _BEFORE) : hit.start]))


def _linked(links: Sequence[Link] | None, site: str | None) -> set[str]:
    """Return the words that link to another site."""
    elsewhere = (link.text for link in (links or ())[:_MOST_LINKS] if host_of(link.href) != site)
    return {fold(analysis_form(text.strip())[0]) for text in elsewhere} - {""}


def _shown(
    body: Text, places: Iterable[tuple[int, int]], claimed: Collection[int], linked: Collection[str]
) -> set[tuple[int, int]]:
    """Return the sentences that name somebody, or have a link, address or document in them or behind them."""
    documents = {body.sentence_at(hit.start) for hit in body.hits(DOCUMENTS) if hit.start not in claimed}
    shown = set()
    for start, end in places:
        following = body.sentence_at(min(end + 2, len(body.plain)))
        words = body.folded[start : following[1]]
        if (
            not documents.isdisjoint(((start, end), following))
            or "http" in words
            or any(text in words for text in linked)
            or any(full_names(body.plain, start, end))
        ):
            shown.add((start, end))
    return shown


SIGNAL = Signal(
    __name__,
    __doc__,
    1,
    evaluate,
    needs=("body",),
    uses=("links", "media", "site"),
    phrases=(RESEARCH_CLAIMED, RECORDINGS_CLAIMED, PROOF_CLAIMED, DOCUMENTS),
)
