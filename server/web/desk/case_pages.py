"""The page of a case: what it rests on, and what moderators do with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as AnyResponse

from server.core.model import Level
from server.core.scoring import Scorecard
from server.hosts import host_name
from server.services.case_errors import CaseError, ConflictError, InvalidError
from server.services.domains import DomainService
from server.services.guarding import MOST_REASON
from server.services.moderating import Case, CaseFile, CaseService
from server.store.records.model import Role
from server.texts.render import Texts
from server.web import headers, present_domains
from server.web.charts import timeline
from server.web.desk.access import Access
from server.web.desk.article_view import article_view
from server.web.desk.case_form import OUTCOMES, VerdictForm, number_of

# What each form on the page may be sent back with, so that nothing typed is lost.
_NOTHING_TYPED: dict[str, Any] = {"form": VerdictForm(), "undoing": {}, "noting": {}, "conflict": None}


class CasePages:
    """From the records to the page of a case, and from its forms to changes."""

    def __init__(
        self, access: Access, cases: CaseService, domains: DomainService, words: Texts, scorecard: Scorecard
    ) -> None:
        self._access = access
        self._cases = cases
        self._domains = domains
        self._words = words
        self._scorecard = scorecard
        self._levels = {level: words.level(level) for level in Level}

    def add_to(self, desk: Blueprint) -> None:
        """Add the routes."""
        reader, moderator = self._access.needs(Role.READER), self._access.needs(Role.MODERATOR)
        desk.add_url_rule("/cases/<domain>", "case", reader(self._guarded(self._show)))
        for name, view in (
            ("decide", self._decide),
            ("undo", self._undo),
            ("note", self._note),
            ("assign", self._assign),
        ):
            guarded = moderator(self._guarded(view))
            desk.add_url_rule(f"/cases/<domain>/{name}", f"{name}_case", guarded, methods=["POST"])

    def _guarded(self, view: Callable[[CaseFile], AnyResponse]) -> Callable[[str], AnyResponse]:
        def guarded(domain: str) -> AnyResponse:
            # What is no name is not looked up: PostgreSQL fails on some characters.
            file = self._cases.case(domain) if host_name(domain) == domain else None
            if file is None:
                raise NotFound
            try:
                return view(file)
            except ConflictError as error:
                # The form comes back with the new version: who sends it again has seen what happened.
                return self._page(file, 409, error.version, conflict=error, **self._typed())
            except CaseError as error:
                return self._page(file, 422, self._version(), fault=str(error), **self._typed())

        return guarded

    def _show(self, file: CaseFile) -> Response:
        return self._page(file)

    def _decide(self, file: CaseFile) -> AnyResponse:
        form = VerdictForm.sent(request.form)
        try:
            outcome, reason, review_on = form.read()
            self._cases.decide(
                file.case.id, self._version(), self._access.actor(), outcome, reason, review_on
            )
        except InvalidError as error:
            return self._page(file, 422, self._version(), form=form.with_fault(error))
        return self._again(file.case, "decided")

    def _undo(self, file: CaseFile) -> AnyResponse:
        reason = request.form.get("reason", "")
        try:
            self._cases.undo(file.case.id, self._version(), self._access.actor(), reason)
        except InvalidError as error:
            undoing = {"reason": reason, "fault": str(error)}
            return self._page(file, 422, self._version(), undoing=undoing)
        return self._again(file.case, "undone")

    def _note(self, file: CaseFile) -> AnyResponse:
        text = request.form.get("text", "").replace("\r\n", "\n")
        try:
            self._cases.note(file.case.id, self._access.actor(), text)
        except InvalidError as error:
            return self._page(file, 422, noting={"text": text, "fault": str(error)})
        return self._again(file.case, "noted", "notes")

    def _assign(self, file: CaseFile) -> AnyResponse:
        user = self._access.actor()
        to = user.id if request.form.get("to") == "me" else None
        self._cases.assign(file.case.id, self._version(), user, to)
        return self._again(file.case, "assigned" if to else "released")

    def _version(self) -> int:
        return number_of(request.form.get("version", ""))

    def _typed(self) -> dict[str, Any]:
        """Return what the form that was sent holds, for the page to show again."""
        form = VerdictForm.sent(request.form)
        typed: dict[str | None, dict[str, Any]] = {
            "desk.decide_case": {"form": form},
            "desk.undo_case": {"undoing": {"reason": form.reason}},
            "desk.note_case": {"noting": {"text": request.form.get("text", "")}},
        }
        return typed.get(request.endpoint, {})

    def _again(self, case: Case, done: str, place: str | None = None) -> AnyResponse:
        return redirect(url_for("desk.case", domain=case.domain, done=done, _anchor=place), 303)

    def _page(self, file: CaseFile, status: int = 200, version: int | None = None, **words: Any) -> Response:
        """Return the page; its forms hold ``version``, or the present one.

        What is mended is sent again with the version it came with: whoever sends it has not yet been
        told what happened since.
        """
        found = self._domains.record(file.case.domain)
        it = found and present_domains.domain(found, self._words)
        months = it.record.months if it and it.record else []
        html = render_template(
            "desk/case.html",
            file=file,
            version=file.case.version if version is None else version,
            it=it,
            chart=timeline(months, self._scorecard.weak, self._scorecard.strong),
            articles=[article_view(article, self._words) for article in file.articles],
            outcomes=OUTCOMES,
            levels=self._levels,
            max_reason=MOST_REASON,
            after=self._cases.following(file.case),
            done=request.args.get("done"),
            **{**_NOTHING_TYPED, **words},
        )
        return make_response(headers.live(make_response(html)), status)
