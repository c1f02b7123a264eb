"""Links that lead to the very words on a page: ``#:~:text=`` (https://wicg.github.io/scroll-to-text-fragment/)."""

from __future__ import annotations

from urllib.parse import quote, urldefrag

_LONG = 120  # characters; of more, only the first and the last words are named
_WORDS = 5  # that are named at each end, and of the surroundings


def text_fragment(url: str, exact: str, prefix: str = "", suffix: str = "") -> str:
    """Return ``url`` with a directive for ``exact`` as it stands between ``prefix`` and ``suffix``.

    Words at the outer ends of the surroundings may be cut, so those are left
    out. What spans paragraphs is found by its first and last words, without
    surroundings: browsers look for these within one block only.
    """
    lines = [line for line in exact.splitlines() if line.strip()]
    if not lines:
        return url
    place = urldefrag(url).url
    if len(lines) > 1 or len(exact) > _LONG:
        first, last = lines[0].split()[:_WORDS], lines[-1].split()[-_WORDS:]
        return f"{place}#:~:text={_encoded(first)},{_encoded(last)}"
    before, after = _last_words(prefix), _first_words(suffix)
    parts = (f"{_encoded(before)}-," if before else "", _encoded(exact.split()))
    return f"{place}#:~:text={''.join(parts)}{f',-{_encoded(after)}' if after else ''}"


def _last_words(prefix: str) -> list[str]:
    """Return the whole words just before a quotation, of the same line."""
    if not prefix or "\n" in prefix:
        return []
    # A quotation that begins in mid-word has no word of its own before it.
    return prefix.split()[1:][-_WORDS:] if prefix[-1].isspace() else []


def _first_words(suffix: str) -> list[str]:
    if not suffix or "\n" in suffix:
        return []
    return suffix.split()[:-1][:_WORDS] if suffix[0].isspace() else []


def _encoded(words: list[str]) -> str:
    # Hyphen and comma are signs of the directive itself.
    return quote(" ".join(words), safe="").replace("-", "%2D")
