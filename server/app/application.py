"""The service as a WSGI application."""

from __future__ import annotations

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from server.app.background import create_submissions
from server.app.desk import create_desk_pages
from server.app.foundations import SEEDS, create_cache, create_database, now
from server.app.reading import create_service
from server.app.voices import create_replies, create_reports
from server.config import Settings
from server.services.domains import DomainService
from server.services.lookups import LookupService
from server.services.moderating import CaseService
from server.services.sources import SourceService
from server.store.records.domain_records import DomainRecords
from server.store.records.log import AuditLog
from server.texts.render import DEFAULT_LANGUAGE, TextsRegistry
from server.web import connecting, headers, limits, observing, problems
from server.web.api import create_api
from server.web.decisions_api import create_decisions_api
from server.web.domain_pages import create_domain_pages
from server.web.domains_api import create_domains_api
from server.web.health import create_health
from server.web.lookups_api import create_lookups_api
from server.web.metrics import Metrics
from server.web.pages import create_pages
from server.web.reply_pages import create_reply_pages
from server.web.reports_api import create_reports_api
from server.web.transparency import create_transparency

# What is known of a source is asked for with every assessment: no answer shall wait for it long, nor often.
_PASSING = {"patience": 0.5, "retry_seconds": 30.0}


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
    sources = SourceService(DomainRecords(create_database(settings, **_PASSING)))
    domains = DomainService(DomainRecords(database))
    cases, log = CaseService(database, now), AuditLog(database)
    reports = create_reports(settings, service, database, on_report=cases.consider)
    replies = create_replies(settings, database)
    submissions = create_submissions(settings, metrics.submitted)
    texts = TextsRegistry.load()

    app = Flask("server.web", static_folder=None)
    headers.install(app)
    observing.install(app, metrics)
    limits.install(app, settings.max_body_bytes)
    problems.install(app)
    for blueprint in (
        create_api(service, sources, texts, submissions.submit),
        create_lookups_api(LookupService(service), sources, texts),
        create_reports_api(reports),
        create_domains_api(domains, texts),
        create_decisions_api(cases, log),
        create_health(service.engine.ruleset, cache.status, metrics),
        create_pages(service, sources, texts, SEEDS),
        create_domain_pages(domains, replies.public, texts, service.engine.scorecard),
        create_reply_pages(replies),
        create_transparency(cases, log),
        create_desk_pages(settings, database, cases, domains, texts.get(DEFAULT_LANGUAGE)),
    ):
        app.register_blueprint(blueprint)
    connecting.install(app, database)
    if hops := settings.trusted_proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops)  # type: ignore[method-assign]  # as Flask says to wrap it
    return app
