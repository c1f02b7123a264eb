"""The publisher states its rules and owners: a good sign.

What it looks at
----------------
The page's structured data (schema.org): whether the publisher links a
corrections policy, its publishing principles or ethics, a fact-checking
policy, its ownership and funding, its masthead, or its rule on unnamed
sources.

Why it matters
--------------
A publisher that states its rules can be held to them. These properties were
defined with newsrooms in the Trust Project for that purpose.

What it cannot tell
-------------------
Whether the publisher keeps to its rules. Many serious publishers state them
in a way that machines can't read; that costs nothing here.

How it can be gamed
-------------------
By linking pages that say nothing, or rules that nobody follows. It earns
little for that reason.

References
----------
- schema.org, [NewsMediaOrganization](https://schema.org/NewsMediaOrganization)
- The Trust Project, [Trust Indicators](https://thetrustproject.org/trust-indicators/)
- [CredWeb signals](https://credweb.org/signals/) `c30585d3` editorial policy
"""

from __future__ import annotations

from collections.abc import Mapping

from server.core.measure import ramp
from server.core.model import Finding, Measured, Status
from server.core.signal import Signal

POLICIES = (
    "correctionsPolicy",
    "publishingPrinciples",
    "ethicsPolicy",
    "verificationFactCheckingPolicy",
    "ownershipFundingInfo",
    "masthead",
    "unnamedSourcesPolicy",
    "missionCoveragePrioritiesPolicy",
    "actionableFeedbackPolicy",
)
FULL = 3  # policies


def evaluate(*, publisher: Mapping[str, str]) -> Finding:
    """Count the policies that the page links."""
    stated = [policy for policy in POLICIES if publisher.get(policy, "").strip()]
    measured: Measured = {"policies": len(stated), "names": ", ".join(stated)}
    if not stated:
        return Finding(Status.INFO, "info", None, measured)
    return Finding(Status.PASS, "pass", ramp(len(stated), FULL, 0), measured)


SIGNAL = Signal(__name__, __doc__, 1, evaluate, needs=("publisher",))
