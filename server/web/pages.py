"""Pages for readers: plain HTML made on the server, with no script at all (docs/decisions/0007)."""

from __future__ import annotations

import json
from pathlib import Path

from flask import Blueprint, Response, render_template

from server.services.assessing import AssessmentService
from server.services.sources import SourceService
from server.texts.render import DEFAULT_LANGUAGE, TextsRegistry
from server.web import check_pages, openapi, register_pages
from server.web.api_reference import operations, schema_name
from server.web.signal_page import render


def create_pages(
    service: AssessmentService, sources: SourceService, texts: TextsRegistry, seeds: Path
) -> Blueprint:
    """Return the routes of the pages; ``seeds`` is the folder that holds the example article."""
    # The templates are in English, so the words beside them are too.
    words = texts.get(DEFAULT_LANGUAGE)
    pages = Blueprint(
        "pages", __name__, template_folder="templates", static_folder="static", static_url_path="/static"
    )
    pages.add_app_template_filter(schema_name)
    pages.add_app_template_filter(render, "markdown")
    pages.add_app_template_filter(_pretty, "pretty")
    check_pages.CheckPages(service, sources, words, seeds).add_to(pages)
    register_pages.add_to(pages, service.engine, words)

    @pages.get("/api")
    def api() -> str:
        document = openapi.document()
        return render_template("api.html", document=document, operations=list(operations(document)))

    @pages.get("/privacy")
    def privacy() -> str:
        return render_template("privacy.html")

    @pages.get("/robots.txt")
    def robots() -> Response:
        return pages.send_static_file("robots.txt")

    return pages


def _pretty(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
