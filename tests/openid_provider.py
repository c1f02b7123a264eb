"""A small OpenID Connect provider on loopback: Authlib's server side, with everybody signed in already."""

from __future__ import annotations

import time
from threading import Thread
from typing import Any, Self

from authlib.integrations.flask_oauth2 import AuthorizationServer
from authlib.oauth2.rfc6749.grants import AuthorizationCodeGrant
from authlib.oauth2.rfc7636 import CodeChallenge
from authlib.oidc.core import UserInfo
from authlib.oidc.core.grants import OpenIDCode
from flask import Flask, Response, jsonify
from joserfc.jwk import RSAKey
from werkzeug.serving import make_server

CLIENT, SECRET = "touchstone", "hush-hush"


class Client:
    """This service, as the provider has registered it."""

    client_id = CLIENT

    def __init__(self, return_to: str) -> None:
        self._return_to = return_to

    def get_client_id(self) -> str:
        return CLIENT

    def get_allowed_scope(self, scope: str) -> str:
        return scope

    def check_redirect_uri(self, uri: str) -> bool:
        return uri == self._return_to

    def check_client_secret(self, secret: str) -> bool:
        return secret == SECRET

    def check_endpoint_auth_method(self, method: str, _endpoint: str) -> bool:
        return method == "client_secret_basic"

    def check_response_type(self, response_type: str) -> bool:
        return response_type == "code"

    def check_grant_type(self, grant_type: str) -> bool:
        return grant_type == "authorization_code"


class Code:
    """An authorization code, with what was asked for when it was given out."""

    def __init__(self, given: Any, subject: str) -> None:
        self.subject = subject
        self.redirect_uri = given.payload.redirect_uri
        self.scope = given.payload.scope
        self.nonce = given.payload.data.get("nonce")
        self.code_challenge = given.payload.data.get("code_challenge")
        self.code_challenge_method = given.payload.data.get("code_challenge_method")

    def get_redirect_uri(self) -> str:
        return str(self.redirect_uri)

    def get_scope(self) -> str:
        return str(self.scope)

    def get_nonce(self) -> str | None:
        return self.nonce and str(self.nonce)

    def get_auth_time(self) -> int:
        return int(time.time())

    def get_acr(self) -> None:
        return None

    def get_amr(self) -> None:
        return None


class Provider:
    """Says that everybody is ``subject``; ``claims`` replace parts of what it signs with ``sign_with``."""

    def __init__(self, issuer: str) -> None:
        self.issuer = issuer
        self.subject = "7"
        self.claims: dict[str, Any] = {}
        self.announced_issuer = issuer
        self._key = RSAKey.generate_key(2048, {"kid": "one", "use": "sig", "alg": "RS256"})
        self.sign_with = self._key
        self.codes: dict[str, Code] = {}

    def app(self, return_to: str) -> Flask:
        """Return the provider's endpoints for a client that is called back at ``return_to``."""
        app, client = Flask("provider"), Client(return_to)
        server = AuthorizationServer(app, lambda name: client if name == CLIENT else None, lambda *_: None)
        server.register_grant(_grant(self), [_openid_code(self), CodeChallenge(required=True)])

        @app.get("/.well-known/openid-configuration")
        def describe() -> Response:
            endpoints = {"authorization_endpoint": "authorize", "token_endpoint": "token", "jwks_uri": "keys"}
            urls = {name: f"{self.issuer}/{path}" for name, path in endpoints.items()}
            return jsonify(issuer=self.announced_issuer, **urls)

        @app.get("/keys")
        def keys() -> Response:
            return jsonify(keys=[self._key.as_dict(private=False)])

        @app.get("/authorize")
        def authorize() -> Any:
            grant = server.get_consent_grant(end_user=self.subject)
            return server.create_authorization_response(grant_user=self.subject, grant=grant)

        @app.post("/token")
        def token() -> Any:
            return server.create_token_response()

        return app


def _grant(provider: Provider) -> type[AuthorizationCodeGrant]:
    class Grant(AuthorizationCodeGrant):  # type: ignore[misc]  # Authlib has no types
        TOKEN_ENDPOINT_AUTH_METHODS = ("client_secret_basic",)

        def save_authorization_code(self, code: str, request: Any) -> None:
            provider.codes[code] = Code(request, provider.subject)

        def query_authorization_code(self, code: str, _client: Any) -> Code | None:
            return provider.codes.get(code)

        def delete_authorization_code(self, authorization_code: Code) -> None:
            provider.codes = {
                key: kept for key, kept in provider.codes.items() if kept is not authorization_code
            }

        def authenticate_user(self, authorization_code: Code) -> str:
            return authorization_code.subject

    return Grant


def _openid_code(provider: Provider) -> OpenIDCode:
    class SignedCode(OpenIDCode):  # type: ignore[misc]  # Authlib has no types
        def exists_nonce(self, _nonce: str, _request: Any) -> bool:
            return False

        def resolve_client_private_key(self, _client: Any) -> Any:
            return provider.sign_with

        def get_client_claims(self, _client: Any) -> dict[str, Any]:
            return {"iss": provider.issuer, "aud": [CLIENT]}

        def get_encode_header(self, _client: Any) -> dict[str, str]:
            return {"alg": "RS256", "kid": "one"}

        def generate_user_info(self, user: str, _scope: str) -> UserInfo:
            return UserInfo(sub=user, **provider.claims)

    return SignedCode(require_nonce=True)


class Listener:
    """A port of loopback; its address is known before there is anything to serve."""

    def __enter__(self) -> Self:
        self._app: Flask | None = None
        self._server = make_server("127.0.0.1", 0, self._answer, threaded=True)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = Thread(target=self._server.serve_forever)
        self._thread.start()
        return self

    def serve(self, app: Flask) -> None:
        self._app = app

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def _answer(self, environ: Any, start: Any) -> Any:
        assert self._app
        return self._app(environ, start)
