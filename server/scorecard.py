"""The scorecard: what each signal may cost or earn, and why.

The only place where editorial judgement lives. A concern costs ``concern``
points times its strength, a pass earns ``merit`` points times what its
strength leaves; a group's cap bounds what its signals cost and earn together.
Which side of a signal may count, and its group, are decided here. How much it
counts is fitted to labelled articles (:mod:`server.measured`), or cited where
no labelled set shows what it looks at. Whoever changes a number, a phrase
list or a signal moves :data:`RULESET` on: it is part of every cache key.
"""

from __future__ import annotations

from typing import NamedTuple

from server.core.scoring import Cap, Scorecard, Weight
from server.measured import DIRECTIONS, POINTS

RULESET = "2026.4"

_ZHANG = "Zhang et al. 2018 (experts on 40 articles)"


class Sides(NamedTuple):
    """A signal whose points are fitted: its group, which sides may count, and why it is looked for."""

    group: str
    costs: bool
    earns: bool
    because: str


def _costs(group: str, because: str) -> Sides:
    return Sides(group, costs=True, earns=False, because=because)


def _earns(group: str, because: str) -> Sides:
    return Sides(group, costs=False, earns=True, because=because)


def _both(group: str, because: str) -> Sides:
    return Sides(group, costs=True, earns=True, because=because)


MEASURED: dict[str, Sides] = {
    "headline_shouting": _costs("headline", "capitals and “!” press instead of telling"),
    "headline_verdict": _costs("headline", "the headline judges what it should report"),
    "headline_body_gap": _both("headline", "a headline must be borne out by its text (SPJ Code of Ethics)"),
    "headline_quote_missing": _costs("headline", "a quotation the text lacks can't be checked"),
    "headline_figure_missing": _costs("headline", "a figure that the text lacks can't be checked"),
    "named_sources": _earns("sourcing", f"{_ZHANG}: outside experts quoted r = .33 with credibility"),
    "named_offices": _earns("sourcing", "an office can be asked whether it said so"),
    "plain_attribution": _both("sourcing", "plain verbs report, others judge (SPJ Code of Ethics)"),
    "first_hand": _earns("sourcing", "how something was learnt can be checked"),
    "vague_attribution": _costs("sourcing", "what nobody in particular said can't be checked"),
    "hearsay": _costs("sourcing", "what was only heard of can't be checked"),
    "sustained_attribution": _earns("sourcing", f"{_ZHANG}: outside experts quoted r = .33"),
    "second_hand": _costs("sourcing", "who was there, or asked, can say so (SPJ Code of Ethics)"),
    "single_voice": _costs("sourcing", "one voice alone leaves nothing to compare"),
    "dated_events": _earns("detail", "a dated event can be looked up"),
    "specifics": _earns("detail", "Rashkin et al. 2017: concrete numbers go with trustworthy news"),
    "measured_quantities": _earns("detail", "bounds and comparisons can be proved wrong"),
    "qualified_statements": _earns("detail", "a bounded statement can be proved wrong in detail"),
    "explanations": _earns("detail", "a reason can be checked against what it is given for"),
    "aims_and_needs": _earns("detail", "a plan can be held against what comes of it"),
    "other_side": _earns("balance", "those concerned were asked (SPJ Code of Ethics)"),
    "open_questions": _earns("balance", "what is not known is said"),
    "counterpoints": _earns("balance", "a sentence that answers the one before weighs it"),
    "weighing": _earns("balance", "Newman et al. 2003: words that set apart mark truthful accounts"),
    "loaded_language": _costs("writing", f"{_ZHANG}: exaggeration and emotional tone r = −.61"),
    "name_calling": _costs("writing", "contempt takes the place of an account"),
    "shouting": _costs("writing", "capitals and “!” press instead of telling"),
    "unearned_certainty": _costs("writing", "certainty is asserted where a source should stand"),
    "anti_media_framing": _costs("framing", "others' silence takes the place of evidence"),
    "conspiracy_framing": _costs("framing", "a hidden plan explains the lack of evidence"),
    "unmasking": _costs("framing", "words of revelation take the place of the papers"),
    "share_bait": _costs("framing", "readers are pressed to pass on what they have not checked"),
    "sales_pitch": _costs("framing", "something is sold or asked for in the article"),
}

CITED: dict[str, Weight] = {
    "sensational_headline": Weight(
        "headline", 3, 0, f"{_ZHANG}: clickbait title r = −.71; kept small, as credible outlets do it too"
    ),
    "missing_citations": Weight(
        "sourcing", 4, 1, f"{_ZHANG}: convincing evidence r = .76; the sets show no links, so not fitted"
    ),
    "unlinked_video": Weight(
        "evidence", 4, 2, "what is promised should be on the page; the sets show no players, so not fitted"
    ),
    "unshown_evidence": Weight(
        "evidence", 2, 0, "evidence that is claimed should be shown; the sets show no links, so not fitted"
    ),
    "generic_filler": Weight(
        "writing", 4, 0, "phrases that fit anywhere say nothing here; AUC .86 on two sets of stock prose"
    ),
    "self_repetition": Weight(
        "writing", 2, 0, "Horne & Adalı 2017: false stories repeat themselves more; no direction in our sets"
    ),
    "leftover_boilerplate": Weight(
        "framing", 2, 0, "judgement; kept small and not fitted, as extraction may be at fault"
    ),
    "primary_links": Weight(
        "evidence", 0, 4, f"{_ZHANG}: convincing evidence; the sets show no links, so this is cited"
    ),
    "missing_byline": Weight(
        "accountability", 3, 3, "Sitaula et al. 2019: named authors r = .41 with credibility"
    ),
    "missing_date": Weight("accountability", 2, 2, "judgement, after CredWeb signal 656673f8"),
    "publisher_transparency": Weight(
        "accountability", 0, 4, "judgement, after the Trust Project's indicators"
    ),
    "correction_note": Weight("accountability", 0, 2, "judgement, after CredWeb signal 1d49cd64"),
    "dateline_credit": Weight("accountability", 0, 1, "judgement; kept small, as hoaxes imitate it"),
}


def _weight(id_: str, sides: Sides) -> Weight:
    lost, earned = POINTS.get(id_, (1, 1))
    directions = DIRECTIONS.get(id_, ())
    measured = (
        f"; AUC {min(directions):.2f} to {max(directions):.2f} in four labelled sets" if directions else ""
    )
    return Weight(
        sides.group, lost if sides.costs else 0, earned if sides.earns else 0, sides.because + measured
    )


SCORECARD = Scorecard(
    base=50,
    strong=70,
    strong_sourcing=5,
    weak=50,
    coverage_floor=0.8,
    caps={
        "headline": Cap(concern=11, merit=3),
        "sourcing": Cap(concern=11, merit=8),
        "detail": Cap(concern=0, merit=10),
        "balance": Cap(concern=0, merit=12),
        "evidence": Cap(concern=4, merit=4),
        "writing": Cap(concern=10, merit=0),
        "framing": Cap(concern=10, merit=0),
        "accountability": Cap(concern=3, merit=7),
    },
    weights={id_: _weight(id_, sides) for id_, sides in MEASURED.items()} | CITED,
)
