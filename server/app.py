"""The one place where the parts are wired together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from server import __version__
from server.config import Settings, SettingsError
from server.core.model import Article
from server.core.sketch import SAME, digest, similarity, sketch
from server.extract import extract
from server.fetch import Fetcher, FetchLimits, resolver
from server.services.assessing import AssessmentService, Cache, Observe, default_engine
from server.services.exporting import Labelled, labelled, refetching
from server.services.judging import JudgingService
from server.services.lookups import LookupService
from server.services.replying import ReplyService
from server.services.reporting import ReportService
from server.store import open_cache
from server.store.memory import MemoryCache
from server.store.records.claims import Claims
from server.store.records.database import Database
from server.store.records.disagreements import Disagreements
from server.store.records.model import AddressError
from server.store.records.replies import Replies
from server.store.records.reports import Reports
from server.store.records.senders import Senders
from server.store.records.voices import Disagreement
from server.store.redis_cache import RedisCache
from server.texts.render import TextsRegistry
from server.web import headers, limits, observing, problems
from server.web.api import create_api
from server.web.health import create_health
from server.web.lookups_api import create_lookups_api
from server.web.metrics import Metrics
from server.web.pages import create_pages
from server.web.reply_pages import create_reply_pages
from server.web.reports_api import create_reports_api

SEEDS = Path(__file__).parent.parent / "seeds"
USER_AGENT = f"Touchstone/{__version__}"
_MOST_PROOF_BYTES = 64 * 1024


def create_app(settings: Settings | None = None) -> Flask:
    """Return the service as a WSGI application.

    Raises:
        SettingsError: where the settings, or the environment's when none are given, are wrong.
    """
    settings = settings or Settings.from_environment()
    metrics = Metrics()
    cache = create_cache(settings, metrics.cache_fault)
    service = create_service(settings, cache, metrics.assessed)
    database = create_database(settings)
    texts = TextsRegistry.load()

    app = Flask("server.web", static_folder=None)
    headers.install(app)
    observing.install(app, metrics)
    limits.install(app, settings.max_body_bytes)
    problems.install(app)
    app.register_blueprint(create_api(service, texts))
    app.register_blueprint(create_lookups_api(LookupService(service), texts))
    app.register_blueprint(create_reports_api(create_reports(settings, service, database)))
    app.register_blueprint(create_reply_pages(create_replies(settings, database)))
    app.register_blueprint(create_health(service.engine.ruleset, cache.status, metrics))
    app.register_blueprint(create_pages(service, texts, SEEDS))
    if hops := settings.trusted_proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops)  # type: ignore[method-assign]
    return app


def create_cache(settings: Settings, on_fault: Callable[[], None] = lambda: None) -> RedisCache | MemoryCache:
    """Return the cache that the settings ask for; ``on_fault`` is told of every fault of Redis.

    Raises:
        SettingsError: where REDIS_URL makes no sense.
    """
    try:
        return open_cache(
            settings.redis_url,
            ttl_seconds=settings.cache_ttl_seconds,
            max_bytes=settings.cache_max_bytes,
            on_fault=on_fault,
        )
    except ValueError:
        raise SettingsError(["REDIS_URL must be the address of a Redis"]) from None


def create_database(settings: Settings) -> Database:
    """Return the database of the records, which is connected to when it is needed.

    Raises:
        SettingsError: where DATABASE_URL makes no sense.
    """
    try:
        return Database(settings.database_url)
    except AddressError as error:
        raise SettingsError([f"DATABASE_URL {error}"]) from None


def create_service(settings: Settings, cache: Cache, observe: Observe | None = None) -> AssessmentService:
    """Return the service that assesses articles with the house's signals."""
    return AssessmentService(default_engine(), cache, create_fetcher(settings).get, extract, observe)


def create_reports(
    settings: Settings,
    service: AssessmentService,
    database: Database,
    on_report: Callable[[str], object] = lambda _: None,
) -> ReportService:
    """Return the service that takes readers' reports; ``on_report`` is told the domain of each new one."""
    return ReportService(
        service.find,
        Reports(database),
        digest=Senders(database).digest,
        per_day=settings.reports_per_day,
        clock=_now,
        on_report=on_report,
    )


def create_replies(settings: Settings, database: Database) -> ReplyService:
    """Return the service that takes publishers' replies."""
    return ReplyService(
        Claims(database),
        Replies(database),
        digest=Senders(database).digest,
        fetch=create_proof_fetcher(settings).get_file,
        clock=_now,
        # In development no site has a certificate.
        scheme="http" if settings.fetch_allow_private else "https",
    )


def create_proof_fetcher(settings: Settings) -> Fetcher:
    """Return what gets a publisher's file, which is short and nowhere else."""
    return create_fetcher(settings, max_bytes=_MOST_PROOF_BYTES, max_redirects=0)


def create_judging(database: Database) -> JudgingService:
    """Return what moderators judge reports, verdicts and replies with."""
    return JudgingService(Reports(database), Replies(database), Disagreements(database), _now)


def create_labelled(settings: Settings) -> Iterator[Labelled]:
    """Yield what moderators disagreed with, as labelled articles from pages that are read anew."""
    said = Disagreements(create_database(settings)).everything()
    return labelled(said, refetching(create_fetcher(settings).get, extract), _still_the_same)


def _still_the_same(article: Article, judged: Disagreement) -> bool:
    alike = similarity(sketch(article.text), judged.sketch) >= SAME
    return alike or digest(article.text) == judged.digest  # the shortest texts have no sketch


def create_fetcher(settings: Settings, **limits: int) -> Fetcher:
    """Return what gets pages from the web; ``limits`` take the place of the settings'."""
    fetch_limits = FetchLimits(
        timeout_seconds=settings.fetch_timeout_seconds,
        max_bytes=settings.fetch_max_bytes,
        max_redirects=settings.fetch_max_redirects,
    )
    return Fetcher(
        replace(fetch_limits, **limits),
        user_agent=USER_AGENT,
        allow_private=settings.fetch_allow_private,
        resolve=resolver(settings.fetch_resolve),
    )


def _now() -> datetime:
    return datetime.now(UTC)
