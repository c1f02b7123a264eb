"""People with a name and a role are quoted or cited: a good sign.

What it looks at
----------------
Sentences with a reporting verb (“said”, “according to”) in which a first and
last name stands beside a role (“professor”, “mayor”, “spokeswoman”). Each
last name counts once.

Why it matters
--------------
A named person with a role can be asked, and can object. Quoting outside
experts goes with credibility in an experts' study (r = .33), and officials
and titles are named more in the credible articles of most labelled sets.

What it cannot tell
-------------------
Whether the person exists or said it: hoaxes invent experts. That is why
naming none costs nothing here, and naming many earns only so much.

How it can be gamed
-------------------
By inventing people, or by quoting real ones on something else.

References
----------
- Zhang et al. 2018, [A Structured Response to Misinformation](https://doi.org/10.1145/3184558.3188731)
- [CredWeb signals](https://credweb.org/signals/) `7113e6b1` quoted sources
"""

from __future__ import annotations

from server.core.measure import ramp
from server.core.model import Finding, Status
from server.core.names import full_names
from server.core.signal import Signal
from server.core.text import Text
from server.signals.lexicons.attribution import REPORTING, ROLES, SAYING

# Different people: with WELL_SOURCED or more there is nothing left to wish for.
WELL_SOURCED = 4


def evaluate(*, body: Text) -> Finding:
    """Count the people who are named with a role and cited."""
    with_role = {body.sentence_at(hit.start) for hit in body.hits(ROLES)}
    reporting = {body.sentence_at(hit.start) for hit in (*body.hits(SAYING), *body.hits(REPORTING))}
    cited: dict[str, tuple[int, int]] = {}
    for start, end in sorted(with_role & reporting):
        for name_start, name_end in full_names(body.plain, start, end):
            last_name = body.folded[name_start:name_end].rpartition(" ")[2].removesuffix("'s")
            cited.setdefault(last_name, (name_start, name_end))
    measured = {"people": len(cited)}
    if not cited:
        return Finding(Status.INFO, "info", None, measured)
    strength = ramp(len(cited), WELL_SOURCED, 0)
    return Finding(Status.PASS, "pass", strength, measured, body.spans(cited.values()))


SIGNAL = Signal(__name__, __doc__, 1, evaluate, needs=("body",), phrases=(SAYING, REPORTING, ROLES))
