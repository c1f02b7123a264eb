"""Whatever moderators do in whatever order, decisions add up: made up by Hypothesis."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from server.services.moderating import ConflictError, InvalidError, Outcome, State
from tests.postgres import PostgreSQL
from tests.records import REASON, Desk

DOMAIN = "example.org"
OUTCOMES = st.sampled_from([one for one in Outcome if one is not Outcome.WITHDRAWN])
WORK = settings(
    max_examples=15, stateful_step_count=12, suppress_health_check=list(HealthCheck), print_blob=True
)


@dataclass
class Model:
    """What should be: the decisions that are not taken back, and how many changes there were."""

    stack: list[tuple[UUID, Outcome]] = field(default_factory=list)
    made: int = 0
    version: int = 1


class Moderators(RuleBasedStateMachine):
    """Two moderators who decide, undo and look away, while articles come in."""

    desk: Desk

    @initialize()
    def begin(self) -> None:
        self.people = [self.desk.user("mia"), self.desk.user("noa")]
        self.id = self.desk.flagged(DOMAIN).id
        self.model = Model()

    @rule(who=st.integers(0, 1), outcome=OUTCOMES)
    def decide(self, who: int, outcome: Outcome) -> None:
        case = self.desk.cases.decide(self.id, self.model.version, self.people[who], outcome, REASON)
        assert (case.state, case.outcome) == (State.CLOSED, outcome)
        last = self.desk.decisions()[-1]
        before = self.model.stack[-1] if self.model.stack else None
        assert last["overturns"] == (before[0] if before and before[1] is not outcome else None)
        self.model.stack.append((last["id"], outcome))
        self.changed()

    @rule(who=st.integers(0, 1))
    def undo(self, who: int) -> None:
        if not self.model.stack:
            with pytest.raises(InvalidError):
                self.desk.cases.undo(self.id, self.model.version, self.people[who], REASON)
            return
        [before] = self.desk.rows()
        case = self.desk.cases.undo(self.id, self.model.version, self.people[who], REASON)
        undone, _ = self.model.stack.pop()
        assert self.desk.decisions()[-1]["undoes"] == undone
        self.changed()
        if (before["state"], case.state) == (State.CLOSED, State.OPEN):
            self.model.version += 1

    @rule(who=st.integers(0, 1), outcome=OUTCOMES, behind=st.integers(1, 3))
    def decide_on_what_is_out_of_date(self, who: int, outcome: Outcome, behind: int) -> None:
        with pytest.raises(ConflictError):
            self.desk.cases.decide(self.id, self.model.version - behind, self.people[who], outcome, REASON)

    @rule(
        levels=st.lists(st.sampled_from(["weak", "strong"]), min_size=1, max_size=8), days=st.integers(0, 60)
    )
    def go_on(self, levels: list[str], days: int) -> None:
        self.desk.now += timedelta(days=days)
        self.desk.verified(DOMAIN, *levels)
        if self.desk.cases.consider(DOMAIN):
            self.model.version += 1
        assert self.desk.cases.consider(DOMAIN) is None

    def changed(self) -> None:
        self.model.made += 1
        self.model.version += 1

    @invariant()
    def all_is_as_it_should_be(self) -> None:
        [case] = self.desk.rows()
        rows = self.desk.decisions()
        assert case["version"] == self.model.version
        assert [row["number"] for row in rows] == list(range(1, self.model.made + 1))
        standing = self.desk.cases.standing([DOMAIN]).get(DOMAIN)
        expected = self.model.stack[-1] if self.model.stack else (None, None)
        assert (standing and standing.id, case["outcome"]) == expected
        assert case["standing"] == (standing and standing.number)
        if not self.model.stack:
            assert case["state"] == "open"
        logged = [one for one in self.desk.entries() if one.action in {"case.decided", "case.undone"}]
        assert [one.details["decision"] for one in logged] == [row["id"].hex for row in rows]


def test_decisions_hold_whatever_is_done() -> None:
    with tempfile.TemporaryDirectory(prefix="touchstone-") as folder:
        count = iter(range(10_000))

        class OnSQLite(Moderators):
            def __init__(self, *arguments: Any) -> None:
                super().__init__(*arguments)
                self.desk = Desk.at(f"sqlite:///{Path(folder)}/{next(count)}.db")

        run_state_machine_as_test(OnSQLite, settings=WORK)


@pytest.mark.postgresql
def test_decisions_hold_on_postgresql_too(postgres_server: PostgreSQL) -> None:

    class OnPostgreSQL(Moderators):
        def __init__(self, *arguments: Any) -> None:
            super().__init__(*arguments)
            self.desk = Desk.at(postgres_server.new_database())

    run_state_machine_as_test(OnPostgreSQL, settings=settings(WORK, max_examples=5))
