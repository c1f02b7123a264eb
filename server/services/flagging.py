"""When a case opens by itself, when again, and how urgent it is: pure rules (docs/decisions/0016)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from server.core.measure import wilson
from server.store.records.case_model import Because, Case, Evidence, Outcome, Rank, State
from server.store.records.evidence import Reach

# Five times the share of articles that draw `weak` on credible domains, at most.
LINE = 0.05
# Verified articles with a score, before their share says anything.
LEAST_ARTICLES = 5
# Independent reports: as many senders within so many days.
LEAST_SENDERS = 3
REPORT_DAYS = timedelta(days=30)
# A report that was upheld weighs on a domain for so long.
UPHELD_DAYS = timedelta(days=365)
# Since a decision, only so many of the newest articles count: what a domain does now, at a bounded cost.
NEWEST = 200
REACH = Reach(NEWEST, REPORT_DAYS, UPHELD_DAYS)
# On a domain that is watched.
MORE_WEAK = 2

_TOP = 10
_SHARE_STEP = 20  # a step of severity for every twentieth of the share's lower bound, even begun
_MOST_UPHELD = 3
_MOST_OPEN = 3


@dataclass(frozen=True, slots=True)
class Part:
    """One step in the explanation of a priority: how much, of what, and why."""

    of: str  # reach or severity
    points: int
    because: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a case is as urgent as it is: the parts of each factor add up, within 1 and 10."""

    rank: Rank
    parts: tuple[Part, ...]

    @property
    def summary(self) -> str:
        """The sum in a sentence."""
        return (
            f"Priority {self.rank.priority} = reach {self.rank.reach} × severity {self.rank.severity}, "
            f"each from 1 to {_TOP}."
        )


def first(evidence: Evidence) -> Because | None:
    """Return why a case should be opened on a domain that has none."""
    if _weak(evidence.weak, evidence.scored):
        return Because.WEAK_SHARE
    return Because.REPORTS if evidence.senders >= LEAST_SENDERS else None


def again(case: Case, evidence: Evidence, confirmed_above: bool, today: date) -> Because | None:
    """Return why a closed case should be opened again: what came since contradicts what stands.

    ``confirmed_above``: whether the weak share could still have been above
    the line when the last decision was made.
    """
    if case.state is not State.CLOSED:
        return None
    if case.review_on is not None and case.review_on <= today:
        return Because.REVIEW_DUE
    if evidence.senders >= LEAST_SENDERS:
        return Because.REPORTS
    return _contradiction(case.outcome, evidence, confirmed_above)


def _contradiction(outcome: Outcome | None, evidence: Evidence, confirmed_above: bool) -> Because | None:
    weak, scored = evidence.new_weak, evidence.new_scored
    if outcome is Outcome.CLEARED and _weak(weak, scored):
        return Because.WEAK_SHARE
    if outcome is Outcome.WATCH and weak >= MORE_WEAK:
        return Because.MORE_WEAK
    few = scored >= LEAST_ARTICLES and wilson(weak, scored)[1] < LINE
    if outcome is Outcome.CONCERN_CONFIRMED and confirmed_above and few:
        return Because.LESS_WEAK
    # Satire and what is no news may draw weak badges for ever: that is what the decision says.
    return None


def _weak(weak: int, scored: int) -> bool:
    return scored >= LEAST_ARTICLES and wilson(weak, scored)[0] > LINE


def explain(evidence: Evidence) -> Explanation:
    """Return how urgent a case is, and why."""
    parts = (*_reach(evidence), *_severity(evidence))
    rank = Rank(
        reach=_within(sum(part.points for part in parts if part.of == "reach")),
        severity=_within(sum(part.points for part in parts if part.of == "severity")),
    )
    return Explanation(rank, parts)


def _reach(evidence: Evidence) -> Iterator[Part]:
    articles = evidence.scored + evidence.unscored
    met = articles + evidence.reports
    words = f"{_count(articles, 'verified article')} and {_count(evidence.reports, 'report')}"
    yield Part("reach", min(_TOP, met.bit_length()), f"{words}; each doubling counts one.")


def _severity(evidence: Evidence) -> Iterator[Part]:
    low, high = wilson(evidence.weak, evidence.scored)
    if evidence.scored:
        share = f"{evidence.weak} of {evidence.scored} articles are weak"
        of_all = f"a share of {_percent(low)} to {_percent(high)}"
        words = f"{share}: {of_all}; each 5 % of the lower bound, even begun, counts one."
        yield Part("severity", min(_TOP, ceil(low * _SHARE_STEP)), words)
    if evidence.upheld_reports:
        words = (
            f"{_count(evidence.upheld_reports, 'report')} upheld within a year; at most {_MOST_UPHELD} count."
        )
        yield Part("severity", min(_MOST_UPHELD, evidence.upheld_reports), words)
    if evidence.senders:
        points = min(_MOST_OPEN, evidence.senders // LEAST_SENDERS)
        words = (
            f"Open reports of the last {REPORT_DAYS.days} days from {evidence.on_one_day} to "
            f"{_count(evidence.senders, 'sender')}; every {LEAST_SENDERS} count one, at most {_MOST_OPEN}."
        )
        yield Part("severity", points, words)


def _within(points: int) -> int:
    return max(1, min(_TOP, points))


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"
