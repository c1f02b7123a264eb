"""Numbers in words: what each word is worth, and the numbers that a text spells out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from math import prod

_UNITS = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
WORTH = {word: float(value) for value, word in enumerate(["zero", *_UNITS, *_TEENS])}
WORTH |= {word: 10.0 * value for value, word in enumerate(_TENS, 2)}
SCALES = {"dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
# Of a whole in per cent. “Quarter” alone is more often one of a year.
SHARES = {
    "half": 50.0,
    "a quarter": 25.0,
    "one quarter": 25.0,
    "three quarters": 75.0,
    "a third of": 100 / 3,
    "one third": 100 / 3,
    "two thirds": 200 / 3,
}


def _one_of(words: Iterable[str]) -> str:
    """Return a pattern for any of ``words``, longer ones first; a hyphen may stand for a space."""
    return "|".join(sorted(words, key=len, reverse=True)).replace(" ", "[ -]")


_SMALL = rf"(?:(?:{_one_of(_TENS)})(?:[ -](?:{_one_of(_UNITS)}))?|{_one_of(WORTH)})(?!\w)"
_SCALE = rf"(?:{_one_of(SCALES)})(?!\w)"
# “Thirty-two”, “three hundred thousand”, “two hundred and fifty”, “a hundred”, “half a million”: what is
# multiplied, what is added before the last scales, and these. “Hundreds” and “several hundred” are no number.
_IN_WORDS = re.compile(
    rf"(?<!\w)(?:({_SMALL})|(half )?an?(?=[ -]{_SCALE}))"
    rf"(?:([ -]hundred)(?: and)?[ -]({_SMALL})(?![ -]hundred))?((?:[ -]{_SCALE})*)"
)
_SHARE = re.compile(rf"(?<!\w)(?:{_one_of(SHARES)})(?!\w)")


def in_words(folded: str) -> set[float]:
    """Return what the numbers are worth that ``folded`` text spells out."""
    return {_worth(*match.groups()) for match in _IN_WORDS.finditer(folded)}


def shares(folded: str) -> set[float]:
    """Return the shares of a whole that ``folded`` text names, such as a half, in per cent."""
    return {SHARES[match[0].replace("-", " ")] for match in _SHARE.finditer(folded)}


def _worth(first: str | None, half: str | None, hundred: str | None, added: str | None, scales: str) -> float:
    value = _small(first) if first else 0.5 if half else 1.0
    if hundred and added:
        value = value * SCALES["hundred"] + _small(added)
    return value * prod(SCALES[scale] for scale in _parts(scales))


def _small(words: str) -> float:
    return sum(WORTH[word] for word in _parts(words))


def _parts(words: str) -> list[str]:
    return words.replace("-", " ").split()
