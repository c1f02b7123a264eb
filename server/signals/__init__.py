"""The register of signals.

Listed by hand, in the order in which readers see them: a published score
must not change because a file appeared.
"""

from __future__ import annotations

from server.core.signal import Signal
from server.signals import (
    generic_filler,
    headline_body_gap,
    headline_quote_missing,
    leftover_boilerplate,
    loaded_language,
    missing_byline,
    missing_citations,
    missing_date,
    named_sources,
    publisher_transparency,
    reading_level,
    self_repetition,
    sensational_headline,
    shouting,
    specifics,
    unlinked_video,
    vague_attribution,
)

SIGNALS: tuple[Signal, ...] = tuple(
    module.SIGNAL
    for module in (
        sensational_headline,
        headline_quote_missing,
        headline_body_gap,
        unlinked_video,
        missing_citations,
        vague_attribution,
        named_sources,
        specifics,
        generic_filler,
        self_repetition,
        loaded_language,
        shouting,
        leftover_boilerplate,
        missing_byline,
        missing_date,
        publisher_transparency,
        reading_level,
    )
)
BY_ID = {signal.id: signal for signal in SIGNALS}
