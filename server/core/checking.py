"""Articles that check somebody else's claim, and therefore repeat it."""

from __future__ import annotations

from server.core.phrases import Phrases
from server.core.text import Text


def announces_a_check(body: Text, title: Text | None, announcements: Phrases) -> bool:
    """Tell whether headline or first paragraph announce, in one of these phrases, that a claim is checked."""
    if title and title.hits(announcements):
        return True
    return any(hit.end <= body.paragraphs[0][1] for hit in body.hits(announcements)[:1])
