"""What readers report, publishers reply, and moderators make of both."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from server.app.foundations import create_database, now
from server.app.reading import create_fetcher
from server.config import Settings
from server.core.model import Article
from server.core.sketch import SAME, digest, similarity, sketch
from server.extract import extract
from server.fetch import Fetcher
from server.networks import CUSTOMER
from server.services.assessing import AssessmentService
from server.services.exporting import Labelled, labelled, refetching
from server.services.judging import JudgingService
from server.services.replying import ReplyService
from server.services.reporting import ReportService
from server.store.records.claims import Claims
from server.store.records.database import Database
from server.store.records.disagreements import Disagreements
from server.store.records.replies import Replies
from server.store.records.reports import Reports
from server.store.records.senders import Senders
from server.store.records.voices import Disagreement

_MOST_PROOF_BYTES = 64 * 1024


def create_reports(
    settings: Settings,
    service: AssessmentService,
    database: Database,
    on_report: Callable[[str], object] = lambda _: None,
) -> ReportService:
    """Return what takes readers' reports; ``on_report`` is told the domain of each new one."""
    return ReportService(
        service.find,
        Reports(database),
        digest=Senders(database).digest,
        per_day=settings.reports_per_day,
        clock=now,
        on_report=on_report,
    )


def create_replies(settings: Settings, database: Database) -> ReplyService:
    """Return what takes publishers' replies."""
    return ReplyService(
        Claims(database),
        Replies(database),
        # Whoever has many networks shall not take a domain's claims: a publisher asks from one.
        digest=Senders(database, CUSTOMER).digest,
        fetch=create_proof_fetcher(settings).get_file,
        clock=now,
        # In development no site has a certificate.
        scheme="http" if settings.fetch_allow_private else "https",
    )


def create_proof_fetcher(settings: Settings) -> Fetcher:
    """Return what gets a publisher's file, which is short and nowhere else."""
    return create_fetcher(settings, max_bytes=_MOST_PROOF_BYTES, max_redirects=0)


def create_judging(database: Database, on_judged: Callable[[str], object]) -> JudgingService:
    """Return what moderators judge reports, verdicts and replies with.

    ``on_judged`` is told the domain of each report that was judged.
    """
    return JudgingService(Reports(database), Replies(database), Disagreements(database), now, on_judged)


def create_labelled(settings: Settings) -> Iterator[Labelled]:
    """Yield what moderators disagreed with, as labelled articles from pages that are read anew."""
    said = Disagreements(create_database(settings)).everything()
    return labelled(said, refetching(create_fetcher(settings).get, extract), _still_the_same)


def _still_the_same(article: Article, judged: Disagreement) -> bool:
    alike = similarity(sketch(article.text), judged.sketch) >= SAME
    return alike or digest(article.text) == judged.digest  # the shortest texts have no sketch
