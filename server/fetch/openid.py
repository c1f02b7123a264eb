"""Ask an OpenID Connect provider who somebody is: authorization code, PKCE, state and nonce.

https://openid.net/specs/openid-connect-core-1_0.html
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

_TIMEOUT_SECONDS = 10
_FRESH_SECONDS = 3600  # for the provider's description of itself
_NEEDED = ("authorization_endpoint", "token_endpoint", "jwks_uri")
_LEEWAY_SECONDS = 60  # between two clocks
# Signed with a key that the provider alone has; no `none`, and nothing that our secret would sign too.
_ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"]


class OpenIdError(Exception):
    """The provider can't be asked, or what it answered doesn't hold; the message says what, for the log."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """What this service is at the provider, which sends people back to ``return_to``."""

    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    return_to: str


class OpenIdProvider:
    """The provider of ``registration``. Safe to share between threads."""

    def __init__(self, registration: Registration) -> None:
        self._registration = registration
        self._metadata: dict[str, Any] = {}
        self._stale_at = float("-inf")

    def sign_in_url(self, state: str, nonce: str, verifier: str) -> str:
        """Return where to send somebody who wants to sign in.

        Raises:
            OpenIdError: where the provider can't be asked where that is.
        """
        metadata = self._discover()
        with self._client() as client:
            url, _ = client.create_authorization_url(
                metadata["authorization_endpoint"], state=state, nonce=nonce, code_verifier=verifier
            )
        return str(url)

    def subject(self, code: str, nonce: str, verifier: str) -> str:
        """Return who came back with ``code``, in the form of :func:`subject_at`.

        Raises:
            OpenIdError: where the provider does not confirm it.
        """
        metadata = self._discover()
        try:
            with self._client() as client:
                token = client.fetch_token(
                    metadata["token_endpoint"],
                    grant_type="authorization_code",
                    code=code,
                    code_verifier=verifier,
                    allow_redirects=False,
                )
            return self._confirmed(token, metadata, nonce)
        except (AuthlibBaseError, JoseError, requests.RequestException, ValueError, KeyError) as error:
            raise OpenIdError(f"{type(error).__name__}: {error}") from error

    def _confirmed(self, token: Mapping[str, Any], metadata: Mapping[str, Any], nonce: str) -> str:
        issuer, client_id = self._registration.issuer, self._registration.client_id
        keys = KeySet.import_key_set(_get(metadata["jwks_uri"]))
        read = jwt.decode(token["id_token"], keys, algorithms=_ALGORITHMS)
        claims = CodeIDToken(
            read.claims,
            read.header,
            {"iss": {"essential": True, "value": issuer}, "aud": {"essential": True, "value": client_id}},
            {"nonce": nonce, "client_id": client_id, "access_token": token.get("access_token")},
        )
        claims.validate(leeway=_LEEWAY_SECONDS)
        return subject_at(issuer, str(claims["sub"]))

    def _client(self) -> OAuth2Session:
        registration = self._registration
        return OAuth2Session(
            registration.client_id,
            registration.client_secret or None,
            scope="openid",
            redirect_uri=registration.return_to,
            code_challenge_method="S256",
            token_endpoint_auth_method="client_secret_basic" if registration.client_secret else "none",
            default_timeout=_TIMEOUT_SECONDS,
        )

    def _discover(self) -> dict[str, Any]:
        """Return what the provider says of itself (OpenID Connect Discovery 1.0)."""
        if time.monotonic() < self._stale_at:
            return self._metadata
        issuer = self._registration.issuer
        try:
            metadata = dict(_get(f"{issuer.rstrip('/')}/.well-known/openid-configuration"))
        except (requests.RequestException, ValueError, TypeError) as error:
            raise OpenIdError(f"{type(error).__name__}: {error}") from error
        if metadata.get("issuer") != issuer or not all(
            isinstance(metadata.get(name), str) for name in _NEEDED
        ):
            raise OpenIdError("what the provider says of itself is not about OIDC_ISSUER, or not whole")
        self._metadata, self._stale_at = metadata, time.monotonic() + _FRESH_SECONDS
        return metadata


def subject_at(issuer: str, subject: str) -> str:
    """Return what identifies somebody for good: a subject says nothing without its issuer."""
    return f"{issuer} {subject}"


def _get(url: str) -> Any:
    response = requests.get(url, timeout=_TIMEOUT_SECONDS, allow_redirects=False)
    response.raise_for_status()
    return response.json()
