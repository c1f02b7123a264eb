"""The operations of the OpenAPI document on domains and on decisions about them."""

from __future__ import annotations

from openapi_pydantic import Operation, Parameter

from server.web import decision_schemas, domain_schemas
from server.web import openapi_parts as parts


def domain() -> Operation:
    """Return the operation that answers what is known of a domain."""
    return Operation(
        operationId="domain",
        tags=["Domains"],
        summary="Learn what is known of a domain",
        description="Made of articles that the service fetched itself, of lists that others keep, of the "
        "moderators' decision and of the publisher's replies. A part of a domain is answered as the whole of "
        "it. Nothing of this enters an article's score.",
        parameters=[
            Parameter.model_validate(
                {
                    "name": "domain",
                    "in": "path",
                    "required": True,
                    "description": "A domain; its letters may be of any language.",
                    "schema": {"type": "string", "minLength": 1, "maxLength": 253},
                    "example": "example.org",
                }
            ),
            parts.language(),
        ],
        responses={
            "200": parts.answer("The record.", domain_schemas.DomainRecord, cacheable=True),
            "404": parts.problem("Nothing is known of this domain, which says nothing about it."),
            "422": parts.problem("This is no domain that somebody could have registered."),
            "503": parts.problem("The records can't be read just now."),
        },
    )


def decisions() -> Operation:
    """Return the operation that lists decisions."""
    return Operation(
        operationId="listDecisions",
        tags=["Decisions"],
        summary="List what moderators decided, newest first",
        description="Every decision on every domain, for good: one that was wrong is overturned or undone by "
        "a later one. 50 a page.",
        parameters=[parts.page()],
        responses={
            "200": parts.answer("The decisions.", decision_schemas.Decisions),
            "400": parts.problem("The page is no whole number from 1 on."),
            "503": parts.problem("The database can't be read just now."),
        },
    )
