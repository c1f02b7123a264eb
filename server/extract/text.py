"""The article's text, out of its frame. Loading this module loads trafilatura."""

from __future__ import annotations

import re
from typing import Any

import trafilatura
from bs4 import BeautifulSoup

# Precision mode loses the whole of some articles. Where it finds little and
# the balanced mode finds several times as much, the latter is right.
_LITTLE = 1500  # characters
_SEVERAL = 2.5
# A consent notice is short, and every twenty-fifth word of it is one of these.
_CONSENT = re.compile(
    r"\b(?:cookies?|consent|partners|vendors|preferences|tracking|personali[sz]ed|legitimate interest"
    r"|einwilligung|datenschutz|zustimm\w+)\b",
    re.IGNORECASE,
)
_LONGEST_NOTICE = 300  # words
_CONSENT_SHARE = 0.04
_LIST_MARK = re.compile(r"^[-–•] ")


def main_text(page: BeautifulSoup) -> list[str]:
    """Return the article's paragraphs; none where there is no article, or a consent notice in its place."""
    html = str(page)
    text = _extract(html, favor_precision=True)
    if len(text) < _LITTLE:
        balanced = _extract(html)
        if len(balanced) > _SEVERAL * len(text):
            text = balanced
    paragraphs = [_LIST_MARK.sub("", line.strip()) for line in text.splitlines() if line.strip()]
    return [] if _is_consent_notice(text) else paragraphs


def _extract(html: str, **options: Any) -> str:
    try:
        return trafilatura.extract(html, include_comments=False, **options) or ""
    except Exception:  # noqa: BLE001 - a page that the library can't read is a page without an article
        return ""


def _is_consent_notice(text: str) -> bool:
    words = len(text.split())
    return 0 < words <= _LONGEST_NOTICE and len(_CONSENT.findall(text)) >= _CONSENT_SHARE * words
