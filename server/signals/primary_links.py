"""Links lead to primary documents: a good sign.

What it looks at
----------------
The article's links elsewhere: to sites of governments, courts, parliaments,
universities and statistical offices, to papers (doi.org, PubMed, arXiv), data
portals, and to PDF documents on any site. They are told by the form of the address, in any
country. Each address counts once.

Why it matters
--------------
A link to the ruling, the law, the paper or the figures lets readers check the
article against what it is about, not only against other articles. In an
experts' study convincing evidence was the strongest mark of credible articles
(r = .76).

What it cannot tell
-------------------
Whether the document says what the article says it says, or is itself right.
Much good reporting rests on interviews; no such link costs nothing here.

How it can be gamed
-------------------
By linking documents that do not bear the article out. Many links therefore
earn no more than three do.

References
----------
- Zhang et al. 2018, [A Structured Response to Misinformation](https://doi.org/10.1145/3184558.3188731)
- [CredWeb signals](https://credweb.org/signals/) `baa89d32` few references, `4f7edf95` links
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from server.core.identity import site as host_of
from server.core.measure import ramp
from server.core.model import Finding, Link, Measured, Status
from server.core.signal import Signal

FULL = 3  # documents
_MOST_NAMED = 5  # sites
# Public bodies and universities by the end of their name, papers and documents by their home.
_PUBLIC = re.compile(
    r"\.(?:gov|mil|edu|int)$"
    r"|\.(?:gov|gob|gouv|gouvernement|govt|gv|go|gub|govern|mil|edu|ac|nic|parl|parliament|jus|judiciary)\.[a-z]{2}$"
    r"|(?:^|\.)(?:gc\.ca|gouv\.fr|gov\.scot|gov\.wales|admin\.ch|bund\.de|europa\.eu|overheid\.nl|governo\.it)$"
    r"|(?:^|\.)(?:doi\.org|arxiv\.org|ssrn\.com|biorxiv\.org|medrxiv\.org|zenodo\.org|osf\.io|documentcloud\.org"
    r"|worldbank\.org|oecd\.org|imf\.org|un\.org|icj-cij\.org|courtlistener\.com)$"
    r"|(?:^|\.)(?:courts?|supremecourt|parliament|parlament|parlement|congress|senate|bundestag|opendata|statistics)\."
)
_DOCUMENT = re.compile(r"[^?#]*\.pdf(?:[?#]|$)", re.IGNORECASE)


def evaluate(*, links: Sequence[Link], site: str | None) -> Finding:
    """Count the different addresses of primary documents that the article links."""
    sites: dict[str, str] = {}
    outgoing = 0
    for href in dict.fromkeys(link.href.partition("#")[0] for link in links):
        host = host_of(href) or ""
        own = not host or _is_own(host, site)
        outgoing += not own
        if _DOCUMENT.match(href) or (not own and _PUBLIC.search(host)):
            sites[href] = host
    names = list(dict.fromkeys(sites.values()))[:_MOST_NAMED]
    measured: Measured = {"documents": len(sites), "outgoing": outgoing, "names": ", ".join(names)}
    if not sites:
        return Finding(Status.INFO, "info", None, measured)
    return Finding(Status.PASS, "pass", ramp(len(sites), FULL, 0), measured)


def _is_own(host: str, site: str | None) -> bool:
    """Tell whether ``host`` is the article's own site or belongs to the same one."""
    return site is not None and (host == site or host.endswith(f".{site}") or site.endswith(f".{host}"))


SIGNAL = Signal(__name__, __doc__, 1, evaluate, needs=("links",), uses=("site",))
