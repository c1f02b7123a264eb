"""When a case opens, opens again, and how urgent it is: the rules alone."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.services.flagging import LEAST_ARTICLES, LINE, NEWEST, again, explain, first
from server.store.records.case_model import Because, Case, Evidence, Outcome, State
from tests.records import NOON

TODAY = date(2026, 11, 23)


def closed(outcome: Outcome, **changes: Any) -> Case:
    plain = {
        "id": uuid4(),
        "domain": "example.org",
        "state": State.CLOSED,
        "because": Because.WEAK_SHARE,
        "opened": NOON,
        "changed": NOON,
        "version": 2,
        "reach": 1,
        "severity": 1,
        "priority": 1,
        "outcome": outcome,
    }
    return Case(**{**plain, **changes})


def new(weak: int, scored: int, **more: int) -> Evidence:
    return Evidence(new_weak=weak, new_scored=scored, **more)


@pytest.mark.parametrize(
    ("weak", "strong", "opens"),
    [
        (4, 0, False),  # all that there is, and too little
        (1, 4, False),  # one is chance
        (2, 3, True),
        (2, 9, True),
        (2, 10, False),
        (3, 17, True),
        (3, 30, False),
        (10, 90, True),
        (5, 95, False),  # the line itself
    ],
)
def test_a_case_opens_when_the_share_is_surely_above_the_line(weak: int, strong: int, opens: bool) -> None:
    assert first(Evidence(weak=weak, strong=strong)) == (Because.WEAK_SHARE if opens else None)


def test_what_has_no_score_does_not_count() -> None:
    assert first(Evidence(weak=2, unscored=100)) is None
    assert first(Evidence(weak=2, mixed=3, unscored=10_000)) is Because.WEAK_SHARE


@pytest.mark.parametrize(("senders", "because"), [(2, None), (3, Because.REPORTS)])
def test_a_case_opens_on_reports_of_several(senders: int, because: Because | None) -> None:
    assert first(Evidence(strong=100, senders=senders, open_reports=50)) is because


@pytest.mark.parametrize(
    ("outcome", "weak", "scored", "because"),
    [
        (Outcome.CLEARED, 2, 5, Because.WEAK_SHARE),
        (Outcome.CLEARED, 4, 4, None),
        (Outcome.CLEARED, 1, 5, None),
        (Outcome.WATCH, 1, 1, None),
        (Outcome.WATCH, 2, 200, Because.MORE_WEAK),
        (Outcome.CONCERN_CONFIRMED, 5, 5, None),
        (Outcome.CONCERN_CONFIRMED, 0, 72, None),
        (Outcome.CONCERN_CONFIRMED, 0, 73, Because.LESS_WEAK),
        (Outcome.CONCERN_CONFIRMED, 2, 73, None),
        (Outcome.SATIRE, 200, 200, None),
        (Outcome.NOT_NEWS, 200, 200, None),
    ],
)
def test_what_contradicts_a_decision_opens_the_case_again(
    outcome: Outcome, weak: int, scored: int, because: Because | None
) -> None:
    assert again(closed(outcome), new(weak, scored), True, TODAY) is because


def test_a_concern_confirmed_for_other_reasons_is_not_contradicted_by_few_weak_articles() -> None:
    assert again(closed(Outcome.CONCERN_CONFIRMED), new(0, 200), False, TODAY) is None


@pytest.mark.parametrize("outcome", [one for one in Outcome if one is not Outcome.WITHDRAWN])
def test_reports_and_review_dates_open_any_case_again_but_no_open_one(outcome: Outcome) -> None:
    reported = new(0, 0, senders=3)
    assert again(closed(outcome), reported, True, TODAY) is Because.REPORTS
    due, later = closed(outcome, review_on=TODAY), closed(outcome, review_on=date(2026, 11, 24))
    assert again(due, Evidence(), True, TODAY) is Because.REVIEW_DUE
    assert again(later, Evidence(), True, TODAY) is None
    assert again(closed(outcome, state=State.OPEN, review_on=TODAY), reported, True, TODAY) is None


def test_a_credible_domain_is_seldom_flagged_however_long_one_looks() -> None:
    """What docs/decisions/0016 says: looked at after every article, the chance stays small."""
    assert (round(ever(0.01, 1_000), 4), round(ever(0.004, 1_000), 4)) == (0.0057, 0.0009)
    assert (round(ever(0.09, 20), 2), round(ever(0.15, 20), 2), round(ever(0.3, 20), 2)) == (0.35, 0.66, 0.97)


def ever(share: float, articles: int) -> float:
    """The chance that a domain with this share of weak articles is flagged by then."""
    chance, hit = {0: 1.0}, 0.0
    for number in range(1, articles + 1):
        after: dict[int, float] = Counter()
        for weak, likely in chance.items():
            after[weak] += likely * (1 - share)
            after[weak + 1] += likely * share
        flagged = {weak for weak in after if first(Evidence(weak=weak, strong=number - weak))}
        hit += sum(after[weak] for weak in flagged)
        chance = {weak: likely for weak, likely in after.items() if weak not in flagged and likely > 1e-14}
    return hit


@pytest.mark.parametrize(
    ("met", "reach"), [(0, 1), (1, 1), (2, 2), (4, 3), (7, 3), (511, 9), (512, 10), (9**9, 10)]
)
def test_reach_counts_doublings(met: int, reach: int) -> None:
    assert explain(Evidence(strong=met)).rank.reach == reach
    assert explain(Evidence(reports=met)).rank.reach == reach


@given(*[st.integers(0, 3_000)] * 7)
def test_a_priority_is_explained_by_what_it_is_made_of(
    strong: int, weak: int, unscored: int, reports: int, senders: int, upheld: int, day: int
) -> None:
    explained = explain(
        Evidence(
            strong=strong,
            weak=weak,
            unscored=unscored,
            reports=reports,
            senders=senders,
            on_one_day=day,
            upheld_reports=upheld,
        )
    )
    for factor, value in (("reach", explained.rank.reach), ("severity", explained.rank.severity)):
        points = [part.points for part in explained.parts if part.of == factor]
        assert value == max(1, min(10, sum(points)))
        assert all(part.because.endswith(".") for part in explained.parts)
    assert explained.rank.priority == explained.rank.reach * explained.rank.severity
    assert f"Priority {explained.rank.priority} = " in explained.summary


def test_more_of_anything_bad_is_never_less_severe() -> None:
    severities = [explain(Evidence(weak=weak, strong=100 - weak)).rank.severity for weak in range(101)]
    assert severities == sorted(severities)
    assert severities[0] == 1
    assert severities[-1] == 10
    worse = explain(Evidence(weak=10, strong=90, upheld_reports=2, senders=6)).rank
    assert worse.severity == explain(Evidence(weak=10, strong=90)).rank.severity + 4


@pytest.mark.parametrize(
    ("weak", "strong", "points"), [(0, 8, 0), (0, 1_000, 0), (1, 1_000, 1), (10, 90, 2), (5, 0, 10)]
)
def test_a_begun_step_of_the_share_s_lower_bound_counts_and_none_does_not(
    weak: int, strong: int, points: int
) -> None:
    [part] = [part for part in explain(Evidence(weak=weak, strong=strong)).parts if part.of == "severity"]
    assert part.points == points
    assert part.because.endswith("each 5 % of the lower bound, even begun, counts one.")


def test_the_figures_of_the_decision_record() -> None:
    assert (LINE, LEAST_ARTICLES, NEWEST) == (0.05, 5, 200)
