"""Judging reports, after which the case's place in the queue follows; and what is a reason."""

from __future__ import annotations

import pytest

from server.services.guarding import MOST_REASON
from server.services.judging import JudgingService
from server.store.records.disagreements import Disagreements
from server.store.records.model import RecordsUnavailableError
from server.store.records.replies import Replies
from server.store.records.reports import Reports
from server.store.records.tables import ASSESSMENTS, REPORTS
from tests.records import Desk

DOMAIN = "example.org"


def judging(desk: Desk) -> JudgingService:
    records = Reports(desk.database), Replies(desk.database), Disagreements(desk.database)
    return JudgingService(*records, desk.clock, desk.cases.consider)


@pytest.fixture
def case_of_little_weight(desk: Desk) -> None:
    """Open a case because of three reports, on a domain without a weak article."""
    desk.verified(DOMAIN, *["strong"] * 100)
    desk.reported(DOMAIN, "a", "b", "c")
    assert desk.cases.consider(DOMAIN)


@pytest.mark.usefixtures("case_of_little_weight")
def test_what_was_upheld_moves_its_case_in_the_queue(desk: Desk) -> None:
    mia = desk.user()
    for report in desk.rows(REPORTS):
        judging(desk).judge(report["id"], mia, "upheld")
    [case] = desk.rows()
    assert (case["severity"], case["version"]) == (3, 1)
    assert case["priority"] == 3 * case["reach"]
    judging(desk).judge(report["id"], mia, "declined", "upheld")
    assert [row["severity"] for row in desk.rows()] == [2]


@pytest.mark.usefixtures("case_of_little_weight")
def test_a_judgement_is_kept_even_if_its_case_cannot_be_looked_at(desk: Desk) -> None:
    def away(_domain: str) -> None:
        raise RecordsUnavailableError("away")

    records = Reports(desk.database), Replies(desk.database), Disagreements(desk.database)
    report = desk.rows(REPORTS)[0]["id"]
    assert JudgingService(*records, desk.clock, away).judge(report, desk.user(), "upheld").state == "upheld"
    assert sorted(row["state"] for row in desk.rows(REPORTS)) == ["open", "open", "upheld"]


def test_a_disagreement_s_reason_may_be_as_long_as_its_form_lets_it(desk: Desk) -> None:
    desk.verified(DOMAIN, "weak")
    [article] = desk.rows(ASSESSMENTS)
    judging(desk).disagree(article["id"], desk.user(), 0, "x" * MOST_REASON)
    [kept] = judging(desk).all_disagreements()
    assert kept.reason == "x" * MOST_REASON
