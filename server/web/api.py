"""The API, version 1. docs/wire-format.md describes it for people, /openapi.json for programs."""

from __future__ import annotations

import json
from collections.abc import Callable

from flask import Blueprint, Response, request
from pydantic import BaseModel

from server.core.model import Article, Assessment
from server.services.assessing import Assessed, AssessmentService
from server.services.sources import SourceService
from server.texts.render import Texts, TextsRegistry
from server.web import badge, openapi, present
from server.web.bodies import read_json
from server.web.problems import ProblemError
from server.web.schemas import AssessmentRequest

# What is found is found again only under the same ruleset and words: ask each time, by ETag.
_ASK_AGAIN = "no-cache"
_HOUR = "public, max-age=3600"


def create_api(
    service: AssessmentService,
    sources: SourceService,
    texts: TextsRegistry,
    submit: Callable[[Article, str], None],
) -> Blueprint:
    """Return the routes of the API; ``submit`` is given every article sent, with its content id."""
    api = Blueprint("api", __name__)

    @api.post("/v1/assessments")
    def assess() -> Response:
        article = read_json(AssessmentRequest).to_article()
        words = reader_texts(texts)
        assessed = service.assess(article)
        submit(article, assessed.assessment.id)
        known = sources.summary(assessed.assessment.site)
        response = answer(present.assessment(assessed, words, known), words)
        response.headers["Cache-Control"] = "no-store"
        return response

    @api.get("/v1/assessments/<content_id>")
    def look_up(content_id: str) -> Response:
        words = reader_texts(texts)
        found = Assessed(_found(service, content_id), cached=True)
        known = sources.summary(found.assessment.site)
        return cacheable(answer(present.assessment(found, words, known), words), _ASK_AGAIN)

    @api.get("/v1/signals")
    def signals() -> Response:
        words = reader_texts(texts)
        return cacheable(answer(present.register(service.engine, words), words), _HOUR)

    @api.get("/badge/<content_id>.svg")
    def picture(content_id: str) -> Response:
        words = reader_texts(texts)
        drawn = badge.svg(present.badge(_found(service, content_id), words))
        return cacheable(in_words(Response(drawn, mimetype="image/svg+xml"), words), _HOUR)

    @api.get("/openapi.json")
    def openapianswer() -> Response:
        described = json.dumps(openapi.document(), ensure_ascii=False)
        return cacheable(Response(described, mimetype="application/json"), _HOUR)

    return api


def reader_texts(texts: TextsRegistry) -> Texts:
    """Return the words of the language that the current request likes best."""
    # best_match prefers an exact tag that is liked less: German for "en-US, de;q=0.5".
    liked = (tag.partition("-")[0].lower() for tag, quality in request.accept_languages if quality > 0)
    return texts.get(next((tag for tag in liked if tag in texts.languages), None))


def _found(service: AssessmentService, content_id: str) -> Assessment:
    found = service.find(content_id)
    if found is None:
        raise ProblemError(404, "No assessment of that content is known here; post the article to get one.")
    return found


def answer(document: BaseModel, words: Texts) -> Response:
    """Return ``document`` as JSON, marked as being in the language of ``words``."""
    return in_words(Response(document.model_dump_json(), mimetype="application/json"), words)


def in_words(response: Response, words: Texts) -> Response:
    """Return ``response``, marked as being in the language of ``words``."""
    response.content_language.add(words.language)
    response.vary.add("Accept-Language")
    return response


def cacheable(response: Response, control: str) -> Response:
    """Return ``response`` with its ETag, or status 304 for who has it; ``control`` is for Cache-Control."""
    response.headers["Cache-Control"] = control
    response.add_etag()
    response.make_conditional(request)
    return response
