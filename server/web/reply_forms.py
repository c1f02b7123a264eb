"""The form of a publisher's reply: what was typed, kept as typed, and what is wrong with it.

Faults are keys; the words for them stand in templates/_reply_words.html.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from server.services.replying import MAX_SPEAKER, MAX_TEXT, MIN_TEXT

_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


@dataclass(frozen=True, slots=True)
class ReplyForm:
    """What was typed. ``faults`` names a key for each field (``speaker``, ``text``) that is wrong."""

    speaker: str = ""
    text: str = ""
    faults: Mapping[str, str] = field(default_factory=dict)


def read_reply(sent: Mapping[str, str]) -> ReplyForm:
    """Read the form. Paragraphs of the text are parted by one blank line each."""
    speaker = " ".join(_plain(sent.get("speaker", "")).split())
    text = _BLANK_LINES.sub("\n\n", _plain(sent.get("text", ""))).strip()
    faults: dict[str, str] = {}
    if not speaker:
        faults["speaker"] = "speaker_missing"
    elif len(speaker) > MAX_SPEAKER:
        faults["speaker"] = "speaker_long"
    if not text:
        faults["text"] = "text_missing"
    elif len(text) < MIN_TEXT:
        faults["text"] = "text_short"
    elif len(text) > MAX_TEXT:
        faults["text"] = "text_long"
    return ReplyForm(speaker, text, faults)


def _plain(value: str) -> str:
    """Undo the line ends that browsers put into forms, and drop control characters, which show nothing."""
    value = value.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(char for char in value if char in "\n\t" or unicodedata.category(char) != "Cc")
