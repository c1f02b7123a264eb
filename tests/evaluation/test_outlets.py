"""What is said of outlets is counted by outlet, and of credible articles only."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from server.core.model import Finding, Status
from server.core.scoring import Weight
from server.scorecard import SCORECARD
from tests.evaluation.articles import Labelled
from tests.evaluation.leaving_out import LeftOut
from tests.evaluation.measures import Interval
from tests.evaluation.outlets import Leaning, named, of_others, weak_by_leaning
from tests.evaluation.samples import Sample

CARD = replace(SCORECARD, weights={"shouting": Weight("writing", 9, 0, "")})
CALM, SHOUTED = Finding(Status.PASS, "pass", 0.0), Finding(Status.CONCERN, "concern", 1.0)


def article(domain: str, label: int, bias: str = "", *, shouted: bool = False) -> Sample:
    return Sample(Labelled("", label, "", "", domain, bias), {"shouting": SHOUTED if shouted else CALM}, 200)


def test_leanings_count_credible_articles_and_their_outlets() -> None:
    group = [
        article("a.example", 0, "Left", shouted=True),
        article("a.example", 0, "Left"),
        article("b.example", 0, "Left"),
        article("c.example", 0, "Right-center"),
        article("d.example", 1, "Right-center", shouted=True),
    ]
    assert weak_by_leaning(group, CARD) == {"Left": Leaning(1, 3, 2), "Right-center": Leaning(0, 1, 1)}


def test_articles_without_an_outlet_are_no_outlet_and_never_known() -> None:
    group = [article("a.example", 0), article("a.example", 1), article("", 0), article("b.example", 1)]
    nothing = Interval(0.0, 0.0, 0.0)
    # By itself the known outlet would turn the order around.
    found = LeftOut(group, np.array([10, 90, 60, 40]), nothing, {})
    assert named(group) == {"a.example", "b.example"}
    assert of_others(found, {"a.example"}).value == 1.0
    assert of_others(found, set()).value < 1.0
