"""The example in the OpenAPI document: a request, and what the service really answers to it."""

from __future__ import annotations

from typing import Any

from server.core.identity import content_id
from server.services.assessing import Assessed, default_engine
from server.texts.render import DEFAULT_LANGUAGE, TextsRegistry
from server.web import present
from server.web.schemas import AssessmentRequest

REQUEST: dict[str, Any] = {
    "url": "https://example.org/2025/07/a-call",
    "title": "Vladimir Putin Abrupty Ends Public Appearance to Take Call from President Trump, "
    "Says He “Doesn’t Want to Offend Him by Keeping Him Waiting” (VIDEO)",
    "text": "On July 4, 2025, the world watched in awe as Russian President Vladimir Putin abruptly ended "
    "his public appearance to take a call from none other than the President of the United States, Donald "
    "J. Trump. The unexpected interruption left many wondering what could have been so urgent that it "
    "required the attention of two of the most powerful leaders in the world.\n\n"
    "The call, which was captured on video, showed Putin politely excusing himself from the forum and "
    "stepping away to take the call. As he returned to the stage, he explained to the audience that he had "
    "received a call from President Trump and did not want to keep him waiting. The reason for the call? "
    "To discuss matters of great importance between the two nations.",
    "links": [],
    "media": [],
    "authors": ["A. Writer"],
    "published": "2025-07-04",
    "modified": None,
    "lang": "en",
    "publisher": {"name": "Example News", "correctionsPolicy": "https://example.org/corrections"},
}


def response() -> dict[str, Any]:
    """Return the answer to :data:`REQUEST`, computed, so that it can't go out of date."""
    article = AssessmentRequest.model_validate(REQUEST).to_article()
    assessed = Assessed(default_engine().assess(article), cached=False)
    texts = TextsRegistry.load().get(DEFAULT_LANGUAGE)
    return present.assessment(assessed, texts).model_dump(mode="json")


# Two buckets of 6 bits: one that is meant, and one to hide it.
LOOKUP = {"prefixes": ["3c", "a4"], "bits": 6}

RECEIPT = {"id": "5f2c0a4e8d3b4c6f9a1e7b2d4c8f0a63", "received": "2026-11-23T10:00:00Z"}


def report() -> dict[str, Any]:
    """Return a report on the answer to :data:`REQUEST`."""
    return {
        "assessment": content_id(AssessmentRequest.model_validate(REQUEST).to_article()),
        "kind": "wrong_signal",
        "signal": "unlinked_video",
        "note": "The video is at the top of the page.",
    }
