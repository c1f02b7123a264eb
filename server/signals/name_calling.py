"""People are called names: “thugs”, “lackeys”, “idiots”.

What it looks at
----------------
Words of contempt for people and groups outside quotations, per 1,000 words:
words that call them stupid (“morons”), low (“crooks”) or the tools of others
(“stooges”). The more openly a text speaks in its author's own name (“I”,
“my”), the less such words count.

Why it matters
--------------
A name that is called replaces an argument that could be answered. A code of
ethics of journalists asks to treat sources, subjects and the public as human
beings who deserve respect.

What it cannot tell
-------------------
Whether somebody is called so in a report on a trial or an insult. Opinion
pieces and satire may be sharp; that is what they are for.

How it can be gamed
-------------------
By insulting in new words, in quotations, or by innuendo.

References
----------
- Society of Professional Journalists, [Code of Ethics](https://www.spj.org/spj-code-of-ethics/):
  minimize harm
- Rashkin et al. 2017, [Truth of Varying Shades](https://doi.org/10.18653/v1/D17-1317)
- [CredWeb signals](https://credweb.org/signals/) `40508eff` provokes emotion
"""

from __future__ import annotations

from server.core.density import concern, own_hits
from server.core.model import Finding
from server.core.personal import openness
from server.core.signal import Signal
from server.core.text import Text
from server.signals.lexicons.loaded import CONTEMPT
from server.signals.lexicons.personal import FIRST_PERSON

# Words per 1,000 words: FEW are found in some articles, from MANY on the concern is full.
FEW, MANY = 0.5, 5.5


def evaluate(*, body: Text) -> Finding:
    """Measure how many of the text's own words are contempt for people."""
    return concern(body, own_hits(body, CONTEMPT), FEW, MANY, openness(body, FIRST_PERSON))


SIGNAL = Signal(__name__, __doc__, 1, evaluate, needs=("body",), phrases=(CONTEMPT, FIRST_PERSON))
