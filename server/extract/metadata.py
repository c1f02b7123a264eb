"""In which language it is, and what the publisher says of its own rules."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup

from server.extract.document import absolute, attribute, meta
from server.extract.jsonld import JsonObject, as_list, is_article, text_value, types

POLICIES = (
    "publishingPrinciples",
    "correctionsPolicy",
    "ethicsPolicy",
    "verificationFactCheckingPolicy",
    "ownershipFundingInfo",
    "masthead",
    "unnamedSourcesPolicy",
    "noBylinesPolicy",
    "missionCoveragePrioritiesPolicy",
    "actionableFeedbackPolicy",
    "diversityPolicy",
)
_ORGANISATIONS = frozenset({"NewsMediaOrganization", "Organization"})


def language(page: BeautifulSoup) -> str | None:
    """Return the declared language's primary subtag in lower case, or ``None``."""
    declared = attribute(page.find("html"), "lang") or meta(page, "og:locale")
    subtag = re.split(r"[-_]", declared)[0].lower()
    return subtag if re.fullmatch(r"[a-z]{2,3}", subtag) else None


def publisher(data: list[JsonObject], url: str | None) -> dict[str, str]:
    """Return the publisher's name and the schema.org policies that the page's data links."""
    found: dict[str, str] = {}
    for item in _publishers(data):
        for policy in POLICIES:
            value = text_value(item.get(policy))
            if value:
                found.setdefault(policy, absolute(value, url or "") or value)
        name = text_value(item, ("name",))
        if name:
            found.setdefault("name", name)
    return found


def _publishers(data: list[JsonObject]) -> Iterator[JsonObject]:
    for item in data:
        if is_article(item):
            yield {policy: item[policy] for policy in POLICIES if policy in item}
            yield from (inner for inner in as_list(item.get("publisher")) if isinstance(inner, dict))
    yield from (item for item in data if _ORGANISATIONS & set(types(item)))
