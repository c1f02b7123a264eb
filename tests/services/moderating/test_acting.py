"""Who may do what to a case, two at once, and many cases at once, in SQLite and in PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text, update

from server.services.moderating import (
    Case,
    CaseService,
    ConflictError,
    InvalidError,
    NotAllowedError,
    NotSavedError,
    Outcome,
    UnknownCaseError,
)
from server.store.records.database import Database, open_engine
from server.store.records.model import Role
from server.store.records.tables import NOTES, USERS
from tests.records import NOON, PATIENCE, REASON, Desk

DOMAIN = "example.org"


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
