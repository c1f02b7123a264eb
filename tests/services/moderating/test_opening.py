"""Cases open by themselves, by hand and again, in SQLite and in PostgreSQL."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest

from server.services.moderating import (
    Because,
    Case,
    CaseService,
    InvalidError,
    Outcome,
    State,
    case_id,
)
from server.store.records.database import Database
from tests.records import DAY, NOON, PATIENCE, REASON, Desk

DOMAIN = "example.org"


def test_nothing_is_opened_on_what_is_unknown_or_good(desk: Desk) -> None:
    assert desk.cases.consider("nowhere.example") is None
    desk.verified(DOMAIN, *["strong"] * 100, "weak")
    desk.reported(DOMAIN, "a", "b", "b", None, None)
    assert desk.cases.consider(DOMAIN) is None
    assert desk.rows() == []
    assert desk.entries() == []


def test_a_case_opens_by_itself_once_and_is_logged(desk: Desk) -> None:
    case = desk.flagged()
    assert (case.state, case.because, case.version) == (State.OPEN, Because.WEAK_SHARE, 1)
    assert case.id == case_id(DOMAIN)
    assert desk.cases.consider(DOMAIN) is None
    assert len(desk.rows()) == 1
    [entry] = desk.entries()
    assert (entry.actor, entry.action, entry.subject) == ("touchstone", "case.opened", DOMAIN)
    assert (entry.details["weak"], entry.details["scored"]) == (5, 5)


def test_reports_of_several_senders_open_a_case_but_not_old_judged_or_forwarded_ones(desk: Desk) -> None:
    desk.reported(DOMAIN, "a", "b")
    desk.reported(DOMAIN, "c", received=NOON - 31 * DAY)
    desk.reported(DOMAIN, "d", state="declined")
    desk.reported("other.example", "e")
    assert desk.cases.consider(DOMAIN) is None
    desk.reported(DOMAIN, "f")
    case = desk.cases.consider(DOMAIN)
    assert case
    assert case.because is Because.REPORTS
    known = desk.cases.case(DOMAIN)
    assert known
    assert (known.evidence.senders, known.evidence.on_one_day, known.evidence.reports) == (3, 3, 5)


def test_many_at_once_open_it_once(desk: Desk) -> None:
    desk.verified(DOMAIN, *["weak"] * 5)
    start = Barrier(12)
    services = [CaseService(Database(desk.url, PATIENCE), desk.clock) for _ in range(3)]

    def consider(number: int) -> Case | None:
        start.wait(PATIENCE)
        return services[number % 3].consider(DOMAIN)

    with ThreadPoolExecutor(12) as crowd:
        opened = [case for case in crowd.map(consider, range(12)) if case]
    assert len(opened) == 1
    assert desk.actions() == [("touchstone", "case.opened")]


def test_the_priority_follows_without_a_new_version(desk: Desk) -> None:
    case = desk.flagged()
    desk.verified(DOMAIN, *["strong"] * 60)
    assert desk.cases.consider(DOMAIN) is None
    [row] = desk.rows()
    assert row["version"] == case.version
    assert row["reach"] > case.reach
    assert row["severity"] < case.severity
    assert row["priority"] == row["reach"] * row["severity"]
    assert len(desk.entries()) == 1


def test_new_evidence_opens_a_decided_case_once(desk: Desk) -> None:
    mia, case = desk.user(), desk.flagged()
    case = desk.cases.decide(case.id, case.version, mia, Outcome.CLEARED, REASON)
    assert desk.cases.consider(DOMAIN) is None  # what was known when it was decided is no news
    desk.verified(DOMAIN, *["weak"] * 4)
    assert desk.cases.consider(DOMAIN) is None
    desk.verified(DOMAIN, "strong")
    reopened = desk.cases.consider(DOMAIN)
    assert reopened
    assert (reopened.state, reopened.because) == (State.OPEN, Because.WEAK_SHARE)
    assert (reopened.version, reopened.outcome) == (case.version + 1, Outcome.CLEARED)
    assert DOMAIN in desk.cases.standing([DOMAIN])  # until somebody decides otherwise
    assert desk.cases.consider(DOMAIN) is None
    desk.cases.decide(case.id, reopened.version, mia, Outcome.CLEARED, REASON)
    assert desk.cases.consider(DOMAIN) is None
    assert [action for _, action in desk.actions()].count("case.reopened") == 1


def test_few_weak_articles_open_a_confirmed_concern_again(desk: Desk) -> None:
    mia, case = desk.user(), desk.flagged()
    desk.cases.decide(case.id, case.version, mia, Outcome.CONCERN_CONFIRMED, REASON)
    desk.verified(DOMAIN, *["strong"] * 72)
    assert desk.cases.consider(DOMAIN) is None
    desk.verified(DOMAIN, "mixed")
    reopened = desk.cases.consider(DOMAIN)
    assert reopened
    assert reopened.because is Because.LESS_WEAK


def test_of_what_came_since_a_decision_the_newest_count(desk: Desk) -> None:
    mia, case = desk.user(), desk.flagged()
    desk.cases.decide(case.id, case.version, mia, Outcome.CLEARED, REASON)
    desk.verified(DOMAIN, *["strong"] * 300)
    desk.verified(DOMAIN, *["weak"] * 20)  # 20 of 320 prove nothing, 20 of the newest 200 do
    reopened = desk.cases.consider(DOMAIN)
    assert reopened
    known = desk.cases.case(DOMAIN)
    assert known
    assert (known.evidence.new_weak, known.evidence.new_scored) == (20, 200)


def test_what_is_watched_is_reviewed_after_three_months_and_once(desk: Desk) -> None:
    mia, case = desk.user(), desk.flagged()
    case = desk.cases.decide(case.id, case.version, mia, Outcome.WATCH, REASON)
    due = NOON.date() + timedelta(days=90)
    assert case.review_on == due
    desk.now += 89 * DAY
    assert desk.cases.consider_due() == []
    desk.now += DAY
    [reopened] = desk.cases.consider_due()
    assert (reopened.because, reopened.review_on) == (Because.REVIEW_DUE, None)
    assert desk.cases.consider_due() == []


def test_reports_since_the_decision_open_satire_again(desk: Desk) -> None:
    mia, case = desk.user(), desk.flagged()
    desk.reported(DOMAIN, "a", "b", "c")
    desk.cases.decide(case.id, case.version, mia, Outcome.SATIRE, REASON)
    desk.verified(DOMAIN, *["weak"] * 50)
    desk.reported(DOMAIN, "d", "e")
    assert desk.cases.consider(DOMAIN) is None
    desk.reported(DOMAIN, "f")
    reopened = desk.cases.consider(DOMAIN)
    assert reopened
    assert reopened.because is Because.REPORTS


def test_by_hand_with_a_reason(desk: Desk) -> None:
    mia = desk.user()
    case = desk.cases.open_by_hand("WWW.Example.ORG.", mia, REASON)
    assert (case.domain, case.because, case.version) == (DOMAIN, Because.BY_HAND, 1)
    again = desk.cases.open_by_hand(DOMAIN, mia, "And another one besides.")
    assert again == case
    case = desk.cases.decide(case.id, case.version, mia, Outcome.CLEARED, REASON)
    reopened = desk.cases.open_by_hand(DOMAIN, mia, "Something new has come up.")
    assert (reopened.state, reopened.because, reopened.version) == (State.OPEN, Because.BY_HAND, 3)
    known = desk.cases.case(DOMAIN)
    assert known
    assert [note.text for note in known.notes][:2] == [REASON, "And another one besides."]
    opened = [action for _, action in desk.actions()]
    assert opened == ["case.opened", "case.noted", "case.decided", "case.reopened"]


@pytest.mark.parametrize("host", ["", "localhost", "127.0.0.1", "co.uk", "no domain", "https://example.org/"])
def test_what_is_no_domain_gets_no_case(desk: Desk, host: str) -> None:
    with pytest.raises(InvalidError) as caught:
        desk.cases.open_by_hand(host, desk.user(), REASON)
    assert caught.value.field == "domain"
