"""``check``: one article, read from wherever it is, assessed and explained."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from pydantic import ValidationError

from server.app.foundations import create_cache
from server.app.reading import create_service
from server.cli.faults import CommandError
from server.cli.report import print_report
from server.config import Settings
from server.core.model import Article
from server.fetch import FetchError
from server.fetch.charsets import decode
from server.services.assessing import Assessed, AssessmentService
from server.texts.render import TextsRegistry
from server.web import present
from server.web.bodies import NotJsonError, parse_json
from server.web.schemas import AssessmentRequest, field_errors


def run(parsed: argparse.Namespace, settings: Settings) -> int:
    """Assess one source and print a report, or the API's answer.

    Raises:
        CommandError: where no article can be read from it.
    """
    texts = TextsRegistry.load().get(parsed.lang)
    # A single article is assessed sooner than Redis is asked.
    service = create_service(settings, create_cache(replace(settings, redis_url="")))
    article, assessed = _assess(parsed.source, service)
    document = present.assessment(assessed, texts)
    if parsed.json:
        sys.stdout.write(document.model_dump_json(indent=2) + "\n")
    else:
        print_report(article.title, document, texts)
    return 0


def _assess(source: str, service: AssessmentService) -> tuple[Article, Assessed]:
    try:
        if source.lower().startswith(("http://", "https://")):
            return service.assess_url(source)
        data = _read(source)
        if source.lower().endswith((".html", ".htm")):
            return service.assess_html(decode(data, None), None)
    except FetchError as error:
        raise CommandError(f"{source}: {error}") from None
    request = _request(source, data) if source.lower().endswith(".json") else _from_text(source, data)
    article = request.to_article()
    return article, service.assess(article)


def _read(source: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
    except OSError as error:
        raise CommandError(f"{source}: {error.strerror}") from None


def _request(source: str, data: bytes) -> AssessmentRequest:
    try:
        return _checked(source, parse_json(data))
    except NotJsonError as error:
        raise CommandError(f"{source}: not JSON: {error}") from None


def _from_text(source: str, data: bytes) -> AssessmentRequest:
    """Take the first line that is not empty for the title and what follows for the text."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CommandError(f"{source}: not UTF-8 (byte {error.start})") from None
    title, _, body = text.lstrip().partition("\n")
    return _checked(source, {"title": title.strip(), "text": body.strip()})


def _checked(source: str, value: object) -> AssessmentRequest:
    try:
        return AssessmentRequest.model_validate(value)
    except ValidationError as error:
        faults = "; ".join(f"{item.field} {item.message}".strip() for item in field_errors(error))
        raise CommandError(f"{source}: {faults}") from None
