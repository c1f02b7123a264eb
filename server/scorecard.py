"""The scorecard: what each signal may cost or earn, and why.

The only place where editorial judgement lives. A concern costs ``concern``
points times its strength, a pass earns ``merit`` points times what its
strength leaves; a group's cap bounds what its signals cost and earn together.
Whoever changes a number, a phrase list or a signal moves :data:`RULESET` on:
it is part of every cache key.
"""

from __future__ import annotations

from server.core.scoring import Cap, Scorecard, Weight

RULESET = "2026.1"

_ZHANG = "Zhang et al. 2018 (experts on 40 articles)"

SCORECARD = Scorecard(
    base=50,
    strong=70,
    weak=40,
    coverage_floor=0.5,
    caps={
        "headline": Cap(concern=12, merit=6),
        "sourcing": Cap(concern=14, merit=28),
        "evidence": Cap(concern=7, merit=3),
        "writing": Cap(concern=13, merit=0),
        "accountability": Cap(concern=4, merit=10),
    },
    weights={
        "sensational_headline": Weight(
            "headline", 8, 3, f"{_ZHANG}: clickbait title r = −.71 with credibility"
        ),
        "headline_quote_missing": Weight(
            "headline", 6, 0, "judgement: a quotation the text lacks can't be checked"
        ),
        "headline_body_gap": Weight(
            "headline", 5, 3, "same direction in four labelled sets (AUC .55 to .70)"
        ),
        "unlinked_video": Weight(
            "evidence", 7, 3, "headline tags: AUC .51 to .59 in four labelled sets; else judgement"
        ),
        "missing_citations": Weight(
            "sourcing", 10, 10, f"{_ZHANG}: convincing evidence r = .76 with credibility"
        ),
        "vague_attribution": Weight("sourcing", 6, 0, "judgement, after the SPJ Code of Ethics"),
        "named_sources": Weight(
            "sourcing", 0, 12, f"{_ZHANG}: outside experts quoted r = .33 with credibility"
        ),
        "specifics": Weight(
            "sourcing", 0, 6, "dates and times: same direction in four labelled sets (AUC .52 to .67)"
        ),
        "generic_filler": Weight(
            "writing", 7, 0, "judgement: credible and other human writing hardly differ here"
        ),
        "self_repetition": Weight(
            "writing", 5, 0, "Horne & Adalı 2017: false stories repeat themselves more"
        ),
        "loaded_language": Weight("writing", 6, 0, f"{_ZHANG}: exaggeration and emotional tone r = −.61"),
        "shouting": Weight(
            "writing", 4, 0, "“!” in the text: same direction in four labelled sets (AUC .55 to .65)"
        ),
        "leftover_boilerplate": Weight(
            "writing", 2, 0, "judgement; kept small, as extraction may be at fault"
        ),
        "missing_byline": Weight(
            "accountability", 3, 3, "Sitaula et al. 2019: named authors r = .41 with credibility"
        ),
        "missing_date": Weight("accountability", 2, 3, "judgement, after CredWeb signal 656673f8"),
        "publisher_transparency": Weight(
            "accountability", 0, 4, "judgement, after the Trust Project's indicators"
        ),
    },
)
