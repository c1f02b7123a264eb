"""The one place where the parts are wired together."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from flask import Flask

from server import __version__
from server.config import Settings, SettingsError
from server.core.model import Assessment, Unscored
from server.extract import extract
from server.fetch import Fetcher, FetchLimits, resolver
from server.services.assessing import AssessmentService, Cache, Observe, default_engine
from server.services.auditing.finding import ArticleFinder
from server.services.auditing.runner import AuditRunner
from server.services.auditing.visiting import Visitor
from server.services.lookups import LookupService
from server.services.reporting import ReportService
from server.store import open_cache
from server.store.memory import MemoryCache
from server.store.records.audits import Audits
from server.store.records.database import Database
from server.store.records.model import AddressError
from server.store.records.reports import Reports
from server.store.redis_cache import RedisCache
from server.texts.render import TextsRegistry
from server.web import headers, limits, observing, problems
from server.web.api import create_api
from server.web.health import create_health
from server.web.lookups_api import create_lookups_api
from server.web.metrics import Metrics
from server.web.pages import create_pages
from server.web.reports_api import create_reports_api

SEEDS = Path(__file__).parent.parent / "seeds"
PRODUCT = "Touchstone"  # as a robots.txt may call us
USER_AGENT = f"{PRODUCT}/{__version__}"


def create_app(settings: Settings | None = None) -> Flask:
    """Return the service as a WSGI application.

    Raises:
        SettingsError: where the settings, or the environment's when none are given, are wrong.
    """
    settings = settings or Settings.from_environment()
    metrics = Metrics()
    cache = create_cache(settings, metrics.cache_fault)
    service = create_service(settings, cache, metrics.assessed)
    reports = ReportService(service.find, Reports(create_database(settings)), _now)
    texts = TextsRegistry.load()

    app = Flask("server.web", static_folder=None)
    headers.install(app)
    observing.install(app, metrics)
    limits.install(app, settings.max_body_bytes)
    problems.install(app)
    app.register_blueprint(create_api(service, texts))
    app.register_blueprint(create_lookups_api(LookupService(service), texts))
    app.register_blueprint(create_reports_api(reports))
    app.register_blueprint(create_health(service.engine.ruleset, cache.status, metrics))
    app.register_blueprint(create_pages(service, texts, SEEDS))
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


def create_audit_runner(settings: Settings, database: Database) -> AuditRunner:
    """Return what goes through audits. What it fetches, the articles included, is fetched by one visitor."""
    visitor = Visitor(create_fetcher(settings), PRODUCT, settings.audit_delay_seconds)
    finder = ArticleFinder(visitor, _now, settings.fetch_max_bytes)
    service = AssessmentService(default_engine(), MemoryCache(settings.cache_max_bytes, ttl_seconds=60), visitor.get, extract)

    def assess_again(url: str) -> Assessment | None:
        _, assessed = service.assess_url(url)
        found = assessed.assessment
        return None if found.unscored_reason is Unscored.NO_ARTICLE else found

    return AuditRunner(Audits(database), finder.find, assess_again, _now)


def create_fetcher(settings: Settings) -> Fetcher:
    """Return what gets pages from the web."""
    fetch_limits = FetchLimits(
        timeout_seconds=settings.fetch_timeout_seconds,
        max_bytes=settings.fetch_max_bytes,
        max_redirects=settings.fetch_max_redirects,
    )
    return Fetcher(
        fetch_limits,
        user_agent=USER_AGENT,
        allow_private=settings.fetch_allow_private,
        resolve=resolver(settings.fetch_resolve),
    )


def _now() -> datetime:
    return datetime.now(UTC)
