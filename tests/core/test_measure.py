from __future__ import annotations

import pytest

from server.core.measure import combine, difference, per_thousand, ramp, wilson


def test_density_of_a_short_text_is_damped() -> None:
    assert per_thousand(1, 50) == 2.5
    assert per_thousand(5, 2000) == 2.5


@pytest.mark.parametrize(("value", "expected"), [(0, 0), (2, 0), (7, 0.5), (12, 1), (99, 1)])
def test_ramp_rises_between_its_ends(value: float, expected: float) -> None:
    assert ramp(value, 2, 12) == expected


def test_ramp_may_fall() -> None:
    assert ramp(0.1, 0.4, 0) == 0.75


def test_finds_combine_and_never_pass_one() -> None:
    assert combine([]) == 0
    assert combine([0.4]) == 0.4
    assert combine([0.5, 0.5]) == 0.75
    assert combine([0.5] * 40) == 1.0


def test_a_difference_of_shares_has_the_published_interval() -> None:
    # Newcombe 1998, table II, method 10: 56 of 70 and 48 of 80; 9 of 10 and 3 of 10.
    assert difference(56, 70, 48, 80) == pytest.approx((0.0524, 0.3339), abs=1e-4)
    assert difference(9, 10, 3, 10) == pytest.approx((0.1705, 0.8090), abs=1e-4)


def test_a_share_of_none_begins_at_nothing_and_one_of_all_ends_at_all() -> None:
    assert {wilson(0, of)[0] for of in range(1, 3_000)} == {0.0}
    assert {wilson(of, of)[1] for of in range(1, 3_000)} == {1.0}


def test_a_wider_interval_holds_the_narrower_one() -> None:
    (low, high), (lower, higher) = wilson(3, 10), wilson(3, 10, 3.29)
    assert lower < low < 0.3 < high < higher
