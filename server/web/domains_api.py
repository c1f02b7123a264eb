"""What is known of a domain, for programs."""

from __future__ import annotations

from flask import Blueprint, Response

from server.hosts import registrable
from server.services.domains import DomainRecord, DomainService
from server.store.records.model import RecordsUnavailableError
from server.texts.render import TextsRegistry
from server.web import present_domains
from server.web.api import answer, cacheable, reader_texts
from server.web.problems import ProblemError


def create_domains_api(domains: DomainService, texts: TextsRegistry) -> Blueprint:
    """Return the route for domains."""
    api = Blueprint("domains", __name__)

    @api.get("/v1/domains/<domain>")
    def record(domain: str) -> Response:
        name = registrable(domain)
        if name is None:
            raise ProblemError(422, "This is no domain that somebody could have registered.")
        found = find(domains, name)
        if found is None:
            raise ProblemError(404, "Nothing is known of this domain here. That says nothing about it.")
        words = reader_texts(texts)
        return cacheable(answer(present_domains.domain(found, words), words), "no-cache")

    return api


def find(domains: DomainService, name: str) -> DomainRecord | None:
    """Return the record of a registrable domain.

    Raises:
        ProblemError: 503 where the records can't be read.
    """
    try:
        return domains.record(name)
    except RecordsUnavailableError:  # logged where it happened
        raise ProblemError(503, "The records can't be read just now; try again later.") from None
