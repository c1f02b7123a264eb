"""Numbers in words."""

from __future__ import annotations

from server.core.phrases import Phrases

# “One” and “a hundred” are more often no figures.
NUMBER_WORDS = Phrases(
    "number words",
    tuple(
        """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety""".split()
    ),
)
