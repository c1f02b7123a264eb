"""The OpenAPI 3.1 document, made from the models that check requests and shape responses."""

from __future__ import annotations

from functools import cache
from typing import Any

from openapi_pydantic import (
    Header,
    Info,
    License,
    MediaType,
    OpenAPI,
    Operation,
    PathItem,
    RequestBody,
    Response,
    Schema,
)
from openapi_pydantic.util import construct_open_api_with_schema_class
from pydantic import BaseModel

from server import __version__
from server.web import examples, lookup_schemas, openapi_domains, report_schemas, schemas
from server.web import openapi_parts as parts

_DESCRIPTION = """\
Touchstone looks for signs of good and poor sourcing in a news article, explains each with the words on the
page and adds them up in the open: `base` plus every signal's `points` is the score. It describes the page; it
does not say whether a story is true.

The API needs no key and sets no cookies. Any web page or extension may call it. Errors are problems by
RFC 9457.
"""


@cache
def document() -> dict[str, Any]:
    """Return the document as JSON values. Shared between callers: not to be changed."""
    described = OpenAPI(
        openapi="3.1.1",
        info=Info(
            title="Touchstone",
            version=__version__,
            description=_DESCRIPTION,
            license=License(name="MIT", identifier="MIT"),
        ),
        paths={
            "/v1/assessments": PathItem(post=_assess()),
            "/v1/assessments/{content_id}": PathItem(get=_look_up()),
            "/v1/lookups": PathItem(get=_lookup_rules(), post=_look_up_by_prefix()),
            "/v1/domains/{domain}": PathItem(get=openapi_domains.domain()),
            "/v1/reports": PathItem(post=_report()),
            "/v1/decisions": PathItem(get=openapi_domains.decisions()),
            "/v1/signals": PathItem(get=_signals()),
            "/badge/{content_id}.svg": PathItem(get=_badge()),
            "/healthz": PathItem(get=_probe("alive", "Is the process alive?", schemas.Health)),
            "/readyz": PathItem(get=_probe("ready", "Is the service ready?", schemas.Readiness)),
        },
    )
    complete = construct_open_api_with_schema_class(described)
    return complete.model_dump(mode="json", by_alias=True, exclude_unset=True)


def _assess() -> Operation:
    return Operation(
        operationId="assess",
        tags=["Assessments"],
        summary="Assess an article",
        description="The same article under the same ruleset always gets the same assessment; `cached` says "
        "whether it was known already. An article that can't be scored is no error: its level is `unscored` "
        "and `unscored_reason` says why.",
        parameters=[parts.language()],
        requestBody=RequestBody(
            required=True,
            content={
                "application/json": MediaType(
                    media_type_schema=parts.schema(schemas.AssessmentRequest), example=examples.REQUEST
                )
            },
        ),
        responses={
            "200": parts.answer("The assessment.", schemas.Assessment, example=examples.response()),
            "400": parts.problem("The body is not JSON, or fields are not as they should be and are named."),
            "413": parts.problem("The body is larger than the service accepts."),
            "415": parts.problem("The body is not declared as application/json."),
        },
    )


def _look_up() -> Operation:
    return Operation(
        operationId="lookUp",
        tags=["Assessments"],
        summary="Look up a known assessment",
        description="Finds what was assessed under the present ruleset and is still kept.",
        parameters=[parts.content_id(), parts.language()],
        responses={
            "200": parts.answer("The assessment.", schemas.Assessment, cacheable=True),
            "404": parts.problem("No assessment of that content is known."),
        },
    )


def _lookup_rules() -> Operation:
    return Operation(
        operationId="lookupRules",
        tags=["Look-ups"],
        summary="Learn how long a prefix is at present",
        responses={"200": parts.answer("The rules.", lookup_schemas.LookupRules)},
    )


def _look_up_by_prefix() -> Operation:
    return Operation(
        operationId="lookUpByPrefix",
        tags=["Look-ups"],
        summary="Ask what is known, without saying what is read",
        description="Answers everything that is known under each prefix of a content id. No more bits of it "
        "count than the rules say. Ask for several prefixes, and for the same ones with the same article.",
        parameters=[parts.language()],
        requestBody=RequestBody(
            required=True,
            content={
                "application/json": MediaType(
                    media_type_schema=parts.schema(lookup_schemas.LookupRequest), example=examples.LOOKUP
                )
            },
        ),
        responses={
            "200": parts.answer("What is known.", lookup_schemas.LookupAnswer),
            "400": parts.problem("The body is not JSON, or fields are not as they should be and are named."),
            "413": parts.problem("The body is larger than the service accepts."),
            "415": parts.problem("The body is not declared as application/json."),
        },
    )


def _report() -> Operation:
    receipt = report_schemas.ReportReceipt
    return Operation(
        operationId="report",
        tags=["Reports"],
        summary="Say what is wrong with an assessment",
        description="Kept for good, for people to look into, with what the assessment said and the article's "
        "host; nothing is kept of who sent it but a digest that tells senders of one day apart. The same "
        "report of one sender within a day is kept once.",
        requestBody=RequestBody(
            required=True,
            content={
                "application/json": MediaType(
                    media_type_schema=parts.schema(report_schemas.ReportRequest), example=examples.report()
                )
            },
        ),
        responses={
            "200": parts.answer(
                "The same report was kept within a day before.", receipt, example=examples.RECEIPT
            ),
            "201": parts.answer("The report is kept.", receipt, example=examples.RECEIPT),
            "400": parts.problem("The body is not JSON, or fields are not as they should be and are named."),
            "404": parts.problem("No assessment of that content is known under the present ruleset."),
            "413": parts.problem("The body is larger than the service accepts."),
            "415": parts.problem("The body is not declared as application/json."),
            "429": parts.problem(
                "As many reports as are taken in a day have come from the sender's address.",
                headers={
                    "Retry-After": Header(
                        description="Seconds until the next day.", param_schema=Schema(type="integer")
                    )
                },
            ),
            "503": parts.problem("The database can't be written just now."),
        },
    )


def _signals() -> Operation:
    return Operation(
        operationId="listSignals",
        tags=["Signals"],
        summary="List every signal and what it may cost or earn",
        parameters=[parts.language()],
        responses={"200": parts.answer("The register.", schemas.Register, cacheable=True)},
    )


def _badge() -> Operation:
    return Operation(
        operationId="badge",
        tags=["Assessments"],
        summary="Show a known assessment's badge as a picture",
        parameters=[parts.content_id(), parts.language()],
        responses={
            "200": Response(
                description="The badge, 24 pixels high, with its level in words.",
                headers={"ETag": parts.etag()},
                content={"image/svg+xml": MediaType(media_type_schema=Schema(type="string"))},
            ),
            "404": parts.problem("No assessment of that content is known."),
        },
    )


def _probe(operation: str, summary: str, model: type[BaseModel]) -> Operation:
    return Operation(
        operationId=operation,
        tags=["Operation"],
        summary=summary,
        responses={"200": parts.answer("Yes.", model)},
    )
