"""The moderators' desk."""

from __future__ import annotations

from flask import Blueprint

from server.app.auditing import create_audits
from server.app.foundations import create_queue, now
from server.app.people import create_accounts, create_people, create_provider
from server.app.voices import create_judging
from server.config import Settings
from server.scorecard import SCORECARD
from server.services.domains import DomainService
from server.services.moderating import CaseService
from server.services.retrying import RetryingService
from server.services.submitting import VERIFY
from server.store.records.database import Database
from server.store.records.dead_jobs import DeadJobs
from server.store.records.lists import Lists
from server.store.records.log import AuditLog
from server.texts.render import Texts
from server.web.desk import (
    audits,
    create_desk,
    disagreement_pages,
    job_pages,
    list_pages,
    log_pages,
    queue_pages,
    reply_pages,
    report_pages,
)
from server.web.desk.access import Access
from server.web.desk.case_pages import CasePages


def create_desk_pages(
    settings: Settings, database: Database, cases: CaseService, domains: DomainService, words: Texts
) -> Blueprint:
    """Return the desk's pages.

    Raises:
        SettingsError: where the settings for signing in make no sense.
    """
    accounts = create_accounts(settings, database)
    access = Access(accounts, settings.public_url)
    desk = create_desk(access, accounts, create_people(database), create_provider(settings))
    queue_pages.add_to(desk, access, cases)
    CasePages(access, cases, domains, words, SCORECARD).add_to(desk)
    log_pages.add_to(desk, access, AuditLog(database))
    audits.add_to(desk, access, create_audits(settings, database), words)
    judging = create_judging(database, cases.consider)
    report_pages.add_to(desk, access, judging)
    disagreement_pages.add_to(desk, access, judging)
    reply_pages.add_to(desk, access, judging)
    job_pages.add_to(desk, access, create_retrying(settings, database))
    list_pages.add_to(desk, access, Lists(database))
    return desk


def create_retrying(settings: Settings, database: Database) -> RetryingService:
    """Return what the desk does with background jobs."""
    return RetryingService(create_queue(settings), DeadJobs(database), now, private={VERIFY})
