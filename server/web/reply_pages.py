"""The pages of the right of reply: ask for a token, prove control of the domain, leave a reply.

No form here has a token against forged requests. These pages know no cookies,
so a request that another site makes a browser send carries nothing of the
browser's: what a claim allows is allowed to whoever knows the secret in its
page's address. Nobody else is told it: no address is logged, only routes, and
no referrer is sent.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from server.hosts import registrable
from server.services import replying
from server.services.replying import (
    LapsedError,
    RefusedError,
    ReplyService,
    TooManyRepliesError,
    TooSoonError,
)
from server.services.site_proof import addresses
from server.store.records.claims import Refusal
from server.store.records.model import RecordsUnavailableError
from server.store.records.voices import Claim
from server.web.problems import ProblemError
from server.web.records import records_needed
from server.web.reply_forms import ReplyForm, read_reply

_STATUS = {Refusal.SENDER: 429, Refusal.DOMAIN: 429}
_UNKNOWN = "Nothing is kept of a domain of this name, so there is nothing to reply to."
_NO_CLAIM = "There is no such page. Whoever lost its address can ask for another token."


def create_reply_pages(service: ReplyService) -> Blueprint:
    """Return the routes."""
    pages = Blueprint("replies", __name__, url_prefix="/domains/<domain>/reply")
    views = _Pages(service)
    pages.add_url_rule("", "start", views.start)
    pages.add_url_rule("", "ask", views.ask, methods=["POST"])
    pages.add_url_rule("/<secret>", "claim", views.claim)
    pages.add_url_rule("/<secret>", "leave", views.leave, methods=["POST"])
    pages.add_url_rule("/<secret>/proof", "prove", views.prove, methods=["POST"])
    pages.add_url_rule("/<secret>/withdraw", "withdraw", views.withdraw, methods=["POST"])
    return pages


class _Pages:
    def __init__(self, service: ReplyService) -> None:
        self._service = service

    @records_needed()
    def start(self, domain: str) -> AnyResponse | str:
        """What it takes to reply, and the button that begins it."""
        own = registrable(domain)
        if own is not None and own != domain:
            return redirect(url_for("replies.start", domain=own))
        if not self._service.known(domain):
            raise ProblemError(404, _UNKNOWN)
        return self._start(domain)

    @records_needed()
    def ask(self, domain: str) -> AnyResponse | tuple[str, int]:
        """Open a claim and lead to its page."""
        try:
            opened = self._service.ask(domain, request.remote_addr)
        except RefusedError as error:
            if error.why is Refusal.UNKNOWN:
                raise ProblemError(404, _UNKNOWN) from None
            return self._start(domain, refusal=error.why), _STATUS[error.why]
        return redirect(url_for("replies.claim", domain=domain, secret=opened.secret), 303)

    @records_needed()
    def claim(self, domain: str, secret: str) -> Response:
        """Show what is to be done next: prove it, or reply."""
        return self._claim(self._known(domain, secret), secret)

    @records_needed()
    def prove(self, domain: str, secret: str) -> AnyResponse:
        """Look for the file now."""
        claim = self._known(domain, secret)
        try:
            attempts = self._service.prove(claim)
        except LapsedError:
            return self._claim(claim, secret)
        except TooSoonError:
            return self._claim(claim, secret, 429, too_soon=True)
        if attempts and attempts[-1].fault is not None:
            return self._claim(claim, secret, 422, attempts=attempts)
        return redirect(url_for("replies.claim", domain=domain, secret=secret), 303)

    def leave(self, domain: str, secret: str) -> AnyResponse:
        """Take a reply, or give back what was typed with what is wrong."""
        # The form is measured like any other body; by default forms have a smaller limit of their own.
        request.max_form_memory_size = request.max_content_length
        form = read_reply(request.form)
        try:
            claim = self._known(domain, secret)
            if form.faults and claim.proved is not None and self._service.open(claim):
                return self._claim(claim, secret, 422, form=form)
            self._service.reply(claim, form.speaker, form.text)
        except LapsedError:
            return _not_taken(form, "lapsed", 410)
        except TooManyRepliesError:
            return _not_taken(form, "too_many", 409)
        except RecordsUnavailableError:
            return _not_taken(form, "unavailable", 503)
        return redirect(url_for("replies.claim", domain=domain, secret=secret, _anchor="replies"), 303)

    @records_needed()
    def withdraw(self, domain: str, secret: str) -> AnyResponse:
        """Take a reply back."""
        claim = self._known(domain, secret)
        try:
            self._service.withdraw(claim, UUID(hex=request.form.get("reply", "")))
        except LapsedError:
            return self._claim(claim, secret)
        except ValueError:
            raise ProblemError(400, "The form does not say which reply is meant.") from None
        return redirect(url_for("replies.claim", domain=domain, secret=secret, _anchor="replies"), 303)

    def _known(self, domain: str, secret: str) -> Claim:
        claim = self._service.claim(domain, secret)
        if claim is None:
            raise ProblemError(404, _NO_CLAIM)
        return claim

    def _start(self, domain: str, refusal: Refusal | None = None) -> str:
        return render_template(
            "reply_start.html",
            domain=domain,
            refusal=refusal,
            limits=replying,
            urls=[url for _, url in addresses(domain, self._service.scheme)],
            replies=self._service.public(domain),
        )

    def _claim(
        self, claim: Claim, secret: str, status: int = 200, form: ReplyForm | None = None, **more: Any
    ) -> Response:
        lapsed = not self._service.open(claim)
        return _private(
            "reply_claim.html",
            410 if lapsed else status,
            claim=claim,
            secret=secret,
            lapsed=lapsed,
            form=form or ReplyForm(),
            limits=replying,
            urls=[url for _, url in addresses(claim.domain, self._service.scheme)],
            replies=self._service.public(claim.domain),
            **more,
        )


def _not_taken(form: ReplyForm, why: str, status: int) -> Response:
    """Give back what was typed, since it can't be kept."""
    return _private("reply_not_taken.html", status, form=form, why=why)


def _private(template: str, status: int, **values: Mapping[str, Any] | Any) -> Response:
    response = make_response(render_template(template, **values), status)
    response.headers["Cache-Control"] = "no-store"
    return response
