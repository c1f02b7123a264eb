"""Shares and comparisons: never outside of what they can be, and silent where there is too little."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.services.domains import FEWEST, FEWEST_OTHERS, FEWEST_TOLD, shares, unusual
from server.store.records.domain_model import Counts, SignalCount

NUMBERS = st.integers(0, 100_000)


@given(NUMBERS, NUMBERS, NUMBERS, NUMBERS)
def test_shares_add_up_and_lie_in_their_intervals(strong: int, mixed: int, weak: int, unscored: int) -> None:
    counts = Counts(strong=strong, mixed=mixed, weak=weak, unscored=unscored)
    found = shares(counts)
    if strong + mixed + weak < FEWEST:
        assert found == {}
        return
    assert sum(one.share for one in found.values()) == pytest.approx(1)
    for level, count in (("strong", strong), ("mixed", mixed), ("weak", weak)):
        one = found[level]
        assert one.share == count / (strong + mixed + weak)
        assert 0 <= one.low <= one.share + 1e-12
        assert one.share - 1e-12 <= one.high <= 1


@pytest.mark.parametrize("unscored", [0, 100])
def test_only_scored_articles_count_towards_enough(unscored: int) -> None:
    assert shares(Counts(weak=FEWEST - 1, unscored=unscored)) == {}
    assert shares(Counts(weak=FEWEST, unscored=unscored))["weak"].share == 1


def count(concern: int, told: int, others: tuple[int, int], signal: str = "shouting") -> SignalCount:
    """Return a count; ``others`` are the concerns and articles of all other domains."""
    return SignalCount(
        signal=signal,
        concern=concern,
        told=told,
        all_concern=concern + others[0],
        all_told=told + others[1],
    )


def test_what_sets_a_domain_apart_comes_in_order() -> None:
    much, little = count(25, 30, (200, 1000), "much"), count(18, 30, (200, 1000), "little")
    less, same = count(1, 60, (400, 1000), "less"), count(6, 30, (200, 1000), "same")
    found = unusual([less, same, little, much])
    assert [one.signal for one in found] == ["much", "little", "less"]
    assert (found[0].share, found[0].average, found[0].others) == (25 / 30, 0.2, 1000)
    assert found[0].low > 0 > found[2].high


def test_too_little_is_not_compared() -> None:
    enough = (0, 10 * FEWEST_OTHERS)
    assert unusual([count(FEWEST_TOLD, FEWEST_TOLD, enough)])
    assert not unusual([count(FEWEST_TOLD - 1, FEWEST_TOLD - 1, enough)])
    assert not unusual([count(30, 30, (0, FEWEST_OTHERS - 1))])
    assert unusual([count(30, 30, (0, FEWEST_OTHERS))])
    assert not unusual([count(0, 0, (0, 0))])


def test_a_large_domain_is_not_compared_with_itself() -> None:
    [one] = unusual([count(900, 1000, (10, 100))])
    assert one.average == 0.1


@given(st.integers(0, 500), st.integers(0, 500), st.integers(0, 5000), st.integers(0, 5000))
def test_what_is_shown_differs_beyond_its_interval(concern: int, more: int, there: int, rest: int) -> None:
    for one in unusual([count(concern, concern + more, (there, there + rest))]):
        assert one.low <= one.share - one.average <= one.high
        assert not one.low <= 0 <= one.high


def test_chance_alone_is_hardly_ever_shown() -> None:
    # Every possible outcome of 40 articles where one in four is a concern, with its likelihood.
    from scipy.stats import binom  # noqa: PLC0415 - slow to import, and only here

    shown = [k for k in range(41) if unusual([count(k, 40, (2_500, 10_000))])]
    assert sum(binom.pmf(k, 40, 0.25) for k in shown) < 0.002
    assert 0 < len(shown) < 41
