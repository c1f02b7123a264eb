"""Numbers in words."""

from __future__ import annotations

from server.core.numbers import WORTH
from server.core.phrases import Phrases

# “One” and “a hundred” are more often no figures.
NUMBER_WORDS = Phrases("number words", tuple(word for word in WORTH if word not in {"zero", "one"}))
