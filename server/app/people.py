"""Who may work at the desk, and how they prove who they are."""

from __future__ import annotations

from datetime import timedelta

from server.app.foundations import now
from server.config import Settings, SettingsError
from server.fetch.openid import OpenIdProvider, Registration
from server.services.accounts import AccountService, Lifetimes
from server.services.passwords import Passwords
from server.services.people import PeopleService
from server.services.proving import Prover
from server.services.throttling import Throttle
from server.store.records.attempts import Attempts
from server.store.records.database import Database
from server.store.records.secrets import Secrets
from server.store.records.sessions import Sessions
from server.store.records.users import Users


def create_accounts(settings: Settings, database: Database) -> AccountService:
    """Return what signs people in at the desk and out again."""
    lifetimes = Lifetimes(
        timedelta(minutes=settings.session_idle_minutes), timedelta(hours=settings.session_hours)
    )
    return AccountService(Users(database), Sessions(database), _create_prover(database), lifetimes, now)


def create_people(database: Database) -> PeopleService:
    """Return what keeps the users of the desk."""
    return PeopleService(Users(database), _create_prover(database), now)


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
