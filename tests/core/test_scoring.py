from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.core.model import Finding, Level, Status
from server.core.scoring import Cap, Scorecard, Weight


def card(**changes: object) -> Scorecard:
    fields: dict[str, object] = {
        "base": 50,
        "strong": 65,
        "strong_sourcing": 0,
        "weak": 35,
        "coverage_floor": 0.5,
        "caps": {"a": Cap(10, 12), "b": Cap(20, 5)},
        "weights": {
            "one": Weight("a", 8, 10, "x"),
            "two": Weight("a", 7, 8, "x"),
            "three": Weight("b", 20, 5, "x"),
        },
    }
    return Scorecard(**{**fields, **changes})  # type: ignore[arg-type]


def concern(strength: float) -> Finding:
    return Finding(Status.CONCERN, "concern", strength)


UNKNOWN = Finding(Status.UNKNOWN, "unknown")
PASS = Finding(Status.PASS, "pass", 0.0)


def test_points_are_whole_shares_of_the_weights() -> None:
    points = card().points({"one": concern(0.5), "two": UNKNOWN, "three": Finding(Status.PASS, "pass", 0.4)})
    assert points == {"one": -4, "two": 0, "three": 3}


def test_what_goes_beyond_a_cap_is_shared_out() -> None:
    assert card().points({"one": concern(1), "two": concern(1), "three": UNKNOWN}) == {
        "one": -5,
        "two": -5,
        "three": 0,
    }
    assert card().points({"one": PASS, "two": PASS, "three": UNKNOWN}) == {"one": 7, "two": 5, "three": 0}


def test_signals_outside_the_scorecard_get_no_points() -> None:
    findings = {"one": UNKNOWN, "two": UNKNOWN, "three": UNKNOWN, "extra": concern(1)}
    assert card().points(findings)["extra"] == 0


@pytest.mark.parametrize(
    ("score", "level"),
    [(0, Level.WEAK), (34, Level.WEAK), (35, Level.MIXED), (64, Level.MIXED), (65, Level.STRONG)],
)
def test_levels(score: int, level: Level) -> None:
    assert card().level(score, {}) is level


@pytest.mark.parametrize(("sourcing", "level"), [(4, Level.MIXED), (5, Level.STRONG)])
def test_without_points_for_sourcing_nothing_is_strong(sourcing: int, level: Level) -> None:
    caps, weights = {"sourcing": Cap(9, 9)}, {"named": Weight("sourcing", 0, 9, "x")}
    needs = card(caps=caps, weights=weights, strong_sourcing=5)
    assert needs.level(70, {"named": sourcing}) is level


def test_too_little_known_by_weight_not_by_number() -> None:
    assert card().enough_known({"one": PASS, "two": PASS, "three": UNKNOWN})
    assert not card().enough_known({"one": UNKNOWN, "two": PASS, "three": UNKNOWN})
    assert card().coverage({"one": UNKNOWN, "two": PASS, "three": UNKNOWN}).checked == 1


def test_a_scorecard_whose_scores_could_leave_the_range_is_refused() -> None:
    with pytest.raises(ValueError, match="beyond 0 to 100"):
        card(base=20)


def test_a_weight_without_a_capped_group_is_refused() -> None:
    with pytest.raises(ValueError, match="no cap for the groups"):
        card(weights={"one": Weight("nowhere", 1, 1, "x")})


FINDINGS = st.one_of(
    st.just(UNKNOWN),
    st.floats(0.001, 1).map(concern),
    st.floats(0, 1).map(lambda strength: Finding(Status.PASS, "pass", strength)),
)


@given(st.fixed_dictionaries({"one": FINDINGS, "two": FINDINGS, "three": FINDINGS}))
def test_points_keep_their_sign_and_their_caps(findings: dict[str, Finding]) -> None:
    points = card().points(findings)
    assert 0 <= 50 + sum(points.values()) <= 100
    for id_, finding in findings.items():
        assert not (finding.status is Status.CONCERN and points[id_] > 0)
        assert not (finding.status is Status.PASS and points[id_] < 0)
    assert sum(min(0, points[id_]) for id_ in ("one", "two")) >= -10
    assert sum(max(0, points[id_]) for id_ in ("one", "two")) <= 12


@given(st.floats(0.001, 1), st.floats(0.001, 1), st.floats(0.001, 1))
def test_a_stronger_concern_never_raises_the_score(one: float, two: float, weaker: float) -> None:
    def total(strength: float) -> int:
        return sum(card().points({"one": concern(strength), "two": concern(two), "three": UNKNOWN}).values())

    assert total(max(one, weaker)) <= total(min(one, weaker))
