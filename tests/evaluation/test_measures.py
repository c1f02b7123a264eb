"""The evaluation's own arithmetic, on cases that can be checked by hand."""

import pytest

from tests.evaluation.floors import Figure, broken, renewed
from tests.evaluation.measures import auc, auc_interval, percent, share
from tests.evaluation.single_signals import title_case

FIGURES = {"hits": Figure(0.8127), "alarms": Figure(0.0094, least=False)}
BASELINE = {"limits": {"hits": 0.8, "alarms": 0.01}, "loosened": []}


def test_auc_is_the_chance_of_the_right_order() -> None:
    assert auc([3, 2, 1, 0], [1, 1, 0, 0]) == 1.0
    assert auc([3, 2, 1, 0], [0, 0, 1, 1]) == 0.0
    assert auc([1, 1, 1, 1], [1, 0, 1, 0]) == 0.5
    assert auc([3, 1, 2, 0], [1, 1, 0, 0]) == 0.75


def test_auc_wants_both_classes() -> None:
    with pytest.raises(ValueError, match="both classes"):
        auc([1, 2], [1, 1])


def test_the_interval_holds_the_value_and_is_the_same_each_time() -> None:
    scores, labels = [*range(40), *range(20, 60)], [0] * 40 + [1] * 40
    found = auc_interval(scores, labels, rounds=200)
    assert found.low < found.value < found.high
    assert found == auc_interval(scores, labels, rounds=200)


def test_shares_carry_wilsons_interval() -> None:
    # Newcombe 1998, table I: 1 of 29 is 0.0061 to 0.1718.
    assert share(1, 29)[1:] == pytest.approx((0.0061, 0.1718), abs=1e-4)
    assert share(0, 0).value == 0.0
    assert percent(share(1, 29)) == "3.4 % (0.6 %–17.2 %)"


def test_figures_that_hold_break_nothing() -> None:
    assert broken(FIGURES, BASELINE) == []


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        ({"hits": 0.82, "alarms": 0.01}, "hits is 0.8127; at least 0.82 is wanted"),
        ({"hits": 0.8, "alarms": 0.009}, "alarms is 0.0094; at most 0.009 is wanted"),
        ({"hits": 0.8}, "alarms has no limit in baseline.json"),
        ({"hits": 0.8, "alarms": 0.01, "gone": 1.0}, "gone is limited but was not measured"),
    ],
)
def test_what_is_worse_is_named(limits: dict[str, float], said: str) -> None:
    assert broken(FIGURES, {"limits": limits, "loosened": []}) == [said]


def test_limits_become_stricter_freely() -> None:
    assert renewed(FIGURES, BASELINE, None)["limits"] == {"hits": 0.812, "alarms": 0.01}


def test_limits_become_looser_only_with_a_reason_that_is_kept() -> None:
    strict = {"limits": {"hits": 0.9, "alarms": 0.01}, "loosened": []}
    assert renewed(FIGURES, strict, None)["limits"]["hits"] == 0.9
    loosened = renewed(FIGURES, strict, "a set was relabelled")
    assert loosened["limits"]["hits"] == 0.812
    assert loosened["loosened"] == [
        {"figure": "hits", "from": 0.9, "to": 0.812, "reason": "a set was relabelled"}
    ]


def test_title_case_changes_nothing_but_first_letters() -> None:
    assert title_case("the mayor’s (new) plan") == "The Mayor’s (new) Plan"
