"""From counts to strengths: densities that no single word can fill, and straight ramps."""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt

# Short articles are measured as if they had this many words, so that one
# phrase in a brief does not weigh as much as five in a feature.
SHORTEST_WORDS = 400


def per_thousand(count: float, words: int) -> float:
    """Return ``count`` per 1,000 words, of at least :data:`SHORTEST_WORDS` words."""
    return 1000 * count / max(words, SHORTEST_WORDS)


def ramp(value: float, low: float, high: float) -> float:
    """Return 0 up to ``low``, 1 from ``high`` on, and a straight line between; to three decimals.

    With ``low`` above ``high`` the ramp falls instead.
    """
    share = (value - low) / (high - low)
    if share <= 0:
        return 0.0
    return 1.0 if share >= 1 else round(share, 3)


def combine(strengths: Iterable[float]) -> float:
    """Return how strongly several independent finds speak together (noisy or); to three decimals.

    Each find adds to what is left, so that many weak ones come close to 1 and
    none alone goes beyond its own strength.
    """
    left = 1.0
    for strength in strengths:
        left *= 1 - strength
    return round(1 - left, 3)


def wilson(count: int, of: int, z: float = 1.96) -> tuple[float, float]:
    """Return the interval of the share ``count`` of ``of`` (Wilson 1927), of 95 % unless ``z`` says else.

    It holds for small counts too, where the plain one runs below 0. Of none it
    begins at 0 and of all it ends at 1, exactly.
    """
    if not of:
        return 0.0, 1.0
    share = count / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    reach = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return max(0.0, middle - reach) if count else 0.0, min(1.0, middle + reach) if count < of else 1.0


def difference(count: int, of: int, other: int, of_other: int, z: float = 1.96) -> tuple[float, float]:
    """Return the interval of the first share minus the second, neither of nothing (Newcombe 1998, method 10).

    It is made of both shares' Wilson intervals and so holds for small counts too.
    """
    one, two = count / of, other / of_other
    (low, high), (other_low, other_high) = wilson(count, of, z), wilson(other, of_other, z)
    between = one - two
    return (
        between - sqrt((one - low) ** 2 + (other_high - two) ** 2),
        between + sqrt((high - one) ** 2 + (two - other_low) ** 2),
    )
