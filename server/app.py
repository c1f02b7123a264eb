"""The one place where the parts are wired together."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from server import __version__
from server.config import Settings, SettingsError
from server.extract import address_stated, extract
from server.fetch import Fetcher, FetchLimits, resolver
from server.fetch.openid import OpenIdProvider, Registration
from server.jobs.model import Handler
from server.jobs.queue import Queue
from server.jobs.worker import work
from server.services.accounts import AccountService, Lifetimes
from server.services.assessing import AssessmentService, Cache, Observe, default_engine
from server.services.auditing.finding import ArticleFinder
from server.services.auditing.runner import AuditRunner
from server.services.auditing.runner import job as audit_job
from server.services.auditing.service import JOB as AUDIT
from server.services.auditing.service import AuditService
from server.services.auditing.visiting import Visitor
from server.services.dead_jobs import DeadJobService
from server.services.domains import DomainService
from server.services.lookups import LookupService
from server.services.pacing import Pacing
from server.services.passwords import Passwords
from server.services.people import PeopleService
from server.services.proving import Prover
from server.services.public_pages import PublicPages
from server.services.reporting import ReportService
from server.services.rereading import Rereader
from server.services.sources import SourceService
from server.services.submitting import VERIFY, Submission, SubmissionService
from server.services.throttling import Throttle
from server.services.verifying import VerifyingService
from server.store import open_cache
from server.store.memory import MemoryCache
from server.store.records.assessments import Assessments
from server.store.records.attempts import Attempts
from server.store.records.audits import Audits
from server.store.records.database import Database
from server.store.records.dead_jobs import DeadJobs
from server.store.records.domain_records import DomainRecords
from server.store.records.model import AddressError, RecordsUnavailableError, Verified
from server.store.records.reports import Reports
from server.store.records.secrets import Secrets
from server.store.records.sessions import Sessions
from server.store.records.users import Users
from server.store.redis_cache import RedisCache
from server.texts.render import DEFAULT_LANGUAGE, TextsRegistry
from server.web import headers, limits, observing, problems
from server.web.api import create_api
from server.web.desk import audits as audits_pages
from server.web.desk import create_desk
from server.web.desk.access import Access
from server.web.domain_pages import create_domain_pages
from server.web.domains_api import create_domains_api
from server.web.health import create_health
from server.web.lookups_api import create_lookups_api
from server.web.metrics import Metrics
from server.web.pages import create_pages
from server.web.reports_api import create_reports_api

SEEDS = Path(__file__).parent.parent / "seeds"
# What is known of a source is asked for with every assessment: no answer shall wait for it long, nor often.
_PASSING = {"patience": 0.5, "retry_seconds": 30.0}
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
    database = create_database(settings)
    reports = ReportService(service.find, Reports(database), _now)
    accounts = create_accounts(settings, database)
    access = Access(accounts, settings.public_url)
    desk = create_desk(access, accounts, create_people(database), create_provider(settings))
    sources = SourceService(DomainRecords(create_database(settings, **_PASSING)))
    domains = DomainService(DomainRecords(database))
    texts = TextsRegistry.load()
    audits_pages.add_to(desk, access, create_audits(settings, database), texts.get(DEFAULT_LANGUAGE))
    submissions = create_submissions(settings, metrics.submitted)

    app = Flask("server.web", static_folder=None)
    headers.install(app)
    observing.install(app, metrics)
    limits.install(app, settings.max_body_bytes)
    problems.install(app)
    app.register_blueprint(create_api(service, sources, texts, submissions.submit))
    app.register_blueprint(create_lookups_api(LookupService(service), sources, texts))
    app.register_blueprint(create_reports_api(reports))
    app.register_blueprint(create_domains_api(domains, texts))
    app.register_blueprint(create_domain_pages(domains, texts, service.engine.scorecard))
    app.register_blueprint(create_health(service.engine.ruleset, cache.status, metrics))
    app.register_blueprint(create_pages(service, sources, texts, SEEDS))
    app.register_blueprint(desk)
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


def create_database(settings: Settings, **options: float) -> Database:
    """Return the database of the records, which is connected to when it is needed.

    ``options`` are those of :class:`Database`.

    Raises:
        SettingsError: where DATABASE_URL makes no sense.
    """
    try:
        return Database(settings.database_url, **options)
    except AddressError as error:
        raise SettingsError([f"DATABASE_URL {error}"]) from None


def create_accounts(settings: Settings, database: Database) -> AccountService:
    """Return what signs people in at the desk and out again."""
    lifetimes = Lifetimes(
        timedelta(minutes=settings.session_idle_minutes), timedelta(hours=settings.session_hours)
    )
    return AccountService(Users(database), Sessions(database), _create_prover(database), lifetimes, _now)


def create_people(database: Database) -> PeopleService:
    """Return what keeps the users of the desk."""
    return PeopleService(Users(database), _create_prover(database), _now)


def _create_prover(database: Database) -> Prover:
    return Prover(Users(database), Passwords(), Throttle(Attempts(database), Secrets(database).of_the_day))


def create_provider(settings: Settings) -> OpenIdProvider | None:
    """Return the provider of OpenID Connect that the settings name, if any.

    Raises:
        SettingsError: where only some of what it needs is set.
    """
    if not settings.oidc_issuer:
        return None
    if not (settings.oidc_client_id and settings.public_url):
        raise SettingsError(["OIDC_ISSUER needs OIDC_CLIENT_ID and PUBLIC_URL too"])
    return OpenIdProvider(
        Registration(
            issuer=settings.oidc_issuer,
            client_id=settings.oidc_client_id,
            client_secret=settings.oidc_client_secret,
            return_to=f"{settings.public_url.rstrip('/')}/desk/openid/back",
        )
    )


def create_service(settings: Settings, cache: Cache, observe: Observe | None = None) -> AssessmentService:
    """Return the service that assesses articles with the house's signals."""
    return AssessmentService(default_engine(), cache, create_fetcher(settings).get, extract, observe)


