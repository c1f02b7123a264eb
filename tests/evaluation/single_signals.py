"""Figures of signals by themselves: filler on machine-made texts, and headlines made to pull."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from server.core.model import Finding, Status
from server.core.phrases import Scanner
from server.core.signal import Signal
from server.core.text import Text
from server.signals import BY_ID
from tests.evaluation.articles import MACHINE_SETS, articles, headlines
from tests.evaluation.measures import Interval, auc_interval, share

FILLER = BY_ID["generic_filler"]
HEADLINE = BY_ID["sensational_headline"]
LONG_ENOUGH = 120  # words, below which no article is scored


def _scanner(signal: Signal) -> Scanner:
    return Scanner(signal.phrases)


def filler(data: Path) -> dict[str, Interval]:
    """Return the AUC of the signal's strength for machine-written texts, by set."""
    scan = _scanner(FILLER).scan
    results = {}
    for name in MACHINE_SETS:
        rows = [row for row in articles(data, name) if len(row.text.split()) >= LONG_ENOUGH]
        strengths = [FILLER.evaluate(body=Text("text", row.text, scan)).strength or 0.0 for row in rows]
        results[name] = auc_interval(strengths, [row.label for row in rows])
    return results


@dataclass(frozen=True)
class Headlines:
    """How the signal reads headlines in lower case: its AUC, how often it is a concern on either kind,
    and on how many headlines Title Case gives another result."""

    auc: Interval
    pulling: Interval
    ordinary: Interval
    differing: int


def headline(data: Path) -> Headlines:
    """Read every labelled headline in lower case and in Title Case."""
    scan = _scanner(HEADLINE).scan
    asked = (*HEADLINE.needs, *HEADLINE.uses)

    def finding(title: str) -> Finding:
        texts = {"title": Text("title", title, scan), "body": Text("text", "", scan)}
        return HEADLINE.evaluate(**{name: texts[name] for name in asked})

    def concerns(label: int) -> Interval:
        own = [one for one, row in zip(lower, rows, strict=True) if row.label == label]
        return share(sum(one.status is Status.CONCERN for one in own), len(own))

    rows = headlines(data)
    lower = [finding(row.title.lower()) for row in rows]
    titled = [finding(title_case(row.title)) for row in rows]
    strengths = [one.strength or 0.0 for one in lower]
    return Headlines(
        auc=auc_interval(strengths, [row.label for row in rows], rounds=200),
        pulling=concerns(1),
        ordinary=concerns(0),
        differing=sum(
            (one.status, one.strength) != (other.status, other.strength)
            for one, other in zip(lower, titled, strict=True)
        ),
    )


def title_case(headline: str) -> str:
    """Capitalise every word and nothing else."""
    return " ".join(word[:1].upper() + word[1:].lower() for word in headline.split(" "))
