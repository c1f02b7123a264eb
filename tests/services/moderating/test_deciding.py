"""Decisions, and what undoing them brings back, in SQLite and in PostgreSQL."""

from __future__ import annotations

from datetime import date

import pytest

from server.services.moderating import (
    Because,
    InvalidError,
    Outcome,
    State,
)
from tests.domain_records import Filler
from tests.records import DAY, NOON, REASON, Desk

DOMAIN = "example.org"
NEVER = date(2099, 1, 1)


def test_a_decision_closes_the_case_keeps_what_was_known_and_stands(desk: Desk) -> None:
    mia, case = desk.user(), desk.flagged()
    desk.reported(DOMAIN, "a")
    after = desk.cases.decide(case.id, case.version, mia, Outcome.CONCERN_CONFIRMED, f"  {REASON}\n", NEVER)
    assert (after.state, after.outcome, after.review_on) == (State.CLOSED, Outcome.CONCERN_CONFIRMED, NEVER)
    assert after.version == case.version + 1
    [row] = desk.decisions()
    assert (row["reason"], row["role"], row["author"]) == (REASON, "moderator", mia.id)
    assert row["record"]["articles"] == {"strong": 0, "mixed": 0, "weak": 5, "unscored": 0}
    assert row["record"]["weak_share"] == {"share": 1.0, "low": 0.5655, "high": 1.0}
    assert row["record"]["rulesets"] == {"2026.2": 5}
    assert row["record"]["reports"]["open"] == 1
    assert desk.cases.standing([DOMAIN, "other.example"])[DOMAIN].reason == REASON
    assert desk.actions()[-1] == ("mia", "case.decided")
    assert desk.entries()[-1].details["reason"] == REASON


def test_a_decision_keeps_the_signals_that_set_the_domain_apart_and_no_chance(desk: Desk) -> None:
    mia, case = desk.user(), desk.flagged()
    filler = Filler(desk.url)
    filler.signal(DOMAIN, "vague_attribution", (22, 28), (322, 1228))
    filler.signal(DOMAIN, "missing_byline", (1, 28), (613, 1228))
    filler.signal(DOMAIN, "shouting", (10, 28), (310, 1228))  # one in three, against one in four
    filler.signal(DOMAIN, "hearsay", (3, 3), (103, 1203))  # more often, but of three
    desk.cases.decide(case.id, case.version, mia, Outcome.CONCERN_CONFIRMED, REASON)
    [row] = desk.decisions()
    assert row["record"]["signals"] == [
        {"signal": "vague_attribution", "concern": 22, "told": 28, "average": 0.25, "others": 1200},
        {"signal": "missing_byline", "concern": 1, "told": 28, "average": 0.51, "others": 1200},
    ]


def test_a_later_decision_overturns_one_that_says_otherwise(desk: Desk) -> None:
    mia, case = desk.user(), desk.flagged()
    case = desk.cases.decide(case.id, case.version, mia, Outcome.CLEARED, REASON)
    case = desk.cases.decide(case.id, case.version, mia, Outcome.CLEARED, REASON)
    case = desk.cases.decide(case.id, case.version, mia, Outcome.SATIRE, REASON)
    one, two, three = desk.decisions()
    assert [one["overturns"], two["overturns"], three["overturns"]] == [None, None, two["id"]]
    assert desk.cases.standing([DOMAIN])[DOMAIN].id == three["id"]
    tally = desk.cases.decisions().tally
    assert (tally.total, tally.overturned, tally.undone) == (3, 1, 0)
    assert tally.by_outcome == {Outcome.CLEARED: 2, Outcome.SATIRE: 1}


def test_undoing_goes_back_step_by_step(desk: Desk) -> None:
    mia, case = desk.user(), desk.flagged()
    case = desk.cases.decide(case.id, case.version, mia, Outcome.CLEARED, REASON, NEVER)
    case = desk.cases.decide(case.id, case.version, mia, Outcome.SATIRE, REASON)
    case = desk.cases.undo(case.id, case.version, mia, REASON)
    assert (case.state, case.outcome, case.review_on) == (State.CLOSED, Outcome.CLEARED, NEVER)
    assert desk.cases.standing([DOMAIN])[DOMAIN].number == 1
    case = desk.cases.undo(case.id, case.version, mia, REASON)
    assert (case.state, case.outcome, case.because) == (State.OPEN, None, Because.WITHDRAWN)
    assert case.review_on is None
    assert desk.cases.standing([DOMAIN]) == {}
    with pytest.raises(InvalidError):
        desk.cases.undo(case.id, case.version, mia, REASON)
    rows = desk.decisions()
    assert [row["outcome"] for row in rows] == ["cleared", "satire", "cleared", "withdrawn"]
    assert [row["undoes"] for row in rows] == [None, None, rows[1]["id"], rows[0]["id"]]
    logged = [action for _, action in desk.actions()][1:]
    assert logged == ["case.decided"] * 2 + ["case.undone"] * 2 + ["case.reopened"]
    tally = desk.cases.decisions().tally
    assert (tally.total, tally.overturned, tally.undone) == (4, 1, 2)


