"""Cases and decisions, in SQLite and in PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Engine, event, text, update

from server.services.moderating import (
    Because,
    Case,
    CaseService,
    ConflictError,
    InvalidError,
    NotAllowedError,
    NotSavedError,
    Outcome,
    QueueFilter,
    State,
    UnknownCaseError,
    case_id,
)
from server.store.records.database import Database, open_engine
from server.store.records.model import Role
from server.store.records.tables import NOTES, USERS
from tests.domain_records import Filler
from tests.records import DAY, FINDINGS, NOON, PATIENCE, REASON, Desk

DOMAIN = "example.org"
NEVER = date(2099, 1, 1)


def actions(desk: Desk) -> list[tuple[str, str]]:
    return [(entry.actor, entry.action) for entry in desk.entries()]


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
    assert actions(desk) == [("touchstone", "case.opened")]


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
    assert actions(desk)[-1] == ("mia", "case.decided")
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
    logged = [action for _, action in actions(desk)][1:]
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
    assert [action for _, action in actions(desk)].count("case.reopened") == 1


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
    opened = [action for _, action in actions(desk)]
    assert opened == ["case.opened", "case.noted", "case.decided", "case.reopened"]


@pytest.mark.parametrize("host", ["", "localhost", "127.0.0.1", "co.uk", "no domain", "https://example.org/"])
def test_what_is_no_domain_gets_no_case(desk: Desk, host: str) -> None:
    with pytest.raises(InvalidError) as caught:
        desk.cases.open_by_hand(host, desk.user(), REASON)
    assert caught.value.field == "domain"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"reason": "too short"}, "reason"),
        ({"reason": " " * 50}, "reason"),
        ({"reason": "x" * 4_001}, "reason"),
        ({"reason": f"{REASON}\0"}, "reason"),
        ({"reason": f"{REASON}\ud800"}, "reason"),
        ({"review_on": NOON.date()}, "review_on"),
        ({"outcome": Outcome.WITHDRAWN}, "outcome"),
    ],
)
def test_what_is_not_as_it_should_be_is_refused_and_changes_nothing(
    desk: Desk, changes: dict[str, Any], field: str
) -> None:
    mia, case = desk.user(), desk.flagged()
    said = {"outcome": Outcome.CLEARED, "reason": REASON, **changes}
    with pytest.raises(InvalidError) as caught:
        desk.cases.decide(case.id, case.version, mia, **said)
    assert caught.value.field == field
    assert desk.decisions() == []
    assert len(desk.entries()) == 1


def test_the_longest_reason_is_kept(desk: Desk) -> None:
    mia, case = desk.user(), desk.flagged()
    reason = "“𝄞”\r\n" + "𝄞" * 3_995
    desk.cases.decide(case.id, case.version, mia, Outcome.CLEARED, reason)
    assert desk.cases.standing([DOMAIN])[DOMAIN].reason == reason


@pytest.mark.parametrize("who", ["reader", "disabled", "demoted", "stranger"])
def test_only_moderators_of_this_moment_may(desk: Desk, who: str) -> None:
    case = desk.flagged()
    if who == "stranger":
        user = Desk(desk.url, desk.database).user("mia")
        user = type(user)(id=uuid4(), name="mia", role=Role.ADMINISTRATOR, added=NOON)
    elif who == "demoted":
        user = desk.user()
        with desk.database.transaction(1) as connection:
            connection.execute(update(USERS).values(role="reader"))
    else:
        role = Role.READER if who == "reader" else Role.ADMINISTRATOR
        user = desk.user(role=role, disabled=NOON if who == "disabled" else None)
    for do in (
        lambda: desk.cases.decide(case.id, case.version, user, Outcome.CLEARED, REASON),
        lambda: desk.cases.undo(case.id, case.version, user, REASON),
        lambda: desk.cases.note(case.id, user, "A note"),
        lambda: desk.cases.assign(case.id, case.version, user, None),
        lambda: desk.cases.open_by_hand("other.example", user, REASON),
    ):
        with pytest.raises(NotAllowedError):
            do()
    assert len(desk.entries()) == 1
    assert [row["version"] for row in desk.rows()] == [1]


def test_a_case_that_there_is_not(desk: Desk) -> None:
    mia = desk.user()
    with pytest.raises(UnknownCaseError):
        desk.cases.decide(uuid4(), 1, mia, Outcome.CLEARED, REASON)
    with pytest.raises(UnknownCaseError):
        desk.cases.note(uuid4(), mia, "A note")
    assert desk.cases.case(DOMAIN) is None


def test_of_two_moderators_at_once_the_second_is_told(desk: Desk) -> None:
    case = desk.flagged()
    start = Barrier(2)
    work = [(desk.user("mia"), Outcome.CLEARED), (desk.user("noa"), Outcome.CONCERN_CONFIRMED)]
    services = [CaseService(Database(desk.url, PATIENCE), desk.clock) for _ in work]

    def decide(number: int) -> Case | ConflictError:
        user, outcome = work[number]
        start.wait(PATIENCE)
        try:
            return services[number].decide(case.id, case.version, user, outcome, REASON)
        except ConflictError as error:
            return error

    with ThreadPoolExecutor(2) as pair:
        answers = list(pair.map(decide, range(2)))
    [won] = [answer for answer in answers if isinstance(answer, Case)]
    [lost] = [answer for answer in answers if isinstance(answer, ConflictError)]
    [change] = lost.changes
    winner = work[answers.index(won)]
    assert (change.actor, change.action, change.details["outcome"]) == (
        winner[0].name,
        "case.decided",
        winner[1],
    )
    assert lost.version == won.version == 2
    assert len(desk.decisions()) == 1
    assert len(desk.entries()) == 2


def test_a_conflict_tells_all_that_happened_since(desk: Desk) -> None:
    mia, noa, case = desk.user("mia"), desk.user("noa"), desk.flagged()
    later = desk.cases.assign(case.id, case.version, noa, noa.id)
    desk.cases.note(case.id, noa, "I take this one.")
    later = desk.cases.decide(case.id, later.version, noa, Outcome.CLEARED, REASON)
    with pytest.raises(ConflictError) as caught:
        desk.cases.decide(case.id, case.version, mia, Outcome.SATIRE, REASON)
    assert [(one.actor, one.action) for one in caught.value.changes] == [
        ("noa", "case.assigned"),
        ("noa", "case.decided"),
    ]
    assert caught.value.version == later.version


def test_notes_are_kept_and_logged_without_their_text(desk: Desk) -> None:
    mia, case = desk.user(), desk.flagged()
    note = desk.cases.note(case.id, mia, " Their imprint is in Utopia. ")
    assert note.text == "Their imprint is in Utopia."
    assert [row["text"] for row in desk.rows(NOTES)] == [note.text]
    entry = desk.entries()[-1]
    assert (entry.actor, entry.action, entry.details) == ("mia", "case.noted", {"note": note.id.hex})
    assert [row["version"] for row in desk.rows()] == [case.version]
    for words in (" ", "x" * 4_001):
        with pytest.raises(InvalidError):
            desk.cases.note(case.id, mia, words)


def test_cases_are_given_to_moderators_and_back(desk: Desk) -> None:
    mia, noa, case = desk.user("mia"), desk.user("noa"), desk.flagged()
    reader, gone = desk.user("rea", Role.READER), desk.user("gil", disabled=NOON)
    case = desk.cases.assign(case.id, case.version, mia, noa.id)
    known = desk.cases.case(DOMAIN)
    assert known
    assert known.assignee == noa
    for nobody in (reader.id, gone.id, uuid4()):
        with pytest.raises(InvalidError):
            desk.cases.assign(case.id, case.version, mia, nobody)
    case = desk.cases.assign(case.id, case.version, mia, None)
    assert case.assignee is None
    assert [entry.details.get("to") for entry in desk.entries()][1:] == ["noa", None]


def test_of_many_each_is_done_or_left_by_itself(desk: Desk) -> None:
    mia = desk.user()
    first, second, third = (desk.flagged(f"{name}.example") for name in "abc")
    desk.cases.assign(second.id, second.version, mia, mia.id)
    versions = [(first.id, 1), (second.id, 1), (uuid4(), 1), (third.id, 1)]
    done = desk.cases.decide_many(versions, mia, Outcome.NOT_NEWS, REASON)
    assert [type(one.error) for one in done] == [type(None), ConflictError, UnknownCaseError, type(None)]
    assert [one.case.outcome if one.case else None for one in done] == ["not_news", None, None, "not_news"]
    assigned = desk.cases.assign_many([(one.id, 2) for one in (first, second, third)], mia, mia.id)
    assert all(one.case for one in assigned)
    assert len(desk.decisions()) == 2
    desk.entries()


def test_where_the_records_fail_on_the_way_the_desk_is_told_what_was_saved(desk: Desk) -> None:
    mia = desk.user()
    first, *rest = (desk.flagged(f"{name}.example") for name in "abc")

    def failing() -> Iterator[tuple[UUID, int]]:
        yield first.id, 1
        rename(desk.url, "decisions", "away")
        yield rest[0].id, 1
        rename(desk.url, "away", "decisions")
        yield rest[1].id, 1  # not tried any more

    done = desk.cases.decide_many(failing(), mia, Outcome.NOT_NEWS, REASON)
    assert [one.id for one in done] == [first.id, *(one.id for one in rest)]
    assert [type(one.error) for one in done] == [type(None), NotSavedError, NotSavedError]
    after = Desk(desk.url, Database(desk.url, PATIENCE))
    assert [row["case"] for row in after.decisions()] == [first.id]
    assert len(after.entries()) == 4


def rename(url: str, table: str, to: str) -> None:
    with open_engine(url, PATIENCE).begin() as connection:
        connection.execute(text(f"ALTER TABLE {table} RENAME TO {to}"))


def test_a_decision_is_kept_whole_or_not_at_all(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    mia, case = desk.user(), desk.flagged()

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as patch:
        patch.setattr("server.store.records.log.append", fail)
        with pytest.raises(RuntimeError):
            desk.cases.decide(case.id, case.version, mia, Outcome.CLEARED, REASON)
    assert desk.decisions() == []
    assert [row["version"] for row in desk.rows()] == [1]
    assert desk.cases.decide(case.id, case.version, mia, Outcome.CLEARED, REASON).version == 2


def test_the_queue_is_filtered_searched_and_ordered(desk: Desk) -> None:
    mia = desk.user()
    for weak in (5, 20, 80):
        desk.verified(f"w{weak}.example", *["weak"] * weak)
        desk.cases.consider(f"w{weak}.example")
    mine = desk.cases.open_by_hand("by-hand.example", mia, REASON)
    desk.cases.assign(mine.id, mine.version, mia, mia.id)
    closed = desk.flagged("closed.example")
    desk.cases.decide(closed.id, closed.version, mia, Outcome.SATIRE, REASON)

    def listed(**wanted: Any) -> list[str]:
        return [row.case.domain for row in desk.cases.queue(QueueFilter(**wanted)).rows]

    assert listed() == ["w80.example", "w20.example", "w5.example", "by-hand.example"]
    assert listed(order="opened") == ["w5.example", "w20.example", "w80.example", "by-hand.example"]
    assert listed(order="domain", state=None)[:2] == ["by-hand.example", "closed.example"]
    assert listed(order="changed", state=None)[0] == "closed.example"
    assert listed(state=State.CLOSED) == ["closed.example"]
    assert listed(because=Because.BY_HAND) == ["by-hand.example"]
    assert listed(state=None, outcome=Outcome.SATIRE) == ["closed.example"]
    assert listed(assignee=mia.id) == ["by-hand.example"]
    assert listed(unassigned=True) == ["w80.example", "w20.example", "w5.example"]
    assert listed(search=" W2 ") == ["w20.example"]
    assert [listed(search=text) for text in ("%", "_", "\0w2", "'")] == [[], [], ["w20.example"], []]
    page = desk.cases.queue(QueueFilter(search="example"))
    assert page.counts == {State.OPEN: 4, State.CLOSED: 1}
    assert (page.rows[0].weak, page.rows[0].scored, page.rows[0].assignee_name) == (80, 80, None)
    assert page.rows[-1].assignee_name == "mia"


def test_the_queue_comes_in_pages(desk: Desk) -> None:
    mia = desk.user()
    for number in range(51):
        desk.cases.open_by_hand(f"d{number:02}.example", mia, REASON)
    pages = [desk.cases.queue(QueueFilter(), number) for number in (1, 2, 3, 0)]
    assert [(page.number, page.pages, len(page.rows)) for page in pages] == [
        (1, 2, 50),
        (2, 2, 1),
        (2, 2, 1),
        (1, 2, 50),
    ]
    assert len({row.case.domain for page in pages[:2] for row in page.rows}) == 51


def test_the_number_of_statements_does_not_depend_on_how_much_there_is(desk: Desk) -> None:
    mia = desk.user()
    desk.flagged("small.example")
    big = desk.flagged("big.example")
    case = desk.cases.assign(big.id, big.version, mia, mia.id)
    for number in range(12):
        desk.verified("big.example", *["weak", "mixed", "strong", "unscored"] * 10)
        desk.reported("big.example", *[f"{number}-{one}" for one in range(10)])
        desk.cases.note(case.id, mia, f"Note {number}")
        case = desk.cases.decide(case.id, case.version, mia, Outcome.WATCH, REASON)
    for number in range(60):
        desk.cases.open_by_hand(f"d{number}.example", mia, REASON)

    assert statements(lambda: desk.cases.queue(QueueFilter(state=None))) == 2
    small = statements(lambda: desk.cases.case("small.example"))
    assert statements(lambda: desk.cases.case("big.example")) <= small + 2 <= 17
    assert statements(lambda: desk.cases.consider("big.example")) <= 6
    assert statements(lambda: desk.cases.standing([f"d{number}.example" for number in range(60)])) == 1
    assert statements(desk.cases.decisions) == 3

    known = desk.cases.case("big.example")
    assert known
    assert len(known.reports) == 50
    assert known.report_counts == {"open": 120}
    assert len(known.notes) == len(known.decisions) == 12
    assert known.standing == known.decisions[-1]
    assert len({article.id for article in known.articles}) == len(known.articles) <= 10
    assert [article.level for article in known.articles[:5]] == ["weak"] * 5
    assert known.articles[0].findings == FINDINGS


def statements(do: Callable[[], object]) -> int:
    """Return how many statements ``do`` asks a database, apart from beginning and ending."""
    asked: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if statement.lstrip().upper().startswith(("SELECT", "INSERT", "UPDATE", "DELETE")):
            asked.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        do()
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    return len(asked)
