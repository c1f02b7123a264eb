"""The front page with its forms, and the page that explains a result."""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from server.core.model import Article, Unscored
from server.fetch import FetchError
from server.services.assessing import Assessed, AssessmentService
from server.services.sources import SourceService
from server.texts.render import Texts
from server.web import present
from server.web.forms import CheckForm, read_form
from server.web.result_view import result_view

_EXAMPLE = Path("articles", "000_8b099efbd90d4261.txt")


class CheckPages:
    """From a form to a result, in the words of ``words``."""

    def __init__(self, service: AssessmentService, sources: SourceService, words: Texts, seeds: Path) -> None:
        self._service = service
        self._sources = sources
        self._words = words
        self._example = _read_example(seeds / _EXAMPLE)

    def add_to(self, pages: Blueprint) -> None:
        """Add the routes."""
        pages.add_url_rule("/", view_func=self.home)
        pages.add_url_rule("/check", view_func=self.check, methods=["POST"])
        pages.add_url_rule("/check", view_func=self.check_again)
        pages.add_url_rule("/example", view_func=self.example)
        pages.add_url_rule("/assessments/<content_id>", view_func=self.explanation)

    def home(self) -> str:
        """The front page."""
        return self._front(CheckForm())

    def check(self) -> Response | tuple[str, int]:
        """What a form asks for: the result, or the form again with what is wrong."""
        # A paste is measured like any other body; by default forms have a smaller limit of their own.
        request.max_form_memory_size = request.max_content_length
        form = read_form(request.form)
        if form.faults:
            return self._front(form), 422
        if not form.by_address:
            article = form.article()
            return self._result(self._service.assess(article), article, "The article you pasted")
        try:
            article, assessed = self._service.assess_url(form.address)
        except FetchError as error:
            return self._front(form, error.reason), 422
        if assessed.assessment.unscored_reason is Unscored.NO_ARTICLE:
            return self._front(form, "no_article"), 422
        return self._result(assessed, article, "The page you asked for")

    def check_again(self) -> AnyResponse:
        """A result opened anew: what was checked is gone, the form is not."""
        return redirect(url_for("pages.home"), 303)

    def example(self) -> Response:
        """The result for the example article."""
        return self._result(self._service.assess(self._example), self._example, "An example")

    def explanation(self, content_id: str) -> Response | tuple[str, int]:
        """A result that is still remembered; the article's text never is."""
        found = self._service.find(content_id)
        if found is None:
            return render_template("forgotten.html"), 404
        return self._result(Assessed(found, cached=True), None, "An earlier explanation")

    def _front(self, form: CheckForm, failure: str | None = None) -> str:
        scorecard = self._service.engine.scorecard
        return render_template("home.html", form=form, failure=failure, scorecard=scorecard)

    def _result(self, assessed: Assessed, article: Article | None, kicker: str) -> Response:
        known = self._sources.summary(assessed.assessment.site)
        document = present.assessment(assessed, self._words, known)
        page = render_template(
            "result.html",
            view=result_view(document, article),
            article=article,
            kicker=kicker,
            coverage=self._words.coverage(document.coverage.checked, document.coverage.of),
            scorecard=self._service.engine.scorecard,
        )
        response = make_response(page)
        response.headers["Cache-Control"] = "no-store"
        return response


def _read_example(path: Path) -> Article:
    """Read an article whose first line is its headline."""
    title, _, text = path.read_text(encoding="utf-8").partition("\n")
    return Article(title=title.strip(), text=text.strip())
