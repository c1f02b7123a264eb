"""The API, version 1. docs/wire-format.md describes it for people, /openapi.json for programs."""

from __future__ import annotations

import json
from collections.abc import Callable

from flask import Blueprint, Response, request
from pydantic import BaseModel

from server.core.model import Article, Assessment
from server.services.assessing import Assessed, AssessmentService
from server.texts.render import Texts, TextsRegistry
from server.web import badge, openapi, present
from server.web.bodies import read_json
from server.web.problems import ProblemError
from server.web.schemas import AssessmentRequest

# What is found is found again only under the same ruleset and words: ask each time, by ETag.
_ASK_AGAIN = "no-cache"
_HOUR = "public, max-age=3600"


def create_api(
    service: AssessmentService, texts: TextsRegistry, submit: Callable[[Article, str], None]
) -> Blueprint:
    """Return the routes of the API; ``submit`` is given every article sent, with its content id."""
    api = Blueprint("api", __name__)

    @api.post("/v1/assessments")
    def assess() -> Response:
        article = read_json(AssessmentRequest).to_article()
        words = reader_texts(texts)
        assessed = service.assess(article)
        submit(article, assessed.assessment.id)
        response = _json(present.assessment(assessed, words), words)
        response.headers["Cache-Control"] = "no-store"
        return response

    @api.get("/v1/assessments/<content_id>")
    def look_up(content_id: str) -> Response:
        words = reader_texts(texts)
        found = Assessed(_found(service, content_id), cached=True)
        return _cacheable(_json(present.assessment(found, words), words), _ASK_AGAIN)

    @api.get("/v1/signals")
    def signals() -> Response:
        words = reader_texts(texts)
        return _cacheable(_json(present.register(service.engine, words), words), _HOUR)

    @api.get("/badge/<content_id>.svg")
    def picture(content_id: str) -> Response:
        words = reader_texts(texts)
        drawn = badge.svg(present.badge(_found(service, content_id), words))
        return _cacheable(in_words(Response(drawn, mimetype="image/svg+xml"), words), _HOUR)

    @api.get("/openapi.json")
    def openapi_json() -> Response:
        described = json.dumps(openapi.document(), ensure_ascii=False)
        return _cacheable(Response(described, mimetype="application/json"), _HOUR)

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


def _json(document: BaseModel, words: Texts) -> Response:
    return in_words(Response(document.model_dump_json(), mimetype="application/json"), words)


def in_words(response: Response, words: Texts) -> Response:
    """Return ``response``, marked as being in the language of ``words``."""
    response.content_language.add(words.language)
    response.vary.add("Accept-Language")
    return response


def _cacheable(response: Response, control: str) -> Response:
    response.headers["Cache-Control"] = control
    response.add_etag()
    response.make_conditional(request)
    return response
