"""Sign in with an OpenID Connect provider.

What must come back from there, state, nonce and PKCE's verifier, follows from
a secret in a cookie that is made for one attempt: nothing of it is kept here.
"""

from __future__ import annotations

import logging
from secrets import token_urlsafe

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from server.fetch.openid import OpenIdError, OpenIdProvider
from server.services.accounts import AccountService, UnknownSubjectError
from server.services.proving import WrongCredentialsError
from server.web.desk import destinations, tokens
from server.web.desk.access import Access
from server.web.desk.signing_in import SignInForm

log = logging.getLogger(__name__)

_COOKIE, _SECONDS = "desk-openid", 600
Page = tuple[str, int]


def add_to(
    desk: Blueprint, access: Access, accounts: AccountService, provider: OpenIdProvider, form: SignInForm
) -> None:
    """Add the way to the provider, and the address it sends people back to."""

    # By link and not by form: browsers let no form lead to another site under our policy.
    @desk.get("/openid")
    @access.open
    def openid() -> AnyResponse | Page:
        secret = token_urlsafe(32)
        following = destinations.safe(request.args.get("next"))
        try:
            there = provider.sign_in_url(_state(secret, following), *_proofs(secret))
        except OpenIdError as error:
            return failed(error)
        response = redirect(there, 303)
        access.cookies.set(response, _COOKIE, secret, _SECONDS)
        return response

    @desk.get("/openid/back")
    @access.open
    def openid_back() -> AnyResponse | Page:
        secret, state = access.cookies.get(_COOKIE), request.args.get("state", "")
        following = state.partition(".")[2]
        if secret is None or not tokens.fits(state.partition(".")[0], secret, f"state {following}"):
            return form.render(None, fault="openid_stale"), 403
        try:
            subject = provider.subject(request.args.get("code", ""), *_proofs(secret))
            response = access.enter(accounts.sign_in_as(subject, access.secret()), following)
        except OpenIdError as error:
            return failed(error)
        except UnknownSubjectError as error:
            return form.render(
                following, fault="openid_unknown", subject=error.subject.partition(" ")[2]
            ), 403
        except WrongCredentialsError:
            return form.render(following, fault="wrong"), 403
        access.cookies.drop(response, _COOKIE)
        return response

    def failed(error: OpenIdError) -> Page:
        log.warning("signing in with OpenID Connect failed: %s", error)
        return form.render(None, fault="openid_failed"), 502


def _state(secret: str, following: str) -> str:
    """Return the state: where to go on to, sealed."""
    return f"{tokens.token(secret, f'state {following}')}.{following}"


def _proofs(secret: str) -> tuple[str, str]:
    """Return nonce and verifier."""
    return tokens.token(secret, "nonce"), tokens.token(secret, "verifier")
