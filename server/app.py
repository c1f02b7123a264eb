"""The one place where the parts are wired together."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from threading import Event

from flask import Flask

from server import __version__
from server.config import Settings, SettingsError
from server.extract import address_stated, extract
from server.fetch import Fetcher, FetchLimits, resolver
from server.jobs.model import Handler
from server.jobs.queue import Queue
from server.jobs.worker import work
from server.services.assessing import AssessmentService, Cache, Observe, default_engine
from server.services.dead_jobs import DeadJobService
from server.services.lookups import LookupService
from server.services.pacing import Pacing
from server.services.public_pages import PublicPages
from server.services.reporting import ReportService
from server.services.rereading import Rereader
from server.services.submitting import VERIFY, Submission, SubmissionService
from server.services.verifying import VerifyingService
from server.store import open_cache
from server.store.memory import MemoryCache
from server.store.records.assessments import Assessments
from server.store.records.database import Database
from server.store.records.dead_jobs import DeadJobs
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
USER_AGENT = f"Touchstone/{__version__}"


def create_app(settings: Settings | None = None) -> Flask:
    """Return the service as a WSGI application.

    Raises:
        SettingsError: where the settings, or the environment's when none are given, are wrong.
    """
    settings = settings or Settings.from_environment()
    metrics = Metrics()
    cache = create_cache(settings, metrics.cache_fault)
    service = create_service(settings, cache, metrics.assessed)
    reports = ReportService(service.find, Reports(create_database(settings)), lambda: datetime.now(UTC))
    texts = TextsRegistry.load()
    submissions = create_submissions(settings, metrics.submitted)

    app = Flask("server.web", static_folder=None)
    headers.install(app)
    observing.install(app, metrics)
    limits.install(app, settings.max_body_bytes)
    problems.install(app)
    app.register_blueprint(create_api(service, texts, submissions.submit))
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


def create_queue(settings: Settings) -> Queue:
    """Return the queue of background jobs, which is opened when it is needed.

    Raises:
        SettingsError: where REDIS_URL makes no sense.
    """
    try:
        return Queue(settings.redis_url, settings.jobs_path)
    except ValueError:
        raise SettingsError(["REDIS_URL must be the address of a Redis"]) from None


def create_submissions(
    settings: Settings, observe: Callable[[Submission], None] = lambda _: None
) -> SubmissionService:
    """Return what has articles verified that readers send."""
    queue = create_queue(settings)
    return SubmissionService(queue, Pacing(queue), create_page_reading(settings).place, observe)


def create_page_reading(settings: Settings) -> PublicPages:
    """Return how pages of the web are read."""
    fetcher = create_fetcher(settings)
    return PublicPages(fetcher.get, extract, address_stated, anywhere=settings.fetch_allow_private)


def create_rereader(settings: Settings) -> Rereader:
    """Return what reads articles at their address."""
    return Rereader(default_engine(), create_page_reading(settings), lambda: datetime.now(UTC))


def create_worker(settings: Settings) -> Callable[[Event], None]:
    """Return what does background jobs until an event is set; every kind of job has its handler here."""
    metrics = Metrics()
    queue, database = create_queue(settings), create_database(settings)
    verifying = VerifyingService(
        create_rereader(settings), Pacing(queue), Assessments(database), observe=metrics.verified
    )
    # Pages that can't be had by everybody shall leave no address.
    private = {VERIFY: verifying.gave_up}
    dead = DeadJobService(DeadJobs(database), lambda: datetime.now(UTC), private)
    handlers: dict[str, Handler] = {VERIFY: verifying.verify}
    return partial(work, queue, handlers, dead.take)


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
