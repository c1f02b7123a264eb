"""Questions by prefix of the content id, for readers who don't want to say what they read."""

from __future__ import annotations

from flask import Blueprint, Response, request

from server.services.assessing import Assessed
from server.services.lookups import MOST_PREFIXES, LookupService
from server.services.sources import SourceService
from server.texts.render import TextsRegistry
from server.web import compressing, present
from server.web.api import in_words, reader_texts
from server.web.bodies import read_json
from server.web.lookup_schemas import LookupAnswer, LookupRequest, LookupRules


def create_lookups_api(lookups: LookupService, sources: SourceService, texts: TextsRegistry) -> Blueprint:
    """Return the routes for look-ups."""
    api = Blueprint("lookups", __name__)

    @api.get("/v1/lookups")
    def rules() -> Response:
        answer = LookupRules(prefix_bits=lookups.prefix_bits(), most_prefixes=MOST_PREFIXES)
        response = Response(answer.model_dump_json(), mimetype="application/json")
        response.headers["Cache-Control"] = "no-store"
        return response

    @api.post("/v1/lookups")
    def look_up() -> Response:
        words = reader_texts(texts)
        asked = read_json(LookupRequest)
        buckets = lookups.look_up(asked.prefixes, asked.bits)
        known = sources.summaries({found.site for bucket in buckets.values() for found in bucket})
        answer = LookupAnswer(
            prefix_bits=lookups.prefix_bits(),
            most_prefixes=MOST_PREFIXES,
            assessments={
                prefix: [
                    present.assessment(Assessed(found, cached=True), words, known.get(found.site))
                    for found in bucket
                ]
                for prefix, bucket in buckets.items()
            },
        )
        response = in_words(Response(answer.model_dump_json(), mimetype="application/json"), words)
        response.headers["Cache-Control"] = "no-store"
        return compressing.compressed(response, request)

    return api
