"""docs/evaluation.md: the figures, put into the words of evaluation.md.jinja."""

from __future__ import annotations

from pathlib import Path
from statistics import mean

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from server.measured import DIRECTIONS, TRACK_RECORDS
from server.scorecard import CITED, MEASURED, RULESET, SCORECARD
from tests.evaluation.measures import percent, share
from tests.evaluation.results import Results
from tests.evaluation.samples import labels

TEMPLATE = "evaluation.md.jinja"
SOURCES = {
    "recovery": "by outlet: COVID-19 news of 2020 from 28 credible and 42 other outlets",
    "horne_random": "by lists of outlets: US politics of 2016",
    "horne_buzzfeed": "by BuzzFeed's list of checked stories: US politics of 2016",
    "fnn_politifact_news": "article by article, by PolitiFact",
}


def report(results: Results) -> str:
    """Return the whole document in Markdown."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - Markdown from our own figures
    )
    environment.filters |= {"percent": percent, "mean": mean}
    environment.globals |= {"share": share, "labels": labels}
    return environment.get_template(TEMPLATE).render(
        results=results,
        sources=SOURCES,
        ruleset=RULESET,
        card=SCORECARD,
        measured=MEASURED,
        cited=CITED,
        records=TRACK_RECORDS,
        directions=DIRECTIONS,
        published=list(results.ways.values())[-1],
    )
