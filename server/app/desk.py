"""The moderators' desk, and who may work there."""

from __future__ import annotations

from datetime import timedelta

from flask import Blueprint

from server.app.auditing import create_audits
from server.app.foundations import create_queue, now
from server.app.voices import create_judging
from server.config import Settings, SettingsError
from server.fetch.openid import OpenIdProvider, Registration
from server.scorecard import SCORECARD
from server.services.accounts import AccountService, Lifetimes
from server.services.domains import DomainService
from server.services.moderating import CaseService
from server.services.passwords import Passwords
from server.services.people import PeopleService
from server.services.proving import Prover
from server.services.retrying import RetryingService
from server.services.submitting import VERIFY
from server.services.throttling import Throttle
from server.store.records.attempts import Attempts
from server.store.records.database import Database
from server.store.records.dead_jobs import DeadJobs
from server.store.records.lists import Lists
from server.store.records.log import AuditLog
from server.store.records.secrets import Secrets
from server.store.records.sessions import Sessions
from server.store.records.users import Users
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


def create_accounts(settings: Settings, database: Database) -> AccountService:
    """Return what signs people in at the desk and out again."""
    lifetimes = Lifetimes(
        timedelta(minutes=settings.session_idle_minutes), timedelta(hours=settings.session_hours)
    )
    return AccountService(Users(database), Sessions(database), _create_prover(database), lifetimes, now)


def create_people(database: Database) -> PeopleService:
    """Return what keeps the users of the desk."""
    return PeopleService(Users(database), _create_prover(database), now)


def create_retrying(settings: Settings, database: Database) -> RetryingService:
    """Return what the desk does with background jobs."""
    return RetryingService(create_queue(settings), DeadJobs(database), now, private={VERIFY})


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


def _create_prover(database: Database) -> Prover:
    return Prover(Users(database), Passwords(), Throttle(Attempts(database), Secrets(database).of_the_day))