def create_audits(settings: Settings, database: Database) -> AuditService:
    """Return what takes wishes for audits of a domain."""
    return AuditService(Audits(database), create_queue(settings), _now)


def create_audit_runner(settings: Settings, database: Database) -> AuditRunner:
    """Return what goes through audits; whatever that fetches, articles included, one visitor fetches."""
    visitor = Visitor(create_fetcher(settings), PRODUCT, settings.audit_delay_seconds)
    finder = ArticleFinder(visitor, _now, settings.fetch_max_bytes)
    pages = replace(create_pages_reader(settings), fetch=visitor.get)
    rereader, assessments = Rereader(default_engine(), pages, _now), Assessments(database)

    def assess_again(url: str) -> Verified | None:
        verified = rereader.assess_again(url, "audit")
        if verified:
            assessments.keep(verified)
        return verified

    return AuditRunner(Audits(database), finder.find, assess_again, _now)


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
    return SubmissionService(queue, Pacing(queue), create_pages_reader(settings).place, observe)


def create_pages_reader(settings: Settings) -> PublicPages:
    """Return how pages of the web are read."""
    fetcher = create_fetcher(settings)
    return PublicPages(fetcher.get, extract, address_stated, anywhere=settings.fetch_allow_private)


def create_rereader(settings: Settings) -> Rereader:
    """Return what reads articles at their address."""
    return Rereader(default_engine(), create_pages_reader(settings), lambda: datetime.now(UTC))


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
    audits = create_audits(settings, database)
    handlers: dict[str, Handler] = {
        VERIFY: verifying.verify,
        AUDIT: audit_job(audits, create_audit_runner(settings, database)),
    }

    def begin(stop: Event) -> None:
        with suppress(RecordsUnavailableError):  # logged where it happened
            audits.resume()
        work(queue, handlers, dead.take, stop)

    return begin


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
