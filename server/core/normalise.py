"""The analysis form of a text: one spelling for things that mean the same.

Readers do not see whether a page uses curly or straight quotes, composed or
decomposed accents, Windows or Unix line ends; no score may depend on it.
Each replacement keeps the length, so positions stay true. Only decomposed
accents change it, and then an offset map leads back to the source.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from string import ascii_uppercase, digits

# (typographic form, plain form), each of one code point. Chained replaces of
# single characters are many times faster than str.translate on such texts. What
# is most common comes first: it often leaves nothing but ASCII to the others.
_SAME_LENGTH = (
    ("’", "'"),
    ("“", '"'),
    ("”", '"'),
    ("\r\n", " \n"),
    ("\r", "\n"),
    ("\u2028", "\n"),
    ("\u2029", "\n"),
    ("\u00a0", " "),
    ("\u202f", " "),
    ("„", '"'),
    ("«", '"'),
    ("»", '"'),
    ("‘", "'"),
    ("‐", "-"),
    ("\u2011", "-"),
)
_SHAPES = bytes.maketrans(f"{ascii_uppercase}{digits}$!".encode(), b"A" * 26 + b"0" * 11 + b".")


def analysis_form(source: str) -> tuple[str, Sequence[int] | None]:
    """Return the analysis form and, where lengths differ, its offset map.

    The map has one entry more than the form has code points: entry ``i`` is
    the position in ``source`` where code point ``i`` of the form begins, the
    last entry is the length of ``source``. ``None`` means that both positions
    are the same.
    """
    plain = _same_length(source)
    if plain.isascii() or unicodedata.is_normalized("NFC", source):
        return plain, None
    clusters: list[str] = []
    offsets: list[int] = []
    start = 0
    for end in range(1, len(source) + 1):
        if end < len(source) and unicodedata.combining(source[end]):
            continue
        composed = unicodedata.normalize("NFC", source[start:end])
        clusters.append(composed)
        offsets.extend([start] * len(composed))
        start = end
    return _same_length("".join(clusters)), (*offsets, len(source))


def fold(plain: str) -> str:
    """Lower-case ``plain`` without changing its length (``İ`` would grow to two code points)."""
    folded = plain.lower()
    if len(folded) == len(plain):
        return folded
    return "".join(low if len(low := char.lower()) == 1 else char for char in plain)


def shape(plain: str) -> bytes:
    """Return a byte for each code point: ``A`` for A to Z, ``0`` for digits, $, € and £, ``.`` for .!?…

    To find the next capital, number or stop in it is some ten times faster
    than to scan the text for one.
    """
    plain = plain.replace("€", "$").replace("£", "$").replace("?", ".").replace("…", ".")
    return plain.encode("ascii", "replace").translate(_SHAPES)


def _same_length(text: str) -> str:
    for typographic, plain in _SAME_LENGTH:
        text = text.replace(typographic, plain)
    return text
