"""Small sketches of texts, to tell the same article again when the page around it differs.

A text is the set of its shingles, runs of five words (Broder 1997, “On the
resemblance and containment of documents”). Each is hashed, and the smallest
hashes are kept: a random sample of the set, and the same one for the same set.
"""

from __future__ import annotations

import hashlib
import re
import struct
from collections.abc import Iterator

WORDS = 5  # in a shingle
KEPT = 256  # hashes: the error of a share of one half is 3 points
# From this similarity on, two texts are one article; and they share at least so much of all their shingles,
# or a short item would be the same as a long page that quotes it. Measured on real pages:
# docs/decisions/0013-jobs-and-verification.md.
SAME = 0.6
LEAST_SHARED = 0.2

_WORD = re.compile(r"\w+")
_HASH = 4  # bytes
_COUNT = struct.Struct(">I")


def sketch(text: str) -> bytes:
    """Return at most 1,028 bytes: how many shingles ``text`` has, and the smallest hashes of them.

    A text of fewer than five words has none. Case, punctuation and white
    space don't count.
    """
    hashes = sorted({hashlib.blake2b(shingle, digest_size=_HASH).digest() for shingle in _runs(text)})
    return _COUNT.pack(len(hashes)) + b"".join(hashes[:KEPT])


def digest(text: str) -> str:
    """Return the SHA-256 (64 hex digits) of the words of ``text``."""
    return hashlib.sha256(" ".join(_words(text)).encode("utf-8", "replace")).hexdigest()


def similarity(one: bytes, other: bytes) -> float:
    """Return which share of the shorter text's shingles the longer one has too, as far as sketches tell.

    0 where either has none or is no sketch, and where less than
    :data:`LEAST_SHARED` of the shingles of both together is in both.
    """
    (first, sample), (second, other_sample) = _read(one), _read(other)
    if not first or not second:
        return 0.0
    union = sorted(sample | other_sample)[:KEPT]
    resemblance = len(sample & other_sample & set(union)) / max(1, len(union))
    if resemblance < LEAST_SHARED:
        return 0.0
    shared = resemblance * (first + second) / (1 + resemblance)
    return min(1.0, shared / min(first, second))


def _read(stored: bytes) -> tuple[int, set[bytes]]:
    if len(stored) < _COUNT.size:
        return 0, set()
    [count] = _COUNT.unpack_from(stored)
    hashes = stored[_COUNT.size :]
    return count, {hashes[place : place + _HASH] for place in range(0, len(hashes), _HASH)}


def _runs(text: str) -> Iterator[bytes]:
    words = _words(text)
    for start in range(len(words) - WORDS + 1):
        yield " ".join(words[start : start + WORDS]).encode("utf-8", "replace")


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
