"""What is known under prefixes of content ids: answers that don't say which article was asked for.

A prefix names a bucket of content ids. Its length is chosen so that every
bucket holds several known assessments; who asks hides among their readers, and
may hide further among other prefixes. The idea is Safe Browsing's
(https://developers.google.com/safe-browsing/reference/rest), with buckets that
grow with what is known instead of a fixed length.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from math import ceil, log2
from threading import Lock

from server.core.model import Assessment
from server.services.assessing import AssessmentService

SMALLEST_BUCKET = 8  # known assessments
MOST_BITS = 16
MOST_PREFIXES = 8  # in one question
_ID_BITS, _DIGIT = 256, 4
_FRESH_SECONDS = 60.0


class LookupService:
    """Answers questions by prefix. Safe to share between threads."""

    def __init__(self, assessments: AssessmentService, timer: Callable[[], float] = time.monotonic) -> None:
        self._assessments = assessments
        self._timer = timer
        self._guard = Lock()
        self._bits = 0
        self._stale_at = float("-inf")

    def prefix_bits(self) -> int:
        """Return how many bits a prefix has at present, so that every bucket is large enough.

        With few known assessments that is 0: then everything known is one
        bucket. Counted anew once a minute.
        """
        with self._guard:
            if self._timer() >= self._stale_at:
                self._bits = self._count()
                self._stale_at = self._timer() + _FRESH_SECONDS
            return self._bits

    def look_up(self, prefixes: Iterable[str], bits: int | None = None) -> Mapping[str, list[Assessment]]:
        """Return what is known under each prefix, of whose hex digits the first ``bits`` bits count.

        A prefix counts with no more bits than :meth:`prefix_bits`, so that
        nobody is answered more precisely than is good for them. The answer is
        by the prefix that counted.
        """
        most = self.prefix_bits() if bits is None else min(bits, self.prefix_bits())
        spans = dict(_bucket(prefix, most) for prefix in prefixes)
        return {prefix: self._assessments.find_between(*span) for prefix, span in sorted(spans.items())}

    def _count(self) -> int:
        [known] = self._assessments.count_between([_span(0, 0)])
        bits = min(MOST_BITS, int(log2(max(1, known / SMALLEST_BUCKET))))
        while (
            bits
            and min(self._assessments.count_between([_span(n, bits) for n in range(2**bits)]))
            < SMALLEST_BUCKET
        ):
            bits -= 1
        return bits


def _bucket(prefix: str, most: int) -> tuple[str, tuple[str, str]]:
    """Return at most ``most`` bits of a prefix, and what :func:`_span` says of them."""
    bits = min(most, _DIGIT * len(prefix))
    number = int(prefix or "0", 16) >> (_DIGIT * len(prefix) - bits)
    digits = ceil(bits / _DIGIT)
    counted = f"{number << (digits * _DIGIT - bits):0{digits}x}" if digits else ""
    return counted, _span(number, bits)


def _span(number: int, bits: int) -> tuple[str, str]:
    """Return the first and the last content id that begin with the ``bits`` bits of ``number``."""
    rest = _ID_BITS - bits
    return f"{number << rest:064x}", f"{((number + 1) << rest) - 1:064x}"
