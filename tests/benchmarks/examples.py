"""Real assessments to fill records with: of the articles and pages in ``seeds/articles``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from server.core.model import Article
from server.core.sketch import digest, sketch
from server.extract import extract
from server.services.assessing import default_engine
from server.services.rereading import findings_of
from server.store.records.model import Verified
from tests.records import NOON

_SEEDS = Path(__file__).parents[2] / "seeds" / "articles"


def examples() -> list[Verified]:
    """Return one assessment for each seed that draws a score, the weakest first; the domain is made up."""
    engine, found = default_engine(), []
    for article in _articles():
        assessment = engine.assess(article)
        if assessment.score is None:
            continue
        found.append(
            Verified(
                domain="example.org",
                url="https://example.org/news/bridge",
                found="https://example.org/news/bridge",
                content_id=assessment.id,
                ruleset=assessment.ruleset,
                title=article.title,
                published=article.published,
                verified=NOON,
                origin="reader",
                level=assessment.level.value,
                score=assessment.score,
                digest=digest(article.text),
                sketch=sketch(article.text),
                findings=findings_of(assessment),
            )
        )
    return sorted(found, key=lambda one: (one.score or 0, one.content_id))


def _articles() -> Iterator[Article]:
    for path in sorted(_SEEDS.glob("*.txt")):
        title, _, body = path.read_text(encoding="utf-8").partition("\n")
        yield Article(title=title, text=body.strip())
    for path in sorted(_SEEDS.glob("*.html")):
        yield extract(path.read_text(encoding="utf-8"), f"https://example.org/{path.stem}")
