from __future__ import annotations

import pytest

from server.core.measure import combine, per_thousand, ramp


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
