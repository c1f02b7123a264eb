"""Audits of a domain: who takes wishes for them, and who goes through them."""

from __future__ import annotations

from dataclasses import replace

from server.app.foundations import create_queue, now
from server.app.reading import PRODUCT, create_fetcher, create_page_reading
from server.config import Settings
from server.services.assessing import default_engine
from server.services.auditing.finding import ArticleFinder
from server.services.auditing.runner import AuditRunner
from server.services.auditing.service import AuditService
from server.services.auditing.visiting import Visitor
from server.services.moderating import CaseService
from server.services.pacing import Pacing
from server.services.rereading import Rereader
from server.store.records.assessments import Assessments
from server.store.records.audits import Audits
from server.store.records.database import Database
from server.store.records.model import Verified


def create_audits(settings: Settings, database: Database) -> AuditService:
    """Return what takes wishes for audits."""
    return AuditService(Audits(database), create_queue(settings), now)


def create_audit_runner(settings: Settings, database: Database) -> AuditRunner:
    """Return what goes through audits. All that it fetches, articles included, is fetched by one visitor."""
    pacing = Pacing(create_queue(settings))
    visitor = Visitor(create_fetcher(settings), PRODUCT, settings.audit_delay_seconds, reserve=pacing.reserve)
    finder = ArticleFinder(visitor, now, settings.fetch_max_bytes)
    pages = replace(create_page_reading(settings), fetch=visitor.get)
    rereader, assessments = Rereader(default_engine(), pages, now), Assessments(database)

    def assess_again(url: str) -> Verified | None:
        verified = rereader.assess_again(url, "audit")
        if verified:
            assessments.keep(verified)
        return verified

    return AuditRunner(Audits(database), finder.find, assess_again, now, CaseService(database, now).consider)