def test_a_case_that_undoing_opens_has_the_priority_of_today(desk: Desk) -> None:
    mia, case = desk.user(), desk.flagged()
    decided = desk.cases.decide(case.id, case.version, mia, Outcome.CLEARED, REASON)
    desk.verified(DOMAIN, *["weak"] * 3)
    assert desk.cases.consider(DOMAIN) is None
    undone = desk.cases.undo(case.id, decided.version, mia, REASON)
    assert undone.priority > case.priority
    assert desk.cases.consider(DOMAIN) is None
    assert desk.rows()[0]["priority"] == undone.priority
    entry = desk.entries()[-1]
    assert (entry.actor, entry.action, entry.details["because"]) == (mia.name, "case.reopened", "withdrawn")


def test_undoing_leaves_a_case_open_that_new_evidence_opened(desk: Desk) -> None:
    mia, case = desk.user(), desk.flagged()
    case = desk.cases.decide(case.id, case.version, mia, Outcome.SATIRE, REASON)
    case = desk.cases.decide(case.id, case.version, mia, Outcome.CLEARED, REASON)
    desk.verified(DOMAIN, *["weak"] * 5)
    reopened = desk.cases.consider(DOMAIN)
    assert reopened
    case = desk.cases.undo(case.id, reopened.version, mia, REASON)
    assert (case.state, case.because, case.outcome) == (State.OPEN, Because.WEAK_SHARE, Outcome.SATIRE)


def test_undoing_the_answer_to_a_case_that_had_opened_again_opens_it(desk: Desk) -> None:
    mia, case = desk.user(), desk.flagged()
    desk.cases.decide(case.id, case.version, mia, Outcome.CLEARED, REASON)
    desk.reported(DOMAIN, "a", "b", "c")
    case = desk.cases.consider(DOMAIN) or case
    case = desk.cases.decide(case.id, case.version, mia, Outcome.SATIRE, REASON)
    case = desk.cases.decide(case.id, case.version, mia, Outcome.NOT_NEWS, REASON)
    case = desk.cases.undo(case.id, case.version, mia, REASON)
    assert (case.state, case.outcome) == (State.CLOSED, Outcome.SATIRE)  # that one had closed nothing
    case = desk.cases.undo(case.id, case.version, mia, REASON)
    assert (case.state, case.because, case.outcome) == (State.OPEN, Because.REPORTS, Outcome.CLEARED)
    assert case.opened == desk.now
    assert desk.cases.standing([DOMAIN])[DOMAIN].number == 1


def test_what_was_watched_comes_back_when_its_review_is_undone(desk: Desk) -> None:
    mia, case = desk.user(), desk.flagged()
    desk.cases.decide(case.id, case.version, mia, Outcome.WATCH, REASON)
    desk.now += 90 * DAY
    [case] = desk.cases.consider_due()
    case = desk.cases.decide(case.id, case.version, mia, Outcome.CLEARED, REASON)
    case = desk.cases.undo(case.id, case.version, mia, REASON)
    assert (case.state, case.because, case.outcome) == (State.OPEN, Because.REVIEW_DUE, Outcome.WATCH)
    assert case.review_on is None
    assert desk.cases.consider_due() == []


def test_what_was_to_be_reviewed_while_another_decision_stood_is_open(desk: Desk) -> None:
    mia, case = desk.user(), desk.flagged()
    desk.cases.decide(case.id, case.version, mia, Outcome.WATCH, REASON)
    case = desk.cases.decide(case.id, case.version + 1, mia, Outcome.SATIRE, REASON)
    desk.now += 90 * DAY
    assert desk.cases.consider_due() == []
    case = desk.cases.undo(case.id, case.version, mia, REASON)
    assert (case.state, case.because, case.outcome) == (State.OPEN, Because.REVIEW_DUE, Outcome.WATCH)


def test_a_review_date_that_has_passed_does_not_come_back(desk: Desk) -> None:
    mia, case = desk.user(), desk.flagged()
    case = desk.cases.decide(case.id, case.version, mia, Outcome.CLEARED, REASON, NOON.date() + DAY)
    case = desk.cases.decide(case.id, case.version, mia, Outcome.SATIRE, REASON)
    desk.now += 2 * DAY
    case = desk.cases.undo(case.id, case.version, mia, REASON)
    assert (case.outcome, case.review_on) == (Outcome.CLEARED, None)
